"""Makes the pictures of README.md from those that the browser test kept.

    POTRET=FOLDER ./adminduk test tests/browser/test_demo_page.py
    .venv/bin/python -m tests.browser.gambar_readme FOLDER

A machine without an emoji font draws boxes for them: install fonts-noto-color-emoji before.
"""

import sys
from pathlib import Path

from PIL import Image

IMG = Path(__file__).parents[2] / "docs" / "img"
PICTURES = {
    "demo.png": ("*-terbit.png", 1400),
    "unduh.png": ("*-unduh.png", 390),
    "kk.png": ("kk.png", 800),
}


def make(kept: Path) -> None:
    """Scale each to its width in the README."""
    IMG.mkdir(parents=True, exist_ok=True)
    for name, (pattern, width) in PICTURES.items():
        (source,) = (kept / "test_demo_page").glob(pattern)
        picture = Image.open(source).convert("RGB")
        height = round(picture.height * width / picture.width)
        if picture.width != width:
            picture = picture.resize((width, height), Image.Resampling.LANCZOS)
        picture.save(IMG / name, optimize=True)


if __name__ == "__main__":
    make(Path(sys.argv[1]))
