from pathlib import Path

from radam_sym.codegen.measured import Measured, as_text, code_digest, measured

ERRORS = {
    "rho": Measured({"float64": 3.5, "float32": 0.5}, "ULP"),
    "ess": Measured({"float64": 3.0}, "ULP"),
}


def test_what_is_stored_is_read_again(tmp_path: Path) -> None:
    place = tmp_path / "measured.json"
    place.write_text(as_text("abc", ERRORS, machine="one"), encoding="utf-8")
    assert measured("abc", place) == ERRORS


def test_errors_of_other_code_are_not_told(tmp_path: Path) -> None:
    place = tmp_path / "measured.json"
    place.write_text(as_text("abc", ERRORS), encoding="utf-8")
    assert measured("abd", place) == {}


def test_there_may_be_none_yet(tmp_path: Path) -> None:
    assert measured("abc", tmp_path / "measured.json") == {}


def test_errors_are_told_in_one_line() -> None:
    assert str(ERRORS["rho"]) == "3.5 in float64 and 0.5 in float32, in ULP"


def test_the_digest_is_of_every_line() -> None:
    assert len({code_digest(lines) for lines in ([], ["a"], ["a", "b"], ["b", "a"])}) == 4
