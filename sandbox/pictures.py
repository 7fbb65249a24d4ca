"""Reads a picture's kind and pixel size from its header, and lists the sizes Telegram makes."""

import struct
from dataclasses import dataclass

# Telegram's boxes for a photo: s, m, x, y (core.telegram.org/api/files#image-thumbnail-types).
BOXES = (100, 320, 800, 1280)

_JPEG_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


@dataclass(frozen=True, slots=True)
class Picture:
    """What the header says."""

    mime: str
    suffix: str
    width: int
    height: int


def read_header(content: bytes) -> Picture | None:
    """The picture's kind and size; None if it is neither JPEG nor PNG."""
    if content.startswith(b"\x89PNG\r\n\x1a\n") and len(content) >= 24:
        width, height = struct.unpack(">II", content[16:24])
        return Picture("image/png", "png", width, height)
    if content.startswith(b"\xff\xd8"):
        return _jpeg(content)
    return None


def sizes(picture: Picture) -> tuple[tuple[int, int], ...]:
    """Width and height of each size, smallest first, the picture itself last."""
    longest = max(picture.width, picture.height)
    smaller = tuple(
        (max(1, picture.width * box // longest), max(1, picture.height * box // longest))
        for box in BOXES
        if box < longest
    )
    return (*smaller, (picture.width, picture.height))


def _jpeg(content: bytes) -> Picture | None:
    """Walk the segments up to the frame header (ITU T.81, B.1.1 and B.2.2)."""
    at = 2
    while at + 9 <= len(content):
        if content[at] != 0xFF:
            return None
        marker = content[at + 1]
        if marker == 0xFF:  # a fill byte
            at += 1
        elif marker in _JPEG_FRAMES:
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return Picture("image/jpeg", "jpg", width, height) if width and height else None
        elif marker == 0x01 or 0xD0 <= marker <= 0xD7:  # a marker without a segment
            at += 2
        else:
            at += 2 + int(struct.unpack(">H", content[at + 2 : at + 4])[0])
    return None
