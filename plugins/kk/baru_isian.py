"""What is asked for a new family's card: of the applicant, and of the officer."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from typing import Annotated, Self

from pydantic import model_validator

from core.api import F, Formulir, Tanya, Ulang, galat, jenis
from plugins.kk.keluarga import JUMLAH_MAKSIMAL, KodePos
from plugins.kk.kode import BERTANGGAL, KEPALA_KELUARGA, SHDK, StatusPerkawinan
from plugins.kk.orang import (
    BELUM_TERCATAT,
    HUBUNGAN,
    STATUS,
    TANGGAL_KAWIN,
    Nikah,
    Penduduk,
    Pengenal,
)

PASANGAN = (SHDK.SUAMI, SHDK.ISTRI)


class KepalaBaru(Pengenal):
    """The head of the new family, always the first line of the card."""

    nik: Annotated[jenis.NIK, Tanya("Berapa NIK kepala keluarga?")]
    nama: Annotated[jenis.Nama, Tanya("Siapa nama lengkap kepala keluarga?")]

    @property
    def hubungan(self) -> str:
        """What the card prints under SHDK."""
        return KEPALA_KELUARGA

    def nikah(self, pasangan: Nikah) -> Nikah:
        """The head is one of the couple."""
        return pasangan


class AnggotaBaru(Pengenal):
    """Everybody else. The couple's marital status is not asked: the proof says it."""

    shdk: Annotated[SHDK, HUBUNGAN]
    status_perkawinan: Annotated[
        StatusPerkawinan | None,
        replace(STATUS, bila=BELUM_TERCATAT & ~F.shdk.in_(*PASANGAN)),
    ] = None
    tanggal_perkawinan: Annotated[
        jenis.Tanggal | None, replace(TANGGAL_KAWIN, bila=F.status_perkawinan.in_(*BERTANGGAL))
    ] = None

    @property
    def hubungan(self) -> str:
        """What the card prints under SHDK."""
        return self.shdk.label

    def nikah(self, pasangan: Nikah) -> Nikah:
        """Husband and wife are married as the proof says; for others, what they said."""
        if self.shdk in PASANGAN:
            return pasangan
        return Nikah(self.status_perkawinan, self.tanggal_perkawinan)


Baris = KepalaBaru | AnggotaBaru


class KeluargaBaru(Formulir):
    """What the applicant is asked, but for the statement that is made of it."""

    bukti_nikah: Annotated[
        jenis.Foto | None,
        Tanya(
            "Foto buku nikah atau kutipan akta perkawinan",
            lewati="Belum punya bukti nikah",
            label="Bukti nikah",
        ),
    ] = None
    kk_lama_kepala: Annotated[
        jenis.Foto, Tanya("Foto KK lama kepala keluarga", label="KK lama kepala keluarga")
    ]
    kk_lama_pasangan: Annotated[
        jenis.Foto | None,
        Tanya(
            "Foto KK lama pasangannya",
            lewati="Sama, atau tanpa pasangan",
            label="KK lama pasangan",
        ),
    ] = None
    ktp_kepala: Annotated[
        jenis.Foto,
        Tanya(
            "Foto KTP-el kepala keluarga",
            label="KTP-el kepala keluarga",
            baca=("kepala.nik", "kepala.nama"),
        ),
    ]
    ktp_pasangan: Annotated[
        jenis.Foto | None,
        Tanya(
            "Foto KTP-el pasangannya",
            lewati="Tanpa pasangan",
            label="KTP-el pasangan",
            baca=("anggota.nik", "anggota.nama"),
        ),
    ] = None
    alamat: Annotated[jenis.Jalan, Tanya("Di mana keluarga baru ini tinggal?")]
    rt_rw: jenis.RtRw
    desa: jenis.Desa
    kepala: Annotated[
        list[KepalaBaru],
        Ulang("Kepala keluarga", minimal=1, maksimal=1, judul="{nama}", label="Kepala keluarga"),
    ]
    anggota: Annotated[
        list[AnggotaBaru],
        Ulang(
            "Siapa saja anggota keluarga lainnya?",
            maksimal=JUMLAH_MAKSIMAL - 1,
            judul="{nama}",
        ),
    ]

    @property
    def semua(self) -> Iterator[tuple[str, Baris]]:
        """Give everybody with the path of their row, head first."""
        kepala = ((f"kepala[{n}]", satu) for n, satu in enumerate(self.kepala))
        anggota = ((f"anggota[{n}]", satu) for n, satu in enumerate(self.anggota))
        return chain(kepala, anggota)

    @model_validator(mode="after")
    def nobody_twice(self) -> Self:
        """Refuse a NIK that is in the form twice."""
        ada: set[str] = set()
        for path, satu in self.semua:
            if satu.nik in ada:
                galat(f"{path}.nik", "NIK ini sudah ada di keluarga ini. Periksa NIK-nya.")
            ada.add(satu.nik)
        return self

    @model_validator(mode="after")
    def one_husband(self) -> Self:
        """Refuse a second husband; wives may be several (DOMAIN.md 6.4)."""
        suami = [n for n, satu in enumerate(self.anggota) if satu.shdk is SHDK.SUAMI]
        if len(suami) > 1:
            galat(f"anggota[{suami[1]}].shdk", "Di dalam satu KK hanya boleh ada satu suami.")
        return self


_BERKAWIN = F.status_perkawinan.in_(*BERTANGGAL)


class KKBaruPetugas(Formulir):
    """What the officer adds at approval: the number that SIAK gave, and what the proof says.

    ``penduduk`` is for people whom the registry does not show at approval either; whoever is
    typed here is printed so. Usually it is closed at once.
    """

    nomor_kk: Annotated[jenis.NomorKK, Tanya("Berapa nomor KK baru dari SIAK?")]
    status_perkawinan: Annotated[
        StatusPerkawinan,
        Tanya("Apa status perkawinan kepala keluarga dan pasangannya menurut buktinya?"),
    ]
    tanggal_perkawinan: Annotated[
        jenis.Tanggal | None,
        Tanya("Kapan tanggal perkawinan atau perceraian menurut buktinya?", bila=_BERKAWIN),
    ] = None
    kode_pos: Annotated[
        KodePos | None, Tanya("Berapa kode posnya?", lewati="Menurut daftar desa")
    ] = None
    penduduk: Annotated[
        list[Penduduk],
        Ulang(
            "Anggota yang datanya tidak ada di catatan kependudukan.",
            maksimal=JUMLAH_MAKSIMAL,
            judul="{nama}",
            tombol="Lanjut",
        ),
    ]
