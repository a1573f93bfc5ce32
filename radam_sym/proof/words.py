"""What a proof says, in words and TeX, line by line; the renderings put it on a page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from sympy import Add, Basic, Expr, Integer, Lambda, Limit, Pow, Sum, Symbol, powsimp
from sympy.printing.latex import LatexPrinter
from sympy.printing.precedence import PRECEDENCE
from sympy.printing.pretty.pretty_symbology import pretty_symbol
from sympy.printing.str import StrPrinter

from radam_sym.kernel.context import sign_key
from radam_sym.kernel.formulas import Predicate, Relation
from radam_sym.kernel.heads import Family, Forall, domain
from radam_sym.kernel.rules import Step
from radam_sym.kernel.terms import alike, substitute
from radam_sym.kernel.theorem import Cases, Chain, Cited, Combined, Induction, Theorem

SHOWN_REASONS = 4  # of an inequality: more would not be read
SIGNS = {"=": "=", "!=": r"\ne", "<": "<", "<=": r"\le"}
PLAIN_SIGNS = {"=": "=", "!=": "≠", "<": "<", "<=": "≤"}
SUM_WORDS = {
    "split": "split the sum",
    "single": "a sum of one term",
    "empty": "an empty sum",
    "constant": "equal terms",
    "linear": "linearity of the sum",
    "shift": "shift the index",
    "reverse": "reverse the order",
}
INTEGRAL_WORDS = {"linear": "linearity of the integral", "substitute": "substitution"}
RULE_WORDS = {
    "algebra": "algebra",
    "dominated": "dominated convergence",
    "hyperbolic": "in exponentials",
    "radical": "the squares agree",
    "series": "by its power series",
}
PREDICATE_WORDS = {
    "independent": "independent",
    "identical": "of one distribution",
    "nonnegative": "not negative",
    "normal": "standard normal",
}
DOMAIN_WORDS = {
    "real": "real",
    "nonnegative": "nonnegative",
    "positive": "positive",
    "integer": "an integer",
    "nonnegative integer": "= 0, 1, 2, …",
    "positive integer": "= 1, 2, 3, …",
}
KIND_WORDS = {
    "sequence": "a sequence",
    "positive sequence": "a sequence that begins at 1",
    "random": "a sequence, random or not",
    "function": "a function",
    "positive function": "a function of positive numbers",
}


@dataclass(frozen=True)
class Words:
    """A line of prose in which some parts are mathematics: ('text', ...) and ('math', term)."""

    parts: tuple[tuple[str, Any], ...]

    def told(self, mathematics: Any) -> str:
        """The line, with each piece of mathematics turned into text by a function."""
        return "".join(mathematics(p) if kind == "math" else p for kind, p in self.parts)


def words(*parts: Any) -> Words:
    """Text as it is, terms and formulas as mathematics."""
    return Words(tuple(("text", p) if isinstance(p, str) else ("math", p) for p in parts))


class Commuting(Expr):  # type: ignore[misc]
    """A limit that SymPy's printers may put into a fraction; its own doesn't commute for them."""

    is_commutative = True
    precedence = PRECEDENCE["Mul"]


def commuting(term: Any) -> Any:
    """The term with its limits as the printers need them."""
    if not isinstance(term, Basic):
        return term
    return term.xreplace({limit: Commuting(limit) for limit in term.atoms(Limit)})


class _PaperOrder:
    """Terms in the order of papers: t − 1 and t + 1, but 1 + β^t; nothing begins with a minus."""

    def _as_ordered_terms(self, sum_: Any, order: Any = None) -> list[Any]:
        indices = all(symbol.is_integer for symbol in sum_.free_symbols)
        terms = list(sum_.as_ordered_terms("lex" if indices else "rev-lex"))
        positive = [term for term in terms if not term.could_extract_minus_sign()]
        first = positive[:1]
        return first + [term for term in terms if term not in first]


class _Latex(_PaperOrder, LatexPrinter):  # type: ignore[misc]
    """TeX for terms and for the kernel's formulas."""

    def _needs_mul_brackets(self, factor: Any, first: bool = False, last: bool = False) -> bool:
        inside = isinstance(factor, Commuting) and not last
        return inside or bool(super()._needs_mul_brackets(factor, first, last))

    def _print_Commuting(self, term: Commuting) -> str:
        body, *rest = term.args[0].args
        return str(self._print_Limit(Limit(commuting(body), *rest)))

    def _print_Relation(self, formula: Relation) -> str:
        left, right = self._print(formula.left), self._print(formula.right)
        return f"{left} {SIGNS[formula.op]} {right}"

    def _print_Forall(self, formula: Forall) -> str:
        name = self._print(formula.variable)
        values = {
            "positive integer": f"{name} = 1, 2, \\ldots",
            "nonnegative integer": f"{name} = 0, 1, \\ldots",
        }.get(domain(formula.variable), rf"\text{{every {domain(formula.variable)} }} {name}")
        return rf"{self._print(formula.relation)} \quad ({values})"

    def _print_Predicate(self, formula: Predicate) -> str:
        member = self._print(_typical_member(formula.family))
        if formula.name == "moment":
            (order,) = formula.orders
            power = "" if order == 1 else f"^{{{order}}}"
            return rf"\operatorname{{E}}\left|{member}\right|{power} < \infty"
        return rf"{member} \text{{ {PREDICATE_WORDS[formula.name]}}}"


class _Plain(_PaperOrder, StrPrinter):  # type: ignore[misc]
    """One line of plain text for terms and for the kernel's formulas."""

    def _print(self, item: Any, **options: Any) -> str:
        if isinstance(item, (Relation, Predicate)):  # whose own str is for messages
            return str(getattr(self, f"_print_{type(item).__name__}")(item))
        return str(super()._print(item, **options))

    def _print_Symbol(self, symbol: Symbol) -> str:
        return str(pretty_symbol(symbol.name))

    def _print_Relation(self, formula: Relation) -> str:
        left, right = self._print(formula.left), self._print(formula.right)
        return f"{left} {PLAIN_SIGNS[formula.op]} {right}"

    def _print_Pow(self, term: Any, rational: bool = False) -> str:
        base, exponent = term.args
        if isinstance(base, Sum) and isinstance(exponent, Integer) and exponent > 1:
            return f"({self._print(base)})^{exponent}"
        return str(super()._print_Pow(term, rational)).replace("**", "^")

    def _print_Commuting(self, term: Commuting) -> str:
        return str(self._print(term.args[0]))

    def _print_Limit(self, term: Any) -> str:
        body, variable, point, direction = term.args
        side = "" if str(point) == "oo" else str(direction)
        target = "∞" if str(point) == "oo" else self._print(point) + side
        inside = self.parenthesize(commuting(body), PRECEDENCE["Mul"])
        return f"lim[{self._print(variable)} → {target}] {inside}"

    def _print_Sum(self, term: Any) -> str:
        index, low, high = term.limits[0]
        ends = f"{index}={self._print(low)}..{self._print(high)}"
        return f"Σ[{ends}]({self._print(term.function)})"

    def _print_Integral(self, term: Any) -> str:
        inside = self.parenthesize(term.function, PRECEDENCE["Mul"])
        return f"∫[0..∞] {inside} d{self._print(term.limits[0][0])}"

    def _print_Lambda(self, term: Any) -> str:
        return str(self._print(term.expr))

    def _print_Predicate(self, formula: Predicate) -> str:
        member = self._print(_typical_member(formula.family))
        if formula.name == "moment":
            (order,) = formula.orders
            power = "" if order == 1 else f"^{order}"
            return f"E|{member}|{power} finite"
        return f"{member} {PREDICATE_WORDS[formula.name]}"


def _typical_member(family: Basic) -> Basic:
    if isinstance(family, Lambda):
        return family.expr
    return family[Symbol("i", integer=True)]


def tex(term: Any) -> str:
    """TeX for a term or a formula."""
    return str(_Latex().doprint(commuting(term)))


def plain(term: Any) -> str:
    """One line of plain text for a term or a formula."""
    return str(_Plain().doprint(commuting(term)))


# --- what a theorem and its steps say -----------------------------------------------------------


def given(theorem: Theorem) -> list[Words]:
    """The domains of the variables, then the hypotheses."""
    hypotheses = theorem.statement.hypotheses
    about = [words(v, f" {_domain_words(v, hypotheses)}") for v in theorem.statement.variables]
    return about + [words(hypothesis) for hypothesis in hypotheses]


def _domain_words(variable: Basic, hypotheses: tuple[Any, ...]) -> str:
    if not isinstance(variable, Family):
        return DOMAIN_WORDS[domain(variable)]
    if any(isinstance(h, Predicate) and h.family == variable for h in hypotheses):
        return "random variables"
    return KIND_WORDS[variable.kind]


class Told(NamedTuple):
    """A chain of a proof, what is said before it, and the induction hypothesis in it, if any."""

    opening: Words | None
    chain: Chain
    assumed: Relation | None


def chains(theorem: Theorem) -> Iterator[Told]:
    """The chains of a proof, each with what is said before it."""
    proof = theorem.proof
    if isinstance(proof, Chain):
        yield Told(None, proof, None)
    elif isinstance(proof, Cases):
        yield Told(
            words("Where ", Relation("<=", proof.variable, proof.at), ":"), proof.below, None
        )
        yield Told(
            words("Where ", Relation("<=", proof.at, proof.variable), ":"), proof.above, None
        )
    elif isinstance(proof, Induction):
        first = Relation("=", proof.variable, proof.first)
        following = proof.variable + 1
        yield Told(words("By induction. For ", first, ":"), proof.base, None)
        opening = words("For ", following, ", when it holds for ", proof.variable, ":")
        yield Told(opening, proof.step, theorem.statement.conclusion)


def reason(step: Step, told: Told) -> Words:
    """Why a line follows from the last one."""
    arguments = step.arguments
    if step.rule == "definition":
        definition = arguments["definition"]
        return words("definition of ", definition(*definition.parameters))
    if step.rule == "cite":
        return words(arguments["theorem"].id)
    if step.rule == "given":
        formula = arguments["formula"]
        if told.assumed is not None and alike(formula, told.assumed):
            return words("induction hypothesis")
        return words("given") if isinstance(formula, Forall) else words("given ", formula)
    if step.rule == "sums":
        return words(SUM_WORDS[arguments["operation"]])
    if step.rule == "integrals":
        return words(INTEGRAL_WORDS[arguments["operation"]])
    if step.rule == "limit":
        base = arguments["base"]
        return words("continuity") if not base else _listed("continuity, ", base)
    if step.rule == "enclose":
        return _reason_of_enclosure(**arguments)
    if step.rule == "sign":
        return _reason_of_inequality(step, told)
    return words(RULE_WORDS[step.rule])


def _reason_of_enclosure(variable: Basic | None, low: Any, high: Any) -> Words:
    if variable is None:
        return words("ball arithmetic")
    return words("ball arithmetic, ", variable, " from ", low, " to ", high)


def _reason_of_inequality(step: Step, told: Told) -> Words:
    reasons = list(dict.fromkeys(_foundations(step, told)))
    if len(reasons) == 1 and isinstance(reasons[0], str):
        return words(reasons[0])
    return _listed("since ", reasons)


def _foundations(step: Step, told: Told) -> Iterator[Relation | str]:
    """What an inequality was put together from, down to hypotheses and earlier theorems."""
    cited = {_key(_conclusion(f)): f.theorem.id for f in told.chain.facts if isinstance(f, Cited)}
    if told.assumed is not None:
        cited[_key(told.assumed)] = "the induction hypothesis"
    combined = [fact for fact in told.chain.facts if isinstance(fact, Combined)]
    derived = {_key(fact.relation): fact.combination for fact in combined}
    pending = [factor for _, factors in step.arguments["combination"] for factor in factors]
    while pending:
        relation = pending.pop(0)
        if _key(relation) in cited:
            yield cited[_key(relation)]
        elif _key(relation) in derived:
            combination = derived.pop(_key(relation))
            pending += [factor for _, factors in combination for factor in factors]
        else:
            yield _natural(relation)


def _key(formula: Any) -> Any:
    """The same for relations that say the same: β < 1, 0 < 1 − β, 0 < 1/(1 − β)."""
    if not isinstance(formula, Relation) or formula.op not in ("<", "<="):
        return formula
    return formula.op, sign_key(formula.left, formula.right)[0]


def _conclusion(fact: Cited) -> Any:
    return substitute(fact.theorem.statement.conclusion, fact.instance)


def _listed(opening: str, items: Any) -> Words:
    parts: list[Any] = [opening]
    for place, item in enumerate(items[:SHOWN_REASONS]):
        parts += [", ", item] if place else [item]
    if len(items) > SHOWN_REASONS:
        parts.append(", …")
    return words(*parts)


def _natural(formula: Any) -> Any:
    """The relation as one would write it: β < 1 for 0 < 1 − β and for 0 < 1/(1 − β)."""
    if not isinstance(formula, Relation) or formula.op not in ("<", "<="):
        return formula
    difference = formula.right - formula.left
    if isinstance(difference, Pow) and difference.exp == -1:
        difference = difference.base
    terms = Add.make_args(difference)
    moved = [term for term in terms if term.could_extract_minus_sign()]
    kept = [term for term in terms if term not in moved]
    return Relation(formula.op, powsimp(-Add(*moved)), powsimp(Add(*kept)))


def facts(chain: Chain) -> tuple[list[Cited], list[Combined]]:
    """The earlier theorems that a chain uses as facts, and the side conditions it met."""
    cited = [fact for fact in chain.facts if isinstance(fact, Cited)]
    combined = [fact for fact in chain.facts if isinstance(fact, Combined)]
    return cited, combined
