"""The applicant's look: which roads there are, and that exactly one outcome wins."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from core.permohonan import (
    Kalah,
    KeadaanPratinjau,
    Permohonan,
    Sanggahan,
    StatusProduk,
    is_due,
    is_held,
    oldest_unissued,
)
from core.permohonan.pratinjau import MOST_TIMES
from tests.core.permohonan.dunia import ANI, BATAS, Dunia, won

SALAH = Sanggahan({"nama": "Nama lengkap"}, "SITI, bukan SITTI")
JAM = timedelta(hours=4)


async def approved(dunia: Dunia, *, pratinjau: bool = True) -> Permohonan:
    row = await dunia.taken()
    putusan = dunia.book.putusan(row)
    return won(await dunia.cases.approve(row, putusan, by=ANI, pratinjau=pratinjau))


async def shown(dunia: Dunia) -> Permohonan:
    row = await approved(dunia)
    return won(await dunia.cases.show_proof(row, batas_at=dunia.instant + JAM))


async def test_an_approval_without_a_proof_holds_nothing_back(dunia: Dunia) -> None:
    assert not is_held(await approved(dunia, pratinjau=False))


async def test_a_case_is_held_from_the_approval_to_the_answer(dunia: Dunia) -> None:
    row = await approved(dunia)
    assert is_held(row)
    row = won(await dunia.cases.show_proof(row, batas_at=dunia.instant + JAM))
    assert is_held(row)
    assert not is_held(won(await dunia.cases.confirm(row)))


@pytest.mark.parametrize(
    ("jam", "resmi", "kali", "due"),
    [
        (0, False, 0, False),
        (4, True, 0, False),
        (4, False, 0, True),
        (4, False, MOST_TIMES - 1, True),
        (4, False, MOST_TIMES, False),
    ],
)
def test_whether_an_approval_is_shown(jam: int, resmi: bool, kali: int, due: bool) -> None:
    row = Permohonan(pratinjau_kali=kali)
    assert is_due(row, jam=jam, resmi=resmi) is due


async def test_an_objection_puts_the_case_back_as_it_was(dunia: Dunia) -> None:
    before = await shown(dunia)
    row = won(await dunia.cases.object_to(before, SALAH, batas_at=BATAS))
    assert (row.status, row.petugas, row.periksa) == ("diajukan", None, "")
    assert row.pratinjau == KeadaanPratinjau.KELIRU
    assert dunia.book.sanggahan(row) == SALAH
    assert dunia.book.isian(row) == dunia.book.isian(before)
    assert dunia.book.putusan(row) == dunia.book.putusan(before)
    assert [one.status for one in await dunia.cases.products(row.id)] == [StatusProduk.MENUNGGU]


async def test_what_he_writes_is_sealed(dunia: Dunia) -> None:
    row = won(await dunia.cases.object_to(await shown(dunia), SALAH, batas_at=BATAS))
    assert row.sanggahan is not None
    assert b"SITTI" not in bytes(row.sanggahan)


async def test_nobody_objects_to_what_was_not_shown(dunia: Dunia) -> None:
    for pratinjau in (False, True):
        row = await approved(dunia, pratinjau=pratinjau)
        assert isinstance(await dunia.cases.object_to(row, SALAH, batas_at=BATAS), Kalah)
        assert isinstance(await dunia.cases.confirm(row), Kalah)


async def test_nobody_objects_to_what_is_decided(dunia: Dunia) -> None:
    row = won(await dunia.cases.confirm(await shown(dunia)))
    assert isinstance(await dunia.cases.object_to(row, SALAH, batas_at=BATAS), Kalah)
    assert isinstance(await dunia.cases.draw_up(row, SALAH), Kalah)


async def test_it_lapses_at_its_hour_and_not_before(dunia: Dunia) -> None:
    row = await shown(dunia)
    dunia.instant += JAM - timedelta(seconds=1)
    assert isinstance(await dunia.cases.lapse(row), Kalah)
    dunia.instant += timedelta(seconds=1)
    assert won(await dunia.cases.lapse(row)).pratinjau == KeadaanPratinjau.LEWAT


async def test_what_somebody_is_naming_never_lapses(dunia: Dunia) -> None:
    row = won(await dunia.cases.draw_up(await shown(dunia), replace(SALAH, catatan="")))
    dunia.instant += 2 * JAM
    assert isinstance(await dunia.cases.lapse(row), Kalah)


async def test_of_confirming_objecting_and_lapsing_exactly_one_wins(dunia: Dunia) -> None:
    row = await shown(dunia)
    dunia.instant += JAM
    outcomes = await asyncio.gather(
        dunia.cases.confirm(row),
        dunia.cases.object_to(row, SALAH, batas_at=BATAS),
        dunia.cases.lapse(row),
    )
    assert sum(isinstance(one, Permohonan) for one in outcomes) == 1


async def test_a_case_that_waits_for_its_applicant_is_not_late(dunia: Dunia) -> None:
    row = await shown(dunia)
    assert await oldest_unissued() is None
    dunia.instant += timedelta(hours=2)
    await dunia.cases.confirm(row)
    assert await oldest_unissued() == dunia.instant
    earlier = dunia.instant - timedelta(hours=1)
    dunia.instant = earlier
    await approved(dunia, pratinjau=False)
    assert await oldest_unissued() == earlier
