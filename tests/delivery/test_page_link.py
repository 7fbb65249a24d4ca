"""FAULTS section 1, the form and the password: over a real server."""

import asyncio
from urllib.parse import urlsplit

import pytest

from delivery.headers import HEADERS
from delivery.models import Percobaan, StatusTautan, Tautan, Tiket
from delivery.terbitan import TautanTerbit
from tests.delivery.dunia import KOP, Dunia, Peramban, serve
from vault import new_password, new_token, normalise_password


def door(terbit: TautanTerbit) -> str:
    return urlsplit(terbit.url).path


def another_password(terbit: TautanTerbit) -> str:
    while (password := new_password()) == terbit.kata_sandi:
        pass
    return password


async def counted() -> int:
    return sum([row.gagal for row in await Percobaan.all()])


async def test_d01_the_first_look_is_a_form_without_a_name_or_a_number(
    dunia: Dunia, peramban: Peramban
) -> None:
    terbit = await dunia.publish()
    async with peramban.get(door(terbit)) as answer:
        body = await answer.text()
    assert answer.status == 200
    assert {name: answer.headers[name] for name in HEADERS} == dict(HEADERS)
    assert "6 Desember 2026 pukul 10.04 WIB" in body
    assert KOP.nama_dinas in body
    assert KOP.kontak in body
    for private in ("BUDI", "3319", "Kartu-Keluarga", terbit.kata_sandi):
        assert private not in body
    assert await counted() == 0


async def test_d02_a_head_is_empty_and_changes_nothing(dunia: Dunia, peramban: Peramban) -> None:
    terbit = await dunia.publish()
    before = await Tautan.all().values()
    async with peramban.get(door(terbit), method="HEAD") as answer:
        assert answer.status == 200
        assert await answer.read() == b""
    assert await Tautan.all().values() == before


async def test_d03_a_hundred_looks_change_nothing(dunia: Dunia, peramban: Peramban) -> None:
    terbit = await dunia.publish()
    for _ in range(100):
        async with peramban.get(door(terbit)) as answer:
            assert answer.status == 200
    async with peramban.post(door(terbit), "kata_sandi", terbit.kata_sandi) as answer:
        assert answer.status == 303


async def test_d04_fifty_empty_forms_of_a_mail_scanner_are_not_attempts(
    dunia: Dunia, peramban: Peramban
) -> None:
    terbit = await dunia.publish()
    for _ in range(50):
        async with peramban.post(door(terbit), "kata_sandi", "") as answer:
            assert answer.status == 422
    assert await counted() == 0
    async with peramban.post(door(terbit), "kata_sandi", terbit.kata_sandi) as answer:
        assert answer.status == 303


async def test_d05_a_wrong_check_symbol_never_reaches_argon2(
    dunia: Dunia, peramban: Peramban, monkeypatch: pytest.MonkeyPatch
) -> None:
    terbit = await dunia.publish()

    async def never(*_: object) -> bytes:
        raise AssertionError("argon2 was called")

    monkeypatch.setattr(dunia.stretcher, "stretch", never)
    symbols = normalise_password(terbit.kata_sandi) or ""
    typo = symbols[:-1] + ("0" if symbols[-1] != "0" else "1")
    async with peramban.post(door(terbit), "kata_sandi", typo) as answer:
        assert answer.status == 422
        assert "mungkin ada yang salah ketik" in await answer.text()
    assert await counted() == 0


async def test_d06_a_well_formed_wrong_password_counts_and_says_what_is_left(
    dunia: Dunia, peramban: Peramban
) -> None:
    terbit = await dunia.publish()
    wrong = another_password(terbit)
    async with peramban.post(door(terbit), "kata_sandi", wrong) as answer:
        body = await answer.text()
    assert answer.status == 403
    assert "Sisa percobaan: 4." in body
    assert wrong not in body
    assert await counted() == 1
    assert (await Tautan.get()).gagal_total == 1


@pytest.mark.parametrize("dash", ["-", " ", "\u2013", "", "\u2014 "])
async def test_d07_the_password_opens_however_it_is_typed(
    dunia: Dunia, peramban: Peramban, dash: str
) -> None:
    terbit = await dunia.publish()
    typed = terbit.kata_sandi.lower().replace("-", dash).replace("0", "o").replace("1", "l")
    wide = "".join(chr(ord(c) + 0xFEE0) if c.isascii() and c.isalnum() else c for c in typed)
    async with peramban.post(door(terbit), "kata_sandi", wide) as answer:
        assert answer.status == 303
        assert answer.headers["Location"].startswith("https://layanan.contoh.go.id/b/")
    assert dunia.catatan.lines == ["opened"]


async def test_d08_the_sixth_wrong_password_finds_the_door_shut_even_for_the_right_one(
    dunia: Dunia, peramban: Peramban
) -> None:
    terbit = await dunia.publish()
    wrong = another_password(terbit)
    for left in (4, 3, 2, 1, 0):
        async with peramban.post(door(terbit), "kata_sandi", wrong) as answer:
            assert answer.status == 403
            assert f"Sisa percobaan: {left}." in await answer.text()
    for typed in (wrong, terbit.kata_sandi):
        async with peramban.post(door(terbit), "kata_sandi", typed) as answer:
            assert answer.status == 429
            assert answer.headers["Retry-After"] == "900"
            assert "15 menit lagi" in await answer.text()
    assert dunia.catatan.lines == ["attacked"]
    dunia.clock.forward(minutes=15)
    async with peramban.post(door(terbit), "kata_sandi", terbit.kata_sandi) as answer:
        assert answer.status == 303


async def test_d09_d14_another_address_is_not_locked_out(dunia: Dunia) -> None:
    dunia.proksi = ("127.0.0.1",)
    terbit = await dunia.publish()
    wrong = another_password(terbit)
    async with serve(dunia.situs()) as peramban:
        for _ in range(6):
            async with peramban.post(
                door(terbit), "kata_sandi", wrong, X_Forwarded_For="9.9.9.9, 203.0.113.5"
            ) as answer:
                pass
        assert answer.status == 429
        async with peramban.post(
            door(terbit), "kata_sandi", terbit.kata_sandi, X_Forwarded_For="198.51.100.7"
        ) as answer:
            assert answer.status == 303


async def test_d13_without_a_trusted_proxy_a_forged_address_changes_nothing(
    dunia: Dunia, peramban: Peramban
) -> None:
    terbit = await dunia.publish()
    wrong = another_password(terbit)
    statuses = []
    for number in range(6):
        async with peramban.post(
            door(terbit), "kata_sandi", wrong, X_Forwarded_For=f"203.0.113.{number}"
        ) as answer:
            statuses.append(answer.status)
    assert statuses == [403] * 5 + [429]


@pytest.mark.parametrize("forged", ["nonsense", "1.2.3.4.5", "<b>", "203.0.113.5, ", ""])
async def test_d14_a_malformed_forwarded_address_is_refused(dunia: Dunia, forged: str) -> None:
    dunia.proksi = ("127.0.0.1",)
    terbit = await dunia.publish()
    async with (
        serve(dunia.situs()) as peramban,
        peramban.post(
            door(terbit), "kata_sandi", terbit.kata_sandi, X_Forwarded_For=forged
        ) as answer,
    ):
        assert answer.status == 400


async def test_d16_a_fault_after_the_reservation_leaves_it_counted_and_gives_no_ticket(
    dunia: Dunia, peramban: Peramban
) -> None:
    terbit = await dunia.publish()
    dunia.catatan.broken = True
    async with peramban.post(door(terbit), "kata_sandi", terbit.kata_sandi) as answer:
        assert answer.status == 500
        assert "Nomor gangguan" in await answer.text()
    assert await counted() == 1
    assert await Tiket.all().count() == 0
    assert (await Tautan.get()).sesi == 0


async def test_fifty_guesses_at_once_are_judged_five_times(
    dunia: Dunia, peramban: Peramban
) -> None:
    terbit = await dunia.publish()
    wrong = another_password(terbit)

    async def guess() -> int:
        async with peramban.post(door(terbit), "kata_sandi", wrong) as answer:
            return answer.status

    statuses = await asyncio.gather(*(guess() for _ in range(50)))
    assert sorted(set(statuses)) == [403, 429]
    assert statuses.count(403) == 5
    assert dunia.catatan.lines == ["attacked"]


@pytest.mark.parametrize(
    "path",
    [
        "/d/" + "a" * 25,
        "/d/" + "a" * 27,
        "/d/" + "A" * 26,
        "/d/" + "u" * 26,
        "/d/%2e%2e",
        "/d/..%2fetc",
        "/d/" + "a" * 25 + "%00",
        "/d/" + "a" * 26 + "%00",
        "/d/" + "a" * 26 + "//",
        "/b/" + "a" * 27,
        "/b/../../etc/passwd",
        "/d/",
        "/apa",
    ],
)
async def test_d17_a_garbled_address_is_not_found_and_not_repeated(
    dunia: Dunia, peramban: Peramban, path: str
) -> None:
    async with peramban.get(path) as answer:
        body = await answer.text()
    assert answer.status == 404
    assert "alamat tersalin lengkap" in body
    assert path not in body
    assert "aaaa" not in body.lower()
    assert {name: answer.headers[name] for name in HEADERS} == dict(HEADERS)


@pytest.mark.parametrize("tail", [*".,;)'/]\">", "%3E", "%22", "%5D"])
async def test_d18_one_sign_that_a_mail_program_added_is_forgiven(
    dunia: Dunia, peramban: Peramban, tail: str
) -> None:
    terbit = await dunia.publish()
    async with peramban.get(door(terbit)) as answer:
        plain = await answer.text()
    async with peramban.get(door(terbit) + tail) as answer:
        assert answer.status == 200
        assert await answer.text() == plain


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (StatusTautan.DIGANTI, "sudah diganti"),
        (StatusTautan.DICABUT, "diblokir"),
        (StatusTautan.KEDALUWARSA, "sudah habis"),
        (StatusTautan.TERKUNCI, "terkunci"),
    ],
)
async def test_d19_a_dead_link_says_why_and_what_to_do_next(
    dunia: Dunia, peramban: Peramban, status: StatusTautan, words: str
) -> None:
    terbit = await dunia.publish()
    await Tautan.all().update(status=status.value)
    async with peramban.get(door(terbit)) as answer:
        body = await answer.text()
    assert answer.status == 410
    assert words in body
    assert "Hubungi kantor" in body
    async with peramban.post(door(terbit), "kata_sandi", terbit.kata_sandi) as answer:
        assert answer.status == 410
    assert await counted() == 0


async def test_d20_a_link_that_expires_between_look_and_password_is_gone(
    dunia: Dunia, peramban: Peramban
) -> None:
    terbit = await dunia.publish()
    async with peramban.get(door(terbit)) as answer:
        assert answer.status == 200
    dunia.clock.forward(days=14)
    async with peramban.post(door(terbit), "kata_sandi", terbit.kata_sandi) as answer:
        assert answer.status == 410
    assert await counted() == 0


async def test_a_link_opens_ten_times_and_then_no_more(dunia: Dunia, peramban: Peramban) -> None:
    terbit = await dunia.publish()
    statuses = []
    for _ in range(11):
        async with peramban.post(door(terbit), "kata_sandi", terbit.kata_sandi) as answer:
            statuses.append(answer.status)
    assert statuses == [303] * 10 + [410]
    assert dunia.catatan.lines == ["opened"]


async def test_d22_a_form_from_another_site_is_refused_and_not_counted(
    dunia: Dunia, peramban: Peramban
) -> None:
    terbit = await dunia.publish()
    for site in ("cross-site", "same-site"):
        async with peramban.post(
            door(terbit), "kata_sandi", another_password(terbit), Sec_Fetch_Site=site
        ) as answer:
            assert answer.status == 403
    async with peramban.post(
        door(terbit), "kata_sandi", terbit.kata_sandi, Origin="https://evil.example"
    ) as answer:
        assert answer.status == 403
    assert await counted() == 0


async def test_d23_addresses_come_from_the_settings_and_never_from_the_request(
    dunia: Dunia, peramban: Peramban
) -> None:
    terbit = await dunia.publish()
    evil = {"Host": "evil.example", "X_Forwarded_Host": "evil.example"}
    async with peramban.get(door(terbit), **evil) as answer:
        assert "evil" not in await answer.text()
    async with peramban.post(door(terbit), "kata_sandi", terbit.kata_sandi, **evil) as answer:
        assert answer.headers["Location"].startswith("https://layanan.contoh.go.id/b/")


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        (b"kata_sandi=%ff%fe", "application/x-www-form-urlencoded", 400),
        (b"kata_sandi=\xff\xfe", "application/x-www-form-urlencoded", 400),
        (b"a=1&" * 50, "application/x-www-form-urlencoded", 400),
        (b"kata_sandi=x", "application/x-www-form-urlencoded; charset=nonsense", 415),
        (b"x", "multipart/form-data", 415),
        (b'{"kata_sandi":"x"}', "application/json", 415),
        (b"", "", 415),
        (b"kata_sandi=" + b"x" * 1_000_000, "application/x-www-form-urlencoded", 413),
    ],
)
async def test_d24_what_is_not_a_small_plain_form_is_refused_without_a_fault(
    dunia: Dunia, peramban: Peramban, body: bytes, kind: str, status: int
) -> None:
    terbit = await dunia.publish()
    url = peramban.origin + door(terbit)
    async with peramban.session.post(url, data=body, headers={"Content-Type": kind}) as answer:
        assert answer.status == status
        assert "<h1>" in await answer.text()
    assert await counted() == 0


async def test_an_unknown_token_never_reaches_argon2(
    dunia: Dunia, peramban: Peramban, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def never(*_: object) -> bytes:
        raise AssertionError("argon2 was called")

    monkeypatch.setattr(dunia.stretcher, "stretch", never)
    async with peramban.post(f"/d/{new_token()}", "kata_sandi", new_password()) as answer:
        assert answer.status == 404


async def test_another_method_is_refused_with_the_headers(peramban: Peramban) -> None:
    async with peramban.get("/loket", method="DELETE") as answer:
        assert answer.status == 405
        assert "GET" in answer.headers["Allow"]
        assert answer.headers["Cache-Control"] == "no-store, private"
