"""A case whose issuing stopped: told once, shown on its card, tried again by one press."""

from collections.abc import AsyncIterator

import pytest

from core.bot import TelegramRoom
from core.bot.petugas import words
from core.permohonan import Permohonan
from core.store import riwayat, unit_of_work
from tests.core.bot.petugas.test_room import _filed
from tests.core.bot.ruang import AGUS, BUDI, GROUP, RINA, Ruang, listening
from tests.journeys.pemain import Petugas

AGAIN = words.TERBITKAN_LAGI
Stuck = tuple[Petugas, Permohonan, TelegramRoom]


@pytest.fixture
async def decided(ruang: Ruang) -> AsyncIterator[Stuck]:
    """An approved case that is not issued."""
    async with listening(ruang) as room:
        for who in (AGUS, RINA):
            officer = Petugas(ruang.klien, who, GROUP)
            await officer.pribadi.say("/start petugas", "Halo")
        nomor = await _filed(ruang)
        await officer.approves(nomor)
        (case,) = await ruang.alat.cases.filed(ruang.mint.ruang(BUDI))
        yield officer, case, room


@pytest.fixture
async def stuck(decided: Stuck) -> Stuck:
    """An approved case that issuing has given up, twice told."""
    _, case, room = decided
    for _ in range(2):
        await unit_of_work(room.tidings.stuck)(case)
    room.wake()
    return decided


async def _alerts(ruang: Ruang) -> list[str]:
    told = await ruang.klien.pesan(GROUP)
    return [one.teks for one in told if "penerbitan terhenti" in one.teks]


async def test_the_office_is_told_once_and_the_card_has_a_button(
    ruang: Ruang, stuck: Stuck
) -> None:
    officer, case, _ = stuck
    card = await officer.card(str(case.nomor), AGAIN)
    assert "Belum terbit" in card.teks
    assert len(await _alerts(ruang)) == 1


async def test_one_press_tries_again_and_takes_the_button_away(ruang: Ruang, stuck: Stuck) -> None:
    officer, case, _ = stuck
    card = await officer.card(str(case.nomor), AGAIN)
    toast = await officer.presses(card, AGAIN)
    assert "Tercatat" in toast.teks
    again = await officer.presses(card, AGAIN)
    assert "Tercatat" not in again.teks
    assert ruang.issuing.retried == [case.id]
    assert [one.aksi for one in await riwayat.of(case.id)][-1] == "dicoba_lagi"


async def test_a_press_for_work_under_way_says_so_and_leaves_no_trace(
    ruang: Ruang, stuck: Stuck
) -> None:
    officer, case, _ = stuck
    card = await officer.card(str(case.nomor), AGAIN)
    ruang.issuing.under_way.add(case.id)
    toast = await officer.presses(card, AGAIN)
    assert "sedang dikerjakan" in toast.teks
    assert ruang.issuing.retried == []
    assert [one.aksi for one in await riwayat.of(case.id)][-1] == "macet"


async def test_a_case_that_is_late_but_running_is_told_once_and_has_no_button(
    ruang: Ruang, decided: Stuck
) -> None:
    officer, case, room = decided
    for _ in range(2):
        await unit_of_work(room.tidings.late)(case)
    room.wake()
    card = await officer.card(str(case.nomor), "Terbit terlambat")
    assert AGAIN not in card.label
    assert await _alerts(ruang) == []
    told = await ruang.klien.pesan(GROUP)
    assert len([one for one in told if "masih dikerjakan atau" in one.teks]) == 1
    await unit_of_work(room.tidings.stuck)(case)
    room.wake()
    await officer.card(str(case.nomor), AGAIN)
    assert len(await _alerts(ruang)) == 1


async def test_a_case_that_stops_again_is_told_again(ruang: Ruang, stuck: Stuck) -> None:
    officer, case, room = stuck
    card = await officer.card(str(case.nomor), AGAIN)
    await officer.presses(card, AGAIN)
    await unit_of_work(room.tidings.stuck)(case)
    room.wake()
    await officer.card(str(case.nomor), AGAIN, after=card.rev)
    assert len(await _alerts(ruang)) == 2
