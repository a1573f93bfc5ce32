"""What is proved, word for word, and the axioms under it."""

from math import factorial

VARIANCES = "lim[t → ∞] V[t] = v; lim[t → ∞] r[t] = 1"
CONSTANT = "V[t]*r[t]^2 = c for every positive integer t"
DECAYING = "0 < β; β < 1"
BOTH = "0 < a; a < 1; 0 < b; b < 1; a < b"
RECURSIVE = f"{DECAYING}; m[0] = 0; m[t] = (1 - β)*X[t] + β*m[t - 1] for every positive integer t"
INTEGRABLE = "X[i] of one distribution; E|X[i]| finite; E(X[1]) = μ"
SAMPLE = "X[i] independent; X[i] of one distribution; E|X[i]|^2 finite; Var(X[1]) = σ^2"
GRADIENTS = (
    f"{DECAYING}; g[i] independent; g[i] of one distribution; E|g[i]|^4 finite; "
    "Var(g[1]^2) = σ^2; 0 < σ"
)
V_T, V_S = "Var(ewma(g[i]^2, β, t))", "lim[s → ∞] Var(ewma(g[i]^2, β, s))"

OF_GRADIENTS = "m[t] = (1 - β)*g[t] + β*m[t - 1] for every positive integer t"
DECAYS = "0 < β₁; β₁ < 1; 0 < β₂; β₂ < 1"
RUN = (
    f"{DECAYS}; m[0] = 0; m[t] = (1 - β₁)*g[t] + β₁*m[t - 1] for every positive integer t; "
    "v[0] = 0; v[t] = (1 - β₂)*g[t]^2 + β₂*v[t - 1] for every positive integer t; 0 < ε"
)
MOMENTS = f"{DECAYS}; 0 ≤ v; 0 < ε"
RADICAND = (
    "(rho(β, t) - 4)*(rho(β, t) - 2)*ess_limit(β)/((ess_limit(β) - 4)*(ess_limit(β) - 2)*rho(β, t))"
)
OVER_FOUR = "t*langevin_gap(t*decay(β)) - 3 - langevin_gap(decay(β))"
FROM_THIRD = " + ".join(f"z^{k}/{factorial(k)}" for k in range(3, 26))
TAYLOR = f"1 + z + z^2/2 + {FROM_THIRD}"
HORNER = "".join(f"1/{factorial(k) // (k - 2)} + z*(" for k in range(3, 26)).removesuffix("*(")
HORNER += f"/{factorial(25)}" + 22 * ")"


PAIR = "0 < y; 0 < z"
BOUNDED = f"{PAIR}; y ≤ q; z ≤ q"
WEIGHTS = "0 < w[i] for every integer i; Σ[i=1..t](w[i]) = 1; Σ[i=1..t](w[i]^2) = 1/n"
SKEWED = "Σ[i=1..t](w[i]^3) = n^(-2) + D"
LIMITED = "w[r] ≤ δ for every positive integer r"
NORMAL = "g[i] standard normal; g[i] independent"
BY_TIME = "β^(t - i)*(1 - β)/(1 - β^t)"
BY_AGE = "β^(i - 1)*(1 - β)/(1 - β^t)"
ADAPTIVE = "E(1/ewma(g[i]^2, β, t)) - E(1/sqrt(ewma(g[i]^2, β, t)))^2"
VARIANCE = "inverse_variance(w, t)"
TANGENT = "1/((1 + u)*(1 + z + u)) - (y - z)/((1 + u)*(1 + z + u)^2)"
LINE = "log(1 + z)/z - (y - z)*log_slope(z)"
FOUR = "n^4/((n - 8)*(n - 6)*(n - 4)*(n - 2))"
FIVE = "n^5/((n - 10)*(n - 8)*(n - 6)*(n - 4)*(n - 2))"
SEVEN = "n^7/((n - 14)*(n - 12)*(n - 10)*(n - 8)*(n - 6)*(n - 4)*(n - 2))"
MIXED = "n^4/((n - 7)*(n - 5)*(n - 3)*(n - 2))"

# id: (hypotheses, conclusion). A change here is a change of what the project claims.
STATEMENTS = {
    "power.positive": ("0 < β", "0 < β^t"),
    "power.at_most_base": (DECAYING, "β^t ≤ β"),
    "power.below_base": (f"{DECAYING}; 2 ≤ t", "β^t < β"),
    "power.ordered": ("0 < a; a < b", "a^t < b^t"),
    "root.increasing": ("0 ≤ x; x < y", "sqrt(x) < sqrt(y)"),
    "ewma.normaliser": (DECAYING, "Σ[j=0..t - 1](β^j) = (1 - β^t)/(1 - β)"),
    "ewma.geometric": (DECAYING, "(1 - β)*Σ[j=0..t - 1](β^j) = 1 - β^t"),
    "ewma.normaliser_positive": (DECAYING, "0 < Σ[j=0..t - 1](β^j)"),
    "ewma.unrolled": (RECURSIVE, "m[t] = (1 - β)*Σ[i=1..t](β^(t - i)*X[i])"),
    "ewma.bias_correction": (RECURSIVE, "m[t]/(1 - β^t) = ewma(X, β, t)"),
    "ewma.paper_order": (
        DECAYING,
        "ewma(X, β, t) = Σ[i=0..t - 1](β^i*X[t - i])/Σ[j=0..t - 1](β^j)",
    ),
    "ewma.mean": (f"{DECAYING}; {INTEGRABLE}", "E(ewma(X, β, t)) = μ"),
    "ewma.variance_sums": (
        f"{DECAYING}; {SAMPLE}",
        "Var(ewma(X, β, t)) = σ^2*Σ[j=0..t - 1](β^(2*j))/(Σ[j=0..t - 1](β^j))^2",
    ),
    "ewma.squares": (DECAYING, "Σ[j=0..t - 1](β^(2*j)) = (1 - β^(2*t))/(1 - β^2)"),
    "ewma.variance": (f"{DECAYING}; {SAMPLE}", "Var(ewma(X, β, t)) = σ^2/ess(β, t)"),
    "ewma.bias": (
        f"{DECAYING}; {INTEGRABLE}",
        "E((1 - β)*Σ[i=1..t](β^(t - i)*X[i])) = μ*(1 - β^t)",
    ),
    "ewma.total": (
        RECURSIVE.removeprefix(f"{DECAYING}; "),
        "(1 - β)*Σ[i=1..t](X[i] - m[i]) = β*m[t]",
    ),
    "ess.simple_average": (SAMPLE, "Var(Σ[i=1..t](X[i]/t)) = σ^2/t"),
    "ess.first": (DECAYING, "ess(β, 1) = 1"),
    "ess.limit_t": (DECAYING, "lim[t → ∞] ess(β, t) = ess_limit(β)"),
    "ess.limit_beta": ("", "lim[β → 1-] ess(β, t) = t"),
    "ess.hyperbolic": (DECAYING, "ess(β, t) = tanh(t*decay(β)/2)/tanh(decay(β)/2)"),
    "ess.zero": ("", "ess(0, t) = 1"),
    "ess.bounds.least": (DECAYING, "1 ≤ ess(β, t)"),
    "ess.bounds.above_one": (f"{DECAYING}; 2 ≤ t", "1 < ess(β, t)"),
    "ess.bounds.step": (DECAYING, "ess(β, t + 1) ≤ 1 + ess(β, t)"),
    "ess.bounds.most": (DECAYING, "ess(β, t) ≤ t"),
    "ess.bounds.below_t": (f"{DECAYING}; 2 ≤ t", "ess(β, t) < t"),
    "ess.bounds.below_limit": (DECAYING, "ess(β, t) < ess_limit(β)"),
    "ess.bounds.increasing": (DECAYING, "ess(β, t) < ess(β, t + 1)"),
    "ess.bounds.increasing_beta": (f"{BOTH}; 2 ≤ t", "ess(a, t) < ess(b, t)"),
    "ess.lemma.first_gap": (BOTH, "b^(t + 1)*(1 - a) - a^(t + 1)*(1 - b) < b - a"),
    "ess.lemma.second_gap": (
        f"{BOTH}; 2 ≤ t",
        "(b^t - a^t)*(1 - a*b) < (b - a)*(1 - a^t*b^t)",
    ),
    "variance.squares": (GRADIENTS, f"{V_T} = σ^2/ess(β, t)"),
    "variance.limit": (GRADIENTS, f"{V_S} = σ^2*(1 - β)/(1 + β)"),
    "variance.limit_positive": (GRADIENTS, f"0 < {V_S}"),
    "variance.positive": (GRADIENTS, f"0 < {V_T}"),
    "variance.ratio": (GRADIENTS, f"{V_T}/({V_S}) = (1 + β^t)/(1 - β^t)"),
    "variance.inverse_ratio": (GRADIENTS, f"({V_S})/{V_T} = (1 - β^t)/(1 + β^t)"),
    "simple.rectification": (GRADIENTS, f"sqrt(({V_S})/{V_T}) = r_simple(β, t)"),
    "simple.sample_sizes": (DECAYING, "sqrt(ess(β, t)/ess_limit(β)) = r_simple(β, t)"),
    "simple.tanh_form": (DECAYING, "r_simple(β, t) = sqrt(tanh(t*decay(β)/2))"),
    "simple.constant_variance": (
        GRADIENTS,
        "Var(r_simple(β, t)*ewma(g[i]^2, β, t)) = σ^2*(1 - β)/(1 + β)",
    ),
    "simple.limits.first": (DECAYING, "r_simple(β, 1) = sqrt((1 - β)/(1 + β))"),
    "simple.limits.last": (DECAYING, "lim[t → ∞] r_simple(β, t) = 1"),
    "simple.positive": (DECAYING, "0 < r_simple(β, t)"),
    "simple.below_one": (DECAYING, "r_simple(β, t) < 1"),
    "simple.increasing": (DECAYING, "r_simple(β, t) < r_simple(β, t + 1)"),
    "adam.moving_average": (OF_GRADIENTS, "moving_average(m[t - 1], g[t], β) = m[t]"),
    "adam.averages": (
        f"{DECAYING}; m[0] = 0; {OF_GRADIENTS}",
        "bias_corrected(m[t], β, t) = ewma(g, β, t)",
    ),
    "adam.second_moment": (
        f"{DECAYING}; m[0] = 0; m[t] = (1 - β)*g[t]^2 + β*m[t - 1] for every positive integer t",
        "0 ≤ m[t]",
    ),
    "adam.corrected": (f"{DECAYING}; 0 ≤ m", "0 ≤ bias_corrected(m, β, t)"),
    "adam.update.outside": (
        RUN,
        "adam_outside(θ, m[t], v[t], t, α, β₁, β₂, ε) "
        "= θ - α*ewma(g, β₁, t)/(sqrt(ewma(g[i]^2, β₂, t)) + ε)",
    ),
    "adam.update.inside": (
        RUN,
        "adam_inside(θ, m[t], v[t], t, α, β₁, β₂, ε) "
        "= θ - α*ewma(g, β₁, t)/sqrt(ewma(g[i]^2, β₂, t) + ε)",
    ),
    "adam.update.uncorrected": (
        MOMENTS,
        "adam_uncorrected(θ, m, v, t, α, β₁, β₂, ε) "
        "= adam_outside(θ, m, v, t, α, β₁, β₂, ε/sqrt(1 - β₂^t))",
    ),
    "adam.update.momentum": (
        "0 < β₁; β₁ < 1; m[0] = 0; m[t] = (1 - β₁)*g[t] + β₁*m[t - 1] for every positive integer t",
        "momentum(θ, m[t], t, α, β₁) = θ - α*ewma(g, β₁, t)",
    ),
    "adam.sign": (
        RUN.replace("(1 - β₁)*g[t] + β₁*m[t - 1]", "β₁*m[t - 1] - (1 - β₁)*g[t]"),
        "adam_inside(θ, m[t], v[t], t, α, β₁, β₂, ε) "
        "= θ + α*ewma(g, β₁, t)/sqrt(ewma(g[i]^2, β₂, t) + ε)",
    ),
    "adam.epsilon.inside": ("0 ≤ v; 0 < ε", "sqrt(v + ε^2) ≤ sqrt(v) + ε"),
    "adam.epsilon.outside": ("0 ≤ v; 0 < ε", "sqrt(v) + ε ≤ sqrt(2)*sqrt(v + ε^2)"),
    "radam.update.outside": (
        MOMENTS,
        "radam_outside(θ, m, v, t, r, α, β₁, β₂, ε) = adam_outside(θ, m, v, t, α*r, β₁, β₂, ε)",
    ),
    "radam.update.inside": (
        MOMENTS,
        "radam_inside(θ, m, v, t, r, α, β₁, β₂, ε) = adam_inside(θ, m, v, t, α*r, β₁, β₂, ε)",
    ),
    "radam.update.uncorrected": (
        MOMENTS,
        "radam_uncorrected(θ, m, v, t, r, α, β₁, β₂, ε) "
        "= adam_uncorrected(θ, m, v, t, α*r, β₁, β₂, ε)",
    ),
    "computing.decay": ("0 < β", "decay(β) = -log(β)"),
    "computing.decay_late": ("0 < β", "decay(β) = -log1p(β - 1)"),
    "computing.decay_positive": (DECAYING, "0 < decay(β)"),
    "computing.gap": ("0 < z", "langevin_gap(z) = 2/z - 2/expm1(z)"),
    "computing.gap_above_series": (
        "0 < z; z ≤ 2",
        f"1 - z^2*({HORNER})/expm1(z) ≤ langevin_gap(z)",
    ),
    "computing.gap_below_series": (
        "0 < z; z ≤ 2",
        "langevin_gap(z) ≤ 288230376151711745/288230376151711744"
        f" - 288230376151711745*z^2*({HORNER})/(288230376151711744*expm1(z))",
    ),
    "computing.ess_limit": ("β < 1", "ess_limit(β) = (1 + β)/(1 - β)"),
    "computing.rho": (
        DECAYING,
        "rho(β, t) = 1 - langevin_gap(decay(β)) + t*langevin_gap(t*decay(β))",
    ),
    "computing.bias_correction": ("0 < β", "bias_correction(β, t) = -expm1(-t*decay(β))"),
    "computing.rho_late": (DECAYING, "rho(β, t) = ess_limit(β) - 2*t/expm1(t*decay(β))"),
    "computing.rho_over_four": (DECAYING, f"rho(β, t) - 4 = {OVER_FOUR}"),
    "computing.liu": (
        f"{DECAYING}; 4 < rho(β, t)",
        f"r_liu(β, t) = sqrt((rho(β, t) - 2)*({OVER_FOUR})*ess_limit(β)"
        "/((ess_limit(β) - 4)*(ess_limit(β) - 2)*rho(β, t)))",
    ),
    "exponential.four_terms": ("0 < z", "Σ[j=0..3](z^j/gamma(j + 1)) = 1 + z + z^2/2 + z^3/6"),
    "exponential.all_terms": ("0 < z", f"Σ[j=0..25](z^j/gamma(j + 1)) = {TAYLOR}"),
    "exponential.after_four_terms": ("0 < z", "exp(z) ≤ 1 + z + z^2/2 + z^3/6 + z^4*exp(z)/24"),
    "exponential.at_most_19": ("0 < z; z ≤ 2", "exp(z) ≤ 19"),
    "exponential.above_polynomial": ("0 < z", f"{TAYLOR} ≤ exp(z)"),
    "exponential.after_all_terms": (
        "0 < z",
        f"exp(z) ≤ {TAYLOR} + z^26*exp(z)/{factorial(26)}",
    ),
    "exponential.cut_off": (
        "0 < z; z ≤ 2",
        f"exp(z) ≤ 1 + z + 288230376151711745*z^2/576460752303423488 + {FROM_THIRD}",
    ),
    "exponential.above_one": ("0 < z", "1 < exp(z)"),
    "liu.first_step.fourth": (
        DECAYING,
        "rho(β, 4) - 4 = (β - 1)*(3 + 4*β + 3*β^2)/((1 + β)*(1 + β^2))",
    ),
    "liu.first_step.closed_to_four": (f"{DECAYING}; 2 ≤ t; t ≤ 4", "rho(β, t) < 4"),
    "liu.first_step.fifth": (
        DECAYING,
        "rho(β, 5) - 4 = (β^2 - 3 - β + 3*β^3 + 5*β^4)/(1 + β + β^2 + β^3 + β^4)",
    ),
    "liu.first_step.sixth": (
        DECAYING,
        "rho(β, 6) - 4 = (β^2 - 3 - β + 3*β^3 + 5*β^4 + 7*β^5)/(1 + β + β^2 + β^3 + β^4 + β^5)",
    ),
    "liu.first_step.quartic_positive": ("3867/5000 ≤ β", "0 < β^2 - 3 - β + 3*β^3 + 5*β^4"),
    "liu.first_step.quartic_negative": ("0 < β; β ≤ 7733/10000", "0 < 3 + β - β^2 - 3*β^3 - 5*β^4"),
    "liu.first_step.quintic_positive": (
        "6901/10000 ≤ β",
        "0 < β^2 - 3 - β + 3*β^3 + 5*β^4 + 7*β^5",
    ),
    "liu.first_step.quintic_negative": (
        "0 < β; β ≤ 69/100",
        "0 < 3 + β - β^2 - 3*β^3 - 5*β^4 - 7*β^5",
    ),
    "liu.first_step.fifth_open": ("3867/5000 ≤ β; β < 1", "4 < rho(β, 5)"),
    "liu.first_step.fifth_closed": ("0 < β; β ≤ 7733/10000", "rho(β, 5) - 4 < 0"),
    "liu.first_step.sixth_open": ("6901/10000 ≤ β; β < 1", "4 < rho(β, 6)"),
    "liu.first_step.sixth_closed": ("0 < β; β ≤ 69/100", "rho(β, 6) - 4 < 0"),
    "liu.first_step.any": ("3/5 < β; β < 1", "4 < ess_limit(β)"),
    "liu.first_step.none": ("0 < β; β ≤ 3/5", "rho(β, t) < 4"),
    "liu.age_of_plain_mean": ("", "Σ[i=1..t](i) = t*(t + 1)/2"),
    "liu.ages": (
        DECAYING,
        "Σ[j=0..t - 1](β^j*(j + 1)) = (1 + β^(t + 1)*t - β^t*(t + 1))/(1 - β)^2",
    ),
    "liu.centre_of_mass": (
        DECAYING,
        "Σ[i=1..t](β^(t - i)*(t - i + 1))/Σ[j=0..t - 1](β^j) = 1/2 + rho(β, t)/2",
    ),
    "liu.rho_sums": (DECAYING, "2*Σ[j=0..t - 1](β^j*(j + 1))/Σ[j=0..t - 1](β^j) - 1 = rho(β, t)"),
    "liu.rho_limits.first": ("β < 1", "rho(β, 1) = 1"),
    "liu.rho_zero": ("", "rho(0, t) = 1"),
    "liu.rho_limits.last": (DECAYING, "lim[t → ∞] rho(β, t) = ess_limit(β)"),
    "liu.count_positive": ("", "0 < Σ[j=0..t - 1](1)"),
    "liu.rho_limits.beta": ("", "lim[β → 1-] rho(β, t) = t"),
    "liu.rho_order": (DECAYING, "rho(β, t) = ess(β, t) - β^t*(2*t - 2*ess(β, t))/(1 - β^t)"),
    "liu.rho_at_most_n": (DECAYING, "rho(β, t) ≤ ess(β, t)"),
    "liu.bernoulli": (DECAYING, "1 - β^t ≤ t*(1 - β)"),
    "liu.bernoulli_strict": (DECAYING, "β*(1 - β^t) < t*(1 - β)"),
    "liu.rho_increasing": (DECAYING, "rho(β, t) < rho(β, t + 1)"),
    "liu.rho_langevin": (
        DECAYING,
        "rho(β, t) = coth(decay(β)/2) - 2/decay(β) + t - t*(coth(t*decay(β)/2) - 2/(t*decay(β)))",
    ),
    "liu.rho_at_least_one": (DECAYING, "1 ≤ rho(β, t)"),
    "liu.rho_below_limit": (DECAYING, "rho(β, t) < ess_limit(β)"),
    "liu.rho_positive": (DECAYING, "0 < 2/(1 - β) - 1 - 2*β^t*t/(1 - β^t)"),
    "liu.rho_stays": (DECAYING, "rho(β, s) < rho(β, s + t)"),
    "liu.rho_limits.later": (DECAYING, "lim[t → ∞] rho(β, s + t) = ess_limit(β)"),
    "liu.rectification.defined": (f"{DECAYING}; 4 < rho(β, t)", f"0 < {RADICAND}"),
    "liu.rectification.undefined": (
        f"{DECAYING}; 4 < ess_limit(β); 2 < rho(β, t); rho(β, t) < 4",
        f"{RADICAND} < 0",
    ),
    "liu.rectification.gate": (f"{DECAYING}; 4 < ess_limit(β); rho(β, t) < 2", f"0 < {RADICAND}"),
    "liu.rectification.last": (f"{DECAYING}; 4 < rho(β, s)", "lim[t → ∞] r_liu(β, s + t) = 1"),
    "simple.zero": ("", "r_simple(0, t) = 1"),
    "computing.growth_positive": ("0 < z", "0 < expm1(z)"),
    "computing.tanh_positive": (DECAYING, "0 < tanh(t*decay(β)/2)"),
    "computing.radicand": (
        f"{DECAYING}; 4 < rho(β, t)",
        f"0 < (rho(β, t) - 2)*({OVER_FOUR})*ess_limit(β)"
        "/((ess_limit(β) - 4)*(ess_limit(β) - 2)*rho(β, t))",
    ),
    "liu.first_step.below_five": (f"{DECAYING}; 2 ≤ t; t ≤ 5", "rho(β, t) < 5"),
    "liu.first_step.five_positive": ("4199/5000 ≤ β", "0 < β^3 - 2 - β + 2*β^4 + 3*β^5"),
    "liu.first_step.five_negative": ("0 < β; β ≤ 8397/10000", "0 < 2 + β - β^3 - 2*β^4 - 3*β^5"),
    "liu.first_step.five_open": ("4199/5000 ≤ β; β < 1", "5 < rho(β, 6)"),
    "liu.first_step.five_closed": ("0 < β; β ≤ 8397/10000", "rho(β, 6) - 4 < 1"),
    "liu.first_step.five_any": ("2/3 < β; β < 1", "5 < ess_limit(β)"),
    "liu.first_step.five_none": ("0 < β; β ≤ 2/3", "rho(β, t) < 5"),
    "ess.small_t": (
        "",
        "lim[λ → 0+] ((ess(exp(-λ), t) - t + λ^2*t*(t^2 - 1)/12 - λ^4*t*(t^2 - 1)*(6*t^2 + 1)/720)"
        "/λ^6) = -t*(t^2 - 1)*(51*t^4 + 9*t^2 + 2)/60480",
    ),
    "liu.rho_limits.small_t": (
        "",
        "lim[λ → 0+] ((rho(exp(-λ), t) - t + λ*(t^2/6 - 1/6) - λ^3*(t^4/360 - 1/360))"
        "/λ^5) = 1/15120 - t^6/15120",
    ),
    "expand.early.simple": ("", "lim[λ → 0+] ((r_simple(exp(-λ), t)^2 - λ*t/2)/λ^3) = -t^3/24"),
    "expand.early.liu": (
        "5 ≤ t",
        "lim[λ → 0+] ((r_liu(exp(-λ), t)^2 - λ*(t - 4)*(t - 2)/(2*t))/λ^2) "
        "= (18*t^3 - t^4 - 99*t^2 + 144*t - 8)/(12*t^2)",
    ),
    "expand.early.ratio": (
        "5 ≤ t",
        "lim[λ → 0+] (r_liu(exp(-λ), t)^2/r_simple(exp(-λ), t)^2) = 1 - 6/t + 8/t^2",
    ),
    "expand.late.simple": (
        "0 < β; β < 1",
        "lim[t → ∞] ((r_simple(β, t)^2 - 1 + 2*β^t - 2*β^(2*t))/β^(3*t)) = -2",
    ),
    "expand.step_vanishing": ("", "lim[t → ∞] 1/t = 0"),
    "expand.late.liu": (
        "3/5 < β; β < 1",
        "lim[t → ∞] (((rho(β, t) - 4)*(rho(β, t) - 2)*ess_limit(β)"
        "/((ess_limit(β) - 4)*(ess_limit(β) - 2)*rho(β, t)) - 1 "
        "+ β^t*t*(2*ess_limit(β)^2 - 16)"
        "/((ess_limit(β) - 4)*(ess_limit(β) - 2)*ess_limit(β)))/(β^(2*t)*t^2)) "
        "= 32*(1 - β)^2/(((1 + β)/(1 - β) - 4)*((1 + β)/(1 - β) - 2)*(1 + β)^2)",
    ),
    "expand.scaling.simple": ("0 < τ", "r_simple(exp(-τ/t), t)^2 = r_simple_limit(τ)^2"),
    "expand.scaling.liu": ("0 < τ", "lim[t → ∞] r_liu(exp(-τ/t), t)^2 = r_liu_limit(τ)^2"),
    "expand.scaling.simple_series": ("", "lim[τ → 0+] ((tanh(τ/2) - τ/2)/τ^3) = -1/24"),
    "expand.scaling.liu_series": ("", "lim[τ → 0+] ((1 - τ/(exp(τ) - 1) - τ/2)/τ^2) = -1/12"),
    "expand.order.liu": (
        "0 < β; β < 1; 4 < rho(β, t)",
        "r_liu(β, t) < sqrt(rho(β, t)/ess_limit(β))",
    ),
    "expand.order.simple": ("0 < β; β < 1", "rho(β, t)/ess_limit(β) ≤ ess(β, t)/ess_limit(β)"),
    "horizon.rate": ("", "lim[ε → 0+] ((decay(1 - ε) - ε - ε^2/2)/ε^3) = 1/3"),
    "horizon.steps": ("", "lim[ε → 0+] (5/ε - 5/decay(1 - ε)) = 5/2"),
    "exponential.above_tangent": ("0 < z", "1 + z < exp(z)"),
    "exponential.below_one": ("0 < z", "exp(-z) < 1"),
    "exponential.tanh_positive": ("0 < z", "0 < tanh(z/2)"),
    "rectification.at_the_end": (VARIANCES, "lim[t → ∞] (V[t]*r[t]^2) = v"),
    "rectification.throughout": (CONSTANT, "lim[t → ∞] (V[t]*r[t]^2) = c"),
    "rectification.determined": (f"0 < V[t]; {VARIANCES}; {CONSTANT}", "v/V[t] = r[t]^2"),
    "exponential.increasing": ("z < y", "0 < exp(y) - exp(z)"),
    "gap.taylor": ("0 < τ", "1 + τ + τ^2/2 + τ^3/6 + τ^4/24 + τ^5/120 < exp(τ)"),
    "gap.chord": ("0 < τ", "2*exp(τ) - 2 < τ*(1 + exp(τ))"),
    "gap.simple_early": ("0 < τ", "tanh(τ/2) < τ/2"),
    "gap.flat_parabola": ("", "0 < 1 - τ/2 + τ^2/12"),
    "gap.steep_parabola": ("", "0 < 1 - τ/2 + τ^2/2"),
    "gap.liu_early": ("0 < τ", "τ/2 - τ^2/12 < 1 - τ/(exp(τ) - 1)"),
    "gap.liu_late": ("8 ≤ τ", "29/30 < 1 - τ/(exp(τ) - 1)"),
    "gap.simple_below_one": ("0 < τ", "tanh(τ/2) < 1"),
    "gap.squares": ("0 < τ", "1 - τ/(exp(τ) - 1) < tanh(τ/2)"),
    "expand.gap.order": ("0 < τ", "r_liu_limit(τ) < r_simple_limit(τ)"),
    "gap.early": ("0 < τ; τ ≤ 39/10000", "r_simple_limit(τ) - r_liu_limit(τ) < 221/5000"),
    "gap.between": ("39/10000 ≤ τ; τ ≤ 8", "r_simple_limit(τ) - r_liu_limit(τ) < 221/5000"),
    "gap.liu_square_late": ("8 ≤ τ", "22838841/25000000 < 1 - τ/(exp(τ) - 1)"),
    "gap.late": ("8 ≤ τ", "r_simple_limit(τ) - r_liu_limit(τ) < 221/5000"),
    "gap.from_small": ("39/10000 ≤ τ", "r_simple_limit(τ) - r_liu_limit(τ) < 221/5000"),
    "expand.gap": ("0 < τ", "r_simple_limit(τ) - r_liu_limit(τ) < 221/5000"),
    "expand.gap.sharp": (
        "",
        "17663/400000 < r_simple_limit(921149/500000) - r_liu_limit(921149/500000)",
    ),
    "gap.squares_early": ("0 < τ; τ ≤ 3/5", "22401289*tanh(τ/2)/25000000 < 1 - τ/(exp(τ) - 1)"),
    "gap.squares_late": ("8 ≤ τ", "22401289*tanh(τ/2)/25000000 < 1 - τ/(exp(τ) - 1)"),
    "gap.share_early": ("0 < τ; τ ≤ 3/5", "4733*r_simple_limit(τ)/5000 < r_liu_limit(τ)"),
    "gap.share_between": ("3/5 ≤ τ; τ ≤ 8", "4733*r_simple_limit(τ)/5000 < r_liu_limit(τ)"),
    "gap.share_late": ("8 ≤ τ", "4733*r_simple_limit(τ)/5000 < r_liu_limit(τ)"),
    "gap.share_from_some": ("3/5 ≤ τ", "4733*r_simple_limit(τ)/5000 < r_liu_limit(τ)"),
    "expand.gap.ratio": ("0 < τ", "4733*r_simple_limit(τ)/5000 < r_liu_limit(τ)"),
    "horizon.at_five": ("0 < β; β < 1; decay(β) = 5/t", "r_simple(β, t) = sqrt(tanh(5/2))"),
    "horizon.at_five.above": ("", "496642300391/500000000000 < sqrt(tanh(5/2))"),
    "horizon.at_five.below": ("", "sqrt(tanh(5/2)) < 993284600783/1000000000000"),
    "horizon.crossing.exponential": ("0 < τ; exp(τ) = 19801/199", "r_simple_limit(τ) = 99/100"),
    "horizon.crossing": ("", "r_simple_limit(log(19801/199)) = 99/100"),
    "horizon.squares": ("τ < υ", "tanh(τ/2) < tanh(υ/2)"),
    "horizon.increasing": ("0 < τ; τ < υ", "r_simple_limit(τ) < r_simple_limit(υ)"),
    "horizon.crossing.above": ("", "4600182895733/1000000000000 < log(19801/199)"),
    "horizon.crossing.below": ("", "log(19801/199) < 2300091447867/500000000000"),
    "exact.variance": (
        f"{NORMAL}; {WEIGHTS}; 2 < n",
        f"E(1/Σ[i=1..t](g[i]^2*w[i])) - E(1/sqrt(Σ[i=1..t](g[i]^2*w[i])))^2 = {VARIANCE}",
    ),
    "weights.ewma": (DECAYING, "ewma(X, β, t) = Σ[i=1..t](β^(t - i)*(1 - β)*X[i]/(1 - β^t))"),
    "weights.sum": (DECAYING, f"Σ[i=1..t]({BY_AGE}) = 1"),
    "weights.squares": (DECAYING, "Σ[i=1..t](β^(2*i - 2)*(1 - β)^2/(1 - β^t)^2) = 1/ess(β, t)"),
    "weights.power": ("0 < β", "0 < β^i"),
    "weights.positive": (DECAYING, "0 < β^i*(1 - β)/(1 - β^t)"),
    "weights.argument": (f"{DECAYING}; 0 < s", "0 < 1 + 2*β^i*s*(1 - β)/(1 - β^t)"),
    "weights.sum_by_time": (DECAYING, f"Σ[i=1..t]({BY_TIME}) = 1"),
    "weights.squares_by_time": (
        DECAYING,
        "Σ[i=1..t](β^(2*t - 2*i)*(1 - β)^2/(1 - β^t)^2) = 1/ess(β, t)",
    ),
    "weights.order": (
        f"{DECAYING}; 0 < s",
        f"transform({BY_TIME}, t, s) = transform({BY_AGE}, t, s)",
    ),
    "weights.bounded": (DECAYING, "β^(r - 1)*(1 - β)/(1 - β^t) ≤ (1 - β)/(1 - β^t)"),
    "exact.moments.ewma": (
        f"{DECAYING}; {NORMAL}; 0 < p; 2*p < ess(β, t)",
        f"E(ewma(g[i]^2, β, t)^(-p)) = ∫[0..∞] (u^(p - 1)*transform({BY_TIME}, t, u)) du/gamma(p)",
    ),
    "delta.leading.size": (
        f"{DECAYING}; (1 - β)/(1 - β^t) ≤ 1/16; 0 < ess(β, t)",
        "16 ≤ ess(β, t)",
    ),
    "delta.leading.ewma_above": (
        f"{DECAYING}; {NORMAL}; (1 - β)/(1 - β^t) ≤ 1/16",
        f"{ADAPTIVE} ≤ (1 + 80*(1 - β)/(1 - β^t))/(2*ess(β, t))",
    ),
    "delta.leading.ewma_below": (
        f"{DECAYING}; {NORMAL}; (1 - β)/(1 - β^t) ≤ 1/16",
        f"(1 - 80*(1 - β)/(1 - β^t))/(2*ess(β, t)) ≤ {ADAPTIVE}",
    ),
    "chi.moments.scaled": (
        "0 < ρ; 0 < ρ/2 + p",
        "∫[0..∞] (2^p*x^(ρ/2 - 1 + p)*exp(-x)/(ρ^p*gamma(ρ/2))) dx "
        "= 2^p*gamma(ρ/2 + p)/(ρ^p*gamma(ρ/2))",
    ),
    "chi.moments.integral": (
        "0 < ρ; 0 < ρ/2 + p",
        "∫[0..∞] (x^p*x^(ρ/2 - 1)*exp(-x/2)/(2^(ρ/2)*ρ^p*gamma(ρ/2))) dx "
        "= 2^p*gamma(ρ/2 + p)/(ρ^p*gamma(ρ/2))",
    ),
    "chi.moments": ("0 < ρ; 0 < ρ/2 + p", "chi_moment(ρ, p) = 2^p*gamma(ρ/2 + p)/(ρ^p*gamma(ρ/2))"),
    "chi.moments.mass": ("0 < ρ", "chi_moment(ρ, 0) = 1"),
    "chi.moments.mean": ("0 < ρ", "chi_moment(ρ, 1) = 1"),
    "chi.moments.inverse": ("2 < ρ", "chi_moment(ρ, -1) = ρ/(ρ - 2)"),
    "chi.moments.inverse_root": (
        "1 < ρ",
        "chi_moment(ρ, -1/2) = sqrt(2)*sqrt(ρ)*gamma(ρ/2 - 1/2)/(2*gamma(ρ/2))",
    ),
    "chi.moments.inverse_square": ("4 < ρ", "chi_moment(ρ, -2) = ρ^2/((ρ - 4)*(ρ - 2))"),
    "chi.moments.variance": (
        "4 < ρ",
        "chi_moment(ρ, -2) - chi_moment(ρ, -1)^2 = 2*ρ^2/((ρ - 4)*(ρ - 2)^2)",
    ),
    "chi.variance": ("2 < ρ", "chi_moment(ρ, -1) - chi_moment(ρ, -1/2)^2 = chi_variance(ρ)"),
    "chi.variance_ratio": ("2 < ρ", "chi_variance(ρ) = ρ*(1 - gamma_ratio(ρ/2))/(ρ - 2)"),
    "chi.variance_decreasing": ("2 < ρ; ρ < σ", "chi_variance(σ) < chi_variance(ρ)"),
    "chi.doubled": ("1 < ρ", "gamma(ρ - 1) = 2^(ρ - 2)*gamma(ρ/2)*gamma(ρ/2 - 1/2)/sqrt(pi)"),
    "chi.variance_beta": (
        "2 < ρ",
        "ρ/(ρ - 2) - 2^(2*ρ - 5)*ρ*beta_function(ρ/2 - 1/2, ρ/2 - 1/2)^2/pi = chi_variance(ρ)",
    ),
    "chi.variance_expansion.from_below": (
        "2 < ρ",
        "ρ*(1 - gamma_ratio_most(ρ/2))/(ρ - 2) ≤ chi_variance(ρ)",
    ),
    "chi.variance_expansion.below": (
        "2 < ρ",
        "83/(16*ρ^3) + 15/(8*ρ^2) + 1/(2*ρ) < chi_variance(ρ)",
    ),
    "chi.variance_expansion.above": (
        "3 ≤ ρ",
        "chi_variance(ρ) < 44/ρ^4 + 83/(16*ρ^3) + 15/(8*ρ^2) + 1/(2*ρ)",
    ),
    "liu.first_order.positive": (
        "2 < ρ",
        "0 < ∫[0..∞] (ρ*x^(ρ/2 - 1)*exp(-x/2)/(2^(ρ/2)*x*gamma(ρ/2))) dx",
    ),
    "liu.first_order": (
        "4 < ρ",
        "(chi_moment(ρ, -2) - chi_moment(ρ, -1)^2)/(4*chi_moment(ρ, -1)) = liu_first_order(ρ)",
    ),
    "liu.first_order.expansion": ("", "lim[ρ → ∞] (ρ^2*(liu_first_order(ρ) - 1/(2*ρ))) = 3"),
    "liu.first_order.exceeds": ("4 < ρ", "chi_variance(ρ) < liu_first_order(ρ)"),
    "chi.root_variance": (
        "0 < ρ",
        "chi_moment(ρ, 1) - chi_moment(ρ, 1/2)^2 = 1 - gamma_ratio(1 + ρ/2)",
    ),
    "chi.root_variance.below": ("1 ≤ ρ", "1/(2*ρ) - 1/ρ^3 - 1/(8*ρ^2) < 1 - gamma_ratio(1 + ρ/2)"),
    "chi.root_variance.above": ("1 ≤ ρ", "1 - gamma_ratio(1 + ρ/2) < 1/(2*ρ) - 1/(8*ρ^2)"),
    "order.scaled": ("α ≤ β; 0 < γ", "α*γ ≤ β*γ"),
    "order.divided": ("α ≤ β*γ; 0 < γ", "α/γ ≤ β"),
    "sum.order": ("a[r] ≤ b[r] for every positive integer r", "Σ[i=1..t](a[i]) ≤ Σ[i=1..t](b[i])"),
    "comparison.tangents": (
        f"{WEIGHTS}; 0 < n; 0 < s",
        "Σ[i=1..t](2*s*(n*log(2*s/n + 1)/(2*s) - (2*s*w[i] "
        "- 2*s/n)*log_slope(2*s/n))*w[i]) = n*log(2*s/n + 1)",
    ),
    "comparison.logarithms_least": (
        f"{WEIGHTS}; 0 < n; 0 < s",
        "n*log(2*s/n + 1) ≤ Σ[i=1..t](log(1 + 2*s*w[i]))",
    ),
    "comparison.upper_parabolas": (
        f"{WEIGHTS}; 0 < n; 0 < s; {SKEWED}",
        "Σ[i=1..t](2*s*((2*s*w[i] - 2*s/n)^2/3 - (2*s*w[i] - 2*s/n)*log_slope(2*s/n) "
        "+ n*log(2*s/n + 1)/(2*s))*w[i]) = n*log(2*s/n + 1) + 8*D*s^3/3",
    ),
    "comparison.lower_parabolas": (
        f"{WEIGHTS}; 0 < n; 0 < s; {SKEWED}",
        "Σ[i=1..t](2*s*((1/3 - 3*δ*s/2)*(2*s*w[i] - 2*s/n)^2 - (2*s*w[i] "
        "- 2*s/n)*log_slope(2*s/n) + n*log(2*s/n + 1)/(2*s))*w[i]) "
        "= n*log(2*s/n + 1) + 8*D*s^3*(1/3 - 3*δ*s/2)",
    ),
    "comparison.logarithms_most": (
        f"{WEIGHTS}; 0 < n; 0 < s; {SKEWED}",
        "Σ[i=1..t](log(1 + 2*s*w[i])) ≤ n*log(2*s/n + 1) + 8*D*s^3/3",
    ),
    "comparison.logarithms_nearly": (
        f"{WEIGHTS}; 0 < n; 0 < s; {SKEWED}; {LIMITED}; 1/n ≤ δ",
        "n*log(2*s/n + 1) + 8*D*s^3*(1/3 - 3*δ*s/2) ≤ Σ[i=1..t](log(1 + 2*s*w[i]))",
    ),
    "comparison.most": (f"{WEIGHTS}; 0 < n; 0 < s", "transform(w, t, s) ≤ (2*s/n + 1)^(-n/2)"),
    "comparison.least": (
        f"{WEIGHTS}; 0 < n; 0 < s; {SKEWED}; 0 ≤ D",
        "(1 - 4*D*s^3/3)/(2*s/n + 1)^(n/2) ≤ transform(w, t, s)",
    ),
    "comparison.capped": ("m ≤ 1; m ≤ exp(-x); x ≤ y; 0 ≤ y", "m ≤ 1 + y^2/2 - x"),
    "comparison.exponential": (
        f"{WEIGHTS}; 0 < n; 0 < s; {SKEWED}; {LIMITED}; 1/n ≤ δ",
        "transform(w, t, s) ≤ exp(6*D*δ*s^4 - 4*D*s^3/3)/(2*s/n + 1)^(n/2)",
    ),
    "comparison.nearly": (
        f"{WEIGHTS}; 0 < n; 0 < s; {SKEWED}; {LIMITED}; 1/n ≤ δ; 0 ≤ D; 0 < δ",
        "transform(w, t, s) ≤ (1 - 4*D*s^3/3 + 6*D*δ*s^4 + 8*D^2*s^6/9)/(2*s/n + 1)^(n/2)",
    ),
    "delta.plain.first": ("2 < n", "plain_moment(n, 1) = n/(n - 2)"),
    "delta.plain.root": ("2 < n", "plain_moment(n, 1/2)^2/pi = n/(n - 2) - chi_variance(n)"),
    "delta.plain.fourth": (
        "8 < n",
        "plain_moment(n, 4) = 6*n^3*plain_moment(n, 1)/((n - 8)*(n - 6)*(n - 4))",
    ),
    "delta.plain.seven_halves": (
        "7 < n",
        "plain_moment(n, 7/2) = 15*n^3*plain_moment(n, 1/2)/(8*(n - 7)*(n - 5)*(n - 3))",
    ),
    "delta.least": (
        f"{WEIGHTS}; 8 < n; {SKEWED}; 0 ≤ D",
        f"chi_variance(n) - 8*D*{FOUR} ≤ {VARIANCE}",
    ),
    "delta.most": (
        f"{WEIGHTS}; 8 < n; {SKEWED}; 0 ≤ D",
        f"{VARIANCE} ≤ chi_variance(n) + 5*D*n^3*(n/(n - 2) - chi_variance(n))/((n - 7)*(n "
        "- 5)*(n - 3))",
    ),
    "delta.mean_weight": (f"{WEIGHTS}; 0 < n; {LIMITED}", "1/n ≤ δ"),
    "delta.bound_positive": (f"{WEIGHTS}; 0 < n; {LIMITED}", "0 < δ"),
    "delta.skewness_most": (
        f"0 < w[i] for every integer i; Σ[i=1..t](w[i]^2) = 1/n; 0 < n; {SKEWED}; {LIMITED}",
        "D ≤ δ/n",
    ),
    "delta.skewness_least": (f"{WEIGHTS}; 0 < n; {SKEWED}", "0 ≤ D"),
    "delta.leading.quotient": ("16 ≤ n", f"{MIXED} ≤ 4"),
    "delta.leading.other_quotient": ("16 ≤ n", f"{FOUR} ≤ 49/10"),
    "delta.leading.sixteen": (f"{WEIGHTS}; 0 < n; {LIMITED}; δ ≤ 1/16", "16 ≤ n"),
    "delta.leading.plain_most": ("16 ≤ n", "chi_variance(n) ≤ 3/n^2 + 1/(2*n)"),
    "delta.leading.plain_positive": ("16 ≤ n", "0 < chi_variance(n)"),
    "delta.leading.most": (
        f"{WEIGHTS}; {SKEWED}; 16 ≤ n; 0 ≤ D; D ≤ δ/n; 1/n ≤ δ",
        f"{VARIANCE} ≤ 1/(2*n) + 23*δ/n",
    ),
    "delta.leading.least": (
        f"{WEIGHTS}; {SKEWED}; 16 ≤ n; 0 ≤ D; D ≤ δ/n",
        f"1/(2*n) - 40*δ/n ≤ {VARIANCE}",
    ),
    "delta.leading.above": (
        f"{WEIGHTS}; 0 < n; {LIMITED}; δ ≤ 1/16",
        f"{VARIANCE} ≤ (1 + 80*δ)/(2*n)",
    ),
    "delta.leading.below": (
        f"{WEIGHTS}; 0 < n; {LIMITED}; δ ≤ 1/16",
        f"(1 - 80*δ)/(2*n) ≤ {VARIANCE}",
    ),
    "delta.second.quotients.four_least": ("32 ≤ n", f"1 ≤ {FOUR}"),
    "delta.second.quotients.four": ("32 ≤ n", f"{FOUR} ≤ 33/n + 1"),
    "delta.second.quotients.five": ("32 ≤ n", f"{FIVE} ≤ 3"),
    "delta.second.quotients.seven": ("32 ≤ n", f"{SEVEN} ≤ 83/10"),
    "delta.second.quotients.mixed": ("32 ≤ n", f"{MIXED} ≤ 26/n + 1"),
    "delta.second.fifth": (
        "10 < n",
        "plain_moment(n, 5) = 24*n^4*plain_moment(n, 1)/((n - 10)*(n - 8)*(n - 6)*(n - 4))",
    ),
    "delta.second.seventh": (
        "14 < n",
        "plain_moment(n, 7) = 720*n^6*plain_moment(n, 1)/((n - 14)*(n - 12)*(n - 10)*(n "
        "- 8)*(n - 6)*(n - 4))",
    ),
    "delta.second.small": ("32 ≤ n; D ≤ δ/n; 0 < δ", "D ≤ δ/32"),
    "delta.second.above.moments": (
        f"{WEIGHTS}; {SKEWED}; 32 ≤ n; 0 ≤ D; D ≤ δ/n; 1/n ≤ δ; {LIMITED}; 0 < δ",
        f"{VARIANCE} ≤ chi_variance(n) - 8*D*{FOUR} + 5*D*{MIXED} + 144*D*δ*{FIVE} "
        f"+ 640*D^2*{SEVEN}",
    ),
    "delta.second.above": (
        f"{WEIGHTS}; {SKEWED}; 32 ≤ n; 0 ≤ D; D ≤ δ/n; 1/n ≤ δ; {LIMITED}; 0 < δ",
        f"{VARIANCE} ≤ chi_variance(n) - 3*D + 750*D*δ",
    ),
    "delta.second.quotients.three": ("32 ≤ n", "1 ≤ n^3/((n - 7)*(n - 5)*(n - 3))"),
    "delta.second.quotients.three_most": ("32 ≤ n", "n^3/((n - 7)*(n - 5)*(n - 3)) ≤ 42/25"),
    "delta.second.quotients.nine": ("32 ≤ n", "n^4/((n - 9)*(n - 7)*(n - 5)*(n - 3)) ≤ 7/3"),
    "delta.second.quotients.thirteen": (
        "32 ≤ n",
        "n^6/((n - 13)*(n - 11)*(n - 9)*(n - 7)*(n - 5)*(n - 3)) ≤ 6",
    ),
    "delta.second.nine_halves": (
        "9 < n",
        "plain_moment(n, 9/2) = 105*n^4*plain_moment(n, 1/2)/(16*(n - 9)*(n - 7)*(n - 5)*(n - 3))",
    ),
    "delta.second.thirteen_halves": (
        "13 < n",
        "plain_moment(n, 13/2) "
        "= 10395*n^6*plain_moment(n, 1/2)/(64*(n - 13)*(n - 11)*(n - 9)*(n - 7)*(n - 5)*(n "
        "- 3))",
    ),
    "delta.second.up": (
        "32 ≤ n; 0 ≤ D; 0 < δ",
        "0 ≤ 315*D*δ*n^4/(8*(n - 9)*(n - 7)*(n - 5)*(n - 3)) + 1155*D^2*n^6/(8*(n - 13)*(n "
        "- 11)*(n - 9)*(n - 7)*(n - 5)*(n - 3))",
    ),
    "delta.second.down": ("32 ≤ n; 0 ≤ D", "0 ≤ 5*D*n^3/(2*(n - 7)*(n - 5)*(n - 3))"),
    "delta.second.below.moments": (
        f"{WEIGHTS}; {SKEWED}; 32 ≤ n; 0 ≤ D; D ≤ δ/n; 1/n ≤ δ; {LIMITED}; 0 < δ",
        "chi_variance(n) + (n/(n - 2) - chi_variance(n))*(5*D*n^3/((n - 7)*(n - 5)*(n "
        "- 3)) - (315*D*δ*n^4/(8*(n - 9)*(n - 7)*(n - 5)*(n - 3)) + 1155*D^2*n^6/(8*(n "
        "- 13)*(n - 11)*(n - 9)*(n - 7)*(n - 5)*(n - 3)))^2 - 315*D*δ*n^4/(4*(n - 9)*(n "
        "- 7)*(n - 5)*(n - 3)) - 1155*D^2*n^6/(4*(n - 13)*(n - 11)*(n - 9)*(n - 7)*(n "
        f"- 5)*(n - 3)) - 25*D^2*n^6/(4*(n - 7)^2*(n - 5)^2*(n - 3)^2)) - 8*D*{FOUR} "
        f"≤ {VARIANCE}",
    ),
    "delta.second.up_most": (
        "32 ≤ n; 0 ≤ D; D ≤ δ/n; 0 < δ",
        "315*D*δ*n^4/(8*(n - 9)*(n - 7)*(n - 5)*(n - 3)) + 1155*D^2*n^6/(8*(n - 13)*(n "
        "- 11)*(n - 9)*(n - 7)*(n - 5)*(n - 3)) ≤ 119*D*δ",
    ),
    "delta.second.down_least": ("32 ≤ n; 0 ≤ D", "5*D/2 ≤ 5*D*n^3/(2*(n - 7)*(n - 5)*(n - 3))"),
    "delta.second.down_most": ("32 ≤ n; 0 ≤ D", "5*D*n^3/(2*(n - 7)*(n - 5)*(n - 3)) ≤ 21*D/5"),
    "delta.second.four_within": ("32 ≤ n; 1/n ≤ δ", f"{FOUR} ≤ 1 + 33*δ"),
    "delta.second.root_least": ("32 ≤ n", "1 ≤ n/(n - 2) - chi_variance(n)"),
    "delta.second.root_most": ("32 ≤ n", "n/(n - 2) - chi_variance(n) < 16/15"),
    "delta.second.arithmetic": (
        "0 ≤ D; D ≤ δ/32; 0 < δ; δ ≤ 1/32; 1 ≤ A; A ≤ 16/15; Q ≤ 1 + 33*δ; 5*D/2 ≤ x; "
        "x ≤ 21*D/5; 0 ≤ y; y ≤ 119*D*δ",
        "f - 3*D - 750*D*δ ≤ f - 8*D*Q + A*(2*x - 2*y - y^2 - x^2)",
    ),
    "delta.second.below": (
        f"{WEIGHTS}; {SKEWED}; 32 ≤ n; 0 ≤ D; D ≤ δ/n; 1/n ≤ δ; {LIMITED}; 0 < δ; δ ≤ 1/32",
        f"chi_variance(n) - 3*D - 750*D*δ ≤ {VARIANCE}",
    ),
    "delta.second.cumulants": (
        f"Σ[i=1..t](w[i]^2) = 1/n; {SKEWED}",
        "39*(Σ[i=1..t](w[i]^2))^2/8 + Σ[i=1..t](w[i]^2)/2 - 3*Σ[i=1..t](w[i]^3) "
        "= 15/(8*n^2) + 1/(2*n) - 3*D",
    ),
    "delta.second.start": (f"{WEIGHTS}; 0 < n; {LIMITED}; δ ≤ 1/32", "32 ≤ n"),
    "delta.second.plain_most": ("32 ≤ n", "chi_variance(n) ≤ 7/n^3 + 15/(8*n^2) + 1/(2*n)"),
    "delta.second.cube": ("0 < n; 1/n ≤ δ; 0 < δ", "n^(-3) ≤ δ^3"),
    "delta.second.excess": ("D ≤ δ/n; 1/n ≤ δ; 0 < δ; 0 < n", "D ≤ δ^2"),
    "delta.second.cumulants_above": (
        f"{WEIGHTS}; 0 < n; {LIMITED}; δ ≤ 1/32",
        f"{VARIANCE} ≤ Σ[i=1..t](w[i]^2)/2 - 3*Σ[i=1..t](w[i]^3) "
        "+ 39*(Σ[i=1..t](w[i]^2))^2/8 + 760*δ^3",
    ),
    "delta.second.cumulants_below": (
        f"{WEIGHTS}; 0 < n; {LIMITED}; δ ≤ 1/32",
        "Σ[i=1..t](w[i]^2)/2 - 3*Σ[i=1..t](w[i]^3) + 39*(Σ[i=1..t](w[i]^2))^2/8 - 760*δ^3 "
        f"≤ {VARIANCE}",
    ),
    "exact.laplace.scaled": (
        "0 < c",
        "∫[0..∞] (sqrt(2)*sqrt(1/c)*exp(-u)/(2*sqrt(pi)*sqrt(u))) du = sqrt(2)*sqrt(1/c)/2",
    ),
    "exact.laplace.exponential": (
        "0 < c",
        "∫[0..∞] (sqrt(2)*exp(-c*u)/(2*sqrt(pi)*sqrt(u))) du = sqrt(2)*sqrt(1/c)/2",
    ),
    "exact.laplace.one_integral": (
        "0 < s",
        "∫[0..∞] (sqrt(2)*exp(-u/2)*exp(-s*u)/(2*sqrt(pi)*sqrt(u))) du = 1/sqrt(1 + 2*s)",
    ),
    "exact.laplace.one": (f"{NORMAL}; 0 < s", "E(exp(-s*Σ[i=m..m](g[i]^2))) = 1/sqrt(1 + 2*s)"),
    "exact.laplace.one_square": (f"{NORMAL}; 0 < s", "E(exp(-s*g[m]^2)) = 1/sqrt(1 + 2*s)"),
    "exact.laplace": (
        f"{NORMAL}; 0 < w[i] for every integer i; 0 < s",
        "E(exp(-s*Σ[i=1..t](g[i]^2*w[i]))) = transform(w, t, s)",
    ),
    "exact.moments": (
        f"{NORMAL}; 0 < w[i] for every integer i; 0 < p; "
        "∫[0..∞] (u^(p - 1)*transform(w, t, u)) du = A",
        "E(Σ[i=1..t](g[i]^2*w[i])^(-p)) = A/gamma(p)",
    ),
    "exponential.first_terms": ("", "Σ[j=0..2](z^j/gamma(j + 1)) = 1 + z + z^2/2"),
    "exponential.above_parabola": ("0 ≤ z", "1 + z + z^2/2 ≤ exp(z)"),
    "exponential.turned_parabola": ("", "0 < 1 - z + z^2/2"),
    "exponential.product": ("0 ≤ z", "1 ≤ (1 - z + z^2/2)*exp(z)"),
    "exponential.below_parabola": ("0 ≤ z", "exp(-z) ≤ 1 - z + z^2/2"),
    "exponential.product_of_line": ("0 ≤ z", "(1 - z)*exp(z) ≤ 1"),
    "exponential.first_term": ("", "Σ[j=0..0](z^j/gamma(j + 1)) = 1"),
    "exponential.above_line": ("0 ≤ z", "1 - z ≤ exp(-z)"),
    "exponential.line": ("", "1 + z ≤ exp(z)"),
    "exponential.monotone": ("z ≤ y", "exp(z) ≤ exp(y)"),
    "gamma.bounds.least_growth": (
        "1 < c",
        "(c - 1/2)^2*gamma_ratio_least(c)/(c*(c - 1)) ≤ gamma_ratio_least(1 + c)",
    ),
    "gamma.bounds.least_ahead": (
        "1 < c",
        "gamma_ratio(m + c)*gamma_ratio_least(c) ≤ gamma_ratio(c)*gamma_ratio_least(m + c)",
    ),
    "gamma.bounds.least_nearly": (
        "1 < c",
        "(1 - 1/(m + c))*(4*c - 3)*(8*c - 8)/(1 + 2*(4*c - 3)^2) "
        "≤ (4*m - 3 + 4*c)*(8*m - 8 + 8*c)*gamma_ratio(c)/(1 + 2*(4*m - 3 + 4*c)^2)",
    ),
    "gamma.bounds.square": ("", "0 < 1 + 2*y^2"),
    "gamma.bounds.other_square": ("", "0 < 11 + 4*y^2"),
    "gamma.bounds.further": ("1 < c", "1 < k^2 + c"),
    "gamma.bounds.further_odd": ("1 < c", "0 < 4*k^2 - 3 + 4*c"),
    "gamma.bounds.least_start": (
        "1 < c",
        "lim[m → ∞] ((1 - 1/(m^2 + c))*(4*c - 3)*(8*c - 8)/(1 + 2*(4*c - 3)^2)) "
        "= gamma_ratio_least(c)",
    ),
    "gamma.bounds.least_end": (
        "1 < c",
        "lim[m → ∞] ((4*m^2 - 3 + 4*c)*(8*m^2 - 8 + 8*c)*gamma_ratio(c)/(1 + 2*(4*m^2 - 3 "
        "+ 4*c)^2)) = gamma_ratio(c)",
    ),
    "gamma.bounds.least": ("1 < c", "gamma_ratio_least(c) ≤ gamma_ratio(c)"),
    "gamma.bounds.most_growth": (
        "1 < c",
        "gamma_ratio_most(1 + c) ≤ (c - 1/2)^2*gamma_ratio_most(c)/(c*(c - 1))",
    ),
    "gamma.bounds.most_ahead": (
        "1 < c",
        "gamma_ratio(c)*gamma_ratio_most(m + c) ≤ gamma_ratio(m + c)*gamma_ratio_most(c)",
    ),
    "gamma.bounds.most_nearly": (
        "1 < c",
        "(9 + 4*(4*m - 3 + 4*c)^2)*(4*m - 4 + 4*c)*gamma_ratio(c)/((11 + 4*(4*m - 3 "
        "+ 4*c)^2)*(4*m - 3 + 4*c)) "
        "≤ (4*c - 4)*(9 + 4*(4*c - 3)^2)/((4*c - 3)*(11 + 4*(4*c - 3)^2))",
    ),
    "gamma.bounds.most_start": (
        "1 < c",
        "lim[m → ∞] ((9 + 4*(4*m^2 - 3 + 4*c)^2)*(4*m^2 - 4 + 4*c)*gamma_ratio(c)/((11 "
        "+ 4*(4*m^2 - 3 + 4*c)^2)*(4*m^2 - 3 + 4*c))) = gamma_ratio(c)",
    ),
    "gamma.bounds.most_end": (
        "1 < c",
        "lim[m → ∞] ((4*c - 4)*(9 + 4*(4*c - 3)^2)/((4*c - 3)*(11 + 4*(4*c - 3)^2))) "
        "= gamma_ratio_most(c)",
    ),
    "gamma.bounds.most": ("1 < c", "gamma_ratio(c) ≤ gamma_ratio_most(c)"),
    "gamma.positive": ("0 < p", "0 < gamma(p)"),
    "gamma.ratio.step": ("1 < c", "gamma_ratio(1 + c) = (c - 1/2)^2*gamma_ratio(c)/(c*(c - 1))"),
    "gamma.ratio.positive": ("1 < c", "0 < gamma_ratio(c)"),
    "gamma.ratio.below_one": ("1 < c", "gamma_ratio(c) < 1"),
    "gamma.ratio.above": ("1 < c", "(c - 1)/c < gamma_ratio(c)"),
    "gamma.ratio.growth": ("1 < a; a < b", "(b - 1/2)^2/(b*(b - 1)) < (a - 1/2)^2/(a*(a - 1))"),
    "gamma.ratio.ahead": (
        "1 < a; a < b",
        "gamma_ratio(a)*gamma_ratio(m + b) ≤ gamma_ratio(b)*gamma_ratio(m + a)",
    ),
    "gamma.ratio.nearly": ("1 < a; a < b", "(1 - 1/(m + b))*gamma_ratio(a) ≤ gamma_ratio(b)"),
    "gamma.ratio.constant": ("1 < b", "lim[m → ∞] gamma_ratio(b) = gamma_ratio(b)"),
    "gamma.ratio.nearest": (
        "1 < a; a < b",
        "lim[m → ∞] ((1 - 1/(m^2 + b))*gamma_ratio(a)) = gamma_ratio(a)",
    ),
    "gamma.ratio.ordered": ("1 < a; a < b", "gamma_ratio(a) ≤ gamma_ratio(b)"),
    "gamma.ratio.increasing": ("1 < a; a < b", "gamma_ratio(a) < gamma_ratio(b)"),
    "normal.square.integral": ("", "∫[0..∞] (sqrt(2)*sqrt(u)*exp(-u/2)/sqrt(pi)) du = 2"),
    "normal.square.doubled": (NORMAL, "E(2*Σ[i=m..m](g[i]^2)) = 2"),
    "normal.square.twice": (NORMAL, "2 = 2*E(g[m]^2)"),
    "normal.square": (NORMAL, "E(g[m]^2) = 1"),
    "normal.fourth.sum": (NORMAL, "E((Σ[i=m..m](g[i]^2))^2) = 3"),
    "normal.fourth": (NORMAL, "3 = E(g[m]^4)"),
    "normal.square_variance": (NORMAL, "Var(g[m]^2) = 2"),
    "delta.variance": (f"{DECAYING}; {NORMAL}", "Var(ewma(g[i]^2, β, t)) = 2/ess(β, t)"),
    "power.at_least_one": ("1 < b; 0 < ε", "1 ≤ b^ε"),
    "remark.divergence.exponential": ("", "u < exp(u/2)"),
    "remark.divergence.power": ("0 < ε", "u^ε*exp(-ε*u/2) ≤ 1"),
    "remark.divergence.pointwise": ("0 < ε", "u^(ε - 1)*exp(-u*(1 + ε)/2)/2 ≤ exp(-u/2)/(2*u)"),
    "remark.divergence.scaled": (
        "0 < ε",
        "∫[0..∞] (u^(ε - 1)*(2/(1 + ε))^ε*exp(-u)/2) du = (2/(1 + ε))^ε*gamma(ε)/2",
    ),
    "remark.divergence.integral": (
        "0 < ε",
        "∫[0..∞] (u^(ε - 1)*exp(-u*(1 + ε)/2)/2) du = (2/(1 + ε))^ε*gamma(ε)/2",
    ),
    "remark.divergence.gamma": ("0 < ε; ε < 1", "1/(2*ε) ≤ gamma(ε)"),
    "remark.divergence.sum": (f"{NORMAL}; E(1/Σ[i=0..1](g[i]^2)) = A; 0 < ε; ε < 1", "1/(4*ε) ≤ A"),
    "remark.divergence.pair": ("E(1/(g[0]^2 + g[1]^2)) = A", "E(1/Σ[i=0..1](g[i]^2)) = A"),
    "remark.divergence.infinite": (
        f"{NORMAL}; E(1/(g[0]^2 + g[1]^2)) = A; 0 < ε; ε < 1",
        "1/(4*ε) ≤ A",
    ),
    "remark.divergence.root_integral": (
        "",
        "∫[0..∞] (sqrt(u)*exp(-u/2)/2) du = sqrt(2)*sqrt(pi)/2",
    ),
    "remark.divergence.root": (NORMAL, "E(sqrt(Σ[i=0..1](g[i]^2))) = sqrt(2)*sqrt(pi)/2"),
    "remark.divergence.mean": (NORMAL, "E(Σ[i=0..1](g[i]^2)) = 2"),
    "remark.divergence.finite": (
        NORMAL,
        "E(Σ[i=0..1](g[i]^2)) - E(sqrt(Σ[i=0..1](g[i]^2)))^2 = 2 - pi/2",
    ),
    "integral.beta": (
        "0 < a; 2*a < n",
        "∫[0..∞] (u^(a - 1)*(n/2)^a/(1 + u)^(n/2)) du = (n/2)^a*gamma(a)*gamma(n/2 - a)/gamma(n/2)",
    ),
    "integral.mean": (
        "0 < a; 2*a < n",
        "∫[0..∞] (u^(a - 1)/(2*u/n + 1)^(n/2)) du = (n/2)^a*gamma(a)*gamma(n/2 - a)/gamma(n/2)",
    ),
    "integral.power": ("1 < p", "∫[0..∞] (1 + u)^(-p) du = 1/(p - 1)"),
    "moments.plain": (
        "0 < p; 2*p < n",
        "∫[0..∞] (u^(p - 1)/(2*u/n + 1)^(n/2)) du = plain_moment(n, p)",
    ),
    "moments.next": (
        "0 < p; 2 + 2*p < n",
        "plain_moment(n, 1 + p) = n*p*plain_moment(n, p)/(n - 2 - 2*p)",
    ),
    "moments.positive.pointwise": (
        "0 < w[i] for every integer i",
        "0 < u^(p - 1)*transform(w, t, u)",
    ),
    "moments.most.pointwise": (
        f"{WEIGHTS}; 0 < n",
        "u^(p - 1)*transform(w, t, u) ≤ u^(p - 1)/(2*u/n + 1)^(n/2)",
    ),
    "moments.least.pointwise": (
        f"{WEIGHTS}; 0 < n; {SKEWED}; 0 ≤ D",
        "u^(p - 1)*(1 - 4*D*u^3/3)/(2*u/n + 1)^(n/2) ≤ u^(p - 1)*transform(w, t, u)",
    ),
    "moments.nearly.pointwise": (
        f"{WEIGHTS}; 0 < n; {SKEWED}; 0 ≤ D; {LIMITED}; 1/n ≤ δ; 0 < δ",
        "u^(p - 1)*transform(w, t, u) "
        "≤ u^(p - 1)*(1 - 4*D*u^3/3 + 6*D*δ*u^4 + 8*D^2*u^6/9)/(2*u/n + 1)^(n/2)",
    ),
    "moments.most": (
        f"{WEIGHTS}; 0 < p; 2*p < n",
        "∫[0..∞] (u^(p - 1)*transform(w, t, u)) du ≤ plain_moment(n, p)",
    ),
    "moments.least.integral": (
        "0 < p; 6 + 2*p < n",
        "∫[0..∞] (u^(p - 1)*(1 - 4*D*u^3/3)/(2*u/n + 1)^(n/2)) du "
        "= plain_moment(n, p) - 4*D*plain_moment(n, 3 + p)/3",
    ),
    "moments.least": (
        f"{WEIGHTS}; 0 < p; 6 + 2*p < n; {SKEWED}; 0 ≤ D",
        "plain_moment(n, p) - 4*D*plain_moment(n, 3 + p)/3 "
        "≤ ∫[0..∞] (u^(p - 1)*transform(w, t, u)) du",
    ),
    "moments.nearly.integral": (
        "0 < p; 12 + 2*p < n",
        "∫[0..∞] (u^(p - 1)*(1 - 4*D*u^3/3 + 6*D*δ*u^4 + 8*D^2*u^6/9)/(2*u/n "
        "+ 1)^(n/2)) du = plain_moment(n, p) - 4*D*plain_moment(n, 3 + p)/3 "
        "+ 6*D*δ*plain_moment(n, 4 + p) + 8*D^2*plain_moment(n, 6 + p)/9",
    ),
    "moments.nearly": (
        f"{WEIGHTS}; 0 < p; 12 + 2*p < n; {SKEWED}; 0 ≤ D; {LIMITED}; 1/n ≤ δ; 0 < δ",
        "∫[0..∞] (u^(p - 1)*transform(w, t, u)) du "
        "≤ plain_moment(n, p) - 4*D*plain_moment(n, 3 + p)/3 + 6*D*δ*plain_moment(n, 4 "
        "+ p) + 8*D^2*plain_moment(n, 6 + p)/9",
    ),
    "liu.model.variance": (
        f"{DECAYING}; {NORMAL}; 2 < rho(β, t)",
        f"{ADAPTIVE} = chi_variance(rho(β, t))",
    ),
    "liu.model.positive": (f"{DECAYING}; {NORMAL}; 2 < rho(β, t)", "0 < E(1/ewma(g[i]^2, β, t))"),
    "liu.model.first_order": (
        f"{DECAYING}; {NORMAL}; 4 < rho(β, t)",
        "(E(ewma(g[i]^2, β, t)^(-2)) "
        "- E(1/ewma(g[i]^2, β, t))^2)/(4*E(1/ewma(g[i]^2, β, t))) "
        "= liu_first_order(rho(β, t))",
    ),
    "liu.rectification.first_order": (
        f"{DECAYING}; 4 < rho(β, t)",
        "r_liu(β, t) = sqrt(liu_first_order(ess_limit(β))/liu_first_order(rho(β, t)))",
    ),
    "liu.model.rectification": (
        f"{DECAYING}; {NORMAL}; 4 < rho(β, t)",
        "r_liu(β, t)^2 = 4*liu_first_order(ess_limit(β))*E(1/ewma(g[i]^2, β, "
        "t))/(E(ewma(g[i]^2, β, t)^(-2)) - E(1/ewma(g[i]^2, β, t))^2)",
    ),
    "log.slope": ("0 < z", "∫[0..∞] (1/((1 + u)*(1 + z + u)^2)) du ≤ 1"),
    "log.tangent.integral": ("0 < z", f"∫[0..∞] ({TANGENT}) du = {LINE}"),
    "log.pointwise.tangent": (PAIR, f"{TANGENT} ≤ 1/((1 + u)*(1 + y + u))"),
    "log.pointwise.most": (PAIR, f"1/((1 + u)*(1 + y + u)) ≤ (y - z)^2/(1 + u)^4 + {TANGENT}"),
    "log.pointwise.cubes": ("0 ≤ q", "(1 + u - 3*q)*(1 + u + q)^3 ≤ (1 + u)^4"),
    "log.pointwise.products": (BOUNDED, "(1 + y + u)*(1 + z + u)^2 ≤ (1 + u + q)^3"),
    "log.pointwise.quotients": (BOUNDED, "(1 + u - 3*q)/(1 + u)^4 ≤ 1/((1 + y + u)*(1 + z + u)^2)"),
    "log.pointwise.least": (
        BOUNDED,
        f"{TANGENT} + (y - z)^2*((1 + u)^(-4) - 3*q/(1 + u)^5) ≤ 1/((1 + u)*(1 + y + u))",
    ),
    "log.most.integral": (
        PAIR,
        f"∫[0..∞] ((y - z)^2/(1 + u)^4 + {TANGENT}) du = {LINE} + (y - z)^2/3",
    ),
    "log.least.integral": (
        PAIR,
        f"∫[0..∞] ({TANGENT} + (y - z)^2*((1 + u)^(-4) - 3*q/(1 + u)^5)) du "
        f"= {LINE} + (1/3 - 3*q/4)*(y - z)^2",
    ),
    "log.tangent": (PAIR, f"{LINE} ≤ log(1 + y)/y"),
    "log.most": (PAIR, f"log(1 + y)/y ≤ {LINE} + (y - z)^2/3"),
    "log.least": (BOUNDED, f"{LINE} + (1/3 - 3*q/4)*(y - z)^2 ≤ log(1 + y)/y"),
    "log.above_tangent": (PAIR, f"y*({LINE}) ≤ log(1 + y)"),
    "log.below_parabola": (PAIR, f"log(1 + y) ≤ y*({LINE} + (y - z)^2/3)"),
    "log.above_parabola": (BOUNDED, f"y*({LINE} + (1/3 - 3*q/4)*(y - z)^2) ≤ log(1 + y)"),
    "weights.variance": (
        f"{DECAYING}; 3 ≤ t",
        f"inverse_variance({BY_TIME}, t) = inverse_variance({BY_AGE}, t)",
    ),
    "exact.moments.ewma.inverse": (
        f"{DECAYING}; {NORMAL}; 3 ≤ t",
        f"E(1/ewma(g[i]^2, β, t)) = ∫[0..∞] transform({BY_TIME}, t, u) du",
    ),
    "exact.moments.ewma.root": (
        f"{DECAYING}; {NORMAL}; 2 ≤ t",
        f"E(1/sqrt(ewma(g[i]^2, β, t))) = ∫[0..∞] (transform({BY_TIME}, t, u)/sqrt(u)) du/sqrt(pi)",
    ),
    "exact.variance.ewma": (
        f"{DECAYING}; {NORMAL}; 3 ≤ t",
        f"{ADAPTIVE} = inverse_variance({BY_AGE}, t)",
    ),
    "sum.two": ("", "Σ[i=1..2](b[i]) = b[1] + b[2]"),
    "sum.three": ("", "Σ[i=1..3](b[i]) = b[1] + b[2] + b[3]"),
    "sum.first_two": (
        "0 ≤ b[r] for every positive integer r; 2 ≤ t",
        "b[1] + b[2] ≤ Σ[i=1..t](b[i])",
    ),
    "sum.first_three": (
        "0 ≤ b[r] for every positive integer r; 3 ≤ t",
        "b[1] + b[2] + b[3] ≤ Σ[i=1..t](b[i])",
    ),
    "log.weakly_increasing": ("0 < x; x ≤ y", "log(x) ≤ log(y)"),
    "existence.logarithm": ("0 < w[i] for every integer i; 0 < s", "0 ≤ log(1 + 2*s*w[r])"),
    "existence.transform.two": (
        "0 < w[i] for every integer i; 0 < s; 0 < ω; ω ≤ w[1]; ω ≤ w[2]; 2 ≤ t",
        "transform(w, t, s) ≤ 1/(1 + 2*ω*s)",
    ),
    "existence.transform.three": (
        "0 < w[i] for every integer i; 0 < s; 0 < ω; ω ≤ w[1]; ω ≤ w[2]; ω ≤ w[3]; 3 ≤ t",
        "transform(w, t, s) ≤ (1 + 2*ω*s)^(-3/2)",
    ),
    "existence.pointwise.three": (
        "0 < w[i] for every integer i; 0 < ω; ω ≤ w[1]; ω ≤ w[2]; ω ≤ w[3]; 3 ≤ t",
        "transform(w, t, u) ≤ (1 + 2*ω*u)^(-3/2)",
    ),
    "existence.pointwise.two": (
        "0 < w[i] for every integer i; 0 < ω; ω ≤ w[1]; ω ≤ w[2]; 2 ≤ t",
        "transform(w, t, u)/sqrt(u) ≤ 1/(sqrt(u)*(1 + 2*ω*u))",
    ),
    "existence.tail.inverse.scaled": ("0 < ω", "∫[0..∞] (1/(2*ω*(1 + u)^(3/2))) du = 1/ω"),
    "existence.tail.root.scaled": (
        "0 < ω",
        "∫[0..∞] (sqrt(2)*sqrt(1/ω)/(2*sqrt(u)*(1 + u))) du = sqrt(2)*pi*sqrt(1/ω)/2",
    ),
    "existence.tail.inverse": ("0 < ω", "∫[0..∞] (1 + 2*ω*u)^(-3/2) du = 1/ω"),
    "existence.tail.root": (
        "0 < ω",
        "∫[0..∞] (1/(sqrt(u)*(1 + 2*ω*u))) du = sqrt(2)*pi*sqrt(1/ω)/2",
    ),
    "exact.existence.inverse": (
        "0 < w[i] for every integer i; 0 < ω; ω ≤ w[1]; ω ≤ w[2]; ω ≤ w[3]; 3 ≤ t",
        "∫[0..∞] transform(w, t, u) du ≤ 1/ω",
    ),
    "exact.existence.root": (
        "0 < w[i] for every integer i; 0 < ω; ω ≤ w[1]; ω ≤ w[2]; 2 ≤ t",
        "∫[0..∞] (transform(w, t, u)/sqrt(u)) du ≤ sqrt(2)*pi*sqrt(1/ω)/2",
    ),
    "sum.one": ("", "Σ[i=1..1](b[i]) = b[1]"),
    "existence.transform.one_least": (
        "0 < w[i] for every integer i; w[1] ≤ 1; 0 < s",
        "1/sqrt(1 + 2*s) ≤ transform(w, 1, s)",
    ),
    "existence.transform.two_least": (
        "0 < w[i] for every integer i; w[1] ≤ 1; w[2] ≤ 1; 0 < s",
        "1/(1 + 2*s) ≤ transform(w, 2, s)",
    ),
    "existence.slow": ("0 < ε", "(1 + 2*u)^(-1 - ε) ≤ 1/(1 + 2*u)"),
    "existence.slow.scaled": ("0 < ε", "∫[0..∞] ((1 + u)^(-1 - ε)/2) du = 1/(2*ε)"),
    "existence.slow.integral": ("0 < ε", "∫[0..∞] (1 + 2*u)^(-1 - ε) du = 1/(2*ε)"),
    "existence.one.pointwise": (
        "0 < w[i] for every integer i; w[1] ≤ 1; 0 < ε",
        "(1 + 2*u)^(-1 - ε) ≤ transform(w, 1, u)",
    ),
    "existence.root.pointwise": (
        "0 < w[i] for every integer i; w[1] ≤ 1; 0 < ε",
        "(1 + 2*u)^(-1 - ε) ≤ transform(w, 1, u)/sqrt(u)",
    ),
    "existence.two.pointwise": (
        "0 < w[i] for every integer i; w[1] ≤ 1; w[2] ≤ 1; 0 < ε",
        "(1 + 2*u)^(-1 - ε) ≤ transform(w, 2, u)",
    ),
    "exact.existence.one": (
        f"{NORMAL}; 0 < w[i] for every integer i; w[1] ≤ 1; E(1/Σ[i=1..1](g[i]^2*w[i])) = A; 0 < ε",
        "1/(2*ε) ≤ A",
    ),
    "exact.existence.one_root": (
        f"{NORMAL}; 0 < w[i] for every integer i; w[1] ≤ 1; "
        "E(1/sqrt(Σ[i=1..1](g[i]^2*w[i]))) = A; 0 < ε",
        "1/(2*ε) ≤ sqrt(pi)*A",
    ),
    "exact.existence.two": (
        f"{NORMAL}; 0 < w[i] for every integer i; w[1] ≤ 1; w[2] ≤ 1; "
        "E(1/Σ[i=1..2](g[i]^2*w[i])) = A; 0 < ε",
        "1/(2*ε) ≤ A",
    ),
    "log.at_least_share": ("0 < x", "x/(1 + x) ≤ log(1 + x)"),
    "log.concave": ("0 < x; 1 ≤ c", "log(1 + c*x) ≤ c*log(1 + x)"),
    "infinite.weight": (DECAYING, "0 < β^(i - 1)*(1 - β)"),
    "infinite.scaled_weight": (f"{DECAYING}; 0 < s", "0 < 2*β^(i - 1)*s*(1 - β)"),
    "infinite.factor": (f"{DECAYING}; 0 < s", "0 < 1 + 2*β^(i - 1)*s*(1 - β)"),
    "infinite.factor_least": (f"{DECAYING}; 0 < s", "1 ≤ 1 + 2*β^(i - 1)*s*(1 - β)"),
    "infinite.term": (f"{DECAYING}; 0 < s", "0 ≤ log(1 + 2*β^(i - 1)*s*(1 - β))"),
    "infinite.term_most": (
        f"{DECAYING}; 0 < s",
        "log(1 + 2*β^(i - 1)*s*(1 - β)) ≤ 2*β^(i - 1)*s*(1 - β)",
    ),
    "infinite.increasing": (
        f"{DECAYING}; 0 < s",
        "Σ[i=1..t](log(1 + 2*β^(i - 1)*s*(1 - β))) ≤ Σ[i=1..t + 1](log(1 + 2*β^(i - 1)*s*(1 - β)))",
    ),
    "infinite.bounded": (f"{DECAYING}; 0 < s", "Σ[i=1..t](log(1 + 2*β^(i - 1)*s*(1 - β))) ≤ 2*s"),
    "infinite.converges": (
        f"{DECAYING}; 0 < s",
        "lim[t → ∞] Σ[i=1..t](log(1 + 2*β^(i - 1)*s*(1 - β))) ≤ 2*s",
    ),
    "infinite.over": (DECAYING, "1 ≤ 1/(1 - β^t)"),
    "infinite.ordered": (
        f"{DECAYING}; 0 < s",
        "1 + 2*β^(i - 1)*s*(1 - β) ≤ 1 + 2*β^(i - 1)*s*(1 - β)/(1 - β^t)",
    ),
    "infinite.between.least": (
        f"{DECAYING}; 0 < s",
        "Σ[i=1..t](log(1 + 2*β^(i - 1)*s*(1 - β))) "
        "≤ Σ[i=1..t](log(1 + 2*β^(i - 1)*s*(1 - β)/(1 - β^t)))",
    ),
    "infinite.between.most": (
        f"{DECAYING}; 0 < s",
        "Σ[i=1..t](log(1 + 2*β^(i - 1)*s*(1 - β)/(1 - β^t))) "
        "≤ Σ[i=1..t](log(1 + 2*β^(i - 1)*s*(1 - β)))/(1 - β^t)",
    ),
    "infinite.later.converges": (
        f"{DECAYING}; 0 < s",
        "lim[t → ∞] Σ[i=1..k + t](log(1 + 2*β^(i - 1)*s*(1 - β))) ≤ 2*s",
    ),
    "infinite.later": (
        f"{DECAYING}; 0 < s",
        "lim[t → ∞] Σ[i=1..k + t](log(1 + 2*β^(i - 1)*s*(1 - β))) "
        "= lim[t → ∞] Σ[i=1..t](log(1 + 2*β^(i - 1)*s*(1 - β)))",
    ),
    "infinite.upper": (
        f"{DECAYING}; 0 < s",
        "lim[t → ∞] (Σ[i=1..k + t](log(1 + 2*β^(i - 1)*s*(1 - β)))/(1 - β^(k + t))) "
        "= lim[t → ∞] Σ[i=1..t](log(1 + 2*β^(i - 1)*s*(1 - β)))",
    ),
    "infinite.sum": (
        f"{DECAYING}; 0 < s",
        "lim[t → ∞] Σ[i=1..k + t](log(1 + 2*β^(i - 1)*s*(1 - β)/(1 - β^(k + t)))) "
        "= lim[t → ∞] Σ[i=1..t](log(1 + 2*β^(i - 1)*s*(1 - β)))",
    ),
    "infinite.transform": (
        f"{DECAYING}; 0 < s",
        "lim[t → ∞] transform(β^(i - 1)*(1 - β)/(1 - β^(k + t)), k + t, s) = transform_limit(β, s)",
    ),
    "infinite.first": (DECAYING, "β^2*(1 - β) ≤ (1 - β)/(1 - β^t)"),
    "infinite.second": (DECAYING, "β^2*(1 - β) ≤ β*(1 - β)/(1 - β^t)"),
    "infinite.third": (DECAYING, "β^2*(1 - β) ≤ β^2*(1 - β)/(1 - β^t)"),
    "infinite.bound": (
        f"{DECAYING}; 2 ≤ k",
        "transform(β^(i - 1)*(1 - β)/(1 - β^(k + t)), k + t, u) ≤ (1 + 2*β^2*u*(1 - β))^(-3/2)",
    ),
    "infinite.root_bound": (
        f"{DECAYING}; 2 ≤ k",
        "transform(β^(i - 1)*(1 - β)/(1 - β^(k + t)), k + t, u)/sqrt(u) "
        "≤ 1/(sqrt(u)*(1 + 2*β^2*u*(1 - β)))",
    ),
    "infinite.root_pointwise": (
        f"{DECAYING}; 2 ≤ k",
        "0 < transform(β^(i - 1)*(1 - β)/(1 - β^(k + t)), k + t, u)/sqrt(u)",
    ),
    "infinite.pointwise": (
        f"{DECAYING}; 2 ≤ k",
        "0 < transform(β^(i - 1)*(1 - β)/(1 - β^(k + t)), k + t, u)",
    ),
    "infinite.inverse_exists": (
        f"{DECAYING}; 2 ≤ k",
        "∫[0..∞] transform(β^(i - 1)*(1 - β)/(1 - β^(k + t)), k + t, u) du ≤ 1/(β^2*(1 - β))",
    ),
    "infinite.root_exists": (
        f"{DECAYING}; 2 ≤ k",
        "∫[0..∞] (transform(β^(i - 1)*(1 - β)/(1 - β^(k + t)), k + t, u)/sqrt(u)) du "
        "≤ sqrt(2)*pi*sqrt(1/(β^2*(1 - β)))/2",
    ),
    "exact.infinite.inverse": (
        f"{DECAYING}; 2 ≤ k",
        "lim[t → ∞] ∫[0..∞] transform(β^(i - 1)*(1 - β)/(1 - β^(k + t)), k + t, u) du "
        "= ∫[0..∞] transform_limit(β, u) du",
    ),
    "exact.infinite.root": (
        f"{DECAYING}; 2 ≤ k",
        "lim[t → ∞] ∫[0..∞] (transform(β^(i - 1)*(1 - β)/(1 - β^(k + t)), k "
        "+ t, u)/sqrt(u)) du = ∫[0..∞] (transform_limit(β, u)/sqrt(u)) du",
    ),
    "exact.infinite": (
        f"{DECAYING}; 2 ≤ k",
        "lim[t → ∞] inverse_variance(β^(i - 1)*(1 - β)/(1 - β^(k + t)), k + t) = variance_limit(β)",
    ),
}

BIENAYME = {"identical.variance", "variance.sum"}
OF_SQUARES = BIENAYME | {"identical.map", "independent.map"}
SERIES = {"exponential.above_series", "exponential.below_series"}
EULER = {"gamma.integral", "integral.positive"}
FUNCTIONAL = EULER | {"gamma.functional"}
RATIO_BELOW = FUNCTIONAL | {"gamma.ratio_above", "limit.order"}
RATIO_ABOVE = FUNCTIONAL | {"gamma.ratio_below", "limit.order"}
BETA = EULER | {"beta.integral"}
SLOPE = FUNCTIONAL | {"beta.integral", "integral.dominated"}
LOGARITHM = SLOPE | {"integral.order", "log.integral"}
COMPARED = LOGARITHM | SERIES
CHI_SQUARED = {"chi_squared.law", "gamma.integral"}
NORMALS = CHI_SQUARED | {"integral.positive", "normal.moments"}
TRANSFORM = CHI_SQUARED | {"independent.map", "transform.sum"}
EXACT = COMPARED | TRANSFORM | {"transform.negative_moment"}
# The axioms that a theorem rests on, directly or not; none for those that are not here.
AXIOMS_OF = {
    "ewma.mean": {"expectation.linear", "identical.mean"},
    "ewma.bias": {"expectation.linear", "identical.mean"},
    "ewma.variance_sums": BIENAYME,
    "ewma.variance": BIENAYME,
    "ess.simple_average": BIENAYME,
    "ess.limit_t": {"power.vanishing"},
    "ess.hyperbolic": {"log.increasing"},
    "variance.squares": OF_SQUARES,
    "variance.positive": OF_SQUARES,
    "variance.limit": OF_SQUARES | {"power.vanishing"},
    "variance.limit_positive": OF_SQUARES | {"power.vanishing"},
    "variance.ratio": OF_SQUARES | {"power.vanishing"},
    "variance.inverse_ratio": OF_SQUARES | {"power.vanishing"},
    "simple.rectification": OF_SQUARES | {"power.vanishing"},
    "simple.constant_variance": OF_SQUARES | {"variance.scaled"},
    "simple.limits.last": {"power.vanishing"},
    "computing.decay_positive": {"log.increasing"},
    "computing.gap": {"exponential.above_series"},
    "computing.gap_above_series": {"exponential.above_series"},
    "computing.gap_below_series": {"exponential.above_series", "exponential.below_series"},
    "computing.rho": {"log.increasing"},
    "computing.rho_late": {"exponential.above_series", "log.increasing"},
    "computing.rho_over_four": {"log.increasing"},
    "computing.liu": {"log.increasing"},
    "exponential.after_four_terms": {"exponential.below_series"},
    "exponential.at_most_19": {"exponential.below_series"},
    "exponential.above_polynomial": {"exponential.above_series"},
    "exponential.after_all_terms": {"exponential.below_series"},
    "exponential.cut_off": {"exponential.below_series"},
    "exponential.above_one": {"exponential.above_series"},
    "liu.rho_limits.last": {"power.times_vanishing", "power.vanishing"},
    "liu.rho_langevin": {"log.increasing"},
    "liu.rho_limits.later": {"power.times_vanishing", "power.vanishing"},
    "liu.rectification.last": {"power.times_vanishing", "power.vanishing"},
    "computing.growth_positive": {"exponential.above_series"},
    "computing.tanh_positive": {"log.increasing"},
    "computing.radicand": {"log.increasing"},
    "expand.late.simple": {"power.vanishing"},
    "expand.late.liu": {"power.times_vanishing", "power.vanishing"},
    "expand.scaling.simple": {"exponential.above_series"},
    "expand.scaling.liu": {"exponential.above_series"},
    "exponential.above_tangent": {"exponential.above_series"},
    "exponential.below_one": {"exponential.above_series"},
    "exponential.tanh_positive": {"exponential.above_series"},
    "exponential.increasing": {"exponential.above_series"},
    "gap.taylor": {"exponential.above_series"},
    "gap.chord": {"exponential.below_series"},
    "gap.simple_early": {"exponential.above_series", "exponential.below_series"},
    "gap.liu_early": {"exponential.above_series"},
    "gap.liu_late": {"exponential.above_series"},
    "gap.simple_below_one": {"exponential.above_series"},
    "gap.squares": {"exponential.above_series", "exponential.below_series"},
    "expand.gap.order": {"exponential.above_series", "exponential.below_series"},
    "gap.early": {"exponential.above_series", "exponential.below_series"},
    "gap.between": {"exponential.above_series"},
    "gap.liu_square_late": {"exponential.above_series"},
    "gap.late": {"exponential.above_series"},
    "gap.from_small": {"exponential.above_series"},
    "expand.gap": {"exponential.above_series", "exponential.below_series"},
    "expand.gap.sharp": {"exponential.above_series"},
    "gap.squares_early": {"exponential.above_series", "exponential.below_series"},
    "gap.squares_late": {"exponential.above_series"},
    "gap.share_early": {"exponential.above_series", "exponential.below_series"},
    "gap.share_between": {"exponential.above_series"},
    "gap.share_late": {"exponential.above_series"},
    "gap.share_from_some": {"exponential.above_series"},
    "expand.gap.ratio": {"exponential.above_series", "exponential.below_series"},
    "horizon.at_five.above": {"exponential.above_series"},
    "horizon.at_five.below": {"exponential.above_series"},
    "horizon.crossing.exponential": {"exponential.above_series"},
    "horizon.crossing": {"log.increasing", "exponential.above_series"},
    "horizon.squares": {"exponential.above_series"},
    "horizon.increasing": {"exponential.above_series"},
    "exact.variance": EXACT,
    "exact.moments.ewma": EXACT,
    "delta.leading.ewma_above": RATIO_BELOW | RATIO_ABOVE | EXACT,
    "delta.leading.ewma_below": RATIO_BELOW | EXACT,
    "chi.moments.scaled": EULER,
    "chi.moments.integral": EULER,
    "chi.moments": EULER,
    "chi.moments.mass": EULER,
    "chi.moments.mean": FUNCTIONAL,
    "chi.moments.inverse": FUNCTIONAL,
    "chi.moments.inverse_root": EULER,
    "chi.moments.inverse_square": FUNCTIONAL,
    "chi.moments.variance": FUNCTIONAL,
    "chi.variance": FUNCTIONAL,
    "chi.variance_ratio": EULER,
    "chi.variance_decreasing": RATIO_BELOW | RATIO_ABOVE,
    "chi.doubled": {"gamma.duplication"},
    "chi.variance_beta": EULER | {"gamma.duplication"},
    "chi.variance_expansion.from_below": RATIO_BELOW,
    "chi.variance_expansion.below": RATIO_BELOW,
    "chi.variance_expansion.above": RATIO_ABOVE,
    "liu.first_order.positive": FUNCTIONAL,
    "liu.first_order": FUNCTIONAL,
    "liu.first_order.exceeds": RATIO_ABOVE,
    "chi.root_variance": FUNCTIONAL,
    "chi.root_variance.below": RATIO_BELOW,
    "chi.root_variance.above": RATIO_ABOVE,
    "comparison.tangents": SLOPE,
    "comparison.logarithms_least": LOGARITHM,
    "comparison.upper_parabolas": SLOPE,
    "comparison.lower_parabolas": SLOPE,
    "comparison.logarithms_most": LOGARITHM,
    "comparison.logarithms_nearly": LOGARITHM,
    "comparison.most": COMPARED,
    "comparison.least": COMPARED,
    "comparison.capped": {"exponential.above_series"},
    "comparison.exponential": COMPARED,
    "comparison.nearly": COMPARED,
    "delta.plain.first": FUNCTIONAL,
    "delta.plain.root": EULER,
    "delta.plain.fourth": FUNCTIONAL,
    "delta.plain.seven_halves": FUNCTIONAL,
    "delta.least": COMPARED,
    "delta.most": COMPARED,
    "delta.leading.plain_most": RATIO_ABOVE,
    "delta.leading.plain_positive": RATIO_BELOW,
    "delta.leading.most": RATIO_BELOW | RATIO_ABOVE | COMPARED,
    "delta.leading.least": RATIO_BELOW | COMPARED,
    "delta.leading.above": RATIO_BELOW | RATIO_ABOVE | COMPARED,
    "delta.leading.below": RATIO_BELOW | COMPARED,
    "delta.second.fifth": FUNCTIONAL,
    "delta.second.seventh": FUNCTIONAL,
    "delta.second.above.moments": RATIO_BELOW | COMPARED,
    "delta.second.above": RATIO_BELOW | COMPARED,
    "delta.second.nine_halves": FUNCTIONAL,
    "delta.second.thirteen_halves": FUNCTIONAL,
    "delta.second.below.moments": COMPARED,
    "delta.second.root_least": RATIO_ABOVE,
    "delta.second.root_most": RATIO_BELOW,
    "delta.second.below": RATIO_BELOW | RATIO_ABOVE | COMPARED,
    "delta.second.plain_most": RATIO_ABOVE,
    "delta.second.cumulants_above": RATIO_BELOW | RATIO_ABOVE | COMPARED,
    "delta.second.cumulants_below": RATIO_BELOW | RATIO_ABOVE | COMPARED,
    "exact.laplace.scaled": {"gamma.integral"},
    "exact.laplace.exponential": {"gamma.integral"},
    "exact.laplace.one_integral": {"gamma.integral"},
    "exact.laplace.one": CHI_SQUARED,
    "exact.laplace.one_square": CHI_SQUARED,
    "exact.laplace": TRANSFORM,
    "exact.moments": EULER | TRANSFORM | {"transform.negative_moment"},
    "exponential.above_parabola": {"exponential.above_series"},
    "exponential.product": {"exponential.above_series"},
    "exponential.below_parabola": {"exponential.above_series"},
    "exponential.product_of_line": {"exponential.below_series"},
    "exponential.above_line": {"exponential.below_series"},
    "exponential.line": SERIES,
    "exponential.monotone": SERIES,
    "gamma.bounds.least_ahead": FUNCTIONAL,
    "gamma.bounds.least_nearly": FUNCTIONAL | {"gamma.ratio_below"},
    "gamma.bounds.least": RATIO_ABOVE,
    "gamma.bounds.most_ahead": FUNCTIONAL,
    "gamma.bounds.most_nearly": FUNCTIONAL | {"gamma.ratio_above"},
    "gamma.bounds.most": RATIO_BELOW,
    "gamma.positive": EULER,
    "gamma.ratio.step": FUNCTIONAL,
    "gamma.ratio.positive": EULER,
    "gamma.ratio.below_one": EULER | {"gamma.ratio_above"},
    "gamma.ratio.above": EULER | {"gamma.ratio_below"},
    "gamma.ratio.ahead": FUNCTIONAL,
    "gamma.ratio.nearly": FUNCTIONAL | {"gamma.ratio_above", "gamma.ratio_below"},
    "gamma.ratio.ordered": RATIO_BELOW | RATIO_ABOVE,
    "gamma.ratio.increasing": RATIO_BELOW | RATIO_ABOVE,
    "normal.square.integral": EULER,
    "normal.square.doubled": NORMALS,
    "normal.square.twice": NORMALS | {"expectation.linear"},
    "normal.square": NORMALS | {"expectation.linear"},
    "normal.fourth.sum": NORMALS,
    "normal.fourth": NORMALS,
    "normal.square_variance": NORMALS | {"expectation.linear", "variance.moments"},
    "delta.variance": OF_SQUARES
    | NORMALS
    | {"expectation.linear", "normal.identical", "variance.moments"},
    "power.at_least_one": SERIES | {"log.increasing"},
    "remark.divergence.exponential": {"exponential.above_series"},
    "remark.divergence.power": SERIES | {"log.increasing"},
    "remark.divergence.pointwise": SERIES | {"log.increasing"},
    "remark.divergence.scaled": {"gamma.integral"},
    "remark.divergence.integral": {"gamma.integral"},
    "remark.divergence.gamma": SERIES | FUNCTIONAL | {"gamma.ratio_below", "log.increasing"},
    "remark.divergence.sum": SERIES
    | FUNCTIONAL
    | {"chi_squared.converse", "gamma.ratio_below", "integral.order", "log.increasing"},
    "remark.divergence.infinite": SERIES
    | FUNCTIONAL
    | {"chi_squared.converse", "gamma.ratio_below", "integral.order", "log.increasing"},
    "remark.divergence.root_integral": EULER,
    "remark.divergence.root": EULER | CHI_SQUARED,
    "remark.divergence.mean": NORMALS | {"expectation.linear"},
    "remark.divergence.finite": NORMALS | {"expectation.linear"},
    "integral.beta": BETA,
    "integral.mean": BETA,
    "integral.power": FUNCTIONAL | BETA,
    "moments.plain": BETA,
    "moments.next": FUNCTIONAL,
    "moments.most.pointwise": COMPARED,
    "moments.least.pointwise": COMPARED,
    "moments.nearly.pointwise": COMPARED,
    "moments.most": COMPARED,
    "moments.least.integral": BETA,
    "moments.least": COMPARED,
    "moments.nearly.integral": BETA,
    "moments.nearly": COMPARED,
    "liu.model.variance": FUNCTIONAL,
    "liu.model.positive": FUNCTIONAL,
    "liu.model.first_order": FUNCTIONAL,
    "liu.model.rectification": FUNCTIONAL,
    "log.slope": SLOPE,
    "log.tangent.integral": SLOPE | {"log.integral"},
    "log.most.integral": SLOPE | {"log.integral"},
    "log.least.integral": SLOPE | {"log.integral"},
    "log.tangent": LOGARITHM,
    "log.most": LOGARITHM,
    "log.least": LOGARITHM,
    "log.above_tangent": LOGARITHM,
    "log.below_parabola": LOGARITHM,
    "log.above_parabola": LOGARITHM,
    "weights.variance": SERIES | {"beta.integral", "integral.dominated"},
    "exact.moments.ewma.inverse": SERIES
    | BETA
    | TRANSFORM
    | {"integral.dominated", "transform.negative_moment"},
    "exact.moments.ewma.root": SERIES
    | BETA
    | TRANSFORM
    | {"integral.dominated", "transform.negative_moment"},
    "exact.variance.ewma": SERIES
    | BETA
    | TRANSFORM
    | {"integral.dominated", "transform.negative_moment"},
    "log.weakly_increasing": SERIES,
    "existence.logarithm": SERIES,
    "existence.transform.two": SERIES,
    "existence.transform.three": SERIES,
    "existence.pointwise.three": SERIES,
    "existence.pointwise.two": SERIES,
    "existence.tail.inverse.scaled": {"beta.integral"},
    "existence.tail.root.scaled": {"beta.integral"},
    "existence.tail.inverse": {"beta.integral"},
    "existence.tail.root": {"beta.integral"},
    "exact.existence.inverse": SERIES | {"beta.integral", "integral.dominated"},
    "exact.existence.root": SERIES | {"beta.integral", "integral.dominated"},
    "existence.transform.one_least": SERIES,
    "existence.transform.two_least": SERIES,
    "existence.slow": SERIES | {"log.increasing"},
    "existence.slow.scaled": FUNCTIONAL | BETA,
    "existence.slow.integral": FUNCTIONAL | BETA,
    "existence.one.pointwise": SERIES | {"log.increasing"},
    "existence.root.pointwise": SERIES | {"log.increasing"},
    "existence.two.pointwise": SERIES | {"log.increasing"},
    "exact.existence.one": SERIES
    | FUNCTIONAL
    | TRANSFORM
    | {"beta.integral", "integral.order", "log.increasing", "transform.converse"},
    "exact.existence.one_root": SERIES
    | FUNCTIONAL
    | TRANSFORM
    | {"beta.integral", "integral.order", "log.increasing", "transform.converse"},
    "exact.existence.two": SERIES
    | FUNCTIONAL
    | TRANSFORM
    | {"beta.integral", "integral.order", "log.increasing", "transform.converse"},
    "log.at_least_share": SERIES,
    "log.concave": SERIES,
    "infinite.term": SERIES,
    "infinite.term_most": SERIES,
    "infinite.increasing": SERIES,
    "infinite.bounded": SERIES,
    "infinite.converges": SERIES | {"limit.monotone"},
    "infinite.between.least": SERIES,
    "infinite.between.most": SERIES,
    "infinite.later.converges": SERIES | {"limit.monotone"},
    "infinite.later": SERIES | {"limit.monotone", "power.vanishing"},
    "infinite.upper": SERIES | {"limit.monotone", "power.vanishing"},
    "infinite.sum": SERIES | {"limit.between", "limit.monotone", "power.vanishing"},
    "infinite.transform": SERIES | {"limit.between", "limit.monotone", "power.vanishing"},
    "infinite.bound": SERIES,
    "infinite.root_bound": SERIES,
    "infinite.inverse_exists": SERIES | {"beta.integral", "integral.dominated"},
    "infinite.root_exists": SERIES | {"beta.integral", "integral.dominated"},
    "exact.infinite.inverse": SERIES
    | {"beta.integral", "integral.dominated", "limit.between", "limit.monotone", "power.vanishing"},
    "exact.infinite.root": SERIES
    | {"beta.integral", "integral.dominated", "limit.between", "limit.monotone", "power.vanishing"},
    "exact.infinite": SERIES
    | {"beta.integral", "integral.dominated", "limit.between", "limit.monotone", "power.vanishing"},
}

# Hypotheses that a proof does without, kept so that a family of statements is about one thing.
UNUSED = {("ewma.unrolled", "β < 1"), ("variance.squares", "0 < σ")}


# --- the factors by the χ² law --------------------------------------------------------------------

SIZED, AT_SIZE = f"{DECAYING}; 2 < ess(β, t)", f"{DECAYING}; 2 < ρ; ρ ≤ ess_limit(β)"
OVER, WITHIN = f"{DECAYING}; 0 < ess_over_two(β, t)", f"{DECAYING}; 0 < s; 2 + s ≤ ess_limit(β)"
REACHED = f"{DECAYING}; 2 < ess_limit(β)"
APPROXIMATED = "2*ρ/((ρ - 2)*(4*ρ - 7))"
UNDER = "(1 + 3*ess_limit(β)^2)"
AT_LIMIT = "chi_variance_over_two(ess_limit_over_two(β))"
NOW = f"chi_variance_over_two(s) - 3*(1 - 1/(2 + s)^2)/{UNDER}"
LAST = f"{AT_LIMIT} - 3*(1 - 1/ess_limit(β)^2)/{UNDER}"
CUBES, SQUARES = (f"Σ[i=1..t](β^({k}*i - {k})*(1 - β)^{k}/(1 - β^t)^{k})" for k in (3, 2))
TENTH = "2*(1 + 4*a)"
for odd in range(19, 1, -2):
    TENTH = f"{odd**2}/({TENTH}) + 2 + 8*a"
ABOVE, BELOW = f"(1/({TENTH}) + 1)", f"1/({TENTH}) + 1 + 4*a"
SHIFTED = "gamma_gap(8 + s/2)"
for odd in range(15, 0, -2):
    SHIFTED = f"(({odd} + s)^(-2) + (1 - 1/({odd} + s)^2)*{SHIFTED})"
CLOSE = f"{2**58 + 1}", f"{2**58}"
BELOW_LOWER = (
    "11038168791936*(c - 1)^2 - 2497431113415 + 24497477634048*(c - 1)^3 + "
    "39264859965440*(c - 1)^4 + 38253703987200*(c - 1)^5 + 35057085448192*(c - 1)^6 + "
    "17108029145088*(c - 1)^7 + 10390918397952*(c - 1)^8 + 2496449740800*(c - 1)^9 + "
    "1093069176832*(c - 1)^10 + 103079215104*(c - 1)^11 + 34359738368*(c - 1)^12 + "
    "2813665256640*c"
)
BELOW_UPPER = (
    "451331825472*(c - 1)^2 - 106192777005 + 1029425016576*(c - 1)^3 + "
    "1400313942016*(c - 1)^4 + 1599949193216*(c - 1)^5 + 1007397371904*(c - 1)^6 + "
    "714067673088*(c - 1)^7 + 212047233024*(c - 1)^8 + 104085848064*(c - 1)^9 + "
    "11811160064*(c - 1)^10 + 4294967296*(c - 1)^11 + 119942087580*c"
)
EXCESS = (
    "8801960956569534867427547839148402942775/288230376151711744 + "
    "3288077603984762368525539409730525072865*p/36028797018963968 + "
    "498646872544711209742178009729962701921*p^2/4503599627370496 + "
    "23867753256914345306726374022807582667*p^3/281474976710656 + "
    "6528031934843072957832744735529348893*p^4/140737488355328 + "
    "339152569733789390904240526392050955*p^5/17592186044416 + "
    "13903111481556650304823752200762139*p^6/2199023255552 + "
    "57621905721509690533567166706811*p^7/34359738368 + "
    "12570784857414395647174695749501*p^8/34359738368 + "
    "285158672298433807716564550333*p^9/4294967296 + "
    "677561772230016656799764009*p^10/67108864 + 5418781750248851080114557*p^11/4194304 + "
    "292124064798577071195213*p^12/2097152 + 3313087263387145436543*p^13/262144 + "
    "31490915075973646853*p^14/32768 + 31129716210020135*p^15/512 + "
    "6480991760037031*p^16/2048 + 34115588206707*p^17/256 + 70878350367*p^18/16 + "
    "111938753*p^19 + 2021446*p^20 + 23248*p^21 + 128*p^22"
)
STATEMENTS |= {
    "gamma.fraction.lower_denominator": ("1 < c", f"0 < {BELOW_LOWER}"),
    "gamma.fraction.upper_denominator": ("1 < c", f"0 < {BELOW_UPPER}"),
    "gamma.fraction.lower_positive": ("1 < c", "0 < gamma_ratio_lower(c)"),
    "gamma.fraction.upper_positive": ("1 < c", "0 < gamma_ratio_upper(c)"),
    "gamma.fraction.lower_growth": (
        "1 < c",
        "(c - 1/2)^2*gamma_ratio_lower(c)/(c*(c - 1)) ≤ gamma_ratio_lower(1 + c)",
    ),
    "gamma.fraction.upper_growth": (
        "1 < c",
        "gamma_ratio_upper(1 + c) ≤ (c - 1/2)^2*gamma_ratio_upper(c)/(c*(c - 1))",
    ),
    "gamma.fraction.lower_below_one": ("1 < c", "gamma_ratio_lower(c) ≤ 1"),
    "gamma.fraction.upper_near_one": ("1 < c", "(c - 1)/c ≤ gamma_ratio_upper(c)"),
    "gamma.fraction.lower_ahead": (
        "1 < c",
        "gamma_ratio(m + c)*gamma_ratio_lower(c) ≤ gamma_ratio(c)*gamma_ratio_lower(m + c)",
    ),
    "gamma.fraction.upper_ahead": (
        "1 < c",
        "gamma_ratio(c)*gamma_ratio_upper(m + c) ≤ gamma_ratio(m + c)*gamma_ratio_upper(c)",
    ),
    "gamma.fraction.further": ("1 < c", "1 < k^2 + c"),
    "gamma.fraction.lower_nearly": (
        "1 < c",
        "(1 - 1/(n^2 + c))*gamma_ratio_lower(c) ≤ gamma_ratio(c)",
    ),
    "gamma.fraction.upper_nearly": (
        "1 < c",
        "(1 - 1/(n^2 + c))*gamma_ratio(c) ≤ gamma_ratio_upper(c)",
    ),
    "gamma.fraction.tends": ("", "lim[m → ∞] (A*(1 - 1/(m^2 + c))) = A"),
    "gamma.fraction.constant": ("", "lim[m → ∞] B = B"),
    "gamma.fraction.whole": (
        "1 < c; A*(1 - 1/(n^2 + c)) ≤ B for every positive integer n",
        "A ≤ B",
    ),
    "gamma.fraction.lower": ("1 < c", "gamma_ratio_lower(c) ≤ gamma_ratio(c)"),
    "gamma.fraction.upper": ("1 < c", "gamma_ratio(c) ≤ gamma_ratio_upper(c)"),
    "gamma.fraction.excess": ("0 ≤ p", f"0 < {EXCESS}"),
    "gamma.fraction.close": (
        "9 ≤ c",
        f"1 - gamma_ratio_lower(c) ≤ {CLOSE[0]}/{CLOSE[1]} "
        f"- {CLOSE[0]}*gamma_ratio_upper(c)/{CLOSE[1]}",
    ),
    "weights.sum_of_cubes": (DECAYING, "Σ[i=0..t - 1](β^(3*i)) = (1 - β^(3*t))/(1 - β^3)"),
    "weights.cubes": (DECAYING, f"{CUBES} = (1 - β)^3*(1 - β^(3*t))/((1 - β^3)*(1 - β^t)^3)"),
    "skewed.third_cumulant": (DECAYING, f"{CUBES} - ({SQUARES})^2 = skewness(β, ess(β, t))"),
    "matched.size_positive": (DECAYING, "0 < ess(β, t)"),
    "matched.third.open": (f"{DECAYING}; 3/2 - sqrt(5)/2 < β", "2 < ess(β, 3)"),
    "matched.third.closed": (f"{DECAYING}; β ≤ 3/2 - sqrt(5)/2", "ess(β, 3) ≤ 2"),
    "matched.closed": (f"{DECAYING}; β ≤ 1/3", "ess(β, t) < 2"),
    "matched.second": (DECAYING, "ess(β, 2) < 2"),
    "chi.variance_positive": ("2 < ρ", "0 < chi_variance(ρ)"),
    "chi.variance_positive.written_out": (
        "2 < ρ",
        "0 < ρ/(ρ - 2) - ρ*gamma(ρ/2 - 1/2)^2/(2*gamma(ρ/2)^2)",
    ),
    "skewed.variance_positive": (AT_SIZE, "3*skewness(β, ρ) < chi_variance(ρ)"),
    "root.quotient": ("0 < a; 0 < b", "0 < sqrt(a/b)"),
    "root.quotient.below_one": ("0 < a; 0 < b; a < b", "sqrt(a/b) < 1"),
    "root.quotient.increasing": ("0 < a; 0 < c; c < b", "sqrt(a/b) < sqrt(a/c)"),
    "matched.positive": (SIZED, "0 < r_matched(β, t)"),
    "matched.below_one": (SIZED, "r_matched(β, t) < 1"),
    "matched.increasing": (SIZED, "r_matched(β, t) < r_matched(β, t + 1)"),
    "skewed.variance_decreasing": (
        f"{DECAYING}; 2 < ρ; ρ < σ",
        "chi_variance(σ) - 3*skewness(β, σ) < chi_variance(ρ) - 3*skewness(β, ρ)",
    ),
    "matched.limit_positive": (DECAYING, "0 < ess_limit(β)"),
    "skewed.positive": (SIZED, "0 < r_skewed(β, t)"),
    "skewed.below_one": (SIZED, "r_skewed(β, t) < 1"),
    "skewed.increasing": (SIZED, "r_skewed(β, t) < r_skewed(β, t + 1)"),
    "computing.denominator": ("0 < p; 0 < q; 0 < r", "0 < q/r + p"),
    "computing.gamma_gap_least": ("8 ≤ a", f"{ABOVE}/({BELOW}) ≤ gamma_gap(a)"),
    "computing.gamma_gap_most": (
        "8 ≤ a",
        f"gamma_gap(a) ≤ {CLOSE[0]}*{ABOVE}/({CLOSE[1]}*({BELOW}))",
    ),
    "computing.gamma_gap_step": (
        "0 < a",
        "gamma_gap(a) = (1 + 2*a)^(-2) + (1 - 1/(1 + 2*a)^2)*gamma_gap(1 + a)",
    ),
    "computing.chi_variance": ("0 < s", "chi_variance_over_two(s) = (2/s + 1)*gamma_gap(s/2)"),
    "computing.chi_variance_shifted": ("0 < s", f"chi_variance_over_two(s) = (2/s + 1)*{SHIFTED}"),
    "computing.chi_variance_itself": ("2 < ρ", "chi_variance(ρ) = chi_variance_over_two(ρ - 2)"),
    "computing.ess_limit_over_two": ("β < 1", "ess_limit_over_two(β) = (3*β - 1)/(1 - β)"),
    "computing.ess_over_two_early": (
        DECAYING,
        "ess_over_two(β, t) = (3*β - 1 - β^t*(3 - β))/((1 - β)*(1 + β^t))",
    ),
    "computing.addition": (
        DECAYING,
        "0 < 1 - 2*(1 - β)*tanh((t - 2)*log(β)/2)/(1 + β) + (1 - β)^2/(1 + β)^2",
    ),
    "computing.addition_by_decay": (
        DECAYING,
        "0 < 1 + 2*(1 - β)*tanh((t - 2)*decay(β)/2)/(1 + β) + (1 - β)^2/(1 + β)^2",
    ),
    "computing.ess_over_two": (
        DECAYING,
        "ess_over_two(β, t) = (1 + β)*((1 - 3*(1 - β)^2/(1 + β)^2)*tanh((t - 2)*decay(β)/2) "
        "- 2*(1 - β)^3/(1 + β)^3)/((1 - β)*(1 + 2*(1 - β)*tanh((t - 2)*decay(β)/2)/(1 + β) "
        "+ (1 - β)^2/(1 + β)^2))",
    ),
    "computing.skewness": (f"{DECAYING}; 0 < ρ", f"skewness(β, ρ) = (ρ - 1)*(1 + ρ)/(ρ^2*{UNDER})"),
    "computing.limit_excess_positive": (REACHED, "0 < ess_limit_over_two(β)"),
    "computing.at_limit": (REACHED, f"chi_variance(ess_limit(β)) = {AT_LIMIT}"),
    "computing.over_two_positive": ("0 < s", "0 < chi_variance_over_two(s)"),
    "computing.matched_at": (
        f"{DECAYING}; 0 < s; 2 < ess_limit(β)",
        f"r_matched_at(β, s) = sqrt({AT_LIMIT}/chi_variance_over_two(s))",
    ),
    "computing.skewed_written_out": (AT_SIZE, f"0 < chi_variance(ρ) - 3*(1 - 1/ρ^2)/{UNDER}"),
    "computing.skewed_positive": (WITHIN, f"0 < {NOW}"),
    "computing.skewed_by_limit": (REACHED, f"0 < {LAST}"),
    "computing.skewed_radicand": (WITHIN, f"0 < ({LAST})/({NOW})"),
    "computing.skewed_at": (WITHIN, f"r_skewed_at(β, s) = sqrt(({LAST})/({NOW}))"),
    "computing.opened": (OVER, "2 < ess(β, t)"),
    "computing.below_last": (DECAYING, "2 + ess_over_two(β, t) < ess_limit(β)"),
    "computing.matched": (OVER, "r_matched(β, t) = r_matched_at(β, ess_over_two(β, t))"),
    "computing.skewed": (OVER, "r_skewed(β, t) = r_skewed_at(β, ess_over_two(β, t))"),
}
STATEMENTS |= {
    "rational.exceeds": ("2 < ρ", f"chi_variance(ρ) < {APPROXIMATED}"),
    "rational.error": ("2 < ρ", f"{APPROXIMATED} < ((2*ρ - 3)^(-2) + 1)*chi_variance(ρ)"),
    "rational.only": (
        "",
        "lim[ρ → ∞] (ρ^2*(ρ/((ρ - c)*(2*ρ - 4)) - 15/(8*ρ^2) - 1/(2*ρ))) = c/2 - 7/8",
    ),
    "rational.variance_positive": ("2 < ρ", f"0 < {APPROXIMATED}"),
    "rational.variance_decreasing": (
        "2 < ρ; ρ < σ",
        f"{APPROXIMATED.replace('ρ', 'σ')} < {APPROXIMATED}",
    ),
    "rational.positive": (SIZED, "0 < r_rational(β, t)"),
    "rational.below_one": (SIZED, "r_rational(β, t) < 1"),
    "rational.increasing": (SIZED, "r_rational(β, t) < r_rational(β, t + 1)"),
    "rational.from_below": (
        SIZED,
        "r_matched(β, t)^2 < ((2*ess(β, t) - 3)^(-2) + 1)*r_rational(β, t)^2",
    ),
    "rational.from_above": (
        SIZED,
        "r_rational(β, t)^2 < ((2*ess_limit(β) - 3)^(-2) + 1)*r_matched(β, t)^2",
    ),
    "computing.rational_at": (
        f"{DECAYING}; 0 < s; 2 < ess_limit(β)",
        "r_rational_at(β, s) = sqrt(s*(7/(2/s + 1) + 1)"
        "/((7/(2/ess_limit_over_two(β) + 1) + 1)*ess_limit_over_two(β)))",
    ),
    "computing.rational": (OVER, "r_rational(β, t) = r_rational_at(β, ess_over_two(β, t))"),
}
AXIOMS_OF |= {
    "gamma.fraction.lower_ahead": FUNCTIONAL,
    "gamma.fraction.upper_ahead": FUNCTIONAL,
    "gamma.fraction.lower_nearly": FUNCTIONAL | {"gamma.ratio_below"},
    "gamma.fraction.upper_nearly": FUNCTIONAL | {"gamma.ratio_above"},
    "gamma.fraction.whole": {"limit.order"},
    "gamma.fraction.lower": RATIO_ABOVE,
    "gamma.fraction.upper": RATIO_BELOW,
    "chi.variance_positive": RATIO_BELOW,
    "chi.variance_positive.written_out": RATIO_BELOW,
    "skewed.variance_positive": RATIO_BELOW,
    "matched.positive": RATIO_BELOW | RATIO_ABOVE,
    "matched.below_one": RATIO_BELOW | RATIO_ABOVE,
    "matched.increasing": RATIO_BELOW | RATIO_ABOVE,
    "skewed.variance_decreasing": RATIO_BELOW | RATIO_ABOVE,
    "skewed.positive": RATIO_BELOW | RATIO_ABOVE,
    "skewed.below_one": RATIO_BELOW | RATIO_ABOVE,
    "skewed.increasing": RATIO_BELOW | RATIO_ABOVE,
    "computing.gamma_gap_least": RATIO_BELOW,
    "computing.gamma_gap_most": RATIO_ABOVE,
    "computing.gamma_gap_step": FUNCTIONAL,
    "computing.chi_variance": EULER,
    "computing.chi_variance_shifted": FUNCTIONAL,
    "computing.over_two_positive": RATIO_BELOW,
    "computing.matched_at": RATIO_BELOW,
    "computing.skewed_written_out": RATIO_BELOW,
    "computing.skewed_positive": RATIO_BELOW,
    "computing.skewed_by_limit": RATIO_BELOW,
    "computing.skewed_radicand": RATIO_BELOW,
    "computing.skewed_at": RATIO_BELOW,
    "computing.matched": RATIO_BELOW,
    "computing.skewed": RATIO_BELOW,
    "rational.exceeds": RATIO_ABOVE,
    "rational.error": RATIO_BELOW,
    "rational.from_below": RATIO_BELOW | RATIO_ABOVE,
    "rational.from_above": RATIO_BELOW | RATIO_ABOVE,
}


# --- the errors of the factors by the χ² law ------------------------------------------------------

FEW = f"{DECAYING}; (1 - β)/(1 - β^t) ≤ 1/32"
NEARLY = f"{DECAYING}; t*(t^2 - 1)/(3*ess_limit(β)^2) ≤ 1/2"
CLOSE_LAST = "0 < y; y ≤ 1/63"
ORDERED = f"{CLOSE_LAST}; 0 ≤ g; g ≤ h; h ≤ 2*y"
LAW = "0 < ρ; 0 ≤ D; 1/(2*ρ) ≤ F; e ≤ 501*y^2/ρ"
LAST_LAW = "0 < σ; 0 ≤ E; 1/(2*σ) ≤ f; d ≤ 501*y^2/σ"
SIGNS = "0 < V; 0 < v; 0 < F; 0 < f"
EVEN = "0 < w[i] for every integer i; Σ[i=1..t](w[i]) = 1"
V_NOW = f"inverse_variance({BY_AGE}, t)"
STATEMENTS |= {
    "matched.error.cubes": (
        DECAYING,
        f"{CUBES} = ess(β, t)^(-2) + skewness(β, ess(β, t))",
    ),
    "matched.error.room": (
        DECAYING,
        "(1 - β)/(1 - β^t) ≤ 2/ess(β, t)",
    ),
    "matched.error.skewness_least": (
        f"{DECAYING}; 1 ≤ ρ",
        "0 ≤ skewness(β, ρ)",
    ),
    "matched.error.skewness_most": (
        f"{DECAYING}; 1 ≤ ρ",
        "skewness(β, ρ) ≤ 1/(3*ess_limit(β)^2)",
    ),
    "matched.error.now_above": (
        FEW,
        f"{V_NOW} ≤ 500/(ess_limit(β)^2*ess(β, t)) - 3*skewness(β, ess(β, t)) +"
        " chi_variance(ess(β, t))",
    ),
    "matched.error.now_below": (
        FEW,
        "chi_variance(ess(β, t)) - 500/(ess_limit(β)^2*ess(β, t)) - 3*skewness(β, ess(β,"
        f" t)) ≤ {V_NOW}",
    ),
    "matched.error.above_by_powers": (
        FEW,
        f"{V_NOW} ≤ 500/(ess_limit(β)^2*ess(β, t)) + 44/ess(β, t)^4 + 83/(16*ess(β, t)^3)"
        f" + 15/(8*ess(β, t)^2) + 1/(2*ess(β, t)) - 3*(1 - 1/ess(β, t)^2)/{UNDER}",
    ),
    "matched.error.below_by_powers": (
        FEW,
        "83/(16*ess(β, t)^3) - 500/(ess_limit(β)^2*ess(β, t)) + 15/(8*ess(β, t)^2) +"
        f" 1/(2*ess(β, t)) - 3*(1 - 1/ess(β, t)^2)/{UNDER} ≤ {V_NOW}",
    ),
    "matched.error.third_step": (FEW, "3 ≤ t"),
    "matched.error.size_later": (
        DECAYING,
        "lim[m → ∞] ess(β, m + t) = ess_limit(β)",
    ),
    "matched.error.above_limit": (
        DECAYING,
        "lim[m → ∞] (500/(ess_limit(β)^2*ess(β, m + t)) + 44/ess(β, m + t)^4 +"
        " 83/(16*ess(β, m + t)^3) + 15/(8*ess(β, m + t)^2) + 1/(2*ess(β, m + t)) - 3*(1 -"
        f" 1/ess(β, m + t)^2)/{UNDER}) = 44/ess_limit(β)^4 + 8083/(16*ess_limit(β)^3) +"
        f" 15/(8*ess_limit(β)^2) + 1/(2*ess_limit(β)) - 3*(1 - 1/ess_limit(β)^2)/{UNDER}",
    ),
    "matched.error.below_limit": (
        DECAYING,
        "lim[m → ∞] (83/(16*ess(β, m + t)^3) - 500/(ess_limit(β)^2*ess(β, m + t)) +"
        " 15/(8*ess(β, m + t)^2) + 1/(2*ess(β, m + t)) - 3*(1 - 1/ess(β, m +"
        f" t)^2)/{UNDER}) = 15/(8*ess_limit(β)^2) - 7917/(16*ess_limit(β)^3) +"
        f" 1/(2*ess_limit(β)) - 3*(1 - 1/ess_limit(β)^2)/{UNDER}",
    ),
    "matched.error.last_above_powers": (
        FEW,
        "variance_limit(β) ≤ 44/ess_limit(β)^4 + 8083/(16*ess_limit(β)^3) +"
        f" 15/(8*ess_limit(β)^2) + 1/(2*ess_limit(β)) - 3*(1 - 1/ess_limit(β)^2)/{UNDER}",
    ),
    "matched.error.last_below_powers": (
        FEW,
        "15/(8*ess_limit(β)^2) - 7917/(16*ess_limit(β)^3) + 1/(2*ess_limit(β)) - 3*(1 -"
        f" 1/ess_limit(β)^2)/{UNDER} ≤ variance_limit(β)",
    ),
    "matched.error.last_least": (
        FEW,
        "63 ≤ ess_limit(β)",
    ),
    "matched.error.infinite_above": (
        FEW,
        "variance_limit(β) ≤ 501/ess_limit(β)^3 - 3*skewness(β, ess_limit(β)) +"
        " chi_variance(ess_limit(β))",
    ),
    "matched.error.infinite_below": (
        FEW,
        "chi_variance(ess_limit(β)) - 501/ess_limit(β)^3 - 3*skewness(β, ess_limit(β)) ≤"
        " variance_limit(β)",
    ),
    "matched.error.arithmetic_most": (
        ORDERED,
        "1 + 1014*y^2 - g ≤ (1 - 1014*y^2 - h)*(1 + 2900*y^2 + h - g)",
    ),
    "matched.error.arithmetic_least": (
        "y ≤ 1/63; 0 ≤ g; g ≤ h; h ≤ 2*y",
        "(1 + 1014*y^2 - h)*(1 - 2200*y^2 + h - g) ≤ 1 - 1014*y^2 - g",
    ),
    "matched.error.quotient_most": (
        f"0 < F; 0 < f; {ORDERED}; V ≤ F*(1 + 1014*y^2 - g); f*(1 - 1014*y^2 - h) ≤ v",
        "V*f ≤ F*v*(1 + 2900*y^2 + h - g)",
    ),
    "matched.error.down": (
        f"{CLOSE_LAST}; g ≤ h",
        "0 < 1 - 2200*y^2 + h - g",
    ),
    "matched.error.quotient_least": (
        f"0 < F; 0 < f; {ORDERED}; F*(1 - 1014*y^2 - g) ≤ V; v ≤ f*(1 + 1014*y^2 - h)",
        "F*v*(1 - 2200*y^2 + h - g) ≤ V*f",
    ),
    "matched.error.lower_positive": (
        f"{CLOSE_LAST}; g ≤ h",
        "0 < 1 - 2000*y^2 + h/2 - g/2",
    ),
    "matched.error.root_most": (
        "0 < a; 0 < b; 0 < k; b ≤ a*k^2",
        "sqrt(b) ≤ sqrt(a)*k",
    ),
    "matched.error.root_least": (
        "0 < a; 0 < b; 0 < k; a*k^2 ≤ b",
        "sqrt(a)*k ≤ sqrt(b)",
    ),
    "matched.error.factor_most": (
        f"{SIGNS}; {ORDERED}; V ≤ F*(1 + 1014*y^2 - g); f*(1 - 1014*y^2 - h) ≤ v",
        "f/F ≤ v*(1 + 2000*y^2 + h/2 - g/2)^2/V",
    ),
    "matched.error.factor_least": (
        f"{SIGNS}; {ORDERED}; F*(1 - 1014*y^2 - g) ≤ V; v ≤ f*(1 + 1014*y^2 - h)",
        "v*(1 - 2000*y^2 + h/2 - g/2)^2/V ≤ f/F",
    ),
    "matched.error.relative_most": (
        f"{LAW}; F ≤ 3/ρ^2 + 1/(2*ρ); 3*D ≤ y^2; V ≤ e + F - 3*D",
        "V ≤ F*(1 + 1014*y^2 - 6*D*ρ)",
    ),
    "matched.error.relative_least": (
        f"{LAW}; F - e - 3*D ≤ V",
        "F*(1 - 1014*y^2 - 6*D*ρ) ≤ V",
    ),
    "matched.error.share_of_it": (
        f"{CLOSE_LAST}; g ≤ 2*y",
        "0 < 1 - 1014*y^2 - g",
    ),
    "matched.error.variance_positive": (
        f"{CLOSE_LAST}; 0 < F; g ≤ 2*y; F*(1 - 1014*y^2 - g) ≤ V",
        "0 < V",
    ),
    "matched.error.corrected_least": (
        AT_SIZE,
        "1/(2*ρ) ≤ chi_variance(ρ) - 3*skewness(β, ρ)",
    ),
    "matched.error.plain_least": (
        "2 < ρ",
        "1/(2*ρ) ≤ chi_variance(ρ)",
    ),
    "matched.error.corrected_most": (
        f"{DECAYING}; 16 ≤ ρ",
        "chi_variance(ρ) - 3*skewness(β, ρ) ≤ 3/ρ^2 + 1/(2*ρ)",
    ),
    "matched.error.positive": (
        f"{CLOSE_LAST}; {LAW}; 0 < F; 3*D*ρ ≤ y; F - e - 3*D ≤ V",
        "0 < V",
    ),
    "matched.error.both_most": (
        f"{CLOSE_LAST}; {LAW}; {LAST_LAW}; D*ρ ≤ E*σ; 3*E*σ ≤ y; F ≤ 3/ρ^2 + 1/(2*ρ); 3*D"
        f" ≤ y^2; {SIGNS}; V ≤ e + F - 3*D; f - d - 3*E ≤ v",
        "sqrt(f/F) ≤ sqrt(v/V)*(1 + 2000*y^2 + 3*E*σ - 3*D*ρ)",
    ),
    "matched.error.both_least": (
        f"{CLOSE_LAST}; {LAW}; {LAST_LAW}; D*ρ ≤ E*σ; 3*E*σ ≤ y; f ≤ 3/σ^2 + 1/(2*σ); 3*E"
        f" ≤ y^2; {SIGNS}; F - e - 3*D ≤ V; v ≤ f + d - 3*E",
        "sqrt(v/V)*(1 - 2000*y^2 + 3*E*σ - 3*D*ρ) ≤ sqrt(f/F)",
    ),
    "matched.error.quotient_positive": (
        "0 < a; 0 < b",
        "0 < a/b",
    ),
    "matched.error.shift": (
        DECAYING,
        "ess(β, t)*skewness(β, ess(β, t)) ≤ ess_limit(β)*skewness(β, ess_limit(β))",
    ),
    "matched.error.shift_most": (
        f"{DECAYING}; 1 ≤ ρ; ρ ≤ ess_limit(β)",
        "3*ρ*skewness(β, ρ) ≤ 1/ess_limit(β)",
    ),
    "matched.error.now_positive": (
        FEW,
        f"0 < ∫[0..∞] transform({BY_AGE}, t, u) du - ∫[0..∞] (transform({BY_AGE}, t,"
        " u)/sqrt(u)) du^2/pi",
    ),
    "matched.error.above": (
        FEW,
        "r_matched(β, t) ≤ ((3/ess(β, t) - 3/ess_limit(β) - 3*ess(β, t) +"
        f" 3*ess_limit(β))/{UNDER} + 2000/ess_limit(β)^2 + 1)*r_exact(β, t)",
    ),
    "matched.error.below": (
        FEW,
        f"((3/ess(β, t) - 3/ess_limit(β) - 3*ess(β, t) + 3*ess_limit(β))/{UNDER} -"
        " 2000/ess_limit(β)^2 + 1)*r_exact(β, t) ≤ r_matched(β, t)",
    ),
    "skewed.error.above": (
        FEW,
        "r_skewed(β, t) ≤ (2000/ess_limit(β)^2 + 1)*r_exact(β, t)",
    ),
    "skewed.error.below": (
        FEW,
        "(1 - 2000/ess_limit(β)^2)*r_exact(β, t) ≤ r_skewed(β, t)",
    ),
    "log.below_tangent": (
        "0 < x; 0 < z",
        "log(1 + x) ≤ log(1 + z) + (x - z)/(1 + z)",
    ),
    "equal.tangents": (
        f"{EVEN}; 0 < s",
        "Σ[i=1..t]((2*s*w[i] - 2*s/t)/(1 + 2*s/t) + log(1 + 2*s/t)) = t*log(1 + 2*s/t)",
    ),
    "equal.logarithms": (
        f"{EVEN}; 0 < s",
        "Σ[i=1..t](log(1 + 2*s*w[i])) ≤ t*log(1 + 2*s/t)",
    ),
    "equal.transform": (
        f"{EVEN}; 0 < s",
        "(1 + 2*s/t)^(-t/2) ≤ transform(w, t, s)",
    ),
    "equal.pointwise": (
        EVEN,
        "u^(p - 1)/(2*u/t + 1)^(t/2) ≤ u^(p - 1)*transform(w, t, u)",
    ),
    "equal.moment": (
        f"{WEIGHTS}; 0 < p; 2*p < n; 2*p < t",
        "plain_moment(t, p) ≤ ∫[0..∞] (u^(p - 1)*transform(w, t, u)) du",
    ),
    "equal.plain_positive": (
        "0 < p; 2*p < n",
        "0 < plain_moment(n, p)",
    ),
    "equal.above": (
        f"{WEIGHTS}; 2 < n; 3 ≤ t",
        f"{VARIANCE} ≤ chi_variance(t) - t/(t - 2) + n/(n - 2)",
    ),
    "equal.below": (
        f"{WEIGHTS}; 2 < n; n < t",
        f"chi_variance(t) + t/(t - 2) - n/(n - 2) ≤ {VARIANCE}",
    ),
    "equal.size_step": (
        DECAYING,
        "1 + ess(β, t) - (1 + ess(β, t))*ess(β, t)/ess_limit(β)^2 ≤ ess(β, t + 1)",
    ),
    "equal.size_nearly": (
        DECAYING,
        "t - t*(t^2 - 1)/(3*ess_limit(β)^2) ≤ ess(β, t)",
    ),
    "equal.apart": (
        "3 ≤ t; t - G ≤ n; G ≤ 1/2; 0 ≤ G",
        "n/(n - 2) - t/(t - 2) ≤ 4*G/(t - 2)^2",
    ),
    "equal.size_close": (
        NEARLY,
        "t - 1/2 ≤ ess(β, t)",
    ),
    "exact.equal_weights.above": (
        f"{NEARLY}; 3 ≤ t",
        f"{V_NOW} ≤ chi_variance(t) + 4*t*(t^2 - 1)/(3*(t - 2)^2*ess_limit(β)^2)",
    ),
    "exact.equal_weights.below": (
        f"{NEARLY}; 3 ≤ t",
        f"chi_variance(t) - 4*t*(t^2 - 1)/(3*(t - 2)^2*ess_limit(β)^2) ≤ {V_NOW}",
    ),
}
LIMITS = {"limit.between", "limit.monotone", "power.vanishing"}
AXIOMS_OF |= {
    "matched.error.now_above": COMPARED | RATIO_BELOW,
    "matched.error.now_below": COMPARED | RATIO_BELOW | RATIO_ABOVE,
    "matched.error.above_by_powers": COMPARED | RATIO_BELOW | RATIO_ABOVE,
    "matched.error.below_by_powers": COMPARED | RATIO_BELOW | RATIO_ABOVE,
    "matched.error.size_later": {"power.vanishing"},
    "matched.error.above_limit": {"power.vanishing"},
    "matched.error.below_limit": {"power.vanishing"},
    "matched.error.last_above_powers": COMPARED | RATIO_BELOW | RATIO_ABOVE | LIMITS,
    "matched.error.last_below_powers": COMPARED | RATIO_BELOW | RATIO_ABOVE | LIMITS,
    "matched.error.infinite_above": COMPARED | RATIO_BELOW | RATIO_ABOVE | LIMITS,
    "matched.error.infinite_below": COMPARED | RATIO_BELOW | RATIO_ABOVE | LIMITS,
    "matched.error.corrected_least": RATIO_BELOW,
    "matched.error.plain_least": RATIO_BELOW,
    "matched.error.corrected_most": RATIO_BELOW | RATIO_ABOVE,
    "matched.error.now_positive": COMPARED | RATIO_BELOW | RATIO_ABOVE,
    "matched.error.above": COMPARED | RATIO_BELOW | RATIO_ABOVE | LIMITS,
    "matched.error.below": COMPARED | RATIO_BELOW | RATIO_ABOVE | LIMITS,
    "skewed.error.above": COMPARED | RATIO_BELOW | RATIO_ABOVE | LIMITS,
    "skewed.error.below": COMPARED | RATIO_BELOW | RATIO_ABOVE | LIMITS,
    "log.below_tangent": SERIES,
    "equal.logarithms": SERIES,
    "equal.transform": SERIES,
    "equal.pointwise": SERIES,
    "equal.moment": COMPARED,
    "equal.plain_positive": EULER,
    "equal.above": COMPARED,
    "equal.below": COMPARED | RATIO_BELOW | RATIO_ABOVE,
    "exact.equal_weights.above": COMPARED,
    "exact.equal_weights.below": COMPARED | RATIO_BELOW | RATIO_ABOVE,
}


# --- the expansions of the exact law --------------------------------------------------------------

START = "0 < τ; 100 + 100*τ ≤ t"
LATE = "0 < τ; 100 + 100*τ ≤ s"
EARLY = "0 < c; 100 + 100*c ≤ s"
LIGHT = "0 < β; β < 1; 3 ≤ t; (1 - β)/(1 - β^t)"
V_BY_AGE = "inverse_variance(β^(i - 1)*(1 - β)/(1 - β^t), t)"
V_CURVE = "inverse_variance((1 - exp(-τ/t))*exp(-τ*(i - 1)/t)/(1 - exp(-τ)), t)"
B_SCALED = "two_terms(exp(-τ/(n + s)), exp(-τ))"
E_SCALED = "760*(1 + τ)^3/(n + s)^3"
B_LAST = "two_terms(exp(-τ/(n + s)), 0)"
B_EARLY = "two_terms(exp(-c/(n + s)^2), exp(-c/(n + s)))"
E_EARLY = "760*(1 + c/(n + s))^3/(n + s)^3"
B_SLOW = "two_terms(exp(-c/(n + s)^2), 0)"
ALWAYS = " for every positive integer n"
CURVE = "exp(-c/(n + s)^2), n + s"
AT_STEP = RATIO_BELOW | RATIO_ABOVE | COMPARED
AT_END = AT_STEP | {"limit.between", "limit.monotone", "power.vanishing"}

STATEMENTS |= {
    "exact.step.cumulants": (
        "0 < β; β < 1",
        "Σ[i=1..t](β^(2*i - 2)*(1 - β)^2/(1 - β^t)^2)/2 - 3*Σ[i=1..t](β^(3*i - 3)*(1 - "
        "β)^3/(1 - β^t)^3) + 39*(Σ[i=1..t](β^(2*i - 2)*(1 - β)^2/(1 - β^t)^2))^2/8 = "
        "two_terms(β, β^t)",
    ),
    "exact.step.weight": (
        f"{DECAYING}; (1 - β)/(1 - β^t) ≤ δ",
        "β^(r - 1)*(1 - β)/(1 - β^t) ≤ δ",
    ),
    "exact.step.above": (
        f"{LIGHT} ≤ δ; δ ≤ 1/32",
        f"{V_BY_AGE} ≤ two_terms(β, β^t) + 760*δ^3",
    ),
    "exact.step.below": (
        f"{LIGHT} ≤ δ; δ ≤ 1/32",
        f"two_terms(β, β^t) - 760*δ^3 ≤ {V_BY_AGE}",
    ),
    "exact.last.share": (
        "0 < β; β < 1",
        "(1 - β)/(1 - β^(n + t)) ≤ (1 - β)/(1 - β^t)",
    ),
    "exact.last.share_small": (
        f"{LIGHT} ≤ 1/32",
        "(1 - β)/(1 - β^(n + t)) ≤ 1/32",
    ),
    "exact.last.bound_above": (
        "0 < β; β < 1",
        "lim[m → ∞] (two_terms(β, β^(m + t)) + 760*(1 - β)^3/(1 - β^(m + t))^3) = "
        "two_terms(β, 0) + 760*(1 - β)^3",
    ),
    "exact.last.bound_below": (
        "0 < β; β < 1",
        "lim[m → ∞] (two_terms(β, β^(m + t)) - 760*(1 - β)^3/(1 - β^(m + t))^3) = "
        "two_terms(β, 0) - 760*(1 - β)^3",
    ),
    "exact.last.above": (
        f"{LIGHT} ≤ 1/32",
        "variance_limit(β) ≤ two_terms(β, 0) + 760*(1 - β)^3",
    ),
    "exact.last.below": (
        f"{LIGHT} ≤ 1/32",
        "two_terms(β, 0) - 760*(1 - β)^3 ≤ variance_limit(β)",
    ),
    "exact.curve.gap": (
        "",
        "1 - exp(-τ/t) ≤ τ/t",
    ),
    "exact.curve.over": (
        "",
        "τ ≤ (1 - exp(-τ))*(1 + τ)",
    ),
    "exact.curve.share": (
        "0 < τ",
        "(1 - exp(-τ/t))/(1 - exp(-τ)) ≤ (1 + τ)/t",
    ),
    "exact.curve.share_hundredth": (
        f"{START}",
        "(1 - exp(-τ/t))/(1 - exp(-τ)) ≤ 1/100",
    ),
    "exact.curve.share_small": (
        f"{START}",
        "(1 - exp(-τ/t))/(1 - exp(-τ)) ≤ 1/32",
    ),
    "exact.curve.above": (
        f"{START}",
        f"{V_CURVE} ≤ 760*(1 + τ)^3/t^3 + two_terms(exp(-τ/t), exp(-τ))",
    ),
    "exact.curve.below": (
        f"{START}",
        f"two_terms(exp(-τ/t), exp(-τ)) - 760*(1 + τ)^3/t^3 ≤ {V_CURVE}",
    ),
    "exact.curve.last_above": (
        f"{START}",
        "variance_limit(exp(-τ/t)) ≤ 760*τ^3/t^3 + two_terms(exp(-τ/t), 0)",
    ),
    "exact.curve.last_below": (
        f"{START}",
        "two_terms(exp(-τ/t), 0) - 760*τ^3/t^3 ≤ variance_limit(exp(-τ/t))",
    ),
    "exact.step.ratio": (
        "0 < β; 0 ≤ x; x ≤ β",
        "(1 + x + x^2)/(1 + β + β^2) ≤ 1",
    ),
    "exact.step.first": (
        "0 < β; 0 ≤ x; β < 1",
        "1/2 ≤ (1 + x)/(1 + β)",
    ),
    "exact.step.bound_positive": (
        "0 < β; 0 ≤ x; x ≤ β; β < 1; (1 - β)/(1 - x) ≤ 1/100",
        "0 < two_terms(β, x) - 760*(1 - β)^3/(1 - x)^3",
    ),
    "exact.step.small": (
        "0 < β; β < 1; (1 - β)/(1 - β^t) ≤ 1/100",
        "(1 - β)/(1 - β^t) ≤ 1/32",
    ),
    "exact.step.positive": (
        f"{LIGHT} ≤ 1/100",
        f"0 < {V_BY_AGE}",
    ),
    "exact.curve.positive": (
        f"{START}",
        f"0 < {V_CURVE}",
    ),
    "exact.curve.positive.written_out": (
        f"{START}",
        "0 < ∫[0..∞] transform((1 - exp(-τ/t))*exp(-τ*(i - 1)/t)/(1 - exp(-τ)), t, u) "
        "du - ∫[0..∞] (transform((1 - exp(-τ/t))*exp(-τ*(i - 1)/t)/(1 - exp(-τ)), t, "
        "u)/sqrt(u)) du^2/pi",
    ),
    "exact.curve.gap_small": (
        "100 + 100*τ ≤ t",
        "1 - exp(-τ/t) ≤ 1/100",
    ),
    "exact.curve.last_positive": (
        f"{START}",
        "0 < variance_limit(exp(-τ/t))",
    ),
    "exact.curve.last_written_out": (
        f"{START}",
        "0 < ∫[0..∞] transform_limit(exp(-τ/t), u) du - ∫[0..∞] "
        "(transform_limit(exp(-τ/t), u)/sqrt(u)) du^2/pi",
    ),
    "exact.curve.ratio": (
        f"{START}",
        f"0 < variance_limit(exp(-τ/t))/{V_CURVE}",
    ),
    "exact.curve.length_rest": (
        "0 < τ",
        "(2 + 3*τ + 2*τ^2)*exp(-τ) ≤ 2 + τ",
    ),
    "exact.curve.length": (
        f"{START}",
        "4 < rho(exp(-τ/t), t)",
    ),
    "exact.curve.length_limit": (
        f"{START}",
        "4 < ess_limit(exp(-τ/t))",
    ),
    "exact.curve.radicand": (
        f"{START}",
        "0 < (rho(exp(-τ/t), t) - 4)*(rho(exp(-τ/t), t) - "
        "2)*ess_limit(exp(-τ/t))/((ess_limit(exp(-τ/t)) - 4)*(ess_limit(exp(-τ/t)) - "
        "2)*rho(exp(-τ/t), t))",
    ),
    "exact.early.bound": (
        "0 < c",
        f"lim[n → ∞] ((n + s)^2*({B_SLOW} + K*c^3/(n + s)^6)) = c/4",
    ),
    "exact.early.last": (
        f"0 < c; {B_SLOW} - 760*c^3/(n + s)^6 ≤ W[n]{ALWAYS}; W[n] ≤ {B_SLOW} + "
        f"760*c^3/(n + s)^6{ALWAYS}",
        "lim[n → ∞] ((n + s)^2*W[n]) = c/4",
    ),
    "exact.early.simple_bound": (
        "0 < c",
        f"lim[n → ∞] ((n + s)^3*({B_SLOW} - (2/(exp(-c/(n + s)) + 1) - 1)*{B_EARLY} + "
        "K*(2/(exp(-c/(n + s)) + 1) - 1)*(1 + c/(n + s))^3/(n + s)^3 + K*c^3/(n + "
        "s)^6)) = -15*c/16",
    ),
    "exact.early.liu_bound": (
        "0 < c",
        f"lim[n → ∞] ((n + s)^3*({B_SLOW} - (rho({CURVE}) - 4)*(rho({CURVE}) - "
        f"2)*ess_limit(exp(-c/(n + s)^2))*{B_EARLY}/((ess_limit(exp(-c/(n + s)^2)) - "
        f"4)*(ess_limit(exp(-c/(n + s)^2)) - 2)*rho({CURVE})) + K*(1 + c/(n + "
        f"s))^3*(rho({CURVE}) - 4)*(rho({CURVE}) - 2)*ess_limit(exp(-c/(n + s)^2))/((n "
        "+ s)^3*(ess_limit(exp(-c/(n + s)^2)) - 4)*(ess_limit(exp(-c/(n + s)^2)) - "
        f"2)*rho({CURVE})) + K*c^3/(n + s)^6)) = -c*(-9/4 - c/6)/4",
    ),
    "exact.early.simple_square": (
        "0 < τ",
        "0 < 2/(exp(-τ) + 1) - 1",
    ),
    "exact.early.simple_difference": (
        f"0 < c; {B_EARLY} - {E_EARLY} ≤ V[n]{ALWAYS}; V[n] ≤ {E_EARLY} + "
        f"{B_EARLY}{ALWAYS}; {B_SLOW} - 760*c^3/(n + s)^6 ≤ W[n]{ALWAYS}; W[n] ≤ "
        f"{B_SLOW} + 760*c^3/(n + s)^6{ALWAYS}",
        "lim[n → ∞] ((n + s)^3*(W[n] - (2/(exp(-c/(n + s)) + 1) - 1)*V[n])) = -15*c/16",
    ),
    "exact.early.ratio": (
        "0 < c; lim[n → ∞] ((n + s)^3*(W[n] - P[n]*V[n])) = -A; lim[n → ∞] ((n + "
        f"s)^2*W[n]) = c/4; 0 < W[n]{ALWAYS}",
        "lim[n → ∞] ((n + s)*(P[n]*V[n]/W[n] - 1)) = 4*A/c",
    ),
    "exact.early.root": (
        "0 < c; lim[n → ∞] ((n + s)^3*(W[n] - P[n]*V[n])) = -A; lim[n → ∞] ((n + "
        f"s)^2*W[n]) = c/4; 0 < P[n]{ALWAYS}; 0 < V[n]{ALWAYS}; 0 < W[n]{ALWAYS}",
        "lim[n → ∞] ((n + s)*(sqrt(P[n]*V[n]/W[n]) - 1)) = 2*A/c",
    ),
    "root.quotients": (
        "0 < f; 0 < y; 0 < z",
        "sqrt(f)/sqrt(z/y) = sqrt(f*y/z)",
    ),
    "exact.early.late": (
        f"{EARLY}",
        "100 + 100*c/(n + s) ≤ n + s",
    ),
    "exact.early_error.simple": (
        f"{EARLY}",
        f"lim[n → ∞] ((r_simple({CURVE})/r_exact({CURVE}) - 1)*(n + s)) = 15/8",
    ),
    "exact.early.liu_difference": (
        f"{EARLY}; {B_EARLY} - {E_EARLY} ≤ V[n]{ALWAYS}; V[n] ≤ {E_EARLY} + "
        f"{B_EARLY}{ALWAYS}; {B_SLOW} - 760*c^3/(n + s)^6 ≤ W[n]{ALWAYS}; W[n] ≤ "
        f"{B_SLOW} + 760*c^3/(n + s)^6{ALWAYS}",
        f"lim[n → ∞] ((n + s)^3*(W[n] - (rho({CURVE}) - 4)*(rho({CURVE}) - "
        "2)*ess_limit(exp(-c/(n + s)^2))*V[n]/((ess_limit(exp(-c/(n + s)^2)) - "
        f"4)*(ess_limit(exp(-c/(n + s)^2)) - 2)*rho({CURVE})))) = -c*(-9/4 - c/6)/4",
    ),
    "exact.early_error.liu": (
        f"{EARLY}",
        f"lim[n → ∞] ((r_liu({CURVE})/r_exact({CURVE}) - 1)*(n + s)) = -9/8 - c/12",
    ),
    "exact.crossover": (
        f"{EARLY}",
        f"lim[n → ∞] ((n + s)*(2 - r_simple({CURVE})/r_exact({CURVE}) - "
        f"r_liu({CURVE})/r_exact({CURVE}))) = c/12 - 3/4",
    ),
    "exact.difference.least": (
        "C - d ≤ z; y ≤ e + B; 0 ≤ f; 0 < g",
        "g*(C - e*f - d - B*f) ≤ g*(z - f*y)",
    ),
    "exact.difference.most": (
        "B - e ≤ y; z ≤ d + C; 0 ≤ f; 0 < g",
        "g*(z - f*y) ≤ g*(e*f + d + C - B*f)",
    ),
    "exact.scaling.bound": (
        "0 < τ",
        f"lim[n → ∞] ((n + s)*({B_SCALED} + K*(1 + τ)^3/(n + s)^3)) = τ/(4*tanh(τ/2))",
    ),
    "exact.scaling.gap_bound": (
        "0 < τ",
        f"lim[n → ∞] ((n + s)^2*({B_LAST} - tanh(τ/2)*{B_SCALED} + L*(1 + τ)^3/(n + "
        "s)^3 + K*τ^3/(n + s)^3)) = -τ^2*(1 - tanh(τ/2))*(15/8 + "
        "tanh(τ/2))/(4*tanh(τ/2))",
    ),
    "exact.scaling.variance": (
        f"0 < τ; {B_SCALED} - {E_SCALED} ≤ V[n]{ALWAYS}; V[n] ≤ {E_SCALED} + {B_SCALED}{ALWAYS}",
        "lim[n → ∞] ((n + s)*V[n]) = τ/(4*tanh(τ/2))",
    ),
    "exact.scaling.gap": (
        f"0 < τ; {B_SCALED} - {E_SCALED} ≤ V[n]{ALWAYS}; V[n] ≤ {E_SCALED} + "
        f"{B_SCALED}{ALWAYS}; {B_LAST} - 760*τ^3/(n + s)^3 ≤ W[n]{ALWAYS}; W[n] ≤ "
        f"{B_LAST} + 760*τ^3/(n + s)^3{ALWAYS}",
        "lim[n → ∞] ((n + s)^2*(W[n] - tanh(τ/2)*V[n])) = -τ^2*(1 - tanh(τ/2))*(15/8 + "
        "tanh(τ/2))/(4*tanh(τ/2))",
    ),
    "exact.scaling.ratio": (
        f"0 < τ; {B_SCALED} - {E_SCALED} ≤ V[n]{ALWAYS}; V[n] ≤ {E_SCALED} + "
        f"{B_SCALED}{ALWAYS}; {B_LAST} - 760*τ^3/(n + s)^3 ≤ W[n]{ALWAYS}; W[n] ≤ "
        f"{B_LAST} + 760*τ^3/(n + s)^3{ALWAYS}; 0 < V[n]{ALWAYS}",
        "lim[n → ∞] ((n + s)*(W[n]/V[n] - tanh(τ/2))) = -τ*(1 - tanh(τ/2))*(15/8 + tanh(τ/2))",
    ),
    "exact.scaling": (
        f"{LATE}",
        "lim[n → ∞] ((n + s)*(r_exact(exp(-τ/(n + s)), n + s)^2 - tanh(τ/2))) = -τ*(1 "
        "- tanh(τ/2))*(15/8 + tanh(τ/2))",
    ),
    "limit.constant": (
        "",
        "lim[n → ∞] G = G",
    ),
    "limit.not_negative": (
        f"0 ≤ d[n]{ALWAYS}; lim[n → ∞] d[n] = G",
        "0 ≤ G",
    ),
    "limit.difference": (
        "lim[n → ∞] a[n] = A; lim[n → ∞] b[n] = B",
        "lim[n → ∞] (b[n] - a[n]) = B - A",
    ),
    "limit.ordered": (
        f"a[n] ≤ b[n]{ALWAYS}; lim[n → ∞] a[n] = A; lim[n → ∞] b[n] = B",
        "A ≤ B",
    ),
    "limit.quotient": (
        f"lim[n → ∞] a[n] = A; lim[n → ∞] b[n] = B; 0 < b[n]{ALWAYS}; 0 < B",
        "lim[n → ∞] (a[n]/b[n]) = A/B",
    ),
    "limit.step": (
        "",
        "lim[n → ∞] 1/(n + s) = 0",
    ),
    "limit.near_one": (
        "lim[n → ∞] a[n] = A",
        "lim[n → ∞] (1 + a[n]/(n + s)) = 1",
    ),
    "limit.root": (
        f"0 < x[n]{ALWAYS}; lim[n → ∞] ((n + s)*(x[n] - 1)) = A",
        "lim[n → ∞] ((n + s)*(sqrt(x[n]) - 1)) = A/2",
    ),
}

AXIOMS_OF |= {
    "exact.step.above": AT_STEP,
    "exact.step.below": AT_STEP,
    "exact.last.bound_above": {"power.vanishing"},
    "exact.last.bound_below": {"power.vanishing"},
    "exact.last.above": AT_END,
    "exact.last.below": AT_END,
    "exact.curve.gap": SERIES,
    "exact.curve.over": SERIES,
    "exact.curve.share": SERIES,
    "exact.curve.share_hundredth": SERIES,
    "exact.curve.share_small": SERIES,
    "exact.curve.above": AT_STEP,
    "exact.curve.below": AT_STEP,
    "exact.curve.last_above": AT_END,
    "exact.curve.last_below": AT_END,
    "exact.step.positive": AT_STEP,
    "exact.curve.positive": AT_STEP,
    "exact.curve.positive.written_out": AT_STEP,
    "exact.curve.gap_small": SERIES,
    "exact.curve.last_positive": AT_END,
    "exact.curve.last_written_out": AT_END,
    "exact.curve.ratio": AT_END,
    "exact.curve.length_rest": {"exponential.above_series"},
    "exact.curve.length": SERIES,
    "exact.curve.length_limit": SERIES,
    "exact.curve.radicand": SERIES,
    "exact.early.last": {"exponential.above_series", "limit.between"},
    "exact.early.simple_square": {"exponential.above_series"},
    "exact.early.simple_difference": {"exponential.above_series", "limit.between"},
    "exact.early_error.simple": AT_END,
    "exact.early.liu_difference": SERIES | {"limit.between"},
    "exact.early_error.liu": AT_END,
    "exact.crossover": AT_END,
    "exact.scaling.bound": {"exponential.above_series"},
    "exact.scaling.gap_bound": {"exponential.above_series"},
    "exact.scaling.variance": {"exponential.above_series", "limit.between"},
    "exact.scaling.gap": {"exponential.above_series", "limit.between"},
    "exact.scaling.ratio": {"exponential.above_series", "limit.between"},
    "exact.scaling": AT_END,
    "limit.not_negative": {"limit.between"},
    "limit.ordered": {"limit.between"},
}


# --- the certificate ------------------------------------------------------------------------------

STEP = "0 < h; 0 < z"
MIXED_OF = "X[i] not negative; E(exp(-u*X[r])) = M(u) for every positive u"
MIXTURE = f"{MIXED_OF}; ∫[0..∞] (u^(p - 1)*M(u)) du = A; 0 < p"
WEIGHTED = (
    f"{NORMAL}; 0 < w[i] for every integer i; 0 < p; {STEP}; "
    "∫[0..∞] (u^(p - 1)*transform(w, t, u)) du = A"
)
AVERAGED = f"{DECAYING}; {NORMAL}; 0 < h"
OF_LIMIT = f"{MIXED_OF.replace('M(u)', 'transform_limit(β, u)')}; {DECAYING}; 0 < h"
ONE_NODE, NODE = "exp(-x*exp(h*i))*exp(h*i*p)", "h*exp(h*i*p)*M(exp(h*i))"
NODES, NODES_K = "lim[N → ∞] Σ[i=-N..N]", "lim[N → ∞] Σ[k=-N..N]"
OF_WEIGHTED = f"{NODES_K}(h*exp(h*k*p)*transform(w, t, exp(h*k)))"
BY_STEP, BY_HALF_STEP = "aliasing(1, h, 2*pi/h)", "aliasing(1/2, h, 4*pi/h)"
OF_INVERSE = f"{NODES_K}(h*exp(h*k)*transform({BY_AGE}, t, exp(h*k)))"
OF_ROOT = f"{NODES_K}(h*exp(h*k/2)*transform({BY_AGE}, t, exp(h*k)))"
AT_INVERSE = f"∫[0..∞] transform({BY_AGE}, t, u) du"
AT_ROOT = f"∫[0..∞] (transform({BY_AGE}, t, u)/sqrt(u)) du"
LAST_INVERSE = f"{NODES_K}(h*exp(h*k)*transform_limit(β, exp(h*k)))"
LAST_ROOT = f"{NODES_K}(h*exp(h*k/2)*transform_limit(β, exp(h*k)))"
INVERSE_AT_LAST = "∫[0..∞] transform_limit(β, u) du"
ROOT_AT_LAST = "∫[0..∞] (transform_limit(β, u)/sqrt(u)) du"

STATEMENTS |= {
    "certificate.angle.bound": ("", "∫[0..∞] (z/(1 + u)^2) du = z"),
    "certificate.angle.exists": ("0 < z", "∫[0..∞] (z/((1 + u)^2 + z^2)) du ≤ z"),
    "certificate.angle": ("0 < z", "∫[0..∞] (z/((1 + u)^2 + z^2)) du = arctan(z)"),
    "certificate.angle.positive": ("0 < z", "0 < arctan(z)"),
    "certificate.denominator": (STEP, "0 < exp(2*pi*arctan(z)/h) - 1"),
    "certificate.one.most": (
        f"0 < p; {STEP}; 0 < x; k - 1 ≤ m",
        f"Σ[i=k..m](h*{ONE_NODE}) ≤ (1 + aliasing(p, h, z))*gamma(p)/x^p",
    ),
    "certificate.one.negative": (
        f"0 < p; {STEP}; 0 < x; k - 1 ≤ m",
        f"(-1 - aliasing(p, h, z))*gamma(p)/x^p ≤ Σ[i=k..m](-h*{ONE_NODE})",
    ),
    "certificate.one.least": (
        f"0 < p; {STEP}; 0 < x",
        f"(1 - aliasing(p, h, z))*gamma(p)/x^p ≤ {NODES}(h*{ONE_NODE})",
    ),
    "certificate.sum": (
        "E(exp(-u*X[r])) = M(u) for every positive u; k - 1 ≤ m",
        "E(Σ[i=k..m](c*exp(-exp(h*i)*X[r])*exp(h*i*p))) = Σ[i=k..m](c*exp(h*i*p)*M(exp(h*i)))",
    ),
    "certificate.term": (
        "E(exp(-u*X[r])) = M(u) for every positive u",
        "E(h*exp(-exp(h*k)*X[r])*exp(h*k*p)) = h*exp(h*k*p)*M(exp(h*k))",
    ),
    "certificate.some": (
        f"{MIXTURE}; {STEP}; k - 1 ≤ m",
        f"Σ[i=k..m]({NODE}) ≤ A*(1 + aliasing(p, h, z))",
    ),
    "certificate.transform": (f"{MIXTURE}; 0 < x", "0 ≤ M(x)"),
    "certificate.value": (f"{MIXTURE}; 0 < h", "0 ≤ h*exp(h*k*p)*M(exp(h*k))"),
    "certificate.increasing": (
        f"{MIXTURE}; 0 < h",
        f"Σ[i=-N..N]({NODE}) ≤ Σ[i=-N - 1..N + 1]({NODE})",
    ),
    "certificate.most": (
        f"{MIXTURE}; {STEP}",
        f"{NODES}({NODE}) ≤ A*(1 + aliasing(p, h, z))",
    ),
    "certificate.means": (
        f"{MIXTURE}; {STEP}",
        f"{NODES}(E(h*exp(-exp(h*i)*X[r])*exp(h*i*p))) = {NODES}({NODE})",
    ),
    "certificate.least": (
        f"{MIXTURE}; {STEP}",
        f"A*(1 - aliasing(p, h, z)) ≤ {NODES}({NODE})",
    ),
    "certificate.weights.most": (WEIGHTED, f"{OF_WEIGHTED} ≤ A*(1 + aliasing(p, h, z))"),
    "certificate.weights.least": (WEIGHTED, f"A*(1 - aliasing(p, h, z)) ≤ {OF_WEIGHTED}"),
    "certificate.inverse.most": (
        f"{AVERAGED}; 3 ≤ t",
        f"{OF_INVERSE} ≤ (1 + {BY_STEP})*{AT_INVERSE}",
    ),
    "certificate.inverse.least": (
        f"{AVERAGED}; 3 ≤ t",
        f"(1 - {BY_STEP})*{AT_INVERSE} ≤ {OF_INVERSE}",
    ),
    "certificate.root.most": (
        f"{AVERAGED}; 2 ≤ t",
        f"{OF_ROOT} ≤ (1 + {BY_HALF_STEP})*{AT_ROOT}",
    ),
    "certificate.root.least": (
        f"{AVERAGED}; 2 ≤ t",
        f"(1 - {BY_HALF_STEP})*{AT_ROOT} ≤ {OF_ROOT}",
    ),
    "certificate.infinite.most": (
        OF_LIMIT,
        f"{LAST_INVERSE} ≤ (1 + {BY_STEP})*{INVERSE_AT_LAST}",
    ),
    "certificate.infinite.least": (
        OF_LIMIT,
        f"(1 - {BY_STEP})*{INVERSE_AT_LAST} ≤ {LAST_INVERSE}",
    ),
    "certificate.infinite.root_most": (
        OF_LIMIT,
        f"{LAST_ROOT} ≤ (1 + {BY_HALF_STEP})*{ROOT_AT_LAST}",
    ),
    "certificate.infinite.root_least": (
        OF_LIMIT,
        f"(1 - {BY_HALF_STEP})*{ROOT_AT_LAST} ≤ {LAST_ROOT}",
    ),
}

ALIASED = SLOPE | {"exponential.above_series"}
NOT_NEGATIVE = EULER | {"expectation.order", "transform.negative_moment"}
SOME = ALIASED | NOT_NEGATIVE | {"expectation.linear", "strip.at_most"}
ALL_AT_MOST = SOME | {"limit.monotone"}
ALL_AT_LEAST = ALL_AT_MOST | {"expectation.series", "strip.at_least"}
PASSING = {"exponential.below_series", "limit.between", "power.vanishing"}
AXIOMS_OF |= {
    "certificate.angle.bound": SLOPE - {"integral.dominated"},
    "certificate.angle.exists": SLOPE,
    "certificate.angle": SLOPE,
    "certificate.angle.positive": SLOPE,
    "certificate.denominator": ALIASED,
    "certificate.one.most": ALIASED | {"strip.at_most"},
    "certificate.one.negative": ALIASED | {"strip.at_most"},
    "certificate.one.least": ALIASED | {"strip.at_least"},
    "certificate.sum": {"expectation.linear"},
    "certificate.term": {"expectation.linear"},
    "certificate.some": SOME,
    "certificate.transform": NOT_NEGATIVE,
    "certificate.value": NOT_NEGATIVE,
    "certificate.increasing": NOT_NEGATIVE,
    "certificate.most": ALL_AT_MOST,
    "certificate.means": ALL_AT_MOST,
    "certificate.least": ALL_AT_LEAST,
    "certificate.weights.most": ALL_AT_MOST | TRANSFORM,
    "certificate.weights.least": ALL_AT_LEAST | TRANSFORM,
}
for moment in ("inverse", "root"):
    AXIOMS_OF[f"certificate.{moment}.most"] = ALL_AT_MOST | TRANSFORM | SERIES
    AXIOMS_OF[f"certificate.{moment}.least"] = ALL_AT_LEAST | TRANSFORM | SERIES
for moment in ("", "root_"):
    AXIOMS_OF[f"certificate.infinite.{moment}most"] = ALL_AT_MOST | PASSING
    AXIOMS_OF[f"certificate.infinite.{moment}least"] = ALL_AT_LEAST | PASSING


# --- what it leaves out on the right --------------------------------------------------------------

FALLING = (
    "0 < a[j] for every integer j; a[j]*a[j + 2] ≤ a[j + 1]^2 for every integer j; "
    "a[m] ≤ ρ*a[m - 1]"
)
POSITIVE_M = "0 < M(u) for every positive u"
CONCAVE = f"{POSITIVE_M}; M(u)*M(u*exp(2*h)) ≤ M(u*exp(h))^2 for every positive u"
ALL_WEIGHTS = "0 < w[i] for every integer i"


def last_two(f: str) -> tuple[str, str]:
    """That the last term is at most ρ times the one before, and what is then beyond it."""
    here, before = (f"exp({at})*{f.format(node)}" for at, node in LAST_NODES)
    return f"h*{here} ≤ h*ρ*{before}; 0 < ρ; ρ < 1", f"h*ρ*{here}/(1 - ρ)"


LAST_NODES = ("h*m*p", "exp(h*m)"), ("h*p*(m - 1)", "exp(h*(m - 1))")
ENDS = {f: last_two(f) for f in ("M({})", "transform(w, t, {})", "transform_limit(β, {})")}
(STOPPED, M_REST), (W_STOPPED, W_REST), (LAST_STOPPED, LAST_REST) = ENDS.values()
SUM_LOW, SUM_MIDDLE, SUM_HIGH = (f"Σ[i=1..t](log(1 + 2*{s}*w[i]))" for s in ("s", "q*s", "q^2*s"))
LOW, MIDDLE, HIGH = (f"Σ[i=1..t](log(1 + 2*β^(i - 1)*{s}*(1 - β)))" for s in ("s", "q*s", "q^2*s"))
RATIOS = f"{DECAYING}; 0 < q; 0 < s"

STATEMENTS |= {
    "tail.ratio": (FALLING, "a[m + t] ≤ ρ*a[m + t - 1]"),
    "tail.sum": (
        f"{FALLING}; ρ < 1",
        "Σ[j=m + 1..m + t](a[j]) ≤ ρ*(a[m] - a[m + t])/(1 - ρ)",
    ),
    "tail.term_positive": (f"{POSITIVE_M}; 0 < h", "0 < h*exp(h*j*p)*M(exp(h*j))"),
    "tail.term": (
        CONCAVE,
        "h^2*exp(h*j*p)*exp(h*p*(j + 2))*M(exp(h*j))*M(exp(h*(j + 2))) "
        "≤ h^2*exp(2*h*p*(j + 1))*M(exp(h*(j + 1)))^2",
    ),
    "tail.terms": (
        f"{CONCAVE}; 0 < h; {STOPPED}",
        f"Σ[j=m + 1..m + t](h*exp(h*j*p)*M(exp(h*j))) ≤ {M_REST}",
    ),
    "log.midpoint": ("0 < q; 0 < y", "2*log(1 + q*y) ≤ log(1 + q^2*y) + log(1 + y)"),
    "tail.logarithms": (
        f"{ALL_WEIGHTS}; 0 < q; 0 < s",
        f"2*{SUM_MIDDLE} ≤ {SUM_HIGH} + {SUM_LOW}",
    ),
    "tail.transform": (
        f"{ALL_WEIGHTS}; 0 < q; 0 < s",
        "transform(w, t, s)*transform(w, t, q^2*s) ≤ transform(w, t, q*s)^2",
    ),
    "tail.limit.twice": (RATIOS, f"lim[t → ∞] (2*{MIDDLE}) = 2*(lim[t → ∞] {MIDDLE})"),
    "tail.limit.both": (
        RATIOS,
        f"lim[t → ∞] ({HIGH} + {LOW}) = lim[t → ∞] {HIGH} + lim[t → ∞] {LOW}",
    ),
    "tail.limit.logarithms": (
        RATIOS,
        f"2*(lim[t → ∞] {MIDDLE}) ≤ lim[t → ∞] {HIGH} + lim[t → ∞] {LOW}",
    ),
    "tail.limit": (
        RATIOS,
        "transform_limit(β, s)*transform_limit(β, q^2*s) ≤ transform_limit(β, q*s)^2",
    ),
    "certificate.tail": (
        f"{ALL_WEIGHTS}; 0 < h; {W_STOPPED}",
        f"Σ[k=m + 1..N + m](h*exp(h*k*p)*transform(w, t, exp(h*k))) ≤ {W_REST}",
    ),
    "certificate.tail.infinite": (
        f"{DECAYING}; 0 < h; {LAST_STOPPED}",
        f"Σ[k=m + 1..N + m](h*exp(h*k*p)*transform_limit(β, exp(h*k))) ≤ {LAST_REST}",
    ),
}


# --- late in the warmup ---------------------------------------------------------------------------

HEAVY = "0 < w[i] for every integer i; 0 < ω; ω ≤ w[1]; ω ≤ w[2]; ω ≤ w[3]; 3 ≤ t"
UNSCALED = "transform(β^(i - 1)*(1 - β)"
LOG = "log(1 + 2*β^(i - 1)*s*(1 - β))"
SETTLED = SERIES | {"limit.monotone"}
LAST_SUM = SERIES | LIMITS
EARLY_EXISTS = SETTLED | BETA | {"integral.dominated"}
LATE_EXISTS = LAST_SUM | BETA | {"integral.dominated"}
LATE_CLOSE = LATE_EXISTS | {"integral.order"}

STATEMENTS |= {
    "sum.strict_order": (
        "a[r] < b[r] for every positive integer r",
        "Σ[i=1..t](a[i]) < Σ[i=1..t](b[i])",
    ),
    "log.subadditive": (
        "0 < x; 0 < y",
        "log(1 + y + x) < log(1 + y) + log(1 + x)",
    ),
    "transform.logs": (
        "0 < w[i] for every integer i; 0 < x; 0 < y",
        "Σ[i=1..t](log(1 + 2*(y + x)*w[i])) < Σ[i=1..t](log(1 + 2*y*w[i])) + Σ[i=1..t](log(1 + "
        "2*x*w[i]))",
    ),
    "transform.product": (
        "0 < w[i] for every integer i; 0 < x; 0 < y",
        "transform(w, t, x)*transform(w, t, y) < transform(w, t, y + x)",
    ),
    "integral.difference": (
        "∫[0..∞] g(u) du = A; ∫[0..∞] h(u) du = B",
        "∫[0..∞] (h(u) - g(u)) du = B - A",
    ),
    "integral.strict_order": (
        "g(u) < h(u) for every positive u; ∫[0..∞] g(u) du = A; ∫[0..∞] h(u) du = B",
        "A < B",
    ),
    "integral.multiple": (
        "∫[0..∞] (g(u)/sqrt(u)) du = J",
        "∫[0..∞] (c*g(u)/sqrt(u)) du = J*c",
    ),
    "integral.root_times": (
        "c*g(u) < f(u) for every positive u",
        "c*g(u)/sqrt(u) < f(u)/sqrt(u)",
    ),
    "integral.multiple_below": (
        "c*g(u) < f(u) for every positive u; ∫[0..∞] (g(u)/sqrt(u)) du = J; ∫[0..∞] "
        "(f(u)/sqrt(u)) du = H",
        "J*c < H",
    ),
    "integral.square": (
        "J*g(u) < h(u) for every positive u; ∫[0..∞] (g(u)/sqrt(u)) du = J; ∫[0..∞] (g(v + "
        "u)/sqrt(u)) du = h(v) for every positive v; ∫[0..∞] g(u) du = K",
        "J^2 < pi*K",
    ),
    "positive.shifted_pointwise": (
        "0 < w[i] for every integer i; 0 < ω; ω ≤ w[1]; ω ≤ w[2]; 2 ≤ t",
        "transform(w, t, v + u)/sqrt(u) ≤ 1/(sqrt(u)*(1 + 2*ω*u))",
    ),
    "positive.shifted_positive": (
        "0 < w[i] for every integer i",
        "0 < transform(w, t, v + u)/sqrt(u)",
    ),
    "positive.shifted_exists": (
        "0 < w[i] for every integer i; 0 < ω; ω ≤ w[1]; ω ≤ w[2]; 2 ≤ t",
        "∫[0..∞] (transform(w, t, v + u)/sqrt(u)) du ≤ sqrt(2)*pi*sqrt(1/ω)/2",
    ),
    "positive.at": (
        "0 < w[i] for every integer i",
        "0 < transform(w, t, v)",
    ),
    "positive.product": (
        "0 < w[i] for every integer i; 0 < ω; ω ≤ w[1]; ω ≤ w[2]; 2 ≤ t",
        "transform(w, t, v)*∫[0..∞] (transform(w, t, u)/sqrt(u)) du < ∫[0..∞] (transform(w, t, v "
        "+ u)/sqrt(u)) du",
    ),
    "positive.by_integrals": (
        f"{HEAVY}",
        "0 < ∫[0..∞] transform(w, t, u) du - ∫[0..∞] (transform(w, t, u)/sqrt(u)) du^2/pi",
    ),
    "positive.ewma": (
        f"{DECAYING}; 3 ≤ t",
        "0 < ∫[0..∞] transform(β^(i - 1)*(1 - β)/(1 - β^t), t, u) du - ∫[0..∞] (transform(β^(i - "
        "1)*(1 - β)/(1 - β^t), t, u)/sqrt(u)) du^2/pi",
    ),
    "exact.variance.positive": (
        f"{DECAYING}; 3 ≤ t",
        f"0 < {V_BY_AGE}",
    ),
    "late.terms": (
        f"{DECAYING}; 0 < s",
        f"Σ[i=1..n + t]({LOG}) = Σ[i=1..n](log(1 + 2*β^t*β^(i - 1)*s*(1 - β))) + Σ[i=1..t]({LOG})",
    ),
    "late.sum": (
        f"{DECAYING}; 0 < s",
        f"lim[n → ∞] Σ[i=1..n + t]({LOG}) = Σ[i=1..t]({LOG}) + lim[t₁ → ∞] Σ[i=1..t₁](log(1 + "
        "2*β^t*β^(i - 1)*s*(1 - β)))",
    ),
    "late.sums": (
        f"{DECAYING}; 0 < s",
        f"lim[t → ∞] Σ[i=1..t]({LOG}) = Σ[i=1..t]({LOG}) + lim[t₁ → ∞] Σ[i=1..t₁](log(1 + "
        "2*β^t*β^(i - 1)*s*(1 - β)))",
    ),
    "late.transform": (
        f"{DECAYING}; 0 < s",
        f"transform_limit(β, s) = transform_limit(β, β^t*s)*{UNSCALED}, t, s)",
    ),
    "late.least": (
        f"{DECAYING}; 0 < s",
        "1 - s ≤ transform_limit(β, s)",
    ),
    "late.weight": (
        DECAYING,
        "β^(r - 1)*(1 - β) ≤ 1",
    ),
    "late.term": (
        f"{DECAYING}; 0 < s",
        "2*β^(r - 1)*s*(1 - β)/(1 + 2*s) ≤ log(1 + 2*β^(r - 1)*s*(1 - β))",
    ),
    "late.shares": (
        f"{DECAYING}; 0 < s",
        "Σ[i=1..t](2*β^(i - 1)*s*(1 - β)/(1 + 2*s)) = 2*s*(1 - β^t)/(1 + 2*s)",
    ),
    "late.sum_least": (
        f"{DECAYING}; 0 < s",
        f"2*s*(1 - β^t)/(1 + 2*s) ≤ Σ[i=1..t]({LOG})",
    ),
    "late.least_limit": (
        f"{DECAYING}; 0 < s",
        "lim[t → ∞] (2*s*(1 - β^t)/(1 + 2*s)) = 2*s/(1 + 2*s)",
    ),
    "late.limit_least": (
        f"{DECAYING}; 0 < s",
        f"2*s/(1 + 2*s) ≤ lim[t → ∞] Σ[i=1..t]({LOG})",
    ),
    "late.exponential": (
        f"{DECAYING}; 0 < s",
        "transform_limit(β, s) ≤ exp(-s/(1 + 2*s))",
    ),
    "late.one": (
        f"{DECAYING}; 0 < s",
        "transform_limit(β, s) ≤ 1",
    ),
    "late.most": (
        f"{DECAYING}; 0 < s",
        "transform_limit(β, s) ≤ 1 - s + 3*s^2",
    ),
    "late.lightest": (
        f"{DECAYING}; 0 < s",
        "0 < 1 + 2*β^t*s*(1 - β)",
    ),
    "late.lighter": (
        f"{DECAYING}; 0 < s",
        "log(1 + 2*β^(t + 1)*s*(1 - β)) ≤ log(1 + 2*β^t*s*(1 - β))",
    ),
    "late.count": (
        f"{DECAYING}; 0 < s",
        f"t*log(1 + 2*β^t*s*(1 - β)) ≤ Σ[i=1..t]({LOG})",
    ),
    "late.seven": (
        f"{DECAYING}; 0 < s; 7 ≤ t",
        f"7*log(1 + 2*β^7*s*(1 - β)) ≤ Σ[i=1..t]({LOG})",
    ),
    "late.bound": (
        f"{DECAYING}; 0 < s; 7 ≤ t",
        f"{UNSCALED}, t, s) ≤ (1 + 2*β^7*s*(1 - β))^(-7/2)",
    ),
    "late.positive": (
        f"{DECAYING}; 0 < s",
        f"0 < {UNSCALED}, t, s)",
    ),
    "late.close_above": (
        f"{DECAYING}; 0 < s; 7 ≤ t",
        f"{UNSCALED}, t, s) ≤ transform_limit(β, s) + β^t*s*transform_limit(β, s) + β^(2*t)*s^2/(1 "
        "+ 2*β^7*s*(1 - β))^(7/2)",
    ),
    "late.close_below": (
        f"{DECAYING}; 0 < s; 7 ≤ t",
        "transform_limit(β, s) + β^t*s*transform_limit(β, s) - 3*β^(2*t)*s^2/(1 + 2*β^7*s*(1 - "
        f"β))^(7/2) ≤ {UNSCALED}, t, s)",
    ),
    "late.limit_bound": (
        f"{DECAYING}; 0 < s",
        "transform_limit(β, s) ≤ (1 + 2*β^7*s*(1 - β))^(-7/2)",
    ),
    "late.tail.scaled": (
        "0 < p; p < 7/2; 0 < ω",
        "∫[0..∞] (u^(p - 1)*(1/(2*ω))^p/(1 + u)^(7/2)) du = 8*(1/(2*ω))^p*gamma(p)*gamma(7/2 - "
        "p)/(15*sqrt(pi))",
    ),
    "late.tail": (
        "0 < p; p < 7/2; 0 < ω",
        "∫[0..∞] (u^(p - 1)/(1 + 2*ω*u)^(7/2)) du = 8*(1/(2*ω))^p*gamma(p)*gamma(7/2 - "
        "p)/(15*sqrt(pi))",
    ),
    "late.early_pointwise": (
        f"{DECAYING}; 7 ≤ t",
        f"u^(p - 1)*{UNSCALED}, t, u) ≤ u^(p - 1)/(1 + 2*β^7*u*(1 - β))^(7/2)",
    ),
    "late.limit_pointwise": (
        DECAYING,
        "u^(p - 1)*transform_limit(β, u) ≤ u^(p - 1)/(1 + 2*β^7*u*(1 - β))^(7/2)",
    ),
    "late.early_positive": (
        DECAYING,
        f"0 < u^(p - 1)*{UNSCALED}, t, u)",
    ),
    "late.limit_positive": (
        DECAYING,
        "0 < u^(p - 1)*transform_limit(β, u)",
    ),
    "late.early_exists": (
        f"{DECAYING}; 7 ≤ t; 0 < p; p < 7/2",
        f"∫[0..∞] (u^(p - 1)*{UNSCALED}, t, u)) du ≤ 8*(1/(2*β^7*(1 - β)))^p*gamma(p)*gamma(7/2 - "
        "p)/(15*sqrt(pi))",
    ),
    "late.limit_exists": (
        f"{DECAYING}; 0 < p; p < 7/2",
        "∫[0..∞] (u^(p - 1)*transform_limit(β, u)) du ≤ 8*(1/(2*β^7*(1 - "
        "β)))^p*gamma(p)*gamma(7/2 - p)/(15*sqrt(pi))",
    ),
    "late.early_moment_positive": (
        f"{DECAYING}; 7 ≤ t; 0 < p; p < 7/2",
        f"0 < ∫[0..∞] (u^(p - 1)*{UNSCALED}, t, u)) du",
    ),
    "late.limit_moment_positive": (
        f"{DECAYING}; 0 < p; p < 7/2",
        "0 < ∫[0..∞] (u^(p - 1)*transform_limit(β, u)) du",
    ),
    "late.above_pointwise": (
        f"{DECAYING}; 7 ≤ t",
        f"u^(p - 1)*{UNSCALED}, t, u) ≤ u^(p - 1)*transform_limit(β, u) + "
        "β^t*u^p*transform_limit(β, u) + β^(2*t)*u^(1 + p)/(1 + 2*β^7*u*(1 - β))^(7/2)",
    ),
    "late.below_pointwise": (
        f"{DECAYING}; 7 ≤ t",
        "u^(p - 1)*transform_limit(β, u) + β^t*u^p*transform_limit(β, u) - 3*β^(2*t)*u^(1 + p)/(1 "
        f"+ 2*β^7*u*(1 - β))^(7/2) ≤ u^(p - 1)*{UNSCALED}, t, u)",
    ),
    "late.above_integral": (
        f"{DECAYING}; 0 < p; p < 3/2",
        "∫[0..∞] (u^(p - 1)*transform_limit(β, u) + β^t*u^p*transform_limit(β, u) + β^(2*t)*u^(1 "
        "+ p)/(1 + 2*β^7*u*(1 - β))^(7/2)) du = ∫[0..∞] (u^(p - 1)*transform_limit(β, u)) du + "
        "β^t*∫[0..∞] (u^p*transform_limit(β, u)) du + 8*β^(2*t)*(1/(2*β^7*(1 - β)))^(2 + "
        "p)*gamma(3/2 - p)*gamma(2 + p)/(15*sqrt(pi))",
    ),
    "late.below_integral": (
        f"{DECAYING}; 0 < p; p < 3/2",
        "∫[0..∞] (u^(p - 1)*transform_limit(β, u) + β^t*u^p*transform_limit(β, u) - "
        "3*β^(2*t)*u^(1 + p)/(1 + 2*β^7*u*(1 - β))^(7/2)) du = ∫[0..∞] (u^(p - "
        "1)*transform_limit(β, u)) du + β^t*∫[0..∞] (u^p*transform_limit(β, u)) du - "
        "8*β^(2*t)*(1/(2*β^7*(1 - β)))^(2 + p)*gamma(3/2 - p)*gamma(2 + p)/(5*sqrt(pi))",
    ),
    "late.above": (
        f"{DECAYING}; 7 ≤ t; 0 < p; p < 3/2",
        f"∫[0..∞] (u^(p - 1)*{UNSCALED}, t, u)) du ≤ ∫[0..∞] (u^(p - 1)*transform_limit(β, u)) du "
        "+ β^t*∫[0..∞] (u^p*transform_limit(β, u)) du + 8*β^(2*t)*(1/(2*β^7*(1 - β)))^(2 + "
        "p)*gamma(3/2 - p)*gamma(2 + p)/(15*sqrt(pi))",
    ),
    "late.below": (
        f"{DECAYING}; 7 ≤ t; 0 < p; p < 3/2",
        "∫[0..∞] (u^(p - 1)*transform_limit(β, u)) du + β^t*∫[0..∞] (u^p*transform_limit(β, u)) "
        "du - 8*β^(2*t)*(1/(2*β^7*(1 - β)))^(2 + p)*gamma(3/2 - p)*gamma(2 + p)/(5*sqrt(pi)) ≤ "
        f"∫[0..∞] (u^(p - 1)*{UNSCALED}, t, u)) du",
    ),
    "late.shrunk": (
        DECAYING,
        f"transform(β^(i - 1)*(1 - β)/(1 - β^t), t, u*(1 - β^t)) = {UNSCALED}, t, u)",
    ),
    "late.shrunk_integral": (
        f"{DECAYING}; 7 ≤ t; 0 < p; p < 7/2",
        "∫[0..∞] (u^(p - 1)*(1 - β^t)^p*transform(β^(i - 1)*(1 - β)/(1 - β^t), t, u*(1 - β^t))) "
        f"du = (1 - β^t)^p*∫[0..∞] (u^(p - 1)*{UNSCALED}, t, u)) du",
    ),
    "late.moment": (
        f"{DECAYING}; 7 ≤ t; 0 < p; p < 7/2",
        "∫[0..∞] (u^(p - 1)*transform(β^(i - 1)*(1 - β)/(1 - β^t), t, u)) du = (1 - "
        f"β^t)^p*∫[0..∞] (u^(p - 1)*{UNSCALED}, t, u)) du",
    ),
    "late.variance": (
        f"{DECAYING}; 7 ≤ t",
        f"{V_BY_AGE} = (1 - β^t)*(∫[0..∞] {UNSCALED}, t, u) du - ∫[0..∞] ({UNSCALED}, t, "
        "u)/sqrt(u)) du^2/pi)",
    ),
    "late.sum_of_two": (
        f"{DECAYING}; 0 < x; 0 < y",
        "lim[n → ∞] (Σ[i=1..n](log(1 + 2*β^(i - 1)*y*(1 - β))) + Σ[i=1..n](log(1 + 2*β^(i - "
        "1)*x*(1 - β)))) = lim[t → ∞] Σ[i=1..t](log(1 + 2*β^(i - 1)*y*(1 - β))) + lim[t → ∞] "
        "Σ[i=1..t](log(1 + 2*β^(i - 1)*x*(1 - β)))",
    ),
    "late.subadditive": (
        f"{DECAYING}; 0 < x; 0 < y",
        "lim[t → ∞] Σ[i=1..t](log(1 + 2*β^(i - 1)*(1 - β)*(y + x))) ≤ lim[t → ∞] Σ[i=1..t](log(1 "
        "+ 2*β^(i - 1)*y*(1 - β))) + lim[t → ∞] Σ[i=1..t](log(1 + 2*β^(i - 1)*x*(1 - β)))",
    ),
    "late.product": (
        f"{DECAYING}; 0 < x; 0 < y",
        "transform_limit(β, x)*transform_limit(β, y) ≤ transform_limit(β, y + x)",
    ),
    "infinite.transform_positive": (
        f"{DECAYING}; 0 < s",
        "0 < transform_limit(β, s)",
    ),
    "late.multiplied_out": (
        f"{DECAYING}; 0 < x; 0 < y",
        "transform_limit(β, β*y + β*x) = transform_limit(β, β*(y + x))",
    ),
    "late.product_below": (
        f"{DECAYING}; 0 < x; 0 < y",
        "transform_limit(β, x)*transform_limit(β, y) < transform_limit(β, y + x)",
    ),
    "late.shifted_pointwise": (
        DECAYING,
        "transform_limit(β, v + u)/sqrt(u) ≤ 1/(sqrt(u)*(1 + 2*β^7*u*(1 - β)))",
    ),
    "late.shifted_positive": (
        DECAYING,
        "0 < transform_limit(β, v + u)/sqrt(u)",
    ),
    "late.shifted_exists": (
        DECAYING,
        "∫[0..∞] (transform_limit(β, v + u)/sqrt(u)) du ≤ sqrt(2)*pi*sqrt(1/(β^7*(1 - β)))/2",
    ),
    "late.product_integral": (
        DECAYING,
        "transform_limit(β, v)*∫[0..∞] (transform_limit(β, u)/sqrt(u)) du < ∫[0..∞] "
        "(transform_limit(β, v + u)/sqrt(u)) du",
    ),
    "infinite.positive": (
        DECAYING,
        "0 < ∫[0..∞] transform_limit(β, u) du - ∫[0..∞] (transform_limit(β, u)/sqrt(u)) du^2/pi",
    ),
    "exact.infinite.positive": (
        DECAYING,
        "0 < variance_limit(β)",
    ),
    "late.arithmetic_above": (
        "0 < x; 0 < 1 - x; 0 < c; 0 < a₂; 0 < b₀; 0 < b₁; 0 < b₂; 0 < a₁; a ≤ a₂*x^2 + a₁*x + a₀; "
        "b₁*x - 3*b₂*x^2 + b₀ ≤ b",
        "(1 - x)*(a - b^2*c) ≤ x*(b₀^2*c - 2*b₀*b₁*c + a₁ - a₀) + x^2*(c*(b₂*(6*b₁ + 6*b₀) + b₂^2 "
        "+ b₁^2 + 2*b₀*b₁) + 3*a₂ + a₁) - b₀^2*c + a₀",
    ),
    "late.arithmetic_below": (
        "0 < x; 0 < 1 - x; 0 < c; 0 < a₂; 0 < b₀; 0 < b₁; 0 < b₂; 0 < b; a₁*x - 3*a₂*x^2 + a₀ ≤ "
        "a; b ≤ b₂*x^2 + b₁*x + b₀",
        "x*(b₀^2*c - 2*b₀*b₁*c + a₁ - a₀) - x^2*(c*(b₂*(6*b₁ + 6*b₀) + b₂^2 + b₁^2 + 2*b₀*b₁) + "
        "3*a₂ + a₁) - b₀^2*c + a₀ ≤ (1 - x)*(a - b^2*c)",
    ),
    "late.slope": (
        DECAYING,
        "late_slope(β) = ∫[0..∞] (u*transform_limit(β, u)) du - 2*∫[0..∞] (transform_limit(β, "
        "u)/sqrt(u)) du*∫[0..∞] (sqrt(u)*transform_limit(β, u)) du/pi - variance_limit(β)",
    ),
    "exact.late.above": (
        f"{DECAYING}; 7 ≤ t",
        f"{V_BY_AGE} ≤ variance_limit(β) + β^t*late_slope(β) + β^(2*t)*late_room(β)",
    ),
    "exact.late.below": (
        f"{DECAYING}; 7 ≤ t",
        f"variance_limit(β) + β^t*late_slope(β) - β^(2*t)*late_room(β) ≤ {V_BY_AGE}",
    ),
    "late.gap_above": (
        f"{DECAYING}; 7 ≤ t",
        f"({V_BY_AGE} - variance_limit(β))/β^t ≤ late_slope(β) + β^t*late_room(β)",
    ),
    "late.gap_below": (
        f"{DECAYING}; 7 ≤ t",
        f"late_slope(β) - β^t*late_room(β) ≤ ({V_BY_AGE} - variance_limit(β))/β^t",
    ),
    "late.slope_above": (
        DECAYING,
        "lim[t → ∞] (late_slope(β) + β^(k + t)*late_room(β)) = late_slope(β)",
    ),
    "late.slope_below": (
        DECAYING,
        "lim[t → ∞] (late_slope(β) - β^(k + t)*late_room(β)) = late_slope(β)",
    ),
    "exact.late.variance": (
        f"{DECAYING}; 6 ≤ k",
        "lim[n → ∞] (β^(-k - n)*(inverse_variance(β^(i - 1)*(1 - β)/(1 - β^(k + n)), k + n) - "
        "variance_limit(β))) = late_slope(β)",
    ),
    "exact.late": (
        f"{DECAYING}; 6 ≤ k",
        "lim[n → ∞] (β^(-k - n)*(1 - r_exact(β, k + n)^2)) = late_constant(β)",
    ),
}

AXIOMS_OF |= {
    "log.midpoint": SERIES,
    "tail.logarithms": SERIES,
    "tail.transform": SERIES,
    "tail.limit.twice": SERIES | {"limit.monotone"},
    "tail.limit.both": SERIES | {"limit.monotone"},
    "tail.limit.logarithms": SERIES | {"limit.between", "limit.monotone"},
    "tail.limit": SERIES | {"limit.between", "limit.monotone"},
    "certificate.tail": SERIES,
    "certificate.tail.infinite": SERIES | {"limit.between", "limit.monotone"},
    "log.subadditive": SERIES,
    "transform.logs": SERIES,
    "transform.product": SERIES,
    "integral.strict_order": {"integral.positive"},
    "integral.multiple_below": {"integral.positive"},
    "integral.square": {"integral.dirichlet", "integral.positive"},
    "positive.shifted_pointwise": SERIES | {"beta.integral", "integral.dominated"},
    "positive.shifted_exists": SERIES | {"beta.integral", "integral.dominated"},
    "positive.product": SERIES | {"beta.integral", "integral.dominated", "integral.positive"},
    "positive.by_integrals": SERIES
    | {"beta.integral", "integral.dirichlet", "integral.dominated", "integral.positive"},
    "positive.ewma": SERIES
    | {"beta.integral", "integral.dirichlet", "integral.dominated", "integral.positive"},
    "exact.variance.positive": SERIES
    | {"beta.integral", "integral.dirichlet", "integral.dominated", "integral.positive"},
    "late.sum": SETTLED | {"power.vanishing"},
    "late.sums": SETTLED | {"power.vanishing"},
    "late.transform": SETTLED | {"power.vanishing"},
    "late.least": SETTLED,
    "late.term": SERIES,
    "late.sum_least": SERIES,
    "late.least_limit": {"power.vanishing"},
    "late.limit_least": LAST_SUM,
    "late.exponential": LAST_SUM,
    "late.one": LAST_SUM,
    "late.most": LAST_SUM,
    "late.lighter": SERIES,
    "late.count": SERIES,
    "late.seven": SERIES,
    "late.bound": SERIES,
    "late.close_above": LAST_SUM,
    "late.close_below": LAST_SUM,
    "late.limit_bound": LAST_SUM,
    "late.tail.scaled": BETA,
    "late.tail": BETA,
    "late.early_pointwise": SETTLED,
    "late.limit_pointwise": LAST_SUM,
    "late.early_positive": SETTLED,
    "late.limit_positive": SETTLED,
    "late.early_exists": EARLY_EXISTS,
    "late.limit_exists": LATE_EXISTS,
    "late.early_moment_positive": EARLY_EXISTS,
    "late.limit_moment_positive": LATE_EXISTS,
    "late.above_pointwise": LAST_SUM,
    "late.below_pointwise": LAST_SUM,
    "late.above_integral": LATE_EXISTS,
    "late.below_integral": LATE_EXISTS,
    "late.above": LATE_CLOSE,
    "late.below": LATE_CLOSE,
    "late.shrunk": SETTLED,
    "late.shrunk_integral": EARLY_EXISTS,
    "late.moment": EARLY_EXISTS,
    "late.variance": EARLY_EXISTS,
    "late.sum_of_two": SETTLED,
    "late.subadditive": SETTLED | {"limit.between"},
    "late.product": SETTLED | {"limit.between"},
    "infinite.transform_positive": SETTLED,
    "late.multiplied_out": SETTLED,
    "late.product_below": LAST_SUM,
    "late.shifted_pointwise": LATE_EXISTS | {"log.increasing"},
    "late.shifted_positive": LATE_EXISTS,
    "late.shifted_exists": LATE_EXISTS | {"log.increasing"},
    "late.product_integral": LATE_EXISTS | {"log.increasing"},
    "infinite.positive": LATE_EXISTS | {"integral.dirichlet", "log.increasing"},
    "exact.infinite.positive": LATE_EXISTS | {"integral.dirichlet", "log.increasing"},
    "late.slope": LATE_EXISTS,
    "exact.late.above": LATE_CLOSE,
    "exact.late.below": LATE_CLOSE,
    "late.gap_above": LATE_CLOSE,
    "late.gap_below": LATE_CLOSE,
    "late.slope_above": LATE_EXISTS,
    "late.slope_below": LATE_EXISTS,
    "exact.late.variance": LATE_CLOSE,
    "exact.late": LATE_CLOSE | {"integral.dirichlet", "log.increasing"},
}
