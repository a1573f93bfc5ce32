"""The axioms: published theorems, in their sources' generality, that mention nothing of ours.

Random families are sequences of random variables on one probability space; ``moment(X, k)`` says
that E|X_i|^k is finite for every i. A function family is a Borel function of one real variable.
"""

from __future__ import annotations

from sympy import (
    Basic,
    Integer,
    Lambda,
    Limit,
    Rational,
    Sum,
    Symbol,
    exp,
    gamma,
    log,
    oo,
    pi,
    sqrt,
)

from radam_sym.kernel.formulas import Formula, Predicate, Relation, Statement
from radam_sym.kernel.heads import E, Family, Forall, Integral, Var
from radam_sym.kernel.theorem import Source, Theorem, axiom

BILLINGSLEY = "Billingsley, Probability and Measure, 3rd ed., 1995"
DLMF = "NIST Digital Library of Mathematical Functions, https://dlmf.nist.gov"
CRESSIE = "Cressie & Borkent 1986, The moment generating function has its moments"
GRADSHTEYN = "Gradshteyn & Ryzhik, Table of Integrals, Series, and Products, 7th ed., 2007"
RUDIN = "Rudin, Principles of Mathematical Analysis, 3rd ed., 1976"
TREFETHEN = "Trefethen & Weideman 2014, The exponentially convergent trapezoidal rule"
WHITTAKER = "Whittaker & Watson, A Course of Modern Analysis, 4th ed., 1927"

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

AXIOMS: dict[str, Theorem] = {}


def _listed(id: str, statement: Statement, source: Source, note: str) -> Theorem:
    """An axiom, which is now among them."""
    AXIOMS[id] = axiom(id, statement, source, note)
    return AXIOMS[id]


def _positive(*terms: Basic) -> tuple[Relation, ...]:
    return tuple(Relation("<", Integer(0), term) for term in terms)


def _equation(left: Basic, right: Basic) -> Relation:
    return Relation("=", left, right)


expectation_linear = _listed(
    "expectation.linear",
    Statement(
        (_integrable, _range),
        _equation(E(_sum), Sum(_a[_i] * E(_X[_i]), (_i, _m, _n))),
    ),
    Source(BILLINGSLEY, "section 21"),
    "The expectation is linear.",
)

variance_of_sum = _listed(
    "variance.sum",
    Statement(
        (_independent, _square_integrable, _range),
        _equation(Var(_sum), Sum(_a[_i] ** 2 * Var(_X[_i]), (_i, _m, _n))),
    ),
    Source(BILLINGSLEY, "section 21"),
    "The variance of a sum of independent variables is the sum of their variances (Bienaymé).",
)

variance_scaled = _listed(
    "variance.scaled",
    Statement((_square_integrable,), _equation(Var(_c * _X[_i]), _c**2 * Var(_X[_i]))),
    Source(BILLINGSLEY, "section 21"),
    "A factor comes out of the variance squared.",
)

identical_mean = _listed(
    "identical.mean",
    Statement((_identical, _integrable), _equation(E(_X[_i]), E(_X[_j]))),
    Source(BILLINGSLEY, "section 21"),
    "Variables of one distribution have one mean.",
)

identical_variance = _listed(
    "identical.variance",
    Statement((_identical, _square_integrable), _equation(Var(_X[_i]), Var(_X[_j]))),
    Source(BILLINGSLEY, "section 21"),
    "Variables of one distribution have one variance.",
)

independent_map = _listed(
    "independent.map",
    Statement((_independent,), Predicate("independent", _mapped)),
    Source(BILLINGSLEY, "section 20"),
    "Borel functions of independent variables are independent.",
)

identical_map = _listed(
    "identical.map",
    Statement((_identical,), Predicate("identical", _mapped)),
    Source(BILLINGSLEY, "section 20"),
    "A Borel function of variables of one distribution has one distribution.",
)

power_vanishing = _listed(
    "power.vanishing",
    Statement(
        (*_positive(_q), Relation("<", _q, Integer(1))),
        _equation(
            Limit(_q ** Symbol("n", integer=True), Symbol("n", integer=True), oo), Integer(0)
        ),
    ),
    Source(RUDIN, "theorem 3.20(e)"),
    "The powers of a number between 0 and 1 tend to 0.",
)

power_times_vanishing = _listed(
    "power.times_vanishing",
    Statement(
        (*_positive(_q), Relation("<", _q, Integer(1))),
        _equation(Limit(_n**_c * _q**_n, _n, oo), Integer(0)),
    ),
    Source(RUDIN, "theorem 3.20(d)"),
    "Exponential decay wins over any power.",
)

exponential_above_series = _listed(
    "exponential.above_series",
    Statement(
        (Relation("<=", Integer(0), _x),),
        Relation("<=", _exponential_series, exp(_x)),
    ),
    Source(RUDIN, "theorem 5.15, with the exponential of chapter 8"),
    "The exponential of a number that is not negative is at least its Taylor polynomials.",
)

exponential_below_series = _listed(
    "exponential.below_series",
    Statement(
        (Relation("<=", Integer(0), _x),),
        Relation("<=", exp(_x), _exponential_series + _x**_terms / gamma(_terms + 1) * exp(_x)),
    ),
    Source(RUDIN, "theorem 5.15, with the exponential of chapter 8"),
    "The exponential exceeds a Taylor polynomial by at most the next term times itself.",
)

log_increasing = _listed(
    "log.increasing",
    Statement(
        (*_positive(_x), Relation("<", _x, _y)),
        Relation("<", log(_x), log(_y)),
    ),
    Source(RUDIN, "chapter 8"),
    "The logarithm increases.",
)


# --- integrals and the gamma function -------------------------------------------------------------

_half, _s = Rational(1, 2), Symbol("s", real=True)
_u, _v = Symbol("u", positive=True), Symbol("v", positive=True)
_g, _A, _B = Family("g", "positive function"), Symbol("A", real=True), Symbol("B", real=True)
_h = Family("h", "positive function")


def _integral(body: Basic) -> Basic:
    return Integral(body, (_u, 0, oo))


_of_g, _of_h = _equation(_integral(_g(_u)), _A), _equation(_integral(_h(_u)), _B)

gamma_integral = _listed(
    "gamma.integral",
    Statement(
        _positive(_x),
        _equation(_integral(_u ** (_x - 1) * exp(-_u)), gamma(_x)),
    ),
    Source(DLMF, "5.2.1"),
    "Euler's integral, which converges absolutely.",
)

gamma_functional = _listed(
    "gamma.functional",
    Statement(_positive(_x), _equation(gamma(_x + 1), _x * gamma(_x))),
    Source(DLMF, "5.5.1"),
    "The functional equation of the gamma function.",
)

gamma_duplication = _listed(
    "gamma.duplication",
    Statement(
        _positive(_x),
        _equation(gamma(_x) * gamma(_x + _half), 2 ** (1 - 2 * _x) * sqrt(pi) * gamma(2 * _x)),
    ),
    Source(DLMF, "5.5.5"),
    "Legendre's duplication formula.",
)

_between = (*_positive(_x, _s), Relation("<", _s, Integer(1)))

gamma_ratio_above = _listed(
    "gamma.ratio_above",
    Statement(_between, Relation("<", _x ** (1 - _s), gamma(_x + 1) / gamma(_x + _s))),
    Source(DLMF, "5.6.4"),
    "Gautschi's inequality, from below.",
)

gamma_ratio_below = _listed(
    "gamma.ratio_below",
    Statement(_between, Relation("<", gamma(_x + 1) / gamma(_x + _s), (_x + 1) ** (1 - _s))),
    Source(DLMF, "5.6.4"),
    "Gautschi's inequality, from above.",
)

integral_positive = _listed(
    "integral.positive",
    Statement(
        (Forall(_u, Relation("<", Integer(0), _g(_u))), _of_g),
        Relation("<", Integer(0), _A),
    ),
    Source(BILLINGSLEY, "theorem 15.2"),
    "What is positive everywhere has a positive integral.",
)

integral_order = _listed(
    "integral.order",
    Statement(
        (Forall(_u, Relation("<=", _g(_u), _h(_u))), _of_g, _of_h),
        Relation("<=", _A, _B),
    ),
    Source(BILLINGSLEY, "theorem 16.1"),
    "The integral is monotone.",
)

integral_dominated = _listed(
    "integral.dominated",
    Statement(
        (
            Forall(_u, Relation("<=", Integer(0), _g(_u))),
            Forall(_u, Relation("<=", _g(_u), _h(_u))),
            _of_h,
        ),
        Relation("<=", _integral(_g(_u)), _B),
    ),
    Source(BILLINGSLEY, "theorem 15.1"),
    "What is between 0 and an integrable function is integrable, and its integral is no greater.",
)

beta_integral = _listed(
    "beta.integral",
    Statement(
        _positive(_x, _y),
        _equation(
            _integral(_u ** (_x - 1) * (1 + _u) ** (-_x - _y)),
            gamma(_x) * gamma(_y) / gamma(_x + _y),
        ),
    ),
    Source(DLMF, "5.12.3"),
    "The beta integral.",
)

integral_dirichlet = _listed(
    "integral.dirichlet",
    Statement(
        (
            *_positive(_x, _y),
            Forall(_v, _equation(_integral(_u ** (_x - 1) * _g(_u + _v)), _h(_v))),
            _equation(_integral(_u ** (_x + _y - 1) * _g(_u)), _A),
        ),
        _equation(_integral(_u ** (_y - 1) * _h(_u)), gamma(_x) * gamma(_y) / gamma(_x + _y) * _A),
    ),
    Source(WHITTAKER, "section 12.5, with Fubini's theorem"),
    "Dirichlet's integral of a function of a sum, over both terms.",
)

log_integral = _listed(
    "log.integral",
    Statement(
        _positive(_x),
        _equation(_integral(1 / ((1 + _u) * (1 + _u + _x))), log(1 + _x) / _x),
    ),
    Source(GRADSHTEYN, "3.197.5, with 9.121.6"),
    "The logarithm as an integral of a rational function.",
)

_b = Family("b", "sequence")
_p, _q_, _r = (Family(name, "positive sequence") for name in "abc")

limit_order = _listed(
    "limit.order",
    Statement(
        (
            Forall(_terms, Relation("<=", _a[_terms], _b[_terms])),
            _equation(Limit(_a[_terms], _terms, oo), _A),
            _equation(Limit(_b[_terms], _terms, oo), _B),
        ),
        Relation("<=", _A, _B),
    ),
    Source(RUDIN, "theorem 3.19"),
    "Limits keep the order of sequences.",
)

limit_monotone = _listed(
    "limit.monotone",
    Statement(
        (
            Forall(_terms, Relation("<=", _p[_terms], _p[_terms + 1])),
            Forall(_terms, Relation("<=", _p[_terms], _B)),
        ),
        Relation("<=", Limit(_p[_terms], _terms, oo), _B),
    ),
    Source(RUDIN, "theorem 3.14"),
    "A sequence that increases and is bounded converges.",
)

limit_between = _listed(
    "limit.between",
    Statement(
        (
            Forall(_terms, Relation("<=", _p[_terms], _q_[_terms])),
            Forall(_terms, Relation("<=", _q_[_terms], _r[_terms])),
            _equation(Limit(_p[_terms], _terms, oo), _A),
            _equation(Limit(_r[_terms], _terms, oo), _A),
        ),
        _equation(Limit(_q_[_terms], _terms, oo), _A),
    ),
    Source(RUDIN, "theorem 3.19"),
    "What lies between two sequences of one limit has that limit.",
)


# --- distributions and their transforms -----------------------------------------------------------

_normal, _nonnegative = Predicate("normal", _X), Predicate("nonnegative", _X)
_k = Symbol("k", integer=True, positive=True)
_squares = Sum(_X[_i] ** 2, (_i, _m, _m + _k - 1))
_density = _u ** (_k * _half - 1) * exp(-_u / 2) / (2 ** (_k * _half) * gamma(_k * _half))
_averaged = _equation(_integral(_g(_u) * _density), _A)
_expected = _equation(E(_g(_squares)), _A)

variance_moments = _listed(
    "variance.moments",
    Statement((_square_integrable,), _equation(Var(_X[_i]), E(_X[_i] ** 2) - E(_X[_i]) ** 2)),
    Source(BILLINGSLEY, "section 21"),
    "The variance is the second moment less the square of the first.",
)

normal_moments = _listed(
    "normal.moments",
    Statement((_normal,), Predicate("moment", _X, 4)),
    Source(BILLINGSLEY, "section 21, example 21.1"),
    "A normal variable has finite moments.",
)

normal_identical = _listed(
    "normal.identical",
    Statement((_normal,), _identical),
    Source(BILLINGSLEY, "section 20"),
    "Standard normal variables have one distribution.",
)

chi_squared_law = _listed(
    "chi_squared.law",
    Statement((_normal, _independent, _averaged), _expected),
    Source(BILLINGSLEY, "section 20, with theorem 16.13"),
    "The squares of k independent standard normal variables add up to one of density χ²_k.",
)

chi_squared_converse = _listed(
    "chi_squared.converse",
    Statement((_normal, _independent, _expected), _averaged),
    Source(BILLINGSLEY, "section 20, with theorem 16.13"),
    "And what has an expectation under it is integrable against the density.",
)

transform_of_sum = _listed(
    "transform.sum",
    Statement(
        (_independent, _range, Forall(_i, _equation(E(exp(_a[_i] * _X[_i])), exp(_b[_i])))),
        _equation(E(exp(_sum)), exp(Sum(_b[_i], (_i, _m, _n)))),
    ),
    Source(BILLINGSLEY, "sections 9 and 21"),
    "The cumulant generating functions of independent variables add up.",
)

expectation_series = _listed(
    "expectation.series",
    Statement(
        (
            _nonnegative,
            _equation(Limit(Sum(E(_X[_i]), (_i, -_terms, _terms)), _terms, oo), _A),
        ),
        _equation(E(Limit(Sum(_X[_i], (_i, -_terms, _terms)), _terms, oo)), _A),
    ),
    Source(BILLINGSLEY, "theorem 16.6, with theorem 15.2"),
    "A series of variables that are not negative converges, where the series of their means does, "
    "and has its sum for a mean.",
)

expectation_order = _listed(
    "expectation.order",
    Statement(
        (
            _nonnegative,
            *_positive(_s),
            _equation(E(_X[_i] ** (-_s)), _A),
            Forall(_u, Relation("<=", _B * _u ** (-_s), _g(_u))),
            _equation(E(_g(_X[_i])), _c),
        ),
        Relation("<=", _A * _B, _c),
    ),
    Source(BILLINGSLEY, "theorem 16.1, with theorem 15.2"),
    "The expectation is linear and monotone. What is not negative and has a negative moment is "
    "positive almost surely, and so what holds for positive numbers is enough.",
)

_transform = Forall(_u, _equation(E(exp(-_u * _X[_i])), _g(_u)))
_transformed: tuple[Formula, ...] = (_nonnegative, *_positive(_s), _transform)

transform_negative_moment = _listed(
    "transform.negative_moment",
    Statement(
        (
            *_transformed,
            _equation(_integral(_u ** (_s - 1) * _g(_u)), _A),
        ),
        _equation(E(_X[_i] ** (-_s)), _A / gamma(_s)),
    ),
    Source(CRESSIE, "Journal of Statistical Planning and Inference 13"),
    "A negative moment is an integral of the Laplace transform (Tonelli, and Euler's integral).",
)

transform_converse = _listed(
    "transform.converse",
    Statement(
        (
            *_transformed,
            _equation(E(_X[_i] ** (-_s)), _A),
        ),
        _equation(_integral(_u ** (_s - 1) * _g(_u)), _A * gamma(_s)),
    ),
    Source(CRESSIE, "Journal of Statistical Planning and Inference 13"),
    "Where the moment is finite, so is the integral (Tonelli once more).",
)


# --- the trapezoidal rule on the line -------------------------------------------------------------

_z, _d, _step = (Symbol(name, real=True) for name in "zdh")
_strip = (
    *_positive(_s, _x, _step, _z),
    _equation(_integral(_z / ((1 + _u) ** 2 + _z**2)), _d),
)
_node = _step * exp(_s * _step * _i) * exp(-_x * exp(_step * _i))
_aliasing = 2 * (1 + _z**2) ** (_s / 2) / (exp(2 * pi * _d / _step) - 1)

strip_at_most = _listed(
    "strip.at_most",
    Statement(
        (*_strip, _range),
        Relation("<=", Sum(_node, (_i, _m, _n)), (1 + _aliasing) * gamma(_s) * _x ** (-_s)),
    ),
    Source(TREFETHEN, "theorem 5.1, with DLMF 4.23.3 and 5.2.1"),
    "The strip theorem for the entire function f(y) = e^{sy}·exp(−xe^y), which is positive on the "
    "line: h·Σf(hi) exceeds ∫f = Γ(s)x^{−s} by at most 2/(e^{2πd/h}−1) of the integral of |f| on "
    "an edge of the strip |Im y| < d < π/2, which is Γ(s)(x·cos d)^{−s}. Here d is arctan z, as an "
    "integral, and cos d = (1+z²)^{−1/2}.",
)

strip_at_least = _listed(
    "strip.at_least",
    Statement(
        _strip,
        Relation(
            "<=",
            (1 - _aliasing) * gamma(_s) * _x ** (-_s),
            Limit(Sum(_node, (_i, -_terms, _terms)), _terms, oo),
        ),
    ),
    Source(TREFETHEN, "theorem 5.1, with DLMF 4.23.3 and 5.2.1"),
    "The same from below: the sum over all nodes, which converges.",
)
