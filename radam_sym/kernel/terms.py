"""The expressions that the kernel admits, and how it looks inside them.

An expression is a SymPy tree over a whitelist of heads. SymPy is trusted with building these
trees (flattening sums and products, merging powers of one base, rational arithmetic) and with
nothing else; whatever is not on the list is refused. Substitution, replacement and equality up
to the names of bound variables are the kernel's own, because SymPy's capture.

A real sequence, a sequence of random variables and a Borel function of one real variable are
:class:`Family` objects of three kinds; ``X[i]`` is a :class:`Member`. Sequences are indexed by
all integers.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from sympy import Add, Basic, Expr, Integer, Lambda, Limit, Mul, Pow, Rational, Sum, Symbol, Tuple
from sympy import coth, exp, log, oo, tanh
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
KINDS = ("sequence", "random", "function")
ELEMENTARY = (exp, log, tanh, coth)


class Family(Basic):
    """A variable that stands for a sequence or a function: ``X[i]`` is one of its members."""

    def __new__(cls, name: str | Str, kind: str | Str = "sequence") -> Family:
        if str(kind) not in KINDS:
            raise ValueError(f"kind: {kind!s} is not one of {', '.join(KINDS)}")
        return super().__new__(cls, Str(str(name)), Str(str(kind)))

    @property
    def name(self) -> str:
        return str(self.args[0])

    @property
    def kind(self) -> str:
        return str(self.args[1])

    def __getitem__(self, index: Any) -> Member:
        return Member(self, index)

    __call__ = __getitem__

    def __iter__(self) -> Iterator[Any]:
        raise TypeError(f"{self.name} has a member for every integer; it can't be iterated")

    def map(self, function: Callable[[Any], Any]) -> Lambda:
        """The family whose i-th member is ``function(X[i])``."""
        i = Symbol("i", integer=True)
        return Lambda(i, function(self[i]))

    def _sympystr(self, printer: Any) -> str:
        return self.name

    def _latex(self, printer: Any) -> str:
        return printer._print(Symbol(self.name))


class _Real(Expr):
    """A head whose value is a real number, as far as SymPy is concerned."""

    is_real = True
    is_commutative = True


class Member(_Real):
    """X_i, or f(x): a member of a family."""

    def __new__(cls, family: Family, index: Any) -> Member:
        return super().__new__(cls, family, _expr(index))

    def _sympystr(self, printer: Any) -> str:
        family, index = self.args
        if family.kind == "function":
            return f"{family.name}({printer._print(index)})"
        return f"{family.name}[{printer._print(index)}]"

    def _latex(self, printer: Any, exp: str | None = None) -> str:
        family, index = self.args
        inner = printer._print(index)
        name = printer._print(family)
        text = rf"{name}\left({inner}\right)" if family.kind == "function" else f"{name}_{{{inner}}}"
        return text if exp is None else f"{text}^{{{exp}}}"


class _Moment(_Real):
    def __new__(cls, argument: Any) -> _Moment:
        return super().__new__(cls, _expr(argument))

    def _latex(self, printer: Any, exp: str | None = None) -> str:
        power = "" if exp is None else f"^{{{exp}}}"
        return rf"{self.symbol}{power}\left[{printer._print(self.args[0])}\right]"

    def _sympystr(self, printer: Any) -> str:
        return f"{type(self).__name__}({printer._print(self.args[0])})"


class E(_Moment):
    """The expectation of a random expression."""

    symbol = r"\operatorname{E}"


class Var(_Moment):
    """The variance of a random expression."""

    symbol = r"\operatorname{Var}"


class Definition(Basic):
    """A named abbreviation, ``name(parameters) := body``; calling it makes a term.

    ``notation`` is a LaTeX template in which ``{beta}`` stands for the argument of that name.
    The body is part of the object, so two definitions of one name are two different things.
    """

    def __new__(cls, name: Any, parameters: Any, body: Any, notation: Any = "") -> Definition:
        definition = super().__new__(
            cls, Str(str(name)), Tuple(*parameters), _expr(body), Str(str(notation))
        )
        for variable in variables(definition.body):
            if variable not in definition.parameters:
                raise ProofError("definition", f"{name}: {variable} is not one of its parameters")
        return definition

    name = property(lambda self: str(self.args[0]))
    parameters = property(lambda self: tuple(self.args[1]))
    body = property(lambda self: self.args[2])
    notation = property(lambda self: str(self.args[3]))

    def __call__(self, *arguments: Any) -> Applied:
        return Applied(self, *arguments)

    def _sympystr(self, printer: Any) -> str:
        return self.name


class Applied(_Real):
    """A definition applied to arguments: symbols, expressions, families."""

    def __new__(cls, definition: Definition, *arguments: Any) -> Applied:
        arguments = tuple(a if isinstance(a, (Family, Lambda)) else _expr(a) for a in arguments)
        if len(arguments) != len(definition.parameters):
            wanted = ", ".join(str(p) for p in definition.parameters)
            raise ProofError("definition", f"{definition.name} takes ({wanted})")
        return super().__new__(cls, definition, *arguments)

    @property
    def unfolded(self) -> Expr:
        definition, *arguments = self.args
        return substitute(
            definition.body, dict(zip(definition.parameters, arguments, strict=True))
        )

    def _sympystr(self, printer: Any) -> str:
        definition, *arguments = self.args
        return f"{definition.name}({', '.join(printer._print(a) for a in arguments)})"

    def _latex(self, printer: Any, exp: str | None = None) -> str:
        definition, *arguments = self.args
        shown = [printer._print(a.expr if isinstance(a, Lambda) else a) for a in arguments]
        if definition.notation:
            names = [str(p) for p in definition.parameters]
            text = definition.notation
            for name, argument in zip(names, shown, strict=True):
                text = text.replace("{" + name + "}", "{" + argument + "}")
        else:
            text = rf"\operatorname{{{definition.name}}}\left({', '.join(shown)}\right)"
        return text if exp is None else rf"\left({text}\right)^{{{exp}}}"


class Forall(Basic):
    """A relation for every value of one variable in its domain."""

    variable = property(lambda self: self.args[0])
    relation = property(lambda self: self.args[1])

    def _sympystr(self, printer: Any) -> str:
        shown = f"{printer._print(self.relation)}"
        return f"{shown} for every {domain(self.variable)} {self.variable}"


def _expr(value: Any) -> Expr:
    if isinstance(value, bool) or not isinstance(value, (int, Expr)):
        raise ProofError("terms", f"{value!r} is not an exact expression")
    return Integer(value) if isinstance(value, int) else value


# --- binders -------------------------------------------------------------------------------


def binder(term: Basic) -> tuple[Basic, Basic, tuple[Basic, ...]] | None:
    """(bound variable, body, what stands outside the binding), or None for other heads."""
    if isinstance(term, Sum):
        if len(term.limits) != 1 or len(term.limits[0]) != 3:
            raise ProofError("terms", "a sum has one index with both ends", term)
        index, low, high = term.limits[0]
        return index, term.function, (low, high)
    if isinstance(term, Limit):
        body, variable, point, direction = term.args
        return variable, body, (point, direction)
    if isinstance(term, Lambda):
        if len(term.variables) != 1:
            raise ProofError("terms", "a sequence is given by a function of one index", term)
        return term.variables[0], term.expr, ()
    if isinstance(term, Forall):
        return term.variable, term.relation, ()
    return None


def rebind(term: Basic, variable: Basic, body: Basic, outside: tuple[Basic, ...]) -> Basic:
    if isinstance(term, Sum):
        return Sum(body, (variable, *outside))
    if isinstance(term, Limit):
        return Limit(body, variable, *outside)
    return term.func(variable, body)


@lru_cache(maxsize=100_000)
def variables(term: Basic) -> frozenset[Basic]:
    """The free symbols and families of a term."""
    if isinstance(term, (Symbol, Family)):
        return frozenset([term])
    if isinstance(term, Definition) or not term.args:
        return frozenset()
    bound = binder(term)
    if bound is not None:
        variable, body, outside = bound
        if isinstance(term, Limit):
            outside = outside[:1]
        return (variables(body) - {variable}).union(*map(variables, outside))
    return frozenset().union(*map(variables, term.args))


def substitute(term: Basic, mapping: Mapping[Basic, Basic]) -> Any:
    """Put terms for free variables, all at once, renaming bound variables where they would
    capture. A family may be mapped to another or to a Lambda, whose members are then worked out.
    """
    mapping = {v: s for v, s in mapping.items() if v in variables(term) and v != s}
    if not mapping:
        return term
    if term in mapping:
        return mapping[term]
    if isinstance(term, Member):
        family, index = mapping.get(term.args[0], term.args[0]), substitute(term.args[1], mapping)
        if isinstance(family, Lambda):
            return substitute(family.expr, {family.variables[0]: index})
        return Member(family, index)
    bound = binder(term)
    if bound is not None:
        variable, body, outside = bound
        outside = tuple(substitute(part, mapping) for part in outside)
        inner = {v: s for v, s in mapping.items() if v != variable and v in variables(body)}
        ends = [part for part in outside if part != oo and not isinstance(term, Limit)]
        taken = frozenset().union(*map(variables, [*inner.values(), *ends]))
        if variable.name in {v.name for v in taken}:
            fresh = fresh_symbol(variable, taken | variables(body))
            body, variable = substitute(body, {variable: fresh}), fresh
        return rebind(term, variable, substitute(body, inner), outside)
    return term.func(*[substitute(argument, mapping) for argument in term.args])


def fresh_symbol(symbol: Symbol, taken: frozenset[Basic]) -> Symbol:
    """A symbol of the same domain whose name no variable in ``taken`` has."""
    names = {v.name for v in taken} | {symbol.name}
    number = 1
    while f"{symbol.name}_{number}" in names:
        number += 1
    return Symbol(f"{symbol.name}_{number}", **DOMAINS[domain(symbol)])


@lru_cache(maxsize=100_000)
def canonical(term: Basic, depth: int = 0) -> Any:
    """The term with its bound variables named by their depth: equal iff alike up to renaming."""
    if isinstance(term, (Symbol, Family, Definition)) or not term.args:
        return term
    bound = binder(term)
    if bound is not None:
        variable, body, outside = bound
        standard = Symbol(f"#{depth}", **DOMAINS[_bound_domain(term, variable)])
        outside = tuple(canonical(part, depth) for part in outside)
        body = substitute(body, {variable: standard})
        return rebind(term, standard, canonical(body, depth + 1), outside)
    return term.func(*[canonical(argument, depth) for argument in term.args])


def _bound_domain(term: Basic, variable: Basic) -> str:
    """Near infinity all that a domain says is whether the variable runs through integers."""
    if isinstance(term, Limit):
        return "integer" if variable.is_integer else "real"
    return domain(variable)


def alike(left: Basic, right: Basic) -> bool:
    """The same term up to the names of bound variables."""
    return bool(left == right) or bool(canonical(left) == canonical(right))


def replace(term: Basic, old: Basic, visit: Callable[[tuple[Basic, ...]], Basic]) -> Any:
    """Replace every occurrence of ``old`` by ``visit(path)``, path being the binders around it."""
    target = canonical(old)

    def walk(node: Basic, path: tuple[Basic, ...]) -> Any:
        if canonical(node) == target:
            return visit(path)
        if isinstance(node, (Symbol, Family, Definition)) or not node.args:
            return node
        bound = binder(node)
        if bound is not None:
            variable, body, outside = bound
            outside = tuple(walk(part, path) for part in outside)
            return rebind(node, variable, walk(body, (*path, node)), outside)
        return node.func(*[walk(argument, path) for argument in node.args])

    return walk(term, ())


def unfold(term: Basic, definition: Definition) -> Any:
    """The term with every application of a definition replaced by its body."""
    if isinstance(term, (Symbol, Family, Definition)) or not term.args:
        return term
    if isinstance(term, Applied):
        inner = Applied(term.args[0], *[unfold(a, definition) for a in term.args[1:]])
        return inner.unfolded if inner.args[0] == definition else inner
    bound = binder(term)
    if bound is not None:
        variable, body, outside = bound
        outside = tuple(unfold(part, definition) for part in outside)
        return rebind(term, variable, unfold(body, definition), outside)
    return term.func(*[unfold(argument, definition) for argument in term.args])


# --- what is admitted -----------------------------------------------------------------------


def domain(symbol: Symbol) -> str:
    """The name of a symbol's domain; refuses a symbol whose assumptions are not one of them."""
    given = symbol._assumptions_orig
    for name, assumptions in DOMAINS.items():
        if given == assumptions:
            return name
    raise ProofError(
        "terms",
        f"the domain of {symbol} is not one of: {', '.join(DOMAINS)}",
        symbol,
    )


def admit(term: Basic) -> None:
    """Refuse a term with a head that is not on the whitelist, or that SymPy would not rebuild."""
    _admit(term)
    one_domain_each([term])
    if rebuilt(term) != term:
        raise ProofError("terms", f"SymPy builds {rebuilt(term)} from the parts of this", term)


@lru_cache(maxsize=100_000)
def rebuilt(term: Basic) -> Any:
    """The term built again from its parts: what a reader of its data would get."""
    if not term.args or isinstance(term, (Family, Definition)):
        return term
    bound = binder(term)
    if bound is not None:
        variable, body, outside = bound
        return rebind(term, variable, rebuilt(body), tuple(map(rebuilt, outside)))
    return term.func(*map(rebuilt, term.args))


@lru_cache(maxsize=100_000)
def _admit(term: Basic) -> None:
    if isinstance(term, Symbol):
        if type(term) is not Symbol or not NAME.fullmatch(term.name):
            raise ProofError("terms", f"{term} is not a plain symbol with a plain name")
        domain(term)
        return
    if isinstance(term, Rational):
        return
    if isinstance(term, Applied):
        _admit_applied(term)
        return
    if isinstance(term, Member):
        family, index = term.args
        if not isinstance(family, Family):
            raise ProofError("terms", f"{family} is not a family", term)
        _admit(index)
        return
    bound = binder(term)
    if bound is not None:
        _admit_binder(term, *bound)
        return
    if type(term) not in (Add, Mul, Pow, E, Var, *ELEMENTARY):
        raise ProofError("terms", f"{type(term).__name__} is not an admitted head", term)
    for argument in term.args:
        _admit(argument)


def _admit_binder(
    term: Basic, variable: Basic, body: Basic, outside: tuple[Basic, ...]
) -> None:
    if type(term) not in (Sum, Limit):
        raise ProofError("terms", f"{type(term).__name__} stands for no number", term)
    _admit(variable)
    _admit(body)
    if variable in variables(term):
        raise ProofError("terms", f"{variable} means two things where it is bound", term)
    if isinstance(term, Sum):
        if domain(variable) != "integer":
            raise ProofError("terms", f"the index {variable} of a sum is declared integer=True only")
        for part in outside:
            _admit(part)
        return
    point, direction = outside
    if point != oo:
        _admit(point)
        if str(direction) not in ("+", "-"):
            raise ProofError("terms", "a limit at a finite point is from one side", term)
        if domain(variable) != "real":
            raise ProofError("terms", f"{variable} tends to a point: it is declared real=True only")


def _admit_applied(term: Applied) -> None:
    definition, *arguments = term.args
    if type(definition) is not Definition:
        raise ProofError("terms", f"{definition} is not a definition", term)
    _admit(definition.body)
    for parameter, argument in zip(definition.parameters, arguments, strict=True):
        if isinstance(parameter, Family):
            admit_family(parameter, argument)
        else:
            _admit(argument)


def admit_family(parameter: Family, argument: Basic) -> None:
    """Refuse what can't stand for a family: a random coefficient where a real one is meant."""
    if isinstance(argument, Lambda):
        variable, body, _ = binder(argument)  # type: ignore[misc]
        _admit(variable)
        _admit(body)
        if domain(variable) != ("real" if parameter.kind == "function" else "integer"):
            raise ProofError("terms", f"{parameter.name} has another kind of index", argument)
        if parameter.kind != "random" and is_random(body):
            raise ProofError("terms", f"{parameter.name} is not random, {argument} is", argument)
        return
    if not isinstance(argument, Family):
        raise ProofError("terms", f"{argument} is neither a family nor a Lambda", argument)
    if argument.kind != parameter.kind and (parameter.kind, argument.kind) != ("random", "sequence"):
        raise ProofError("terms", f"{parameter.name} is a {parameter.kind}, {argument} is not")


@lru_cache(maxsize=100_000)
def is_random(term: Basic) -> bool:
    """Whether a member of a random family stands in the term outside any E or Var."""
    if isinstance(term, (E, Var)):
        return False
    if isinstance(term, Family):
        return bool(term.kind == "random")
    if isinstance(term, Definition):
        return False
    return any(is_random(argument) for argument in term.args)


@lru_cache(maxsize=100_000)
def is_integral(term: Basic) -> bool:
    """Whether a term is an integer by its form: integers and integer symbols, added, multiplied."""
    if isinstance(term, (Integer, Symbol)):
        return bool(term.is_integer)
    if isinstance(term, (Add, Mul)):
        return all(map(is_integral, term.args))
    if isinstance(term, Pow):
        base, exponent = term.args
        return is_integral(base) and isinstance(exponent, Integer) and exponent >= 0
    return False


@lru_cache(maxsize=100_000)
def every_variable(term: Basic) -> frozenset[Basic]:
    """The free and the bound symbols and families of a term."""
    if isinstance(term, (Symbol, Family)):
        return frozenset([term])
    if isinstance(term, Definition):
        return frozenset()
    parts = term.args[:3] if isinstance(term, Limit) else term.args  # the fourth is a direction
    return frozenset().union(*map(every_variable, parts))


def one_domain_each(terms: list[Basic]) -> None:
    """Refuse two variables of one name, free or bound, in what belongs together."""
    seen: dict[str, Basic] = {}
    for variable in frozenset().union(*map(every_variable, terms)):
        if seen.setdefault(variable.name, variable) != variable:
            raise ProofError("terms", f"two variables of one name: {variable.name}")
