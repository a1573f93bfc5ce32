"""What is known at a place in a proof.

A :class:`Context` holds facts: the hypotheses, and what was derived from them. A fact may belong
to a path of binders, and is seen there and further inside, unless a binder on the way takes over
one of its variables. ``require`` looks a condition up; nothing here searches.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from math import gcd, lcm

from sympy import (
    Basic,
    Pow,
    Rational,
    exp,
    pi,
)

from radam_sym.kernel.admission import is_integral, is_random
from radam_sym.kernel.conditions import (
    Binding,
    Condition,
    Exists,
    Path,
    binding,
    binding_facts,
    domain_facts,
    of_members,
    positive,
)
from radam_sym.kernel.errors import ProofError
from radam_sym.kernel.formulas import Formula, Predicate, Relation
from radam_sym.kernel.heads import Forall
from radam_sym.kernel.polynomials import Field, Key
from radam_sym.kernel.terms import (
    alike,
    canonical,
    variables,
)


@lru_cache(maxsize=50_000)
def sign_key(left: Basic, right: Basic) -> tuple[Key, Key]:
    """The key of a polynomial of the sign of right − left, wherever that is defined, and that of
    its negative, both scaled to coprime integer coefficients.

    Powers are not split: b^(t−1) has the sign of b^t·b only where b is not zero.
    """
    difference = right - left
    field = Field(difference, split=False)
    numerator, denominator = field.fraction(difference)
    polynomial = numerator * denominator
    coefficients = list(polynomial.to_dict().values())
    if not coefficients:
        return frozenset(), frozenset()
    scale = lcm(*(int(c.q) for c in coefficients))
    content = gcd(*(int(c.p) * scale // int(c.q) for c in coefficients))
    polynomial = polynomial * scale / content
    return field.key(polynomial), field.key(-polynomial)


def constant_sign(key: Key) -> int | None:
    """The sign of a polynomial that is a constant, or None."""
    if not key:
        return 0
    [(monomial, coefficient), *more] = key
    return None if monomial or more else (1 if coefficient > 0 else -1)


IMPLIES = {  # what a fact of one operator settles on the same polynomial
    "<": {"<", "<=", "!="},
    "<=": {"<="},
    "=": {"=", "<="},
    "!=": {"!="},
}


def settled_by(fact: Relation) -> Iterator[tuple[Key, str]]:
    """What a fact settles: of which polynomial's sign it says what."""
    key, opposite = sign_key(fact.left, fact.right)
    for op in IMPLIES[fact.op]:
        yield key, op
        if op == "!=" or fact.op == "=":
            yield opposite, op


class Context:
    """The facts of a proof. ``add`` is for the kernel: it believes what it is told."""

    def __init__(self, hypotheses: Iterable[Formula] = ()) -> None:
        self.facts: list[tuple[Formula, Path]] = []
        self._seen: dict[Path, tuple[int, list[Formula]]] = {}  # from how many facts
        self._forms: dict[Path, tuple[int, set[Basic]]] = {}  # from how many of these
        self._signs: dict[Path, tuple[int, dict[Key, set[str]]]] = {}  # from how many of these
        self._held: set[Condition] = set()  # and hold for good: nothing that is known is forgotten
        for hypothesis in hypotheses:
            self.add(hypothesis)

    def add(self, formula: Formula, path: Path = ()) -> None:
        """Believe a formula at a path: that it holds, and so that its sides are defined."""
        self.facts.append((formula, path))

    def visible(self, path: Path) -> list[Formula]:
        """The facts that hold at a path, what its binders say included."""
        if path not in self._seen:
            self._seen[path] = 0, list(_bound_facts(path))
        count, seen = self._seen[path]
        if count < len(self.facts):
            seen += [f for f, home in self.facts[count:] if _reaches(f, home, path)]
            self._seen[path] = len(self.facts), seen
        return seen

    def knows(self, formula: Formula | Exists, path: Path = ()) -> bool:
        """Whether a formula follows at once from one visible fact, or from its own form, if its
        sides are defined; that they are is for the caller to require.
        """
        facts = self.visible(path)
        if isinstance(formula, Exists):
            return any(_settles(fact, formula.args[0]) for fact in facts)
        if isinstance(formula, Relation):
            return self._knows_relation(formula, path)
        if self.states(formula, path):
            return True
        if isinstance(formula, Predicate):
            return self._knows_predicate(formula, facts, path)
        if isinstance(formula, Forall):
            return self.knows(formula.relation, (*path, binding(formula)))
        return False

    def _knows_relation(self, formula: Relation, path: Path) -> bool:
        if is_random(formula):
            return self.states(formula, path)
        key, _ = sign_key(formula.left, formula.right)
        sign = constant_sign(key)
        if sign is not None:
            return {"<": sign > 0, "<=": sign >= 0, "=": sign == 0, "!=": sign != 0}[formula.op]
        if formula.left == 0 and self._form_says(formula, path):
            return True
        if formula.op in self._settled(path).get(key, ()):
            return True
        domains = [fact for variable in variables(formula) for fact in domain_facts(variable)]
        return any((key, formula.op) in settled_by(fact) for fact in [*domains, positive(pi)])

    def _settled(self, path: Path) -> dict[Key, set[str]]:
        """What the facts that are visible at a path settle, by the keys of polynomials."""
        facts = self.visible(path)
        count, settled = self._signs.get(path, (0, {}))
        for fact in facts[count:]:
            if isinstance(fact, Relation):
                for key, op in settled_by(fact):
                    settled.setdefault(key, set()).add(op)
        self._signs[path] = len(facts), settled
        return settled

    def _form_says(self, formula: Relation, path: Path) -> bool:
        """0 < e^u; 0 ≤ b^(p/q), and 0 < b^(p/q) where 0 < b; 0 < b^s for any real s, which
        is defined for 0 < b alone.
        """
        term = formula.right
        if isinstance(term, exp):
            return formula.op in IMPLIES["<"]
        if not isinstance(term, Pow) or is_integral(term.exp):
            return False
        if not isinstance(term.exp, Rational):
            return formula.op in IMPLIES["<"]
        return formula.op == "<=" or (formula.op == "<" and self.knows(positive(term.base), path))

    def _knows_predicate(self, formula: Predicate, facts: list[Formula], path: Path) -> bool:
        """A finite moment has those of lower orders finite (Lyapunov's inequality); a family that
        is given by its members is what they are.
        """
        conditions = of_members(formula, path)
        if conditions is not None:
            return all(map(self.holds, conditions))
        return formula.name == "moment" and any(
            isinstance(fact, Predicate)
            and fact.name == "moment"
            and alike(fact.family, formula.family)
            and fact.orders[0] >= formula.orders[0]
            for fact in facts
        )

    def states(self, formula: Formula, path: Path = ()) -> bool:
        """Whether a formula is itself a visible fact, up to the names of bound variables."""
        facts = self.visible(path)
        count, forms = self._forms.get(path, (0, set()))
        forms.update(map(canonical, facts[count:]))
        self._forms[path] = len(facts), forms
        return canonical(formula) in forms

    def holds(self, condition: Condition) -> bool:
        """Whether one of the alternatives is known."""
        if condition not in self._held:
            if not any(self.knows(f, condition.path) for f in condition.alternatives):
                return False
            self._held |= {condition}
        return True

    def require(self, conditions: Iterable[Condition], rule: str) -> None:
        """Refuse the step unless every condition is known."""
        for condition in conditions:
            if not self.holds(condition):
                wanted = " or ".join(map(str, condition.alternatives))
                where = "".join(f", for {b.variable} under {b.head}" for b in condition.path)
                raise ProofError(rule, f"it does not follow that {wanted}{where}")


def _bound_facts(path: Path) -> Iterator[Relation]:
    """What the binders on the way to a place say."""
    for depth, bound in enumerate(path):
        for fact in binding_facts(bound):
            if not _shadowed(variables(fact), path[depth + 1 :]):
                yield fact


def _settles(fact: Formula, limit: Basic) -> bool:
    """Whether a fact is about the limit itself, and so about one that exists."""
    if not isinstance(fact, Relation):
        return False
    return alike(fact.left, limit) or alike(fact.right, limit)


def _shadowed(free: Iterable[Basic], path: Path) -> bool:
    return bool(set(free) & {bound.variable for bound in path})


def _reaches(formula: Formula, home: Path, path: Path) -> bool:
    """Whether a fact of one path holds at another: its binders are all there, in order, and no
    further binder takes over a variable that it speaks of.
    """
    if not home:
        return not _shadowed(variables(formula), path)
    free = variables(formula).union(*(variables(part) for b in home for part in b.outside))
    rest = iter(path)
    passed: list[Binding] = []
    for wanted in home:
        for bound in rest:
            if bound == wanted:
                break
            passed.append(bound)
        else:
            return False
    passed += rest
    return not _shadowed(free, tuple(passed))
