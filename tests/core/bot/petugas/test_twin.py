"""A card whose answer got lost stands there twice: one of them counts, the other says so."""

from collections.abc import AsyncIterator

import pytest

from core.bot.petugas import intruders, words
from core.store import KeadaanKeluar
from core.store.models import Outbox, Riwayat
from tests.core.bot.ruang import BUDI, GROUP, RINA, Ruang, listening
from tests.journeys.pemain import PATIENCE, Petugas, Warga


@pytest.fixture
async def rina(ruang: Ruang) -> AsyncIterator[Petugas]:
    """Rina, while the room listens."""
    async with listening(ruang):
        officer = Petugas(ruang.klien, RINA, GROUP)
        await officer.pribadi.say("/start petugas", "Halo")
        yield officer


async def test_a_press_on_the_lost_copy_marks_it_as_old(ruang: Ruang, rina: Petugas) -> None:
    warga = Warga(ruang.klien, BUDI, surel="")
    ask = await warga.fills_hilang()
    summary = await warga.tap(ask, "Tidak punya e-mail", "Periksa")
    # The citizen's receipt and the group's card leave at once, in either order: cut both.
    await ruang.klien.putus("sendMessage", kali=2)
    await warga.tap(summary, "✅ Kirim", "Nomor Anda")
    lost = await ruang.klien.tunggu(GROUP, lambda one: "Ambil" in one.label, batas=PATIENCE)
    ruang.clock.forward(seconds=5)
    await ruang.klien.tunggu(
        GROUP, lambda one: "Ambil" in one.label and one.id > lost.id, batas=PATIENCE
    )
    toast = await rina.presses(lost, "Ambil")
    assert toast.teks == words.KARTU_LAMA
    await ruang.klien.tunggu(
        GROUP, lambda one: one.id == lost.id and one.teks == words.KARTU_LAMA, batas=PATIENCE
    )
    assert await Riwayat.filter(aksi=intruders.ACT).count() == 0
    (left,) = [one for one in await ruang.klien.pesan(GROUP) if one.tombol]
    await rina.takes(left.teks.splitlines()[0])


async def test_the_lost_copy_of_a_preview_loses_its_buttons(ruang: Ruang, rina: Petugas) -> None:
    warga = Warga(ruang.klien, BUDI, surel="")
    ask = await warga.fills_hilang()
    nomor = await warga.submits(await warga.tap(ask, "Tidak punya e-mail", "Periksa"))
    await rina.takes(nomor)
    await rina.ticks(nomor)
    await ruang.klien.putus("sendPhoto")
    lost = await rina.proposes(nomor)
    ruang.clock.forward(seconds=5)
    await rina.private("PRATINJAU", nomor, beyond=lost.id)
    toast = await rina.presses(lost, "✅ Ya")
    assert toast.teks == words.KARTU_LAMA
    await ruang.klien.tunggu(RINA, lambda one: one.id == lost.id and not one.tombol)
    assert not await Outbox.exists(keadaan=KeadaanKeluar.GAGAL.value)
