"""All that citizens read, as it is written, by the folder whose catalogues must hold it."""

import importlib
from collections.abc import Iterator, Mapping
from enum import Enum
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import get_args

from core.api import Agama, HasilCari, Tanya, jenis
from core.api.checks.tanggal import BULAN
from core.dialog import Rencana, compile_form
from core.dialog.janji import FormJanji
from core.dialog.kontak import FormKontak
from core.kit.kalimat import asked, has_words, kalimat, said
from core.registry import Katalog, muat
from delivery import address, kode_email

AKAR = Path(__file__).parents[3]
INTI = AKAR / "core"
KATALOG: Katalog[Rencana] = muat(AKAR / "plugins", compile_form)

BUKAN_KALIMAT = {"PRIVASI_VERSI", "KATA_JAM", "KATA"}
UNTUK_PETUGAS = {
    "KARTU", "CATAT_HADIR", "CATAT_TIDAK", "BELUM_HARINYA", "BELUM_LEWAT", "JADWAL",
    "JADWAL_BARIS", "JADWAL_KOSONG", "DITARIK",
}  # fmt: skip
SINGKATAN = {"NIK", "RT/RW", "E-mail", "WNI", "WNA"}
"""Terms of the office that are the same in every language."""


def words_modules() -> list[ModuleType]:
    """Import every words module whose sentences citizens read."""
    berkas = [one for one in sorted(INTI.rglob("words*.py")) if "petugas" not in one.parts]
    nama = [".".join(one.relative_to(AKAR).with_suffix("").parts) for one in berkas]
    return [importlib.import_module(satu) for satu in nama]


def strings(nilai: object) -> Iterator[str]:
    """Give the texts in a constant of a words module."""
    match nilai:
        case str():
            yield nilai
        case Mapping():
            for satu in nilai.values():
                yield from strings(satu)
        case tuple() | list():
            for satu in nilai:
                yield from strings(satu)


@cache
def core_sentences() -> frozenset[str]:
    """Give what the core itself says to citizens."""
    semua: set[str] = {*BULAN, "Nomor KK"}
    for modul in words_modules():
        for nama, nilai in vars(modul).items():
            if nama.isupper() and not nama.startswith("_"):
                semua |= (
                    set(strings(nilai)) if nama not in BUKAN_KALIMAT | UNTUK_PETUGAS else set()
                )
    kata = importlib.import_module("core.dialog.words").KATA
    semua |= set(kata)
    for formulir in (FormKontak, FormJanji):
        semua |= set(asked(compile_form(formulir, kontak=False).isi))
    for nilai in vars(jenis).values():
        for tanda in get_args(nilai):
            if isinstance(tanda, Tanya):
                semua |= {satu for satu in (tanda.teks, tanda.bantuan, tanda.label) if satu}
    pilihan: tuple[type[Enum], ...] = (jenis.Kelamin, Agama, HasilCari)
    for daftar in pilihan:
        semua |= {getattr(satu, "label") for satu in daftar}  # noqa: B009  # Enum has no label
    berkas = [
        one
        for folder in ("api", "berkas", "bot", "dialog", "kantor", "wilayah")
        for one in (INTI / folder).rglob("*.py")
        if "petugas" not in one.parts
    ]
    semua |= set(said([*berkas, *(AKAR / "delivery").glob("*.py")]))
    semua |= {address._KELIRU, address._SATU_SAJA, kode_email.KODE_SALAH}
    return frozenset(filter(has_words, semua)) - SINGKATAN


@cache
def plugin_sentences() -> Mapping[Path, frozenset[str]]:
    """Give what each plugin says, without what the core or those it borrows from say as well."""
    semua: dict[Path, frozenset[str]] = {}
    for siap in KATALOG.layanan.values():
        semua[siap.folder] = semua.get(siap.folder, frozenset()) | kalimat(siap)
    sendiri = {}
    for siap in KATALOG.layanan.values():
        pinjam = [semua.get(folder, frozenset()) for folder in siap.pinjaman.values()]
        sendiri[siap.folder] = semua[siap.folder].difference(core_sentences(), SINGKATAN, *pinjam)
    return sendiri
