"""The limits of papers (SECURITY 19), and the checks that need no file."""

from core.berkas import words

MAX_BYTES = 10 * 1024 * 1024
MAX_CASE_BYTES = 60 * 1024 * 1024
MAX_PIXELS = 40_000_000
MAX_LONG_SIDE = 2400
MAX_PAGES = 10
JPEG = "image/jpeg"
PDF = "application/pdf"


def too_large(ukuran: int | None) -> str | None:
    """Refuse by the size that Telegram declares, before anything is downloaded."""
    if ukuran is None or ukuran <= MAX_BYTES:
        return None
    return words.too_large(ukuran)


def case_full(used: int, more: int) -> str | None:
    """Refuse what would take the papers of one case over their limit."""
    return words.case_full(used) if used + more > MAX_CASE_BYTES else None
