"""What `python -m radam_sym.codegen` wrote from theorems; checked in, never edited."""
