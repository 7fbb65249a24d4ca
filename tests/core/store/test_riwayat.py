import asyncio
import itertools
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tortoise.exceptions import IntegrityError

from core.store import new_id, riwayat, unit_of_work
from core.store.models import Riwayat
from core.store.riwayat import GENESIS, NotForHistory, link_hash
from tests.core.store.bahan import MINUTE, NOW

SUBJEK = new_id()


@unit_of_work
async def write(aksi: str = "diambil", **rincian: str | int) -> None:
    await riwayat.write(aksi, SUBJEK, pelaku="petugas:990000002", now=NOW, rincian=rincian)


async def lines() -> list[Riwayat]:
    return await Riwayat.all().order_by("urut")


@pytest.mark.usefixtures("basis_data")
async def test_each_line_carries_the_hash_of_the_one_before() -> None:
    for aksi in ("dibuka", "diajukan", "diambil"):
        await write(aksi)
    first, second, third = await lines()
    assert [first.sebelum, second.sebelum, third.sebelum] == [GENESIS, first.sidik, second.sidik]


@pytest.mark.usefixtures("basis_data")
async def test_a_line_that_was_read_back_has_the_hash_it_was_written_with() -> None:
    await write(kode="ktp", revisi=3)
    (row,) = await lines()
    assert link_hash(row) == row.sidik


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("urut", 2),
        ("waktu", NOW + MINUTE),
        ("aksi", "ditolak"),
        ("subjek", new_id()),
        ("pelaku", "petugas:990000003"),
        ("rincian", '{"revisi":4}'),
        ("sebelum", "1" * 64),
    ],
)
@pytest.mark.usefixtures("basis_data")
async def test_a_changed_column_shows_in_the_hash(column: str, value: object) -> None:
    await write(revisi=3)
    (row,) = await lines()
    setattr(row, column, value)
    assert link_hash(row) != row.sidik


@pytest.mark.usefixtures("basis_data")
async def test_many_at_once_make_one_chain() -> None:
    await asyncio.gather(*[write(revisi=number) for number in range(20)])
    rows = await lines()
    assert [row.urut for row in rows] == list(range(1, 21))
    assert all(one.sidik == other.sebelum for one, other in itertools.pairwise(rows))


@pytest.mark.usefixtures("basis_data")
async def test_a_place_in_the_chain_is_given_once() -> None:
    await write()
    (row,) = await lines()
    with pytest.raises(IntegrityError):
        await row.clone(pk=row.urut).save(force_create=True)


@pytest.mark.usefixtures("basis_data")
async def test_a_line_goes_with_the_unit_of_work_that_wrote_it() -> None:
    @unit_of_work
    async def fails() -> None:
        await write()
        raise LookupError

    with pytest.raises(LookupError):
        await fails()
    assert await lines() == []


@pytest.mark.usefixtures("basis_data")
async def test_the_history_of_one_subject_is_read_oldest_first() -> None:
    await write("dibuka")
    await riwayat.write("dibuka", new_id(), pelaku="warga", now=NOW)
    await write("diajukan")
    assert [row.aksi for row in await riwayat.of(SUBJEK)] == ["dibuka", "diajukan"]


@pytest.mark.usefixtures("basis_data")
async def test_details_are_written_in_one_canonical_form() -> None:
    await write(revisi=3, kode="ktp")
    (row,) = await lines()
    assert row.rincian == '{"kode":"ktp","revisi":3}'


@pytest.mark.parametrize(
    "value",
    [
        "Siti Aminah",
        "SITI",
        "siti@contoh.go.id",
        "3319014507900001",
        3319014507900001,
        "nik:3319014507900001",
        "Jl. Kudus 1",
        "",
        None,
        1.5,
        ["ktp"],
        {"nik": 1},
        b"ktp",
    ],
)
async def test_what_could_be_a_person_is_refused_without_being_quoted(value: object) -> None:
    with pytest.raises(NotForHistory) as refused:
        await riwayat.write(
            "dicentang",
            SUBJEK,
            pelaku="warga",
            now=NOW,
            rincian={"kode": value},  # type: ignore[dict-item]
        )
    assert not value or str(value) not in str(refused.value)


@pytest.mark.parametrize(
    ("aksi", "pelaku"),
    [("Siti Aminah", "warga"), ("dibuka", "Siti Aminah"), ("dibuka", "petugas:siti")],
)
async def test_acts_and_actors_are_codes_too(aksi: str, pelaku: str) -> None:
    with pytest.raises(NotForHistory):
        await riwayat.write(aksi, SUBJEK, pelaku=pelaku, now=NOW)


@given(st.text(), st.one_of(st.text(), st.integers(), st.binary()))
def test_whatever_stands_in_a_line_its_hash_is_64_hex_digits(text: str, value: object) -> None:
    row = Riwayat(
        urut=1,
        waktu=NOW,
        aksi=text,
        subjek=SUBJEK,
        pelaku=text,
        rincian=json.dumps(str(value)),
        sebelum=GENESIS,
    )
    assert len(bytes.fromhex(link_hash(row))) == 32
