"""[i/n]: the total never grows."""

import re

from core.dialog import compile_form
from core.dialog.draft import Draft
from core.dialog.progress import progress
from core.dialog.walk import current
from core.kit import Walk
from tests.core.dialog.forms import Ganti, Keluarga

HITUNG = re.compile(r"\[(\d+)/(\d+)(?: · (\w+) (\d+), (\d+)/(\d+))?\]")


def counts(jalan: Walk) -> tuple[int, int]:
    cocok = HITUNG.findall(jalan.teks)[-1]
    return int(cocok[0]), int(cocok[1])


def test_undecided_branches_are_counted_by_the_longest() -> None:
    rencana = compile_form(Ganti, kontak=True)
    draft = Draft("uji", 1)
    tempat = current(rencana, draft)
    assert tempat is not None
    assert progress(rencana, draft, tempat) == "1/5"


def test_the_total_never_grows_on_the_way() -> None:
    jalan = Walk.of(Ganti, kontak=True)
    dari = [counts(jalan)]
    for langkah in (
        lambda: jalan.tap("KK hilang"),
        lambda: jalan.say("3319990108160001"),
        jalan.send,
        lambda: jalan.tap("Tanpa HP"),
    ):
        langkah()
        dari.append(counts(jalan))
    assert dari == [(1, 5), (2, 5), (3, 5), (4, 5), (5, 5)]


def test_rows_are_counted_within_their_group() -> None:
    jalan = Walk.of(Keluarga)
    assert "[1/1 · Anggota 1, 1/3]" in jalan.teks
    jalan.say("3319991708900001", "ANI SANTOSO", "guru").tap("Tambah")
    assert "[1/1 · Anggota 2, 1/3]" in jalan.teks
