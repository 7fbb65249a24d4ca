"""A form changes while it is filled in: nothing is lost, and only what changed is asked again."""

import json
import random
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from core.api import HasilCari
from core.dialog import Alih, Draft, Lanjut, MigrasiGagal, carry, finish
from core.dialog.sidik import fingerprints, reworded_only
from core.kit import Naskah, Walk
from core.kit.janji import check
from core.kit.penuntun import guide
from tests.core.dialog.berubah import MIGRASI, plan

Langkah = Callable[[Walk], object]
NASKAH: tuple[Langkah, ...] = (
    lambda w: w.tap("KK hilang"),
    lambda w: w.say("ani"),
    lambda w: w.say("3319990108160001"),
    lambda w: w.say("17-8-1990"),
    lambda w: w.send(),
    lambda w: w.say("Budi"),
    lambda w: w.say("30"),
    lambda w: w.tap("Tambah"),
    lambda w: w.say("Cici"),
    lambda w: w.say("12"),
    lambda w: w.tap("Selesai"),
    lambda w: w.tap("Tanpa HP"),
    lambda w: w.say("ani@desa.id"),
    lambda w: w.say("123456"),
)
LENGKAP = len(NASKAH)


def walked(langkah: int, cari: HasilCari = HasilCari.ADA) -> Walk:
    walk = Walk(plan(1), naskah=Naskah(cari=cari))
    for satu in NASKAH[:langkah]:
        satu(walk)
    return walk


def carried(draft: Draft, *lewat: int) -> Alih:
    alih = Alih(draft)
    for versi in lewat:
        kembali = Draft.load(alih.draft.dump())
        alih = carry(plan(versi), kembali, versi, MIGRASI)
    return alih


def going_on(alih: Alih, cari: HasilCari = HasilCari.ADA) -> Walk:
    walk = Walk(plan(alih.draft.versi), naskah=Naskah(cari=cari))
    walk.draft = Draft.load(alih.draft.dump())
    walk.play(Lanjut())
    return walk


def to_the_end(walk: Walk) -> list[str]:
    """Fill in what is left; give the texts of the questions that had to be answered."""
    acak = random.Random(1)
    ditanya: list[str] = []
    for _ in range(60):
        if walk.draft.status == "terkirim":
            return ditanya
        ditanya.append(walk.teks)
        guide(walk, acak, straight=True)
        check(walk)
    pytest.fail(f"no end; it stands at:\n{walk.teks}")


@pytest.mark.parametrize("lewat", [(2,), (3,), (2, 3)])
@pytest.mark.parametrize("langkah", range(LENGKAP + 1))
def test_from_every_step_of_the_dialog_the_newer_form_is_filled_in_to_its_end(
    langkah: int, lewat: tuple[int, ...]
) -> None:
    walk = going_on(carried(walked(langkah).draft, *lewat))
    to_the_end(walk)
    assert walk.selesai.isian.model_dump()


@pytest.mark.parametrize("lewat", [(2,), (3,), (2, 3)])
@pytest.mark.parametrize("langkah", range(LENGKAP + 1))
def test_no_answer_to_a_question_that_stayed_is_lost(langkah: int, lewat: tuple[int, ...]) -> None:
    lama = walked(langkah).draft.jawaban
    baru = carried(walked(langkah).draft, *lewat).draft.jawaban
    tetap = {"surat", "telepon", "kontak", "hari_ini"} | (
        {"nomor_kk"} if 3 not in lewat else set()
    )
    assert {n: isi for n, isi in baru.items() if n in tetap} == {
        n: isi for n, isi in lama.items() if n in tetap
    }
    assert baru.get("nama_pemohon") == lama.get("nama")
    assert "nama" not in baru


@pytest.mark.parametrize("langkah", range(LENGKAP + 1))
def test_going_through_a_version_or_past_it_comes_to_the_same(langkah: int) -> None:
    draft = walked(langkah).draft
    assert carried(draft, 2, 3).draft.jawaban == carried(draft, 3).draft.jawaban


def test_a_finished_form_is_asked_only_what_changed_or_is_new() -> None:
    alih = carried(walked(LENGKAP).draft, 2)
    ditanya = to_the_end(going_on(alih, HasilCari.DIAM))
    inti = [kata.partition("</b>")[2].partition("\n")[0].strip() for kata in ditanya]
    assert [kata for kata in inti if kata] == [
        "Mengapa KK perlu diganti?",
        "Di desa mana?",
        "Apa hubungannya dengan Anda?",
        "Apa hubungannya dengan Anda?",
    ], inti
    assert alih.ulang == 1


def test_the_new_look_up_is_made_before_what_depends_on_it() -> None:
    walk = going_on(carried(walked(LENGKAP).draft, 2), HasilCari.ADA)
    assert "Di desa mana?" not in " ".join(to_the_end(walk))


def test_other_spelling_of_a_question_asks_nothing_again_other_words_do() -> None:
    dua = carried(walked(LENGKAP).draft, 2)
    dua.draft.jawaban["alasan"] = "pindah"
    tiga = carry(plan(3), dua.draft, 3, MIGRASI)
    assert tiga.draft.jawaban["alasan"] == "pindah"
    assert "lahir" not in tiga.draft.jawaban
    assert tiga.ulang == 1


def test_a_rise_without_a_change_keeps_everything_and_the_summary() -> None:
    draft = walked(LENGKAP).draft
    alih = carry(plan(1), draft, 2, {})
    assert (alih.draft.jawaban, alih.ulang) == (draft.jawaban, 0)
    assert alih.draft.status == "ringkas"
    assert alih.draft.rev == draft.rev + 1


def test_a_rise_may_go_by_without_a_function() -> None:
    alih = carry(plan(1), walked(3).draft, 9, {5: lambda jawaban: jawaban})
    assert alih.draft.versi == 9


def test_an_older_form_never_takes_a_newer_draft() -> None:
    dua = carried(walked(LENGKAP).draft, 2).draft
    with pytest.raises(MigrasiGagal, match="draft of version 2, form of version 1"):
        carry(plan(1), dua, 1, MIGRASI)


def _raising(jawaban: dict[str, Any]) -> dict[str, Any]:
    raise KeyError(jawaban["nomor_kk"])


def _forgetting(jawaban: dict[str, Any]) -> Any:
    jawaban.clear()


@pytest.mark.parametrize(
    "fungsi",
    [
        _raising,
        _forgetting,
        lambda jawaban: jawaban | {"lahir": object()},
        lambda jawaban: jawaban | {"anggota": "BUDI"},
        lambda jawaban: jawaban | {"anggota": {"baris": ["BUDI"], "selesai": True}},
    ],
)
def test_a_broken_function_leaves_the_draft_as_it_is_and_tells_no_answer(
    fungsi: Callable[[dict[str, Any]], dict[str, Any]],
) -> None:
    draft = walked(LENGKAP).draft
    tulisan = draft.dump()
    with pytest.raises(MigrasiGagal) as gagal:
        carry(plan(2), draft, 2, {2: fungsi})
    assert draft.dump() == tulisan
    assert "3319" not in str(gagal.value)


@pytest.mark.parametrize("salah", [1, [], {}, "x" * 4000, None, True, {"baris": []}])
def test_what_a_function_makes_that_does_not_fit_is_asked_again(salah: object) -> None:
    draft = walked(LENGKAP).draft
    alih = carry(plan(2), draft, 2, {2: lambda jawaban: to_wrong(jawaban, salah)})
    assert "nomor_kk" not in alih.draft.jawaban
    assert to_the_end(going_on(alih))


def to_wrong(jawaban: dict[str, Any], salah: object) -> dict[str, Any]:
    return jawaban | {"nomor_kk": salah}


def test_what_was_filed_keeps_its_answers_as_filed_beside_the_new_ones() -> None:
    draft = replace(walked(LENGKAP).draft, status="terkirim")
    dua = carry(plan(2), draft, 2, MIGRASI, terkirim=True).draft
    assert dua.semula == {"versi": 1, "jawaban": draft.jawaban}
    assert dua.status == "terkirim"
    tiga = carry(plan(3), Draft.load(dua.dump()), 3, MIGRASI, terkirim=True).draft
    assert tiga.semula == dua.semula


def test_an_officers_note_stays_where_its_question_stays() -> None:
    draft = replace(walked(LENGKAP).draft, perbaikan={"surat": "Buram.", "nama": "Salah."})
    assert carried(draft, 2).draft.perbaikan == {"surat": "Buram."}


def test_a_draft_of_before_fingerprints_keeps_what_still_fits() -> None:
    lama = json.loads(walked(LENGKAP).draft.dump())
    del lama["sidik"], lama["semula"]
    alih = carry(plan(2), Draft.load(json.dumps(lama)), 2, MIGRASI)
    assert alih.draft.jawaban["alasan"] == "hilang"


def test_a_fingerprint_is_one_of_shape_and_one_of_words() -> None:
    satu, dua, tiga = (fingerprints(plan(versi)) for versi in (1, 2, 3))
    assert satu["nomor_kk"] == dua["nomor_kk"]
    assert satu["alasan"] != dua["alasan"]
    assert not reworded_only(satu["alasan"], dua["alasan"])
    assert dua["alasan"] == tiga["alasan"]
    assert reworded_only(dua["lahir"], tiga["lahir"])
    assert satu["anggota.nama"] == dua["anggota.nama"]


def test_a_carried_draft_is_finished_under_the_new_model() -> None:
    walk = going_on(carried(walked(LENGKAP).draft, 3))
    to_the_end(walk)
    isian = finish(walk.rencana, walk.draft).isian.model_dump()
    assert isian["anggota"] == "BUDI, CICI"


@pytest.mark.parametrize(
    ("langkah", "ke", "sama"),
    [
        (0, 2, False),  # a choice more
        (1, 2, False),  # alasan is asked again, first
        (2, 3, False),  # nomor_kk is gone
        (3, 3, False),  # lahir is asked in other words
    ],
)
def test_an_answer_to_a_question_that_changed_does_not_count(
    langkah: int, ke: int, sama: bool
) -> None:
    assert carried(walked(langkah).draft, ke).sama is sama


@pytest.mark.parametrize("langkah", range(LENGKAP - 1))
def test_an_answer_to_the_same_question_counts(langkah: int) -> None:
    assert carry(plan(1), walked(langkah).draft, 2, {}).sama


def test_an_answer_typed_into_an_open_menu_does_not_count() -> None:
    walk = walked(LENGKAP).tap("Ubah")
    assert not carry(plan(1), walk.draft, 2, {}).sama
