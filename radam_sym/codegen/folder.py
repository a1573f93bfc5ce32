"""The generated folder: which files it has, what is in them, and writing them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import radam_sym
from radam_sym.codegen import any_number, numpy_functions
from radam_sym.codegen.header import COMMAND, header, statements_digest
from radam_sym.codegen.measured import PLACE, code_digest, measured
from radam_sym.codegen.sources import Sources, called_by, found, theorems_of
from radam_sym.errors import InputError
from radam_sym.files import replace_file
from radam_sym.proof.program import Form, Program

FOLDER = Path(radam_sym.__file__).parent / "generated"
INIT = f'"""What `{COMMAND}` wrote from theorems; checked in, never edited."""\n'
FORMS = ['"""The closed forms as the paper writes them, in any kind of number."""']
UPDATE = ['"""The update, and what it is made of, in any kind of number: the reference."""']


def texts(sources: Sources, measurements: Path = PLACE) -> dict[str, str]:
    """The files by name."""
    closed = {program.definition for program in sources.programs}
    forms = [form for form in sources.forms if form.definition in closed]
    update = [form for form in sources.forms if form.definition not in closed]
    _refuse_calls_between(forms, update)
    errors = measured(measured_code(sources), measurements)
    return {
        "__init__.py": INIT,
        "closed_forms.py": _text(
            sources.programs, numpy_functions.module(sources.programs, errors)
        ),
        "forms.py": _text(forms, any_number.module(FORMS, forms)),
        "update.py": _text(update, any_number.module(UPDATE, update)),
    }


def _refuse_calls_between(*files: list[Form]) -> None:
    for forms in files:
        here = [form.definition for form in forms]
        for form in forms:
            for called in called_by(form):
                if called not in here:
                    raise InputError(
                        f"{form.definition.name} calls {called.name}, which is in another file"
                    )


def measured_code(sources: Sources) -> str:
    """The digest of what the closed forms do, which a measurement is of."""
    return code_digest(
        line for program in sources.programs for line in numpy_functions.code(program)
    )


def write(folder: Path = FOLDER) -> list[Path]:
    """Write the folder anew: all is made before a file is replaced, and each is replaced whole.

    Raises ProofError and InputError as :func:`radam_sym.codegen.sources.checked` does; InputError
    where a file can't be written.
    """
    made = texts(found())
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in made.items():
        replace_file(folder / name, text)
    return [folder / name for name in made]


def _text(sources: Iterable[Program | Form], lines: list[str]) -> str:
    defined = [source.definition for source in sources]
    theorems = [t for source in sources for t in theorems_of(source)]
    return "\n".join([*header(statements_digest(defined, theorems)), *lines]) + "\n"
