"""Answers that several pages share, and who is asking."""

import math
from datetime import datetime

from aiohttp import web

from delivery.client_ip import client_ip, throttle_key
from delivery.situs import Situs
from delivery.template import Halaman


def caller(request: web.Request, situs: Situs) -> str:
    """Return what the caller's failures are counted under."""
    forwarded = tuple(request.headers.getall("X-Forwarded-For", ()))
    peer = request.transport.get_extra_info("peername") if request.transport else None
    return throttle_key(client_ip(peer[0] if peer else None, forwarded, situs.trusted_proxies))


def redirect(url: str) -> web.Response:
    """Send the browser on; it repeats the next address without the form."""
    return web.Response(status=303, headers={"Location": url})


def throttled(situs: Situs, halaman: Halaman, sampai: datetime) -> web.Response:
    """Say until when the door is shut."""
    seconds = max(1, round((sampai - situs.now()).total_seconds()))
    teks = (
        "Terlalu banyak percobaan dari sambungan ini. Coba lagi sekitar "
        f"{math.ceil(seconds / 60)} menit lagi, sesudah {situs.kop.waktu(sampai)}."
    )
    page = halaman.pesan("Tunggu sebentar", teks, status=429)
    page.headers["Retry-After"] = str(seconds)
    return page


def overloaded(halaman: Halaman) -> web.Response:
    """Say that too many people came at once."""
    teks = "Banyak yang membuka dokumen saat ini. Kembali dan coba lagi beberapa detik lagi."
    page = halaman.pesan("Sedang ramai", teks, status=503)
    page.headers["Retry-After"] = "5"
    return page
