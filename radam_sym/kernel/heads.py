"""The heads of the kernel's own, beside SymPy's, and the domains that a symbol may have.

A real sequence, one that begins at 1, a sequence of random variables, a Borel function of one real
variable and one of a positive variable are :class:`Family` objects of five kinds; ``X[i]`` is a
:class:`Member`. Other sequences are indexed by all integers.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import sympy
from sympy import Basic, Expr, Integer, Lambda, Symbol, Tuple, coth, exp, gamma, log, tanh
from sympy.core.symbol import Str

from radam_sym.kernel.errors import ProofError

DOMAINS: dict[str, dict[str, bool]] = {
    "real": {"real": True},
    "nonnegative": {"nonnegative": True},
    "positive": {"positive": True},
    "integer": {"integer": True},
    "nonnegative integer": {"integer": True, "nonnegative": True},
    "positive integer": {"integer": True, "positive": True},
}
NAME = re.compile(r"[^\W\d]\w*")
FUNCTIONS = ("function", "positive function")
KINDS = ("sequence", "positive sequence", "random", *FUNCTIONS)
ELEMENTARY = (exp, log, tanh, coth, gamma)


def domain(symbol: Basic) -> str:
    """The name of a symbol's domain; refuses a symbol whose assumptions are not one of them."""
    if type(symbol) is Symbol:
        for name, assumptions in DOMAINS.items():
            if symbol._assumptions_orig == assumptions:
                return name
    raise ProofError("terms", f"{symbol} is not a symbol whose domain is: {', '.join(DOMAINS)}")


class Integral(sympy.Integral):  # type: ignore[misc]
    """An integral; SymPy's own works out the sign of one without free variables in floats."""

    is_number = False


class Family(Basic):  # type: ignore[misc]
    """A variable that stands for a sequence or a function: ``X[i]`` is one of its members."""

    def __new__(cls, name: str | Str, kind: str | Str = "sequence") -> Family:
        """Refuse a name that is not plain, and a kind that is not one of the five."""
        if not NAME.fullmatch(str(name)):
            raise ProofError("terms", f"{name!s} is not a plain name")
        if str(kind) not in KINDS:
            raise ProofError("terms", f"{kind!s} is not one of {', '.join(KINDS)}")
        made: Family = super().__new__(cls, Str(str(name)), Str(str(kind)))
        return made

    name = property(lambda self: self.args[0].name)
    kind = property(lambda self: self.args[1].name)

    def __getitem__(self, index: Any) -> Member:
        return Member(self, index)

    __call__ = __getitem__

    def __iter__(self) -> Iterator[Any]:
        raise TypeError(f"{self.name} has a member for every integer; it can't be iterated")

    def map(self, function: Callable[[Any], Any]) -> Lambda:
        """The family whose i-th member is ``function(X[i])``."""
        i = Symbol("i", integer=True)
        return Lambda(i, function(self[i]))

    def _sympystr(self, printer: Any) -> Any:
        return self.name

    def _latex(self, printer: Any) -> Any:
        return printer._print(Symbol(self.name))


class _Real(Expr):  # type: ignore[misc]
    """A head whose value is a real number, as far as SymPy is concerned."""

    is_real = True
    is_commutative = True


class Member(_Real):
    """X_i, or f(x): a member of a family."""

    def __new__(cls, family: Basic, index: Any) -> Member:
        """Refuse an index that is not exact."""
        made: Member = super().__new__(cls, family, exact(index))
        return made

    def _sympystr(self, printer: Any) -> Any:
        family, index = self.args
        if family.kind in FUNCTIONS:
            return f"{family.name}({printer._print(index)})"
        return f"{family.name}[{printer._print(index)}]"

    def _latex(self, printer: Any) -> Any:
        family, index = self.args
        inner = printer._print(index)
        name = printer._print(family)
        if family.kind in FUNCTIONS:
            return rf"{name}\left({inner}\right)"
        return f"{name}_{{{inner}}}"


class _Moment(_Real):
    def __new__(cls, argument: Any) -> _Moment:
        """Refuse an argument that is not exact."""
        made: _Moment = super().__new__(cls, exact(argument))
        return made

    def _latex(self, printer: Any) -> Any:
        return rf"{self.symbol}\left[{printer._print(self.args[0])}\right]"

    def _sympystr(self, printer: Any) -> Any:
        return f"{type(self).__name__}({printer._print(self.args[0])})"


class E(_Moment):
    """The expectation of a random expression."""

    symbol = r"\operatorname{E}"


class Var(_Moment):
    """The variance of a random expression."""

    symbol = r"\operatorname{Var}"


class Definition(Basic):  # type: ignore[misc]
    """A named abbreviation, ``name(parameters) := body``; calling it makes a term.

    ``notation`` is a LaTeX template in which ``{beta}`` stands for the argument of that name.
    The body is part of the object, so two definitions of one name are two different things.
    """

    def __new__(cls, name: Any, parameters: Any, body: Any, notation: Any = "") -> Definition:
        """Refuse a body that is not exact."""
        made: Definition = super().__new__(
            cls, Str(str(name)), Tuple(*parameters), exact(body), Str(str(notation))
        )
        return made

    name = property(lambda self: self.args[0].name)
    parameters = property(lambda self: tuple(self.args[1]))
    body = property(lambda self: self.args[2])
    notation = property(lambda self: self.args[3].name)

    def __call__(self, *arguments: Any) -> Applied:
        """The term that the definition makes of some arguments."""
        return Applied(self, *arguments)

    def _sympystr(self, printer: Any) -> Any:
        return self.name


class Applied(_Real):
    """A definition applied to arguments: symbols, expressions, families."""

    def __new__(cls, definition: Definition, *arguments: Any) -> Applied:
        """Refuse arguments that are too many, too few or not exact."""
        arguments = tuple(a if isinstance(a, (Family, Lambda)) else exact(a) for a in arguments)
        if len(arguments) != len(definition.parameters):
            wanted = ", ".join(str(p) for p in definition.parameters)
            raise ProofError("definition", f"{definition.name} takes ({wanted})")
        made: Applied = super().__new__(cls, definition, *arguments)
        return made

    def _sympystr(self, printer: Any) -> Any:
        definition, *arguments = self.args
        return f"{definition.name}({', '.join(printer._print(a) for a in arguments)})"

    def _latex(self, printer: Any) -> Any:
        definition, *arguments = self.args
        shown = [printer._print(a.expr if isinstance(a, Lambda) else a) for a in arguments]
        if not definition.notation:
            return rf"\operatorname{{{definition.name}}}\left({', '.join(shown)}\right)"
        named = dict(zip(map(str, definition.parameters), shown, strict=True))
        text = re.sub(r"\{(\w+)\}", lambda m: f"{{{named.get(m[1], m[1])}}}", definition.notation)
        if "^" in text:  # what is raised to a power may not have two superscripts
            text = f"{{{text}}}"
        silent = [  # what the notation leaves out and is not what one expects
            told
            for p, argument, told in zip(definition.parameters, arguments, shown, strict=True)
            if f"{{{p}}}" not in definition.notation and argument != p
        ]
        return rf"{text}\left({', '.join(silent)}\right)" if silent else text


class Forall(Basic):  # type: ignore[misc]
    """A relation for every value of one variable in its domain."""

    variable = property(lambda self: self.args[0])
    relation = property(lambda self: self.args[1])

    def _sympystr(self, printer: Any) -> Any:
        shown = f"{printer._print(self.relation)}"
        return f"{shown} for every {domain(self.variable)} {self.variable}"


def exact(value: Any) -> Expr:
    """An expression as it is, a Python integer as SymPy's; refuses all else, floats above all."""
    if isinstance(value, bool) or not isinstance(value, (int, Expr)):
        raise ProofError("terms", f"{value!r} is not an exact expression")
    return Integer(value) if isinstance(value, int) else value
