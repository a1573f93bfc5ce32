"""What the kernel's own source does and does not use."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import radam_sym.kernel

FOLDER = Path(radam_sym.kernel.__file__).parent
MODULES = sorted(FOLDER.glob("*.py"))
FORBIDDEN = {
    "N",
    "__import__",
    "cancel",
    "doit",
    "equals",
    "eval",
    "evalf",
    "exec",
    "expand",
    "getattr",
    "is_zero",
    "limit",
    "nsimplify",
    "parse_expr",
    "refine",
    "series",
    "simplify",
    "solve",
    "subs",
    "sympify",
    "together",
    "xreplace",
}
OWN = {"limit", "series"}  # rules of these names, and arguments; SymPy's would be imported


def imported(tree: ast.AST) -> Iterator[tuple[str, str]]:
    """The modules that are imported, and the names from them."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, "") for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0
            yield from ((str(node.module), alias.name) for alias in node.names)


def used(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """Every name that is read, called, asked of an object or imported, with its line."""
    own = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
    own |= {node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)}
    own |= {name for module, name in imported(tree) if module.startswith("radam_sym.kernel.")}
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id not in own & OWN:
            yield node.id, node.lineno
        elif isinstance(node, ast.Attribute):
            yield node.attr, node.lineno
        elif isinstance(node, ast.ImportFrom):
            names = {alias.name for alias in node.names}
            yield from ((name, node.lineno) for name in names - own & OWN)


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.name)
def test_what_decides_nothing_is_not_used(module: Path) -> None:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    assert [(name, line) for name, line in used(tree) if name in FORBIDDEN] == []


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.name)
def test_there_are_no_floating_point_numbers(module: Path) -> None:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    numbers = [node for node in ast.walk(tree) if isinstance(node, ast.Constant)]
    assert [n.lineno for n in numbers if isinstance(n.value, (float, complex))] == []
    assert "float" not in {name for name, _ in used(tree)}


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.name)
def test_only_sympy_flint_and_the_standard_library_are_trusted(module: Path) -> None:
    allowed = {*sys.stdlib_module_names, "sympy", "flint"} - {
        "pickle",
        "marshal",
        "shelve",
        "importlib",
    }
    for name, _ in imported(ast.parse(module.read_text(encoding="utf-8"))):
        top = name.partition(".")[0]
        own = name == "radam_sym.errors" or name.startswith("radam_sym.kernel.")
        assert own if top == "radam_sym" else top in allowed, name


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.name)
def test_nothing_is_asserted_that_has_to_be_refused(module: Path) -> None:
    """An assert disappears under python -O; it may say only what a type checker can't see."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Assert):
            assert ast.unparse(node.test).endswith("is not None")


def test_every_import_stands_at_the_top() -> None:
    for module in MODULES:
        tree = ast.parse(module.read_text(encoding="utf-8"))
        top = [node for node in tree.body if isinstance(node, (ast.Import, ast.ImportFrom))]
        every = [n for n in ast.walk(tree) if isinstance(n, (ast.Import, ast.ImportFrom))]
        assert len(top) == len(every), module


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("from sympy import limit", {"limit"}),
        ("from radam_sym.kernel.series import series\nseries(x)", set()),
        ("def f(series):\n    return series.limit(x)", {"limit"}),
        ("from sympy import series\nfrom radam_sym.kernel.series import laurent", {"series"}),
        ("x = expand(y).simplify()", {"expand", "simplify"}),
    ],
)
def test_what_is_ours_is_told_from_what_is_sympys(source: str, found: set[str]) -> None:
    assert {name for name, _ in used(ast.parse(source)) if name in FORBIDDEN} == found
