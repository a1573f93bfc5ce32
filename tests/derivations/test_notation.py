from fractions import Fraction
from types import ModuleType

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from derivations import (
    adam,
    certificate,
    chi,
    chi_expansion,
    computing,
    computing_chi,
    computing_matched,
    computing_rational,
    delta,
    exact_bounds,
    exact_late,
    exact_law,
    gamma_bounds,
    gamma_fraction,
    gamma_ratio,
    infinite,
    inverse_moments,
    late_transform,
    logarithm,
    matched,
    notation,
    rational,
)
from radam_sym.kernel.formulas import Relation
from radam_sym.kernel.heads import Definition
from radam_sym.proof import program
from tests.derivations.chi_law import MEANINGS
from tests.derivations.exact_values import two_terms
from tests.derivations.meaning import (
    FAR,
    FAST,
    PROPER,
    REAL,
    Law,
    World,
    between,
    holds,
    length,
    sample_size,
    world_of,
)


def definitions(*modules: ModuleType) -> dict[str, Definition]:
    """Those that stand in some modules, by name."""
    said = [value for module in modules for value in vars(module).values()]
    return {value.name: value for value in said if isinstance(value, Definition)}


OPTIMIZERS = [*adam.adam.values(), *adam.radam.values()]
DEFINITIONS = definitions(notation, computing, adam, program) | {d.name: d for d in OPTIMIZERS}
OF_LAWS = definitions(
    gamma_ratio,
    gamma_bounds,
    chi,
    chi_expansion,
    logarithm,
    inverse_moments,
    exact_law,
    delta,
    late_transform,
    infinite,
)
OF_FACTORS = definitions(
    gamma_fraction,
    matched,
    rational,
    computing_chi,
    computing_matched,
    computing_rational,
) | {
    definition.name: definition
    for definition in (
        exact_bounds.two_terms,
        exact_late.limit_moment,
        exact_late.late_slope,
        exact_late.late_room,
        exact_late.late_constant,
        certificate.arctangent,
        certificate.aliasing,
    )
}
POSITIVE = {
    "x": Fraction(1, 3),
    "z": Fraction(5, 7),
    "v": Fraction(4, 9),
    "epsilon": Fraction(1, 8),
    "tau": Fraction(9, 4),
}
OTHERS = {"m": Fraction(-2, 3), "alpha": Fraction(3), "r": Fraction(2, 5), "theta": Fraction(-1)}


def test_every_definition_has_a_meaning_of_its_own_here() -> None:
    assert MEANINGS["two_terms"] is two_terms
    assert set(DEFINITIONS) | set(OF_LAWS) | set(OF_FACTORS) == set(MEANINGS)


@pytest.mark.parametrize("name", DEFINITIONS)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(beta=PROPER, t=st.integers(1, 8), terms=st.lists(REAL, min_size=9, max_size=9))
def test_a_definition_stands_for_what_the_paper_means(
    name: str, beta: Fraction, t: int, terms: list[Fraction]
) -> None:
    decays = {"beta": beta, "beta1": beta**2, "beta2": 1 - beta / 2}
    symbols = {**decays, "t": Fraction(t), **POSITIVE, **OTHERS}
    law = Law(Fraction(0), Fraction(1), Fraction(1, 2))
    world = World(symbols, {"X": lambda index: terms[index]}, law)
    assume(name != "r_liu" or length(beta, Fraction(t)) > 4)
    definition = DEFINITIONS[name]
    assert holds(Relation("=", definition.body, definition(*definition.parameters)), world)


@pytest.mark.parametrize("name", OF_LAWS)
@settings(max_examples=3, deadline=None)
@given(drawn=st.lists(between(0.5, 3), min_size=4, max_size=4), t=st.integers(3, 6))
def test_a_definition_of_a_law_stands_for_what_it_is(
    name: str, drawn: list[Fraction], t: int
) -> None:
    a, b, p, s = drawn
    beyond = {"c": 1 + a, "rho": 4 + a, "n": 2 * p + b, "z": s, "beta": b / 8}
    symbols = {"a": a, "b": b, "p": p, "s": s, "t": Fraction(t), **beyond}
    world = world_of({**symbols, "w": lambda index: drawn[index % len(drawn)]}, FAR)
    definition = OF_LAWS[name]
    assert holds(Relation("=", definition.body, definition(*definition.parameters)), world)


@pytest.mark.parametrize("name", OF_FACTORS)
@settings(max_examples=5, deadline=None)
@given(beta=between(0.4, 0.9), t=st.integers(3, 8), s=between(0.01, 3))
def test_a_definition_of_a_factor_stands_for_what_it_is(
    name: str, beta: Fraction, t: int, s: Fraction
) -> None:
    symbols = {"beta": beta, "t": Fraction(t), "s": s, "a": s, "c": 1 + s, "rho": 2 + s, "x": s / 9}
    symbols |= {"p": 1 + s, "h": s / 4, "z": s}
    definition = OF_FACTORS[name]
    world = world_of(symbols, FAR)
    assert holds(Relation("=", definition.body, definition(*definition.parameters)), world)


@settings(max_examples=25, deadline=None)
@given(beta=FAST)
def test_the_limit_of_the_sample_size_is_where_it_goes(beta: Fraction) -> None:
    gap = sample_size(beta, Fraction(FAR)) - MEANINGS["ess_limit"](beta)  # type: ignore[operator]
    assert abs(gap) < 1e-15


def test_a_source_names_the_paper_and_the_place() -> None:
    assert str(notation.hilton("section 2")).endswith("Learning rate warmup for Adam, section 2")
