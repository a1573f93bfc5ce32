"""The end of ``prove`` and of ``check``: what was proved, and what was refused."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from radam_sym.cli.exits import FAILED, say

if TYPE_CHECKING:
    from radam_sym.report.ledger import Ledger


def print_ledger(ledger: Ledger, as_json: bool) -> int:
    """Print it; the exit code."""
    import json

    from radam_sym.report.ledger import as_data, show

    if as_json:
        print(json.dumps(as_data(ledger), indent=1))
    else:
        show(ledger)
    if not ledger.refused:
        return 0
    if sys.stdout is not None:
        sys.stdout.flush()  # what is refused comes after the ledger where both go to one place
    return say(f"refused: {', '.join(name for name, _ in ledger.refused)}", FAILED)
