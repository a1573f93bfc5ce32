from html import escape

from sympy import Symbol

import derivations
from radam_sym.kernel.axioms import AXIOMS
from radam_sym.kernel.formulas import Relation, Statement
from radam_sym.kernel.theorem import Source, Theorem, axiom
from radam_sym.proof import chain, cite
from radam_sym.proof.derivation import proved
from radam_sym.proof.words import tex
from radam_sym.report.listing import Listing

x = Symbol("x", real=True)


def theorem(identifier: str) -> Theorem:
    return proved(derivations.theorems[identifier])


def test_a_row_says_all_of_a_theorem_but_its_proof() -> None:
    shown = Listing([theorem("ess.limit_t")])._repr_html_()
    assert "<code>ess.limit_t</code>" in shown
    assert escape(tex(theorem("ess.limit_t").statement.conclusion)) in shown
    assert "With time the effective sample size converges to (1+β)/(1−β)." in shown
    assert all(escape(tex(given)) in shown for given in theorem("ess.limit_t").statement.hypotheses)
    assert "axiom:power.vanishing" in shown
    assert "<code>power.vanishing</code>" in shown
    assert shown.count("<tr>") == 2
    assert "rests on <code>power.positive</code>" in shown


def test_what_rests_on_nothing_and_carries_no_mark_says_so() -> None:
    shown = Listing([theorem("ess.first")])._repr_html_()
    assert "no mark" in shown
    assert "the rules alone" in shown


def test_premises_have_their_source_where_theorems_have_what_they_rest_on() -> None:
    shown = Listing(AXIOMS.values())._repr_html_()
    for premise in AXIOMS.values():
        assert f"<code>{premise.id}</code>" in shown
        assert escape(str(premise.source)) in shown
    assert "no mark" not in shown
    assert "the rules alone" not in shown


def test_text_lists_ids_and_marks() -> None:
    assert repr(Listing([])) == ""
    assert repr(Listing([theorem("ess.first"), theorem("ess.limit_t")])) == (
        "ess.first      no mark\ness.limit_t    axiom:power.vanishing"
    )


def test_a_readers_words_are_text() -> None:
    foreign = axiom("<b>", Statement((), Relation("<=", x**2 - 1, x**2)), Source("<i>"), "<u>")
    resting = chain(x**2 - 1).since(cite(foreign)).at_most(x**2).qed("<s>")
    for shown in (Listing([foreign])._repr_html_(), Listing([resting])._repr_html_()):
        assert not any(tag in shown for tag in ("<b>", "<i>", "<u>", "<s>"))
