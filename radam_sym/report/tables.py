"""Tables of the effective sample size, of ρ_t and of the factors, with digits that are proven."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from radam_sym.numbers import (
    Step,
    read_beta,
    read_digits,
    read_name,
    read_names,
    read_steps,
)
from radam_sym.report.columns import COLUMNS
from radam_sym.report.renderings import FORMATS


@dataclass(frozen=True, repr=False)
class Table:
    """A table as data: a row of values for each step, None where one is undefined.

    It prints as text, and in Jupyter it shows itself.
    """

    beta2: Fraction
    digits: int
    columns: tuple[str, ...]
    steps: tuple[Step, ...]
    values: tuple[tuple[str | None, ...], ...]

    def rows(self) -> Iterator[tuple[str | None, ...]]:
        """Each step, as a string, and its values."""
        return ((str(t), *row) for t, row in zip(self.steps, self.values, strict=True))

    def render(self, format: str) -> str:
        """The table as text, csv, json, markdown, latex or html; InputError for another format."""
        return FORMATS[read_name(format, tuple(FORMATS), "format")](self)

    def __repr__(self) -> str:
        return self.render("text").rstrip("\n")

    def _repr_html_(self) -> str:
        return self.render("html")

    def _repr_markdown_(self) -> str:
        return self.render("markdown")

    def _repr_latex_(self) -> str:
        return self.render("latex")


def table(
    beta2: str | Fraction | float,
    steps: str | Iterable[Step] | int,
    columns: str | Iterable[str] = tuple(COLUMNS),
    digits: str | int = 10,
    *,
    progress: Callable[[Sequence[Step]], Iterable[Step]] = iter,
) -> Table:
    r"""The closed forms at some steps, each value proven to less than one unit in its last digit.

    ess
        the effective sample size, n_t = (1−β^t)/(1+β^t) · (1+β)/(1−β) (Hilton 2019, section 2;
        theorem ewma.variance).
    rho
        Liu's length of the approximating simple average, ρ_t = 2/(1−β) − 1 − 2tβ^t/(1−β^t)
        (Liu et al. 2019; theorem liu.centre_of_mass).
    liu
        Liu's factor r_t, defined where ρ_t > 4 (theorem liu.rectification.defined).
    simple
        Hilton's factor, √(2/(1+β^t) − 1) (Hilton 2019, section 4; theorem simple.rectification).

    At ``inf`` stands the limit as t → ∞.

    Parameters
    ----------
    beta2
        β, from 0 to below 1, exactly: ``"0.999"`` is 999/1000, as are ``"999/1000"`` and
        ``"1-1e-3"``; the float 0.999 is the binary number next to it. See
        `radam_sym.numbers.read_beta`.
    steps
        ``"1:10,100,inf"``, an int, or ints (and ``math.inf``), strictly increasing, from 1 to
        2**53; up to 100,000 of them.
    columns
        out of ess, rho, liu and simple, each once, in the order wanted.
    digits
        significant digits, from 1 to 1000.
    progress
        what to iterate over the steps with, to watch the work.

    Raises
    ------
    InputError
        for a value outside of these.
    TypeError
        for an object of another kind.

    >>> table("0.999", "4:6,inf", "rho,liu", digits=6)
    beta2 = 0.999; 6 significant digits, each proven to less than one unit in its last digit
    <BLANKLINE>
      t         rho        liu
      4     3.99750  undefined
      5     4.99600  0.0173115
      6     5.99416  0.0258211
    inf  1999.00     1.00000
    >>> table("0.5", 2, "ess").render("csv")
    't,ess\r\n2,1.800000000\r\n'
    """
    beta, names = read_beta(beta2), read_names(columns, tuple(COLUMNS), "columns")
    asked, places = read_steps(steps), read_digits(digits)
    chosen = [COLUMNS[name] for name in names]
    values = tuple(
        tuple(column.value(beta, step, places) for column in chosen) for step in progress(asked)
    )
    return Table(beta, places, names, asked, values)
