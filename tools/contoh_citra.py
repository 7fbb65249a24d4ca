"""Draws the example pictures of core/citra: the fault on the left, how it should be on the right.

Run from the project's root: python -m tools.contoh_citra. Look at every picture afterwards.
"""

import asyncio
import io
from collections.abc import Mapping
from pathlib import Path

from PIL import Image

from delivery.render import Renderer

FOLDER = Path("core/citra/contoh")
_WIDTH = 640
_COLOURS = 48
_LINES = (58, 78, 98, 118, 138, 158, 178)


def _writing(ink: str = "#30343a", width: float = 5, shift: float = 0, light: float = 1) -> str:
    lines = "".join(
        f'<rect x="{62 + shift}" y="{y}" width="{96 if y % 40 else 70}" height="{width}"'
        f' fill="{ink}" fill-opacity="{light}"/>'
        for y in _LINES
    )
    head = f'<rect x="{80 + shift}" y="38" width="60" height="8" fill="{ink}" opacity="{light}"/>'
    return head + lines


def _paper(
    inside: str, x: float = 0, y: float = 0, scale: float = 1, paper: str = "#ffffff"
) -> str:
    return (
        f'<g transform="translate({x} {y}) scale({scale})"><rect x="46" y="24" width="128"'
        f' height="178" fill="{paper}" stroke="#b4b8be" stroke-width="1"/>{inside}</g>'
    )


def _shot(inside: str, mark: str, left: int, table: str = "#b88a5a") -> str:
    """Draw one photo with a tick or a cross below it."""
    sign = (
        '<path d="M98 252 l9 10 l18 -22" stroke="#1a8a3c" stroke-width="7" fill="none"/>'
        if mark == "ya"
        else '<path d="M98 240 l24 24 M122 240 l-24 24" stroke="#c62828" stroke-width="7"/>'
    )
    return (
        f'<svg x="{left}" y="8" width="220" height="272" viewBox="0 0 220 272">'
        f'<rect x="2" y="2" width="216" height="222" rx="6" fill="{table}"/>'
        f'<svg x="6" y="6" width="208" height="214" viewBox="6 6 208 214">{inside}</svg>'
        f"{sign}</svg>"
    )


GOOD = _paper(_writing())
_BLURRED = "".join(_writing(width=9, shift=dx, light=0.17) for dx in (-8, -4, 0, 4, 8))
_LAMP = "".join(
    f'<circle cx="112" cy="108" r="{r}" fill="#ffffff" fill-opacity="{o}"/>'
    for r, o in ((46, 0.35), (40, 0.55), (34, 0.8), (28, 1))
)
_SPECKS = "".join(
    f'<rect x="{10 + (n * 53) % 200}" y="{10 + (n * 37 + n * n % 11) % 205}" width="4" height="4"'
    f' fill="{("#202020", "#f4f4f4", "#8a5a9a", "#4a8a6a")[n % 4]}" fill-opacity="0.75"/>'
    for n in range(620)
)

BAD: Mapping[str, str] = {
    "kabur": _shot(_paper(_BLURRED), "tidak", 10),
    "gelap": _shot(_paper(_writing("#0c0d0f"), paper="#2b2b2e"), "tidak", 10, table="#15110c"),
    "silau": _shot(_paper(_writing(), paper="#dcdcd6") + _LAMP, "tidak", 10),
    "terpotong": _shot(_paper(_writing(), x=-78, y=52, scale=1.15), "tidak", 10),
    "kecil": _shot(_paper(_writing(), x=76, y=76, scale=0.3), "tidak", 10),
    "berbintik": _shot(_paper(_writing("#55585e"), paper="#a8a8a6") + _SPECKS, "tidak", 10),
    "sama": _shot(_paper(_writing(), x=-14, y=-4) + _paper(_writing(), x=18, y=14), "tidak", 10),
}


def page(left: str) -> str:
    """Return the HTML of one picture; without a fault there is the good photo alone."""
    good = _shot(GOOD, "ya", 250 if left else 130)
    return (
        "<style>@page{size:480px 288px;margin:0}body{margin:0;font-family:'Liberation Sans'}"
        "p{position:absolute;opacity:0}</style><p>a<b>b</b></p>"
        f'<svg xmlns="http://www.w3.org/2000/svg" width="480" height="288"'
        f' viewBox="0 0 480 288"><rect width="480" height="288" fill="#f6f6f4"/>{left}{good}</svg>'
    )


async def draw() -> None:
    """Write every picture, in few colours."""
    renderer = Renderer()
    await renderer.start()
    try:
        for name, left in {"baik": "", **BAD}.items():
            png = await renderer.picture(await renderer.render(page(left)), width=_WIDTH)
            small = Image.open(io.BytesIO(png)).convert("RGB").quantize(_COLOURS)
            small.save(FOLDER / f"{name}.png", optimize=True)
    finally:
        await renderer.stop()


if __name__ == "__main__":
    asyncio.run(draw())
