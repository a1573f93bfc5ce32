import copy
import dataclasses
import pickle
from typing import Any

import pytest
from sympy import Basic, Integer, Lambda, Limit, Rational, Sum, Symbol, exp, log, oo, sqrt

from radam_sym.kernel.axioms import power_vanishing
from radam_sym.kernel.conditions import Binding, binding
from radam_sym.kernel.context import Context
from radam_sym.kernel.errors import ProofError
from radam_sym.kernel.format import dumps
from radam_sym.kernel.formulas import Predicate, Relation, Statement
from radam_sym.kernel.heads import Definition, E, Forall
from radam_sym.kernel.rules import Step
from radam_sym.kernel.theorem import (
    Cases,
    Chain,
    Cited,
    Combined,
    Induction,
    Source,
    Specialised,
    Theorem,
    axiom,
    check_start,
    establish,
    genuine,
    is_model,
    model,
    prove,
)
from radam_sym.proof import algebra, chain, cite, derivation
from tests.kernel.proofs import (
    BETWEEN,
    NOWHERE,
    ONE,
    TWO,
    UNDER,
    ZERO,
    X,
    eq,
    f,
    i,
    inequality,
    integral,
    le,
    lt,
    n,
    ne,
    positive,
    proved,
    q,
    refused,
    s,
    step,
    t,
    tending,
    u,
    x,
    y,
    z,
)

square = step("algebra", (x + 1) ** 2, x**2 + 2 * x + 1)
theorem = proved(square)


# --- sealed ---------------------------------------------------------------------------------------


def test_a_theorem_says_what_it_says() -> None:
    assert str(theorem.statement.conclusion) == "(x + 1)**2 = x**2 + 2*x + 1"
    assert repr(theorem) == "<Theorem test: (x + 1)**2 = x**2 + 2*x + 1>"
    assert theorem.source == NOWHERE
    assert theorem.marks == frozenset()
    assert theorem.rests_on == ()
    assert str(Source("A paper", "section 2")) == "A paper, section 2"
    assert str(Source("A paper")) == "A paper"


def test_a_theorem_is_made_by_proving_it_alone() -> None:
    with pytest.raises(TypeError, match="made by proving it"):
        Theorem()
    with pytest.raises(TypeError, match="made by proving it"):
        Theorem(id="false", statement=theorem.statement)
    with pytest.raises(TypeError, match="no subclasses"):
        type("Mine", (Theorem,), {})


def test_a_theorem_does_not_change() -> None:
    for name in ("id", "statement", "marks", "anything"):
        with pytest.raises(AttributeError, match="does not change"):
            setattr(theorem, name, None)
        with pytest.raises((AttributeError, TypeError)):
            delattr(theorem, name)
    assert theorem.id == "test"


@pytest.mark.parametrize(
    "duplicate",
    [
        copy.copy,
        copy.deepcopy,
        pickle.dumps,
        lambda t: pickle.dumps(t, protocol=2),
        lambda t: dataclasses.replace(t, id="other"),
    ],
)
def test_a_theorem_is_not_copied_pickled_or_replaced(duplicate: Any) -> None:
    with pytest.raises(TypeError):
        duplicate(theorem)


def husk() -> Any:
    """What looks like a theorem that says 0 = 1, and was never proved."""
    made: Any = object.__new__(Theorem)  # type: ignore[arg-type]
    says = Statement((), eq(0, 1))
    values = {"id": "husk", "statement": says, "proof": None, "note": "", "source": NOWHERE}
    for name, value in {**values, "marks": frozenset(), "rests_on": ()}.items():
        object.__setattr__(made, name, value)
    return made


def test_a_husk_is_refused_by_citation_display_and_export() -> None:
    false = husk()
    with refused("not a theorem that the kernel made"):
        genuine(false)
    with refused("not a theorem that the kernel made"):
        repr(false)
    with refused("not a theorem that the kernel made"):
        dumps([false])
    with refused("not a theorem that the kernel made"):
        proved(step("cite", ZERO, ONE, theorem=false, instance={}))
    with refused("not a theorem that the kernel made"):
        proved(square, facts=[Cited(false)])
    with refused("not a theorem that the kernel made"):
        establish(Context(), Cited(false))


@pytest.mark.parametrize("impostor", [None, "theorem", 0, theorem.statement, Statement], ids=str)
def test_what_is_no_theorem_is_no_theorem(impostor: Any) -> None:
    with refused("not a theorem that the kernel made"):
        genuine(impostor)


def test_a_look_alike_is_no_theorem() -> None:
    class LookAlike:
        __class__ = Theorem  # type: ignore[assignment]
        id, statement, rests_on = "like", theorem.statement, ()

        def __hash__(self) -> int:
            return hash(theorem)

        def __eq__(self, other: object) -> bool:
            return True

    with refused("not a theorem that the kernel made"):
        genuine(LookAlike())


# --- statements -----------------------------------------------------------------------------------


def test_a_statement_is_admitted_before_it_is_proved() -> None:
    for bad in (
        Statement((), eq(x, x)),
        Statement((lt(0, Symbol("x", positive=True)),), eq(x, y)),
        Statement((), x < y),
        Statement((), Forall(x, eq(x, y))),
    ):
        with pytest.raises(ProofError):
            prove("bad", bad, Chain(x, ()), NOWHERE)
        with pytest.raises(ProofError):
            axiom("bad", bad, NOWHERE)


def test_a_chain_proves_what_it_says_and_no_more() -> None:
    for conclusion in (eq(x**2 + 2 * x + 1, (x + 1) ** 2), eq((x + 1) ** 2, x), lt(x, x + 1)):
        with refused("the chain proves"):
            prove("other", Statement((), conclusion), Chain(square.old, (square,)), NOWHERE)
    weaker = le((x + 1) ** 2, x**2 + 2 * x + 1)
    prove("weaker", Statement((), weaker), Chain(square.old, (square,)), NOWHERE)


def test_the_relations_of_a_chain_add_up() -> None:
    up = inequality("<=", x, x + 1, (1, []))
    further = inequality("<", x + 1, x + 2, (1, []))
    same = step("algebra", (x + 1) ** 2, x**2 + 2 * x + 1)
    double = (x + 1) ** 2 - x**2 - x
    expanded, folded = (step("algebra", x + 1, double), step("algebra", double, x + 1))
    given = Chain(x, (up, further))

    def says(relation: Relation, chain: Chain) -> Theorem:
        return prove("r", Statement((), relation), chain, NOWHERE)

    says(lt(x, x + 2), given)
    says(le(x, x + 2), given)
    says(lt(x, x + 2), Chain(x, (up, expanded, folded, further)))
    says(le(x, x + 1), Chain(x, (up,)))
    says(eq(same.old, same.new), Chain(same.old, (same,)))
    for relation, short in (
        (eq(x, x + 2), given),
        (ne(x, x + 2), given),
        (lt(x, x + 1), Chain(x, (up,))),
        (eq(x, x + 1), Chain(x, (up,))),
        (ne(x, x + 1), Chain(x, (up,))),
        (lt(same.old, same.new), Chain(same.old, (same,))),
        (ne(same.old, same.new), Chain(same.old, (same,))),
    ):
        with refused("the chain proves"):
            says(relation, short)


def test_a_chain_is_made_of_three_relations() -> None:
    apart = inequality("!=", x, x + 1, (1, []))
    with refused("a chain is made of =, <= and <"):
        prove("apart", Statement((), ne(x, x + 1)), Chain(x, (apart,)), NOWHERE)
    with refused("a chain is made of =, <= and <"):
        prove("apart", Statement((), eq(x, x + 1)), Chain(x, (apart,)), NOWHERE)


def test_every_step_is_checked() -> None:
    first = step("algebra", (x + 1) ** 2, x**2 + 2 * x + 1)
    wrong = step("algebra", x**2 + 2 * x + 1, x**2)
    back = step("algebra", x**2, x**2 + x - x)
    assert back.old == back.new
    with refused("the two sides differ"):
        proved(first, wrong)
    with refused("the two sides differ"):
        proved(step("algebra", x**2, x), first, start=x**2)
    with refused("does not occur"):
        proved(first, first)


def test_two_symbols_of_one_name_are_refused_in_a_chain() -> None:
    other = Symbol("x", positive=True)
    line = step("given", y, other, formula=eq(y, other), value=None)
    with refused("two variables of one name: x"):
        prove(
            "two",
            Statement((eq(y, z),), eq(y, z)),
            Chain(y, (line, step("given", other, x, formula=eq(other, x), value=None))),
            NOWHERE,
        )


def test_a_chain_starts_at_what_has_a_value() -> None:
    for start in (1 / y, log(y), sqrt(y), Sum(s[i], (i, 1, n)), q**n, Limit(x / y, x, 1)):
        with refused("chain: it does not follow that"):
            check_start(Context(), start)
    with refused("not an admitted head"):
        check_start(Context(), oo)
    check_start(Context([ne(y, 0)]), 1 / y)
    inverse = step("given", 1 / y, x, formula=eq(1 / y, x), value=None)
    with refused("chain: it does not follow that y != 0"):
        proved(inverse, given=[eq(1 / y, x)])


def test_a_limit_may_be_shown_to_exist_further_on() -> None:
    limit = Limit(q**n, n, oo)
    given = [lt(0, q), lt(q, 1)]
    cited = step("cite", limit, ZERO, theorem=power_vanishing, instance={})
    proved(cited, given=given)
    with refused("cite: it does not follow that 0 < q"):
        proved(cited)


def test_two_limits_are_not_equal_because_neither_exists() -> None:
    first, second = Limit(s[n] * (q + 1), n, oo), Limit(s[n] * q + s[n], n, oo)
    line = Step("algebra", s[n] * (q + 1), s[n] * q + s[n], second)
    with refused("chain: it does not follow that Exists"):
        proved(line, start=first)
    proved(line, start=first, given=[eq(second, x)])


def test_a_limit_that_a_step_shows_to_exist_need_not_be_named() -> None:
    assert proved(tending(), given=BETWEEN, facts=UNDER).marks == {"axiom:bounded"}


def test_two_integrals_and_two_means_are_not_equal_because_neither_exists() -> None:
    for first, second in (
        (integral(y * (y + positive)), integral(y**2 + y * positive)),
        (E(exp(X[1]) * (y + X[2])), E(exp(X[1]) * y + exp(X[1]) * X[2])),
    ):
        [old], [new] = ([part.args[0]] for part in (first, second))
        with refused("chain: it does not follow that Exists"):
            proved(Step("algebra", old, new, second), start=first)


def test_a_line_that_has_a_value_keeps_it_when_a_part_is_rewritten() -> None:
    line = step("given", x, y, 1 / (y + 1), formula=eq(x, y), value=None)
    proved(line, start=1 / (x + 1), given=[eq(x, y), ne(x + 1, 0)])


# --- facts ----------------------------------------------------------------------------------------


def test_facts_are_established_in_turn() -> None:
    first = Combined(lt(0, 2 * x + 1), ((TWO, (lt(0, x),)), (ONE, ())))
    second = Combined(lt(0, (2 * x + 1) * x), ((ONE, (lt(0, 2 * x + 1), lt(0, x))),))
    goal = inequality("<", 0, (2 * x + 1) * x, (1, [lt(0, (2 * x + 1) * x)]))
    proved(goal, given=[lt(0, x)], facts=[first, second])
    with refused("it does not follow that"):
        proved(goal, given=[lt(0, x)], facts=[second, first])
    with refused("it does not follow that"):
        proved(goal, given=[lt(0, x)], facts=[first])
    with refused("it does not follow that 0 < x"):
        proved(goal, facts=[first, second])


def test_a_cited_fact_has_hypotheses_that_follow() -> None:
    positive = proved(inequality("<", 0, x + 1, (1, [lt(0, x)]), (1, [])), given=[lt(0, x)])
    goal = inequality("<", 0, y + 1, (1, [lt(0, y + 1)]))
    proved(goal, given=[lt(0, y)], facts=[Cited(positive, {x: y})])
    with refused("cite: it does not follow that 0 < y"):
        proved(goal, given=[le(0, y)], facts=[Cited(positive, {x: y})])


def test_what_is_said_of_every_value_is_a_fact_of_one() -> None:
    weights = Forall(n, le(0, s[n]))
    goal = inequality("<=", 0, 2 * s[3], (2, [le(0, s[3])]))
    proved(goal, given=[weights], facts=[Specialised(weights, Integer(3))])
    with refused("given: it does not follow that 0 <= s"):
        proved(goal, facts=[Specialised(weights, Integer(3))])
    for value, reason in ((x, "n is an integer, x need not be"), (X[1], "n is not random")):
        with refused(reason):
            proved(goal, given=[weights], facts=[Specialised(weights, value)])
    later = Forall(t, le(0, s[t]))
    with refused("it does not follow that 1 <= 0"):
        proved(goal, given=[later], facts=[Specialised(later, ZERO)])
    with refused("it does not follow that y != 0"):
        real = Forall(x, le(0, f(x)))
        proved(goal, given=[real], facts=[Specialised(real, 1 / y)])


def test_what_is_said_of_every_value_does_not_capture() -> None:
    """0 ≤ s_n + i for all n (i being free) says nothing of 0 ≤ s_i + i under the sum over i."""
    total = Sum(s[i], (i, 1, t))
    path = (binding(total),)
    said = Forall(n, le(0, s[n] + i))
    goal = inequality("<=", 0, 2 * s[3] + 2 * i, (2, [le(0, s[3] + i)]))
    proved(goal, given=[said], facts=[Specialised(said, Integer(3))])
    with refused("given: it does not follow that 0 <= i"):
        proved(goal, given=[said], facts=[Specialised(said, i, path)])
    summed = Forall(n, le(0, Sum(s[i] * n, (i, 1, t))))
    with refused("it does not follow that 0 <= Sum"):
        proved(
            inequality("<=", 0, Sum(s[i] * i, (i, 1, t)), (1, [le(0, Sum(s[i] * i, (i, 1, t)))])),
            given=[summed],
            facts=[Specialised(summed, i), Combined(le(0, t), ((ONE, (le(1, t),)), (ONE, ())))],
        )


def test_a_fact_of_a_place_is_known_at_that_place() -> None:
    total = Sum(1 / (i + 1), (i, 1, 3))
    path = (binding(total),)
    fact = Combined(ne(i + 1, 0), ((-ONE, (lt(0, i + 1),)),), path)
    before = Combined(lt(0, i + 1), ((ONE, (le(1, i),)), (TWO, ())), path)
    line = step("sums", total, Sum(1 / i, (i, 2, 4)), operation="shift", at=ONE)
    later = (Binding("Sum", i, (TWO, Integer(4))),)
    nonzero = [
        Combined(lt(0, i), ((ONE, (le(2, i),)), (TWO, ())), later),
        Combined(ne(i, 0), ((-ONE, (lt(0, i),)),), later),
    ]
    proved(line, facts=[before, fact, *nonzero])
    with refused(r"it does not follow that i \+ 1 != 0, for i under Sum"):
        proved(line, facts=nonzero)
    for bound in ((), (Binding("Sum", i, (ZERO, Integer(3))),), (Binding("Lambda", i, ()),)):
        with refused("it does not follow that"):
            moved = [Combined(f.relation, f.combination, bound) for f in (before, fact)]
            proved(line, facts=[*moved, *nonzero])


# --- marks ----------------------------------------------------------------------------------------


def test_an_axiom_marks_all_that_rests_on_it() -> None:
    assumed = axiom("mine", Statement((lt(0, x),), lt(0, x**3)), NOWHERE, "a note")
    assert (assumed.marks, assumed.note, assumed.proof) == (
        frozenset({"axiom:mine"}),
        "a note",
        None,
    )
    goal = inequality("<", 0, 2 * x**3, (2, [lt(0, x**3)]))
    resting = proved(goal, given=[lt(0, x)], facts=[Cited(assumed)], id="resting")
    assert resting.marks == {"axiom:mine"}
    assert resting.rests_on == (assumed,)
    further = proved(
        inequality("<", 0, 4 * x**3, (2, [lt(0, 2 * x**3)])),
        given=[lt(0, x)],
        facts=[Cited(resting)],
    )
    assert further.marks == {"axiom:mine"}
    assert further.rests_on == (resting,)


def test_a_model_marks_all_that_rests_on_it() -> None:
    assumed = model("theirs", Statement((), lt(0, y)), NOWHERE, "a note")
    assert assumed.marks == {"model:theirs"}
    assert (assumed.note, assumed.proof, assumed.rests_on) == ("a note", None, ())
    resting = proved(inequality("<", 0, 2 * y, (2, [lt(0, y)])), facts=[Cited(assumed)])
    assert resting.marks == {"model:theirs"}
    assert is_model(assumed)
    proof_of_a_model = axiom("model:x", Statement((), lt(0, y)), NOWHERE)
    for other_one in (resting, proof_of_a_model, power_vanishing):
        assert not is_model(other_one)
    named = proved(inequality("<", 0, 2 * y, (2, [lt(0, y)])), facts=[Cited(assumed)], id="theirs")
    assert not is_model(named)
    with refused("the two sides are identical"):
        model("nothing", Statement((), eq(y, y)), NOWHERE)


def test_marks_come_from_facts_and_from_steps_and_from_both_parts_of_an_induction() -> None:
    one, other = (
        axiom(name, Statement((), eq(s[k], s[k + 1])), NOWHERE)
        for name, k in (("one", 1), ("other", 2))
    )
    both = proved(
        step("cite", s[1], s[2], theorem=one, instance={}),
        step("cite", s[2], s[3], theorem=other, instance={}),
    )
    assert both.marks == {"axiom:one", "axiom:other"}
    assert both.rests_on == (one, other)
    named_alike = axiom("one", Statement((), eq(s[2], s[3])), NOWHERE)
    again = proved(
        step("cite", s[1], s[2], theorem=one, instance={}),
        step("cite", s[2], s[3], theorem=named_alike, instance={}),
    )
    assert again.rests_on == (one, named_alike)
    with refused("two theorems have the id one"):
        dumps([again])


# --- induction ------------------------------------------------------------------------------------

gauss = eq(Sum(i, (i, 1, t)), t * (t + 1) / 2)
whole = Sum(i, (i, 1, t + 1))
parts = Sum(i, (i, 1, t)), Sum(i, (i, t + 1, t + 1))
base = Chain(
    Sum(i, (i, 1, 1)), (step("sums", Sum(i, (i, 1, 1)), ONE, operation="single", at=None),)
)
more = Chain(
    whole,
    (
        step("sums", whole, parts[0] + parts[1], operation="split", at=t),
        step("sums", parts[1], t + 1, parts[0] + t + 1, operation="single", at=None),
        step("given", parts[0], gauss.right, gauss.right + t + 1, formula=gauss, value=None),
        step("algebra", gauss.right + t + 1, (t + 1) * (t + 2) / 2),
    ),
    (
        Combined(le(0, t), ((ONE, (le(1, t),)), (ONE, ()))),
        Combined(le(0, t + 1), ((ONE, (le(0, t),)), (ONE, ()))),
    ),
)


def inductive(
    claim: Relation = gauss,
    variable: Any = t,
    first: Any = ONE,
    base: Chain = base,
    more: Chain = more,
    given: Any = (),
) -> Theorem:
    proof = Induction(variable, first, base, more)
    return prove("gauss", Statement(tuple(given), claim), proof, NOWHERE)


def test_an_induction_proves_its_claim() -> None:
    assert inductive().statement.conclusion == gauss


def test_an_induction_needs_both_parts() -> None:
    wrong = eq(Sum(i, (i, 1, t)), t * (t + 1) / 2 + 1)
    with refused("the chain proves"):
        inductive(claim=wrong)
    with refused("the chain proves"):
        inductive(base=Chain(ONE, ()))
    with pytest.raises(ProofError):
        inductive(more=base)
    with pytest.raises(ProofError):
        inductive(base=more)


def test_the_claim_is_a_hypothesis_of_the_second_part_only() -> None:
    claim = lt(0, x * t)
    step_ = inequality("<", 0, x * (t + 1), (1, [claim]), (1, [lt(0, x)]))
    first = inequality("<", 0, x, (1, [lt(0, x)]))
    inductive(claim, base=Chain(ZERO, (first,)), more=Chain(ZERO, (step_,)), given=[lt(0, x)])
    assuming = Chain(ZERO, (inequality("<", 0, x, (1, [lt(0, x)])),))
    with refused("it does not follow that 0 < x"):
        inductive(claim, base=assuming, more=Chain(ZERO, (step_,)))
    with refused("it does not follow that 0 < t.x"):
        proved(step_, given=[lt(0, x)])


def test_the_second_part_may_use_that_the_variable_is_not_before_the_first() -> None:
    claim = le(3, t)
    chain_ = Chain(Integer(3), (inequality("<=", 3, t + 1, (1, [le(3, t)]), (1, [])),))
    at_three = Chain(Integer(3), (inequality("<=", 3, 4, (1, [])),))
    with refused("the chain proves"):
        inductive(claim, first=Integer(3), base=at_three, more=chain_, given=[le(3, t)])
    uses_first = Chain(ZERO, (inequality("<", 0, t + 1, (1, [le(2, t)]), (3, [])),))
    at_two = Chain(ZERO, (inequality("<", 0, 2, (2, [])),))
    inductive(lt(0, t), first=TWO, base=at_two, more=uses_first, given=[le(2, t)])
    at_one = Chain(ZERO, (inequality("<", 0, 1, (1, [])),))
    with refused("it does not follow that 2 <= t"):
        inductive(lt(0, t), first=ONE, base=at_one, more=uses_first)


@pytest.mark.parametrize(
    ("variable", "first", "given", "reason"),
    [
        (u, ZERO, (), "u is not a variable of the statement"),
        (X, ONE, (), "X is not a variable of the statement"),
        (s, ONE, (), "s is not a variable of the statement"),
        (x, ONE, (), "x is not an integer"),
        (t, x, (), "x is not an integer to begin at"),
        (t, n, (), "n is not an integer to begin at"),
        (t, ZERO, (), "0 is not in the domain of t"),
        (t, Integer(-1), (), "-1 is not in the domain of t"),
        (t, TWO, (), "is not about t from 2 on only"),
        (n, ZERO, (), "is not about n from 0 on only"),
        (t, ONE, [lt(x, t)], "a hypothesis other than 1 <= t speaks of t"),
        (t, TWO, [le(3, t)], "a hypothesis other than 2 <= t speaks of t"),
        (t, TWO, [le(2, t), le(t, 9)], "a hypothesis other than 2 <= t speaks of t"),
        (t, TWO, [Forall(x, eq(x * t, x))], "a hypothesis other than 2 <= t speaks of t"),
    ],
    ids=range(14),
)
def test_an_induction_begins_where_the_statement_does(
    variable: Any, first: Any, given: Any, reason: str
) -> None:
    claim = lt(0, s[1] ** 2 + t**2 + n**2 + x**2 + 1)
    claim = lt(0, t**2 + n**2 + x**2 + s[1] ** 2 + 1) if variable is s else claim
    with refused(reason):
        inductive(
            claim if variable is not s else lt(0, t**2 + 1),
            variable,
            first,
            Chain(ZERO, ()),
            Chain(ZERO, ()),
            given,
        )


def test_an_induction_is_on_a_symbol() -> None:
    with refused("s is not a variable of the statement"):
        inductive(lt(0, s[1] ** 2 + 1), s, ONE, Chain(ZERO, ()), Chain(ZERO, ()))


def test_an_induction_over_all_integers_begins_where_a_hypothesis_says() -> None:
    claim = lt(0, n + 4)
    at_first = Chain(ZERO, (inequality("<", 0, 1, (1, [])),))
    next_ = Chain(ZERO, (inequality("<", 0, n + 5, (1, [claim]), (1, [])),))
    inductive(claim, n, Integer(-3), at_first, next_, given=[le(-3, n)])
    with refused("is not about n from -3 on only"):
        inductive(claim, n, Integer(-3), at_first, next_)


def test_the_claim_of_an_induction_has_a_value_from_the_first_on() -> None:
    """(x t + (t − 1) y)/x looks like 1 at t = 1, and has no value where x is 0."""
    claim = lt(0, (x * t + (t - 1) * y) / x)
    first = Chain(ZERO, (inequality("<", 0, 1, (1, [])),))
    goal = (x * (t + 1) + t * y) / x
    next_ = Chain(ZERO, (inequality("<", 0, goal, (1, [claim]), (1, []), (1 / x, [eq(0, y)])),))
    inductive(claim, base=first, more=next_, given=[ne(x, 0), eq(0, y)])
    with refused("it does not follow that x != 0"):
        inductive(claim, base=first, more=next_, given=[eq(0, y)])
    ratio = Definition("ratio", (t, x), t / x)
    with refused("it does not follow that x != 0"):
        inductive(lt(0, ratio(t, x)), base=first, more=first)


# --- circles --------------------------------------------------------------------------------------


def test_a_circle_of_citations_is_refused() -> None:
    @derivation("hen", NOWHERE)
    def hen() -> Any:
        return chain(x).by(cite(egg))

    @derivation("egg", NOWHERE)
    def egg() -> Any:
        return chain(x).by(cite(hen))

    for either in (hen, egg):
        with refused("a circle of citations: "):
            either.theorem  # noqa: B018


def test_a_derivation_that_rests_on_itself_is_refused() -> None:
    @derivation("myself", NOWHERE)
    def myself() -> Any:
        return chain((x + 1) ** 2).by(cite(myself))

    with refused("a circle of citations: myself"):
        myself.theorem  # noqa: B018
    plain = chain((x + 1) ** 2).by(algebra, to=x**2 + 2 * x + 1).qed()
    assert genuine(plain) is plain


# --- predicates -----------------------------------------------------------------------------------


def test_a_chain_does_not_prove_a_predicate() -> None:
    wanted = Predicate("independent", Lambda(i, X[i]))
    with refused("the chain proves"):
        prove("p", Statement((), wanted), Chain(square.old, (square,)), NOWHERE)
    assert isinstance(wanted, Basic)


# --- cases ----------------------------------------------------------------------------------------

CLAIM = le(0, x**2 * (x - 1) ** 2 + (x - 1) ** 2)


def one_side(*combination: Any) -> Chain:
    return Chain(ZERO, (inequality("<=", 0, CLAIM.right, *combination),))


def by_cases(variable: Any, at: Any, below: Chain, above: Chain) -> Theorem:
    return prove("sides", Statement((), CLAIM), Cases(variable, at, below, above), NOWHERE)


LEFT = one_side((x**2, [le(x, 1), le(x, 1)]), (1, [le(x, 1), le(x, 1)]))
RIGHT = one_side((x**2, [le(1, x), le(1, x)]), (1, [le(1, x), le(1, x)]))


def test_a_number_is_on_one_side_or_the_other() -> None:
    assert by_cases(x, ONE, LEFT, RIGHT).statement.conclusion == CLAIM
    assert by_cases(x, Rational(1), LEFT, RIGHT).marks == frozenset()


def test_each_case_knows_its_own_side_alone() -> None:
    with refused("it does not follow that 1 <= x"):
        by_cases(x, ONE, RIGHT, RIGHT)
    with refused("it does not follow that x <= 1"):
        by_cases(x, ONE, LEFT, LEFT)
    for at in (TWO, ZERO):
        with refused("it does not follow that x <= 1"):
            by_cases(x, at, LEFT, RIGHT)


def test_the_cases_are_of_a_real_variable_of_the_statement_at_a_rational_number() -> None:
    for variable in (y, s, Symbol("x", positive=True), x + 1):
        with refused("cases: .* is not a variable of the statement"):
            by_cases(variable, ONE, LEFT, RIGHT)
    of_family = Statement((le(0, s[1]),), le(0, 2 * s[1]))
    line = Chain(ZERO, (inequality("<=", 0, 2 * s[1], (2, [le(0, s[1])])),))
    with refused("cases: s is not a variable of the statement"):
        prove("family", of_family, Cases(s, ONE, line, line), NOWHERE)
    for at in (y, sqrt(2), x, oo, None):
        with refused("cases: .* is not a rational number"):
            by_cases(x, at, LEFT, RIGHT)


def test_both_cases_prove_the_statement() -> None:
    other = Chain(ZERO, (inequality("<=", 0, x**2, (x**2, [])),))
    for chains in ((LEFT, other), (other, RIGHT)):
        with refused("cases?: the chain proves|chain: the chain proves"):
            by_cases(x, ONE, *chains)


def test_the_marks_of_cases_come_from_both() -> None:
    one, two = (axiom(name, Statement((), le(0, CLAIM.right)), NOWHERE) for name in ("one", "two"))
    chains = [
        Chain(ZERO, (inequality("<=", 0, CLAIM.right, (1, [CLAIM])),), (Cited(known),))
        for known in (one, two)
    ]
    both = by_cases(x, ONE, *chains)
    assert both.marks == {"axiom:one", "axiom:two"}
    assert both.rests_on == (one, two)


def test_what_is_bound_is_not_on_either_side() -> None:
    """Σ 1/x for x = 0, 1 has no value, wherever a free x is."""
    total = Sum(1 / n, (n, 0, 1)) + n
    line = Chain(total, (step("algebra", total, n + Sum(1 / n, (n, 0, 1)), total),))
    with refused("it does not follow that n != 0, for n under Sum"):
        prove("bound", Statement((lt(0, n),), le(total, total + 1)), Cases(n, ONE, line, line),
              NOWHERE)  # fmt: skip
