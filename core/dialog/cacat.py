"""A fault in one field of a form, before the compiler adds the file and the field."""


class Cacat(Exception):
    """What is wrong, in Indonesian: it ends in `plugin list` and in the admin chat."""
