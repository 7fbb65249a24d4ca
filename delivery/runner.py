"""Runs the site so that neither a broken request nor its answer repeats what was asked for."""

import asyncio
import logging
from typing import Any

from aiohttp import web
from aiohttp.web_protocol import RequestHandler

from delivery.access_log import RouteLogger, ScrubFilter
from delivery.headers import HEADERS

_SCRUB = ScrubFilter()
IDLE_SECONDS = 30.0
_LINGER = 2.0  # how long the rest of a refused body is still read


class QuietHandler(RequestHandler):
    """aiohttp answers a broken request with its own bytes; this one with a plain sentence."""

    def handle_error(
        self,
        request: web.BaseRequest,
        status: int = 500,
        exc: BaseException | None = None,
        message: str | None = None,
    ) -> web.StreamResponse:
        """Answer what never reached a route."""
        self.log_exception("broken request", exc_info=exc)
        if request.writer.output_size > 0:
            raise ConnectionError("an answer was already under way")
        response = web.Response(
            status=status, text="Permintaan tidak dapat dibaca.\n", headers=HEADERS
        )
        response.force_close()
        return response


class QuietServer(web.Server):
    """Makes a `QuietHandler` for every connection."""

    def __init__(self, made: web.Server, options: dict[str, Any]) -> None:
        super().__init__(made.request_handler, request_factory=made.request_factory, **options)
        self._options = options

    def __call__(self) -> RequestHandler:
        """Return the handler of a new connection."""
        return QuietHandler(self, loop=asyncio.get_running_loop(), **self._options)


class SiteRunner(web.AppRunner):
    """An `AppRunner` for the public site; `log=False` for pages that machines ask every second."""

    def __init__(
        self, app: web.Application, *, idle: float = IDLE_SECONDS, log: bool = True
    ) -> None:
        logging.getLogger("aiohttp.server").addFilter(_SCRUB)
        self._options: dict[str, Any] = {
            "access_log_class": RouteLogger,
            "keepalive_timeout": idle,
            "lingering_time": min(idle, _LINGER),
        }
        if not log:
            self._options["access_log"] = None
        super().__init__(app, handle_signals=False, **self._options)

    async def _make_server(self) -> web.Server:
        return QuietServer(await super()._make_server(), self._options)
