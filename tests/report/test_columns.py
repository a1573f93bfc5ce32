"""Every value is held against sums of exact fractions, and far out against Python's decimals."""

import math
from decimal import Context, Decimal, localcontext
from fractions import Fraction

import pytest
from flint import arb, ctx, fmpq
from hypothesis import example, given, settings
from hypothesis import strategies as st

from radam_sym import InputError
from radam_sym.exact import certified, sweep
from radam_sym.numbers import read_beta
from radam_sym.report.columns import COLUMNS, DEFAULT, FACTORS, chi_exists, liu_exists

HALF = Fraction(1, 2) + Fraction(1, 10**20)
LAST = 2**53

betas = st.fractions(0, 1, max_denominator=10**12).filter(lambda beta: beta < 1)
near_one = st.integers(1, 400).map(lambda places: 1 - Fraction(1, 10**places))
digits_asked = st.integers(1, 1000)
few_steps = st.integers(1, 25)
LATER = [name for name in COLUMNS if name not in DEFAULT]
BY_SIZE = ("rational", "matched", "skewed")
EXACT = ["exact", "var_exact", *(f"err_{name}" for name in FACTORS)]


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
    for name in DEFAULT:
        written = COLUMNS[name].value(beta, step, digits)
        assert (written is None) == (name not in exact)
        if written is not None:
            low, high = bounds(written, digits)
            assert low**2 <= exact[name] <= high**2


@given(betas | near_one, digits_asked)
@example(Fraction(3, 5), 30)
@example(Fraction(3, 5) + Fraction(1, 10**999), 30)
def test_at_infinity_stand_the_limits(beta: Fraction, digits: int) -> None:
    values = {name: COLUMNS[name].value(beta, math.inf, digits) for name in DEFAULT}
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
    for name in DEFAULT:
        written = COLUMNS[name].value(beta, step, digits)
        assert (written is None) == (name not in exact)
        if written is not None:
            low, high = bounds(written, digits)
            slack = Fraction(exact[name]) / 10 ** (2 * digits + 100)
            assert low - slack <= Fraction(exact[name]) <= high + slack


# --- the factors by the χ² law --------------------------------------------------------------------
def law_variance(beta: arb, power: arb, kind: str) -> arb:
    """F(n) or what stands for it, less 3(Σw³ − (Σw²)²) if it is skewed, for the weights of β and
    power = β^t.
    """
    half = (1 - power) / (1 + power) * (1 + beta) / (1 - beta) / 2
    if kind == "rational":
        return half / (half - 1) / (8 * half - 7) * 2
    ratio = 2 * ((half - arb(0.5)).lgamma() - half.lgamma())
    cubes = ((1 - beta) / (1 - power)) ** 3 * (1 - power**3) / (1 - beta**3)
    return half / (half - 1) - half * ratio.exp() - 3 * (cubes - half**-2 / 4) * (kind == "skewed")


@given(betas | near_one, few_steps | st.integers(1, LAST), digits_asked)
@settings(deadline=None)
@example(Fraction(1, 3), 10**6, 10)
@example(Fraction(1, 3) + Fraction(1, 10**300), 100, 10)
@example(Fraction(1, 3) + Fraction(1, 10**300), 10**4, 10)
@example(Fraction(381966, 10**6), 3, 30)  # next to (3−√5)/2
@example(Fraction(381967, 10**6), 3, 30)
@example(1 - Fraction(1, 10**1000), 8, 1000)
def test_the_factors_by_size_are_within_their_last_digit(
    beta: Fraction, step: int, digits: int
) -> None:
    with ctx.workprec(8 * digits + 8 * certified.nearness(beta) + 4000):
        decay = arb(fmpq(beta.numerator, beta.denominator))
        power = decay**step
        above_two = (3 * decay - 1 > power * (3 - decay)) and step > 2
        for kind in BY_SIZE:
            written = COLUMNS[kind].value(beta, step, digits)
            if not above_two:
                assert written == "0"
                continue
            exact = law_variance(decay, arb(0), kind) / law_variance(decay, power, kind)
            low, high = (arb(fmpq(*end.as_integer_ratio())) for end in bounds(written, digits))
            assert low**2 <= exact <= high**2


@pytest.mark.parametrize("kind", BY_SIZE)
def test_their_limit_is_one_unless_they_are_zero_at_every_step(kind: str) -> None:
    third = Fraction(1, 3)
    for beta, limit in ((third, "0"), (third + Fraction(1, 10**999), "1.0"), (1 - third, "1.0")):
        assert COLUMNS[kind].value(beta, math.inf, 2) == limit
    assert COLUMNS[kind].value(third, LAST, 2) == "0"


@given(betas, few_steps)
def test_a_size_above_two_is_told_exactly(beta: Fraction, step: int) -> None:
    assert chi_exists(beta, step) == (sums(beta, step)[0] > 2)


def test_the_size_is_never_two_from_the_third_step_on() -> None:
    """n_t = 2 says β^{t+1} − 3β^t + 3β − 1 = 0, so a root p/q has p and q that divide 1."""
    for beta in (Fraction(2, 5), Fraction(7, 9)):
        for step in range(1, 30):
            polynomial = beta ** (step + 1) - 3 * beta**step + 3 * beta - 1
            assert polynomial == (sums(beta, step)[0] - 2) * (1 - beta) * (1 + beta**step)


# --- the exact law --------------------------------------------------------------------------------
rates = st.fractions(Fraction(1, 100), 1, max_denominator=10**4).filter(lambda beta: beta < 1)


def exact_ones(beta: Fraction, step: int, digits: int) -> dict[str, arb]:
    """From `certified`, whose digits are told by itself."""
    factor = certified.factor(step, beta, digits)
    decay = arb(fmpq(beta.numerator, beta.denominator))
    power = decay**step
    found = {"exact": factor, "var_exact": certified.variance(step, beta, digits)}
    of_kind = {"simple": ((1 - power) / (1 + power)).sqrt()}
    if liu_exists(beta, step):
        of_kind["liu"] = arb(COLUMNS["liu"].value(beta, step, digits))
    for kind in BY_SIZE:
        of_kind[kind] = arb(0)
        if chi_exists(beta, step):
            last = law_variance(decay, arb(0), kind)
            of_kind[kind] = (last / law_variance(decay, power, kind)).sqrt()
    return found | {f"err_{kind}": value / factor - 1 for kind, value in of_kind.items()}


@given(rates, st.integers(3, 60), st.integers(1, 25))
@settings(deadline=None, max_examples=40)
@example(Fraction(999, 1000), 3, 60)
@example(Fraction(999, 1000), 5000, 30)
@example(Fraction(1, 3), 7, 20)
@example(1 - Fraction(1, 10**6), 1000, 20)
@example(Fraction(1, 10**20), 3, 10)
def test_what_the_exact_law_says_is_within_its_last_digit(
    beta: Fraction, step: int, digits: int
) -> None:
    with ctx.workprec(1000):
        lost = math.ceil(-step * math.log10(beta))  # in the errors, which fall like β^t
        exact = exact_ones(beta, step, digits + 60 + lost)
        for name in EXACT:
            written = COLUMNS[name].value(beta, step, digits)
            assert (written is None) == (name not in exact)
            if written is not None:
                value = abs(exact[name])
                assert written.startswith("-") == (exact[name] < 0)
                ends = bounds(written.removeprefix("-"), digits)
                low, high = (arb(fmpq(*end.as_integer_ratio())) for end in ends)
                slack = value * arb(10) ** -(digits + 20)
                assert low - slack <= value
                assert value <= high + slack


@pytest.mark.parametrize("beta", ["0.01", "0.9", "0.999", "1-1e-6"])
def test_the_sweep_gives_the_same(beta: str) -> None:
    steps = (1, 2, 3, 10, 1000, 10**6, LAST, math.inf)
    columns = ((sweep.factors, "exact"), (sweep.variances, "var_exact"))
    for function, name in columns:
        written = [COLUMNS[name].value(read_beta(beta), t, 17) for t in steps]
        assert [float(f"{cell}") for cell in written] == pytest.approx(
            function(steps, beta).tolist(), rel=1e-13, abs=0
        )


@pytest.mark.parametrize("beta", [Fraction(1, 10**9), Fraction(1, 3), Fraction(999, 1000)])
def test_where_the_variance_is_infinite_the_factor_is_zero_and_has_no_error(
    beta: Fraction,
) -> None:
    for step in (1, 2):
        values = [COLUMNS[name].value(beta, step, 5) for name in EXACT]
        assert values == ["0", "inf", *[None] * len(FACTORS)]


@pytest.mark.parametrize(
    ("beta", "errors"),
    [
        (Fraction(1, 3), ["0", None, "-1.0", "-1.0", "-1.0"]),
        (Fraction(1, 2), ["0", None, "0", "0", "0"]),
        (Fraction(999, 1000), ["0", "0", "0", "0", "0"]),
    ],
)
def test_at_infinity_the_errors_are_gone_where_the_factor_goes_to_one(
    beta: Fraction, errors: list[str | None]
) -> None:
    assert COLUMNS["exact"].value(beta, math.inf, 3) == "1.00"
    assert [COLUMNS[name].value(beta, math.inf, 2) for name in EXACT[2:]] == errors
    assert COLUMNS["err_matched"].value(Fraction(1, 3), 5, 3) == "-1.00"


@pytest.mark.parametrize("name", EXACT)
@pytest.mark.parametrize(
    ("beta", "step", "digits"),
    [(1 - Fraction(1, 10**1000), 5, 1), (1 - Fraction(1, 10**400), 5, 30)],
)
def test_what_takes_more_bits_than_are_tried_is_refused(
    name: str, beta: Fraction, step: int, digits: int
) -> None:
    refusal = f"^{digits} digits of a value need more than 4096 bits of precision$"
    with pytest.raises(InputError, match=refusal):
        COLUMNS[name].value(beta, step, digits)


@pytest.mark.parametrize("step", [10**7, LAST])
def test_an_error_too_small_for_these_bits_is_refused_and_the_factor_is_not(step: int) -> None:
    beta = Fraction(999, 1000)
    assert COLUMNS["exact"].value(beta, step, 5) == "1.0000"
    for name in FACTORS:
        with pytest.raises(InputError, match=r"need more than 4096 bits"):
            COLUMNS[f"err_{name}"].value(beta, step, 5)


def test_the_columns_of_one_step_share_its_variance(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[float] = []
    right = certified.variance_at

    def counted(beta: Fraction, step: float) -> arb:
        asked.append(step)
        return right(beta, step)

    monkeypatch.setattr(certified, "variance_at", counted)
    beta = Fraction(997, 1000)
    for step in range(3, 40):
        for name in EXACT[:2]:
            COLUMNS[name].value(beta, step, 12)
    assert sorted(asked) == [*range(3, 40), math.inf]


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
        values = [COLUMNS[name].value(Fraction(0), step, 3) for name in DEFAULT]
        assert values == ["1.00", "1.00", None, "1.00"]
        values = [COLUMNS[name].value(Fraction(0), step, 3) for name in LATER]
        assert values == ["0", "0", "0", None, "inf", *[None] * len(FACTORS)]
