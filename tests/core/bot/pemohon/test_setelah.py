"""What a citizen is asked and told once all is done, and before anything begins."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest

from core.bot import TelegramRoom, words, words_setelah
from core.bot.kabar import Kabar, switch
from core.bot.models import Kartu
from core.bot.penilaian import ask_if_done, totals
from core.bot.tidings import Tidings
from core.bot.turn import Turn, held
from core.permohonan import (
    Hal,
    JalanKeluar,
    Kejadian,
    Penilaian,
    Permohonan,
    ProdukBaru,
    Putusan,
    StatusProduk,
    leave_notice,
)
from core.store import new_id, riwayat, unit_of_work
from sandbox import Pesan
from tests.core.bot.pemohon.test_tiket import ticket
from tests.core.bot.ruang import BUDI, GROUP, RINA, Ruang, listening
from tests.journeys.pemain import Petugas, Warga, number_in

KK = ProdukBaru("kk", "Kartu Keluarga", JalanKeluar.EMAIL, "warga@contoh.id")
AKTA = ProdukBaru("akta", "Akta Kelahiran", JalanKeluar.EMAIL, "warga@contoh.id")


@pytest.fixture
async def room(ruang: Ruang) -> AsyncIterator[TelegramRoom]:
    async with listening(ruang) as found:
        yield found


@pytest.fixture
def warga(ruang: Ruang, room: TelegramRoom) -> Warga:
    return Warga(ruang.klien, BUDI, surel="")


async def mailed(ruang: Ruang, *produk: ProdukBaru) -> Permohonan:
    """A case that is SELESAI: every letter has left."""
    cases = ruang.alat.cases
    row = await cases.open(BUDI, layanan="kk-ganti", versi=1, isian="{}", persetujuan="x")
    filed = held(
        await cases.submit(row, "{}", desa="", produk=produk or (KK,), batas_at=ruang.clock())
    )
    taken = held(await cases.take(filed, by=1))
    case = held(await cases.approve(taken, Putusan(), by=1))
    for one in await cases.products(case.id):
        await ruang.alat.products.fix_document(one)
        await ruang.alat.products.move(one, StatusProduk.TERBIT)
        await Tidings(ruang.alat).sent(one.id, f"surat:{one.id}")
    return await Permohonan.get(id=case.id)


async def downloaded(ruang: Ruang, room: TelegramRoom, case: Permohonan, nama: str = "") -> None:
    """The site notes that documents reached a browser."""
    for one in await ruang.alat.cases.products(case.id):
        if nama in one.nama:
            await ruang.alat.products.move(one, StatusProduk.DIUNDUH)
            happened = Kejadian(Hal.DIUNDUH, one.id)
            await leave_notice(happened, f"unduh:{one.id}", now=ruang.clock())
    room.tidings.lanes.wake()
    room.wake()


async def asked(ruang: Ruang, room: TelegramRoom, warga: Warga) -> tuple[Permohonan, Pesan]:
    await warga.say("/start", "Pilih layanan")
    case = await mailed(ruang)
    await downloaded(ruang, room, case)
    return case, await warga.wait("Bagaimana layanan kami")


async def kept(case: Permohonan) -> Penilaian:
    return await Penilaian.get(id=case.id)


async def test_who_has_the_document_is_asked_and_answers_with_a_button_and_a_word(
    ruang: Ruang, room: TelegramRoom, warga: Warga
) -> None:
    case, question = await asked(ruang, room, warga)
    assert question.label == tuple(words_setelah.NILAI.values())
    more = await warga.tap(question, "Baik", "Lewati")
    await warga.say("Cepat, terima kasih", words_setelah.TERIMA_KOMENTAR)
    assert more.id > question.id
    row = await kept(case)
    said = ruang.alat.cases.book.komentar(row)
    assert (row.nilai, said) == (3, "Cepat, terima kasih")


@pytest.mark.parametrize(("typed", "nilai"), [("1", 1), ("sangat BAIK", 4), ("Kurang baik.", 2)])
async def test_a_rating_may_be_typed(
    ruang: Ruang, room: TelegramRoom, warga: Warga, typed: str, nilai: int
) -> None:
    case, _ = await asked(ruang, room, warga)
    more = await warga.say(typed, "Lewati")
    await warga.tap(more, "Lewati", words_setelah.TERIMA_NILAI)
    row = await kept(case)
    assert (row.nilai, row.komentar) == (nilai, None)
    await warga.say("halo", "Pilih layanan")


async def test_any_other_word_is_no_rating(ruang: Ruang, room: TelegramRoom, warga: Warga) -> None:
    case, _ = await asked(ruang, room, warga)
    await warga.say("halo", "Pilih layanan")
    assert (await kept(case)).nilai is None


async def test_after_a_command_a_number_means_something_else_but_the_button_still_counts(
    ruang: Ruang, room: TelegramRoom, warga: Warga
) -> None:
    case, question = await asked(ruang, room, warga)
    await warga.say("/bantuan", "Bantuan")
    sent = await ruang.klien.tulis(BUDI, "1")
    await warga.wait("Siapkan", beyond=sent.id)  # the first of the services that stand there
    assert (await kept(case)).nilai is None
    await warga.tap(question, "Baik", "Lewati")
    assert (await kept(case)).nilai == 3


async def test_a_rating_counts_before_the_question_for_it_is_noted(
    ruang: Ruang, room: TelegramRoom, warga: Warga
) -> None:
    case, question = await asked(ruang, room, warga)
    await warga.say("/bantuan", "Bantuan")  # sent once the message before it is noted
    await Kartu.filter(pesan_id=question.id).update(pesan_id=None)
    await warga.tap(question, "Baik", "Lewati")
    assert (await kept(case)).nilai == 3


async def test_a_rating_cannot_be_given_twice(
    ruang: Ruang, room: TelegramRoom, warga: Warga
) -> None:
    case, question = await asked(ruang, room, warga)
    data = {one.label: one.data for baris in question.tombol for one in baris}
    await warga.tap(question, "Tidak baik", "Lewati")
    assert (await warga.presses(question, data=data["Sangat baik"])).teks == words.TOMBOL_LAMA
    assert (await kept(case)).nilai == 1


async def test_nobody_is_asked_before_every_document_is_in_hand(
    ruang: Ruang, room: TelegramRoom, warga: Warga
) -> None:
    await warga.say("/start", "Pilih layanan")
    case = await mailed(ruang, KK, AKTA)
    assert case.status == "selesai"
    await downloaded(ruang, room, case, "Kartu")
    await warga.wait("sudah diunduh")
    assert not await Penilaian.exists(id=case.id)
    await downloaded(ruang, room, case, "Akta")
    await warga.wait("Bagaimana layanan kami")


async def test_who_wants_no_such_question_is_not_asked(
    ruang: Ruang, room: TelegramRoom, warga: Warga
) -> None:
    await warga.say("/start", "Pilih layanan")
    await switch(ruang.mint, BUDI, Kabar.NILAI, on=False)
    case = await mailed(ruang)
    await downloaded(ruang, room, case)
    await warga.wait("sudah diunduh")
    assert not await Penilaian.exists(id=case.id)


async def test_nobody_is_asked_twice(ruang: Ruang, room: TelegramRoom, warga: Warga) -> None:
    case, _ = await asked(ruang, room, warga)

    @unit_of_work
    async def again() -> None:
        await ask_if_done(ruang.alat, Turn(ruang.mint, str(new_id())), case)

    await again()
    room.wake()
    await warga.say("/bantuan", "Bantuan")
    found = [one for one in await ruang.klien.pesan(BUDI) if "Bagaimana layanan" in one.teks]
    assert len(found) == 1


async def test_who_was_served_at_the_counter_is_asked_too(
    ruang: Ruang, room: TelegramRoom, warga: Warga
) -> None:
    rina = Petugas(ruang.klien, RINA, GROUP)
    await rina.pribadi.say("/start petugas", "Halo")
    nomor = number_in(await ticket(warga))
    ruang.clock.instant = datetime.fromisoformat("2026-11-24T09:15+07:00").astimezone(UTC)
    await rina.presses(await rina.card(nomor, "Hadir"), "✅")
    question = await warga.wait("Bagaimana layanan kami")
    assert nomor in question.teks


async def test_officers_see_totals_and_words_without_names_or_numbers(
    ruang: Ruang, room: TelegramRoom, warga: Warga
) -> None:
    rina = Petugas(ruang.klien, RINA, GROUP)
    await rina.pribadi.say("/nilai", "Belum ada nilai sejak 1 November 2026")
    case, question = await asked(ruang, room, warga)
    await warga.tap(question, "Sangat baik", "Lewati")
    await warga.say("Bagus <b>", words_setelah.TERIMA_KOMENTAR)
    said = await rina.pribadi.say("/nilai", "1 penilai, rata-rata 4,0")
    assert "Bagus <b>" in said.teks
    assert case.nomor is not None
    for secret in (case.nomor, "Budi"):
        assert secret not in said.teks


async def test_what_citizens_wrote_fits_into_one_message_and_the_newest_comes_first(
    ruang: Ruang,
) -> None:
    """Telegram takes 4096 letters; one that is escaped is five."""
    book, now = ruang.alat.cases.book, ruang.clock()
    for number in range(10):
        row = new_id()
        await Penilaian.create(
            id=row,
            layanan="kk-ganti",
            warga="w",
            nilai=3,
            komentar=book.seal_komentar(row, f"{number}: {'&' * 200}"),
            ditanya_at=now,
            dinilai_at=now + timedelta(seconds=number),
        )
    text = await totals(ruang.alat)
    assert len(text) <= 3500
    assert [f"{number}: &amp;" in text for number in (9, 8, 0)] == [True, True, False]


async def test_the_office_s_survey_is_no_command_of_citizens(
    ruang: Ruang, room: TelegramRoom, warga: Warga
) -> None:
    await warga.say("/nilai", "Bantuan")


async def test_the_introduction_names_cost_and_the_version_that_is_then_on_record(
    ruang: Ruang, warga: Warga
) -> None:
    menu = await warga.say("/start", "Pilih layanan")
    intro = await warga.tap(menu, "KK hilang", "Siapkan")
    for part in ("Gratis, tanpa biaya", "/privasi", words.PRIVASI_VERSI, "menit"):
        assert part in intro.teks
    whole = await warga.say("/privasi", words.PRIVASI_VERSI)
    for part in ("Siapa:", "Untuk apa:", "Berapa lama:", "Hak Anda:", "7 hari"):
        assert part in whole.teks
    await warga.tap(intro, "Mulai", "Mengapa")
    (case,) = await ruang.alat.cases.drafts(ruang.mint.ruang(BUDI))
    (line,) = await riwayat.of(case.id)
    assert case.persetujuan == words.PRIVASI_VERSI
    assert words.PRIVASI_VERSI in line.rincian
