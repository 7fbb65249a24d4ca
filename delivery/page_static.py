"""The small things that every site has: a front page, a style, an icon, a word to robots."""

from datetime import UTC, timedelta

from aiohttp import web

from delivery.situs import Situs
from delivery.template import FOLDER, Halaman


class StaticPage:
    """Answers that are the same for everybody."""

    def __init__(self, situs: Situs, halaman: Halaman) -> None:
        self._situs = situs
        self._halaman = halaman
        self._css = (FOLDER / "gaya.css").read_text(encoding="utf-8")
        self._icon = (FOLDER / "ikon.svg").read_text(encoding="utf-8")

    async def front(self, _: web.Request) -> web.StreamResponse:
        """Answer with the front page."""
        return self._halaman.render("beranda.html")

    async def css(self, _: web.Request) -> web.StreamResponse:
        """Answer with the style sheet."""
        return web.Response(text=self._css, content_type="text/css", charset="utf-8")

    async def icon(self, _: web.Request) -> web.StreamResponse:
        """Answer with the icon, drawn for any size."""
        return web.Response(text=self._icon, content_type="image/svg+xml", charset="utf-8")

    async def robots(self, _: web.Request) -> web.StreamResponse:
        """Ask robots to stay away."""
        return web.Response(text="User-agent: *\nDisallow: /\n")

    async def security(self, _: web.Request) -> web.StreamResponse:
        """Say where to report a weakness (RFC 9116)."""
        expires = (self._situs.now() + timedelta(days=180)).astimezone(UTC)
        lines = (
            f"Contact: mailto:{self._situs.kop.surel}",
            f"Expires: {expires:%Y-%m-%dT00:00:00Z}",
            "Preferred-Languages: id, en",
            f"Canonical: {self._situs.url('/.well-known/security.txt')}",
        )
        return web.Response(text="\n".join(lines) + "\n")
