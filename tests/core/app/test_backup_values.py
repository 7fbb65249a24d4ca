"""Values of a row, through JSON and back."""

from datetime import UTC, datetime, timedelta, timezone
from uuid import UUID

import pytest

from core.app.backup_format import CadanganDitolak, JenisNilai, Kolom
from core.app.backup_values import decode, encode

J = JenisNilai
ID = UUID("019aa5a0-0000-7000-8000-000000000001")
MOMENT = datetime(2026, 11, 22, 3, 4, 5, 678901, tzinfo=UTC)

CASES = (
    # kind, as SQLite has it, as PostgreSQL has it
    (J.UUID, str(ID), ID),
    (J.WAKTU, "2026-11-22 03:04:05.678901+00:00", MOMENT),
    (J.WAKTU, "2026-11-22 03:04:05+00:00", MOMENT.replace(microsecond=0)),
    (J.YA_TIDAK, 1, True),
    (J.YA_TIDAK, 0, False),
    (J.ANGKA, 2**63 - 1, 2**63 - 1),
    (J.TEKS, 'garis\nbaru \u2028 “’” \\ " 😀', 'garis\nbaru \u2028 “’” \\ " 😀'),
    (J.BITA, b"", b""),
    (J.BITA, bytes(range(256)), bytes(range(256))),
)


@pytest.mark.parametrize(("jenis", "sqlite", "postgres"), CASES)
def test_a_value_comes_back_as_either_database_has_it(
    jenis: JenisNilai, sqlite: object, postgres: object
) -> None:
    kolom = (Kolom(nama="a", jenis=jenis),)
    line = encode(kolom, [sqlite])
    assert line == encode(kolom, [postgres])
    assert line.index(b"\n") == len(line) - 1
    assert decode(kolom, line, sqlite=True) == [sqlite]
    assert decode(kolom, line, sqlite=False) == [postgres]


@pytest.mark.parametrize("jenis", list(JenisNilai))
def test_nothing_stays_nothing(jenis: JenisNilai) -> None:
    kolom = (Kolom(nama="a", jenis=jenis),)
    assert decode(kolom, encode(kolom, [None]), sqlite=False) == [None]


def test_a_moment_of_another_zone_is_written_as_utc() -> None:
    kolom = (Kolom(nama="a", jenis=J.WAKTU),)
    wib = MOMENT.astimezone(timezone(timedelta(hours=7)))
    assert encode(kolom, [wib]) == encode(kolom, [MOMENT])


@pytest.mark.parametrize(
    ("jenis", "line"),
    [
        (J.UUID, b'["bukan"]'), (J.UUID, b"[1]"), (J.WAKTU, b'["kemarin"]'), (J.BITA, b'["?"]'),
        (J.ANGKA, b'["1"]'), (J.TEKS, b"[1]"), (J.YA_TIDAK, b"[1]"), (J.TEKS, b"[]"),
        (J.TEKS, b'["a","b"]'), (J.TEKS, b"{"), (J.TEKS, b""),
    ],
)  # fmt: skip
@pytest.mark.parametrize("sqlite", [True, False])
def test_what_is_no_row_is_refused(jenis: JenisNilai, line: bytes, sqlite: bool) -> None:
    with pytest.raises(CadanganDitolak):
        decode((Kolom(nama="a", jenis=jenis),), line, sqlite=sqlite)


def test_a_column_that_holds_something_else_is_a_defect() -> None:
    with pytest.raises(TypeError):
        encode((Kolom(nama="a", jenis=J.TEKS),), [b"bita"])
