"""Looking for the proofs of side conditions; what is found here, the kernel checks.

A relation p > 0 is sought as a product of signed factors, or as a combination of products of
known relations with positive rational coefficients (Handelman), found by linear programming over
ℚ. Nothing here is trusted: a wrong answer is refused by the rule ``sign``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import combinations_with_replacement, islice
from math import prod
from typing import Any, NamedTuple

from flint import fmpq
from sympy import Add, Basic, Integer, Mul, Pow, Rational, exp

from radam_sym.kernel.admission import is_random
from radam_sym.kernel.conditions import (
    Condition,
    Exists,
    Path,
    binding,
    domain_facts,
    nonnegative,
    of_members,
    positive,
)
from radam_sym.kernel.context import Context
from radam_sym.kernel.errors import ProofError
from radam_sym.kernel.formulas import Formula, Predicate, Relation
from radam_sym.kernel.heads import Forall
from radam_sym.kernel.polynomials import Field
from radam_sym.kernel.rules import Combination
from radam_sym.kernel.terms import variables
from radam_sym.kernel.theorem import Combined, Fact, establish

DEGREES = (1, 2, 3)  # of the products of known relations that are tried, in turn
MAX_PRODUCTS = 300  # a linear program with more is too slow to be worth it
ZERO = Integer(0)


class SearchingContext(Context):
    """A context that looks for a proof of what it doesn't know, and keeps what it found."""

    def __init__(self, hypotheses: Iterable[Formula]) -> None:
        super().__init__(hypotheses)
        self.found: list[Fact] = []
        self.lemmas: list[Callable[[Path], None]] = []
        self._stated: Counter[Path] = Counter()  # how many of the lemmas, under a path
        self._stating = False  # what a lemma needs under a path may have binders of its own

    def establish(self, fact: Fact) -> None:
        """Add a fact that the kernel accepts, and keep it for the proof."""
        establish(self, fact)
        self.found.append(fact)

    def require(self, conditions: Iterable[Condition], rule: str) -> None:
        """Look for a proof of each condition that is not known."""
        for condition in conditions:
            if not self.holds(condition) and not self._settles(condition):
                super().require([condition], rule)

    def _settles(self, condition: Condition) -> bool:
        self._state_lemmas(condition.path)
        return self.holds(condition) or any(
            self._settles_one(formula, condition.path) for formula in condition.alternatives
        )

    def _settles_one(self, formula: Formula | Exists, path: Path) -> bool:
        if isinstance(formula, Forall):
            self._state_lemmas((*path, binding(formula)))
            return self._settles_one(formula.relation, (*path, binding(formula)))
        if isinstance(formula, Predicate):
            conditions = of_members(formula, path)
            return conditions is not None and all(map(self._settles, conditions))
        return isinstance(formula, Relation) and settle(self, formula, path)

    def _state_lemmas(self, path: Path) -> None:
        """The author's facts again under the binders of a path, for the variables bound there."""
        if not path or self._stating:
            return
        new = self.lemmas[self._stated[path] :]
        self._stated[path] += len(new)
        self._stating = True
        for lemma in new:
            with suppress(ProofError):
                lemma(path)
        self._stating = False


def settle(context: SearchingContext, goal: Relation, path: Path = ()) -> bool:
    """Establish a relation in a context, by way of the signs of its factors where need be."""
    if context.knows(goal, path):
        return True
    if is_random(goal) or goal.op == "=":
        return False
    return _by_factors(context, goal, path) or _by_combination(context, goal, path)


def _keep(context: SearchingContext, goal: Relation, combination: Combination, path: Path) -> bool:
    try:
        context.establish(Combined(goal, combination, path))
    except ProofError:
        return False
    return True


# --- factors ----------------------------------------------------------------------------------


def _factors(difference: Basic) -> tuple[Rational, list[tuple[Basic, int]]]:
    field = Field(difference)
    unit, factors = Rational(1), []
    for part, direction in zip(field.fraction(difference), (1, -1), strict=True):
        constant, found = part.factor()
        unit *= Rational(int(constant.p), int(constant.q)) ** direction
        factors += [(field.term(f), direction * int(power)) for f, power in found]
    return unit, factors


def _by_factors(context: SearchingContext, goal: Relation, path: Path) -> bool:
    unit, factors = _factors(goal.right - goal.left)
    if sum(abs(power) for _, power in factors) < 2 and not _is_negative_alone(unit, factors):
        return False
    signed: list[Relation] = []
    squares = Integer(1)
    for factor, power in factors:
        if goal.op == "<=" and power % 2 == 0:
            squares *= factor**power
            continue
        relation = _signed(context, factor, goal.op, path)
        if relation is None:
            return False
        if relation.right != factor and power % 2:
            unit = -unit
        signed += [_power(relation, power)] * abs(power)
    if unit < 0 and goal.op != "!=":
        return False
    return _keep(context, goal, ((unit * squares, tuple(signed)),), path)


def _is_negative_alone(unit: Rational, factors: list[tuple[Basic, int]]) -> bool:
    return len(factors) == 1 and (unit != 1 or factors[0][1] < 0)


def _power(relation: Relation, power: int) -> Relation:
    return relation if power > 0 else Relation(relation.op, ZERO, 1 / relation.right)


def _signed(context: SearchingContext, factor: Basic, op: str, path: Path) -> Relation | None:
    """0 op ±factor, established, for the sign that can be."""
    candidates = [Relation(s, ZERO, side) for s in ("<", op) for side in (factor, -factor)]
    for relation in candidates:
        if context.knows(relation, path):
            return relation
    for degree in DEGREES:  # the wrong sign is only found to fail once all products were tried
        for relation in candidates:
            if _by_combination(context, relation, path, (degree,)):
                return relation
    return None


# --- combinations of products -------------------------------------------------------------------


def _relevant(context: Context, goal: Relation, path: Path) -> list[Relation]:
    """The known relations that are linked to the goal through common variables."""
    facts = [
        f
        for f in context.visible(path)
        if isinstance(f, Relation) and f.op != "!=" and not is_random(f)
    ]
    by_name = sorted(variables(goal), key=lambda variable: str(variable.name))
    facts += [fact for variable in by_name for fact in domain_facts(variable)]
    facts += _facts_of_form(context, goal, path)
    return list(dict.fromkeys(facts))


def _facts_of_form(context: Context, goal: Relation, path: Path) -> Iterator[Relation]:
    """What the roots and exponentials in a goal say of their own signs."""
    for term in sorted(goal.atoms(Pow, exp), key=str):
        for relation in (positive(term), nonnegative(term)):
            if context.knows(relation, path):
                yield relation
                break


class Product(NamedTuple):
    """A product of known relations, times 1, −1 beside an equation, or a square; its polynomial."""

    multiplier: Basic
    factors: tuple[Relation, ...]
    polynomial: Any


def _products(facts: Sequence[tuple[Relation, Any]], one: Any, degree: int) -> Iterator[Product]:
    yield Product(Integer(1), (), one)
    for count in range(1, degree + 1):
        for chosen in combinations_with_replacement(facts, count):
            factors = tuple(relation for relation, _ in chosen)
            polynomial = prod((p for _, p in chosen), start=one)
            yield Product(Integer(1), factors, polynomial)
            if any(factor.op == "=" for factor in factors):
                yield Product(Integer(-1), factors, -polynomial)


def _by_combination(
    context: SearchingContext, goal: Relation, path: Path, degrees: Sequence[int] = DEGREES
) -> bool:
    if goal.op == "!=":
        return _by_strictness(context, goal, path)
    facts = _relevant(context, goal, path)
    differences = [fact.right - fact.left for fact in facts]
    field = Field(goal.right - goal.left, *differences)
    try:
        wanted = field.fraction(goal.right - goal.left)
        known = [(f, *field.fraction(d)) for f, d in zip(facts, differences, strict=True)]
    except ProofError:
        return False
    if not wanted[1].is_constant():
        return False
    usable = [(fact, n / d) for fact, n, d in known if d.is_constant()]
    target = wanted[0] / wanted[1]
    if _by_positive_terms(context, goal, field, target, path):
        return True
    own = [pair for pair in usable if _atoms(pair[1]) <= _atoms(target)]
    one, squares = target.context().constant(1), list(_squares(field, goal))
    for degree in degrees:
        for facts_tried in (own, usable):  # most often those on the goal's own atoms are enough
            products = list(islice(_products(facts_tried, one, degree), MAX_PRODUCTS + 1))
            if len(products) > MAX_PRODUCTS:
                break
            combination = _combine(goal.op, target, [*products, *squares])
            if combination is not None and _keep(context, goal, combination, path):
                return True
    return False


def _by_positive_terms(
    context: SearchingContext, goal: Relation, field: Field, target: Any, path: Path
) -> bool:
    """right − left is a polynomial of positive coefficients in atoms that are known positive."""
    combination: list[tuple[Basic, tuple[Relation, ...]]] = []
    for powers, coefficient in target.to_dict().items():
        factors = [
            positive(atom)
            for atom, power in zip(field.atoms, powers, strict=True)
            for _ in range(int(power))
        ]
        if coefficient < 0 or not all(context.knows(factor, path) for factor in factors):
            return False
        combination.append((Rational(int(coefficient.p), int(coefficient.q)), tuple(factors)))
    return _keep(context, goal, tuple(combination), path)


def _squares(field: Field, goal: Relation) -> Iterator[Product]:
    """The even powers that stand in a goal, none of which is negative."""
    for power in sorted(set(_powers(goal)), key=str):
        if isinstance(power.exp, Integer) and power.exp > 0 and power.exp % 2 == 0:
            numerator, denominator = field.fraction(power)
            if denominator.is_constant():
                yield Product(power, (), numerator / denominator)


def _powers(term: Basic) -> Iterator[Basic]:
    """The powers in a term, where arithmetic looks inside it."""
    if isinstance(term, Pow):
        yield term
    if isinstance(term, (Relation, Add, Mul, Pow)):
        for argument in term.args:
            yield from _powers(argument)


def _atoms(polynomial: Any) -> set[int]:
    return {place for place, degree in enumerate(polynomial.degrees()) if degree > 0}


def _by_strictness(context: SearchingContext, goal: Relation, path: Path) -> bool:
    """left ≠ right, because one is less than the other."""
    difference = goal.right - goal.left
    less = _signed(context, difference, "<", path)
    if less is None:
        return False
    unit = Integer(1) if less.right == difference else Integer(-1)
    return _keep(context, goal, ((unit, (less,)),), path)


def _combine(op: str, wanted: Any, products: list[Product]) -> Combination | None:
    """Coefficients q ≥ 0 with wanted = Σ q·product identically, strict where it has to be."""
    target = wanted.to_dict()
    columns = [product.polynomial.to_dict() for product in products]
    monomials = list(dict.fromkeys(m for column in (target, *columns) for m in column))
    zero = fmpq(0)
    table = [[column.get(m, zero) for column in columns] for m in monomials]
    strict = [p.multiplier == 1 and all(f.op == "<" for f in p.factors) for p in products]
    solution = solve_nonnegative(
        table, [target.get(m, zero) for m in monomials], strict if op == "<" else []
    )
    if solution is None:
        return None
    return tuple(
        (Rational(int(q.p), int(q.q)) * product.multiplier, product.factors)
        for q, product in zip(solution, products, strict=True)
        if q != 0
    )


def solve_nonnegative(
    table: list[list[fmpq]], right: list[fmpq], prefer: Sequence[bool]
) -> list[fmpq] | None:
    """x ≥ 0 with table·x = right, exactly, or None; with some preferred x_k > 0 if any can be.

    The simplex method over ℚ with Bland's rule, which can't cycle.
    """
    width = len(table[0]) if table else 0
    rows = [
        [*row, value] if value >= 0 else [-a for a in (*row, value)]
        for row, value in zip(table, right, strict=True)
    ]
    basis = [width + k for k in range(len(rows))]
    cost = [-sum((row[j] for row in rows), fmpq(0)) for j in range(width + 1)]
    _minimise(rows, basis, cost, width)
    if cost[-1] != 0:
        return None
    ray = None
    if any(prefer):
        _leave_artificial(rows, basis, width)
        cost = [fmpq(-1) if preferred else fmpq(0) for preferred in prefer] + [fmpq(0)]
        for row, column in zip(rows, basis, strict=True):
            if column < width and cost[column] != 0:
                _subtract(cost, cost[column], row)
        ray = _minimise(rows, basis, cost, width, stop=lambda: cost[-1] > 0)
    solution = [fmpq(0)] * width
    if ray is not None:
        solution[ray] = fmpq(1)
    for row, column in zip(rows, basis, strict=True):
        if column < width:
            solution[column] = row[-1] if ray is None else row[-1] - row[ray]
    return solution


def _minimise(
    rows: list[list[Any]], basis: list[int], cost: list[Any], width: int, stop: Any = lambda: False
) -> int | None:
    """Pivot until the cost is least; the column of a ray on which it falls for ever, if any."""
    while not stop():
        entering = next((j for j in range(width) if cost[j] < 0), None)
        if entering is None:
            return None
        ratios = [
            (row[-1] / row[entering], basis[k], k)
            for k, row in enumerate(rows)
            if row[entering] > 0
        ]
        if not ratios:
            return entering
        _, _, leaving = min(ratios)
        _pivot(rows, basis, cost, leaving, entering)
    return None


def _pivot(rows: list[list[Any]], basis: list[int], cost: list[Any], k: int, j: int) -> None:
    pivot = rows[k][j]
    rows[k] = [a / pivot for a in rows[k]]
    for other, row in enumerate(rows):
        if other != k and row[j] != 0:
            _subtract(row, row[j], rows[k])
    if cost[j] != 0:
        _subtract(cost, cost[j], rows[k])
    basis[k] = j


def _subtract(row: list[Any], factor: Any, other: list[Any]) -> None:
    for j, value in enumerate(other):
        if value != 0:
            row[j] = row[j] - factor * value


def _leave_artificial(rows: list[list[Any]], basis: list[int], width: int) -> None:
    """Pivot the auxiliary variables, which are all zero now, out of the basis."""
    for k in range(len(rows)):
        if basis[k] >= width:
            column = next((j for j in range(width) if rows[k][j] != 0), None)
            if column is not None:
                _pivot(rows, basis, [fmpq(0)] * (width + 1), k, column)
