"""FAULTS D27 to D31: the ticket, the file, ranges, and when a download is one."""

import asyncio
from urllib.parse import urlsplit

import pytest

from delivery.headers import FILE_POLICY, HEADERS
from delivery.models import Tautan, Tiket
from tests.delivery.dunia import PDF, Dunia, Peramban
from vault import new_token

NAME = "Kartu-Keluarga_CTH-2611-0001.pdf"
LARGE = bytes(range(256)) * 128 * 1024  # 32 MiB: more than the buffers on the way hold


async def ticket(dunia: Dunia, peramban: Peramban, pdf: bytes = PDF) -> str:
    terbit = await dunia.publish(pdf)
    door = urlsplit(terbit.url).path
    async with peramban.post(door, "kata_sandi", terbit.kata_sandi) as answer:
        return urlsplit(answer.headers["Location"]).path


async def settled(dunia: Dunia, line: str) -> None:
    """Wait until the server has noted what the client saw a moment earlier."""
    async with asyncio.timeout(10):
        await dunia.catatan.until(line)


async def test_the_page_has_one_large_button_and_says_how_to_print(
    dunia: Dunia, peramban: Peramban
) -> None:
    page = await ticket(dunia, peramban)
    async with peramban.get(page) as answer:
        body = await answer.text()
    assert answer.status == 200
    assert f'href="{page}/{NAME}"' in body
    for hint in ("HVS", "A4", "100 %", "lanskap", "pukul 10.19 WIB"):
        assert hint in body
    assert "BUDI" not in body


async def test_d29_the_file_comes_byte_for_byte_without_a_cookie(
    dunia: Dunia, peramban: Peramban
) -> None:
    page = await ticket(dunia, peramban)
    async with peramban.get(f"{page}/{NAME}", User_Agent="AndroidDownloadManager") as answer:
        assert await answer.read() == PDF
    assert answer.status == 200
    assert answer.headers["Content-Type"] == "application/pdf"
    disposition = f"attachment; filename=\"{NAME}\"; filename*=UTF-8''{NAME}"
    assert answer.headers["Content-Disposition"] == disposition
    assert answer.headers["Accept-Ranges"] == "bytes"
    expected = dict(HEADERS) | {"Content-Security-Policy": FILE_POLICY}
    assert {name: answer.headers[name] for name in HEADERS} == expected
    await settled(dunia, "downloaded")
    assert (await Tautan.get()).diunduh_at == dunia.clock()


async def test_a_look_on_the_screen_is_inline(dunia: Dunia, peramban: Peramban) -> None:
    page = await ticket(dunia, peramban)
    async with peramban.get(f"{page}/{NAME}?lihat=1") as answer:
        assert answer.headers["Content-Disposition"].startswith("inline;")
        assert await answer.read() == PDF


async def test_a_download_is_told_once(dunia: Dunia, peramban: Peramban) -> None:
    page = await ticket(dunia, peramban)
    for _ in range(3):
        async with peramban.get(f"{page}/{NAME}") as answer:
            await answer.read()
        await settled(dunia, "downloaded")
    assert dunia.catatan.lines == ["opened", "downloaded"]


async def test_a_head_tells_the_size_and_is_no_use_of_the_ticket(
    dunia: Dunia, peramban: Peramban
) -> None:
    page = await ticket(dunia, peramban)
    async with peramban.get(f"{page}/{NAME}", method="HEAD") as answer:
        assert answer.headers["Content-Length"] == str(len(PDF))
    assert (await Tiket.get()).kali == 0


async def test_d27_a_guessed_ticket_or_another_name_is_not_found(
    dunia: Dunia, peramban: Peramban
) -> None:
    page = await ticket(dunia, peramban)
    guessed = f"/b/{new_token()}"
    for path in (guessed, f"{guessed}/{NAME}", f"{page}/lain.pdf", f"{page}/..%2f{NAME}"):
        async with peramban.get(path) as answer:
            assert answer.status == 404


async def test_d27_a_wrap_of_another_ticket_opens_nothing(
    dunia: Dunia, peramban: Peramban
) -> None:
    first = await ticket(dunia, peramban)
    second = await ticket(dunia, peramban)
    rows = await Tiket.all().order_by("id")
    await Tiket.filter(id=rows[0].id).update(bungkus=rows[1].bungkus)
    async with peramban.get(f"{first}/{NAME}") as answer:
        assert answer.status == 500
        assert b"%PDF" not in await answer.read()
    async with peramban.get(f"{second}/{NAME}") as answer:
        assert answer.status == 200


@pytest.mark.parametrize("tail", ["", f"/{NAME}"])
async def test_d28_after_fifteen_minutes_the_password_is_asked_again(
    dunia: Dunia, peramban: Peramban, tail: str
) -> None:
    page = await ticket(dunia, peramban)
    dunia.clock.forward(minutes=15)
    async with peramban.get(page + tail) as answer:
        assert answer.status == 410
        assert "masukkan lagi kata sandi" in await answer.text()


async def test_d28_the_twenty_first_fetch_is_refused(dunia: Dunia, peramban: Peramban) -> None:
    page = await ticket(dunia, peramban)
    statuses = []
    for _ in range(21):
        async with peramban.get(f"{page}/{NAME}") as answer:
            await answer.read()
            statuses.append(answer.status)
    assert statuses == [200] * 20 + [410]


async def test_a_ticket_dies_with_its_link(dunia: Dunia, peramban: Peramban) -> None:
    page = await ticket(dunia, peramban)
    await Tautan.all().update(status="dicabut")
    async with peramban.get(f"{page}/{NAME}") as answer:
        assert answer.status == 410


@pytest.mark.parametrize(
    ("wanted", "status", "content"),
    [
        ("bytes=0-0", 206, PDF[:1]),
        ("bytes=10-19", 206, PDF[10:20]),
        ("bytes=-5", 206, PDF[-5:]),
        ("bytes=0-0,5-9", 200, PDF),
        ("bytes=9-5", 200, PDF),
        ("lines=1-2", 200, PDF),
    ],
)
async def test_d30_a_range_is_answered_exactly(
    dunia: Dunia, peramban: Peramban, wanted: str, status: int, content: bytes
) -> None:
    page = await ticket(dunia, peramban)
    async with peramban.get(f"{page}/{NAME}", Range=wanted) as answer:
        assert answer.status == status
        assert await answer.read() == content


async def test_d30_a_range_beyond_the_end_is_refused_with_the_size(
    dunia: Dunia, peramban: Peramban
) -> None:
    page = await ticket(dunia, peramban)
    async with peramban.get(f"{page}/{NAME}", Range=f"bytes={len(PDF)}-") as answer:
        assert answer.status == 416
        assert answer.headers["Content-Range"] == f"bytes */{len(PDF)}"


async def test_d30_only_the_last_byte_without_a_gap_is_a_download(
    dunia: Dunia, peramban: Peramban
) -> None:
    page = await ticket(dunia, peramban)
    half = len(PDF) // 2
    for part in ("bytes=-10", "bytes=0-0", f"bytes={half}-", f"bytes=0-{half - 1}"):
        async with peramban.get(f"{page}/{NAME}", Range=part) as answer:
            await answer.read()
        async with peramban.get(page) as answer:
            assert dunia.catatan.lines == ["opened"]
    async with peramban.get(f"{page}/{NAME}", Range=f"bytes={half}-") as answer:
        await answer.read()
    await settled(dunia, "downloaded")


async def test_a_range_of_another_file_is_answered_with_the_whole(
    dunia: Dunia, peramban: Peramban
) -> None:
    page = await ticket(dunia, peramban)
    async with peramban.get(f"{page}/{NAME}", Range="bytes=5-9", If_Range='"another"') as answer:
        assert answer.status == 200
        tag = answer.headers["ETag"]
        assert await answer.read() == PDF
    async with peramban.get(f"{page}/{NAME}", Range="bytes=5-9", If_Range=tag) as answer:
        assert answer.status == 206


async def test_d31_a_download_that_breaks_off_is_none_and_can_go_on(
    dunia: Dunia, peramban: Peramban
) -> None:
    page = await ticket(dunia, peramban, LARGE)
    half = len(LARGE) // 2
    for _ in range(5):
        async with peramban.get(f"{page}/{NAME}") as answer:
            await answer.content.readexactly(half)
            answer.close()
    assert (await Tiket.get()).kali == 5
    assert dunia.catatan.lines == ["opened"]
    async with peramban.get(f"{page}/{NAME}", Range=f"bytes={half}-") as answer:
        assert await answer.read() == LARGE[half:]
    await settled(dunia, "downloaded")
