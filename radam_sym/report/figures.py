"""The paper's figures, drawn from the expressions that its theorems are about.

Curves differ in their dashes as well as in their shade, and are labelled where they end, so that
a figure reads in greyscale.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

import numpy as np
from sympy import lambdify

from radam_sym.kernel.heads import Definition
from radam_sym.report.digest import data_digest

if TYPE_CHECKING:
    from matplotlib.figure import Figure

DASHES = ("-", (0, (6, 2)), (0, (2, 1.5)))
SHADES = ("#0b3c5d", "#2a7f9e", "#6aa5b8")
QUIET = "#767676"
LAST_STEP = 10_000
STEPS_DRAWN = 200
PIXELS_PER_INCH = 100


@dataclass(frozen=True)
class Drawn:
    """A figure, and the digest of the numbers in it. In Jupyter it shows itself."""

    figure: Figure
    digest: str

    def __repr__(self) -> str:
        return f"data digest: {self.digest}"

    def _repr_png_(self) -> tuple[bytes, dict[str, int]]:
        """The picture at twice the pixels that it takes on the page, for sharp screens."""
        buffer = BytesIO()
        self.figure.savefig(buffer, format="png", dpi=2 * PIXELS_PER_INCH)
        width, height = (round(side * PIXELS_PER_INCH) for side in self.figure.get_size_inches())
        return buffer.getvalue(), {"width": width, "height": height}


def sample_sizes(size: Definition, limit: Definition, betas: Sequence[float]) -> Drawn:
    """The effective sample size n_t against t, its limit, and the line n = t.

    ``size`` is a definition over (β, t) and ``limit`` over β; ``betas`` are drawn from the
    slowest decay down. Both axes are logarithmic.
    """
    from matplotlib.figure import Figure

    steps = np.unique(np.geomspace(1, LAST_STEP, STEPS_DRAWN).round())
    of_step = lambdify(size.parameters, size.body, "numpy")
    at_infinity = lambdify(limit.parameters, limit.body, "numpy")
    curves = np.array([of_step(beta, steps) for beta in betas])
    ends = np.array([at_infinity(beta) for beta in betas])

    figure = Figure(figsize=(6.4, 4.0), layout="constrained")
    axes = figure.subplots()
    axes.plot(steps, steps, color=QUIET, linewidth=0.8)
    axes.annotate(
        "$n = t$", (ends[0], ends[0]), (-6, 6), textcoords="offset points", ha="right", color=QUIET
    )
    for place, (beta, curve, end) in enumerate(zip(betas, curves, ends, strict=True)):
        color, dashes = SHADES[place % 3], DASHES[place % 3]
        axes.plot(steps, curve, linewidth=1.8, color=color, linestyle=dashes)
        axes.axhline(end, color=QUIET, linewidth=0.6, linestyle=(0, (1, 3)))
        axes.annotate(
            f"$\\beta = {beta:g}$",
            (LAST_STEP, end),
            (4, 0),
            textcoords="offset points",
            va="center",
            annotation_clip=False,
        )
    axes.set(
        xscale="log",
        yscale="log",
        xlim=(1, LAST_STEP),
        ylim=(1, 2 * ends.max()),
        xlabel="$t$ (steps)",
        ylabel="$n_t$ (effective sample size)",
    )
    axes.spines[["top", "right"]].set_visible(False)
    return Drawn(figure, data_digest(steps, curves, ends))
