"""The sweep keeps its promise, held against balls, and takes no more than it says."""

from __future__ import annotations

import math
import random
import subprocess
import sys
import tracemalloc
from collections.abc import Callable
from fractions import Fraction
from functools import cache
from typing import Any

import numpy as np
import pytest
from flint import arb, ctx, fmpq
from hypothesis import given, settings
from hypothesis import strategies as st

from radam_sym import InputError
from radam_sym.exact import certified, sweep
from radam_sym.exact.sweep import Decay, deficit, exponents, factors, variances

PROMISE = 1e-13
SEEN = 3e-14  # twice what 10,000 points stayed below
NARROW = 1e-14  # the same from β = 1/100 on, nearly


def ball(value: Fraction) -> arb:
    return arb(fmpq(value.numerator, value.denominator))


def off(computed: float, exact: arb) -> float:
    """The relative error."""
    with ctx.workprec(120):
        return float(abs((arb(float(computed)) - exact) / exact))


@cache
def exact_variance(t: float, beta: Fraction | str) -> arb:
    return certified.variance(t, beta, 20)


def exact_factor(t: float, beta: Fraction | str) -> arb:
    with ctx.workprec(120):
        return (exact_variance(math.inf, beta) / exact_variance(t, beta)).sqrt()


def random_rate(rng: random.Random) -> Fraction:
    """β near to 1, anywhere, or near to 0."""
    kind = rng.random()
    if kind < 0.5:
        return 1 - Fraction(rng.randint(1, 99), 10 ** rng.randint(2, 15))
    if kind < 0.9:
        return Fraction(rng.randint(10, 999), 1000)
    return Fraction(rng.randint(1, 99), 10 ** rng.randint(3, 50))


def random_step(beta: Fraction, rng: random.Random) -> int:
    """Few steps, any number of them, or such that βᵗ counts."""
    about = rng.uniform(0.01, 50) / -math.log1p(-float(1 - beta)) if beta > Fraction(1, 2) else 9
    any_step = int(10 ** rng.uniform(0.5, 8))
    return min(
        max(3, rng.choice([rng.randint(3, 12), rng.randint(3, 1000), any_step, int(about)])), 2**53
    )


def test_two_thousand_values_are_as_near_as_is_promised() -> None:
    rng = random.Random(0)
    for _ in range(1000):
        beta = random_rate(rng)
        t = random_step(beta, rng)
        limit = NARROW if beta > Fraction(1, 100) else SEEN
        assert off(variances(t, beta)[0], exact_variance(t, beta)) < limit < PROMISE
        assert off(factors(t, beta)[0], exact_factor(t, beta)) < limit < PROMISE


@pytest.mark.parametrize("beta", ["1e-50", "0.1", "0.5", "0.9", "0.999", "1-1e-6", "1-1e-15"])
def test_the_limit_is_as_near_as_is_promised(beta: str) -> None:
    assert off(variances("inf", beta)[0], exact_variance(math.inf, beta)) < SEEN


@pytest.mark.parametrize("beta", ["0.3", "0.9", "0.99", "0.999", "1-1e-6"])
def test_every_step_of_a_sweep_is_as_near_as_is_promised(beta: str) -> None:
    swept = sweep.sweep(3000, beta)
    assert swept.shape == (3000,)
    assert (swept[:2] == 0).all()
    for t in [*range(3, 40), *range(41, 3000, 61), 3000]:
        assert off(swept[t - 1], exact_factor(t, beta)) < NARROW


@given(st.integers(1, 10**6), st.integers(1, 400))
@settings(max_examples=30)
def test_a_step_is_the_same_by_itself_and_in_a_sweep(seed: int, last: int) -> None:
    beta = random_rate(random.Random(seed))
    swept = sweep.sweep(last, beta)
    t = np.arange(1, last + 1)
    np.testing.assert_allclose(factors(range(1, last + 1), beta), swept, rtol=0)
    some = [*range(1, last + 1, 7), math.inf]
    np.testing.assert_allclose(factors(some, beta)[:-1], swept[t % 7 == 1], rtol=2 * NARROW)


@given(st.integers(0, 10**6), st.integers(1, 400), st.integers(0, 10**7))
@settings(max_examples=30)
def test_a_step_is_the_same_bit_for_bit_whatever_the_others(
    seed: int, count: int, first: int
) -> None:
    beta = float(random_rate(random.Random(seed)))
    t = np.arange(first + 1, first + 1 + count)
    alone = [sweep.factors_alike(t[i : i + 1], beta)[0] for i in range(count)]
    sweep._kept.cache_clear()
    shuffled = np.random.default_rng(seed).permutation(t)
    together = sweep.factors_alike(shuffled, beta)
    assert dict(zip(shuffled, together, strict=True)) == dict(zip(t, alone, strict=True))
    np.testing.assert_allclose(together, factors(np.sort(t), beta)[shuffled - t[0]], 2 * NARROW)


@pytest.mark.parametrize("beta", [1e-50, 0.3, 0.9, 0.999, 1 - 2.0**-20])
def test_all_blocks_together_are_a_sweep(beta: float) -> None:
    alike = sweep.factors_alike(np.arange(1, 20_001), beta)
    np.testing.assert_allclose(alike, sweep.sweep(20_000, beta), rtol=2 * NARROW)


@pytest.mark.parametrize("beta", [1e-50, 0.3, 0.999, 1 - 2.0**-53])
def test_the_last_steps_have_their_block_too(beta: float) -> None:
    t = np.array([2**53, 2**53 - 1, 2**53 - 600])
    np.testing.assert_allclose(
        sweep.factors_alike(t, beta), factors(t[::-1], beta)[::-1], rtol=2 * NARROW
    )


def test_the_factor_grows_to_one() -> None:
    swept = sweep.sweep(10**5, "0.999")
    assert (np.diff(swept[2:]) > -1e-14).all()
    assert (np.diff(swept[2:5000]) > 0).all()
    assert (swept[60_000:] == 1).all()


def test_rounding_does_not_add_up() -> None:
    swept = sweep.sweep(2 * 10**5, "1-1e-6")
    for t in (10, 1000, 10**5, 2 * 10**5):
        assert off(swept[t - 1], exact_factor(t, "1-1e-6")) < NARROW


@pytest.mark.parametrize("beta", ["0.999", "0.9", "0.6", "0.3", "0.1", "0.001", "1e-20", "1e-50"])
def test_where_a_step_counts_as_late_the_law_has_settled(beta: str) -> None:
    exact = Fraction(beta)
    start = math.floor(8 + 40 / Decay(exact).rate) + 1
    for t in (start, 2 * start, math.inf):
        with ctx.workprec(100):
            (cubed,) = certified.integrals(exact, t, [Fraction(3)])
            assert ball(exact) ** 8 * cubed / 2 < 1
            n = (1 + ball(exact)) / (1 - ball(exact))
            assert n * certified.variance(t, exact, 20) > 0.5
            assert 1 - certified.factor(t, exact, 25) < arb("1e-16")


@given(st.integers(0, 10**6), st.integers(1, 300), st.floats(-10, 12))
@settings(max_examples=60)
def test_the_exponent_and_what_it_lacks_are_sums_over_the_weights(
    seed: int, t: int, log_u: float
) -> None:
    beta = random_rate(random.Random(seed))
    u = np.exp([-11.0, log_u])
    exponent, lacking = exponents(np.array([float(t)]), np.sort(u), Decay(beta))
    with ctx.workprec(400):
        shares = [2 * arb(u[1]) * ball(beta) ** k for k in range(t)]
        exact = sum(((1 + x).log() for x in shares), arb(0)) / 2
        left_out = sum(shares, arb(0)) / 2 - exact
        assert off(exponent[0, 1], exact) < 3e-14
        assert off(lacking[0, 1], left_out) < 3e-14


@given(st.floats(1e-150, 1e150))
def test_a_term_of_the_deficit_has_all_its_digits(z: float) -> None:
    with ctx.workprec(2000):
        exact = arb(z) - (1 + 2 * arb(z)).log() / 2
        assert off(deficit(np.array([z]))[0], exact) < 2e-15


# --- a sweep that is wrong is noticed -------------------------------------------------------------

WRONG: dict[str, tuple[str, Any]] = {
    "three quarters of the nodes missing": ("STEP", 1 / 2),
    "no nodes on the left": ("LEFT", -4),
    "no nodes on the right": ("NEGLIGIBLE", -8),
    "too few power sums": ("BITS", 10),
    "too few terms": ("TERMS", 4),
    "settled too soon": ("SETTLED", 10),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_a_wrong_sweep_is_noticed(wrong: str, monkeypatch: pytest.MonkeyPatch) -> None:
    points = [(t, beta) for beta in ("0.5", "0.9", "1-1e-5") for t in (3, 8, 30, 150, 10**6)]
    exact = [certified.variance(t, beta, 20) for t, beta in points]

    def worst() -> float:
        computed = (variances(t, beta)[0] for t, beta in points)
        return max(map(off, computed, exact))

    assert worst() < NARROW
    monkeypatch.setattr(sweep, *WRONG[wrong])
    assert worst() > PROMISE


# --- what it costs --------------------------------------------------------------------------------


def peak(run: Callable[[], object]) -> int:
    tracemalloc.start()
    run()
    size = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return size


def test_memory_grows_with_the_output_only() -> None:
    megabytes = 20e6
    assert peak(lambda: sweep.sweep(10**4, "1-1e-6")) < megabytes
    assert peak(lambda: sweep.sweep(3 * 10**6, "0.9")) < megabytes + 25 * 3 * 10**6


def test_a_late_step_needs_no_sweep() -> None:
    megabytes = 1e6
    assert peak(lambda: factors([10**7, 2**53], "1-1e-6")) < megabytes


def test_one_step_after_another_takes_a_block_after_another(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    computed: list[int] = []
    right = sweep.factors_at

    def counted(t: Any, decay: Decay) -> Any:
        computed.append(len(t))
        return right(t, decay)

    monkeypatch.setattr(sweep, "factors_at", counted)
    sweep._kept.cache_clear()
    for t in range(1, 3001):
        sweep.factors_alike(np.array([t]), 0.999)
    assert sum(computed) < 3000 + sweep.ROWS
    assert len(computed) < 9 + 3000 / sweep.ROWS


def test_it_takes_numpy_alone() -> None:
    code = (
        "import sys, radam_sym.exact.sweep; print('flint' in sys.modules, 'sympy' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.split() == ["False", "False"]


def test_nothing_warns_or_raises_under_strict_floating_point() -> None:
    with np.errstate(all="raise"):
        for beta in ("1e-50", "0.01", "0.5", "0.999", "1-1e-15", 1 - 2.0**-53):
            assert np.isfinite(factors("1:50,1000,100000,10000000,inf", beta)).all()


# --- bad input ------------------------------------------------------------------------------------

RATES = "it accepts a number from 1e-50 to 1 - 2**-53"
BAD: list[tuple[Any, Any, type[Exception], str]] = [
    (0, "0.9", InputError, "last is 0, which is below 1; it accepts"),
    (-1, "0.9", InputError, "last is -1, which is below 1; it accepts"),
    (2.5, "0.9", TypeError, "last has a float; it accepts a whole number"),
    (10**7 + 1, "0.9", InputError, "last is 10000001; it accepts a whole number from 1 to 10**7"),
    (math.inf, "0.9", InputError, "last is inf; it accepts a whole number from 1 to 10**7"),
    (5, 0, InputError, f"beta2 is below 1e-50; {RATES}"),
    (5, "1e-51", InputError, f"beta2 is below 1e-50; {RATES}"),
    (5, "1-1e-400", InputError, f"beta2 is above 1 - 2**-53; {RATES}"),
    (5, 1.0, InputError, "beta2 is 1.0, which is not below 1"),
    (5, "nine", InputError, "beta2 is 'nine', which is not a number"),
]


@pytest.mark.parametrize(("last", "beta", "error", "message"), BAD, ids=str)
def test_bad_input_is_told_in_one_line(
    last: Any, beta: Any, error: type[Exception], message: str
) -> None:
    with pytest.raises(error) as caught:
        sweep.sweep(last, beta)
    assert str(caught.value).startswith(message)
    assert "\n" not in str(caught.value)


def test_steps_of_their_own_are_read_as_steps_are() -> None:
    with pytest.raises(InputError, match=r"^steps has 9007199254740993, which is above 2\*\*53"):
        factors(2**53 + 1, "0.9")
    with pytest.raises(InputError, match=r"^steps has '0:5', which is below 1"):
        variances("0:5", "0.9")
