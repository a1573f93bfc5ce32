"""Mutants of the kernel, and a small runner that tries the kernel's tests on one of them.

A mutant is a module of the kernel in which one refusal, one requirement, one condition or one
half of a guard is gone. Each is tried in a process of its own, forked from one that has SymPy and
the kernel loaded, so that a mutant costs a fraction of a second.
"""

from __future__ import annotations

import ast
import copy
import gc
import importlib
import inspect
import itertools
import operator
import os
import resource
import signal
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.util import spec_from_loader
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any, NamedTuple

import radam_sym.kernel

ROOT = Path(__file__).parent.parent.parent
KERNEL = ROOT / "radam_sym" / "kernel"
TESTS = Path(__file__).parent
CPU_SECONDS = 12  # after which a mutant counts as noticed: all tests together take half of that
SECONDS = 60  # the same, for one that only waits
STRONGER = {"IMPLIES": ("<", "<=", "=", "!="), "SETTLES": ("<", "<=", "=", "!=")}


class Mutant(NamedTuple):
    """A module with one thing changed."""

    module: str
    line: int
    what: str
    tree: ast.Module
    change: Callable[[], None]

    def __str__(self) -> str:
        return f"radam_sym/kernel/{self.module}.py:{self.line}: {self.what}"

    def code(self) -> CodeType:
        """The module's code, changed; the tree is changed for good, so call this in a child."""
        self.change()
        ast.fix_missing_locations(self.tree)
        return compile(self.tree, str(KERNEL / f"{self.module}.py"), "exec")


def mutants() -> Iterator[Mutant]:
    """Every mutant of every module."""
    for path in sorted(KERNEL.glob("*.py")):
        if not path.stem.startswith("__"):
            yield from mutants_of(path)


def mutants_of(path: Path) -> Iterator[Mutant]:
    """The mutants of one module."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for line, what, change in changes(tree):
        yield Mutant(path.stem, line, what, tree, change)


Change = tuple[int, str, Callable[[], None]]


def changes(tree: ast.Module) -> Iterator[Change]:
    """What can be changed in a tree: where, what, and a function that does it in place."""
    for parent in ast.walk(tree):
        for name, field in ast.iter_fields(parent):
            if isinstance(field, list):
                for index, node in enumerate(field):
                    for what, new in replacements(node):
                        yield node.lineno, what, partial(operator.setitem, field, index, new)
            elif isinstance(field, ast.AST):
                for what, new in replacements(field):
                    line = getattr(field, "lineno", 0)
                    yield line, what, partial(setattr, parent, name, new)


def replacements(node: Any) -> Iterator[tuple[str, ast.AST]]:
    """What a node may be replaced by."""
    if isinstance(node, ast.Raise):
        yield f"does not {ast.unparse(node)}", ast.Pass()
    elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
        yield f"does not call {ast.unparse(node)}", ast.Pass()
    elif isinstance(node, ast.Expr) and isinstance(node.value, (ast.Yield, ast.YieldFrom)):
        nothing = ast.YieldFrom(ast.Tuple([], ast.Load()))
        yield f"does not {ast.unparse(node)}", ast.Expr(nothing)
    elif isinstance(node, ast.BoolOp):
        for index, operand in enumerate(node.values):
            rest = [value for k, value in enumerate(node.values) if k != index]
            new = rest[0] if len(rest) == 1 else ast.BoolOp(node.op, rest)
            yield f"{ast.unparse(node)}: without {ast.unparse(operand)}", new
    elif isinstance(node, (ast.Assign, ast.AnnAssign)) and isinstance(node.value, ast.Dict):
        target = node.targets[0] if isinstance(node, ast.Assign) else node.target
        for index, op in enumerate(STRONGER.get(getattr(target, "id", ""), ())):
            yield from _stronger(node, ast.unparse(target), index, op)


def _stronger(node: Any, table: str, _: int, op: str) -> Iterator[tuple[str, ast.AST]]:
    """The tables of what one relation implies, with one entry more."""
    for row, (key, value) in enumerate(zip(node.value.keys, node.value.values, strict=True)):
        if op not in ast.literal_eval(value):
            more = copy.deepcopy(node)
            more.value.values[row].elts.append(ast.Constant(op))
            yield f"{table}: {ast.literal_eval(key)} gives {op} too", more


# --- trying one -----------------------------------------------------------------------------------


class Replaced(MetaPathFinder, Loader):
    """Imports one module from given code."""

    def __init__(self, name: str, code: CodeType) -> None:
        self.name = name
        self.code = code

    def find_spec(self, name: str, path: Any, target: Any = None) -> ModuleSpec | None:
        if name != self.name:
            return None
        origin = self.code.co_filename
        return spec_from_loader(name, self, origin=origin)

    def exec_module(self, module: ModuleType) -> None:
        exec(self.code, vars(module))


def test_modules(first: str) -> list[str]:
    """The kernel's test modules, the mirror of a module first."""
    names = [path.stem for path in sorted(TESTS.glob("test_*.py"))]
    rest = [name for name in names if name not in (f"test_{first}", "test_mutation", "test_source")]
    return [name for name in (f"test_{first}",) if name in names] + rest


def depends_on(module: str) -> set[str]:
    """The modules of the kernel that would not be what they are without one of them, and that."""
    sources = {path.stem: path.read_text(encoding="utf-8") for path in KERNEL.glob("*.py")}
    found, before = {module}, 0
    while len(found) > before:
        before = len(found)
        found |= {
            name
            for name, source in sources.items()
            if any(f"from radam_sym.kernel.{other} import" in source for other in found)
        }
    return {f"radam_sym.kernel.{name}" for name in found}


def is_noticed(mutant: Mutant) -> bool:
    """Whether a test fails with the mutant in the place of its module."""
    stale = depends_on(mutant.module)
    for name in list(sys.modules):
        if name in stale or name.startswith(("derivations", "radam_sym.proof", "tests.")):
            del sys.modules[name]
    for name in stale:  # ``from radam_sym.kernel import name`` takes what the package has
        vars(radam_sym.kernel).pop(name.rpartition(".")[2], None)
    sys.meta_path.insert(0, Replaced(f"radam_sym.kernel.{mutant.module}", mutant.code()))
    try:
        for name in test_modules(mutant.module):
            run(importlib.import_module(f"tests.kernel.{name}"))
    except BaseException:
        return True
    return False


def run(module: ModuleType) -> None:
    """Run the tests of a module that need no fixtures and draw no examples."""
    for name, test in list(vars(module).items()):
        if name.startswith("test_") and inspect.isfunction(test):
            marks = getattr(test, "pytestmark", [])
            rows = [_rows(mark) for mark in marks if mark.name == "parametrize"]
            wanted = set(inspect.signature(test).parameters)
            drawn = hasattr(test, "hypothesis") or any(mark.name == "slow" for mark in marks)
            for row in itertools.product(*rows):
                arguments = {name: value for part in row for name, value in part.items()}
                if set(arguments) == wanted and not drawn:
                    test(**arguments)


def _rows(mark: Any) -> list[dict[str, Any]]:
    """The arguments that a mark ``parametrize`` gives, one by one."""
    names, values = mark.args[:2]
    names = [name.strip() for name in names.split(",")] if isinstance(names, str) else list(names)
    rows = [getattr(value, "values", value) if len(names) > 1 else (value,) for value in values]
    return [dict(zip(names, row, strict=True)) for row in rows]


def survivors(workers: int) -> tuple[int, list[Mutant]]:
    """How many mutants there are, and those that no test notices."""
    pending, count = mutants(), 0
    running: dict[int, tuple[Mutant, float]] = {}
    survived: list[Mutant] = []
    while True:
        while len(running) < workers and (mutant := next(pending, None)) is not None:
            running[_fork(mutant)] = mutant, time.monotonic()
            count += 1
        if not running:
            return count, survived
        for pid, (mutant, began) in list(running.items()):
            done, status = os.waitpid(pid, os.WNOHANG)
            if done:
                del running[pid]
                if os.waitstatus_to_exitcode(status) == 0:
                    survived.append(mutant)
            elif time.monotonic() - began > SECONDS:
                os.kill(pid, signal.SIGKILL)
        time.sleep(0.002)


def _fork(mutant: Mutant) -> int:
    pid = os.fork()
    if pid:
        return pid
    try:
        gc.disable()
        resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
        quiet = os.open(os.devnull, os.O_WRONLY)
        os.dup2(quiet, 1)
        os.dup2(quiet, 2)
        noticed = is_noticed(mutant)
    except BaseException:
        noticed = True
    os._exit(1 if noticed else 0)


def main() -> int:
    """Print the mutants that survive; the last line says how many there were."""
    importlib.import_module("hypothesis")
    importlib.import_module("pytest")
    for path in KERNEL.glob("[a-z]*.py"):
        importlib.import_module(f"radam_sym.kernel.{path.stem}")
    lowest = next(mutants_of(KERNEL / "errors.py"))  # on which almost every other module depends
    unchanged = lowest._replace(change=lambda: None)
    if os.waitstatus_to_exitcode(os.waitpid(_fork(unchanged), 0)[1]):
        print(f"what isn't changed is noticed, too: is {CPU_SECONDS} s enough for all tests here?")
        return 1
    total, left = survivors(os.cpu_count() or 1)
    for survivor in left:
        print(survivor)
    print(f"{len(left)} of {total} mutants survive")
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main())
