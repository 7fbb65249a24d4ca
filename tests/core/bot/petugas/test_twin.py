"""A card whose answer got lost stands there twice: the one that is pressed counts."""

from collections.abc import AsyncIterator

import pytest

from core.bot.models import Kartu
from core.bot.petugas import intruders, words
from core.bot.petugas.cards import PERIKSA
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


async def test_the_lost_copy_counts_when_pressed_and_the_other_is_marked_as_old(
    ruang: Ruang, rina: Petugas
) -> None:
    warga = Warga(ruang.klien, BUDI, surel="")
    ask = await warga.fills_hilang()
    summary = await warga.tap(ask, "Tidak punya e-mail", "Periksa")
    # The citizen's receipt and the group's card leave at once, in either order: cut both.
    await ruang.klien.putus("sendMessage", kali=2)
    await warga.tap(summary, "✅ Kirim", "Nomor Anda")
    lost = await ruang.klien.tunggu(GROUP, lambda one: "Ambil" in one.label, batas=PATIENCE)
    ruang.clock.forward(seconds=5)
    again = await ruang.klien.tunggu(
        GROUP, lambda one: "Ambil" in one.label and one.id > lost.id, batas=PATIENCE
    )
    nomor = lost.teks.splitlines()[0]
    await rina.taps(lost, "Ambil", f"Daftar periksa {nomor}")
    await ruang.klien.tunggu(
        GROUP, lambda one: one.id == again.id and one.teks == words.KARTU_LAMA, batas=PATIENCE
    )
    await ruang.klien.tunggu(
        GROUP, lambda one: one.id == lost.id and "Setujui" in " ".join(one.label), batas=PATIENCE
    )
    assert await Riwayat.filter(aksi=intruders.ACT).count() == 0


async def test_an_officer_may_be_quicker_than_the_answer_to_the_card(
    ruang: Ruang, rina: Petugas
) -> None:
    warga = Warga(ruang.klien, BUDI, surel="")
    ask = await warga.fills_hilang()
    summary = await warga.tap(ask, "Tidak punya e-mail", "Periksa")
    await ruang.klien.putus("sendMessage", kali=2)
    await warga.tap(summary, "✅ Kirim", "Nomor Anda")
    card = await ruang.klien.tunggu(GROUP, lambda one: "Ambil" in one.label, batas=PATIENCE)
    nomor = card.teks.splitlines()[0]
    await rina.taps(card, "Ambil", f"Daftar periksa {nomor}")
    ruang.clock.forward(seconds=5)
    await ruang.klien.tunggu(
        GROUP, lambda one: one.id == card.id and "Setujui" in " ".join(one.label), batas=PATIENCE
    )
    assert [one.id for one in await ruang.klien.pesan(GROUP) if one.tombol] == [card.id]


async def test_the_second_copy_of_a_preview_loses_its_buttons(ruang: Ruang, rina: Petugas) -> None:
    warga = Warga(ruang.klien, BUDI, surel="")
    ask = await warga.fills_hilang()
    nomor = await warga.submits(await warga.tap(ask, "Tidak punya e-mail", "Periksa"))
    await rina.takes(nomor)
    await rina.ticks(nomor)
    await ruang.klien.putus("sendPhoto")
    lost = await rina.proposes(nomor)
    ruang.clock.forward(seconds=5)
    again = await rina.private("PRATINJAU", nomor, beyond=lost.id)
    await rina.presses(lost, "✅ Ya")
    await ruang.klien.tunggu(RINA, lambda one: one.id == again.id and not one.tombol)
    assert not await Outbox.exists(keadaan=KeadaanKeluar.GAGAL.value)


async def test_a_copy_that_was_left_behind_is_marked_as_old_and_accuses_nobody(
    ruang: Ruang, rina: Petugas
) -> None:
    warga = Warga(ruang.klien, BUDI, surel="")
    ask = await warga.fills_hilang()
    nomor = await warga.submits(await warga.tap(ask, "Tidak punya e-mail", "Periksa"))
    first = await rina.takes(nomor)
    await rina.ticks(nomor)
    # As if we had died twice: this message is unknown, and its card was drawn anew elsewhere.
    await Kartu.filter(pesan_id=first.id, jenis=PERIKSA).update(pesan_id=first.id + 5000)
    old = next(one for one in first.tombol[0])
    notice = await rina.presses(first, data=old.data)
    assert notice.teks == words.KARTU_BERUBAH
    await ruang.klien.tunggu(
        RINA, lambda one: one.id == first.id and one.teks == words.KARTU_LAMA, batas=PATIENCE
    )
    assert await Riwayat.filter(aksi=intruders.ACT).count() == 0
