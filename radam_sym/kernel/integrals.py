"""The rule ``integrals``: integrals over (0, ∞) taken apart and with their variable changed.

The value is Lebesgue's, and exists where the integrand is absolutely integrable. Each operation
says of one of its sides that it exists if the other does.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sympy import Add, Basic, Mul, Pow, Rational, Symbol

from radam_sym.kernel.admission import admit
from radam_sym.kernel.conditions import Condition, Exists, binding, nonzero, positive
from radam_sym.kernel.errors import ProofError
from radam_sym.kernel.heads import Integral
from radam_sym.kernel.place import Place, agree
from radam_sym.kernel.terms import binder, substitute, variables


def integrals(place: Place, old: Basic, new: Basic, operation: str, scale: Any, power: Any) -> None:
    """One operation on an integral, read in either direction.

    ``linear``: what is free of the variable moves out, a sum becomes several integrals.
    ``substitute``: x = scale·u^power, for the variable x of the first integral and u of the second.
    """
    known = INTEGRAL_OPERATIONS.get(operation)
    if known is None:
        raise ProofError("integrals", f"{operation} is not one of {', '.join(INTEGRAL_OPERATIONS)}")
    known(place, old, new, scale, power)


def _exists(place: Place, integral: Basic) -> bool:
    return place.context.holds(Condition(place.path, (Exists(integral),)))


# --- linear ---------------------------------------------------------------------------------------


def _linear(place: Place, old: Basic, new: Basic, scale: Any, power: Any) -> None:
    whole, apart = (old, new) if isinstance(old, Integral) else (new, old)
    if not isinstance(whole, Integral):
        raise ProofError("integrals", "neither side is an integral", old, new)
    variable, body, _ = binder(whole)  # type: ignore[misc]
    parts = [_factored(term) for term in Add.make_args(apart)]
    integrand = []
    for factor, part in parts:
        own, inside, _ = binder(part)  # type: ignore[misc]
        if variable in variables(factor) | variables(part):
            raise ProofError("integrals", f"{variable} already means something there", old, new)
        integrand.append(factor * substitute(inside, {own: variable}))
    agree(place.under(binding(whole)), "integrals", body, Add(*integrand))
    _require_linear(place, whole, parts)


def _factored(term: Basic) -> tuple[Basic, Integral]:
    """A term as a factor times one integral."""
    inside = [factor for factor in Mul.make_args(term) if isinstance(factor, Integral)]
    if len(inside) != 1:
        raise ProofError("integrals", "each term is one integral with a constant factor", term)
    return Mul(*[f for f in Mul.make_args(term) if f != inside[0]]), inside[0]


def _require_linear(place: Place, whole: Integral, parts: list[tuple[Basic, Integral]]) -> None:
    """The whole exists where all parts do; a part by itself where it does, times what isn't 0."""
    if len(parts) == 1 and _exists(place, whole):
        place.require_all("integrals", nonzero(parts[0][0], place.path))
        return
    for _, part in parts:
        place.require_all("integrals", [Condition(place.path, (Exists(part),))])


# --- substitute -----------------------------------------------------------------------------------


def _substitute(place: Place, old: Basic, new: Basic, scale: Any, power: Any) -> None:
    if not (isinstance(old, Integral) and isinstance(new, Integral)):
        raise ProofError("integrals", "a substitution takes an integral to another", old, new)
    admit(scale)
    if not (isinstance(power, Rational) and power > 0):
        raise ProofError("integrals", f"x = c·u^p takes a rational p > 0, not {power}", old, new)
    (x, body, _), (u, moved, _) = binder(old), binder(new)  # type: ignore[misc]
    if u in variables(scale) or (u != x and u in variables(body)):
        raise ProofError("integrals", f"{u} already means something in the integral", old, new)
    place.require("integrals", positive(scale))
    slope = scale * power * u ** (power - 1)
    agree(place.under(binding(new)), "integrals", moved, changed(body, x, u, scale, power) * slope)
    if not (_exists(place, old) or _exists(place, new)):
        raise ProofError("integrals", "it does not follow that one of the two exists", old, new)


def changed(term: Basic, x: Symbol, u: Symbol, scale: Any, power: Any) -> Any:
    """The term with scale·u^power for x, and x^s as scale^s·u^(power·s): all three are positive."""
    if x not in variables(term):
        return term
    if term == x:
        return scale * u**power
    if isinstance(term, Pow) and term.base == x and x not in variables(term.exp):
        return scale**term.exp * u ** (power * term.exp)
    if binder(term) is not None:
        return substitute(term, {x: scale * u**power})
    return term.func(*[changed(argument, x, u, scale, power) for argument in term.args])


INTEGRAL_OPERATIONS: dict[str, Callable[[Place, Basic, Basic, Any, Any], None]] = {
    "linear": _linear,
    "substitute": _substitute,
}
