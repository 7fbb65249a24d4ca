"""Refuses what another site's page would send here through the browser of the demo's host."""

from collections.abc import Awaitable, Callable

from aiohttp import web

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

OWN_NAMES = frozenset({"127.0.0.1", "localhost", "::1"})


@web.middleware
async def refuse_other_sites(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Only our own name is served (no DNS rebinding), and no page but ours may act."""
    own = request.url.host in OWN_NAMES
    origin = request.headers.get("Origin")
    if not own or (origin is not None and origin != f"http://{request.host}"):
        return web.json_response({"galat": "Hanya dari komputer ini."}, status=403)
    return await handler(request)
