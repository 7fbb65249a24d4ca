"""A form that cannot be asked is refused with one sentence naming file, field and fault."""

from typing import Annotated

import pytest

from core.api import Cari, F, Formulir, FormulirRusak, HasilCari, Pilihan, Tanya, Ulang, jenis
from core.dialog import compile_form
from tests.core.dialog.forms import Ganti, Keluarga

TANYA = Tanya("Apa?")


class Sebab(Pilihan):
    HILANG = "hilang", "Hilang"


class Panjang(Pilihan):
    KUNCI = "kunci.yang.salah", "Salah"


class Kembar(Pilihan):
    SATU = "1", "Belum Kawin"
    DUA = "2", "belum-kawin"


class Baris(Formulir):
    nama: jenis.Nama


class TanpaTanya(Formulir):
    alasan: str


class SyaratKeDepan(Formulir):
    surat: Annotated[str | None, Tanya("Surat?", bila=F.alasan == "hilang")] = None
    alasan: Annotated[Sebab, TANYA]


class SyaratTanpaBawaan(Formulir):
    alasan: Annotated[Sebab, TANYA]
    surat: Annotated[str, Tanya("Surat?", bila=F.alasan == "hilang")]


class SyaratSalahPilihan(Formulir):
    alasan: Annotated[Sebab, TANYA]
    surat: Annotated[str | None, Tanya("Surat?", bila=F.alasan == "hilng")] = None


class KunciSalah(Formulir):
    alasan: Annotated[Panjang, TANYA]


class LabelKembar(Formulir):
    status: Annotated[Kembar, TANYA]


class UlangTerbalik(Formulir):
    baris: Annotated[list[Baris], Ulang("Siapa?", minimal=3, maksimal=2)]


class UlangBukanDaftar(Formulir):
    baris: Annotated[str, Ulang("Siapa?")]


class CariTanpaIsian(Formulir):
    nomor_kk: jenis.NomorKK
    kenal: Annotated[
        HasilCari | None, Cari("keluarga", nomor="nomor_kk", nama="nama", lahir="lahir")
    ] = None


class CariBukanTanggal(Formulir):
    nomor_kk: jenis.NomorKK
    nama: jenis.Nama
    kenal: Annotated[
        HasilCari | None, Cari("keluarga", nomor="nomor_kk", nama="nama", lahir="nama")
    ] = None


class LewatiTanpaBawaan(Formulir):
    telepon: Annotated[jenis.Telepon, Tanya("HP?", lewati="Tidak ada")]


class BawaanLain(Formulir):
    nama: Annotated[str, TANYA] = "Budi"


class JenisAsing(Formulir):
    foto: Annotated[bytes, TANYA]


class NamaKontak(Formulir):
    kontak: jenis.Nama


class NamaHariIni(Formulir):
    hari_ini: jenis.Nama


class UsiaBukanTanggal(Formulir):
    nama: jenis.Nama
    foto: Annotated[jenis.Foto | None, Tanya("Foto?", bila=F.nama.usia >= 5)] = None


class TerlaluPanjang(Formulir):
    nama: Annotated[str, Tanya("a" * 301)]


class Kosong(Formulir):
    pass


@pytest.mark.parametrize(
    ("formulir", "sebab"),
    [
        (TanpaTanya, "TanpaTanya.alasan: tidak punya Tanya"),
        (SyaratKeDepan, "SyaratKeDepan.surat: bila memakai “alasan”, yang tidak ditanyakan"),
        (SyaratTanpaBawaan, "SyaratTanpaBawaan.surat: isian bersyarat memerlukan nilai bawaan"),
        (SyaratSalahPilihan, "SyaratSalahPilihan.surat: bila membandingkan “alasan” dengan"),
        (KunciSalah, "KunciSalah.alasan: kunci pilihan 'kunci.yang.salah' tidak boleh memuat"),
        (LabelKembar, "LabelKembar.status: ada dua pilihan yang labelnya terbaca sama"),
        (UlangTerbalik, "UlangTerbalik.baris: Ulang(minimal=3, maksimal=2): minimal tidak boleh"),
        (UlangBukanDaftar, "UlangBukanDaftar.baris: Ulang hanya untuk list"),
        (CariTanpaIsian, "CariTanpaIsian.kenal: Cari memakai “nama”, yang tidak ditanyakan"),
        (CariBukanTanggal, "CariBukanTanggal.kenal: Cari(lahir='nama') harus menunjuk"),
        (LewatiTanpaBawaan, "LewatiTanpaBawaan.telepon: pertanyaan yang dapat dilewati"),
        (BawaanLain, "BawaanLain.nama: nilai bawaan hanya boleh None"),
        (JenisAsing, "JenisAsing.foto: jenis bytes tidak dapat ditanyakan"),
        (NamaKontak, "NamaKontak.kontak: nama isian ini tidak dapat dipakai"),
        (NamaHariIni, "NamaHariIni.hari_ini: nama isian ini tidak dapat dipakai"),
        (UsiaBukanTanggal, "UsiaBukanTanggal.foto: bila memakai F.nama.usia, tetapi “nama” bukan"),
        (TerlaluPanjang, "TerlaluPanjang.nama: teks Tanya harus 1 sampai 300 huruf"),
        (Kosong, "Kosong tidak memuat pertanyaan"),
    ],
)
def test_a_broken_form_is_refused_with_file_field_and_fault(
    formulir: type[Formulir], sebab: str
) -> None:
    with pytest.raises(FormulirRusak) as caught:
        compile_form(formulir, kontak=False)
    kalimat = str(caught.value)
    assert kalimat.startswith("dialog/test_compile.py: ")
    assert sebab in kalimat
    assert "\n" not in kalimat


class Dalam(Formulir):
    baris: Annotated[list[Baris], Ulang("Siapa?")]


class Luar(Formulir):
    dalam: Annotated[list[Dalam], Ulang("Siapa?")]


def test_a_group_within_a_group_is_refused_where_it_stands() -> None:
    with pytest.raises(FormulirRusak, match=r"Dalam\.baris: kelompok berulang"):
        compile_form(Luar, kontak=False)


def test_good_forms_compile_with_and_without_the_contact_questions() -> None:
    assert compile_form(Ganti, kontak=False).kontak == ()
    rencana = compile_form(Keluarga, kontak=True, dokumen="Kartu Keluarga")
    assert [butir.nama for butir in rencana.kontak] == ["email", "kode"]
