"""Ratings: asked once, answered at most once, counted, and sealed where somebody wrote."""

import asyncio
from datetime import timedelta

import pytest

from core.permohonan import BukuPenilaian, NilaiLayanan, Penilaian, Permohonan, StatusPermohonan
from core.store import riwayat
from tests.core.permohonan.dunia import START, Dunia

S = StatusPermohonan
TEXT = "Petugas Rina ramah sekali"


@pytest.fixture
def buku(dunia: Dunia) -> BukuPenilaian:
    return BukuPenilaian(dunia.book, now=lambda: dunia.instant)


async def asked(dunia: Dunia, buku: BukuPenilaian) -> tuple[Permohonan, Penilaian]:
    case = await dunia.standing(S.SELESAI)
    assert await buku.ask(case)
    row = await buku.of(case)
    assert row is not None
    return case, row


@pytest.mark.parametrize("status", [one for one in S if one != S.SELESAI])
async def test_only_who_was_served_is_asked(dunia: Dunia, buku: BukuPenilaian, status: S) -> None:
    assert not await buku.ask(await dunia.standing(status))


async def test_nobody_is_asked_twice(dunia: Dunia, buku: BukuPenilaian) -> None:
    case, _ = await asked(dunia, buku)
    assert not await buku.ask(case)


async def test_of_many_ratings_at_once_one_counts(dunia: Dunia, buku: BukuPenilaian) -> None:
    case, row = await asked(dunia, buku)
    done = await asyncio.gather(*[buku.rate(row, nilai) for nilai in (1, 2, 3, 4)])
    assert done.count(True) == 1
    assert [one.aksi for one in await riwayat.of(case.id)].count("dinilai") == 1


@pytest.mark.parametrize("nilai", [-1, 0, 5, 44])
async def test_there_is_no_rating_beyond_the_scale(
    dunia: Dunia, buku: BukuPenilaian, nilai: int
) -> None:
    _, row = await asked(dunia, buku)
    with pytest.raises(ValueError, match="1 to 4"):
        await buku.rate(row, nilai)


async def test_a_comment_is_sealed_and_kept_once(dunia: Dunia, buku: BukuPenilaian) -> None:
    case, row = await asked(dunia, buku)
    await buku.rate(row, 4)
    assert await buku.comment(row, TEXT)
    assert not await buku.comment(row, "lain")
    kept = await Penilaian.get(id=case.id)
    assert TEXT.encode() not in bytes(kept.komentar or b"")
    assert dunia.book.komentar(kept) == TEXT


async def test_a_comment_without_a_rating_is_none(dunia: Dunia, buku: BukuPenilaian) -> None:
    _, row = await asked(dunia, buku)
    assert not await buku.comment(row, TEXT)


async def test_typed_words_are_waited_for_a_while_only(dunia: Dunia, buku: BukuPenilaian) -> None:
    case, row = await asked(dunia, buku)
    assert await buku.unrated(case.warga) is not None
    await buku.rate(row, 3)
    assert await buku.unrated(case.warga) is None
    assert await buku.uncommented(case.warga) is not None
    dunia.instant += timedelta(hours=25)
    assert await buku.uncommented(case.warga) is None


async def test_who_goes_on_with_something_else_may_still_press(
    dunia: Dunia, buku: BukuPenilaian
) -> None:
    case, row = await asked(dunia, buku)
    await buku.leave(case.warga)
    assert await buku.unrated(case.warga) is None
    assert await buku.rate(row, 2)
    assert await buku.uncommented(case.warga) is not None


async def test_the_office_sees_count_and_average_by_service(
    dunia: Dunia, buku: BukuPenilaian
) -> None:
    for nilai in (2, 3, 4):
        _, row = await asked(dunia, buku)
        await buku.rate(row, nilai)
    await asked(dunia, buku)
    assert await buku.totals(START) == [NilaiLayanan("kk-ganti", 3, 3.0)]
    assert await buku.totals(START + timedelta(seconds=1)) == []


async def test_comments_come_without_case_and_name(dunia: Dunia, buku: BukuPenilaian) -> None:
    _, row = await asked(dunia, buku)
    await buku.rate(row, 1)
    await buku.comment(row, TEXT)
    assert await buku.comments(START, most=5) == [("kk-ganti", 1, TEXT)]
