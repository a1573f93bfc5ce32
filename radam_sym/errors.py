"""What goes wrong, by name."""


class InputError(ValueError):
    """Bad input, told in one line: which argument, what was wrong, what is accepted."""
