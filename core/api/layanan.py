"""One service, declared: what is asked, what is checked, what comes out."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

from pydantic import BaseModel

from core.api.formulir import Formulir, tolak
from core.api.penduduk import Desa, Keluarga, Orang
from core.api.syarat import Syarat
from core.api.tatapmuka import TatapMuka
from core.api.tempat import Tempat

Model = TypeVar("Model", bound=Formulir)


@dataclass(frozen=True)
class Periksa:
    """One line of the officer's checklist."""

    kode: str
    teks: str
    wajib: bool = True


@dataclass(frozen=True)
class Alasan:
    """A reason an officer may give; `teks` may contain {dok} and {rincian}."""

    kode: str
    teks: str


@dataclass(frozen=True)
class KepalaSurat:
    """Letterhead and signer, from the office's profile; never from a template (DOMAIN.md 7.1)."""

    nama_dinas: str
    kabupaten: str
    provinsi: str
    kepala_nama: str
    kepala_nip: str
    tempat: str


@dataclass(frozen=True)
class Bahan:
    """Everything that a page may be made of."""

    isian: Formulir
    petugas: Formulir | None
    penduduk: Mapping[str, Keluarga | Orang]
    """For the path of each `Cari` field: what the registry holds."""
    kantor: KepalaSurat
    tanggal: date
    desa: Mapping[str, Desa] = field(default_factory=dict)
    """The office's villages by code."""
    wilayah: Mapping[str, Tempat] = field(default_factory=dict)
    """The areas whose codes stand in the answers, the citizen's and the officer's."""

    def tempat(self, kode: str) -> Tempat:
        """Give the area of a code that stands in the answers; refuse in words for the officer."""
        if kode not in self.wilayah:
            tolak("Kode wilayah {kode} tidak ada di daftar wilayah.", kode=kode)
        return self.wilayah[kode]

    def read(self, model: type[Model]) -> Model:
        """Give the citizen's or the officer's answers under their own type.

        Refuses, with a sentence for the officer, while the officer's form is not filled in.
        """
        for isian in (self.isian, self.petugas):
            if isinstance(isian, model):
                return isian
        if self.petugas is None:
            tolak("Formulir petugas belum diisi.")
        raise TypeError(f"this case was not filed with {model.__name__}")


@dataclass(frozen=True)
class _Hasil:
    """Something that comes out of a service."""

    templat: str
    """File name of the Jinja page, relative to the plugin's folder (or that of `milik`)."""
    isi: Callable[[Bahan], BaseModel]
    """Turns the answers into the context of the page."""
    nama: str
    """What the document is called: "Kartu Keluarga"."""
    jenis: str
    """Short stable key of the kind of document: "kk"."""
    bila: Syarat | None = None
    """Made only if this holds for the answers."""
    setelah: tuple[str, ...] = ()
    """The kinds that must be issued before it."""
    milik: str = ""
    """The plugin whose folder holds the template, if it is borrowed: "kk"."""


@dataclass(frozen=True)
class Cetak(_Hasil):
    """The result is a document on A4, mailed as a link or collected."""


@dataclass(frozen=True)
class Kartu(_Hasil):
    """The result is a card that the office makes: never mailed, collected with an identity.

    Its page is the data sheet from which the office makes the card.
    """


Hasil = Cetak | Kartu


@dataclass(frozen=True)
class Layanan:
    """A service of the office. A plugin's module lists its services in `LAYANAN`."""

    api: int
    """Version of this vocabulary that the plugin was written for: 1."""
    kode: str
    judul: str
    ringkas: str
    versi: int
    """Rises when the form changes; a case keeps the version it was filed with."""
    formulir: type[Formulir]
    dasar_hukum: tuple[str, ...]
    hasil: Hasil | tuple[Hasil, ...] | TatapMuka
    """What comes out: one thing, several of one filing in their order of issue, or a meeting."""
    menit: int
    """How long filing takes, told before the first question."""
    periksa: tuple[Periksa, ...] = ()
    """The officer's checklist; a meeting has none, and no reasons either."""
    alasan_kembali: tuple[Alasan, ...] = ()
    alasan_tolak: tuple[Alasan, ...] = ()
    formulir_petugas: type[Formulir] | None = None
    """What the officer fills in at approval."""
    migrasi: Mapping[int, Callable[[dict[str, Any]], dict[str, Any]]] = field(default_factory=dict)
    """By version: makes the stored answers of that version from those of the one before it."""
    terdahulu: "tuple[Layanan, ...]" = ()
    """Earlier versions of this service, kept as long as cases filed in them are open."""
    # Any: each service's function takes its own form, which a Callable of Formulir would forbid.
    cermati: Callable[[Any, date], tuple[str, ...]] | None = None
    """Remarks for the officer about the whole form; they warn and never block."""
    tindak_lanjut: Callable[[Any], tuple[str, ...]] | None = None
    """What else must be done in the office once this is issued."""

    @property
    def keluaran(self) -> tuple[Hasil, ...]:
        """Everything that may be issued, in order; nothing of a meeting."""
        match self.hasil:
            case TatapMuka():
                return ()
            case tuple():
                return self.hasil
            case satu:
                return (satu,)

    @property
    def tatap_muka(self) -> TatapMuka | None:
        """What is done at the counter, if the service can only be given in person."""
        return self.hasil if isinstance(self.hasil, TatapMuka) else None

    @property
    def terkirim(self) -> str:
        """Name what can be mailed, for the question whereto; empty if nothing can."""
        return _listed(_called(one) for one in self.keluaran if isinstance(one, Cetak))

    def keluar(self, jenis: str) -> Hasil:
        """Return what comes out under a key; LookupError if nothing does."""
        for one in self.keluaran:
            if one.jenis == jenis:
                return one
        raise LookupError(f"layanan {self.kode} has no hasil {jenis}")


def _called(hasil: Hasil) -> str:
    """Name a result; what depends on the answers is not promised."""
    return hasil.nama if hasil.bila is None else f"{hasil.nama} (bila ikut dibuat)"


def _listed(names: Iterable[str]) -> str:
    *most, last = list(names) or [""]
    return f"{', '.join(most)} dan {last}" if most else last
