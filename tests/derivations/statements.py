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
}

BIENAYME = {"identical.variance", "variance.sum"}
OF_SQUARES = BIENAYME | {"identical.map", "independent.map"}
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
}

# Hypotheses that a proof does without, kept so that a family of statements is about one thing.
UNUSED = {("ewma.unrolled", "β < 1"), ("variance.squares", "0 < σ")}


# --- the factors by the χ² law --------------------------------------------------------------------

SIZED, AT_SIZE = f"{DECAYING}; 2 < ess(β, t)", f"{DECAYING}; 2 < ρ; ρ ≤ ess_limit(β)"
OVER, WITHIN = f"{DECAYING}; 0 < ess_over_two(β, t)", f"{DECAYING}; 0 < s; 2 + s ≤ ess_limit(β)"
REACHED = f"{DECAYING}; 2 < ess_limit(β)"
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
}
