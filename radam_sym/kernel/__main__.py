"""``python -m radam_sym.kernel < FILE``: check proofs as data, with nothing loaded but the kernel.

Files may follow one another, and each is checked when it has come. Prints one JSON object a line:
each theorem as it is accepted, with the seconds of processor time that this took (waiting for the
next file is none), or what was refused. Exit code 0 if every proof holds, 1 if one does not, 2 if
the input is not proof files.
"""

import json
import sys
from collections.abc import Iterator
from time import process_time

from radam_sym.kernel.errors import FormatError, ProofError
from radam_sym.kernel.format import checked


def main() -> int:
    """Check the proof files on standard input."""
    began = process_time()
    try:
        for theorem in checked(_files()):
            now = process_time()
            line = {"id": theorem.id, "marks": sorted(theorem.marks), "seconds": now - began}
            print(json.dumps(line), flush=True)
            began = now
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


def _files() -> Iterator[str]:
    """The text of each file, of two lines, as it comes; at least one is expected."""
    lines = sys.stdin.buffer
    text = lines.readline() + lines.readline()
    while True:
        yield text.decode()
        text = lines.readline() + lines.readline()
        if not text:
            return


if __name__ == "__main__":
    sys.exit(main())
