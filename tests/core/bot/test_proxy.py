"""The way out: whose proxy is used, and for whom."""

import asyncio
import base64
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import pytest
from telegram.error import NetworkError

from core.bot import connect
from core.bot.proxy import Proxy, proxy_towards
from core.bot.transport import Transport
from core.bot.waits import Waits
from core.settings import SettingsFault

NAMES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "REQUEST_METHOD")
TELEGRAM = "https://api.telegram.org/bot"
LOGIN = "Basic " + base64.b64encode(b"kantor:s@ndi").decode()


@pytest.fixture(autouse=True)
def _no_proxies_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


def test_without_a_proxy_the_way_is_straight() -> None:
    assert proxy_towards(TELEGRAM) is None


@pytest.mark.parametrize("name", ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"])
def test_telegram_is_reached_through_the_proxy(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv(name, "http://proksi.contoh.id:3128")
    assert proxy_towards(TELEGRAM) == Proxy("http://proksi.contoh.id:3128")


def test_a_proxy_for_the_other_scheme_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://proksi.contoh.id:3128")
    assert proxy_towards(TELEGRAM) is None


def test_an_address_without_a_scheme_is_http(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "proksi.contoh.id:3128")
    assert proxy_towards(TELEGRAM) == Proxy("http://proksi.contoh.id:3128")


def test_a_login_goes_into_the_header_and_out_of_the_address(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://kantor:s%40ndi@proksi.contoh.id:3128/")
    expected = Proxy("http://proksi.contoh.id:3128", {"Proxy-Authorization": LOGIN})
    assert proxy_towards(TELEGRAM) == expected


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]"])
def test_this_machine_is_never_reached_through_a_proxy(
    monkeypatch: pytest.MonkeyPatch, host: str
) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://proksi.contoh.id:3128")
    assert proxy_towards(f"http://{host}:8081/bot") is None
    assert proxy_towards(f"https://{host}/bot") is None


def test_exceptions_of_the_environment_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://proksi.contoh.id:3128")
    monkeypatch.setenv("NO_PROXY", "telegram.org")
    assert proxy_towards(TELEGRAM) is None


@pytest.mark.parametrize("address", ["socks5://127.0.0.1:1080", "ftp://proksi", "http://"])
def test_a_proxy_that_we_cannot_speak_to_stops_the_start(
    monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", address)
    with pytest.raises(SettingsFault, match="HTTPS_PROXY"):
        connect("1:A", base_url=TELEGRAM, base_file_url="https://api.telegram.org/file/bot")


@dataclass
class Proksi:
    """Notes the first lines of what it is asked and refuses to go on."""

    url: str = ""
    heads: list[str] = field(default_factory=list)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.heads.append((await reader.readuntil(b"\r\n\r\n")).decode())
        writer.write(b"HTTP/1.1 407 Who are you\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        await writer.drain()
        writer.close()


@pytest.fixture
async def proksi() -> AsyncIterator[Proksi]:
    noted = Proksi()
    server = await asyncio.start_server(noted.serve, "127.0.0.1", 0)
    async with server:
        noted.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        yield noted


@pytest.mark.parametrize("scheme", ["http", "https"])
async def test_the_proxy_is_asked_with_its_login_and_a_refusal_names_nothing(
    proksi: Proksi, scheme: str
) -> None:
    proxy = Proxy(proksi.url, {"Proxy-Authorization": LOGIN})
    url = f"{scheme}://telegram.invalid/bot1:RAHASIA/getMe"
    async with Transport(connections=1, proxy=proxy) as transport:
        with pytest.raises(NetworkError) as caught:
            await transport.post(url)
    assert "RAHASIA" not in str(caught.value)
    assert caught.value.__context__ is None
    [head] = proksi.heads
    if scheme == "https":
        assert head.startswith("CONNECT telegram.invalid:443 ")
        assert "RAHASIA" not in head
    else:
        assert head.startswith("POST http://telegram.invalid/bot1:RAHASIA/getMe ")
    assert f"proxy-authorization: {LOGIN}".lower() in head.lower()


async def test_a_loopback_bot_does_not_ask_the_proxy(
    proksi: Proksi, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", proksi.url)
    bot = connect(
        "1:A", base_url="http://127.0.0.1:1/bot", base_file_url="http://127.0.0.1:1/file/bot"
    )
    with pytest.raises(NetworkError):
        await bot.initialize()
    await bot.shutdown()
    assert proksi.heads == []


async def test_a_bot_elsewhere_asks_the_proxy(
    proksi: Proksi, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", proksi.url)
    bot = connect(
        "1:A", base_url="http://api.invalid/bot", base_file_url="http://api.invalid/file/bot"
    )
    with pytest.raises(NetworkError):
        await bot.initialize()
    await bot.shutdown()
    assert len(proksi.heads) == 1


async def test_a_proxy_that_is_gone_is_a_network_error() -> None:
    proxy = Proxy("http://127.0.0.1:1")
    async with Transport(connections=1, waits=Waits(connect=15), proxy=proxy) as transport:
        with pytest.raises(NetworkError, match="ClientProxyConnectionError"):
            await transport.post("https://telegram.invalid/bot1:RAHASIA/getMe")
