"""What to bring, before the first question."""

from typing import Annotated

from core.api import Cari, F, Formulir, HasilCari, Tanya, Ulang, jenis
from core.dialog import compile_form, needs
from tests.core.dialog.forms import Ganti, Satu, Sebab


class Syarat(Formulir):
    nomor_kk: jenis.NomorKK
    nama: jenis.Nama
    lahir: jenis.TanggalLahir
    sebab: Annotated[Sebab, Tanya("Mengapa?")]
    kenal: Annotated[
        HasilCari | None, Cari("keluarga", nomor="nomor_kk", nama="nama", lahir="lahir")
    ] = None
    buku: Annotated[jenis.Foto | None, Tanya("Foto buku nikah", lewati="Belum")] = None
    sptjm: Annotated[jenis.Foto | None, Tanya("Foto SPTJM", bila=~F.buku.terisi)] = None
    kuasa: Annotated[jenis.Foto | None, Tanya("Foto kuasa", bila=F.kenal != "ada")] = None
    lain: Annotated[
        jenis.Foto | None, Tanya("Foto lain?", bila=(F.sebab != "hilang") & F.buku.terisi)
    ] = None


class Berkuasa(Formulir):
    sebab: Annotated[Sebab, Tanya("Mengapa?")]
    kuasa: Annotated[jenis.Foto | None, Tanya("Foto kuasa", bila=F.sebab == "hilang")] = None
    lain: Annotated[jenis.Foto | None, Tanya("Foto lain", lewati="Tidak ada")] = None
    ktp: Annotated[jenis.Foto, Tanya("Foto KTP")]


class Baris(Formulir):
    nama: jenis.Nama
    akta: Annotated[jenis.Foto, Tanya("Foto akta")]


class Berbaris(Formulir):
    anak: Annotated[list[Baris], Ulang("Siapa?")]


def test_papers_are_listed_with_their_conditions() -> None:
    assert needs(compile_form(Ganti, kontak=True)) == (
        "Foto surat (bila alasan: KK hilang)",
        "Foto KK (bila alasan: KK rusak)",
    )


def test_every_kind_of_condition_can_be_said() -> None:
    assert needs(compile_form(Syarat, kontak=False)) == (
        "Foto buku nikah (bila ada)",
        "Foto SPTJM (bila tidak ada buku)",
        "Foto kuasa (bila datanya tidak kami temukan)",
        "Foto lain (bila sebab selain KK hilang dan ada buku)",
    )


def test_what_everybody_brings_is_listed_first() -> None:
    assert needs(compile_form(Berkuasa, kontak=False)) == (
        "Foto KTP",
        "Foto kuasa (bila sebab: KK hilang)",
        "Foto lain (bila ada)",
    )


def test_papers_of_rows_say_so() -> None:
    assert needs(compile_form(Berbaris, kontak=False)) == ("Foto akta (untuk setiap isian Anak)",)


def test_a_form_without_papers_needs_none() -> None:
    assert needs(compile_form(Satu, kontak=True)) == ()
