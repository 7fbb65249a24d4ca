"""Reminders and removals with the clock held (U40). It says Monday 23 November 2026, 10.00 WIB."""

import asyncio
from collections.abc import AsyncIterator, Collection
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from core.bot import TelegramRoom, isian_diam, words, words_setelah
from core.bot.isian_diam import IsianDiam
from core.bot.kabar import Kabar, switch
from core.bot.keyboard import Rows
from core.bot.models import Kartu, Percakapan
from core.bot.pemohon.ask import offer
from core.bot.pemohon.filing import Filing
from core.bot.turn import Turn, held
from core.kantor import AturanIsian
from core.permohonan import Permohonan, Putusan, silence
from core.store import new_id, riwayat, unit_of_work
from sandbox import Pesan
from tests.core.bot.ruang import BUDI, RINA, PapersThatAreFine, Ruang, listening
from tests.journeys.pemain import Warga


@pytest.fixture
async def room(ruang: Ruang) -> AsyncIterator[TelegramRoom]:
    async with listening(ruang) as found:
        yield found


@pytest.fixture
def warga(ruang: Ruang, room: TelegramRoom) -> Warga:
    return Warga(ruang.klien, BUDI, surel="")


async def begun(ruang: Ruang, warga: Warga) -> Permohonan:
    """A draft with its first question asked."""
    await warga.opens("KK hilang", first="Mengapa")
    return (await ruang.alat.cases.drafts(ruang.mint.ruang(BUDI)))[0]


async def older(ruang: Ruang, layanan: str = "kk-ganti") -> list[Permohonan]:
    """Three drafts of others, a day older than what begins now: more than a batch."""
    cases, now = ruang.alat.cases, ruang.clock.instant
    ruang.clock.instant = now - timedelta(days=1)
    begun = [
        await cases.open(BUDI + one, layanan=layanan, versi=1, isian="{}", persetujuan="x")
        for one in (1, 2, 3)
    ]
    ruang.clock.instant = now
    return begun


async def sent_back(ruang: Ruang, draft: Permohonan) -> Permohonan:
    """The same, filed and sent back by Rina, as the clock stands."""
    cases = ruang.alat.cases
    isian = cases.book.isian(draft)
    filed = held(await cases.submit(draft, isian, desa="", produk=(), batas_at=ruang.clock()))
    taken = held(await cases.take(filed, by=RINA))
    return held(await cases.send_back(taken, isian, Putusan(), by=RINA))


async def looks(ruang: Ruang, room: TelegramRoom, jam: str) -> None:
    """Let the clock's round come at a moment of the office's clock."""
    ruang.clock.instant = datetime.fromisoformat(f"{jam}+07:00").astimezone(UTC)
    await room.silent.look()
    room.wake()


async def fresh(case: Permohonan) -> Permohonan:
    return await Permohonan.get(id=case.id)


async def acts(case: Permohonan) -> list[str]:
    return [one.aksi for one in await riwayat.of(case.id)]


async def heard(ruang: Ruang, part: str) -> list[Pesan]:
    return [one for one in await ruang.klien.pesan(BUDI) if one.dari_bot and part in one.teks]


async def test_after_a_day_of_silence_one_reminder_comes_and_no_second(
    ruang: Ruang, room: TelegramRoom, warga: Warga
) -> None:
    case = await begun(ruang, warga)
    await looks(ruang, room, "2026-11-24T09:59")
    assert "diingatkan" not in await acts(case)
    for jam in ("24T10:17", "24T11:17", "25T10:17", "28T10:17"):
        await looks(ruang, room, f"2026-11-{jam}")
    told = await warga.wait("belum selesai")
    assert "30 November 2026" in told.teks
    assert told.label == (words_setelah.INGAT_LANJUT, words_setelah.INGAT_HAPUS)
    assert (await acts(case)).count("diingatkan") == 1
    assert len(await heard(ruang, "⏰")) == 1


async def test_what_falls_due_at_night_is_said_in_the_morning(
    ruang: Ruang, room: TelegramRoom, warga: Warga
) -> None:
    case = await begun(ruang, warga)
    for jam in ("24T20:17", "25T02:17", "25T07:17"):
        await looks(ruang, room, f"2026-11-{jam}")
    assert "diingatkan" not in await acts(case)
    await looks(ruang, room, "2026-11-25T08:17")
    assert "diingatkan" in await acts(case)


async def test_sunday_is_a_day_like_another(
    ruang: Ruang, room: TelegramRoom, warga: Warga
) -> None:
    ruang.clock.instant = datetime.fromisoformat("2026-11-28T09:00+07:00").astimezone(UTC)
    case = await begun(ruang, warga)
    await looks(ruang, room, "2026-11-29T09:17")
    assert "diingatkan" in await acts(case)


async def test_an_answer_in_time_is_not_answered_with_a_reminder(
    ruang: Ruang, room: TelegramRoom, warga: Warga
) -> None:
    case = await begun(ruang, warga)
    ruang.clock.instant = datetime.fromisoformat("2026-11-24T09:00+07:00").astimezone(UTC)
    await warga.say("KK hilang", "Kartu Keluarga")
    await looks(ruang, room, "2026-11-24T10:17")
    assert "diingatkan" not in await acts(case)


async def test_go_on_asks_the_present_question(
    ruang: Ruang, room: TelegramRoom, warga: Warga
) -> None:
    await begun(ruang, warga)
    await looks(ruang, room, "2026-11-24T10:17")
    told = await warga.wait("belum selesai")
    await warga.tap(told, "Lanjutkan", "Mengapa")
    await warga.say("KK hilang", "Kartu Keluarga")


async def test_who_just_types_his_answer_goes_on_too(
    ruang: Ruang, room: TelegramRoom, warga: Warga
) -> None:
    await begun(ruang, warga)
    await looks(ruang, room, "2026-11-24T10:17")
    told = await warga.wait("belum selesai")
    await warga.say("KK hilang", "Kartu Keluarga")
    await warga.settles()
    assert (await warga.presses(told, data="m1.terus.00000000")).teks == words.TOMBOL_LAMA


async def test_remove_asks_once_and_removes(
    ruang: Ruang, room: TelegramRoom, warga: Warga
) -> None:
    case = await begun(ruang, warga)
    await looks(ruang, room, "2026-11-24T10:17")
    told = await warga.wait("belum selesai")
    sure = await warga.tap(told, "Hapus", "beserta foto")
    assert (await fresh(case)).status == "draf"
    await warga.tap(sure, "Ya, hapus", "dihapus")
    assert (await fresh(case)).status == "dibatalkan"


async def test_a_case_that_was_sent_back_has_a_sentence_of_its_own_and_stays(
    ruang: Ruang, room: TelegramRoom, warga: Warga
) -> None:
    case = await sent_back(ruang, await begun(ruang, warga))
    await looks(ruang, room, "2026-11-24T10:17")
    told = await warga.wait("menunggu perbaikan")
    assert case.nomor is not None
    assert case.nomor in told.teks
    assert told.label == (words_setelah.INGAT_LANJUT, words_setelah.TARIK)
    await looks(ruang, room, "2027-02-24T10:17")
    assert (await fresh(case)).status == "perlu_perbaikan"


async def test_who_wants_no_reminder_gets_none_and_the_draft_still_goes_with_a_word(
    ruang: Ruang, room: TelegramRoom, warga: Warga
) -> None:
    case = await begun(ruang, warga)
    await switch(ruang.mint, BUDI, Kabar.ISIAN, on=False)
    await looks(ruang, room, "2026-11-24T10:17")
    assert "diingatkan" not in await acts(case)
    await looks(ruang, room, "2026-12-01T10:17")
    await warga.wait("7 hari")
    assert await heard(ruang, "⏰") == []


async def test_what_the_office_waits_for_is_said_to_him_too(
    ruang: Ruang, room: TelegramRoom, warga: Warga
) -> None:
    await sent_back(ruang, await begun(ruang, warga))
    await switch(ruang.mint, BUDI, Kabar.ISIAN, on=False)
    await looks(ruang, room, "2026-11-24T10:17")
    await warga.wait("menunggu perbaikan")


async def test_a_reminder_leaves_the_question_of_another_draft_alone(
    ruang: Ruang, room: TelegramRoom, warga: Warga
) -> None:
    case = await begun(ruang, warga)
    await Percakapan.filter(ruang=ruang.mint.ruang(BUDI)).update(aktif=new_id())
    before = await Percakapan.get(ruang=ruang.mint.ruang(BUDI))
    await looks(ruang, room, "2026-11-24T10:17")
    told = await warga.wait("belum selesai")
    assert (await Percakapan.get(ruang=before.ruang)).tanya == before.tanya
    await warga.tap(told, "Lanjutkan", "Mengapa")
    assert (await Percakapan.get(ruang=before.ruang)).aktif == case.id


async def test_of_two_replicas_one_reminds(ruang: Ruang, room: TelegramRoom, warga: Warga) -> None:
    case = await begun(ruang, warga)
    ruang.clock.instant = datetime.fromisoformat("2026-11-24T10:17+07:00").astimezone(UTC)
    await asyncio.gather(*[IsianDiam(ruang.alat).look() for _ in range(4)])
    room.wake()
    await warga.wait("belum selesai")
    assert (await acts(case)).count("diingatkan") == 1
    assert len(await heard(ruang, "⏰")) == 1


async def test_mark_and_message_are_written_together_or_not_at_all(
    ruang: Ruang, room: TelegramRoom, warga: Warga, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = await begun(ruang, warga)

    async def dies(*_: object) -> None:
        raise RuntimeError("killed between the mark and the message")

    with monkeypatch.context() as broken:
        broken.setattr(isian_diam, "offer", dies)
        await looks(ruang, room, "2026-11-24T10:17")
    assert (await fresh(case)).diingatkan_at is None
    await looks(ruang, room, "2026-11-24T11:17")
    await warga.wait("belum selesai")
    assert (await acts(case)).count("diingatkan") == 1


async def test_who_has_blocked_the_bot_is_not_reminded_and_hears_nothing_of_it_later(
    ruang: Ruang, room: TelegramRoom, warga: Warga
) -> None:
    case = await begun(ruang, warga)
    await Percakapan.filter(ruang=ruang.mint.ruang(BUDI)).update(diblokir=True)
    await looks(ruang, room, "2026-11-24T10:17")
    assert "diingatkan" not in await acts(case)
    await Percakapan.filter(ruang=ruang.mint.ruang(BUDI)).update(diblokir=False)
    await looks(ruang, room, "2026-11-24T11:17")
    assert "diingatkan" not in await acts(case)


async def test_after_a_week_the_draft_goes_with_its_papers_and_its_citizen_is_told(
    ruang: Ruang, room: TelegramRoom, warga: Warga
) -> None:
    case = await begun(ruang, warga)
    papers = ruang.alat.papers
    assert isinstance(papers, PapersThatAreFine)
    papers.wanted = {new_id()}
    await looks(ruang, room, "2026-11-24T10:17")
    await looks(ruang, room, "2026-11-30T09:17")
    assert (await fresh(case)).status == "draf"
    for jam in ("10:17", "11:17"):
        await looks(ruang, room, f"2026-11-30T{jam}")
    await warga.wait("7 hari tidak dilanjutkan")
    assert len(await heard(ruang, "tidak dilanjutkan. Anda")) == 1
    gone = await fresh(case)
    assert (gone.status, ruang.alat.cases.book.isian(gone)) == ("kedaluwarsa", "{}")
    assert papers.wanted == set()
    await warga.say("halo", "Pilih layanan")


async def test_nobody_loses_a_draft_on_the_day_of_the_reminder(
    ruang: Ruang, room: TelegramRoom, warga: Warga
) -> None:
    """The process stood still for a month."""
    case = await begun(ruang, warga)
    await looks(ruang, room, "2026-12-23T10:17")
    told = await warga.wait("belum selesai")
    assert "24 Desember 2026" in told.teks
    await looks(ruang, room, "2026-12-24T10:16")
    assert (await fresh(case)).status == "draf"
    await looks(ruang, room, "2026-12-24T10:17")
    assert (await fresh(case)).status == "kedaluwarsa"


@pytest.mark.parametrize(
    ("rule", "reminded", "status"),
    [
        (AturanIsian(ingatkan_jam=0, hapus_hari=0), False, "draf"),
        (AturanIsian(ingatkan_jam=0, hapus_hari=3), False, "kedaluwarsa"),
        (AturanIsian(ingatkan_jam=48, hapus_hari=0), True, "draf"),
    ],
)
async def test_the_office_says_when_and_whether(
    ruang: Ruang, rule: AturanIsian, reminded: bool, status: str, warga: Warga
) -> None:
    case = await begun(ruang, warga)
    kantor = ruang.alat.kantor.model_copy(update={"isian": rule})
    clock = IsianDiam(replace(ruang.alat, kantor=kantor))
    for _ in range(20):
        ruang.clock.instant += timedelta(hours=24)
        await clock.look()
    assert ("diingatkan" in await acts(case)) is reminded
    assert (await fresh(case)).status == status


async def test_drafts_of_a_service_that_is_not_loaded_keep_no_other_from_its_reminder(
    ruang: Ruang, room: TelegramRoom, warga: Warga, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(silence, "_BATCH", 2)
    orphans = await older(ruang, "tiada")
    case = await begun(ruang, warga)
    await looks(ruang, room, "2026-11-24T10:17")
    assert "diingatkan" in await acts(case)
    assert [(await fresh(one)).diingatkan_at for one in orphans] == [None] * 3


async def test_drafts_whose_reminder_fails_keep_no_other_from_its_own(
    ruang: Ruang, room: TelegramRoom, warga: Warga, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(silence, "_BATCH", 2)
    broken = {one.id for one in await older(ruang)}
    case = await begun(ruang, warga)

    async def dies(
        turn: Turn, chat_id: int, text: str, rows: Rows, case: Permohonan | None = None
    ) -> None:
        assert case is not None
        assert case.id not in broken
        await offer(turn, chat_id, text, rows, case)

    monkeypatch.setattr(isian_diam, "offer", dies)
    await looks(ruang, room, "2026-11-24T10:17")
    assert "diingatkan" in await acts(case)


async def test_drafts_whose_removal_fails_keep_no_other_from_its_own(
    ruang: Ruang, room: TelegramRoom, warga: Warga, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(silence, "_BATCH", 2)
    broken = {one.id for one in await older(ruang)}
    case = await begun(ruang, warga)

    async def dies(case_id: UUID, wanted: Collection[UUID]) -> None:
        assert case_id not in broken

    monkeypatch.setattr(ruang.alat.papers, "keep_only", dies)
    await Permohonan.all().update(diingatkan_at=ruang.clock())
    await looks(ruang, room, "2026-11-30T10:17")
    assert (await fresh(case)).status == "kedaluwarsa"


async def test_a_draft_waits_for_a_service_that_is_not_loaded_however_long_it_takes(
    ruang: Ruang, room: TelegramRoom, warga: Warga
) -> None:
    """U44."""
    case = await begun(ruang, warga)
    await looks(ruang, room, "2026-11-24T10:17")
    await Permohonan.filter(id=case.id).update(layanan="tiada")
    await looks(ruang, room, "2027-02-24T10:17")
    assert (await fresh(case)).status == "draf"


async def test_who_went_on_after_a_reminder_is_warned_anew_before_his_draft_goes(
    ruang: Ruang, room: TelegramRoom, warga: Warga
) -> None:
    case = await begun(ruang, warga)
    await looks(ruang, room, "2026-11-24T10:17")
    await warga.wait("30 November 2026")
    ruang.clock.instant += timedelta(days=1)
    await warga.say("KK hilang", "Kartu Keluarga")
    await looks(ruang, room, "2026-12-02T10:18")
    assert (await fresh(case)).status == "draf"
    await warga.wait("3 Desember 2026")
    await looks(ruang, room, "2026-12-03T10:17")
    assert len(await heard(ruang, "⏰")) == 2
    await looks(ruang, room, "2026-12-03T10:18")
    assert (await fresh(case)).status == "kedaluwarsa"


async def gives_up(ruang: Ruang, case: Permohonan) -> None:
    @unit_of_work
    async def act() -> None:
        turn = Turn(ruang.mint, str(new_id()))
        await Filing(ruang.alat).give_up(turn, BUDI, await fresh(case))

    await act()


async def test_who_gives_up_one_draft_stays_with_the_other_that_he_fills_in(
    ruang: Ruang, warga: Warga
) -> None:
    case, other = await begun(ruang, warga), new_id()
    await Percakapan.filter(ruang=ruang.mint.ruang(BUDI)).update(aktif=other)
    await gives_up(ruang, case)
    assert (await Percakapan.get(ruang=ruang.mint.ruang(BUDI))).aktif == other


async def test_who_gives_up_the_draft_that_he_fills_in_is_with_none(
    ruang: Ruang, warga: Warga
) -> None:
    case = await begun(ruang, warga)
    await gives_up(ruang, case)
    assert (await Percakapan.get(ruang=ruang.mint.ruang(BUDI))).aktif is None


async def test_a_draft_that_was_given_up_has_no_reminder_to_be_pressed(
    ruang: Ruang, room: TelegramRoom, warga: Warga
) -> None:
    case = await begun(ruang, warga)
    await Percakapan.filter(ruang=ruang.mint.ruang(BUDI)).update(aktif=new_id())
    await looks(ruang, room, "2026-11-24T10:17")
    assert await Kartu.exists(permohonan_id=case.id, jenis=isian_diam.INGAT, aktif=True)
    await gives_up(ruang, case)
    assert not await Kartu.exists(permohonan_id=case.id, jenis=isian_diam.INGAT, aktif=True)
