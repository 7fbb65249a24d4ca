"""Copies sealed blobs between the storage and a backup, and keeps the list of what was copied.

Papers and documents are copied because a row of the snapshot names them. What is named only inside
sealed columns (previews, drafts, attached PDFs) is copied because it is there: a backup needs no
key. Blobs never change, so copying them after the snapshot gives what the snapshot saw.
"""

import asyncio
import json
from collections.abc import AsyncIterator, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, ValidationError

from core.app.backup_files import HashedFile, Jejak, lines
from core.app.backup_format import BLOBS, INVENTORY, CadanganDitolak, Tabel, table_file
from core.berkas.models import Berkas
from delivery.models import Dokumen
from vault import BlobMissing, Blobs

BERKAS, DOKUMEN = "berkas", "dokumen"
_WIDTH = 8


class Butir(BaseModel):
    """One line of the list: a blob that lies in the backup."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    nama: str
    jejak: Jejak

    @classmethod
    def load(cls, line: bytes) -> Self:
        """Read a line, or raise CadanganDitolak."""
        try:
            return cls.model_validate_json(line)
        except ValidationError as cause:
            raise CadanganDitolak(f"{INVENTORY} di cadangan rusak.") from cause


class BlobCopier:
    """Fills the storage of one new backup."""

    def __init__(self, source: Blobs, folder: Path) -> None:
        self._source = source
        self._target = Blobs(folder / BLOBS)
        self._list = HashedFile(folder / INVENTORY)
        self.jumlah = self.bita = self.terhapus = 0

    async def copy_unnamed(self) -> None:
        """Copy what no open column names; what goes away meanwhile was wanted no more."""
        for folder in await self._source.folders():
            if folder not in (BERKAS, DOKUMEN):
                async for batch in _by_batch(self._source.names(folder)):
                    await self._copy(batch)

    async def copy_named(self, tables: Sequence[Tabel], folder: Path) -> None:
        """Copy every paper and document of the snapshot, or raise CadanganDitolak.

        One that was erased since, because its row allows it now, is counted instead.
        """
        names = _named(tables, folder)
        while batch := list(islice(names, _WIDTH)):
            for missing in await self._copy(batch):
                await self._excuse(missing)

    def close(self) -> Jejak:
        """End the list, and say what it is."""
        return self._list.close()

    async def _copy(self, names: Sequence[str]) -> list[str]:
        """Copy some blobs beside each other; return those that are not there."""
        missing: list[str] = []

        async def copy(name: str) -> None:
            if await self._target.exists(name):
                return
            try:
                content = await self._source.get(name)
            except BlobMissing:
                missing.append(name)
                return
            await self._target.put(name, content)
            self._note(name, content)

        await asyncio.gather(*(copy(name) for name in names))
        return missing

    def _note(self, name: str, content: bytes) -> None:
        line = Butir(nama=name, jejak=Jejak.of(content)).model_dump_json()
        self._list.write(line.encode() + b"\n")
        self.jumlah += 1
        self.bita += len(content)

    async def _excuse(self, name: str) -> None:
        """Ask the living database whether a blob may be gone by now."""
        kind, _, row = name.partition("/")
        if kind == BERKAS:
            wanted = await Berkas.exists(id=UUID(row), dibuang_at=None)
        else:
            wanted = await Dokumen.exists(id=UUID(row))
        if wanted:
            raise CadanganDitolak(
                f"Berkas {name} dicatat di basis data tetapi tidak ada di penyimpanan: "
                "cadangan tidak dibuat."
            )
        self.terhapus += 1


async def verify_blobs(folder: Path, jumlah: int) -> None:
    """Compare every blob of a backup with the list; raise CadanganDitolak at the first fault."""
    source, count = Blobs(folder / BLOBS), 0
    for line in lines(folder / INVENTORY):
        await _content(source, Butir.load(line))
        count += 1
    if count != jumlah:
        raise CadanganDitolak(f"{INVENTORY} di cadangan tidak lengkap.")


async def refuse_other_blobs(target: Blobs, folder: Path) -> None:
    """Refuse a storage that holds anything which is not from this backup."""
    for kind in await target.folders():
        async for name in target.names(kind):
            if not (folder / BLOBS / name).is_file():
                raise CadanganDitolak(
                    "Penyimpanan berkas tidak kosong: pulihkan ke folder data yang baru."
                )


async def restore_blobs(folder: Path, target: Blobs) -> None:
    """Put every blob of a backup into the storage; one that lies there already must be equal."""
    source = Blobs(folder / BLOBS)

    async def put(butir: Butir) -> None:
        content = await _content(source, butir)
        if not await target.put(butir.nama, content) and await target.get(butir.nama) != content:
            raise CadanganDitolak(f"Berkas {butir.nama} sudah ada dengan isi lain.")

    found = lines(folder / INVENTORY)
    while batch := [Butir.load(line) for line in islice(found, _WIDTH)]:
        await asyncio.gather(*(put(butir) for butir in batch))


async def _content(source: Blobs, butir: Butir) -> bytes:
    try:
        content = await source.get(butir.nama)
    except (BlobMissing, ValueError) as cause:
        raise CadanganDitolak(f"Berkas {butir.nama} hilang dari cadangan.") from cause
    if Jejak.of(content) != butir.jejak:
        raise CadanganDitolak(f"Berkas {butir.nama} di cadangan berubah isinya.")
    return content


def _named(tables: Sequence[Tabel], folder: Path) -> Iterator[str]:
    """Give the blobs that rows of the snapshot name: open papers, and documents once stored."""
    for tabel in tables:
        columns = [one.nama for one in tabel.susunan.kolom]
        for line in lines(table_file(folder, tabel.susunan.nama)):
            if tabel.susunan.nama not in (BERKAS, DOKUMEN):
                break
            row = dict(zip(columns, json.loads(line), strict=True))
            if tabel.susunan.nama == BERKAS and row["dibuang_at"] is None:
                yield f"{BERKAS}/{row['id']}"
            elif tabel.susunan.nama == DOKUMEN and row["sha256"] is not None:
                yield f"{DOKUMEN}/{row['id']}"


async def _by_batch(names: AsyncIterator[str]) -> AsyncIterator[list[str]]:
    batch: list[str] = []
    async for name in names:
        batch.append(name)
        if len(batch) == _WIDTH:
            yield batch
            batch = []
    if batch:
        yield batch
