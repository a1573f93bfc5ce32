"""What a proof says, in words and TeX, line by line; the renderings put it on a page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from sympy import Add, Basic, Lambda, Pow, Symbol, powsimp
from sympy.printing.latex import LatexPrinter
from sympy.printing.pretty.pretty_symbology import pretty_symbol
from sympy.printing.str import StrPrinter

from radam_sym.kernel.formulas import Predicate, Relation
from radam_sym.kernel.heads import Family, Forall, domain
from radam_sym.kernel.rules import Combination, Step
from radam_sym.kernel.terms import alike, substitute
from radam_sym.kernel.theorem import Chain, Cited, Combined, Induction, Theorem

SHOWN_RELATIONS = 3  # of a combination: more would not be read
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
RULE_WORDS = {
    "algebra": "algebra",
    "hyperbolic": "in exponentials",
    "radical": "the squares agree",
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
    "random": "a sequence, random or not",
    "function": "a function",
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
        meaning = {"independent": "independent", "identical": "of one distribution"}[formula.name]
        return rf"{member} \text{{ {meaning}}}"


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
        return super()._print_Pow(term, rational).replace("**", "^")

    def _print_Limit(self, term: Any) -> str:
        body, variable, point, direction = term.args
        side = "" if str(point) == "oo" else str(direction)
        target = "∞" if str(point) == "oo" else self._print(point) + side
        return f"lim[{self._print(variable)} → {target}] {self._print(body)}"

    def _print_Sum(self, term: Any) -> str:
        index, low, high = term.limits[0]
        ends = f"{index}={self._print(low)}..{self._print(high)}"
        return f"Σ[{ends}]({self._print(term.function)})"

    def _print_Lambda(self, term: Any) -> str:
        return str(self._print(term.expr))

    def _print_Predicate(self, formula: Predicate) -> str:
        member = self._print(_typical_member(formula.family))
        if formula.name == "moment":
            return f"E|{member}|^{formula.orders[0]} finite"
        meaning = {"independent": "independent", "identical": "of one distribution"}[formula.name]
        return f"{member} {meaning}"


def _typical_member(family: Basic) -> Basic:
    if isinstance(family, Lambda):
        return family.expr
    return family[Symbol("i", integer=True)]


def tex(term: Any) -> str:
    """TeX for a term or a formula."""
    return str(_Latex().doprint(term))


def plain(term: Any) -> str:
    """One line of plain text for a term or a formula."""
    return str(_Plain().doprint(term))


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
    elif isinstance(proof, Induction):
        first = Relation("=", proof.variable, proof.first)
        following = proof.variable + 1
        yield Told(words("By induction. For ", first, ":"), proof.base, None)
        opening = words("For ", following, ", when it holds for ", proof.variable, ":")
        yield Told(opening, proof.step, theorem.statement.conclusion)


def reason(step: Step, told: Told) -> Words:
    """Why a line follows from the last one."""
    chain = told.chain
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
    if step.rule == "limit":
        base = arguments["base"]
        return words("continuity") if not base else _listed("continuity, ", base)
    if step.rule == "sign":
        return _reason_of_inequality(step, chain)
    return words(RULE_WORDS[step.rule])


def _reason_of_inequality(step: Step, chain: Chain) -> Words:
    relations = _relations(step, chain)
    cited = {_conclusion(f): f.theorem.id for f in chain.facts if isinstance(f, Cited)}
    if len(relations) == 1 and relations[0] in cited:
        return words(cited[relations[0]])
    return _listed("since ", relations)


def _conclusion(fact: Cited) -> Any:
    return substitute(fact.theorem.statement.conclusion, fact.instance)


def _listed(opening: str, formulas: Any) -> Words:
    parts: list[Any] = [opening]
    formulas = list(dict.fromkeys(map(_natural, formulas)))
    for place, formula in enumerate(formulas[:SHOWN_RELATIONS]):
        parts += [", ", formula] if place else [formula]
    if len(formulas) > SHOWN_RELATIONS:
        parts.append(", …")
    return words(*parts)


def _natural(formula: Relation) -> Relation:
    """The relation as one would write it: β < 1 for 0 < 1 − β and for 0 < 1/(1 − β)."""
    if formula.op not in ("<", "<=") or formula.left != 0:
        return formula
    right = formula.right
    if isinstance(right, Pow) and right.exp == -1:
        right = right.base
    moved = [term for term in Add.make_args(right) if term.could_extract_minus_sign()]
    kept = [term for term in Add.make_args(right) if term not in moved]
    if not moved or not kept:
        return Relation(formula.op, formula.left, right)
    return Relation(formula.op, powsimp(-Add(*moved)), powsimp(Add(*kept)))


def _relations(step: Step, chain: Chain) -> list[Relation]:
    """The known relations that an inequality was put together from."""
    found = _factors(step.arguments["combination"])
    derived = {f.relation: f.combination for f in chain.facts if isinstance(f, Combined)}
    goal = Relation(step.relation, step.old, step.new)
    while len(found) == 1 and alike(found[0], goal) and found[0] in derived:
        found = _factors(derived.pop(found[0]))
    return found


def _factors(combination: Combination) -> list[Relation]:
    return list(dict.fromkeys(factor for _, factors in combination for factor in factors))


def facts(chain: Chain) -> tuple[list[Cited], list[Combined]]:
    """The earlier theorems that a chain uses as facts, and the side conditions it met."""
    cited = [fact for fact in chain.facts if isinstance(fact, Cited)]
    combined = [fact for fact in chain.facts if isinstance(fact, Combined)]
    return cited, combined
