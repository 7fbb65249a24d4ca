"""Several documents of one case at the counter: each is named, and nothing is mixed up."""

from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest

from core.bot import TelegramRoom
from core.permohonan import JalanKeluar, Permohonan, Produk, StatusProduk
from core.store import new_id, unit_of_work
from tests.core.bot.petugas.test_room import _filed
from tests.core.bot.ruang import AGUS, BUDI, GROUP, RINA, Ruang, listening
from tests.journeys.pemain import Petugas, Warga

P = StatusProduk


@dataclass(frozen=True)
class Loket:
    """An approved case with three documents, all collected."""

    ruang: Ruang
    room: TelegramRoom
    rina: Petugas
    case: Permohonan

    async def products(self) -> list[Produk]:
        return list(await self.ruang.alat.cases.products(self.case.id))

    async def states(self) -> list[str]:
        return [str(one.status) for one in await self.products()]

    async def move(self, jenis: str, *roads: StatusProduk) -> None:
        """Move a document along, and let the card show it."""
        for road in roads:
            (produk,) = [one for one in await self.products() if one.jenis == jenis]
            assert await self.ruang.alat.products.move(produk, road)
        tell = unit_of_work(self.room.tidings.issued_for_collection)
        await tell(self.case, Produk(id=new_id(), nama=jenis, jenis=jenis))
        self.room.wake()

    async def card(self, label: str) -> list[str]:
        """Return the labels of the group's card, once it shows one of them."""
        return list((await self.rina.card(str(self.case.nomor), label)).label)


@pytest.fixture
async def loket(ruang: Ruang) -> AsyncIterator[Loket]:
    async with listening(ruang) as room:
        for who in (AGUS, RINA):
            rina = Petugas(ruang.klien, who, GROUP)
            await rina.pribadi.say("/start petugas", "Halo")
        nomor = await _filed(ruang)
        await rina.approves(nomor)
        (case,) = await ruang.alat.cases.filed(ruang.mint.ruang(BUDI))
        for order, (jenis, nama) in enumerate((("akta", "Akta"), ("kia", "KIA")), 1):
            await Produk.create(
                id=new_id(),
                permohonan_id=case.id,
                urutan=order,
                jenis=jenis,
                nama=nama,
                status=P.MENUNGGU.value,
                jalan=JalanKeluar.AMBIL.value,
                diubah_at=ruang.clock(),
            )
        for produk in await ruang.alat.cases.products(case.id):
            await ruang.alat.products.fix_document(produk)
        yield Loket(ruang, room, rina, case)


async def test_every_button_and_line_says_which_document_it_means(loket: Loket) -> None:
    await loket.move("akta", P.SIAP_DICETAK)
    await loket.move("kia", P.SIAP_DICETAK, P.DICETAK)
    labels = await loket.card("Siap diambil: KIA")
    assert labels == ["🖨 Kode cetak: Akta", "📦 Siap diambil: KIA", "🖨 Kode cetak: KIA"]
    text = (await loket.rina.card(str(loket.case.nomor), "Siap diambil: KIA")).teks
    assert "Siap dicetak di loket: Akta" in text
    assert "Sudah dicetak: KIA" in text


async def test_a_press_is_for_the_document_on_the_button(loket: Loket) -> None:
    await loket.move("akta", P.SIAP_DICETAK, P.DICETAK)
    await loket.move("kia", P.SIAP_DICETAK, P.DICETAK)
    card = await loket.rina.card(str(loket.case.nomor), "Siap diambil: KIA")
    await loket.rina.taps(card, "🖨 Kode cetak: KIA", "Kode cetak", "KIA")
    await loket.rina.presses(card, "📦 Siap diambil: KIA")
    assert await loket.states() == ["menunggu", "dicetak", "siap_diambil"]


async def test_one_hand_over_is_for_what_lay_ready_when_it_began(loket: Loket) -> None:
    ready = (P.SIAP_DICETAK, P.DICETAK, P.SIAP_DIAMBIL)
    await loket.move("akta", *ready)
    await loket.move("kia", *ready)
    card = await loket.rina.card(str(loket.case.nomor), "Siap diambil: KIA")
    assert list(card.label) == ["🤝 Diserahkan"]
    await loket.rina.taps(card, "🤝", "Tulis nama", "Akta, KIA")
    await loket.move("kk", *ready)
    await loket.rina.pribadi.say("Siti Aminah, KTP-el, istri", "tercatat")
    assert await loket.states() == ["siap_diambil", "diserahkan", "diserahkan"]
    warga = Warga(loket.ruang.klien, BUDI, surel="")
    told = await warga.wait("sudah diserahkan", after=0)
    assert "Akta, KIA" in told.teks


async def test_the_citizen_sees_a_line_for_each_document(loket: Loket) -> None:
    await loket.move("akta", P.SIAP_DICETAK)
    warga = Warga(loket.ruang.klien, BUDI, surel="")
    said = await warga.say("/status", "Akta: sedang dicetak di kantor")
    assert "Kartu Keluarga: sedang disiapkan" in said.teks
    assert "KIA: sedang disiapkan" in said.teks
