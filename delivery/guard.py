"""Stands around every page: what goes wrong becomes a plain page, the log keeps no secret."""

import logging
import secrets
import traceback
from pathlib import Path

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

from delivery.access_log import route_name
from delivery.client_ip import ForgedAddress
from delivery.template import Halaman

log = logging.getLogger(__name__)

_PESAN = {
    400: "Permintaan tidak dapat dibaca. Buka lagi halaman ini dan coba sekali lagi.",
    403: "Formulir ini tidak dikirim dari halaman kami. Buka lagi tautan dari surat Anda.",
    404: "Periksa apakah alamat tersalin lengkap. Alamat yang benar ada di surat Anda.",
    405: "Halaman ini tidak menerima permintaan seperti itu.",
    408: "Sambungan terlalu lambat. Coba sekali lagi.",
    413: "Yang dikirim terlalu besar. Ketik kata sandinya saja.",
    415: "Formulir tidak dapat dibaca. Buka lagi halaman ini dan ketik kata sandinya.",
}


class Guard:
    """A middleware; also the only place where an unforeseen error ends."""

    def __init__(self, halaman: Halaman) -> None:
        self._halaman = halaman

    def middleware(self) -> Middleware:
        """Return what `web.Application` wants."""

        @web.middleware
        async def guarded(request: web.Request, handler: Handler) -> web.StreamResponse:
            try:
                return await handler(request)
            except web.HTTPException as refusal:
                return self._refusal(refusal)
            except (ForgedAddress, web.RequestPayloadError):
                return self._page(400)
            except ConnectionError:
                raise  # the client is gone; nobody reads a page
            except Exception as fault:
                return self._fault(request, fault)

        return guarded

    def _refusal(self, refusal: web.HTTPException) -> web.StreamResponse:
        page = self._page(refusal.status)
        if "Allow" in refusal.headers:
            page.headers["Allow"] = refusal.headers["Allow"]
        return page

    def _page(self, status: int) -> web.Response:
        teks = _PESAN.get(status, _PESAN[400])
        return self._halaman.pesan("Tidak dapat dibuka", teks, status=status)

    def _fault(self, request: web.Request, fault: Exception) -> web.StreamResponse:
        number = secrets.token_hex(4)
        log.error(
            "fault %s at %s: %s in %s",
            number,
            route_name(request),
            type(fault).__name__,
            _place(fault),
        )
        teks = f"Ada gangguan di pihak kami. Coba beberapa menit lagi. Nomor gangguan: {number}."
        return self._halaman.pesan("Sedang ada gangguan", teks, status=500)


def _place(fault: Exception) -> str:
    """Say where, innermost first. The exception's own text may quote the request."""
    frames = reversed(traceback.extract_tb(fault.__traceback__))
    return " < ".join(f"{Path(each.filename).name}:{each.lineno}" for each in frames)
