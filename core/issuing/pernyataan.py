"""Makes the letter that a citizen signs: pre-filled from his answers, kept as a sealed blob."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from pydantic_core import PydanticCustomError

from core.api import Bahan
from core.dialog import CariWilayah, Draft, Rencana, letter, so_far
from core.issuing import page
from core.issuing.page import Cetakan
from core.kantor import Kantor
from core.registry import LayananSiap
from core.store import new_id
from vault import SealedBlobs

log = logging.getLogger(__name__)

DEADLINE_SECONDS = 20.0
# The citizen's own paper: nothing to verify, nothing to mark, no signature of ours.
_MILIK_WARGA = Cetakan(
    contoh=False, pratinjau=False, qr_svg=None, alamat_verifikasi=None, catatan_tte=""
)


class Renderer(Protocol):
    """Makes a PDF of a page, outside this process."""

    async def render(self, html: str) -> bytes:
        """Return the PDF; whatever goes wrong is raised."""


@dataclass(frozen=True)
class Pernyataan:
    """A letter that lies ready as a sealed blob; or none, and perhaps why."""

    blob: str = ""
    halangan: str = ""
    """What the plugin tells the citizen; empty if the fault is ours."""


class LetterRoom:
    """Draws letters. Whatever fails, the citizen is told, and his question is asked all the same.

    A letter holds only what the citizen wrote: nothing of the registry goes into it, because
    nobody has looked at the case yet.
    """

    def __init__(
        self,
        *,
        kantor: Kantor,
        renderer: Renderer,
        blobs: SealedBlobs,
        now: Callable[[], datetime],
        deadline: float = DEADLINE_SECONDS,
        wilayah: CariWilayah | None = None,
    ) -> None:
        self._wilayah = wilayah
        self._kantor = kantor
        self._renderer = renderer
        self._blobs = blobs
        self._now = now
        self._deadline = deadline

    async def draw(self, service: LayananSiap[Rencana], draft: Draft, path: str) -> Pernyataan:
        """Draw the letter of a question from what was answered before it; never raises."""
        try:
            async with asyncio.timeout(self._deadline):
                return Pernyataan(blob=await self._draw(service, draft, path))
        except Exception as cause:  # a plugin may fail in any way; the citizen must go on
            kode = service.layanan.kode
            log.error("layanan %s: surat %s tidak jadi (%s)", kode, path, type(cause).__name__)
            return Pernyataan(halangan=_told(cause))

    async def _draw(self, service: LayananSiap[Rencana], draft: Draft, path: str) -> str:
        surat = letter(service.rencana, path)
        isi = surat.isi(self._gather(service, draft, path))
        html = await asyncio.to_thread(page.html, service, surat, isi, _MILIK_WARGA)
        blob = f"surat/{new_id()}"
        await self._blobs.put(blob, await self._renderer.render(html))
        return blob

    def _gather(self, service: LayananSiap[Rencana], draft: Draft, path: str) -> Bahan:
        return Bahan(
            isian=so_far(service.rencana, draft, path),
            petugas=None,
            penduduk={},
            kantor=self._kantor.kepala_surat(),
            tanggal=self._kantor.tanggal_setempat(self._now()),
            desa={one.kode: one for one in self._kantor.desa},
            wilayah=page.areas(self._wilayah, (service.rencana, draft)),
        )


def _told(cause: Exception) -> str:
    """Give the sentence that a plugin refused with; what anything else says may hold answers."""
    refused = isinstance(cause, PydanticCustomError) and cause.type == "tolak"
    return str(cause) if refused else ""
