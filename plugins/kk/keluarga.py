"""What both services share in making a family: its roof, its postcode, its size."""

import re
from typing import Annotated

from pydantic import AfterValidator

from core.api import Bahan, Keluarga, Orang, Tanya, tolak

JUMLAH_MAKSIMAL = 20
_LIMA_ANGKA = re.compile(r"[0-9]{5}")


def _five_digits(nilai: str) -> str:
    if not _LIMA_ANGKA.fullmatch(nilai):
        tolak("Kode pos terdiri dari 5 angka; yang Anda kirim {banyak} tanda.", banyak=len(nilai))
    return nilai


KodePos = Annotated[
    str,
    AfterValidator(_five_digits),
    Tanya("Berapa kode posnya?", contoh="59322", alias=("kode pos",)),
]


def household(
    bahan: Bahan,
    anggota: tuple[Orang, ...],
    *,
    nomor_kk: str,
    alamat: str,
    rt_rw: str,
    desa: str,
    kode_pos: str | None,
) -> Keluarga:
    """Put a family under its roof; names of village and district come from the office's list."""
    tempat = bahan.desa.get(desa)
    if tempat is None:
        tolak("Desa di permohonan ini tidak ada lagi di daftar kantor.")
    rt, _, rw = rt_rw.partition("/")
    return Keluarga(
        nomor_kk=nomor_kk,
        kepala=anggota[0].nama,
        alamat=alamat,
        rt=rt,
        rw=rw,
        kode_pos=kode_pos or tempat.kode_pos,
        desa=tempat.nama,
        kecamatan=tempat.kecamatan,
        kabupaten=bahan.kantor.kabupaten,
        provinsi=bahan.kantor.provinsi,
        anggota=anggota,
    )
