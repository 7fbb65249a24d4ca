"""Forms that the dialog's tests walk through."""

from typing import Annotated, Self

from pydantic import model_validator

from core.api import Cari, F, Formulir, HasilCari, Pilihan, Tanya, Ulang, galat, jenis


class Sebab(Pilihan):
    HILANG = "hilang", "KK hilang"
    RUSAK = "rusak", "KK rusak"


class Kerja(Pilihan):
    TIDAK = "1", "Belum/Tidak Bekerja"
    RUMAH = "2", "Mengurus Rumah Tangga"
    PELAJAR = "3", "Pelajar/Mahasiswa"
    PENSIUN = "4", "Pensiunan"
    ASN = "5", "Aparatur Sipil Negara (ASN)"
    TANI = "9", "Petani/Pekebun"
    TERNAK = "10", "Peternak"
    BURUH_TANI = "20", "Buruh Tani/Perkebunan"
    BURUH = "19", "Buruh Harian Lepas"
    GURU = "65", "Guru"


class Ganti(Formulir):
    """Choice, number, condition, upload, optional answer."""

    alasan: Annotated[Sebab, Tanya("Mengapa KK perlu diganti?")]
    nomor_kk: jenis.NomorKK
    surat: Annotated[jenis.Foto | None, Tanya("Foto surat", bila=F.alasan == Sebab.HILANG)] = None
    rusak: Annotated[jenis.Foto | None, Tanya("Foto KK", bila=F.alasan == Sebab.RUSAK)] = None
    telepon: Annotated[jenis.Telepon | None, Tanya("Nomor HP?", lewati="Tanpa HP")] = None


class Anggota(Formulir):
    """One row."""

    nik: Annotated[jenis.NIK, Tanya("Berapa NIK anggota?")]
    nama: jenis.Nama
    kerja: Annotated[Kerja, Tanya("Apa pekerjaannya?")]

    @model_validator(mode="after")
    def not_budi(self) -> Self:
        if self.nama == "BUDI":
            galat("nama", "Tulis nama lengkap, bukan panggilan.")
        return self


class Keluarga(Formulir):
    """A repeating group, and a rule across rows."""

    anggota: Annotated[
        list[Anggota],
        Ulang("Siapa saja anggota keluarga?", minimal=1, maksimal=3, judul="{nama}"),
    ]

    @model_validator(mode="after")
    def nobody_twice(self) -> Self:
        nik = [satu.nik for satu in self.anggota]
        if len(set(nik)) < len(nik):
            galat(f"anggota[{len(nik) - 1}].nik", "NIK ini sudah ada. Periksa NIK-nya.")
        return self


class Alamat(Formulir):
    """An address in three questions, which one line may answer."""

    jalan: jenis.Jalan
    rt_rw: jenis.RtRw
    desa: jenis.Desa


class Dikenal(Formulir):
    """A silent look-up, and a question that it makes unnecessary."""

    nomor_kk: jenis.NomorKK
    nama: jenis.Nama
    tanggal_lahir: jenis.TanggalLahir
    tercatat: Annotated[
        HasilCari | None, Cari("keluarga", nomor="nomor_kk", nama="nama", lahir="tanggal_lahir")
    ] = None
    hubungan: Annotated[
        jenis.Baris | None, Tanya("Apa hubungan Anda?", bila=F.tercatat != HasilCari.ADA)
    ] = None


class Satu(Formulir):
    """One question and no more, for what comes after it."""

    nama: jenis.Nama
