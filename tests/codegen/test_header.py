import re

import sympy

from radam_sym.codegen.header import header, statements_digest
from radam_sym.kernel.heads import Definition
from radam_sym.proof import Derivation, algebra, chain, definition
from tests.codegen.programs import HERE, above_itself, gap, gap_itself, in_factors, x, y


def test_the_digest_is_of_what_is_said() -> None:
    digests = {
        statements_digest([], []),
        statements_digest([gap], []),
        statements_digest([gap], [gap_itself.theorem]),
        statements_digest([gap], [in_factors.theorem]),
        statements_digest([gap], [gap_itself.theorem, in_factors.theorem]),
        statements_digest([Definition("gap", (x,), 1 - x**3)], []),
        statements_digest([], [above_itself.theorem]),
    }
    assert len(digests) == 7
    assert all(re.fullmatch("[0-9a-f]{64}", digest) for digest in digests)


def test_neither_order_nor_repetition_nor_the_proof_matters() -> None:
    one, other = gap_itself.theorem, in_factors.theorem
    assert statements_digest([gap], [one, other]) == statements_digest([gap], [other, one, one])
    longer = Derivation(
        "test.gap",
        HERE,
        lambda: (
            chain(gap(x))
            .by(definition(gap))
            .by(algebra, to=1 - x * (x + 1) + x)
            .by(algebra, to=(1 - x) * (1 + x))
        ),
    ).theorem
    assert longer.proof != other.proof
    assert statements_digest([gap], [longer]) == statements_digest([gap], [other])


def test_a_definition_that_a_theorem_uses_counts() -> None:
    other = Definition("above", (x, y), x)
    assert statements_digest([other], []) != statements_digest([other, gap], [])


def test_the_header_names_the_command_the_version_and_the_digest() -> None:
    lines = header("d" * 64)
    assert all(line.startswith("# ") and len(line) <= 100 for line in lines)
    text = "\n".join(lines)
    for said in ("python -m radam_sym.codegen", f"SymPy {sympy.__version__}", "d" * 64):
        assert said in text
