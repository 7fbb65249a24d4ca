"""Loads every plugin that can be loaded. One that cannot is refused, and the rest run."""

import traceback
from pathlib import Path

from core.api import FormulirRusak, Layanan
from core.registry.impor import forbidden
from core.registry.katalog import Katalog, LayananSiap, PluginGagal, Rencana, Susun
from core.registry.temukan import Calon, candidates
from core.registry.tilik import faults


class _Ditolak(Exception):
    """Why a plugin is refused: one sentence."""


def muat(folder: Path, susun: Susun[Rencana]) -> Katalog[Rencana]:
    """Load the plugins of a folder and the installed ones; `susun` compiles their forms."""
    layanan: dict[str, LayananSiap[Rencana]] = {}
    gagal: list[PluginGagal] = []
    for calon in candidates(folder):
        try:
            siap = _load(calon, susun, sudah=frozenset(layanan))
        except _Ditolak as sebab:
            gagal.append(PluginGagal(calon.nama, str(sebab)))
        else:
            layanan.update({satu.layanan.kode: satu for satu in siap})
    return Katalog(layanan, tuple(gagal))


def _load(
    calon: Calon, susun: Susun[Rencana], *, sudah: frozenset[str]
) -> list[LayananSiap[Rencana]]:
    if sebab := forbidden(calon.folder, calon.paket):
        raise _Ditolak(sebab)
    siap: list[LayananSiap[Rencana]] = []
    for layanan in _declared(calon):
        nama = f"{calon.nama}/__init__.py: layanan {layanan.kode!r}"
        if layanan.kode in sudah | {satu.layanan.kode for satu in siap}:
            raise _Ditolak(f"{nama}: kode ini sudah dipakai layanan lain.")
        if cacat := next(faults(layanan, calon.folder), None):
            raise _Ditolak(f"{nama}: {cacat}.")
        siap.append(_ready(layanan, calon, susun))
    return siap


def _declared(calon: Calon) -> tuple[Layanan, ...]:
    """Run the plugin and take what it declares."""
    try:
        modul = calon.load()
    except Exception as sebab:  # a plugin may fail in any way; the office must go on
        raise _Ditolak(_failed(calon, sebab)) from sebab
    daftar = getattr(modul, "LAYANAN", None)
    if not isinstance(daftar, tuple) or not all(isinstance(satu, Layanan) for satu in daftar):
        raise _Ditolak(f"{calon.nama}/__init__.py: LAYANAN harus berupa tuple dari Layanan.")
    if not daftar:
        raise _Ditolak(f"{calon.nama}/__init__.py: LAYANAN kosong.")
    return daftar


def _ready(layanan: Layanan, calon: Calon, susun: Susun[Rencana]) -> LayananSiap[Rencana]:
    try:
        terkirim = layanan.terkirim
        rencana = susun(layanan.formulir, kontak=bool(terkirim), dokumen=terkirim)
        petugas = layanan.formulir_petugas
        rencana_petugas = None if petugas is None else susun(petugas, kontak=False)
    except FormulirRusak as sebab:
        raise _Ditolak(str(sebab)) from sebab
    return LayananSiap(layanan, rencana, rencana_petugas, calon.folder)


def _failed(calon: Calon, sebab: Exception) -> str:
    """Name the plugin's own line at which running it failed."""
    langkah = traceback.extract_tb(sebab.__traceback__)
    milik = [satu for satu in langkah if Path(satu.filename).is_relative_to(calon.folder)]
    berkas, baris = (milik[-1].filename, milik[-1].lineno) if milik else ("__init__.py", 1)
    pesan = str(sebab).splitlines()[0] if str(sebab) else ""
    rinci = f"{type(sebab).__name__}: {pesan}" if pesan else type(sebab).__name__
    return f"{calon.nama}/{Path(berkas).name}: baris {baris}: {rinci}"
