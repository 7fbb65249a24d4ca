"""Carries a draft over to a newer form: what was answered stays, only what changed is asked again.

The plugin's own functions run first, from version to version, and may rename, split or work out
answers. Then each answer is kept if its question is the one that was answered (core.dialog.sidik),
or if a function has just made it; and if it still fits. What is filed in an earlier version keeps
its answers as filed beside the new ones. Pure: nothing is lost until the new draft is kept.
"""

import copy
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from core.api import HARI_INI, Layanan
from core.dialog.draft import TUTUP, Draft, Jawaban
from core.dialog.jawaban import closed
from core.dialog.parse import still_fits
from core.dialog.rencana import Butir, Kelompok, KodeSurel, Lacak, Rencana, Soal
from core.dialog.sidik import fingerprints, reworded_only
from core.dialog.walk import KONTAK, answered, current, walk

Migrasi = Mapping[int, Callable[[Jawaban], Jawaban]]
"""By version: makes the answers of that version from those of the version before it."""
_INTI = (KONTAK, HARI_INI)
_TIADA = object()
_NOMOR = re.compile(r"\[[0-9]+\]")


class MigrasiGagal(Exception):
    """A draft cannot be carried over: it is newer than the form, or a plugin's function failed.

    The text names versions only, never an answer.
    """


@dataclass(frozen=True)
class Alih:
    """A draft as the present form has it."""

    draft: Draft
    ulang: int = 0
    """How many answers that were given are asked again."""
    sama: bool = False
    """The question on screen is asked still, in the same words: what is said now answers it."""
    berubah: bool = True
    """It was carried over."""


def opened(layanan: Layanan, rencana: Rencana, tulisan: str, *, terkirim: bool = True) -> Alih:
    """Read a stored draft for a service, carried over if need be; `carry` says how, and raises."""
    draft = Draft.load(tulisan)
    if draft.versi == layanan.versi:
        return Alih(draft, sama=True, berubah=False)
    return carry(rencana, draft, layanan.versi, layanan.migrasi, terkirim=terkirim)


def carry(
    rencana: Rencana, draft: Draft, versi: int, migrasi: Migrasi, *, terkirim: bool = False
) -> Alih:
    """Carry a draft over; MigrasiGagal leaves it as it is.

    `terkirim`: it was filed in its version, so that the answers as filed are kept with it.
    """
    if draft.versi > versi:
        raise MigrasiGagal(f"draft of version {draft.versi}, form of version {versi}")
    baru_sidik = fingerprints(rencana)
    plugin = {nama: nilai for nama, nilai in draft.jawaban.items() if nama not in _INTI}
    saring = _Saring(draft.sidik, baru_sidik)
    jawaban = saring.level(rencana.isi, _migrated(plugin, draft.versi, versi, migrasi), plugin)
    jawaban |= {nama: nilai for nama, nilai in draft.jawaban.items() if nama in _INTI}
    jawaban = _fitting_way_out(rencana, jawaban)
    semula = {"versi": draft.versi, "jawaban": draft.jawaban} if terkirim else {}
    baru = replace(
        draft,
        jawaban=jawaban,
        versi=versi,
        sidik=baru_sidik,
        semula=draft.semula or semula,
        perbaikan={p: k for p, k in draft.perbaikan.items() if _NOMOR.sub("", p) in baru_sidik},
        di=None,
        layar=(),
        saring="",
        gagal=0,
        rev=draft.rev + 1,
    )
    if draft.status not in TUTUP:
        baru = replace(baru, status="tanya" if current(rencana, baru) else "ringkas")
    return Alih(
        baru, _asked_again(rencana, draft.jawaban, jawaban), _on_screen(rencana, draft, baru)
    )


def _on_screen(rencana: Rencana, lama: Draft, baru: Draft) -> bool:
    """Say whether the question that was asked last is the one that is asked now."""
    tempat = current(rencana, baru)
    if tempat is None or lama.layar or lama.tanya != tempat.path:
        return False
    if tempat.path.startswith(f"{KONTAK}."):  # the core's own, which change with no plugin
        return True
    nama = _NOMOR.sub("", tempat.path)
    return nama in lama.sidik and lama.sidik[nama] == baru.sidik.get(nama)


def _migrated(jawaban: Jawaban, dari: int, ke: int, migrasi: Migrasi) -> Jawaban:
    """Run the plugin's functions in order, each on a copy; whatever they raise is one fault."""
    hasil = copy.deepcopy(jawaban)
    for versi in range(dari + 1, ke + 1):
        if fungsi := migrasi.get(versi):
            try:
                hasil = json.loads(json.dumps(fungsi(hasil), allow_nan=False))
            except Exception as sebab:  # a plugin may fail in any way; its text may hold answers
                raise MigrasiGagal(f"migrasi {versi}: {type(sebab).__name__}") from None
            if not isinstance(hasil, dict):
                raise MigrasiGagal(f"migrasi {versi}: bukan dict")
    return hasil


@dataclass(frozen=True)
class _Saring:
    """Keeps the answers whose questions are the same, or that a function has made."""

    lama: Mapping[str, str]
    baru: Mapping[str, str]

    def level(
        self, isi: Sequence[Butir], rumah: Jawaban, semula: Jawaban, awalan: str = ""
    ) -> Jawaban:
        """Give what stays of one level: `rumah` after the functions, `semula` before them."""
        tetap: Jawaban = {}
        for butir in isi:
            if butir.nama not in rumah:
                continue
            nilai, nama = rumah[butir.nama], butir.nama
            dibuat = semula.get(nama, _TIADA) != nilai
            sama = dibuat or self._same(butir, awalan + nama)
            if isinstance(butir, Kelompok):
                if _is_group(nilai) and (dibuat or self._same_shape(nama)):
                    tetap[nama] = self._rows(butir, nilai, semula.get(nama), buka=not sama)
                elif dibuat:
                    raise MigrasiGagal(f"{nama} bukan kelompok")
            elif sama and _fits(butir, nilai):
                tetap |= {n: rumah[n] for n in (nama, f"{nama}#") if n in rumah}
        return tetap

    def _same(self, butir: Butir, nama: str) -> bool:
        """Say whether a question is the one that was answered; older drafts know none."""
        return not self.lama or self.lama.get(nama) == self.baru.get(nama)

    def _same_shape(self, nama: str) -> bool:
        return not self.lama or reworded_only(self.lama.get(nama, ""), self.baru.get(nama, ""))

    def _rows(self, kelompok: Kelompok, nilai: Any, semula: Any, *, buka: bool) -> Jawaban:
        """Give what stays of a group; one that is asked in other words is shown again."""
        lama = semula["baris"] if _is_group(semula) else []
        awalan = f"{kelompok.nama}."
        tetap = [
            self.level(kelompok.isi, row, lama[n] if n < len(lama) else {}, awalan)
            for n, row in enumerate(nilai["baris"])
        ]
        return {"baris": tetap, "selesai": bool(nilai.get("selesai")) and not buka}


def _is_group(nilai: Any) -> bool:
    baris = nilai.get("baris") if isinstance(nilai, dict) else None
    return isinstance(baris, list) and all(isinstance(row, dict) for row in baris)


def _fits(butir: Butir, nilai: Any) -> bool:
    match butir:
        case Soal():
            try:
                return still_fits(butir, nilai)
            except (TypeError, AttributeError, ValueError):  # a check that was given another type
                return False
        case Lacak():
            dari = nilai.get("dari") if isinstance(nilai, dict) else None
            return isinstance(dari, list) and len(dari) == len(butir.masukan) and "hasil" in nilai
    return False


def _fitting_way_out(rencana: Rencana, jawaban: Jawaban) -> Jawaban:
    """Drop those answers to the core's questions that the new form does not ask so any more."""
    kontak = jawaban.get(KONTAK)
    if not isinstance(kontak, dict):
        return jawaban
    tetap: Jawaban = {}
    for butir in rencana.kontak:
        if butir.nama not in kontak:
            continue
        if isinstance(butir, KodeSurel) or _fits(butir, kontak[butir.nama]):
            tetap |= {n: kontak[n] for n in (butir.nama, f"{butir.nama}#") if n in kontak}
    return jawaban | {KONTAK: tetap}


def _asked_again(rencana: Rencana, lama: Jawaban, baru: Jawaban) -> int:
    """Count the places that had an answer and have none now; a list, that was finished."""
    ada = set(_paths(lama))
    tanya = [tempat for tempat in walk(rencana, baru) if not answered(tempat)]
    soal = [tempat for tempat in tanya if isinstance(tempat.butir, Soal) and tempat.path in ada]
    daftar = [t for t in tanya if isinstance(t.butir, Kelompok) and closed(t.nama, lama)]
    return len(soal) + len(daftar)


def _paths(jawaban: Jawaban, awalan: str = "") -> Iterator[str]:
    for nama, nilai in jawaban.items():
        yield awalan + nama
        if nama == KONTAK:
            yield from _paths(nilai, f"{KONTAK}.")
        elif _is_group(nilai):
            for nomor, row in enumerate(nilai["baris"]):
                yield from _paths(row, f"{awalan}{nama}[{nomor}].")
