"""Plays people on the rehearsal's page as a person does: reads, taps, types, and waits to see."""

import contextlib
import re
from collections.abc import AsyncIterator
from pathlib import Path

from playwright.async_api import Locator, Page, expect

PATIENCE = 30_000.0  # milliseconds: a document is drawn, signed and stored while somebody waits
_CODE = re.compile(r"\b\d{6}\b")
SWITCHES = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


class Potret:
    """Keeps pictures of the stations, numbered in the order in which they were passed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.taken: list[Path] = []

    async def take(self, page: Page, name: str, *, whole: bool = False) -> None:
        """Keep a picture of a page."""
        path = self.folder / f"{len(self.taken) + 1:02}-{name}.png"
        await page.screenshot(path=path, full_page=whole, animations="disabled")
        self.taken.append(path)


class Lajur:
    """One of the four lanes of the page."""

    def __init__(self, page: Page, name: str) -> None:
        self.box = page.locator(f"[data-lajur={name}]")

    def part(self, name: str) -> Locator:
        """Return what the page calls so, inside this lane."""
        return self.box.locator(f"[data-uji={name}]")

    @property
    def answer(self) -> Locator:
        """The newest message of the bot."""
        return self.box.locator("[data-uji=pesan][data-dari=bot]").last

    async def reads(self, text: str) -> None:
        """Wait until the newest message of the bot contains this."""
        await expect(self.answer).to_contain_text(text, timeout=PATIENCE)

    async def has_read(self, text: str) -> None:
        """Wait until some message of the bot contains this; others may stand below it."""
        said = self.box.locator("[data-uji=pesan][data-dari=bot]").filter(has_text=text)
        await expect(said).not_to_have_count(0, timeout=PATIENCE)

    @contextlib.asynccontextmanager
    async def answered(self, text: str) -> AsyncIterator[None]:
        """Wait for a message that answers what is done in the block, and contains this."""
        known = await self.answer.get_attribute("data-id") if await self.answer.count() else ""
        yield
        await expect(self.answer).not_to_have_attribute("data-id", known or "", timeout=PATIENCE)
        await self.reads(text)

    async def knows_the_bot(self) -> bool:
        """Whether this person ever pressed start; a page just opened does not show it yet."""
        return bool(
            await self.part("tokoh").evaluate(
                """async (choice) => {
                    const answer = await fetch(`/kendali/pesan/${choice.value}?sesudah=0`);
                    return (await answer.json()).pesan.length > 0;
                }"""
            )
        )

    async def start(self, then: str) -> None:
        """Press Telegram's own start button."""
        async with self.answered(then):
            await self.part("mulai").click()

    async def press(self, label: str) -> None:
        """Press the newest button whose label contains this."""
        await self.part("tombol").filter(has_text=label).last.click()

    async def tap(self, label: str, then: str) -> None:
        """Press a button, and wait for the answer in this chat."""
        async with self.answered(then):
            await self.press(label)

    async def says(self, text: str, then: str) -> None:
        """Type a text and send it."""
        async with self.answered(then):
            await self.part("tulis").fill(text)
            await self.part("tulis").press("Enter")

    async def recalls(self, text: str, then: str) -> None:
        """Let the page type what this person knows by heart, and send it."""
        async with self.answered(then):
            await self.box.locator(f'[data-uji=isian][data-teks="{text}"]').click()
            await expect(self.part("tulis")).to_have_value(text)
            await self.part("tulis").press("Enter")

    async def shows(self, label: str, then: str) -> None:
        """Send one of the papers that this person has at hand."""
        async with self.answered(then):
            await self.box.locator(f'[data-uji=contoh][data-label="{label}"]').click()

    async def photographs(self, path: Path, then: str) -> None:
        """Pick a picture of the computer with the camera button."""
        async with self.answered(then):
            await self.part("foto").set_input_files(path)

    async def taps_nth(self, number: int, then: str) -> None:
        """Press one of the buttons under the newest message, counted from 0."""
        async with self.answered(then):
            await self.answer.locator("[data-uji=tombol]").nth(number).click()

    async def ticks_all(self) -> None:
        """Tick every line of the checklist, one after the other."""
        empty = self.part("tombol").filter(has_text="☐")
        for left in range(await empty.count(), 0, -1):
            await expect(empty).to_have_count(left)
            await empty.first.click()
        await expect(empty).to_have_count(0)


class Halaman:
    """The page with its four lanes."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.warga = Lajur(page, "warga")
        self.grup = Lajur(page, "grup")
        self.petugas = Lajur(page, "petugas")
        self.surat = Lajur(page, "surat")

    async def choose(self, lane: Lajur, name: str) -> None:
        """Become another person."""
        label = await lane.part("tokoh").locator("option", has_text=name).inner_text()
        await lane.part("tokoh").select_option(label=label)

    async def open_mail(self, subject: str, to: str) -> Locator:
        """Open the newest mail to somebody with this subject, and return its text."""
        back = self.surat.part("surat-kembali")
        if await back.is_visible():
            await back.click()
        mails = self.surat.part("surat-butir").filter(has_text=subject).filter(has_text=to)
        await mails.first.click(timeout=PATIENCE)
        return self.surat.part("surat-teks")

    async def code(self, to: str) -> str:
        """Read the six digits in somebody's newest mail with a code."""
        text = await self.open_mail("Kode", to)
        await expect(text).to_contain_text(_CODE)
        found = _CODE.search(await text.inner_text())
        assert found is not None
        return found[0]
