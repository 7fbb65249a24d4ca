"""The download site on a small phone: 360 px wide, no scripts, from the link to the file."""

import socket
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import pytest_asyncio
from aiohttp import web
from playwright.async_api import Browser, Page, Route, expect

from core.store import Database, opened
from delivery.pages import build_app
from delivery.runner import SiteRunner
from delivery.terbitan import TautanTerbit
from tests.browser.layar import Potret
from tests.delivery.dunia import CHEAP, KOP, PDF, Clock, Dunia
from vault import Stretcher

LONG_NAME = "Dinas Kependudukan dan Pencatatan Sipil Kabupaten Penajam Paser Utara"
FINGER = 44  # pixels; what is tapped should not be smaller (WCAG 2.2, target size enhanced)
READABLE = 15  # pixels

pytestmark = pytest.mark.asyncio(loop_scope="module")
on_this_loop = pytest_asyncio.fixture(loop_scope="module")


@on_this_loop
async def dunia(tmp_path: Path, database_url: str) -> AsyncIterator[Dunia]:
    stretcher = Stretcher(CHEAP)
    async with opened(Database(database_url, ["delivery.models"])):
        yield Dunia(tmp_path, Clock(), stretcher)
    stretcher.close()


@on_this_loop
async def origin(dunia: Dunia) -> AsyncIterator[str]:
    """Serve the site under the very address that it sends people to, as browsers insist on."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        address = f"http://127.0.0.1:{listening.getsockname()[1]}"
        situs = replace(dunia.situs(address), kop=replace(KOP, nama_dinas=LONG_NAME))
        runner = SiteRunner(build_app(situs))
        await runner.setup()
        await web.SockSite(runner, listening).start()
        yield address
        await runner.cleanup()


@on_this_loop
async def terbit(dunia: Dunia) -> TautanTerbit:
    return await dunia.publish()


@on_this_loop
async def page(browser: Browser, origin: str) -> AsyncIterator[Page]:
    """A browser that runs no script; whoever asks another host is found out."""
    context = await browser.new_context(
        viewport={"width": 360, "height": 740}, java_script_enabled=False, base_url=origin
    )
    elsewhere: list[str] = []

    async def watch(route: Route) -> None:
        if not route.request.url.startswith(origin):
            elsewhere.append(route.request.url)
        await route.continue_()

    await context.route("**", watch)
    yield await context.new_page()
    await context.close()
    assert elsewhere == []


async def fits(page: Page) -> None:
    """Nothing is wider than the screen, too small to read or too small for a finger."""
    assert await page.evaluate("document.documentElement.scrollWidth") <= 360
    small = await page.evaluate(
        """([finger, readable]) => [
            ...[...document.querySelectorAll('button, input, .tombol')]
                .filter((each) => each.getBoundingClientRect().height < finger),
            ...[...document.querySelectorAll('main *, footer *')]
                .filter((each) => parseFloat(getComputedStyle(each).fontSize) < readable),
        ].map((each) => each.outerHTML)""",
        [FINGER, READABLE],
    )
    assert small == []


async def type_password(page: Page, text: str) -> None:
    await page.get_by_label("Kata sandi", exact=True).fill(text)
    await page.get_by_role("button", name="Buka dokumen").click()


async def test_the_link_the_password_and_the_file(
    page: Page, terbit: TautanTerbit, potret: Potret, tmp_path: Path
) -> None:
    await page.goto(urlsplit(terbit.url).path)
    await fits(page)
    await potret.take(page, "tautan", whole=True)
    await type_password(page, terbit.kata_sandi.lower().replace("-", " "))
    await expect(page.get_by_role("heading", name="Dokumen Anda siap")).to_be_visible()
    await fits(page)
    await potret.take(page, "unduh", whole=True)
    async with page.expect_download() as downloading:
        await page.get_by_role("link", name="Unduh dokumen").click()
    file = await downloading.value
    await file.save_as(tmp_path / "kk.pdf")
    assert file.suggested_filename == "Kartu-Keluarga_CTH-2611-0001.pdf"
    assert (tmp_path / "kk.pdf").read_bytes() == PDF


async def test_a_wrong_password_is_said_above_the_field_and_may_be_tried_again(
    page: Page, terbit: TautanTerbit, potret: Potret
) -> None:
    await page.goto(urlsplit(terbit.url).path)
    await type_password(page, "SALAH")
    complaint = page.get_by_role("alert")
    await expect(complaint).to_contain_text("12 huruf")
    await fits(page)
    await potret.take(page, "salah", whole=True)
    await type_password(page, terbit.kata_sandi)
    await expect(page.get_by_role("link", name="Unduh dokumen")).to_be_visible()


async def test_the_password_can_be_typed_without_a_mouse(page: Page, terbit: TautanTerbit) -> None:
    await page.goto(urlsplit(terbit.url).path)
    await page.keyboard.press("Tab")
    await page.keyboard.type(terbit.kata_sandi)
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("link", name="Unduh dokumen")).to_be_visible()


@pytest.mark.parametrize(
    ("name", "path", "heading"),
    [
        ("beranda", "/", "Unduh dokumen"),
        ("loket", "/loket", "Cetak di loket"),
        ("tautan-salah", f"/d/{'a' * 26}", "Tidak dapat dibuka"),
        ("periksa", f"/v/{'a' * 26}", "Pemeriksaan dokumen"),
        ("tidak-ada", "/tidak-ada", "Tidak dapat dibuka"),
    ],
)
async def test_every_other_page_fits_as_well(
    page: Page, potret: Potret, name: str, path: str, heading: str
) -> None:
    await page.goto(path)
    await expect(page.get_by_role("heading").first).to_contain_text(heading)
    await fits(page)
    await potret.take(page, name, whole=True)
