"""The simple form of RAdam's variance rectification, as theorems that run.

What this package exports is loaded when it is first used, so that importing it stays cheap.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the same names again, for type checkers, which can't follow __getattr__
    from radam_sym.errors import InputError as InputError
    from radam_sym.factors import effective_sample_size as effective_sample_size
    from radam_sym.factors import rectification as rectification
    from radam_sym.optimizer.adam import Adam as Adam
    from radam_sym.optimizer.adam import RAdam as RAdam

__version__ = "0.1.0"

_EXPORTS = {  # name → the module that defines it
    "Adam": "radam_sym.optimizer.adam",
    "InputError": "radam_sym.errors",
    "RAdam": "radam_sym.optimizer.adam",
    "effective_sample_size": "radam_sym.factors",
    "rectification": "radam_sym.factors",
}


def __getattr__(name: str) -> object:
    if name not in _EXPORTS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_EXPORTS[name]), name)
    globals()[name] = value  # the next access doesn't come here
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_EXPORTS})
