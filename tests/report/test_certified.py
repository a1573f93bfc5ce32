"""Decimals are held against exact fractions, and their look against C's printf."""

import re
from fractions import Fraction

import pytest
from flint import arb, ctx, fmpq
from hypothesis import assume, example, given
from hypothesis import strategies as st

from radam_sym import InputError
from radam_sym.report.certified import decimal, sign

floats = st.floats(min_value=0, exclude_min=True, allow_infinity=False)


def ball(value: Fraction) -> arb:
    return arb(fmpq(value.numerator, value.denominator))


def unit(written: str) -> Fraction:
    """One unit in the last digit."""
    mantissa, _, exponent = written.partition("e")
    _, _, decimals = mantissa.partition(".")
    return Fraction(10) ** (int(exponent or 0) - len(decimals))


def significant(written: str) -> int:
    """How many significant digits there are."""
    mantissa = written.partition("e")[0].replace(".", "")
    return len(mantissa.lstrip("0"))


def test_the_digits_are_those_that_are_known() -> None:
    assert decimal(arb.pi, 50) == "3.1415926535897932384626433832795028841971693993751"


@given(st.fractions(min_value=Fraction(1, 10**50)).filter(bool), st.integers(1, 1000))
@example(Fraction(25, 10), 1)
@example(Fraction(35, 10), 1)
@example(Fraction(95, 10), 1)
@example(Fraction(999995, 1000), 5)
@example(Fraction(1, 8), 2)
@example(Fraction(1), 1000)
def test_a_fraction_is_rounded_correctly_ties_to_even(value: Fraction, digits: int) -> None:
    written = decimal(lambda: ball(value), digits)
    assert significant(written) == digits
    last = unit(written)
    rounded = round(value / last) * last
    if rounded != Fraction(written):  # just below a power of ten the unit is smaller
        rounded = round(value / (last / 10)) * (last / 10)
    assert Fraction(written) == rounded


@given(floats, st.integers(1, 40))
@example(9.5, 1)
@example(0.00001, 1)
@example(99999.5, 5)
@example(5e-324, 3)
@example(1e22, 23)
def test_it_is_written_as_c_writes_it(value: float, digits: int) -> None:
    as_c = f"{value:#.{digits}g}".replace(".e", "e").removesuffix(".")
    assert decimal(lambda: arb(value), digits) == as_c


@given(floats)
def test_python_reads_the_same_float_again(value: float) -> None:
    assert float(decimal(lambda: arb(value), 17)) == value


@given(st.integers(2, 10**6), st.integers(1, 1000))
def test_a_root_is_within_half_a_unit(square: int, digits: int) -> None:
    written = decimal(lambda: arb(square).sqrt(), digits)
    value, half = Fraction(written), unit(written) / 2
    assert significant(written) == digits
    assert (value - half) ** 2 <= square <= (value + half) ** 2


@given(floats, st.integers(1, 40))
def test_below_zero_there_is_a_sign(value: float, digits: int) -> None:
    assert decimal(lambda: arb(-value), digits) == f"-{decimal(lambda: arb(value), digits)}"


@pytest.mark.parametrize("digits", [1, 1000])
def test_what_is_zero_or_infinite_is_written_as_a_word(digits: int) -> None:
    assert decimal(lambda: arb(0), digits) == "0"
    assert decimal(arb.pos_inf, digits) == "inf"


@pytest.mark.parametrize("most", [99, 100, 150, 250])
def test_the_most_bits_are_tried_and_no_more(most: int) -> None:
    precisions = []

    def unknown() -> arb:
        precisions.append(ctx.prec)
        return arb(1, 1)

    with pytest.raises(InputError, match=rf"^1 digits of a value need more than {most} bits of"):
        decimal(unknown, 1, 97, most)  # and 3 for the digit
    assert precisions == {99: [], 100: [100], 150: [100, 150], 250: [100, 200, 250]}[most]


@pytest.mark.parametrize("places", [3, 10, 19])
@pytest.mark.parametrize("spare", [0, 64])
@pytest.mark.parametrize(("tie", "below", "above"), [("2.5", "2", "3"), ("3.5", "3", "4")])
def test_beside_a_tie_the_side_decides(
    places: int, spare: int, tie: str, below: str, above: str
) -> None:
    hair = Fraction(1, 10**places)
    assert decimal(lambda: ball(Fraction(tie) + hair), 1, spare) == above
    assert decimal(lambda: ball(Fraction(tie) - hair), 1, spare) == below


@pytest.mark.parametrize(("tie", "even"), [("2.5", "2"), ("3.5", "4"), ("9.5", "1e+01")])
@pytest.mark.parametrize("side", [1, -1])
def test_within_a_hair_of_a_tie_the_even_digit_is_taken(tie: str, even: str, side: int) -> None:
    value = Fraction(tie) + side * Fraction(1, 10**4000)
    assert decimal(lambda: ball(value), 1) == even


@given(st.integers(10, 400))
def test_what_cancels_is_evaluated_again(bits: int) -> None:
    precisions = []

    def difference() -> arb:
        precisions.append(ctx.prec)
        return (1 + arb(2) ** -bits) - 1

    assert decimal(difference, 20, spare=0) == decimal(lambda: arb(2) ** -bits, 20)
    assert precisions == [66 * 2**n for n in range(len(precisions))]
    assert precisions[-1] > bits


@pytest.mark.parametrize(
    "value",
    [arb(1, 1), arb(-1, 1), arb(0, 1e-300), arb("nan"), arb("-inf"), arb(0, "inf"), arb(1, "1e-9")],
    ids=str,
)
def test_what_stays_unknown_is_refused(value: arb) -> None:
    with pytest.raises(InputError, match=r"^10 digits of a value need more than 1048576 bits of"):
        decimal(lambda: value, 10)


@given(st.integers(2, 10**12), st.integers(0, 700))
def test_the_sign_of_a_small_difference(square: int, places: int) -> None:
    below = ball(Fraction(1, 10**places))

    def root() -> arb:
        return arb(square).sqrt() - (arb(square) + 1).sqrt() + below

    exact = Fraction(1, 10**places)  # √(s+1) − √s < δ  ⟺  (s + 1 − s − δ²)/(2δ) < √s
    assume(exact > 0)
    left = (1 - exact**2) / (2 * exact)
    expected = 1 if left < 0 or left**2 < square else -1
    assume(left**2 != square)
    with ctx.workprec(5000):
        below = ball(exact)
    assert sign(root) == expected


def test_a_sign_that_stays_unknown_is_refused() -> None:
    with pytest.raises(InputError, match=r"^the sign of a value needs more than 1048576 bits"):
        sign(lambda: arb(2).sqrt() ** 2 - 2)


def test_flints_precision_is_left_as_it_was() -> None:
    before = ctx.prec
    decimal(arb.pi, 100)
    sign(arb.pi)
    with pytest.raises(ZeroDivisionError):
        decimal(lambda: arb(1 // 0), 100)
    assert ctx.prec == before


def test_a_number_that_python_would_not_write_is_no_trouble() -> None:
    written = decimal(lambda: arb(10) ** 20000, 1000)
    assert re.fullmatch(r"1\.0{999}e\+20000", written)
