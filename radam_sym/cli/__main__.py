"""``python -m radam_sym.cli``: the command ``radam-sym``, where it is on no path."""

import sys

from radam_sym.cli import main

if __name__ == "__main__":
    sys.exit(main())
