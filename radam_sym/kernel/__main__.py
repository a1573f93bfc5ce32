"""``python -m radam_sym.kernel < FILE``: check proofs as data, with nothing loaded but the kernel.

Prints one JSON object a line: each theorem as it is accepted, or what was refused. Exit code 0 if
every proof holds, 1 if one does not, 2 if the input is not a proof file.
"""

import json
import sys
import time

from radam_sym.kernel.errors import FormatError, ProofError
from radam_sym.kernel.format import loads
from radam_sym.kernel.theorem import Theorem


def main() -> int:
    """Check the proof file on standard input."""
    began = time.perf_counter()

    def report(theorem: Theorem) -> None:
        nonlocal began
        now = time.perf_counter()
        line = {"id": theorem.id, "marks": sorted(theorem.marks), "seconds": now - began}
        print(json.dumps(line), flush=True)
        began = now

    try:
        loads(sys.stdin.buffer.read().decode(), report)
    except ProofError as error:
        print(json.dumps({"refused": str(error)}), flush=True)
        return 1
    except UnicodeDecodeError:
        print(json.dumps({"malformed": "this is not a proof file: it is not text"}), flush=True)
        return 2
    except FormatError as error:
        print(json.dumps({"malformed": str(error)}), flush=True)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
