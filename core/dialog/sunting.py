"""An edited message corrects the answers that it gave, and nothing else (DIALOG.md U43).

Telegram keeps a message's id when it is edited. The draft notes which answers a message gave, and
their digests: an answer that was changed since by any other way is not this message's any more.
"""

import json
from dataclasses import replace
from hashlib import sha256

from core.bahasa import kata
from core.dialog import words_sunting
from core.dialog.answers import Isian, echo, record, understand
from core.dialog.draft import Draft, Jawaban
from core.dialog.events import Sunting
from core.dialog.jawaban import rows
from core.dialog.moved import Gerak, Saat
from core.dialog.parse import Beberapa, Ditolak, Terbaca
from core.dialog.paste import paste
from core.dialog.rencana import Kelompok, Rencana, Rupa, Soal
from core.dialog.show import fill
from core.dialog.walk import Tempat, find, walk

DIINGAT = 60
"""Of so many messages, the newest, is it known what they answered."""


def remember(rencana: Rencana, lama: Draft, baru: Draft, pesan: int | None) -> Draft:
    """Note which written answers a message has given: those that differ from before.

    `pesan` is None for what was no text. A group that lost a row is forgotten: its paths now
    name other people.
    """
    if lama.jawaban == baru.jawaban:
        return baru
    ingatan = _without_moved_rows(rencana, lama, baru)
    dulu, kini = _written(rencana, lama.jawaban), _written(rencana, baru.jawaban)
    milik = [[path, sidik] for path, sidik in kini.items() if dulu.get(path) != sidik]
    if milik and pesan is not None:
        ingatan[str(pesan)] = milik
    terbaru = sorted(ingatan, key=int)[-DIINGAT:]
    return replace(baru, pesan={nomor: ingatan[nomor] for nomor in terbaru})


def correct(saat: Saat, sunting: Sunting) -> Gerak:
    """Read an edited message again in the place of what it answered; else say what to do."""
    milik = _still_its_own(saat, sunting.pesan)
    tempat = find(saat.rencana, saat.draft.jawaban, milik[0]) if milik else None
    if tempat is None or not isinstance(tempat.butir, Soal):
        return Gerak(saat.draft, (kata(words_sunting.BUKAN_JAWABAN),))
    hasil = _read(saat, tempat, milik, sunting.teks)
    if isinstance(hasil, Ditolak | Beberapa):
        teks = fill(words_sunting.TIDAK_COCOK, label=tempat.butir.label, kalimat=hasil.kalimat)
        return Gerak(saat.draft, (teks,))
    isian = [satu for satu in hasil if satu.path in milik]
    if not isian:
        return Gerak(saat.draft, (kata(words_sunting.BUKAN_JAWABAN),))
    return _corrected(saat, sunting.pesan, isian)


def _corrected(saat: Saat, pesan: int, isian: list[Isian]) -> Gerak:
    draft, diganti = saat.draft, {satu.path for satu in isian}
    baru = record(draft, isian)
    kini = _written(saat.rencana, baru.jawaban)
    milik = [
        [path, kini.get(path, "") if path in diganti else sidik]
        for path, sidik in draft.pesan[str(pesan)]
    ]
    di = None if draft.di in diganti else draft.di
    baru = replace(baru, di=di, pesan=draft.pesan | {str(pesan): milik})
    return Gerak(baru, (kata(words_sunting.DIUBAH), *echo(saat.rencana, baru, isian)))


def _read(
    saat: Saat, tempat: Tempat, milik: list[str], teks: str
) -> list[Isian] | Ditolak | Beberapa:
    """Read a block as a block, and anything else as the answer to its question."""
    tempelan = paste(saat.rencana, saat.draft, tempat, teks, saat.konteks)
    if tempelan is None:
        return understand(saat.rencana, saat.draft, tempat, teks, saat.konteks)
    dulu = saat.draft.jawaban
    isian = []
    for path in milik:
        lama = find(saat.rencana, dulu, path)
        baru = find(saat.rencana, tempelan.draft.jawaban, path)
        if lama and baru and baru.nilai is not None and baru.nilai != lama.nilai:
            isian.append(Isian(path, Terbaca(baru.nilai, baru.rumah.get(f"{baru.nama}#"))))
    return isian


def _without_moved_rows(rencana: Rencana, lama: Draft, baru: Draft) -> dict[str, list[list[str]]]:
    surut = tuple(
        f"{tempat.nama}["
        for tempat in walk(rencana, lama.jawaban)
        if isinstance(tempat.butir, Kelompok)
        and len(rows(tempat.nama, baru.jawaban)) < len(rows(tempat.nama, lama.jawaban))
    )
    sisa = {
        nomor: [satu for satu in milik if not satu[0].startswith(surut)]
        for nomor, milik in baru.pesan.items()
    }
    return {nomor: milik for nomor, milik in sisa.items() if milik}


def _still_its_own(saat: Saat, pesan: int) -> list[str]:
    """Give the paths whose answers are still those that this message gave, in their order."""
    kini = _written(saat.rencana, saat.draft.jawaban)
    milik = saat.draft.pesan.get(str(pesan), [])
    return [path for path, sidik in milik if kini.get(path) == sidik]


def _written(rencana: Rencana, jawaban: Jawaban) -> dict[str, str]:
    """Give the digest of every answer that can be given in words, in the form's order."""
    return {
        tempat.path: sha256(json.dumps(tempat.nilai).encode()).hexdigest()[:16]
        for tempat in walk(rencana, jawaban)
        if _is_written(tempat)
    }


def _is_written(tempat: Tempat) -> bool:
    soal = tempat.butir
    ada = isinstance(soal, Soal) and soal.rupa is not Rupa.UNGGAH
    return ada and tempat.nilai is not None
