"""Turns a refused setting into one sentence that names it and carries no value."""

import os

from pydantic import ValidationError

PREFIX = "ADMINDUK_"
DELIMITER = "__"


class SettingsFault(ValueError):
    """A setting is missing or malformed; its text is one sentence for the operator."""


_OUT_OF_BOUNDS = "di luar batas yang boleh"
_SECTION = "harus berupa bagian dengan nama dan nilai"
_REASONS = {
    "missing": "belum diisi",
    "extra_forbidden": "tidak dikenal (salah ketik?)",
    "literal_error": "bukan salah satu pilihan yang ada",
    "string_type": "harus berupa teks",
    "string_too_short": "masih kosong",
    "too_short": "masih kosong",
    "path_type": "harus berupa nama berkas atau folder",
    "tuple_type": "harus berupa daftar",
    "int_type": "harus berupa angka bulat",
    "int_parsing": "harus berupa angka bulat",
    "int_from_float": "harus berupa angka bulat",
    "float_type": "harus berupa angka",
    "float_parsing": "harus berupa angka",
    "finite_number": "harus berupa angka",
    "greater_than": _OUT_OF_BOUNDS,
    "greater_than_equal": _OUT_OF_BOUNDS,
    "less_than_equal": _OUT_OF_BOUNDS,
    "model_type": _SECTION,
    "model_attributes_type": _SECTION,
}


def one_sentence(source: str, cause: ValidationError) -> str:
    """Name the first refused setting of `source`, or of the environment, and say why."""
    first = cause.errors(include_input=False, include_url=False)[0]
    place = [str(part) for part in first["loc"]]
    if _stands_in_environment(place):
        source = "Lingkungan"
    reason = _REASONS.get(first["type"], "tidak dapat dipakai")
    if first["type"] == "value_error":
        reason = str(first["ctx"]["error"])
    return f"{source}: pengaturan {'.'.join(place) or 'isi'} {reason}."


def _stands_in_environment(place: list[str]) -> bool:
    names = {name.upper() for name in os.environ}
    return PREFIX + DELIMITER.join(place).upper() in names
