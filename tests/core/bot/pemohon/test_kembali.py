"""A citizen who had blocked us comes back: he is told what he missed, and asked again."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from core.bot.models import Percakapan
from core.permohonan import Permohonan
from core.store.models import Outbox
from sandbox import Pesan
from tests.core.bot.ruang import BUDI, GROUP, RINA, Ruang, listening
from tests.journeys.pemain import PATIENCE, Petugas, Warga


@pytest.fixture
async def rina(ruang: Ruang) -> AsyncIterator[Petugas]:
    """Rina, while the room listens."""
    async with listening(ruang):
        officer = Petugas(ruang.klien, RINA, GROUP)
        await officer.pribadi.say("/start petugas", "Halo")
        yield officer


async def _filed(ruang: Ruang) -> tuple[Warga, str]:
    warga = Warga(ruang.klien, BUDI, surel="")
    ask = await warga.fills_hilang()
    return warga, await warga.submits(await warga.tap(ask, "Tidak punya e-mail", "Periksa"))


async def _rejects(rina: Petugas, nomor: str) -> None:
    reasons = await rina.taps(await rina.card(nomor, "Tolak"), "⛔ Tolak", "Pilih alasan")
    assert reasons.label
    await rina.pribadi.say("Berkas milik orang lain.", "Pemohon akan membaca:")
    sure = await rina.private("Pemohon akan membaca:")
    await rina.taps(sure, "⛔ Ya", "ditolak")


async def _tried(ruang: Ruang) -> None:
    """Wait until everything that was for him has met his closed door."""
    waiting = Outbox.filter(jalur=ruang.mint.ruang(BUDI), keadaan="antre")
    async with asyncio.timeout(PATIENCE):
        while await waiting.exists():  # noqa: ASYNC110  nobody tells us
            await asyncio.sleep(0.01)


async def _told(ruang: Ruang, part: str) -> Pesan:
    return await ruang.klien.tunggu(BUDI, lambda one: part in one.teks, batas=PATIENCE)


async def test_a_rejection_that_did_not_arrive_is_told_on_start(
    ruang: Ruang, rina: Petugas
) -> None:
    warga, nomor = await _filed(ruang)
    await rina.takes(nomor)
    await ruang.klien.blokir(BUDI)
    await rina.card(nomor, "memblokir")
    await _rejects(rina, nomor)
    await _tried(ruang)
    await ruang.klien.buka_blokir(BUDI)
    await warga.say("/start", "Pilih layanan")
    told = await _told(ruang, "Berkas milik orang lain.")
    assert nomor in told.teks
    await _told(ruang, "Selamat datang kembali")
    assert "Ditolak" in (await _told(ruang, "Permohonan Anda")).teks
    assert not (await Percakapan.get(ruang=ruang.mint.ruang(BUDI))).diblokir
    assert await Outbox.filter(keadaan="tertahan").count() == 0


async def test_what_he_writes_first_is_no_answer_to_a_question_he_never_saw(
    ruang: Ruang, rina: Petugas
) -> None:
    _, nomor = await _filed(ruang)
    await rina.takes(nomor)
    await ruang.klien.blokir(BUDI)
    await rina.card(nomor, "memblokir")
    fields = await rina.taps(await rina.card(nomor, "Perbaiki"), "✏️", "Pilih isian")
    name = next(one for one in fields.label if "ama" in one)
    await rina.taps(fields, name, "Apa yang salah?")
    await rina.pribadi.say("Nama tidak sama dengan KTP.", "Akan diminta")
    again = await rina.private("Akan diminta")
    await rina.taps(again, "📨", "sudah dikirim")
    await _tried(ruang)
    await ruang.klien.buka_blokir(BUDI)
    sent = await ruang.klien.tulis(BUDI, "halo, apa kabar")
    told = await _told(ruang, "perlu diperbaiki")
    assert "Nama tidak sama dengan KTP." in told.teks
    asked = await ruang.klien.tunggu(
        BUDI, lambda one: one.dari_bot and bool(one.tombol), sesudah=sent.rev, batas=PATIENCE
    )
    assert asked.id > told.id
    case = await Permohonan.get(nomor=nomor)
    assert "halo" not in ruang.alat.cases.book.isian(case)


async def test_who_comes_back_by_an_old_button_is_told_as_well(
    ruang: Ruang, rina: Petugas
) -> None:
    warga, nomor = await _filed(ruang)
    menu = await warga.say("/start", "Pilih layanan")
    await rina.takes(nomor)
    await ruang.klien.blokir(BUDI)
    await rina.card(nomor, "memblokir")
    await _rejects(rina, nomor)
    await _tried(ruang)
    await ruang.klien.buka_blokir(BUDI)
    await warga.tap(menu, "KK hilang", "Siapkan")
    assert nomor in (await _told(ruang, "Berkas milik orang lain.")).teks
