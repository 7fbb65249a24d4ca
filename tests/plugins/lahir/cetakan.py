"""Prints the package's pages in a test just as core.issuing does, borrowed templates and all."""

from pathlib import Path

from core.api import Bahan
from core.dialog import compile_form
from core.issuing import page
from core.registry import muat
from delivery.render_worker import to_pdf

PLUGINS = Path(__file__).parents[3] / "plugins"
_KATALOG = muat(PLUGINS, compile_form)
ALAMAT = "https://dukcapil.contoh.id/v/0123456789abcdefghjkmnpqrs"


def printed(jenis: str, bahan: Bahan, *, pratinjau: bool = False) -> bytes:
    """Make the PDF of one of the three documents."""
    siap = _KATALOG.layanan["paket-lahir"]
    hasil = siap.layanan.keluar(jenis)
    cetak = page.stamp(penerbit=None, pratinjau=pratinjau, alamat=None if pratinjau else ALAMAT)
    return to_pdf(page.html(siap, hasil, page.context(hasil, bahan), cetak))
