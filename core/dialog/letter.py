"""The letter of a question: what it is made of, and when it must be given (again)."""

import json
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from typing import Any

from core.api import Formulir, HasilCari, Surat
from core.dialog.draft import Draft, Jawaban
from core.dialog.jawaban import rows
from core.dialog.menu import MENU
from core.dialog.rencana import Kelompok, Lacak, Rencana, Rupa, Soal
from core.dialog.walk import Tempat, current, result, value, walk


def letter(rencana: Rencana, path: str) -> Surat:
    """Give the letter of a question; LookupError if it has none."""
    butir = next((butir for butir in rencana.isi if butir.nama == path), None)
    if not isinstance(butir, Soal) or butir.tanya.surat is None:
        raise LookupError(f"{path} has no letter")
    return butir.tanya.surat


def so_far(rencana: Rencana, draft: Draft, path: str) -> Formulir:
    """Give the form as it was answered before a question, each answer under its own type.

    It is not validated as a whole: what is not answered yet, hidden or skipped is None.
    """
    isi = _blank(rencana.model)
    baris: dict[str, dict[int, dict[str, Any]]] = {}
    for tempat in _before(rencana, draft.jawaban, path):
        rumah = isi
        if (luar := tempat.kelompok) is not None:
            if not rows(luar.nama, draft.jawaban):
                continue  # the first row of a group stands open before anything is in it
            rumah = baris.setdefault(luar.nama, {}).setdefault(tempat.baris, _blank(luar.model))
        match tempat.butir:
            case Kelompok(nama=nama, model=model):
                isi[nama] = [model.model_construct(**row) for row in baris.get(nama, {}).values()]
            case Soal(nama=nama, adapter=adapter) if tempat.nilai is not None:
                rumah[nama] = adapter.validate_python(tempat.nilai)
            case Lacak(nama=nama) if (hasil := result(tempat)) is not None:
                rumah[nama] = next(satu for satu in HasilCari if satu == hasil)
    return rencana.model.model_construct(**isi)


def hand_over(rencana: Rencana, draft: Draft, *, again: bool) -> tuple[Draft, str]:
    """Say whose letter goes with the question on screen, and note that it was given.

    Once for the same answers, unless the citizen asks for it `again`; "" if none is due.
    """
    tempat = current(rencana, draft)
    if tempat is None or not _has_letter(tempat) or (draft.layar and draft.layar[0] in MENU):
        return draft, ""
    kini = _trace(rencana, draft.jawaban, tempat.path)
    if draft.surat.get(tempat.path) == kini and not again:
        return draft, ""
    return replace(draft, surat=draft.surat | {tempat.path: kini}), tempat.path


def signed(tempat: Tempat, draft: Draft) -> str | None:
    """Give the mark to keep beside a letter that came back: of which answers it was made."""
    return draft.surat.get(tempat.path, "") if _has_letter(tempat) else None


def is_outdated(rencana: Rencana, jawaban: Jawaban, tempat: Tempat) -> bool:
    """Say whether answers have changed since the letter was made that came back signed."""
    dari = tempat.rumah.get(f"{tempat.nama}#")
    if not _has_letter(tempat) or tempat.nilai is None or not dari:
        return False
    return bool(dari != _trace(rencana, jawaban, tempat.path))


def _has_letter(tempat: Tempat) -> bool:
    return isinstance(tempat.butir, Soal) and tempat.butir.tanya.surat is not None


def _trace(rencana: Rencana, jawaban: Jawaban, path: str) -> str:
    """Digest all that was answered before a question; of papers, only which are there.

    It stays in the draft, which is sealed like the answers themselves.
    """
    terlihat: list[object] = []
    for tempat in _before(rencana, jawaban, path):
        kertas = isinstance(tempat.butir, Soal) and tempat.butir.rupa is Rupa.UNGGAH
        terlihat.append([tempat.path, tempat.nilai is not None if kertas else value(tempat)])
    return sha256(json.dumps(terlihat).encode()).hexdigest()[:16]


def _before(rencana: Rencana, jawaban: Jawaban, path: str) -> Iterator[Tempat]:
    """Give the visible places before a question."""
    for tempat in walk(rencana, jawaban):
        if tempat.path == path:
            return
        yield tempat


def _blank(model: type[Formulir]) -> dict[str, Any]:
    return dict.fromkeys(model.model_fields)
