"""What r_t is wanted for: it makes a variance the same at every step, and tends to 1.

Key results: whatever the variances V_t > 0 are, if they tend to v > 0 there is one such factor, and
its square is v/V_t. For which V_t it is to be is another question; the paper's are Var[1/√v_t].

References: Hilton 2019, section 3, display 1.
"""

from sympy import Limit, Symbol, oo

from derivations.notation import hilton, t
from derivations.powers import LEMMA
from radam_sym.kernel.heads import Family
from radam_sym.proof import (
    Draft,
    chain,
    cite,
    derivation,
    eq,
    for_all,
    given,
    limit,
    lt,
)

r, V = Family("r", "sequence"), Family("V", "sequence")
v, c = Symbol("v", real=True), Symbol("c", real=True)

settling = (eq(Limit(V[t], t, oo), v), eq(Limit(r[t], t, oo), 1))
constant = for_all(t, eq(r[t] ** 2 * V[t], c))
rectified = Limit(r[t] ** 2 * V[t], t, oo)


@derivation("rectification.at_the_end", LEMMA)
def at_the_end() -> Draft:
    """A factor that tends to 1 leaves the limit of the variances as it is."""
    return chain(rectified, given=settling).by(limit(*settling))


@derivation("rectification.throughout", LEMMA)
def throughout() -> Draft:
    """One that makes them constant has that constant for a limit."""
    return (
        chain(rectified, given=constant).by(given(constant, at=t), to=Limit(c, t, oo)).by(limit())
    )


@derivation("rectification.determined", hilton("section 3, display 1"))
def determined() -> Draft:
    """So a factor that does both has the square v/V_t: there is one that is positive."""
    return (
        chain(v / V[t], given=[lt(0, V[t]), *settling, constant])
        .by(cite(at_the_end), to=rectified / V[t])
        .by(cite(throughout), to=c / V[t])
        .by(given(constant, at=t), to=r[t] ** 2)
    )
