"""Writes a PDF anew: its pages as they look, and nothing that acts, hides or reaches out.

Streams are copied, never decoded: 98 kB can unpack to 100 MB (SECURITY 19).
"""

import io

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from core.berkas import words
from core.berkas.aturan import MAX_BYTES, MAX_PAGES, PDF
from core.berkas.hasil import Diterima, Ditolak, Hasil

# All that a page needs to look as it does; annotations are painted into it before.
_SHAPE = {"/Type", "/Parent", "/MediaBox", "/CropBox", "/Rotate", "/UserUnit"}
_PAGE_KEYS = _SHAPE | {"/Resources", "/Contents", "/Group"}
# Keys alone prove little: a resource or a glyph may be called /A, /AA or /JS.
_ACTIONS = {"/JavaScript", "/Launch", "/URI", "/SubmitForm", "/ImportData", "/GoToR", "/GoToE"}
_PLAYS = {"/Movie", "/Sound", "/Rendition", "/RichMediaExecute"}
_TYPES = {"/Action", "/Filespec", "/F", "/EmbeddedFile"}
_FORBIDDEN = {"/JavaScript", "/EmbeddedFiles", "/XFA", "/RichMediaContent", "/Ref"}


def rewrite_pdf(isi: bytes) -> Hasil:
    """Return a clean copy of at most ten pages, or say why not."""
    try:
        with pikepdf.open(io.BytesIO(isi)) as source:
            return _refusal(source) or _clean(source)
    except pikepdf.PasswordError:
        return Ditolak(words.PDF_TERKUNCI)


def _refusal(source: Pdf) -> Ditolak | None:
    if source.is_encrypted:
        return Ditolak(words.PDF_TERKUNCI)
    if len(source.pages) > MAX_PAGES:
        return Ditolak(words.PDF_TEBAL)
    return Ditolak(words.RUSAK) if len(source.pages) == 0 else None


def _clean(source: Pdf) -> Hasil:
    source.flatten_annotations("screen")
    # In the source: what a page does not name is then not copied at all.
    for page in source.pages:
        for key in set(page.obj.keys()) - _PAGE_KEYS:
            del page.obj[key]
    out = io.BytesIO()
    with Pdf.new() as copy:
        copy.pages.extend(source.pages)
        if any(_acts(each) for each in copy.objects):
            return Ditolak(words.PDF_BERISI)
        halaman = len(copy.pages)
        copy.save(out, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    if out.tell() > MAX_BYTES:
        return Ditolak(words.too_large(out.tell()))
    return Diterima(out.getvalue(), PDF, halaman=halaman)


def _acts(whole: Object) -> bool:
    """Tell whether an object, without what it refers to, holds an action, a file or a script."""
    waiting = [whole]
    inner: list[object]
    while waiting:
        each = waiting.pop()
        if isinstance(each, Array):
            inner = [each[place] for place in range(len(each))]
        elif isinstance(each, Dictionary | Stream):
            if _is_hostile(each):
                return True
            inner = [value for _, value in each.items()]
        else:
            continue
        waiting.extend(v for v in inner if isinstance(v, Object) and not v.is_indirect)
    return False


def _is_hostile(each: Object) -> bool:
    keys = set(each.keys())
    # A stream with /F keeps its bytes in a file outside; a dictionary with /EF brings one along.
    if keys & _FORBIDDEN or "/EF" in keys or (isinstance(each, Stream) and "/F" in keys):
        return True
    return _name(each, "/S") in _ACTIONS | _PLAYS or _name(each, "/Type") in _TYPES


def _name(each: Object, key: str) -> str:
    value: object = each.get(key)
    return str(value) if isinstance(value, Name) else ""
