import pickle

from radam_sym import InputError
from radam_sym.kernel.errors import FormatError, ProofError


def test_a_refusal_says_the_rule_the_reason_both_sides_and_a_counterexample() -> None:
    error = ProofError("algebra", "the two sides differ", "x", "x + 1", "at x = 0 ...")
    assert str(error).splitlines() == [
        "algebra: the two sides differ",
        "  before:  x",
        "  after:   x + 1",
        "  counterexample:  at x = 0 ...",
    ]


def test_a_refusal_without_sides_is_one_line() -> None:
    assert str(ProofError("terms", "not admitted")) == "terms: not admitted"


def test_a_refusal_survives_being_sent_to_another_process() -> None:
    sent = pickle.loads(pickle.dumps(ProofError("sign", "why", counterexample="at x = 0 ...")))
    assert str(sent) == "sign: why\n  counterexample:  at x = 0 ..."


def test_a_proof_file_that_is_not_one_is_bad_input() -> None:
    assert issubclass(FormatError, InputError)
