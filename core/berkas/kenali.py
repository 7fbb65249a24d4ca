"""Tells what bytes are by their own signature. The declared type only helps to word a refusal."""

from enum import Enum


class Jenis(Enum):
    """What a file turns out to be."""

    GAMBAR = "gambar"
    PDF = "pdf"
    HEIC = "heic"
    VIDEO = "video"
    ARSIP = "arsip"
    LAIN = "lain"


_GAMBAR = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")
_ARSIP = (b"PK\x03\x04", b"PK\x05\x06", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"\xd0\xcf\x11\xe0")
_HEIC = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1", b"avif", b"avis")
# ISO 32000-1, 7.5.2, note: readers accept the header anywhere in the first 1024 bytes.
_PDF_HEAD = 1024


def recognise(isi: bytes, declared_mime: str = "") -> Jenis:
    """Name the kind of a file from its first bytes."""
    if isi.startswith(_GAMBAR) or (isi[:4] == b"RIFF" and isi[8:12] == b"WEBP"):
        return Jenis.GAMBAR
    if isi.startswith(_ARSIP):
        return Jenis.ARSIP
    if isi[4:8] == b"ftyp":
        return Jenis.HEIC if isi[8:12] in _HEIC else Jenis.VIDEO
    if b"%PDF-" in isi[:_PDF_HEAD]:
        return Jenis.PDF
    if isi.startswith((b"GIF8", b"\x1aE\xdf\xa3")) or declared_mime.startswith("video/"):
        return Jenis.VIDEO
    return Jenis.LAIN
