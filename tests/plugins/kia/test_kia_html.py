"""The printed sheet: every letter is there, on the one page, and inside its side of the card."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from core.api import Agama, Bahan, Orang
from plugins.kia.halaman import HalamanKIA, data_sheet
from tests.plugins.kia.cetakan import printed
from tests.plugins.kia.contoh import (
    BAE,
    HARI_INI,
    KANTOR,
    RAKA,
    bahan,
    keluarga,
    tercatat,
)
from tests.plugins.letak import Huruf, letters_of, words_of

LEBAR, TINGGI = 210.0, 297.0
TEPI = 15.0
KARTU = (85.6, 53.98)
"""An ID-1 card, in millimetres."""

NAMA_60 = ("MWANGUNKUSUMO " * 5)[:60].strip()
ALAMAT_120 = ("PERUMAHAN GRIYA ASRI KENCANA BLOK W NOMOR 12 " * 3)[:120].strip()


def sheet(orang: Orang, *, alamat: str, kepala: str, berfoto: bool = True) -> HalamanKIA:
    penduduk = {"tercatat": keluarga(orang, alamat=alamat, kepala=kepala)}
    isian = tercatat(orang, berfoto=berfoto)
    return data_sheet(Bahan(isian, None, penduduk, KANTOR, HARI_INI, {BAE.kode: BAE}))


def parts(letters: list[Huruf], nik: str) -> tuple[list[Huruf], list[Huruf], list[Huruf]]:
    """Give the letters of front and back of the card, and of everything below them."""
    semua = words_of(letters)
    atas = letters[semua.index("(ukuransebenarnya)")].bawah
    bawah = letters[semua.index(f"NIK{nik}")].atas - 1
    kartu = [satu for satu in letters if atas < satu.atas < bawah]
    muka = [satu for satu in kartu if satu.kanan < LEBAR / 2]
    belakang = [satu for satu in kartu if satu.kiri > LEBAR / 2]
    assert len(muka) + len(belakang) == len(kartu)
    return muka, belakang, [satu for satu in letters if satu.atas > bawah]


def check(halaman: HalamanKIA) -> tuple[list[Huruf], list[Huruf]]:
    """Print a sheet without marks and read all of it back."""
    letters = letters_of(printed(halaman))
    for huruf in letters:
        assert TEPI - 0.2 <= huruf.kiri <= huruf.kanan <= LEBAR - TEPI + 0.2, huruf
        assert 9 <= huruf.atas <= huruf.bawah <= TINGGI - 8, huruf
    muka, belakang, bawah = parts(letters, halaman.nik)
    _all_there(words_of(muka), [satu.isi for satu in halaman.depan])
    _all_there(words_of(belakang), [satu.isi for satu in halaman.belakang])
    _all_there(words_of(bawah), [satu.isi for satu in halaman.data])
    for sisi in (muka, belakang):
        assert max(huruf.kanan for huruf in sisi) - min(huruf.kiri for huruf in sisi) <= KARTU[0]
    assert not _overlapping(letters)
    return muka, belakang


def _all_there(teks: str, semua: list[str]) -> None:
    for satu in semua:
        assert satu.replace(" ", "") in teks, satu


def _overlapping(letters: list[Huruf]) -> list[tuple[Huruf, Huruf]]:
    """Give neighbours in reading order whose ink lies on each other."""
    return [
        (satu, lain)
        for satu, lain in pairwise(letters)
        if min(satu.kanan, lain.kanan) - max(satu.kiri, lain.kiri) > 0.5
        and min(satu.bawah, lain.bawah) - max(satu.atas, lain.atas) > 0.5
    ]


def height(sisi: list[Huruf]) -> float:
    return max(huruf.bawah for huruf in sisi) - min(huruf.atas for huruf in sisi)


def test_a_child_of_common_length_fits_its_card() -> None:
    for sisi in check(data_sheet(bahan(tercatat()))):
        assert height(sisi) < KARTU[1]


def test_the_longest_name_and_address_of_the_law_still_fit_the_card() -> None:
    panjang = replace(
        RAKA,
        nama=NAMA_60,
        tempat_lahir="KABUPATEN PENAJAM PASER UTARA",
        agama=Agama.KEPERCAYAAN.label,
    )
    for sisi in check(sheet(panjang, alamat=ALAMAT_120, kepala=NAMA_60)):
        assert height(sisi) < KARTU[1] - 3


def test_what_is_longer_than_any_card_is_printed_whole_on_one_sheet() -> None:
    panjang = replace(
        RAKA,
        nama="W" * 120,
        tempat_lahir="M" * 60,
        agama="A" * 60,
        kewarganegaraan="W" * 40,
    )
    check(sheet(panjang, alamat="W" * 120, kepala="W" * 120))


_nama = st.text("ABEIMRSTW'.", min_size=1, max_size=30)
_orang = (
    st.lists(_nama, min_size=1, max_size=4)
    .map(lambda nama: " ".join(nama)[:120])
    .filter(lambda nama: nama.strip("'. ") != "")
)


# A page takes a tenth of a second: shrinking would take minutes.
@settings(
    max_examples=8,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)
@given(_orang, _orang, st.text("ABCJLWM. 0123456789", min_size=1, max_size=120), st.booleans())
def test_any_child_is_printed_whole(nama: str, kepala: str, alamat: str, berfoto: bool) -> None:
    lahir = date(2019, 5, 5) if berfoto else date(2024, 2, 29)
    anak = replace(RAKA, nama=nama, tanggal_lahir=lahir)
    check(sheet(anak, alamat=alamat, kepala=kepala, berfoto=berfoto))


def test_the_frame_of_the_photo_is_there_only_for_the_older_child() -> None:
    bayi = replace(RAKA, tanggal_lahir=date(2024, 2, 29))
    tanpa = words_of(letters_of(printed(sheet(bayi, alamat="-", kepala="A", berfoto=False))))
    assert "PASFOTO2×3" not in tanpa
    assert "TANPAFOTO" in tanpa
    dengan = words_of(letters_of(printed(data_sheet(bahan(tercatat())))))
    assert "PASFOTO2×3LATARMERAH" in dengan
    assert "ADA,LATARMERAH" in dengan


@pytest.mark.parametrize("contoh", [True, False])
@pytest.mark.parametrize("pratinjau", [True, False])
def test_the_marks_are_printed_when_asked_for_and_only_then(contoh: bool, pratinjau: bool) -> None:
    pdf = printed(data_sheet(bahan(tercatat())), contoh=contoh, pratinjau=pratinjau)
    semua = words_of(letters_of(pdf))
    assert ("CONTOH-BUKANDOKUMENRESMI" in semua) == contoh
    assert ("PRATINJAU" in semua) == pratinjau
    assert ("https://dukcapil.contoh.id/v" in semua) != pratinjau


def test_what_people_are_called_cannot_become_markup() -> None:
    alamat = "<B>RAKA</B> &AMP; <SCRIPT>"
    halaman = sheet(RAKA, alamat=alamat, kepala="A")
    assert alamat.replace(" ", "") in words_of(letters_of(printed(halaman)))
