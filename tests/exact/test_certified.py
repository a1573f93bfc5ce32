"""The balls are held against other algorithms: they overlap, and both are narrow."""

from __future__ import annotations

import math
import random
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest
from flint import acb, arb, ctx, fmpq
from hypothesis import given, settings
from hypothesis import strategies as st

from radam_sym import InputError
from radam_sym.exact import certified
from radam_sym.exact.certified import (
    BITS,
    Quotients,
    aliasing,
    factor,
    integrals,
    inverse_mean,
    inverse_root_mean,
    octave,
    step_size,
    sum_below,
    variance,
)
from radam_sym.numbers import Step

BOTH = (Fraction(1), Fraction(1, 2))


def ball(value: Fraction) -> arb:
    return arb(fmpq(value.numerator, value.denominator))


def weights(beta: Fraction, t: int) -> list[arb]:
    b = ball(beta)
    return [b**k * (1 - b) / (1 - b**t) for k in range(t)]


def agree(one: arb, other: arb, digits: int) -> bool:
    """Whether two balls overlap and neither does so by being wide."""
    narrow = all(x.rad() * 10**digits <= x.abs_lower() for x in (one, other))
    return bool(one.overlaps(other)) and narrow


def random_beta(rng: random.Random) -> Fraction:
    """Anywhere, or near to 1 by a power of ten."""
    if rng.random() < 0.5:
        return Fraction(rng.randint(1, 999), 1000)
    return 1 - Fraction(rng.randint(1, 99), 10 ** rng.randint(3, 12))


betas = st.integers(0, 10**6).map(lambda seed: random_beta(random.Random(seed)))


# --- elliptic integrals ---------------------------------------------------------------------------


def carlson(x: arb, y: arb, z: arb) -> arb:
    return acb.elliptic_rf(x, y, z).real


def root_mean_at_two(beta: Fraction) -> arb:
    first, second = weights(beta, 2)
    root = (4 * first * second).sqrt()
    return 2 * carlson(arb(0), 1 / (2 * first), 1 / (2 * second)) / root / arb.pi().sqrt()


def moments_at_three(beta: Fraction) -> tuple[arb, arb]:
    """Carlson's R_F is half the integral of a product of three inverse roots (DLMF 19.16.1), and
    with s for a fourth factor it is one again (DLMF 19.29.4).
    """
    doubled = [2 * w for w in weights(beta, 3)]
    product = doubled[0] * doubled[1] * doubled[2]
    first = 2 * carlson(*(1 / w for w in doubled)) / product.sqrt()
    return first, 2 * carlson(*doubled) / arb.pi().sqrt()


def mean_at_four(beta: Fraction) -> arb:
    """Four factors: DLMF 19.29.4."""
    a, b, c, d = ((2 * w).sqrt() for w in weights(beta, 4))
    return 2 * carlson((a * b + c * d) ** 2, (a * c + b * d) ** 2, (b * c + a * d) ** 2)


def test_a_thousand_variances_at_the_third_step_are_elliptic_integrals() -> None:
    rng = random.Random(0)
    for _ in range(1000):
        beta, digits = random_beta(rng), rng.randint(10, 30)
        with ctx.workprec(300):
            first, root = moments_at_three(beta)
            assert agree(variance(3, beta, digits), first - root**2, digits)


def test_further_moments_at_the_first_steps_are_elliptic_integrals() -> None:
    rng = random.Random(1)
    for _ in range(300):
        beta = random_beta(rng)
        with ctx.workprec(300):
            first, root = moments_at_three(beta)
            assert agree(inverse_mean(3, beta, 20), first, 20)
            assert agree(inverse_root_mean(3, beta, 20), root, 20)
            assert agree(inverse_root_mean(2, beta, 20), root_mean_at_two(beta), 20)
            assert agree(inverse_mean(4, beta, 20), mean_at_four(beta), 20)


@pytest.mark.parametrize("beta", [Fraction(1, 10**30), Fraction(1, 2), 1 - Fraction(1, 10**40)])
@pytest.mark.parametrize("digits", [1, 100, 200])
def test_few_or_many_digits_and_rates_near_the_ends(beta: Fraction, digits: int) -> None:
    with ctx.workprec(2000):
        first, root = moments_at_three(beta)
        assert agree(variance(3, beta, digits), first - root**2, digits)


# --- adaptive quadrature --------------------------------------------------------------------------


def by_adaptive_quadrature(beta: Fraction, t: int) -> tuple[arb, arb]:
    """The moments with s = tan²θ, integrated by python-flint over 0 ≤ θ ≤ π/2."""
    doubled = [2 * w for w in weights(beta, t)]

    def transform(theta: acb, analytic: bool) -> acb:
        sine, cosine = theta.sin() ** 2, theta.cos() ** 2
        product = acb(1)
        for w in doubled:
            product *= (cosine + w * sine).rsqrt(analytic=analytic)
        return product

    def first(theta: acb, analytic: bool) -> acb:
        return 2 * theta.sin() * theta.cos() ** (t - 3) * transform(theta, analytic)

    def root(theta: acb, analytic: bool) -> acb:
        return 2 * theta.cos() ** (t - 2) * transform(theta, analytic)

    whole = [acb.integral(f, 0, arb.pi() / 2).real for f in (first, root)]
    return whole[0], whole[1] / arb.pi().sqrt()


@pytest.mark.parametrize("t", [3, 4, 5, 8, 13, 30])
@pytest.mark.parametrize("beta", ["0.05", "0.5", "0.9", "0.99", "0.999999"])
def test_adaptive_quadrature_gives_the_same(t: int, beta: str) -> None:
    with ctx.workprec(140):
        first, root = by_adaptive_quadrature(Fraction(beta), t)
        assert agree(inverse_mean(t, beta, 30), first, 30)
        assert agree(inverse_root_mean(t, beta, 30), root, 30)
        assert agree(variance(t, beta, 25), first - root**2, 25)


# --- the delta method's bounds --------------------------------------------------------------------


def size(beta: Fraction, t: Step) -> arb:
    """n_t."""
    b = ball(beta)
    last = arb(0) if t == math.inf else b ** int(t)
    return (1 - last) * (1 + b) / ((1 + last) * (1 - b))


def plain_variance(n: arb) -> arb:
    """F(n)."""
    return n / (n - 2) - n / 2 * (((n - 1) / 2).gamma() / (n / 2).gamma()) ** 2


def by_delta_method(beta: Fraction, t: Step) -> arb:
    """The enclosure of V_t by ``delta.least`` and ``delta.most``, for n_t > 8."""
    n = size(beta, t)
    skew = (1 - 1 / n**2) / (3 * size(beta, math.inf) ** 2 + 1)
    plain = plain_variance(n)
    below = 4 * skew / 3 * 6 * n**4 / ((n - 2) * (n - 4) * (n - 6) * (n - 8))
    above = 5 * skew * n**3 / ((n - 3) * (n - 5) * (n - 7)) * (n / (n - 2) - plain)
    return (plain - below).union(plain + above)


def test_a_thousand_variances_are_within_the_proven_distance_of_gammas() -> None:
    rng = random.Random(2)
    for _ in range(1000):
        beta = 1 - Fraction(rng.randint(1, 99), 10 ** rng.randint(4, 60))
        t: Step = rng.choice([rng.randint(9, 60), int(10 ** rng.uniform(1, 15.9)), math.inf])
        with ctx.workprec(1000):
            if not size(beta, t) > 8:
                continue
            bound, ours = by_delta_method(beta, t), variance(t, beta, 15)
            assert bound.overlaps(ours)
            assert bound.rad() < 100 / size(beta, math.inf) * ours


def test_near_one_the_weights_are_equal_and_the_variance_is_a_ratio_of_gammas() -> None:
    beta = 1 - Fraction(1, 10**100)
    with ctx.workprec(1000):
        for t in (9, 10, 100, 1000):
            assert agree(variance(t, beta, 200), by_delta_method(beta, t), 190)


# --- values that are known ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("t", "value"), [(10, "0.07554646737738967951"), (math.inf, "0.00025034416956208810")]
)
def test_values_that_were_computed_elsewhere(t: Step, value: str) -> None:
    with ctx.workprec(100):
        assert abs(variance(t, "0.999") - arb(value)) < arb("1e-20")


@given(betas, st.integers(3, 10**6) | st.just(math.inf), st.integers(1, 40))
@settings(max_examples=50)
def test_more_digits_are_digits_of_the_same_number(beta: Fraction, t: Step, digits: int) -> None:
    fewer, more = variance(t, beta, digits), variance(t, beta, digits + 20)
    with ctx.workprec(300):
        assert agree(fewer, more, digits)
        assert more.rad() * 10 ** (digits + 20) <= more


@given(betas, st.integers(3, 1000))
@settings(max_examples=50)
def test_the_factor_makes_the_variance_that_of_the_limit(beta: Fraction, t: int) -> None:
    r = factor(t, beta, 25)
    assert r > 0
    with ctx.workprec(200):
        assert agree(r**2 * variance(t, beta, 25), variance("inf", beta, 25), 20)


@given(betas)
@settings(max_examples=20)
def test_where_a_moment_is_infinite_and_where_it_is_not(beta: Fraction) -> None:
    assert [float(inverse_root_mean(t, beta)) < math.inf for t in (1, 2)] == [False, True]
    assert [float(inverse_mean(t, beta)) < math.inf for t in (1, 2, 3)] == [False, False, True]
    assert [float(variance(t, beta)) < math.inf for t in (1, 2, 3)] == [False, False, True]
    assert factor(1, beta) == factor(2, beta) == 0
    assert factor("inf", beta).contains(1)


def test_without_memory_no_inverse_moment_is_finite() -> None:
    for t in (1, 3, math.inf):
        for quantity in (inverse_mean, inverse_root_mean, variance):
            assert float(quantity(t, 0)) == math.inf


def test_a_float_is_the_binary_number_that_it_is() -> None:
    with ctx.workprec(200):
        assert agree(variance(5, 0.999), variance(5, Fraction(0.999)), 30)
        assert not variance(5, 0.999).overlaps(variance(5, "0.999"))


def test_the_precision_outside_is_left_alone() -> None:
    before = ctx.prec, ctx.cap
    variance(7, "0.9", 100)
    with pytest.raises(InputError):
        variance(7, "2")
    assert (ctx.prec, ctx.cap) == before


# --- each bound -----------------------------------------------------------------------------------


def transform(beta: Fraction, t: int, s: arb) -> arb:
    """M(s), factor by factor."""
    value = arb(1)
    for w in weights(beta, t):
        value *= (1 + 2 * w * s).rsqrt()
    return value


@given(betas, st.integers(1, 60), st.floats(-3, 8), st.floats(0, 1), st.integers(5, 200))
@settings(max_examples=50)
def test_what_is_cut_off_the_series_is_what_is_promised(
    beta: Fraction, t: int, log_top: float, x: float, bits: int
) -> None:
    with ctx.workprec(400):
        top = arb(log_top).exp()
        polynomial, error = octave(Quotients(beta, t), top, arb(2) ** -bits)
        whole = transform(beta, t, top * x) ** -2
        below, above = polynomial(arb(x)), polynomial(arb(x)) * (1 + error)
        assert below <= whole or below.overlaps(whole)
        assert whole <= above or above.overlaps(whole)
        assert error < arb(2) ** -bits
        assert polynomial.degree() <= t


@given(betas, st.integers(1, 30), st.sampled_from(BOTH), st.integers(5, 60))
@settings(max_examples=20)
def test_the_nodes_on_the_left_are_all_in_the_sum(
    beta: Fraction, t: int, power: Fraction, terms: int
) -> None:
    with ctx.workprec(200):
        h, start, a = arb(0.5), arb(0.125), ball(power)
        nodes = [start * (-i * h).exp() for i in range(400)]
        direct = sum((s**a * transform(beta, t, s) for s in nodes), arb(0))
        (closed,) = sum_below(Quotients(beta, t), [power], h, start, terms)
        rest = nodes[-1] ** a / ((a * h).exp() - 1)
        assert closed.overlaps(direct + rest * arb(0.5, 0.5))
        assert closed.rad() < arb(4) ** -terms + arb(2) ** -150


@given(betas, st.integers(3, 30), st.sampled_from(BOTH), st.floats(0.5, 4))
@settings(max_examples=30)
def test_the_sum_is_as_near_to_the_integral_as_is_promised(
    beta: Fraction, t: int, power: Fraction, step: float
) -> None:
    with ctx.workprec(80):
        (exact,) = integrals(beta, t, [power])
        h, a = arb(step), ball(power)
        nodes = [(k * h).exp() for k in range(-int(100 / step), int(120 / step))]
        total = h * sum((s**a * transform(beta, t, s) for s in nodes), arb(0))
        assert abs(total - exact) <= aliasing(power, h) * exact + arb("1e-10") * exact


@given(st.integers(1, BITS), st.sampled_from(BOTH))
def test_the_step_is_as_small_as_the_digits_ask_for(bits: int, power: Fraction) -> None:
    with ctx.workprec(200):
        error = aliasing(power, arb(step_size(bits)))
        assert arb(2) ** -(bits + 12) < error <= arb(2) ** -bits


# --- a quadrature that is wrong is noticed --------------------------------------------------------


def nothing_below(quotients: Any, powers: Any, h: Any, start: Any, terms: int) -> list[arb]:
    return [arb(0) for _ in powers]


def only_ones_below(quotients: Any, powers: Any, h: arb, start: arb, terms: int) -> list[arb]:
    return [start ** ball(a) / (1 - (-ball(a) * h).exp()) for a in powers]


def no_tail(quotients: Any, powers: Any, h: arb, start: arb, small: arb) -> list[arb]:
    return [total.lower() for total in whole_above(quotients, powers, h, start, arb(2) ** -30)]


whole_above = certified.sum_above

WRONG: dict[str, tuple[str, Callable[..., Any]]] = {
    "half of the nodes": ("step_size", lambda bits: 2 * step_size(bits)),
    "no nodes below": ("sum_below", nothing_below),
    "only M = 1 below": ("sum_below", only_ones_below),
    "a tail that is cut": ("sum_above", no_tail),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_a_wrong_quadrature_is_noticed(wrong: str, monkeypatch: pytest.MonkeyPatch) -> None:
    name, replacement = WRONG[wrong]
    asked = 1 - Fraction(1, 10**6), 1000, BOTH
    with ctx.workprec(300):
        right = integrals(*asked)
    with ctx.workprec(150):
        assert all(agree(*pair, 40) for pair in zip(integrals(*asked), right, strict=True))
        monkeypatch.setattr(certified, name, replacement)
        monkeypatch.setattr(certified, "aliasing", lambda power, h: arb(2) ** -150)
        assert not any(agree(*pair, 30) for pair in zip(integrals(*asked), right, strict=True))


# --- bad input ------------------------------------------------------------------------------------

BAD: list[tuple[Any, Any, Any, type[Exception], str]] = [
    (0, "0.9", 30, InputError, "t is 0, which is below 1; it accepts a whole number from 1 to"),
    (-3, "0.9", 30, InputError, "t is -3, which is below 1"),
    (2.5, "0.9", 30, TypeError, "t has a float; it accepts a whole number from 1 to 2**53, or inf"),
    ("2.5", "0.9", 30, InputError, "t is '2.5', which is not a whole number"),
    (2**53 + 1, "0.9", 30, InputError, "t is 9007199254740993, which is above 2**53"),
    (3, "1", 30, InputError, "beta2 is '1', which is not below 1"),
    (3, -0.5, 30, InputError, "beta2 is -0.5, which is below 0"),
    (3, float("nan"), 30, InputError, "beta2 is nan, which is not a number"),
    (3, "1-1e-2000", 30, InputError, "beta2 has more than 1000 digits"),
    (3, "0.9", 0, InputError, "digits is 0; it accepts a whole number from 1 to 1000"),
    (3, "0.9", 10**6, InputError, "digits is 1000000; it accepts"),
    (3, "0.9", 2.5, TypeError, "digits has a float; it accepts"),
    (
        3,
        "1-1e-999",
        900,
        InputError,
        "900 digits at t = 3 and beta2 = 1-1e-999 need more than 4096 bits",
    ),
]


@pytest.mark.parametrize(("t", "beta", "digits", "error", "message"), BAD, ids=str)
def test_bad_input_is_told_in_one_line(
    t: Any, beta: Any, digits: Any, error: type[Exception], message: str
) -> None:
    with pytest.raises(error) as caught:
        variance(t, beta, digits)
    assert str(caught.value).startswith(message)
    assert "\n" not in str(caught.value)


def test_without_memory_there_is_no_factor() -> None:
    with pytest.raises(InputError, match=r"^beta2 is 0, where 1/√v_t has an infinite variance at"):
        factor(3, 0)


def test_what_stays_wide_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(certified, "aliasing", lambda power, h: arb(0.01))
    monkeypatch.setattr(certified, "BITS", 500)
    with pytest.raises(
        InputError, match=r"^30 digits at t = 3 and beta2 = 0.9 need more than 500 bi"
    ):
        variance(3, "0.9")


def test_a_size_beyond_float64_is_no_obstacle() -> None:
    beta = 1 - Fraction(1, 10**320)
    with ctx.workprec(4000):
        assert agree(by_delta_method(beta, math.inf), variance(math.inf, beta, 20), 20)
