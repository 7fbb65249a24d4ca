"""What a form is made of: the model, its groups, its silent look-ups. Questions: `tanya.py`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, NoReturn
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError

from core.api.bacaan import Bacaan
from core.api.syarat import Syarat
from core.bahasa import kata


class Formulir(BaseModel):
    """An intake form: each field is one question, in the order it is written."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Lembaran(BaseModel):
    """One page that was sent: which berkas, and what kind it proved to be."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    berkas: UUID
    mime: str
    cacat: str = ""
    """The fault it was accepted with after three tries (`core.citra.Cacat`), for the officer."""
    jejak: str = Field(default="", repr=False)
    """By what it is known again (`core.citra.Jejak`); sealed with the answers."""
    bacaan: Bacaan | None = None
    """What a machine read on it, to be compared with what was typed; None: nothing was read."""


class Unggahan(Lembaran):
    """The stored answer of an upload question: its first page, and perhaps more."""

    lanjutan: tuple[Lembaran, ...] = ()

    @property
    def halaman(self) -> tuple[Lembaran, ...]:
        """All pages, in the order they were sent."""
        return (self, *self.lanjutan)


@dataclass(frozen=True)
class Ulang:
    """A repeating group: the marker on a field `list[SubFormulir]`."""

    teks: str
    minimal: int = 0
    maksimal: int = 20
    judul: Callable[[Mapping[str, Any]], str] | str = ""
    """How a row is called in the list: a function of its answers, or a text with {field} in it."""
    tombol: str = "Selesai"
    bila: Syarat | None = None
    label: str | None = None


@dataclass(frozen=True)
class Cari:
    """Marker on `Annotated[HasilCari | None, Cari(...)] = None`: the core answers, nobody else.

    `nomor`, `nama` and `lahir` name earlier fields of this form; name and birth date are the
    proof that whoever asks has a right to know (DESIGN.md 4).
    """

    jenis: Literal["keluarga", "orang"]
    nomor: str
    nama: str
    lahir: str
    bila: Syarat | None = None


class FormulirRusak(ValueError):
    """A form that cannot be asked: one sentence naming file, field and fault."""


def galat(path: str, kalimat: str, /, **isi: object) -> NoReturn:
    """Refuse from a `model_validator`: the citizen is sent back to `path` and reads `kalimat`.

    The sentence is a literal, so that it can be translated; `isi` fills its {fields}.
    In the model of a repeating group, `path` is the field's name within the row.
    """
    teks = kata(kalimat, **isi)
    raise PydanticCustomError("galat", "{kalimat}", {"path": path, "kalimat": teks})


def tolak(kalimat: str, /, **isi: object) -> NoReturn:
    """Refuse one answer from the check of a type, with the sentence that the citizen reads.

    The sentence is a literal, so that it can be translated; `isi` fills its {fields}.
    """
    raise PydanticCustomError("tolak", "{kalimat}", {"kalimat": kata(kalimat, **isi)})
