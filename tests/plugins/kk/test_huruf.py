"""The room that a text takes, compared with the font itself."""

import subprocess
import unicodedata
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from plugins.kk.huruf import SIZES, capitals, fit, lines, width


@pytest.fixture(scope="module")
def font() -> TTFont:
    found = subprocess.run(
        ["fc-match", "-f", "%{file}", "Liberation Sans:style=Regular"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "LiberationSans-Regular" in found.stdout, "install fonts-liberation"
    return TTFont(Path(found.stdout))


def test_no_letter_is_wider_than_we_think(font: TTFont) -> None:
    names, advances = font.getBestCmap(), font["hmtx"]
    tried = 0
    for code in range(0x20, 0x250):
        letter = chr(code)
        if code not in names or letter != letter.upper() or not unicodedata.name(letter, ""):
            continue
        real = advances[names[code]][0] / font["head"].unitsPerEm * 8 * 25.4 / 72
        assert real <= width(letter, 8) + 0.002, letter
        tried += 1
    assert tried > 100


def test_text_is_made_smaller_before_it_is_wrapped() -> None:
    assert fit("BUDI", 58).kelas == "p80"
    sizes = [fit("W" * n, 58).kelas for n in range(1, 40)]
    assert list(dict.fromkeys(sizes)) == ["p80", "p75", "p70", "p65", "p60"]
    assert min(SIZES) == 6.0


def test_what_fits_takes_one_line_and_what_does_not_takes_as_many_as_it_needs() -> None:
    assert lines("BUDI", 58) == 1
    assert lines("KEPERCAYAAN TERHADAP TUHAN YME", 15.4) == 3
    assert lines("W" * 60, 55) == 3
    assert lines("A " + "W" * 60, 55) == 4


def test_capitals_drop_needless_spaces_and_show_nothing_as_a_dash() -> None:
    assert capitals(" siti   aminah ") == "SITI AMINAH"
    assert capitals("  ") == "-"
