"""Modules that a reader might write: one whose theorem holds, one with another that does not."""

GOOD = '''
from sympy import Symbol
from radam_sym.kernel.theorem import Source
from radam_sym.proof import algebra, chain, derivation

x = Symbol("x", real=True)

@derivation("mine.square", Source("a notebook"))
def square():
    """The square of a sum."""
    return chain((x + 1)**2).by(algebra, to=x**2 + 2*x + 1)
'''
BAD = (
    GOOD
    + """
@derivation("mine.wrong", Source("a notebook"))
def wrong():
    return chain((x + 1)**2).by(algebra, to=x**2 + 1)
"""
)
