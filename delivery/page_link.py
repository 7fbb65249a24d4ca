"""``/d/<token>``: the citizen's form. A look changes nothing; only a typed password counts."""

from datetime import datetime
from typing import assert_never

from aiohttp import web

from delivery import tautan
from delivery.answers import caller, overloaded, redirect, throttled
from delivery.forms import from_own_page, read_field
from delivery.pembuka import Mistyped, NotFound, Opened, Overloaded, Wrong
from delivery.percobaan import Throttled
from delivery.situs import Situs
from delivery.tautan import Openable
from delivery.template import Halaman

_LANGKAH = "Hubungi kantor dan sebutkan nomor permohonan Anda; alamatnya ada di halaman ini."
_SALAH_KETIK = "Kode terdiri dari 12 huruf/angka, mungkin ada yang salah ketik."


class LinkPage:
    """GET, HEAD and POST of a link."""

    def __init__(self, situs: Situs, halaman: Halaman) -> None:
        self._situs = situs
        self._halaman = halaman
        self._pembuka = situs.pembuka()

    async def show(self, request: web.Request) -> web.StreamResponse:
        """Answer a look; mail scanners do it a hundred times."""
        token = request.match_info["token"]
        state = await self._pembuka.look(token)
        if isinstance(state, Openable):
            return self._form(token, state.berlaku_sampai)
        return self._closed(state)

    async def submit(self, request: web.Request) -> web.StreamResponse:
        """Answer a typed password."""
        if not from_own_page(request.headers, self._situs.host):
            raise web.HTTPForbidden
        token = request.match_info["token"]
        typed = await read_field(request, "kata_sandi")
        outcome = await self._pembuka.open(token, typed, ip=caller(request, self._situs))
        match outcome:
            case Opened(tiket):
                return redirect(self._situs.url(f"/b/{tiket}"))
            case Mistyped():
                return await self._again(token, _SALAH_KETIK, 422)
            case Wrong(sisa):
                keluhan = f"Kata sandi salah atau sudah diganti. Sisa percobaan: {sisa}."
                return await self._again(token, keluhan, 403)
            case Throttled(sampai):
                return throttled(self._situs, self._halaman, sampai)
            case Overloaded():
                return overloaded(self._halaman)
            case _:
                return self._closed(outcome)

    async def _again(self, token: str, keluhan: str, status: int) -> web.StreamResponse:
        state = await self._pembuka.look(token)
        if isinstance(state, Openable):
            return self._form(token, state.berlaku_sampai, keluhan, status)
        return self._closed(state)

    def _form(
        self, token: str, sampai: datetime, keluhan: str = "", status: int = 200
    ) -> web.StreamResponse:
        return self._halaman.render(
            "tautan.html",
            status=status,
            aksi=f"/d/{token}",
            sampai=self._situs.kop.waktu(sampai),
            keluhan=keluhan,
        )

    def _closed(self, state: NotFound | tautan.Gone) -> web.StreamResponse:
        match state:
            case NotFound():
                raise web.HTTPNotFound
            case tautan.Expired():
                judul = "Masa berlaku tautan ini sudah habis"
            case tautan.Superseded():
                judul = "Tautan ini sudah diganti dengan yang lebih baru"
            case tautan.Revoked():
                judul = "Tautan ini sudah diblokir"
            case tautan.Locked():
                judul = "Tautan ini terkunci karena terlalu banyak percobaan"
            case tautan.UsedUp():
                judul = "Tautan ini sudah dibuka sebanyak yang diperbolehkan"
            case _:
                assert_never(state)
        teks = "Dokumen Anda tetap tersimpan di kantor kami."
        return self._halaman.pesan(judul, teks, langkah=_LANGKAH, status=410)
