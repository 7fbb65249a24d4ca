"""Without e-mail: the office prints, the citizen collects."""

import hashlib
import re
from urllib.parse import urljoin

import pytest
from aiohttp import ClientSession

from sandbox import Pesan
from tests.journeys.dunia import Dunia

pytestmark = pytest.mark.asyncio(loop_scope="session")

_CODE = re.compile(r"[0-9A-Z]{4}-[0-9A-Z]{4}")
_FILE = re.compile(r'href="([^"]+[.]pdf)"')


async def _print(dunia: Dunia, code: str) -> bytes | int:
    """Type a code at the counter's page; return the file, or the status of the refusal."""
    address = f"{dunia.house.settings.web.alamat}/loket"
    async with ClientSession() as session:
        async with session.post(address, data={"kode": code}) as page:
            found = _FILE.search(await page.text())
            if found is None:
                return page.status
            link = urljoin(str(page.url), found[1])
        async with session.get(link) as file:
            return await file.read()


def _code(message: Pesan) -> str:
    found = _CODE.search(message.teks.partition("\n")[2])
    assert found is not None
    return found[0]


async def test_a_print_is_collected_with_an_identity_and_ends_the_case(dunia: Dunia) -> None:
    warga, nomor = await dunia.filed(surel=False)
    rina = dunia.rina
    await rina.approves(nomor)
    await warga.wait("sedang dicetak", after=0)

    code = _code(await rina.taps(await rina.card(nomor, "Kode cetak"), "🖨", "Kode cetak", nomor))
    pdf = await _print(dunia, code)
    assert isinstance(pdf, bytes)
    assert hashlib.sha256(pdf).hexdigest() in await dunia.stored_hashes()
    assert await _print(dunia, code) == 403, "a used code is dead"

    await rina.presses(await rina.card(nomor, "Siap diambil"), "📦")
    ready = await warga.wait("siap diambil", after=0)
    assert "Jl. Contoh No. 1" in ready.teks
    assert "07.30" in ready.teks

    await rina.taps(await rina.card(nomor, "Diserahkan"), "🤝", "Tulis nama", nomor)
    await rina.pribadi.say("Siti", "paling sedikit")
    await rina.pribadi.say("Siti Aminah, KTP-el, istri pemohon", "tercatat")
    await warga.wait("sudah diserahkan", after=0)
    await rina.card(nomor, "Selesai")
    assert (await dunia.case(nomor)).status == "selesai"
    assert await dunia.collectors(nomor) == ["Siti Aminah, KTP-el, istri pemohon"]
