"""Looks whether a PDF may be handed on. It never writes, so a signature in it stays whole."""

import io
from collections.abc import Iterable, Iterator

import pikepdf

# More than this many objects is no civil registry document.
MAX_OBJECTS = 50_000

# Keys that no page on paper needs. A signature has none of them.
FORBIDDEN_KEYS = {
    "/JavaScript": "berisi program (JavaScript)",
    "/JS": "berisi program (JavaScript)",
    "/Launch": "menjalankan program lain",
    "/EmbeddedFiles": "berisi berkas tersembunyi",
    "/EF": "berisi berkas tersembunyi",
    "/AA": "menjalankan sesuatu saat dibuka",
    "/XFA": "berupa formulir XFA",
    "/RichMedia": "berisi media",
}

# Where an action may hang (ISO 32000-2, 12.6). An outline's /Next and a structure element's /A are
# no actions: they have no /S.
ACTION_KEYS = ("/A", "/PA", "/Next", "/OpenAction")
# They move inside the document, or open an address, which is then looked at by itself.
HARMLESS_ACTIONS = frozenset({"/GoTo", "/Named", "/URI"})


class UnsafePDF(Exception):
    """The PDF may not be handed on; the sentence says why, in the officer's words."""


def check_pdf(pdf: bytes, *, pages: range | None, allowed_uri_prefix: str | None) -> None:
    """Refuse a PDF that is locked, damaged or active, carries files or links elsewhere.

    Args:
        pdf: the file as it is.
        pages: the numbers of pages that are right; None means any.
        allowed_uri_prefix: how every address in it must begin, ending in "/"; None means no link.

    Raises:
        UnsafePDF: with one sentence for the officer.
    """
    if allowed_uri_prefix is not None and not allowed_uri_prefix.endswith("/"):
        raise ValueError("allowed_uri_prefix must end in '/', or another host could begin with it")
    try:
        # No recovery: what has to be repaired first may look different in another reader.
        with pikepdf.open(io.BytesIO(pdf), attempt_recovery=False) as document:
            _check(document, pages, allowed_uri_prefix)
    except pikepdf.PasswordError as cause:
        raise UnsafePDF("PDF ini terkunci kata sandi.") from cause
    except (pikepdf.PdfError, ValueError, RecursionError, MemoryError) as cause:
        raise UnsafePDF("PDF ini rusak atau tidak terbaca.") from cause


def _check(document: pikepdf.Pdf, pages: range | None, allowed_uri_prefix: str | None) -> None:
    if document.is_encrypted:
        raise UnsafePDF("PDF ini terkunci kata sandi.")
    if pages is not None and len(document.pages) not in pages:
        raise UnsafePDF(f"PDF ini {len(document.pages)} halaman; seharusnya {_words(pages)}.")
    if len(document.objects) > MAX_OBJECTS:
        raise UnsafePDF("PDF ini terlalu rumit untuk diperiksa.")
    # Every object of the file, also those that no page leads to.
    for item in document.objects:
        for dictionary in _dictionaries(item):
            _check_dictionary(dictionary, allowed_uri_prefix)


def _check_dictionary(dictionary: pikepdf.Object, allowed_uri_prefix: str | None) -> None:
    for key, why in FORBIDDEN_KEYS.items():
        if key in dictionary:
            raise UnsafePDF(f"PDF ini {why}.")
    if dictionary.get("/Type") == "/EmbeddedFile":
        raise UnsafePDF("PDF ini berisi berkas tersembunyi.")
    for key in ACTION_KEYS:
        if _is_active(dictionary.get(key)):
            raise UnsafePDF("PDF ini menjalankan sesuatu saat dibuka atau diketuk.")
    if "/URI" in dictionary and not _allowed(dictionary["/URI"], allowed_uri_prefix):
        raise UnsafePDF("PDF ini berisi tautan ke alamat lain.")


def _is_active(action: object) -> bool:
    if not isinstance(action, pikepdf.Dictionary) or "/S" not in action:
        return False
    return str(action["/S"]) not in HARMLESS_ACTIONS


def _allowed(address: pikepdf.Object, prefix: str | None) -> bool:
    """Whether an address is ours. A base for relative ones (a dictionary) never is."""
    return (
        isinstance(address, pikepdf.String)
        and prefix is not None
        and str(address).startswith(prefix)
    )


def _dictionaries(item: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """Every dictionary written in this object itself; what it refers to comes by itself."""
    waiting: list[object] = [item]
    while waiting:
        value = waiting.pop()
        if isinstance(value, pikepdf.Stream):
            value = value.stream_dict
        children: Iterable[object] = ()
        if isinstance(value, pikepdf.Dictionary):
            yield value
            children = value.values()
        elif isinstance(value, pikepdf.Array):
            children = value
        waiting += (child for child in children if not _is_reference(child))


def _is_reference(value: object) -> bool:
    return isinstance(value, pikepdf.Object) and value.is_indirect


def _words(pages: range) -> str:
    if len(pages) == 1:
        return f"{pages.start} halaman"
    return f"{pages.start} sampai {pages.stop - 1} halaman"
