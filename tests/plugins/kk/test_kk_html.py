"""The printed card: every letter of every column is there, inside its column, on the page."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate, groupby, pairwise
from operator import attrgetter

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from core.api import Agama, Keluarga, Pilihan
from plugins.kk.halaman import HalamanKK
from plugins.kk.kode import SHDK, GolonganDarah, Pendidikan2026, StatusPerkawinan
from plugins.kk.kolom import DUA, SATU, Kolom
from plugins.kk.pekerjaan import Pekerjaan
from tests.plugins.kk.cetakan import Huruf, page_of, printed, sheets_of, words_of
from tests.plugins.kk.contoh import changed, keluarga

TEPI_KIRI = 10.0
LEBAR_NO = 7.0
LEBAR = 297.0
TINGGI = 210.0


def longest(pilihan: type[Pilihan]) -> str:
    return max((satu.label for satu in pilihan), key=len)


TERPANJANG = {
    "nama": ("RADEN AJENG " * 5)[:60].strip(),
    "tempat_lahir": "KABUPATEN PENAJAM PASER UTARA",
    "agama": longest(Agama),
    "pendidikan": longest(Pendidikan2026),
    "pekerjaan": longest(Pekerjaan),
    "golongan_darah": longest(GolonganDarah),
    "status_perkawinan": longest(StatusPerkawinan),
    "shdk": "Kepala Keluarga",
    "kewarganegaraan": "REPUBLIK DEMOKRATIK KONGO",
    "paspor": "X12345678901",
    "kitap": "2C41JE0001-XYZ-0123456",
    "ayah": "W" * 60,
    "ibu": ("MWANGUNKUSUMO " * 5)[:60].strip(),
}
ALAMAT_TERPANJANG = ("PERUMAHAN GRIYA ASRI KENCANA BLOK W NOMOR 12 " * 3)[:120].strip()


def check_sheet(letters: Sequence[Huruf], halaman: HalamanKK, nomor: int) -> None:
    """Read both tables of a sheet back, column by column."""
    for huruf in letters:
        assert 0 <= huruf.kiri <= huruf.kanan <= LEBAR, f"{huruf} is off the paper"
        assert 0 <= huruf.garis <= TINGGI - 4, f"{huruf} is off the paper"
    garis = [list(isi) for _, isi in groupby(sorted(letters, key=_place), attrgetter("garis"))]
    baris = halaman.lembar[nomor].baris
    check_table(body(garis, "(1)"), SATU, [[*(s.teks for s in satu.satu)] for satu in baris])
    check_table(body(garis, "(10)"), DUA, [[*(s.teks for s in satu.dua)] for satu in baris])


def body(garis: list[list[Huruf]], nomor_pertama: str) -> list[Huruf]:
    """Give the letters of a table's rows: after its numbers, until small letters come again."""
    mulai = next(n for n, isi in enumerate(garis) if words_of(isi).startswith(nomor_pertama))
    rows: list[Huruf] = []
    for isi in garis[mulai + 1 :]:
        if any(huruf.apa.islower() for huruf in isi):
            break
        rows += isi
    return rows


def check_table(letters: list[Huruf], kolom: Sequence[Kolom], isi: list[list[str]]) -> None:
    tepi = [*accumulate([TEPI_KIRI, LEBAR_NO, *(satu.lebar for satu in kolom)])]
    for urutan, (kiri, kanan) in enumerate(pairwise(tepi[1:])):
        di_kolom = [huruf for huruf in letters if kiri <= _middle(huruf) < kanan]
        for huruf in di_kolom:
            assert kiri <= huruf.kiri, f"{huruf} sticks out of column {urutan}"
            assert huruf.kanan <= kanan, f"{huruf} sticks out of column {urutan}"
        seharusnya = "".join(baris[urutan] for baris in isi).replace(" ", "")
        assert words_of(di_kolom) == seharusnya
        lines = sorted({huruf.garis for huruf in di_kolom})
        assert all(bawah - atas > 1.9 for atas, bawah in pairwise(lines)), "lines overlap"


def _place(huruf: Huruf) -> tuple[float, float]:
    return huruf.garis, huruf.kiri


def _middle(huruf: Huruf) -> float:
    return (huruf.kiri + huruf.kanan) / 2


def check_card(satu: Keluarga) -> int:
    """Print a family without marks and read all of it back; give the number of sheets."""
    halaman = page_of(satu)
    lembar = sheets_of(printed(halaman))
    assert len(lembar) == len(halaman.lembar)
    for nomor, letters in enumerate(lembar):
        check_sheet(letters, halaman, nomor)
        semua = words_of(letters)
        for baku in (*halaman.kiri, *halaman.kanan):
            assert baku.isi.teks.replace(" ", "") in semua
    return len(lembar)


@pytest.mark.parametrize(
    ("banyak", "lembar"), [(1, 1), (4, 1), (10, 1), (11, 2), (13, 2), (20, 2)]
)
def test_ten_rows_go_on_a_sheet_and_the_rest_on_the_next(banyak: int, lembar: int) -> None:
    assert check_card(keluarga(banyak)) == lembar


@pytest.mark.parametrize("apa", TERPANJANG)
def test_the_longest_text_of_every_column_is_printed_whole(apa: str) -> None:
    check_card(keluarga(2, **{apa: TERPANJANG[apa]}))


def test_ten_people_with_the_longest_of_everything_are_printed_whole() -> None:
    assert check_card(keluarga(10, alamat=ALAMAT_TERPANJANG, **TERPANJANG)) == 2


def test_ten_people_of_common_length_need_one_sheet_even_in_two_lines() -> None:
    dua_baris = {"nama": TERPANJANG["nama"], "pekerjaan": TERPANJANG["pekerjaan"]}
    assert check_card(keluarga(10, alamat=ALAMAT_TERPANJANG, **dua_baris)) == 1


_nama = st.text("ABEIMRSTW '.", min_size=1, max_size=60).filter(str.strip)
_orang = st.fixed_dictionaries(
    {
        "nama": _nama,
        "tempat_lahir": st.text("AKMW ", max_size=40),
        "agama": st.sampled_from([satu.label for satu in Agama]),
        "pendidikan": st.sampled_from([satu.label for satu in Pendidikan2026]),
        "pekerjaan": st.sampled_from([satu.label for satu in Pekerjaan]),
        "golongan_darah": st.sampled_from([satu.label for satu in GolonganDarah]),
        "status_perkawinan": st.sampled_from([satu.label for satu in StatusPerkawinan]),
        "shdk": st.sampled_from([satu.label for satu in SHDK]),
        "paspor": st.text("AX0123456789", max_size=20),
        "ayah": _nama,
        "ibu": _nama,
    }
)


# A page takes a tenth of a second: shrinking a family would take minutes.
@settings(
    max_examples=8,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)
@given(st.lists(_orang, min_size=1, max_size=13), st.text("ABCJLWM. 0123456789", max_size=120))
def test_any_family_is_printed_whole(orang: list[dict[str, str]], alamat: str) -> None:
    dasar = keluarga(len(orang), alamat=alamat)
    anggota = tuple(
        changed(satu, **ganti) for satu, ganti in zip(dasar.anggota, orang, strict=True)
    )
    check_card(replace(dasar, kepala=anggota[0].nama, anggota=anggota))


def test_the_head_of_the_page_and_the_signatures_are_on_every_sheet() -> None:
    for letters in sheets_of(printed(page_of(keluarga(13)))):
        semua = words_of(letters)
        for teks in (
            "KARTUKELUARGA",
            "No.3319990108160001",
            "DikeluarkanTanggal:08-05-2026",
            "KEPALADINASKEPENDUDUKANDANPENCATATANSIPILKABUPATENCONTOH",
            "DRA.RUKMINICONTOH,M.SI.",
            "NIP.199901012025012001",
            "TandaTangan/CapJempol",
            "Ditandatangani dengan sertifikat percobaan.".replace(" ", ""),
        ):
            assert teks in semua, teks


@pytest.mark.parametrize("contoh", [True, False])
@pytest.mark.parametrize("pratinjau", [True, False])
def test_the_marks_are_printed_when_asked_for_and_only_then(contoh: bool, pratinjau: bool) -> None:
    for letters in sheets_of(printed(page_of(keluarga(11)), contoh=contoh, pratinjau=pratinjau)):
        semua = words_of(letters)
        assert ("CONTOH-BUKANDOKUMENRESMI" in semua) == contoh
        assert ("PRATINJAU" in semua) == pratinjau


def test_what_people_are_called_cannot_become_markup() -> None:
    nama = "<B>BUDI</B> &AMP; <SCRIPT>"
    letters = sheets_of(printed(page_of(keluarga(1, nama=nama))))[0]
    assert nama.replace(" ", "") in words_of(letters)
