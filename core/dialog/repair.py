"""Opens a draft again: for what an officer wants anew, or for a form that has changed."""

from dataclasses import replace

from core.api import HARI_INI
from core.dialog.draft import Draft
from core.dialog.jawaban import close, drop
from core.dialog.parse import still_fits
from core.dialog.rencana import Kelompok, Rencana, Soal
from core.dialog.walk import KONTAK, answered, find, walk


def send_back(rencana: Rencana, draft: Draft, catatan: dict[str, str]) -> Draft:
    """Remove the answers an officer wants anew; each question will carry the officer's words."""
    jawaban = draft.jawaban
    for path in catatan:
        tempat = find(rencana, draft.jawaban, path)
        if tempat is None or not isinstance(tempat.butir, Soal | Kelompok):
            raise ValueError(f"{path} is not a question of this form as it was filled in")
        if isinstance(tempat.butir, Kelompok):
            jawaban = close(jawaban, path, selesai=False)
        else:
            jawaban = drop(jawaban, path)
    return replace(
        draft,
        jawaban=jawaban,
        perbaikan=dict(catatan),
        status="tanya",
        di=None,
        layar=(),
        saring="",
        gagal=0,
        rev=draft.rev + 1,
    )


def refit(rencana: Rencana, draft: Draft, versi: int) -> Draft:
    """Carry a draft over to a newer form: what still fits stays, the rest is asked again."""
    jawaban = draft.jawaban
    for tempat in walk(rencana, draft.jawaban):
        soal = tempat.butir
        if isinstance(soal, Soal) and answered(tempat) and not still_fits(soal, tempat.nilai):
            jawaban = drop(jawaban, tempat.path)
    dikenal = {butir.nama for butir in rencana.isi} | {KONTAK, HARI_INI}
    jawaban = {nama: isi for nama, isi in jawaban.items() if nama.rstrip("#") in dikenal}
    return replace(
        draft,
        jawaban=jawaban,
        versi=versi,
        di=None,
        layar=(),
        saring="",
        gagal=0,
        rev=draft.rev + 1,
    )
