"""What people type: read exactly, or refused in one line that says what is accepted."""

import math
from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import count

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from radam_sym import InputError
from radam_sym.numbers import (
    BETA_DIGITS,
    LAST_STEP,
    ROWS,
    Step,
    read_beta,
    read_digits,
    read_name,
    read_names,
    read_step,
    read_steps,
    write_beta,
)

BETA = "it accepts a number from 0 to below 1, as 0.999, 9999/10000 or 1-1e-6"
STEPS = "it accepts whole numbers from 1 to 2**53, ranges as 1:10, and inf, each once and in order"
COLUMNS = ("ess", "rho", "liu", "simple")


def refusal(read: Callable[[], object]) -> str:
    with pytest.raises(InputError) as caught:
        read()
    message = str(caught.value)
    assert len(message.splitlines()) == 1
    assert len(message) < 250
    return message


def betas() -> st.SearchStrategy[Fraction]:
    below_one = st.integers(1, 10**60).flatmap(
        lambda q: st.builds(Fraction, st.integers(0, q - 1), st.just(q))
    )
    near_one = st.builds(
        lambda places, gap: 1 - Fraction(gap, 10**places), st.integers(2, 900), st.integers(1, 99)
    )
    return below_one | near_one


# --- β --------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("typed", "beta"),
    [
        ("0", Fraction(0)),
        ("0.999", Fraction(999, 1000)),
        (".5", Fraction(1, 2)),
        ("0.", Fraction(0)),
        ("9.99e-1", Fraction(999, 1000)),
        ("0.0999E+1", Fraction(999, 1000)),
        ("1e-0000000003", Fraction(1, 1000)),
        ("9999/10000", Fraction(9999, 10000)),
        ("16777215/16777216", 1 - Fraction(1, 2**24)),
        ("1-1e-6", 1 - Fraction(1, 10**6)),
        (" 1 - 1e-6 ", 1 - Fraction(1, 10**6)),
        ("1-1/3", Fraction(2, 3)),
        ("1-1", Fraction(0)),
        ("-0", Fraction(0)),
        (f"1-1e-{BETA_DIGITS}", 1 - Fraction(1, 10**BETA_DIGITS)),
        ("0." + "9" * BETA_DIGITS, 1 - Fraction(1, 10**BETA_DIGITS)),
    ],
)
def test_a_beta_is_read_exactly(typed: str, beta: Fraction) -> None:
    assert read_beta(typed) == beta


@pytest.mark.parametrize(
    "typed", ["", " ", "0.5.5", "nan", "NaN", "inf", "-inf", "0x1p-1", "1_0e-2"]
)
@pytest.mark.parametrize("around", ["{}", " {}", "1-{}"])
def test_what_is_no_number_is_refused(typed: str, around: str) -> None:
    text = around.format(typed)
    assert refusal(lambda: read_beta(text, "--beta2")) == (
        f"--beta2 is {text!r}, which is not a number; {BETA}"
    )


@pytest.mark.parametrize(
    "typed",
    [
        "__import__('os')",
        "0.9;0.9",
        "0.9 0.9",
        "9 99/1000",
        "999/1000/1",
        "0.9/1",
        "1/0",
        "1//2",
        "2-1.5",
        "1-0.1-0.1",
        "1--0.5",
        "1-−1",
        "1−1e-6",
        "0.5\n",
        "0.5\0",
        "٠.٥",
        "0.５",
        "²",
        "1e",
        "e-1",
        ".",
        "1e-1.5",
        "0,999",
        "50%",
        "--0.5",
    ],
)
def test_an_expression_is_not_evaluated(typed: str) -> None:
    assert "which is not a number; it accepts" in refusal(lambda: read_beta(typed))


@pytest.mark.parametrize(
    ("typed", "side"),
    [
        ("1", "not below 1"),
        ("1.0", "not below 1"),
        ("999", "not below 1"),
        ("1e400", "not below 1"),
        ("1-0", "not below 1"),
        ("3/3", "not below 1"),
        ("-0.5", "below 0"),
        ("-1e-9", "below 0"),
        ("1-2", "below 0"),
    ],
)
def test_a_beta_outside_is_refused(typed: str, side: str) -> None:
    assert refusal(lambda: read_beta(typed)) == f"beta2 is '{typed}', which is {side}; {BETA}"


@pytest.mark.parametrize(
    "typed",
    [
        "1e-999999999",
        "1e-9999",
        "1-1e-99999999999999999999",
        f"1e-{BETA_DIGITS + 1}",
        "0." + "3" * (BETA_DIGITS + 1),
        "9" * 100_000,
        "1/" + "9" * 5000,
        "1e" + "9" * 5000,
        "0" * 5000,
    ],
    ids=lambda typed: typed[:20],
)
def test_a_beta_that_is_too_long_is_refused_before_it_is_built(typed: str) -> None:
    assert refusal(lambda: read_beta(typed)) == f"beta2 has more than 1000 digits; {BETA}"


@given(st.text() | st.text("0123456789.eE+-/ 1", max_size=30))
def test_whatever_is_typed_is_a_beta_or_one_line(text: str) -> None:
    try:
        beta = read_beta(text)
    except InputError:
        assert refusal(lambda: read_beta(text))
    else:
        assert 0 <= beta < 1


@given(st.decimals(0, 1, allow_nan=False).filter(lambda decimal: decimal < 1))
def test_decimals_mean_what_they_say(decimal: object) -> None:
    assert read_beta(f"{decimal}") == Fraction(str(decimal))


@given(betas())
def test_what_is_written_is_read_again(beta: Fraction) -> None:
    assert read_beta(write_beta(beta)) == beta
    assert len(write_beta(beta)) <= max(len(str(beta)), 11)


@pytest.mark.parametrize(
    "written", ["0", "0.5", "0.999", "0.0625", "0.999999999", "1-1e-10", "1-1e-300", "1/3", "2/7"]
)
def test_a_beta_is_written_as_people_do(written: str) -> None:
    assert write_beta(read_beta(written)) == written


@pytest.mark.parametrize("value", [0, 0.0, 0.1, 0.999, np.float32(0.999), np.float64(0.1)])
def test_a_number_of_python_is_taken_as_it_is(value: float) -> None:
    assert read_beta(value) == Fraction(*value.as_integer_ratio())
    assert read_beta(Fraction(1, 3)) == Fraction(1, 3)
    assert read_beta(np.int64(0)) == 0


@pytest.mark.parametrize(
    ("value", "wrong"),
    [
        (math.nan, "is nan, which is not a number"),
        (-math.inf, "is -inf, which is not a number"),
        (1, "is 1, which is not below 1"),
        (-5e-324, "is -5e-324, which is below 0"),
        (10**4000, f"is 1{'0' * 39}…, which is not below 1"),
        (Fraction(1, 3**4000), "has more than 1000 digits"),
    ],
)
def test_a_number_of_python_is_refused_as_a_typed_one_is(value: object, wrong: str) -> None:
    assert refusal(lambda: read_beta(value)) == f"beta2 {wrong}; {BETA}"


def test_an_integer_that_python_would_not_write_is_refused_in_one_line() -> None:
    for read in (read_beta, read_digits, read_steps):
        assert "too long to show" in refusal(lambda read=read: read(10**5000))  # type: ignore[misc]


@pytest.mark.parametrize("value", [None, True, 0.5j, b"0.5", [0.5]])
def test_another_kind_of_object_is_a_type_error(value: object) -> None:
    kind = type(value).__name__
    with pytest.raises(TypeError, match=f"^beta2 is a {kind}; it accepts a str, Fraction, int or "):
        read_beta(value)


# --- steps ----------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("typed", "steps"),
    [
        ("1", (1,)),
        ("1:3", (1, 2, 3)),
        ("3:3", (3,)),
        ("inf", (math.inf,)),
        ("1:3,100,inf", (1, 2, 3, 100, math.inf)),
        (" 1 : 2 , 5 , inf ", (1, 2, 5, math.inf)),
        ("007", (7,)),
        (f"{LAST_STEP}", (LAST_STEP,)),
        (f"{LAST_STEP - 1}:{LAST_STEP}", (LAST_STEP - 1, LAST_STEP)),
    ],
)
def test_steps_are_read(typed: str, steps: tuple[Step, ...]) -> None:
    assert read_steps(typed) == steps


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ("", "is empty"),
        (" ", "is empty"),
        ("0", "has '0', which is below 1"),
        ("-3", "has '-3', which is below 1"),
        ("0:5", "has '0:5', which is below 1"),
        ("1.5", "has '1.5', which is not a whole number"),
        ("1e3", "has '1e3', which is not a whole number"),
        ("ten", "has 'ten', which is not a whole number"),
        ("1,,2", "has '', which is not a whole number"),
        ("1,", "has '', which is not a whole number"),
        ("1:", "has '1:', which is not a whole number"),
        ("1 2", "has '1 2', which is not a whole number"),
        ("١", "has '١', which is not a whole number"),
        ("nan", "has 'nan', which is not a whole number"),
        ("__import__('os')", "has \"__import__('os')\", which is not a whole number"),
        (f"{LAST_STEP + 1}", f"has '{LAST_STEP + 1}', which is above 2**53"),
        ("1" + "0" * 18, "has '1" + "0" * 18 + "', which is above 2**53"),
        ("9" * 5000, "has '" + "9" * 39 + "…, which is above 2**53"),
        ("10:1", "has '10:1', which runs backwards"),
        ("inf:1", "has 'inf:1', which runs backwards"),
        ("1:inf", "has '1:inf', which has no end"),
        ("1:100:10", "has '1:100:10', which is not a range"),
        ("5,3", "has 3 after 5"),
        ("1:10,5:20", "has 5 after 10"),
        ("inf,3", "has 3 after inf"),
        ("1:10,10", "has 10 twice"),
        ("inf,inf", "has inf twice"),
    ],
)
def test_what_are_no_steps_is_refused(typed: str, wrong: str) -> None:
    assert refusal(lambda: read_steps(typed, "--steps")) == f"--steps {wrong}; {STEPS}"


@pytest.mark.parametrize(
    "given", ["1:10000000", f"1:{LAST_STEP}", f"1:{ROWS},inf", range(1, 10**15), count(1)], ids=str
)
def test_too_many_steps_are_refused_before_they_are_listed(given: object) -> None:
    assert refusal(lambda: read_steps(given)) == (
        "steps asks for more than 100,000 rows; it accepts up to 100,000"
    )


def test_as_many_steps_as_are_accepted_are_read() -> None:
    assert read_steps(f"1:{ROWS}") == tuple(range(1, ROWS + 1))


@given(st.text() | st.text("0123456789:,- inf", max_size=20))
def test_whatever_is_typed_is_steps_or_one_line(text: str) -> None:
    try:
        steps = read_steps(text)
    except InputError:
        assert refusal(lambda: read_steps(text))
    else:
        assert list(steps) == sorted(set(steps))
        assert 1 <= len(steps) <= ROWS
        assert steps[0] >= 1


@given(st.sets(st.integers(1, LAST_STEP), min_size=1).map(sorted), st.booleans())
def test_steps_of_python_are_those_typed(numbers: list[int], ends: bool) -> None:
    steps: list[Step] = [*numbers, math.inf] if ends else [*numbers]
    assert read_steps(steps) == read_steps(iter(steps)) == tuple(steps)
    assert read_steps(",".join(map(str, steps))) == tuple(steps)


def test_other_ways_to_name_steps_in_python() -> None:
    assert read_steps(7) == (7,)
    assert read_steps(np.arange(1, 4)) == (1, 2, 3)
    assert {type(step) for step in read_steps(np.arange(1, 4))} == {int}
    assert read_steps(["1:3", 5, "inf"]) == (1, 2, 3, 5, math.inf)


@pytest.mark.parametrize("given", [[], (), iter(())])
def test_no_steps_are_refused(given: object) -> None:
    assert refusal(lambda: read_steps(given)) == f"steps is empty; {STEPS}"


@pytest.mark.parametrize("given", [None, 1.5, 10.0, math.nan, -math.inf, True, [2.5], np.ones(2)])
def test_what_can_not_be_a_step_is_a_type_error(given: object) -> None:
    with pytest.raises(TypeError, match=r"^steps has a \w+; it accepts whole numbers from 1 to"):
        read_steps(given)


def test_no_step_is_taken_from_an_iterable_after_the_one_that_is_wrong() -> None:
    taken: list[int] = []

    def steps() -> Iterator[int]:
        for step in (1, 3, 2, 5):
            taken.append(step)
            yield step

    assert "has 2 after 3" in refusal(lambda: read_steps(steps()))
    assert taken == [1, 3, 2]


# --- digits and names -----------------------------------------------------------------------------
@pytest.mark.parametrize("given", ["30", " 30 ", 30, np.int32(30), "0030"])
def test_digits_are_read(given: object) -> None:
    assert read_digits(given) == 30
    assert type(read_digits(given)) is int


@pytest.mark.parametrize(
    "given", ["", "0", "-1", "1001", "1e2", "30.0", "thirty", "３", "9" * 5000, 0, 1001]
)
def test_other_digits_are_refused(given: object) -> None:
    message = refusal(lambda: read_digits(given, "--digits"))
    assert message.startswith("--digits is ")
    assert message.endswith("; it accepts a whole number from 1 to 1000")


@pytest.mark.parametrize("given", [None, True, 30.0])
def test_digits_of_another_type_are_a_type_error(given: object) -> None:
    with pytest.raises(TypeError, match=r"^digits has a \w+; it accepts a whole number"):
        read_digits(given)


def test_names_are_read_in_the_order_given() -> None:
    assert read_names("simple,ess", COLUMNS, "columns") == ("simple", "ess")
    assert read_names(" rho , liu ", COLUMNS, "columns") == ("rho", "liu")
    assert read_names(["liu", "rho"], COLUMNS, "columns") == ("liu", "rho")


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ("", "--columns is empty; it accepts ess, rho, liu, simple"),
        ([], "--columns is empty; it accepts ess, rho, liu, simple"),
        ("ess,", "--columns has ''; it accepts ess, rho, liu, simple"),
        (
            "simpel",
            "--columns has 'simpel'; it accepts ess, rho, liu, simple; did you mean simple?",
        ),
        ("RHO", "--columns has 'RHO'; it accepts ess, rho, liu, simple; did you mean rho?"),
        ("xyzzy", "--columns has 'xyzzy'; it accepts ess, rho, liu, simple"),
        ("ess,rho,ess", "--columns has ess twice; it accepts each once: ess, rho, liu, simple"),
        ("a\nb", "--columns has 'a\\nb'; it accepts ess, rho, liu, simple"),
        ("x" * 10**6, f"--columns has '{'x' * 39}…; it accepts ess, rho, liu, simple"),
    ],
    ids=lambda value: str(value)[:20],
)
def test_other_names_are_refused_with_the_nearest_one(given: object, message: str) -> None:
    assert refusal(lambda: read_names(given, COLUMNS, "--columns")) == message


@pytest.mark.parametrize("given", [None, 3, [b"ess"]])
def test_a_name_that_is_no_string_is_a_type_error(given: object) -> None:
    with pytest.raises(TypeError, match=r"^columns has a \w+; it accepts ess, rho, liu, simple$"):
        read_names(given, COLUMNS, "columns")


@pytest.mark.parametrize("known", COLUMNS)
def test_one_name_is_read(known: str) -> None:
    assert read_name(f" {known} ", COLUMNS, "column") == known


@pytest.mark.parametrize(
    "given",
    [b"5", np.ones((2, 2), int), [np.ones((2, 2), int)], np.ma.array([5, 6], mask=[False, True])],
)
def test_what_only_iterates_like_steps_is_refused(given: object) -> None:
    with pytest.raises(TypeError, match=r"steps has a \w+; it accepts whole numbers"):
        read_steps(given)


def test_an_array_of_no_dimensions_is_one_step() -> None:
    assert read_steps(np.array(5)) == (5,)


# --- one step -------------------------------------------------------------------------------------


@given(st.integers(1, LAST_STEP) | st.just(math.inf))
def test_one_step_is_read_typed_or_from_python(step: Step) -> None:
    assert read_step(step) == read_step(f" {step} ") == step


@pytest.mark.parametrize(
    ("given_step", "wrong"),
    [
        (0, "is 0, which is below 1"),
        ("-7", "is '-7', which is below 1"),
        (LAST_STEP + 1, "is 9007199254740993, which is above 2**53"),
        ("1:3", "is '1:3', which is not a whole number"),
        ("", "is '', which is not a whole number"),
    ],
)
def test_what_is_no_single_step_is_refused(given_step: object, wrong: str) -> None:
    accepted = "it accepts a whole number from 1 to 2**53, or inf"
    assert refusal(lambda: read_step(given_step)) == f"t {wrong}; {accepted}"


@pytest.mark.parametrize("given_step", [2.5, 3.0, True, None, -math.inf, math.nan, [3]])
def test_what_is_no_whole_number_is_a_type_error(given_step: object) -> None:
    with pytest.raises(
        TypeError, match=r"^t has a \w+; it accepts a whole number from 1 to 2\*\*53"
    ):
        read_step(given_step)
