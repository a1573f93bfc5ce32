"""The rule ``sums``: finite sums split, reindexed, with constant factors moved out and in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sympy import Add, Basic, Integer, Mul, Sum, Symbol

from radam_sym.kernel.admission import admit, is_integral
from radam_sym.kernel.conditions import binding
from radam_sym.kernel.errors import ProofError
from radam_sym.kernel.formulas import Relation
from radam_sym.kernel.place import Place, agree
from radam_sym.kernel.terms import alike, substitute, variables


def sums(place: Place, old: Basic, new: Basic, operation: str, at: Any) -> None:
    """One operation on a finite sum, read in either direction.

    ``split`` at c, ``single`` term, ``empty`` range, ``constant`` summand, ``linear`` (what is
    free of the index moves out), ``shift`` by k (j = i + k), ``reverse`` about k (j = k − i).
    """
    known = SUM_OPERATIONS.get(operation)
    if known is None:
        raise ProofError("sums", f"{operation} is not one of {', '.join(SUM_OPERATIONS)}")
    total, other = (old, new) if isinstance(old, Sum) else (new, old)
    if not isinstance(total, Sum):
        raise ProofError("sums", "neither side is a sum", old, new)
    if at is not None:
        admit(at)
    known(place, total, other, at)


def _index_low_high(total: Sum) -> tuple[Symbol, Basic, Basic, Basic]:
    index, low, high = total.limits[0]
    return index, low, high, total.function


def _expect(wanted: Basic, found: Basic, total: Basic) -> None:
    if not alike(wanted, found):
        raise ProofError("sums", f"the sum becomes {wanted}", total, found)


def _split(place: Place, total: Sum, other: Basic, at: Any) -> None:
    index, low, high, body = _index_low_high(total)
    if not is_integral(at) or index in variables(at):
        raise ProofError("sums", "split needs an integer to split at", total, other)
    place.require("sums", Relation("<=", low - 1, at), Relation("<=", at, high))
    _expect(Sum(body, (index, low, at)) + Sum(body, (index, at + 1, high)), other, total)


def _single(place: Place, total: Sum, other: Basic, at: Any) -> None:
    index, low, high, body = _index_low_high(total)
    place.require("sums", Relation("=", low, high))
    _expect(substitute(body, {index: low}), other, total)


def _empty(place: Place, total: Sum, other: Basic, at: Any) -> None:
    _, low, high, _ = _index_low_high(total)
    place.require("sums", Relation("=", high, low - 1))
    _expect(Integer(0), other, total)


def _constant(place: Place, total: Sum, other: Basic, at: Any) -> None:
    index, low, high, body = _index_low_high(total)
    if index in variables(body):
        raise ProofError("sums", f"the summand is not free of {index}", total, other)
    place.require_defined("sums", body)  # also where the range is empty and nothing is added
    agree(place, "sums", body * (high - low + 1), other)


def _linear(place: Place, total: Sum, other: Basic, at: Any) -> None:
    index, low, high, body = _index_low_high(total)
    inner = place.under(binding(total))
    summand = []
    for term in Add.make_args(other):
        factors = list(Mul.make_args(term))
        inside = [f for f in factors if isinstance(f, Sum)]
        if len(inside) != 1 or index in variables(Mul(*[f for f in factors if f != inside[0]])):
            raise ProofError("sums", "each term is one sum with a constant factor", total, other)
        renamed = _over(inside[0], index)
        if tuple(renamed.limits[0])[1:] != (low, high):
            raise ProofError("sums", "the sums must run over one range", total, other)
        summand.append(Mul(*[f for f in factors if f != inside[0]], renamed.function))
    agree(inner, "sums", body, Add(*summand))


def _over(total: Sum, index: Symbol) -> Sum:
    """The sum with its index renamed, which must be free for it."""
    own, low, high, body = _index_low_high(total)
    if own == index:
        return total
    if index in variables(body):
        raise ProofError("sums", f"{index} already means something in the sum", total)
    return Sum(substitute(body, {own: index}), (index, low, high))


def _shift(place: Place, total: Sum, other: Basic, at: Any) -> None:
    _reindex(place, total, other, at, sign=1)


def _reverse(place: Place, total: Sum, other: Basic, at: Any) -> None:
    _reindex(place, total, other, at, sign=-1)


def _reindex(place: Place, total: Sum, other: Basic, at: Any, sign: int) -> None:
    """i = sign·(j − k), for the index i of the sum and the index j of the other."""
    if not isinstance(other, Sum) or not is_integral(at):
        raise ProofError("sums", "reindexing needs two sums and an integer", total, other)
    index, low, high, body = _index_low_high(total)
    ends = (low + at, high + at) if sign == 1 else (at - high, at - low)
    own, other_low, other_high, other_body = _index_low_high(other)
    if own in variables(at) or (own != index and own in variables(body)):
        raise ProofError("sums", f"{own} already means something in the sum", total, other)
    agree(place, "sums", other_low, ends[0])
    agree(place, "sums", other_high, ends[1])
    moved = substitute(body, {index: sign * (own - at)})
    agree(place.under(binding(other)), "sums", other_body, moved)


SUM_OPERATIONS: dict[str, Callable[[Place, Sum, Basic, Any], None]] = {
    "split": _split,
    "single": _single,
    "empty": _empty,
    "constant": _constant,
    "linear": _linear,
    "shift": _shift,
    "reverse": _reverse,
}
