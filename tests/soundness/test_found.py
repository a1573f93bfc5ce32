"""False statements that the kernel once accepted; each has to be refused now.

Every test builds by hand a proof of something that is not so. What is wrong with it is said in
the docstring, with a point at which the statement fails.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest
from sympy import (
    Basic,
    I,
    Integer,
    Lambda,
    Limit,
    Rational,
    Sum,
    Symbol,
    exp,
    oo,
    pi,
    sqrt,
)
from sympy import Integral as SymPyIntegral

from radam_sym.kernel.axioms import gamma_integral, integral_dominated, power_vanishing
from radam_sym.kernel.conditions import Binding, Path
from radam_sym.kernel.errors import ProofError
from radam_sym.kernel.formulas import Predicate, Relation, Statement
from radam_sym.kernel.heads import Definition, E, Family, Forall, Integral, Var
from radam_sym.kernel.rules import Step
from radam_sym.kernel.terms import substitute
from radam_sym.kernel.theorem import (
    Chain,
    Cited,
    Combined,
    Induction,
    Source,
    Theorem,
    prove,
)

ZERO, ONE = Integer(0), Integer(1)
b, q, s, x, y, z = (Symbol(name, real=True) for name in "bqsxyz")
t = Symbol("t", integer=True, positive=True)
i, k, n = (Symbol(name, integer=True) for name in "ikn")
X = Family("X", "random")
NOWHERE = Source("a test")
Combination = Iterable[tuple[Basic, tuple[Relation, ...]]]


def lt(left: Any, right: Any) -> Relation:
    return Relation("<", Integer(left) if left in (0, 1) else left, right)


def le(left: Any, right: Any) -> Relation:
    return Relation("<=", Integer(left) if left in (0, 1) else left, right)


def eq(left: Any, right: Any) -> Relation:
    return Relation("=", left, right)


def signed(goal: Relation, combination: Combination, facts: Iterable[Any] = ()) -> Chain:
    """A chain of one inequality."""
    arguments = {"combination": tuple(combination)}
    step = Step("sign", goal.left, goal.right, goal.right, goal.op, arguments)
    return Chain(goal.left, (step,), tuple(facts))


def rewritten(start: Basic, steps: Iterable[Step], facts: Iterable[Any] = ()) -> Chain:
    return Chain(start, tuple(steps), tuple(facts))


def whole(rule: str, old: Basic, new: Basic, **arguments: Any) -> Step:
    """A step that rewrites the whole line."""
    return Step(rule, old, new, new, "=", arguments)


def proved(conclusion: Relation, proof: Chain | Induction, *hypotheses: Any) -> Theorem:
    return prove("found", Statement(hypotheses, conclusion), proof, NOWHERE)


# --- the rule sign ------------------------------------------------------------------------------


def test_a_root_of_a_negative_number_is_no_factor() -> None:
    """0 ≤ x for every real x, as √x·√x: false at x = −1, where √x has no value."""
    root = le(0, sqrt(x))
    with pytest.raises(ProofError):
        proved(le(0, x), signed(le(0, x), [(ONE, (root, root))]))


def test_a_cube_root_of_minus_one_is_no_factor() -> None:
    """0 ≤ −1, as the cube of (−1)^(1/3)."""
    root = le(0, Integer(-1) ** Rational(1, 3))
    goal = le(0, Integer(-1))
    with pytest.raises(ProofError):
        proved(goal, signed(goal, [(ONE, (root,) * 3)]))


def test_the_inverse_of_zero_is_no_factor() -> None:
    """0 = 1 if x = 0, as x·(1/x), because 0 = 1/x has the numerator and denominator of 0 = x."""
    goal = eq(ZERO, ONE)
    with pytest.raises(ProofError):
        proved(goal, signed(goal, [(x, (eq(ZERO, 1 / x),))]), eq(ZERO, x))


def test_the_sign_of_a_power_is_not_that_of_another_where_the_base_is_zero() -> None:
    """0 < b^(t+1) if 0 < b^(t−1): false at b = 0, t = 1."""
    goal, known = lt(0, b ** (t + 1)), lt(0, b ** (t - 1))
    exponents = [
        Combined(le(0, t + 1), ((ONE, (le(1, t),)), (Integer(2), ()))),
        Combined(le(0, t), ((ONE, (le(1, t),)), (ONE, ()))),
    ]
    with pytest.raises(ProofError):
        proved(goal, signed(goal, [(ONE, (goal,))], exponents), known)


def test_a_zero_power_does_not_make_another_zero() -> None:
    """0 = b^(t−1) if 0 = b^(t+1): false at b = 0, t = 1."""
    wanted, known = eq(ZERO, b ** (t - 1)), eq(ZERO, b ** (t + 1))
    step = whole("given", ZERO, wanted.right, formula=wanted, value=None)
    facts = [Combined(le(0, t - 1), ((ONE, (le(1, t),)),))]
    with pytest.raises(ProofError):
        proved(wanted, rewritten(ZERO, [step], facts), known)


def test_what_is_not_real_is_no_factor() -> None:
    """1 < 0: the exponentials of iπy and iπ(1 − y) are no positive numbers."""
    goal = lt(1, ZERO)
    factors = (lt(0, exp(I * pi * y)), lt(0, exp(I * pi * (1 - y))))
    with pytest.raises(ProofError):
        proved(goal, signed(goal, [(ONE, factors)]))


# --- limits -------------------------------------------------------------------------------------


def test_the_point_of_a_limit_is_not_captured_by_a_sum() -> None:
    """lim Σ_k x·k as x → k (another k) is not Σ_k k²: false at k = 5, t = 1."""
    start = Limit(Sum(x * k, (k, 1, t)), x, k, "+")
    end = Sum(k**2, (k, 1, t))
    facts = [Combined(le(0, t), ((ONE, (le(1, t),)), (ONE, ())))]
    with pytest.raises(ProofError):
        proved(eq(start, end), rewritten(start, [whole("limit", start, end, base=())], facts))


def test_a_limit_that_does_not_exist_is_no_base_limit() -> None:
    """q^(−n)(1 + q^n) − q^(−n) is 1 for every n; 0 is what lim q^(−n) = lim q^(−n) makes of it."""
    start = Limit(q ** (-n) * (1 + q**n) - q ** (-n), n, oo)
    diverges = Limit(q ** (-n), n, oo)
    base = (eq(diverges, diverges), eq(Limit(q**n, n, oo), ZERO))
    facts = [
        Combined(Relation("!=", q, ZERO), ((Integer(-1), (lt(0, q),)),)),
        Cited(power_vanishing),
    ]
    chain = rewritten(start, [whole("limit", start, ZERO, base=base)], facts)
    with pytest.raises(ProofError):
        proved(eq(start, ZERO), chain, lt(0, q), lt(q, ONE))


def test_a_limit_at_a_point_that_has_no_value_is_not_defined() -> None:
    """lim 5 as x → 1/y, if y = 0."""
    start = Limit(Integer(5), x, 1 / y, "+")
    chain = rewritten(start, [whole("limit", start, Integer(5), base=())])
    with pytest.raises(ProofError):
        proved(eq(start, Integer(5)), chain, eq(ZERO, y))


def test_nothing_follows_from_being_near_a_point_that_has_no_value() -> None:
    """5 = 5 + s if y = 0: from 1/y < x one would get y ≠ 0 under the limit x → 1/y."""
    before, after = Limit(Integer(5), x, 1 / y, "+"), Limit(5 + s, x, 1 / y, "+")
    zero, wanted = eq(ZERO, y), eq(Integer(5), 5 + s)
    path = (Binding("Limit", x, (1 / y, before.args[3])),)
    near = lt(0, (x * y - 1) * y)
    facts = [
        Combined(Relation("!=", ZERO, y), ((ONE, (near,)), (2 - x * y, (zero,))), path),
        Combined(wanted, ((s / y, (zero,)),), path),
    ]
    steps = [
        Step("given", Integer(5), 5 + s, after, "=", {"formula": wanted, "value": None}),
        whole("limit", after, 5 + s, base=()),
    ]
    with pytest.raises(ProofError):
        proved(eq(before, 5 + s), rewritten(before, steps, facts), zero)


def test_a_limit_does_not_exist_because_it_equals_itself() -> None:
    """lim (−1)^n = (y·lim + lim)/(y + 1): a fact of that form would say that the limit exists."""
    start = Limit((-ONE) ** n, n, oo)
    end = (start * y + start) / (y + 1)
    step = whole("given", start, end, formula=eq(start, end), value=None)
    with pytest.raises(ProofError):
        proved(eq(start, end), rewritten(start, [step]), Relation("!=", y + 1, ZERO))


# --- sums ---------------------------------------------------------------------------------------


def test_a_summand_that_is_defined_in_the_range_need_not_be_defined_outside() -> None:
    """Σ_{i=1}^k 1/k is k·(1/k) = 1, but for k = 0, where the range is empty: there it is 0."""
    start = Sum(1 / k, (i, 1, k))
    path = (Binding("Sum", i, (ONE, k)),)
    in_range = ((ONE, (le(1, i),)), (ONE, (Relation("<=", i, k),)), (ONE, ()))
    facts = [
        Combined(lt(0, k), in_range, path),
        Combined(Relation("!=", ZERO, k), ((ONE, (lt(0, k),)),), path),
    ]
    step = whole("sums", start, ONE, operation="constant", at=None)
    with pytest.raises(ProofError):
        proved(eq(start, ONE), rewritten(start, [step], facts), le(0, k))


# --- what SymPy cancels when values are put for variables -----------------------------------------


def test_a_hypothesis_keeps_its_conditions_when_values_are_put_in() -> None:
    """0 < x² for every x: 0 < (x + s)/x implies 0 < x(x + s), and for s = 0 it looks like 0 < 1."""
    hypothesis, conclusion = lt(0, (x + s) / x), lt(0, x * (x + s))
    theorem = proved(conclusion, signed(conclusion, [(ONE, (conclusion,))]), hypothesis)
    goal = lt(0, x**2)
    with pytest.raises(ProofError):
        proved(goal, signed(goal, [(ONE, (goal,))], [Cited(theorem, {s: ZERO})]))


def test_the_first_case_of_an_induction_keeps_the_conditions_of_the_claim() -> None:
    """0 < (xt + (t−1)s)/x if x = x² and s = 0: false at x = 0, where the claim for t = 1 looks
    like 0 < 1, and gives x ≠ 0 when it is used for the next one.
    """
    claim = lt(0, (x * t + (t - 1) * s) / x)
    square, zero = eq(x**2, x), eq(ZERO, s)
    known, several = lt(0, x * (x * t + (t - 1) * s)), lt(0, x**2 * t)
    facts = [
        Combined(lt(0, t), ((ONE, (le(1, t),)), (ONE, ()))),
        Combined(several, ((ONE, (known,)), (-x * (t - 1), (zero,)))),
        Combined(Relation("!=", ZERO, t), ((ONE, (lt(0, t),)),)),
        Combined(lt(0, x**2), ((ONE, (several, lt(0, 1 / t))),)),
        Combined(lt(0, x), ((ONE, (lt(0, x**2),)), (ONE, (square,)))),
        Combined(Relation("!=", ZERO, x), ((ONE, (lt(0, x),)),)),
    ]
    goal = lt(0, (x * (t + 1) + t * s) / x)
    terms = [(ONE, (lt(0, t),)), (ONE, ()), (t / x, (zero,))]
    base, step = signed(lt(0, ONE), [(ONE, ())]), signed(goal, terms, facts)
    with pytest.raises(ProofError):
        proved(claim, Induction(t, ONE, base, step), eq(x, x**2), eq(s, ZERO))


def test_a_definition_keeps_its_conditions_when_values_are_put_in() -> None:
    """3/2 = 1 if s = x = 0, where d(x, s) = (x+s)/x has no value; d(2s, s) = 3/2, d(x, 0) = 1."""
    ratio = Definition("ratio", (x, s), (x + s) / x)
    first, second, third = ratio(2 * s, s), ratio(x, s), ratio(x, 0)
    start, same = Rational(3, 2), eq(2 * s, x)
    facts = [Combined(same, ((Integer(-2), (eq(ZERO, s),)), (ONE, (eq(ZERO, x),))))]
    steps = [
        whole("definition", start, first, definition=ratio),
        Step("given", 2 * s, x, second, "=", {"formula": same, "value": None}),
        Step("given", s, ZERO, third, "=", {"formula": eq(s, ZERO), "value": None}),
        whole("definition", third, ONE, definition=ratio),
    ]
    with pytest.raises(ProofError):
        proved(eq(start, ONE), rewritten(start, steps, facts), eq(s, ZERO), eq(x, ZERO))


def test_a_definition_applied_to_what_it_divides_by_is_not_defined() -> None:
    """d(x, 0) for d(x, s) = (x+s)/x is not 1 at x = 0."""
    ratio = Definition("ratio", (x, s), (x + s) / x)
    step = whole("definition", ratio(x, 0), ONE, definition=ratio)
    with pytest.raises(ProofError):
        proved(eq(ratio(x, 0), ONE), rewritten(ratio(x, 0), [step]))


# --- what arguments may be ------------------------------------------------------------------------

f = Family("f", "function")


@pytest.mark.parametrize(
    ("argument", "value", "at"), [(x**2, I, -1), (exp(-x), oo, 0)], ids=["i", "infinity"]
)
def test_what_holds_for_every_real_number_holds_for_nothing_else(
    argument: Basic, value: Basic, at: int
) -> None:
    """f(x²) = 0 for every real x says nothing of f(−1), nor f(e^(−x)) = 0 of f(0)."""
    for_all = Forall(x, eq(f(argument), ZERO))
    step = whole("given", f(at), ZERO, formula=for_all, value=value)
    with pytest.raises(ProofError):
        proved(eq(f(at), ZERO), rewritten(f(at), [step]), for_all)


@pytest.mark.parametrize(
    ("known", "wanted"),
    [([], eq(x + 1, (x**2 + x) / x)), ([eq(x, ZERO)], eq(ZERO, 1 / x))],
    ids=["identity", "zero"],
)
def test_an_equation_whose_side_has_no_value_is_not_known(
    known: list[Relation], wanted: Relation
) -> None:
    """(x² + x)/x and 1/x have no value at x = 0."""
    step = whole("given", wanted.left, wanted.right, formula=wanted, value=None)
    with pytest.raises(ProofError):
        proved(wanted, rewritten(wanted.left, [step]), *known)


def test_a_function_that_is_not_defined_everywhere_is_no_function() -> None:
    """f(x)(x + 1) = f(x)x + f(x) for f = 1/x and x = 0."""
    left, right = f(x) * (x + 1), f(x) * x + f(x)
    theorem = proved(eq(left, right), rewritten(left, [whole("algebra", left, right)]))
    instance = {f: Lambda(x, 1 / x)}
    old, new = substitute(left, instance), substitute(right, instance)
    step = whole("cite", old, new, theorem=theorem, instance=instance)
    with pytest.raises(ProofError):
        proved(eq(old, new), rewritten(old, [step]))


def test_a_random_variable_is_no_real_number() -> None:
    """Var(x) = 0·x for real x is not to be had for a random one."""
    theorem = proved(eq(x * (x + 1), x**2 + x), rewritten(x * (x + 1), [
        whole("algebra", x * (x + 1), x**2 + x)
    ]))  # fmt: skip
    old, new = X[1] * (X[1] + 1), X[1] ** 2 + X[1]
    step = whole("cite", old, new, theorem=theorem, instance={x: X[1]})
    with pytest.raises(ProofError):
        proved(eq(old, new), rewritten(old, [step]))


# --- marks ----------------------------------------------------------------------------------------


def test_a_mark_is_not_lost_among_theorems_of_one_id() -> None:
    """Two theorems named alike, of which the first rests on an axiom: so does what cites both."""
    limit_ = Limit(q**n, n, oo)
    hypotheses = power_vanishing.statement.hypotheses
    instance = {"theorem": power_vanishing, "instance": {}}
    marked = proved(
        eq(limit_, ZERO), rewritten(limit_, [whole("cite", limit_, ZERO, **instance)]), *hypotheses
    )
    left, right = x * (x + 1), x**2 + x
    plain = proved(eq(left, right), rewritten(left, [whole("algebra", left, right)]))
    start = limit_ + left
    steps = [
        Step("cite", limit_, ZERO, left, "=", {"theorem": marked, "instance": {}}),
        whole("cite", left, right, theorem=plain, instance={}),
    ]
    try:
        both = prove(
            "both",
            Statement(hypotheses, eq(start, right)),
            rewritten(start, steps, [Cited(marked)]),
            NOWHERE,
        )
    except ProofError:
        return
    assert both.marks == marked.marks


# --- random families ------------------------------------------------------------------------------


def test_the_variance_of_a_sum_needs_independence() -> None:
    """Var(X_1 + X_2) is not Var(X_1) + Var(X_2) for X_1 = X_2."""
    from radam_sym.kernel.axioms import variance_of_sum

    instance = {Family("a", "sequence"): Lambda(i, ONE), Symbol("m", integer=True): ONE}
    instance[Symbol("n", integer=True)] = Integer(2)
    conclusion = substitute(variance_of_sum.statement.conclusion, instance)
    step = whole(
        "cite", conclusion.left, conclusion.right, theorem=variance_of_sum, instance=instance
    )
    square_integrable = Predicate("moment", X, 2)
    assert conclusion.left == Var(Sum(X[i], (i, 1, 2)))
    with pytest.raises(ProofError):
        proved(conclusion, rewritten(conclusion.left, [step]), square_integrable)


def test_the_expectation_of_a_square_needs_a_second_moment() -> None:
    """E(X_1²) may be infinite where E|X_1| is finite."""
    left, right = E(X[1] ** 2), E(X[1] * X[1])
    start = left + x * (x + 1)
    step = Step("algebra", x * (x + 1), x**2 + x, right + x**2 + x)
    conclusion = eq(start, right + x**2 + x)
    with pytest.raises(ProofError):
        proved(conclusion, rewritten(start, [step]), Predicate("moment", X, 1))


# --- integrals ------------------------------------------------------------------------------------

r = Symbol("r", positive=True)


def integral(body: Basic) -> Basic:
    return Integral(body, (r, 0, oo))


def test_the_variable_of_an_integral_does_not_leave_it() -> None:
    """∫ r·x·e^(−r) dr = r·∫ x·e^(−r) dr: false for r = 2 outside, x = 1, where it says 1 = 2."""
    inside, part = integral(r * x * exp(-r)), integral(x * exp(-r))
    step = whole("integrals", inside, r * part, operation="linear", scale=None, power=None)
    with pytest.raises(ProofError, match="r already means something there"):
        proved(eq(inside, r * part), rewritten(inside, [step]), eq(part, x))


def test_the_sign_of_an_integral_is_not_taken_from_floats() -> None:
    """0 ≤ I, as √(I²), for I = ∫ e^(−r) − 1000·e^(−10⁴·(r − 1000)²) dr, which is about −17.

    SymPy works its own integral out at some points, misses the peak, and makes √(I²) into I. Of
    the kernel's it knows no sign, in products, sums and series of them either.
    """
    peak = integral(exp(-r) - 1000 * exp(-(10**4) * (r - 1000) ** 2))
    assert sqrt(SymPyIntegral(*peak.args) ** 2) == SymPyIntegral(*peak.args)
    with pytest.raises(ProofError, match="not an admitted head"):
        Statement((), le(0, SymPyIntegral(*peak.args))).admit()
    for term in (peak, 2 * peak, peak - 1, Sum(peak * i, (i, 1, 3)), exp(-peak) - 1):
        assert sqrt(term**2) != term
        assert term.is_positive is term.is_negative is None
    root = sqrt(peak**2)
    goal = le(0, peak)
    with pytest.raises(ProofError, match="does not follow that 0 <= "):
        proved(goal, signed(goal, [(ONE, (le(0, root),))]), eq(peak, z))


def bounded(path: Path, v: Basic, limit_: Basic) -> list[Combined]:
    """0 ≤ e^(−u)·v²/(1 + v²) ≤ e^(−u) at a path."""
    above = 1 + v**2
    positive_, inverse = lt(0, exp(-u)), lt(0, 1 / above)
    body = exp(-u) * v**2 / above
    return [
        Combined(lt(0, above), ((v**2, ()), (ONE, ())), path),
        Combined(Relation("!=", ZERO, above), ((ONE, (lt(0, above),)),), path),
        Combined(le(0, body), ((v**2, (positive_, inverse)),), path),
        Combined(le(body, limit_), ((ONE, (positive_, inverse)),), path),
    ]


u = Symbol("u", positive=True)  # as the axioms call it


def test_the_point_of_a_limit_is_not_captured_by_an_integral() -> None:
    """lim ∫ e^(−u)·x²/(1 + x²) du as x → u (another u) is u²/(1 + u²), and no number at all, as
    ∫ e^(−u)·u²/(1 + u²) du is, where the point was taken for the variable of the integral.
    """
    body = exp(-u) * x**2 / (1 + x**2)
    inner = Integral(body, (u, 0, oo))
    start = Limit(inner, x, u, "+")
    end = Integral(exp(-u) * u**2 / (1 + u**2), (u, 0, oo))
    near = (Binding("Limit", x, (u, start.args[3])),)
    inside = (*near, Binding("Integral", u, ()))
    exists = {
        Family("g", "positive function"): Lambda(u, body),
        Family("h", "positive function"): Lambda(u, exp(-u)),
        Symbol("B", real=True): ONE,
    }
    facts = [
        *bounded(inside, x, exp(-u)),
        Combined(le(-exp(-u), body), ((ONE, (le(0, body),)), (ONE, (lt(0, exp(-u)),))), inside),
        *bounded(near, x, exp(-u)),
        *bounded((*near, Binding("Forall", u, ())), x, exp(-u)),
        *bounded((*near, Binding("Lambda", u, ())), x, exp(-u)),
        *bounded((Binding("Integral", u, ()),), u, exp(-u)),
        Cited(gamma_integral, {x: ONE}),
        Cited(integral_dominated, exists, near),
    ]
    step = whole("dominated", start, end, bound=exp(-u), base=())
    with pytest.raises(ProofError, match="u already means something here"):
        proved(eq(start, end), rewritten(start, [step], facts))


# --- moments that need not exist ------------------------------------------------------------------

Y = Family("Y", "random")


def shared(term: Basic) -> tuple[Relation, Chain]:
    """term·(1 + x) = term + x·term, which says that the term has a value."""
    before, after = term * (1 + x), term + x * term
    return eq(before, after), rewritten(before, [whole("algebra", before, after)])


@pytest.mark.parametrize("term", [E(E(X[1])), E(Y[1] * E(X[1])), Var(Y[1] + E(X[1]))], ids=str)
def test_a_mean_inside_a_moment_exists_by_no_moment_of_the_rest(term: Basic) -> None:
    """E(Y_1·E(X_1)) has no value where X_1 is a Cauchy variable."""
    goal, proof = shared(term)
    with pytest.raises(ProofError, match=r"does not follow that moment\(X, 1\)"):
        proved(goal, proof, Predicate("moment", Y, 2))
    proved(goal, proof, Predicate("moment", Y, 2), Predicate("moment", X, 1))


ROOT = sqrt(X[1])


@pytest.mark.parametrize(
    "term", [Var(ROOT), E((1 + ROOT) ** 2), Var(X[2] * ROOT), Var(X[1] ** Rational(3, 2))], ids=str
)
def test_a_square_with_a_mean_need_not_be_the_square_of_anything(term: Basic) -> None:
    """Var(√X_1) has no value where X_1 is −1, though E((√X_1)²) looks like E(X_1)."""
    goal, proof = shared(term)
    known = [eq(E(power), x) for power in (X[1], X[2] ** 2 * X[1], X[1] ** 3)]
    with pytest.raises(ProofError, match=r"does not follow that Exists"):
        proved(goal, proof, *known)
    named = [eq(E(part), x) for part in (ROOT, X[2] * ROOT, X[1] ** Rational(3, 2))]
    proved(goal, proof, *known, *named)


def test_a_moment_exists_because_it_is_named_and_not_where_another_is() -> None:
    """E(1/X_1) has no value where X_1 = 0, whatever E(X_1), E(1/X_1²) and E(1/X_2) are."""
    start, end = E(1 / X[1]), E(1 / X[1])
    goal, proof = shared(start)
    others = [eq(E(X[1]), x), eq(E(1 / X[2]), x), Predicate("moment", X, 4)]
    with pytest.raises(ProofError, match=r"does not follow that Exists\(E\(1/X"):
        proved(goal, proof, *others)
    for named in (eq(start, x), Relation("!=", x, end), lt(end, x)):
        proved(goal, proof, named)


def test_a_chain_of_moments_says_nothing_until_one_exists() -> None:
    """E(1/X_1 + 0) = E(1/Y_1) where X_1 = Y_1: if both are 0, neither side has a value."""
    start, end = E(1 / X[1]), E(1 / Y[1])
    step = Step("given", X[1], Y[1], end, "=", {"formula": eq(X[1], Y[1]), "value": None})
    goal, proof = eq(start, end), rewritten(start, [step])
    with pytest.raises(ProofError, match=r"does not follow that Exists\(E\(1/Y"):
        proved(goal, proof, eq(X[1], Y[1]))
    proved(goal, proof, eq(X[1], Y[1]), eq(end, x))


def test_what_is_divided_by_is_not_cancelled_inside_a_moment() -> None:
    """E(X_1·Y_1·(1/X_1 + 1)) is not E(Y_1 + X_1·Y_1) for X_1 = 0, Y_1 = 1."""
    inner = X[1] * Y[1] * (1 / X[1] + 1)
    end = E(Y[1] + X[1] * Y[1])
    step = Step("algebra", inner, Y[1] + X[1] * Y[1], end, "=", {})
    with pytest.raises(ProofError, match=r"does not follow that X\[1\] != 0"):
        proved(eq(E(inner), end), rewritten(E(inner), [step]), eq(E(inner), x), eq(end, y))
