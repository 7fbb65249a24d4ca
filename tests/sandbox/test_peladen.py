"""Starting and stopping."""

import asyncio

import aiohttp
import pytest

from sandbox import HanyaLoopback, Klien, PortTerpakai, Sandbox
from tests.sandbox.conftest import STAGE


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.5", "", "contoh.id"])
def test_it_listens_on_loopback_only(host: str) -> None:
    with pytest.raises(HanyaLoopback, match="loopback only"):
        Sandbox(STAGE, host=host)


async def test_a_taken_port_is_named_in_one_sentence() -> None:
    async with Sandbox(STAGE) as first:
        with pytest.raises(PortTerpakai, match=str(first.port)):
            await Sandbox(STAGE, port=first.port).start()


async def test_stopping_lets_a_waiting_poll_go() -> None:
    sandbox = Sandbox(STAGE)
    await sandbox.start()
    url = f"{sandbox.base_url}{sandbox.token}/getUpdates?timeout=50"
    async with aiohttp.ClientSession() as session:
        polls = [asyncio.create_task(session.get(url)) for _ in range(2)]
        # Whichever came second has ended the other, so it is waiting on the server now.
        _, (waiting,) = await asyncio.wait(polls, return_when=asyncio.FIRST_COMPLETED)
        async with asyncio.timeout(5):
            await sandbox.stop()
            assert await (await waiting).json() == {"ok": True, "result": []}


async def test_each_sandbox_has_a_world_of_its_own() -> None:
    async with Sandbox(STAGE) as one, Sandbox(STAGE) as two:
        assert one.port != two.port
        async with Klien(one.url) as first, Klien(two.url) as second:
            await first.mulai(101)
            assert await second.pesan(101) == ()
