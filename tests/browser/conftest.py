"""For a module: a browser, a rehearsal, and a folder for the pictures that are taken."""

import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, async_playwright

from tests.browser.layar import SWITCHES, Halaman, Potret
from tests.browser.peragaan import Peragaan

FOLDER = "POTRET"


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def browser(chromium: str | None) -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        opened = await playwright.chromium.launch(executable_path=chromium, args=SWITCHES)
        yield opened
        await opened.close()


@pytest.fixture(scope="module")
def potret(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Potret:
    """Pictures go to $POTRET, to be looked at; without it, to the folder of the test."""
    named = os.environ.get(FOLDER)
    name = request.path.stem
    folder = Path(named) / name if named else tmp_path_factory.mktemp(name)
    folder.mkdir(parents=True, exist_ok=True)
    return Potret(folder)


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def peragaan(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Peragaan]:
    running = await Peragaan.open("--port", "0", scratch=tmp_path_factory.mktemp("scratch"))
    yield running
    running.terminate()
    assert await running.ended(within=20) == 0


@pytest_asyncio.fixture(loop_scope="module")
async def halaman(browser: Browser, peragaan: Peragaan) -> AsyncIterator[Halaman]:
    context = await browser.new_context(
        locale="id-ID", timezone_id="Asia/Jakarta", viewport={"width": 1400, "height": 900}
    )
    page = await context.new_page()
    faults: list[object] = []
    page.on("pageerror", lambda fault: faults.append(fault))
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    await page.goto(peragaan.url)
    await page.wait_for_selector("body[data-siap]")
    yield Halaman(page)
    await context.close()
    assert not faults, faults
