"""A group moves, or puts the bot out: with Telegram's words, and heard by the bot."""

import pytest

from sandbox import Ditolak, Klien
from tests.sandbox.conftest import GRUP, RINA, Wire

NEW = -1002


async def test_a_moved_group_answers_with_its_new_id(klien: Klien, wire: Wire) -> None:
    moved = await klien.pindah_grup(GRUP, NEW)
    assert moved.anggota
    refused = await wire("sendMessage", chat_id=GRUP, text="x")
    assert refused.status == 400
    assert refused.description == "Bad Request: group chat was upgraded to a supergroup chat"
    assert refused.body["parameters"] == {"migrate_to_chat_id": NEW}
    assert (await wire("sendMessage", chat_id=NEW, text="x")).status == 200
    here, there = (one["message"] for one in (await wire("getUpdates")).result)
    assert (here["chat"]["id"], here["migrate_to_chat_id"]) == (GRUP, NEW)
    assert (there["chat"]["id"], there["migrate_from_chat_id"]) == (NEW, GRUP)


async def test_a_group_that_moves_in_silence_tells_the_bot_nothing(
    klien: Klien, wire: Wire
) -> None:
    await klien.pindah_grup(GRUP, NEW, kabar=False)
    assert (await wire("getUpdates")).result == []


async def test_nobody_writes_in_a_group_that_is_gone(klien: Klien) -> None:
    await klien.pindah_grup(GRUP, NEW)
    with pytest.raises(Ditolak):
        await klien.tulis(RINA, "/start", chat=GRUP)
    with pytest.raises(Ditolak):
        await klien.pindah_grup(GRUP, NEW - 1)


async def test_a_bot_that_was_put_out_is_refused_until_it_is_let_in(
    klien: Klien, wire: Wire
) -> None:
    await klien.keluarkan_bot(GRUP)
    refused = await wire("sendMessage", chat_id=GRUP, text="x")
    assert refused.status == 403
    assert refused.description == "Forbidden: bot was kicked from the supergroup chat"
    await klien.undang_bot(GRUP)
    assert (await wire("sendMessage", chat_id=GRUP, text="x")).status == 200
    heard = [one["my_chat_member"] for one in (await wire("getUpdates")).result]
    assert [one["new_chat_member"]["status"] for one in heard] == ["kicked", "member"]
