"""The looks of a picture in 1024 bits."""

import numpy as np
from PIL import Image

_DOTS = 128
_BITS = 32


def looks(picture: Image.Image) -> int:
    """Return the signs of a picture's slowest waves (pHash, DCT-II), as one number.

    Insensitive to size and compression; sensitive to another page, person or angle, and to other
    words on a card of the same kind that lies just as straight.
    """
    small = picture.convert("L").resize((_DOTS, _DOTS), Image.Resampling.BOX)
    grey = np.asarray(small, dtype=np.float64)
    steps = np.arange(_DOTS)
    waves = np.cos(np.pi * np.outer(np.arange(1, _BITS + 1), 2 * steps + 1) / (2 * _DOTS))
    found = waves @ grey @ waves.T
    bits = (found > np.median(found)).flatten()
    return int("".join("1" if each else "0" for each in bits), 2)
