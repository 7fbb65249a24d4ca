"""Sees what pretends: a web page called a photo, and a photo that is another file as well."""

import re

_WEB = re.compile(rb"^\s*(<\?xml|<!doctype|<svg|<html|<head|<body|<script|<!--)", re.IGNORECASE)
_INSIDE = re.compile(rb"<script[\s>]|<html[\s>]|<svg[\s>]|<!doctype html|<\?php\s", re.IGNORECASE)
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
# End of a zip's directory: 22 bytes, then a comment of at most 65535 bytes.
_ZIP_END, _ZIP_TAIL, _ZIP_SIZE = b"PK\x05\x06", 22 + 65535, 22
_PDF, _PDF_HEAD = b"%PDF-", 1024


def is_web(content: bytes) -> bool:
    """Tell whether a file is markup: SVG, HTML or XML."""
    head = content[:4096]
    for bom in _BOMS:
        head = head.removeprefix(bom)
    return _WEB.match(head.replace(b"\0", b"")) is not None


def photo_is_more(content: bytes) -> bool:
    """Tell whether a photo is a PDF, an archive or a web page, too, for some other program.

    The short film that phones append to a photo is none of these: the clean copy leaves it out.
    """
    if _PDF in content[:_PDF_HEAD] or (b"startxref" in content and _PDF in content):
        return True
    return _ends_as_zip(content) or _INSIDE.search(content) is not None


def pdf_is_more(content: bytes) -> bool:
    """Tell whether a PDF is an archive or, in front of its header, a web page."""
    front = content[: content.find(_PDF)]
    return _ends_as_zip(content) or is_web(front) or _INSIDE.search(front) is not None


def _ends_as_zip(content: bytes) -> bool:
    tail = content[-_ZIP_TAIL:]
    place = tail.rfind(_ZIP_END)
    if place < 0 or len(tail) - place < _ZIP_SIZE:
        return False
    comment = int.from_bytes(tail[place + 20 : place + 22], "little")
    return place + _ZIP_SIZE + comment <= len(tail)
