"""Reads and changes answers by path: `alasan`, `anggota[1].nik`, `kontak.email`."""

import copy
import re
from typing import Any

from core.dialog.draft import Jawaban

_TOKEN = re.compile(r"([a-z][a-z0-9_]*#?)(?:\[([0-9]+)\])?")


def rows(nama: str, rumah: Jawaban) -> list[Jawaban]:
    """Give the rows of a group (none, if it was never begun)."""
    kelompok = rumah.get(nama)
    return list(kelompok["baris"]) if isinstance(kelompok, dict) else []


def closed(nama: str, rumah: Jawaban) -> bool:
    """Say whether a group's list was marked as finished."""
    kelompok = rumah.get(nama)
    return isinstance(kelompok, dict) and bool(kelompok["selesai"])


def put(jawaban: Jawaban, path: str, nilai: Any) -> Jawaban:
    """Give a copy with this answer in it; rows and parts on the way are made."""
    baru = copy.deepcopy(jawaban)
    *awal, (nama, _) = _TOKEN.findall(path)
    rumah = baru
    for bagian, nomor in awal:
        rumah = rumah.setdefault(bagian, {"baris": [], "selesai": False} if nomor else {})
        if nomor:
            while len(rumah["baris"]) <= int(nomor):
                rumah["baris"].append({})
            rumah = rumah["baris"][int(nomor)]
    rumah[nama] = nilai
    return baru


def drop(jawaban: Jawaban, path: str) -> Jawaban:
    """Give a copy without this answer and its label; nothing happens if there is none."""
    baru = copy.deepcopy(jawaban)
    *awal, (nama, _) = _TOKEN.findall(path)
    rumah: Any = baru
    for bagian, nomor in awal:
        rumah = rumah.get(bagian, {})
        if nomor:
            baris = rumah.get("baris", [])
            rumah = baris[int(nomor)] if int(nomor) < len(baris) else {}
    rumah.pop(nama, None)
    rumah.pop(f"{nama}#", None)
    return baru


def close(jawaban: Jawaban, nama: str, selesai: bool) -> Jawaban:
    """Mark a group's list as finished, or as open again."""
    return put(jawaban, nama, {"baris": rows(nama, jawaban), "selesai": selesai})


def add_row(jawaban: Jawaban, nama: str) -> tuple[Jawaban, str]:
    """Open the list for one row more; give the prefix of the new row's paths."""
    terbuka = close(jawaban, nama, selesai=False)
    terbuka[nama]["baris"].append({})
    return terbuka, f"{nama}[{len(terbuka[nama]['baris']) - 1}]."


def drop_row(jawaban: Jawaban, nama: str, nomor: int) -> Jawaban:
    """Take a row out; the list is open again, because it changed."""
    terbuka = close(jawaban, nama, selesai=False)
    del terbuka[nama]["baris"][nomor]
    return terbuka
