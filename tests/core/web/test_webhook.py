"""The webhook's door over real sockets: who gets in, what is stored, what Telegram repeats."""

import asyncio
import json
import logging
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

import asyncpg
import pytest
from aiohttp import ClientSession

from core.store import Database, inbox, new_id, opened
from core.store.models import Inbox
from core.web.webhook import BODY_BYTES, SECRET_HEADER, WebhookDoor, WebhookSite
from sandbox import TOKEN, Klien, Panggung, Sandbox, Tokoh

SECRET = "rahasia-webhook-untuk-uji-saja-000001"
PATH = "/telegram"
SITI, BUDI = 101, 102
UPDATE = {"update_id": 7, "message": {"message_id": 1, "text": "Siti Aminah"}}
JSON = {"Content-Type": "application/json"}
KNOWN = {SECRET_HEADER: SECRET}
DEADLINE = 30.0


class Receiver:
    """Remembers what it was given; fails while told to, and may know no updates."""

    def __init__(self) -> None:
        self.got: list[dict[str, Any]] = []
        self.failures: list[Exception] = []
        self.knows_updates = True

    async def __call__(self, payload: dict[str, Any]) -> bool:
        if self.failures:
            raise self.failures.pop(0)
        if self.knows_updates:
            self.got.append(payload)
        return self.knows_updates


class Kotak:
    """Stores into the real inbox, as the bot's intake does."""

    async def __call__(self, payload: dict[str, Any]) -> bool:
        body = json.dumps(payload).encode()
        row = inbox.Masuk(
            id=new_id(),
            update_id=int(payload["update_id"]),
            sidik=sha256(body).hexdigest(),
            jalur="lain",
            muatan=body,
        )
        await inbox.store([row], now=datetime(2026, 3, 2, 8, 0, tzinfo=UTC))
        return True


async def opened_door(receive: Any, **limits: float) -> WebhookSite:
    site = WebhookSite(WebhookDoor(receive, SECRET, **limits).app(PATH), "127.0.0.1", 0)
    await site.start()
    return site


def address(site: WebhookSite, path: str = PATH) -> str:
    return f"http://127.0.0.1:{site.port}{path}"


@pytest.fixture
def receiver() -> Receiver:
    return Receiver()


@pytest.fixture
async def site(receiver: Receiver) -> AsyncIterator[WebhookSite]:
    site = await opened_door(receiver)
    yield site
    await site.stop()


@pytest.fixture
async def session() -> AsyncIterator[ClientSession]:
    async with ClientSession() as opened_session:
        yield opened_session


@pytest.fixture
async def basis_data(database_url: str) -> AsyncIterator[Database]:
    async with opened(Database(database_url, ["core.store.models"])) as database:
        yield database


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    stage = Panggung(warga=(Tokoh(SITI, "Siti Aminah"), Tokoh(BUDI, "Budi")))
    async with Sandbox(stage, webhook_pause=0.02) as running:
        yield running


@pytest.fixture
async def klien(sandbox: Sandbox) -> AsyncIterator[Klien]:
    async with Klien(sandbox.url) as opened_client:
        yield opened_client


async def hang(session: ClientSession, sandbox: Sandbox, url: str) -> None:
    """Set the webhook."""
    asked = {"url": url, "secret_token": SECRET}
    async with session.post(f"{sandbox.base_url}{TOKEN}/setWebhook", json=asked) as answer:
        assert answer.status == 200


async def stored(klien: Klien, count: int) -> None:
    """Wait until the inbox holds so many updates."""
    seen = 0
    async with asyncio.timeout(DEADLINE):
        while await Inbox.all().count() < count:
            seen = (await klien.perubahan(seen, tunggu=1)).seq


async def talk(site: WebhookSite, request: bytes) -> bytes:
    """Send raw bytes and read what comes back until the door closes the connection."""
    reader, writer = await asyncio.open_connection("127.0.0.1", site.port)
    writer.write(request)
    async with asyncio.timeout(DEADLINE):
        answer = await reader.read()
    writer.close()
    return answer


def head(*lines: str) -> bytes:
    return "\r\n".join([f"POST {PATH} HTTP/1.1", "Host: x", *lines, "", ""]).encode()


def test_there_is_no_door_without_a_secret() -> None:
    with pytest.raises(ValueError, match="without a secret"):
        WebhookDoor(Receiver(), "")


async def test_who_knows_the_secret_is_heard(
    site: WebhookSite, session: ClientSession, receiver: Receiver
) -> None:
    async with session.post(address(site), json=UPDATE, headers=KNOWN) as answer:
        assert (answer.status, await answer.read()) == (200, b"")
    assert receiver.got == [UPDATE]


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {SECRET_HEADER: ""},
        {SECRET_HEADER: SECRET[:-1]},
        {SECRET_HEADER: SECRET + "x"},
        {SECRET_HEADER: "ÿ" + SECRET[1:]},
        {"Authorization": SECRET},
    ],
)
async def test_who_does_not_is_told_nothing(
    site: WebhookSite, session: ClientSession, receiver: Receiver, headers: dict[str, str]
) -> None:
    async with session.post(address(site), json=UPDATE, headers=headers) as answer:
        assert (answer.status, await answer.read()) == (403, b"")
    assert receiver.got == []


async def test_two_secrets_are_none(site: WebhookSite, receiver: Receiver) -> None:
    body = json.dumps(UPDATE).encode()
    twice = [f"{SECRET_HEADER}: {SECRET}"] * 2
    sent = head(*twice, "Content-Type: application/json", f"Content-Length: {len(body)}")
    assert b" 403 " in await talk(site, sent + body)
    assert receiver.got == []


async def test_the_secret_is_asked_for_before_the_body_is_read(site: WebhookSite) -> None:
    # The body is announced and never sent; the answer comes all the same.
    sent = head("Content-Type: application/json", "Content-Length: 1000")
    assert (await talk(site, sent)).startswith(b"HTTP/1.1 403 ")


async def test_a_stranger_is_not_asked_to_go_on_with_his_body(site: WebhookSite) -> None:
    sent = head("Content-Length: 1000", "Expect: 100-continue")
    assert (await talk(site, sent)).startswith(b"HTTP/1.1 403 ")


async def test_telegram_is(site: WebhookSite, session: ClientSession, receiver: Receiver) -> None:
    async with session.post(address(site), json=UPDATE, headers=KNOWN, expect100=True) as answer:
        assert answer.status == 200
    assert receiver.got == [UPDATE]


async def test_no_other_path_and_no_other_method_exist(
    site: WebhookSite, session: ClientSession, receiver: Receiver
) -> None:
    for path in ("/", "/telegram/", "/d/abc", "/healthz"):
        async with session.post(address(site, path), json=UPDATE, headers=KNOWN) as answer:
            assert answer.status == 404, path
    for method in ("GET", "PUT", "DELETE", "OPTIONS"):
        async with session.request(method, address(site), headers=KNOWN) as answer:
            assert answer.status == 405, method
    assert receiver.got == []


async def test_only_json_is_read(
    site: WebhookSite, session: ClientSession, receiver: Receiver
) -> None:
    body = json.dumps(UPDATE)
    for extra in ({"Content-Type": "text/plain"}, {**JSON, "Content-Encoding": "deflate"}):
        async with session.post(
            address(site), data=body.encode(), headers={**KNOWN, **extra}
        ) as answer:
            assert answer.status == 415
    assert receiver.got == []


async def test_the_longest_body_is_a_mebibyte(
    site: WebhookSite, session: ClientSession, receiver: Receiver
) -> None:
    spare = BODY_BYTES - len(json.dumps({"a": ""}))
    for length, status in ((spare, 200), (spare + 1, 413)):
        body = json.dumps({"a": "x" * length}).encode()
        async with session.post(address(site), data=body, headers={**KNOWN, **JSON}) as answer:
            assert answer.status == status
    assert len(receiver.got) == 1


async def test_a_slow_body_is_cut(receiver: Receiver) -> None:
    site = await opened_door(receiver, body_seconds=0.05)
    sent = head(
        f"{SECRET_HEADER}: {SECRET}", "Content-Type: application/json", "Content-Length: 1000"
    )
    try:
        assert (await talk(site, sent + b'{"update_id"')).startswith(b"HTTP/1.1 408 ")
    finally:
        await site.stop()
    assert receiver.got == []


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[1]", b"7", b'"Siti Aminah"', b"\xff\xfe", b"[" * 200_000]
)
async def test_what_is_no_update_is_not_asked_for_again(
    site: WebhookSite,
    session: ClientSession,
    receiver: Receiver,
    caplog: pytest.LogCaptureFixture,
    body: bytes,
) -> None:
    async with session.post(address(site), data=body, headers={**KNOWN, **JSON}) as answer:
        assert answer.status == 200
    assert receiver.got == []
    assert "bukan pembaruan dibuang" in caplog.text
    assert "Siti" not in caplog.text


async def test_what_the_intake_calls_no_update_neither(
    site: WebhookSite, session: ClientSession, receiver: Receiver
) -> None:
    receiver.knows_updates = False
    async with session.post(address(site), json=UPDATE, headers=KNOWN) as answer:
        assert answer.status == 200
    assert receiver.got == []


@pytest.mark.parametrize(
    "fault",
    [OSError, ValueError, asyncpg.exceptions._base.DataError, asyncpg.InterfaceError],
)
async def test_what_could_not_be_stored_is_not_confirmed(
    site: WebhookSite,
    session: ClientSession,
    receiver: Receiver,
    caplog: pytest.LogCaptureFixture,
    fault: type[Exception],
) -> None:
    receiver.failures = [fault("database of Siti Aminah is gone")]
    for status in (503, 200):
        async with session.post(address(site), json=UPDATE, headers=KNOWN) as answer:
            assert (answer.status, await answer.read()) == (status, b"")
    assert receiver.got == [UPDATE]
    assert f"belum tersimpan ({fault.__name__})" in caplog.text
    assert "Siti" not in caplog.text


async def test_a_store_that_hangs_is_not_confirmed(session: ClientSession) -> None:
    async def hang_for_ever(payload: dict[str, Any]) -> bool:
        return await asyncio.Event().wait()

    site = await opened_door(hang_for_ever, store_seconds=0.05)
    try:
        async with session.post(address(site), json=UPDATE, headers=KNOWN) as answer:
            assert answer.status == 503
    finally:
        await site.stop()


async def test_the_log_names_the_route_and_no_secret(
    site: WebhookSite, session: ClientSession, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    secret_query = f"{address(site)}?{SECRET}"
    async with session.post(secret_query, json=UPDATE, headers=KNOWN) as answer:
        assert answer.status == 200
    await site.stop()
    assert "POST /telegram 200" in caplog.text
    assert SECRET not in caplog.text
    assert "Siti" not in caplog.text


async def test_stopping_answers_first_what_is_being_stored(session: ClientSession) -> None:
    begun, may_end = asyncio.Event(), asyncio.Event()

    async def store(payload: dict[str, Any]) -> None:
        begun.set()
        await may_end.wait()

    site = await opened_door(store)

    async def send() -> int:
        async with session.post(address(site), json=UPDATE, headers=KNOWN) as answer:
            return answer.status

    sending = asyncio.create_task(send())
    async with asyncio.timeout(DEADLINE):
        await begun.wait()
        stopping = asyncio.create_task(site.stop())
        may_end.set()
        assert await sending == 200
        await stopping


async def test_telegrams_update_reaches_the_inbox_once_however_often_it_comes(
    basis_data: Database, session: ClientSession, sandbox: Sandbox, klien: Klien
) -> None:
    site = await opened_door(Kotak())
    try:
        await hang(session, sandbox, address(site))
        await klien.mulai(SITI)
        first = await klien.tunggu_antaran(batas=DEADLINE)
        await klien.ulangi(3)
        await klien.tunggu_antaran(
            lambda antaran: antaran.nomor == first.nomor + 3, batas=DEADLINE
        )
        assert [each.kode for each in await klien.antaran()] == [200] * 4
        assert [row.update_id for row in await Inbox.all()] == [first.pembaruan]
    finally:
        await site.stop()


async def test_telegram_delivers_again_what_was_answered_with_503(
    session: ClientSession, sandbox: Sandbox, klien: Klien, receiver: Receiver
) -> None:
    site = await opened_door(receiver)
    receiver.failures = [OSError("gone"), TimeoutError(), OSError("gone")]
    try:
        await hang(session, sandbox, address(site))
        await klien.mulai(SITI)
        await klien.tunggu_antaran(batas=DEADLINE)
    finally:
        await site.stop()
    assert [each.kode for each in await klien.antaran()] == [503, 503, 503, 200]
    assert [each["message"]["text"] for each in receiver.got] == ["/start"]


async def test_two_receivers_over_one_database_get_every_update_once(
    basis_data: Database, session: ClientSession, sandbox: Sandbox, klien: Klien
) -> None:
    """Telegram goes to one, then to the other, and some of it goes to both."""
    one, two = await opened_door(Kotak()), await opened_door(Kotak())
    try:
        for turn in range(6):
            await hang(session, sandbox, address((one, two)[turn % 2]))
            for person in (SITI, BUDI):
                await klien.tulis(person, f"pesan {turn}")
            await klien.ulangi(2)
            await stored(klien, 2 * (turn + 1))
    finally:
        await one.stop()
        await two.stop()
    ids = [row.update_id for row in await Inbox.all()]
    assert len(ids) == len(set(ids)) == 12
