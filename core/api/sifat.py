"""What a ready type can do besides holding a value; the dialog reads it, plugins seldom do."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

OpsiNasional = Literal["desa_nasional", "kabupaten_nasional"]
"""The nation's lists, too long to be shown: what is not near is found by typing."""


@dataclass(frozen=True)
class Potongan:
    """A piece found within a longer line, and what remains of the line without it."""

    isi: str
    sisa: str


@dataclass(frozen=True)
class Sifat:
    """Marker of a ready type, in its `Annotated`."""

    kode: str
    """Name of the kind: "nik", "tanggal_lahir". Remarks find neighbours by it."""
    pada: Callable[[Any, date], str | None] | None = None
    """A check that needs to know today; gives the sentence of refusal."""
    teliti: Callable[[str, Mapping[str, str]], tuple[str, ...]] | None = None
    """Remarks on a valid answer, given its neighbours by kind. They warn and never block."""
    usul: Callable[[str], str | None] | None = None
    """A likelier answer, offered once ("gmial.com": did you mean gmail.com?)."""
    petik: Callable[[str], Potongan | None] | None = None
    """Finds its own piece in a line that answers the question before it."""
    opsi: Literal["desa"] | OpsiNasional | None = None
    """The list that the answer is chosen from: the office's villages, or the nation's areas."""


@dataclass(frozen=True)
class Terima:
    """Which kinds of files an upload question takes."""

    mime: tuple[str, ...]
    kertas: bool = True
    """Whether it is a paper, of up to three pages; not a portrait or a house."""
