"""An invented service that changes twice: what stays, what is renamed, what is new, what goes."""

from typing import Annotated, Any

from core.api import F, Formulir, HasilCari, Pilihan, Tanya, Ulang, jenis
from core.api.formulir import Cari
from core.dialog import Rencana, compile_form


class Sebab(Pilihan):
    HILANG = "hilang", "KK hilang"
    RUSAK = "rusak", "KK rusak"


class SebabLagi(Pilihan):
    HILANG = "hilang", "KK hilang"
    RUSAK = "rusak", "KK rusak"
    PINDAH = "pindah", "Pindah rumah"


class Orang1(Formulir):
    nama: Annotated[jenis.Nama, Tanya("Siapa nama anggota?")]
    umur: Annotated[int, Tanya("Berapa umurnya?", contoh="12")]


class Orang2(Formulir):
    nama: Annotated[jenis.Nama, Tanya("Siapa nama anggota?")]
    umur: Annotated[int, Tanya("Berapa umurnya?", contoh="12")]
    hubungan: Annotated[jenis.Baris, Tanya("Apa hubungannya dengan Anda?", contoh="anak")]


class V1(Formulir):
    alasan: Annotated[Sebab, Tanya("Mengapa KK perlu diganti?")]
    nama: Annotated[jenis.Nama, Tanya("Siapa nama Anda?", contoh="ANI")]
    nomor_kk: jenis.NomorKK
    lahir: Annotated[jenis.TanggalLahir, Tanya("Kapan Anda lahir?", contoh="17-8-1990")]
    surat: Annotated[jenis.Foto | None, Tanya("Foto surat", bila=F.alasan == "hilang")] = None
    anggota: Annotated[list[Orang1], Ulang("Siapa anggotanya?", minimal=1, maksimal=3)]
    telepon: Annotated[jenis.Telepon | None, Tanya("Nomor HP?", lewati="Tanpa HP")] = None


class V2(Formulir):
    """`alasan` has a choice more; `nama` is `nama_pemohon`; `hubungan` and `desa` are new."""

    alasan: Annotated[SebabLagi, Tanya("Mengapa KK perlu diganti?")]
    nama_pemohon: Annotated[jenis.Nama, Tanya("Siapa nama pemohon?", contoh="ANI")]
    nomor_kk: jenis.NomorKK
    lahir: Annotated[jenis.TanggalLahir, Tanya("Kapan Anda lahir?", contoh="17-8-1990")]
    tercatat: Annotated[
        HasilCari | None, Cari("keluarga", nomor="nomor_kk", nama="nama_pemohon", lahir="lahir")
    ] = None
    desa: Annotated[
        jenis.Baris | None, Tanya("Di desa mana?", contoh="Bae", bila=F.tercatat != HasilCari.ADA)
    ] = None
    surat: Annotated[jenis.Foto | None, Tanya("Foto surat", bila=F.alasan == "hilang")] = None
    anggota: Annotated[list[Orang2], Ulang("Siapa anggotanya?", minimal=1, maksimal=3)]
    telepon: Annotated[jenis.Telepon | None, Tanya("Nomor HP?", lewati="Tanpa HP")] = None


class V3(Formulir):
    """`nomor_kk` is gone; `lahir` is asked in other words; members are a plain text."""

    alasan: Annotated[SebabLagi, Tanya("mengapa KK perlu diganti")]
    nama_pemohon: Annotated[jenis.Nama, Tanya("Siapa nama pemohon?", contoh="ANI")]
    lahir: Annotated[jenis.TanggalLahir, Tanya("Kapan pemohon lahir?", contoh="17-8-1990")]
    surat: Annotated[jenis.Foto | None, Tanya("Foto surat", bila=F.alasan == "hilang")] = None
    anggota: Annotated[jenis.Baris, Tanya("Tulis nama semua anggota.", contoh="ANI, BUDI")]
    telepon: Annotated[jenis.Telepon | None, Tanya("Nomor HP?", lewati="Tanpa HP")] = None


def to_v2(jawaban: dict[str, Any]) -> dict[str, Any]:
    """The applicant's name has another name."""
    if "nama" in jawaban:
        jawaban["nama_pemohon"] = jawaban.pop("nama")
    return jawaban


def to_v3(jawaban: dict[str, Any]) -> dict[str, Any]:
    """A list that was finished becomes a line of names."""
    daftar = jawaban.pop("anggota", None)
    if daftar and daftar["selesai"]:
        jawaban["anggota"] = ", ".join(satu["nama"] for satu in daftar["baris"])
    return jawaban


MIGRASI = {2: to_v2, 3: to_v3}
FORMULIR: dict[int, type[Formulir]] = {1: V1, 2: V2, 3: V3}


def plan(versi: int) -> Rencana:
    return compile_form(FORMULIR[versi], kontak=True)
