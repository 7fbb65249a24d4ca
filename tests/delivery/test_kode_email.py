"""V01 to V06: the code that proves an address."""

from datetime import UTC, datetime, timedelta

import pytest

from delivery.kode_email import (
    KODE_SALAH,
    BolehKirim,
    Cocok,
    KeadaanKode,
    Salah,
    TungguKirim,
    code_hash,
    judge,
    may_send,
    read_code,
)

NOW = datetime(2026, 11, 22, 3, tzinfo=UTC)
K_OTP = bytes(range(32))


def sidik(kode: str = "123456", **other: str) -> str:
    bound = {"chat": "7", "alamat": "budi@contoh.id", "keperluan": "ajukan"} | other
    return code_hash(K_OTP, kode=kode, **bound)


SENT = KeadaanKode(sidik(), NOW)


def test_v01_the_right_code_is_taken_once() -> None:
    first = judge(SENT, sidik=sidik(), now=NOW)
    assert isinstance(first, Cocok)
    second = judge(first.keadaan, sidik=sidik(), now=NOW)
    assert isinstance(second, Salah)


def test_v02_after_five_wrong_codes_the_right_one_is_refused() -> None:
    keadaan: KeadaanKode | None = SENT
    for _ in range(5):
        answer = judge(keadaan, sidik=sidik("000000"), now=NOW)
        assert isinstance(answer, Salah)
        keadaan = answer.keadaan
    assert isinstance(judge(keadaan, sidik=sidik(), now=NOW), Salah)


@pytest.mark.parametrize(
    "other", [{"chat": "8"}, {"alamat": "lain@contoh.id"}, {"keperluan": "ganti"}]
)
def test_v03_v06_a_code_of_another_chat_address_or_purpose_is_refused_in_the_same_words(
    other: dict[str, str],
) -> None:
    foreign = judge(SENT, sidik=sidik(**other), now=NOW)
    wrong = judge(SENT, sidik=sidik("000000"), now=NOW)
    expired = judge(SENT, sidik=sidik(), now=NOW + timedelta(minutes=11))
    none = judge(None, sidik=sidik(), now=NOW)
    for answer in (foreign, wrong, expired, none):
        assert isinstance(answer, Salah)
        assert answer.kalimat == KODE_SALAH


def test_the_case_of_an_address_does_not_matter_and_parts_never_run_together() -> None:
    assert sidik(alamat="BUDI@contoh.id") == sidik()
    assert sidik(chat="7|x", alamat="y") != sidik(chat="7", alamat="x|y")


@pytest.mark.parametrize("offset", [timedelta(minutes=10), timedelta(hours=-1)])
def test_v04_a_code_is_over_after_ten_minutes_and_a_clock_set_back_revives_nothing(
    offset: timedelta,
) -> None:
    assert isinstance(judge(SENT, sidik=sidik(), now=NOW + offset), Salah)
    almost = NOW + timedelta(minutes=10) - timedelta(seconds=1)
    assert isinstance(judge(SENT, sidik=sidik(), now=almost), Cocok)


def test_codes_are_sent_sixty_seconds_apart_and_five_a_day() -> None:
    assert may_send((), now=NOW) == BolehKirim()
    soon = may_send((NOW,), now=NOW + timedelta(seconds=59))
    assert soon == TungguKirim("Kode baru dapat diminta 1 detik lagi.")
    assert may_send((NOW,), now=NOW + timedelta(seconds=60)) == BolehKirim()
    five = tuple(NOW + timedelta(hours=hour) for hour in range(5))
    assert isinstance(may_send(five, now=NOW + timedelta(hours=23)), TungguKirim)
    assert may_send(five, now=NOW + timedelta(hours=24)) == BolehKirim()


def test_a_clock_set_back_gives_no_further_codes() -> None:
    five = tuple(NOW + timedelta(hours=hour) for hour in range(5))
    assert isinstance(may_send(five, now=NOW - timedelta(days=3)), TungguKirim)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("123456", "123456"),
        (" 123 456 ", "123456"),
        ("123-456", "123456"),
        ("12345", None),
        ("1234567", None),
        ("12a456", None),
        ("١٢٣٤٥٦", None),
        ("", None),
    ],
)
def test_a_code_is_read_as_people_type_it(typed: str, code: str | None) -> None:
    assert read_code(typed) == code
