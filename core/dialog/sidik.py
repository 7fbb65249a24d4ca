"""Fingerprints of questions: by them a draft knows which of its answers still have their question.

A fingerprint has two halves, `shape.words`. The shape is what an answer is made of: kind, type
and choices. The words are the question itself, without its spelling of spaces
and signs. Conditions, examples and help are in neither: a change there asks nothing again.
"""

import hashlib
import json
from collections.abc import Iterator, Sequence
from typing import Any

from core.dialog.rencana import Butir, Kelompok, Lacak, Rencana, Soal

_BENTUK, _KATA = 8, 4


def fingerprints(rencana: Rencana) -> dict[str, str]:
    """Give the fingerprint of each of the plugin's questions: `alasan`, `anggota.nik`.

    The core's own questions, about the way out, have none: they change with no plugin.
    """
    return dict(_level(rencana.isi))


def reworded_only(lama: str, baru: str) -> bool:
    """Say whether two different fingerprints have one shape."""
    return lama.partition(".")[0] == baru.partition(".")[0]


def _level(isi: Sequence[Butir], awalan: str = "") -> Iterator[tuple[str, str]]:
    for butir in isi:
        yield awalan + butir.nama, _fingerprint(butir)
        if isinstance(butir, Kelompok):
            yield from _level(butir.isi, f"{butir.nama}.")


def _fingerprint(butir: Butir) -> str:
    bentuk, kata = _parts(butir)
    return f"{_digest(bentuk, _BENTUK)}.{_digest(kata, _KATA)}"


def _parts(butir: Butir) -> tuple[Any, str]:
    match butir:
        case Soal():
            return _shape(butir), _spoken(butir.tanya.teks)
        case Kelompok():
            return ["kelompok"], _spoken(butir.ulang.teks)
        case Lacak(cari=cari):
            return ["cari", cari.jenis, *butir.masukan], ""
        case _:
            return ["kode"], ""


def _shape(soal: Soal) -> list[Any]:
    tipe = getattr(soal.tipe, "__name__", str(soal.tipe))
    pilihan = [[opsi.nilai, opsi.label] for opsi in soal.opsi]
    sifat = soal.sifat.kode if soal.sifat else ""
    return [soal.rupa.value, "" if pilihan else tipe, pilihan, sifat]


def _spoken(teks: str) -> str:
    return "".join(huruf for huruf in teks.casefold() if huruf.isalnum())


def _digest(isi: object, panjang: int) -> str:
    tulisan = json.dumps(isi, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(tulisan.encode()).hexdigest()[:panjang]
