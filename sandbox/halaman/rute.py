"""Serves the page and what it needs to know of the stage. Nothing on it comes from elsewhere."""

import json
from collections.abc import Mapping
from pathlib import Path

from aiohttp import web

from sandbox.panggung import Panggung, Tokoh

FOLDER = Path(__file__).parent

FILES: Mapping[str, tuple[str, str]] = {
    "/": ("index.html", "text/html"),
    "/halaman.css": ("halaman.css", "text/css"),
    "/halaman.js": ("halaman.js", "text/javascript"),
    "/lambang.svg": ("lambang.svg", "image/svg+xml"),
}

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; "
        "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


class Halaman:
    """The page's routes."""

    def __init__(self, panggung: Panggung) -> None:
        self._panggung = panggung

    def routes(self) -> list[web.AbstractRouteDef]:
        """What to hang into the web application."""
        served = [web.get(path, self._file) for path in FILES]
        return [*served, web.get("/panggung.json", self._stage)]

    async def _file(self, request: web.Request) -> web.Response:
        name, kind = FILES[request.path]
        return web.Response(
            text=(FOLDER / name).read_text(encoding="utf-8"), content_type=kind, headers=HEADERS
        )

    async def _stage(self, request: web.Request) -> web.Response:
        stage, group = self._panggung, self._panggung.grup
        body = {
            "bot": {"nama": stage.bot.nama, "username": stage.bot.username},
            "warga": [_tokoh(each) for each in stage.warga],
            "petugas": [_tokoh(each) for each in stage.petugas],
            "grup": None if group is None else {"id": group.id, "judul": group.judul},
            "contoh": [
                {"label": each.label, "sebagai": each.sebagai, "milik": each.milik}
                for each in stage.contoh
            ],
        }
        return web.Response(
            text=json.dumps(body), content_type="application/json", headers=HEADERS
        )


def _tokoh(tokoh: Tokoh) -> dict[str, object]:
    return {
        "id": tokoh.id,
        "nama": tokoh.nama,
        "username": tokoh.username,
        "keterangan": tokoh.keterangan,
        "bekal": [{"label": each.label, "isi": each.isi} for each in tokoh.bekal],
    }
