"""The factors that rectify Adam's learning rate, and the sample size they come from."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import Any, overload

import numpy as np
from numpy.typing import ArrayLike, NDArray

from radam_sym.errors import InputError
from radam_sym.exact import sweep
from radam_sym.generated import closed_forms, forms

LAST_STEP = 2**53
"""From here on, float64 can't tell a step from the next one."""


def _rational(beta2: Any, t: Any) -> Any:
    """√(f(n_∞)/f(n_t)), f(n) = 2n/((n − 2)(4n − 7)); 0 where n_t ≤ 2, which is where it tends."""
    return _by_size(closed_forms.r_rational_at, beta2, t)


def _matched(beta2: Any, t: Any) -> Any:
    """√(F(n_∞)/F(n_t)); 0 where n_t ≤ 2, which is where it tends as n_t → 2."""
    return _by_size(closed_forms.r_matched_at, beta2, t)


def _skewed(beta2: Any, t: Any) -> Any:
    """√((F(n_∞) − 3D_∞)/(F(n_t) − 3D_t)); 0 where n_t ≤ 2."""
    return _by_size(closed_forms.r_skewed_at, beta2, t)


def _by_size(factor: Callable[[Any, Any], Any], beta2: Any, t: Any) -> Any:
    excess = _over_two(beta2, t)
    return np.where(excess > 0, factor(beta2, excess), 0.0)[()]


def _over_two(beta2: Any, t: Any) -> Any:
    """n_t − 2, right to some units in the last place wherever β₂ > 1/3.

    Next to n_t = 2 a float64 can't hold what the difference comes from. There, at steps 3 to 35
    with β₂ < 1/2, it is computed in fractions and rounded once.
    """
    beta2, t = np.broadcast_arrays(np.asarray(beta2, np.float64), t)
    last = closed_forms.ess_limit_over_two(beta2)
    excess = np.array(np.minimum(closed_forms.ess_over_two(beta2, t), last))
    hard = (t > 2) & (beta2 < 1 / 2) & (excess < last / 2) & (last > 0)
    for place in map(tuple, np.argwhere(hard)):
        size = forms.ess(Fraction(float(beta2[place])), int(t[place]))
        excess[place] = float(size - 2)
    return excess


def _exact(beta2: Any, t: Any) -> Any:
    """√(V_∞/V_t), V_t = Var[1/√v_t], by quadrature."""
    beta2, t = np.broadcast_arrays(np.asarray(beta2, np.float64), np.asarray(t).astype(np.int64))
    factors = np.empty(beta2.shape)
    for rate in np.unique(beta2):
        chosen = beta2 == rate
        factors[chosen] = sweep.factors_alike(t[chosen], float(rate))
    return factors[()]


KINDS: dict[str, Callable[[Any, Any], Any]] = {
    "simple": closed_forms.r_simple,
    "liu": closed_forms.r_liu,
    "rational": _rational,
    "matched": _matched,
    "skewed": _skewed,
    "exact": _exact,
}
"""The factor of each kind, as a function of β₂ and t."""

LEAST_RATES = {"exact": float(sweep.LEAST)}
"""The least β₂ of a kind, where that isn't 0."""


@overload
def rectification(t: float, beta2: float, kind: str = "simple") -> np.float64: ...
@overload
def rectification(t: ArrayLike, beta2: ArrayLike, kind: str = "simple") -> Any: ...
def rectification(t: ArrayLike, beta2: ArrayLike, kind: str = "simple") -> Any:
    """What the learning rate at step t is multiplied by, so that its variance is about constant.

    ============== ============================================== ================================
    kind           factor                                         source
    ============== ============================================== ================================
    ``"simple"``   √(2/(1 + β₂ᵗ) − 1)                             Hilton 2019, §4,
                                                                  ``simple.rectification``
    ``"liu"``      √((ρ_t−4)(ρ_t−2)ρ_∞ / ((ρ_∞−4)(ρ_∞−2)ρ_t)),    Liu et al. 2019, algorithm 2,
                   ρ_t = ρ_∞ − 2tβ₂ᵗ/(1−β₂ᵗ), ρ_∞ = 2/(1−β₂) − 1; ``liu.rectification``
                   NaN where ρ_t ≤ 4, where it is undefined,
                   or above 4 by less than rounding can tell
    ``"rational"`` √((n_t−2)(4n_t−7)n_∞ / ((n_∞−2)(4n_∞−7)n_t)),  the next one without Γ,
                   n_t the effective sample size; 0 where n_t ≤ 2 ``rational.*``
    ``"matched"``  √(F(n_∞)/F(n_t)), F(n) the variance of 1/√v    Welch–Satterthwaite,
                   for v ~ χ²_n/n; 0 where n_t ≤ 2                ``matched.*``
    ``"skewed"``   √((F(n_∞) − 3D_∞)/(F(n_t) − 3D_t)),            ``skewed.third_cumulant``
                   D_t = (1 − 1/n_t²)/(3n_∞² + 1); 0 where n_t ≤ 2
    ``"exact"``    √(V_∞/V_t), V_t the variance of 1/√v_t for     ``exact.variance.ewma``
                   independent Gaussian gradients; 0 at t = 1, 2
    ============== ============================================== ================================

    Liu's is undefined at steps 1 to 4 for every β₂, and at every step where β₂ ≤ 3/5. The next
    three, which come nearer to the variance of 1/√v_t for Gaussian gradients, are 0 at steps 1 and
    2, at step 3 where β₂ ≤ (3−√5)/2, and at every step where β₂ ≤ 1/3: a χ² law of two degrees of
    freedom or fewer has no such variance.

    The exact one has no closed form. It is within 10⁻¹³ of its value, relatively, where the others
    are within some units in the last place, and costs milliseconds for each β₂ and some hundred
    steps (`radam_sym.exact.sweep`). At β₂ = 0, v_t is one square, whose 1/√v_t has an infinite
    variance at every step: there, and below 10⁻⁵⁰, it is refused.

    Parameters
    ----------
    t
        the step, from 1 to 2⁵³: integers, or float32 or float64 values that are whole.
    beta2
        the decay rate β₂ of Adam's second average, in [0, 1), for "exact" in [10⁻⁵⁰, 1): float64 or
        float32.
    kind
        "simple", "liu", "rational", "matched", "skewed" or "exact".

    ``t`` and ``beta2`` are scalars or arrays that broadcast. The result has their common shape
    and the dtype of ``beta2`` (a Python number counts as float64); it is computed in float64, so
    that a float32 is rounded once.

    Raises
    ------
    InputError
        if a value is outside its domain, an array is empty, the shapes don't broadcast or the
        kind is unknown.
    TypeError
        if the dtypes aren't those above, or the kind isn't a string.

    >>> rectification(1, 0.5)
    np.float64(0.5773502691896257)
    >>> rectification([4, 5, 6], 0.999, "liu").round(6)
    array([     nan, 0.017312, 0.025821])
    >>> rectification([2, 3, 4], 0.999, "skewed").round(6)
    array([0.      , 0.015154, 0.024151])
    >>> rectification([2, 3, 4], 0.99, "exact").round(6)
    array([0.      , 0.048219, 0.076846])
    """
    name = one_of("kind", kind, KINDS)
    return _evaluated(KINDS[name], t, beta2, LEAST_RATES.get(name, 0))


@overload
def effective_sample_size(t: float, beta2: float) -> np.float64: ...
@overload
def effective_sample_size(t: ArrayLike, beta2: ArrayLike) -> Any: ...
def effective_sample_size(t: ArrayLike, beta2: ArrayLike) -> Any:
    """How many values, plainly averaged, vary as little as Adam's second average after t steps.

    n_t = (1 − β₂ᵗ)/(1 + β₂ᵗ) · (1 + β₂)/(1 − β₂), from 1 at t = 1 up to (1 + β₂)/(1 − β₂).

    Arguments, result and errors are those of `rectification`. Source: Hilton 2019, §2;
    ``ewma.variance``.

    >>> effective_sample_size(2, 0.5)
    np.float64(1.8)
    >>> effective_sample_size([1, 10, 10**6], 0.999).round(3)
    array([1.000e+00, 1.000e+01, 1.999e+03])
    """
    return _evaluated(closed_forms.ess, t, beta2)


def one_of(argument: str, value: object, accepted: Iterable[str]) -> str:
    """The value, if it is one of the accepted words; else one line that says which there are.

    >>> one_of("kind", "simpel", ["simple", "liu"])
    Traceback (most recent call last):
        ...
    radam_sym.errors.InputError: kind = 'simpel'; did you mean 'simple'? accepted: 'simple', 'liu'
    """
    words = list(accepted)
    listed = ", ".join(map(repr, words))
    if not isinstance(value, str):
        raise TypeError(f"{argument} is of type {type(value).__name__}; accepted: {listed}")
    if value not in words:
        raise InputError(f"{argument} = {value!r}{meant(value, words) or ';'} accepted: {listed}")
    return value


def meant(word: str, known: Iterable[str]) -> str:
    """; did you mean ...?, where a known word is near."""
    near = difflib.get_close_matches(word, known, n=1, cutoff=0.5)
    return f"; did you mean {near[0]!r}?" if near else ""


def _evaluated(
    formula: Callable[[Any, Any], Any], t: ArrayLike, beta2: ArrayLike, least: float = 0
) -> Any:
    steps, rates = _steps(t), _rates(beta2, least)
    try:
        shape = np.broadcast_shapes(steps.shape, rates.shape)
    except ValueError:
        raise InputError(
            f"t of shape {steps.shape} and beta2 of shape {rates.shape} don't broadcast; "
            "pass scalars, or arrays whose sides are equal or 1"
        ) from None
    # As arrays: some of NumPy's functions round a scalar in another way.
    values = np.reshape(formula(*np.atleast_1d(rates, steps)), shape)
    return values.astype(np.float32 if rates.dtype == np.float32 else np.float64)[()]


def _steps(t: ArrayLike) -> NDArray[Any]:
    accepted = "steps are whole numbers from 1 to 2**53"
    steps = _array("t", t, accepted)
    if steps.dtype.kind == "f":
        _require("t", steps, steps == np.floor(steps), accepted)
    _require("t", steps, (steps >= 1) & (steps <= LAST_STEP), accepted)
    return steps


def _rates(beta2: ArrayLike, least: float) -> NDArray[Any]:
    accepted = f"it must be at least {least:g} and less than 1"
    rates = _array("beta2", beta2, accepted)
    _require("beta2", rates, (rates >= np.float64(least)) & (rates < 1), accepted)
    return rates


def _array(argument: str, given: ArrayLike, accepted: str) -> NDArray[Any]:
    if type(given) is int and abs(given) > LAST_STEP:
        raise InputError(f"{argument} is an integer of {given.bit_length()} bits: {accepted}")
    if isinstance(given, np.ma.MaskedArray):
        raise TypeError(f"{argument} is a masked array, whose mask would be lost; pass an array")
    try:
        array = np.asarray(given)
    except ValueError:
        raise InputError(f"{argument} has rows of different lengths; pass one array") from None
    integers = array.dtype.kind in "iu"
    if not integers and array.dtype not in (np.float32, np.float64):
        raise TypeError(
            f"{argument} is of dtype {array.dtype}; accepted: integers, float32, float64"
        )
    if array.size == 0:
        raise InputError(f"{argument} is empty; pass at least one value")
    return array


def _require(argument: str, values: NDArray[Any], good: NDArray[np.bool_], accepted: str) -> None:
    if good.all():
        return
    place = tuple(int(index) for index in np.argwhere(~good)[0])
    where = f"[{', '.join(map(str, place))}]" if place else ""
    raise InputError(f"{argument}{where} = {values[place]!s}: {accepted}")
