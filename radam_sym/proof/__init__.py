"""How people write and read proofs. A mistake here can't make a false theorem."""

from radam_sym.proof.chain import Draft, InductionDraft, chain, induction
from radam_sym.proof.derivation import Derivation, derivation
from radam_sym.proof.moves import (
    Citation,
    algebra,
    cite,
    constant,
    definition,
    empty,
    factor_in,
    factor_out,
    given,
    hyperbolic,
    limit,
    radical,
    reverse,
    shift,
    single,
    split,
)
from radam_sym.proof.program import Form, Piece, Program, expm1, log1p
from radam_sym.proof.relations import (
    eq,
    finite_moment,
    for_all,
    identical,
    iid,
    independent,
    le,
    lt,
    unit_interval,
)
from radam_sym.proof.render import html, latex, register, text

register()

__all__ = [
    "Citation",
    "Derivation",
    "Draft",
    "Form",
    "InductionDraft",
    "Piece",
    "Program",
    "algebra",
    "chain",
    "cite",
    "constant",
    "definition",
    "derivation",
    "empty",
    "eq",
    "expm1",
    "factor_in",
    "factor_out",
    "finite_moment",
    "for_all",
    "given",
    "html",
    "hyperbolic",
    "identical",
    "iid",
    "independent",
    "induction",
    "latex",
    "le",
    "limit",
    "log1p",
    "lt",
    "radical",
    "reverse",
    "shift",
    "single",
    "split",
    "text",
    "unit_interval",
]
