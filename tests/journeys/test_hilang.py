"""KK hilang and KK rusak, from hello to the file."""

import hashlib

import pytest

from tests.journeys.dunia import Dunia, paper

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_a_lost_card_by_mail_ends_in_the_file_that_was_signed(dunia: Dunia) -> None:
    warga = await dunia.warga("Budi Santoso")
    await warga.fills_hilang()
    await warga.say(warga.surel, "kode")
    summary = await warga.say(await dunia.code(warga.surel), "Periksa")
    nomor = await warga.submits(summary)
    print(f"KK hilang: {warga.count} messages of the citizen")
    assert warga.count <= 12
    await dunia.rina.approves(nomor)
    pdf = await dunia.downloaded(warga)
    assert hashlib.sha256(pdf).hexdigest() in await dunia.stored_hashes()
    await warga.wait("sudah diunduh", after=0)
    await dunia.rina.card(nomor, "Selesai")
