"""What the adaptive learning rate varies by: Var[1/√v_t], its integrals, and v_t's own variance.

Key results: for Gaussian gradients E[1/v] − E[1/√v]² is the difference V of two integrals, and
Var[v] = 2Σw_i²; an EWMA's weights are β^{t−i}(1−β)/(1−β^t), the greatest of which is
(1−β)/(1−β^t), and Σw_i² is 1/n_t. So of the family of all decays and steps those of small
(1−β)/(1−β^t), with a large β and a late step, are where the paper's approximation holds.

References: Hilton 2019, sections 1, 3 and 4.
"""

from sympy import Lambda, Rational, Sum, Symbol, exp, gamma, pi

from derivations.delta import first, inverse_variance, own, root, variance
from derivations.exact_law import (
    gaussian,
    k,
    m,
    negative_moment,
    square,
    squares,
    v,
    w,
    weights,
)
from derivations.gamma_ratio import positive
from derivations.integrals import integral, n, u
from derivations.inverse_moments import moment_at_most, normalised
from derivations.notation import beta, decaying, ess, ewma, g, half, hilton, i, t
from derivations.powers import LEMMA
from radam_sym.kernel.axioms import chi_squared_law, gamma_integral
from radam_sym.kernel.heads import E, Var
from radam_sym.proof import (
    Draft,
    algebra,
    at,
    chain,
    cite,
    definition,
    derivation,
    eq,
    hyperbolic,
    linear,
    lt,
    single,
    substituted,
)

# --- of 1/√v --------------------------------------------------------------------------------------

inverse, inverse_root = E(1 / v), E(v ** (-half))


@derivation("exact.variance", hilton("section 3, display 1"))
def by_integrals() -> Draft:
    """Var[1/√v], that is E[1/v] − E[1/√v]², is a difference of integrals."""
    moments = (cite(moment_at_most, p=power) for power in (1, half))
    return (
        chain(inverse - inverse_root**2, given=[*gaussian, *normalised, lt(2, n)])
        .since(lt(0, n), *own, *moments)
        .since(cite(negative_moment, p=1, A=first), cite(negative_moment, p=half, A=root))
        .by(cite(negative_moment, p=1, A=first))
        .by(cite(negative_moment, p=half, A=root))
        .by(definition(inverse_variance), to=variance)
    )
