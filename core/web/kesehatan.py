"""Tells operators and machines how one process is, on an address of its own: never a person.

/healthz: it lives and its loop turns. /readyz: each thing it needs, with 503 if one is not well.
/metrics: numbers for Prometheus. Nothing else is there.
"""

import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from aiohttp import web
from aiohttp.typedefs import Handler

from delivery.runner import SiteRunner

log = logging.getLogger(__name__)

METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8"
_HEADERS = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Server": "layanan",
}
_IDLE_SECONDS = 15.0


@dataclass(frozen=True)
class Keadaan:
    """How one thing is: well or not, a word about it, and the age in seconds that tells."""

    baik: bool
    kata: str = ""
    umur_detik: float | None = None


@dataclass(frozen=True)
class Tanya:
    """Whom the page asks. `dead` names the parts that ended although they must not."""

    proses: str
    dead: Callable[[], tuple[str, ...]]
    ready: Callable[[], Awaitable[Mapping[str, Keadaan]]]
    metrics: Callable[[], Awaitable[bytes]]


def health_app(tanya: Tanya) -> web.Application:
    """Return the three pages."""
    app = web.Application(middlewares=[_closed], client_max_size=1024)

    async def healthz(_: web.Request) -> web.Response:
        dead = tanya.dead()
        return web.json_response(
            {"hidup": not dead, "proses": tanya.proses, "mati": list(dead)},
            status=503 if dead else 200,
        )

    async def readyz(_: web.Request) -> web.Response:
        found = await tanya.ready()
        well = bool(found) and all(one.baik for one in found.values())
        body = {
            "siap": well,
            "proses": tanya.proses,
            "periksa": {hal: _describe(one) for hal, one in found.items()},
        }
        return web.json_response(body, status=200 if well else 503)

    async def metrics(_: web.Request) -> web.Response:
        return web.Response(body=await tanya.metrics(), headers={"Content-Type": METRICS_TYPE})

    for path, page in (("/healthz", healthz), ("/readyz", readyz), ("/metrics", metrics)):
        app.router.add_get(path, page)
    return app


class HealthServer:
    """Listens while it is started; port 0 means that it never does."""

    def __init__(self, tanya: Tanya, *, host: str, port: int) -> None:
        self._runner = SiteRunner(health_app(tanya), idle=_IDLE_SECONDS, log=False)
        self._host, self._port = host, port

    async def start(self) -> None:
        """Listen, if a port was chosen; OSError if it is taken."""
        if self._port:
            await self._runner.setup()
            await web.TCPSite(self._runner, self._host, self._port).start()

    async def stop(self) -> None:
        """Close the door."""
        await self._runner.cleanup()


def _describe(one: Keadaan) -> dict[str, object]:
    umur = None if one.umur_detik is None else round(one.umur_detik, 1)
    return {"baik": one.baik, "kata": one.kata, "umur_detik": umur}


@web.middleware
async def _closed(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Answer what is not there in one word, and let nothing be kept on the way."""
    try:
        answer = await handler(request)
    except web.HTTPException as refused:
        answer = web.Response(status=refused.status, text=f"{refused.status}\n")
    except Exception as cause:
        log.error("halaman kesehatan gagal (%s)", type(cause).__name__)
        answer = web.Response(status=500, text="500\n")
    answer.headers.update(_HEADERS)
    return answer
