"""A letter that was given up: its card gets a button, and one press sends it anew (M15)."""

from collections.abc import AsyncIterator
from datetime import datetime

import pytest

from core.bot import TelegramRoom
from core.bot.petugas import words
from core.permohonan import Permohonan, Produk, StatusProduk
from core.store import new_id, riwayat, unit_of_work
from core.store.models import Outbox
from delivery.bukti_tiba import letter_key
from tests.core.bot.petugas.test_room import _filed
from tests.core.bot.ruang import AGUS, BUDI, GROUP, RINA, Ruang, listening
from tests.journeys.pemain import Petugas

AGAIN = words.KIRIM_LAGI
Lost = tuple[Petugas, Permohonan, Produk, TelegramRoom]


async def _letter(produk: Produk, now: datetime) -> None:
    """A letter that was given up."""
    await Outbox.create(
        id=new_id(),
        jenis="email",
        jalur="surat:1",
        kunci=letter_key(new_id()),
        subjek=produk.id,
        keadaan="gagal",
        sebab="sambungan 28",
        mulai_at=now,
    )


@pytest.fixture
async def issued(ruang: Ruang) -> AsyncIterator[Lost]:
    """An approved case whose link waits to be mailed."""
    async with listening(ruang) as room:
        for who in (AGUS, RINA):
            officer = Petugas(ruang.klien, who, GROUP)
            await officer.pribadi.say("/start petugas", "Halo")
        await officer.approves(await _filed(ruang))
        (case,) = await ruang.alat.cases.filed(ruang.mint.ruang(BUDI))
        (produk,) = await ruang.alat.cases.products(case.id)
        await Produk.filter(id=produk.id).update(status=StatusProduk.TERBIT.value)
        yield officer, case, await Produk.get(id=produk.id), room


async def test_m15_one_press_sends_a_given_up_letter_anew(ruang: Ruang, issued: Lost) -> None:
    officer, case, produk, room = issued
    await _letter(produk, ruang.clock())
    await unit_of_work(room.tidings.given_up)(produk.id, "tautan:x", "sambungan")
    room.wake()
    card = await officer.card(str(case.nomor), AGAIN)
    toast = await officer.presses(card, AGAIN)
    assert "Tercatat" in toast.teks
    assert ruang.issuing.mailed_again == [produk.id]
    assert [one.aksi for one in await riwayat.of(case.id)][-1] == "surat_lagi"


async def test_a_press_on_an_old_card_sends_nothing(ruang: Ruang, issued: Lost) -> None:
    officer, case, produk, room = issued
    await _letter(produk, ruang.clock())
    await unit_of_work(room.tidings.given_up)(produk.id, "tautan:x", "sambungan")
    room.wake()
    card = await officer.card(str(case.nomor), AGAIN)
    await Outbox.filter(subjek=produk.id, jenis="email").update(keadaan="antre", muatan=b"x")
    toast = await officer.presses(card, AGAIN)
    assert "Tercatat" not in toast.teks
    assert ruang.issuing.mailed_again == []
