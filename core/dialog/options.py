"""Choices, and how one is found by typing: its number, its label, or a part of it."""

import re
import unicodedata
from difflib import get_close_matches

from core.dialog.events import Konteks
from core.dialog.rencana import Opsi, Soal

SEHALAMAN = 8
_MIRIP = 0.7


def fold(teks: str) -> str:
    """Reduce to what counts when labels are compared: letters, digits, a blood group's sign."""
    urai = unicodedata.normalize("NFKD", teks).casefold()
    rapat = re.sub(r"[^a-z0-9+\-]", "", urai)
    return re.sub(r"-(?!$)", "", rapat).lstrip("-")


def options(soal: Soal, konteks: Konteks) -> tuple[Opsi, ...]:
    """Give all choices of a question; villages come from the office."""
    if not soal.opsi_kantor:
        return soal.opsi
    return tuple(
        Opsi(desa.kode, f"{desa.nama}, Kec. {desa.kecamatan}", (desa.nama,))
        for desa in konteks.desa
    )


def shown(soal: Soal, konteks: Konteks, saring: str, halaman: int = 0) -> tuple[Opsi, ...]:
    """Give the choices that are on screen: those that match what was typed, one page of them."""
    semua = options(soal, konteks)
    if saring:
        semua = matching(semua, saring) or similar(semua, saring)
    awal = halaman * SEHALAMAN
    return semua[awal : awal + SEHALAMAN]


def matching(semua: tuple[Opsi, ...], teks: str) -> tuple[Opsi, ...]:
    """Give what the text may mean: an exact name wins, then every label that contains it."""
    cari = fold(teks)
    if not cari:
        return ()
    for nama in (_labels, _names):
        tepat = tuple(opsi for opsi in semua if cari in nama(opsi))
        if tepat:
            return tepat
    kata = [fold(bagian) for bagian in teks.split()]
    return tuple(opsi for opsi in semua if _contains(opsi, cari, kata))


def similar(semua: tuple[Opsi, ...], teks: str) -> tuple[Opsi, ...]:
    """Give what was perhaps meant by a mistyped name; these are offered, never taken."""
    menurut_nama = {nama: opsi for opsi in semua for nama in (*_names(opsi), *_labels(opsi))}
    dekat = get_close_matches(fold(teks), menurut_nama, n=SEHALAMAN, cutoff=_MIRIP)
    return tuple(dict.fromkeys(menurut_nama[nama] for nama in dekat))


def numbered(terlihat: tuple[Opsi, ...], teks: str) -> Opsi | None:
    """Give the choice of this number, as the numbers stand on screen."""
    angka = teks.strip().rstrip(".)")
    if re.fullmatch(r"[0-9]{1,2}", angka) and 1 <= int(angka) <= len(terlihat):
        return terlihat[int(angka) - 1]
    return None


def _labels(opsi: Opsi) -> tuple[str, ...]:
    kunci = (fold(opsi.nilai),) if isinstance(opsi.nilai, str) else ()
    return (fold(opsi.label), *kunci)


def _names(opsi: Opsi) -> tuple[str, ...]:
    return tuple(map(fold, opsi.sebutan))


def _contains(opsi: Opsi, cari: str, kata: list[str]) -> bool:
    label = fold(opsi.label)
    return cari in label or all(bagian in label for bagian in kata)
