"""The paper's symbols and the names it gives to expressions."""

from sympy import Rational, Sum, Symbol, exp, log, sqrt, tanh

from radam_sym.kernel.heads import Definition, Family
from radam_sym.kernel.theorem import Source
from radam_sym.proof.relations import unit_interval

beta = Symbol("beta", real=True)
mu = Symbol("mu", real=True)
sigma = Symbol("sigma", real=True)
t = Symbol("t", integer=True, positive=True)
s = Symbol("s", integer=True, positive=True)
i = Symbol("i", integer=True)
j = Symbol("j", integer=True)
rate = Symbol("lambda", real=True)
tau = Symbol("tau", real=True)
X = Family("X", "random")
g = Family("g", "random")

decaying = unit_interval(beta)

ewma = Definition(
    "ewma",
    (X, beta, t),
    Sum(beta ** (t - i) * X[i], (i, 1, t)) / Sum(beta**j, (j, 0, t - 1)),
    notation=r"\operatorname{ewma}_{beta}\left({X}\right)_{t}",
)
ess = Definition(
    "ess",
    (beta, t),
    (1 - beta**t) / (1 + beta**t) * (1 + beta) / (1 - beta),
    notation=r"n_{t}",
)
ess_limit = Definition("ess_limit", (beta,), (1 + beta) / (1 - beta), notation=r"n_\infty")
liu_length = Definition(
    "rho",
    (beta, t),
    2 / (1 - beta) - 1 - 2 * t * beta**t / (1 - beta**t),
    notation=r"\rho_{t}",
)
liu_rectification = Definition(
    "r_liu",
    (beta, t),
    sqrt(
        (liu_length(beta, t) - 4)
        * (liu_length(beta, t) - 2)
        * ess_limit(beta)
        / ((ess_limit(beta) - 4) * (ess_limit(beta) - 2) * liu_length(beta, t))
    ),
    notation=r"r^{\mathrm{Liu}}_{t}",
)
bias_correction = Definition(
    "bias_correction", (beta, t), 1 - beta**t, notation=r"\left(1 - {beta}^{t}\right)"
)
decay = Definition("decay", (beta,), -log(beta), notation=r"\lambda")
simple = Definition(
    "r_simple", (beta, t), sqrt(2 / (1 + beta**t) - 1), notation=r"r^{\mathrm{simple}}_{t}"
)
simple_limit = Definition(
    "r_simple_limit",
    (tau,),
    sqrt(tanh(tau / 2)),
    notation=r"r^{\mathrm{simple}}\left({tau}\right)",
)
liu_limit = Definition(
    "r_liu_limit",
    (tau,),
    sqrt(1 - tau / (exp(tau) - 1)),
    notation=r"r^{\mathrm{Liu}}\left({tau}\right)",
)

half = Rational(1, 2)


def hilton(place: str) -> Source:
    """A place in the paper."""
    return Source("Hilton 2019, Learning rate warmup for Adam", place)
