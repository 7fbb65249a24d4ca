"""What a person does on the page with messages of his own, with several photos, with a link."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.async_api import Page, expect

from sandbox import Klien
from tests.sandbox.conftest import SITI, Wire
from tests.sandbox.halaman.test_halaman import browser, klien, lane, page, part, sandbox, wire

__all__ = ["browser", "klien", "page", "sandbox", "wire"]
pytestmark = pytest.mark.asyncio(loop_scope="module")


async def look(page: Page, name: str) -> None:
    """Keep a picture in $POTRET, to be looked at."""
    if folder := os.environ.get("POTRET"):
        width = (page.viewport_size or {"width": 0})["width"]
        await page.screenshot(path=Path(folder) / f"{name}-{width}.png")


async def test_an_own_message_is_corrected_and_deleted(
    page: Page, klien: Klien, wire: Wire
) -> None:
    warga = await lane(page, "warga")
    await part(warga, "mulai").click()
    await part(warga, "tulis").fill("Budi Santosa")
    await part(warga, "tulis").press("Enter")
    mine = part(warga, "pesan").last
    await expect(part(mine, "teks")).to_have_text("Budi Santosa")
    await part(mine, "punya").click()
    await look(page, "menu")
    await part(mine, "ubah").click()
    await expect(part(page.locator("body"), "sunting-teks")).to_have_value("Budi Santosa")
    await look(page, "sunting")
    await part(page.locator("body"), "sunting-teks").fill("Budi Santoso")
    await part(page.locator("body"), "sunting-simpan").click()
    await expect(part(part(warga, "pesan").last, "teks")).to_have_text("Budi Santoso")
    await part(part(warga, "pesan").last, "punya").click()
    await part(part(warga, "pesan").last, "hapus").click()
    await expect(part(warga, "pesan")).to_have_count(1)
    kinds = [next(key for key in one if key != "update_id")
             for one in (await wire("getUpdates")).result]  # fmt: skip
    assert kinds == ["message", "message", "edited_message"]
    assert [one.dihapus for one in (await klien.obrolan(SITI)).pesan] == [False, True]


async def test_a_correction_that_was_not_meant_changes_nothing(page: Page, klien: Klien) -> None:
    warga = await lane(page, "warga")
    await part(warga, "mulai").click()
    await part(part(warga, "pesan").last, "punya").click()
    await part(part(warga, "pesan").last, "ubah").click()
    await part(page.locator("body"), "sunting-teks").fill("lain")
    await page.keyboard.press("Escape")
    await expect(page.locator("#sunting")).to_be_hidden()
    assert [one.teks for one in await klien.pesan(SITI)] == ["/start"]


async def test_several_photos_at_once_are_an_album(
    page: Page, wire: Wire, tmp_path: Path, picture: Callable[..., bytes]
) -> None:
    warga = await lane(page, "warga")
    await part(warga, "mulai").click()
    papers = [tmp_path / f"{n}.jpg" for n in range(3)]
    for n, path in enumerate(papers):
        path.write_bytes(picture(90 + n, 60, "JPEG"))
    await part(warga, "foto").set_input_files(papers)
    await expect(part(warga, "pesan")).to_have_count(4)
    sent = [one["message"] for one in (await wire("getUpdates")).result][1:]
    assert len({one["media_group_id"] for one in sent}) == 1
    assert [one["photo"][-1]["width"] for one in sent] == [90, 91, 92]


@pytest.mark.parametrize("typed", ["kk-ganti", "https://t.me/{bot}?start=kk-ganti"])
async def test_a_link_of_the_bot_opens_its_chat(page: Page, klien: Klien, typed: str) -> None:
    warga = await lane(page, "warga")
    await part(warga, "mulai").click()
    await warga.get_by_label("Pilihan lain").click()
    await part(warga, "buka-tautan").click()
    name = (await klien.keadaan()).bot_username
    await part(page.locator("body"), "sunting-teks").fill(typed.format(bot=name))
    await look(page, "tautan")
    await part(page.locator("body"), "sunting-simpan").click()
    await expect(part(part(warga, "pesan").last, "teks")).to_have_text("/start kk-ganti")


async def test_what_is_no_link_of_the_bot_is_said_so(page: Page, klien: Klien) -> None:
    warga = await lane(page, "warga")
    await part(warga, "mulai").click()
    await warga.get_by_label("Pilihan lain").click()
    await part(warga, "buka-tautan").click()
    await part(page.locator("body"), "sunting-teks").fill("https://example.org/?start=kk")
    await part(page.locator("body"), "sunting-simpan").click()
    await expect(part(warga, "notis")).to_contain_text("bukan tautan bot ini")
    assert len(await klien.pesan(SITI)) == 1


async def test_nothing_is_wider_than_the_screen(page: Page) -> None:
    warga = await lane(page, "warga")
    await part(warga, "mulai").click()
    await part(part(warga, "pesan").last, "punya").click()
    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
