"""The limits of a paper (SECURITY 19), and the one check that needs no file."""

from core.berkas import words

MAX_BYTES = 10 * 1024 * 1024
MAX_PIXELS = 40_000_000
MIN_LONG_SIDE = 600
MAX_LONG_SIDE = 2400
MAX_PAGES = 10
JPEG = "image/jpeg"
PDF = "application/pdf"


def too_large(ukuran: int | None) -> str | None:
    """Refuse by the size that Telegram declares, before anything is downloaded."""
    if ukuran is None or ukuran <= MAX_BYTES:
        return None
    return words.too_large(ukuran)
