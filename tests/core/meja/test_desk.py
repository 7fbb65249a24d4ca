from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.meja import Desk, Langkah, Lembar, Meja
from core.store import Database, new_id, opened, unit_of_work
from tests.basis import content_of
from vault import Sealer, WrongKey

NOW = datetime(2026, 11, 22, 3, 4, 5, tzinfo=UTC)
ANI, BUDI = 990_000_002, 990_000_003
ALASAN = "Foto KTP SITI AMINAH buram"
SHEET = Lembar(new_id(), Langkah.RINCIAN, {"pola": ALASAN, "halaman": "2"})
MODELS = ["core.store.models", "core.meja.models"]


@pytest.fixture
async def basis_data(database_url: str) -> AsyncIterator[Database]:
    async with opened(Database(database_url, MODELS)) as database:
        yield database


@pytest.fixture
def desk(basis_data: Database) -> Desk:
    return Desk(Sealer(bytes(range(32))), now=lambda: NOW)


async def test_a_desk_that_nobody_used_is_empty(desk: Desk) -> None:
    assert await desk.of(ANI) == Lembar()


async def test_what_is_laid_on_a_desk_lies_there(desk: Desk) -> None:
    await desk.lay(ANI, SHEET)
    assert await desk.of(ANI) == SHEET


async def test_a_new_sheet_takes_the_place_of_the_old(desk: Desk) -> None:
    await desk.lay(ANI, SHEET)
    await desk.lay(ANI, Lembar(SHEET.kasus))
    assert await desk.of(ANI) == Lembar(SHEET.kasus)
    assert await Meja.all().count() == 1


async def test_every_officer_has_a_desk_of_his_own(desk: Desk) -> None:
    await desk.lay(ANI, SHEET)
    assert await desk.of(BUDI) == Lembar()


async def test_a_cleared_desk_is_empty_and_no_other(desk: Desk) -> None:
    await desk.lay(ANI, SHEET)
    await desk.lay(BUDI, SHEET)
    await desk.clear(ANI)
    assert (await desk.of(ANI), await desk.of(BUDI)) == (Lembar(), SHEET)


async def test_a_sheet_goes_with_the_unit_of_work_that_laid_it(desk: Desk) -> None:
    @unit_of_work
    async def fails() -> None:
        await desk.lay(ANI, SHEET)
        raise LookupError

    with pytest.raises(LookupError):
        await fails()
    assert await desk.of(ANI) == Lembar()


async def test_a_desk_survives_a_restart(database_url: str) -> None:
    base, key = Database(database_url, MODELS), bytes(range(32))
    async with opened(base):
        await Desk(Sealer(key), now=lambda: NOW).lay(ANI, SHEET)
    async with opened(base):
        assert await Desk(Sealer(key), now=lambda: NOW).of(ANI) == SHEET


async def test_what_an_officer_writes_does_not_stand_in_the_database(
    desk: Desk, basis_data: Database
) -> None:
    await desk.lay(ANI, SHEET)
    content = content_of(basis_data.url)
    assert b"rincian" in content, "a database that holds nothing proves nothing"
    assert b"SITI" not in content


async def test_a_sheet_does_not_open_on_another_desk(desk: Desk) -> None:
    await desk.lay(ANI, SHEET)
    await desk.lay(BUDI, Lembar())
    await Meja.filter(petugas=BUDI).update(isi=(await Meja.get(petugas=ANI)).isi)
    with pytest.raises(WrongKey):
        await desk.of(BUDI)


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.sampled_from(Langkah), st.dictionaries(st.text(max_size=20), st.text(max_size=60)))
async def test_whatever_is_written_is_read_back(
    desk: Desk, langkah: Langkah, isi: dict[str, str]
) -> None:
    sheet = Lembar(SHEET.kasus, langkah, isi)
    await desk.lay(ANI, sheet)
    assert await desk.of(ANI) == sheet
