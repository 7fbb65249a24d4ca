"""What a form is made of: the model, its groups, its silent look-ups. Questions: `tanya.py`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, NoReturn
from uuid import UUID

from pydantic import BaseModel, ConfigDict
from pydantic_core import PydanticCustomError

from core.api.syarat import Syarat


class Formulir(BaseModel):
    """An intake form: each field is one question, in the order it is written."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Unggahan(BaseModel):
    """The stored answer of an upload question: which berkas, and what kind it proved to be."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    berkas: UUID
    mime: str


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


def galat(path: str, kalimat: str) -> NoReturn:
    """Refuse from a `model_validator`: the citizen is sent back to `path` and reads `kalimat`.

    In the model of a repeating group, `path` is the field's name within the row.
    """
    raise PydanticCustomError("galat", "{kalimat}", {"path": path, "kalimat": kalimat})


def tolak(kalimat: str) -> NoReturn:
    """Refuse one answer from the check of a type, with the sentence that the citizen reads."""
    raise PydanticCustomError("tolak", "{kalimat}", {"kalimat": kalimat})
