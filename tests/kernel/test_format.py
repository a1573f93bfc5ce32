from __future__ import annotations

import functools
import hashlib
import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sympy import Limit, Sum, Symbol, exp, log, oo

import derivations
from radam_sym.kernel.axioms import AXIOMS, expectation_linear, power_vanishing
from radam_sym.kernel.errors import FormatError, ProofError
from radam_sym.kernel.format import ARGUMENTS, Files, checked, dumps, in_order, loads
from radam_sym.kernel.formulas import Statement
from radam_sym.kernel.heads import Definition, Forall
from radam_sym.kernel.rules import INEQUALITIES, RULES, Step
from radam_sym.kernel.theorem import (
    Cases,
    Chain,
    Cited,
    Combined,
    Induction,
    Specialised,
    Theorem,
    axiom,
    is_model,
    model,
    prove,
)
from tests.kernel.proofs import (
    NOWHERE,
    ONE,
    ZERO,
    X,
    eq,
    g,
    i,
    inequality,
    integral,
    le,
    lt,
    n,
    positive,
    proved,
    q,
    refused,
    s,
    step,
    t,
    tended,
    x,
    y,
)

double = Definition("double", (x,), 2 * x)
quadruple = Definition("quadruple", (x,), double(double(x)))
Edit = Callable[[dict[str, Any]], None]


def malformed(reason: str) -> Any:
    return pytest.raises(FormatError, match=reason)


def small() -> Theorem:
    """A theorem whose file has a definition, an axiom, a fact and a step of most rules."""
    limit = Limit(double(q**n), n, oo)
    unfolded = Limit(2 * q**n, n, oo)
    vanishing = eq(Limit(q**n, n, oo), 0)
    return proved(
        step("definition", double(q**n), 2 * q**n, unfolded, definition=double),
        step("limit", unfolded, ZERO, base=(vanishing,)),
        start=limit,
        given=[lt(0, q), lt(q, 1)],
        facts=[Cited(power_vanishing)],
        id="small",
    )


@functools.cache
def text() -> str:
    return dumps([small()])


def signed(content: dict[str, Any]) -> str:
    """The content as a file whose digest is right."""
    body = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    digest = hashlib.sha256(body.encode("utf-8", "surrogatepass")).hexdigest()
    return f'{{"format":"radam-sym proofs","version":1,"sha256":"{digest}"}}\n{body}\n'


def changed(edit: Edit) -> str:
    """The small file with something else in it, under a digest that is right."""
    content = json.loads(text().split("\n")[1])
    edit(content)
    return signed(content)


def theorem_of(content: dict[str, Any]) -> Any:
    return content["theorems"][-1]


def steps_of(content: dict[str, Any]) -> Any:
    return theorem_of(content)["proof"]["chain"]["steps"]


# --- what is written is read again ----------------------------------------------------------------


def test_a_file_is_what_it_was_after_reading_and_writing() -> None:
    again = loads(text())
    assert [theorem.id for theorem in again] == ["power.vanishing", "small"]
    assert again[-1].statement == small().statement
    assert again[-1].marks == {"axiom:power.vanishing"}
    assert again[0] is AXIOMS["power.vanishing"]
    assert dumps(again) == text()
    assert dumps([]) == signed({"definitions": [], "theorems": []})
    assert loads(dumps([])) == []


def test_theorems_are_told_as_they_are_accepted() -> None:
    told = checked(iter([text(), "no file"]))
    assert [next(told).id for _ in range(2)] == ["power.vanishing", "small"]
    with pytest.raises(FormatError, match="not a proof file"):
        next(told)


def test_a_file_may_use_what_is_in_those_before_it() -> None:
    files, theorem = Files(), small()
    first, second, third = (files.dumps([t]) for t in (power_vanishing, theorem, theorem))
    assert [theorem.id for theorem in checked([first, second])] == ["power.vanishing", "small"]
    assert third == dumps([])
    with malformed("not a theorem that was proved before it is cited"):
        loads(second)


def test_the_next_file_defines_only_what_is_new() -> None:
    files, theorems = Files(), every_rule()
    texts = [files.dumps([theorem]) for theorem in theorems]
    defined = [json.loads(text.split("\n")[1])["definitions"] for text in (*texts, dumps(theorems))]
    assert [one for some in defined[:-1] for one in some] == defined[-1]
    assert [t.id for t in checked(texts)] == [t.id for t in loads(dumps(theorems))]


def every_rule() -> list[Theorem]:
    """Theorems whose proofs hold each kind of step, fact and argument."""
    gauss = eq(Sum(i, (i, 1, t)), t * (t + 1) / 2)
    whole, last = Sum(i, (i, 1, t + 1)), Sum(i, (i, t + 1, t + 1))
    first = Sum(i, (i, 1, t))
    base = Chain(
        Sum(i, (i, 1, 1)), (step("sums", Sum(i, (i, 1, 1)), ONE, operation="single", at=None),)
    )
    more = Chain(
        whole,
        (
            step("sums", whole, first + last, operation="split", at=t),
            step("sums", last, t + 1, first + t + 1, operation="single", at=None),
            step("given", first, gauss.right, gauss.right + t + 1, formula=gauss, value=None),
            step("algebra", gauss.right + t + 1, (t + 1) * (t + 2) / 2),
        ),
        (
            Combined(le(0, t), ((ONE, (le(1, t),)), (ONE, ()))),
            Combined(le(0, t + 1), ((ONE, (le(0, t),)), (ONE, ()))),
        ),
    )
    by_induction = prove("gauss", Statement((), gauss), Induction(t, ONE, base, more), NOWHERE)
    nested = proved(
        step("definition", quadruple(y), double(double(y)), definition=quadruple), id="nested"
    )
    bound = proved(inequality("<=", x, x + y**2, (y**2, [])), id="bound")
    used = proved(
        step("cite", quadruple(s[2]), double(double(s[2])), theorem=nested, instance={y: s[2]}),
        id="used",
    )
    return [by_induction, nested, bound, used, small(), *on_the_line(), tended(), modelled()]


def modelled() -> Theorem:
    """A theorem that rests on a model, and on what is said of every integer."""
    weights = Forall(n, le(0, s[n]))
    theirs = model("theirs", Statement((), le(s[0], 1)), NOWHERE, "what they take it for")
    return proved(
        inequality("<=", 0, 1, (1, [le(0, s[0])]), (1, [le(s[0], 1)])),
        given=[weights],
        facts=[Specialised(weights, ZERO), Cited(theirs)],
        id="modelled",
    )


def on_the_line() -> list[Theorem]:
    """Two cases with an enclosure in one, a series, and integrals."""
    goal = lt(0, x**2 - x + 1)
    ends = {"variable": x, "low": -ONE, "high": ONE}
    near = Chain(ZERO, (Step("enclose", ZERO, goal.right, goal.right, "<", ends),))
    far = Chain(
        ZERO, (inequality("<", 0, goal.right, (1, [le(1, x), le(1, x)]), (1, [le(1, x)]), (1, [])),)
    )
    cases = prove("cases", Statement((le(-1, x),), goal), Cases(x, ONE, near, far), NOWHERE)
    whole = Limit((exp(y * x) - 1) / x, x, ZERO, "+")
    expanded = proved(step("series", whole, y), id="expanded")
    old, new = (integral(body) for body in (y * g(positive), 2 * y * g(2 * positive)))
    substituted = proved(
        step("integrals", old, new, operation="substitute", scale=2 * ONE, power=ONE),
        step(
            "integrals",
            new,
            2 * y * integral(g(2 * positive)),
            operation="linear",
            scale=None,
            power=None,
        ),
        given=[eq(old, x), eq(integral(g(2 * positive)), q)],
        id="substituted",
    )
    return [cases, expanded, substituted]


def test_every_kind_of_proof_is_written_and_read() -> None:
    written = dumps(every_rule())
    assert dumps(loads(written)) == written
    assert set(ARGUMENTS) == {*RULES, *INEQUALITIES}
    used = {s.rule for theorem in every_rule() for c in theorem.proof.chains for s in c.steps}  # type: ignore[union-attr]
    assert set(ARGUMENTS) - used == {"hyperbolic", "radical"}


@pytest.mark.slow
def test_every_derivation_is_written_and_read() -> None:
    theorems = [found.theorem for found in derivations.theorems.values()]  # type: ignore[union-attr]
    written = dumps(theorems)
    again = loads(written)
    assert {theorem.id for theorem in theorems} <= {theorem.id for theorem in again}
    by_id = {theorem.id: theorem for theorem in again}
    for theorem in theorems:
        read = by_id[theorem.id]
        assert read.statement == theorem.statement
        assert (read.marks, read.source, read.note) == (theorem.marks, theorem.source, theorem.note)
    assert dumps(again) == written


def test_theorems_are_written_after_what_they_use() -> None:
    assert [theorem.id for theorem in in_order([small(), expectation_linear])] == [
        "power.vanishing",
        "small",
        "expectation.linear",
    ]
    with refused("two theorems have the id small"):
        dumps([small(), small()])
    with refused("two definitions of one name: double"):
        other = Definition("double", (x,), x + x + 0 * y + 1)
        dumps([small(), proved(step("definition", other(y), 2 * y + 1, definition=other))])


def test_a_definition_that_only_a_step_names_is_written() -> None:
    theorem = proved(
        step("definition", x * (x + 1), x * (1 + x), definition=double),
        step("algebra", x * (x + 1), x**2 + x),
    )
    assert '"name":"double"' in dumps([theorem])
    assert dumps(loads(dumps([theorem]))) == dumps([theorem])


# --- a file with anything changed is refused ------------------------------------------------------


def refused_file(content: str) -> bool:
    try:
        loads(content)
    except FormatError:
        return True
    return False


@pytest.mark.parametrize("byte", ["0", "x", " ", "\n", '"'])
def test_a_proof_file_with_one_byte_changed(byte: str) -> None:
    original = text()
    for position, old in enumerate(original):
        if old != byte:
            assert refused_file(original[:position] + byte + original[position + 1 :])


@pytest.mark.slow
def test_a_proof_file_with_one_byte_more_or_less() -> None:
    original = text()
    for position in range(len(original)):
        assert refused_file(original[:position] + original[position + 1 :])
        assert refused_file(original[:position] + "1" + original[position:])


def test_a_proof_file_cut_short_anywhere() -> None:
    original = text()
    for length in range(len(original)):
        assert refused_file(original[:length])
    assert refused_file(original + " ")
    assert refused_file(original + "\n")
    assert refused_file(original + original)


@functools.cache
def long_text() -> str:
    return dumps(found.theorem for found in derivations.theorems.values())  # type: ignore[union-attr]


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_the_derivations_with_one_byte_changed(data: Any) -> None:
    original = long_text()
    position = data.draw(st.integers(0, len(original) - 1))
    other = data.draw(st.characters().filter(lambda c: c != original[position]))
    assert refused_file(original[:position] + other + original[position + 1 :])


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('"format":"radam-sym proofs"', '"format":"proofs"', "its format is 'proofs'"),
        ('"version":1', '"version":2', "version 2; this version reads 1"),
        ('"version":1', '"version":"1"', "version '1'; this version reads 1"),
        ('"version":1', '"version":true', "canonical"),
        ('"version":1', '"version":1,"more":0', "an object with format, version, sha256"),
        ('{"format"', '{ "format"', "canonical"),
        ('{"format"', '["format"', "first line is not a header"),
        ('"sha256":"', '"sha256":"0', "its digest does not match"),
        ('"id":"small"', '"id":"smell"', "its digest does not match"),
        ("\n", "\r\n", "cut short, or|canonical|digest"),
        ("\n", "\n\n", "cut short, or"),
    ],
)
def test_a_file_of_another_kind(old: str, new: str, reason: str) -> None:
    with malformed(reason):
        loads(text().replace(old, new, 1))


@pytest.mark.parametrize(
    "content", ["", "\n", "\n\n", "0\n0\n", "[]\n", "null", "{}\n{}\n", "9" * 5000]
)
def test_what_is_no_file(content: str) -> None:
    with malformed("not a proof file|is not an object"):
        loads(content)


def test_content_that_is_no_json() -> None:
    for body in ("", "{", "nul", "1 2", "'a'", "[" * 100_000, "9" * 5_000):
        digest = hashlib.sha256(body.encode()).hexdigest()
        header = f'{{"format":"radam-sym proofs","version":1,"sha256":"{digest}"}}'
        with malformed("is not JSON"):
            loads(f"{header}\n{body}\n")


def test_a_text_that_has_no_bytes() -> None:
    with malformed("is not JSON in UTF-8"):
        loads(text().replace("small", "\ud800"))
    with malformed("is not JSON in UTF-8"):
        loads(changed(lambda content: theorem_of(content).update(note="\ud800")))
    escaped = changed(lambda content: theorem_of(content).update(note="PLACE"))
    body = escaped.split("\n")[1].replace("PLACE", "\\ud800")
    digest = hashlib.sha256(body.encode()).hexdigest()
    with malformed("is not JSON in UTF-8"):
        loads(f'{{"format":"radam-sym proofs","version":1,"sha256":"{digest}"}}\n{body}\n')


def test_content_in_another_order_or_spacing_is_refused() -> None:
    content = json.loads(text().split("\n")[1])
    for body in (
        json.dumps(content, sort_keys=True),
        json.dumps(dict(reversed(content.items())), separators=(",", ":")),
        json.dumps(content, sort_keys=True, separators=(",", ":")).replace("small", "sm\\u0061ll"),
        json.dumps(content, sort_keys=True, separators=(",", ":")).replace(
            '{"definitions"', '{"definitions":[],"definitions"'
        ),
    ):
        digest = hashlib.sha256(body.encode()).hexdigest()
        with malformed("not in canonical form"):
            loads(f'{{"format":"radam-sym proofs","version":1,"sha256":"{digest}"}}\n{body}\n')


# --- data that is signed and wrong ----------------------------------------------------------------


def replace_in(content: Any, old: Any, new: Any) -> Any:
    if content == old and type(content) is type(old):
        return new
    if isinstance(content, list):
        return [replace_in(part, old, new) for part in content]
    if isinstance(content, dict):
        return {name: replace_in(part, old, new) for name, part in content.items()}
    return content


def conclude(conclusion: Any) -> Edit:
    return lambda content: theorem_of(content).update(conclusion=conclusion)


LIMIT = ["limit", "n", ["def", "double", ["^", "q", "n"]], {"end": "oo"}, {"end": "-"}]


@pytest.mark.parametrize(
    ("edit", "reason"),
    [
        (conclude(["=", LIMIT, 1]), "chain: the chain proves"),
        (conclude(["<", LIMIT, 0]), "chain: the chain proves"),
        (lambda c: theorem_of(c).update(hypotheses=[]), "it does not follow that 0 < q"),
        (lambda c: steps_of(c).pop(), "limit|the chain proves|Exists"),
        (lambda c: steps_of(c).reverse(), "does not occur|the line becomes|not"),
        (lambda c: steps_of(c)[1].update(new=1, after=1), "limit: the two sides differ"),
        (lambda c: steps_of(c)[1].update(after=1), "limit: the line becomes 0"),
        (lambda c: steps_of(c)[1].update(relation="<="), "this rule proves equations"),
        (lambda c: theorem_of(c)["proof"]["chain"].update(facts=[]), "it does not follow"),
        (
            lambda c: theorem_of(c)["variables"].update(q="positive integer"),
            "not an integer|one name|",
        ),
    ],
    ids=range(10),
)
def test_a_proof_that_does_not_hold(edit: Edit, reason: str) -> None:
    with pytest.raises((ProofError, FormatError), match=reason):
        loads(changed(edit))


@pytest.mark.parametrize(
    ("edit", "reason"),
    [
        (lambda c: c.update(more=[]), "an object with definitions, theorems"),
        (lambda c: c.pop("definitions"), "an object with definitions, theorems"),
        (lambda c: c.update(theorems={}), "is not a list"),
        (lambda c: c.update(definitions={}), "is not a list"),
        (lambda c: c["definitions"].append(c["definitions"][0]), "is not a new name"),
        (lambda c: c["definitions"].clear(), "'double' is not a known definition"),
        (lambda c: c["theorems"].append(c["theorems"][-1]), "'small' is not a new id"),
        (lambda c: c["theorems"].append(c["theorems"][0]), "'power.vanishing' is not a new id"),
        (lambda c: theorem_of(c).update(id=1), "1 is not text"),
        (lambda c: theorem_of(c).update(id="log.increasing"), "is the name of an axiom"),
        (lambda c: theorem_of(c).update(note=None), "None is not text"),
        (lambda c: theorem_of(c).update(source=["work"]), "malformed"),
        (lambda c: theorem_of(c).update(source=["work", 1]), "1 is not text"),
        (lambda c: theorem_of(c).update(source="wo"), "'wo' is not a list"),
        (lambda c: theorem_of(c).update(hypotheses={}), "is not a list"),
        (lambda c: theorem_of(c).update(proof=[]), "is not an object with chain"),
        (lambda c: theorem_of(c).update(proof={"magic": 1}), "is not an object with chain"),
        (lambda c: theorem_of(c).update(proof={"induction": 1}), "an object with variable"),
        (lambda c: theorem_of(c).update(proof={"cases": 1}), "an object with variable, at"),
        (lambda c: theorem_of(c).update(proof={"cases": 1, "chain": 1}), "an object with cases"),
        (lambda c: theorem_of(c).pop("proof"), "an object with id"),
        (lambda c: theorem_of(c)["variables"].update(w="real"), "SymPy builds other terms"),
        (lambda c: theorem_of(c)["variables"].pop("n"), "'n' is not a known variable"),
        (lambda c: theorem_of(c)["proof"]["chain"].update(steps={}), "is not a list"),
        (lambda c: theorem_of(c)["proof"]["chain"].update(facts=None), "None is not a list"),
        (lambda c: steps_of(c)[0].update(rule="simplify"), "'simplify' is not a known rule"),
        (lambda c: steps_of(c)[0].update(rule=["limit"]), "is not a known rule"),
        (lambda c: steps_of(c)[0].update(relation=1), "1 is not text"),
        (lambda c: steps_of(c)[0].update(more=1), "an object with rule"),
        (lambda c: steps_of(c)[0].update(arguments={}), "an object with definition"),
        (lambda c: steps_of(c)[0]["arguments"].update(definition="q"), "is not a known definition"),
        (lambda c: steps_of(c)[1]["arguments"].update(base={}), "is not a list"),
        (lambda c: steps_of(c)[1]["arguments"].update(base=[1]), "1 is not a list"),
    ],
    ids=range(33),
)
def test_data_of_another_form(edit: Edit, reason: str) -> None:
    with malformed(reason):
        loads(changed(edit))


def fact_of(content: dict[str, Any]) -> Any:
    return theorem_of(content)["proof"]["chain"]["facts"][0]


@pytest.mark.parametrize(
    ("edit", "reason"),
    [
        (lambda c: fact_of(c).update(instance=[]), "is not an object with values"),
        (lambda c: fact_of(c).update(instance={"x": 1}), "'x' is not a known variable of power"),
        (lambda c: fact_of(c).update(theorem=["small"]), "was proved before it is cited"),
        (lambda c: fact_of(c).update(path={}), "is not a list"),
        (lambda c: fact_of(c).update(path=[1]), "1 is not a list"),
        (lambda c: fact_of(c).update(path=[["Sum", "n"]]), "malformed"),
        (lambda c: fact_of(c).update(path=[[1, "n", []]]), "1 is not text"),
        (lambda c: fact_of(c).update(path=[["Sum", 1, []]]), "1 is not a known variable"),
        (lambda c: fact_of(c).update(path=[["Sum", "n", [1]]]), "malformed"),
        (lambda c: fact_of(c).pop("theorem"), "an object with relation, combination, path"),
    ],
    ids=range(10),
)
def test_facts_of_another_form(edit: Edit, reason: str) -> None:
    with malformed(reason):
        loads(changed(edit))


def test_combinations_of_another_form() -> None:
    written = dumps([proved(inequality("<=", x, x + 1, (1, [])), id="up")])
    content = json.loads(written.split("\n")[1])
    assert loads(signed(content))[0].id == "up"
    wrong: list[Any] = [{}, [1], [[1]], [[1, 2]], [[1, [], []]], [[None, []]]]
    for combination in wrong:
        steps_of(content)[0]["arguments"]["combination"] = combination
        with malformed("is not a list|malformed|has no head"):
            loads(signed(content))


def test_a_text_where_an_operation_is_named() -> None:
    line = step("sums", Sum(s[i], (i, 1, 1)), s[1], operation="single", at=None)
    content = json.loads(dumps([proved(line)]).split("\n")[1])
    assert loads(signed(content))
    for operation, reason in ((1, "1 is not text"), (["single"], "is not text")):
        steps_of(content)[0]["arguments"]["operation"] = operation
        with malformed(reason):
            loads(signed(content))


@pytest.mark.parametrize(
    "code",
    ["__import__('os').system('false')", "exec('raise SystemExit')", "lambda: 0", "(1).real"],
)
def test_a_proof_file_that_tries_to_run_code(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    import builtins
    import os

    def forbidden(*_: Any, **__: Any) -> None:
        raise SystemExit("code of the file was run")

    for module, name in ((os, "system"), (builtins, "eval"), (builtins, "exec")):
        monkeypatch.setattr(module, name, forbidden)
    edits: list[Edit] = [
        lambda c: theorem_of(c)["variables"].update({code: "real"}),
        lambda c: theorem_of(c)["variables"].update({"q": code}),
        lambda c: theorem_of(c).update(conclusion=code),
        lambda c: theorem_of(c).update(conclusion=[code, 1, 2]),
        lambda c: theorem_of(c).update(conclusion=["=", [code, "q"], 0]),
        lambda c: theorem_of(c).update(conclusion=["=", ["q", code, 2], 0]),
        lambda c: theorem_of(c).update(conclusion=["=", code, 0]),
        lambda c: theorem_of(c)["proof"]["chain"].update(start=code),
        lambda c: steps_of(c)[0].update(rule=code),
        lambda c: steps_of(c)[0].update(relation=code),
        lambda c: steps_of(c)[0].update(arguments={"definition": code}),
        lambda c: fact_of(c).update(theorem=code),
        lambda c: fact_of(c).update(path=[[code, "n", []]]),
        lambda c: c["definitions"][0].update(body=code),
        lambda c: c["definitions"][0].update(parameters=[code]),
        lambda c: c.update(theorems=code),
    ]
    for edit in edits:
        with pytest.raises((FormatError, ProofError)):
            loads(changed(edit))
    for place in ("id", "note"):
        content = json.loads(text().split("\n")[1])
        theorem_of(content)[place] = code
        assert getattr(loads(signed(content))[-1], place) == code


def nested(depth: int) -> Any:
    data: Any = "q"
    for _ in range(depth):
        data = ["exp", ["+", 1, data]]
    return data


@pytest.mark.slow
@pytest.mark.parametrize("depth", [200, 2_000, 100_000])
def test_a_term_nested_too_deep_is_refused(depth: int) -> None:
    text_of = f"{'[' * depth}1{']' * depth}"
    body = text().split("\n")[1].replace('"conclusion":', f'"conclusion":{text_of},"x":', 1)
    digest = hashlib.sha256(body.encode()).hexdigest()
    with malformed("."):
        loads(f'{{"format":"radam-sym proofs","version":1,"sha256":"{digest}"}}\n{body}\n')
    if depth < 100_000:
        with pytest.raises((FormatError, ProofError)):
            loads(changed_deeply(depth))


def changed_deeply(depth: int) -> str:
    import sys

    before = sys.getrecursionlimit()
    sys.setrecursionlimit(20_000)
    try:
        return changed(conclude(["=", nested(depth), 0]))
    finally:
        sys.setrecursionlimit(before)


# --- citations ------------------------------------------------------------------------------------


def test_a_circle_of_citations_in_a_file() -> None:
    def cite_itself(content: dict[str, Any]) -> None:
        fact_of(content)["theorem"] = "small"

    with malformed("'small' is not a theorem that was proved before it is cited"):
        loads(changed(cite_itself))


def test_what_is_cited_comes_before() -> None:
    with malformed("'power.vanishing' is not a theorem that was proved before"):
        loads(changed(lambda content: content["theorems"].reverse()))
    with malformed("'power.vanishing' is not a theorem that was proved before"):
        loads(changed(lambda content: content["theorems"].pop(0)))


def test_an_axiom_restated_falsely_under_a_pinned_id() -> None:
    def restate(content: dict[str, Any]) -> None:
        content["theorems"][0]["hypotheses"] = []

    with malformed("power.vanishing is not what the axiom of that name says"):
        loads(changed(restate))
    with malformed("power.vanishing is not what the axiom of that name says"):
        loads(changed(lambda c: c["theorems"][0].update(conclusion=["=", "q", 0], hypotheses=[])))
    for name, value in (("note", "something else"), ("source", ["Somebody", "else"])):
        content = json.loads(text().split("\n")[1])
        content["theorems"][0][name] = value
        with malformed("SymPy builds other terms"):
            loads(signed(content))


def test_another_axiom_is_read_under_its_own_mark() -> None:
    mine = axiom("mine", Statement((), eq(log(x), y)), NOWHERE)
    [read] = loads(dumps([mine]))
    assert read.marks == {"axiom:mine"}
    content = json.loads(text().split("\n")[1])
    content["theorems"][0]["id"] = "mine"
    fact_of(content)["theorem"] = "mine"
    assert loads(signed(content))[-1].marks == {"axiom:mine"}


def test_a_model_is_read_as_one() -> None:
    theirs, read = loads(dumps([modelled()]))
    assert is_model(theirs)
    assert theirs.marks == read.marks == {"model:theirs"}

    def edited(**values: Any) -> str:
        content = json.loads(dumps([modelled()]).split("\n")[1])
        content["theorems"][0].update(values)
        return signed(content)

    assert {theorem.id: theorem.marks for theorem in loads(edited(proof=None))} == {
        "theirs": {"axiom:theirs"},
        "modelled": {"axiom:theirs"},
    }
    for kind in ("axiom", "cases", "", "models", ["model"], True):
        with malformed("is not an object with|malformed"):
            loads(edited(proof=kind))
    with malformed("theirs is not what the axiom|'theirs' is not a theorem that was proved"):
        loads(edited(proof="model", id="other"))


@pytest.mark.parametrize("name", AXIOMS)
def test_no_model_is_read_under_the_name_of_an_axiom(name: str) -> None:
    stated = AXIOMS[name]
    mine = model(name, stated.statement, stated.source, stated.note)
    with malformed(f"{name} is the name of an axiom"):
        loads(dumps([mine]))


def test_what_is_made_a_fact_of_one_value_is_said_of_all() -> None:
    content = json.loads(dumps([modelled()]).split("\n")[1])
    assert set(fact_of(content)) == {"formula", "value", "path"}
    fact_of(content)["formula"] = ["<=", 0, 1]
    with malformed("is not said for all values"):
        loads(signed(content))
    values: list[Any] = ["oo", {"end": "oo"}, None, []]
    for value in values:
        fact_of(content).update(formula=["forall", "n", ["<=", 0, ["at", "s", "n"]]], value=value)
        with malformed("is not a"):
            loads(signed(content))


def test_no_proof_is_read_under_the_name_of_an_axiom() -> None:
    plain = proved(step("algebra", x * (x + 1), x**2 + x), id="log.increasing")
    with malformed("log.increasing is the name of an axiom"):
        loads(dumps([plain]))


def test_a_hypothesis_under_another_domain_is_another_theorem() -> None:
    positive = Symbol("v", positive=True)
    theorem = proved(inequality("<", 0, positive + 1, (1, [lt(0, positive)]), (1, [])))
    content = json.loads(dumps([theorem]).split("\n")[1])
    assert theorem_of(content)["variables"] == {"v": "positive"}
    theorem_of(content)["variables"]["v"] = "real"
    with refused("it does not follow that 0 < v"):
        loads(signed(content))
    assert X.name == "X"
