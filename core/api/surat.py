"""A statement that the citizen signs: given pre-filled with a question, sent back as a photo."""

from collections.abc import Callable
from dataclasses import dataclass

from pydantic import BaseModel

from core.api.layanan import Bahan


@dataclass(frozen=True)
class Surat:
    """A letter, made of what was answered before the question that it belongs to.

    Its page gets `isi` and `cetak` like any page; it bears no QR, no mark and no word about a
    signature, because it is the citizen's own paper.
    """

    templat: str
    """File name of the Jinja page, relative to the plugin's folder."""
    isi: Callable[[Bahan], BaseModel]
    """Makes the context of the page; may refuse with `tolak("Kalimat.")`.

    `bahan.isian` is the form's model as far as it was answered before the question, each answer
    under its own type; what is not answered, hidden or skipped is None. `bahan.petugas` is None.
    """
    nama: str
    """What the letter is called, also as a file."""
    milik: str = ""
    """The plugin whose folder holds the page, if it is not the plugin itself."""
