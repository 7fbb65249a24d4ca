"""The cursor is derived; what is hidden is kept and seen by nobody."""

from typing import Annotated

from core.api import F, Formulir, Pilihan, Tanya, jenis
from core.dialog import compile_form
from core.dialog.draft import Draft
from core.dialog.walk import answered, current, find, meets, walk
from core.kit import Walk
from tests.core.dialog.forms import Ganti, Keluarga

FOTO = {"berkas": "00000000-0000-0000-0000-000000000001", "mime": "image/jpeg"}


class YaTidak(Pilihan):
    YA = "ya", "Ya"
    TIDAK = "tidak", "Tidak"


class Bertingkat(Formulir):
    satu: Annotated[YaTidak, Tanya("Satu?")]
    dua: Annotated[YaTidak | None, Tanya("Dua?", bila=F.satu == "ya")] = None
    tiga: Annotated[jenis.Baris | None, Tanya("Tiga?", bila=F.dua == "ya")] = None


def paths(formulir: type[Formulir], jawaban: dict[str, object]) -> list[str]:
    return [t.path for t in walk(compile_form(formulir, kontak=False), jawaban)]


def test_only_what_the_answers_call_for_is_visible() -> None:
    assert paths(Ganti, {}) == ["alasan", "nomor_kk", "telepon"]
    assert paths(Ganti, {"alasan": "hilang"}) == ["alasan", "nomor_kk", "surat", "telepon"]


def test_a_hidden_answer_opens_nothing_behind_it() -> None:
    jawaban = {"satu": "tidak", "dua": "ya", "tiga": "x"}
    assert paths(Bertingkat, jawaban) == ["satu"]
    assert paths(Bertingkat, jawaban | {"satu": "ya"}) == ["satu", "dua", "tiga"]


def test_what_is_made_of_a_form_depends_on_visible_answers_only() -> None:
    rencana = compile_form(Bertingkat, kontak=False)
    hidden = Draft("uji", 1, {"satu": "tidak", "dua": "ya"})
    seen = Draft("uji", 1, {"satu": "ya", "dua": "ya"})
    dua = F.dua == "ya"
    assert [meets(rencana, one, dua) for one in (hidden, seen)] == [False, True]


def test_the_first_row_of_a_group_that_needs_one_begins_at_once() -> None:
    assert paths(Keluarga, {})[0] == "anggota[0].nik"


def test_the_next_question_is_the_first_without_an_answer() -> None:
    rencana = compile_form(Ganti, kontak=False)
    draft = Draft("uji", 1, {"alasan": "hilang", "telepon": None})
    tempat = current(rencana, draft)
    assert tempat is not None
    assert tempat.path == "nomor_kk"


def test_a_skipped_answer_is_an_answer() -> None:
    tempat = find(compile_form(Ganti, kontak=False), {"telepon": None}, "telepon")
    assert tempat is not None
    assert answered(tempat)


def test_toggling_a_branch_back_restores_its_answers() -> None:
    jalan = Walk.of(Ganti).tap("KK hilang").say("3319990108160001").send().tap("Tanpa HP")
    jalan.tap("Ubah").tap("Alasan").tap("KK rusak").expect("Foto KK")
    jalan.tap("Kembali").tap("Kembali").tap("KK hilang").expect("Periksa", "Surat")
    assert jalan.draft.jawaban["surat"]["berkas"] == FOTO["berkas"]
