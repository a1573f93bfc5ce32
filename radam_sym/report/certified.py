"""Decimal digits that are proven: from balls whose precision is raised until they are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import log2

from flint import arb, ctx

from radam_sym.errors import InputError

BITS_PER_DIGIT = log2(10)
SPARE_BITS = 64  # beyond those of the digits: room for the rounding of some tens of operations
BITS = 2**20  # the highest precision that is tried
HAIR = 20  # nearer to a tie than 10^−HAIR units a value is rounded as the tie is


def decimal(
    evaluate: Callable[[], arb], digits: int, spare: int = SPARE_BITS, most: int = BITS
) -> str:
    """The number that `evaluate` encloses, to so many significant digits.

    `evaluate` gives a ball around one real number v, the tighter the higher ``ctx.prec``; `spare`
    is the bits that it is expected to lose, `most` the highest precision that it is asked for.
    What is proven of the decimal d printed, with u one unit in its last digit:

    - |d − v| ≤ (1/2 + 10⁻²⁰)·u, so less than one unit;
    - d is the correctly rounded v, unless v is nearer than 10⁻²⁰·u to the middle between two
      neighbours; then d is the one whose last digit is even, and for a v in the very middle that
      is correct again (ties to even).

    Both rest on the ball alone: its two ends round to d, or it is so small and has the middle in
    it. It is written as C's ``%#.{digits}g`` writes, which Python's float() and spreadsheets
    read: 0.000123, 1999.0, and 1.2e-05 or 1.2e+30 where the exponent is below −4 or there would
    be more digits before the point than are proven. A ball that is 0 and nothing else is "0", one
    that is +∞ and nothing else "inf".

    Raises
    ------
    InputError
        where so many bits, a million if nothing else is said, don't decide.

    >>> from flint import arb
    >>> decimal(lambda: arb(2).sqrt(), 30)
    '1.41421356237309504880168872421'
    >>> decimal(lambda: arb(1) / 8, 2)
    '0.12'
    >>> decimal(lambda: -arb(1) / 3, 5)
    '-0.33333'
    """
    for bits in _precisions(int(digits * BITS_PER_DIGIT) + spare, most):
        with ctx.workprec(bits):
            ball = evaluate()
            written = _unrounded(ball) or _decimal(ball, digits)
        if written:
            return written
    raise InputError(f"{digits} digits of a value need more than {most} bits of precision")


def sign(evaluate: Callable[[], arb], spare: int = SPARE_BITS) -> int:
    """1 or −1: the sign of the real number that `evaluate` encloses, which must not be 0.

    >>> from flint import arb
    >>> sign(lambda: arb(2).sqrt() - arb("1.4142135623730950488016887242"))
    1
    """
    for bits in _precisions(spare, BITS):
        with ctx.workprec(bits):
            ball = evaluate()
        if ball > 0 or ball < 0:
            return 1 if ball > 0 else -1
    raise InputError(f"the sign of a value needs more than {BITS} bits of precision")


def _precisions(first: int, last: int) -> Iterator[int]:
    """The first, and twice that, and so on up to the last; none where that is below the first."""
    bits = first
    while bits < last:
        yield bits
        bits *= 2
    if first <= last:
        yield last


def _unrounded(ball: arb) -> str | None:
    if not ball.is_exact() or ball.is_nan():
        return None
    return "0" if ball.is_zero() else "inf" if ball == arb.pos_inf() else None


def _decimal(ball: arb, digits: int) -> str | None:
    """The decimal of a ball; None where it is too wide."""
    sign, size = ("-", -ball) if ball < 0 else ("", ball)
    rounded = _rounded(size, digits)
    return rounded and sign + _written(*rounded)


def _rounded(ball: arb, digits: int) -> tuple[int, int] | None:
    """(m, e) with m·10^e the decimal to print, m of so many digits; None where the ball is wide."""
    if not (ball.is_finite() and ball > 0):
        return None
    middle, radius, exponent = (int(part) for part in ball.mid_rad_10exp(digits + HAIR + 2))
    if 10 * radius > middle:
        return None
    low, high = (_nearest(end, digits) for end in (middle - radius, middle + radius))
    if low != high and 2 * radius * 10 ** (digits + HAIR) > middle:
        return None
    whole, places = high if low[0] % 2 else low
    return whole, places + exponent


def _nearest(whole: int, digits: int) -> tuple[int, int]:
    """(m, e) with m·10^e the number of so many digits that is nearest; ties to even."""
    places = len(str(whole)) - digits
    unit = 10**places
    quotient, rest = divmod(whole, unit)
    quotient += 2 * rest > unit or (2 * rest == unit and quotient % 2)
    if quotient == 10**digits:
        quotient, places = quotient // 10, places + 1
    return quotient, places


def _written(whole: int, exponent: int) -> str:
    text = str(whole)
    size = exponent + len(text) - 1  # the value is between 10^size and ten times that
    if size < -4 or size >= len(text):
        point = "." if len(text) > 1 else ""
        return f"{text[0]}{point}{text[1:]}e{size:+03d}"
    if size < 0:
        return f"0.{text:0>{len(text) - size - 1}}"
    return f"{text[: size + 1]}.{text[size + 1 :]}".rstrip(".")
