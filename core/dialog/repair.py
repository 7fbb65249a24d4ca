"""Opens a draft again, for what an officer wants anew."""

from dataclasses import replace

from core.dialog.draft import Draft
from core.dialog.jawaban import close, drop
from core.dialog.rencana import Kelompok, Rencana, Soal
from core.dialog.walk import find


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
