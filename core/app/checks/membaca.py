"""Whether photos of papers can be read here. Information, never a fault: all works without."""

from core.app.checks.check import Check, Hasil, Keterangan, Tempat
from core.baca import BAHASA, installed, languages

_BISA = "terpasang; NIK, nomor KK, dan nama di foto dibandingkan dengan yang diketik."
_TANPA = (
    "tidak terpasang; foto KTP-el dan KK tidak dibaca mesin dan semua yang lain tetap berjalan. "
    "Bila ingin: apt-get install tesseract-ocr tesseract-ocr-ind."
)
_TANPA_BAHASA = (
    "terpasang tanpa bahasa Indonesia; foto tidak dibaca mesin. "
    "Bila ingin: apt-get install tesseract-ocr-ind."
)


async def _reading(tempat: Tempat) -> Hasil:
    machine = installed(tempat.environ.get("PATH"))
    if machine is None:
        return Keterangan(_TANPA)
    known = BAHASA in await languages(machine)
    return Keterangan(_BISA if known else _TANPA_BAHASA)


READING = Check("pembaca foto (Tesseract)", _reading, at_start=False)
