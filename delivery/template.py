"""Turns the templates of the folder ``halaman`` into answers. Every value is escaped."""

from pathlib import Path

from aiohttp import web
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from delivery.kop import Kop

FOLDER = Path(__file__).parent / "halaman"


class Halaman:
    """The pages of one office."""

    def __init__(self, kop: Kop) -> None:
        self._templates = Environment(
            loader=FileSystemLoader(FOLDER),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._templates.globals["kop"] = kop

    def render(self, template: str, *, status: int = 200, **values: object) -> web.Response:
        """Render a page."""
        text = self._templates.get_template(template).render(**values)
        return web.Response(text=text, status=status, content_type="text/html", charset="utf-8")

    def pesan(
        self, judul: str, teks: str, *, langkah: str = "", status: int = 200
    ) -> web.Response:
        """Render a page that says one thing and the one next step."""
        return self.render("pesan.html", status=status, judul=judul, teks=teks, langkah=langkah)
