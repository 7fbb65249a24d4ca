"""The officers' group becomes a supergroup: cards follow, presses there count, once, for real."""

from collections.abc import AsyncIterator

import pytest

from core.bot import alert, migration
from core.bot.models import GrupPindah, Kartu
from core.bot.petugas import moving
from core.bot.turn import Turn
from core.store import unit_of_work
from core.store.models import Riwayat
from tests.core.bot.ruang import BUDI, GROUP, RINA, TAMU, Ruang, listening
from tests.journeys.pemain import PATIENCE, Petugas, Warga

NEW, FOREIGN = -1007000000777, -1007000000888


@pytest.fixture
async def rina(ruang: Ruang) -> AsyncIterator[Petugas]:
    """Rina in the old group, while the room listens."""
    async with listening(ruang):
        officer = Petugas(ruang.klien, RINA, GROUP)
        await officer.pribadi.say("/start petugas", "Halo")
        yield officer


async def _filed(ruang: Ruang) -> str:
    warga = Warga(ruang.klien, BUDI, surel="")
    ask = await warga.fills_hilang()
    return await warga.submits(await warga.tap(ask, "Tidak punya e-mail", "Periksa"))


async def test_open_cards_are_posted_again_and_count_in_the_new_chat(
    ruang: Ruang, rina: Petugas
) -> None:
    nomor = await _filed(ruang)
    old = await rina.card(nomor, "Ambil")
    await ruang.klien.pindah_grup(GROUP, NEW)
    there = Petugas(ruang.klien, RINA, NEW)
    await there.takes(nomor)
    await there.card(nomor, "Lepas")
    assert (await Riwayat.get(aksi=moving.ACT)).pelaku == "telegram"
    assert await GrupPindah.all().count() == 1
    assert (await Kartu.filter(jenis="grup").get()).pesan_id != old.id


async def test_without_a_word_of_telegram_the_next_call_finds_it_out(
    ruang: Ruang, rina: Petugas
) -> None:
    nomor = await _filed(ruang)
    await rina.card(nomor, "Ambil")
    await ruang.klien.pindah_grup(GROUP, NEW, kabar=False)
    await unit_of_work(alert)(ruang.alat, "kabar untuk grup")
    there = Petugas(ruang.klien, RINA, NEW)
    await ruang.klien.tunggu(NEW, lambda one: "kabar untuk" in one.teks, batas=PATIENCE)
    await there.takes(nomor)


async def test_both_tell_of_it_and_it_happens_once(ruang: Ruang) -> None:
    @unit_of_work
    async def follow(key: str) -> bool:
        return await moving.follow(ruang.alat, Turn(ruang.mint, key), old=GROUP, new=NEW)

    assert await follow("satu")
    assert not await follow("dua")
    assert await Riwayat.filter(aksi=moving.ACT).count() == 1
    assert await migration.address(ruang.mint, GROUP) == NEW
    assert await migration.address(ruang.mint, NEW) == NEW
    assert await migration.address(ruang.mint, BUDI) == BUDI


async def test_a_second_move_elsewhere_is_not_believed(ruang: Ruang) -> None:
    @unit_of_work
    async def follow(new: int) -> bool:
        return await moving.follow(ruang.alat, Turn(ruang.mint, str(new)), old=GROUP, new=new)

    assert await follow(NEW)
    assert not await follow(FOREIGN)
    assert await migration.address(ruang.mint, GROUP) == NEW


async def test_t14_a_word_that_looks_like_a_move_is_ignored(ruang: Ruang, rina: Petugas) -> None:
    nomor = await _filed(ruang)
    await rina.card(nomor, "Ambil")
    for text in (f"/migrate_to_chat_id {FOREIGN}", f'/x {{"migrate_to_chat_id": {FOREIGN}}}'):
        await ruang.klien.tulis(TAMU, text, chat=GROUP)
    await rina.takes(nomor)
    assert await GrupPindah.all().count() == 0


async def test_a_foreign_group_that_moves_is_none_of_ours(ruang: Ruang, rina: Petugas) -> None:
    await ruang.klien.grup("Asing", (TAMU,), id=FOREIGN)
    await ruang.klien.pindah_grup(FOREIGN, NEW)
    nomor = await _filed(ruang)
    await rina.takes(nomor)
    assert await GrupPindah.all().count() == 0
    assert await ruang.klien.pesan(NEW) == ()
