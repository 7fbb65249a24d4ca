"""The catalogue of services that can be offered, and of plugins that cannot."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, Protocol

from typing_extensions import TypeVar

from core.api import Formulir, Layanan

# The plan of a form is made by a neighbour on this floor (core.dialog) that is passed in; this
# package only carries it. Without a parameter it is Any.
Rencana = TypeVar("Rencana", default=Any)
Hasil_co = TypeVar("Hasil_co", covariant=True, default=Any)


class Susun(Protocol[Hasil_co]):
    """Compiles a form, or raises FormulirRusak with one sentence."""

    def __call__(
        self, formulir: type[Formulir], *, kontak: bool, dokumen: str = ..., janji: bool = ...
    ) -> Hasil_co:
        """Compile; `kontak`: ask for the way out as well; `janji`: for a day and a time."""
        ...


@dataclass(frozen=True)
class LayananSiap(Generic[Rencana]):
    """A service, ready to be asked."""

    layanan: Layanan
    rencana: Rencana
    rencana_petugas: Rencana | None
    folder: Path
    """Where its template and pictures are."""
    nama: str = ""
    """The plugin that declares it."""
    pinjaman: Mapping[str, Path] = field(default_factory=dict)
    """The plugins that it borrows from, with their folders."""
    terdahulu: "Mapping[int, LayananSiap[Rencana]]" = field(default_factory=dict)
    """The earlier versions that the plugin still keeps, for cases that were filed in them."""

    def home(self, milik: str) -> Path:
        """Return the folder of a template: this plugin's, or the one that it is borrowed from."""
        return self.folder if milik in ("", self.nama) else self.pinjaman[milik]


@dataclass(frozen=True)
class PluginGagal:
    """A plugin that was refused: its name, and the sentence for whoever must mend it."""

    nama: str
    kalimat: str


@dataclass(frozen=True)
class Katalog(Generic[Rencana]):
    """All services by code, and all refusals."""

    layanan: Mapping[str, LayananSiap[Rencana]]
    gagal: tuple[PluginGagal, ...]

    def of(self, kode: str, versi: int, *, terkirim: bool) -> LayananSiap[Rencana]:
        """Return a service as it serves what was begun in a version.

        A draft gets the present version. What was filed keeps its own if the plugin keeps it,
        and gets the present one else. LookupError if the plugin is not loaded, or is older.
        """
        kini = self.layanan.get(kode)
        if kini is None:
            raise LookupError(f"layanan {kode} tidak dimuat")
        if versi > kini.layanan.versi:
            raise LookupError(f"layanan {kode} v{versi} lebih baru dari plugin")
        return kini.terdahulu.get(versi, kini) if terkirim else kini
