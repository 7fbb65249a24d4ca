"""What never reaches a route is answered without an echo, and no log holds a secret."""

import asyncio
import logging
from urllib.parse import urlsplit

import pytest

from tests.delivery.dunia import Dunia, Peramban, serve
from tests.delivery.test_page_ticket import NAME
from vault import new_password


async def raw(peramban: Peramban, request: bytes) -> bytes:
    port = urlsplit(peramban.origin).port
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(request)
    async with asyncio.timeout(10):
        answer = await reader.read()
    writer.close()
    return answer


SECRET = b"rahasia0rahasia0rahasia000"


@pytest.mark.parametrize(
    "request_",
    [
        b"GET /d/" + SECRET + b"x" * 9000 + b" HTTP/1.1\r\nHost: x\r\n\r\n",
        b"GET /d/" + SECRET + b" HTTP/9.9\r\n\r\n",
        b"\x16\x03\x01" + SECRET + b"\r\n\r\n",
        b"GET /d/" + SECRET + b" HTTP/1.1\r\nHost: x\r\nbad header " + SECRET + b"\r\n\r\n",
        b"POST /d/" + SECRET + b" HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n"
        b"Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    ],
)
async def test_d17_d25_a_broken_request_is_a_plain_400_and_is_closed(
    peramban: Peramban, caplog: pytest.LogCaptureFixture, request_: bytes
) -> None:
    caplog.set_level(logging.DEBUG)
    answer = await raw(peramban, request_)
    assert answer.startswith((b"HTTP/1.1 400", b"HTTP/1.0 400"))
    assert b"Server: layanan" in answer
    assert SECRET not in answer
    assert SECRET.decode() not in caplog.text


async def test_d26_a_client_that_never_finishes_its_request_is_sent_away(
    dunia: Dunia, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("delivery.forms._DEADLINE", 0.05)
    terbit = await dunia.publish()
    door = urlsplit(terbit.url).path.encode()
    kind = b"Content-Type: application/x-www-form-urlencoded\r\n"
    slow = b"POST " + door + b" HTTP/1.1\r\nHost: x\r\n" + kind + b"Content-Length: 9\r\n\r\nka"
    async with serve(dunia.situs(), idle=0.2) as peramban:
        assert await raw(peramban, b"GET /d/abc HTTP/1.1\r\nHo") == b""
        assert (await raw(peramban, slow)).startswith(b"HTTP/1.1 408")


async def test_d38_m20_no_log_holds_token_ticket_password_path_or_name(
    dunia: Dunia, peramban: Peramban, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    terbit = await dunia.publish()
    door = urlsplit(terbit.url).path
    wrong = new_password()
    async with peramban.get(door), peramban.get(door + "xyz"):
        pass
    async with peramban.post(door, "kata_sandi", wrong):
        pass
    async with peramban.post(door, "kata_sandi", terbit.kata_sandi) as answer:
        page = urlsplit(answer.headers["Location"]).path
    async with peramban.get(f"{page}/{NAME}") as answer:
        await answer.read()
    dunia.catatan.broken = True
    kode = (await dunia.penerbit.mint_loket(dunia.dokumen_id)).kode
    async with peramban.post("/loket", "kode", kode) as answer:
        page2 = urlsplit(answer.headers["Location"]).path
    async with peramban.get(f"{page2}/{NAME}") as answer:
        await answer.read()
    await asyncio.sleep(0.05)
    ours = [line for line in caplog.records if line.name.startswith(("aiohttp", "delivery"))]
    text = "\n".join(logging.Formatter("%(name)s %(message)s").format(record) for record in ours)
    assert "GET /d/{token}{ekor} 200" in text, "an empty log proves nothing"
    assert "POST /d/{token}{ekor} 303" in text
    secrets = [door, page, page2, terbit.kata_sandi, wrong, kode, NAME, "127.0.0.1", "BUDI"]
    for secret in [*secrets, door.removeprefix("/d/"), page.removeprefix("/b/")]:
        assert secret not in text


async def test_a_fault_is_logged_with_its_place_and_without_its_words(
    dunia: Dunia, peramban: Peramban, caplog: pytest.LogCaptureFixture
) -> None:
    terbit = await dunia.publish()
    dunia.catatan.broken = True
    door = urlsplit(terbit.url).path
    async with peramban.post(door, "kata_sandi", terbit.kata_sandi) as answer:
        number = (await answer.text()).partition("Nomor gangguan: ")[2][:8]
    assert f"fault {number} at /d/{{token}}{{ekor}}: RuntimeError" in caplog.text
    assert "out of order" not in caplog.text
