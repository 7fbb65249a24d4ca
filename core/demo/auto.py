"""`./adminduk demo --auto`: plays a whole journey over HTTP and keeps what came out of it."""

import hashlib
import re
import tempfile
from pathlib import Path

from core.app.models import database
from core.demo.browser import download
from core.demo.house import DemoFailed, House, opened_house
from core.demo.pictures import draw_paper
from core.demo.player import Player
from core.demo.stage import BUDI
from core.demo.watch import Watch
from core.store import opened
from delivery.models import Dokumen
from sandbox import Klien, Pesan

EMAIL = "budi@warga.example"
_PASSWORD = re.compile(r"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}")
_CODE = re.compile(r"\b(\d{6})\b")
_LINK = re.compile(r"https?://\S+/d/[0-9a-z]{26}")
KTP = ("KARTU TANDA PENDUDUK", "NIK 3319991708900001", "BUDI SANTOSO")
LETTER = ("SURAT KETERANGAN KEHILANGAN", "Kartu Keluarga", "BUDI SANTOSO")


async def play(out: Path, *, data: Path | None) -> int:
    """Play KK hilang to the file; 0 only if that is the signed one, byte for byte."""
    watch = Watch()
    with tempfile.TemporaryDirectory(prefix="adminduk-peragaan-") as scratch:
        folder = (data or Path(scratch)).resolve()
        folder.mkdir(parents=True, exist_ok=True)
        async with opened_house(folder) as house:
            watch.step("sandbox, bot, dan situs siap")
            async with Klien(house.sandbox.url) as klien:
                pdf, letter = await journey(klien, house, watch)
            (out / "kk.pdf").write_bytes(pdf)
            (out / "surat.eml").write_bytes(letter)
            signed = await signed_hash(house)
    same = hashlib.sha256(pdf).hexdigest() == signed
    watch.step("berkas yang diunduh sama dengan yang ditandatangani" if same else "BERKAS BERBEDA")
    watch.save(out / "langkah.json")
    return 0 if same else 1


async def journey(klien: Klien, house: House, watch: Watch) -> tuple[bytes, bytes]:
    """Play citizen and officer; return the downloaded PDF and the letter."""
    citizen = Player(klien, BUDI.id)
    await file_case(klien, citizen, watch)
    await decide(klien, house, watch)
    told = await citizen.wait("sudah terbit", after=0)
    watch.step("warga menerima kata sandi di Telegram")
    letter = await klien.tunggu_surat(lambda one: "siap diunduh" in one.subjek, batas=30)
    watch.step("surat dengan tautan tiba")
    link, password = _LINK.search(letter.teks), _PASSWORD.search(told.teks)
    if link is None or password is None:
        raise DemoFailed("Surat tanpa tautan, atau pesan tanpa kata sandi.")
    pdf = await download(link[0], password[0])
    watch.step("warga mengunduh PDF dengan tautan dan kata sandi")
    await citizen.wait("sudah diunduh", after=0)
    return pdf, await klien.eml(letter.id)


async def file_case(klien: Klien, citizen: Player, watch: Watch) -> None:
    """File KK hilang: twelve messages and taps of the citizen."""
    menu = await citizen.say("/start", "Pilih layanan")
    intro = await citizen.tap(menu, "KK hilang atau rusak", "Siapkan")
    ask = await citizen.tap(intro, "Mulai", "1/")
    watch.step("warga memilih layanan dan menyetujui pemakaian data")
    await citizen.tap(ask, "KK hilang", "Kartu Keluarga")
    await citizen.say("3319990108160001", "nama lengkap")
    await citizen.say("Budi Santoso", "anggal lahir")
    await citizen.say("17-08-1990", "KTP")
    await citizen.photo(draw_paper(KTP), "kehilangan")
    await citizen.photo(draw_paper(LETTER), "e-mail")
    watch.step("warga menjawab pertanyaan dan mengirim foto")
    await citizen.say(EMAIL, "ode")
    code = await klien.tunggu_surat(lambda one: "Kode" in one.subjek, batas=30)
    digits = _CODE.search(code.teks)
    summary = await citizen.say(digits[1] if digits else "", "Periksa")
    watch.step("alamat e-mail dibuktikan dengan kode")
    await citizen.tap(summary, "✅ Kirim", "Nomor Anda")
    watch.step(f"permohonan terkirim dengan {citizen.count} pesan warga")


async def decide(klien: Klien, house: House, watch: Watch) -> None:
    """Take the case, tick the checklist, approve."""
    officer = house.officer
    group = house.group
    colleague = Player(klien, officer, group)
    await Player(klien, officer).say("/start petugas", "Halo")
    card = await colleague.wait("REG-", after=0)
    await colleague.tap(card, "Ambil", "Daftar periksa", chat=officer)
    watch.step("petugas mengambil permohonan")
    await tick_all(klien, officer)
    card = await klien.tunggu(group, lambda one: "Setujui" in " ".join(one.label), batas=30)
    preview = await colleague.tap(card, "✅ Setujui", "PRATINJAU", chat=officer)
    watch.step("petugas memeriksa dan melihat pratinjau")
    await colleague.tap(preview, "✅ Ya", "disetujui", chat=officer)
    watch.step("petugas menyetujui")


async def tick_all(klien: Klien, officer: int) -> None:
    """Tick every line of the checklist."""
    while True:
        card = await klien.tunggu(officer, lambda one: "Daftar periksa" in one.teks, batas=30)
        left = [label for label in card.label if label.startswith("☐")]
        if not left:
            return
        pressed = await klien.tekan(officer, card, left[0])
        await klien.tunggu(
            officer,
            lambda one, label=left[0]: _ticked(one, label),  # type: ignore[misc]
            sesudah=pressed.rev,
            batas=30,
        )


async def signed_hash(house: House) -> str:
    """Return the SHA-256 of the signed file, as it was recorded when it was stored."""
    async with opened(database(house.settings)):
        row = await Dokumen.all().order_by("-id").first()
    return row.sha256 or "" if row else ""


def _ticked(message: Pesan, label: str) -> bool:
    return f"☑{label[1:]}" in message.label
