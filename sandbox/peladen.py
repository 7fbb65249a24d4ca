"""The sandbox as one object: a web and a mail server on loopback, started and stopped together."""

import asyncio
import ipaddress
from collections.abc import Callable
from datetime import UTC, datetime
from types import TracebackType
from typing import Self

from aiohttp import web

from sandbox.botapi import BotApi
from sandbox.courier import FIRST_PAUSE, Courier
from sandbox.gerbang import refuse_other_sites
from sandbox.halaman import Halaman
from sandbox.kendali import Kendali, refuse_in_words
from sandbox.mail import Catcher
from sandbox.panggung import TOKEN, Panggung
from sandbox.store import Store

REQUEST_BYTES = 64 * 1024 * 1024
GRACE = 2.0  # seconds that running requests get at the end


class HanyaLoopback(ValueError):
    """The sandbox was asked to listen where others could reach it."""


class PortTerpakai(OSError):
    """Somebody else listens on the wanted port."""


def system_clock() -> datetime:
    """The real time."""
    return datetime.now(UTC)


class Sandbox:
    """Telegram and the mail server of a rehearsal: `async with Sandbox(panggung) as sandbox`."""

    def __init__(
        self,
        panggung: Panggung | None = None,
        *,
        host: str = "127.0.0.1",
        port: int = 0,
        smtp_port: int = 0,
        token: str = TOKEN,
        now: Callable[[], datetime] = system_clock,
        webhook_pause: float = FIRST_PAUSE,
    ) -> None:
        """`webhook_pause`: seconds after the second failed delivery; it doubles from there."""
        _refuse_other_than_loopback(host)
        self.token = token
        self.port = port
        self.smtp_port = smtp_port
        self._host = host
        panggung = panggung or Panggung()
        self._store = Store(panggung, now=now)
        self._catcher = Catcher(self._store)
        self._courier = Courier(self._store, first_pause=webhook_pause)
        self._kendali = Kendali(self._store, self._catcher, panggung)
        self._runner = web.AppRunner(
            self._application(panggung), access_log=None, shutdown_timeout=GRACE
        )
        self._smtp: asyncio.Server | None = None

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.stop()

    @property
    def url(self) -> str:
        """The address of the page, and of everything else over HTTP."""
        host = f"[{self._host}]" if ":" in self._host else self._host
        return f"http://{host}:{self.port}"

    @property
    def base_url(self) -> str:
        """What python-telegram-bot takes as base_url."""
        return f"{self.url}/bot"

    @property
    def base_file_url(self) -> str:
        """What python-telegram-bot takes as base_file_url."""
        return f"{self.url}/file/bot"

    async def start(self) -> None:
        """Listen. Ports that were 0 are known afterwards."""
        try:
            loop = asyncio.get_running_loop()
            self._smtp = await loop.create_server(
                self._catcher.protocol, self._host, self.smtp_port
            )
            await self._runner.setup()
            site = web.TCPSite(self._runner, self._host, self.port)
            await site.start()
        except OSError as cause:
            await self.stop()
            wanted = ", ".join(str(port) for port in (self.port, self.smtp_port) if port)
            raise PortTerpakai(
                f"cannot listen on {self._host} (port {wanted}): {cause}"
            ) from cause
        self.port = _port(self._runner.addresses[0])
        self.smtp_port = _port(self._smtp.sockets[0].getsockname())
        self._kendali.smtp_port = self.smtp_port
        await self._courier.start()

    async def stop(self) -> None:
        """Let waiting requests go and close both servers."""
        await self._courier.stop()
        self._store.close()
        await self._runner.cleanup()
        if self._smtp is not None:
            self._smtp.close()
            self._smtp = None

    def _application(self, panggung: Panggung) -> web.Application:
        app = web.Application(
            client_max_size=REQUEST_BYTES, middlewares=[refuse_other_sites, refuse_in_words]
        )
        app.add_routes(BotApi(self._store, self.token).routes())
        app.add_routes(self._kendali.routes())
        app.add_routes(Halaman(panggung).routes())
        return app


def _refuse_other_than_loopback(host: str) -> None:
    try:
        inside = host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        inside = False
    if not inside:
        raise HanyaLoopback(f"the sandbox listens on loopback only, not on {host!r}")


def _port(address: tuple[object, ...]) -> int:
    return int(str(address[1]))
