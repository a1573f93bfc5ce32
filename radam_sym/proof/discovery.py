"""Finding derivations: in a module, in a package, in what is installed."""

from __future__ import annotations

import difflib
import importlib
import pkgutil
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from importlib.metadata import entry_points
from pathlib import Path
from types import ModuleType

from radam_sym.errors import InputError
from radam_sym.kernel.errors import ProofError
from radam_sym.kernel.theorem import Theorem, genuine
from radam_sym.proof.derivation import Derivation

GROUP = "radam_sym.derivations"
Found = Derivation | Theorem


class Library(Mapping[str, Found]):
    """The derivations of a package by id; modules are imported when first asked, nothing is
    proved until a derivation's ``theorem`` is.

    >>> import derivations
    >>> derivations.theorems["ess.first"]
    <Derivation ess.first>
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._found: dict[str, Found] | None = None

    def _all(self) -> dict[str, Found]:
        if self._found is None:
            self._found = by_id(in_module(importlib.import_module(self._name)))
        return self._found

    def __getitem__(self, identifier: str) -> Found:
        found = self._all()
        if identifier not in found:
            raise KeyError(f"{identifier}{closest(identifier, found)}")
        return found[identifier]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())


def closest(identifier: str, known: Iterable[str]) -> str:
    """; did you mean ...?, where there is something to mean."""
    near = difflib.get_close_matches(identifier, known, n=3, cutoff=0.5)
    return f"; did you mean {' or '.join(near)}?" if near else ""


def in_module(module: ModuleType) -> list[Found]:
    """The derivations and theorems that a module defines; a package's modules are all looked in."""
    found = [value for part in modules(module) for value in defined_by(part)]
    return list({id(value): value for value in found}.values())


def modules(module: ModuleType) -> Iterator[ModuleType]:
    """A module and, where it is a package, the modules in it."""
    yield module
    for info in pkgutil.iter_modules(getattr(module, "__path__", [])):
        yield from modules(imported(f"{module.__name__}.{info.name}"))


def defined_by(module: ModuleType) -> list[Found]:
    """The derivations that a module defines and the theorems in it; not the axioms that it uses."""
    public = [value for name, value in vars(module).items() if not name.startswith("_")]
    return [
        value
        for value in public
        if (isinstance(value, Derivation) and value.module == module.__name__)
        or (isinstance(value, Theorem) and genuine(value).proof is not None)
    ]


def by_id(found: Iterable[Found]) -> dict[str, Found]:
    """Derivations by id; refuses two of one id."""
    named: dict[str, Found] = {}
    for derivation in found:
        other = named.setdefault(derivation.id, derivation)
        if other is not derivation:
            modules = dict.fromkeys(getattr(d, "module", "a theorem") for d in (other, derivation))
            where = " and ".join(modules)
            raise InputError(f"two derivations have the id {derivation.id} (in {where})")
    return named


def installed() -> dict[str, Found]:
    """What all installed packages offer under the entry-point group ``radam_sym.derivations``."""
    return by_id(found for module in installed_modules() for found in in_module(module))


def installed_modules() -> Iterator[ModuleType]:
    """The modules that installed packages name under that group, each once."""
    entries = {entry.module: entry.name for entry in entry_points(group=GROUP)}
    for module, name in entries.items():
        try:
            yield imported(module)
        except LookupError:
            raise InputError(
                f"module {module} can't be found; the entry point {name} of {GROUP} names it"
            ) from None


def imported(name: str) -> ModuleType:
    """A module by name; what goes wrong in it is told in one line.

    Raises LookupError where there is no such module, InputError where it does not import, and
    ProofError where it does not because a proof in it is refused.
    """
    try:
        return importlib.import_module(name)
    except ProofError as error:
        error.reason = f"{error.reason} (while module {name} was imported)"
        raise
    except ModuleNotFoundError as error:
        if error.name is not None and (name == error.name or name.startswith(error.name + ".")):
            raise LookupError(name) from None
        raise InputError(f"module {name} does not import: {error}") from None
    except (Exception, SystemExit) as error:
        what = " ".join(f"{type(error).__name__}: {error}".split())
        raise InputError(f"module {name} does not import: {what}") from None


def named(names: Iterable[str]) -> dict[str, Found]:
    """What some ids, beginnings of ids or modules name; everything installed for no names.

    Modules are looked for in the current folder, too.
    """
    with suppress(OSError):  # it may be gone
        if (here := str(Path.cwd())) not in sys.path:
            sys.path.insert(0, here)
    names = list(names)
    everything = {} if names and all(map(_is_module, names)) else installed()
    if not names:
        return everything
    chosen: dict[str, Found] = {}
    for name in names:
        begins = {k: d for k, d in everything.items() if k == name or k.startswith(f"{name}.")}
        chosen |= begins or _of_module(name, everything)
    return chosen


def _is_module(name: str) -> bool:
    return Path(f"{name.replace('.', '/')}.py").exists()


def _of_module(name: str, known: Iterable[str]) -> dict[str, Found]:
    try:
        found = by_id(in_module(imported(name)))
    except LookupError:
        hint = closest(name, known) or (
            f"; leave out .py: {name[:-3].replace('/', '.')}" if name.endswith(".py") else ""
        )
        raise InputError(
            f"{name!r} is neither the id of a theorem nor a module that can be found{hint}"
        ) from None
    if not found:
        raise InputError(f"module {name} holds no derivations")
    return found
