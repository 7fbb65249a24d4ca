from datetime import timedelta

from core.permohonan import StatusPermohonan
from core.store import new_id
from tests.core.permohonan.dunia import ANI, CHAT, Dunia, won

S = StatusPermohonan


async def test_a_case_is_found_by_its_id_and_by_nothing_else(dunia: Dunia) -> None:
    row = await dunia.filed()
    found = await dunia.cases.find(row.id)
    assert found is not None
    assert found.nomor == row.nomor
    assert await dunia.cases.find(new_id()) is None


async def test_a_citizen_may_still_fill_in_drafts_and_what_was_sent_back_newest_first(
    dunia: Dunia,
) -> None:
    made = {status: (await dunia.standing(status)).id for status in S}
    drafts = await dunia.cases.drafts(dunia.cases.warga(CHAT))
    assert [row.id for row in drafts] == [made[S.PERLU_PERBAIKAN], made[S.DRAF]]


async def test_a_citizen_sees_his_own_last_ten_filed_cases(dunia: Dunia) -> None:
    for _ in range(11):
        await dunia.filed()
    await dunia.draft()
    await dunia.submit(await dunia.draft(chat=CHAT + 1))
    filed = await dunia.cases.filed(dunia.cases.warga(CHAT))
    numbers = [int(str(row.nomor)[-4:]) for row in filed]
    assert numbers == list(range(11, 1, -1))


async def test_the_office_sees_open_cases_oldest_first(dunia: Dunia) -> None:
    later = await dunia.draft()
    first = await dunia.filed()
    dunia.instant += timedelta(minutes=1)
    second = await dunia.submit(later)
    await dunia.cases.withdraw(await dunia.filed())
    assert [row.id for row in await dunia.cases.waiting()] == [first.id, second.id]


async def test_an_approved_case_is_open_until_it_is_closed(dunia: Dunia) -> None:
    row = await dunia.taken()
    approved = won(await dunia.cases.approve(row, dunia.book.putusan(row), by=ANI))
    assert [one.id for one in await dunia.cases.waiting()] == [row.id]
    await dunia.cases.close(approved)
    assert await dunia.cases.waiting() == []
