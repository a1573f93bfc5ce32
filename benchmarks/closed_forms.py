"""How many of their digits the closed forms have, and how many as they are usually written.

``python -m benchmarks.closed_forms --record`` tries more inputs and stores the worst errors; the
docstrings of the generated code tell them after the next ``make generate``.
"""

import argparse
import platform
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from flint import arb, ctx
from numpy.typing import NDArray
from rich.table import Table

from derivations.computing import gap_program
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

Values = NDArray[Any]
Inputs = tuple[Values, ...]


@dataclass(frozen=True)
class Form:
    """One closed form: as generated, as it is usually written, and as balls have it.

    ``steady`` is how many ULP a faithful computation of it may be off, where that is not a few.
    """

    name: str
    computed: Callable[..., Any]
    usual: Callable[..., Any]
    exact: Callable[..., Any]
    inputs: Callable[[Any, int, int], Inputs]
    steady: Callable[..., Any] | None = None

    @property
    def unit(self) -> str:
        """What its errors are counted in."""
        return BOUND if self.steady else ULP


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
    Form("r_liu", closed_forms.r_liu, usual_liu, exact_liu, of_both, bound_of_liu),
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
        for first, *others in zip(*(values.tolist() for values in inputs), strict=True):
            arguments = (arb(first), *others)
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
    title = f"Errors in ULP over {SIZE} inputs each; those of r_liu in {BOUND}"
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
