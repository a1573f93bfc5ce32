"""Adam and RAdam for NumPy arrays, in place."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any, Literal

import numpy as np

from radam_sym.factors import KINDS
from radam_sym.files import replace_file
from radam_sym.generated.closed_forms import bias_correction, ess_limit, rho
from radam_sym.interrupts import uninterrupted
from radam_sym.optimizer import state
from radam_sym.optimizer.in_place import Array, Coefficients, Scratch, accumulate, move
from radam_sym.optimizer.parameters import Parameters
from radam_sym.optimizer.settings import checked_settings, nonnegative

Kind = Literal["simple", "liu", "rational", "matched", "skewed", "exact"]
Below = Literal["momentum", "zero", "skip", "gate5"]
EpsMode = Literal["outside", "inside", "outside-uncorrected"]

GATES = {"liu": 4, "rational": 2, "matched": 2, "skewed": 2}
"""Above which ρ_t or n_t a factor exists, or is not 0."""
CAUTIOUS_GATE = 5
"""From which ρ_t on most libraries use it."""


class Adam:
    """Adam, with a factor on its learning rate if one is asked for.

    At step t, with a gradient g (all elementwise; m and v begin at 0)::

        m ← β₁m + (1 − β₁)g         m̂ = m/(1 − β₁ᵗ)
        v ← β₂v + (1 − β₂)g²        v̂ = v/(1 − β₂ᵗ)
        θ ← θ − lr · r_t · m̂ / (√v̂ + ε)

    Sources: Kingma & Ba 2014, algorithm 1 (r_t = 1); Hilton 2019, §4 ("simple"); Liu et al. 2019,
    algorithm 2 ("liu"). The averages and their correction are ``ewma.bias_correction``, the update
    ``adam.update`` and ``radam.update``.

    Parameters
    ----------
    params
        float32 or float64 arrays, changed in place and the caller's own: one array, a list or
        tuple, or a dict with strings as keys. Views of any memory layout will do; no two of them
        may share memory.
    lr
        the learning rate, finite and at least 0. It may be set between steps (``.lr = ...``).
    betas
        (β₁, β₂), each in [0, 1).
    eps
        ε, finite and at least 0. Where the denominator is 0, which takes ε = 0, a parameter
        stays as it is: there every gradient so far was 0, or so small that its square is.
    rectification
        r_t: None for 1, "simple", "liu", "rational", "matched", "skewed" or "exact", as in
        `radam_sym.rectification`. Where r_t is 0, as the last four are at the first steps, and all
        but "exact" of these at every step with β₂ ≤ 1/3, θ stays. "exact" is computed for some
        hundred steps ahead, at once: that takes milliseconds.
    below
        what happens where Liu's factor is not used; only with "liu".

        ============== ==================== ===========================================
        below          factor used if       otherwise
        ============== ==================== ===========================================
        ``"momentum"`` ρ_t > 4: it exists   θ ← θ − lr·m̂ (Liu et al.; the default)
        ``"zero"``     ρ_t > 4              θ stays: r_t = 0 (Hilton 2019, §4)
        ``"gate5"``    ρ_t ≥ 5              θ ← θ − lr·m̂ (most libraries)
        ``"skip"``     ρ_t ≥ 5              θ stays (Liu et al.'s own code)
        ============== ==================== ===========================================

        m, v and t advance in all four. Whether a gate says > or ≥ is nothing: ρ_t is 4 or 5 for
        no rational β₂. With β₂ ≤ 3/5 it never exceeds 4, with β₂ ≤ 2/3 never 5: then the right
        column is all there is, and the ``repr`` says so.
    eps_mode
        where ε stands: "outside" √v̂ + ε (Kingma & Ba), "inside" √(v̂ + ε) (Hilton), or
        "outside-uncorrected" (√v + ε)/√(1 − β₂ᵗ) (several libraries; ε counts for more at the
        start).

    Every parameter has a step count of its own, which counts the gradients it was given: m̂ and
    v̂ are weighted means of those gradients only if t is their number.

    A float32 array is worked on in float64 and rounded when stored; how far rounding may lead is
    derived in `radam_sym.optimizer.in_place`. A parameter that a step takes beyond the range of
    its dtype becomes infinite. After the first step no memory is allocated in proportion to the
    parameters. An optimizer is for one thread at a time.

    Raises
    ------
    InputError
        if a value is outside its domain, or an array is empty, read-only, not finite or shares
        memory with another.
    TypeError
        if something is of a wrong type or dtype.

    >>> import numpy as np
    >>> theta = np.array([1.0, -2.0])
    >>> optimizer = Adam(theta, lr=0.1, rectification="simple")
    >>> for _ in range(500):
    ...     optimizer.step(2 * theta)  # the gradient of θ₁² + θ₂²
    >>> bool(abs(theta).max() < 0.01)
    True
    >>> optimizer  # doctest: +NORMALIZE_WHITESPACE
    Adam(1 array of 2 float64 numbers, step 500, lr=0.1, betas=(0.9, 0.999), eps=1e-08,
        rectification='simple', eps_mode='outside')
    """

    __slots__ = ("__weakref__", "_lr", "_parameters", "_scratch", "_state", "settings")

    def __init__(
        self,
        params: Any,
        lr: float = 1e-3,
        betas: tuple[float, float] = (0.9, 0.999),
        eps: float = 1e-8,
        *,
        rectification: Kind | None = None,
        below: Below | None = None,
        eps_mode: EpsMode = "outside",
    ) -> None:
        self.settings = checked_settings(betas, eps, rectification, below, eps_mode)
        self.lr = lr
        self._parameters = Parameters(params)
        self._state = state.State.before(self._parameters.arrays)
        self._scratch = Scratch()

    def __repr__(self) -> str:
        counts = sorted(set(self._state.steps))
        step = f"step {counts[0]}" + (f" to {counts[-1]}" if len(counts) > 1 else "")
        told = f"{self._parameters}, {step}, lr={self.lr!r}, {self.settings}"
        if not self._ever_rectifies():
            told += ", never rectified with this beta2"
        return f"{type(self).__name__}({told})"

    @property
    def lr(self) -> float:
        """The learning rate of the next step."""
        return self._lr

    @lr.setter
    def lr(self, value: float) -> None:
        self._lr = nonnegative("lr", value)

    def step(self, grads: Any) -> None:
        """Change the parameters by one step.

        ``grads`` is of the structure of ``params``, with arrays of the same shapes and dtypes.
        None in the place of a gradient leaves that parameter alone, with its averages and its
        step count. A gradient may be a view of a parameter: all are read before any is changed.

        All of it is checked first, so that after an error nothing has changed; Ctrl-C waits until
        the step is done.

        Raises
        ------
        InputError
            if a count, key or shape differs, or a gradient is NaN, infinite or so large that its
            square may overflow (over 2⁵¹¹ for float64, 2⁶³ for float32): the average of squares
            would stay infinite and the parameter where it is, for ever.
        TypeError
            if the structure or a dtype differs.
        """
        gradients = {
            place: gradient
            for place, gradient in enumerate(self._parameters.gradients(grads))
            if gradient is not None
        }
        steps, m, v = self._state.steps, self._state.m, self._state.v
        coefficients = {t + 1: self._coefficients(t + 1) for t in {steps[p] for p in gradients}}
        with uninterrupted(), np.errstate(all="ignore"):
            for place, gradient in gradients.items():
                accumulate(m[place], v[place], gradient, self.settings.betas, self._scratch)
                steps[place] += 1
            for place in gradients:
                theta = self._parameters.arrays[place]
                self._move(theta, m[place], v[place], coefficients[steps[place]])

    def _move(self, theta: Array, m: Array, v: Array, coefficients: Coefficients) -> None:
        if coefficients.scale:
            inside = self.settings.eps_mode == "inside"
            move(theta, m, v, coefficients, self.settings.eps, inside, self._scratch)

    def _coefficients(self, t: int) -> Coefficients:
        correction1, correction2 = (float(bias_correction(beta, t)) for beta in self.settings.betas)
        factor = self._factor(t)
        if factor is None:
            falls_back = self.settings.below in ("momentum", "gate5")
            return Coefficients(self.lr if falls_back else 0.0, correction1, None)
        if self.settings.eps_mode == "outside-uncorrected":
            return Coefficients(self.lr * factor * math.sqrt(correction2), correction1, 1.0)
        return Coefficients(self.lr * factor, correction1, correction2)

    def _factor(self, t: int) -> float | None:
        """r_t, or None where Liu's is not used and where another is 0."""
        kind = self.settings.rectification
        if kind is None:
            return 1.0
        if not self._ever_rectifies() or (
            self._is_cautious and rho(self._beta2, t) < CAUTIOUS_GATE
        ):
            return None
        factor = float(KINDS[kind](self._beta2, t))
        return factor if factor > 0 else None  # NaN is not

    def _ever_rectifies(self) -> bool:
        """Whether what ρ_t or n_t approaches from below, which is one, is above the gate."""
        gate = (
            CAUTIOUS_GATE if self._is_cautious else GATES.get(self.settings.rectification or "", 0)
        )
        return bool(ess_limit(self._beta2) > gate)

    @property
    def _beta2(self) -> float:
        return self.settings.betas[1]

    @property
    def _is_cautious(self) -> bool:
        return self.settings.below in ("gate5", "skip")

    # --- saving and loading -----------------------------------------------------------------------

    def state_dict(self) -> dict[str, Any]:
        """The settings, learning rate, step counts and averages as a dict of plain data.

        The arrays in it are copies. The parameters are not in it: they are the caller's.
        """
        return state.as_data(self._state, self.settings, self.lr, self._parameters.keys)

    def load_state_dict(self, data: dict[str, Any]) -> None:
        """Go on from a state that `state_dict` gave: with the same gradients, bit for bit.

        The learning rate is taken from it too. Settings, keys, shapes and dtypes must be those
        of this optimizer. All of it is checked before anything changes.

        Raises
        ------
        InputError
            if the state doesn't fit this optimizer, or isn't one.
        TypeError
            if it isn't a dict.

        >>> import numpy as np
        >>> first, second = np.ones(3), np.ones(3)
        >>> one, two = Adam(first), Adam(second)
        >>> one.step(first)
        >>> second[:] = first
        >>> two.load_state_dict(one.state_dict())
        >>> one.step(first), two.step(second), bool((first == second).all())
        (None, None, True)
        """
        loaded, lr = state.checked(data, self.settings, self._parameters)
        with uninterrupted():
            self._state.take(loaded)
            self.lr = lr

    def save(self, path: Path | str) -> None:
        """Write `state_dict` to an .npz file; until all of it is on disk, an old file stays.

        Raises
        ------
        InputError
            if the file can't be written.
        """
        replace_file(path, state.to_bytes(self.state_dict()))

    def load(self, path: Path | str) -> None:
        """Go on from a file that `save` wrote, as `load_state_dict` does.

        The file is read as data: nothing in it is run, and nothing is believed that wasn't checked.

        Raises
        ------
        InputError
            if the file can't be read, is damaged, or doesn't fit this optimizer.
        """
        self.load_state_dict(state.from_file(path))


class RAdam(Adam):
    """Adam with Liu's factor: ``Adam(..., rectification="liu")``, which says what is what.

    Source: Liu et al. 2019, algorithm 2.

    >>> import numpy as np
    >>> RAdam(np.zeros(3), betas=(0.9, 0.5))  # doctest: +NORMALIZE_WHITESPACE
    RAdam(1 array of 3 float64 numbers, step 0, lr=0.001, betas=(0.9, 0.5), eps=1e-08,
        rectification='liu', below='momentum', eps_mode='outside', never rectified with this beta2)
    """

    __slots__ = ()

    def __init__(
        self,
        params: Any,
        lr: float = 1e-3,
        betas: tuple[float, float] = (0.9, 0.999),
        eps: float = 1e-8,
        *,
        below: Below = "momentum",
        eps_mode: EpsMode = "outside",
    ) -> None:
        super().__init__(
            params, lr, betas, eps, rectification="liu", below=below, eps_mode=eps_mode
        )
