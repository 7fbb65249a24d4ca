"""The office behind a webhook: Telegram brings the updates, again if nobody took them."""

import hashlib
import os
import signal
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from core.app.processes import KERJA
from core.demo.house import opened_house
from sandbox import Klien
from tests.journeys.dunia import Dunia
from tests.journeys.pemain import PATIENCE
from tests.journeys.rahasia import leaks_in

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def dunia(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Dunia]:
    """An office of its own, whose bot never asks for updates."""
    folder = tmp_path_factory.mktemp("webhook")
    async with opened_house(folder, webhook=True) as house, Klien(house.sandbox.url) as klien:
        opened = await Dunia.opened(house, klien)
        yield opened
        assert leaks_in(opened.log.read_text("utf-8")) == []
        assert _secret(opened) not in opened.log.read_text("utf-8")


def _secret(dunia: Dunia) -> str:
    return (dunia.house.settings.kunci / "kerja" / "webhook_rahasia").read_text("utf-8")


async def test_a_case_goes_from_hello_to_the_file_without_one_getupdates(dunia: Dunia) -> None:
    warga, nomor = await dunia.filed()
    await dunia.rina.approves(nomor)
    pdf = await dunia.downloaded(warga)
    assert hashlib.sha256(pdf).hexdigest() in await dunia.stored_hashes()
    assert await dunia.klien.panggilan("getUpdates") == ()
    found = await dunia.klien.webhook()
    assert found.berahasia
    assert found.alamat == dunia.house.settings.telegram.webhook


async def test_an_update_that_telegram_brings_again_is_answered_once(dunia: Dunia) -> None:
    warga = await dunia.warga()
    await warga.say("/start", "Pilih layanan")
    before = len(await dunia.klien.antaran())
    await dunia.klien.ulangi(5)
    await dunia.klien.tunggu_antaran(lambda one: one.nomor == before + 5, batas=PATIENCE)
    await warga.say("/bantuan", "Bantuan")
    heard = [one for one in await dunia.klien.pesan(warga.who) if "Pilih layanan" in one.teks]
    assert len(heard) == 1


async def test_what_is_written_while_the_bot_is_dead_is_answered_once_it_lives(
    dunia: Dunia,
) -> None:
    warga = await dunia.warga()
    await warga.say("/start", "Pilih layanan")
    os.kill(dunia.house.supervisor.pid(KERJA), signal.SIGKILL)
    await dunia.klien.tulis(warga.who, "/status")
    await dunia.klien.tulis(warga.who, "/bantuan")
    await dunia.klien.tunggu_antaran(lambda one: one.kode == 0, batas=PATIENCE)
    await warga.wait("Bantuan")
    heard = [one for one in await dunia.klien.pesan(warga.who) if "Bantuan" in one.teks]
    assert len(heard) == 1
