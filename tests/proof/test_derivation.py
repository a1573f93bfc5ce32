import gc
import weakref

import pytest
from sympy import Symbol

from radam_sym.kernel.axioms import power_vanishing
from radam_sym.kernel.errors import ProofError
from radam_sym.kernel.theorem import Source, Theorem
from radam_sym.proof import Draft, algebra, chain, cite, derivation, text
from radam_sym.proof.derivation import Derivation, proved, seconds_of

x = Symbol("x", real=True)
HERE = Source("a test", "page 1")
written: list[str] = []


@derivation("test.square", HERE)
def square() -> Draft:
    """The square
    of a sum.

    And more, which is not part of the note.
    """
    written.append("square")
    return chain((x + 1) ** 2).by(algebra, to=x**2 + 2 * x + 1)


@derivation("test.more", HERE)
def more() -> Draft:
    return chain((x + 1) ** 2 + x).by(cite(square)).by(algebra, to=(x + 1) * (x + 1) + x)


@derivation("test.wrong", HERE)
def wrong() -> Draft:
    return chain(x).by(algebra, to=x + 1)


@derivation("test.round", HERE)
def round_and_round() -> Draft:
    return chain(x).by(cite(back))


@derivation("test.back", HERE)
def back() -> Draft:
    return chain(x).by(cite(round_and_round))


def test_nothing_is_written_before_it_is_asked_for_and_then_once() -> None:
    written.clear()
    fresh = Derivation("test.again", HERE, square.write)
    assert written == []
    assert fresh.theorem is fresh.theorem
    assert written == ["square"]


def test_it_has_its_names_and_the_first_paragraph_as_its_note() -> None:
    assert square.theorem.id == "test.square"
    assert square.theorem.source == HERE
    assert square.theorem.note == "The square of a sum."
    assert square.module == __name__
    assert repr(square) == "<Derivation test.square>"
    assert more.note == ""


def test_it_shows_as_its_theorem() -> None:
    assert str(square) == text(square.theorem)
    assert set(square._repr_mimebundle_()) == {"text/html", "text/plain"}


def test_what_is_refused_is_refused_each_time_it_is_asked_for() -> None:
    for _ in range(2):
        with pytest.raises(ProofError, match="the two sides differ"):
            _ = wrong.theorem
        with pytest.raises(ProofError, match="the two sides differ"):
            str(wrong)


def test_a_circle_is_told_with_its_members_and_leaves_nothing_behind() -> None:
    for _ in range(2):
        with pytest.raises(ProofError, match=r"circle.*test\.round → test\.back → test\.round"):
            _ = round_and_round.theorem
    assert square.theorem.id == "test.square"


def test_seconds_are_its_own_and_not_those_of_what_it_rests_on() -> None:
    from time import process_time

    @derivation("test.slow", HERE)
    def slow() -> Draft:
        began = process_time()
        while process_time() < began + 0.05:
            pass
        return chain((x + 1) ** 2).by(algebra, to=x**2 + 2 * x + 1)

    @derivation("test.quick", HERE)
    def quick() -> Draft:
        return chain((x + 1) ** 2 + x).by(cite(slow))

    _ = quick.theorem
    assert seconds_of(slow.theorem) >= 0.05
    assert seconds_of(quick.theorem) < 0.05
    assert seconds_of(power_vanishing) == 0.0


def test_times_do_not_keep_a_theorem_alive() -> None:
    fresh = Derivation("test.gone", HERE, square.write)
    watched = weakref.ref(fresh.theorem)
    del fresh
    gc.collect()
    assert watched() is None


def test_proved_takes_a_derivation_or_a_theorem() -> None:
    assert proved(square) is square.theorem
    assert proved(square.theorem) is square.theorem
    assert isinstance(proved(power_vanishing), Theorem)
