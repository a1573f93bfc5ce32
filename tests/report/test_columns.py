"""Every value is held against sums of exact fractions, and far out against Python's decimals."""

import math
from decimal import Context, Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from radam_sym.report.columns import COLUMNS, liu_exists

HALF = Fraction(1, 2) + Fraction(1, 10**20)
LAST = 2**53

betas = st.fractions(0, 1, max_denominator=10**12).filter(lambda beta: beta < 1)
near_one = st.integers(1, 400).map(lambda places: 1 - Fraction(1, 10**places))
digits_asked = st.integers(1, 1000)
few_steps = st.integers(1, 25)


def sums(beta: Fraction, step: int) -> tuple[Fraction, Fraction]:
    """n_t and ρ_t from what they mean: sums over the weights, here times q^(t−1) for β = p/q."""
    p, q = beta.numerator, beta.denominator
    weights = [p**i * q ** (step - 1 - i) for i in range(step)]
    total = sum(weights)
    size = Fraction(total**2, sum(weight**2 for weight in weights))
    age = Fraction(sum(i * weight for i, weight in enumerate(weights)), total)
    return size, 1 + 2 * age


def squares(beta: Fraction, step: int) -> dict[str, Fraction]:
    """The square of every column's value."""
    size, length = sums(beta, step)
    limit = (1 + beta) / (1 - beta)
    found = {"ess": size**2, "rho": length**2, "simple": size / limit}
    if length > 4:
        found["liu"] = (length - 4) * (length - 2) * limit
        found["liu"] /= (limit - 4) * (limit - 2) * length
    return found


def bounds(written: str | None, digits: int) -> tuple[Fraction, Fraction]:
    """Between what the value has to lie for the decimal to keep its promise."""
    assert written is not None
    mantissa, _, exponent = written.partition("e")
    whole, _, decimals = mantissa.partition(".")
    assert len((whole + decimals).lstrip("0")) == digits
    unit = Fraction(10) ** (int(exponent or 0) - len(decimals))
    return Fraction(written) - HALF * unit, Fraction(written) + HALF * unit


@given(betas | near_one, few_steps, digits_asked)
@settings(deadline=None)
@example(Fraction(0), 1, 1000)
@example(Fraction(0), 7, 30)
@example(Fraction(1, 2), 2, 1)
@example(Fraction(3, 5), 40, 30)
@example(Fraction(3, 4), 5, 30)
@example(1 - Fraction(1, 10**1000), 8, 1000)
def test_each_value_is_within_its_last_digit(beta: Fraction, step: int, digits: int) -> None:
    exact = squares(beta, step)
    for name, column in COLUMNS.items():
        written = column.value(beta, step, digits)
        assert (written is None) == (name not in exact)
        if written is not None:
            low, high = bounds(written, digits)
            assert low**2 <= exact[name] <= high**2


@given(betas | near_one, digits_asked)
@example(Fraction(3, 5), 30)
@example(Fraction(3, 5) + Fraction(1, 10**999), 30)
def test_at_infinity_stand_the_limits(beta: Fraction, digits: int) -> None:
    values = {name: column.value(beta, math.inf, digits) for name, column in COLUMNS.items()}
    low, high = bounds(values["ess"], digits)
    assert low <= (1 + beta) / (1 - beta) <= high
    assert values["rho"] == values["ess"]
    one = "1." + "0" * (digits - 1) if digits > 1 else "1"
    assert values["simple"] == one
    assert values["liu"] == (one if beta > Fraction(3, 5) else None)


@given(
    st.fractions(Fraction(1, 10), 1, max_denominator=10**30).filter(lambda beta: beta < 1)
    | st.integers(1, 60).map(lambda places: 1 - Fraction(1, 10**places)),
    st.integers(1, LAST),
    st.integers(1, 300),
)
@settings(deadline=None)
@example(Fraction(1, 5), 10**6, 1)  # 1.5 − 5^-1000000, beside a tie
@example(Fraction(61, 100), LAST, 300)
def test_far_out_each_value_is_within_its_last_digit(
    beta: Fraction, step: int, digits: int
) -> None:
    with localcontext(Context(prec=3 * digits + 300, Emin=-(10**17), Emax=10**17)):
        decay = Decimal(beta.numerator) / Decimal(beta.denominator)
        power = (step * decay.ln()).exp()
        limit = (1 + decay) / (1 - decay)
        length = limit - 2 * step * power / (1 - power)
        exact = {
            "ess": limit - 2 * limit * power / (1 + power),
            "rho": length,
            "simple": ((1 - power) / (1 + power)).sqrt(),
        }
        if length > 4 and step > 4 and beta > Fraction(3, 5):
            inside = (length - 4) * (length - 2) / length
            exact["liu"] = (inside * limit / ((limit - 4) * (limit - 2))).sqrt()
    for name, column in COLUMNS.items():
        written = column.value(beta, step, digits)
        assert (written is None) == (name not in exact)
        if written is not None:
            low, high = bounds(written, digits)
            slack = Fraction(exact[name]) / 10 ** (2 * digits + 100)
            assert low - slack <= Fraction(exact[name]) <= high + slack


# --- Liu's gate -----------------------------------------------------------------------------------
@given(st.fractions(Fraction(1, 2), 1, max_denominator=10**6).filter(lambda b: b < 1), few_steps)
@example(Fraction(3, 5), 40)
@example(Fraction(3, 4), 5)
@example(Fraction(999999, 10**6), 4)
def test_the_gate_is_where_the_length_exceeds_four(beta: Fraction, step: int) -> None:
    assert liu_exists(beta, step) == (sums(beta, step)[1] > 4)


@pytest.mark.parametrize("step", [5, 6, 7, 20])
def test_the_gate_is_decided_however_near_it_is(step: int) -> None:
    low, high = Fraction(3, 5), Fraction(1)
    for _ in range(300):  # bisection, in fractions: 2^-300 from the root
        middle = (low + high) / 2
        low, high = (low, middle) if sums(middle, step)[1] > 4 else (middle, high)
    assert not liu_exists(low, step)
    assert liu_exists(high, step)
    written = COLUMNS["liu"].value(high, step, 20)
    below, above = bounds(written, 20)
    assert below**2 <= squares(high, step)["liu"] <= above**2


def test_the_length_is_never_four() -> None:
    """The candidates that the docstring names: p/q where p divides 3 and q divides 2t − 5."""
    for step in range(3, 300):
        coefficients = [2 * i - 3 for i in range(step)]
        assert (coefficients[0], coefficients[-1]) == (-3, 2 * step - 5)
        for q in range(1, 2 * step - 4):
            for p in (1, 3):
                root = Fraction(p, q)
                if (2 * step - 5) % q == 0 and Fraction(3, 5) < root < 1:
                    pytest.fail(f"{root} has to be excluded at t = {step}")


@pytest.mark.parametrize(
    "beta", [Fraction(0), Fraction(3, 5), Fraction(3, 5) - Fraction(1, 10**900)]
)
@pytest.mark.parametrize("step", [1, 5, LAST, math.inf])
def test_up_to_three_fifths_the_gate_never_opens(beta: Fraction, step: float) -> None:
    assert not liu_exists(beta, step)


def test_just_above_three_fifths_it_opens_late() -> None:
    beta = Fraction(3, 5) + Fraction(1, 10**900)
    assert not liu_exists(beta, 1000)
    assert liu_exists(beta, 10**5)
    assert liu_exists(beta, math.inf)


# --- the worst inputs -----------------------------------------------------------------------------
def test_as_near_to_one_as_a_beta_may_be() -> None:
    beta = 1 - Fraction(1, 10**1000)
    values = [COLUMNS[name].value(beta, 10, 5) for name in ("ess", "rho", "liu", "simple")]
    assert values == ["10.000", "10.000", "1.5492e-500", "2.2361e-500"]
    assert COLUMNS["ess"].value(beta, math.inf, 3) == "2.00e+1000"
    assert COLUMNS["rho"].value(beta, LAST, 16) == "9007199254740992"


def test_at_zero_a_step_is_all_there_is() -> None:
    for step in (1, 2, LAST, math.inf):
        values = [column.value(Fraction(0), step, 3) for column in COLUMNS.values()]
        assert values == ["1.00", "1.00", None, "1.00"]
