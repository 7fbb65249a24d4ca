"""The stations that every service passes on the page of the rehearsal."""

import contextlib
import re
import subprocess
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Literal

from playwright.async_api import Locator, Page, ViewportSize, expect

from core.demo.pictures import draw_paper
from tests.browser.layar import PATIENCE, Halaman, Lajur, Potret
from tests.journeys.rahasia import leaks_in

Langkah = tuple[Literal["ketik", "tekan", "foto"], str, str]
"""What is done, with which text, label or paper; and what the answer contains."""

PHONE: ViewportSize = {"width": 390, "height": 844}
_NUMBER = re.compile(r"REG-3319-\d{8}-\d{4}")
_COUNTER = re.compile(r"https?://\S+/loket")


class Alur:
    """One case of one service, from the menu to the citizen's hands."""

    def __init__(self, halaman: Halaman, potret: Potret, folder: Path, nama: str) -> None:
        self.page = halaman.page
        self.warga = halaman.warga
        self.rina = halaman.petugas
        self.grup = halaman.grup
        self.nomor = ""
        self._halaman = halaman
        self._potret = potret
        self._folder = folder
        self._nama = nama
        self._surel = f"{nama}@warga.example"

    async def keep(self, station: str, page: Page | None = None) -> None:
        """Keep a picture of the four lanes, or of all of another page."""
        await self._potret.take(page or self.page, f"{self._nama}-{station}", whole=bool(page))

    async def opens(self, layanan: str, first: str, *, as_: str = "Budi Santoso") -> None:
        """Begin a service, whether or not this person ever pressed start.

        Whoever needs a code by mail is somebody of his own: a chat gets one in a minute.
        """
        await self._halaman.choose(self.warga, as_)
        if await self.warga.knows_the_bot():
            await self.warga.says("/start", "Pilih layanan")
        else:
            await self.warga.start("Pilih layanan")
        await self.warga.tap(layanan, "Mulai")
        await self.keep("pengantar")
        await self.warga.tap("Mulai", first)

    async def walks(self, lane: Lajur, *steps: Langkah) -> None:
        """Answer one question after the other."""
        for how, what, then in steps:
            match how:
                case "ketik":
                    await lane.says(what, then)
                case "tekan":
                    await lane.tap(what, then)
                case "foto":
                    await lane.photographs(self._paper(what), then)

    async def mails_and_sends(self) -> None:
        """Prove the e-mail address, look over the summary, send it off."""
        await self.warga.says(self._surel, "ode")
        await self.warga.says(await self._halaman.code(self._surel), "Periksa jawaban")
        await self.sends()

    async def sends(self) -> None:
        """Look over the summary and send it off; the receipt names the case."""
        await self.keep("ringkasan")
        await self.warga.tap("✅ Kirim", "REG-3319")
        found = _NUMBER.search(await self.warga.answer.inner_text())
        assert found is not None
        self.nomor = found[0]

    def card(self) -> Locator:
        """The group's card of the case."""
        return self.grup.box.locator("[data-uji=pesan]").filter(has_text=self.nomor).last

    async def presses(self, label: str) -> None:
        """Press a button of the group's card."""
        await self.card().locator("[data-uji=tombol]").filter(has_text=label).last.click()

    @contextlib.asynccontextmanager
    async def told(self, text: str) -> AsyncIterator[None]:
        """Wait until the officer reads in private what answers the block."""
        async with self.rina.answered(text):
            yield

    async def takes(self) -> None:
        """Take the case, in private from now on."""
        await expect(self.card()).to_contain_text("Masuk", timeout=PATIENCE)
        if not await self.rina.knows_the_bot():
            await self.rina.start("Halo Rina")
        async with self.told("Daftar periksa"):
            await self.presses("Ambil")
        await self.keep("berkas")

    async def issues(self, closing: str = "disetujui") -> None:
        """Look at the preview and mean it."""
        async with self.told("Terbitkan"):
            await self.presses("Setujui")
        await self.keep("pratinjau")
        await self.rina.tap("Ya, terbitkan", closing)

    async def downloads(self, dokumen: str, *, of: int = 1) -> Path:
        """Open one of so many letters' links, type its password, keep the file and its picture."""
        told = self.warga.box.locator("[data-uji=pesan]").filter(
            has_text=f"{dokumen} untuk permohonan {self.nomor}"
        )
        await expect(told).to_be_visible(timeout=2 * PATIENCE)
        link = (await self._letter(dokumen, of)).locator("a").first
        covered = told.locator("[data-uji=samaran]")
        await covered.click()
        await self.keep("terbit")
        async with self.page.expect_popup() as opening:
            await link.click()
        door = await opening.value
        await door.set_viewport_size(PHONE)
        await door.fill("[name=kata_sandi]", await covered.inner_text())
        await door.get_by_role("button", name="Buka dokumen").click()
        await expect(door.get_by_role("link", name="Unduh dokumen")).to_be_visible(
            timeout=PATIENCE
        )
        await self.keep("unduh", door)
        file = await self._saved(door, "Unduh dokumen")
        await self.warga.reads(f"{dokumen} ({self.nomor}) sudah diunduh")
        await expect(self.card()).to_contain_text("Sudah diunduh", timeout=PATIENCE)
        if of > 1:
            await expect(self.card()).to_contain_text(
                f"Sudah diunduh: {dokumen}", timeout=PATIENCE
            )
        return file

    async def prints(self, button: str, then: str) -> Path:
        """Type a code of the private chat at the counter's page; keep the file and its picture."""
        async with self.told(then):
            await self.presses(button)
        said = self.rina.answer
        address = _COUNTER.search(await said.inner_text())
        assert address is not None
        counter = await self.page.context.new_page()
        await counter.goto(address[0])
        await counter.get_by_label("Kode cetak").fill(await said.locator("code").inner_text())
        await self.keep("loket", counter)
        await counter.get_by_role("button", name="Buka dokumen").click()
        opened = counter.get_by_role("link", name="Buka untuk dicetak")
        await expect(opened).to_be_visible(timeout=PATIENCE)
        await self.keep("loket-cetak", counter)
        return await self._saved(counter, "Unduh, jika peramban")

    async def hands_over(self) -> None:
        """Ready, then handed over to whoever shows an identity."""
        await self.presses("Siap diambil")
        await self.warga.reads("siap diambil.")
        async with self.told("Tulis nama"):
            await self.presses("Diserahkan")
        await self.rina.says("Siti Aminah, KTP-el, ibu anak", "tercatat")
        await self.warga.reads("sudah diserahkan")
        await expect(self.card()).to_contain_text("Selesai", timeout=PATIENCE)
        await self.keep("diserahkan")

    async def tells_nobody(self, *secrets: str) -> None:
        """The group may read neither names nor numbers."""
        group = await self.grup.part("isi").inner_text()
        assert leaks_in(group, self._surel, *secrets) == []

    def shows_pages(self, file: Path) -> str:
        """Keep a picture of every page of a PDF, and return the words on them."""
        picture = self._potret.folder / f"{self._nama}-{file.stem}"
        _run("pdftoppm", "-r", "80", "-png", str(file), str(picture))
        return " ".join(_run("pdftotext", "-layout", str(file), "-").split())

    async def letter_words(self) -> str:
        """Open the newest document in the citizen's chat, and return the words on it."""
        link = self.warga.part("arsip").last
        await link.scroll_into_view_if_needed()
        await self.keep("surat")
        answer = await self.page.request.get(await link.evaluate("each => each.href"))
        file = self._folder / f"{self._nama}-surat.pdf"
        file.write_bytes(await answer.body())
        return self.shows_pages(file)

    async def _letter(self, dokumen: str, of: int) -> Locator:
        box = self._halaman.surat
        mails = (
            box.part("surat-butir").filter(has_text="siap diunduh").filter(has_text=self._surel)
        )
        back = box.part("surat-kembali")
        if await back.is_visible():
            await back.click()
        await expect(mails).to_have_count(of, timeout=PATIENCE)
        for number in range(of):
            if await back.is_visible():
                await back.click()
            await mails.nth(number).click()
            text = box.part("surat-teks")
            if f"{dokumen} Anda sudah selesai" in await text.inner_text():
                return text
        raise AssertionError(f"no letter brings the {dokumen}")

    async def _saved(self, door: Page, link: str) -> Path:
        async with door.expect_download() as downloading:
            await door.get_by_role("link", name=link).click()
        file = await downloading.value
        assert file.suggested_filename.endswith(".pdf")
        assert leaks_in(file.suggested_filename.replace("-", " ")) == []
        path = self._folder / f"{self._nama}-{file.suggested_filename}"
        await file.save_as(path)
        await door.close()
        return path

    def _paper(self, title: str) -> Path:
        path = self._folder / f"{title}.jpg"
        path.write_bytes(draw_paper((title, "DOKUMEN CONTOH")))
        return path


def _run(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
