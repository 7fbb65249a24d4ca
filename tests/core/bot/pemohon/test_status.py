"""Where a case stands, its way, its link, and withdrawing it. The clock is held."""

from collections.abc import AsyncIterator

import pytest

from core.bot import words, words_setelah
from core.bot.pemohon import status
from core.bot.turn import held
from core.dialog import Draft, start
from core.permohonan import JalanKeluar, Permohonan, ProdukBaru, Putusan, StatusProduk
from core.store import riwayat
from tests.core.bot.ruang import BUDI, GROUP, RINA, TAMU, Ruang, listening
from tests.journeys.pemain import Petugas, Warga

KK = ProdukBaru("kk", "Kartu Keluarga", JalanKeluar.EMAIL, "warga@contoh.id")


@pytest.fixture
async def warga(ruang: Ruang) -> AsyncIterator[Warga]:
    """A citizen, while the room listens."""
    async with listening(ruang):
        yield Warga(ruang.klien, BUDI, surel="")


def first_draft(ruang: Ruang) -> Draft:
    service = ruang.alat.katalog.layanan["kk-ganti"]
    konteks = ruang.alat.konteks()
    return start(service.rencana, "kk-ganti", service.layanan.versi, konteks).draft


async def filed(ruang: Ruang) -> Permohonan:
    cases, draft = ruang.alat.cases, first_draft(ruang).dump()
    versi = ruang.alat.katalog.layanan["kk-ganti"].layanan.versi
    row = await cases.open(BUDI, layanan="kk-ganti", versi=versi, isian=draft, persetujuan="x")
    due = ruang.alat.kantor.tenggat("kk-ganti", ruang.clock())
    return held(await cases.submit(row, draft, desa="", produk=(KK,), batas_at=due))


async def fresh(case: Permohonan) -> Permohonan:
    return await Permohonan.get(id=case.id)


async def test_the_way_of_a_case_is_told_in_the_citizen_s_words_without_officers(
    ruang: Ruang, warga: Warga
) -> None:
    case, cases = await filed(ruang), ruang.alat.cases
    ruang.clock.forward(hours=1)
    taken = held(await cases.take(case, by=RINA))
    putusan = Putusan(perbaikan={"alasan": "Alasannya belum jelas"})
    ruang.clock.forward(hours=1)
    back = held(await cases.send_back(taken, cases.book.isian(taken), putusan, by=RINA))
    ruang.clock.forward(hours=1)
    again = held(
        await cases.submit(
            back, cases.book.isian(back), desa="", produk=(KK,), batas_at=ruang.clock()
        )
    )
    ruang.clock.forward(hours=1)
    taken = held(await cases.take(again, by=RINA))
    held(await cases.approve(taken, Putusan(), by=RINA))
    (produk,) = await cases.products(case.id)
    await ruang.alat.products.move(produk, StatusProduk.TERBIT)
    said = await warga.say("/status", "Permohonan Anda")
    for line in (
        "• 23 November, 10.00 – Anda mengirim permohonan",
        "• 23 November, 12.00 – Diminta diperbaiki",
        "• 23 November, 13.00 – Anda mengirim perbaikan",
        "• 23 November, 14.00 – Mulai diperiksa petugas",
        "• 23 November, 14.00 – Disetujui",
        "• 23 November, 14.00 – Kartu Keluarga terbit",
    ):
        assert line in said.teks
    assert "Rina" not in said.teks
    assert "• 23 November, 11.00" not in said.teks, "who took it first does not matter any more"
    assert not said.label, "approved: nothing to withdraw"


async def test_what_is_to_be_mended_is_said_with_the_question_s_name(
    ruang: Ruang, warga: Warga
) -> None:
    cases = ruang.alat.cases
    taken = held(await cases.take(await filed(ruang), by=RINA))
    putusan = Putusan(perbaikan={"alasan": "Belum jelas"})
    held(await cases.send_back(taken, cases.book.isian(taken), putusan, by=RINA))
    said = await warga.say("/status", "Diminta diperbaiki")
    assert "Belum jelas" in said.teks
    assert said.label == (words.LANJUTKAN, words_setelah.TARIK)


async def test_of_several_cases_each_can_be_looked_at(ruang: Ruang, warga: Warga) -> None:
    one, two = await filed(ruang), await filed(ruang)
    said = await warga.say("/status", words_setelah.LIHAT_SATU)
    assert said.label == (two.nomor, one.nomor)
    assert one.nomor is not None
    shown = await warga.tap(said, one.nomor, "Anda mengirim permohonan")
    assert two.nomor is not None
    assert two.nomor not in shown.teks


async def test_the_link_of_a_case_shows_it_to_its_citizen(ruang: Ruang, warga: Warga) -> None:
    case = await filed(ruang)
    await filed(ruang)
    payload = status.link(ruang.alat, case).partition("start=")[2]
    assert 0 < len(payload) <= 64
    sent = await ruang.klien.mulai(BUDI, payload)
    said = await warga.wait("Anda mengirim permohonan", beyond=sent.id)
    assert case.nomor is not None
    assert case.nomor in said.teks


async def test_a_stranger_with_the_link_sees_what_every_stranger_sees(
    ruang: Ruang, warga: Warga
) -> None:
    case = await filed(ruang)
    payload = status.link(ruang.alat, case).partition("start=")[2]
    stranger = Warga(ruang.klien, (await ruang.klien.orang("Orang lain")).id, surel="")
    plain = await ruang.klien.mulai(stranger.who)
    standing = await stranger.wait("Selamat datang", beyond=plain.id)
    sent = await ruang.klien.mulai(stranger.who, payload)
    offer = await stranger.wait("Selamat datang", beyond=sent.id)
    assert (offer.teks, offer.label) == (standing.teks, standing.label)
    told = [one.teks for one in await ruang.klien.pesan(stranger.who) if one.dari_bot]
    assert not any(case.nomor in one for one in told if case.nomor)


async def test_a_case_is_withdrawn_after_one_question(ruang: Ruang, warga: Warga) -> None:
    case = await filed(ruang)
    said = await warga.say("/status", "Permohonan Anda")
    sure = await warga.tap(said, words_setelah.TARIK, "tidak memprosesnya")
    assert (await fresh(case)).status == "diajukan"
    await warga.tap(sure, words_setelah.YA_TARIK, "sudah dibatalkan")
    gone = await fresh(case)
    assert (gone.status, ruang.alat.cases.book.isian(gone)) == ("dibatalkan", "{}")


async def test_who_thinks_again_keeps_the_case(ruang: Ruang, warga: Warga) -> None:
    case = await filed(ruang)
    said = await warga.say("/status", "Permohonan Anda")
    sure = await warga.tap(said, words_setelah.TARIK, "tidak memprosesnya")
    await warga.tap(sure, words_setelah.TIDAK_TARIK, "tetap diproses")
    assert (await fresh(case)).status == "diajukan"


async def test_the_officer_who_examines_it_is_told_and_his_buttons_go(
    ruang: Ruang, warga: Warga
) -> None:
    rina = Petugas(ruang.klien, RINA, GROUP)
    await rina.pribadi.say("/start petugas", "Halo")
    case = await filed(ruang)
    held(await ruang.alat.cases.take(case, by=RINA))
    said = await warga.say("/status", "Sedang diperiksa")
    sure = await warga.tap(said, words_setelah.TARIK, "tidak memprosesnya")
    await warga.tap(sure, words_setelah.YA_TARIK, "sudah dibatalkan")
    assert case.nomor is not None
    await rina.private(case.nomor, "dibatalkan pemohonnya")
    card = await rina.card(case.nomor, "Dibatalkan pemohon")
    assert not card.label


async def test_what_was_approved_meanwhile_is_not_withdrawn(ruang: Ruang, warga: Warga) -> None:
    cases = ruang.alat.cases
    taken = held(await cases.take(await filed(ruang), by=RINA))
    said = await warga.say("/status", "Sedang diperiksa")
    sure = await warga.tap(said, words_setelah.TARIK, "tidak memprosesnya")
    held(await cases.approve(taken, Putusan(), by=RINA))
    await warga.tap(sure, words_setelah.YA_TARIK, "tidak dapat dibatalkan lagi")
    assert (await fresh(taken)).status == "disetujui"


async def test_withdrawing_one_case_asks_the_question_of_another_draft_again(
    ruang: Ruang, warga: Warga
) -> None:
    await filed(ruang)
    question = await warga.opens("KK hilang", first="Mengapa")
    said = await warga.say("/status", "Permohonan Anda")
    await warga.wait("Mengapa", beyond=question.id)
    sure = await warga.tap(said, words_setelah.TARIK, "tidak memprosesnya")
    await warga.tap(sure, words_setelah.YA_TARIK, "Mengapa")


async def test_nobody_looks_at_or_withdraws_the_case_of_another(
    ruang: Ruang, warga: Warga
) -> None:
    case = await filed(ruang)
    ref = status.link(ruang.alat, case).partition(status.LINK)[2]
    other = Warga(ruang.klien, TAMU, surel="")
    menu = await other.say("/start", "Pilih layanan")
    for act in ("lihat", "tarik", "yatarik", "nilai", "lewati", "terus", "buang"):
        await other.presses(menu, data=f"m1.{act}.{ref}")
    assert (await fresh(case)).status == "diajukan"
    assert "dibatalkan" not in [one.aksi for one in await riwayat.of(case.id)]
