"""Looks at one upload, from its first byte to the verdict. Runs in the limited worker only."""

import numpy as np
from PIL import Image

from core.berkas.aturan import MAX_BYTES
from core.berkas.hasil import Diterima
from core.berkas.kenali import Jenis, recognise
from core.citra import ganda
from core.citra.ambang import AMBANG
from core.citra.buka import clean_copy, open_photo
from core.citra.cacat import Cacat
from core.citra.cahaya import brightness, dark_share, glare
from core.citra.hasil import Hasil, Ukuran
from core.citra.jejak import Jejak, sidik
from core.citra.kurung import is_shut_in, shut_in
from core.citra.latihan import rehearsal
from core.citra.lembar import open_pdf
from core.citra.peta import map_of
from core.citra.rupa import looks
from core.citra.tajam import sharpness
from core.citra.tepi import cut_off, page_in

_NOT_OPENED = {Jenis.VIDEO: Cacat.BERGERAK, Jenis.ARSIP: Cacat.ARSIP, Jenis.LAIN: Cacat.BUKAN_FOTO}


def look_confined(content: bytes, mime: str, kertas: bool, cpu_seconds: int) -> Hasil:
    """Shut this process in, then look. Never raises over an upload."""
    if not is_shut_in():
        for own, kind in rehearsal():
            look(own, kind)
    shut_in(cpu_seconds)
    try:
        return look(content, mime, kertas)
    except Exception:
        # Of what was decoded nothing may leave but a verdict, and a traceback quotes.
        return _refused(content, Cacat.TERLALU_RUMIT)


def look(content: bytes, mime: str, kertas: bool = True) -> Hasil:
    """Return the verdict on an upload.

    `kertas` is False for what is no paper (a portrait, a house): then its writing is not judged.
    """
    fault = _before_opening(content, mime)
    if fault is not None:
        return _refused(content, fault)
    try:
        if recognise(content, mime) is Jenis.PDF:
            return _pdf(content, kertas)
        return _photo(content, kertas)
    except MemoryError:
        return _refused(content, Cacat.TERLALU_RUMIT)


def _before_opening(content: bytes, mime: str) -> Cacat | None:
    if not content:
        return Cacat.KOSONG
    if len(content) > MAX_BYTES:
        return Cacat.TERLALU_BESAR
    if ganda.is_web(content):
        return Cacat.HALAMAN_WEB
    jenis = recognise(content, mime)
    if jenis in _NOT_OPENED:
        return _NOT_OPENED[jenis]
    more = ganda.pdf_is_more if jenis is Jenis.PDF else ganda.photo_is_more
    return Cacat.GANDA if more(content) else None


def _refused(content: bytes, fault: Cacat) -> Hasil:
    return Hasil(jejak=Jejak(sidik(content)), cacat=(fault,))


def _photo(content: bytes, kertas: bool) -> Hasil:
    opened = open_photo(content)
    if isinstance(opened, Cacat):
        return _refused(content, opened)
    return _judged(content, opened.gambar, opened.asal, clean_copy(opened.gambar), kertas)


def _pdf(content: bytes, kertas: bool) -> Hasil:
    opened = open_pdf(content)
    if isinstance(opened, Cacat):
        return _refused(content, opened)
    return _judged(content, opened.gambar, opened.gambar.size, opened.bersih, kertas)


def _judged(
    content: bytes,
    picture: Image.Image,
    size: tuple[int, int],
    clean: Diterima,
    kertas: bool,
) -> Hasil:
    faults, figures = judge(picture, size, kertas)
    return Hasil(Jejak(sidik(content), looks(picture)), faults, clean, figures)


def judge(
    picture: Image.Image, size: tuple[int, int], kertas: bool = True
) -> tuple[tuple[Cacat, ...], Ukuran]:
    """Return what is wrong with an upright picture that was `size` dots when it was sent."""
    peta = map_of(picture)
    halaman = page_in(peta)
    sharp = sharpness(peta)
    figures = Ukuran(
        lebar=size[0],
        tinggi=size[1],
        terang=brightness(peta),
        gelap_bagian=dark_share(peta, halaman.letak),
        bintik=sharp.bintik,
        rincian=sharp.rincian,
        halus=sharp.halus,
        silau=glare(peta, sharp.bintik),
        keluar=cut_off(halaman),
    )
    return _faults(figures, float(np.std(peta.abu)), kertas), figures


def _faults(found: Ukuran, spread: float, kertas: bool) -> tuple[Cacat, ...]:
    """Name the faults, what should be mended first in front."""
    small = (
        max(found.lebar, found.tinggi) < AMBANG.panjang_min
        or min(found.lebar, found.tinggi) < AMBANG.lebar_min
    )
    dark = found.terang < AMBANG.putih_gelap or found.gelap_bagian > AMBANG.bagian_gelap
    blank = spread < AMBANG.polos_ragam
    written = kertas and not blank
    blurred = written and found.rincian < AMBANG.kabur
    enlarged = written and not blurred and found.halus < AMBANG.dibesarkan
    verdicts = {
        Cacat.KECIL: small or enlarged,
        Cacat.GELAP: dark,
        Cacat.POLOS: blank and not dark,
        Cacat.BERBINTIK: kertas and found.bintik > AMBANG.bintik,
        Cacat.KABUR: blurred,
        Cacat.SILAU: kertas and found.silau > AMBANG.silau_luas,
        Cacat.TERPOTONG: kertas and found.keluar > AMBANG.tepi_kertas,
    }
    return tuple(fault for fault, is_so in verdicts.items() if is_so)
