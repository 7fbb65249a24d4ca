"""Under which names a pasted line may give an answer."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from core.dialog.options import fold
from core.dialog.rencana import Butir, Kelompok, Rencana, Rupa, Soal
from core.dialog.walk import KONTAK


@dataclass(frozen=True)
class Kamus:
    """Names of the form's own questions, and of each group's."""

    atas: Mapping[str, str]
    kelompok: tuple[tuple[Kelompok, Mapping[str, str]], ...]

    def find(self, nama: str, di: Kelompok | None) -> tuple[Kelompok | None, str] | None:
        """Give group and field of a name; the group that we are in is asked first."""
        if not nama:
            return None
        for kelompok, isi in self.kelompok:
            if kelompok is di and nama in isi:
                return kelompok, isi[nama]
        if nama in self.atas:
            return None, self.atas[nama]
        calon = [(kelompok, isi[nama]) for kelompok, isi in self.kelompok if nama in isi]
        return calon[0] if len(calon) == 1 else None


def dictionary(rencana: Rencana) -> Kamus:
    """Collect the names of a form."""
    return Kamus(
        atas=_names([("", rencana.isi), (f"{KONTAK}.", rencana.kontak)]),
        kelompok=tuple(
            (butir, _names([("", butir.isi)]))
            for butir in rencana.isi
            if isinstance(butir, Kelompok)
        ),
    )


def _names(level: Iterable[tuple[str, tuple[Butir, ...]]]) -> dict[str, str]:
    """Give field by name. What a question is called itself goes before what its type is called;
    a name that two questions claim belongs to neither."""
    sendiri: list[tuple[str, str]] = []
    dari_jenis: list[tuple[str, str]] = []
    for awalan, isi in level:
        for butir in isi:
            if isinstance(butir, Soal) and butir.rupa is not Rupa.UNGGAH:
                path = awalan + butir.nama
                milik = {butir.nama, butir.label, butir.tanya.teks, *butir.tanya.alias}
                sendiri += [(nama, path) for nama in {fold(satu) for satu in milik}]
                dari_jenis += [(nama, path) for nama in {fold(satu) for satu in butir.alias_jenis}]
    return _unique(dari_jenis) | _unique(sendiri)


def _unique(pasangan: list[tuple[str, str]]) -> dict[str, str]:
    banyak = Counter(nama for nama, _ in pasangan)
    return {nama: path for nama, path in pasangan if banyak[nama] == 1 and nama}
