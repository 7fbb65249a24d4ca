"""The data sheet looks the way it looked when somebody last looked at it.

To renew the pictures after a change that is meant, run this file with PERBARUI_GAMBAR=1 in the
environment, look at tests/plugins/kia/golden/*.png, and commit them.
"""

import io
import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageFilter

from delivery.render_worker import to_png
from plugins.kia.halaman import HalamanKIA, data_sheet
from tests.plugins.kia.cetakan import printed
from tests.plugins.kia.contoh import RAKA, bahan, tercatat

GOLDEN = Path(__file__).parent / "golden"
WIDTH = 700
# A letter's edge may differ with the version of a font; another colour or a lost word is more.
DIFFERENT = 45
SHARE = 0.002
BAYI = replace(RAKA, nik="3319992902240003", tanggal_lahir=date(2024, 2, 29))

SHEETS: dict[str, tuple[HalamanKIA, dict[str, bool]]] = {
    "berfoto": (data_sheet(bahan(tercatat())), {"contoh": True}),
    "pratinjau": (
        data_sheet(bahan(tercatat(BAYI, berfoto=False), BAYI)),
        {"contoh": True, "pratinjau": True},
    ),
    "resmi": (data_sheet(bahan(tercatat())), {}),
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


@pytest.mark.parametrize("latar", ["#fdebf0", "#b4c8f0"])
def test_a_lost_photo_frame_and_one_of_another_colour_are_noticed(latar: str) -> None:
    now = _drawn(printed(SHEETS["resmi"][0]))
    spoiled = now.copy()
    spoiled.paste(latar, (260, 170, 325, 265))
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
