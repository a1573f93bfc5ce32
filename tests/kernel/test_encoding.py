from math import factorial
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sympy import (
    Basic,
    Integer,
    Lambda,
    Limit,
    Rational,
    Sum,
    Symbol,
    coth,
    exp,
    gamma,
    log,
    oo,
    pi,
    sqrt,
    tanh,
)

from radam_sym.kernel import encoding
from radam_sym.kernel.encoding import (
    MAX_BITS,
    Decoder,
    declarations,
    declared,
    decode_definition,
    encode,
    encode_definition,
)
from radam_sym.kernel.errors import FormatError
from radam_sym.kernel.formulas import Predicate
from radam_sym.kernel.heads import DOMAINS, KINDS, Definition, E, Family, Forall, Var
from tests.kernel.proofs import (
    X,
    a,
    eq,
    f,
    g,
    i,
    integral,
    le,
    lt,
    moment,
    n,
    ne,
    positive,
    refused,
    s,
    t,
    u,
    x,
    y,
)
from tests.strategies import rational_functions

power = Definition("power", (x, t), x**t, notation="{x}^{t}")
mean = Definition("mean", (X, t), Sum(X[i], (i, 1, t)) / t)
VARIABLES = declarations([x, y, a, i, n, t, u, positive, X[i] + s[i] + f(x) + g(x)])
DEFINED = {"power": power, "mean": mean}


def decoder() -> Decoder:
    return Decoder(VARIABLES, DEFINED)


def malformed(reason: str) -> Any:
    return pytest.raises(FormatError, match=reason)


TERMS = [
    (Integer(-3), -3),
    (Rational(-2, 3), ["q", -2, 3]),
    (x, "x"),
    (x + 2 * y, ["+", "x", ["*", 2, "y"]]),
    (x**2 / y, ["*", ["^", "x", 2], ["^", "y", -1]]),
    (sqrt(x), ["^", "x", ["q", 1, 2]]),
    (exp(x) + log(y), ["+", ["exp", "x"], ["log", "y"]]),
    (gamma(x), ["gamma", "x"]),
    (tanh(x) * coth(x), ["*", ["coth", "x"], ["tanh", "x"]]),
    (X[i], ["at", "X", "i"]),
    (f(X[1]), ["at", "f", ["at", "X", 1]]),
    (E(X[1]) + Var(X[1]), ["+", ["E", ["at", "X", 1]], ["Var", ["at", "X", 1]]]),
    (Sum(s[i], (i, 1, n)), ["sum", "i", ["at", "s", "i"], 1, "n"]),
    (Limit(1 / t, t, oo), ["limit", "t", ["^", "t", -1], {"end": "oo"}, {"end": "-"}]),
    (Limit(x, x, a, "+"), ["limit", "x", "x", "a", {"end": "+"}]),
    (power(y, 3), ["def", "power", "y", 3]),
    (pi * x, ["*", ["pi"], "x"]),
    (integral(g(positive)), ["integral", "r", ["at", "g", "r"]]),
    (
        mean(Lambda(i, X[i] ** 2), t),
        ["def", "mean", ["lambda", "i", ["^", ["at", "X", "i"], 2]], "t"],
    ),
]
FORMULAS = [
    (eq(x, 1), ["=", "x", 1]),
    (ne(x, y), ["!=", "x", "y"]),
    (lt(0, x), ["<", 0, "x"]),
    (le(x, y), ["<=", "x", "y"]),
    (Forall(t, eq(s[t], 0)), ["forall", "t", ["=", ["at", "s", "t"], 0]]),
    (Predicate("independent", X), ["independent", "X"]),
    (moment(Lambda(i, X[i] ** 2), 4), ["moment", ["lambda", "i", ["^", ["at", "X", "i"], 2]], 4]),
]


@pytest.mark.parametrize(("term", "data"), TERMS, ids=str)
def test_a_term_as_nested_lists_and_back(term: Basic, data: Any) -> None:
    assert encode(term) == data
    assert decoder().term(data) == term


@pytest.mark.parametrize(("formula", "data"), FORMULAS, ids=str)
def test_a_formula_as_nested_lists_and_back(formula: Basic, data: Any) -> None:
    assert encode(formula) == data
    assert decoder().formula(data) == formula


@settings(max_examples=200, deadline=None)
@given(rational_functions(x, y, t, s[i], sqrt(x), x**t, exp(y)))
def test_terms_come_back_as_they_were(term: Any) -> None:
    assert decoder().term(encode(term)) == term


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (True, "True is not a list"),
        (1.0, "1.0 is not a list"),
        (None, "None is not a list"),
        ({"end": "oo"}, "is not a list"),
        ({}, "is not a list"),
        ([], "it has no head"),
        ([[]], "is not a known head"),
        ([1, 2], "1 is not a known head"),
        (["sin", "x"], "'sin' is not a known head"),
        (["__import__('os').system('true')"], "is not a known head"),
        (["Add", 1, 2], "is not a known head"),
        ("w", "'w' is not a known variable"),
        ("oo", "'oo' is not a known variable"),
        ("__import__('os')", "is not a known variable"),
        (["+"], "can't have 0 parts"),
        (["+", "x"], "can't have 1 parts"),
        (["*", "x"], "can't have 1 parts"),
        (["^", "x"], "can't have 1 parts"),
        (["^", "x", 2, 3], "can't have 3 parts"),
        (["exp"], "can't have 0 parts"),
        (["E", "x", "y"], "can't have 2 parts"),
        (["at", "X"], "can't have 1 parts"),
        (["sum", "i", "x", 1], "can't have 3 parts"),
        (["integral", "r", "x", 0], "can't have 3 parts"),
        (["integral", 1, "x"], "1 is not a known variable"),
        (["pi", 1], "can't have 1 parts"),
        (["limit", "x", "x", 1], "can't have 3 parts"),
        (["lambda", "i"], "can't have 1 parts"),
        (["def"], "can't have 0 parts"),
        (["def", "nothing", 1], "'nothing' is not a known definition"),
        (["def", ["power"], 1], "is not a known definition"),
        (["q", 1, 0], "1/0 is not a fraction in lowest terms"),
        (["q", 0, 0], "not a fraction in lowest terms"),
        (["q", 2, 4], "not a fraction in lowest terms"),
        (["q", 3, 1], "not a fraction in lowest terms"),
        (["q", 1, -2], "not a fraction in lowest terms"),
        (["q", 1, True], "True is not an integer"),
        (["q", "x", 2], "'x' is not an integer"),
        (["q", 1.5, 2], "1.5 is not an integer"),
        (["=", "x", 1], "is not the head of a term"),
        (["independent", "X"], "is not the head of a term"),
        (["forall", "x", ["=", "x", 1]], "is not the head of a term"),
        (["forall", "x", "y"], "is not the head of a term"),
        (["sum", 1, "x", 1, 2], "1 is not a known variable"),
        (["sum", ["+", "x", 1], "x", 1, 2], "is not a known variable"),
        (["limit", "x", "x", {"end": "zoo"}, {"end": "-"}], "'zoo' is not a known end"),
        (["limit", "x", "x", {"begin": "oo"}, {"end": "-"}], "an object with end"),
        (["limit", "x", "x", {}, {"end": "-"}], "an object with end"),
    ],
    ids=str,
)
def test_what_is_no_term(data: Any, reason: str) -> None:
    with malformed(reason):
        decoder().term(data)
    with malformed(reason):
        decoder().term(["+", "y", data])


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ("x", "'x' is not a list"),
        (1, "1 is not a list"),
        ([], "it has no head"),
        (["+", "x", 1], "is not the head of a formula"),
        (["def", "power", 1, 2], "is not the head of a formula"),
        (["=", "x"], "can't have 1 parts"),
        (["<", "x", 1, 2], "can't have 3 parts"),
        ([">", "x", 1], "is not a known head"),
        (["moment", "X"], "can't have 1 parts"),
        (["moment", "X", True], "True is not an integer"),
        (["moment", "X", "x"], "'x' is not an integer"),
        (["independent", "X", 1], "can't have 2 parts"),
        (["forall", "x"], "can't have 1 parts"),
        (["forall", "x", "y"], "'y' is not a list"),
        (["forall", 1, ["=", "x", 1]], "1 is not a known variable"),
    ],
    ids=str,
)
def test_what_is_no_formula(data: Any, reason: str) -> None:
    with malformed(reason):
        decoder().formula(data)


@pytest.mark.parametrize(
    "data",
    [["^", 10, 1000], ["gamma", 100], ["exp", ["*", 1000, ["log", 10]]]],
    ids=["^", "gamma", "exp"],
)
def test_what_is_worked_out_is_weighed(data: Any) -> None:
    with patch.object(encoding, "MAX_BITS", 99), malformed("more than 99 bits"):
        decoder().term(data)


@pytest.mark.parametrize(
    "data",
    [
        ["^", 10, 1_000_000_000],
        ["^", 10, -1_000_000_000],
        ["^", ["q", 1, 10], 1_000_000_000],
        ["^", ["*", 10, "x"], 1_000_000_000],
        ["^", ["^", ["^", 10, 1000], 1000], 1000],
        ["^", 50, ["q", 600_182_895_733_000_000_001, 1_000_000_000_000_000_000_000]],
        ["exp", ["*", 1_000_000_000, ["log", 10]]],
        ["*", ["^", 10, ["+", "x", 1_000_000_000]], ["^", 10, ["*", -1, "x"]]],
        ["^", 2**4000, 100_000],
        ["+", *[["^", 3, 400_000 + k] for k in range(100)]],
        ["gamma", 1_000_000],
        ["gamma", ["q", 2_000_001, 2]],
        ["gamma", ["gamma", 14]],
        ["exp", ["*", ["q", 1, 2], 1_000_000_000, ["+", "x", ["log", 10]]]],
    ],
    ids=range(14),
)
def test_a_power_that_takes_too_long_to_work_out_is_refused(data: Any) -> None:
    with malformed(f"more than {MAX_BITS} bits"):
        decoder().term(data)


def test_powers_of_ordinary_size_are_read() -> None:
    assert decoder().term(["^", 10, 1000]) == Integer(10) ** 1000
    assert decoder().term(["gamma", 1001]) == Integer(factorial(1000))
    assert decoder().term(["^", "x", 100_000]) == x**100_000
    assert decoder().term(["exp", ["q", 5, 2]]) == exp(Rational(5, 2))
    assert decoder().term(["^", ["q", 999, 1000], "t"]) == Rational(999, 1000) ** t


def test_the_exponential_of_a_number_is_no_power_that_is_worked_out() -> None:
    large = 10**12
    assert decoder().term(["exp", ["*", large, "x"]]) == exp(large * x)
    assert decoder().term(["exp", large]) == exp(large)
    assert decoder().term(["tanh", ["*", large, ["log", "x"]]]) == tanh(large * log(x))
    with malformed(f"more than {MAX_BITS} bits"):
        decoder().term(["exp", ["*", large, ["log", "x"]]])


def test_variables_are_declared_with_their_domains() -> None:
    kinds = {name: name.replace(" ", "_") for name in (*DOMAINS, *KINDS)}
    table = declared({text: kind for kind, text in kinds.items()})
    assert declarations(table.values()) == dict(sorted({t: k for k, t in kinds.items()}.items()))
    assert declarations([Sum(s[i], (i, 1, n))]) == {"i": "integer", "n": "integer", "s": "sequence"}
    with refused("two variables of one name: x"):
        declarations([x, Symbol("x", positive=True)])
    with refused("two variables of one name: X"):
        declarations([X[1], Family("X", "sequence")[1]])


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ([], "is not an object with domains"),
        ({"x": "complex"}, "'complex' is not a known domain"),
        ({"x": ["real"]}, "is not a known domain"),
        ({"x": None}, "is not a known domain"),
        ({"a b": "real"}, "'a b' is not a plain name"),
        ({"": "real"}, "is not a plain name"),
        ({"#0": "integer"}, "is not a plain name"),
        ({"x\n": "integer"}, "is not a plain name"),
        ({"__import__('os').system('true')": "real"}, "is not a plain name"),
    ],
    ids=str,
)
def test_what_is_no_declaration(data: Any, reason: str) -> None:
    with malformed(reason):
        Decoder(data, {})


def test_a_definition_as_data_and_back() -> None:
    data = encode_definition(mean)
    assert data == {
        "name": "mean",
        "variables": {"X": "random", "i": "integer", "t": "positive integer"},
        "parameters": ["X", "t"],
        "body": ["*", ["^", "t", -1], ["sum", "i", ["at", "X", "i"], 1, "t"]],
        "notation": "",
    }
    defined: dict[str, Definition] = {}
    decode_definition(data, defined)
    assert defined == {"mean": mean}


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"name": "power"}, "'power' is not a new name"),
        ({"name": 1}, "1 is not text"),
        ({"notation": None}, "None is not text"),
        ({"parameters": "xt"}, "'xt' is not a list"),
        ({"parameters": ["x", 1]}, "1 is not a known variable"),
        ({"parameters": ["x", ["+", "t", 1]]}, "is not a known variable"),
        ({"body": ["+", 1, 1]}, "SymPy builds another definition"),
        ({"body": ["*", "x", "t"]}, None),
        ({"body": ["*", "t", "x"]}, "SymPy builds another definition"),
        ({"body": ["def", "new", "x", "t"]}, "'new' is not a known definition"),
        (
            {"variables": {"t": "positive integer", "x": "real", "y": "real"}},
            "SymPy builds another",
        ),
        ({"variables": {"t": "positive integer"}}, "'x' is not a known variable"),
        ({"more": 1}, "an object with name"),
    ],
    ids=str,
)
def test_what_is_no_definition(changed: dict[str, Any], reason: str | None) -> None:
    data = {**encode_definition(power), "name": "new"} | changed
    defined = {"power": power}
    if reason is None:
        decode_definition(data, defined)
        return
    with malformed(reason):
        decode_definition(data, defined)
    assert defined == {"power": power}


@settings(max_examples=300, deadline=None)
@given(
    st.recursive(
        st.one_of(
            st.none(),
            st.booleans(),
            st.integers(),
            st.floats(),
            st.text(max_size=4),
            st.sampled_from(["x", "t", "X", "+", "*", "^", "at", "sum", "def", "power", "q", "oo"]),
        ),
        lambda parts: st.one_of(
            st.lists(parts, max_size=4), st.dictionaries(st.text(max_size=3), parts, max_size=2)
        ),
        max_leaves=8,
    )
)
def test_any_data_is_a_term_or_refused(data: Any) -> None:
    from radam_sym.kernel.errors import ProofError

    try:
        term = decoder().term(data)
    except (FormatError, ProofError, TypeError, ValueError, AttributeError, NotImplementedError):
        return
    assert isinstance(term, Basic)
