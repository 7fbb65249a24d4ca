"""Whatever is done to a chain, the first line that does not fit is named."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tortoise.connection import get_connection
from tortoise.exceptions import IntegrityError

from core.store import new_id, riwayat, unit_of_work
from core.store.models import Riwayat
from core.store.riwayat import (
    BEFORE_ALL,
    GENESIS,
    Kepala,
    Putus,
    Sebab,
    Utuh,
    follow,
    link_hash,
    verify,
)
from tests.basis import unlock_history
from tests.core.store.bahan import MINUTE, NOW

OTHER = "f" * 64
# Every column but the number, and what somebody might write there instead.
CHANGES: dict[str, Callable[[Riwayat], object]] = {
    "waktu": lambda line: line.waktu + MINUTE,
    "aksi": lambda line: f"{line.aksi}x",
    "subjek": lambda line: new_id(),
    "pelaku": lambda line: "petugas:990000009",
    "rincian": lambda line: '{"revisi":99}',
    "sebelum": lambda line: OTHER,
    "sidik": lambda line: OTHER,
}
# A database sorts by number: whoever changes one, moves the line.
Chain = list[Riwayat]


def chain(length: int) -> Chain:
    lines: Chain = []
    for urut in range(1, length + 1):
        line = Riwayat(
            urut=urut,
            waktu=NOW + urut * MINUTE,
            aksi="diambil",
            subjek=new_id(),
            pelaku="warga",
            rincian="{}",
            sebelum=lines[-1].sidik if lines else GENESIS,
        )
        line.sidik = link_hash(line)
        lines.append(line)
    return lines


def broken(lines: Chain) -> Kepala | Putus:
    return follow(sorted(lines, key=lambda line: line.urut), after=BEFORE_ALL)


lengths = st.integers(1, 12)
places = st.integers(0, 11)


def test_a_whole_chain_ends_in_its_last_line() -> None:
    lines = chain(5)
    assert broken(lines) == Kepala(5, lines[-1].sidik)
    assert broken([]) == Kepala(0, GENESIS)


@given(lengths, places, st.sampled_from(sorted(CHANGES)))
def test_a_change_is_named_by_its_line(length: int, place: int, column: str) -> None:
    lines = chain(length)
    line = lines[place % length]
    setattr(line, column, CHANGES[column](line))
    found = broken(lines)
    assert isinstance(found, Putus)
    assert found.urut == line.urut


@given(st.integers(2, 12), places)
def test_a_change_with_a_new_hash_is_named_by_the_line_after(length: int, place: int) -> None:
    lines = chain(length)
    line = lines[place % (length - 1)]
    line.aksi = "ditolak"
    line.sidik = link_hash(line)
    assert broken(lines) == Putus(line.urut + 1, Sebab.SAMBUNGAN)


@given(st.integers(2, 12), places)
def test_a_removal_is_named_by_the_number_that_is_missing(length: int, place: int) -> None:
    lines = chain(length)
    gone = lines.pop(place % (length - 1))
    assert broken(lines) == Putus(gone.urut, Sebab.CELAH)


@given(st.integers(2, 12), places, places)
def test_a_swap_is_named_by_the_earlier_of_the_two(length: int, one: int, two: int) -> None:
    lines = chain(length)
    first, second = sorted((one % length, two % length))
    if first == second:
        return
    early, late = lines[first], lines[second]
    early.urut, late.urut = late.urut, early.urut
    found = broken(lines)
    assert isinstance(found, Putus)
    assert found.urut == first + 1


@given(lengths, places, st.integers(-3, 40))
def test_a_line_with_another_number_is_named(length: int, place: int, number: int) -> None:
    lines = chain(length)
    line = lines[place % length]
    if any(other.urut == number for other in lines):
        return
    missing, line.urut = line.urut, number
    assert broken(lines) == (
        Putus(number, Sebab.URUTAN) if number < 1 else Putus(missing, Sebab.CELAH)
    )


@given(lengths, places)
def test_a_line_put_in_twice_is_named(length: int, place: int) -> None:
    lines = chain(length)
    line = lines[place % length]
    assert broken([*lines, line]) == Putus(line.urut, Sebab.URUTAN)


@unit_of_work
async def write(aksi: str = "diambil") -> None:
    await riwayat.write(aksi, new_id(), pelaku="petugas:990000002", now=NOW)


@pytest.fixture
async def five(basis_data: object) -> list[Riwayat]:
    """Five lines in a database, with no guard over them."""
    for _ in range(5):
        await write()
    await unlock_history()
    return await Riwayat.all().order_by("urut")


@pytest.mark.usefixtures("basis_data")
async def test_an_empty_history_is_whole() -> None:
    assert await verify() == Utuh(Kepala(0, GENESIS))
    assert await verify(kepala=GENESIS) == Utuh(Kepala(0, GENESIS))
    assert await riwayat.head() == (0, GENESIS)


async def test_an_untouched_history_is_whole_and_names_its_head(five: list[Riwayat]) -> None:
    assert await verify() == Utuh(Kepala(5, five[-1].sidik))
    assert await riwayat.head() == (5, five[-1].sidik)


@pytest.mark.parametrize("column", sorted(CHANGES))
async def test_a_change_in_the_database_is_named(five: list[Riwayat], column: str) -> None:
    await Riwayat.filter(urut=3).update(**{column: CHANGES[column](five[2])})
    found = await verify()
    assert isinstance(found, Putus)
    assert found.urut == 3


async def test_a_line_that_was_taken_out_is_named(five: list[Riwayat]) -> None:
    await Riwayat.filter(urut=3).delete()
    assert await verify() == Putus(3, Sebab.CELAH)


async def test_lines_cut_off_the_end_are_noticed_by_who_knows_a_head(five: list[Riwayat]) -> None:
    await Riwayat.filter(urut__gt=3).delete()
    assert await verify() == Utuh(Kepala(3, five[2].sidik))
    assert await verify(kepala=five[4].sidik) == Putus(4, Sebab.KEPALA)


async def test_a_head_of_the_past_is_enough(five: list[Riwayat]) -> None:
    assert await verify(kepala=five[1].sidik) == Utuh(Kepala(5, five[4].sidik))


async def test_a_line_before_the_first_is_named(five: list[Riwayat]) -> None:
    await five[0].clone(pk=-1).save(force_create=True)
    assert await verify() == Putus(-1, Sebab.URUTAN)


async def test_a_long_history_is_read_in_batches(
    five: list[Riwayat], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(riwayat, "_BATCH", 2)
    assert await verify() == Utuh(Kepala(5, five[4].sidik))
    await Riwayat.filter(urut=5).update(aksi="ditolak")
    assert await verify() == Putus(5, Sebab.ISI)


async def test_a_line_that_cannot_even_be_read_is_named(five: list[Riwayat]) -> None:
    connection = get_connection("default")
    if connection.capabilities.dialect == "postgres":
        # What is no UUID does not get into a column of UUIDs there.
        await connection.execute_query("ALTER TABLE riwayat ALTER subjek TYPE text")
    await connection.execute_query("UPDATE riwayat SET subjek = 'bukan' WHERE urut = 4")
    try:
        assert await verify() == Putus(4, Sebab.ISI)
    finally:
        if connection.capabilities.dialect == "postgres":
            await connection.execute_query("UPDATE riwayat SET subjek = '' || gen_random_uuid()")
            await connection.execute_query(
                "ALTER TABLE riwayat ALTER subjek TYPE uuid USING subjek::uuid"
            )


@pytest.mark.parametrize("statement", ["UPDATE riwayat SET aksi = 'x'", "DELETE FROM riwayat"])
@pytest.mark.usefixtures("basis_data")
async def test_the_database_refuses_to_change_or_remove_a_line(statement: str) -> None:
    await write()
    with pytest.raises(IntegrityError, match="append-only"):
        await get_connection("default").execute_query(statement)
    assert await verify() == Utuh(await riwayat.head())
    assert await Riwayat.all().count() == 1
