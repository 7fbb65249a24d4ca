"""The citizen's room with its clock held: what the sandbox's people cannot send."""

from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import pytest
from telegram import Update

from core.bot.dispatch import Dispatcher
from core.bot.pemohon.filing import Filing
from core.bot.pemohon.room import CitizenRoom
from core.bot.petugas.room import OfficerRoom
from core.bot.turn import Turn
from core.registry import Katalog
from core.store import new_id, unit_of_work
from tests.core.bot.ruang import BUDI, GROUP, Ruang, listening
from tests.journeys.pemain import BUDI as DIRI
from tests.journeys.pemain import Warga

STICKER = {
    "file_id": "a", "file_unique_id": "b", "type": "regular", "width": 512, "height": 512,
    "is_animated": False, "is_video": False,
}  # fmt: skip
VOICE = {"file_id": "a", "file_unique_id": "b", "duration": 3}
PLACE = {"latitude": -6.8, "longitude": 110.8}


@pytest.fixture
async def warga(ruang: Ruang) -> AsyncIterator[Warga]:
    """A citizen, while the room listens."""
    async with listening(ruang):
        yield Warga(ruang.klien, BUDI, surel="warga@contoh.id")


async def hears(ruang: Ruang, kind: str, value: dict[str, Any]) -> None:
    """Handle an update as the intake would."""
    filing = Filing(ruang.alat)
    hall = Dispatcher(ruang.alat, CitizenRoom(ruang.alat, filing), OfficerRoom(ruang.alat))
    update = Update.de_json({"update_id": 1, kind: value}, ruang.bot)
    assert update is not None
    act = await hall.plan(update)

    @unit_of_work
    async def commit() -> None:
        await act(Turn(ruang.mint, str(new_id())))

    await commit()


def message(chat: int = BUDI, **content: Any) -> dict[str, Any]:
    kind = "private" if chat > 0 else "supergroup"
    return {
        "message_id": 900,
        "date": 1_790_000_000,
        "chat": {"id": chat, "type": kind, "title": "x"},
        "from": {"id": BUDI, "is_bot": False, "first_name": "Budi"},
    } | content


@pytest.mark.parametrize(
    "content",
    [
        {"sticker": STICKER},
        {"voice": VOICE},
        {"location": PLACE},
        {"dice": {"emoji": "🎲", "value": 1}},
    ],
)
async def test_what_cannot_be_read_is_said_so_and_the_question_comes_back(
    ruang: Ruang, warga: Warga, content: dict[str, Any]
) -> None:
    first = await warga.opens("KK hilang", first="Mengapa")
    await hears(ruang, "message", message(**content))
    await warga.wait("belum dapat kami baca", beyond=first.id)
    await warga.wait("Mengapa", beyond=first.id)


async def test_what_is_not_for_us_is_ignored(ruang: Ruang) -> None:
    await hears(ruang, "message", message(GROUP, text="/start"))
    await hears(ruang, "edited_message", message(GROUP, text="/start", edit_date=1_790_000_001))
    await hears(ruang, "channel_post", message(-1, text="halo"))
    await hears(ruang, "sesuatu_yang_baru", {"apa": "saja"})
    assert [one for one in await ruang.klien.panggilan() if one.metode.startswith("send")] == []


async def test_a_draft_waits_for_its_service_and_its_citizen_is_told(
    ruang: Ruang, warga: Warga
) -> None:
    await warga.opens("KK hilang", first="Mengapa")
    ruang.alat = replace(ruang.alat, katalog=Katalog({}, ()))
    await hears(ruang, "message", message(text="KK hilang"))
    await warga.wait("sedang ada gangguan")
    (draft,) = await ruang.alat.cases.drafts(ruang.mint.ruang(BUDI))
    assert draft.status == "draf"


async def test_a_form_that_has_changed_meanwhile_asks_only_what_is_new(
    ruang: Ruang, warga: Warga
) -> None:
    first = await warga.opens("KK hilang", first="Mengapa")
    await warga.tap(first, "KK hilang", "Kartu Keluarga")
    await warga.say(DIRI.nomor_kk, "nama lengkap")
    siap = ruang.alat.katalog.layanan["kk-ganti"]
    newer = replace(siap, layanan=replace(siap.layanan, versi=siap.layanan.versi + 1))
    ruang.alat = replace(ruang.alat, katalog=Katalog({"kk-ganti": newer}, ()))
    await hears(ruang, "message", message(text=DIRI.nama))
    await warga.wait("anggal lahir")


async def test_one_answer_costs_two_calls(ruang: Ruang, warga: Warga) -> None:
    first = await warga.opens("KK hilang", first="Mengapa")
    await warga.tap(first, "KK hilang", "Kartu Keluarga")
    await warga.say(DIRI.nomor_kk, "nama lengkap")
    await warga.settles()
    before = len(await ruang.klien.panggilan())
    await warga.say(DIRI.nama, "anggal lahir")
    await warga.settles()
    calls = [one.metode for one in (await ruang.klien.panggilan())[before:]]
    assert sorted(one for one in calls if one != "getUpdates") == [
        "editMessageReplyMarkup",
        "sendMessage",
    ]
