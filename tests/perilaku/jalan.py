"""Conversations of every service, walked once and looked at by many behaviours."""

import functools
import random
from collections.abc import Iterator
from dataclasses import dataclass

from core.api import HasilCari
from core.app.katalog import catalogue
from core.dialog import Balasan, Draft, Rencana
from core.dialog.rencana import Butir, Kelompok, Soal
from core.kit import Naskah, Walk
from core.kit.penuntun import guide
from core.registry import LayananSiap

BENIH = (1, 2, 3)
_LANGKAH = 250


@functools.cache
def services() -> dict[str, LayananSiap[Rencana]]:
    return dict(catalogue().layanan)


SERVICES = sorted(services())


@dataclass(frozen=True)
class Saat:
    """What was said at one moment, and the draft after it."""

    balasan: tuple[Balasan, ...]
    draft: Draft

    @property
    def teks(self) -> str:
        return "\n".join(satu.teks for satu in self.balasan)


@functools.cache
def conversation(kode: str, benih: int) -> tuple[Saat, ...]:
    """Let a sensible person fill a service in."""
    acak = random.Random(benih)  # a test that must repeat, not a secret
    walk = begun(kode, benih)
    semua = [Saat(walk.balasan, walk.draft)]
    for _ in range(_LANGKAH):
        if walk.draft.status != "tanya":
            return tuple(semua)
        guide(walk, acak, straight=True)
        semua.append(Saat(walk.balasan, walk.draft))
    raise AssertionError(f"{kode} did not come to its end:\n{walk.teks}")


def begun(kode: str, benih: int = 0) -> Walk:
    return Walk(services()[kode].rencana, naskah=Naskah(cari=list(HasilCari)[benih % 3]))


def at(kode: str, saat: Saat) -> Walk:
    """Stand where a conversation stood."""
    walk = begun(kode)
    walk.draft, walk.balasan, walk.semua = saat.draft, saat.balasan, list(saat.balasan)
    return walk


def questions(isi: tuple[Butir, ...]) -> Iterator[Soal]:
    for butir in isi:
        if isinstance(butir, Kelompok):
            yield from questions(butir.isi)
        elif isinstance(butir, Soal):
            yield butir


def all_questions(kode: str) -> list[Soal]:
    """Give every question that citizen or officer is asked in a service."""
    siap = services()[kode]
    petugas = siap.rencana_petugas.isi if siap.rencana_petugas else ()
    return [*questions(siap.rencana.isi), *questions(siap.rencana.kontak), *questions(petugas)]
