"""The whole form of a birth: what the applicant is asked, and what the officer adds.

Another plugin may build on `AktaLahir`: a subclass has every question of it, in this order, and
may add its own; `excerpt` reads either.
"""

from typing import Annotated

from core.api import F, Formulir, Sifat, Surat, Tanya, jenis
from plugins.akta.anak import TANPA_SURAT
from plugins.akta.dasar import Dasar
from plugins.akta.kode import Kalimat, OrangTua
from plugins.akta.nomor import NomorAktaLahir
from plugins.akta.surat import birth_statement, couple_statement
from plugins.akta.telat import not_yet_born

_PETUNJUK = (
    "Cetak suratnya, lengkapi titik-titiknya, tanda tangani bersama kedua saksi, lalu kirim "
    "fotonya."
)


class IsianSPTJM(Formulir):
    """The statements, each only where a paper is missing; asked last, made of what is known."""

    sptjm_lahir: Annotated[
        jenis.Foto | None,
        Tanya(
            "Foto SPTJM kebenaran data kelahiran (F-2.03) yang sudah ditandatangani",
            bantuan=_PETUNJUK,
            bila=TANPA_SURAT,
            label="SPTJM F-2.03",
            surat=Surat(
                "sptjm.html",
                isi=birth_statement,
                nama="SPTJM Kebenaran Data Kelahiran",
                milik="akta",
            ),
        ),
    ] = None
    sptjm_nikah: Annotated[
        jenis.Foto | None,
        Tanya(
            "Foto SPTJM pasangan suami istri (F-2.04) yang sudah ditandatangani",
            bantuan=_PETUNJUK,
            bila=F.orang_tua == OrangTua.SPTJM,
            label="SPTJM F-2.04",
            surat=Surat(
                "sptjm.html",
                isi=couple_statement,
                nama="SPTJM Pasangan Suami Istri",
                milik="akta",
            ),
        ),
    ] = None


class AktaLahir(IsianSPTJM, Dasar):
    """What the applicant is asked (Perpres 96/2018 Pasal 33; SE Dirjen 470/13287)."""


class AktaPetugas(Formulir):
    """What the officer adds at approval: SIAK's numbers, and the sentence about the parents."""

    nomor_akta: NomorAktaLahir
    tanggal_pencatatan: Annotated[
        jenis.Tanggal,
        Sifat("tanggal_akta", pada=not_yet_born),
        Tanya("Tanggal berapa kelahiran ini dicatat?", contoh="08-05-2026"),
    ]
    nik_anak: Annotated[
        jenis.NIK,
        Tanya(
            "Berapa NIK anak dari SIAK?",
            contoh="3319990305260001",
            alias=("nik anak", "nik"),
            label="NIK anak",
        ),
    ]
    kalimat: Annotated[
        Kalimat, Tanya("Kalimat mana tentang orang tua yang dicetak di akta?", label="Kalimat")
    ]
