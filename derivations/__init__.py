"""The paper's derivations: one module per part, each reads like a page of it.

``theorems`` holds them by id; each is proved when it is asked for, with what it rests on.
"""

from radam_sym.proof.discovery import Library

theorems = Library(__name__)
