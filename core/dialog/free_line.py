"""Takes what is unambiguous out of a line without labels: "1. Budi, 33…, Kudus 17-8-1990, Islam".

A number of sixteen digits, a date, a choice named in full, and in front of them a name; each only
where one question alone can mean it. What stays open is asked as usual.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date

from core.dialog.block import Alinea, Pasangan, day, number, tidy
from core.dialog.options import fold
from core.dialog.rencana import Butir, Kelompok, Rencana, Rupa, Soal
from core.dialog.walk import Tempat

_URUTAN = re.compile(r"^\d{1,2}[.)]\s*")
_PEMISAH = re.compile(r"[,;|/\t]+")
_NAMA = re.compile(r"[^\W\d_][^\d,;|:=@?!]{1,119}")
_TEMPAT = ("tempatlahir",)
_TEMPAT_LAHIR = re.compile(r"[^\W\d_]{4,}(?: [^\W\d_]+){0,3}")
_BERNOMOR = ("nik", "nomor_kk")
_BUKAN_NAMA = frozenset(
    ("di", "ke", "dari", "yang", "dan", "untuk", "dengan", "saya", "mau", "ini", "itu", "tidak")
)


def is_name(teks: str) -> bool:
    """Say whether this may be a person's name and nothing besides."""
    kata = teks.casefold().split()
    return 0 < len(kata) <= 8 and not _BUKAN_NAMA & {*kata} and bool(_NAMA.fullmatch(teks))


def unlabelled(rencana: Rencana, tempat: Tempat | None, teks: str) -> tuple[Alinea, ...]:
    """Give one paragraph for each line that tells of somebody; nothing if one of them does not."""
    baris = [_URUTAN.sub("", satu) for satu in tidy(teks) if satu]
    soal = _level(rencana, tempat)
    alinea = [Alinea(tuple(_pairs(satu, soal, tempat))) for satu in baris]
    terbaca = [satu for satu in alinea if len(satu.isi) >= 2]
    return tuple(terbaca) if len(terbaca) == len(alinea) else ()


def _level(rencana: Rencana, tempat: Tempat | None) -> Sequence[Soal]:
    """Give the questions that a line may answer: those around the one on screen, else a row's."""
    kelompok = [butir for butir in rencana.isi if isinstance(butir, Kelompok)]
    if tempat is not None and isinstance(tempat.butir, Kelompok):
        return _soal(tempat.butir.isi)
    if tempat is not None and tempat.kelompok is not None:
        return _soal(tempat.kelompok.isi)
    semua = [_soal(rencana.isi), *(_soal(satu.isi) for satu in kelompok)]
    return next((satu for satu in semua if _numbers(satu)), semua[0])


def _soal(isi: Sequence[Butir]) -> Sequence[Soal]:
    return [butir for butir in isi if isinstance(butir, Soal)]


def _numbers(soal: Sequence[Soal]) -> list[Soal]:
    return [satu for satu in soal if satu.sifat is not None and satu.sifat.kode in _BERNOMOR]


def _pairs(baris: str, soal: Sequence[Soal], tempat: Tempat | None) -> Iterator[Pasangan]:
    """Give what the line says for sure. A line without number and without date says nothing."""
    sisa = baris
    nomor, hari = number(baris), day(baris)
    if nomor is None and hari is None:
        return
    if nomor is not None:
        if (milik := _whose_number(soal, tempat)) is None:
            return
        yield Pasangan(milik.nama, nomor[0])
        sisa = sisa.replace(nomor[0], "\n", 1)
    if hari is not None and (milik := _birthday(soal)) is not None:
        sebelum, _, sesudah = sisa.partition(hari[0])
        yield Pasangan(milik.nama, hari[0])
        lahir = _only(soal, lambda s: fold(s.nama) in _TEMPAT)
        sebelum, lepas = _before_day(sebelum)
        if lahir is not None and lahir.rupa is Rupa.TEKS and lepas:
            yield Pasangan(lahir.nama, lepas)
        sisa = f"{sebelum}\n{sesudah}"
    yield from _words(sisa, soal)


def _before_day(teks: str) -> tuple[str, str]:
    """Take the place off that stands before a birth date, when a name stands before that."""
    bagian = [satu.strip() for satu in re.split(r"[\n,;|/\t]+", teks) if satu.strip()]
    if len(bagian) < 2 or not _TEMPAT_LAHIR.fullmatch(bagian[-1]):
        return teks, ""
    return "\n".join(bagian[:-1]), bagian[-1]


def _words(sisa: str, soal: Sequence[Soal]) -> Iterator[Pasangan]:
    """Take choices that are named in full, and a name where one stands first."""
    bagian = [satu.strip(" .-") for satu in _PEMISAH.sub("\n", sisa).split("\n")]
    isi = [satu for satu in bagian if satu]
    sudah: set[str] = set()
    nama = _only(soal, lambda s: s.nama in ("nama", "nama_lengkap")) or _only(
        soal, lambda s: s.sifat is not None and s.sifat.kode == "nama"
    )
    for urutan, satu in enumerate(isi):
        pemilik = [lain for lain in soal if fold(satu) in {fold(o.label) for o in lain.opsi}]
        if len(pemilik) == 1 and pemilik[0].nama not in sudah:
            sudah.add(pemilik[0].nama)
            yield Pasangan(pemilik[0].nama, satu)
        elif urutan == 0 and nama is not None and not pemilik and is_name(satu):
            yield Pasangan(nama.nama, satu)


def _whose_number(soal: Sequence[Soal], tempat: Tempat | None) -> Soal | None:
    """Say which question a bare number answers: the one on screen, or the only one there is."""
    if tempat is not None and tempat.butir in _numbers(soal):
        assert isinstance(tempat.butir, Soal)
        return tempat.butir
    bernomor = _numbers(soal)
    return bernomor[0] if len(bernomor) == 1 else None


def _birthday(soal: Sequence[Soal]) -> Soal | None:
    """Say which question a bare date answers: the birth date, or the only date there is."""
    lahir = _only(soal, lambda s: s.sifat is not None and s.sifat.kode == "tanggal_lahir")
    return lahir or _only(soal, lambda s: s.tipe is date)


def _only(soal: Sequence[Soal], cocok: Callable[[Soal], bool]) -> Soal | None:
    """Give the one question of a kind; none where there are two."""
    semua = [satu for satu in soal if cocok(satu)]
    return semua[0] if len(semua) == 1 else None
