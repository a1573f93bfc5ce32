"""Run every benchmark of this folder: each module has a `run()` that returns a table.

Benchmarks measure and don't judge: a missed target is printed, and the exit code is 0.
"""

from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from rich.console import Console


def main() -> None:
    """Print the tables, in the order of the modules' names."""
    console = Console()
    for module in iter_modules([str(Path(__file__).parent)]):
        if module.name != "__main__":
            console.print(import_module(f"benchmarks.{module.name}").run())


if __name__ == "__main__":
    main()
