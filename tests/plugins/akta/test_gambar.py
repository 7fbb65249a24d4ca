"""Deeds and statements look the way they looked when somebody last looked at it.

To renew the pictures after a change that is meant, run this file with PERBARUI_GAMBAR=1 in the
environment, look at tests/plugins/akta/golden/*.png, and commit them.
"""

import io
import os
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageFilter

from delivery.render_worker import to_png
from plugins.akta.halaman import HalamanAkta, excerpt
from plugins.akta.kode import Kalimat
from plugins.akta.surat import HalamanSPTJM, birth_statement, couple_statement
from tests.plugins.akta.cetakan import printed
from tests.plugins.akta.contoh import TANPA_AYAH, bahan, diisi

GOLDEN = Path(__file__).parent / "golden"
WIDTH = 700
# A letter's edge may differ with the version of a font; another colour or a lost word is more.
DIFFERENT = 45
SHARE = 0.002
SEJAUH = replace(bahan(diisi(surat_lahir=None)), petugas=None, penduduk={})

SHEETS: dict[str, tuple[HalamanAkta | HalamanSPTJM, dict[str, bool]]] = {
    "nikah": (excerpt(bahan()), {}),
    "sptjm": (excerpt(bahan(kalimat=Kalimat.SPTJM)), {"contoh": True}),
    "ibu": (
        excerpt(bahan(diisi(**TANPA_AYAH), Kalimat.IBU)),
        {"contoh": True, "pratinjau": True},
    ),
    "temuan": (excerpt(bahan(kalimat=Kalimat.TEMUAN)), {}),
    "f203": (birth_statement(SEJAUH), {}),
    "f204": (couple_statement(SEJAUH), {}),
}


@pytest.mark.parametrize("nama", SHEETS)
def test_the_sheet_looks_as_it_did(nama: str) -> None:
    halaman, marks = SHEETS[nama]
    now = _drawn(printed(halaman, **marks))
    path = GOLDEN / f"{nama}.png"
    if os.environ.get("PERBARUI_GAMBAR"):
        now.save(path, optimize=True)
    with Image.open(path) as golden:
        changed = _changed(now, golden.convert("RGB"))
    assert changed <= SHARE, f"{changed:.2%} of {path.name} changed; {__doc__}"


def test_a_lost_code_and_a_lost_name_are_noticed() -> None:
    now = _drawn(printed(SHEETS["nikah"][0]))
    for kotak in ((390, 800, 480, 890), (280, 395, 520, 425)):
        spoiled = now.copy()
        spoiled.paste("#ffffff", kotak)
        assert _changed(now, spoiled) > SHARE


def _drawn(pdf: bytes) -> Image.Image:
    with Image.open(io.BytesIO(to_png(pdf, 0, WIDTH))) as picture:
        return picture.convert("RGB")


def _changed(now: Image.Image, before: Image.Image) -> float:
    """Share of the points whose colour became another, once thin edges are smoothed."""
    assert now.size == before.size
    soft = (picture.filter(ImageFilter.BoxBlur(1)) for picture in (now, before))
    bands = (band.histogram() for band in ImageChops.difference(*soft).split())
    return max(sum(points[DIFFERENT:]) / sum(points) for points in bands)
