import pickle

import pytest
from sympy import Dummy, I, Integer, Lambda, Rational, S, Symbol, latex

from radam_sym.kernel.heads import (
    DOMAINS,
    Applied,
    Definition,
    E,
    Family,
    Forall,
    Member,
    Var,
    domain,
    exact,
)
from tests.kernel.proofs import X, eq, f, i, refused, s, t, x, y


@pytest.mark.parametrize("name", DOMAINS)
def test_each_domain_is_recognised(name: str) -> None:
    assert domain(Symbol("v", **DOMAINS[name])) == name


@pytest.mark.parametrize(
    "symbol",
    [
        Symbol("v"),
        Symbol("v", even=True),
        Symbol("v", real=True, nonzero=True),
        Symbol("v", complex=True),
        Dummy("v", real=True),
        x + 1,
        Integer(1),
    ],
    ids=repr,
)
def test_a_symbol_with_other_assumptions_has_no_domain(symbol: Symbol) -> None:
    with refused("is not a symbol whose domain is"):
        domain(symbol)


def test_a_family_has_a_plain_name_and_one_of_five_kinds() -> None:
    assert (X.name, X.kind) == ("X", "random")
    assert Family("a").kind == "sequence"
    with refused("not a plain name"):
        Family("a b", "random")
    with refused("not a plain name"):
        Family("__import__('os').system('true')", "random")
    assert Family("a", "positive sequence").kind == "positive sequence"
    with refused("is not one of sequence, positive sequence, random, function, positive function"):
        Family("a", "matrix")


def test_families_of_one_name_and_two_kinds_are_two() -> None:
    assert Family("X", "random") != Family("X", "sequence")
    assert Family("X", "random") == X


def test_members_are_made_by_indexing_and_by_calling() -> None:
    assert X[i] == Member(X, i)
    assert f(x) == Member(f, x)
    assert X[1] == Member(X, Integer(1))
    assert str(X[i]) == "X[i]"
    assert str(f(x)) == "f(x)"


def test_a_family_is_not_iterated() -> None:
    with pytest.raises(TypeError, match="can't be iterated"):
        list(X)


def test_a_family_maps_to_a_lambda_over_integers() -> None:
    squares = X.map(lambda member: member**2)
    assert squares == Lambda(i, X[i] ** 2)


@pytest.mark.parametrize("value", [0.5, True, "x", None, X, eq(x, y), 1j], ids=repr)
def test_what_is_not_exact_is_no_expression(value: object) -> None:
    with refused("is not an exact expression"):
        exact(value)


@pytest.mark.parametrize("value", [3, -1, Rational(1, 2), x, X[i], S.ImaginaryUnit * I], ids=repr)
def test_integers_and_expressions_are_exact(value: object) -> None:
    assert exact(value) == value
    assert not isinstance(exact(value), int)


def test_floats_do_not_get_into_members_moments_and_definitions() -> None:
    for make in (
        X.__getitem__,
        E,
        Var,
        lambda v: Definition("d", (x,), v),
        Definition("d", (x,), x),
    ):
        with refused("is not an exact expression"):
            make(0.5)


def test_a_definition_takes_as_many_arguments_as_it_has_parameters() -> None:
    ratio = Definition("ratio", (x, y), x / y)
    assert ratio(1, 2) == Applied(ratio, Integer(1), Integer(2))
    for wrong in ((), (1,), (1, 2, 3)):
        with refused(r"ratio takes \(x, y\)"):
            ratio(*wrong)


def test_definitions_of_one_name_and_two_bodies_are_two() -> None:
    one, other = Definition("d", (x,), x), Definition("d", (x,), x + 1)
    assert one != other
    assert one(y) != other(y)
    assert (one.name, one.parameters, one.body, one.notation) == ("d", (x,), x, "")


def test_heads_print_themselves() -> None:
    noted = Definition("n", (s, t), s[t], notation="n_{t}")
    plain = Definition("d", (x,), x)
    assert str(E(X[1])) == "E(X[1])"
    assert str(noted(s, 2)) == "n(s, 2)"
    assert str(plain) == "d"
    assert str(X) == "X"
    assert str(Forall(t, eq(s[t], 0))) == "s[t] = 0 for every positive integer t"
    assert latex(noted(s, 2)) == "n_{2}"
    assert latex(noted(s, 2) ** 2) == "n_{2}^{2}"
    assert latex(plain(y)) == r"\operatorname{d}\left(y\right)"
    assert latex(Definition("k", (X,), Var(X[1]))(X.map(lambda v: v**2))).endswith(
        r"\left(X_{i}^{2}\right)"
    )
    assert latex(X[i]) == "X_{i}"
    assert latex(X[i] ** 2) == "X_{i}^{2}"
    assert latex(f(x)) == r"f\left(x\right)"
    assert latex(Var(X[1])) == r"\operatorname{Var}\left[X_{1}\right]"
    assert latex(E(X[1]) ** 2) == r"\operatorname{E}\left[X_{1}\right]^{2}"


def test_a_notation_shows_the_arguments_and_what_it_leaves_out() -> None:
    pair = Definition("pair", (x, y), x + y, notation="p_{x}^{y}")
    assert latex(pair(y, x)) == "{p_{y}^{x}}"
    assert latex(pair(2, 3) ** 2) == "{p_{2}^{3}}^{2}"
    size = Definition("size", (x, t), x**t, notation="n_{t}")
    assert latex(size(x, 2)) == "n_{2}"
    assert latex(size(y, 2)) == r"n_{2}\left(y\right)"
    assert latex(size(x**2, t)) == r"n_{t}\left(x^{2}\right)"


def test_heads_are_real_for_sympy() -> None:
    for term in (X[i], E(X[1]), Var(X[1]), Definition("d", (x,), x)(y)):
        assert term.is_real
        assert term.is_commutative
        assert pickle.loads(pickle.dumps(term)) == term
