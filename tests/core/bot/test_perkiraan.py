"""The place in the queue, and about when a turn comes. Clock: Monday 23 November 2026, 10.00."""

from datetime import datetime, timedelta

import pytest

from core.bot import perkiraan, words_setelah
from core.bot.turn import held
from core.permohonan import Permohonan
from tests.core.bot.ruang import BUDI, START, Ruang

FRIDAY = datetime.fromisoformat("2026-11-27T14:45+07:00")


async def filed(ruang: Ruang, chat: int = BUDI) -> Permohonan:
    """A case, filed a minute after the one before it."""
    cases = ruang.alat.cases
    ruang.clock.forward(minutes=1)
    row = await cases.open(chat, layanan="kk-ganti", versi=1, isian="{}", persetujuan="x")
    due = ruang.alat.kantor.tenggat("kk-ganti", ruang.clock())
    return held(await cases.submit(row, "{}", desa="", produk=(), batas_at=due))


async def decided(ruang: Ruang, count: int) -> None:
    """Cases that were rejected just now."""
    cases = ruang.alat.cases
    for _ in range(count):
        taken = held(await cases.take(await filed(ruang), by=1))
        await cases.reject(taken, "x", by=1)


async def test_who_is_next_is_told_so(ruang: Ruang) -> None:
    said = await perkiraan.sentence(ruang.alat, await filed(ruang))
    assert said == words_setelah.ANTRE_PERTAMA


async def test_those_before_count_and_those_after_do_not(ruang: Ruang) -> None:
    for _ in range(3):
        await filed(ruang)
    mine = await filed(ruang)
    await filed(ruang)
    said = await perkiraan.sentence(ruang.alat, mine)
    assert said == words_setelah.ANTRE_DEPAN.format(depan=3)


async def test_what_an_officer_is_looking_at_is_before_us_and_what_is_decided_is_not(
    ruang: Ruang,
) -> None:
    first = await filed(ruang)
    mine = await filed(ruang)
    taken = held(await ruang.alat.cases.take(first, by=1))
    assert "1 permohonan" in await perkiraan.sentence(ruang.alat, mine)
    await ruang.alat.cases.reject(taken, "x", by=1)
    assert await perkiraan.sentence(ruang.alat, mine) == words_setelah.ANTRE_PERTAMA


async def test_a_known_pace_foretells_a_turn_and_promises_nothing(ruang: Ruang) -> None:
    await decided(ruang, 80)
    said = await perkiraan.sentence(ruang.alat, await filed(ruang))
    assert "23 November 2026, siang" in said
    assert "bukan janji" in said


async def test_a_turn_beyond_the_deadline_is_not_foretold(ruang: Ruang) -> None:
    await decided(ruang, 6)
    said = await perkiraan.sentence(ruang.alat, await filed(ruang))
    assert said == words_setelah.ANTRE_PERTAMA


async def test_what_is_being_examined_is_in_no_queue(ruang: Ruang) -> None:
    taken = held(await ruang.alat.cases.take(await filed(ruang), by=1))
    assert await perkiraan.sentence(ruang.alat, taken) == ""


def test_few_decisions_are_no_pace(ruang: Ruang) -> None:
    kantor = ruang.alat.kantor
    assert perkiraan.foretell(kantor, START, ahead=0, decided=4) is None
    assert perkiraan.foretell(kantor, START, ahead=0, decided=5) is not None


def test_a_turn_falls_into_opening_hours(ruang: Ruang) -> None:
    kantor = ruang.alat.kantor
    worked = kantor.buka_antara(FRIDAY - timedelta(days=14), FRIDAY)
    an_hour_each = int(worked / timedelta(hours=1))
    turn = perkiraan.foretell(kantor, FRIDAY, ahead=0, decided=an_hour_each)
    assert turn is not None
    assert f"{turn:%A %H}" in ("Monday 07", "Monday 08")


@pytest.mark.parametrize(
    ("jam", "part"), [("07:30", "pagi"), ("10:59", "pagi"), ("11:00", "siang"), ("15:00", "sore")]
)
def test_a_turn_is_told_by_the_part_of_the_day(ruang: Ruang, jam: str, part: str) -> None:
    moment = datetime.fromisoformat(f"2026-11-24T{jam}+07:00")
    assert f"24 November 2026, {part}." in perkiraan.about(ruang.alat.kantor, moment)
