"""A browser for a module, and a folder for the pictures that it takes."""

import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, async_playwright

from tests.browser.layar import SWITCHES, Potret

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
