"""U41 to U44: a citizen who blocks us, Telegram's limits, edits, a plugin that is broken."""

import asyncio
from dataclasses import replace
from typing import Any

from telegram import Update

from core.bot import talks
from core.bot.dispatch import Dispatcher
from core.bot.pemohon.filing import Filing
from core.bot.pemohon.room import CitizenRoom
from core.bot.petugas.room import OfficerRoom
from core.bot.turn import Turn
from core.dialog import Draft
from core.permohonan import StatusPermohonan
from core.registry import Katalog
from core.store import JenisKeluar, new_id, outbox, unit_of_work
from tests.core.bot.bangku import Bench
from tests.core.bot.ruang import BUDI, GROUP, Ruang
from tests.journeys.pemain import BUDI as DIRI
from tests.journeys.pemain import Warga


async def hears(ruang: Ruang, kind: str, value: dict[str, Any]) -> None:
    """Handle an update as the intake would."""
    citizens = CitizenRoom(ruang.alat, Filing(ruang.alat))
    hall = Dispatcher(ruang.alat, citizens, OfficerRoom(ruang.alat))
    update = Update.de_json({"update_id": 1, kind: value}, ruang.bot)
    assert update is not None
    act = await hall.plan(update)

    @unit_of_work
    async def commit() -> None:
        await act(Turn(ruang.mint, str(new_id())))

    await commit()


def text(words: str) -> dict[str, Any]:
    return {
        "message_id": 900,
        "date": 1_790_000_000,
        "chat": {"id": BUDI, "type": "private"},
        "from": {"id": BUDI, "is_bot": False, "first_name": "Budi"},
        "text": words,
    }


async def at_name(warga: Warga) -> None:
    first = await warga.opens("KK hilang", first="Mengapa")
    await warga.tap(first, "KK hilang", "Kartu Keluarga")
    await warga.say(DIRI.nomor_kk, "nama lengkap")


async def test_u41_a_citizen_who_blocks_us_leaves_the_case_untouched_and_the_officer_sees_it(
    ruang: Ruang, warga: Warga
) -> None:
    ask = await warga.fills_hilang()
    nomor = await warga.submits(await warga.tap(ask, "Tidak punya e-mail", "Periksa"))
    await ruang.klien.tunggu(GROUP, lambda one: nomor in one.teks, batas=30)
    await ruang.klien.blokir(BUDI)
    await ruang.klien.tunggu(
        GROUP, lambda one: nomor in one.teks and "memblokir bot" in one.teks, batas=30
    )
    (case,) = await ruang.alat.cases.filed(ruang.mint.ruang(BUDI))
    assert case.status == StatusPermohonan.DIAJUKAN


async def test_u41_a_message_to_who_has_blocked_us_is_closed_and_tried_no_more(
    bench: Bench,
) -> None:
    await talks.meet(bench.ruang.mint, BUDI)
    await bench.ruang.klien.mulai(BUDI)
    await bench.ruang.klien.blokir(BUDI)
    await bench.say("kabar", to=BUDI)
    await bench.tries("sendMessage", 403)
    async with asyncio.timeout(30):
        while not bench.blocked:  # noqa: ASYNC110 (the report tells nobody)
            await asyncio.sleep(0.01)
    bench.ruang.clock.forward(days=1)
    await bench.quiet()
    assert await bench.count("sendMessage", 403) == 1
    assert bench.blocked == [bench.ruang.mint.ruang(BUDI)]
    now = bench.ruang.clock()
    assert await outbox.next_due(JenisKeluar.TELEGRAM, now=now, busy=()) is None


async def test_u42_a_429_delays_and_keeps_the_order(bench: Bench) -> None:
    await bench.ruang.klien.ganggu("sendMessage", 429, tunda=30)
    await bench.say("satu", "dua", "tiga")
    await bench.quiet()
    assert await bench.heard() == []
    bench.ruang.clock.forward(seconds=31)
    assert await bench.hears(3) == ["satu", "dua", "tiga"]


async def test_u43_edited_message_corrects_its_own_answer_only(ruang: Ruang, warga: Warga) -> None:
    first = await warga.opens("KK hilang", first="Mengapa")
    await warga.tap(first, "KK hilang", "Kartu Keluarga")
    sent = await ruang.klien.tulis(BUDI, "3319990108160009")
    await warga.wait("nama lengkap", beyond=sent.id)
    changed = await ruang.klien.ubah(BUDI, sent, DIRI.nomor_kk)
    again = await warga.wait("mengubah jawaban", after=changed.rev)
    assert "nama lengkap" in again.teks
    (draft,) = await ruang.alat.cases.drafts(ruang.mint.ruang(BUDI))
    answers = Draft.load(ruang.alat.cases.book.isian(draft)).jawaban
    assert answers["nomor_kk"] == DIRI.nomor_kk
    assert "nama" not in answers
    await warga.say(DIRI.nama, "anggal lahir")


async def test_u43_an_edit_that_can_correct_nothing_says_what_to_do(
    ruang: Ruang, warga: Warga
) -> None:
    hello = await ruang.klien.mulai(BUDI)
    await warga.wait("Pilih layanan")
    changed = await ruang.klien.ubah(BUDI, hello, "/start kk-ganti")
    await warga.wait("tidak mengubah apa pun", after=changed.rev)


async def test_u44_with_a_broken_plugin_the_others_work_and_its_citizens_are_told(
    ruang: Ruang, warga: Warga
) -> None:
    await at_name(warga)
    whole = ruang.alat.katalog.layanan
    rest = {kode: one for kode, one in whole.items() if kode != "kk-ganti"}
    assert rest
    ruang.alat = replace(ruang.alat, katalog=Katalog(rest, ()))
    await hears(ruang, "message", text(DIRI.nama))
    await warga.wait("sedang ada gangguan")
    (draft,) = await ruang.alat.cases.drafts(ruang.mint.ruang(BUDI))
    assert "nama" not in Draft.load(ruang.alat.cases.book.isian(draft)).jawaban
    await hears(ruang, "message", text("/start kk-baru"))
    await warga.wait("Simpan dulu")
    await hears(ruang, "message", text("/start"))
    await warga.wait("belum selesai")
