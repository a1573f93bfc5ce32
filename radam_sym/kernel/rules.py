"""The rules: each decides whether one expression may stand for another at a place.

A rule is given the place, the two expressions and its arguments. It returns nothing, or raises
:class:`ProofError`. It never looks for a proof: what it needs is in its arguments or among the
facts of the context.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sympy import (
    Add,
    Basic,
    Integer,
    Limit,
    Mul,
    Pow,
    Sum,
    coth,
    exp,
    log,
    oo,
    tanh,
)

from radam_sym.kernel.admission import admit, is_integral
from radam_sym.kernel.conditions import (
    Condition,
    Path,
    apart_from_existence,
    at_values,
    binding,
    definedness,
    nonnegative,
    nonzero,
    positive,
)
from radam_sym.kernel.context import Context
from radam_sym.kernel.enclosure import enclose
from radam_sym.kernel.errors import ProofError
from radam_sym.kernel.formulas import Formula, Relation, Statement, admit_formula
from radam_sym.kernel.heads import Definition, Forall, Integral
from radam_sym.kernel.integrals import integrals
from radam_sym.kernel.place import Place as Place
from radam_sym.kernel.place import agree
from radam_sym.kernel.polynomials import split_exponent
from radam_sym.kernel.series import series
from radam_sym.kernel.sums import sums
from radam_sym.kernel.terms import HALF_LINE, alike, binder, replace, substitute, unfold, variables

Factor = tuple[Basic, tuple[Relation, ...]]  # a multiplier and the relations it multiplies
Combination = tuple[Factor, ...]


@dataclass(frozen=True)
class Step:
    """One line of a chain: ``after`` follows by ``rule``, which turns ``old`` into ``new``
    wherever it occurs in the line before.
    """

    rule: str
    old: Basic
    new: Basic
    after: Basic
    relation: str = "="
    arguments: Mapping[str, Any] = field(default_factory=dict)


# --- arithmetic ---------------------------------------------------------------------------------


def algebra(place: Place, old: Basic, new: Basic) -> None:
    """A rational identity over ℚ in atoms."""
    agree(place, "algebra", old, new)


def hyperbolic(place: Place, old: Basic, new: Basic) -> None:
    """exp, tanh, coth and the powers of b, where log b occurs, as exponentials; then algebra."""
    agree(place, "hyperbolic", old, new, exponential=True)


def radical(place: Place, old: Basic, new: Basic) -> None:
    """Nonnegative expressions whose squares agree."""
    place.require("radical", nonnegative(old), nonnegative(new))
    agree(place, "radical", old**2, new**2)


# --- names and earlier results --------------------------------------------------------------------


def definition(place: Place, old: Basic, new: Basic, definition: Definition) -> None:
    """The sides are alike once the definition is unfolded in both."""
    if not alike(unfold(old, definition), unfold(new, definition)):
        raise ProofError("definition", f"not {definition.name} unfolded or folded", old, new)


def instantiate(place: Place, statement: Statement, instance: Mapping[Basic, Basic]) -> Formula:
    """The conclusion for some values of the variables; the hypotheses must follow for them."""
    for variable, value in instance.items():
        if variable not in statement.variables:
            raise ProofError("cite", f"{variable} is not a variable of the statement")
        place.require_value("cite", variable, value)
    for hypothesis in statement.hypotheses:
        place.require_all("cite", at_values(definedness(hypothesis), instance, place.path))
        place.require("cite", substitute(hypothesis, instance))
    conclusion: Formula = substitute(statement.conclusion, instance)
    return conclusion


def cite(place: Place, old: Basic, new: Basic, theorem: Any, instance: Any) -> None:
    """The two sides of an instance of an earlier theorem, in either order."""
    _sides_of(instantiate(place, theorem.statement, instance), "cite", old, new)


def given(place: Place, old: Basic, new: Basic, formula: Formula, value: Basic | None) -> None:
    """The two sides of a fact of the context; of one said for all values, at ``value``."""
    if isinstance(formula, Forall):
        if value is None:
            raise ProofError("given", f"at which {formula.variable}?", old, new)
        formula = specialised(place, formula, value)
    else:
        place.require("given", formula)
    _sides_of(formula, "given", old, new)


def specialised(place: Place, formula: Forall, value: Basic) -> Relation:
    """A relation that is known for all values of a variable, for one."""
    place.require("given", formula)
    place.require_value("given", formula.variable, value)
    relation: Relation = substitute(formula.relation, {formula.variable: value})
    return relation


def _sides_of(formula: Formula, rule: str, old: Basic, new: Basic) -> None:
    if not isinstance(formula, Relation) or formula.op != "=":
        raise ProofError(rule, f"{formula} is not an equation", old, new)
    left, right = formula.left, formula.right
    if not ((alike(left, old) and alike(right, new)) or (alike(left, new) and alike(right, old))):
        raise ProofError(rule, f"not the two sides of {formula}", old, new)


# --- limits ---------------------------------------------------------------------------------------


def limit(place: Place, old: Basic, new: Basic, base: tuple[Relation, ...]) -> None:
    """By continuity from base limits, which are facts of the context."""
    if not isinstance(old, Limit):
        raise ProofError("limit", "the line before is not a limit", old, new)
    agree(place, "limit", limit_value(place, old, base), new)


def limit_value(place: Place, whole: Limit, base: tuple[Relation, ...]) -> Basic:
    """What a limit is by continuity, from base limits."""
    place.require("limit", *base)
    for fact in base:
        if fact.op != "=" or not isinstance(fact.left, Limit):
            raise ProofError("limit", f"{fact} is not the value of a limit", whole)
    return _LimitOf(place, whole, list(base)).value(whole.args[0])


def dominated(
    place: Place, old: Basic, new: Basic, bound: Basic, base: tuple[Relation, ...]
) -> None:
    """The limit of an integral is the integral of the limit, which then exists, where the
    integrand stays within ±bound, whose integral exists (Lebesgue; Billingsley, Probability and
    Measure, theorem 16.4). The integrand's limit is by continuity.
    """
    if not (isinstance(old, Limit) and isinstance(old.args[0], Integral)):
        raise ProofError("dominated", "the line before is not the limit of an integral", old, new)
    if not isinstance(new, Integral):
        raise ProofError("dominated", "the integral of the limit is an integral", old, new)
    integral, moving, *rest = old.args
    variable, body, _ = binder(integral)  # type: ignore[misc]
    own, value, _ = binder(new)  # type: ignore[misc]
    if own != variable:
        raise ProofError("dominated", f"both integrals are over {variable}", old, new)
    if variable in variables(old):
        raise ProofError("dominated", f"{variable} already means something here", old, new)
    admit(bound)
    if moving in variables(bound):
        raise ProofError("dominated", f"the bound {bound} moves with {moving}", old, new)
    place.require_defined("dominated", Integral(bound, (variable, *HALF_LINE)))
    inside = place.under(binding(old)).under(binding(integral))
    inside.require("dominated", Relation("<=", -bound, body), Relation("<=", body, bound))
    at_each = place.under(binding(new))
    found = limit_value(at_each, Limit(body, moving, *rest), base)
    agree(at_each, "dominated", found, value)


class _LimitOf:
    """The limit of an expression, worked out from the inside; every head is continuous where the
    conditions that it states hold.
    """

    def __init__(self, place: Place, whole: Limit, known: list[Relation]) -> None:
        self.place, self.whole, self.known = place, whole, known
        _, self.variable, self.point, _ = whole.args

    def value(self, term: Basic) -> Basic:
        if self.variable not in variables(term):
            return term
        wanted = Limit(term, *self.whole.args[1:])
        for fact in self.known:
            if alike(fact.left, wanted):
                return fact.right
        if term == self.variable and self.point != oo:
            return self.point
        if isinstance(term, Add):
            return Add(*map(self.value, term.args))
        if isinstance(term, Mul):
            return self._product(term)
        if isinstance(term, Pow):
            return self._power(*term.args)
        if isinstance(term, Sum):
            return self._sum(term)
        if isinstance(term, (exp, tanh, log, coth)):
            return self._elementary(term)
        raise ProofError("limit", f"no rule for the limit of {term}", self.whole)

    def _product(self, term: Mul) -> Basic:
        """Factor by factor, but for those that a base limit takes together, as in t·β^t → 0."""
        factors = [factor for part in term.args for factor in self._split(part)]
        for fact in self.known:
            variable, body, _ = binder(fact.left)  # type: ignore[misc]
            joint = Mul.make_args(substitute(body, {variable: self.variable}))
            taken = [factor for factor in factors if factor in joint]
            apart = [factor for factor in factors if factor not in joint]
            if len(taken) > 1 and alike(fact.left, Limit(Mul(*taken), *self.whole.args[1:])):
                return Mul(fact.right, *map(self.value, apart))
        return Mul(*map(self.value, term.args))

    def _split(self, factor: Basic) -> tuple[Basic, ...]:
        """b^(m+n) as b^m and b^n, where the exponent moves and b does not."""
        if not isinstance(factor, Pow) or self.variable in variables(factor.base):
            return (factor,)
        if self.variable not in variables(factor.exp):
            return (factor,)
        parts = Add.make_args(factor.exp)
        if len(parts) > 1:
            self.place.require("limit", positive(factor.base))
        return tuple(Pow(factor.base, part) for part in parts)

    def _elementary(self, term: Basic) -> Basic:
        inner = self.value(term.args[0])
        if isinstance(term, log):
            self.place.require("limit", positive(inner))
        if isinstance(term, coth):
            self.place.require_all("limit", nonzero(inner, self.place.path))
        return term.func(inner)

    def _sum(self, term: Sum) -> Basic:
        index, low, high = term.limits[0]
        if self.variable in variables(low) | variables(high):
            raise ProofError("limit", "the ends of the sum move with the variable", self.whole)
        if index in variables(self.whole):
            raise ProofError("limit", f"{index} already means something here", self.whole)
        apart = [fact for fact in self.known if index not in variables(fact)]
        inner = _LimitOf(self.place.under(binding(term)), self.whole, apart)
        return Sum(inner.value(term.function), (index, low, high))

    def _power(self, base: Basic, exponent: Basic) -> Basic:
        if self.variable not in variables(exponent):
            inner = self.value(base)
            if not (isinstance(exponent, Integer) and exponent > 0):
                conditions = nonzero(inner, self.place.path)
                if not is_integral(exponent):
                    conditions = iter([Condition(self.place.path, (positive(inner),))])
                self.place.require_all("limit", conditions)
            return Pow(inner, exponent)
        if self.variable in variables(base):
            raise ProofError("limit", "base and exponent both move", self.whole)
        parts, constant = split_exponent(exponent)
        self.place.require("limit", positive(base))
        if len(parts) == 1 and parts[0][1] == 1 and constant == 0:
            raise ProofError(
                "limit", f"no base limit is given for {Pow(base, exponent)}", self.whole
            )
        factors = [self._power(Pow(base, m), c) for m, c in parts]
        return Mul(Pow(base, constant), *factors)


# --- inequalities ---------------------------------------------------------------------------------


def sign(place: Place, goal: Relation, combination: Combination) -> None:
    """A relation, from a sum of products of known ones: right − left of the goal is identically
    Σ multiplier·Π(right − left of a known relation).

    A multiplier is a positive rational times even powers, or anything beside an equation. For
    ≠ there is one product, of factors that are not zero.
    """
    admit_formula(goal)
    place.require_defined("sign", goal)
    kinds, terms = [], []
    for multiplier, factors in combination:
        kinds.append(_kind(place, multiplier, factors))
        terms.append(Mul(multiplier, *[factor.right - factor.left for factor in factors]))
    if not _adds_up(goal.op, kinds):
        raise ProofError("sign", f"products of kinds {kinds} do not give {goal.op}", goal)
    agree(place, "sign", goal.right - goal.left, Add(*terms))


def _kind(place: Place, multiplier: Basic, factors: tuple[Relation, ...]) -> str:
    place.require("sign", *factors)
    admit(multiplier)
    place.require_defined("sign", multiplier)
    operators = {factor.op for factor in factors}
    if "=" in operators:
        return "="
    number, rest = multiplier.as_coeff_Mul()
    even = all(_is_even_power(part) for part in Mul.make_args(rest))
    if operators <= {"<", "!="} and rest == 1 and number != 0:
        return "<" if number > 0 and "!=" not in operators else "!="
    if number >= 0 and even and operators <= {"<", "<="}:
        return "<="
    raise ProofError("sign", f"{multiplier} is not a positive multiplier of {set(operators)}")


def _is_even_power(term: Basic) -> bool:
    return term == 1 or (
        isinstance(term, Pow) and isinstance(term.exp, Integer) and term.exp % 2 == 0
    )


def _adds_up(op: str, kinds: list[str]) -> bool:
    present = set(kinds)
    if op == "=":
        return present <= {"="}
    if op == "!=":
        return [kind for kind in kinds if kind != "="] in (["!="], ["<"])
    return present <= {"=", "<=", "<"} and (op == "<=" or "<" in present)


# --- one step -------------------------------------------------------------------------------------

RULES: dict[str, Callable[..., None]] = {
    "algebra": algebra,
    "cite": cite,
    "definition": definition,
    "dominated": dominated,
    "given": given,
    "hyperbolic": hyperbolic,
    "integrals": integrals,
    "limit": limit,
    "radical": radical,
    "series": series,
    "sums": sums,
}
INEQUALITIES: dict[str, Callable[..., None]] = {"enclose": enclose, "sign": sign}


def check_step(context: Context, before: Basic, step: Step) -> None:
    """Refuse a step whose rule does not turn the line before into the line after."""
    for side in (step.old, step.new, step.after):
        admit(side)
    if step.rule in INEQUALITIES:
        _check_inequality(context, before, step)
        return
    rule = RULES.get(step.rule)
    if rule is None:
        raise ProofError(step.rule, f"no such rule; rules are {', '.join([*RULES, *INEQUALITIES])}")
    if step.relation != "=":
        raise ProofError(step.rule, "this rule proves equations", before, step.after)
    places: list[Path] = []

    def visit(path: tuple[Basic, ...]) -> Basic:
        places.append(tuple(binding(node) for node in path))
        return step.new

    after = replace(before, step.old, visit)
    if not places:
        raise ProofError(step.rule, f"{step.old} does not occur", before, step.after)
    if not alike(after, step.after):
        raise ProofError(step.rule, f"the line becomes {after}", before, step.after)
    for path in dict.fromkeys(places):
        place = Place(context, path)
        if step.rule not in ("cite", "given"):  # an equation that holds has two sides with a value
            # That a limit exists follows, where the new term has a value that it equals; a series
            # says itself that its body has values near the point.
            if step.rule != "series":
                place.require_all(step.rule, apart_from_existence(step.old, path))
            if step.rule in ("dominated", "integrals"):  # which say themselves what exists
                place.require_all(step.rule, apart_from_existence(step.new, path))
            else:
                place.require_defined(step.rule, step.new)
        rule(place, step.old, step.new, **step.arguments)


def _check_inequality(context: Context, before: Basic, step: Step) -> None:
    if not (alike(step.old, before) and alike(step.new, step.after)):
        raise ProofError(step.rule, "an inequality takes the whole line", before, step.after)
    goal = Relation(step.relation, step.old, step.new)
    INEQUALITIES[step.rule](Place(context), goal, **step.arguments)
