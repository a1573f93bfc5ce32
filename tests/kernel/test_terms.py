import pytest
from sympy import Integer, Lambda, Limit, Rational, Sum, Symbol, exp, log, oo, sqrt

from radam_sym.kernel.heads import Definition, E, Forall, Var
from radam_sym.kernel.terms import (
    alike,
    bind,
    binder,
    body_of,
    canonical,
    every_variable,
    fresh_symbol,
    rebuilt,
    replace,
    substitute,
    unfold,
    unfolded,
    variables,
)
from tests.kernel.proofs import X, a, eq, f, i, j, k, n, positive, refused, s, t, x, y

total = Sum(t * X[i], (i, 1, n))
half_line = Limit(1 / x, x, oo)
at_one = Limit(x**a, x, 1, "-")


def test_binders_are_told_apart_from_other_heads() -> None:
    assert binder(total) == (i, t * X[i], (1, n))
    assert binder(at_one) == (x, x**a, (1, Symbol("-")))
    assert binder(Lambda(i, X[i])) == (i, X[i], ())
    assert binder(Forall(x, eq(x, y))) == (x, eq(x, y), ())
    assert binder(x + 1) is None
    assert body_of(total) == t * X[i]


def test_a_sum_has_one_index() -> None:
    with refused("a sum has one index"):
        binder(Sum(x, (i, 1, 2), (j, 1, 2)))


def test_a_lambda_has_one_index() -> None:
    with refused("a function of one index"):
        binder(Lambda((x, y), x + y))


def test_a_limit_is_not_made_at_a_point_that_speaks_of_its_variable() -> None:
    with refused("x means two things"):
        bind(Limit, x, x**2, (x + 1, Symbol("-")))


def test_variables_are_those_that_are_free() -> None:
    assert variables(total) == {t, X, n}
    assert variables(Limit(x * y, x, a)) == {y, a}
    assert variables(half_line) == frozenset()
    assert variables(Forall(x, eq(x, y))) == {y}
    assert variables(Definition("d", (x,), x)(y)) == {y}
    assert every_variable(total) == {t, X, n, i}
    assert every_variable(Limit(x * y, x, a)) == {x, y, a}
    assert every_variable(x + y + a + i + j + s[n]) == {x, y, a, i, j, s, n}
    assert every_variable(Definition("d", (x,), x)(y)) == {y}


def test_substitution_puts_all_values_in_at_once() -> None:
    assert substitute(x - 2 * y, {x: y, y: x}) == y - 2 * x
    assert substitute(E(X[i] * x), {x: y}) == E(X[i] * y)
    assert substitute(x, {y: x}) == x


def test_substitution_does_not_capture_under_a_sum() -> None:
    found = substitute(total, {t: i})
    assert variables(found) == {i, X, n}
    assert alike(found, Sum(i * X[k], (k, 1, n)))
    assert not alike(found, Sum(i * X[i], (i, 1, n)))


def test_substitution_does_not_capture_under_a_limit_a_lambda_and_a_forall() -> None:
    assert alike(
        substitute(Limit(x * y, x, a), {y: x}),
        bind(Limit, positive_free, x * positive_free, (a, Symbol("+"))),
    )
    assert substitute(Lambda(i, X[i] * n), {n: i}).variables != (i,)
    assert substitute(Forall(x, eq(x, y)), {y: x}).relation.right == x


positive_free = Symbol("w", real=True)


def test_substitution_does_not_capture_what_the_end_of_a_sum_becomes() -> None:
    found = substitute(total, {n: i})
    assert binder(found)[0] != i  # type: ignore[index]
    assert variables(found) == {t, X, i}


def test_substitution_does_not_capture_what_the_point_of_a_limit_becomes() -> None:
    found = substitute(Limit(x**2, x, a), {a: x})
    assert variables(found) == {x}
    assert alike(found, Limit(y**2, y, x))


def test_substitution_leaves_what_is_bound() -> None:
    assert substitute(total, {i: n}) == total
    assert substitute(Sum(s[i], (i, i, n)), {i: k}) == Sum(s[i], (i, k, n))


def test_a_new_name_is_new_in_the_body_too() -> None:
    taken = Symbol("i_1", integer=True)
    found = substitute(Sum(t * taken * X[i], (i, 1, n)), {t: i})
    assert variables(found) == {i, taken, X, n}


def test_a_family_may_become_a_lambda_or_another_family() -> None:
    assert substitute(X[i] + X[1], {X: Lambda(j, s[j] ** 2)}) == s[i] ** 2 + s[1] ** 2
    assert substitute(X[i], {X: s}) == s[i]
    assert substitute(f(X[i]), {f: Lambda(x, x**2)}) == X[i] ** 2
    squares = Definition("d", (X,), Var(X[1]))
    assert substitute(squares(X), {X: Lambda(j, s[j])}) == squares(Lambda(j, s[j]))
    assert substitute(X[i], {X: Lambda(j, s[j]), i: n + 1}) == s[n + 1]


def test_a_lambda_that_speaks_of_a_variable_is_not_captured() -> None:
    found = substitute(Sum(X[j], (j, 1, n)), {X: Lambda(i, s[i] * j)})
    assert variables(found) == {s, j, n}


def test_fresh_symbols_keep_the_domain() -> None:
    fresh = fresh_symbol(t, frozenset([Symbol("t_1"), x]))
    assert fresh == Symbol("t_2", integer=True, positive=True)


def test_terms_are_alike_up_to_the_names_of_bound_variables() -> None:
    assert alike(Sum(s[i], (i, 1, n)), Sum(s[j], (j, 1, n)))
    assert alike(Lambda(i, X[i]), Lambda(k, X[k]))
    assert alike(Sum(Limit(x**i, x, 1), (i, 1, n)), Sum(Limit(y**j, y, 1), (j, 1, n)))
    assert not alike(Sum(s[i], (i, 1, n)), Sum(s[i], (i, 1, n + 1)))
    assert not alike(Limit(x, x, 1, "-"), Limit(x, x, 1, "+"))
    assert not alike(Forall(x, eq(x, y)), Forall(positive, eq(positive, y)))


def test_nested_binders_are_not_confused() -> None:
    first = Sum(n * Limit(x**i, x, 1), (i, 1, n))
    assert alike(first, Sum(n * Limit(y**k, y, 1), (k, 1, n)))
    one = Lambda(i, E(Sum(s[i] * X[j], (j, 1, n))))
    other = Lambda(i, E(Sum(s[j] * X[i], (j, 1, n))))
    assert not alike(one, other)


def test_near_infinity_only_whether_the_variable_is_an_integer_counts() -> None:
    assert alike(Limit(1 / t, t, oo), Limit(1 / n, n, oo))
    assert alike(Limit(1 / positive, positive, oo), Limit(1 / x, x, oo))
    assert not alike(Limit(1 / n, n, oo), Limit(1 / x, x, oo))


def test_every_occurrence_is_replaced_and_its_binders_are_told() -> None:
    paths = []

    def visit(path: tuple[object, ...]) -> Integer:
        paths.append([type(node).__name__ for node in path])
        return Integer(7)

    line = s[n] + Sum(s[n] * i, (i, 1, n)) + Limit(s[n] * x, x, s[n], "+")
    assert replace(line, s[n], visit) == 7 + Sum(7 * i, (i, 1, n)) + Limit(7 * x, x, 7, "+")
    assert sorted(paths) == [[], [], ["Limit"], ["Sum"]]


def test_what_is_alike_is_replaced_and_what_is_bound_elsewhere_is_not() -> None:
    assert replace(Sum(s[i], (i, 1, n)), Sum(s[j], (j, 1, n)), lambda path: x) == x
    assert replace(Sum(s[i], (i, 1, n)), s[j], lambda path: x) == Sum(s[i], (i, 1, n))
    definition = Definition("d", (x,), x + y - y)
    assert replace(definition(x) + x, x, lambda path: y) == definition(y) + y


def test_a_definition_is_unfolded_wherever_it_is_applied() -> None:
    double = Definition("double", (x,), 2 * x)
    quadruple = Definition("quadruple", (x,), double(double(x)))
    assert unfolded(quadruple(y)) == double(double(y))
    assert unfold(quadruple(y), double) == quadruple(y)
    assert unfold(unfold(quadruple(y), quadruple), double) == 4 * y
    assert unfold(Sum(double(i), (i, 1, double(3))), double) == Sum(2 * i, (i, 1, 6))
    assert unfold(x + 1, double) == x + 1


def test_unfolding_does_not_capture() -> None:
    scaled = Definition("scaled", (x, n), Sum(x * s[i], (i, 1, n)))
    assert variables(unfolded(scaled(i, n))) == {i, n, s}


def test_the_root_of_a_square_is_what_the_domain_makes_of_it() -> None:
    assert sqrt(positive**2) == positive
    assert substitute(sqrt(x), {x: positive**2}) == positive


@pytest.mark.parametrize(
    "term",
    [x + 2 * y, Sum(s[i], (i, 1, n)), at_one, Lambda(i, X[i]), Rational(1, 2), exp(x) * log(x), X],
    ids=str,
)
def test_what_sympy_built_is_built_again(term: object) -> None:
    assert rebuilt(term) == term


def test_what_sympy_was_kept_from_evaluating_is_built_otherwise() -> None:
    from sympy import Add

    assert rebuilt(Sum(Add(x, x, evaluate=False), (i, 1, n))) == Sum(2 * x, (i, 1, n))


def test_the_body_of_a_definition_is_its_own() -> None:
    mean = Definition("mean", (X, t), Sum(X[i], (i, 1, t)) / t)
    for change in (canonical, rebuilt, lambda term: replace(term, i, lambda path: k)):
        assert change(mean(X, k)) == mean(X, k)


def test_canonical_names_cannot_be_written() -> None:
    bound = binder(canonical(Sum(s[i], (i, 1, n))))
    assert bound is not None
    assert not str(bound[0]).isidentifier()


def test_terms_of_one_hash_may_be_two() -> None:
    """Python gives −1 and −2 one hash."""
    assert hash(Integer(-1)) == hash(Integer(-2))
    assert not alike(Integer(-1), Integer(-2))
    assert not alike(x - 1, x - 2)
