"""Our transport over real sockets: what goes out, what comes back, and what goes wrong."""

import asyncio
import json
import socket
import time
import traceback
from collections.abc import AsyncIterator, Awaitable
from datetime import timedelta
from pathlib import Path

import httpx
import pytest
from aiohttp import web
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, InputFile, InputMediaDocument
from telegram.error import (
    BadRequest,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)
from telegram.request import BaseRequest, HTTPXRequest

from core.bot.transport import Transport
from core.bot.waits import Waits
from tests.core.bot.peladen_api import MESSAGE, TOKEN, PeladenApi, peladen_api, refusal, result

SHORT = Waits(connect=0.3, read=0.3, write=0.3, pool=0.3)
PATIENCE = 15.0  # for a machine that is busy


@pytest.fixture
async def api() -> AsyncIterator[PeladenApi]:
    async with peladen_api() as server:
        yield server


def make_bot(
    api: PeladenApi, request: BaseRequest | None = None, poll: BaseRequest | None = None
) -> Bot:
    return Bot(
        TOKEN,
        base_url=api.base_url,
        base_file_url=api.base_file_url,
        request=request or Transport(connections=4),
        get_updates_request=poll or Transport(connections=1),
    )


@pytest.fixture
async def bot(api: PeladenApi) -> AsyncIterator[Bot]:
    async with make_bot(api) as opened:
        api.asked.clear()
        yield opened


async def fault_of(call: Awaitable[object]) -> TelegramError:
    """Return the error of a call, having seen that it tells nobody our address."""
    with pytest.raises(TelegramError) as caught:
        async with asyncio.timeout(PATIENCE):
            await call
    told = "".join(traceback.format_exception(caught.value)) + repr(caught.value)
    assert TOKEN not in told
    assert "RAHASIA" not in told
    context = caught.value.__context__ or caught.value.__cause__
    assert context is None or TOKEN not in f"{context!s}{context!r}"
    return caught.value


async def test_parameters_go_as_json_and_keep_their_kinds(api: PeladenApi, bot: Bot) -> None:
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Kirim ✓", callback_data="kirim")]])
    sent = await bot.send_message(1, "– 👋 &\n'\"", reply_markup=keyboard, protect_content=True)
    assert sent.message_id == MESSAGE["message_id"]
    [asked] = api.asked
    assert (asked.method, asked.type) == ("sendMessage", "application/json")
    assert asked.parameters == {
        "chat_id": 1,
        "text": "– 👋 &\n'\"",
        "protect_content": True,
        "reply_markup": {"inline_keyboard": [[{"text": "Kirim ✓", "callback_data": "kirim"}]]},
    }


async def test_the_words_of_a_call_mean_what_they_mean_over_httpx(api: PeladenApi) -> None:
    """Telegram reads a JSON value that is no string as its own text, so both say the same."""
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("a", url="https://example.id")]])
    said = []
    for request in (Transport(connections=1), HTTPXRequest(httpx_kwargs={"trust_env": False})):
        async with make_bot(api, request) as bot:
            await bot.send_message(-100123, "x=1&y=2 é", reply_markup=keyboard)
        said.append(api.asked[-1])
    ours = {
        name: value if isinstance(value, str) else json.dumps(value)
        for name, value in said[0].parameters.items()
    }
    theirs = dict(httpx.QueryParams(said[1].body.decode()))
    assert said[1].type == "application/x-www-form-urlencoded"
    assert ours == theirs


async def test_a_file_goes_as_multipart_with_its_length_announced(
    api: PeladenApi, bot: Bot
) -> None:
    content = bytes(range(256)) * 2000
    got: dict[str, object] = {}

    async def receive(request: web.Request) -> web.Response:
        assert request.content_length is not None
        form = await request.post()
        for name, value in form.items():
            if isinstance(value, web.FileField):
                got[name] = (value.filename, value.content_type, value.file.read())
            else:
                got[name] = value
        return result(MESSAGE)

    api.answers["sendDocument"] = receive
    name = "KK «baru» %20.pdf"
    await bot.send_document(1, content, filename=name, caption="Halo 👋")
    assert got == {
        "chat_id": "1",
        "caption": "Halo 👋",
        "document": (name, "application/pdf", content),
    }


async def test_a_file_on_disk_is_streamed_and_stays_the_callers(
    api: PeladenApi, bot: Bot, tmp_path: Path
) -> None:
    path = tmp_path / "besar.pdf"
    path.write_bytes(b"%PDF" + bytes(3_000_000))
    got: list[bytes] = []

    async def receive(request: web.Request) -> web.Response:
        form = await request.post()
        field = form["document"]
        assert isinstance(field, web.FileField)
        got.append(field.file.read())
        return result(MESSAGE)

    api.answers["sendDocument"] = receive
    with path.open("rb") as file:
        file.seek(4)
        await bot.send_document(1, InputFile(file, read_file_handle=False))
        assert not file.closed
    assert got == [bytes(3_000_000)]


async def test_several_files_are_attached_by_name(api: PeladenApi, bot: Bot) -> None:
    form: dict[str, object] = {}

    async def receive(request: web.Request) -> web.Response:
        for name, value in (await request.post()).items():
            form[name] = value.file.read() if isinstance(value, web.FileField) else value
        return result([MESSAGE])

    api.answers["sendMediaGroup"] = receive
    await bot.send_media_group(1, [InputMediaDocument(b"satu"), InputMediaDocument(b"dua")])
    media = json.loads(str(form["media"]))
    attached = [form[each["media"].removeprefix("attach://")] for each in media]
    assert attached == [b"satu", b"dua"]


async def test_one_connection_carries_call_after_call(api: PeladenApi, bot: Bot) -> None:
    api.connections.clear()
    for _ in range(20):
        await bot.send_message(1, "x")
    await bot.send_document(1, b"x" * 200_000)
    await bot.send_message(1, "x")
    assert len(api.asked) == 22
    assert len(api.connections) == 1


async def test_no_more_connections_than_allowed_and_every_call_is_done(
    api: PeladenApi, bot: Bot
) -> None:
    api.connections.clear()
    api.most_at_once = 0
    await asyncio.gather(*(bot.send_message(1, str(n)) for n in range(60)))
    assert len(api.asked) == 60
    assert api.most_at_once <= 4
    assert len(api.connections) <= 4


async def test_polling_does_not_wait_for_the_calls(api: PeladenApi, bot: Bot) -> None:
    api.answers["sendMessage"] = api.stall
    stalled = [asyncio.create_task(bot.send_message(1, "x")) for _ in range(4)]
    api.answers["getUpdates"] = refusal(409, "Conflict: terminated by other getUpdates request")
    assert isinstance(await fault_of(bot.get_updates()), Conflict)
    for task in stalled:
        task.cancel()
    await asyncio.gather(*stalled, return_exceptions=True)


async def test_who_waits_too_long_for_a_connection_is_told_so(api: PeladenApi) -> None:
    api.answers["sendMessage"] = api.stall
    slow = Waits(connect=0.2, read=PATIENCE, write=PATIENCE, pool=0.2)
    async with make_bot(api, Transport(connections=1, waits=slow)) as bot:
        stalled = asyncio.create_task(bot.send_message(1, "x"))
        await asyncio.wait_for(api.stalled.wait(), PATIENCE)
        assert isinstance(await fault_of(bot.send_message(2, "y")), TimedOut)
        stalled.cancel()
        await asyncio.gather(stalled, return_exceptions=True)


async def test_nobody_listening_is_a_network_error_without_a_timeout() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # bound and not listening: refused, and nobody else's
        api = PeladenApi(url=f"http://127.0.0.1:{taken.getsockname()[1]}")
        fault = await fault_of(make_bot(api).initialize())
    assert isinstance(fault, NetworkError)
    assert not isinstance(fault, TimedOut)
    assert str(fault) == "ClientConnectorError: Connection refused"


async def test_an_unknown_name_is_a_network_error() -> None:
    api = PeladenApi(url="http://tiada.invalid")
    bot = make_bot(api, Transport(connections=1, waits=Waits(connect=PATIENCE)))
    assert isinstance(await fault_of(bot.initialize()), NetworkError)
    await bot.shutdown()


async def test_a_hanging_answer_times_out_in_time(api: PeladenApi) -> None:
    api.answers["sendMessage"] = api.stall
    async with make_bot(api, Transport(connections=1, waits=SHORT)) as bot:
        start = time.monotonic()
        assert type(await fault_of(bot.send_message(1, "x"))) is TimedOut
        assert time.monotonic() - start < PATIENCE / 2
        # The connection is gone with it, and the next call gets a new one.
        del api.answers["sendMessage"]
        await bot.send_message(1, "x", read_timeout=PATIENCE)


async def test_a_dripping_answer_is_bounded_as_a_whole(api: PeladenApi) -> None:
    async def drip(request: web.Request) -> web.StreamResponse:
        answer = web.StreamResponse(headers={"Content-Length": "1000000"})
        await answer.prepare(request)
        while not api.never.is_set():
            await answer.write(b" ")
            await asyncio.sleep(0.02)
        return answer

    api.answers["sendMessage"] = drip
    async with make_bot(api, Transport(connections=1, waits=SHORT)) as bot:
        assert type(await fault_of(bot.send_message(1, "x"))) is TimedOut


async def test_a_peer_that_stops_taking_a_file_times_out(api: PeladenApi) -> None:
    api.answers["sendDocument"] = api.stall
    waits = Waits(connect=PATIENCE, read=PATIENCE, write=0.3, pool=PATIENCE)
    async with make_bot(api, Transport(connections=1, waits=waits)) as bot:
        assert type(await fault_of(bot.send_document(1, bytes(30_000_000)))) is TimedOut


async def test_a_slow_answer_after_an_upload_is_waited_for(api: PeladenApi) -> None:
    """The write time-out ends with the last piece; Telegram may think about a file."""

    async def think(request: web.Request) -> web.StreamResponse:
        await request.read()
        await asyncio.sleep(0.6)
        return result(MESSAGE)

    api.answers["sendDocument"] = think
    waits = Waits(connect=PATIENCE, read=PATIENCE, write=0.5, pool=PATIENCE)
    async with make_bot(api, Transport(connections=1, waits=waits)) as bot:
        await bot.send_document(1, b"x" * 10)


async def test_an_answer_that_breaks_off_is_a_network_error(api: PeladenApi, bot: Bot) -> None:
    async def break_off(request: web.Request) -> web.StreamResponse:
        answer = web.StreamResponse(headers={"Content-Length": "1000"})
        await answer.prepare(request)
        await answer.write(b'{"ok": true')
        assert request.transport is not None
        request.transport.abort()
        return answer

    api.answers["sendMessage"] = break_off
    fault = await fault_of(bot.send_message(1, "x"))
    assert isinstance(fault, NetworkError)
    assert not isinstance(fault, TimedOut)


async def test_a_connection_closed_without_an_answer_is_a_network_error(
    api: PeladenApi, bot: Bot
) -> None:
    calls = 0

    async def hang_up(request: web.Request) -> web.StreamResponse:
        nonlocal calls
        calls += 1
        assert request.transport is not None
        request.transport.abort()
        raise web.HTTPGone

    api.answers["sendMessage"] = hang_up
    assert isinstance(await fault_of(bot.send_message(1, "x")), NetworkError)
    assert calls == 1, "a message must not be sent a second time behind our back"


async def test_what_is_not_http_is_a_network_error() -> None:
    async def babble(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"220 mail.example.id ESMTP\r\n\r\n")
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(babble, "127.0.0.1", 0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        fault = await fault_of(make_bot(PeladenApi(f"http://127.0.0.1:{port}")).initialize())
    assert isinstance(fault, NetworkError)


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (400, BadRequest),
        (401, InvalidToken),
        (403, Forbidden),
        (404, InvalidToken),
        (409, Conflict),
        (413, NetworkError),
        (500, NetworkError),
        (502, NetworkError),
    ],
)
async def test_a_refusal_is_what_it_is_over_httpx(
    api: PeladenApi, status: int, expected: type[TelegramError]
) -> None:
    found = []
    for request in (Transport(connections=1), HTTPXRequest(httpx_kwargs={"trust_env": False})):
        async with make_bot(api, request) as bot:
            api.answers["sendMessage"] = refusal(status, "Refused: for a reason")
            found.append(await fault_of(bot.send_message(1, "x")))
    assert type(found[0]) is type(found[1]) is expected
    assert str(found[0]) == str(found[1])


async def test_too_many_requests_says_how_long_to_wait(api: PeladenApi, bot: Bot) -> None:
    api.answers["sendMessage"] = refusal(429, "Too Many Requests: retry after 5", retry_after=5)
    fault = await fault_of(bot.send_message(1, "x"))
    assert isinstance(fault, RetryAfter)
    wait = fault.retry_after
    assert (wait if isinstance(wait, timedelta) else timedelta(seconds=wait)).total_seconds() == 5


@pytest.mark.parametrize("status", [200, 302, 403, 500, 502, 504])
@pytest.mark.parametrize(
    "page", ["<html>/bot{token}/sendMessage</html>", '["{token}"]', '"{token}"', "", "{{{token}"]
)
async def test_a_page_that_is_not_telegrams_is_never_quoted(
    api: PeladenApi, bot: Bot, caplog: pytest.LogCaptureFixture, status: int, page: str
) -> None:
    async def answer(request: web.Request) -> web.Response:
        headers = {"Location": f"{api.url}/elsewhere"} if status == 302 else {}
        return web.Response(text=page.replace("{token}", TOKEN), status=status, headers=headers)

    api.answers["sendMessage"] = answer
    fault = await fault_of(bot.send_message(1, "x"))
    assert isinstance(fault, Forbidden if status == 403 else NetworkError)
    assert TOKEN not in caplog.text
    assert all(asked.method != "elsewhere" for asked in api.asked)


async def test_a_file_is_fetched_whole(api: PeladenApi, bot: Bot) -> None:
    content = bytes(range(256)) * 8000

    async def give(request: web.Request) -> web.Response:
        return web.Response(body=content)

    api.answers["getFile"] = _found
    api.answers["foto 1.jpg"] = give
    described = await bot.get_file("berkas")
    assert bytes(await described.download_as_bytearray()) == content


@pytest.mark.parametrize("announced", [True, False])
async def test_a_file_over_the_limit_is_not_taken_in(api: PeladenApi, announced: bool) -> None:
    async def give(request: web.Request) -> web.StreamResponse:
        headers = {"Content-Length": "2000000"} if announced else {}
        answer = web.StreamResponse(headers=headers)
        await answer.prepare(request)
        for _ in range(20):
            await answer.write(bytes(100_000))
        return answer

    api.answers["getFile"] = _found
    api.answers["foto 1.jpg"] = give
    async with make_bot(api, Transport(connections=1, most_bytes=1_000_000)) as bot:
        described = await bot.get_file("berkas")
        fault = await fault_of(described.download_as_bytearray())
        assert "larger than 1000000 bytes" in str(fault)
        assert (await bot.get_me()).username == "layanan_bot"


async def _found(request: web.Request) -> web.Response:
    return result({"file_id": "b", "file_unique_id": "u", "file_path": "photos/foto 1.jpg"})


async def test_a_file_that_comes_unannounced_in_pieces_is_whole(api: PeladenApi, bot: Bot) -> None:
    async def give(request: web.Request) -> web.StreamResponse:
        answer = web.StreamResponse()
        await answer.prepare(request)
        for letter in b"abc":
            await answer.write(bytes([letter]) * 50_000)
        return answer

    api.answers["getFile"] = _found
    api.answers["foto 1.jpg"] = give
    described = await bot.get_file("berkas")
    got = bytes(await described.download_as_bytearray())
    assert got == b"a" * 50_000 + b"b" * 50_000 + b"c" * 50_000


async def test_opening_and_closing_twice_is_opening_and_closing(api: PeladenApi) -> None:
    transport = Transport(connections=1)
    await transport.initialize()
    await transport.initialize()
    status, _ = await transport.do_request(f"{api.base_url}1/getMe", "POST")
    await transport.shutdown()
    await transport.shutdown()
    assert status == 200
    with pytest.raises(NetworkError, match="RuntimeError"):
        await transport.do_request(f"{api.base_url}1/getMe", "POST")
    async with transport:
        assert (await transport.do_request(f"{api.base_url}1/getMe", "POST"))[0] == 200


async def test_the_polls_wait_is_on_top_of_the_read_timeout(api: PeladenApi) -> None:
    seen: list[float | None] = []

    class Watched(Transport):
        async def do_request(self, *args: object, **named: object) -> tuple[int, bytes]:
            wait = named["read_timeout"]
            assert isinstance(wait, int | float)
            seen.append(wait)
            return 200, b'{"ok": true, "result": []}'

    poll = Watched(connections=1, waits=Waits(read=10.0))
    async with make_bot(api, poll=poll) as bot:
        await bot.get_updates(timeout=25)
    assert seen == [35.0]


def test_a_call_is_bounded_by_the_sum_of_its_parts_and_for_ever_stays_for_ever() -> None:
    usual = Waits(connect=1, read=2, write=4, pool=8)
    assert usual.of_call.total == 15
    assert (usual.of_call.connect, usual.of_call.sock_connect, usual.of_call.sock_read) == (
        9,
        1,
        2,
    )
    keep = BaseRequest.DEFAULT_NONE
    assert usual.altered(connect=keep, read=keep, write=keep, pool=keep) is usual
    changed = usual.altered(connect=keep, read=None, write=keep, pool=0.5)
    assert (changed.connect, changed.read, changed.write, changed.pool) == (1, None, 4, 0.5)
    assert changed.of_call.total is None
    assert changed.of_transfer.total is not None
