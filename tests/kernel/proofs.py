"""Short ways to write a proof by hand, step by step, as the kernel takes it."""

from __future__ import annotations

from typing import Any

import pytest
from sympy import Basic, Integer, Limit, Symbol, oo

from radam_sym.kernel.conditions import binding
from radam_sym.kernel.errors import ProofError
from radam_sym.kernel.formulas import Predicate, Relation, Statement
from radam_sym.kernel.heads import Family, Forall, Integral
from radam_sym.kernel.rules import Step
from radam_sym.kernel.theorem import (
    Chain,
    Cited,
    Combined,
    Source,
    Specialised,
    Theorem,
    axiom,
    prove,
)

ZERO, ONE, TWO = Integer(0), Integer(1), Integer(2)
a, b, c, q, x, y, z = (Symbol(name, real=True) for name in "abcqxyz")
p = Symbol("p", real=True, positive=True)
positive, other = Symbol("r", positive=True), Symbol("w", positive=True)
i, j, k, m, n = (Symbol(name, integer=True) for name in "ijkmn")
t = Symbol("t", integer=True, positive=True)
u = Symbol("u", integer=True, nonnegative=True)
X, Y = Family("X", "random"), Family("Y", "random")
s = Family("s", "sequence")
f = Family("f", "function")
g, h = Family("g", "positive function"), Family("h", "positive function")
NOWHERE = Source("a test")


def eq(left: Any, right: Any) -> Relation:
    return Relation("=", left, right)


def ne(left: Any, right: Any) -> Relation:
    return Relation("!=", left, right)


def lt(left: Any, right: Any) -> Relation:
    return Relation("<", left, right)


def le(left: Any, right: Any) -> Relation:
    return Relation("<=", left, right)


def moment(family: Basic, order: int) -> Predicate:
    return Predicate("moment", family, order)


def integral(body: Any, variable: Symbol = positive) -> Integral:
    """The integral over (0, ∞)."""
    return Integral(body, (variable, 0, oo))


def step(rule: str, old: Any, new: Any, after: Any = None, **arguments: Any) -> Step:
    """A step; ``after`` is the new line where that is more than what was rewritten."""
    old, new = Integer(0) + old, Integer(0) + new
    return Step(rule, old, new, new if after is None else after, "=", arguments)


def inequality(op: str, old: Any, new: Any, *combination: Any) -> Step:
    """A step of the rule ``sign``; a combination is pairs of a multiplier and relations."""
    read = tuple((Integer(0) + multiplier, tuple(factors)) for multiplier, factors in combination)
    old, new = Integer(0) + old, Integer(0) + new
    return Step("sign", old, new, new, op, {"combination": read})


def proved(
    *steps: Step, given: Any = (), facts: Any = (), start: Any = None, id: str = "test"
) -> Theorem:
    """The theorem that a chain of steps proves; it starts where its first step does."""
    first = steps[0].old if start is None else start
    op = "<" if any(s.relation == "<" for s in steps) else "<="
    op = op if any(s.relation != "=" for s in steps) else "="
    statement = Statement(tuple(given), Relation(op, first, steps[-1].after))
    return prove(id, statement, Chain(first, steps, tuple(facts)), NOWHERE)


# --- the limit of an integral that stays under another --------------------------------------------

BOUND = h(positive)
BETWEEN = (
    Forall(positive, le(0, g(positive))),
    Forall(positive, le(g(positive), h(positive))),
    eq(integral(h(positive)), a),
)
MOVING = Limit(integral(x * g(positive)), x, ONE, "-")
AT_ONE = integral(g(positive))
NEAR = (binding(MOVING),)
INSIDE = (*NEAR, binding(MOVING.args[0]))
BOUNDED = axiom(
    "bounded",
    Statement((*BETWEEN, lt(ZERO, x), lt(x, ONE)), le(MOVING.args[0], a)),
    NOWHERE,
)
_least, _most = le(ZERO, g(positive)), le(g(positive), h(positive))
_moved = le(ZERO, x * g(positive))
UNDER = (
    Cited(BOUNDED, {}, NEAR),
    Specialised(BETWEEN[0], positive, INSIDE),
    Specialised(BETWEEN[1], positive, INSIDE),
    Combined(_moved, ((ONE, (lt(ZERO, x), _least)),), INSIDE),
    Combined(
        le(x * g(positive), h(positive)), ((ONE, (_most,)), (ONE, (lt(x, ONE), _least))), INSIDE
    ),
    Combined(
        le(-h(positive), x * g(positive)),
        ((ONE, (_moved,)), (ONE, (_least,)), (ONE, (_most,))),
        INSIDE,
    ),
)


def tending(
    new: Any = AT_ONE,
    after: Any = None,
    old: Any = MOVING,
    bound: Any = BOUND,
    base: Any = (),
) -> Step:
    """∫ x·g → ∫ g as x → 1 from below, where 0 ≤ g ≤ h and h is integrable."""
    return step("dominated", old, new, after, bound=bound, base=base)


def tended() -> Theorem:
    """That limit, proved."""
    return proved(tending(), given=BETWEEN, facts=UNDER, id="tended")


def refused(reason: str) -> Any:
    """The kernel refuses, and says why."""
    return pytest.raises(ProofError, match=reason)
