"""The axioms: published theorems, in their sources' generality, that mention nothing of ours.

Random families are sequences of random variables on one probability space; ``moment(X, k)`` says
that E|X_i|^k is finite for every i. A function family is a Borel function of one real variable.
"""

from __future__ import annotations

from sympy import Basic, Integer, Lambda, Limit, Sum, Symbol, exp, gamma, log, oo

from radam_sym.kernel.formulas import Predicate, Relation, Statement
from radam_sym.kernel.heads import E, Family, Var
from radam_sym.kernel.theorem import Source, Theorem, axiom

BILLINGSLEY = "Billingsley, Probability and Measure, 3rd ed., 1995"
RUDIN = "Rudin, Principles of Mathematical Analysis, 3rd ed., 1976"

_X, _a, _f = Family("X", "random"), Family("a", "sequence"), Family("f", "function")
_i, _j, _m, _n = (Symbol(name, integer=True) for name in "ijmn")
_terms = Symbol("n", integer=True, positive=True)
_c, _q, _x, _y = (Symbol(name, real=True) for name in "cqxy")
_sum = Sum(_a[_i] * _X[_i], (_i, _m, _n))
_range = Relation("<=", _m - 1, _n)
_independent, _identical = Predicate("independent", _X), Predicate("identical", _X)
_mapped = Lambda(_i, _f(_X[_i]))
_integrable, _square_integrable = Predicate("moment", _X, 1), Predicate("moment", _X, 2)


_exponential_series = Sum(_x**_i / gamma(_i + 1), (_i, 0, _terms - 1))


def _equation(left: Basic, right: Basic) -> Relation:
    return Relation("=", left, right)


expectation_linear = axiom(
    "expectation.linear",
    Statement(
        (_integrable, _range),
        _equation(E(_sum), Sum(_a[_i] * E(_X[_i]), (_i, _m, _n))),
    ),
    Source(BILLINGSLEY, "section 21"),
    "The expectation is linear.",
)

variance_of_sum = axiom(
    "variance.sum",
    Statement(
        (_independent, _square_integrable, _range),
        _equation(Var(_sum), Sum(_a[_i] ** 2 * Var(_X[_i]), (_i, _m, _n))),
    ),
    Source(BILLINGSLEY, "section 21"),
    "The variance of a sum of independent variables is the sum of their variances (Bienaymé).",
)

variance_scaled = axiom(
    "variance.scaled",
    Statement((_square_integrable,), _equation(Var(_c * _X[_i]), _c**2 * Var(_X[_i]))),
    Source(BILLINGSLEY, "section 21"),
    "A factor comes out of the variance squared.",
)

identical_mean = axiom(
    "identical.mean",
    Statement((_identical, _integrable), _equation(E(_X[_i]), E(_X[_j]))),
    Source(BILLINGSLEY, "section 21"),
    "Variables of one distribution have one mean.",
)

identical_variance = axiom(
    "identical.variance",
    Statement((_identical, _square_integrable), _equation(Var(_X[_i]), Var(_X[_j]))),
    Source(BILLINGSLEY, "section 21"),
    "Variables of one distribution have one variance.",
)

independent_map = axiom(
    "independent.map",
    Statement((_independent,), Predicate("independent", _mapped)),
    Source(BILLINGSLEY, "section 20"),
    "Borel functions of independent variables are independent.",
)

identical_map = axiom(
    "identical.map",
    Statement((_identical,), Predicate("identical", _mapped)),
    Source(BILLINGSLEY, "section 20"),
    "A Borel function of variables of one distribution has one distribution.",
)

power_vanishing = axiom(
    "power.vanishing",
    Statement(
        (Relation("<", Integer(0), _q), Relation("<", _q, Integer(1))),
        _equation(
            Limit(_q ** Symbol("n", integer=True), Symbol("n", integer=True), oo), Integer(0)
        ),
    ),
    Source(RUDIN, "theorem 3.20(e)"),
    "The powers of a number between 0 and 1 tend to 0.",
)

power_times_vanishing = axiom(
    "power.times_vanishing",
    Statement(
        (Relation("<", Integer(0), _q), Relation("<", _q, Integer(1))),
        _equation(Limit(_n**_c * _q**_n, _n, oo), Integer(0)),
    ),
    Source(RUDIN, "theorem 3.20(d)"),
    "Exponential decay wins over any power.",
)

exponential_above_series = axiom(
    "exponential.above_series",
    Statement(
        (Relation("<", Integer(0), _x),),
        Relation("<=", _exponential_series, exp(_x)),
    ),
    Source(RUDIN, "theorem 5.15, with the exponential of chapter 8"),
    "The exponential of a positive number is at least its Taylor polynomials.",
)

exponential_below_series = axiom(
    "exponential.below_series",
    Statement(
        (Relation("<", Integer(0), _x),),
        Relation("<=", exp(_x), _exponential_series + _x**_terms / gamma(_terms + 1) * exp(_x)),
    ),
    Source(RUDIN, "theorem 5.15, with the exponential of chapter 8"),
    "The exponential exceeds a Taylor polynomial by at most the next term times itself.",
)

log_increasing = axiom(
    "log.increasing",
    Statement(
        (Relation("<", Integer(0), _x), Relation("<", _x, _y)),
        Relation("<", log(_x), log(_y)),
    ),
    Source(RUDIN, "chapter 8"),
    "The logarithm increases.",
)

AXIOMS: dict[str, Theorem] = {
    theorem.id: theorem
    for theorem in (
        expectation_linear,
        variance_of_sum,
        variance_scaled,
        identical_mean,
        identical_variance,
        independent_map,
        identical_map,
        power_vanishing,
        power_times_vanishing,
        exponential_above_series,
        exponential_below_series,
        log_increasing,
    )
}
