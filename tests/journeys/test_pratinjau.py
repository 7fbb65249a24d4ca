"""KK hilang in an office whose applicants look first: objected to, mended, confirmed, issued."""

import hashlib
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from core.demo.house import opened_house
from sandbox import Klien, Pesan
from tests.journeys.dunia import Dunia
from tests.journeys.pemain import PATIENCE, Warga
from tests.journeys.rahasia import leaks_in

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def dunia(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Dunia]:
    """An office of its own, that shows what it approves."""
    folder = tmp_path_factory.mktemp("pratinjau")
    async with opened_house(folder, pratinjau_jam=4) as house, Klien(house.sandbox.url) as klien:
        opened = await Dunia.opened(house, klien)
        yield opened
        group = "\n".join(one.teks for one in await opened.group_messages())
        assert leaks_in(group) == []
        assert leaks_in(opened.log.read_text("utf-8")) == []


async def edits(dunia: Dunia, warga: Warga, message: Pesan, label: str, expect: str) -> Pesan:
    """Press a button, and wait until the message shows something in its place."""
    full = next(one for one in message.label if one.startswith(label))
    await dunia.klien.tekan(warga.who, message, full)

    def is_it(one: Pesan) -> bool:
        return one.id == message.id and expect in "\n".join((one.teks, *one.label))

    return await dunia.klien.tunggu(warga.who, is_it, batas=PATIENCE)


async def test_a_lost_card_is_shown_mended_confirmed_and_then_signed(dunia: Dunia) -> None:
    warga, nomor = await dunia.filed()
    await dunia.rina.approves(nomor)
    proof = await warga.wait("PRATINJAU")
    asked = await warga.tap(proof, "✋ Ada yang salah", "Apa yang salah")
    picked = await edits(dunia, warga, asked, "Yang lain di dokumen", "☑ Yang lain")
    await edits(dunia, warga, picked, "Lanjut", "Tulis dengan singkat")
    back = await warga.say("Pendidikan anak saya keliru", "kembali ke petugas")
    assert await dunia.stored_hashes() == set()

    await dunia.rina.takes(nomor)
    await dunia.rina.private("Pratinjau: pemohon", "Pendidikan anak saya keliru")
    await dunia.rina.ticks(nomor)
    await dunia.rina.issues(nomor)
    again = await warga.wait("PRATINJAU", beyond=back.id)
    await warga.tap(again, "✅ Sudah benar", "sedang kami terbitkan")
    pdf = await dunia.downloaded(warga)
    assert await dunia.stored_hashes() == {hashlib.sha256(pdf).hexdigest()}
    assert dunia.blobs("pratinjau") == []
