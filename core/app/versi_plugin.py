"""Watches that a form does not change without its version: `./adminduk plugin check`.

Beside each plugin lies `versi.json`: of each service its version, and the fingerprints of its
questions (core.dialog.sidik) when that version was written down. Order and conditions are not in
them: whoever is filling in the form is not disturbed by a change there.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.dialog import Rencana, fingerprints, reworded_only
from core.registry import Katalog, LayananSiap

BERKAS = "versi.json"
_CATAT = "jalankan ./adminduk plugin check --catat"
_FORMULIR, _PETUGAS = "formulir", "petugas"


@dataclass(frozen=True)
class Temuan:
    """One sentence about a service; a fault, or only a remark."""

    kalimat: str
    salah: bool
    boleh_dicatat: bool = True
    """Whether what is there now may be written down as it is."""


def check(katalog: Katalog[Rencana]) -> tuple[Temuan, ...]:
    """Compare every service with what was written down."""
    return tuple(
        satu for siap in katalog.layanan.values() for satu in _compared(siap, _written(siap))
    )


def write_down(katalog: Katalog[Rencana]) -> tuple[Path, ...]:
    """Write down every service that has no fault of its own; give the files that changed."""
    berubah: dict[Path, dict[str, Any]] = {}
    for siap in katalog.layanan.values():
        berkas = siap.folder / BERKAS
        isi = berubah.setdefault(berkas, _read(berkas))
        if all(satu.boleh_dicatat for satu in _compared(siap, isi.get(siap.layanan.kode))):
            isi[siap.layanan.kode] = _now(siap)
    ditulis = [berkas for berkas, isi in berubah.items() if isi != _read(berkas)]
    for berkas in ditulis:
        berkas.write_text(json.dumps(berubah[berkas], indent=1, sort_keys=True) + "\n", "utf-8")
    return tuple(ditulis)


def _now(siap: LayananSiap[Rencana]) -> dict[str, Any]:
    petugas = siap.rencana_petugas
    return {
        "versi": siap.layanan.versi,
        _FORMULIR: fingerprints(siap.rencana),
        _PETUGAS: fingerprints(petugas) if petugas else {},
    }


def _written(siap: LayananSiap[Rencana]) -> Mapping[str, Any] | None:
    return _read(siap.folder / BERKAS).get(siap.layanan.kode)


def _read(berkas: Path) -> dict[str, Any]:
    return dict(json.loads(berkas.read_text("utf-8"))) if berkas.exists() else {}


def _compared(siap: LayananSiap[Rencana], dulu: Mapping[str, Any] | None) -> Iterator[Temuan]:
    kini, layanan = _now(siap), siap.layanan
    nama = f"{siap.nama}/{BERKAS}: {layanan.kode} v{layanan.versi}"
    if dulu is None:
        yield Temuan(f"{nama}: belum dicatat; {_CATAT}.", salah=True)
        return
    ubah, kata = _changes(dulu, kini)
    if layanan.versi < dulu["versi"]:
        yield Temuan(f"{nama}: versi turun dari v{dulu['versi']}.", True, boleh_dicatat=False)
    elif layanan.versi == dulu["versi"] and ubah:
        yield Temuan(
            f"{nama}: formulir berubah tanpa versi baru ({', '.join(ubah)}); naikkan versi.",
            salah=True,
            boleh_dicatat=False,
        )
    elif layanan.versi == dulu["versi"] and kata:
        yield Temuan(
            f"{nama}: hanya kata-kata yang berubah ({', '.join(kata)}); naikkan versi hanya bila "
            f"artinya lain, lalu {_CATAT}.",
            salah=False,
        )
    elif layanan.versi > dulu["versi"]:
        if not ubah and not kata and not layanan.migrasi:
            yield Temuan(f"{nama}: versi naik, padahal formulirnya sama.", salah=False)
        yield from _risen(nama, layanan.migrasi, layanan.versi, ubah)


def _risen(nama: str, migrasi: Iterable[int], versi: int, ubah: Iterable[str]) -> Iterator[Temuan]:
    hilang = [satu for satu in ubah if satu.startswith("-")]
    if hilang and versi not in migrasi:
        kata = ", ".join(satu.removeprefix("-") for satu in hilang)
        yield Temuan(f"{nama}: jawaban lama dibuang, tanpa migrasi: {kata}.", salah=False)
    yield Temuan(f"{nama}: versi baru belum dicatat; {_CATAT}.", salah=True)


def _changes(dulu: Mapping[str, Any], kini: Mapping[str, Any]) -> tuple[list[str], list[str]]:
    """Name what is new (+), gone (-), of another shape; and what only has other words."""
    ubah: list[str] = []
    kata: list[str] = []
    for bagian in (_FORMULIR, _PETUGAS):
        lama, baru = dulu[bagian], kini[bagian]
        ubah += [f"-{satu}" for satu in lama if satu not in baru]
        ubah += [f"+{satu}" for satu in baru if satu not in lama]
        for satu in sorted(set(lama) & set(baru)):
            if lama[satu] != baru[satu]:
                (kata if reworded_only(lama[satu], baru[satu]) else ubah).append(satu)
    return sorted(ubah), kata
