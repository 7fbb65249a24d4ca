"""The letters look the way they looked when somebody last looked at them.

To renew the pictures after a change that is meant, run this file with PERBARUI_GAMBAR=1 in the
environment, look at tests/plugins/pindah/golden/*.png, and commit them.
"""

import io
import os
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageFilter

from delivery.render_worker import to_png
from plugins.pindah.halaman import halaman_skpwni
from plugins.pindah.kode import Siapa, Tinggal
from plugins.pindah.surat import power_of_care, welcome
from tests.plugins.pindah.cetakan import printed
from tests.plugins.pindah.contoh import BUDI, NOMOR_KK, RIZKY, bahan, baris, tercatat

GOLDEN = Path(__file__).parent / "golden"
WIDTH = 700
# A letter's edge may differ with the version of a font; a moved line or a lost word is more.
DARKER = 90
SHARE = 0.002

KELUARGA = tuple(
    replace(satu, nama=f"RADEN PANJI {chr(65 + n)}", nik=f"33199903021700{n:02d}")
    for n, satu in enumerate((BUDI, *(13 * (RIZKY,))))
)
SEBAGIAN = tercatat(Siapa.KEPALA, anggota=[baris(RIZKY)], tinggal=Tinggal.NUMPANG)
LETTERS = {
    "contoh": (printed(halaman_skpwni(bahan(tercatat())), contoh=True), 0),
    "pratinjau": (
        printed(halaman_skpwni(bahan(SEBAGIAN)), contoh=True, pratinjau=True),
        0,
    ),
    "resmi": (printed(halaman_skpwni(bahan(tercatat()))), 0),
    "lembar-dua": (
        printed(halaman_skpwni(bahan(tercatat(oleh=KELUARGA[0]), *KELUARGA)), contoh=True),
        1,
    ),
    "kuasa": (
        printed(
            power_of_care(NOMOR_KK, ((RIZKY.nama, RIZKY.nik),), wali=("SUTRISNO", "")),
            templat="pernyataan.html",
        ),
        0,
    ),
    "bersedia": (printed(welcome("SUTRISNO", NOMOR_KK), templat="pernyataan.html"), 0),
}


@pytest.mark.parametrize("nama", LETTERS)
def test_the_letter_looks_as_it_did(nama: str) -> None:
    now = _drawn(*LETTERS[nama])
    path = GOLDEN / f"{nama}.png"
    if os.environ.get("PERBARUI_GAMBAR"):
        now.save(path, optimize=True)
    with Image.open(path) as golden:
        changed = _changed(now, golden.convert("L"))
    assert changed <= SHARE, f"{changed:.2%} of {path.name} changed; {__doc__}"


def test_a_lost_signature_is_noticed() -> None:
    now = _drawn(*LETTERS["resmi"])
    spoiled = now.copy()
    spoiled.paste(255, (380, 700, 690, 900))
    assert _changed(now, spoiled) > SHARE


def _drawn(pdf: bytes, lembar: int) -> Image.Image:
    with Image.open(io.BytesIO(to_png(pdf, lembar, WIDTH))) as picture:
        return picture.convert("L")


def _changed(now: Image.Image, before: Image.Image) -> float:
    """Share of the points that became much darker or lighter, once thin edges are smoothed."""
    assert now.size == before.size
    soft = (picture.filter(ImageFilter.BoxBlur(1)) for picture in (now, before))
    points = ImageChops.difference(*soft).histogram()
    return sum(points[DARKER:]) / sum(points)
