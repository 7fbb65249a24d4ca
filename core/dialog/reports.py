"""What the room reports back: people looked up, codes sent and compared."""

from core.bahasa import kata
from core.dialog import words
from core.dialog.events import (
    Dicari,
    KodeCocok,
    KodeDikirim,
    KodeDitolak,
    KodeSalah,
)
from core.dialog.jawaban import drop, put
from core.dialog.moved import Gerak, Saat, moved, refused
from core.dialog.rencana import KodeSurel, Lacak
from core.dialog.show import fill
from core.dialog.walk import answered, find, inputs, sent


def looked_up(saat: Saat, laporan: Dicari) -> Gerak:
    """Keep what the registry answered, with what it was asked: if that changes, ask again."""
    tempat = find(saat.rencana, saat.draft.jawaban, laporan.path)
    if tempat is None or not isinstance(tempat.butir, Lacak) or answered(tempat):
        return Gerak(saat.draft)
    nilai = {"hasil": laporan.hasil.value, "dari": list(inputs(tempat))}
    jawaban = put(saat.draft.jawaban, tempat.path, nilai)
    return Gerak(moved(saat.draft, jawaban=jawaban))


def code(saat: Saat, laporan: KodeDikirim | KodeDitolak | KodeCocok | KodeSalah) -> Gerak:
    """Follow a code on its way: sent, refused, right, wrong."""
    tempat = find(saat.rencana, saat.draft.jawaban, laporan.path)
    if tempat is None or not isinstance(tempat.butir, KodeSurel) or answered(tempat):
        return Gerak(saat.draft)
    alamat = tempat.awalan + tempat.butir.alamat
    jawaban = saat.draft.jawaban
    match laporan:
        case KodeDikirim(path, kalimat):
            terkirim = {"alamat": tempat.rumah[tempat.butir.alamat], "cocok": False}
            draft = moved(saat.draft, jawaban=put(jawaban, path, terkirim))
            return Gerak(draft, (fill("{kalimat}", kalimat=kalimat),) if kalimat else ())
        case KodeDitolak(_, kalimat) if sent(tempat):  # another code: the first one still counts
            return Gerak(saat.draft, (fill(words.PERINGATAN, kalimat=kalimat),))
        case KodeDitolak(path, kalimat):
            draft = moved(saat.draft, jawaban=drop(drop(jawaban, path), alamat), di=None)
            return Gerak(draft, (fill(words.PERINGATAN, kalimat=kalimat),))
        case KodeSalah(_, kalimat):
            return refused(saat.draft, kalimat)
        case KodeCocok(path):
            cocok = {"alamat": tempat.rumah[tempat.butir.alamat], "cocok": True}
            draft = moved(saat.draft, jawaban=put(jawaban, path, cocok), di=None)
            return Gerak(draft, (kata(words.KODE_COCOK),))
