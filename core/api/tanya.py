"""The words of a question, and the letter that may come with it."""

from dataclasses import dataclass

from core.api.surat import Surat
from core.api.syarat import Syarat


@dataclass(frozen=True)
class Tanya:
    """The words of one question. What is left None is taken from the ready type."""

    teks: str
    contoh: str | None = None
    bantuan: str | None = None
    bila: Syarat | None = None
    lewati: str | None = None
    """Label of the skip button; makes the question optional."""
    pribadi: bool = False
    """Masked wherever it is echoed."""
    alias: tuple[str, ...] = ()
    """Other names under which a pasted block may give this answer."""
    gambar: str | None = None
    """A picture of what is wanted, relative to the plugin's folder."""
    galat: str | None = None
    """The sentence for a wrong answer, when the type has none of its own."""
    label: str | None = None
    """Short name in summary and menus; by default the words of the field's name."""
    baca: tuple[str, ...] = ()
    """Of a photo of a KTP-el or KK: the fields of this form that the paper should show, to be
    compared with what is typed there ("nik", "nama", "nomor_kk"; of a group: "kepala.nik")."""
    surat: Surat | None = None
    """The statement that comes with an upload question: to print, sign and send back."""
