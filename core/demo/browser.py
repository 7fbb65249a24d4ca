"""Downloads like a plain browser: opens the link, types the password, follows, saves the file."""

import re
from urllib.parse import urljoin

from aiohttp import ClientSession, ClientTimeout

from core.demo.house import DemoFailed

_FILE = re.compile(r'href="([^"]+\.pdf)"')


async def download(link: str, password: str) -> bytes:
    """Return the PDF behind a link of a letter."""
    async with ClientSession(timeout=ClientTimeout(total=30)) as session:
        async with session.get(link) as page:
            if page.status != 200:
                raise DemoFailed(f"Halaman tautan menjawab {page.status}.")
        async with session.post(link, data={"kata_sandi": password}) as page:
            found = _FILE.search(await page.text())
            if page.status != 200 or found is None:
                raise DemoFailed(f"Halaman unduh menjawab {page.status}.")
            address = urljoin(str(page.url), found[1])
        async with session.get(address) as file:
            if file.status != 200:
                raise DemoFailed(f"Berkas menjawab {file.status}.")
            return await file.read()
