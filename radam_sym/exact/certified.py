"""Moments under the exact law of v_t as balls: what is proven, whatever t is, up to infinity.

v_t = Σ w_k g_k², with g_k independent and standard normal and w_k = (1−β)βᵏ/(1−βᵗ), k < t, or
w_k = (1−β)βᵏ at t = ∞. Its Laplace transform is M(s) = E[e^{−sv}] = Q(s)^{−1/2}, Q(s) = Π(1+2w_k s)
(``exact.laplace``), and with s = e^y (``exact.moments``)

    E[1/v] = ∫ e^y M(e^y) dy,    E[1/√v] = π^{−1/2} ∫ e^{y/2} M(e^y) dy

over the whole line. So much is summed, for a = 1 and a = 1/2: h·Σ_k f(kh), f(y) = e^{ay}M(e^y). All
that is left out is in the radius of the ball. Each function proves its part, where it stands:

- `Quotients`: Q as a power series without cancellation, which costs the same for every t;
- `octave`: what is cut off that series;
- `sum_below`: the nodes on the left, all of them, up to −∞;
- `sum_above`: the nodes on the right, and what is beyond the last one;
- `aliasing`: the difference between the sum and the integral.
"""

from __future__ import annotations

import contextlib
import math
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from itertools import accumulate, count, islice

from flint import arb, arb_poly, arb_series, ctx, fmpq

from radam_sym.errors import InputError
from radam_sym.numbers import Step, read_beta, read_digits, read_step, write_beta

BITS = 2**12  # the highest accuracy that is tried
SPARE_BITS = 8  # to begin with, beyond those of the digits and those that the variance loses
HALF = arb(0.5)
ROUNDING_BITS = 32  # lost to some thousands of roundings
START = 8  # the sum is split at s = 1/8, or just below, so that 2w_k s ≤ 1/4
EXCESS = 1e4  # a bound on 2(2π/(ah))ᵃeᵃ for a = 1, 1/2 and every h that BITS bits ask for

Quantity = Callable[[Fraction, Step], arb]


# --- what is asked for ----------------------------------------------------------------------------


def inverse_mean(t: object, beta2: object, digits: object = 30) -> arb:
    """E[1/v_t], as a ball whose radius is at most 10^−digits of the value.

    It is finite from t = 3 on. At t = 1 and 2 it is infinite, and so is the ball.

    Parameters
    ----------
    t
        the step: a whole number from 1 to 2⁵³, or infinity, where v_t has its limiting law.
    beta2
        the decay rate β₂, exactly, from 0 to below 1, as `radam_sym.numbers.read_beta` reads it:
        "0.999" and Fraction(999, 1000) are 999/1000; the float 0.999 is the binary number next to
        it. At β₂ = 0, v_t is one square, and has no inverse moments at any step.
    digits
        how many significant digits are to be proven, from 1 to 1000.

    Raises
    ------
    InputError
        where an argument is none of these, or where 4096 bits don't prove the digits.
    TypeError
        where it is not a number, or t not a whole one.

    >>> print(inverse_mean("inf", "0.999").str(20, radius=False))
    1.0010008342504106541
    >>> float(inverse_mean(2, "0.999"))
    inf
    """
    return _proven(lambda beta, step: moments(beta, step)[0], t, beta2, digits)


def inverse_root_mean(t: object, beta2: object, digits: object = 30) -> arb:
    """E[1/√v_t], which is finite from t = 2 on, and infinity at t = 1.

    Arguments, accuracy and errors are those of `inverse_mean`.

    >>> print(inverse_root_mean(10, "0.999").str(20, radius=False))
    1.0837228672920397383
    """
    return _proven(lambda beta, step: moments(beta, step)[1], t, beta2, digits)


def variance(t: object, beta2: object, digits: object = 30) -> arb:
    """V_t = Var[1/√v_t] = E[1/v_t] − E[1/√v_t]² (``exact.variance``), infinity at t = 1 and 2.

    Arguments, accuracy and errors are those of `inverse_mean`.

    >>> print(variance(10, "0.999").str(20, radius=False))
    0.075546467377389679511
    >>> print(variance("inf", "0.999").str(20, radius=False))
    0.00025034416956208809540
    """
    return _proven(variance_at, t, beta2, digits)


def factor(t: object, beta2: object, digits: object = 30) -> arb:
    """r_t = √(V_∞/V_t), which makes the adaptive rate's variance constant; 0 at t = 1 and 2.

    Arguments, accuracy and errors are those of `inverse_mean`, but β₂ = 0, where V_∞ is infinite,
    is refused.

    >>> print(factor(3, "0.999").str(20, radius=False))
    0.015154003513473204682
    """
    return _proven(factor_at, t, beta2, digits)


def _proven(quantity: Quantity, t: object, beta2: object, digits: object) -> arb:
    """A quantity to so many digits, at a precision that is raised until they are proven."""
    step, beta, places = read_step(t), read_beta(beta2), read_digits(digits)
    bits = math.ceil(places * math.log2(10)) + SPARE_BITS + nearness(beta)
    while bits <= BITS:
        with ctx.workprec(bits):
            ball = quantity(beta, step)
            if ball.rad() * 10**places <= ball.abs_lower():
                return ball
        bits *= 2
    raise InputError(
        f"{places} digits at t = {step} and beta2 = {write_beta(beta)} need more than {BITS} bits"
    )


# --- the same at the working precision ------------------------------------------------------------


def variance_at(beta: Fraction, step: Step) -> arb:
    """V_t from the moments at the working precision: it loses some log₂(8/(1−β)) bits of them.

    What `variance` evaluates, for callers that raise the precision by themselves.
    """
    first, root = moments(beta, step)
    return first - root**2 if first.is_finite() else first


def factor_at(beta: Fraction, step: Step) -> arb:
    """r_t from the variances at the working precision; InputError at β = 0."""
    if not beta:
        raise InputError(
            "beta2 is 0, where 1/√v_t has an infinite variance at every step; "
            "it accepts a number above 0 and below 1"
        )
    now = variance_at(beta, step)
    return (variance_at(beta, math.inf) / now).sqrt() if now.is_finite() else arb(0)


def moments(beta: Fraction, step: Step) -> tuple[arb, arb]:
    """E[1/v_t] and E[1/√v_t], to about as many bits as the working precision has."""
    first, root = integrals(beta, step, (Fraction(1), Fraction(1, 2)))
    return first, root / arb.pi().sqrt()


def integrals(beta: Fraction, step: Step, powers: Sequence[Fraction]) -> list[arb]:
    """∫ s^{a−1}M(s) ds = Γ(a)·E[v_t^{−a}] for each of the powers a, infinity unless 2a < t.

    M is evaluated once for all powers. It falls like s^{−t/2}, which is why t decides.
    """
    accuracy = ctx.prec
    finite = [a for a in powers if beta and 2 * a < step]
    roundings = 0 if step == math.inf else int(step).bit_length()  # βᵗ is a product of t factors
    with ctx.workprec(accuracy + ROUNDING_BITS + 2 * nearness(beta) + roundings):
        values = dict(zip(finite, _sums(Quotients(beta, step), finite, accuracy), strict=True))
    return [values.get(a, arb.pos_inf()) for a in powers]


def nearness(beta: Fraction) -> int:
    """log₂(8/(1−β)), rounded up: bits of 4n_∞ at most."""
    gap = 1 - beta
    return (8 * gap.denominator // gap.numerator).bit_length()


# --- the transform --------------------------------------------------------------------------------


class Quotients:
    """e_{j+1}/e_j for j = 0, 1, 2, ..., where Q(s) = Σ e_j (2s)^j.

    By Gauss's q-binomial theorem, Π_{k<t}(1+βᵏz) = Σ_j β^{j(j−1)/2}·[t choose j]_β·z^j, and by
    Euler's series at t = ∞ (Andrews, The Theory of Partitions, theorem 3.3 and corollary 2.2). So
    with z = 2s(1−β)/(1−βᵗ)

        e_{j+1}/e_j = βʲ · (1−β^{t−j})/(1−βᵗ) · (1−β)/(1−β^{j+1}),

    a product of positive numbers none of which increases with j, and 0 at j = t, where the series
    ends. At t = ∞ the middle one is 1.
    """

    def __init__(self, beta: Fraction, step: Step) -> None:
        self._known: list[arb] = []
        self._unknown = _computed(beta, step)

    def __iter__(self) -> Iterator[arb]:
        for j in count():
            if j == len(self._known):
                self._known.extend(islice(self._unknown, 1))
            if j == len(self._known):
                return
            yield self._known[j]


def _computed(beta: Fraction, step: Step) -> Iterator[arb]:
    base = arb(fmpq(beta.numerator, beta.denominator))
    last = arb(0) if step == math.inf else base ** int(step)
    scale, power = (1 - base) / (1 - last), arb(1)
    for _ in count() if step == math.inf else range(int(step)):
        following = power * base
        yield scale * (power - last) / (1 - following)
        power = following


def octave(quotients: Quotients, top: arb, small: arb) -> tuple[arb_poly, arb]:
    """A polynomial P and an ε with P(x) ≤ Q(top·x) ≤ (1 + ε)·P(x) for 0 ≤ x ≤ 1.

    The terms b_j of Q(top) are positive, and their ratios decrease. Where a ratio is at most 1/2,
    what follows b_j is at most b_j; and relative to what stands before, the end of a power series
    with positive terms is largest at the largest x, here 1. So ε is b_j/P(1), once that is small.
    """
    doubled = 2 * top
    total = term = arb(1)
    terms = [term]
    for quotient in quotients:
        ratio = doubled * quotient
        if ratio < HALF and term < small * total:
            return arb_poly(terms), term / total
        term *= ratio
        terms.append(term)
        total += term
    return arb_poly(terms), arb(0)


# --- the sum --------------------------------------------------------------------------------------


def _sums(quotients: Quotients, powers: Sequence[Fraction], bits: int) -> list[arb]:
    """The integrals, from sums whose parts are each cut off at about 2^−bits."""
    if not powers:
        return []
    h = arb(step_size(bits))
    nodes = math.ceil(math.log(START) / h)
    start = (-nodes * h).exp()
    above = sum_above(quotients, powers, h, start, arb(2) ** -bits)
    below = sum_below(quotients, powers, h, start, bits // 2)
    return [
        h * (left + right) / arb(1, aliasing(power, h).upper())
        for power, left, right in zip(powers, below, above, strict=True)
    ]


def step_size(bits: int) -> float:
    """An h for which `aliasing`, which is about 2(2π/(ah))ᵃeᵃ·e^{−π²/h}, is at most 2^−bits."""
    return math.pi**2 / (bits * math.log(2) + math.log(EXCESS))


def aliasing(power: Fraction, h: arb) -> arb:
    """δ with |hΣf(kh) − ∫f| ≤ δ∫f, for f(y) = e^{ay}M(e^y), whatever the weights.

    M is a mixture of exponentials, and for each of them the strip theorem says so (Trefethen and
    Weideman 2014, theorem 5.1), with

        δ = 2(sec d)ᵃ/(e^{2πd/h} − 1)

    for any 0 < d < π/2. Taken is d = arctan x, x = 2π/(ah), which is about the best; sec d =
    √(1+x²). This is ``certificate.weights.most`` and ``certificate.weights.least``, for any a; as
    it is used, ``certificate.inverse.*`` for a = 1, ``certificate.root.*`` for a = 1/2,
    and ``certificate.infinite.*`` at t = ∞.
    """
    x = 2 * arb.pi() / (_exactly(power) * h)
    secant = (1 + x**2).sqrt()
    return 2 * secant ** _exactly(power) / (2 * arb.pi() * x.atan() / h).expm1()


def sum_below(
    quotients: Quotients, powers: Sequence[Fraction], h: arb, start: arb, terms: int
) -> list[arb]:
    """Σ f over the nodes s = start·e^{−ih}, i = 0, 1, 2, ..., of which there is no last.

    M's Taylor series is summed in closed form, Σ_i (start·e^{−ih})^{a+j} being a geometric series.
    Since M(s) = E[e^{−sv}], and the Taylor sums of e^{−x} are off by at most the next term for
    x ≥ 0, so are those of M: here that is the last one, taken as the radius. It is small: v is a
    mean of squares, E[v^j] ≤ E[g^{2j}] = (2j−1)!! by convexity, and so the j-th term is at most
    C(2j, j)·(s/2)^j ≤ (2s)^j ≤ 4^{−j}.
    """
    scaled = accumulate(islice(quotients, terms), lambda b, q: 2 * start * q * b, initial=arb(1))
    with _cap(terms + 1):
        transform = arb_series(list(scaled), prec=terms + 1).rsqrt()
        coefficients = [transform[j] for j in range(terms + 1)]
    return [_geometric(coefficients, _exactly(power), h, start) for power in powers]


def _geometric(coefficients: list[arb], power: arb, h: arb, start: arb) -> arb:
    decay, factor = (-power * h).exp(), (-h).exp()
    total = term = arb(0)
    for coefficient in coefficients:
        total += term
        term = coefficient / (1 - decay)
        decay *= factor
    return start**power * (total + arb(0, 1) * term)


def sum_above(
    quotients: Quotients, powers: Sequence[Fraction], h: arb, start: arb, small: arb
) -> list[arb]:
    """Σ f over the nodes s = start·e^{ih}, i = 1, 2, 3, ..., until the rest is small.

    log f(y) = ay + log M(e^y) is concave: its slope, a − ½Σ 2w_k s/(1+2w_k s), decreases. So does
    the ratio ρ of two terms that follow each other, and once ρ < 1, what is beyond the last term f
    is at most f·ρ/(1−ρ): ``certificate.tail``, and ``certificate.tail.infinite`` at t = ∞.
    """
    length = math.ceil(math.log(2) / h)
    inner = [(-i * h).exp() for i in range(length)]
    inner_powers = [[x ** _exactly(power) for x in inner] for power in powers]
    totals = [arb(0) for _ in powers]
    for block in count(1):
        top = start * (block * length * h).exp()
        polynomial, error = octave(quotients, top, small)
        transform = [(polynomial(x) * arb(1, error.upper())).rsqrt() for x in inner]
        rests = []
        for place, (power, xs) in enumerate(zip(powers, inner_powers, strict=True)):
            scale = top ** _exactly(power)
            values = [scale * x * m for x, m in zip(xs, transform, strict=True)]
            totals[place] += sum(values, arb(0))
            ratio = values[0] / values[1]
            rests.append(values[0] * ratio / (1 - ratio) if ratio < 1 else arb.pos_inf())
        if all(rest < small * total for rest, total in zip(rests, totals, strict=True)):
            break
    return [total + rest * arb(0.5, 0.5) for total, rest in zip(totals, rests, strict=True)]


def _exactly(power: Fraction) -> arb:
    return arb(fmpq(power.numerator, power.denominator))


@contextlib.contextmanager
def _cap(terms: int) -> Iterator[None]:
    """Let python-flint keep so many terms of a power series."""
    before, ctx.cap = ctx.cap, terms
    try:
        yield
    finally:
        ctx.cap = before
