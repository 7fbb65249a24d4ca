"""Choices, and how one is found by typing: its number, its label, or a part of it."""

import re
import unicodedata
from difflib import get_close_matches

from core.api import Tempat
from core.dialog import janji
from core.dialog.events import Konteks
from core.dialog.rencana import Opsi, Soal

SEHALAMAN = 8
SARING = 120
"""So much of what was typed to find a choice is kept; the longest village has 115 letters."""
_MIRIP = 0.7
_NOMOR = re.compile(r"[0-9]{1,2}[.)] +(?=\D)")


def fold(teks: str) -> str:
    """Reduce to what counts when labels are compared: letters, digits, a blood group's sign."""
    urai = unicodedata.normalize("NFKD", teks).casefold()
    rapat = re.sub(r"[^a-z0-9+\-]", "", urai)
    return re.sub(r"-(?!$)", "", rapat).lstrip("-")


def options(soal: Soal, konteks: Konteks) -> tuple[Opsi, ...]:
    """Give all choices of a question; of a list of the nation, those that are near."""
    if not soal.opsi_kantor:
        return soal.opsi
    if soal.waktu:
        return janji.options(soal, konteks)
    if soal.opsi_nasional and konteks.wilayah:
        return tuple(map(area, konteks.wilayah.nearby(soal.opsi_nasional)))
    if soal.opsi_nasional == "kabupaten_nasional":
        return ()
    return tuple(
        Opsi(desa.kode, f"{desa.nama}, Kec. {desa.kecamatan}", (desa.nama,))
        for desa in konteks.desa
    )


def shown(soal: Soal, konteks: Konteks, saring: str, halaman: int = 0) -> tuple[Opsi, ...]:
    """Give the choices that are on screen: those that match what was typed, one page of them."""
    semua = options(soal, konteks)
    if saring:
        semua = found(soal, konteks, saring) or similar(semua, saring)
    awal = halaman * SEHALAMAN
    return semua[awal : awal + SEHALAMAN]


def found(soal: Soal, konteks: Konteks, teks: str) -> tuple[Opsi, ...]:
    """Give what the text may mean, of all choices there are."""
    if soal.opsi_nasional and konteks.wilayah:
        return tuple(map(area, konteks.wilayah.search(soal.opsi_nasional, sought(teks))))
    return matching(options(soal, konteks), teks)


def sure(soal: Soal, konteks: Konteks, teks: str) -> Opsi | None:
    """Give the one choice that the text means, without asking back."""
    if soal.opsi_nasional and konteks.wilayah:
        tempat = konteks.wilayah.exact(soal.opsi_nasional, sought(teks))
        return area(tempat) if tempat else None
    cocok = found(soal, konteks, teks)
    return cocok[0] if len(cocok) == 1 else None


def area(tempat: Tempat) -> Opsi:
    """Make a choice of an area of the nation."""
    nama = tempat.desa or tempat.kabupaten
    return Opsi(tempat.kode, tempat.alamat, (nama,), tempat.singkat)


def sought(teks: str) -> str:
    """Give what is looked for: one clean line, without the number that stands before a choice."""
    baris = " ".join("".join(c if c.isprintable() else " " for c in teks).split())
    return _NOMOR.sub("", baris)


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
