"""U1 to U4, U10, U13, U19: what the room does, over the sandbox's HTTP."""

import asyncio
from dataclasses import replace
from typing import Any

import pytest

from core.api import HasilCari
from sandbox import Pesan
from tests.core.bot.pemohon.test_room import PLACE, STICKER, VOICE, hears, message
from tests.core.bot.ruang import BUDI, Ruang, listening
from tests.journeys.pemain import BUDI as DIRI
from tests.journeys.pemain import PATIENCE, Warga
from tests.perilaku.jalan import SERVICES, services


async def opens(warga: Warga, payload: str, expect: str) -> Pesan:
    sent = await warga.klien.mulai(warga.who, payload)
    return await warga.wait(expect, beyond=sent.id)


async def test_u01_a_deep_link_opens_its_service(warga: Warga) -> None:
    for kode in SERVICES:
        siap = services()[kode]
        shown = await opens(warga, kode, siap.layanan.ringkas[:30])
        assert siap.layanan.judul[:20] in shown.teks


async def test_u02_before_the_first_question_what_to_bring_minutes_and_privacy(
    warga: Warga,
) -> None:
    intro = await opens(warga, "kk-ganti", "Siapkan")
    for part in ("Foto KTP-el Anda", "menit", "Data Anda dipakai hanya untuk permohonan ini"):
        assert part in intro.teks, intro.teks
    assert any(one.startswith("Mulai") for one in intro.label)


async def test_u03_an_open_draft_is_offered_with_its_progress_and_never_overwritten(
    warga: Warga,
) -> None:
    first = await warga.opens("KK hilang", first="Mengapa")
    await warga.tap(first, "KK hilang", "Kartu Keluarga")
    offer = await opens(warga, "kk-ganti", "belum selesai")
    assert any(one.startswith("Lanjutkan (2/") for one in offer.label), offer.label
    assert "Mulai ulang" in offer.label
    await warga.tap(offer, "Lanjutkan", "Kartu Keluarga")
    await warga.say(DIRI.nomor_kk, "nama lengkap")


@pytest.mark.parametrize("payload", ["tidak-ada", "zzz", "c_123_x", "kk"])
async def test_u04_an_unknown_payload_shows_the_menu(warga: Warga, payload: str) -> None:
    await opens(warga, payload, "Pilih layanan")


async def test_u10_the_keyboard_of_an_answered_question_is_gone(warga: Warga) -> None:
    first = await warga.opens("KK hilang", first="Mengapa")
    second = await warga.tap(first, "KK hilang", "Kartu Keluarga")
    await warga.settles()
    shown = {one.id: one.tombol for one in await warga.klien.pesan(warga.who)}
    assert not shown[first.id]
    assert shown[second.id]


class SlowRegistry:
    """Answers only when it is let go."""

    def __init__(self, held: asyncio.Event) -> None:
        self._held = held

    async def search(self, *_: object, **__: object) -> HasilCari:
        await self._held.wait()
        return HasilCari.ADA

    async def fetch(self, *_: object) -> None:
        return None


async def test_u13_who_waits_for_a_slow_answer_is_shown_that_we_are_at_work(
    ruang: Ruang,
) -> None:
    held = asyncio.Event()
    ruang.alat = replace(ruang.alat, population=SlowRegistry(held))
    async with listening(ruang):
        warga = Warga(ruang.klien, BUDI, surel="warga@contoh.id")
        first = await warga.opens("KK hilang", first="Mengapa")
        await warga.tap(first, "KK hilang", "Kartu Keluarga")
        await warga.say(DIRI.nomor_kk, "nama lengkap")
        await warga.say(DIRI.nama, "anggal lahir")
        sent = await ruang.klien.tulis(BUDI, DIRI.lahir)
        async with asyncio.timeout(PATIENCE):
            while not await ruang.klien.panggilan("sendChatAction"):  # noqa: ASYNC110  nobody tells us
                await asyncio.sleep(0.05)
        held.set()
        await warga.wait("KTP-el", beyond=sent.id)
    calls = [one.metode for one in await ruang.klien.panggilan()]
    assert calls.index("sendChatAction") < len(calls) - 1


@pytest.mark.parametrize(
    "content", [{"sticker": STICKER}, {"voice": VOICE}, {"location": PLACE}], ids=str
)
async def test_u19_a_sticker_a_voice_and_a_place_are_answered_and_the_question_comes_back(
    ruang: Ruang, warga: Warga, content: dict[str, Any]
) -> None:
    first = await warga.opens("KK hilang", first="Mengapa")
    await hears(ruang, "message", message(**content))
    await warga.wait("belum dapat kami baca", beyond=first.id)
    await warga.wait("Mengapa", beyond=first.id)
