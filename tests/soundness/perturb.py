"""Every application of a rule in the derivations, and what becomes of it when it is perturbed.

An :class:`Attempt` is what the kernel is asked to accept: some facts, and a step, a fact or a
whole theorem that is said to follow from them by one rule. It comes with the claim that its
acceptance makes, for the oracle to judge.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from typing import Any
from unittest.mock import patch

from sympy import Add, Basic, Integer, Limit, Mul, Rational, Sum, Symbol, oo

import derivations
from radam_sym.kernel.conditions import Path, domain_facts
from radam_sym.kernel.context import Context
from radam_sym.kernel.errors import ProofError
from radam_sym.kernel.formulas import Relation, Statement
from radam_sym.kernel.heads import Forall, Integral, Var
from radam_sym.kernel.integrals import changed as with_other_variable
from radam_sym.kernel.rules import INEQUALITIES, Place, Step, check_step, limit_value
from radam_sym.kernel.series import series_value
from radam_sym.kernel.terms import replace as replace_in
from radam_sym.kernel.terms import substitute, unfold, variables
from radam_sym.kernel.theorem import (
    Cases,
    Chain,
    Cited,
    Combined,
    Fact,
    Induction,
    Proof,
    Source,
    Specialised,
    Theorem,
    establish,
    prove,
)
from radam_sym.proof import search
from radam_sym.proof.derivation import proved
from radam_sym.proof.search import SearchingContext
from tests.soundness.mutations import (
    attempted,
    changed,
    everywhere,
    is_plain,
    relation_changed,
    renamings,
)

NOWHERE = Source("a perturbation")
QUICK_SEARCH = 40  # products of known relations, so that thousands of searches take no time
Facts = tuple[tuple[Any, Path], ...]


# --- what the kernel is asked ---------------------------------------------------------------------


@dataclass(frozen=True)
class Line:
    """A step from a line."""

    before: Basic
    step: Step

    @property
    def rule(self) -> str:
        return self.step.rule

    @property
    def claim(self) -> Relation:
        return Relation(self.step.relation, self.before, self.step.after)

    @property
    def path(self) -> Path:
        return ()

    def check(self, context: Context) -> None:
        check_step(context, self.before, self.step)


@dataclass(frozen=True)
class Stated:
    """A fact that follows by ``cite`` or by ``sign``, or from what is said of every value."""

    fact: Fact

    @property
    def rule(self) -> str:
        return {Cited: "cite", Combined: "sign", Specialised: "specialised"}[type(self.fact)]

    @property
    def claim(self) -> Any:
        if isinstance(self.fact, Combined):
            return self.fact.relation
        if isinstance(self.fact, Specialised):
            formula = self.fact.formula
            return substitute(formula.relation, {formula.variable: self.fact.value})
        return substitute(self.fact.theorem.statement.conclusion, self.fact.instance)

    @property
    def path(self) -> Path:
        return self.fact.path

    def check(self, context: Context) -> None:
        establish(context, self.fact)


@dataclass(frozen=True)
class Proposed:
    """A statement with its proof; the facts are its hypotheses."""

    conclusion: Any
    proof: Proof

    @property
    def rule(self) -> str:
        return {Induction: "induction", Cases: "cases"}.get(type(self.proof), "chain")

    @property
    def claim(self) -> Any:
        return self.conclusion

    @property
    def path(self) -> Path:
        return ()

    def check(self, context: Context) -> None:
        hypotheses = tuple(formula for formula, _ in context.facts)
        prove("perturbed", Statement(hypotheses, self.conclusion), self.proof, NOWHERE)


Asked = Line | Stated | Proposed


@dataclass(frozen=True)
class Attempt:
    """What is asked of the kernel, where it comes from, and what was done to it."""

    origin: str
    change: str
    facts: Facts
    asked: Asked

    @property
    def rule(self) -> str:
        return self.asked.rule

    def context(self) -> Context:
        context = Context()
        context.facts = list(self.facts)
        return context

    def refusal(self) -> Exception | None:
        """What the kernel says against it with the facts as they are; None if nothing."""
        try:
            self.asked.check(self.context())
        except Exception as error:
            return error
        return None

    def refusal_after_search(self) -> Exception | None:
        """The same with all the side conditions that the untrusted search can find a proof of.

        What it finds is established again in a plain context: the search has no say.
        """
        searching = SearchingContext(())
        searching.facts = list(self.facts)
        if not isinstance(self.asked, Proposed):
            with suppress(Exception), patch.object(search, "MAX_PRODUCTS", QUICK_SEARCH):
                self.asked.check(searching)
        context = self.context()
        try:
            for fact in searching.found:
                establish(context, fact)
            self.asked.check(context)
        except Exception as error:
            return error
        return None

    @cached_property
    def text(self) -> str:
        """The attempt in words, for people and for telling attempts apart."""
        known = "; ".join(f"{f}{' under ' + str(path) if path else ''}" for f, path in self.facts)
        return (
            f"{self.rule}, {self.change}, from {self.origin}\n"
            f"  known:   {known or 'nothing'}\n"
            f"  claim:   {self.asked.claim} under {self.asked.path or 'no binder'}\n"
            f"  asked:   {self.asked}"
        )


# --- collecting -----------------------------------------------------------------------------------


# Limits of long sums of logarithms, which the oracle would take minutes for.
TOO_LONG = {"derivations.late_transform", "derivations.infinite"}


def theorems() -> list[Theorem]:
    """Every theorem of the derivations that holds at present."""
    found = []
    for derivation in derivations.theorems.values():
        if getattr(derivation, "module", "") in TOO_LONG:
            continue
        with suppress(ProofError):
            found.append(proved(derivation))
    return found


def applications() -> list[Attempt]:
    """Every application of a rule in the derivations, with the facts available to it."""
    found: list[Attempt] = []
    for theorem in theorems():
        statement, proof = theorem.statement, theorem.proof
        if proof is None:
            continue
        hypotheses = tuple((h, ()) for h in statement.hypotheses)
        if isinstance(proof, Induction):
            found += _of_induction(theorem, statement, proof)
        elif isinstance(proof, Cases):
            found += _of_cases(theorem, hypotheses, proof)
        else:
            found += _of_chain(theorem.id, hypotheses, proof)
        asked = Proposed(statement.conclusion, proof)
        found.append(Attempt(theorem.id, "nothing changed", hypotheses, asked))
    return found


def _of_induction(theorem: Theorem, statement: Statement, proof: Induction) -> list[Attempt]:
    others = tuple((h, ()) for h in statement.hypotheses if proof.variable not in variables(h))
    before = (Relation("<=", proof.first, proof.variable), statement.conclusion)
    return [
        *_of_chain(theorem.id, others, proof.base),
        *_of_chain(theorem.id, (*others, *((f, ()) for f in before)), proof.step),
    ]


def _of_cases(theorem: Theorem, hypotheses: Facts, proof: Cases) -> list[Attempt]:
    sides = (proof.variable, proof.at), (proof.at, proof.variable)
    return [
        attempt
        for (low, high), chain in zip(sides, proof.chains, strict=True)
        for attempt in _of_chain(theorem.id, (*hypotheses, (Relation("<=", low, high), ())), chain)
    ]


def _of_chain(origin: str, hypotheses: Facts, chain: Chain) -> list[Attempt]:
    context, found = Context(), []
    context.facts = list(hypotheses)
    for fact in chain.facts:
        known = tuple(context.facts)
        found.append(Attempt(origin, "nothing changed", known, Stated(fact)))
        establish(context, fact)
    known = tuple(context.facts)
    lines = [chain.start, *(step.after for step in chain.steps)]
    for before, step in zip(lines, chain.steps, strict=False):
        found.append(Attempt(origin, "nothing changed", known, Line(before, step)))
    return found


DATA = (Line, Stated, Proposed, Step, Cases, Chain, Induction, Combined, Cited, Specialised)


@cache
def _written(term: Basic) -> frozenset[Symbol]:
    return frozenset(s for s in term.atoms(Symbol) if s.name.isidentifier())


def symbols_in(data: Any) -> list[Symbol]:
    """The symbols, free or bound, of some data, in a fixed order."""
    found: set[Symbol] = set()

    def visit(part: Any) -> None:
        if isinstance(part, Basic):
            found.update(_written(part))
        elif isinstance(part, Mapping):
            visit(tuple(part.values()))
        elif isinstance(part, (tuple, list)):
            for inner in part:
                visit(inner)
        elif isinstance(part, DATA):
            visit(tuple(vars(part).values()))

    visit(data)
    return sorted(found, key=lambda s: (s.name, str(s.assumptions0)))


# --- perturbing -----------------------------------------------------------------------------------


@dataclass
class Perturber:
    """Perturbs attempts at random, the same way for the same seed."""

    seed: int = 0
    chance: random.Random = field(init=False)
    pool: list[Symbol] = field(init=False)
    known_theorems: list[Theorem] = field(init=False)

    def __post_init__(self) -> None:
        self.chance = random.Random(self.seed)
        self.pool = [
            *(Symbol(name, real=True) for name in ("beta", "sigma", "a", "b", "x", "y")),
            *(Symbol(name, integer=True) for name in ("i", "j", "k", "n")),
            *(Symbol(name, integer=True, positive=True) for name in ("t", "s")),
            Symbol("p", positive=True),
        ]
        self.known_theorems = theorems()

    def perturbed(self, attempt: Attempt) -> Attempt | None:
        """The attempt with something changed, or None where nothing came of it."""
        options = [*COMMON, *SPECIAL[type(attempt.asked)]]
        if isinstance(attempt.asked, Line):
            options += 2 * OF_RULE.get(attempt.rule, [])
        how = self.chance.choice(options)
        result = attempted(lambda: how(self, attempt))
        if result is None or not attempted(lambda: is_sensible(result)):
            return None
        changed: Attempt = replace(result, change=how.__name__.strip("_").replace("_", " "))
        return changed

    def near(self, attempt: Attempt) -> list[Symbol]:
        return symbols_in((attempt.asked, attempt.facts)) or self.pool

    def symbols(self, attempt: Attempt) -> list[Symbol]:
        """Those of an attempt mostly, now and then others."""
        own = self.near(attempt)
        return own if self.chance.random() < 0.8 else [*own, *self.pool]

    def change(self, term: Any, attempt: Attempt) -> Any:
        return changed(term, self.symbols(attempt), self.chance)


@cache
def _quantified(formula: Basic) -> frozenset[Basic]:
    return frozenset(part.variable for part in formula.atoms(Forall))


def is_sensible(attempt: Attempt) -> bool:
    """Whether the oracle can read an attempt: what is bound is a symbol, all heads are known."""
    bound = [b.variable for _, path in (*attempt.facts, ((), attempt.asked.path)) for b in path]
    formulas = [attempt.asked.claim, *(formula for formula, _ in attempt.facts)]
    bound += [variable for formula in formulas for variable in _quantified(formula)]
    return all(isinstance(variable, Symbol) for variable in bound) and all(map(is_plain, formulas))


How = Callable[[Perturber, Attempt], Attempt | None]


# Whatever is asked.


def _a_fact_dropped(by: Perturber, attempt: Attempt) -> Attempt | None:
    if not attempt.facts:
        return None
    k = by.chance.randrange(len(attempt.facts))
    return replace(attempt, facts=attempt.facts[:k] + attempt.facts[k + 1 :])


def _all_facts_about_one_symbol_dropped(by: Perturber, attempt: Attempt) -> Attempt | None:
    symbol = by.chance.choice(by.near(attempt))
    kept = tuple((f, path) for f, path in attempt.facts if symbol not in variables(f))
    return replace(attempt, facts=kept)


def _a_hypothesis_weakened(by: Perturber, attempt: Attempt) -> Attempt | None:
    """0 < β becomes 0 ≤ β, β < 1 becomes β ≤ 1 or β < 2; what was derived from it is dropped."""
    strict = [k for k, (f, path) in enumerate(attempt.facts) if _is_bound(f) and not path]
    if not strict:
        return None
    k = by.chance.choice(strict)
    weaker = _weaker(attempt.facts[k][0], by.chance)
    first = [f for f, _ in attempt.facts[:k]]
    others = tuple(
        (f, path)
        for f, path in attempt.facts[k + 1 :]
        if not isinstance(f, Relation) or (by.chance.random() < 0.3 and f not in first)
    )
    return replace(attempt, facts=(*attempt.facts[:k], (weaker, ()), *others))


def _is_bound(formula: Any) -> bool:
    return isinstance(formula, Relation) and formula.op in ("<", "<=")


def _weaker(formula: Relation, chance: random.Random) -> Relation:
    left, right = formula.left, formula.right
    return chance.choice(
        [
            Relation("<=", left, right),
            Relation("<=", left, right),
            Relation(formula.op, left, right + 1),
            Relation(formula.op, left - 1, right),
            Relation("!=", left, right),
        ]
    )


def _a_fact_changed(by: Perturber, attempt: Attempt) -> Attempt | None:
    if not attempt.facts:
        return None
    k = by.chance.randrange(len(attempt.facts))
    formula, path = attempt.facts[k]
    new = relation_changed(formula, by.symbols(attempt), by.chance)
    if new is None:
        return None
    return replace(attempt, facts=(*attempt.facts[:k], (new, path), *attempt.facts[k + 1 :]))


def _a_fact_of_a_path_brought_out(by: Perturber, attempt: Attempt) -> Attempt | None:
    """A fact under a binder is taken for one outside, and the other way round."""
    if not attempt.facts:
        return None
    k = by.chance.randrange(len(attempt.facts))
    formula, path = attempt.facts[k]
    paths = [p for _, p in attempt.facts if p != path]
    new = (formula, by.chance.choice(paths) if paths and not path else ())
    return replace(attempt, facts=(*attempt.facts[:k], new, *attempt.facts[k + 1 :]))


def _a_symbol_renamed_in_what_is_asked(by: Perturber, attempt: Attempt) -> Attempt | None:
    mapping = renamings(by.near(attempt), by.symbols(attempt), by.chance)
    return replace(attempt, asked=everywhere(attempt.asked, mapping))


def _a_symbol_renamed_everywhere(by: Perturber, attempt: Attempt) -> Attempt | None:
    mapping = renamings(by.near(attempt), by.symbols(attempt), by.chance)
    return replace(
        attempt,
        facts=everywhere(attempt.facts, mapping),
        asked=everywhere(attempt.asked, mapping),
    )


COMMON: list[How] = [
    _a_fact_dropped,
    _all_facts_about_one_symbol_dropped,
    _a_hypothesis_weakened,
    _a_hypothesis_weakened,
    _a_fact_changed,
    _a_fact_of_a_path_brought_out,
    _a_symbol_renamed_in_what_is_asked,
    _a_symbol_renamed_in_what_is_asked,
    _a_symbol_renamed_everywhere,
]


# A step from a line.


def rewritten(before: Basic, old: Basic, new: Basic) -> Basic:
    return replace_in(before, old, lambda path: new)


def _with(attempt: Attempt, **parts: Any) -> Attempt:
    """The attempt with another old, new or arguments, and the line that comes of them."""
    line = attempt.asked
    assert isinstance(line, Line)
    step = replace(line.step, **parts)
    before = line.before
    if "old" in parts:
        before = rewritten(line.before, line.step.old, step.old)
    whole = step.rule in INEQUALITIES
    after = step.new if whole else rewritten(before, step.old, step.new)
    return replace(attempt, asked=Line(before, replace(step, after=after)))


def _alone(attempt: Attempt) -> Attempt:
    """The rule applied to the whole line: old is before, new is after."""
    step = attempt.asked.step  # type: ignore[union-attr]
    return replace(attempt, asked=Line(step.old, replace(step, after=step.new)))


def _step(attempt: Attempt) -> Step:
    assert isinstance(attempt.asked, Line)
    return attempt.asked.step


def _new_changed(by: Perturber, attempt: Attempt) -> Attempt | None:
    return _with(attempt, new=by.change(_step(attempt).new, attempt))


def _old_changed(by: Perturber, attempt: Attempt) -> Attempt | None:
    return _with(attempt, old=by.change(_step(attempt).old, attempt))


def _both_sides_changed_alike(by: Perturber, attempt: Attempt) -> Attempt | None:
    step, other = _step(attempt), by.change(Symbol("hole", real=True) * 2, attempt)
    hole = Symbol("hole", real=True)
    if other is None or hole not in other.free_symbols:
        return None
    both = [other.xreplace({hole: side}) for side in (step.old, step.new)]
    return _with(_alone(attempt), old=both[0], new=both[1])


def _turned_around(by: Perturber, attempt: Attempt) -> Attempt | None:
    step = _step(attempt)
    turned = replace(step, old=step.new, new=step.old, after=step.old)
    return replace(attempt, asked=Line(step.new, turned))


def _by_itself(by: Perturber, attempt: Attempt) -> Attempt | None:
    return _alone(attempt)


def _under_a_binder(by: Perturber, attempt: Attempt) -> Attempt | None:
    """The whole line under a sum or a limit, over a variable that the facts may speak of."""
    line = attempt.asked
    assert isinstance(line, Line)
    symbol = by.chance.choice(by.symbols(attempt))
    if symbol.is_integer and not symbol.is_positive:
        low, high = by.chance.choice(
            [(1, 3), (0, 2), (-1, 1), (1, 0), (2, Symbol("n", integer=True))]
        )

        def wrap(term: Any) -> Any:
            return Sum(symbol * term, (symbol, low, high))
    else:
        point, direction = by.chance.choice([(oo, "-"), (0, "+"), (1, "-"), (0, "-")])

        def wrap(term: Any) -> Any:
            return Limit(term, symbol, point, direction)

    return replace(
        attempt, asked=Line(wrap(line.before), replace(line.step, after=wrap(line.step.after)))
    )


def _another_rule(by: Perturber, attempt: Attempt) -> Attempt | None:
    rule = by.chance.choice(["algebra", "hyperbolic", "radical"])
    return _with(attempt, rule=rule, arguments={})


OF_LINES: list[How] = [
    _new_changed,
    _new_changed,
    _old_changed,
    _both_sides_changed_alike,
    _turned_around,
    _by_itself,
    _under_a_binder,
    _another_rule,
]


# The arguments of the rules.


def _another_definition(by: Perturber, attempt: Attempt) -> Attempt | None:
    step = _step(attempt)
    own = step.arguments["definition"]
    body = by.change(own.body, attempt)
    if body is None:
        return None
    other = own.func(own.name, own.parameters, body, own.notation)
    if by.chance.random() < 0.5:
        return _with(attempt, arguments={"definition": other})
    old = everywhere(step.old, {own: other})
    new = unfold(old, other) if by.chance.random() < 0.5 else everywhere(step.new, {own: other})
    return _with(_alone(attempt), old=old, new=new, arguments={"definition": other})


def _unfolded_for_other_arguments(by: Perturber, attempt: Attempt) -> Attempt | None:
    step = _step(attempt)
    own = step.arguments["definition"]
    old = by.change(step.old if step.old.has(own) else step.new, attempt)
    return _with(_alone(attempt), old=old, new=unfold(old, own))


def _another_instance(by: Perturber, attempt: Attempt) -> Attempt | None:
    """A citation for other values; the sides are those of the conclusion for them."""
    step = _step(attempt)
    theorem = step.arguments["theorem"]
    if by.chance.random() < 0.2:
        theorem = by.chance.choice(by.known_theorems)
    instance = _changed_instance(by, attempt, theorem, step.arguments["instance"])
    conclusion = substitute(theorem.statement.conclusion, instance)
    arguments = {"theorem": theorem, "instance": instance}
    sides = [conclusion.left, conclusion.right]
    if by.chance.random() < 0.3:
        sides.reverse()
    return _with(_alone(attempt), old=sides[0], new=sides[1], arguments=arguments)


def _changed_instance(
    by: Perturber, attempt: Attempt, theorem: Theorem, instance: Mapping[Basic, Basic]
) -> dict[Basic, Basic]:
    own = [v for v in theorem.statement.variables if isinstance(v, Symbol)]
    new = {v: value for v, value in instance.items() if v in theorem.statement.variables}
    if not own:
        return new
    variable = by.chance.choice(own)
    value = by.change(new.get(variable, variable), attempt)
    if value is not None:
        new[variable] = value
    if by.chance.random() < 0.2:
        new.pop(by.chance.choice(list(new)))
    return new


def _another_formula(by: Perturber, attempt: Attempt) -> Attempt | None:
    step = _step(attempt)
    formula, value = step.arguments["formula"], step.arguments["value"]
    if isinstance(formula, Forall):
        value = by.change(value, attempt)
        equation = substitute(formula.relation, {formula.variable: value})
    else:
        equation = formula = by.change(formula, attempt)
    arguments = {"formula": formula, "value": value}
    return _with(_alone(attempt), old=equation.left, new=equation.right, arguments=arguments)


def _another_operation(by: Perturber, attempt: Attempt) -> Attempt | None:
    """Any operation on the sum, changed or not, with what it would make of the sum."""
    step = _step(attempt)
    total = step.old if isinstance(step.old, Sum) else step.new
    if by.chance.random() < 0.5:
        total = by.change(total, attempt)
    operation, at, new = operated(by, total, step.arguments["at"])
    arguments = {"operation": operation, "at": at}
    sides = [total, new]
    if by.chance.random() < 0.3:
        sides.reverse()
    return _with(_alone(attempt), old=sides[0], new=sides[1], arguments=arguments)


def operated(by: Perturber, total: Any, at: Basic | None) -> tuple[str, Basic, Basic]:
    """An operation on a sum, at some place, and its outcome."""
    (index, low, high), body = total.limits[0], total.function
    usual = [low, high, low - 1, high - 1, high + 1, Integer(0), Integer(2), index]
    at = by.chance.choice([*usual, *([at] if at is not None else [])])
    operation = by.chance.choice(["split", "single", "empty", "constant", "shift", "reverse"])
    new = {
        "split": lambda: Sum(body, (index, low, at)) + Sum(body, (index, at + 1, high)),
        "single": lambda: substitute(body, {index: by.chance.choice([low, high])}),
        "empty": lambda: Integer(0),
        "constant": lambda: body * (high - low + 1),
        "shift": lambda: Sum(substitute(body, {index: index - at}), (index, low + at, high + at)),
        "reverse": lambda: Sum(substitute(body, {index: at - index}), (index, at - high, at - low)),
    }[operation]()
    return operation, at, new


def _the_factor_moved(by: Perturber, attempt: Attempt) -> Attempt | None:
    """Something is taken out of a sum that may depend on its index."""
    step = _step(attempt)
    total = step.old if isinstance(step.old, Sum) else step.new
    (index, low, high), body = total.limits[0], total.function
    factor = by.chance.choice([*Mul.make_args(body), *by.symbols(attempt), *Add.make_args(body)])
    other = Symbol(by.chance.choice(["i", "j", "k"]), integer=True)
    inner = substitute(body / factor, {index: other})
    new = factor * Sum(inner, (other, low, high))
    arguments = {"operation": "linear", "at": None}
    return _with(_alone(attempt), old=total, new=new, arguments=arguments)


def _the_limit_worked_out_again(by: Perturber, attempt: Attempt) -> Attempt | None:
    """Another limit, with what the kernel itself says its value is."""
    step = _step(attempt)
    old, base = step.old, step.arguments["base"]
    if by.chance.random() < 0.8:
        old = by.change(old, attempt)
    if by.chance.random() < 0.3:
        base = base[1:]
    elif by.chance.random() < 0.3:
        base = (*base, Relation("=", *[by.change(old, attempt)] * 2))
    new = limit_value(Place(attempt.context()), old, base)
    return _with(_alone(attempt), old=old, new=new, arguments={"base": base})


def _the_series_worked_out_again(by: Perturber, attempt: Attempt) -> Attempt | None:
    """Another limit, with what the kernel itself says the first term of its series is."""
    old = _step(attempt).old
    if by.chance.random() < 0.8:
        old = by.change(old, attempt)
    new = series_value(Place(attempt.context()), old)
    return _with(_alone(attempt), old=old, new=new)


def _the_integral_taken_apart_otherwise(by: Perturber, attempt: Attempt) -> Attempt | None:
    """A factor or a term taken out of an integral, whatever it depends on."""
    step = _step(attempt)
    whole = step.old if isinstance(step.old, Integral) else step.new
    variable, body = whole.limits[0][0], whole.function
    factor = by.chance.choice([*Mul.make_args(body), *by.symbols(attempt), *Add.make_args(body)])
    other = by.chance.choice([variable, Symbol("v", positive=True), Symbol("w", positive=True)])
    part = Integral(substitute(body / factor, {variable: other}), (other, 0, oo))
    sides = [whole, factor * part]
    return _integrals_with(
        by, attempt, sides, {"operation": "linear", "scale": None, "power": None}
    )


def _the_integral_substituted_otherwise(by: Perturber, attempt: Attempt) -> Attempt | None:
    """Another variable in an integral, with what the kernel itself makes of the integrand."""
    step = _step(attempt)
    whole = step.old if isinstance(step.old, Integral) else step.new
    if by.chance.random() < 0.3:
        whole = by.change(whole, attempt)
    variable, body = whole.limits[0][0], whole.function
    scale = by.chance.choice([Integer(2), Integer(-1), *by.symbols(attempt)])
    power = by.chance.choice([Integer(1), Integer(2), Integer(-1), Rational(1, 2)])
    other = by.chance.choice([variable, Symbol("v", positive=True)])
    slope = scale * power * other ** (power - 1)
    moved = with_other_variable(body, variable, other, scale, power) * slope
    sides = [whole, Integral(moved, (other, 0, oo))]
    arguments = {"operation": "substitute", "scale": scale, "power": power}
    return _integrals_with(by, attempt, sides, arguments)


def _integrals_with(
    by: Perturber, attempt: Attempt, sides: list[Any], arguments: Mapping[str, Any]
) -> Attempt:
    if by.chance.random() < 0.3:
        sides.reverse()
    found = _with(_alone(attempt), old=sides[0], new=sides[1], arguments=arguments)
    exists = Relation("=", by.chance.choice(sides), Symbol("A", real=True))
    return replace(found, facts=(*found.facts, (exists, ())))


def _another_interval(by: Perturber, attempt: Attempt) -> Attempt | None:
    """The ends of an interval are others, and what is known of the variable may be."""
    step = _step(attempt)
    ends = {name: step.arguments[name] for name in ("low", "high")}
    name = by.chance.choice(["low", "high"])
    if not isinstance(ends[name], Rational):
        return None
    other = ends[name] + by.chance.choice([-1, 1, Rational(1, 2), Rational(-1, 2), -ends[name]])
    variable = step.arguments["variable"]
    mapping: dict[Basic, Basic] = {
        Relation("<=", ends["low"], variable): Relation("<=", other, variable),
        Relation("<=", variable, ends["high"]): Relation("<=", variable, other),
    }
    facts = everywhere(attempt.facts, mapping) if by.chance.random() < 0.7 else attempt.facts
    found = _with(attempt, arguments={**step.arguments, name: other})
    return replace(found, facts=facts)


def _another_base_limit(by: Perturber, attempt: Attempt) -> Attempt | None:
    step = _step(attempt)
    base = list(step.arguments["base"])
    if not base:
        return None
    k = by.chance.randrange(len(base))
    base[k] = by.change(base[k], attempt)
    facts = attempt.facts
    if by.chance.random() < 0.5:
        facts = (*facts, (base[k], ()))
    return replace(_with(attempt, arguments={"base": tuple(base)}), facts=facts)


def _negated_sides(by: Perturber, attempt: Attempt) -> Attempt | None:
    step = _step(attempt)
    old, new = by.chance.choice(
        [(-step.old, step.new), (step.old, -step.new), (-step.old, -step.new)]
    )
    return _with(_alone(attempt), old=old, new=new)


def _another_relation(by: Perturber, attempt: Attempt) -> Attempt | None:
    """< for ≤, or the other way round, or with the sides exchanged."""
    line = attempt.asked
    assert isinstance(line, Line)
    step = line.step
    if by.chance.random() < 0.3:
        turned = replace(step, old=step.new, new=line.before, after=line.before)
        return replace(attempt, asked=Line(step.after, turned))
    relation = by.chance.choice([op for op in ("<", "<=", "=") if op != step.relation])
    return replace(attempt, asked=Line(line.before, replace(step, relation=relation)))


def _another_combination(by: Perturber, attempt: Attempt) -> Attempt | None:
    step = _step(attempt)
    combination = changed_combination(by, attempt, step.arguments["combination"])
    if combination is None:
        return None
    arguments = {"combination": combination}
    if by.chance.random() < 0.3:
        return _with(attempt, arguments=arguments)
    new = step.old + total_of(combination)
    return _with(attempt, new=new, arguments=arguments, relation=by.chance.choice(["<", "<="]))


def changed_combination(by: Perturber, attempt: Attempt, combination: Any) -> Any:
    """A combination with a multiplier or a factor changed, dropped or added."""
    terms = [(multiplier, list(factors)) for multiplier, factors in combination]
    if not terms:
        terms = [(Integer(1), [])]
    k = by.chance.randrange(len(terms))
    multiplier, factors = terms[k]
    known = [f for f, path in attempt.facts if isinstance(f, Relation) and not path]
    known += [fact for symbol in by.near(attempt) for fact in domain_facts(symbol)]
    what = by.chance.choice(["multiplier", "drop", "add", "factor", "term", "square"])
    if what == "multiplier":
        multiplier = by.change(multiplier, attempt)
    elif what == "square":
        multiplier = multiplier * by.chance.choice(by.near(attempt)) ** by.chance.choice([2, 3, -2])
    elif what == "drop" and factors:
        factors.pop(by.chance.randrange(len(factors)))
    elif what == "factor" and factors:
        j = by.chance.randrange(len(factors))
        factors[j] = relation_changed(factors[j], by.symbols(attempt), by.chance)
    elif known:
        if what == "term":
            terms.append((Integer(by.chance.choice([1, 2, -1])), [by.chance.choice(known)]))
        else:
            factors.append(by.chance.choice(known))
    terms[k] = (multiplier, factors)
    if any(m is None or None in factors for m, factors in terms):
        return None
    return tuple((m, tuple(factors)) for m, factors in terms)


def total_of(combination: Any) -> Basic:
    """What a combination adds up to."""
    return Add(*(Mul(m, *(f.right - f.left for f in factors)) for m, factors in combination))


OF_RULE: dict[str, list[How]] = {
    "definition": [_another_definition, _unfolded_for_other_arguments],
    "cite": [_another_instance, _another_instance],
    "given": [_another_formula, _another_formula],
    "sums": [_another_operation, _another_operation, _the_factor_moved],
    "limit": [_the_limit_worked_out_again, _the_limit_worked_out_again, _another_base_limit],
    "radical": [_negated_sides],
    "enclose": [_another_interval, _another_relation],
    "integrals": [_the_integral_taken_apart_otherwise, _the_integral_substituted_otherwise],
    "series": [_the_series_worked_out_again, _the_series_worked_out_again],
    "sign": [_another_relation, _another_combination, _another_combination],
}


# A fact.


def _fact_changed(by: Perturber, attempt: Attempt) -> Attempt | None:
    assert isinstance(attempt.asked, Stated)
    fact = attempt.asked.fact
    if isinstance(fact, Cited):
        theorem = fact.theorem
        if by.chance.random() < 0.2:
            theorem = by.chance.choice(by.known_theorems)
        instance = _changed_instance(by, attempt, theorem, fact.instance)
        return replace(attempt, asked=Stated(Cited(theorem, instance, fact.path)))
    if isinstance(fact, Specialised):
        return _said_otherwise(by, attempt, fact)
    combination = changed_combination(by, attempt, fact.combination)
    if combination is None:
        return None
    total, op = total_of(combination), by.chance.choice(["<", "<=", "!=", fact.relation.op])
    relation = Relation(op, fact.relation.left, fact.relation.left + total)
    return replace(attempt, asked=Stated(Combined(relation, combination, fact.path)))


def _said_otherwise(by: Perturber, attempt: Attempt, fact: Specialised) -> Attempt | None:
    """What is said of every value is said of another, or is something else."""
    formula, value = fact.formula, fact.value
    if by.chance.random() < 0.7:
        value = by.change(value, attempt)
    else:
        relation = relation_changed(formula.relation, by.symbols(attempt), by.chance)
        formula = relation and Forall(formula.variable, relation)
    if formula is None or value is None:
        return None
    return replace(attempt, asked=Stated(Specialised(formula, value, fact.path)))


def _fact_brought_out(by: Perturber, attempt: Attempt) -> Attempt | None:
    """A fact under some binders is stated under others, or under none."""
    assert isinstance(attempt.asked, Stated)
    fact = attempt.asked.fact
    paths = [path for _, path in attempt.facts if path != fact.path]
    path = by.chance.choice([(), *paths]) if not fact.path else fact.path[1:]
    return replace(attempt, asked=Stated(replace(fact, path=path)))


def _relation_changed(by: Perturber, attempt: Attempt) -> Attempt | None:
    assert isinstance(attempt.asked, Stated)
    fact = attempt.asked.fact
    if not isinstance(fact, Combined):
        return None
    new = relation_changed(fact.relation, by.symbols(attempt), by.chance)
    return new and replace(attempt, asked=Stated(replace(fact, relation=new)))


# A theorem.


def _a_domain_changed(by: Perturber, attempt: Attempt) -> Attempt | None:
    """A variable of the same name with more values, or with fewer."""
    symbol = by.chance.choice(by.near(attempt))
    assumptions = by.chance.choice(
        [
            {"integer": True},
            {"integer": True, "nonnegative": True},
            {"integer": True, "positive": True},
        ]
        if symbol.is_integer
        else [{"real": True}, {"positive": True}, {"nonnegative": True}]
    )
    mapping = {symbol: Symbol(symbol.name, **assumptions)}
    return replace(
        attempt,
        facts=everywhere(attempt.facts, mapping),
        asked=everywhere(attempt.asked, mapping),
    )


def _another_beginning(by: Perturber, attempt: Attempt) -> Attempt | None:
    """An induction from another number, in the proof alone or in the hypotheses too."""
    assert isinstance(attempt.asked, Proposed)
    proof = attempt.asked.proof
    if not isinstance(proof, Induction):
        return None
    first = Integer(by.chance.choice([-1, 0, 1, 2, 3]))
    mapping: dict[Basic, Basic] = {
        Relation("<=", proof.first, proof.variable): Relation("<=", first, proof.variable)
    }
    facts = everywhere(attempt.facts, mapping) if by.chance.random() < 0.5 else attempt.facts
    proof = everywhere(proof, mapping) if by.chance.random() < 0.5 else proof
    new = replace(attempt.asked, proof=replace(proof, first=first))
    return replace(attempt, facts=facts, asked=new)


def _another_meeting_point(by: Perturber, attempt: Attempt) -> Attempt | None:
    """Cases that meet elsewhere, in the proof alone: their chains are what they were."""
    assert isinstance(attempt.asked, Proposed)
    proof = attempt.asked.proof
    if not isinstance(proof, Cases):
        return None
    at = proof.at + by.chance.choice([1, -1, Rational(1, 2), Symbol("y", real=True)])
    return replace(attempt, asked=replace(attempt.asked, proof=replace(proof, at=at)))


def _another_variable(by: Perturber, attempt: Attempt) -> Attempt | None:
    assert isinstance(attempt.asked, Proposed)
    proof = attempt.asked.proof
    if isinstance(proof, Chain):
        return None
    variable = by.chance.choice(by.symbols(attempt))
    return replace(attempt, asked=replace(attempt.asked, proof=replace(proof, variable=variable)))


def _another_conclusion(by: Perturber, attempt: Attempt) -> Attempt | None:
    assert isinstance(attempt.asked, Proposed)
    new = relation_changed(attempt.asked.conclusion, by.symbols(attempt), by.chance)
    return new and replace(attempt, asked=replace(attempt.asked, conclusion=new))


def _a_part_of_the_proof_changed(by: Perturber, attempt: Attempt) -> Attempt | None:
    """A line, a fact or an argument of the proof is another."""
    asked = attempt.asked
    assert isinstance(asked, Proposed)
    if not isinstance(asked.proof, Chain):
        parts = ["below", "above"] if isinstance(asked.proof, Cases) else ["base", "step"]
        which = by.chance.choice(parts)
        chain = _chain_changed(by, attempt, getattr(asked.proof, which))
        if chain is None:
            return None
        proof: Proof = replace(asked.proof, **{which: chain})  # type: ignore[arg-type]
        return replace(attempt, asked=replace(asked, proof=proof))
    chain = _chain_changed(by, attempt, asked.proof)
    return None if chain is None else replace(attempt, asked=replace(asked, proof=chain))


def _chain_changed(by: Perturber, attempt: Attempt, chain: Chain) -> Chain | None:
    """A chain without one of its facts or steps, or with one line changed all through it."""
    options: list[Callable[[], Chain | None]] = []
    if chain.facts:
        k = by.chance.randrange(len(chain.facts))
        options.append(lambda: replace(chain, facts=chain.facts[:k] + chain.facts[k + 1 :]))
    if len(chain.steps) > 1:
        n = by.chance.randrange(len(chain.steps))
        options.append(lambda: replace(chain, steps=chain.steps[:n] + chain.steps[n + 1 :]))
    line = by.chance.choice([chain.start, *(step.after for step in chain.steps)])
    other = by.change(line, attempt)
    if other is not None:
        options.append(lambda: everywhere(chain, {line: other}))
    return by.chance.choice(options)() if options else None


def _the_conclusion_that_the_proof_reaches(by: Perturber, attempt: Attempt) -> Attempt | None:
    """Something is renamed in the proof, and the conclusion is what the proof then says."""
    asked = attempt.asked
    assert isinstance(asked, Proposed)
    mapping = renamings(by.near(attempt), by.symbols(attempt), by.chance)
    proof = everywhere(asked.proof, mapping)
    if isinstance(proof, Induction):
        conclusion = everywhere(asked.conclusion, mapping)
    else:
        chain = proof.chains[0]
        conclusion = Relation(asked.conclusion.op, chain.start, chain.steps[-1].after)
    return replace(attempt, asked=Proposed(conclusion, proof))


SPECIAL: dict[type, list[How]] = {
    Line: OF_LINES,
    Stated: [_fact_changed, _fact_changed, _fact_brought_out, _relation_changed],
    Proposed: [
        _a_domain_changed,
        _a_domain_changed,
        _another_beginning,
        _another_beginning,
        _another_meeting_point,
        _another_variable,
        _another_conclusion,
        _a_part_of_the_proof_changed,
        _the_conclusion_that_the_proof_reaches,
    ],
}


def perturbations(wanted: Mapping[str, int], seed: int = 0) -> Iterator[Attempt]:
    """As many different perturbations of each rule's applications as are wanted."""
    by, seen = Perturber(seed), set()
    of_rule: dict[str, list[Attempt]] = {}
    for application in applications():
        of_rule.setdefault(application.rule, []).append(application)
    for rule, count in wanted.items():
        found, tries = 0, 0
        while found < count and tries < 8 * count and of_rule.get(rule):
            tries += 1
            application = by.chance.choice(of_rule[rule])
            if is_slow(application) and by.chance.random() < 0.8:
                continue
            attempt = by.perturbed(application)
            if attempt is None or (mark := fingerprint(attempt.asked, attempt.facts)) in seen:
                continue
            seen.add(mark)
            found += 1
            yield attempt


def is_slow(attempt: Attempt) -> bool:
    """Whether the oracle has to unroll the variance of a long sum to see its limit."""
    formulas = [attempt.asked.claim, *(formula for formula, _ in attempt.facts)]
    return any(map(_has_limit_of_variance, formulas))


@cache
def _has_limit_of_variance(formula: Basic) -> bool:
    return any(limit.has(Var) for limit in formula.atoms(Limit))


def fingerprint(*data: Any) -> int:
    """A number that tells attempts apart within one process."""
    return hash(tuple(map(_hashable, data)))


def _hashable(data: Any) -> Any:
    if isinstance(data, Basic):
        return data
    if isinstance(data, Mapping):
        return frozenset((key, _hashable(value)) for key, value in data.items())
    if isinstance(data, (tuple, list)):
        return tuple(map(_hashable, data))
    if isinstance(data, DATA):
        return tuple(_hashable(value) for value in vars(data).values())
    return data
