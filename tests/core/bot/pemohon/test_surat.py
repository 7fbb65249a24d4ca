"""The letter that comes with a question: it arrives, holds the answers, and never gets lost."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from telegram import Update

from core.bot import TelegramRoom
from core.bot.dispatch import Dispatcher
from core.bot.pemohon.filing import Filing
from core.bot.pemohon.room import CitizenRoom
from core.bot.pemohon.surat import MOST_PER_HOUR, Lembar
from core.bot.petugas.room import OfficerRoom
from core.bot.turn import Act, Turn
from core.dialog import compile_form, words
from core.issuing import LetterRoom
from core.registry import muat
from core.store import new_id, unit_of_work
from delivery.render import Renderer, RenderFailed
from sandbox import Pesan
from tests.core.bot.ruang import BUDI, Ruang
from tests.journeys.baca import text_of
from tests.journeys.pemain import PATIENCE, Warga
from vault import Blobs, SealedBlobs, Sealer

PLUGIN = '''
"""A birth without a paper of the midwife."""

from typing import Annotated

from pydantic import BaseModel

from core.api import (
    Alasan, Bahan, Cetak, Formulir, Layanan, Periksa, Surat, Tanya, date_in_words, jenis, tolak,
)


class Isi(BaseModel):
    nama: str
    lahir: str
    telepon: str


def sptjm(bahan: Bahan) -> Isi:
    isian = bahan.read(Lahir)
    if isian.nama == "TIADA":
        tolak("Nama anak ini belum dapat ditulis di surat.")
    return Isi(nama=isian.nama, lahir=date_in_words(isian.lahir), telepon=str(isian.telepon))


class Lahir(Formulir):
    nama: Annotated[jenis.Nama, Tanya("Siapa nama anaknya?")]
    lahir: Annotated[jenis.TanggalLahir, Tanya("Kapan anaknya lahir?")]
    sptjm: Annotated[
        jenis.Foto,
        Tanya(
            "Foto SPTJM yang sudah ditandatangani",
            surat=Surat("sptjm.html", isi=sptjm, nama="SPTJM Kebenaran Data Kelahiran"),
        ),
    ]
    telepon: Annotated[jenis.Telepon | None, Tanya("Nomor HP?", lewati="Tanpa HP")] = None


LAYANAN = (
    Layanan(
        api=1, kode="lahir-uji", judul="Lahir", ringkas="Uji saja.", versi=1, menit=2,
        formulir=Lahir, dasar_hukum=("Permendagri 109/2019",),
        hasil=Cetak("sptjm.html", isi=sptjm, nama="Akta", jenis="akta"),
        periksa=(Periksa("berhak", "Berhak"),),
        alasan_kembali=(Alasan("buram", "Buram."),),
        alasan_tolak=(Alasan("tidak", "Tidak."),),
    ),
)
'''
PAGE = "<p>{{ isi.nama }} lahir {{ isi.lahir }}, {{ isi.telepon }}, {{ cetak.contoh }}</p>"
ASKED = "Foto SPTJM"
FILE = "SPTJM-Kebenaran-Data-Kelahiran.pdf"


@dataclass
class Press:
    """Hands the page back as it is, or does not."""

    fails: bool = False
    pages: list[str] = field(default_factory=list)

    async def render(self, html: str) -> bytes:
        self.pages.append(html)
        if self.fails:
            raise RenderFailed("the render worker does not start")
        return html.encode()


@pytest.fixture
def press() -> Press:
    return Press()


@pytest.fixture
def blobs(tmp_path: Path) -> SealedBlobs:
    return SealedBlobs(Blobs(tmp_path / "berkas"), Sealer(bytes(32)))


@pytest.fixture
def office(ruang: Ruang, tmp_path: Path, press: Press, blobs: SealedBlobs) -> Ruang:
    """The room, with one service that gives a letter."""
    shelf = tmp_path / f"rak_{tmp_path.name.replace('-', '_')}"
    folder = shelf / "lahir_uji"
    folder.mkdir(parents=True)
    (folder / "__init__.py").write_text(PLUGIN)
    (folder / "sptjm.html").write_text(PAGE)
    katalog = muat(shelf, compile_form)
    assert katalog.gagal == ()
    letters = letter_room(ruang, press, blobs)
    ruang.alat = replace(ruang.alat, katalog=katalog, letters=letters)
    return ruang


def letter_room(ruang: Ruang, press: Any, blobs: SealedBlobs) -> LetterRoom:
    return LetterRoom(kantor=ruang.alat.kantor, renderer=press, blobs=blobs, now=ruang.clock)


@contextlib.asynccontextmanager
async def open_for(office: Ruang, blobs: SealedBlobs) -> AsyncIterator[Warga]:
    """Let the room listen, and give a citizen."""
    await office.bot.initialize()
    room = TelegramRoom(office.bot, office.alat, blobs.get, pace=office.pace())
    room.start()
    try:
        yield Warga(office.klien, BUDI, surel="")
    finally:
        await room.stop()


async def reaches_the_letter(warga: Warga, nama: str = "ani lestari") -> Pesan:
    await warga.opens("Lahir", first="Siapa nama")
    await warga.say(nama, "Kapan anaknya lahir")
    return await warga.say("17-8-2026", ASKED)


async def letters(office: Ruang, count: int) -> list[Pesan]:
    """Wait until so many letters have come, and return them."""

    def is_last(one: Pesan) -> bool:
        return one.dokumen is not None and one.dari_bot

    found: list[Pesan] = []
    rev = 0
    while len(found) < count:
        one = await office.klien.tunggu(BUDI, is_last, sesudah=rev, batas=PATIENCE)
        found = [one for one in await office.klien.pesan(BUDI) if is_last(one)]
        rev = one.rev
    assert len(found) == count
    return found


async def content(office: Ruang, message: Pesan) -> bytes:
    assert message.dokumen is not None
    return await office.klien.berkas(message.dokumen.id)


async def test_the_letter_is_a_pdf_with_the_answers_and_comes_before_its_question(
    office: Ruang, blobs: SealedBlobs
) -> None:
    renderer = Renderer()
    await renderer.start()
    office.alat = replace(office.alat, letters=letter_room(office, renderer, blobs))
    try:
        async with open_for(office, blobs) as warga:
            asked = await reaches_the_letter(warga)
            (first,) = await letters(office, 1)
            assert first.id < asked.id
            assert first.dokumen is not None
            assert first.dokumen.nama == FILE
            assert not first.dilindungi, "it must be possible to save and print it"
            pdf = await content(office, first)
            assert pdf.startswith(b"%PDF-")
            assert text_of(pdf) == "ANI LESTARI lahir 17 Agustus 2026, None, False"
    finally:
        await renderer.stop()


async def test_the_button_gives_it_again(office: Ruang, blobs: SealedBlobs) -> None:
    async with open_for(office, blobs) as warga:
        asked = await reaches_the_letter(warga)
        again = await warga.tap(asked, words.KIRIM_SURAT, ASKED)
        first, second = await letters(office, 2)
        assert await content(office, first) == await content(office, second)
        assert asked.id < second.id < again.id


async def test_a_changed_answer_brings_a_new_letter(office: Ruang, blobs: SealedBlobs) -> None:
    async with open_for(office, blobs) as warga:
        asked = await reaches_the_letter(warga)
        date = await warga.tap(asked, "⬅️", "Kapan")
        name = await warga.tap(date, "⬅️", "Siapa nama")
        assert name.label
        await warga.say("ani widyastuti", ASKED)
        first, second = await letters(office, 2)
        assert b"ANI LESTARI lahir" in await content(office, first)
        assert b"ANI WIDYASTUTI lahir" in await content(office, second)


async def test_a_letter_that_was_sent_is_erased(office: Ruang, blobs: SealedBlobs) -> None:
    async with open_for(office, blobs) as warga:
        await reaches_the_letter(warga)
        await letters(office, 1)
        await warga.settles()
    (gone,) = office.issuing.forgotten
    assert gone.startswith("surat/")


async def test_a_page_that_fails_leaves_the_question_and_the_button(
    office: Ruang, blobs: SealedBlobs, press: Press
) -> None:
    press.fails = True
    async with open_for(office, blobs) as warga:
        asked = await reaches_the_letter(warga)
        assert "belum dapat kami buatkan" in asked.teks
        press.fails = False
        await warga.tap(asked, words.KIRIM_SURAT, ASKED)
        await letters(office, 1)


async def test_what_the_plugin_misses_is_said_above_the_question(
    office: Ruang, blobs: SealedBlobs
) -> None:
    async with open_for(office, blobs) as warga:
        asked = await reaches_the_letter(warga, "tiada")
        assert "Nama anak ini belum dapat ditulis di surat." in asked.teks
        assert words.KIRIM_SURAT in asked.label


async def test_nobody_makes_the_office_draw_without_end(
    office: Ruang, blobs: SealedBlobs, press: Press
) -> None:
    async with open_for(office, blobs) as warga:
        asked = await reaches_the_letter(warga)
        for _ in range(MOST_PER_HOUR - 1):
            asked = await warga.tap(asked, words.KIRIM_SURAT, ASKED)
        for _ in range(2):
            asked = await warga.tap(asked, words.KIRIM_SURAT, "sudah beberapa kali")
            assert ASKED in asked.teks
        assert len(press.pages) == MOST_PER_HOUR
        office.clock.forward(hours=1)
        asked = await warga.tap(asked, words.KIRIM_SURAT, ASKED)
        assert "sudah beberapa kali" not in asked.teks
        await letters(office, MOST_PER_HOUR + 1)


@pytest.mark.parametrize("arrived", [True, False])
async def test_an_answer_of_telegram_that_is_lost_loses_no_letter(
    office: Ruang, blobs: SealedBlobs, arrived: bool
) -> None:
    async with open_for(office, blobs) as warga:
        await office.klien.putus("sendDocument", dikerjakan=arrived)
        await warga.opens("Lahir", first="Siapa nama")
        await warga.say("ani lestari", "Kapan anaknya lahir")
        await office.klien.tulis(BUDI, "17-8-2026")
        await until_tried_again(office)
        await warga.wait(ASKED)
        await letters(office, 2 if arrived else 1)


async def until_tried_again(office: Ruang) -> None:
    """Let the sender's pauses go by until it has tried the letter a second time."""
    seen = 0
    async with asyncio.timeout(PATIENCE):
        while len(await office.klien.panggilan("sendDocument")) < 2:
            office.clock.forward(seconds=1)
            seen = (await office.klien.perubahan(seen, tunggu=0.2)).seq


async def test_a_crash_at_any_moment_between_drawing_and_sending_loses_no_letter(
    office: Ruang, blobs: SealedBlobs, press: Press
) -> None:
    async with open_for(office, blobs) as warga:
        await warga.opens("Lahir", first="Siapa nama")
        await warga.say("ani lestari", "Kapan anaknya lahir")
        await warga.settles()
    await planned(office, "17-8-2026")  # drawn, and then the power failed
    await committed(await planned(office, "17-8-2026"), office)  # and again, before the sender
    assert len(press.pages) == 2
    async with open_for(office, blobs) as warga:
        await warga.wait(ASKED)
        await letters(office, 1)


async def planned(office: Ruang, text: str) -> Act:
    """Plan the answer to a message as a fresh process would."""
    alat = office.alat
    hall = Dispatcher(alat, CitizenRoom(alat, Filing(alat)), OfficerRoom(alat))
    sender = {"id": BUDI, "is_bot": False, "first_name": "Budi"}
    message = {
        "message_id": 900, "date": 1_790_000_000, "chat": {"id": BUDI, "type": "private"},
        "from": sender, "text": text,
    }  # fmt: skip
    update = Update.de_json({"update_id": 1, "message": message}, office.bot)
    assert update is not None
    return await hall.plan(update)


async def committed(act: Act, office: Ruang) -> None:
    @unit_of_work
    async def commit() -> None:
        await act(Turn(office.mint, str(new_id())))

    await commit()


@pytest.mark.parametrize(
    ("nama", "berkas"),
    [
        ("SPTJM Kebenaran Data Kelahiran", FILE),
        ("Surat (F-2.03)/1", "Surat-F-2-03-1.pdf"),
    ],
)
def test_the_file_is_named_by_the_letter(nama: str, berkas: str) -> None:
    assert Lembar("surat/satu", nama).berkas == berkas
