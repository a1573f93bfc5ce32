"""The rules of the kernel as authors write them in a chain.

A move works out what it rewrites: given the last line and what the author says of the next, it
gives the term that changes, what it becomes, and the arguments that the kernel's rule takes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from sympy import Add, Basic, Integer, Limit, Mul, Pow, Sum

from radam_sym.kernel.conditions import Path, binding
from radam_sym.kernel.errors import ProofError
from radam_sym.kernel.formulas import Relation
from radam_sym.kernel.heads import Applied, Definition, Forall, Integral
from radam_sym.kernel.integrals import changed
from radam_sym.kernel.rules import Place, limit_value
from radam_sym.kernel.series import series_value
from radam_sym.kernel.terms import (
    HALF_LINE,
    alike,
    binder,
    rebuilt,
    replace,
    substitute,
    unfold,
    variables,
)
from radam_sym.kernel.theorem import Cited, Specialised, Theorem
from radam_sym.proof.derivation import proved
from radam_sym.proof.relations import relation
from radam_sym.proof.search import SearchingContext


class Rewrite(NamedTuple):
    """What changes in a line, what it becomes, and what the kernel's rule is told beside."""

    old: Basic
    new: Basic
    arguments: Mapping[str, Any]


@dataclass(frozen=True)
class Move:
    """A rule's name and how it works out a line from the last one, the target and the part."""

    rule: str
    rewrite: Callable[[SearchingContext, Basic, Basic | None, Basic | None], Rewrite]


# --- rules that need to be told the line ----------------------------------------------------------


def _told(rule: str) -> Move:
    def rewrite(
        context: SearchingContext, before: Basic, to: Basic | None, at: Basic | None
    ) -> Rewrite:
        if to is None:
            raise ProofError(rule, "say what the line becomes: to=...", before)
        old, new = narrowed(before if at is None else at, rebuilt(to))
        return Rewrite(old, new, {})

    return Move(rule, rewrite)


def narrowed(before: Basic, after: Basic) -> tuple[Basic, Basic]:
    """The smallest parts in which two lines differ, below heads that arithmetic can't look into."""
    if isinstance(before, (Add, Mul)) or type(before) is not type(after):
        return before, after
    left, right = binder(before), binder(after)
    if left is not None and right is not None:
        same = left[0] == right[0] and left[2] == right[2]
        return narrowed(left[1], right[1]) if same else (before, after)
    if isinstance(before, Applied) or not before.args or len(before.args) != len(after.args):
        return before, after
    differing = [pair for pair in zip(before.args, after.args, strict=True) if not alike(*pair)]
    integer_power = isinstance(before, Pow) and isinstance(before.exp, Integer)
    if len(differing) != 1 or integer_power:
        return before, after
    if isinstance(before, Pow) and differing[0][0] is before.exp:
        return before, after
    return narrowed(*differing[0])


algebra = _told("algebra")
hyperbolic = _told("hyperbolic")
radical = _told("radical")


# --- names, earlier results, hypotheses -----------------------------------------------------------


def definition(defined: Definition) -> Move:
    """Unfold a definition; or fold it, where ``to`` is given with the definition in it."""

    def rewrite(
        context: SearchingContext, before: Basic, to: Basic | None, at: Basic | None
    ) -> Rewrite:
        part = before if at is None else at
        old, new = narrowed(part, unfold(part, defined) if to is None else rebuilt(to))
        if alike(old, new):
            raise ProofError("definition", f"{defined.name} does not occur", before)
        return Rewrite(old, new, {"definition": defined})

    return Move("definition", rewrite)


@dataclass(frozen=True)
class Citation(Move):
    """An earlier theorem for some values of its variables, by name: a move, and a fact."""

    of: Any = None
    named: Mapping[str, Any] = field(default_factory=dict)

    @property
    def theorem(self) -> Theorem:
        """What is cited; a derivation is proved now."""
        return proved(self.of)

    def instance(self, surroundings: frozenset[Basic]) -> dict[Basic, Basic]:
        """Values for the theorem's variables; what is not named keeps its name."""
        theorem = self.theorem
        own = {variable.name: variable for variable in theorem.statement.variables}
        unknown = sorted(set(self.named) - set(own))
        if unknown:
            raise ProofError("cite", f"{theorem.id} has no {unknown[0]}; it has {', '.join(own)}")
        around = {variable.name: variable for variable in surroundings}
        values = {n: around[n] for n in own if n in around} | dict(self.named)
        return {
            own[name]: rebuilt(as_term(value))
            for name, value in values.items()
            if own[name] != as_term(value)
        }


class Instance(NamedTuple):
    """What is said of every value of a variable, meant for one: a fact."""

    formula: Forall
    value: Basic


def at(formula: Any, value: Any) -> Instance:
    """A relation that is known for all values of a variable, for one of them, in ``since``."""
    said = relation(formula)
    if not isinstance(said, Forall):
        raise ProofError("since", f"{said} is not said for all values of a variable")
    return Instance(said, as_term(value))


def cite(theorem: Any, **named: Any) -> Citation:
    """Use an earlier theorem or derivation, for ``named`` values of its variables.

    Variables that are not named keep their names. In ``by`` the theorem is an equation, one
    side of which occurs in the line; in ``since`` its conclusion becomes a fact.
    """

    def rewrite(
        context: SearchingContext, before: Basic, to: Basic | None, at: Basic | None
    ) -> Rewrite:
        values = citation.instance(variables(before))
        conclusion = substitute(citation.theorem.statement.conclusion, values)
        old, new = _occurring("cite", before, conclusion, citation.theorem.id)
        return Rewrite(old, new, {"theorem": citation.theorem, "instance": values})

    citation = Citation("cite", rewrite, theorem, named)
    return citation


def _occurring(rule: str, before: Basic, equation: Any, name: str) -> tuple[Basic, Basic]:
    """The sides of an equation, the one that occurs in a line first."""
    if not isinstance(equation, Relation) or equation.op != "=":
        raise ProofError(rule, f"{name} is no equation; use it in since(...)", before)
    for old, new in ((equation.left, equation.right), (equation.right, equation.left)):
        if occurs(before, old):
            return old, new
    raise ProofError(rule, f"neither side of {name} occurs: {equation}", before)


def occurs(term: Basic, part: Basic) -> bool:
    """Whether a part stands somewhere in a term, up to the names of bound variables."""
    found: list[bool] = []

    def visit(path: tuple[Basic, ...]) -> Basic:
        found.append(True)
        return part

    replace(term, part, visit)
    return bool(found)


def given(written: Any, at: Any = None) -> Move:
    """Use a hypothesis that is an equation; one that is said for all values, at ``at``."""
    formula = relation(written)
    value = None if at is None else as_term(at)

    def rewrite(
        context: SearchingContext, before: Basic, to: Basic | None, part: Basic | None
    ) -> Rewrite:
        equation = formula
        if isinstance(formula, Forall):
            if value is None:
                reason = f"at which {formula.variable}? say given(..., at=...)"
                raise ProofError("given", reason, before)
            equation = substitute(formula.relation, {formula.variable: value})
        old, new = _occurring("given", before, equation, "the hypothesis")
        return Rewrite(old, new, {"formula": formula, "value": value})

    return Move("given", rewrite)


# --- sums -----------------------------------------------------------------------------------------


def _on_sum(operation: str, at: Any, become: Callable[[Sum], Basic]) -> Move:
    parameter = None if at is None else as_term(at)

    def rewrite(
        context: SearchingContext, before: Basic, to: Basic | None, part: Basic | None
    ) -> Rewrite:
        total = the_sum(before) if part is None else part
        new = to if to is not None and part is not None else become(total)
        return Rewrite(total, new, {"operation": operation, "at": parameter})

    return Move("sums", rewrite)


def the_sum(term: Basic) -> Sum:
    """The one sum in a term that does not stand inside another."""
    found = term.atoms(Sum)
    inner = {part for total in found for part in total.function.atoms(Sum)}
    if len(found - inner) != 1:
        raise ProofError("sums", f"{len(found - inner)} sums here; say which: at=...", term)
    return next(iter(found - inner))


def _limits(total: Sum) -> tuple[Any, Any, Any, Any]:
    (index, low, high), body = total.limits[0], total.function
    return index, low, high, body


def split(at: Any) -> Move:
    """Σ_lo^hi = Σ_lo^at + Σ_{at+1}^hi."""

    def become(total: Sum) -> Basic:
        index, low, high, body = _limits(total)
        return Sum(body, (index, low, at)) + Sum(body, (index, at + 1, high))

    return _on_sum("split", at, become)


def single() -> Move:
    """A sum of one term is that term."""

    def become(total: Sum) -> Basic:
        index, low, _, body = _limits(total)
        return substitute(body, {index: low})

    return _on_sum("single", None, become)


def empty() -> Move:
    """A sum over an empty range is 0."""
    return _on_sum("empty", None, lambda total: Integer(0))


def constant() -> Move:
    """A summand that is free of the index, times the number of terms."""

    def become(total: Sum) -> Basic:
        _, low, high, body = _limits(total)
        return body * (high - low + 1)

    return _on_sum("constant", None, become)


def factor_out(factor: Any) -> Move:
    """Σ c·f = c·Σ f, for c free of the index."""

    def become(total: Sum) -> Basic:
        index, low, high, body = _limits(total)
        return as_term(factor) * Sum(body / as_term(factor), (index, low, high))

    return _on_sum("linear", None, become)


def linear_sum(to: Any) -> Move:
    """Σ (c·f + d·g) = c·Σ f + d·Σ g, for c and d free of the index."""
    return _on_sum("linear", None, lambda total: as_term(to))


def factor_in() -> Move:
    """c·Σ f = Σ c·f: a factor moves into the sum that it stands beside."""

    def rewrite(
        context: SearchingContext, before: Basic, to: Basic | None, part: Basic | None
    ) -> Rewrite:
        product = _product_with_sum(before) if part is None else part
        [total] = [factor for factor in product.args if isinstance(factor, Sum)]
        index, low, high, body = _limits(total)
        outside = Mul(*[f for f in product.args if f != total])
        new = Sum(outside * body, (index, low, high))
        return Rewrite(product, new, {"operation": "linear", "at": None})

    return Move("sums", rewrite)


def _product_with_sum(term: Basic) -> Basic:
    found = [m for m in term.atoms(Mul) if sum(isinstance(f, Sum) for f in m.args) == 1]
    if len(found) != 1:
        raise ProofError("sums", f"{len(found)} products with a sum; say which: at=...", term)
    return found[0]


def shift(by: Any) -> Move:
    """j = i + by, under the same name for the index."""

    def become(total: Sum) -> Basic:
        index, low, high, body = _limits(total)
        return Sum(substitute(body, {index: index - by}), (index, low + by, high + by))

    return _on_sum("shift", by, become)


def reverse(about: Any) -> Move:
    """j = about − i, under the same name for the index."""

    def become(total: Sum) -> Basic:
        index, low, high, body = _limits(total)
        moved = substitute(body, {index: about - index})
        return Sum(moved, (index, about - high, about - low))

    return _on_sum("reverse", about, become)


# --- integrals ------------------------------------------------------------------------------------


def linear(to: Any) -> Move:
    """An integral over (0, ∞) as integrals with constant factors, added up; or the other way."""

    def rewrite(
        context: SearchingContext, before: Basic, _: Basic | None, at: Basic | None
    ) -> Rewrite:
        whole = before if at is None else at
        return Rewrite(whole, as_term(to), {"operation": "linear", "scale": None, "power": None})

    return Move("integrals", rewrite)


def substituted(scale: Any, power: Any = 1) -> Move:
    """Put scale·x^power for the variable x of an integral over (0, ∞)."""
    factor, exponent = as_term(scale), as_term(power)

    def rewrite(
        context: SearchingContext, before: Basic, to: Basic | None, at: Basic | None
    ) -> Rewrite:
        whole = before if at is None else at
        if not isinstance(whole, Integral):
            raise ProofError("integrals", "the line before is not an integral", before)
        x = whole.limits[0][0]
        slope = factor * exponent * x ** (exponent - 1)
        moved = changed(whole.function, x, x, factor, exponent) * slope
        new = Integral(moved, (x, *HALF_LINE)) if to is None else to
        return Rewrite(whole, new, {"operation": "substitute", "scale": factor, "power": exponent})

    return Move("integrals", rewrite)


# --- limits ---------------------------------------------------------------------------------------


def limit(*base: Any) -> Move:
    """The limit by continuity, from base limits: earlier theorems, cited, or hypotheses."""

    def rewrite(
        context: SearchingContext, before: Basic, to: Basic | None, at: Basic | None
    ) -> Rewrite:
        whole = before if at is None else at
        if not isinstance(whole, Limit):
            raise ProofError("limit", "the line before is not a limit", before)
        facts = tuple(_known(context, known, variables(before)) for known in base)
        new = limit_value(Place(context), whole, facts) if to is None else to
        return Rewrite(whole, new, {"base": facts})

    return Move("limit", rewrite)


def dominated(bound: Any, *base: Any) -> Move:
    """The limit of an integral as the integral of the limit, under a bound of the integrand that is
    integrable; the limit at each point is by continuity, from base limits.
    """
    most = as_term(bound)

    def rewrite(
        context: SearchingContext, before: Basic, to: Basic | None, at: Basic | None
    ) -> Rewrite:
        whole = before if at is None else at
        if not (isinstance(whole, Limit) and isinstance(whole.args[0], Integral)):
            raise ProofError("dominated", "the line before is not the limit of an integral", before)
        integral, *rest = whole.args
        variable = integral.limits[0][0]
        path = (binding(integral),)
        around = variables(before) | {variable}
        facts = tuple(_known(context, known, around, path) for known in base)
        inner = Limit(integral.function, *rest)
        value = limit_value(Place(context, path), inner, facts)
        new = Integral(value, (variable, *HALF_LINE)) if to is None else to
        return Rewrite(whole, new, {"bound": most, "base": facts})

    return Move("dominated", rewrite)


def _known(
    context: SearchingContext, known: Any, surroundings: frozenset[Basic], path: Path = ()
) -> Any:
    if isinstance(known, Citation):
        return state(context, known, surroundings, path)
    return relation(known)


def _by_series(
    context: SearchingContext, before: Basic, to: Basic | None, at: Basic | None
) -> Rewrite:
    whole = before if at is None else at
    return Rewrite(whole, series_value(Place(context), whole) if to is None else to, {})


series = Move("series", _by_series)


def state(
    context: SearchingContext,
    citation: Citation | Instance,
    surroundings: frozenset[Basic],
    path: Path = (),
) -> Any:
    """Establish an instance of a theorem as a fact; the instance. Under binders, only one that
    speaks of what is bound there: any other is known outside.
    """
    if isinstance(citation, Instance):
        _refuse_idle(variables(citation.value), path)
        context.establish(Specialised(citation.formula, citation.value, path))
        return context.facts[-1][0]
    values = citation.instance(surroundings)
    own = citation.theorem.statement.variables
    _refuse_idle(frozenset().union(*(variables(values.get(v, v)) for v in own)), path)
    context.establish(Cited(citation.theorem, values, path))
    return context.facts[-1][0]


def _refuse_idle(spoken: frozenset[Basic], path: Path) -> None:
    if path and spoken.isdisjoint(bound.variable for bound in path):
        raise ProofError("since", "this is not about what is bound here")


def as_term(value: Any) -> Any:
    """A Python integer as an exact one; families and terms as they are."""
    if isinstance(value, bool) or not isinstance(value, (int, Basic)):
        raise ProofError("terms", f"{value!r} is not an exact expression")
    return Integer(value) if isinstance(value, int) else value
