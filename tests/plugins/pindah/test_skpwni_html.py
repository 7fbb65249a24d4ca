"""Every letter of the letter is on the paper, whatever people and streets are called."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from plugins.pindah.halaman import HalamanSKPWNI, halaman_skpwni
from plugins.pindah.kode import AlasanPindah
from plugins.pindah.petugas import PindahPetugas
from tests.plugins.letak import Huruf, sheets_of, words_of
from tests.plugins.pindah.cetakan import printed
from tests.plugins.pindah.contoh import BUDI, KANTOR, MERAUKE, RIZKY, bahan, tercatat

LEBAR, TINGGI = 210.0, 297.0
TEPI_KIRI, TEPI_KANAN = 16.0, LEBAR - 16.0
NAMA_TERPANJANG = ("RADEN AJENG MWANGUNKUSUMO " * 3)[:60].strip()
JALAN_TERPANJANG = ("PERUMAHAN GRIYA ASRI KENCANA BLOK W NOMOR 12 " * 3)[:120].strip()
SATU_KATA = "W" * 60


def letter(
    *nama: str,
    asal: str = "Jl. Kenari 5",
    tujuan: str = "Jl. Ngesrep 12",
    lain: str = "",
) -> HalamanSKPWNI:
    """The letter of a family of these names."""
    anggota = tuple(
        replace(BUDI if n == 0 else RIZKY, nama=satu, nik=f"33199903021700{n:02d}")
        for n, satu in enumerate(nama)
    )
    isian = tercatat(
        oleh=anggota[0],
        tujuan=MERAUKE.kode,
        alamat_tujuan=tujuan,
        alasan=AlasanPindah.LAINNYA if lain else AlasanPindah.KELUARGA,
        alasan_lain=lain or None,
    )
    petugas = PindahPetugas(nomor_skpwni="X/1" * 13)
    return halaman_skpwni(bahan(isian, *anggota, alamat=asal, petugas=petugas))


def check(halaman: HalamanSKPWNI) -> int:
    """Print it without marks and read all of it back; give the number of sheets."""
    lembar = sheets_of(printed(halaman))
    for letters in lembar:
        _inside(letters)
    semua = "".join(words_of(letters) for letters in lembar)
    for satu in (*halaman.wilayah, *halaman.asal, *halaman.kepindahan):
        assert _tight(satu.label + ":" + satu.isi) in semua or _tight(satu.isi) in semua, satu
    for orang in halaman.pindah:
        assert _tight(f"{orang.nomor}{orang.nik}{orang.nama}{orang.shdk}") in semua, orang
    for teks in (halaman.dinas, halaman.nomor, halaman.pemohon, halaman.kepala_dinas, halaman.nip):
        assert _tight(teks) in semua, teks
    return len(lembar)


def _inside(letters: list[Huruf]) -> None:
    for huruf in letters:
        assert TEPI_KIRI - 0.5 <= huruf.kiri <= huruf.kanan <= TEPI_KANAN + 0.5, huruf
        assert 5 <= huruf.atas <= huruf.bawah <= TINGGI - 3, huruf


def _tight(teks: str) -> str:
    return "".join(teks.split())


def family(banyak: int, nama: str = "RIZKY PRATAMA") -> list[str]:
    return [f"{nama[:58]}{chr(65 + n)}" for n in range(banyak)]


@pytest.mark.parametrize(("banyak", "lembar"), [(1, 1), (4, 1), (8, 1), (12, 2), (20, 2)])
def test_a_usual_family_fits_on_one_sheet_and_a_large_one_on_two(banyak: int, lembar: int) -> None:
    assert check(letter(*family(banyak))) == lembar


@pytest.mark.parametrize("nama", [NAMA_TERPANJANG, SATU_KATA])
def test_twelve_people_with_the_longest_of_everything_are_printed_whole(nama: str) -> None:
    halaman = letter(
        *family(12, nama), asal=JALAN_TERPANJANG, tujuan="W" * 120, lain="ALASAN PANJANG " * 13
    )
    assert check(halaman) == 2


_nama = st.text("ABEIMRSTW '.", min_size=1, max_size=58).filter(str.strip)
_jalan = st.text("ABCJLWM. 0123456789", min_size=3, max_size=120).filter(
    lambda teks: len(" ".join(teks.split())) >= 3
)


# A page takes a tenth of a second: shrinking a family would take minutes.
@settings(
    max_examples=8,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)
@given(
    st.lists(_nama, min_size=1, max_size=12),
    _jalan,
    _jalan,
)
def test_any_family_is_printed_whole(nama: list[str], asal: str, tujuan: str) -> None:
    semua = [f"{satu} {chr(75 + n)}" for n, satu in enumerate(nama)]
    check(letter(*semua, asal=asal, tujuan=tujuan))


@pytest.mark.parametrize("contoh", [True, False])
@pytest.mark.parametrize("pratinjau", [True, False])
def test_the_marks_and_the_foot_are_on_every_sheet(contoh: bool, pratinjau: bool) -> None:
    lembar = sheets_of(printed(letter(*family(20)), contoh=contoh, pratinjau=pratinjau))
    for nomor, letters in enumerate(lembar, 1):
        semua = words_of(letters)
        assert ("CONTOH-BUKANDOKUMENRESMI" in semua) == contoh
        assert ("PRATINJAU" in semua) == pratinjau
        assert f"Lembar{nomor}dari{len(lembar)}" in semua
        assert "X/1" * 13 in semua
        assert "Ditandatangani dengan sertifikat percobaan.".replace(" ", "") in semua
        assert all(0 <= huruf.kiri <= huruf.kanan <= LEBAR for huruf in letters)


@pytest.mark.parametrize("banyak", range(9, 21))
def test_nobody_signs_a_sheet_on_which_nothing_else_stands(banyak: int) -> None:
    akhir = sheets_of(printed(letter(*family(banyak))))[-1]
    assert f"{banyak}33199903021700{banyak - 1:02d}" in words_of(akhir)


def test_both_sign_and_the_list_has_its_head() -> None:
    (letters,) = sheets_of(printed(letter(*family(2))))
    semua = words_of(letters)
    for teks in ("Pemohon,", "KEPALA DINAS", KANTOR.kepala_nama, "NIP.", "Status Hubungan"):
        assert _tight(teks) in semua, teks


def test_what_streets_are_called_cannot_become_markup() -> None:
    jalan = "<B>JALAN</B> &AMP; <SCRIPT>"
    (letters,) = sheets_of(printed(letter("BUDI", asal=jalan, tujuan=jalan)))
    assert words_of(letters).count(_tight(jalan)) == 2
