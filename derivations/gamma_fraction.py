"""Two rational functions between which K(c) lies, to 2⁻⁵⁸ of 1 − K(c) from c = 9 on.

Key results: with x = 4c − 3, Γ(c−½)²/Γ(c)² lies between any two successive convergents of
4/(x + 1²/(2x + 3²/(2x + 5²/(2x + ...)))), Ramanujan's continued fraction; here the tenth and the
eleventh.

A way: a sequence that is at most 1, and grows from each step to the next by a factor that is never
less than that of K(c), K(c+1), K(c+2), ..., which tends to 1, begins below it; and the other way
round.

References: Berndt, Ramanujan's Notebooks, Part II, chapter 12, entry 25.
"""

from sympy import Expr, Integer, Lambda, Limit, Poly, Rational, Symbol, expand, factorial2, oo

from derivations.gamma_ratio import (
    K,
    above,
    below_one,
    beyond_one,
    c,
    growth,
    k,
    m,
    n,
    ratio_positive,
    step,
)
from derivations.powers import LEMMA
from radam_sym.kernel.axioms import limit_order
from radam_sym.kernel.formulas import Relation
from radam_sym.kernel.heads import Definition
from radam_sym.proof import (
    Citation,
    Draft,
    InductionDraft,
    at,
    chain,
    cite,
    definition,
    derivation,
    eq,
    for_all,
    induction,
    le,
    limit,
    lt,
    series,
)

# --- the convergents ------------------------------------------------------------------------------

DEPTH = 10
y, p = Symbol("y", real=True), Symbol("p", real=True)  # c − 1, and c − 9


def parts(depth: int) -> tuple[Expr, Expr]:
    """Of 1/(x + 1²/(2x + 3²/(2x + ...))) with so many terms 2x: what is above and what is below, as
    polynomials in y.
    """
    x = 4 * y + 1
    before, last = Integer(1), 2 * x
    for odd in range(2 * depth - 1, 1, -2):
        before, last = last, expand(2 * x * last + odd**2 * before)
    return last, expand(x * last + before)


def at_place(polynomial: Expr, place: Expr = c) -> Expr:
    """A polynomial in y at y = c − 1."""
    return polynomial.xreplace({y: place - 1})


def convergent(depth: int) -> Expr:
    """4(c − 1) times that continued fraction, which K is if it does not end."""
    above, below = map(at_place, parts(depth))
    return 4 * (c - 1) * above / below


lower = Definition(
    "gamma_ratio_lower", (c,), convergent(DEPTH + 1), notation=r"K_{{11}}\left({c}\right)"
)
upper = Definition(
    "gamma_ratio_upper", (c,), convergent(DEPTH), notation=r"K_{{10}}\left({c}\right)"
)


def by_powers(polynomial: Expr, *factors: Relation) -> list[tuple[Expr, list[Relation]]]:
    """Reasons for a polynomial in y, times positive factors, to be positive: its coefficients."""
    terms = Poly(polynomial, y).terms()
    return [(by, [*factors, *[lt(1, c)] * power]) for (power,), by in terms]


@derivation("gamma.fraction.lower_denominator", LEMMA)
def lower_denominator() -> Draft:
    """What the eleventh convergent is divided by is positive."""
    below = parts(DEPTH + 1)[1]
    return chain(0, given=beyond_one).below(at_place(below), because=by_powers(below))


@derivation("gamma.fraction.upper_denominator", LEMMA)
def upper_denominator() -> Draft:
    """What the tenth is divided by is positive."""
    below = parts(DEPTH)[1]
    return chain(0, given=beyond_one).below(at_place(below), because=by_powers(below))


def lower_there(*places: Expr) -> list[Citation]:
    """What the eleventh needs in order to have a value at some places."""
    return [cite(lower_denominator, c=place) for place in places]


def upper_there(*places: Expr) -> list[Citation]:
    """And what the tenth needs."""
    return [cite(upper_denominator, c=place) for place in places]


def inverse(depth: int, place: Expr = c) -> Relation:
    """And so is its inverse."""
    return lt(0, 1 / at_place(parts(depth)[1], place))


@derivation("gamma.fraction.lower_positive", LEMMA)
def lower_positive() -> Draft:
    """The eleventh is positive."""
    numerator = 4 * y * parts(DEPTH + 1)[0]
    return (
        chain(0, given=beyond_one)
        .since(cite(lower_denominator), inverse(DEPTH + 1))
        .below(lower.body, because=by_powers(numerator, inverse(DEPTH + 1)))
        .by(definition(lower), to=lower(c))
    )


@derivation("gamma.fraction.upper_positive", LEMMA)
def upper_positive() -> Draft:
    """The tenth is positive, too."""
    numerator = 4 * y * parts(DEPTH)[0]
    return (
        chain(0, given=beyond_one)
        .since(cite(upper_denominator), inverse(DEPTH))
        .below(upper.body, because=by_powers(numerator, inverse(DEPTH)))
        .by(definition(upper), to=upper(c))
    )


def apart(depth: int) -> tuple[Expr, list[Relation]]:
    """By how much a convergent grows faster than K, or more slowly."""
    odd = factorial2(2 * depth + 1)
    return (depth + 1) * odd**2, [lt(0, 1 / c), inverse(depth), inverse(depth, c + 1)]


@derivation("gamma.fraction.lower_growth", LEMMA)
def lower_growth() -> Draft:
    """The eleventh convergent grows by no less than K does."""
    return (
        chain(growth(c) * lower(c), given=beyond_one)
        .since(lt(0, c), lt(0, 1 / c), lt(1, c + 1))
        .since(*lower_there(c, c + 1))
        .since(inverse(DEPTH + 1), inverse(DEPTH + 1, c + 1))
        .by(definition(lower))
        .at_most(lower.body.xreplace({c: c + 1}), because=[apart(DEPTH + 1)])
        .by(definition(lower), to=lower(c + 1))
    )


@derivation("gamma.fraction.upper_growth", LEMMA)
def upper_growth() -> Draft:
    """The tenth by no more."""
    return (
        chain(upper(c + 1), given=beyond_one)
        .since(lt(0, c), lt(0, 1 / c), lt(1, c + 1))
        .since(*upper_there(c, c + 1))
        .since(inverse(DEPTH), inverse(DEPTH, c + 1))
        .by(definition(upper))
        .at_most(growth(c) * upper.body, because=[apart(DEPTH)])
        .by(definition(upper), to=growth(c) * upper(c))
    )


@derivation("gamma.fraction.lower_below_one", LEMMA)
def lower_below_one() -> Draft:
    """It stays below 1."""
    above, below = parts(DEPTH + 1)
    return (
        chain(lower(c), given=beyond_one)
        .since(cite(lower_denominator), inverse(DEPTH + 1))
        .by(definition(lower))
        .at_most(1, because=by_powers(below - 4 * y * above, inverse(DEPTH + 1)))
    )


@derivation("gamma.fraction.upper_near_one", LEMMA)
def upper_near_one() -> Draft:
    """But not far below."""
    above, below = parts(DEPTH)
    short = y * (4 * (y + 1) * above - below)
    return (
        chain((c - 1) / c, given=beyond_one)
        .since(lt(0, c), lt(0, 1 / c), cite(upper_denominator), inverse(DEPTH))
        .at_most(upper.body, because=by_powers(short, lt(0, 1 / c), inverse(DEPTH)))
        .by(definition(upper), to=upper(c))
    )


# --- hence they are bounds ------------------------------------------------------------------------

later, further = c + m, c + n**2
at_first = (lt(0, c), cite(ratio_positive))
then = (lt(1, later), lt(0, later), lt(0, later - 1), lt(0, growth(later)))


@derivation("gamma.fraction.lower_ahead", LEMMA)
def lower_ahead() -> InductionDraft:
    """The eleventh has grown by no less than K after any number of steps."""
    claim = le(lower(c) * K(later), K(c) * lower(later))
    grows, more = le(growth(c) * lower(c), lower(c + 1)), lt(0, growth(later))
    grows_then = le(growth(later) * lower(later), lower(later + 1))
    return induction(
        claim,
        m,
        given=beyond_one,
        base=lambda line: (
            line.since(
                *at_first,
                *lower_there(c, c + 1),
                cite(lower_growth),
            )
            .by(cite(step))
            .at_most(K(c) * lower(c + 1), because=[(1, [grows, lt(0, K(c))])])
        ),
        step=lambda line: (
            line.since(
                *at_first,
                *then,
                *lower_there(c, later, later + 1),
            )
            .since(cite(lower_growth, c=later))
            .by(cite(step, c=later))
            .at_most(K(c) * growth(later) * lower(later), because=[(1, [claim, more])])
            .at_most(K(c) * lower(later + 1), because=[(1, [grows_then, lt(0, K(c))])])
        ),
    )


@derivation("gamma.fraction.upper_ahead", LEMMA)
def upper_ahead() -> InductionDraft:
    """The tenth has grown by no more."""
    claim = le(K(c) * upper(later), upper(c) * K(later))
    first, next_ = (eq(growth(at) * K(at), K(at + 1)) for at in (c, later))
    grows, grows_then = (le(upper(at + 1), growth(at) * upper(at)) for at in (c, later))
    return induction(
        claim,
        m,
        given=beyond_one,
        base=lambda line: line.since(
            *at_first,
            *upper_there(c, c + 1),
            cite(upper_growth),
            cite(upper_positive),
            cite(step),
        ).at_most(
            upper(c) * K(c + 1),
            because=[(1, [grows, lt(0, K(c))]), (upper(c), [first])],
        ),
        step=lambda line: line.since(
            *at_first,
            *then,
            *upper_there(c, later, later + 1),
            cite(upper_growth, c=later),
            cite(upper_positive),
            cite(step, c=later),
        ).at_most(
            upper(c) * K(later + 1),
            because=[
                (1, [grows_then, lt(0, K(c))]),
                (1, [claim, lt(0, growth(later))]),
                (upper(c), [next_]),
            ],
        ),
    )


@derivation("gamma.fraction.further", LEMMA)
def far() -> Draft:
    """1 < c + k²."""
    return chain(1, given=beyond_one).below(c + k**2, because=[(1, [lt(1, c)]), (k**2, [])])


@derivation("gamma.fraction.lower_nearly", LEMMA)
def lower_nearly() -> Draft:
    """So, since it stays below 1, it exceeds K(c) by little, if at all."""
    near = lt((further - 1) / further, K(further))
    ends = le(lower(further), 1)
    return (
        chain(lower(c) * (1 - 1 / further), given=beyond_one)
        .since(*at_first, cite(far, k=n), lt(0, further), cite(above, c=further))
        .since(lt(1, further), *lower_there(c, further))
        .since(cite(lower_positive), cite(lower_below_one, c=further), cite(lower_ahead, m=n**2))
        .at_most(lower(c) * K(further), because=[(1, [near, lt(0, lower(c))])])
        .at_most(K(c) * lower(further))
        .at_most(K(c), because=[(1, [ends, lt(0, K(c))])])
    )


@derivation("gamma.fraction.upper_nearly", LEMMA)
def upper_nearly() -> Draft:
    """And K(c), which stays below 1, exceeds the tenth by little, if at all."""
    near = le((further - 1) / further, upper(further))
    return (
        chain(K(c) * (1 - 1 / further), given=beyond_one)
        .since(*at_first, cite(far, k=n), lt(0, further), cite(below_one, c=further))
        .since(lt(1, further), *upper_there(c, further))
        .since(cite(upper_positive), cite(upper_near_one, c=further), cite(upper_ahead, m=n**2))
        .at_most(K(c) * upper(further), because=[(1, [near, lt(0, K(c))])])
        .at_most(upper(c) * K(further))
        .at_most(upper(c), because=[(1, [lt(K(further), 1), lt(0, upper(c))])])
    )


A, B = Symbol("A", real=True), Symbol("B", real=True)
almost_all = for_all(n, le(A * (1 - 1 / further), B))


@derivation("gamma.fraction.tends", LEMMA)
def tends() -> Draft:
    """A·(1 − 1/(c + m²)) tends to A."""
    return chain(Limit(A * (1 - 1 / (c + m**2)), m, oo)).by(series, to=A)


@derivation("gamma.fraction.constant", LEMMA)
def constant() -> Draft:
    """What does not move tends to itself."""
    return chain(Limit(B, m, oo)).by(limit())


@derivation("gamma.fraction.whole", LEMMA)
def whole() -> Draft:
    """So what is at least A·(1 − 1/(c + n²)), for every n, is at least A."""
    sequences = {"a": Lambda(k, A * (1 - 1 / (c + k**2))), "b": Lambda(k, B), "A": A, "B": B}
    return (
        chain(A, given=[*beyond_one, almost_all])
        .since(cite(far), cite(far, k=m), cite(tends), cite(constant), at(almost_all, m))
        .since(cite(limit_order, **sequences))
        .at_most(B)
    )


@derivation("gamma.fraction.lower", LEMMA)
def at_least() -> Draft:
    """Hence K(c) is at least the eleventh convergent."""
    return (
        chain(lower(c), given=beyond_one)
        .since(
            cite(lower_denominator),
            cite(far, k=n),
            cite(lower_nearly),
            cite(whole, A=lower(c), B=K(c)),
        )
        .at_most(K(c))
    )


@derivation("gamma.fraction.upper", LEMMA)
def at_most() -> Draft:
    """And at most the tenth."""
    return (
        chain(K(c), given=beyond_one)
        .since(
            cite(upper_denominator),
            cite(far, k=n),
            cite(upper_nearly),
            cite(whole, A=K(c), B=upper(c)),
        )
        .at_most(upper(c))
    )


# --- what is left of 1 ----------------------------------------------------------------------------

FROM = 9
CUT_OFF = Rational(1, 2**58)


def excess() -> Poly:
    """By how much 2⁻⁵⁸ of what is left above the tenth is more than the two differ by, times both
    denominators, in p = c − 9.
    """
    (above, below), (_, other) = parts(DEPTH), parts(DEPTH + 1)
    margin = CUT_OFF * (below - 4 * y * above) * other - 4 * y * factorial2(2 * DEPTH + 1) ** 2
    return Poly(margin.xreplace({y: p + FROM - 1}), p)


@derivation("gamma.fraction.excess", LEMMA)
def excess_positive() -> Draft:
    """That is a polynomial whose coefficients are positive."""
    because = [(coefficient, [le(0, p)] * power) for (power,), coefficient in excess().terms()]
    return chain(0, given=le(0, p)).below(excess().as_expr(), because=because)


@derivation("gamma.fraction.close", LEMMA)
def close() -> Draft:
    """From c = 9 on the two are so close that 1 − K(c) is known to 58 bits."""
    margin = lt(0, excess().as_expr().xreplace({p: c - FROM}))
    inverses = [inverse(DEPTH), inverse(DEPTH + 1)]
    return (
        chain(1 - lower(c), given=le(FROM, c))
        .since(lt(1, c), cite(lower_denominator), cite(upper_denominator), *inverses)
        .since(le(0, c - FROM), cite(excess_positive, p=c - FROM))
        .by(definition(lower))
        .at_most((1 + CUT_OFF) * (1 - upper.body), because=[(1, [margin, *inverses])])
        .by(definition(upper), to=(1 + CUT_OFF) * (1 - upper(c)))
    )
