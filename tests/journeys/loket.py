"""The counter: an officer's code of one use prints what the citizen collects."""

import re
from urllib.parse import urljoin

from aiohttp import ClientSession

from sandbox import Pesan
from tests.journeys.dunia import Dunia

_CODE = re.compile(r"[0-9A-Z]{4}-[0-9A-Z]{4}")
_FILE = re.compile(r'href="([^"]+[.]pdf)"')


async def print_with(dunia: Dunia, code: str) -> bytes | int:
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


def code_in(message: Pesan) -> str:
    """Return the print code that an officer was given."""
    found = _CODE.search(message.teks.partition("\n")[2])
    assert found is not None
    return found[0]


async def code_for(dunia: Dunia, nomor: str) -> str:
    """Let the officer ask for a print code."""
    card = await dunia.rina.card(nomor, "Kode cetak")
    return code_in(await dunia.rina.taps(card, "🖨", "Kode cetak", nomor))


async def counter_print(dunia: Dunia, nomor: str) -> bytes:
    """Print a case's document at the counter."""
    pdf = await print_with(dunia, await code_for(dunia, nomor))
    assert isinstance(pdf, bytes)
    return pdf
