"""From theorems to source text: what the derivations say how to compute, as functions.

``python -m radam_sym.codegen`` writes ``radam_sym/generated/`` anew. Nothing here imports what is
generated, so that it can be rebuilt when it is missing or broken.
"""
