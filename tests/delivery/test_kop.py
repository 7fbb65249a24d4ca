from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.delivery.dunia import KOP


@pytest.mark.parametrize(
    ("zone", "written"),
    [
        ("Asia/Jakarta", "1 Januari 2027 pukul 00.30 WIB"),
        ("Asia/Makassar", "1 Januari 2027 pukul 01.30 WITA"),
        ("Asia/Jayapura", "1 Januari 2027 pukul 02.30 WIT"),
        ("UTC", "31 Desember 2026 pukul 17.30 UTC"),
    ],
)
def test_s18_an_instant_is_written_in_the_zone_of_the_office(zone: str, written: str) -> None:
    assert replace(KOP, zona=zone).waktu(datetime(2026, 12, 31, 17, 30, tzinfo=UTC)) == written
