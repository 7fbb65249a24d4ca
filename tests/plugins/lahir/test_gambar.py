"""The two cards look the way they looked when somebody last looked at them; the deed is akta's.

To renew the pictures after a change that is meant, run this file with PERBARUI_GAMBAR=1 in the
environment, look at tests/plugins/lahir/golden/*.png, and commit them.
"""

import io
import os
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageFilter

from delivery.render_worker import to_png
from tests.plugins.lahir.cetakan import printed
from tests.plugins.lahir.contoh import KAKAK, NENEK, bahan, isian, rumah

GOLDEN = Path(__file__).parent / "golden"
WIDTH = 800
# A letter's edge may differ with the version of a font; a moved line or a lost word is more.
DIFFERENT = 90
SHARE = 0.002
SHEETS = {"kk": True, "kia": False}
"""Each card, and whether it is shown as a preview."""
BAHAN = bahan(isian(golongan_darah="9"), catatan=rumah(KAKAK, NENEK))


@pytest.mark.parametrize("jenis", SHEETS)
def test_the_paper_looks_as_it_did(jenis: str) -> None:
    now = _drawn(printed(jenis, BAHAN, pratinjau=SHEETS[jenis]))
    path = GOLDEN / f"{jenis}.png"
    if os.environ.get("PERBARUI_GAMBAR"):
        now.save(path, optimize=True)
    with Image.open(path) as golden:
        changed = _changed(now, golden.convert("L"))
    assert changed <= SHARE, f"{changed:.2%} of {path.name} changed; {__doc__}"


def test_a_lost_line_is_noticed() -> None:
    now = _drawn(printed("kk", BAHAN, pratinjau=True))
    spoiled = now.copy()
    spoiled.paste(255, (20, 165, 500, 185))
    assert _changed(now, spoiled) > SHARE


def _drawn(pdf: bytes) -> Image.Image:
    with Image.open(io.BytesIO(to_png(pdf, 0, WIDTH))) as picture:
        return picture.convert("L")


def _changed(now: Image.Image, before: Image.Image) -> float:
    """Share of the points that became much darker or lighter, once thin edges are smoothed."""
    assert now.size == before.size
    soft = (picture.filter(ImageFilter.BoxBlur(1)) for picture in (now, before))
    points = ImageChops.difference(*soft).histogram()
    return sum(points[DIFFERENT:]) / sum(points)
