"""All that is trusted, and nothing else: what an expression is, the rules, axioms and theorems.

Read it in this order: ``heads``, ``terms`` and ``admission`` (what an expression is), ``formulas``
(what is said), ``conditions`` (what has to be known), ``polynomials``, ``context`` (what is known),
``place``, ``sums``, ``integrals``, ``laurent`` and ``series``, ``jets`` and ``enclosure``, and
``rules`` (what follows), ``theorem`` (what is proved), ``axioms``, ``encoding`` and ``format``
(proofs as data).
"""
