import signal
import threading

import pytest

from radam_sym.interrupts import uninterrupted


@pytest.mark.usefixtures("interruptible")
def test_ctrl_c_waits_for_the_end_of_an_uninterrupted_block() -> None:
    done = []

    def press_and_go_on() -> None:
        with uninterrupted():
            signal.raise_signal(signal.SIGINT)
            done.append("the rest")

    with pytest.raises(KeyboardInterrupt):
        press_and_go_on()
    assert done == ["the rest"]
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


@pytest.mark.usefixtures("interruptible")
def test_other_threads_may_use_it_too() -> None:
    done = []

    def work() -> None:
        with uninterrupted():
            done.append(signal.getsignal(signal.SIGINT))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done == [signal.default_int_handler]
