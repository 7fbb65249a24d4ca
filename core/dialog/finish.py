"""From answers to models: the whole form validated, its rules obeyed, its look-ups listed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from pydantic import ValidationError

from core.api import HARI_INI, Formulir
from core.dialog import kontak as kontak_inti
from core.dialog.draft import Draft, Jawaban
from core.dialog.janji import Terpilih, chosen
from core.dialog.kontak import Kontak
from core.dialog.parse import sentence
from core.dialog.rencana import Kelompok, Lacak, Rencana, Soal
from core.dialog.walk import KONTAK, Tempat, answered, current, inputs, result, walk


class BelumLengkap(Exception):
    """The form is not complete, or breaks a rule of its own."""


@dataclass(frozen=True)
class Selesai:
    """A finished form."""

    isian: Formulir
    kontak: Kontak | None
    janji: Terpilih | None = None


@dataclass(frozen=True)
class Pencarian:
    """What a look-up asks the registry."""

    jenis: Literal["keluarga", "orang"]
    nomor: str
    nama: str
    lahir: date


@dataclass(frozen=True)
class Cela:
    """A rule that the answers break: where the citizen is sent, and what they read there."""

    path: str | None
    kalimat: str


def finish(rencana: Rencana, draft: Draft) -> Selesai:
    """Give the validated models; hidden answers are left behind."""
    if belum := next((t.path for t in walk(rencana, draft.jawaban) if not answered(t)), None):
        raise BelumLengkap(f"{belum} has no answer")
    try:
        isian = rencana.model.model_validate(assemble(rencana, draft.jawaban))
    except ValidationError as salah:
        # The validation error itself would carry the answers into a log.
        raise BelumLengkap(f"{rencana.model.__name__}: {salah.error_count()} faults") from None
    if rencana.janji:
        return Selesai(isian, None, chosen(draft))
    kontak = kontak_inti.read(draft.jawaban[KONTAK]) if rencana.kontak else None
    return Selesai(isian, kontak)


def searches(rencana: Rencana, draft: Draft) -> Mapping[str, Pencarian]:
    """Give the look-ups of the form as it stands, by path."""
    return {t.path: search(t) for t in walk(rencana, draft.jawaban) if isinstance(t.butir, Lacak)}


def search(tempat: Tempat) -> Pencarian:
    """Give what one look-up asks."""
    assert isinstance(tempat.butir, Lacak)
    nomor, nama, lahir = inputs(tempat)
    return Pencarian(tempat.butir.cari.jenis, nomor, nama, date.fromisoformat(lahir))


def fault(rencana: Rencana, draft: Draft) -> Cela | None:
    """Find the first broken rule: of the row just completed, or of the completed form."""
    tempat = current(rencana, draft)
    if tempat is None or (rencana.janji and tempat.awalan == f"{KONTAK}."):
        isi = assemble(rencana, draft.jawaban)
        return _validate(rencana.model, isi, "") or _outdated(rencana, draft)
    if not isinstance(tempat.butir, Kelompok):
        return None
    kelompok = tempat.butir
    for nomor, row in enumerate(assemble(rencana, draft.jawaban).get(kelompok.nama, [])):
        sebaris = f"{kelompok.nama}[{nomor}]."
        utuh = all(answered(t) for t in walk(rencana, draft.jawaban) if t.awalan == sebaris)
        if utuh and (cela := _validate(kelompok.model, row, sebaris)):
            return cela
    return None


def assemble(rencana: Rencana, jawaban: Jawaban) -> dict[str, Any]:
    """Put the visible answers into the shape of the model."""
    isi: dict[str, Any] = {}
    baris: dict[str, dict[int, dict[str, Any]]] = {}
    for tempat in walk(rencana, jawaban):
        if tempat.awalan == f"{KONTAK}.":
            continue
        rumah = isi
        if tempat.kelompok is not None:
            rumah = baris.setdefault(tempat.kelompok.nama, {}).setdefault(tempat.baris, {})
        match tempat.butir:
            case Kelompok(nama=nama):
                isi[nama] = list(baris.get(nama, {}).values())
            case Soal(nama=nama) if tempat.nilai is not None:
                rumah[nama] = tempat.nilai
            case Lacak(nama=nama) if (hasil := result(tempat)) is not None:
                rumah[nama] = hasil
    return isi


def _outdated(rencana: Rencana, draft: Draft) -> Cela | None:
    """Find an answer that was right on the day it was given, and is not today."""
    hari_ini = date.fromisoformat(draft.jawaban[HARI_INI])
    for tempat in walk(rencana, draft.jawaban):
        soal = tempat.butir
        if not isinstance(soal, Soal) or soal.sifat is None or soal.sifat.pada is None:
            continue
        nilai = soal.adapter.validate_python(tempat.nilai) if tempat.nilai is not None else None
        if nilai is not None and (kalimat := soal.sifat.pada(nilai, hari_ini)):
            return Cela(tempat.path, kalimat)
    return None


def _validate(model: type[Formulir], isi: Mapping[str, Any], awalan: str) -> Cela | None:
    try:
        model.model_validate(isi)
    except ValidationError as salah:
        cacat = salah.errors(include_url=False, include_input=False)[0]
        path = _path(cacat["loc"])
        if "path" in cacat.get("ctx", {}):
            path = f"{path}.{cacat['ctx']['path']}" if path else str(cacat["ctx"]["path"])
        return Cela(awalan + path if path else None, sentence(None, None, cacat))
    return None


def _path(loc: tuple[int | str, ...]) -> str:
    """Write pydantic's location as our path: anggota[1].nik."""
    teks = ""
    for bagian in loc:
        teks += f"[{bagian}]" if isinstance(bagian, int) else f".{bagian}"
    return teks.lstrip(".")
