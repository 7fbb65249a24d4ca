"""Loads an office's profile from TOML. Every fault is one sentence naming file and setting."""

import re
import tomllib
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from core.kantor.profil import Kantor
from core.kantor.salah import PengaturanSalah, refuse
from core.kantor.wilayah import read_text, read_villages

_AT_LINE = re.compile(r"at line (\d+)")


def load_kantor(path: Path) -> Kantor:
    """Read `offices/<name>.toml` and the villages it names, or raise PengaturanSalah."""
    setelan = _parse(path)
    berkas_desa = setelan.pop("desa", None)
    if not isinstance(berkas_desa, str):
        raise PengaturanSalah(f"{path.name}: setelan desa harus berupa nama berkas CSV.")
    try:
        kantor = Kantor.model_validate({**setelan, "desa": ()})
    except ValidationError as cause:
        # The cause prints what the file holds; the sentence does not.
        raise refuse(path.name, cause) from None
    desa = read_villages(path.parent / berkas_desa, wilayah=kantor.kode_wilayah)
    return kantor.model_copy(update={"desa": desa})


def _parse(path: Path) -> dict[str, Any]:
    text = read_text(path)
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as cause:
        line = _AT_LINE.search(str(cause))
        place = f" baris {line[1]}" if line else ""
        raise PengaturanSalah(f"{path.name}{place}: bukan penulisan TOML yang benar.") from None
