"""No number is in the code by accident: each is listed with its reason."""

import ast
from pathlib import Path

import pytest

from tests.literals import REASONS

PACKAGE = Path(__file__).parent.parent / "radam_sym"
MODULES = sorted(
    path.relative_to(PACKAGE).as_posix()
    for path in PACKAGE.rglob("*.py")
    if "generated" not in path.relative_to(PACKAGE).parts
)


def numbers(source: str) -> set[complex]:
    values = [node.value for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Constant)]
    return {
        value
        for value in values
        if isinstance(value, (int, float, complex)) and not isinstance(value, bool)
    }


@pytest.mark.parametrize("module", MODULES)
def test_every_number_in_a_module_is_listed_with_the_reason_that_it_is_there(module: str) -> None:
    listed = REASONS.get(module, {})
    assert numbers((PACKAGE / module).read_text(encoding="utf-8")) == set(listed)
    assert all(reason.strip() for reason in listed.values())


def test_what_is_listed_exists() -> None:
    assert [module for module in REASONS if module not in MODULES] == []


def test_numbers_are_found_wherever_they_stand() -> None:
    source = (
        "x = -2.5\ndef f(n=3, *, k=[4j]):\n    return f'{n:{5}}' + a[6:7] if True else 'eight'\n"
    )
    assert numbers(source) == {2.5, 3, 4j, 5, 6, 7}
