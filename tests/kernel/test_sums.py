from typing import Any

import pytest
from sympy import Basic, EulerGamma, Integer, Rational, Sum, Symbol, oo

from radam_sym.kernel.context import Context
from radam_sym.kernel.formulas import Predicate
from radam_sym.kernel.heads import Definition, E
from radam_sym.kernel.place import Place
from radam_sym.kernel.sums import SUM_OPERATIONS, sums
from tests.kernel.proofs import X, eq, i, j, k, le, lt, m, n, proved, q, refused, s, step, t, x, y

ranged = (le(m - 1, n),)
total = Sum(s[i], (i, m, n))
half = Rational(1, 2)


def follows(old: Basic, new: Basic, operation: str, at: Any = None, given: Any = ranged) -> None:
    """The rule accepts, in a chain and in either direction."""
    at = None if at is None else Integer(0) + at
    for before, after in ((old, new), (new, old)):
        sums(Place(Context(given)), before, after, operation, at)


def fails(
    reason: str, old: Basic, new: Basic, operation: str, at: Any = None, given: Any = ranged
) -> None:
    at = None if at is None else Integer(0) + at
    with refused(reason):
        sums(Place(Context(given)), old, new, operation, at)


def test_there_are_seven_operations() -> None:
    assert list(SUM_OPERATIONS) == [
        "split",
        "single",
        "empty",
        "constant",
        "linear",
        "shift",
        "reverse",
    ]
    fails("doit is not one of split, single", total, x, "doit")
    fails("neither side is a sum", x, y, "single")


def test_a_sum_splits_within_its_range() -> None:
    parts = Sum(s[i], (i, m, k)) + Sum(s[i], (i, k + 1, n))
    inside = (le(m - 1, k), le(k, n))
    follows(total, parts, "split", k, inside)
    follows(total, Sum(s[j], (j, m, k)) + Sum(s[j], (j, k + 1, n)), "split", k, inside)
    fails("it does not follow that k <= n", total, parts, "split", k, inside[:1])
    fails("it does not follow that m - 1 <= k", total, parts, "split", k, inside[1:])
    fails("the sum becomes", total, parts + 1, "split", k, inside)
    off = Sum(s[i], (i, m, k)) + Sum(s[i], (i, k, n))
    fails("the sum becomes", total, off, "split", k, inside)


@pytest.mark.parametrize("at", [None, x, i, i + 1, half, n / 2])
def test_a_sum_splits_at_an_integer_that_is_free_of_its_index(at: Any) -> None:
    fails("split needs an integer to split at", total, x, "split", at)


@pytest.mark.parametrize("at", [EulerGamma, oo, Symbol("v"), Symbol("e", even=True)])
def test_where_a_sum_splits_is_admitted(at: Any) -> None:
    fails("not an admitted head|not a symbol whose domain", total, total, "split", at)
    fails("not an admitted head|not a symbol whose domain", total, total, "shift", at)


def test_a_sum_of_one_term_is_that_term() -> None:
    follows(Sum(s[i], (i, n, n)), s[n], "single")
    follows(total, s[m], "single", given=(eq(m, n),))
    fails("it does not follow that m = n", total, s[m], "single")
    fails("the sum becomes", Sum(s[i], (i, n, n)), s[n + 1], "single")


def test_a_sum_over_an_empty_range_is_zero() -> None:
    follows(Sum(s[i], (i, n + 1, n)), Integer(0), "empty")
    follows(total, Integer(0), "empty", given=(eq(n, m - 1),))
    fails("it does not follow that n = m - 1", total, Integer(0), "empty")
    fails("the sum becomes 0", Sum(s[i], (i, 1, 0)), Integer(1), "empty")
    fails("it does not follow that -1 = 0", Sum(s[i], (i, 1, -1)), Integer(0), "empty")


def test_a_sum_over_less_than_an_empty_range_is_refused() -> None:
    """By SymPy's convention Σ_{i=1}^{−1} 1 is −1, by most people's 0: here it is neither."""
    less = Sum(Integer(1), (i, 1, n))
    with refused("it does not follow that 0 <= n"):
        proved(step("sums", less, n, operation="constant", at=None))
    proved(step("sums", less, n, operation="constant", at=None), given=[le(0, n)])
    with refused("it does not follow that 0 <= -1"):
        proved(
            step(
                "sums",
                Sum(x**i, (i, 1, -1)),
                Sum(x ** (i - 1), (i, 2, 0)),
                operation="shift",
                at=Integer(1),
            ),
            given=[eq(x, 2)],
        )


def test_a_summand_that_is_free_of_the_index_counts_its_terms() -> None:
    follows(Sum(x, (i, m, n)), x * (n - m + 1), "constant")
    follows(Sum(x, (i, 1, n)), n * x, "constant")
    fails("the two sides differ", Sum(x, (i, 1, n)), (n + 1) * x, "constant")
    fails("is not free of i", Sum(s[i], (i, 1, n)), n * s[i], "constant")
    fails("is not free of i", Sum(i, (i, 1, n)), n * i, "constant")
    nothing = "it does not follow that n != 0"  # Σ 1/n is 1, but 0 where n is 0
    fails(nothing, Sum(1 / n, (i, 1, n)), Integer(1), "constant", given=(le(0, n),))


def test_what_is_free_of_the_index_moves_out() -> None:
    follows(Sum(x * s[i], (i, m, n)), x * total, "linear")
    follows(Sum(x * s[i] + y, (i, m, n)), x * total + Sum(y, (i, m, n)), "linear")
    follows(Sum(s[i] * X[i] / x, (i, m, n)), Sum(s[j] * X[j], (j, m, n)) / x, "linear")
    follows(Sum(q ** (n - i), (i, m, n)), q**n * Sum(q**-i, (i, m, n)), "linear", given=(lt(0, q),))
    fails("the two sides differ", Sum(x * s[i], (i, m, n)), x**2 * total, "linear")


def test_what_moves_out_is_free_of_the_index() -> None:
    fails("one sum with a constant factor", Sum(i * s[i], (i, m, n)), i * total, "linear")
    fails("one sum with a constant factor", Sum(x, (i, m, n)), x, "linear")
    fails("one sum with a constant factor", Sum(x, (i, m, n)), total * Sum(x, (i, m, n)), "linear")
    fails("one sum with a constant factor", Sum(s[i] ** 2, (i, m, n)), total**2, "linear")
    fails("over one range", Sum(x * s[i], (i, m, n)), x * Sum(s[i], (i, m, n + 1)), "linear")
    fails("over one range", Sum(x * s[i], (i, m, n)), x * Sum(s[i], (i, m + 1, n)), "linear")
    other = x * Sum(s[j] * i, (j, m, n))
    fails("i already means something in the sum", Sum(x * s[i] * i, (i, m, n)), other, "linear")


def test_powers_are_split_under_the_sum_only_where_that_is_allowed() -> None:
    old, new = Sum(q ** (n - i), (i, m, n)), q**n * Sum(q**-i, (i, m, n))
    fails("it does not follow that q != 0.*for i under Sum", old, new, "linear")


def test_an_index_is_shifted() -> None:
    sums(Place(Context()), total, Sum(s[i - 2], (i, m + 2, n + 2)), "shift", Integer(2))
    sums(Place(Context()), total, Sum(s[j - k], (j, m + k, n + k)), "shift", k)
    fails("the two sides differ", total, Sum(s[i - 2], (i, m + 2, n + 1)), "shift", 2)
    fails("the two sides differ", total, Sum(s[i - 2], (i, m + 1, n + 2)), "shift", 2)
    fails("the two sides differ", total, Sum(s[i - 1], (i, m + 2, n + 2)), "shift", 2)


def follows_back(old: Basic, new: Basic, operation: str, at: Any) -> None:
    sums(Place(Context()), old, new, operation, at)


def test_an_index_is_reversed() -> None:
    follows_back(total, Sum(s[k - j], (j, k - n, k - m)), "reverse", k)
    follows_back(Sum(q ** (t - i), (i, 1, t)), Sum(q**j, (j, 0, t - 1)), "reverse", t)
    fails("the two sides differ", total, Sum(s[k - j], (j, k - m, k - n)), "reverse", k)
    fails("the two sides differ", total, Sum(s[k - j], (j, k - n, k - n)), "reverse", k)


@pytest.mark.parametrize("at", [None, x, half])
def test_an_index_moves_by_an_integer(at: Any) -> None:
    fails("two sums and an integer", total, total, "shift", at)
    fails("two sums and an integer", total, total, "reverse", at)
    fails("two sums and an integer", total, x, "shift", 1)


def test_a_new_index_does_not_capture() -> None:
    speaking = Sum(s[i] * j, (i, m, n))
    fails("j already means something", speaking, Sum(s[j - 1] * j, (j, m + 1, n + 1)), "shift", 1)
    fails("j already means something", total, Sum(s[j - j], (j, m + j, n + j)), "shift", j)
    fails("i already means something", total, Sum(s[i - i], (i, m + i, n + i)), "shift", i)


def test_an_operation_is_read_in_either_direction_in_a_chain() -> None:
    split = Sum(s[i], (i, 1, t)) + s[t + 1]
    proved(
        step(
            "sums",
            s[t + 1],
            Sum(s[i], (i, t + 1, t + 1)),
            Sum(s[i], (i, 1, t)) + Sum(s[i], (i, t + 1, t + 1)),
            operation="single",
            at=None,
        ),
        step(
            "sums",
            Sum(s[i], (i, 1, t)) + Sum(s[i], (i, t + 1, t + 1)),
            Sum(s[i], (i, 1, t + 1)),
            operation="split",
            at=t,
        ),
        start=split,
        given=[le(0, t), le(0, t + 1)],
    )


def test_sums_inside_expectations_and_definitions_are_seen() -> None:
    named = Definition("named", (x,), x)
    follows(named(x) * total, Sum(named(x) * s[i], (i, m, n)), "linear")
    old, new = Sum(x * X[i], (i, m, n)), x * Sum(X[i], (i, m, n))
    proved(
        step("sums", old, new, E(new), operation="linear", at=None),
        start=E(old),
        given=[*ranged, Predicate("moment", X, 1)],
    )
