from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from radam_sym import InputError
from radam_sym.optimizer.settings import BELOW, Settings, checked_settings, nonnegative

GOOD: dict[str, Any] = {
    "betas": (0.9, 0.999),
    "eps": 1e-8,
    "rectification": None,
    "below": None,
    "eps_mode": "outside",
}


def told(error: type[Exception], **changes: Any) -> str:
    with pytest.raises(error) as caught:
        checked_settings(**{**GOOD, **changes})
    message = str(caught.value)
    assert "\n" not in message
    return message


def test_numbers_become_plain_floats() -> None:
    made = checked_settings([np.float32(0.5), 0], np.int64(0), "simple", None, "inside")
    assert made == Settings((0.5, 0.0), 0.0, "simple", None, "inside")
    assert [type(x) for x in (*made.betas, made.eps)] == [float] * 3


def test_the_exact_factor_restrains_beta2_alone() -> None:
    made = checked_settings((0, 1e-50), 0, "exact", None, "outside")
    assert made.betas == (0.0, 1e-50)


def test_minus_zero_is_zero() -> None:
    made = checked_settings((-0.0, -0.0), -0.0, None, None, "outside")
    assert str(made) == "betas=(0.0, 0.0), eps=0.0, eps_mode='outside'"


@pytest.mark.parametrize("below", BELOW)
def test_below_is_kept_with_lius_factor(below: str) -> None:
    assert checked_settings(**{**GOOD, "rectification": "liu", "below": below}).below == below


def test_below_is_the_papers_own_unless_it_is_chosen() -> None:
    assert checked_settings(**{**GOOD, "rectification": "liu"}).below == "momentum"
    assert checked_settings(**{**GOOD, "rectification": "simple"}).below is None


@pytest.mark.parametrize("kind", [None, "simple", "rational", "matched", "skewed", "exact"])
@pytest.mark.parametrize("below", [*BELOW, "nonsense"])
def test_below_has_a_meaning_with_lius_factor_only(kind: str | None, below: str) -> None:
    message = told(InputError, rectification=kind, below=below)
    assert message.startswith(f"below = {below!r} has no meaning with rectification={kind!r}")


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        ({"betas": (1, 0.999)}, "betas[0] = 1.0: it must be at least 0 and less than 1"),
        ({"betas": (0.9, -0.1)}, "betas[1] = -0.1: it must be at least 0 and less than 1"),
        ({"betas": (0.9, float("nan"))}, "betas[1] = nan: it must be at least 0 and less than 1"),
        (
            {"betas": (0.9, 0), "rectification": "exact"},
            "betas[1] = 0.0: it must be at least 1e-50 and less than 1",
        ),
        (
            {"betas": (1.5, 0.9), "rectification": "exact"},
            "betas[0] = 1.5: it must be at least 0 and less than 1",
        ),
        ({"betas": (0.9,)}, "betas holds 1 values; pass a pair, (beta1, beta2)"),
        ({"betas": (0.9, 0.99, 0.999)}, "betas holds 3 values; pass a pair, (beta1, beta2)"),
        ({"eps": -1e-8}, "eps = -1e-08: it must be at least 0 and finite"),
        ({"eps": float("inf")}, "eps = inf: it must be at least 0 and finite"),
        ({"eps": 10**400}, "eps is beyond the range of float64"),
        (
            {"rectification": "lui"},
            "rectification = 'lui'; did you mean 'liu'? "
            "accepted: 'simple', 'liu', 'rational', 'matched', 'skewed', 'exact'",
        ),
        (
            {"rectification": "liu", "below": "gate4"},
            "below = 'gate4'; did you mean 'gate5'? accepted: 'momentum', 'zero', 'skip', 'gate5'",
        ),
        (
            {"eps_mode": "uncorrected"},
            "eps_mode = 'uncorrected'; did you mean 'outside-uncorrected'? "
            "accepted: 'outside', 'inside', 'outside-uncorrected'",
        ),
    ],
)
def test_a_bad_value_is_one_line(changes: dict[str, Any], line: str) -> None:
    assert told(InputError, **changes) == line


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        ({"betas": 0.9}, "betas is of type float; pass a pair, (beta1, beta2)"),
        ({"betas": "ab"}, "betas is of type str; pass a pair, (beta1, beta2)"),
        ({"betas": ("0.9", 0.999)}, "betas[0] is of type str; pass a real number"),
        ({"betas": (0.9, True)}, "betas[1] is of type bool; pass a real number"),
        ({"eps": None}, "eps is of type NoneType; pass a real number"),
        ({"eps": 1j}, "eps is of type complex; pass a real number"),
        ({"eps": np.array([1e-8])}, "eps is of type ndarray; pass a real number"),
        (
            {"rectification": True},
            "rectification is of type bool; "
            "accepted: 'simple', 'liu', 'rational', 'matched', 'skewed', 'exact'",
        ),
        (
            {"eps_mode": None},
            "eps_mode is of type NoneType; accepted: 'outside', 'inside', 'outside-uncorrected'",
        ),
    ],
)
def test_a_bad_type_is_one_line(changes: dict[str, Any], line: str) -> None:
    assert told(TypeError, **changes) == line


def test_the_error_names_the_argument() -> None:
    with pytest.raises(InputError, match=r"^lr = -1\.0"):
        nonnegative("lr", -1)
