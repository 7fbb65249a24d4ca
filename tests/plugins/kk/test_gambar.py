"""The card looks the way it looked when somebody last looked at it.

To renew the pictures after a change that is meant, run this file with PERBARUI_GAMBAR=1 in the
environment, look at tests/plugins/kk/golden/*.png, and commit them.
"""

import io
import os
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageFilter

from delivery.render_worker import to_png
from plugins.kk.surat import HalamanSPTJM, Pihak
from tests.plugins.kk.cetakan import page_of, printed, sheets_of
from tests.plugins.kk.contoh import ANAK, BUDI, KANTOR, SITI, keluarga

GOLDEN = Path(__file__).parent / "golden"
WIDTH = 900
# A letter's edge may differ with the version of a font; a moved line or a lost word is more.
DARKER = 90
SHARE = 0.002

CARDS = {
    "contoh": (4, {"contoh": True}),
    "pratinjau": (10, {"contoh": True, "pratinjau": True}),
    "resmi": (1, {}),
}


STATEMENTS = {
    "f105": HalamanSPTJM(
        suami=Pihak(sebutan="Suami", nama=BUDI.nama, nik=BUDI.nik),
        istri=Pihak(sebutan="Istri", nama="SITI NUR " + "AMINAH " * 7, nik=SITI.nik),
        anak=(ANAK.nama, "RADEN MAS " + "WIJAYAKUSUMA " * 4, "", ""),
        tempat=KANTOR.tempat,
    ),
    "f105_kosong": HalamanSPTJM(
        suami=Pihak(sebutan="Suami"),
        istri=Pihak(sebutan="Istri"),
        anak=("", "", ""),
        tempat=KANTOR.tempat,
    ),
}


@pytest.mark.parametrize("nama", CARDS)
def test_the_card_looks_as_it_did(nama: str) -> None:
    banyak, marks = CARDS[nama]
    _looks_as_before(nama, _drawn(printed(page_of(keluarga(banyak)), **marks)))


@pytest.mark.parametrize("nama", STATEMENTS)
def test_the_statement_is_one_page_that_looks_as_it_did(nama: str) -> None:
    pdf = printed(STATEMENTS[nama])
    assert len(sheets_of(pdf)) == 1
    _looks_as_before(nama, _drawn(pdf))


def _looks_as_before(nama: str, now: Image.Image) -> None:
    path = GOLDEN / f"{nama}.png"
    if os.environ.get("PERBARUI_GAMBAR"):
        now.save(path, optimize=True)
    with Image.open(path) as golden:
        changed = _changed(now, golden.convert("L"))
    assert changed <= SHARE, f"{changed:.2%} of {path.name} changed; {__doc__}"


def test_a_lost_signature_is_noticed() -> None:
    now = _drawn(printed(page_of(keluarga(1))))
    spoiled = now.copy()
    spoiled.paste(255, (600, 480, 800, 600))
    assert _changed(now, spoiled) > SHARE


def _drawn(pdf: bytes) -> Image.Image:
    with Image.open(io.BytesIO(to_png(pdf, 0, WIDTH))) as picture:
        return picture.convert("L")


def _changed(now: Image.Image, before: Image.Image) -> float:
    """Share of the points that became much darker or lighter, once thin edges are smoothed."""
    assert now.size == before.size
    soft = (picture.filter(ImageFilter.BoxBlur(1)) for picture in (now, before))
    points = ImageChops.difference(*soft).histogram()
    return sum(points[DARKER:]) / sum(points)
