"""Calls that go wrong on demand: late, silent, or cut off after or before the act."""

import asyncio

import aiohttp
import pytest

from sandbox import Klien
from tests.sandbox.conftest import SITI, Wire

DEADLINE = 30.0


async def test_a_slow_call_is_done_at_once_and_answered_late(wire: Wire, klien: Klien) -> None:
    asked = await klien.mulai(SITI)
    await klien.lambat("sendMessage", 600)
    sending = asyncio.create_task(wire("sendMessage", chat_id=SITI, text="x"))
    seen = await klien.tunggu(SITI, sesudah=asked.rev, batas=DEADLINE)
    assert seen.teks == "x"
    assert not sending.done()
    sending.cancel()


async def test_a_slow_call_is_answered_rightly(wire: Wire, klien: Klien) -> None:
    await klien.mulai(SITI)
    await klien.lambat("sendMessage", 0.05)
    assert (await wire("sendMessage", chat_id=SITI, text="x")).result["text"] == "x"


async def test_a_silent_call_is_not_done_and_ends_without_an_answer(
    wire: Wire, klien: Klien
) -> None:
    await klien.mulai(SITI)
    await klien.diam("sendMessage", detik=0.05)
    with pytest.raises(aiohttp.ClientError):
        await wire("sendMessage", chat_id=SITI, text="x")
    assert len(await klien.pesan(SITI)) == 1
    assert [each.kode for each in await klien.panggilan("sendMessage")] == [0]


@pytest.mark.parametrize(("done", "messages"), [(True, 3), (False, 2)])
async def test_a_cut_call_may_have_been_done(
    wire: Wire, klien: Klien, done: bool, messages: int
) -> None:
    await klien.mulai(SITI)
    await klien.putus("sendMessage", dikerjakan=done)
    with pytest.raises(aiohttp.ClientError):
        await wire("sendMessage", chat_id=SITI, text="x")
    assert (await wire("sendMessage", chat_id=SITI, text="y")).status == 200
    assert len(await klien.pesan(SITI)) == messages


async def test_a_refused_act_is_refused_although_the_call_is_slow(
    wire: Wire, klien: Klien
) -> None:
    await klien.lambat("sendMessage", 600)
    assert (await wire("sendMessage", chat_id=SITI, text="x")).status == 403


async def test_updates_are_repeated_and_renumbered_over_http(wire: Wire, klien: Klien) -> None:
    await klien.mulai(SITI)
    (first,) = (await wire("getUpdates")).result
    after = first["update_id"] + 1
    assert (await wire("getUpdates", offset=after)).result == []
    await klien.ulangi()
    assert (await wire("getUpdates", offset=after)).result == [first]
    await klien.nomor_baru(5)
    await klien.tulis(SITI, "lagi")
    (renumbered,) = (await wire("getUpdates", offset=after)).result
    assert renumbered["update_id"] == 5
