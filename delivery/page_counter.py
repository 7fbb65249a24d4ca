"""``/loket``: where an officer prints a document that a citizen collects."""

from aiohttp import web

from delivery.answers import caller, overloaded, redirect, throttled
from delivery.forms import from_own_page, read_field
from delivery.loket import UnknownCode
from delivery.pembuka import Mistyped, Opened, Overloaded
from delivery.percobaan import Throttled
from delivery.situs import Situs
from delivery.template import Halaman

_SALAH_KETIK = "Kode terdiri dari 8 huruf/angka, mungkin ada yang salah ketik."
_TIDAK_BERLAKU = "Kode tidak berlaku: salah, sudah dipakai, atau lewat 15 menit. Minta kode baru."


class CounterPage:
    """GET and POST of the counter's page."""

    def __init__(self, situs: Situs, halaman: Halaman) -> None:
        self._situs = situs
        self._halaman = halaman
        self._pembuka = situs.pembuka_loket()

    async def show(self, _: web.Request) -> web.StreamResponse:
        """Answer with the form."""
        return self._form()

    async def submit(self, request: web.Request) -> web.StreamResponse:
        """Answer a typed code."""
        if not from_own_page(request.headers, self._situs.host):
            raise web.HTTPForbidden
        typed = await read_field(request, "kode")
        outcome = await self._pembuka.open(typed, ip=caller(request, self._situs))
        match outcome:
            case Opened(tiket):
                return redirect(self._situs.url(f"/b/{tiket}"))
            case Mistyped():
                return self._form(_SALAH_KETIK, 422)
            case UnknownCode():
                return self._form(_TIDAK_BERLAKU, 403)
            case Throttled(sampai):
                return throttled(self._situs, self._halaman, sampai)
            case Overloaded():
                return overloaded(self._halaman)

    def _form(self, keluhan: str = "", status: int = 200) -> web.StreamResponse:
        return self._halaman.render("loket.html", status=status, keluhan=keluhan)
