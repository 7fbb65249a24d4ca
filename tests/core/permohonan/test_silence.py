"""What the clock does with what lies unfinished."""

import asyncio
from datetime import timedelta

import pytest

from core.permohonan import Kalah, Permohonan, Putusan, StatusPermohonan, silence
from core.store import riwayat
from tests.core.permohonan.dunia import ANI, ISIAN, START, Dunia, won

S = StatusPermohonan
DAY = timedelta(days=1)
LOADED = ("kk-ganti",)


async def fresh(row: Permohonan) -> Permohonan:
    return await Permohonan.get(id=row.id)


async def test_what_nobody_touched_since_is_due_and_what_was_touched_is_not(dunia: Dunia) -> None:
    old = await dunia.draft()
    dunia.instant += DAY
    await dunia.draft()
    assert [one.id for one in await dunia.cases.to_remind(START, layanan=LOADED)] == [old.id]


async def test_what_waits_for_its_service_is_not_due(dunia: Dunia) -> None:
    await dunia.draft()
    for loaded in ((), ("akta",)):
        assert await dunia.cases.to_remind(START, layanan=loaded) == []
        assert await dunia.cases.to_remove(START, warned_before=None, layanan=loaded) == []


async def test_a_batch_goes_on_beyond_the_last_row_of_the_one_before(
    dunia: Dunia, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(silence, "_BATCH", 2)
    same = [await dunia.draft() for _ in range(3)]
    dunia.instant += timedelta(microseconds=1)
    all_ = [*sorted(same, key=lambda one: one.id), *[await dunia.draft() for _ in range(2)]]
    seen: list[Permohonan] = []
    last = None
    while rows := await dunia.cases.to_remind(dunia.instant, layanan=LOADED, beyond=last):
        seen += rows
        last = rows[-1]
    assert [one.id for one in seen] == [one.id for one in all_]


async def test_an_answer_breaks_the_silence(dunia: Dunia) -> None:
    row = await dunia.draft()
    dunia.instant += DAY
    await dunia.cases.keep(row, "{}")
    assert await dunia.cases.to_remind(START, layanan=LOADED) == []


async def test_a_filed_case_is_the_officers_and_not_due(dunia: Dunia) -> None:
    await dunia.filed()
    assert await dunia.cases.to_remind(START, layanan=LOADED) == []
    assert await dunia.cases.to_remove(START, warned_before=None, layanan=LOADED) == []


async def test_of_many_who_remind_at_once_one_does(dunia: Dunia) -> None:
    row = await dunia.draft()
    done = await asyncio.gather(*[dunia.cases.remind(row, told=True) for _ in range(5)])
    assert sorted(done) == [False, False, False, False, True]
    assert [one.aksi for one in await riwayat.of(row.id)] == ["dibuka", "diingatkan"]


async def test_who_answered_meanwhile_is_not_reminded(dunia: Dunia) -> None:
    row = await dunia.draft()
    await dunia.cases.keep(row, "{}")
    assert not await dunia.cases.remind(row, told=True)
    assert (await fresh(row)).diingatkan_at is None


async def test_the_mark_neither_breaks_the_silence_nor_loses_an_answer(dunia: Dunia) -> None:
    row = await dunia.draft()
    dunia.instant += DAY
    await dunia.cases.remind(row, told=True)
    assert (await fresh(row)).diubah_at == START
    assert isinstance(await dunia.cases.keep(row, "{}"), Permohonan)


async def test_an_answer_after_a_reminder_begins_a_silence_of_its_own(dunia: Dunia) -> None:
    row = await dunia.draft()
    await dunia.cases.remind(row, told=True)
    kept = won(await dunia.cases.keep(row, "{}"))
    assert kept.diingatkan_at is None
    assert await dunia.cases.remind(kept, told=True)
    assert not await dunia.cases.remind(await fresh(kept), told=True)


async def test_who_cannot_be_reached_counts_as_reminded_and_no_history_says_so(
    dunia: Dunia,
) -> None:
    row = await dunia.draft()
    assert await dunia.cases.remind(row, told=False)
    assert await dunia.cases.to_remind(START, layanan=LOADED) == []
    assert [one.aksi for one in await riwayat.of(row.id)] == ["dibuka"]


async def test_each_sending_back_may_be_reminded_of_once(dunia: Dunia) -> None:
    row = await dunia.taken()
    back = won(await dunia.cases.send_back(row, ISIAN, Putusan(), by=ANI))
    await dunia.cases.remind(back, told=True)
    taken = won(await dunia.cases.take(await dunia.submit(await fresh(back)), by=ANI))
    again = won(await dunia.cases.send_back(taken, ISIAN, Putusan(), by=ANI))
    assert await dunia.cases.remind(again, told=True)
    assert not await dunia.cases.remind(await fresh(again), told=True)


async def test_a_draft_is_not_removed_before_its_citizen_was_warned(dunia: Dunia) -> None:
    row = await dunia.draft()
    assert await dunia.cases.to_remove(START, warned_before=START, layanan=LOADED) == []
    await dunia.cases.remind(row, told=True)
    due = await dunia.cases.to_remove(START, warned_before=START, layanan=LOADED)
    assert [one.id for one in due] == [row.id]


async def test_a_case_that_was_sent_back_waits_for_ever(dunia: Dunia) -> None:
    row = await dunia.standing(S.PERLU_PERBAIKAN)
    assert await dunia.cases.to_remove(START + 99 * DAY, warned_before=None, layanan=LOADED) == []
    assert await dunia.cases.expire(row) == Kalah(S.PERLU_PERBAIKAN, ANI)


async def test_a_removed_draft_keeps_none_of_its_answers(dunia: Dunia) -> None:
    gone = won(await dunia.cases.expire(await dunia.draft()))
    assert (gone.status, dunia.book.isian(gone)) == (S.KEDALUWARSA, "{}")
    assert (await riwayat.of(gone.id))[-1].aksi == "kedaluwarsa"


async def test_who_answers_while_his_draft_is_removed_keeps_it_or_loses_it_whole(
    dunia: Dunia,
) -> None:
    row = await dunia.draft()
    kept, gone = await asyncio.gather(dunia.cases.keep(row, "{}"), dunia.cases.expire(row))
    assert [isinstance(one, Permohonan) for one in (kept, gone)].count(True) == 1


@pytest.mark.parametrize("status", [S.DIAJUKAN, S.DIPERIKSA, S.PERLU_PERBAIKAN])
async def test_until_it_is_approved_a_case_is_its_citizen_s_to_withdraw(
    dunia: Dunia, status: S
) -> None:
    row = await dunia.standing(status)
    assert won(await dunia.cases.withdraw(row)).status == S.DIBATALKAN


@pytest.mark.parametrize("status", [S.DISETUJUI, S.SELESAI, S.DITOLAK])
async def test_what_is_decided_cannot_be_withdrawn(dunia: Dunia, status: S) -> None:
    assert await dunia.cases.withdraw(await dunia.standing(status)) == Kalah(status, ANI)
