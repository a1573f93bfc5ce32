"""What is chosen when an optimizer is made, checked."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from radam_sym.errors import InputError
from radam_sym.factors import KINDS, LEAST_RATES, one_of

BELOW = ("momentum", "zero", "skip", "gate5")
EPS_MODES = ("outside", "inside", "outside-uncorrected")


@dataclass(frozen=True)
class Settings:
    """What makes a run one method; the learning rate, which schedules change, is not in here."""

    betas: tuple[float, float]
    eps: float
    rectification: str | None
    below: str | None
    eps_mode: str

    def __str__(self) -> str:
        shown = {name: value for name, value in vars(self).items() if value is not None}
        return ", ".join(f"{name}={value!r}" for name, value in shown.items())


def checked_settings(
    betas: object, eps: object, rectification: object, below: object, eps_mode: object
) -> Settings:
    """The settings, if each has a meaning; below=None is the paper's own where there is a choice.

    >>> print(checked_settings((0.9, 0.999), 1e-8, "liu", None, "outside"))
    betas=(0.9, 0.999), eps=1e-08, rectification='liu', below='momentum', eps_mode='outside'
    """
    kind = None if rectification is None else one_of("rectification", rectification, KINDS)
    if kind == "liu":
        choice = "momentum" if below is None else one_of("below", below, BELOW)
    elif below is None:
        choice = None
    else:
        raise InputError(
            f"below = {below!r} has no meaning with rectification={kind!r}, "
            "which is defined at every step; leave it out or pass rectification='liu'"
        )
    return Settings(
        betas=_rates(betas, LEAST_RATES.get(kind or "", 0)),
        eps=nonnegative("eps", eps),
        rectification=kind,
        below=choice,
        eps_mode=one_of("eps_mode", eps_mode, EPS_MODES),
    )


def nonnegative(argument: str, value: object) -> float:
    """The value as a float, if it is a number from 0 that is finite."""
    number = _real(argument, value)
    if not 0 <= number < math.inf:
        raise InputError(f"{argument} = {number!r}: it must be at least 0 and finite")
    return abs(number)  # not −0.0


def _rates(betas: object, least: float) -> tuple[float, float]:
    if not isinstance(betas, (tuple, list)):
        raise TypeError(f"betas is of type {type(betas).__name__}; pass a pair, (beta1, beta2)")
    if len(betas) != 2:
        raise InputError(f"betas holds {len(betas)} values; pass a pair, (beta1, beta2)")
    return _rate("betas[0]", betas[0], 0), _rate("betas[1]", betas[1], least)


def _rate(argument: str, value: object, least: float) -> float:
    number = _real(argument, value)
    if not least <= number < 1:
        raise InputError(f"{argument} = {number!r}: it must be at least {least:g} and less than 1")
    return abs(number)


def _real(argument: str, value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float, np.integer, np.floating)):
        raise TypeError(f"{argument} is of type {type(value).__name__}; pass a real number")
    try:
        return float(value)
    except OverflowError:
        raise InputError(f"{argument} is beyond the range of float64") from None
