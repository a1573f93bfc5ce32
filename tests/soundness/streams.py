"""Random identities that no derivation holds, right and wrong, for each rule alone.

What a rule is asked is made at random from small expressions over β, x, y, t, n, i with powers,
roots, sums, exponentials and limits; the line after is what SymPy makes of the line before, what
the kernel itself works out, or a change of that.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from sympy import (
    Basic,
    Integer,
    Lambda,
    Limit,
    Rational,
    Sum,
    Symbol,
    cancel,
    coth,
    exp,
    expand,
    factor,
    log,
    oo,
    powsimp,
    sqrt,
    tanh,
    together,
)

from radam_sym.kernel.axioms import AXIOMS
from radam_sym.kernel.conditions import Binding, binding
from radam_sym.kernel.formulas import Predicate, Relation
from radam_sym.kernel.heads import Definition, E, Family, Forall, Integral, Var
from radam_sym.kernel.integrals import changed as with_other_variable
from radam_sym.kernel.rules import Place, Step, limit_value
from radam_sym.kernel.series import series_value
from radam_sym.kernel.terms import substitute, unfold
from radam_sym.kernel.theorem import Cited, Combined, Specialised, Theorem
from radam_sym.proof import algebra, cases, enclosed, eq, given, induction, le, lt, single, split
from radam_sym.proof.chain import CasesDraft, Draft, InductionDraft
from tests.soundness.mutations import MISHAPS, attempted, changed
from tests.soundness.perturb import (
    Attempt,
    Facts,
    Line,
    Perturber,
    Proposed,
    Stated,
    fingerprint,
    is_sensible,
    operated,
    total_of,
)

beta, x, y, sigma = (Symbol(name, real=True) for name in ("beta", "x", "y", "sigma"))
p = Symbol("p", positive=True)
i, j, k, n = (Symbol(name, integer=True) for name in "ijkn")
t, s = (Symbol(name, integer=True, positive=True) for name in "ts")
m = Symbol("m", integer=True, nonnegative=True)
a, X, f = Family("a", "sequence"), Family("X", "random"), Family("f", "function")
v, w = (Symbol(name, positive=True) for name in "vw")
g, h = (Family(name, "positive function") for name in "gh")
A, B = (Symbol(name, real=True) for name in "AB")
SYMBOLS = [beta, x, y, sigma, p, i, k, n, t, s, m]
SIGNS: list[Any] = [
    lt(0, beta), lt(beta, 1), le(0, beta), le(beta, 1), le(0, x), lt(0, x), lt(0, y), le(0, y),
    lt(x, y), le(x, y), lt(x, 0), le(1, n), le(0, n), le(2, t), le(k, n), lt(x, 1), le(-1, n),
    Relation("!=", x, Integer(0)), Relation("!=", beta, Integer(0)), Relation("!=", y, x),
    eq(x, 0), eq(beta, 0), eq(x, y), eq(x**2, x), eq(n, k), eq(n, 0), lt(0, 1 / x), le(0, sqrt(x)),
]  # fmt: skip


def some_facts(chance: random.Random, most: int = 4) -> Facts:
    chosen = chance.sample(SIGNS, chance.randint(0, most))
    return tuple((fact, ()) for fact in chosen)


# --- random terms -----------------------------------------------------------------------------


def leaf(chance: random.Random) -> Basic:
    numbers = [Integer(v) for v in (0, 1, 2, -1, 3)] + [Rational(1, 2)]
    return chance.choice([*numbers, beta, x, y, x, beta, t, n, p])


def term(chance: random.Random, depth: int) -> Any:
    """A random term; now and then one that has no value anywhere."""
    if depth == 0:
        return leaf(chance)
    inner = [term(chance, depth - 1) for _ in range(2)]
    exponent = chance.choice([2, 3, -1, -2, t, t + 1, t - 1, 2 * t, n, n - 1, t + n, -t])
    return chosen(
        chance,
        [
            lambda: inner[0] + inner[1],
            lambda: inner[0] * inner[1],
            lambda: inner[0] / inner[1],
            lambda: inner[0] - inner[1],
            lambda: inner[0] ** exponent,
            lambda: beta**exponent,
            lambda: sqrt(inner[0]),
            lambda: chance.choice([exp, tanh, log, coth])(inner[0]),
            lambda: finite_sum(chance, depth - 1),
            lambda: Family("a", "sequence")[chance.choice([t, n, n + 1])],
        ],
    )


def chosen(chance: random.Random, options: list[Callable[[], Any]]) -> Any:
    """What one of some functions makes; the others are not called."""
    return chance.choice(options)()


def finite_sum(chance: random.Random, depth: int) -> Any:
    """A random sum; its summand need not be defined outside its range."""
    index = chance.choice([i, j, k])
    low = chance.choice([0, 1, 1, 2, n, -1])
    high = chance.choice([t, n, t - 1, n + 1, 3, k + 1, 2 * t])
    bodies = [index, beta**index, x * index, a[index], x**index + index, term(chance, depth)]
    body = chance.choice([*bodies, x / high, 1 / (high - low + 1), 1 / index, index / high])
    return Sum(body, (index, low, high))


def facts_in_range(total: Any, chance: random.Random) -> Facts:
    """What may be known under a sum, and there alone."""
    index, low, high = total.limits[0]
    path = (Binding("Sum", index, (low, high)),)
    zero = Integer(0)
    known = [Relation("!=", part, zero) for part in (high, index, high - low + 1)]
    return tuple((fact, path) for fact in known if chance.random() < 0.6)


def rewritings(old: Any, chance: random.Random) -> Any:
    """What SymPy makes of a term, or a change of that."""
    how = chance.choice([expand, factor, together, cancel, powsimp, lambda e: e])
    new = how(old)
    return changed(new, SYMBOLS, chance) if chance.random() < 0.4 else new


# --- rules, one by one ----------------------------------------------------------------------------


def line(
    facts: Facts, rule: str, old: Any, new: Any, relation: str = "=", **arguments: Any
) -> Attempt:
    step = Step(rule, old, new, new, relation, arguments)
    return Attempt("a random identity", "made at random", facts, Line(old, step))


def of_algebra(chance: random.Random) -> Attempt:
    old = term(chance, chance.choice([1, 2, 2, 3]))
    facts, new = some_facts(chance), rewritings(old, chance)
    if chance.random() < 0.7:
        return line(facts, "algebra", old, new)
    return _inside(chance, facts, Step("algebra", old, new, new))


def _inside(chance: random.Random, facts: Facts, step: Step) -> Attempt:
    """A step under a sum or a limit, where more may be known than outside."""
    if chance.random() < 0.5:
        ends = chance.choice([(n, 1, t), (n, 0, k), (i, 1, n), (n, t, 1)])
        before, after = (Sum(part, ends) for part in (step.old, step.new))
        speak_of = [n, i, k]
    else:
        place = chance.choice([(x, oo, "-"), (x, 0, "+"), (x, 1, "-"), (x, y, "+")])
        before, after = (Limit(part, *place) for part in (step.old, step.new))
        speak_of = [x, y, beta]
    path = (binding(before),)
    known = [Relation(op, Integer(0), v) for v in speak_of for op in ("<", "!=")]
    there = tuple((fact, path) for fact in known if chance.random() < 0.4)
    asked = Line(before, replace(step, after=after))
    return Attempt("a random identity", "made at random", (*facts, *there), asked)


def of_hyperbolic(chance: random.Random) -> Attempt:
    u, v = (chance.choice([x, y, x / 2, t * x, t * log(beta) / 2, log(x), x + y]) for _ in range(2))
    pairs = [
        (tanh(2 * u), 2 * tanh(u) / (1 + tanh(u) ** 2)),
        (coth(u), 1 / tanh(u)),
        (tanh(u), (exp(2 * u) - 1) / (exp(2 * u) + 1)),
        (tanh(u + v), (tanh(u) + tanh(v)) / (1 + tanh(u) * tanh(v))),
        (beta**t, exp(t * log(beta))),
        (tanh(-t * log(beta) / 2), (1 - beta**t) / (1 + beta**t)),
        (coth(u) * tanh(u), Integer(1)),
        (coth(u) + log(beta) - log(beta), (1 + tanh(u) ** 2) / tanh(2 * u)),
        (exp(u) ** 2 - exp(v), (exp(u) - exp(v / 2)) * (exp(u) + exp(v / 2))),
        (x * exp(log(x) * t), x ** (t + 1)),
        (Sum(log(beta), (i, 1, n)) + beta ** (t - 1), Sum(log(beta), (i, 1, n)) + beta**t / beta),
    ]
    old, new = chance.choice(pairs)
    if chance.random() < 0.4:
        new = changed(new, SYMBOLS, chance)
    return line(some_facts(chance), "hyperbolic", old, new)


def of_radical(chance: random.Random) -> Attempt:
    u, v = (chance.choice([x, y, beta, p, x**2, x + 1, 1 - beta, x * y, y - x]) for _ in range(2))
    pairs = [
        (sqrt(u) * sqrt(v), sqrt(u * v)),
        (u * sqrt(v), sqrt(u**2 * v)),
        (sqrt(u) / sqrt(v), sqrt(u / v)),
        (sqrt(u + v + 2 * sqrt(u * v)), sqrt(u) + sqrt(v)),
        (sqrt(u**2 + 2 * u * v + v**2), u + v),
        (u**2, sqrt(u**4)),
        (sqrt(u) - sqrt(v), (u - v) / (sqrt(u) + sqrt(v))),
        (u ** Rational(1, 4) * v ** Rational(1, 4), (u * v) ** Rational(1, 4)),
        (u * v, sqrt(u**2) * v),
        (sqrt(1 / u), 1 / sqrt(u)),
        (u, (u**3) ** Rational(1, 3)),
    ]
    old, new = chance.choice(pairs)
    if chance.random() < 0.2:
        new = changed(new, SYMBOLS, chance)
    facts = tuple((le(0, side), ()) for side in (u, v, old, new) if chance.random() < 0.6)
    return line((*some_facts(chance), *facts), "radical", old, new)


BASE_LIMIT = eq(Limit(beta**n, n, oo), 0)


def of_limit(chance: random.Random) -> Attempt:
    variable, point, direction = chance.choice(
        [
            (x, 0, "+"),
            (x, 1, "-"),
            (x, y, "+"),
            (x, oo, "-"),
            (n, oo, "-"),
            (n, oo, "-"),
            (x, k, "+"),
        ]
    )
    powers = [beta**n, beta ** (2 * n + 1), beta ** (-n)] if variable is n else [variable, 1 / x]
    parts = [*powers, *powers, leaf(chance), Integer(1), sqrt(variable), tanh(variable), beta**t]
    first, second, third = (chance.choice(parts) for _ in range(3))
    body = chosen(
        chance,
        [
            lambda: (first + second) / (1 + third),
            lambda: first * second + third,
            lambda: sqrt(1 + first) * second,
            lambda: Sum(first * k + second, (k, 1, t)),
            lambda: log(1 + first) - coth(second),
            lambda: first * (1 + second) - first,
            lambda: (first + 1) ** third,
        ],
    )
    old = Limit(body, variable, point, direction)
    tame = eq(Limit(1 / x, x, oo), 0)
    own = [lt(0, beta), lt(beta, 1), BASE_LIMIT, tame]
    facts: Facts = (*((fact, ()) for fact in own if chance.random() < 0.8), *some_facts(chance, 2))
    base: list[Any] = [fact for fact in (BASE_LIMIT, tame) if chance.random() < 0.8]
    if chance.random() < 0.3:
        base.append(Relation("=", *[Limit(first, variable, point, direction)] * 2))
    attempt = line(facts, "limit", old, Integer(0), base=tuple(base))
    try:
        new = limit_value(Place(attempt.context()), old, tuple(base))
    except MISHAPS:
        new = attempted(lambda: body.subs(variable, point)) or Integer(0)
    if chance.random() < 0.2:
        new = changed(new, SYMBOLS, chance)
    return line(facts, "limit", old, new, base=tuple(base))


def of_sums(chance: random.Random) -> Attempt:
    by = Perturber.__new__(Perturber)
    by.chance = chance
    total = finite_sum(chance, 1)
    (index, low, high), body = total.limits[0], total.function
    operation, at, new = operated(by, total, None)
    if index not in body.free_symbols and chance.random() < 0.5:
        operation, new = "constant", body * (high - low + 1)
    if chance.random() < 0.2:
        new = changed(new, SYMBOLS, chance)
    sides = [total, new] if chance.random() < 0.6 else [new, total]
    facts = some_facts(chance)
    if chance.random() < 0.7:
        facts = (*facts, (chance.choice([le(low - 1, high), le(low, high)]), ()))
    facts = (*facts, *facts_in_range(total, chance))
    return line(facts, "sums", *sides, operation=operation, at=at)


def of_given(chance: random.Random) -> Attempt:
    left, right = term(chance, 1), term(chance, 1)
    known: Any = eq(left, right)
    wanted = chosen(
        chance,
        [
            lambda: eq(left, right),
            lambda: eq(2 * left, 2 * right),
            lambda: eq(left - right, 0),
            lambda: eq(1 / left, 1 / right),
            lambda: eq(left * x, right * x),
            lambda: eq((left - right) / x, 0),
            lambda: eq(0, (right - left) * beta ** (t - 1)),
            lambda: eq(left + x, (left * x + x**2) / x),
        ],
    )
    facts = ((known, ()), *some_facts(chance))
    if chance.random() < 0.3:
        relation = eq(a[n] if chance.random() < 0.5 else f(n), left.subs(x, n))
        wanted = Forall(n, relation)
        value = chance.choice([t, k, n + 1, Integer(0), x, t - 1])
        instance = substitute(relation, {n: value})
        arguments = {"formula": wanted, "value": value}
        facts = ((wanted, ()), *some_facts(chance))
        return line(facts, "given", instance.left, instance.right, **arguments)
    return line(facts, "given", wanted.left, wanted.right, formula=wanted, value=None)


def of_sign(chance: random.Random) -> Attempt:
    facts = some_facts(chance)
    u = chance.choice([x, y, beta, x * y, 1 - beta])
    of_form = [le(0, sqrt(u)), lt(0, exp(u)), lt(0, 1 / u), le(0, u ** Rational(1, 3)), lt(0, p)]
    of_form += [le(1, t), le(0, m), le(0, u**2), lt(0, beta ** (t + 1)), eq(0, 1 / u), lt(0, u)]
    pool = [*(fact for fact, _ in facts), *of_form, *of_form]
    multipliers = [1, 1, 2, Rational(1, 2), x**2, (x - y) ** 2, x, -1, beta ** (2 * t), x ** (-2)]
    combination = tuple(
        (
            attempted(lambda: Integer(1) * chance.choice(multipliers)),
            tuple(chance.choice(pool) for _ in range(chance.randint(0, 3))),
        )
        for _ in range(chance.randint(1, 2))
    )
    old = chance.choice([Integer(0), x, beta, Integer(1), t])
    total = total_of(combination)
    new = expand(old + total) if chance.random() < 0.5 else old + total
    relation = chance.choice(["<", "<=", "<", "<=", "="])
    if chance.random() < 0.2:
        goal = Relation("!=", old, new)
        made = Combined(goal, combination)
        return Attempt("a random identity", "made at random", facts, Stated(made))
    return line(facts, "sign", old, new, relation, combination=combination)


def of_definition(chance: random.Random) -> Attempt:
    parameters = tuple(chance.sample([x, y, p, t], 2))
    inner = (leaf(chance) for _ in range(3))
    first, second, third = (v if v in parameters or v.is_number else parameters[0] for v in inner)
    body = chosen(
        chance,
        [
            lambda: (first + second) / parameters[0],
            lambda: sqrt(parameters[0]) * parameters[1],
            lambda: parameters[0] ** 2 / parameters[1] + third,
            lambda: log(parameters[0]) - second,
            lambda: (parameters[0] + parameters[1]) / (parameters[1] - first),
            lambda: Sum(parameters[0] ** i, (i, 1, parameters[1])),
        ],
    )
    defined = Definition("d", parameters, body)
    arguments = [chance.choice([x, y, Integer(0), x + y, t, p, n, Integer(1), x**2]) for _ in "ab"]
    old = defined(*arguments)
    new = unfold(old, defined)
    if chance.random() < 0.2:
        new = changed(new, SYMBOLS, chance)
    sides = [old, new] if chance.random() < 0.7 else [new, old]
    facts = some_facts(chance)
    needed = [lt(0, v) if v is not x else Relation("!=", x, Integer(0)) for v in (x, y)]
    facts = (*facts, *((fact, ()) for fact in needed if chance.random() < 0.5))
    return line(facts, "definition", *sides, definition=defined)


def of_cite(chance: random.Random) -> Attempt:
    theorem = chance.choice([theorem for _, theorem in sorted(AXIOMS.items())])
    variables = theorem.statement.variables
    instance: dict[Basic, Any] = {}
    for variable in variables:
        if isinstance(variable, Symbol) and chance.random() < 0.7:
            integers = [Integer(1), n, t, k, t - 1, Integer(0)]
            instance[variable] = chance.choice(
                integers
                if variable.is_integer
                else [beta, x, y, beta**2, Integer(1), 1 / x, sqrt(x)]
            )
        elif isinstance(variable, Family) and variable.kind == "sequence":
            instance[variable] = chance.choice(SEQUENCES)
        elif isinstance(variable, Family) and variable.kind == "positive sequence":
            instance[variable] = chance.choice(FROM_ONE)
        elif isinstance(variable, Family) and variable.kind == "random":
            instance[variable] = chance.choice([X, X, X.map(lambda member: member**2)])
    hypotheses = [Predicate("independent", X), Predicate("identical", X), Predicate("moment", X, 2)]
    hypotheses += [
        Predicate("moment", X, 1),
        lt(0, beta),
        lt(beta, 1),
        lt(0, x),
        lt(x, y),
        le(0, n),
    ]
    hypotheses.append(Predicate("nonnegative", X))
    if chance.random() < 0.3:
        hypotheses += [substitute(known, instance) for known in theorem.statement.hypotheses]
    facts = tuple((fact, ()) for fact in hypotheses if chance.random() < 0.75)
    return cited(chance, facts, theorem, instance)


def cited(
    chance: random.Random, facts: Facts, theorem: Theorem, instance: Mapping[Basic, Any]
) -> Attempt:
    """A citation in a step, or as a fact."""
    conclusion = substitute(theorem.statement.conclusion, instance)
    if not isinstance(conclusion, Relation) or conclusion.op != "=" or chance.random() < 0.2:
        stated = Stated(Cited(theorem, instance))
        return Attempt("a random identity", "made at random", facts, stated)
    old, new = conclusion.left, conclusion.right
    return line(facts, "cite", old, new, theorem=theorem, instance=instance)


SEQUENCES: list[Any] = [
    Lambda(i, value)
    for value in (Integer(1), i, 1 / t, 1 / x, beta ** (t - i), beta**i, 1 / i, a[i])
]


FROM_ONE: list[Any] = [
    Lambda(t, value) for value in (1 - 1 / t, 1 / t, x - beta**t, x, a[t], t, 1 / (t - 1))
]


def of_transforms(chance: random.Random) -> Attempt:
    """E(e^(Σ a·X)) from the E(e^(a·X)), or E(X^(−s)) where X may be 0 or negative."""
    weights = chance.choice([Lambda(i, v) for v in (Integer(1), i, x, 1 / x, beta * i, -i)])
    member = weights.expr * X[i]
    mean = E(exp(member))
    paths = [(Binding(head, i, ()),) for head in ("Forall", "Lambda")]
    low, high = chance.choice([(1, 2), (0, 1), (1, 1), (1, 0), (1, n), (0, t)])
    instance = {
        Family("a", "sequence"): weights,
        Family("b", "sequence"): Lambda(i, log(mean)),
        Symbol("m", integer=True): Integer(low),
        n: Integer(0) + high,
    }
    known: list[tuple[Any, Any]] = [
        (Predicate("independent", X), ()),
        (Predicate("moment", X, 2), ()),
        (Forall(i, eq(mean, mean)), ()),
        (Relation("!=", x, Integer(0)), ()),
        (le(1, n), ()),
        (le(-1, t), ()),
        *((lt(0, mean), path) for path in paths),
        *((Relation("!=", x, Integer(0)), path) for path in paths),
    ]
    facts = tuple(fact for fact in known if chance.random() < 0.93)
    if chance.random() < 0.3:
        named = chance.choice([1 / X[1], sqrt(X[1]), X[1], X[1] ** 2, log(X[1])])
        old = (
            E(named) if chance.random() < 0.6 else chance.choice([Var(named), E((1 + named) ** 2)])
        )
        facts = tuple((eq(E(part), y), ()) for part in (named, named**2) if chance.random() < 0.6)
        facts = (*facts, (Predicate("moment", X, 4), ()))
        return line(facts, "algebra", old * (1 + x), old + x * old)
    return cited(chance, facts, AXIOMS["transform.sum"], instance)


# --- inductions -----------------------------------------------------------------------------------


def summed(
    term_of: Callable[[Any], Any],
    closed: Callable[[Any], Any],
    variable: Symbol,
    first: int,
    given_: Any,
) -> InductionDraft:
    """Σ g(i) = G(n), by splitting off the last term."""
    total = Sum(term_of(i), (i, first, variable))
    claim = eq(total, closed(variable))
    last = Sum(term_of(i), (i, variable + 1, variable + 1))
    known = substitute(claim, {variable: Integer(first)})

    def base(draft: Draft) -> Draft:
        draft = draft.by(single())
        same = substitute(term_of(i), {i: Integer(first)}) == known.right
        return draft if same else draft.by(algebra, to=known.right)

    def step(draft: Draft) -> Draft:
        draft = draft.by(split(variable)).by(single(), at=last).by(given(claim))
        return draft.by(algebra, to=closed(variable + 1))

    return induction(claim, variable, base=base, step=step, first=first, given=given_)


def case_distinctions() -> list[Attempt]:
    """True statements by cases, to be perturbed."""

    def squared(meet: Any, right: Any, below: Any, above: Any, *known: Any) -> CasesDraft:
        return cases(
            le(0, right), x, meet, given=known,
            below=lambda draft: draft.at_most(right, below),
            above=lambda draft: draft.at_most(right, above),
        )  # fmt: skip

    left, right = [le(x, 1)], [le(1, x)]
    drafts = [
        squared(1, x**2 - x**3 + x**4, [(x**2, left), (x**4, [])],
                [(x**2, []), (x**2, [le(1, x), le(0, x)])], le(0, x)),
        squared(0, x**4 + x**2, [(x**4, []), (x**2, [])], [(x**4, []), (x**2, [])]),
        squared(1, (1 - x) ** 2 * y, [(1, [le(x, 1), le(x, 1), lt(0, y)])],
                [(1, [le(1, x), le(1, x), lt(0, y)])], lt(0, y)),
        squared(1, (1 - x) ** 3 * (1 - x) ** 2 * (1 - x), [(1, 6 * left)], [(1, 6 * right)]),
        squared(1, x**3 - x + 1, enclosed(x, 0, 1), [(1, [le(1, x), le(1, x), le(1, x)]),
                (3, [le(1, x), le(1, x)]), (2, right), (1, [])], le(0, x)),
        cases(lt(x / 2, x**2 + 1), x, 0, given=[le(-1, x)],
              below=lambda d: d.below(x**2 + 1, enclosed(x, -1, 0)),
              above=lambda d: d.below(x**2 + 1, [
                  ((x - 1) ** 2 / 2, []), (x**2 / 2, []),
                  (Rational(1, 2), [le(0, x)]), (Rational(1, 2), [])])),
        cases(eq((x**2 + x) / x, x + 1), x, 2, given=[lt(0, x)],
              below=lambda d: d.by(algebra, to=x + 1), above=lambda d: d.by(algebra, to=x + 1)),
    ]  # fmt: skip
    found = []
    for draft in drafts:
        made = attempted(draft.worked_out)
        if made is not None:
            statement, proof = made
            facts = tuple((hypothesis, ()) for hypothesis in statement.hypotheses)
            asked = Proposed(statement.conclusion, proof)
            found.append(Attempt("two cases", "nothing changed", facts, asked))
    return found


def inductions() -> list[Attempt]:
    """True statements by induction, to be perturbed."""
    drafts = [
        summed(lambda v: v, lambda v: v * (v + 1) / 2, t, 1, []),
        summed(lambda v: 2 * v + 1, lambda v: (v + 1) ** 2, m, 0, []),
        summed(lambda v: v**2, lambda v: v * (v + 1) * (2 * v + 1) / 6, n, 1, [le(1, n)]),
        summed(lambda v: x**v, lambda v: (x ** (v + 1) - 1) / (x - 1), m, 0, [lt(x, 1)]),
        summed(lambda v: x**v, lambda v: (x ** (v + 1) - x) / (x - 1), n, 1, [le(1, n), lt(1, x)]),
        induction(
            lt(0, x**n), n, first=2, given=[lt(0, x), le(2, n)],
            base=lambda draft: draft.below(x**2), step=lambda draft: draft.below(x ** (n + 1)),
        ),
        induction(
            le(1 + t * x, (1 + x) ** t), t, given=[le(0, x)],
            base=lambda draft: draft, step=lambda draft: draft.at_most((1 + x) ** (t + 1)),
        ),
    ]  # fmt: skip
    found = []
    for draft in drafts:
        made = attempted(draft.worked_out)
        if made is not None:
            statement, proof = made
            facts = tuple((h, ()) for h in statement.hypotheses)
            asked = Proposed(statement.conclusion, proof)
            found.append(Attempt("an induction", "nothing changed", facts, asked))
    return found


def of_series(chance: random.Random) -> Attempt:
    """A limit of what has a Laurent series there, or nearly has one."""
    variable, point, direction = chance.choice(
        [(x, 0, "+"), (x, 0, "-"), (x, 1, "-"), (x, y, "+"), (x, oo, "-"), (n, oo, "-")]
    )
    near = 1 / variable if point == oo else variable - point
    parts = [near, 2 * near, near**2, near * y, leaf(chance), Integer(1), -near, beta * near]
    first, second, third = (chance.choice(parts) for _ in range(3))
    inner = chosen(
        chance,
        [
            lambda: exp(first) - 1 - second,
            lambda: log(1 + first) - second,
            lambda: tanh(first) + second * third,
            lambda: coth(first) - 1 / second,
            lambda: (1 + first) ** third - 1,
            lambda: sqrt(1 + first) - sqrt(1 + second),
            lambda: sqrt(first**2 + third) - second,
            lambda: (first + second) / (1 + third),
        ],
    )
    body = inner / near ** chance.choice([0, 1, 1, 2])
    old = Limit(body, variable, point, direction)
    own = [lt(0, beta), lt(beta, 1), lt(0, y), Relation("!=", y, Integer(0))]
    facts: Facts = (*((fact, ()) for fact in own if chance.random() < 0.8), *some_facts(chance, 2))
    attempt = line(facts, "series", old, Integer(0))
    try:
        new = series_value(Place(attempt.context()), old)
    except MISHAPS:
        new = attempted(lambda: body.subs(variable, point)) or Integer(0)
    if chance.random() < 0.2:
        new = changed(new, SYMBOLS, chance)
    return line(facts, "series", old, new)


def integrand(chance: random.Random) -> Any:
    """What is integrable over v in (0, ∞), or nearly so."""
    return chosen(
        chance,
        [
            lambda: g(v),
            lambda: g(v),
            lambda: h(2 * v),
            lambda: v * g(v),
            lambda: exp(-v * y),
            lambda: exp(-v) * v ** (x - 1),
            lambda: exp(-(v**2) * p),
            lambda: x * v * exp(-p * v),
            lambda: g(v) / v,
            lambda: v**p * exp(-v / 2),
        ],
    )


def over(body: Any, variable: Symbol = v) -> Any:
    return Integral(body, (variable, 0, oo))


def of_integrals(chance: random.Random) -> Attempt:
    """An integral taken apart or with another variable, rightly or not."""
    body, other, variable = integrand(chance), integrand(chance), chance.choice([v, v, w])
    factor = chance.choice([x, y, Integer(2), p, 1 / x, x - 1, v, sqrt(p), beta, 1 + v])
    scale = chance.choice([Integer(2), p, x, Rational(1, 2), y, -p, Integer(1), v, w])
    power = chance.choice([Integer(1), Integer(1), Integer(2), Rational(1, 2), Integer(-1), p])
    slope = chance.choice(
        [scale * power * variable ** (power - 1)] * 4 + [scale, Integer(1), 1 / scale]
    )
    moved = with_other_variable(body, v, variable, scale, power)
    linear, changing = {"operation": "linear", "scale": None, "power": None}, {}
    changing = {"operation": "substitute", "scale": scale, "power": power}
    renamed = over(body.xreplace({v: variable}), variable)
    sides, arguments = chosen(
        chance,
        [
            lambda: ([over(factor * body), factor * renamed], linear),
            lambda: ([over(body + factor * other), renamed + factor * over(other)], linear),
            lambda: ([over(body - other), over(body) - over(other)], linear),
            lambda: ([over(body), over(body + y) - over(y)], linear),
            lambda: ([over(body), over(body.xreplace({v: variable}) * slope, variable)], changing),
            lambda: ([over(body), over(moved * slope, variable)], changing),
            lambda: ([over(body), over(moved * slope, variable)], changing),
        ],
    )
    if chance.random() < 0.3:
        sides = sides[::-1]
    if chance.random() < 0.15:
        sides[1] = changed(sides[1], SYMBOLS, chance)
    known = sides if chance.random() < 0.7 else sides[:1]
    found = sorted({part for side in known for part in side.atoms(Integral)}, key=str)
    exist = [
        eq(part, name) for part, name in zip(found, (A, B, Symbol("C", real=True)), strict=False)
    ]
    facts = tuple((fact, ()) for fact in [*exist, lt(0, x), lt(0, y)] if chance.random() < 0.85)
    return line((*facts, *some_facts(chance, 1)), "integrals", *sides, **arguments)


def of_dominated(chance: random.Random) -> Attempt:
    """The limit of an integral as the integral of the limit, under a bound or under none."""
    moving, point, direction = chance.choice(
        [(x, 0, "+"), (x, 1, "-"), (x, oo, "-"), (n, oo, "-"), (x, v, "+")]
    )
    small = beta**n if moving is n else exp(-moving) if point == oo else moving
    falling = chance.choice([exp(-v), exp(-2 * v), v * exp(-v), g(v) ** 2])
    body, bound = chosen(
        chance,
        [
            lambda: (small * falling, falling),
            lambda: (falling * (1 + small) / 2, falling),
            lambda: (falling * tanh(small) * sigma, (1 + sigma**2) * falling),
            lambda: (falling * (1 - small**2), falling),
            lambda: (exp(-v * (1 + moving)), exp(-v)),
            lambda: (moving * exp(-v * moving), exp(-v)),
            lambda: (small * falling, moving * falling),
            lambda: (small * falling + y * falling, (1 + y**2) * falling),
            lambda: (-falling * small / (1 + small), falling),
        ],
    )
    if chance.random() < 0.15:
        bound = chance.choice([exp(-v) / v, falling / 2, -falling, Integer(1), 2 * falling])
    inner = over(body)
    old = Limit(inner, moving, point, direction)
    near, inside = (binding(old),), (binding(old), binding(inner))
    base = chance.choice([(), (BASE_LIMIT,), (eq(Limit(exp(-x), x, oo), 0),)])
    known = [
        (le(-bound, body), inside),
        (le(body, bound), inside),
        (le(inner, over(bound)), near),
        (eq(over(bound), A), ()),
        *((fact, ()) for fact in (lt(0, beta), lt(beta, 1), *base)),
    ]
    needed = [Relation("!=", part, Integer(0)) for part in (v, 1 + small)]
    known += [(fact, path) for fact in needed for path in (inside, (binding(inner),))]
    facts = tuple(fact for fact in known if chance.random() < 0.95)
    attempt = line(facts, "dominated", old, Integer(0))
    try:
        place = Place(attempt.context(), (binding(inner),))
        new = over(limit_value(place, Limit(body, moving, point, direction), base))
    except MISHAPS:
        new = over(chance.choice([Integer(0), falling, falling / 2]))
    if chance.random() < 0.15:
        new = changed(new, SYMBOLS, chance)
    return line(facts, "dominated", old, new, bound=bound, base=base)


def of_specialised(chance: random.Random) -> Attempt:
    """What is said of every value of a variable, said of one, at a place or outside."""
    variable, relation = chosen(
        chance,
        [
            lambda: (n, eq(a[n], n * x)),
            lambda: (n, le(0, n**2 * x)),
            lambda: (t, eq(a[t], a[t - 1] + 1)),
            lambda: (t, le(x, t * y)),
            lambda: (x, le(x * y, x**2 + y**2)),
            lambda: (v, lt(0, v * exp(-v * y) + x)),
            lambda: (n, eq(a[n], Sum(beta**i, (i, 1, n**2)))),
            lambda: (n, lt(0, i * n**2 + 1)),
            lambda: (m, le(0, m * beta)),
        ],
    )
    said = Forall(variable, relation)
    value = chance.choice(
        [Integer(0), Integer(1), Integer(2), i, n, t, k + 1, t - 1, m, x, y**2, p, 1 / x, v]
    )
    path = chance.choice([(), (), (binding(Sum(a[i], (i, 1, t))),), (binding(over(v * exp(-v))),)])
    meant = said
    if chance.random() < 0.2:
        meant = Forall(variable, changed(relation, SYMBOLS, chance))
    facts = ((said, ()), *some_facts(chance, 2))
    stated = Stated(Specialised(meant, value, path))
    return Attempt("a random identity", "made at random", facts, stated)


def of_enclose(chance: random.Random) -> Attempt:
    """An inequality on an interval or between constants, true or nearly so."""
    low = chance.choice([Integer(k) for k in (0, 0, 1, -1)] + [Rational(1, 2)])
    high = low + chance.choice([Integer(1), Integer(2), Rational(1, 3), Integer(-1)])
    u = chance.choice([x, x, 2 * x, x - 1, 1 - x, x**2, 1 + x])
    left, right = chosen(
        chance,
        [
            lambda: (exp(u), 1 + u + u**2),
            lambda: (1 + u, exp(u)),
            lambda: (log(1 + u), u),
            lambda: (sqrt(1 + u), 1 + u / 2),
            lambda: (tanh(u), u),
            lambda: (u, u**2 + Rational(1, 4)),
            lambda: (1 / (1 + u), 1 - u + u**2),
            lambda: (coth(1 + u), 1 + 1 / (1 + u)),
            lambda: ((1 + u) ** Rational(1, 3), 1 + u),
            lambda: (2**u, 1 + u),
            lambda: (sqrt(u**2), 1 + u),
            lambda: (u ** Rational(1, 3), 1 + u),
            lambda: (Integer(0), 1 / u**2),
        ],
    )
    margin = chance.choice(
        [Integer(0), Rational(1, 10), Rational(-1, 10), Rational(1, 1000), Integer(1)]
    )
    right = right + margin
    relation = chance.choice(["<", "<", "<="])
    needed = [le(low, x), le(x, high), lt(0, 1 + u), le(0, u), Relation("!=", u, Integer(0))]
    needed += [Relation("!=", 1 + u, Integer(0)), lt(0, u), le(0, u**2)]
    facts = tuple((fact, ()) for fact in needed if chance.random() < 0.85)
    ends = {"variable": x, "low": low, "high": high}
    if chance.random() < 0.25:
        number = chance.choice([low, high, (low + high) / 2, Rational(1, 3)])
        left, right = (Integer(0) + side.subs(x, number) for side in (left, right))
        ends, facts = {"variable": None, "low": None, "high": None}, ()
    return line(facts, "enclose", left, right, relation, **ends)


# --- all of them ----------------------------------------------------------------------------------

RULES: dict[str, Callable[[random.Random], Attempt]] = {
    "algebra": of_algebra,
    "cite": lambda chance: (of_transforms if chance.random() < 0.3 else of_cite)(chance),
    "definition": of_definition,
    "dominated": of_dominated,
    "enclose": of_enclose,
    "given": of_given,
    "hyperbolic": of_hyperbolic,
    "integrals": of_integrals,
    "limit": of_limit,
    "radical": of_radical,
    "series": of_series,
    "sign": of_sign,
    "specialised": of_specialised,
    "sums": of_sums,
}


PROOFS = {"cases": case_distinctions, "induction": inductions}


def random_attempts(wanted: Mapping[str, int], seed: int = 0) -> Iterator[Attempt]:
    """As many random attempts of each rule as are wanted."""
    chance, seen = random.Random(seed), set()
    for rule, count in wanted.items():
        whole = PROOFS.get(rule)
        made = _of_rule(rule, chance) if whole is None else _perturbed(whole(), seed)
        found = 0
        for attempt in made:
            if found >= count:
                break
            if attempt is None or not attempted(partial(is_sensible, attempt)):
                continue
            mark = fingerprint(attempt.asked, attempt.facts)
            if mark not in seen:
                seen.add(mark)
                found += 1
                yield attempt


def _of_rule(rule: str, chance: random.Random) -> Iterator[Attempt | None]:
    while True:
        yield attempted(lambda: RULES[rule](chance))


def _perturbed(known: list[Attempt], seed: int) -> Iterator[Attempt | None]:
    by = Perturber(seed)
    while known:
        yield by.perturbed(by.chance.choice(known))
