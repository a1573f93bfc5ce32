"""Tables of the sample size, of ρ_t, of the factors and of their errors, in proven digits."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from radam_sym.errors import InputError
from radam_sym.numbers import (
    Step,
    read_beta,
    read_digits,
    read_name,
    read_names,
    read_steps,
)
from radam_sym.report.columns import COLUMNS, DEFAULT
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
    columns: str | Iterable[str] = DEFAULT,
    digits: str | int = 10,
    *,
    progress: Callable[[Sequence[Step]], Iterable[Step]] = iter,
) -> Table:
    r"""Closed forms and the exact law, each value proven to less than one unit in its last digit.

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
    rational
        √((n_t−2)(4n_t−7)n_∞ / ((n_∞−2)(4n_∞−7)n_t)) (theorem rational.error); 0 where n_t ≤ 2.
    matched
        √(F(n_∞)/F(n_t)), F(n) the variance of 1/√v for v ~ χ²_n/n; 0 where n_t ≤ 2 (theorem
        matched.increasing).
    skewed
        the same with F less thrice D_t, which the third cumulant adds (theorem
        skewed.third_cumulant); 0 where n_t ≤ 2.
    var_exact
        V_t = Var[1/√v_t] for independent Gaussian gradients (theorem exact.variance); ``inf`` at
        t = 1 and 2, and at every step where β = 0.
    exact
        √(V_∞/V_t) (theorem exact.infinite): 0 at t = 1 and 2, undefined at β = 0.
    err_simple, err_liu, err_rational, err_matched, err_skewed
        the relative error of a factor against the exact one, r/r_exact − 1; undefined where the
        exact one is 0 or one of the two is undefined.

    At ``inf`` stands the limit as t → ∞. The exact law and the errors are computed with at most
    4096 bits, which is enough for 1000 digits of the exact law at the usual β; an error loses the
    more of them the smaller it is.

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
        out of these, each once, in the order wanted.
    digits
        significant digits, from 1 to 1000.
    progress
        what to iterate over the steps with, to watch the work.

    Raises
    ------
    InputError
        for a value outside of these, and where 4096 bits don't prove the digits of the exact law
        or of an error.
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
    >>> table("0.999", "2:4,inf", "exact,var_exact,err_skewed", digits=3)
    beta2 = 0.999; 3 significant digits, each proven to less than one unit in its last digit
    <BLANKLINE>
      t   exact  var_exact  err_skewed
      2  0             inf   undefined
      3  0.0152   1.09       -2.79e-08
      4  0.0242   0.429       2.86e-08
    inf  1.00     0.000250    0
    >>> table("0.5", 2, "ess").render("csv")
    't,ess\r\n2,1.800000000\r\n'
    """
    beta, names = read_beta(beta2), read_names(columns, tuple(COLUMNS), "columns")
    asked, places = read_steps(steps), read_digits(digits)
    values = tuple(
        tuple(_value(name, beta, step, places) for name in names) for step in progress(asked)
    )
    return Table(beta, places, names, asked, values)


def _value(name: str, beta: Fraction, step: Step, digits: int) -> str | None:
    try:
        return COLUMNS[name].value(beta, step, digits)
    except InputError as error:
        raise InputError(
            f"columns has {name}, but {error} at t = {step}; ask for fewer digits, for an earlier "
            "step or for a beta2 farther from 1"
        ) from None
