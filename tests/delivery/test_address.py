"""V07 to V09: strict about what we send to, helpful about slips."""

import asyncio

import pytest

from delivery.address import Alamat, AlamatDitolak, check_address, check_mail_server


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("budi@gmail.com", "budi@gmail.com"),
        ("  budi@gmail.com\n", "budi@gmail.com"),
        ("Budi.Santoso+kk@Gmail.COM", "Budi.Santoso+kk@gmail.com"),
        ("o'neil@contoh.co.id", "o'neil@contoh.co.id"),
    ],
)
def test_a_plain_address_is_taken(typed: str, address: str) -> None:
    assert check_address(typed) == Alamat(address)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "budi",
        "budi@",
        "@gmail.com",
        "budi@gmail",
        "budi@@gmail.com",
        "budi..s@gmail.com",
        "\uff42\uff55\uff44\uff49@gmail.com",
        "budi@gm\u0430il.com",  # a Cyrillic letter
        "budi@xn--gmil-63d.com",
        "a" * 65 + "@gmail.com",
        "a" * 300 + "@gmail.com",
        '"budi s"@gmail.com',
        "budi@[127.0.0.1]",
        "a@gmail.com,b@gmail.com",
        "a@gmail.com;b@gmail.com",
        "a@gmail.com b@gmail.com",
        "Budi <budi@gmail.com>",
        "budi@gmail.com\r\nBcc: x@y.id",
        "budi\x00@gmail.com",
        "\u202ebudi@gmail.com",
        "a@x.id> NOTIFY=NEVER",
        "budi@localhost",
        "budi\u2028@gmail.com",
    ],
)
def test_v08_anything_else_is_refused_with_a_sentence_that_helps(typed: str) -> None:
    answer = check_address(typed)
    assert isinstance(answer, AlamatDitolak)
    assert answer.kalimat.endswith((".", "nama@gmail.com"))
    assert not set(answer.kalimat) & set("\r\n\x00\u202e<>")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("budi@gmial.com", "budi@gmail.com"),
        ("budi@gmai.con", "budi@gmail.com"),
        ("budi@yaho.co.id", "budi@yahoo.co.id"),
        ("budi@outlok.cm", "budi@outlook.com"),
        ("budi@contoh.co.idd", "budi@contoh.co.id"),
    ],
)
def test_v07_a_slip_of_the_finger_brings_a_suggestion_and_no_refusal(
    typed: str, meant: str
) -> None:
    answer = check_address(typed)
    assert isinstance(answer, Alamat)
    assert answer.saran == meant
    assert answer.alamat == typed


@pytest.mark.parametrize(
    "domain", ["gmail.com", "yahoo.co.id", "ymail.com", "kab.go.id", "x.cm.id"]
)
def test_a_domain_that_is_right_brings_no_suggestion(domain: str) -> None:
    answer = check_address(f"budi@{domain}")
    assert isinstance(answer, Alamat)
    assert answer.saran is None


@pytest.mark.parametrize(
    ("address", "shown"), [("budi@a.id", "b•••i@a.id"), ("b@a.id", "b•••@a.id")]
)
def test_an_address_is_shown_masked(address: str, shown: str) -> None:
    assert Alamat(address).samar == shown


async def test_v09_a_domain_without_mail_is_refused_and_silence_is_only_a_warning() -> None:
    async def yes(_: str) -> bool:
        return True

    async def no(_: str) -> bool:
        return False

    async def silent(_: str) -> bool:
        raise TimeoutError

    alamat = Alamat("budi@contoh.id")
    assert await check_mail_server(alamat, yes) == alamat
    assert isinstance(await check_mail_server(alamat, no), AlamatDitolak)
    warned = await check_mail_server(alamat, silent)
    assert isinstance(warned, Alamat)
    assert warned.peringatan


async def test_v09_a_name_server_that_hangs_is_not_waited_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def hangs(_: str) -> bool:
        await asyncio.Event().wait()
        return True

    monkeypatch.setattr("delivery.address._MX_SECONDS", 0.01)
    warned = await check_mail_server(Alamat("budi@contoh.id"), hangs)
    assert isinstance(warned, Alamat)
    assert warned.peringatan
