"""Turns a refused setting into one sentence that names it and carries no value."""

from pydantic import ValidationError


class SettingsFault(ValueError):
    """A setting is missing or malformed; its text is one sentence for the operator."""


_REASONS = {
    "missing": "belum diisi",
    "extra_forbidden": "tidak dikenal (salah ketik?)",
    "int_parsing": "harus berupa angka",
    "bool_parsing": "harus ya/tidak (true/false)",
    "literal_error": "bukan salah satu pilihan yang ada",
}


def one_sentence(source: str, cause: ValidationError) -> str:
    """Name the first refused setting of `source` and why, without showing what was written there."""
    first = cause.errors(include_input=False, include_url=False, include_context=False)[0]
    name = ".".join(str(part) for part in first["loc"]) or "isi"
    reason = _REASONS.get(first["type"], first["msg"].removeprefix("Value error, "))
    return f"{source}: pengaturan {name} {reason}."
