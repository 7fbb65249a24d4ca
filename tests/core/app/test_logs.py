"""What a log line may say."""

import logging
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.app.logs import RedactingFormatter, redact

TOKEN = "990000001:" + "A" * 35
LINK = "x29qp5yqjh7abvkesn6rbvbdec"


@pytest.mark.parametrize(
    "secret",
    ["3319990108160001", TOKEN, LINK, "4ARH-G6XD-KVJP", "7H5Y-AZHR", "budi@warga.example"],
)
def test_a_secret_is_blotted_out(secret: str) -> None:
    assert secret not in redact(f"sesuatu {secret} gagal")


def test_a_case_number_and_a_row_id_stay_readable() -> None:
    line = "permohonan REG-3319-20261122-0001 (01a20396-9e4e-7000-a0ef-952db98b6722) terbit"
    assert redact(line) == line


@given(st.text())
def test_a_line_stays_one_line(text: str) -> None:
    assert "\n" not in redact(text)
    assert "\r" not in redact(text)


def test_a_traceback_is_reduced_to_the_class_of_the_exception() -> None:
    try:
        raise ValueError("NIK 3319990108160001 milik Budi")
    except ValueError:
        record = logging.LogRecord("x", logging.ERROR, __file__, 1, "gagal", None, None)
        record.exc_info = sys.exc_info()
    line = RedactingFormatter("%(message)s").format(record)
    assert line == "gagal [ValueError]"
