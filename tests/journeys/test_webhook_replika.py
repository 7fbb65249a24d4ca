"""Two worker processes on one PostgreSQL behind one webhook: either takes what Telegram brings."""

import hashlib
import itertools
import os
import signal
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import pytest
import pytest_asyncio
from aiohttp import ClientError, ClientSession, web

from core.app.processes import KERJA, WEB, Supervisor
from core.demo.house import LOG, free_port, opened_house
from sandbox import Klien
from sandbox.postgres import Postgres
from tests.journeys.dunia import Dunia, until_said
from tests.journeys.pemain import PATIENCE

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.long]


@dataclass
class Proxy:
    """What nginx does: each update to the next process, to another if that one is not there."""

    ports: tuple[int, ...]
    port: int = 0
    taken: Counter[int] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self._turn = itertools.cycle(range(len(self.ports)))

    async def pass_on(self, request: web.Request) -> web.Response:
        body, first = await request.read(), next(self._turn)
        headers = {
            name: request.headers[name]
            for name in ("Content-Type", "X-Telegram-Bot-Api-Secret-Token")
        }
        async with ClientSession() as session:
            for port in (*self.ports[first:], *self.ports[:first]):
                url = f"http://127.0.0.1:{port}{request.path}"
                try:
                    async with session.post(url, data=body, headers=headers) as answer:
                        self.taken[port] += 1
                        return web.Response(status=answer.status)
                except (ClientError, OSError):
                    continue
        return web.Response(status=502)


@dataclass(frozen=True)
class Pasangan:
    """One office: a site, and two `kerja` behind a proxy."""

    dunia: Dunia
    proxy: Proxy
    workers: tuple[Supervisor, ...]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def proxy() -> AsyncIterator[Proxy]:
    proxy = Proxy((free_port(), free_port()))
    app = web.Application()
    app.router.add_post("/telegram", proxy.pass_on)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    proxy.port = int(runner.addresses[0][1])
    yield proxy
    await runner.cleanup()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def pasangan(
    tmp_path_factory: pytest.TempPathFactory, pg_server: Postgres, proxy: Proxy
) -> AsyncIterator[Pasangan]:
    folder, url = tmp_path_factory.mktemp("pasangan"), pg_server.fresh()
    async with (
        opened_house(folder, basis_data=url, webhook=True) as house,
        Klien(house.sandbox.url) as klien,
    ):
        await house.supervisor.stop()
        telegram = house.settings.telegram
        workers = []
        for port in proxy.ports:
            text = house.config.read_text("utf-8")
            text = text.replace(telegram.webhook, f"http://127.0.0.1:{proxy.port}/telegram")
            text = text.replace(f"port = {telegram.webhook_port}", f"port = {port}")
            config = folder / f"kerja{port}.toml"
            config.write_text(text, "utf-8")
            workers.append(Supervisor(config, (KERJA,), log=folder / LOG))
        running = (Supervisor(house.config, (WEB,), log=folder / LOG), *workers)
        for each in running:
            await each.start()
        try:
            await until_said(folder / LOG, "kerja siap", times=len(workers))
            dunia = await Dunia.opened(house, klien)
            yield Pasangan(dunia, proxy, tuple(workers))
        finally:
            for each in running:
                await each.stop()
    pg_server.drop(url)


async def test_a_case_is_filed_and_issued_while_either_of_them_is_killed(
    pasangan: Pasangan,
) -> None:
    dunia, (one, two) = pasangan.dunia, pasangan.workers
    warga, nomor = await dunia.filed()
    assert min(pasangan.proxy.taken[port] for port in pasangan.proxy.ports) > 0
    os.kill(one.pid(KERJA), signal.SIGKILL)
    await dunia.rina.approves(nomor)
    os.kill(two.pid(KERJA), signal.SIGKILL)
    pdf = await dunia.downloaded(warga)
    assert hashlib.sha256(pdf).hexdigest() in await dunia.stored_hashes()
    letters = [one for one in await dunia.klien.surat() if "siap diunduh" in one.subjek]
    assert len(letters) == 1


async def test_an_update_that_reaches_both_is_answered_once(pasangan: Pasangan) -> None:
    klien = pasangan.dunia.klien
    warga = await pasangan.dunia.warga()
    await warga.say("/start", "Pilih layanan")
    before = len(await klien.antaran())
    await klien.ulangi(4)
    await klien.tunggu_antaran(lambda one: one.nomor == before + 4, batas=PATIENCE)
    await warga.say("/bantuan", "Bantuan")
    heard = [one for one in await klien.pesan(warga.who) if "Pilih layanan" in one.teks]
    assert len(heard) == 1
