"""U28 to U33: rows of a list, the summary, and changing what was answered."""

import re
from typing import Annotated, Any

from pydantic import create_model

from core.api import Formulir, Ulang, jenis
from core.kit import Walk
from tests.core.dialog.forms import Anggota, Ganti, Keluarga

NIK = "331999170890000{}"
KK = "3319010203040005"
BANYAK = 9
_NAMA: dict[str, Any] = {f"nama_{n}": (jenis.Nama, ...) for n in range(BANYAK)}
Panjang = create_model("Panjang", __base__=Keluarga, **_NAMA)


class Bertiga(Formulir):
    """At least two people."""

    anggota: Annotated[list[Anggota], Ulang("Siapa saja?", minimal=2, maksimal=3, judul="{nama}")]


def family(banyak: int) -> Walk:
    jalan = Walk.of(Keluarga)
    for nomor in range(1, banyak + 1):
        jalan.say(NIK.format(nomor), f"ANI {'I' * nomor}", "guru")
    return jalan


def test_u28_after_each_member_the_list_offers_add_edit_delete_and_done() -> None:
    for banyak in (1, 2):
        jalan = family(banyak).expect(
            f"Anggota: {banyak}", *(f"{n}. ANI" for n in range(1, banyak))
        )
        assert any("Tambah" in label for label in jalan.label)
        assert any("Ubah atau hapus" in label for label in jalan.label)
        assert any("Selesai" in label for label in jalan.label)


def test_u29_the_least_and_the_most_are_enforced_with_the_number_named() -> None:
    jalan = Walk.of(Bertiga).say(NIK.format(1), "ANI I", "guru")
    jalan.expect("Paling sedikit 2; sekarang 1")
    assert not any("Selesai" in label for label in jalan.label)
    jalan = family(3).expect("Paling banyak 3")
    assert not any("Tambah" in label for label in jalan.label)
    jalan.say(NIK.format(4)).expect("Paling banyak 3")
    assert len(jalan.draft.jawaban["anggota"]["baris"]) == 3


def test_u30_deleting_a_member_asks_first_and_the_closed_list_is_asked_again() -> None:
    jalan = family(2).tap("Selesai").expect("Periksa")
    jalan.tap("Ubah").tap("Anggota").tap("Ubah atau hapus").tap("2. ANI II").tap("Hapus")
    jalan.expect("Hapus ANI II").tap("Tidak").expect("Anggota: 2")
    jalan.tap("Ubah atau hapus").tap("2. ANI II").tap("Hapus").tap("Ya, hapus")
    jalan.expect("Siapa saja anggota keluarga?", "Anggota: 1").tap("Selesai").expect("Periksa")


def test_u31_summary_is_grouped_shows_only_visible_questions_and_masks_private_numbers() -> None:
    jalan = Walk.of(Ganti).say("KK hilang", KK).send().tap("Tanpa HP")
    jalan.expect("Periksa", "KK hilang", "Surat: foto").expect_no(KK, "Rusak:")
    assert re.search(r"3319•+0005", jalan.teks)
    keluarga = (
        family(2).tap("Selesai").expect("<b>Anggota</b>: 2", "1. <b>ANI I</b>", "2. <b>ANI II</b>")
    )
    keluarga.expect_no(NIK.format(1), NIK.format(2))


def test_u32_edit_goes_from_section_to_field_with_at_most_eight_buttons_a_page() -> None:
    jalan = Walk.of(Panjang)
    jalan.say(NIK.format(1), "ANI I", "guru").tap("Selesai").say(*["DEWI"] * BANYAK)
    seen: set[str] = set()
    jalan.expect("Periksa").tap("Ubah")
    while True:
        assert len(jalan.tombol) <= 8
        seen |= set(jalan.label)
        if "›" not in jalan.label:
            break
        jalan.tap("›")
    assert "Anggota" in seen
    assert {f"Nama {n}" for n in range(BANYAK)} <= seen
    while "Anggota" not in jalan.label:
        jalan.tap("‹")
    jalan.tap("Anggota").tap("Ubah atau hapus").tap("1. ANI I").tap("Nama")
    jalan.expect("Jawaban sekarang: ANI I").say("SITI").expect("Periksa", "SITI")


def test_u32_after_the_change_the_summary_comes_back_unless_the_branch_asks_more() -> None:
    jalan = Walk.of(Ganti).say("KK hilang", KK).send().tap("Tanpa HP")
    jalan.tap("Ubah").tap("Telepon").say("081234567890").expect("Periksa")
    jalan.tap("Ubah").tap("Alasan").say("KK rusak").expect("Foto KK").send().expect("Periksa")


def test_u33_toggling_a_branch_back_restores_its_answers() -> None:
    jalan = Walk.of(Ganti).say("KK hilang", KK).send().tap("Tanpa HP")
    awal = jalan.teks
    jalan.tap("Ubah").tap("Alasan").say("KK rusak").expect("Foto KK").send().expect("Periksa")
    jalan.tap("Ubah").tap("Alasan").say("KK hilang").expect("Periksa", "Surat: foto")
    assert jalan.teks.split("Periksa")[1] == awal.split("Periksa")[1]
