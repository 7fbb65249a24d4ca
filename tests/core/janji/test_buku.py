"""The book of appointments: one place, one citizen, whoever asks and however many at once."""

import asyncio
import sys
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from tortoise.exceptions import IntegrityError

from core.janji import BukuJanji, Janji, KeadaanJanji
from core.store import Database, new_id, opened, unit_of_work
from tests.core.janji.jadwal import JADWAL, MODELS, NOW, at

ROOT = Path(__file__).parents[3]
NINE = at(24, 9)
PATIENCE = 120.0


class Jam:
    """A clock that stands still until a test moves it."""

    def __init__(self) -> None:
        self.kini = NOW

    def __call__(self) -> datetime:
        return self.kini


@pytest.fixture
async def jam(database_url: str) -> AsyncIterator[Jam]:
    async with opened(Database(database_url, MODELS)):
        yield Jam()


@pytest.fixture
def buku(jam: Jam) -> BukuJanji:
    return BukuJanji(JADWAL, now=jam)


async def booked(buku: BukuJanji, mulai: datetime = NINE) -> Janji:
    found = await buku.book(uuid4(), mulai, menit=15)
    assert found is not None
    return found


async def places(buku: BukuJanji, mulai: datetime = NINE) -> tuple[int, ...]:
    return next((one.tempat for one in await buku.free(menit=15) if one.mulai == mulai), ())


async def test_a_booked_place_is_no_longer_free(buku: BukuJanji) -> None:
    assert await places(buku) == (1, 2)
    janji = await booked(buku)
    assert (janji.mulai_at, janji.tempat, janji.keadaan) == (NINE, 1, "dipesan")
    assert janji.selesai_at == NINE + timedelta(minutes=15)
    assert await places(buku) == (2,)


async def test_who_comes_after_the_last_place_gets_none(buku: BukuJanji) -> None:
    await booked(buku)
    await booked(buku)
    assert await buku.book(uuid4(), NINE, menit=15) is None
    assert await Janji.all().count() == 2


@pytest.mark.parametrize(
    "moment", [at(24, 12), at(24, 9, 5), at(23, 8), at(25, 9), at(28, 9), at(10, 9)]
)
async def test_what_is_not_offered_cannot_be_booked(buku: BukuJanji, moment: datetime) -> None:
    assert await buku.book(uuid4(), moment, menit=15) is None


async def test_a_place_given_back_is_free_again_and_its_row_stays(buku: BukuJanji) -> None:
    first, _ = await booked(buku), await booked(buku)
    assert await buku.release(first.permohonan_id)
    assert await places(buku) == (1,)
    again = await booked(buku)
    assert again.tempat == 1
    kept = await Janji.get(id=first.id)
    assert (kept.tempat, kept.keadaan) == (None, KeadaanJanji.DILEPAS)


async def test_two_places_given_back_do_not_meet(buku: BukuJanji) -> None:
    for _ in range(3):
        janji = await booked(buku)
        assert await buku.release(janji.permohonan_id)
    assert await places(buku) == (1, 2)


async def test_the_database_itself_refuses_a_place_that_is_held(buku: BukuJanji) -> None:
    held = await booked(buku)
    with pytest.raises(IntegrityError):
        await Janji.create(
            id=new_id(),
            permohonan_id=uuid4(),
            mulai_at=held.mulai_at,
            selesai_at=held.selesai_at,
            tempat=held.tempat,
            keadaan="dipesan",
            dibuat_at=NOW,
            diubah_at=NOW,
        )


async def test_of_fifty_at_once_two_get_the_slot(buku: BukuJanji) -> None:
    got = await asyncio.gather(*[buku.book(uuid4(), NINE, menit=15) for _ in range(50)])
    assert sorted(one.tempat or 0 for one in got if one is not None) == [1, 2]
    assert await Janji.all().count() == 2


async def test_a_booking_that_is_rolled_back_holds_nothing(buku: BukuJanji) -> None:
    @unit_of_work
    async def fails() -> None:
        assert await buku.book(uuid4(), NINE, menit=15) is not None
        raise RuntimeError

    with pytest.raises(RuntimeError):
        await fails()
    assert await places(buku) == (1, 2)


async def test_what_became_of_an_appointment_is_noted_once(buku: BukuJanji) -> None:
    janji = await booked(buku)
    assert await buku.attended(janji.permohonan_id)
    assert not await buku.missed(janji.permohonan_id)
    assert not await buku.release(janji.permohonan_id)
    assert (await Janji.get(id=janji.id)).keadaan == KeadaanJanji.HADIR


async def test_who_is_expected_is_listed_in_order_of_time(buku: BukuJanji) -> None:
    late, early = await booked(buku, at(24, 14)), await booked(buku, at(24, 8))
    gone = await booked(buku, at(24, 10))
    await buku.release(gone.permohonan_id)
    await booked(buku, at(26, 8))
    found = await buku.expected(at(24, 0), at(25, 0))
    assert [one.id for one in found] == [early.id, late.id]


async def test_everybody_is_reminded_once_and_who_has_just_booked_is_not(
    buku: BukuJanji, jam: Jam
) -> None:
    janji = await booked(buku)
    jam.kini += timedelta(hours=2)
    await booked(buku)
    jam.kini += timedelta(hours=2)
    due = await buku.to_remind(at(24, 0), at(25, 0), settled=timedelta(hours=3))
    assert [one.id for one in due] == [janji.id]
    assert await buku.remind(due[0])
    assert not await buku.remind(due[0])
    assert await buku.to_remind(at(24, 0), at(25, 0), settled=timedelta(hours=3)) == []


async def wanting(url: str, count: int) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.core.janji.pemesan", url, NINE.isoformat(), str(count)),
        cwd=ROOT,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )


async def test_two_processes_never_give_one_place_to_two(database_url: str) -> None:
    processes = [await wanting(database_url, 25) for _ in range(2)]
    async with asyncio.timeout(PATIENCE):
        for one in processes:
            assert one.stdout is not None
            assert await one.stdout.readline() == b"siap\n"
        ends = await asyncio.gather(*[one.communicate(b"\n") for one in processes])
    assert sum(int(out) for out, _ in ends) == JADWAL.tempat_per_slot
