"""A form made ready to be asked: the questions in order, with what each needs at run time."""

from dataclasses import dataclass
from enum import Enum
from typing import Any, Literal

from pydantic import TypeAdapter

from core.api import Cari, Formulir, Sifat, Syarat, Tanya, Terima, Ulang
from core.api.sifat import OpsiNasional


class Rupa(Enum):
    """How a question is answered."""

    TEKS = "teks"
    PILIHAN = "pilihan"
    UNGGAH = "unggah"


@dataclass(frozen=True)
class Opsi:
    """One choice: the value that is stored, what the citizen reads, other exact names for it."""

    nilai: str | bool
    label: str
    sebutan: tuple[str, ...] = ()
    pendek: str = ""
    """What a button says when the label is too long for it; the number tells the rest."""

    @property
    def aksi(self) -> str:
        """The button's address; dots separate the parts of callback data, so none are in it."""
        kunci = self.nilai if isinstance(self.nilai, str) else ("ya" if self.nilai else "tidak")
        return "v:" + kunci.replace(".", "")


@dataclass(frozen=True)
class Soal:
    """One question."""

    nama: str
    label: str
    tanya: Tanya
    rupa: Rupa
    adapter: TypeAdapter[Any]
    opsional: bool
    opsi: tuple[Opsi, ...] = ()
    sifat: Sifat | None = None
    terima: Terima | None = None
    tipe: Any = str
    """The bare type of the answer."""
    alias_jenis: tuple[str, ...] = ()
    """Names that the type brings; they count only where one question has them."""
    kosong: str | None = None
    """What the summary says when it was skipped, if not the usual words."""
    waktu: Literal["", "hari", "jam"] = ""
    """Its choices are the days or the times with free places (core.dialog.janji)."""

    @property
    def bila(self) -> Syarat | None:
        """The condition under which it is asked."""
        return self.tanya.bila

    @property
    def opsi_kantor(self) -> bool:
        """Whether its choices are a list of the office or the nation, not of the form."""
        return bool(self.waktu) or (self.sifat is not None and self.sifat.opsi is not None)

    @property
    def opsi_nasional(self) -> OpsiNasional | None:
        """Which list of the nation its choices are, if they are one."""
        opsi = self.sifat.opsi if self.sifat else None
        return None if opsi == "desa" else opsi


@dataclass(frozen=True)
class Lacak:
    """A silent look-up in the population registry."""

    nama: str
    cari: Cari

    @property
    def bila(self) -> Syarat | None:
        """The condition under which it is made."""
        return self.cari.bila

    @property
    def masukan(self) -> tuple[str, str, str]:
        """The fields that it searches with."""
        return (self.cari.nomor, self.cari.nama, self.cari.lahir)


@dataclass(frozen=True)
class KodeSurel:
    """The six digits that prove that the e-mail address is the citizen's."""

    nama: str
    alamat: str
    """The field that holds the address."""
    bila: Syarat | None


@dataclass(frozen=True)
class Kelompok:
    """A repeating group."""

    nama: str
    label: str
    ulang: Ulang
    model: type[Formulir]
    isi: tuple[Soal | Lacak, ...]

    @property
    def bila(self) -> Syarat | None:
        """The condition under which it is asked."""
        return self.ulang.bila

    @property
    def pertama(self) -> Soal:
        """The question that opens a row."""
        return next(butir for butir in self.isi if isinstance(butir, Soal))


Butir = Soal | Lacak | KodeSurel | Kelompok


@dataclass(frozen=True)
class Rencana:
    """A whole form, compiled."""

    model: type[Formulir]
    isi: tuple[Butir, ...]
    kontak: tuple[Butir, ...] = ()
    """The core's own questions, after the plugin's; answers live under "kontak"."""
    janji: bool = False
    """They are about a day and a time, not about the way out."""
    dokumen: str = ""
    """What is mailed, as the question whereto names it."""
