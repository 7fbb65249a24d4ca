"""The page in a real browser, wide and narrow. Nobody but the page speaks for the people here."""

import re
from collections.abc import AsyncIterator, Callable
from email.message import EmailMessage
from pathlib import Path

import aiohttp
import aiosmtplib
import pytest
import pytest_asyncio
from playwright.async_api import Browser, Locator, Page, async_playwright, expect

from sandbox import Bekal, Contoh, Grup, Klien, Panggung, Sandbox, Tokoh
from tests.sandbox.conftest import AGUS, BUDI, GRUP, RINA, SITI, Wire

SWITCHES = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
BUTTONS = {
    "inline_keyboard": [
        [{"text": "Ambil", "callback_data": "take", "style": "primary"}],
        [{"text": "Salin", "copy_text": {"text": "rahasia"}}],
    ]
}


# One browser for all: its tests share one event loop, and so must what they use.
pytestmark = pytest.mark.asyncio(loop_scope="module")
on_this_loop = pytest_asyncio.fixture(loop_scope="module")


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def browser(chromium: str | None) -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        opened = await playwright.chromium.launch(executable_path=chromium, args=SWITCHES)
        yield opened
        await opened.close()


@on_this_loop
async def sandbox(tmp_path: Path, picture: Callable[..., bytes]) -> AsyncIterator[Sandbox]:
    path = tmp_path / "ktp.jpg"
    path.write_bytes(picture(200, 120, "JPEG"))
    stage = Panggung(
        warga=(
            Tokoh(SITI, "Siti Aminah", bekal=(Bekal("Lahir", ("21-04-1992",)),)),
            Tokoh(BUDI, "Budi Santoso", keterangan="KK hilang"),
        ),
        petugas=(Tokoh(RINA, "Rina Wulandari"), Tokoh(AGUS, "Agus Pranoto")),
        grup=Grup(GRUP, "Petugas"),
        contoh=(Contoh("KTP-el", path), Contoh("Buku nikah", path, milik=(BUDI,))),
    )
    async with Sandbox(stage) as running:
        yield running


@on_this_loop
async def klien(sandbox: Sandbox) -> AsyncIterator[Klien]:
    async with Klien(sandbox.url) as opened:
        yield opened


@on_this_loop
async def wire(sandbox: Sandbox) -> AsyncIterator[Wire]:
    async with aiohttp.ClientSession() as session:
        yield Wire(session, sandbox.base_url, sandbox.token)


@pytest_asyncio.fixture(loop_scope="module", params=[1400, 360])
async def page(
    request: pytest.FixtureRequest, browser: Browser, sandbox: Sandbox
) -> AsyncIterator[Page]:
    opened = await browser.new_page(viewport={"width": request.param, "height": 800})
    faults: list[object] = []
    opened.on("pageerror", lambda fault: faults.append(fault))
    opened.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    await opened.goto(sandbox.url)
    await opened.wait_for_selector("body[data-siap]")
    yield opened
    await opened.close()
    assert not faults, faults


async def lane(page: Page, name: str) -> Locator:
    """One of the four lanes; on a narrow screen its tab is opened first."""
    tab = page.locator(f"[data-uji=tab-{name}]")
    if await tab.is_visible():
        await tab.click()
    return page.locator(f"[data-lajur={name}]")


def part(within: Locator, name: str) -> Locator:
    return within.locator(f"[data-uji={name}]")


async def test_a_citizen_starts_writes_and_sends_a_sample(page: Page, klien: Klien) -> None:
    warga = await lane(page, "warga")
    await expect(part(warga, "tulis")).to_be_hidden()
    await part(warga, "mulai").click()
    await part(warga, "tulis").fill("KK hilang")
    await part(warga, "tulis").press("Enter")
    await part(warga, "contoh").get_by_text("KTP-el").click()
    await expect(part(warga, "pesan")).to_have_count(3)
    await expect(part(warga, "potret").locator("img")).to_have_js_property("naturalWidth", 200)
    assert [each.teks for each in await klien.pesan(SITI)] == ["/start", "KK hilang", ""]


async def test_what_a_person_knows_by_heart_is_typed_with_one_tap_and_sent_with_enter(
    page: Page, klien: Klien
) -> None:
    warga = await lane(page, "warga")
    await part(warga, "mulai").click()
    await part(warga, "isian").get_by_text("21-04-1992").click()
    await expect(part(warga, "tulis")).to_have_value("21-04-1992")
    assert len(await klien.pesan(SITI)) == 1
    await part(warga, "tulis").press("Enter")
    await expect(part(warga, "pesan")).to_have_count(2)
    assert (await klien.pesan(SITI))[-1].teks == "21-04-1992"


async def test_papers_are_offered_to_their_owner_only(page: Page) -> None:
    warga = await lane(page, "warga")
    await part(warga, "mulai").click()
    assert await part(warga, "contoh").all_inner_texts() == ["KTP-el"]
    await part(warga, "tokoh").select_option(label="Budi Santoso – KK hilang")
    await part(warga, "mulai").click()
    assert await part(warga, "contoh").all_inner_texts() == ["KTP-el", "Buku nikah"]
    await expect(part(warga, "isian")).to_have_count(0)


async def test_what_is_at_hand_can_be_put_away_and_a_click_elsewhere_leaves_it(
    page: Page,
) -> None:
    warga = await lane(page, "warga")
    await part(warga, "mulai").click()
    await part(warga, "isi").click()
    await expect(part(warga, "contoh").first).to_be_visible()
    await part(warga, "bekal").locator("summary").click()
    await expect(part(warga, "contoh").first).to_be_hidden()


async def test_a_photo_is_enlarged_then_shown_in_its_own_size_then_closed(page: Page) -> None:
    warga = await lane(page, "warga")
    await part(warga, "mulai").click()
    await part(warga, "contoh").first.click()
    await part(warga, "potret").click()
    body = page.locator("body")
    await expect(part(body, "gambar")).to_be_visible()
    await part(body, "perbesar").click()
    picture = part(body, "perbesar").locator("img")
    await expect(picture).to_have_js_property("clientWidth", 200)
    await part(body, "tutup-gambar").click()
    await expect(part(body, "gambar")).to_be_hidden()


async def test_nothing_is_wider_than_the_screen_and_it_says_that_it_is_a_rehearsal(
    page: Page,
) -> None:
    await expect(part(page.locator("body"), "peragaan")).to_have_text(
        "Peragaan – semua data fiktif"
    )
    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")


async def test_a_file_of_ones_own_can_be_sent(page: Page, klien: Klien, tmp_path: Path) -> None:
    paper = tmp_path / "KK lama.pdf"
    paper.write_bytes(b"%PDF-1.7")
    warga = await lane(page, "warga")
    await part(warga, "mulai").click()
    await part(warga, "dokumen").set_input_files(paper)
    await expect(part(warga, "arsip")).to_contain_text("KK lama.pdf")
    sent = (await klien.pesan(SITI))[-1]
    assert sent.dokumen is not None
    assert await klien.berkas(sent.dokumen.id) == b"%PDF-1.7"


async def test_a_press_reaches_the_bot_and_its_toast_opens_the_private_chat(
    page: Page, wire: Wire, klien: Klien
) -> None:
    await wire("sendMessage", chat_id=GRUP, text="Kartu", reply_markup=BUTTONS)
    grup = await lane(page, "grup")
    await part(grup, "tokoh").select_option(label="Agus Pranoto")
    await grup.locator("[data-uji=tombol][data-label=Ambil]").click()
    (update,) = (await wire("getUpdates", timeout=10)).result
    assert update["callback_query"]["from"]["id"] == AGUS
    name = (await klien.keadaan()).bot_username
    await wire(
        "answerCallbackQuery",
        callback_query_id=update["callback_query"]["id"],
        text="Buka obrolan pribadi",
        url=f"https://t.me/{name}?start=petugas",
    )
    started = await klien.tunggu(AGUS, lambda pesan: not pesan.dari_bot)
    assert started.teks == "/start petugas"
    petugas = await lane(page, "petugas")
    await expect(part(petugas, "pesan")).to_contain_text("/start petugas")


async def test_a_toast_is_seen_and_an_alert_asks_for_ok(page: Page, wire: Wire) -> None:
    await wire("sendMessage", chat_id=GRUP, text="Kartu", reply_markup=BUTTONS)
    grup = await lane(page, "grup")
    for asks_ok in (False, True):
        await grup.locator("[data-uji=tombol][data-label=Ambil]").click()
        update = (await wire("getUpdates", timeout=10)).result[-1]
        await wire("getUpdates", offset=update["update_id"] + 1)
        await wire(
            "answerCallbackQuery",
            callback_query_id=update["callback_query"]["id"],
            text="Sudah diambil",
            show_alert=asks_ok,
        )
        seen = page.locator("[data-uji=penting]") if asks_ok else part(grup, "notis")
        await expect(seen).to_contain_text("Sudah diambil")
    await page.locator("[data-uji=penting-ok]").click()
    await expect(page.locator("[data-uji=penting]")).to_be_hidden()


async def test_marks_are_drawn_secrets_are_covered_and_nothing_runs(
    page: Page, wire: Wire, klien: Klien
) -> None:
    await klien.mulai(SITI)
    await wire(
        "sendMessage",
        chat_id=SITI,
        text="<b>Sandi &lt;img src=x onerror=alert(1)&gt;</b> <tg-spoiler>kolam</tg-spoiler>",
        parse_mode="HTML",
        protect_content=True,
    )
    warga = await lane(page, "warga")
    await expect(warga.locator("b", has_text="<img src=x")).to_be_visible()
    assert await part(warga, "teks").locator("img").count() == 0
    covered = part(warga, "samaran")
    await expect(covered).to_have_attribute("aria-expanded", "false")
    await covered.click()
    await expect(covered).to_have_attribute("aria-expanded", "true")
    await expect(part(warga, "dilindungi")).to_be_visible()


async def test_an_edit_and_a_deletion_show_at_once(page: Page, wire: Wire, klien: Klien) -> None:
    await klien.mulai(SITI)
    sent = (await wire("sendMessage", chat_id=SITI, text="satu")).result["message_id"]
    warga = await lane(page, "warga")
    await expect(part(warga, "pesan").last).to_contain_text("satu")
    await wire("editMessageText", chat_id=SITI, message_id=sent, text="dua")
    await expect(part(warga, "pesan").last).to_contain_text("dua")
    await wire("deleteMessage", chat_id=SITI, message_id=sent)
    await expect(part(warga, "pesan")).to_have_count(1)


async def mail(sandbox: Sandbox, text: str) -> None:
    """Send a mail to the mailbox."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@contoh.id", "b@contoh.id", "Terbit"
    message.set_content(text)
    await aiosmtplib.send(message, hostname="127.0.0.1", port=sandbox.smtp_port)


async def test_a_mail_is_announced_while_another_one_is_open(page: Page, sandbox: Sandbox) -> None:
    await mail(sandbox, "pertama")
    surat = await lane(page, "surat")
    await expect(part(surat, "surat-baru")).to_have_text("1 baru")
    await part(surat, "surat-butir").click()
    await expect(part(surat, "surat-baru")).to_be_hidden()
    await mail(sandbox, "kedua")
    await expect(part(surat, "surat-baru")).to_have_text("1 baru")
    await expect(part(surat, "surat-kembali")).to_contain_text("1 baru")
    await expect(part(surat, "surat-teks")).to_have_text("pertama")


async def test_lines_that_ended_at_the_senders_margin_are_joined_and_others_stay(
    page: Page, sandbox: Sandbox
) -> None:
    await mail(
        sandbox,
        "Ketik kode ini di percakapan Telegram dengan kami. Kode berlaku\n10 menit.\n\n"
        "1. Unduh, periksa isinya, lalu cetak pada kertas HVS\n   A4 80 gram.\n2. Simpan.\n",
    )
    surat = await lane(page, "surat")
    await part(surat, "surat-butir").click()
    shown = await part(surat, "surat-teks").inner_text()
    assert shown.splitlines() == [
        "Ketik kode ini di percakapan Telegram dengan kami. Kode berlaku 10 menit.",
        "",
        "1. Unduh, periksa isinya, lalu cetak pada kertas HVS A4 80 gram.",
        "2. Simpan.",
    ]


async def test_a_mail_is_read_as_text_and_its_link_opens_elsewhere(
    page: Page, sandbox: Sandbox
) -> None:
    await mail(sandbox, "Buka http://127.0.0.1:9/d/abc.\n<script>alert(1)</script>\n")
    surat = await lane(page, "surat")
    await part(surat, "surat-butir").click()
    await expect(part(surat, "surat-teks")).to_contain_text("<script>alert(1)</script>")
    address = part(surat, "surat-teks").locator("a")
    await expect(address).to_have_attribute("href", "http://127.0.0.1:9/d/abc")
    await expect(address).to_have_attribute("target", "_blank")
    await part(surat, "surat-kembali").click()
    await expect(part(surat, "surat-butir")).to_be_visible()


async def test_blocking_closes_the_chat_until_it_is_opened_again(page: Page, klien: Klien) -> None:
    warga = await lane(page, "warga")
    await part(warga, "mulai").click()
    await expect(part(warga, "tulis")).to_be_visible()
    await warga.get_by_label("Pilihan lain").click()
    await part(warga, "blokir").click()
    await expect(part(warga, "gerbang")).to_contain_text("Anda memblokir bot ini.")
    await part(warga, "mulai").click()
    await expect(part(warga, "tulis")).to_be_visible()


async def test_every_control_has_a_name(page: Page) -> None:
    nameless = await page.evaluate(
        """() => [...document.querySelectorAll('button, select, textarea, input, summary')]
            .filter((each) => !(each.getAttribute('aria-label') || each.textContent.trim()))
            .map((each) => each.outerHTML)"""
    )
    assert nameless == []


async def test_the_page_asks_nothing_of_other_hosts(sandbox: Sandbox) -> None:
    folder = Path(__file__).parents[3] / "sandbox" / "halaman"
    files = [each for each in folder.iterdir() if each.suffix in (".html", ".css", ".js", ".svg")]
    assert len(files) == 4, "an empty walk proves nothing"
    for each in files:
        found = set(re.findall(r"""https?://[\w.-]+\.\w+[\w/.-]*""", each.read_text()))
        assert found <= {"http://www.w3.org/2000/svg"}, each.name
