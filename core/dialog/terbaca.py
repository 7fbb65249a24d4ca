"""Holds the papers against the answers: what was read on a photo, and what was typed.

A paper's question names the fields that the paper should show (`Tanya.baca`): "nik" of its own
level, or "kepala.nik" of a group, whose rows count once the group is closed.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from core.api import Unggahan
from core.api.bacaan import Terbaca
from core.bahasa import kata
from core.dialog import words_baca
from core.dialog.bandingan import names_differ, numbers_differ
from core.dialog.cacat import Cacat
from core.dialog.rencana import Butir, Kelompok, Rupa, Soal
from core.dialog.walk import Tempat, answered

_SENTENCES: dict[Terbaca, tuple[Callable[[str, str], bool], str]] = {
    "nik": (numbers_differ, words_baca.NIK_BEDA),
    "nomor_kk": (numbers_differ, words_baca.NOMOR_KK_BEDA),
    "nama": (names_differ, words_baca.NAMA_BEDA),
}


def sought(soal: Soal, isi: Sequence[Butir]) -> tuple[Terbaca, ...]:
    """Give what is to be read on a paper: the kinds of the fields that its question names."""
    dicari = {_kind(_field(nama, isi)) for nama in soal.tanya.baca}
    return tuple(jenis for jenis in _SENTENCES if jenis in dicari)


def differences(tempat: Tempat, semua: Sequence[Tempat]) -> tuple[str, ...]:
    """Say where a paper and the answers differ; nothing where either of them is missing."""
    soal = tempat.butir
    if not isinstance(soal, Soal) or not soal.tanya.baca or tempat.nilai is None:
        return ()
    halaman = Unggahan.model_validate(tempat.nilai).halaman
    hasil = []
    for nama in soal.tanya.baca:
        diisi = list(_typed(nama, tempat, semua))
        for jenis, (differ, kalimat) in _SENTENCES.items():
            terbaca = [t for satu in halaman if (t := getattr(satu.bacaan, jenis, None))]
            nilai = [str(satu) for sifat, satu in diisi if sifat == jenis]
            sama = any(not differ(t, satu) for t in terbaca for satu in nilai)
            if terbaca and nilai and not sama:
                hasil.append(kata(kalimat))
    return tuple(dict.fromkeys(hasil))


def check_readings(isi: Sequence[Butir]) -> None:
    """Refuse a paper that is to show what is not asked, or what no machine reads."""
    for butir in isi:
        dalam = butir.isi if isinstance(butir, Kelompok) else ()
        for soal, sekitar in [(butir, isi), *((satu, dalam) for satu in dalam)]:
            if isinstance(soal, Soal):
                _check(soal, sekitar)


def _check(soal: Soal, isi: Sequence[Butir]) -> None:
    if soal.tanya.baca and soal.rupa is not Rupa.UNGGAH:
        raise Cacat(f"baca milik “{soal.nama}” hanya untuk pertanyaan yang meminta foto.")
    for nama in soal.tanya.baca:
        if _kind(_field(nama, isi)) not in _SENTENCES:
            raise Cacat(
                f"baca milik “{soal.nama}” menyebut “{nama}”; yang dapat dibaca hanya isian NIK, "
                "nomor KK, dan nama di formulir ini."
            )


def _field(nama: str, isi: Sequence[Butir]) -> Soal | None:
    """Find what a name means among the fields of a level."""
    awal, titik, akhir = nama.rpartition(".")
    level = isi
    if titik:
        grup = next((b for b in isi if isinstance(b, Kelompok) and b.nama == awal), None)
        level = grup.isi if grup is not None else ()
    return next((b for b in level if isinstance(b, Soal) and b.nama == akhir), None)


def _kind(soal: Soal | None) -> str:
    return soal.sifat.kode if soal is not None and soal.sifat is not None else ""


def _typed(nama: str, paper: Tempat, semua: Sequence[Tempat]) -> Iterator[tuple[str, Any]]:
    """Give what was typed under a name, with its kind; a group that is still open is not ready."""
    awal, titik, akhir = nama.rpartition(".")
    if titik and not any(t.path == paper.awalan + awal and answered(t) for t in semua):
        return
    for tempat in semua:
        rumah = tempat.kelompok.nama if tempat.kelompok else ""
        here = rumah == awal if titik else tempat.awalan == paper.awalan
        if here and tempat.nama == akhir and isinstance(tempat.butir, Soal) and tempat.nilai:
            yield _kind(tempat.butir), tempat.nilai
