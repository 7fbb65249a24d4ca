"""The same child on three papers: each says of them what the others say."""

from dataclasses import replace

import pytest

from core.api import Bahan, HasilCari
from plugins.akta.kode import Kalimat, OrangTua
from plugins.kk import SHDK, HalamanKK
from plugins.lahir import LAYANAN
from plugins.lahir.halaman import childs_sheet, grown_family
from tests.plugins.akta.contoh import AYAH, IBU, LAHIR, NOMOR_AKTA, NOMOR_KK
from tests.plugins.lahir.cetakan import printed
from tests.plugins.lahir.contoh import (
    KAKAK,
    NAMA_ANAK,
    NENEK,
    NIK_ANAK,
    bahan,
    isian,
    petugas,
    rumah,
)
from tests.plugins.letak import letters_of, words_of

(PAKET,) = LAYANAN
PERGI = replace(IBU, nama="ORANG LAIN", tanggal_lahir=AYAH.tanggal_lahir)


def rows(halaman: HalamanKK) -> list[tuple[str, ...]]:
    """Give every printed person: the cells of both tables."""
    return [
        tuple(sel.teks for sel in (*baris.satu, *baris.dua))
        for lembar in halaman.lembar
        for baris in lembar.baris
        if baris.satu[0].teks != "-"
    ]


def names(bahan: Bahan) -> list[str]:
    return [baris[0] for baris in rows(grown_family(bahan)) if baris[0]]


def childs_row(bahan: Bahan) -> tuple[str, ...]:
    (baris,) = [baris for baris in rows(grown_family(bahan)) if baris[1] == NIK_ANAK]
    return baris


def test_the_child_joins_the_family_with_every_column_filled() -> None:
    halaman = grown_family(bahan())
    assert halaman.nomor_kk == NOMOR_KK
    assert childs_row(bahan()) == (
        NAMA_ANAK, NIK_ANAK, "LAKI-LAKI", "KUDUS", f"{LAHIR:%d-%m-%Y}", "ISLAM",
        "TIDAK/BELUM SEKOLAH", "BELUM/TIDAK BEKERJA", "TIDAK TAHU",
        "BELUM KAWIN", "-", "ANAK", "WNI", "-", "-", AYAH.nama, IBU.nama,
    )  # fmt: skip


def test_the_child_stands_below_its_elders_and_above_other_kin() -> None:
    nama = names(bahan(catatan=rumah(KAKAK, NENEK)))
    assert nama == [AYAH.nama, IBU.nama, KAKAK.nama, NAMA_ANAK, NENEK.nama]


def test_a_child_that_siak_entered_meanwhile_is_not_printed_twice() -> None:
    sudah = replace(KAKAK, nik=NIK_ANAK, nama=NAMA_ANAK, tanggal_lahir=LAHIR)
    assert names(bahan(catatan=rumah(KAKAK, sudah))).count(NAMA_ANAK) == 1


@pytest.mark.parametrize(
    ("shdk", "hubungan"),
    [("KEPALA KELUARGA", "ANAK"), ("ISTRI", "ANAK"), ("ANAK", "CUCU"), ("MENANTU", "CUCU"),
     ("FAMILI", "FAMILI")],
)  # fmt: skip
def test_what_the_child_is_follows_from_what_its_mother_is(shdk: str, hubungan: str) -> None:
    ibu = replace(IBU, shdk=shdk)
    assert childs_row(bahan(catatan=rumah(ibu=ibu)))[11] == hubungan


def test_the_officer_may_say_another_relation() -> None:
    diisi = petugas(hubungan=SHDK.CUCU)
    assert childs_row(bahan(ditambah=diisi))[11] == "CUCU"


def test_a_deed_of_a_mother_alone_leaves_the_father_out_of_the_card() -> None:
    hanya_ibu = isian(
        orang_tua=OrangTua.IBU, nama_ayah=None, lahir_ayah=None, ayah_tercatat=None,
        bukti_nikah=None, ktp_ayah=None,
    )  # fmt: skip
    baris = childs_row(bahan(hanya_ibu, petugas(kalimat=Kalimat.IBU)))
    assert baris[-2:] == ("-", IBU.nama)
    # The officer decides: a father whom the deed does not name is not on the card either.
    assert childs_row(bahan(ditambah=petugas(kalimat=Kalimat.IBU)))[-2] == "-"


def test_blood_group_and_religion_are_asked_once_and_printed_on_both_cards() -> None:
    diisi = isian(golongan_darah="9", agama="2")
    lembar = {satu.label: satu.isi for satu in childs_sheet(bahan(diisi)).data}
    baris = childs_row(bahan(diisi))
    assert (baris[8], baris[5]) == ("AB+", "KRISTEN")
    assert (lembar["Gol. Darah"], lembar["Agama"]) == ("AB+", "KRISTEN")


def test_the_childs_card_bears_the_deeds_number_and_the_familys_address() -> None:
    halaman = childs_sheet(bahan())
    lembar = {satu.label: satu.isi for satu in halaman.data}
    assert not halaman.berfoto
    assert lembar["NIK"] == NIK_ANAK
    assert lembar["No. Akta Kelahiran"] == NOMOR_AKTA
    assert lembar["No. KK"] == NOMOR_KK
    assert lembar["Kepala Keluarga"] == AYAH.nama
    assert lembar["Tempat/Tgl Lahir"] == f"KUDUS, {LAHIR:%d-%m-%Y}"
    assert lembar["Gol. Darah"] == "-"
    assert lembar["Alamat"] == "JL. KENARI NO. 5"


@pytest.mark.parametrize(
    ("apa", "kalimat"),
    [
        (replace(bahan(), penduduk={}), "belum dapat dibaca. Coba lagi"),
        (replace(bahan(), petugas=None), "Formulir petugas belum diisi"),
        (bahan(ditambah=petugas(kalimat=Kalimat.TEMUAN)), "tidak masuk ke KK ini"),
        (bahan(catatan=rumah(ibu=PERGI)), "Ibu tidak ada lagi di KK itu"),
    ],
)
def test_the_officer_is_told_why_a_card_cannot_be_drawn(apa: Bahan, kalimat: str) -> None:
    for isi in (grown_family, childs_sheet):
        with pytest.raises(ValueError, match=kalimat):
            isi(apa)


def test_each_document_waits_for_those_before_it_and_has_its_own_home() -> None:
    hasil = [(satu.jenis, satu.setelah, satu.milik) for satu in PAKET.keluaran]
    assert hasil == [("akta", (), "akta"), ("kk", ("akta",), "kk"), ("kia", ("akta", "kk"), "kia")]


def test_what_the_officer_reads_fits_what_comes_out() -> None:
    assert PAKET.cermati is not None
    assert PAKET.tindak_lanjut is not None
    tanpa = isian(ibu_tercatat=HasilCari.TIDAK)
    sudah = isian(nama_anak=None, nama_di_kk=NAMA_ANAK, sudah_di_kk=True)
    assert "hanya untuk akta" in PAKET.cermati(tanpa, LAHIR)[-1]
    assert "KK tidak dibuat lagi" in PAKET.cermati(sudah, LAHIR)[-1]
    assert PAKET.cermati(isian(), LAHIR) == ()
    assert "terbitkan KK dan KIA-nya" in PAKET.tindak_lanjut(tanpa)[0]
    assert PAKET.tindak_lanjut(sudah) == ()
    assert "nomor KK tidak berubah" in PAKET.tindak_lanjut(isian())[0]


def test_all_three_are_drawn_from_templates_of_their_own_plugins() -> None:
    for jenis, kata in (("akta", NOMOR_AKTA), ("kk", "KARTUKELUARGA"), ("kia", "LEMBARDATA")):
        teks = words_of(letters_of(printed(jenis, bahan())))
        assert kata in teks
        assert NAMA_ANAK.replace(" ", "") in teks
