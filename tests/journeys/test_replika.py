"""Two worker processes on one PostgreSQL: whichever dies, the other goes on within seconds."""

import os
import signal
import time
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass

import pytest
import pytest_asyncio

from core.app.processes import KERJA, Supervisor
from core.demo.house import LOG, opened_house
from sandbox import Klien
from sandbox.postgres import Postgres
from tests.journeys.dunia import Dunia, until_said
from tests.journeys.pemain import BUDI, PATIENCE
from tests.journeys.rahasia import leaks_in

pytestmark = pytest.mark.asyncio(loop_scope="module")


@dataclass(frozen=True)
class Pasangan:
    """One office with two `kerja`: the first polls and sends, the second stands by."""

    dunia: Dunia
    first: Supervisor
    second: Supervisor


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def pasangan(
    tmp_path_factory: pytest.TempPathFactory, pg_server: Postgres
) -> AsyncIterator[Pasangan]:
    folder, url = tmp_path_factory.mktemp("replika"), pg_server.fresh()
    async with opened_house(folder, basis_data=url) as house, Klien(house.sandbox.url) as klien:
        dunia = await Dunia.opened(house, klien)
        second = Supervisor(house.config, (KERJA,), log=folder / LOG)
        await second.start()
        try:
            await until_said(folder / LOG, "kerja siap", times=2)
            yield Pasangan(dunia, house.supervisor, second)
            assert leaks_in((folder / LOG).read_text("utf-8")) == []
        finally:
            await second.stop()
    pg_server.drop(url)


async def test_when_the_process_that_speaks_is_killed_the_other_answers_within_seconds(
    pasangan: Pasangan, put_on_record: Callable[[str], None]
) -> None:
    warga = await pasangan.dunia.warga("Budi Santoso")
    ask = await warga.opens("KK hilang", first="Mengapa")
    await warga.tap(ask, "KK hilang", "Kartu Keluarga")
    os.kill(pasangan.first.pid(KERJA), signal.SIGKILL)
    since = time.monotonic()
    await warga.say(BUDI.nomor_kk, "nama lengkap")
    put_on_record(
        f"replica: answered {time.monotonic() - since:.1f} s after kill -9 of the poller"
    )
    await warga.say(BUDI.nama, "anggal lahir")


async def test_a_case_is_filed_decided_and_issued_by_two_processes_while_either_is_killed(
    pasangan: Pasangan,
) -> None:
    dunia = pasangan.dunia
    warga, nomor = await dunia.filed()
    os.kill(pasangan.second.pid(KERJA), signal.SIGKILL)
    await dunia.rina.approves(nomor)
    os.kill(pasangan.first.pid(KERJA), signal.SIGKILL)
    letter = await dunia.klien.tunggu_surat(
        lambda one: "siap diunduh" in one.subjek and warga.surel in one.kepada, batas=PATIENCE
    )
    assert letter.id
    await warga.wait("ata sandi")
    links = [one for one in await dunia.klien.surat() if "siap diunduh" in one.subjek]
    assert len({one.tautan for one in links if warga.surel in one.kepada}) == 1
