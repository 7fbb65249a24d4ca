"""The printed deed and statements: every letter is there, on one page, clear of its neighbours."""

from dataclasses import replace
from functools import partial
from itertools import takewhile

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from core.api import Tempat
from plugins.akta.halaman import HalamanAkta, excerpt
from plugins.akta.kode import Kalimat
from plugins.akta.surat import HalamanSPTJM, birth_statement, couple_statement
from tests.plugins.akta.cetakan import printed
from tests.plugins.akta.contoh import AYAH, IBU, SAKSI, TANPA_AYAH, bahan, diisi
from tests.plugins.letak import Huruf, letters_of, words_of

LEBAR, TINGGI = 210.0, 297.0
TEPI = 17.0
NAMA_60 = ("MWANGUNKUSUMO " * 5)[:60].strip()
NAMA_120 = "W" * 120
TERPANJANG = Tempat(
    "71.09", provinsi="Sulawesi Utara", kabupaten="Kepulauan Siau Tagulandang Biaro"
)
# A page takes a tenth of a second: shrinking would take minutes.
HALAMAN_ACAK = settings(
    max_examples=8,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)


def check(halaman: HalamanAkta) -> list[Huruf]:
    """Print a deed without marks and read all of it back."""
    letters = letters_of(printed(halaman))
    _on_paper(letters)
    semua = words_of(letters)
    mulai = 0
    for satu in (*halaman.baris, *halaman.penutup):
        for teks in (satu.id, satu.isi, satu.inggris):
            rapat = teks.replace(" ", "")
            assert rapat in semua[mulai:], f"{teks} is lost, or out of order"
        mulai = semua.index((satu.isi or satu.id).replace(" ", ""), mulai)
    return letters


def _on_paper(letters: list[Huruf]) -> None:
    for huruf in letters:
        assert TEPI <= huruf.kiri <= huruf.kanan <= LEBAR - TEPI, huruf
        assert 13 <= huruf.atas <= huruf.bawah <= TINGGI - 10, huruf
    # Letters may touch their neighbour's box; their ink must not lie on each other's.
    urut = sorted(letters, key=lambda huruf: huruf.atas)
    for n, satu in enumerate(urut):
        for lain in takewhile(partial(_reaches, satu), urut[n + 1 :]):
            bersama = min(satu.kanan, lain.kanan) - max(satu.kiri, lain.kiri)
            assert bersama <= 0.5, f"{satu} lies on {lain}"


def _reaches(satu: Huruf, lain: Huruf) -> bool:
    """Whether a letter that begins lower still begins within this one."""
    return lain.atas < satu.bawah - 0.5


@pytest.mark.parametrize("kalimat", Kalimat)
def test_every_sentence_is_printed_whole(kalimat: Kalimat) -> None:
    check(excerpt(bahan(kalimat=kalimat)))


@pytest.mark.parametrize("kalimat", Kalimat)
def test_the_longest_of_everything_is_printed_whole_on_one_page(kalimat: Kalimat) -> None:
    isian = diisi(
        nama_anak=None, nama_di_kk=NAMA_120, sudah_di_kk=True, tempat_kelahiran="71.09",
        kelahiran_ke=25,
    )  # fmt: skip
    bahan_ini = bahan(
        isian,
        kalimat,
        ibu=replace(IBU, nama=NAMA_120),
        ayah=replace(AYAH, nama=NAMA_120),
        tempat=TERPANJANG,
        nomor_akta="W" * 39 + "1",
    )
    kantor = replace(
        bahan_ini.kantor,
        kabupaten="Kabupaten Kepulauan Siau Tagulandang Biaro",
        kepala_nama=NAMA_60,
        tempat="Kepulauan Siau Tagulandang Biaro",
    )
    check(excerpt(replace(bahan_ini, kantor=kantor)))


def test_a_common_name_stands_on_one_line_and_is_the_largest_on_the_page() -> None:
    letters = check(excerpt(bahan()))
    semua = words_of(letters)
    mulai = semua.index("RAKAPUTRASANTOSO")
    nama = letters[mulai : mulai + len("RAKAPUTRASANTOSO")]
    assert max(huruf.bawah for huruf in nama) - min(huruf.atas for huruf in nama) < 5
    nomor = letters[semua.index("3319-LU")]
    assert nama[0].bawah - nama[0].atas > nomor.bawah - nomor.atas


_kata = st.text("ABEIMRSTW'.", min_size=1, max_size=40).filter(lambda kata: kata.strip("'.") != "")
_nama = st.lists(_kata, min_size=1, max_size=6).map(" ".join).map(lambda teks: teks[:120].strip())


@HALAMAN_ACAK
@given(_nama, _nama, _nama, st.sampled_from(list(Kalimat)))
def test_any_family_is_printed_whole(anak: str, ibu: str, ayah: str, kalimat: Kalimat) -> None:
    isian = diisi(nama_anak=None, nama_di_kk=anak, sudah_di_kk=True)
    ibu_ini, ayah_ini = replace(IBU, nama=ibu), replace(AYAH, nama=ayah)
    check(excerpt(bahan(isian, kalimat, ibu=ibu_ini, ayah=ayah_ini)))


@pytest.mark.parametrize("contoh", [True, False])
@pytest.mark.parametrize("pratinjau", [True, False])
def test_the_marks_are_printed_when_asked_for_and_only_then(contoh: bool, pratinjau: bool) -> None:
    semua = words_of(letters_of(printed(excerpt(bahan()), contoh=contoh, pratinjau=pratinjau)))
    assert ("CONTOH-BUKANDOKUMENRESMI" in semua) == contoh
    assert ("PRATINJAU" in semua) == pratinjau
    assert ("https://dukcapil.contoh.id/v" in semua) != pratinjau


def test_both_languages_are_on_the_page() -> None:
    semua = words_of(letters_of(printed(excerpt(bahan()))))
    for teks in (
        "KUTIPAN AKTA KELAHIRAN",
        "EXCERPT OF BIRTH CERTIFICATE",
        "PENCATATAN SIPIL",
        "REGISTRY OFFICE",
        "Personal Registration Number",
        "By virtue of Birth Certificate Number",
        "of the father",
        "Officer of Civil Registration of Kabupaten Contoh",
        "Ditandatangani dengan sertifikat percobaan.",
    ):
        assert teks.replace(" ", "") in semua, teks


def test_what_people_are_called_cannot_become_markup() -> None:
    nama = "<B>SITI</B> &AMP; <SCRIPT>"
    semua = words_of(letters_of(printed(excerpt(bahan(ibu=replace(IBU, nama=nama))))))
    assert nama.replace(" ", "") in semua


def statements(panjang: str) -> list[HalamanSPTJM]:
    """Both letters with this name everywhere."""
    saksi = [satu | {"nama": panjang} for satu in SAKSI]
    isian = diisi(
        nama_ibu=panjang, nama_ayah=panjang, nama_anak=None, nama_di_kk=panjang, sudah_di_kk=True,
        nama_penolong=panjang, saksi=saksi, nik_ibu=IBU.nik, nik_ayah=AYAH.nik,
        tempat_lahir_ibu=panjang, tempat_lahir_ayah=panjang,
    )  # fmt: skip
    sejauh = replace(bahan(isian, tempat=TERPANJANG), petugas=None, penduduk={})
    return [birth_statement(sejauh), couple_statement(sejauh)]


@pytest.mark.parametrize("panjang", ["SITI AMINAH", NAMA_60, NAMA_120])
def test_a_statement_is_one_page_with_all_that_is_known(panjang: str) -> None:
    for halaman in statements(panjang):
        letters = letters_of(printed(halaman))
        _on_paper(letters)
        semua = words_of(letters)
        baris = [satu for bagian in halaman.bagian for satu in bagian.baris]
        for satu in (*baris, *(satu for saksi in halaman.saksi for satu in saksi)):
            assert satu.isi.replace(" ", "") in semua, satu
        assert halaman.kode in semua
        assert "meterai" in semua


def test_a_statement_bears_no_mark_and_no_word_of_a_signature() -> None:
    for halaman in statements("SITI AMINAH"):
        semua = words_of(letters_of(printed(halaman, contoh=True, pratinjau=True)))
        for kata in ("CONTOH", "PRATINJAU", "sertifikat"):
            assert kata not in semua.replace("Contoh", "")


def test_what_was_not_typed_is_left_to_the_pen() -> None:
    sejauh = replace(bahan(diisi(**TANPA_AYAH)), petugas=None, penduduk={})
    saya, anak, ibu, penolong = birth_statement(sejauh).bagian
    assert [satu.isi for satu in saya.baris] == [
        "SITI AMINAH",
        "",
        f"{'.' * 26}, 21 APRIL 1992",
        "",
        "",
    ]
    assert [satu.isi for satu in ibu.baris] == ["SITI AMINAH", ""]
    assert penolong.baris[2].isi == "BIDAN ATAU PERAWAT"
    assert anak.baris[1].isi == ""


def test_whoever_reports_for_the_parents_signs_the_statement() -> None:
    ganti = {"pelapor": "kuasa", "nama_pelapor": "KASMINAH", "nik_pelapor": "3319997006710001"}
    halaman = birth_statement(replace(bahan(diisi(**ganti)), penduduk={}))
    assert halaman.pembuat == "KASMINAH"
    assert halaman.bagian[0].baris[1].isi == "3319997006710001"
    ayah = birth_statement(replace(bahan(diisi(pelapor="ayah")), penduduk={}))
    assert ayah.pembuat == "BUDI SANTOSO"
