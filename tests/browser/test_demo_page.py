"""`./adminduk demo` by hand, in a real browser: from /start to the file on the disk.

POTRET=FOLDER keeps the pictures of the stations.
"""

import re
import subprocess
from pathlib import Path

import pytest
from playwright.async_api import Page, ViewportSize, expect

from tests.browser.layar import PATIENCE, Halaman, Potret

PHONE: ViewportSize = {"width": 390, "height": 844}
BUDI, ANDI = "budi@warga.example", "andi@warga.example"
FAMILY = ("BUDI SANTOSO", "SITI AMINAH", "RIZKY PRATAMA SANTOSO", "AISYAH PUTRI SANTOSO")

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.timeout(240)]


async def test_kk_hilang_goes_from_start_to_the_printed_file(
    halaman: Halaman, potret: Potret, tmp_path: Path
) -> None:
    await file_lost_card(halaman, potret)
    await decide(halaman, potret)
    door = await open_link(halaman, potret)
    file = await download(door, halaman, potret, tmp_path / "kk.pdf")
    assert file.read_bytes().startswith(b"%PDF")
    text = printed("pdftotext", "-layout", str(file), "-")
    assert [name for name in FAMILY if name not in text] == []
    printed("pdftoppm", "-r", "110", "-png", "-singlefile", str(file), str(potret.folder / "kk"))
    assert (potret.folder / "kk.png").stat().st_size > 20_000


async def file_lost_card(halaman: Halaman, potret: Potret) -> None:
    """Budi: from the start button to his number, one wrong answer on the way."""
    budi, page = halaman.warga, halaman.page
    await potret.take(page, "awal")
    await budi.start("Pilih layanan")
    await budi.tap("KK hilang atau rusak", "Siapkan")
    await potret.take(page, "pengantar")
    await budi.tap("Mulai", "Mengapa")
    await budi.tap("KK hilang", "Kartu Keluarga")
    await budi.says("331999010816000", "15")
    await potret.take(page, "salah-ketik")
    await budi.recalls("3319990108160001", "nama lengkap")
    await budi.recalls("Budi Santoso", "anggal lahir")
    await budi.recalls("17-08-1990", "KTP")
    await budi.shows("KTP-el", "kehilangan")
    await potret.take(page, "foto")
    await budi.shows("Surat kehilangan", "e-mail")
    await budi.recalls(BUDI, "ode")
    code = await halaman.code(BUDI)
    await potret.take(page, "kode")
    await budi.says(code, "Periksa jawaban")
    await potret.take(page, "ringkasan")
    await budi.tap("Kirim", "Nomor Anda")


async def decide(halaman: Halaman, potret: Potret) -> None:
    """Rina: never pressed start, so her first tap leads her there; then she decides."""
    rina, group, page = halaman.petugas, halaman.grup, halaman.page
    await group.reads("REG-")
    await expect(group.answer).not_to_contain_text("Budi")
    await group.press("Ambil")
    await expect(group.part("notis")).to_contain_text("tekan Mulai")
    await rina.reads("Halo")
    await potret.take(page, "petugas-mulai")
    await group.press("Ambil")
    await rina.reads("Daftar periksa")
    await rina.part("potret").first.scroll_into_view_if_needed()
    await potret.take(page, "berkas")
    await group.press("Setujui")
    await expect(page.locator("[data-uji=penting]")).to_contain_text("Centang dulu")
    await page.locator("[data-uji=penting-ok]").click()
    await rina.ticks_all()
    await group.press("Setujui")
    await rina.reads("PRATINJAU")
    await look_closely(halaman, potret)
    await rina.tap("Ya, terbitkan", "disetujui")


async def look_closely(halaman: Halaman, potret: Potret) -> None:
    """The preview is enlarged with a tap, and with another one it is as large as it was drawn."""
    page, large = halaman.page, halaman.page.locator("[data-uji=perbesar] img")
    await potret.take(page, "pratinjau")
    await halaman.petugas.part("potret").last.click()
    await expect(large).to_be_visible()
    fitted = await large.evaluate("each => each.clientWidth")
    await potret.take(page, "pratinjau-besar")
    await page.locator("[data-uji=perbesar]").click()
    await expect(page.locator("[data-uji=perbesar]")).to_have_attribute("aria-pressed", "true")
    whole = await large.evaluate("each => [each.clientWidth, each.naturalWidth]")
    assert whole[0] == whole[1] > fitted > 1000
    await page.locator("[data-uji=tutup-gambar]").click()
    await expect(large).to_be_hidden()


async def open_link(halaman: Halaman, potret: Potret) -> Page:
    """The mail announces itself although another one is open; its link opens in a new tab."""
    await expect(halaman.surat.part("surat-baru")).to_have_text("1 baru", timeout=PATIENCE)
    text = await halaman.open_mail("siap diunduh", BUDI)
    await halaman.warga.reads("sudah terbit")
    for lane in (halaman.grup, halaman.petugas):
        await expect(lane.part("notis")).to_be_hidden()
    await potret.take(halaman.page, "terbit")
    async with halaman.page.expect_popup() as opening:
        await text.locator("a").first.click()
    door = await opening.value
    await door.set_viewport_size(PHONE)
    await expect(door.locator("[name=kata_sandi]")).to_be_visible()
    await potret.take(door, "tautan", whole=True)
    return door


async def download(door: Page, halaman: Halaman, potret: Potret, path: Path) -> Path:
    """The password is under the spoiler of the citizen's chat; it opens the door to the file."""
    covered = halaman.warga.part("samaran").last
    await covered.click()
    await potret.take(halaman.page, "kata-sandi")
    await door.fill("[name=kata_sandi]", await covered.inner_text())
    async with door.expect_response(lambda each: each.request.method == "POST") as posting:
        await door.get_by_role("button", name="Buka dokumen").click()
    assert (await posting.value).status == 303
    await expect(door.get_by_role("heading", name="Dokumen Anda siap")).to_be_visible()
    await potret.take(door, "unduh", whole=True)
    async with door.expect_download() as downloading:
        await door.get_by_role("link", name="Unduh dokumen").click()
    file = await downloading.value
    assert file.suggested_filename.endswith(".pdf")
    assert not re.search(r"budi|3319", file.suggested_filename, re.IGNORECASE)
    await file.save_as(path)
    await halaman.warga.has_read("sudah diunduh")
    await halaman.warga.reads("Bagaimana layanan kami")
    await expect(halaman.grup.answer).to_contain_text("Sudah diunduh")
    await potret.take(halaman.page, "selesai")
    return path


async def test_kk_baru_with_what_andi_and_the_officer_have_at_hand(
    halaman: Halaman, potret: Potret
) -> None:
    await show_papers(halaman, potret)
    await name_family(halaman)
    await halaman.warga.recalls(ANDI, "ode")
    await halaman.warga.says(await halaman.code(ANDI), "Periksa jawaban")
    await potret.take(halaman.page, "kk-baru-ringkasan")
    await halaman.warga.tap("Kirim", "Nomor Anda")
    await decide_new_family(halaman, potret)
    await halaman.warga.reads("sudah terbit")


async def show_papers(halaman: Halaman, potret: Potret) -> None:
    """Andi: the marriage book, both old cards, both identity cards."""
    andi = halaman.warga
    await halaman.choose(andi, "Andi Prasetyo")
    await andi.start("Pilih layanan")
    await andi.tap("KK baru", "Siapkan")
    await andi.tap("Mulai", "nikah")
    await andi.shows("Buku nikah", "KK lama kepala keluarga")
    await andi.shows("KK lama Andi", "KK lama pasangan")
    await andi.shows("KK lama Dewi", "KTP-el kepala keluarga")
    await andi.shows("KTP-el Andi", "KTP-el pasangan")
    await andi.shows("KTP-el Dewi", "tinggal")
    await potret.take(halaman.page, "kk-baru")


async def name_family(halaman: Halaman) -> None:
    """Andi: address, himself and his wife, from what he knows by heart."""
    andi = halaman.warga
    await andi.recalls("Jl. Melati No. 7", "RT")
    await andi.recalls("003/002", "esa")
    await andi.recalls("Gondangmanis", "NIK kepala keluarga")
    await andi.recalls("3319991203000001", "nama lengkap")
    await andi.recalls("Andi Prasetyo", "lahir")
    await andi.recalls("12-03-2000", "Siapa saja anggota keluarga")
    await andi.recalls("3319994509020001", "nama lengkap")
    await andi.recalls("Dewi Lestari", "lahir")
    await andi.recalls("05-09-2002", "hubungan")
    await andi.tap("Istri", "Siapa saja anggota keluarga")
    await andi.tap("Selesai", "e-mail")


async def decide_new_family(halaman: Halaman, potret: Potret) -> None:
    """Agus: started his chat before; the page lacks what SIAK gave, so he is asked for it."""
    agus, group = halaman.petugas, halaman.grup
    await halaman.choose(group, "Agus")
    await agus.start("Halo Agus")
    await group.reads("KK baru")
    async with agus.answered("Daftar periksa"):
        await group.press("Ambil")
    await agus.ticks_all()
    async with agus.answered("nomor KK baru dari SIAK"):
        await group.press("Setujui")
    await agus.recalls("3319991402260001", "status perkawinan")
    await agus.tap("Kawin Tercatat", "tanggal perkawinan")
    await agus.recalls("14-02-2026", "pos")
    await agus.tap("Menurut daftar desa", "Anggota yang datanya tidak ada")
    await potret.take(halaman.page, "kk-baru-formulir")
    await agus.tap("Lanjut", "Periksa")
    await agus.tap("Kirim", "Formulir petugas sudah diisi")
    async with agus.answered("PRATINJAU"):
        await group.press("Setujui")
    await potret.take(halaman.page, "kk-baru-pratinjau")
    await agus.tap("Ya, terbitkan", "disetujui")


async def test_a_person_without_email_sees_only_her_own_papers(halaman: Halaman) -> None:
    await halaman.choose(halaman.warga, "Sarijah")
    await halaman.warga.start("Pilih layanan")
    papers = await halaman.warga.part("contoh").all_inner_texts()
    assert papers == ["KTP-el Sarijah", "Surat kehilangan Sarijah"]


def printed(*command: str) -> str:
    """Run one of poppler's tools and return what it printed."""
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
