"""What may not stand in a log line, and what must stay readable."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.app.redact import redact
from core.store import new_id

TOKEN = "990000001:" + "A" * 35
LINK = "x29qp5yqjh7abvkesn6rbvbdec"
SECRETS = (
    "3319990108160001",
    "3319 9901 0816 0001",
    "3319.9901.0816.0001",
    "NIK3319990108160001",
    "٣٣١٩٩٩٠١٠٨١٦٠٠٠١",
    TOKEN,
    f"https://api.telegram.org/bot{TOKEN}/getMe",
    LINK,
    "4ARH-G6XD-KVJP",
    "4arh-g6xd-kvjp",
    "7H5Y-AZHR",
    "budi@warga.example",
    "budi@kudus.desa.id,",
    "+62 812 3456 7890",
    "081234567890",
    "0812-3456-7890",
    "62812345678",
    "postgres://adminduk:s3rahasia@",
)


@pytest.mark.parametrize("secret", SECRETS)
@pytest.mark.parametrize("around", ["sesuatu {} gagal", "'{}'", "a={}", "({})"])
def test_a_secret_is_blotted_out(secret: str, around: str) -> None:
    line = redact(around.format(secret))
    assert secret not in line
    assert "•••" in line


@pytest.mark.parametrize("path", [f"/d/{LINK}", "/b/abc", "/v/7H5Y", "/d/%2e%2e?x=1"])
def test_the_path_of_a_page_is_blotted_out(path: str) -> None:
    assert path not in redact(f"GET {path} 200")
    assert redact(f"GET {path} 200").startswith(f"GET {path[:3]}•••")


@pytest.mark.parametrize(
    "line",
    [
        "permohonan REG-3319-20261122-0001 (01a20396-9e4e-7000-a0ef-952db98b6722) terbit",
        "GET /d/{token} 200 5316 12 ms",
        "getUpdates 502 di core/bot/intake.py:120",
        "/d/-",
        "2026-11-22T16:21:48.123456Z",
        "bersih-bersih: 12 pesan masuk, 3 berkas",
    ],
)
def test_what_the_office_needs_stays_readable(line: str) -> None:
    assert redact(line) == line


def test_the_ids_of_rows_stay_readable() -> None:
    ids = [str(new_id()) for _ in range(2000)]
    assert [one for one in ids if redact(f"outbox {one}: gagal") != f"outbox {one}: gagal"] == []


@given(st.text())
def test_x13_whatever_is_said_stays_one_line_without_orders_to_the_terminal(text: str) -> None:
    line = redact(f"nama \x1b[31m{text}\r\n")
    assert len(line.splitlines()) <= 1
    assert not {"\x1b", "\n", "\r", "\u202e"} & set(line)


def test_a_line_has_an_end() -> None:
    assert len(redact("kata " * 100_000)) < 2100
