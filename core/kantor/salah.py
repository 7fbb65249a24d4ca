"""Says in one Indonesian sentence what is wrong with an office file, without quoting it."""

import re
from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from core.settings import SettingsFault

_REASONS: Mapping[str, str] = {
    "missing": "belum diisi",
    "extra_forbidden": "tidak dikenal, mungkin salah ketik",
    "string_type": "harus berupa teks di antara tanda kutip",
    "string_too_short": "masih kosong",
    "string_too_long": "terlalu panjang",
    "string_pattern_mismatch": "tidak ditulis dengan benar",
    "too_short": "masih kosong",
    "int_type": "harus berupa angka bulat tanpa tanda kutip",
    "int_parsing": "harus berupa angka bulat",
    "date_type": "harus berupa tanggal, misalnya 2026-12-25",
    "date_from_datetime_parsing": "harus berupa tanggal, misalnya 2026-12-25",
    "date_parsing": "harus berupa tanggal, misalnya 2026-12-25",
    "tuple_type": "harus berupa daftar di antara tanda kurung siku",
    "frozen_set_type": "harus berupa daftar di antara tanda kurung siku",
    "mapping_type": "harus berupa bagian dengan nama dan nilai",
    "dict_type": "harus berupa bagian dengan nama dan nilai",
    "model_type": "harus berupa bagian dengan nama dan nilai",
    "greater_than_equal": "paling kecil {ge}",
    "less_than_equal": "paling besar {le}",
    "less_than": "harus kurang dari {lt}",
    "literal_error": "harus salah satu dari {expected}",
    "enum": "harus salah satu dari {expected}",
}


class PengaturanSalah(SettingsFault):
    """The office's profile cannot be used; the text is one sentence naming file and setting."""


def refuse(berkas: str, fault: ValidationError) -> PengaturanSalah:
    """Word the first fault that pydantic found in `berkas`."""
    first = fault.errors(include_input=False, include_url=False)[0]
    reason = _reason(first["type"], first.get("ctx", {}))
    setting = f"setelan {_setting(first['loc'])}" if first["loc"] else "setelan"
    return PengaturanSalah(f"{berkas}: {setting} {reason}.")


def _reason(jenis: str, ctx: Mapping[str, Any]) -> str:
    if jenis == "value_error":
        return str(ctx["error"])
    known = {name: str(value).replace(" or ", " atau ") for name, value in ctx.items()}
    return _REASONS.get(jenis, "tidak dapat dipakai").format_map(known)


def _setting(loc: tuple[int | str, ...]) -> str:
    """Write a place as an operator reads it: `petugas nomor 2, peran`."""
    # pydantic names a mapping's bad key [key]: the mapping is what the operator must look at.
    path = ".".join(f"#{part + 1}" if isinstance(part, int) else part for part in loc)
    path = path.removesuffix(".[key]")
    return re.sub(r"\.#(\d+)", r" nomor \1", path)
