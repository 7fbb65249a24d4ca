import asyncio
from datetime import date, timedelta

import pytest

from core.permohonan import Permohonan, spoken
from core.permohonan.nomor import next_number
from core.store import new_id
from tests.core.permohonan.dunia import HARI, START, Dunia


async def numbered(nomor: str) -> None:
    """Put down a case that already has a number."""
    await Permohonan.create(
        id=new_id(),
        nomor=nomor,
        layanan="kk-ganti",
        versi=1,
        status="selesai",
        warga="",
        chat=b"",
        isian=b"",
        persetujuan="",
        dibuat_at=START,
        diubah_at=START,
    )


async def test_the_cases_of_a_day_are_numbered_in_their_order(dunia: Dunia) -> None:
    numbers = [(await dunia.filed()).nomor for _ in range(3)]
    assert numbers == [f"REG-3319-20261122-{count:04d}" for count in (1, 2, 3)]


async def test_each_day_begins_with_one(dunia: Dunia) -> None:
    await dunia.filed()
    dunia.hari += timedelta(days=1)
    assert (await dunia.filed()).nomor == "REG-3319-20261123-0001"


async def test_a_draft_uses_no_number(dunia: Dunia) -> None:
    await dunia.draft()
    assert (await dunia.filed()).nomor == "REG-3319-20261122-0001"


async def test_those_who_file_at_once_get_numbers_of_their_own(dunia: Dunia) -> None:
    drafts = [await dunia.draft() for _ in range(12)]
    filed = await asyncio.gather(*[dunia.submit(one) for one in drafts])
    assert sorted(str(row.nomor) for row in filed) == [
        f"REG-3319-20261122-{count:04d}" for count in range(1, 13)
    ]


async def test_after_9999_comes_10000_and_then_10001(dunia: Dunia) -> None:
    await numbered("REG-3319-20261122-9999")
    assert (await dunia.filed()).nomor == "REG-3319-20261122-10000"
    assert (await dunia.filed()).nomor == "REG-3319-20261122-10001"


async def test_offices_do_not_count_each_other_s_cases(dunia: Dunia) -> None:
    await numbered("REG-6409-20261122-0007")
    assert await next_number("REG-3319", HARI) == "REG-3319-20261122-0001"


@pytest.mark.parametrize(("count", "number"), [(1, "0001"), (42, "0042"), (10_000, "10000")])
def test_day_and_count_say_a_number_on_the_telephone(count: int, number: str) -> None:
    assert spoken(f"REG-3319-20261122-{number}") == (date(2026, 11, 22), count)


async def test_every_number_can_be_said(dunia: Dunia) -> None:
    assert spoken((await dunia.filed()).nomor or "") == (HARI, 1)


def test_what_is_no_number_of_ours_is_not_spelled() -> None:
    with pytest.raises(ValueError, match="not the number"):
        spoken("REG-3319")
