"""Returned letters: what is a notice, what it says, and what never becomes one."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delivery.pantulan import LIMIT, Aksi, Pantulan, read_bounce
from tests.delivery.surat_kembali import notice

TO = "pantulan+abc.def@contoh.go.id"


def test_a_permanent_failure_is_read() -> None:
    found = read_bounce(notice(TO))
    assert found == Pantulan((TO,), Aksi.GAGAL, "5.1.1")
    assert found.tetap


def test_a_delay_is_not_a_failure() -> None:
    found = read_bounce(notice(TO, action="delayed", status="4.4.7"))
    assert found is not None
    assert found.sementara
    assert not found.tetap


def test_a_failure_with_a_passing_reason_is_not_for_good() -> None:
    found = read_bounce(notice(TO, status="4.2.2"))
    assert found is not None
    assert (found.tetap, found.sementara) == (False, True)


@pytest.mark.parametrize("action", ["delivered", "relayed", "expanded", "", "gagal"])
def test_news_of_success_is_neither(action: str) -> None:
    found = read_bounce(notice(TO, action=action, status="2.0.0"))
    assert found is not None
    assert (found.tetap, found.sementara) == (False, False)


def test_unix_line_ends_are_read_as_well() -> None:
    assert read_bounce(notice(TO).replace(b"\r\n", b"\n")) is not None


def test_the_address_may_stand_in_what_the_mail_server_adds() -> None:
    raw = b"Delivered-To: " + TO.encode() + b"\r\n" + notice("postmaster@contoh.go.id")
    found = read_bounce(raw)
    assert found is not None
    assert found.alamat == (TO, "postmaster@contoh.go.id")


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"\r\n\r\n", id="blank lines"),
        pytest.param(b"Subject: Saya sedang cuti\r\n\r\nHalo.", id="an answer"),
        pytest.param(
            b"Auto-Submitted: auto-replied\r\nContent-Type: text/plain\r\n\r\nStatus: 5.1.1\r\n",
            id="M14 an auto-reply that speaks of a status",
        ),
        pytest.param(
            notice(TO).replace(b"report-type=delivery-status", b"report-type=feedback-report"),
            id="another report",
        ),
        pytest.param(notice(TO).replace(b"boundary=", b"bondary="), id="M14 no boundary"),
        pytest.param(notice(TO)[:400], id="M14 cut off"),
        pytest.param(
            notice(TO).replace(b"message/delivery-status", b"text/plain"), id="no status"
        ),
        pytest.param(notice(TO).replace(b"Status: 5.1.1", b"Status: lima"), id="M14 nonsense"),
        pytest.param(notice(TO) + b"x" * 5 * 1024 * 1024, id="M14 five megabytes"),
    ],
)
def test_what_is_no_notice_is_nothing(raw: bytes) -> None:
    assert read_bounce(raw) is None


@given(st.binary(max_size=2000))
def test_any_bytes_are_read_without_harm(raw: bytes) -> None:
    read_bounce(raw)


PIECES = st.lists(
    st.sampled_from(
        [
            b"Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n",
            b"Content-Type: multipart/report; report-type*0*=''x; boundary*1*=%zz\r\n",
            b"Content-Type: message/delivery-status\r\n",
            b"Content-Type: multipart/mixed; boundary=b\r\n",
            b"Content-Type: \xff\xfe\r\n",
            b"To: pantulan+a.b@contoh.go.id\r\n",
            b"To: =?utf-8?b?xxx?=\r\n ,,<>@\r\n",
            b"Action: failed\r\n",
            b"Status: 5.1.1\r\n",
            b"Status: 5.\r\n",
            b"\r\n",
            b"\n",
            b"--b\r\n",
            b"--b--\r\n",
            b"\x00\xff",
        ]
    )
    | st.binary(max_size=8),
    max_size=40,
)


@given(PIECES)
def test_pieces_of_notices_in_any_order_are_read_without_harm(pieces: list[bytes]) -> None:
    found = read_bounce(b"".join(pieces))
    assert found is None or found.status[0] in "245"


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(b"To: " + b"a@b," * (LIMIT // 4 - 2), id="addresses"),
        pytest.param(b"X: y\r\n" * (LIMIT // 6), id="headers"),
        pytest.param((notice(TO) + b"\r\n--batas" * 40_000)[:LIMIT], id="parts"),
        pytest.param((notice(TO).split(b"--batas")[0] + b"\r\n\r\n" * 70_000)[:LIMIT], id="blank"),
        pytest.param(b" " * LIMIT, id="spaces"),
        pytest.param(b"\r\n" + b" \t" * (LIMIT // 2 - 1), id="spaces after a line"),
        pytest.param(b"Content-Type: multipart/report;" + b"a=b;" * 60_000, id="parameters"),
    ],
)
def test_the_largest_mail_is_judged_quickly(raw: bytes) -> None:
    assert len(raw) <= LIMIT
    begun = time.monotonic()
    read_bounce(raw)
    assert time.monotonic() - begun < 10
