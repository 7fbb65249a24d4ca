"""Loads every plugin that can be loaded. One that cannot is refused, and the rest run."""

import traceback
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Generic

from core.api import FormulirRusak, Layanan
from core.registry.impor import borrowed, forbidden
from core.registry.katalog import Katalog, LayananSiap, PluginGagal, Rencana, Susun
from core.registry.temukan import Calon, candidates
from core.registry.tilik import faults


class _Ditolak(Exception):
    """Why a plugin is refused: one sentence."""


def muat(folder: Path, susun: Susun[Rencana]) -> Katalog[Rencana]:
    """Load the plugins of a folder and the installed ones; `susun` compiles their forms."""
    layanan: dict[str, LayananSiap[Rencana]] = {}
    gagal: list[PluginGagal] = []
    daftar = tuple(candidates(folder))
    rak = _Rak(folder.name, daftar, susun)
    for calon in daftar:
        try:
            siap = rak.load(calon)
        except _Ditolak as sebab:
            gagal.append(PluginGagal(calon.nama, str(sebab)))
        else:
            layanan.update({satu.layanan.kode: satu for satu in siap})
    return Katalog(layanan, tuple(gagal))


class _Rak(Generic[Rencana]):
    """Loads each plugin once, after those that it borrows from."""

    def __init__(self, nama: str, daftar: Iterable[Calon], susun: Susun[Rencana]) -> None:
        self._nama = nama
        self._calon = {satu.paket: satu for satu in daftar}
        self._susun = susun
        self._siap: dict[str, tuple[LayananSiap[Rencana], ...]] = {}
        self._gagal: dict[str, _Ditolak] = {}
        self._sedang: list[str] = []

    def load(self, calon: Calon) -> tuple[LayananSiap[Rencana], ...]:
        """Return the plugin's services, or raise why it is refused; the same at every call."""
        if calon.paket in self._gagal:
            raise self._gagal[calon.paket]
        if calon.paket not in self._siap:
            self._sedang.append(calon.nama)
            try:
                self._siap[calon.paket] = self._load(calon)
            except _Ditolak as sebab:
                self._gagal[calon.paket] = sebab
                raise
            finally:
                self._sedang.pop()
        return self._siap[calon.paket]

    def _load(self, calon: Calon) -> tuple[LayananSiap[Rencana], ...]:
        if sebab := forbidden(calon.folder, calon.paket, self._nama):
            raise _Ditolak(sebab)
        letak = borrowed(calon.folder, calon.paket, self._nama)
        pinjaman = {nama: self._lend(nama, tempat) for nama, tempat in sorted(letak.items())}
        siap: list[LayananSiap[Rencana]] = []
        sudah = {satu.layanan.kode for lain in self._siap.values() for satu in lain}
        for layanan in _declared(calon):
            nama = f"{calon.nama}/__init__.py: layanan {layanan.kode!r}"
            if layanan.kode in sudah:
                raise _Ditolak(f"{nama}: kode ini sudah dipakai layanan lain.")
            rumah = {"": calon.folder, calon.nama: calon.folder, **pinjaman}
            if cacat := next(faults(layanan, rumah), None):
                raise _Ditolak(f"{nama}: {cacat}.")
            siap.append(self._with_earlier(layanan, calon, pinjaman, rumah))
            sudah.add(layanan.kode)
        return tuple(siap)

    def _with_earlier(
        self,
        layanan: Layanan,
        calon: Calon,
        pinjaman: Mapping[str, Path],
        rumah: Mapping[str, Path],
    ) -> LayananSiap[Rencana]:
        """Make a service ready together with those of its versions that it still keeps."""
        terdahulu: dict[int, LayananSiap[Rencana]] = {}
        for lama in layanan.terdahulu:
            nama = f"{calon.nama}/__init__.py: layanan {lama.kode!r} v{lama.versi}"
            if cacat := next(faults(lama, rumah), None):
                raise _Ditolak(f"{nama}: {cacat}.")
            terdahulu[lama.versi] = self._ready(lama, calon, pinjaman)
        return replace(self._ready(layanan, calon, pinjaman), terdahulu=terdahulu)

    def _lend(self, nama: str, tempat: str) -> Path:
        """Load a plugin that another borrows from, and return its folder."""
        pemilik = self._calon.get(f"{self._nama}.{nama}")
        if pemilik is None:
            raise _Ditolak(f"{tempat} meminjam dari plugin {nama}, yang tidak ada.")
        if nama in self._sedang:
            saling = ", ".join(sorted(self._sedang[self._sedang.index(nama) :]))
            raise _Ditolak(f"{tempat}: plugin {saling} saling meminjam; pisahkan yang dipakai.")
        try:
            self.load(pemilik)
        except _Ditolak as sebab:
            kalimat = f"{tempat} meminjam dari plugin {nama}, yang gagal dimuat."
            raise _Ditolak(kalimat) from sebab
        return pemilik.folder

    def _ready(
        self, layanan: Layanan, calon: Calon, pinjaman: Mapping[str, Path]
    ) -> LayananSiap[Rencana]:
        try:
            terkirim = layanan.terkirim
            janji = layanan.tatap_muka is not None
            rencana = self._susun(
                layanan.formulir, kontak=bool(terkirim), dokumen=terkirim, janji=janji
            )
            petugas = layanan.formulir_petugas
            rencana_petugas = None if petugas is None else self._susun(petugas, kontak=False)
        except FormulirRusak as sebab:
            raise _Ditolak(str(sebab)) from sebab
        return LayananSiap(
            layanan, rencana, rencana_petugas, calon.folder, nama=calon.nama, pinjaman=pinjaman
        )


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


def _failed(calon: Calon, sebab: Exception) -> str:
    """Name the plugin's own line at which running it failed."""
    langkah = traceback.extract_tb(sebab.__traceback__)
    milik = [satu for satu in langkah if Path(satu.filename).is_relative_to(calon.folder)]
    berkas, baris = (milik[-1].filename, milik[-1].lineno) if milik else ("__init__.py", 1)
    pesan = str(sebab).splitlines()[0] if str(sebab) else ""
    if isinstance(sebab, ImportError):  # it names a path of this machine, too
        pesan = pesan.removesuffix(f" ({sebab.path})")
    rinci = f"{type(sebab).__name__}: {pesan}" if pesan else type(sebab).__name__
    return f"{calon.nama}/{Path(berkas).name}: baris {baris}: {rinci}"
