"""The page of a family card: a family becomes sheets of ten rows (DOMAIN.md 7.1).

Only what the template needs, typed; it draws nothing and decides nothing about the law.
"""

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from pydantic import BaseModel

from core.api import Keluarga, KepalaSurat, tolak
from plugins.kk.huruf import Sel, capitals, fit
from plugins.kk.kolom import Kolom, Penomoran, numbered, tanggal
from plugins.kk.lembar import Lembar, sheets

PENOMORAN = Penomoran.NAMA
"""Compare with a real card of the office before going live."""

LEBAR_KEPALA = 92.0
"""Room for a value in the block above the tables, in millimetres."""
LEBAR_NAMA = 84.0
"""Room for a name below a signature. Its letters are bold, so a little less than there is."""


class Judul(BaseModel):
    """A column's title with its number and width."""

    judul: str
    nomor: str
    lebar: float


class Golongan(BaseModel):
    """Neighbouring columns under one title; without a title, a single column."""

    judul: str
    kolom: tuple[Judul, ...]


class Baku(BaseModel):
    """A label and its value, in the block above the tables."""

    label: str
    isi: Sel


class HalamanKK(BaseModel):
    """Everything that the template prints."""

    nomor_kk: str
    kiri: tuple[Baku, ...]
    kanan: tuple[Baku, ...]
    satu: tuple[Golongan, ...]
    dua: tuple[Golongan, ...]
    lembar: tuple[Lembar, ...]
    dikeluarkan: str
    kepala_keluarga: Sel
    jabatan: str
    kepala_dinas: Sel
    nip: str


def family_card(
    keluarga: Keluarga,
    kantor: KepalaSurat,
    dikeluarkan: date,
    *,
    penomoran: Penomoran = PENOMORAN,
) -> HalamanKK:
    """Lay a family out on as many sheets as it needs."""
    _check(keluarga)
    satu, dua = numbered(penomoran)
    return HalamanKK(
        nomor_kk=keluarga.nomor_kk,
        kiri=_left(keluarga),
        kanan=_right(keluarga),
        satu=_titles(satu),
        dua=_titles(dua),
        lembar=sheets(keluarga.anggota, satu, dua),
        dikeluarkan=tanggal(dikeluarkan),
        kepala_keluarga=fit(capitals(keluarga.kepala), LEBAR_NAMA),
        jabatan=capitals(f"Kepala {kantor.nama_dinas}"),
        kepala_dinas=fit(capitals(kantor.kepala_nama), LEBAR_NAMA),
        nip=grouped_nip(kantor.kepala_nip),
    )


def grouped_nip(nip: str) -> str:
    """Write an official's number as it is read: 8-6-1-3 digits (DOMAIN.md 8.6)."""
    angka = nip.replace(" ", "")
    if len(angka) != 18:
        return nip
    return f"{angka[:8]} {angka[8:14]} {angka[14]} {angka[15:]}"


def _check(keluarga: Keluarga) -> None:
    """Refuse a card that contradicts itself, whoever supplied it (DOMAIN.md 7.1)."""
    anggota = keluarga.anggota
    if not anggota or capitals(anggota[0].nama) != capitals(keluarga.kepala):
        tolak("Kepala keluarga harus berada di baris pertama KK.")
    if len({satu.nik for satu in anggota}) < len(anggota):
        tolak("Ada NIK yang tercantum dua kali di KK ini.")


def _left(keluarga: Keluarga) -> tuple[Baku, ...]:
    return (
        _line("Nama Kepala Keluarga", keluarga.kepala),
        _line("Alamat", keluarga.alamat),
        _line("RT/RW", f"{keluarga.rt}/{keluarga.rw}"),
        _line("Kode Pos", keluarga.kode_pos),
    )


def _right(keluarga: Keluarga) -> tuple[Baku, ...]:
    return (
        _line("Desa/Kelurahan", keluarga.desa),
        _line("Kecamatan", keluarga.kecamatan),
        _line("Kabupaten/Kota", keluarga.kabupaten),
        _line("Provinsi", keluarga.provinsi),
    )


def _line(label: str, isi: str) -> Baku:
    return Baku(label=label, isi=fit(capitals(isi), LEBAR_KEPALA))


def _titles(kolom: Sequence[Kolom]) -> tuple[Golongan, ...]:
    """Put columns of one group under one title."""
    golongan = []
    for (judul, _), isi in groupby(enumerate(kolom), lambda satu: _group(*satu)):
        kepala = tuple(Judul(judul=k.judul, nomor=k.nomor, lebar=k.lebar) for _, k in isi)
        golongan.append(Golongan(judul=judul, kolom=kepala))
    return tuple(golongan)


def _group(nomor: int, kolom: Kolom) -> tuple[str, int]:
    return (kolom.golongan, 0 if kolom.golongan else nomor)
