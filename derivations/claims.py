"""Every claim of the paper, in its order: what settles it, and where that is shown.

The claims are in our own words; the words of the paper are for the reader of the paper.

References: Hilton 2019; Liu et al. 2019; Kingma & Ba 2014.
"""

from collections.abc import Callable

from radam_sym.proof.claims import Cell, Claim, Verdict

HOLDS, HYPOTHESIS, LIMIT = Verdict.HOLDS, Verdict.HYPOTHESIS, Verdict.LIMIT
CORRECTION, CONVENTION = Verdict.CORRECTION, Verdict.CONVENTION
EMPIRICAL, NOT_MATHEMATICAL = Verdict.EMPIRICAL, Verdict.NOT_MATHEMATICAL


def chapter(notebook: str) -> Callable[..., tuple[Cell, ...]]:
    """The cells of a notebook by their numbers."""
    return lambda *numbers: tuple(Cell(notebook, f"cell-{number:02}") for number in numbers)


background = chapter("01-background-and-bias-correction")
average = chapter("02-the-variance-of-an-ewma")
model = chapter("03-lius-rectification")
simpler = chapter("04-a-simpler-rectification")
practice = chapter("05-warmup-in-practice")
law = chapter("06-who-was-right")


claims = (
    # --- section 1 --------------------------------------------------------------------------------
    Claim(
        "C1",
        "section 1",
        CONVENTION,
        "Adam adds α·m_t/√(v_t + ε) to the parameter.",
        "Kingma & Ba subtract the step and add ε to the root. Added, it is the same step if g_t "
        "means minus the gradient. Under the root, ε acts as √ε does outside, to within a factor "
        "√2; and some libraries add it before the bias is corrected, where it acts as "
        "ε/√(1−β₂^t). For gradients as small as √ε these are different algorithms.",
        (
            "adam.update.outside",
            "adam.update.inside",
            "adam.update.uncorrected",
            "adam.sign",
            "adam.epsilon.inside",
            "adam.epsilon.outside",
        ),
        background(26, 30, 32, 34, 36, 38),
    ),
    Claim(
        "C2",
        "section 1, footnote 1",
        HOLDS,
        "The EWMA is the moment that Adam corrects for its bias.",
        "For every sequence, random or not, and at every step: all that is asked for is that the "
        "moment begins at 0.",
        ("ewma.bias_correction", "adam.averages"),
        background(18),
    ),
    Claim(
        "C3",
        "section 1",
        HYPOTHESIS,
        "v_t estimates the expected squared gradient.",
        "Without bias, from the first step on, if the gradients are of one distribution; they "
        "needn't be independent. In training their distribution moves, and v_t follows.",
        ("ewma.mean",),
        background(22),
    ),
    Claim(
        "C4",
        "section 1",
        HYPOTHESIS,
        "A large β₂ keeps the variance of v_t low, but can't help at the start, when few gradients "
        "have been seen.",
        "For independent gradients of one distribution the variance is σ²/n_t. From the second "
        "step on n_t is larger for a larger β₂, and it is at most t for every one.",
        ("ewma.variance", "ess.bounds.increasing_beta", "ess.bounds.most"),
        average(12, 18, 34),
    ),
    Claim(
        "C5",
        "section 1",
        HYPOTHESIS,
        "The noise in m_t does little harm, since it cancels over many steps.",
        "Summed over the steps, moments are the gradients but for a multiple of the last moment, "
        "and in a mean of t independent gradients the variance is σ²/t. So much is exact. That "
        "training takes no harm depends on the loss; the paper offers no proof of it.",
        ("ewma.total", "ess.simple_average"),
        background(42) + average(16),
    ),
    Claim(
        "C6",
        "section 1",
        HOLDS,
        "For independent Gaussian gradients, what few gradients do to the variance of the adaptive "
        "learning rate can be computed.",
        "v_t is then a weighted sum of squared normal variables, so that E[exp(−s·v_t)] is a "
        "product, and Var[1/√v_t] is a difference of two integrals of it, from t = 3 on, which "
        "converges as t → ∞. With Liu's χ² in the place of v_t it is a closed form. To compute the "
        "integrals with proven digits is left to a later chapter.",
        ("exact.laplace", "exact.variance.ewma", "exact.infinite", "chi.variance"),
        model(34) + simpler(20, 25, 33),
    ),
    # --- section 2 --------------------------------------------------------------------------------
    Claim(
        "C7",
        "section 2",
        HOLDS,
        "The variance of an EWMA of independent variables of one distribution, as a quotient of "
        "sums and in closed form.",
        "Both forms, for every t and every β between 0 and 1.",
        ("ewma.variance_sums", "ewma.squares", "ewma.variance"),
        background(54) + average(12),
    ),
    Claim(
        "C8",
        "section 2",
        CONVENTION,
        "What the variance is divided by is called an effective sample size.",
        "A name, and one that fits: for a plain mean of t variables it is t, for an EWMA one term "
        "counts as one, and a further term as one more at the most.",
        ("ess.simple_average", "ess.first", "ess.bounds.step", "ess.bounds.most"),
        average(16, 18),
    ),
    Claim(
        "C9",
        "section 2",
        LIMIT,
        "During the first steps the effective sample size is about t.",
        "It tends to t as β → 1. With λ = −ln β it is t − t(t²−1)λ²/12 + ..., so that first means "
        "few beside 1/λ.",
        ("ess.limit_beta", "ess.small_t"),
        average(24, 28),
    ),
    Claim(
        "C10",
        "section 2",
        HOLDS,
        "In the long run the effective sample size is (1+β)/(1−β).",
        "As its limit, for every β between 0 and 1.",
        ("ess.limit_t",),
        average(24),
    ),
    Claim(
        "C11",
        "section 2, figure 1",
        HOLDS,
        "The figure of the effective sample size.",
        "It is drawn anew, from the function that is generated from the theorem.",
        ("ewma.variance",),
        average(12, 32),
    ),
    Claim(
        "C12",
        "section 2",
        HYPOTHESIS,
        "A finite t multiplies the variance of v_t by (1+β₂^t)/(1−β₂^t).",
        "For independent gradients of one distribution, if their fourth moment is finite and their "
        "square isn't constant. Var[v_∞] stands for a limit, which then exists.",
        ("variance.limit", "variance.ratio"),
        average(38, 42),
    ),
    # --- section 3 --------------------------------------------------------------------------------
    Claim(
        "C13",
        "section 3",
        HYPOTHESIS,
        "Two demands determine r_t, with ε taken as 0: the adaptive learning rate varies alike at "
        "every step, and r_t tends to 1.",
        "They do if all the variances V_t are finite and positive and have a limit v: then r_t² is "
        "v/V_t. For Gaussian gradients and ε = 0 the first two are infinite, and r_t is 0 there; "
        "from t = 3 on they are finite, and they have a limit. With ε > 0 they are all finite, "
        "since the adaptive rate is bounded.",
        (
            "rectification.determined",
            "exact.existence.inverse",
            "exact.existence.one",
            "exact.existence.two",
            "exact.infinite",
        ),
        model(4) + simpler(27, 29, 33),
    ),
    Claim(
        "C14",
        "section 3",
        LIMIT,
        "For independent Gaussian gradients that r_t is approximately Liu's.",
        "It is so for a model, and there to first order. Liu et al. put χ² with ρ_t degrees of "
        "freedom in the place of v_t. Their first-order variance has the model's leading term, "
        "1/(2ρ), and not its next one, 3/ρ² for 15/(8ρ²); it is too large wherever it exists. What "
        "rests on the model carries its mark.",
        (
            "liu.rectification.first_order",
            "liu.model.variance",
            "liu.model.first_order",
            "liu.model.rectification",
            "chi.variance",
            "chi.variance_expansion.below",
            "chi.variance_expansion.above",
            "liu.first_order",
            "liu.first_order.expansion",
            "liu.first_order.exceeds",
        ),
        model(34, 46, 48, 50, 58, 62),
    ),
    Claim(
        "C15",
        "section 3",
        HOLDS,
        "The values of ρ_t and ρ_∞.",
        "ρ_t is the length of the plain mean whose terms are as old as those of the EWMA, on "
        "average; its limit is ρ_∞, which is n_∞ as well.",
        ("liu.centre_of_mass", "liu.rho_limits.last"),
        model(11, 13),
    ),
    Claim(
        "C16",
        "section 3",
        HOLDS,
        "Liu's r_t is undefined just where ρ_t ≤ 4.",
        "Where ρ_t > 4 what stands under the root is positive, and r_t tends to 1. If ρ_∞ > 4, it "
        "is negative for ρ_t between 2 and 4, but positive again below 2, where it means nothing: "
        "so ρ_t > 4 has to be tested.",
        (
            "liu.rectification.defined",
            "liu.rectification.last",
            "liu.rectification.undefined",
            "liu.rectification.gate",
        ),
        model(64, 66),
    ),
    # --- section 4 --------------------------------------------------------------------------------
    Claim(
        "C17",
        "section 4",
        LIMIT,
        "Var[1/√v_t] is approximately a constant times Var[v_t].",
        "For Gaussian gradients of variance 1 the quotient of the two is 1/4 but for 80 times the "
        "greatest weight, at most, and tends to 1/4 as that tends to 0, uniformly in all weights. "
        "The next terms are known too, and not in proportion to Var[v_t].",
        (
            "delta.variance",
            "delta.leading.above",
            "delta.leading.below",
            "delta.second.cumulants_above",
            "delta.second.cumulants_below",
        ),
        simpler(35, 37, 41),
    ),
    Claim(
        "C18",
        "section 4",
        HYPOTHESIS,
        "That approximation holds as the effective sample size grows, by the delta method, and is "
        "good unless t is very small.",
        "For Gaussian gradients, with bounds for every t whose greatest weight, "
        "(1−β₂)/(1−β₂^t), is at most 1/16. For others the delta method gives convergence in "
        "distribution, and no variance: where all gradients so far may be exactly 0, 1/√v_t has "
        "none. How good it is at early steps is computed, and left to the exact law to prove.",
        ("delta.leading.ewma_above", "delta.leading.ewma_below"),
        simpler(39, 45, 48),
    ),
    Claim(
        "C19",
        "section 4",
        HYPOTHESIS,
        "The simple factor √(Var[v_∞]/Var[v_t]), in three forms.",
        "All three agree, for independent gradients of one distribution, if their fourth moment is "
        "finite and their square isn't constant.",
        ("variance.inverse_ratio", "simple.rectification"),
        simpler(5, 7),
    ),
    Claim(
        "C20",
        "section 4",
        HYPOTHESIS,
        "The simple factor doesn't need Gaussian gradients, though without them the approximation "
        "is less realistic.",
        "The ratio of the variances of v_t needs a finite fourth moment, and no distribution. That "
        "Var[1/√v_t] is nearly proportional to them is proved for Gaussian gradients alone.",
        ("simple.rectification", "delta.leading.ewma_above", "delta.leading.ewma_below"),
        simpler(7, 39),
    ),
    Claim(
        "C21",
        "section 4",
        HOLDS,
        "The simple factor is √(n_t/n_∞).",
        "For every t and every β₂ between 0 and 1; nothing is assumed of the gradients.",
        ("simple.sample_sizes",),
        simpler(9),
    ),
    Claim(
        "C22",
        "section 4",
        HYPOTHESIS,
        "Multiplied by the simple factor, v_t has a constant variance, and the factor tends to 1.",
        "Exactly, for independent gradients of one distribution with a finite fourth moment. It is "
        "v_t whose variance is constant, not 1/√v_t.",
        ("simple.constant_variance", "simple.limits.last"),
        simpler(11, 13),
    ),
    Claim(
        "C23",
        "section 4, figure 2",
        LIMIT,
        "There is little between r_t and the simple factor.",
        "As β₂ → 1 with τ = −t·ln β₂ fixed, they are less than 0.0442 apart for every τ > 0, and "
        "Liu's is more than 0.9466 of the other. At a fixed early step they part: the ratio of "
        "their squares tends to 1 − 6/t + 8/t². At a finite β₂ the gap is larger: see the table.",
        (
            "expand.scaling.simple",
            "expand.scaling.liu",
            "expand.gap.order",
            "expand.gap",
            "expand.gap.sharp",
            "expand.gap.ratio",
            "expand.early.ratio",
        ),
        simpler(59, 65, 70, 74, 78, 82),
    ),
    Claim(
        "C24",
        "section 4",
        CORRECTION,
        "With a common β₂, r_t lacks a value at the steps t < 4 alone.",
        "That is one step short: r_t is undefined for t ≤ 4, whatever β₂ is. From β₂ = 0.7734 on "
        "that is all; up to 0.7733 it is undefined at t = 5 too, and up to 3/5 at every step.",
        (
            "liu.rho_limits.first",
            "liu.first_step.closed_to_four",
            "liu.first_step.fourth",
            "liu.first_step.fifth_open",
            "liu.rho_increasing",
            "liu.first_step.fifth_closed",
            "liu.first_step.none",
        ),
        model(13, 68, 70, 72, 74),
    ),
    Claim(
        "C25",
        "section 4, and Liu's reply",
        CORRECTION,
        "Liu's approximations are the more accurate ones.",
        "For Gaussian gradients the exact law decides. As β₂ → 1 with t²λ = c fixed, Liu's factor "
        "is too small by (9/8 + c/12)/t and the simple one too large by 15/(8t). So Liu's is the "
        "closer one up to c = 9, that is t = 3/√λ, and the simple one from there on; with tλ fixed "
        "the simple one's limit is the right one, and Liu's is another. With β₂ fixed and t → ∞, "
        "what the square of the exact factor lacks of 1 is of the order of β₂^t, as it is for the "
        "simple one; for Liu's (at β₂ > 3/5) it is of the order of t·β₂^t. Where β₂ ≤ 0.88, Liu's "
        "is never the closer one, as far as has been computed. Liu's variance has the leading "
        "term of its model, and the simple one that of Var[1/√v_t] itself; neither has the next.",
        (
            "exact.early_error.simple",
            "exact.early_error.liu",
            "exact.crossover",
            "exact.scaling",
            "expand.scaling.liu",
            "exact.late",
            "expand.late.simple",
            "expand.late.liu",
            "chi.variance_expansion.above",
            "liu.first_order.expansion",
            "delta.leading.ewma_above",
            "delta.leading.ewma_below",
            "delta.second.cumulants_above",
            "delta.second.cumulants_below",
        ),
        model(48, 50) + simpler(39, 41, 50, 68, 70) + law(26, 28, 30, 36, 38, 61, 63),
    ),
    Claim(
        "C26",
        "section 4",
        CORRECTION,
        "Where Liu's factor is undefined, no step at all is more sensible than one of momentum.",
        "For Gaussian gradients and ε = 0, r_t = 0 is right at t = 1 and 2, where the variance is "
        "infinite. From t = 3 on it is finite, for every β₂, and the right factor is positive, "
        "though small at t = 3 and 4: the right step there is a small one.",
        (
            "exact.existence.one",
            "exact.existence.two",
            "exact.variance.ewma",
            "exact.variance.positive",
            "exact.infinite.positive",
        ),
        simpler(25, 29) + practice(34) + law(6, 22, 36),
    ),
    Claim(
        "C27",
        "section 4, Liu's reply",
        CORRECTION,
        "Var[√v_t] tells little of Var[1/√v_t].",
        "For a plain mean of ρ squares, of mean 1, the two are equal to leading order, 1/(2ρ), and "
        "part at the next: it is −1/(8ρ²) for the root and 15/(8ρ²) for its inverse. The paper "
        "starts from Var[v_t] instead, which is known exactly.",
        (
            "chi.root_variance",
            "chi.root_variance.below",
            "chi.root_variance.above",
            "chi.variance_expansion.below",
            "chi.variance_expansion.above",
            "ewma.variance",
        ),
        average(12) + model(48) + simpler(52),
    ),
    Claim(
        "C28",
        "section 4, Liu's reply",
        HOLDS,
        "For two standard normal gradients the variance of the inverse root of the sum of squares "
        "is infinite, that of the root itself is not.",
        "The mean of the inverse of the sum would exceed every number; the variance of the root is "
        "2 − π/2.",
        ("remark.divergence.infinite", "remark.divergence.finite"),
        simpler(54),
    ),
    Claim(
        "C29",
        "abstract; section 4",
        EMPIRICAL,
        "Whichever of the two factors it has, Adam behaves and performs alike.",
        "So it did here, on two data sets, with small networks and ten seeds: the loss differs by "
        "little beside what the warmup itself does, and in test accuracy the two can't be told "
        "apart. No theorem says that it must be so elsewhere.",
        (),
        simpler(108, 112) + practice(29, 31, 33, 34),
    ),
    Claim(
        "C30",
        "abstract; section 5",
        HOLDS,
        "The scheme multiplies the learning rate by √(2/(1+β₂^t) − 1).",
        "That is the simple factor; and a factor on Adam's step is one on its learning rate, "
        "wherever ε stands.",
        ("simple.rectification", "radam.update.outside", "radam.update.inside"),
        background(40) + simpler(7, 96),
    ),
    # --- section 5 --------------------------------------------------------------------------------
    Claim(
        "C31",
        "section 5",
        HOLDS,
        "The simple factor passes about 0.99 after 5/(−ln β₂) ≈ 5/(1−β₂) steps.",
        "With τ = −t·ln β₂ it is 0.99328... at τ = 5, and it passes 0.99 at τ = 4.60018..., "
        "whatever β₂ is. Near β₂ = 1 the second number of steps is 5/2 larger than the first.",
        (
            "simple.tanh_form",
            "horizon.at_five",
            "horizon.at_five.above",
            "horizon.at_five.below",
            "horizon.crossing",
            "horizon.crossing.above",
            "horizon.crossing.below",
            "horizon.increasing",
            "horizon.steps",
        ),
        practice(8, 10, 12, 14, 16),
    ),
    Claim(
        "C32",
        "section 5",
        HOLDS,
        "The scheme ties the length of the warmup to β₂.",
        "Completely: the factor is √tanh(τ/2) with τ = −t·ln β₂, one function for every β₂, which "
        "does nothing but stretch time.",
        ("simple.tanh_form",),
        practice(8, 19, 38),
    ),
    Claim(
        "C33",
        "section 5",
        NOT_MATHEMATICAL,
        "A variance that is too high early on is a problem in practice, as the training of OpenAI "
        "Five after surgery suggests; and a warmup may have other reasons.",
        "Neither a theorem nor refuted by one. The chapter on warmup in practice says what kind of "
        "evidence it is.",
        (),
        (),
    ),
)
