"""Which fonts a PDF carries. A page whose font is missing would be set in another, too wide."""

import io

import pikepdf

# What the templates of documents name.
EXPECTED = frozenset({"Liberation-Sans", "Liberation-Sans-Bold"})
_EMBEDDED = ("/FontFile", "/FontFile2", "/FontFile3")


def embedded(pdf: bytes) -> frozenset[str]:
    """Return the names of the fonts that are inside the file, without their subset's mark."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return frozenset(
            str(item["/FontName"]).removeprefix("/").rpartition("+")[2]
            for item in document.objects
            if isinstance(item, pikepdf.Dictionary)
            and item.get("/Type") == "/FontDescriptor"
            and any(kind in item for kind in _EMBEDDED)
        )
