from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from derivations import notation
from radam_sym.kernel.formulas import Relation
from radam_sym.kernel.heads import Definition
from tests.derivations.meaning import (
    FAR,
    FAST,
    MEANINGS,
    PROPER,
    REAL,
    Law,
    World,
    holds,
    sample_size,
)

DEFINITIONS = {d.name: d for d in vars(notation).values() if isinstance(d, Definition)}


def test_every_definition_has_a_meaning_of_its_own_here() -> None:
    assert set(DEFINITIONS) == set(MEANINGS)


@pytest.mark.parametrize("name", DEFINITIONS)
@settings(max_examples=25, deadline=None)
@given(beta=PROPER, t=st.integers(1, 8), terms=st.lists(REAL, min_size=9, max_size=9))
def test_a_definition_stands_for_what_the_paper_means(
    name: str, beta: Fraction, t: int, terms: list[Fraction]
) -> None:
    symbols = {"beta": beta, "t": Fraction(t)}
    law = Law(Fraction(0), Fraction(1), Fraction(1, 2))
    world = World(symbols, {"X": lambda index: terms[index]}, law)
    definition = DEFINITIONS[name]
    assert holds(Relation("=", definition.body, definition(*definition.parameters)), world)


@settings(max_examples=25, deadline=None)
@given(beta=FAST)
def test_the_limit_of_the_sample_size_is_where_it_goes(beta: Fraction) -> None:
    gap = sample_size(beta, Fraction(FAR)) - MEANINGS["ess_limit"](beta)  # type: ignore[operator]
    assert abs(gap) < 1e-15


def test_a_source_names_the_paper_and_the_place() -> None:
    assert str(notation.hilton("section 2")).endswith("Learning rate warmup for Adam, section 2")
