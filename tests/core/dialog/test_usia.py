"""Questions that depend on an age: asked by the day of filing, not by the day of beginning."""

import re
from dataclasses import replace
from datetime import date
from typing import Annotated

from core.api import HARI_INI, F, Formulir, Sifat, Tanya, Ulang, jenis
from core.dialog import Konteks, compile_form, needs, prompt, send_back
from core.kit import KONTEKS, Walk


def young(lahir: date, hari_ini: date) -> str | None:
    """Refuse who is of age on a day."""
    return "Sudah dewasa." if lahir.replace(year=lahir.year + 17) <= hari_ini else None


class Anak(Formulir):
    lahir: Annotated[jenis.TanggalLahir, Sifat("lahir", pada=young), Tanya("Kapan lahir?")]
    wali: Annotated[jenis.Nama | None, Tanya("Siapa walinya?", bila=F.lahir.usia < 5)] = None
    foto: Annotated[jenis.Foto | None, Tanya("Foto wajah", bila=F.lahir.usia >= 5)] = None
    ijazah: Annotated[jenis.Foto | None, Tanya("Foto ijazah", bila=F.lahir.usia >= 6)] = None


class Satu(Formulir):
    lahir: Annotated[jenis.TanggalLahir, Tanya("Kapan lahir?")]
    foto: Annotated[jenis.Foto | None, Tanya("Foto wajah", bila=F.lahir.usia >= 5)] = None


class Keluarga(Formulir):
    anggota: Annotated[list[Satu], Ulang("Siapa saja?", minimal=1)]


def on(year: int, month: int, day: int) -> Konteks:
    return replace(KONTEKS, hari_ini=date(year, month, day))


def begun(konteks: Konteks) -> Walk:
    return Walk.of(Anak, konteks=konteks).say("8-5-2021")


def test_the_birthday_itself_decides() -> None:
    begun(on(2026, 5, 7)).expect("walinya")
    begun(on(2026, 5, 8)).expect("Foto wajah")


def test_a_draft_that_waits_until_the_birthday_is_asked_the_other_question() -> None:
    jalan = begun(on(2026, 5, 7)).say("Budi Santoso").expect("Kirim").expect_no("Foto wajah")
    jalan.konteks = on(2026, 5, 8)
    assert "Foto wajah" in prompt(jalan.rencana, jalan.draft, jalan.konteks)[-1].teks
    jalan.tap("Kirim").expect("Foto wajah").send().tap("Kirim").done()
    isian = jalan.selesai.isian
    assert isinstance(isian, Anak)
    assert isian.wali is None
    assert isian.foto is not None


def test_what_was_filed_stays_as_it_was_on_that_day() -> None:
    jalan = begun(on(2026, 5, 7)).say("Budi Santoso").tap("Kirim").done()
    sebelum = jalan.selesai.isian
    jalan.konteks = on(2030, 1, 1)
    jalan.say("apa kabar")
    assert jalan.selesai.isian == sebelum
    assert jalan.draft.jawaban[HARI_INI] == "2026-05-07"


def test_a_form_that_is_sent_back_counts_to_the_day_of_its_new_filing() -> None:
    jalan = begun(on(2026, 5, 7)).say("Budi Santoso").tap("Kirim").done()
    jalan.draft = send_back(jalan.rencana, jalan.draft, {"wali": "Tulis nama lengkap."})
    jalan.konteks = on(2026, 5, 8)
    jalan.say("halo").expect("Foto wajah").send().tap("Kirim").done()


def test_an_answer_that_is_no_longer_right_is_asked_again_before_it_is_filed() -> None:
    jalan = begun(on(2038, 5, 7)).send().send().expect("Kirim")
    jalan.konteks = on(2038, 5, 8)
    jalan.tap("Kirim").expect("Sudah dewasa.", "Kapan lahir?")
    assert jalan.draft.status == "tanya"


def test_rows_count_ages_too() -> None:
    jalan = Walk.of(Keluarga, konteks=on(2026, 5, 8)).say("8-5-2021").expect("Foto wajah").send()
    jalan.tap("Tambah").say("9-5-2021").expect_no("Foto wajah")


def test_the_total_counts_the_longest_way_and_shrinks_when_the_age_is_known() -> None:
    jalan = Walk.of(Anak, konteks=on(2026, 5, 8)).expect("[1/3]")
    jalan.say("8-5-2025").expect("[2/2]")
    assert re.search(r"\[2/3\]", Walk.of(Anak, konteks=on(2028, 5, 8)).say("8-5-2020").teks)


def test_what_to_bring_says_from_which_age_on() -> None:
    assert needs(compile_form(Anak, kontak=False)) == (
        "Foto wajah (bila berusia 5 tahun atau lebih menurut lahir)",
        "Foto ijazah (bila berusia 6 tahun atau lebih menurut lahir)",
    )
