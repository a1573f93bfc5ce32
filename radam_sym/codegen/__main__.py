"""``python -m radam_sym.codegen``: write the generated folder anew."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from radam_sym.codegen.folder import FOLDER, write
from radam_sym.codegen.header import COMMAND
from radam_sym.errors import InputError
from radam_sym.kernel.errors import ProofError


def main() -> int:
    """Write the files and name them; exit code 2 for what can't be computed or written, 1 for
    what is not proved.
    """
    parser = argparse.ArgumentParser(prog=COMMAND, description="Write the generated code anew.")
    parser.add_argument("-o", "--output", type=Path, default=FOLDER, metavar="DIR")
    try:
        for path in write(parser.parse_args().output):
            print(path)
    except (InputError, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    except ProofError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
