"""Sorts pasted pairs into records: the form's own answers, and those of one row each."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from core.dialog.aliases import Kamus
from core.dialog.block import Alinea, Pasangan, day
from core.dialog.options import fold
from core.dialog.rencana import Kelompok, Rencana, Soal

_SEKITAR = {
    **dict.fromkeys(("kecamatan", "kec", "provinsi", "prov", "kabupatenkota", "kabkota"), ""),
    **dict.fromkeys(("kabupaten", "kab"), "Kab."),
    "kota": "Kota",
}
"""Lines below a village's that say where it lies, and the kind they tell."""
_TTL = ("ttl", "tempattanggallahir", "tempattgllahir", "tmpttgllahir", "tempatdantanggallahir")
_TEMPAT_LAHIR = "tempat lahir"
_TANGGAL_LAHIR = "tanggal lahir"
_LABEL = 30
"""What is longer is no label."""


@dataclass
class Rekam:
    """Pairs that belong together, by field."""

    atas: bool
    """Whether they belong to the form itself, not to a row."""
    isi: dict[str, Pasangan] = field(default_factory=dict)


class Sortir:
    """Sorts pairs as they come; names those that are not asked for, counts what has no name.

    A row begins where a label comes again. The form itself is answered once: what comes again
    belongs to somebody else.
    """

    def __init__(self, rencana: Rencana, kamus: Kamus, di: Kelompok | None) -> None:
        self._rencana = rencana
        self._kamus = kamus
        self._di = di
        self._atas, self._baris = Rekam(atas=True), Rekam(atas=False)
        self._desa: tuple[Rekam, str] | None = None
        self.rekaman: list[Rekam] = []
        self.asing = 0
        self.lain: list[str] = []
        """Labels of what was not asked for."""

    def take(self, alinea: Sequence[Alinea]) -> None:
        """Sort paragraphs; one that repeats a label of the row before it begins another."""
        for satu in alinea:
            self.asing += satu.asing
            temu = [(self._kamus.find(p.label, self._di), p) for p in self._birth(satu.isi)]
            sebaris = {milik[1] for milik, _ in temu if milik and milik[0] is not None}
            if sebaris & self._baris.isi.keys():
                self._baris = Rekam(atas=False)
            self._desa = None
            for milik, pasangan in temu:
                if milik is None:
                    self._unknown(pasangan)
                else:
                    self._known(*milik, pasangan)

    def _known(self, kelompok: Kelompok | None, nama: str, pasangan: Pasangan) -> None:
        rekam = self._atas if kelompok is None else self._baris
        lama = rekam.isi.get(nama)
        if lama is not None and lama.isi == pasangan.isi and next(iter(rekam.isi)) != nama:
            return
        if lama is not None and rekam.atas:
            self.lain.append(pasangan.label)
            return
        if lama is not None:
            rekam = self._baris = Rekam(atas=False)
        if not rekam.isi:
            self.rekaman.append(rekam)
        rekam.isi[nama] = pasangan
        ada = pasangan.isi and self._is_village(kelompok, nama)
        self._desa = (rekam, nama) if ada else None

    def _unknown(self, pasangan: Pasangan) -> None:
        """Let "Kabupaten: Kudus" tell where the village above it lies; else it is a stranger."""
        jenis = _SEKITAR.get(fold(pasangan.label))
        if self._desa is None or jenis is None or not pasangan.isi:
            if len(pasangan.label) > _LABEL or re.search(r"\d", pasangan.label):
                self.asing += 1  # rather a sentence, or a value
            else:
                self.lain.append(pasangan.label)
            return
        rekam, nama = self._desa
        lama = rekam.isi[nama]
        rekam.isi[nama] = Pasangan(lama.label, f"{lama.isi}, {jenis} {pasangan.isi}")

    def _birth(self, isi: Sequence[Pasangan]) -> Iterator[Pasangan]:
        """Take "Kudus, 17-8-1990" apart where place and date of birth are two questions."""
        for satu in isi:
            hari = day(satu.isi)
            milik = self._kamus.find(satu.label, self._di)
            bersama = fold(satu.label) in _TTL
            if hari is None or not (bersama or (milik and self._is_date(*milik))):
                yield satu
                continue
            tempat = satu.isi[: hari.start()].strip(" ,./")
            lahir = bersama or milik == self._kamus.find(_TANGGAL_LAHIR, self._di)
            if tempat and lahir and self._kamus.find(_TEMPAT_LAHIR, self._di):
                yield Pasangan(_TEMPAT_LAHIR, tempat)
            yield Pasangan(
                _TANGGAL_LAHIR if bersama else satu.label, hari[0] if tempat else satu.isi
            )

    def _soal(self, kelompok: Kelompok | None, nama: str) -> Soal | None:
        isi = kelompok.isi if kelompok else self._rencana.isi
        butir = next((satu for satu in isi if satu.nama == nama), None)
        return butir if isinstance(butir, Soal) else None

    def _is_date(self, kelompok: Kelompok | None, nama: str) -> bool:
        soal = self._soal(kelompok, nama)
        return soal is not None and soal.tipe is date

    def _is_village(self, kelompok: Kelompok | None, nama: str) -> bool:
        """Say whether a village of the country answers this; its surroundings may follow."""
        soal = self._soal(kelompok, nama)
        return soal is not None and soal.opsi_nasional == "desa_nasional"
