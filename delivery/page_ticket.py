"""``/b/<ticket>``: the page with the large button, and the file itself."""

import contextlib

from aiohttp import web

from delivery import tiket
from delivery.headers import FILE_POLICY, INLINE_POLICY
from delivery.ranges import Part, Unsatisfiable, Whole, choose
from delivery.situs import Situs
from delivery.template import Halaman
from delivery.tiket import Spent, TiketSah, Unknown
from vault import open_document

_CHUNK = 64 * 1024


class TicketPage:
    """GET and HEAD of a ticket and of its file."""

    def __init__(self, situs: Situs, halaman: Halaman) -> None:
        self._situs = situs
        self._halaman = halaman

    async def show(self, request: web.Request) -> web.StreamResponse:
        """Answer with the page; it may be reloaded as often as one likes."""
        secret = request.match_info["tiket"]
        ticket = await tiket.find(secret, now=self._situs.now())
        if not isinstance(ticket, TiketSah):
            return self._refuse(ticket)
        return self._halaman.render(
            "tiket_loket.html" if ticket.di_loket else "tiket.html",
            berkas=f"/b/{secret}/{ticket.nama_berkas}.pdf",
            nama=f"{ticket.nama_berkas}.pdf",
            kilobita=max(1, round(ticket.ukuran / 1024)),
            sampai=self._situs.kop.waktu(ticket.berlaku_sampai),
        )

    async def file(self, request: web.Request) -> web.StreamResponse:
        """Answer with the file, or a part of it; no cookie, any browser, any address."""
        secret = request.match_info["tiket"]
        now = self._situs.now()
        ticket = await tiket.find(secret, now=now)
        if not isinstance(ticket, TiketSah):
            return self._refuse(ticket)
        if request.match_info["nama"] != ticket.nama_berkas:
            return self._refuse(Unknown())
        if request.method == "HEAD":
            return await self._head(request, ticket)
        if not await tiket.hit(ticket, now=now):
            return self._refuse(Spent())
        blob = await self._situs.blobs.get(f"dokumen/{ticket.dokumen_id}")
        pdf = open_document(ticket.document_key(secret), blob, document=ticket.dokumen_id)
        return await self._send(request, ticket, pdf)

    async def _head(self, request: web.Request, ticket: TiketSah) -> web.StreamResponse:
        response = _prepare(request, ticket, 0, ticket.ukuran, status=200)
        await response.prepare(request)
        await response.write_eof()
        return response

    async def _send(
        self, request: web.Request, ticket: TiketSah, pdf: bytes
    ) -> web.StreamResponse:
        match _wanted(request, ticket):
            case Unsatisfiable():
                return web.Response(
                    status=416, headers={"Content-Range": f"bytes */{ticket.ukuran}"}
                )
            case Part(start, end):
                response = _prepare(request, ticket, start, end, status=206)
                response.headers["Content-Range"] = f"bytes {start}-{end - 1}/{ticket.ukuran}"
            case Whole():
                start, end = 0, ticket.ukuran
                response = _prepare(request, ticket, start, end, status=200)
        sent = start
        with contextlib.suppress(ConnectionError):  # the client went away and may go on later
            await response.prepare(request)
            for at in range(start, end, _CHUNK):
                chunk = pdf[at : min(at + _CHUNK, end)]
                await response.write(chunk)
                sent = at + len(chunk)
            await response.write_eof()
        await tiket.note_sent(
            ticket,
            start=start,
            end=sent,
            now=self._situs.now(),
            peristiwa=self._situs.peristiwa,
        )
        return response

    def _refuse(self, state: Unknown | Spent) -> web.StreamResponse:
        if isinstance(state, Unknown):
            raise web.HTTPNotFound
        return self._halaman.pesan(
            "Waktu untuk mengunduh sudah habis",
            "Demi keamanan, berkas hanya dapat diambil selama 15 menit.",
            langkah="Buka lagi tautan dari surat Anda dan masukkan lagi kata sandi.",
            status=410,
        )


def _wanted(request: web.Request, ticket: TiketSah) -> Whole | Part | Unsatisfiable:
    condition = request.headers.get("If-Range")
    if condition is not None and condition != _etag(ticket):
        return Whole()
    return choose(request.headers.get("Range"), size=ticket.ukuran)


def _prepare(
    request: web.Request, ticket: TiketSah, start: int, end: int, *, status: int
) -> web.StreamResponse:
    inline = request.query_string == "lihat=1"
    way = "inline" if inline else "attachment"
    name = f"{ticket.nama_berkas}.pdf"
    response = web.StreamResponse(
        status=status,
        headers={
            "Content-Type": "application/pdf",
            "Content-Disposition": f"{way}; filename=\"{name}\"; filename*=UTF-8''{name}",
            "Content-Security-Policy": INLINE_POLICY if inline else FILE_POLICY,
            "Accept-Ranges": "bytes",
            "ETag": _etag(ticket),
        },
    )
    response.content_length = end - start
    return response


def _etag(ticket: TiketSah) -> str:
    # Lets a download manager go on; says nothing that the file does not say.
    return f'"{ticket.sha256[:32]}"'
