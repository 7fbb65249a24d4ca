"""The page behind the QR on paper: is this document ours, and does it still hold (SECURITY.md 15).

Shows no person and no number. An unknown code gets the same page, so nothing can be told apart by
its frame.
"""

from datetime import datetime

from aiohttp import web

from delivery.models import Dokumen, StatusDokumen
from delivery.situs import Situs
from delivery.template import Halaman
from vault import token_hash

# What a kind of document is called; a kind that is not listed is just a document.
_NAMA = {"kk": "Kartu Keluarga"}


class VerifyPage:
    """Answers whoever points a camera at the QR."""

    def __init__(self, situs: Situs, halaman: Halaman) -> None:
        self._situs = situs
        self._halaman = halaman

    async def show(self, request: web.Request) -> web.StreamResponse:
        """Say what a code stands for."""
        digest = token_hash(request.match_info["token"]).hex()
        row = await Dokumen.get_or_none(verifikasi_hash=digest)
        if row is None or row.disimpan_at is None:
            return self._answer("TIDAK DIKENAL", "tidak-dikenal", "", None, status=404)
        jenis = _NAMA.get(row.jenis, "Dokumen kependudukan")
        if row.status == StatusDokumen.DICABUT.value:
            return self._answer("DICABUT", "dicabut", jenis, row.disimpan_at)
        if not row.resmi:
            return self._answer("CONTOH, BUKAN DOKUMEN RESMI", "contoh", jenis, row.disimpan_at)
        return self._answer("ASLI DAN BERLAKU", "asli", jenis, row.disimpan_at)

    def _answer(
        self, putusan: str, kelas: str, jenis: str, terbit: datetime | None, *, status: int = 200
    ) -> web.StreamResponse:
        waktu = self._situs.kop.waktu(terbit) if terbit else ""
        return self._halaman.render(
            "periksa.html", status=status, putusan=putusan, kelas=kelas, jenis=jenis, terbit=waktu
        )
