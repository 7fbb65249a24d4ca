"""What an officer looks at before he says "issue this": the pages, as sealed pictures."""

from dataclasses import dataclass

from core.issuing import catatan
from core.issuing.page import PageNotReady
from core.issuing.pages import Pages
from core.permohonan import Cases, Permohonan
from core.store import new_id
from delivery.render import Renderer
from vault import SealedBlobs

_WIDTH = 1600


@dataclass(frozen=True)
class Gambar:
    """A picture of the page that would be issued, kept as a sealed blob; or why there is none."""

    blob: str = ""
    sebelumnya: tuple[str, ...] = ()
    """The pictures of what is issued before it, if several things come out."""
    halangan: str = ""
    penduduk: str = ""
    """What the registry held when the page was drawn; to be kept with the decision."""


class Previews:
    """Draws previews; each is erased once it was sent."""

    def __init__(
        self, *, cases: Cases, pages: Pages, renderer: Renderer, blobs: SealedBlobs
    ) -> None:
        self._cases = cases
        self._pages = pages
        self._renderer = renderer
        self._blobs = blobs

    async def draw(self, case: Permohonan) -> Gambar:
        """Draw the pages marked PRATINJAU, or the first page of the attached official PDF."""
        if official := await self._pages.official(case):
            return Gambar(blob=await self._picture(official))
        found = await self._pages.look_up(case)
        try:
            drawn = [
                await self._pages.draw(case, produk, found, alamat=None)
                for produk in await self._cases.products(case.id)
            ]
        except PageNotReady as cause:
            return Gambar(halangan=str(cause))
        *before, last = [await self._picture(pdf) for pdf in drawn]
        return Gambar(blob=last, sebelumnya=tuple(before), penduduk=catatan.dump(found))

    async def _picture(self, pdf: bytes) -> str:
        """Keep a picture of the first page sealed, and return the name of its blob."""
        picture = await self._renderer.picture(pdf, width=_WIDTH)
        blob = f"pratinjau/{new_id()}"
        await self._blobs.put(blob, picture)
        return blob
