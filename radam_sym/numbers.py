"""Strict readers for what people type: β, steps, digits, names from a list.

They evaluate nothing, they refuse what is too large before they build it, and what they refuse is
told in one line: the argument, what was wrong, what is accepted. Values that come from Python
(a Fraction, a range) go through the same readers.
"""

from __future__ import annotations

import difflib
import math
import operator
import re
from collections.abc import Iterable, Sequence
from fractions import Fraction
from numbers import Rational, Real

from radam_sym.errors import InputError

Step = int | float  # of the floats, math.inf alone

BETA_DIGITS = 1000
LAST_STEP = 2**53  # up to here every step is a float64, too
ROWS = 100_000
DIGITS = 1000

_BETA = "a number from 0 to below 1, as 0.999, 9999/10000 or 1-1e-6"
_STEPS = "whole numbers from 1 to 2**53, ranges as 1:10, and inf, each once and in order"
_STEP = "a whole number from 1 to 2**53, or inf"
_DIGITS = f"a whole number from 1 to {DIGITS}"

_NUMBER = r"[0-9]+/[0-9]+|(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?"
_TYPED_BETA = re.compile(rf" *(1? *- *)?({_NUMBER}) *")
_LONGEST_BETA = 2 * BETA_DIGITS + len("1 - 0./")
_EASY_PLACES = 9  # of a decimal: more nines than these can't be told apart at a glance
_SHOWN = 40  # characters of what was typed that a message repeats


# --- beta -----------------------------------------------------------------------------------------


def read_beta(given: object, argument: str = "beta2") -> Fraction:
    """A decay rate β, exactly: 0 ≤ β < 1.

    A string is a decimal (``0.999``, ``9.99e-1``), a fraction (``9999/10000``), or one of these
    taken from 1 (``1-1e-6``, for rates so close to 1 that nobody counts the nines). Fractions,
    ints and floats are taken as they are: the float 0.999 is not 999/1000, but the binary number
    next to it. As a fraction in lowest terms β may have 1000 digits.

    Raises
    ------
    InputError
        where it is no such number.
    TypeError
        where it is neither a string nor a real number.

    >>> read_beta("0.999"), read_beta("9999/10000"), read_beta("1-1e-6")
    (Fraction(999, 1000), Fraction(9999, 10000), Fraction(999999, 1000000))
    >>> read_beta(0.999)
    Fraction(8998192055486251, 9007199254740992)
    """
    beta = _typed(given, argument) if isinstance(given, str) else _real(given, argument)
    if beta is None:
        raise _refused(argument, f"is {_shown(given)}, which is not a number", _BETA)
    if not 0 <= beta < 1:
        side = "below 0" if beta < 0 else "not below 1"
        raise _refused(argument, f"is {_shown(given)}, which is {side}", _BETA)
    if beta.denominator > 10**BETA_DIGITS:
        raise _too_long(argument)
    return beta


def _typed(text: str, argument: str) -> Fraction | None:
    if len(text) > _LONGEST_BETA:
        raise _too_long(argument)
    match = _TYPED_BETA.fullmatch(text)
    if not match:
        return None
    number = _fraction(match[2]) if "/" in match[2] else _decimal(match[2], argument)
    if number is None or not match[1]:
        return number
    return 1 - number if "1" in match[1] else -number


def _fraction(text: str) -> Fraction | None:
    numerator, denominator = map(int, text.split("/"))
    return Fraction(numerator, denominator) if denominator else None


def _decimal(text: str, argument: str) -> Fraction:
    mantissa, _, exponent = text.lower().partition("e")
    if len(exponent.lstrip("+-0")) > len(str(BETA_DIGITS)):
        raise _too_long(argument)
    whole, _, decimals = mantissa.partition(".")
    return int(whole + decimals) * Fraction(10) ** (int(exponent or 0) - len(decimals))


def _real(given: object, argument: str) -> Fraction | None:
    if isinstance(given, bool) or not isinstance(given, Real):
        raise TypeError(f"{argument} is a {_kind(given)}; it accepts a str, Fraction, int or float")
    if isinstance(given, Rational):
        return Fraction(int(given.numerator), int(given.denominator))
    if not math.isfinite(given):
        return None
    return Fraction(*given.as_integer_ratio())  # type: ignore[attr-defined]


def _too_long(argument: str) -> InputError:
    return _refused(argument, f"has more than {BETA_DIGITS} digits", _BETA)


def write_beta(beta: Fraction) -> str:
    """β as a person would type it; `read_beta` reads it as β again.

    >>> write_beta(Fraction(999, 1000)), write_beta(Fraction(1, 3))
    ('0.999', '1/3')
    >>> write_beta(1 - Fraction(1, 10**30))
    '1-1e-30'
    """
    fraction, places = str(beta), _decimal_places(beta.denominator)
    if not places:
        return fraction
    decimal = f"0.{beta * 10**places!s:0>{places}}"
    gap = f"1-{(1 - beta) * 10**places}e-{places}"
    return decimal if places <= _EASY_PLACES else min(fraction, decimal, gap, key=len)


def _decimal_places(denominator: int) -> int | None:
    """How many decimals 1/denominator has; None where they never end."""
    counts = []
    for prime in (2, 5):
        counts.append(0)
        while denominator % prime == 0:
            denominator //= prime
            counts[-1] += 1
    return max(counts) if denominator == 1 else None


# --- steps ----------------------------------------------------------------------------------------


def read_steps(given: object, argument: str = "steps") -> tuple[Step, ...]:
    """Steps t, strictly increasing: ``"1:10,100,inf"``, where a range holds both of its ends.

    From Python an int, or an iterable of ints and ``math.inf``, will do as well. There is no
    stride: 1:100:10 means one thing in Python and another in Matlab.

    Raises
    ------
    InputError
        for a step below 1 or above 2**53, a range that runs backwards, steps out of order or
        twice, no steps, or more than 100,000 of them (told before they are listed).
    TypeError
        where something in it is no step at all.

    >>> read_steps("1:3,100,inf")
    (1, 2, 3, 100, inf)
    >>> read_steps(range(1, 4))
    (1, 2, 3)
    """
    steps: list[Step] = []
    for item in _items(given):
        first, last = _ends(item, argument)
        if steps and first <= steps[-1]:
            order = "twice" if first == steps[-1] else f"after {steps[-1]}"
            raise _refused(argument, f"has {first} {order}", _STEPS)
        if len(steps) + (1 if last == math.inf else last - first + 1) > ROWS:
            raise _refused(argument, f"asks for more than {ROWS:,} rows", f"up to {ROWS:,}")
        steps += [math.inf] if last == math.inf else range(int(first), int(last) + 1)
    if not steps:
        raise _refused(argument, "is empty", _STEPS)
    return tuple(steps)


def _items(given: object) -> Iterable[object]:
    if isinstance(given, str):
        return given.split(",") if given.strip() else ()
    single = isinstance(given, bytes) or getattr(given, "ndim", None) == 0
    return given if isinstance(given, Iterable) and not single else (given,)


def _ends(item: object, argument: str) -> tuple[Step, Step]:
    """The first and the last step that an item stands for."""
    ends = item.split(":") if isinstance(item, str) else [item]
    read = [_step(end, argument, _STEPS) for end in ends[:2]]
    (first, wrong), (last, also_wrong) = read[0], read[-1]
    wrong = wrong or also_wrong or _wrong_range(first, last, len(ends))
    if wrong:
        raise _refused(argument, f"has {_shown(item)}, which {wrong}", _STEPS)
    return first, last


def _wrong_range(first: Step, last: Step, ends: int) -> str:
    if ends > 2:
        return "is not a range"
    if ends == 2 and last == math.inf:
        return "has no end"
    return "runs backwards" if last < first else ""


def read_step(given: object, argument: str = "t") -> Step:
    """One step t: an int, ``math.inf``, or either as a string; errors as for `read_steps`.

    >>> read_step(10), read_step("inf")
    (10, inf)
    """
    step, wrong = _step(given, argument, _STEP)
    if wrong:
        raise _refused(argument, f"is {_shown(given)}, which {wrong}", _STEP)
    return step


def _step(given: object, argument: str, accepted: str) -> tuple[Step, str]:
    """The step that is meant, and what is wrong with it, if anything is."""
    step: Step | None
    if isinstance(given, str):
        step = math.inf if given.strip(" ") == "inf" else _whole(given, LAST_STEP)
    else:
        endless = isinstance(given, float) and given == math.inf
        step = math.inf if endless else _integer(given, argument, accepted)
    if step is None:
        return 0, "is not a whole number"
    if step < 1:
        return step, "is below 1"
    return step, "is above 2**53" if LAST_STEP < step < math.inf else ""


# --- digits and names -----------------------------------------------------------------------------


def read_digits(given: object, argument: str = "digits") -> int:
    """How many significant digits: from 1 to 1000; InputError or TypeError for anything else.

    >>> read_digits("30")
    30
    """
    typed = isinstance(given, str)
    digits = _whole(str(given), DIGITS) if typed else _integer(given, argument, _DIGITS)
    if digits is None or not 1 <= digits <= DIGITS:
        raise _refused(argument, f"is {_shown(given)}", _DIGITS)
    return digits


def read_names(given: object, known: Sequence[str], argument: str) -> tuple[str, ...]:
    """Names out of those known, each once: ``"ess,rho"`` or an iterable of them.

    >>> read_names("rho,ess", ["ess", "rho"], "columns")
    ('rho', 'ess')
    """
    names: list[str] = []
    for item in _items(given):
        name = read_name(item, known, argument)
        if name in names:
            raise _refused(argument, f"has {name} twice", f"each once: {', '.join(known)}")
        names.append(name)
    if not names:
        raise _refused(argument, "is empty", ", ".join(known))
    return tuple(names)


def read_name(given: object, known: Sequence[str], argument: str) -> str:
    """One of the names known; InputError, with the nearest one, where it is none of them.

    >>> read_name("csv", ["text", "csv"], "format")
    'csv'
    """
    if not isinstance(given, str):
        raise TypeError(f"{argument} has a {_kind(given)}; it accepts {', '.join(known)}")
    name = given.strip()
    if name not in known:
        near = difflib.get_close_matches(name.lower()[:_SHOWN], known, n=1, cutoff=0.5)
        hint = f"; did you mean {near[0]}?" if near else ""
        raise _refused(argument, f"has {_shown(name)}", f"{', '.join(known)}{hint}")
    return name


# --- what they share ------------------------------------------------------------------------------


def _whole(text: str, limit: int) -> int | None:
    """The whole number that a text is; what is far above the limit counts as just above it."""
    unsigned = text.strip(" ").removeprefix("-")
    if not (unsigned.isascii() and unsigned.isdigit()):
        return None
    digits = unsigned.lstrip("0")
    size = int(digits or 0) if len(digits) <= len(str(limit)) else limit + 1
    return -size if "-" in text else size


def _integer(given: object, argument: str, accepted: str) -> int:
    if isinstance(given, bool) or not hasattr(given, "__index__"):
        raise TypeError(f"{argument} has a {_kind(given)}; it accepts {accepted}")
    try:
        return operator.index(given)
    except TypeError:  # an array that is not one integer
        raise TypeError(f"{argument} has a {_kind(given)}; it accepts {accepted}") from None


def _kind(given: object) -> str:
    return type(given).__name__


def _shown(given: object) -> str:
    """What was given, short enough for a line."""
    try:
        text = repr(given[: _SHOWN + 1]) if isinstance(given, str) else str(given)
    except ValueError:  # an integer of more digits than Python writes
        return "too long to show"
    return text if len(text) <= _SHOWN + len("''") else f"{text[:_SHOWN]}…"


def _refused(argument: str, wrong: str, accepted: str) -> InputError:
    return InputError(f"{argument} {wrong}; it accepts {accepted}")
