"""How many of their digits the closed forms have, and how many as they are usually written.

``python -m benchmarks.closed_forms --record`` tries more inputs and stores the worst errors; the
docstrings of the generated code tell them after the next ``make generate``.
"""

import argparse
import platform
from collections.abc import Callable
from dataclasses import dataclass
from math import exp, lgamma
from typing import Any

import numpy as np
from flint import arb, ctx
from numpy.typing import NDArray
from rich.table import Table

from derivations.computing import gap_program
from derivations.computing_chi import SHIFTS
from radam_sym.codegen.folder import FOLDER, measured_code
from radam_sym.codegen.measured import PLACE, Measured, as_text
from radam_sym.codegen.numpy_functions import code
from radam_sym.codegen.sources import found
from radam_sym.files import replace_file
from radam_sym.generated import closed_forms

BITS = 400  # of the balls
SIZE = 20_000  # inputs of a run
TRIED = 4_000_000  # inputs of a record, of which these are judged:
HARD, SHARE = 0.9, 0.05  # those whose value has so large a mantissa, and a share of all
MARGIN = 1.05  # what is stored, over the worst that was met: other inputs have other luck
LAST_STEP = 10**7
CUT = float(gap_program.pieces[0].where[0].right)  # up to this z 1 − L(z/2) is a series
CLOSEST = {np.float64: 50, np.float32: 24}  # the largest β is 1 − 2⁻⁵⁰, and 1 − 2⁻²⁴
OPENINGS = {5: 0.773303, 6: 0.69001, 7: 0.650908, 12: 0.604533, 14: 0.601825}  # of Liu's gate
ULP = "ULP"
BOUND = "units of 6 + 2ρ/(ρ − 4) + 2ρ_∞/(ρ_∞ − 4) ULP"
SUBTRACTED = "units of 1 + 2/|n_t − 2| ULP"

Values = NDArray[Any]
Inputs = tuple[Values, ...]


@dataclass(frozen=True)
class Form:
    """One closed form: as generated, as it is usually written, and as balls have it.

    ``steady`` is how many ULP a faithful computation of it may be off, where that is not a few, and
    ``unit`` says so.
    """

    name: str
    computed: Callable[..., Any]
    usual: Callable[..., Any]
    exact: Callable[..., Any]
    inputs: Callable[[Any, int, int], Inputs]
    steady: Callable[..., Any] | None = None
    unit: str = ULP


# --- the formulas ---------------------------------------------------------------------------------
# Usual and exact ones differ in the numbers that they are given, not in how they are written.


def usual_rho(beta: Any, t: Any) -> Any:
    """ρ_t as in the paper and in most libraries."""
    return 2 / (1 - beta) - 1 - 2 * t * beta**t / (1 - beta**t)


def usual_ess(beta: Any, t: Any) -> Any:
    """n_t as in the paper."""
    return (1 - beta**t) / (1 + beta**t) * (1 + beta) / (1 - beta)


def squared_liu(beta: Any, t: Any) -> Any:
    """The square of Liu's factor, wherever it is not 0/0."""
    rho, last = usual_rho(beta, t), 2 / (1 - beta) - 1
    return (rho - 4) * (rho - 2) * last / ((last - 4) * (last - 2) * rho)


def usual_liu(beta: Values, t: Values) -> Any:
    """Liu's factor with its gate."""
    opened = usual_rho(beta, t) > 4
    return np.where(opened, np.sqrt(squared_liu(beta, t)), np.nan)


def exact_liu(beta: arb, t: int) -> Any:
    """Liu's factor; NaN where it is undefined."""
    return squared_liu(beta, t).sqrt() if usual_rho(beta, t) > 4 else arb("nan")


def bound_of_liu(beta: arb, t: int) -> Any:
    """6 + 2ρ/(ρ − 4) + 2ρ_∞/(ρ_∞ − 4): what its subtractions make of ρ's errors, and the rest."""
    rho, last = usual_rho(beta, t), 2 / (1 - beta) - 1
    return 6 + 2 * rho / (rho - 4) + 2 * last / (last - 4)


def ratio_of_gammas(c: arb) -> arb:
    """(Γ(c − ½)/Γ(c))²."""
    return (2 * ((c - arb(0.5)).lgamma() - c.lgamma())).exp()


def exact_variance(n: arb) -> arb:
    """F(n), as it is defined."""
    return n / (n - 2) - n / 2 * ratio_of_gammas(n / 2)


def usual_variance(n: Values) -> Any:
    """F(n), the same in floating point, by way of log Γ."""
    ratio = [exp(2 * (lgamma((x - 1) / 2) - lgamma(x / 2))) for x in np.ravel(n).tolist()]
    return n / (n - 2) - n / 2 * np.reshape(ratio, np.shape(n))


def usual_skewness(beta: Any, n: Any) -> Any:
    """D at a sample size of n."""
    return (1 - 1 / n**2) / (3 * ((1 + beta) / (1 - beta)) ** 2 + 1)


def usual_corrected(beta: Values, n: Values) -> Any:
    """F(n) − 3D."""
    return usual_variance(n) - 3 * usual_skewness(beta, n)


def exact_corrected(beta: arb, n: arb) -> Any:
    """F(n) − 3D."""
    return exact_variance(n) - 3 * usual_skewness(beta, n)


def exact_factor(beta: arb, n: arb, variance: Callable[[arb, arb], Any]) -> Any:
    """The root of the variance at n_∞ over that at n; NaN where there is none."""
    last = (1 + beta) / (1 - beta)
    return (variance(beta, last) / variance(beta, n)).sqrt() if n > 2 else arb("nan")


def usual_factor(beta: Values, n: Values, variance: Callable[[Values, Values], Any]) -> Any:
    """The same in floating point."""
    last = (1 + beta) / (1 - beta)
    return np.sqrt(variance(beta, last) / variance(beta, np.where(n > 2, n, np.nan)))


def usual_approximation(n: Any) -> Any:
    """2n/((n − 2)(4n − 7))."""
    return 2 * n / ((n - 2) * (4 * n - 7))


def uncorrected(variance: Callable[[Any], Any]) -> Callable[[Any, Any], Any]:
    """The variance as a function of β and n, of which β makes no difference."""
    return lambda beta, n: variance(n)


def bound_of_excess(beta: arb, t: int) -> Any:
    """1 + 2/|n_t − 2|: what the subtraction of 2 makes of n_t's errors."""
    return 1 + 2 / abs(usual_ess(beta, t) - 2)


# --- the inputs -----------------------------------------------------------------------------------


def decays(dtype: Any, size: int, seed: int) -> Any:
    """β: a third each by its distance from 1, anywhere, and within a few ULP of 1/2, 0 and 1."""
    random = np.random.default_rng(seed)
    close = 1 - 2.0 ** -random.uniform(0, CLOSEST[dtype], size - 2 * (size // 3))
    edges = random.choice([0.5, 2.0 ** -CLOSEST[dtype], 1.0], size // 3)
    edges = edges + random.integers(-8, 9, size // 3) * np.spacing(edges.astype(dtype))
    beta = np.concatenate([close, random.uniform(0, 1, size // 3), edges]).astype(dtype)
    return np.clip(beta, dtype(0), dtype(1 - 2.0 ** -CLOSEST[dtype]))


def of_decay(dtype: Any, size: int, seed: int) -> Inputs:
    """β > 0, for which −ln β is finite."""
    beta = decays(dtype, size, seed)
    return (beta[beta > 0],)


def of_both(dtype: Any, size: int, seed: int) -> Inputs:
    """β and t: few steps, any number of them, about 1/λ of them, and where Liu's gate opens."""
    random = np.random.default_rng(seed + 1)
    beta = decays(dtype, size, seed)
    any_step = np.exp(random.uniform(0, np.log(LAST_STEP), size)).round()
    with np.errstate(divide="ignore"):
        about = np.round(-random.uniform(0, 3, size) / np.log(beta.astype(float)))
    few = random.integers(1, 33, size)
    t = np.choose(random.integers(0, 3, size), [any_step, np.clip(about, 1, LAST_STEP), few])
    opened = size // 10
    gates = random.choice([*OPENINGS.items()], opened)
    t[:opened], beta[:opened] = gates[:, 0], gates[:, 1] + 10 ** -random.uniform(1, 6, opened)
    return beta, t.astype(np.int64)


def of_rate(dtype: Any, size: int, seed: int) -> Inputs:
    """z = tλ: of any size from 2⁻⁵⁰ on, and near where the way of computing changes."""
    random = np.random.default_rng(seed)
    wide = 2.0 ** random.uniform(-CLOSEST[dtype], 9, size - size // 3)
    return (np.concatenate([wide, random.normal(CUT, 0.1, size // 3)]).astype(dtype),)


def of_excess(dtype: Any, size: int, seed: int) -> Inputs:
    """s > 0: of any size, and where the way of computing changes."""
    random = np.random.default_rng(seed)
    wide = 2.0 ** random.uniform(-CLOSEST[dtype], CLOSEST[dtype] + 1, size - 2 * (size // 3))
    near = random.normal(float(2 * SHIFTS), 0.1, size // 3)
    return (np.concatenate([wide, random.uniform(0.01, 20, size // 3), near]).astype(dtype),)


def of_far(dtype: Any, size: int, seed: int) -> Inputs:
    """a ≥ 8."""
    (excess,) = of_excess(dtype, size, seed)
    return (SHIFTS + excess,)


def of_size(dtype: Any, size: int, seed: int) -> Inputs:
    """n > 2."""
    (excess,) = of_excess(dtype, size, seed)
    n = 2 + excess
    return (n[n > 2],)


def of_beta_and_size(dtype: Any, size: int, seed: int) -> Inputs:
    """β, and n > 0 on both sides of 1."""
    beta = of_decay(dtype, size, seed)[0]
    random = np.random.default_rng(seed + 1)
    return beta, (2.0 ** random.uniform(-20, CLOSEST[dtype], len(beta))).astype(dtype)


def of_beta_and_excess(dtype: Any, size: int, seed: int) -> Inputs:
    """β > 1/3, and s from near 0 up to n_∞ − 2."""
    beta = of_decay(dtype, size, seed)[0]
    beta = beta[beta > dtype(0.34)]
    random = np.random.default_rng(seed + 1)
    last = closed_forms.ess_limit_over_two(beta)
    share = 2.0 ** -random.exponential(4, len(beta))
    return beta, np.minimum((last * share).astype(dtype), last.astype(dtype) * dtype(0.999))


FORMS = (
    Form("decay", closed_forms.decay, lambda b: -np.log(b), lambda b: -b.log(), of_decay),
    Form(
        "langevin_gap",
        closed_forms.langevin_gap,
        lambda z: 1 + 2 / z - 1 / np.tanh(z / 2),
        lambda z: 1 + 2 / z - (z / 2).coth(),
        of_rate,
    ),
    Form("ess", closed_forms.ess, usual_ess, usual_ess, of_both),
    Form(
        "ess_limit",
        closed_forms.ess_limit,
        lambda b: 2 / (1 - b) - 1,
        lambda b: 2 / (1 - b) - 1,
        of_decay,
    ),
    Form("rho", closed_forms.rho, usual_rho, usual_rho, of_both),
    Form(
        "r_simple",
        closed_forms.r_simple,
        lambda b, t: np.sqrt(2 / (1 + b**t) - 1),
        lambda b, t: (2 / (1 + b**t) - 1).sqrt(),
        of_both,
    ),
    Form(
        "bias_correction",
        closed_forms.bias_correction,
        lambda b, t: 1 - b**t,
        lambda b, t: 1 - b**t,
        of_both,
    ),
    Form(
        "gamma_gap",
        closed_forms.gamma_gap,
        lambda a: usual_variance(2 + 2 * a) * a / (1 + a),
        lambda a: 1 - a * ratio_of_gammas(1 + a),
        of_far,
    ),
    Form(
        "chi_variance_over_two",
        closed_forms.chi_variance_over_two,
        lambda s: usual_variance(2 + s),
        lambda s: exact_variance(2 + s),
        of_excess,
    ),
    Form("chi_variance", closed_forms.chi_variance, usual_variance, exact_variance, of_size),
    Form(
        "ess_limit_over_two",
        closed_forms.ess_limit_over_two,
        lambda b: (1 + b) / (1 - b) - 2,
        lambda b: (1 + b) / (1 - b) - 2,
        of_decay,
    ),
    Form(
        "ess_over_two",
        closed_forms.ess_over_two,
        lambda b, t: usual_ess(b, t) - 2,
        lambda b, t: usual_ess(b, t) - 2,
        of_both,
        bound_of_excess,
        SUBTRACTED,
    ),
    Form("skewness", closed_forms.skewness, usual_skewness, usual_skewness, of_beta_and_size),
    Form(
        "r_matched_at",
        closed_forms.r_matched_at,
        lambda b, s: usual_factor(b, 2 + s, uncorrected(usual_variance)),
        lambda b, s: exact_factor(b, 2 + s, uncorrected(exact_variance)),
        of_beta_and_excess,
    ),
    Form(
        "r_skewed_at",
        closed_forms.r_skewed_at,
        lambda b, s: usual_factor(b, 2 + s, usual_corrected),
        lambda b, s: exact_factor(b, 2 + s, exact_corrected),
        of_beta_and_excess,
    ),
    Form(
        "r_matched",
        closed_forms.r_matched,
        lambda b, t: usual_factor(b, usual_ess(b, t), uncorrected(usual_variance)),
        lambda b, t: exact_factor(b, usual_ess(b, t), uncorrected(exact_variance)),
        of_both,
        bound_of_excess,
        SUBTRACTED,
    ),
    Form(
        "r_skewed",
        closed_forms.r_skewed,
        lambda b, t: usual_factor(b, usual_ess(b, t), usual_corrected),
        lambda b, t: exact_factor(b, usual_ess(b, t), exact_corrected),
        of_both,
        bound_of_excess,
        SUBTRACTED,
    ),
    Form(
        "r_rational_at",
        closed_forms.r_rational_at,
        lambda b, s: usual_factor(b, 2 + s, uncorrected(usual_approximation)),
        lambda b, s: exact_factor(b, 2 + s, uncorrected(usual_approximation)),
        of_beta_and_excess,
    ),
    Form(
        "r_rational",
        closed_forms.r_rational,
        lambda b, t: usual_factor(b, usual_ess(b, t), uncorrected(usual_approximation)),
        lambda b, t: exact_factor(b, usual_ess(b, t), uncorrected(usual_approximation)),
        of_both,
        bound_of_excess,
        SUBTRACTED,
    ),
    Form("r_liu", closed_forms.r_liu, usual_liu, exact_liu, of_both, bound_of_liu, BOUND),
)


# --- the errors -----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Exact:
    """A form's values at some inputs: each as the nearest float64 and what that leaves out."""

    nearest: Values
    rest: Values
    steady: Values


def exactly(form: Form, inputs: Inputs) -> Exact:
    """The values in balls of 400 bits, at what the inputs exactly are."""
    rows = []
    with ctx.workprec(BITS):
        for given in zip(*(values.tolist() for values in inputs), strict=True):
            arguments = [arb(value) if isinstance(value, float) else value for value in given]
            value = form.exact(*arguments)
            nearest = float(value.mid())
            steady = form.steady(*arguments).mid() if form.steady else 1
            rows.append((nearest, float((value - nearest).mid()), float(steady)))
    return Exact(*np.array(rows).T)


def errors(form: Form, given: Any, exact: Exact) -> Values:
    """How far some values are off, in the form's unit; infinite where only one of them is NaN."""
    values = np.asarray(given)
    ulp = np.spacing(np.abs(exact.nearest).astype(values.dtype)).astype(np.float64)
    off = np.abs(values.astype(np.float64) - exact.nearest - exact.rest) / ulp / exact.steady
    undefined = np.isnan(exact.nearest)
    return np.where(
        np.isnan(values) & undefined, 0, np.where(np.isfinite(values) & ~undefined, off, np.inf)
    )


def derived(form: Form, inputs: Inputs) -> Values:
    """The generated code's values, rounded once to the precision of the inputs."""
    computed = form.computed(*inputs)
    return np.asarray(computed).astype(inputs[0].dtype)


def usually(form: Form, inputs: Inputs) -> Values:
    """The usual formula's values, in the arithmetic of the inputs."""
    dtype = inputs[0].dtype
    with np.errstate(all="ignore"):
        return np.asarray(form.usual(*(values.astype(dtype) for values in inputs)))


# --- the report -----------------------------------------------------------------------------------


def run() -> Table:
    """Both ways of computing, over the same inputs."""
    title = (
        f"Errors in ULP over {SIZE} inputs each; those of r_liu in {BOUND}, and those of "
        f"ess_over_two, r_rational, r_matched and r_skewed in {SUBTRACTED}"
    )
    table = Table(title=title, box=None, header_style="bold")
    for column in ("form", "bits", "as"):
        table.add_column(column, no_wrap=True)
    for column in ("max", "99 %", "median"):
        table.add_column(column, justify="right", no_wrap=True)
    table.add_column("worst input", overflow="fold", min_width=18)
    for form in FORMS:
        for dtype in CLOSEST:
            inputs = form.inputs(dtype, SIZE, 0)
            exact = exactly(form, inputs)
            for how, compute in (("derived", derived), ("usual", usually)):
                off = errors(form, compute(form, inputs), exact)
                worst = ", ".join(str(values[off.argmax()]) for values in inputs)
                spread = (off.max(), *np.quantile(off, (0.99, 0.5), method="lower"))
                shown = [f"{error.round(3):.3g}" for error in spread]
                bits = str(8 * np.dtype(dtype).itemsize)
                table.add_row(form.name, bits, how, *shown, worst)
    return table


def record() -> None:
    """Store what the errors stay below, the worst with a margin, for the docstrings.

    Judged are above all the values just below a power of 2: an ULP is the smallest part of those.
    """
    sources = found()
    written = (FOLDER / "closed_forms.py").read_text(encoding="utf-8")
    if not all("\n".join(code(program)) in written for program in sources.programs):
        raise SystemExit("the generated code is out of date: run make generate, then this again")
    functions = {}
    for form in FORMS:
        worst = {}
        for dtype in CLOSEST:
            inputs = form.inputs(dtype, TRIED, 1)
            mantissas = np.frexp(derived(form, inputs))[0]
            chosen = np.random.default_rng(0).random(len(mantissas)) < SHARE
            judged = chosen | (mantissas > HARD)
            inputs = tuple(values[judged] for values in inputs)
            off = errors(form, derived(form, inputs), exactly(form, inputs))
            worst[dtype.__name__] = rounded_up(off.max())
            print(form.name, dtype.__name__, len(off), off.max())
        functions[form.name] = Measured(worst, form.unit)
    circumstances = {"tried": TRIED, "numpy": np.__version__, "machine": platform.machine()}
    replace_file(PLACE, as_text(measured_code(sources), functions, **circumstances))


def rounded_up(error: float) -> float:
    """With the margin, to two significant digits."""
    error *= MARGIN
    digits = 1 - int(np.floor(np.log10(error)))
    return float(round(np.ceil(error * 10.0**digits) / 10.0**digits, digits))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Measure the closed forms' errors.")
    parser.add_argument("--record", action="store_true", help="store them for the docstrings")
    if parser.parse_args().record:
        record()
    else:
        from rich.console import Console

        Console().print(run())
