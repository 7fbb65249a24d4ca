"""Which blobs a backup copies, and which may be gone."""

import contextlib
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from core.app.backup_blobs import BlobCopier
from core.app.backup_format import BLOBS, CadanganDitolak, Tabel, make_folders
from core.app.backup_tables import one_instant, schema, write_table
from core.berkas.models import Berkas
from core.store import opened
from delivery.models import Dokumen
from tests.core.app.kantor_cadangan import KantorCadangan


@pytest.fixture
async def office(tmp_path: Path, sqlite_url: str) -> AsyncIterator[KantorCadangan]:
    office = KantorCadangan(tmp_path, sqlite_url)
    async with opened(office.database):
        await office.filled()
        yield office


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    make_folders(tmp_path / "cadangan")
    return tmp_path / "cadangan"


async def test_a_paper_erased_after_the_snapshot_is_counted(
    office: KantorCadangan, folder: Path
) -> None:
    with contextlib.closing(BlobCopier(office.blobs, folder)) as copier:
        tables = await snapshot(folder)
        row = await Berkas.first()
        assert row is not None
        await office.papers.discard([row.id])
        assert await office.papers.erase_discarded() == 1
        await copier.copy_named(tables, folder)
        assert (copier.terhapus, copier.jumlah) == (1, 3 + 3)


async def test_a_document_that_is_gone_without_a_word_stops_the_backup(
    office: KantorCadangan, folder: Path
) -> None:
    with contextlib.closing(BlobCopier(office.blobs, folder)) as copier:
        tables = await snapshot(folder)
        row = await Dokumen.first()
        assert row is not None
        await office.blobs.delete(f"dokumen/{row.id}")
        with pytest.raises(CadanganDitolak, match=f"dokumen/{row.id}"):
            await copier.copy_named(tables, folder)


async def test_what_came_after_the_snapshot_is_left_out(
    office: KantorCadangan, folder: Path
) -> None:
    with contextlib.closing(BlobCopier(office.blobs, folder)) as copier:
        tables = await snapshot(folder)
        late = await office.issued(99)
        await copier.copy_named(tables, folder)
    assert not (folder / BLOBS / "dokumen" / str(late)).exists()
    assert len(list((folder / BLOBS / "dokumen").iterdir())) == 3


async def test_an_attached_pdf_erased_right_after_the_snapshot_is_kept(
    office: KantorCadangan, folder: Path
) -> None:
    case = await office.approved(5)
    attached = office.cases.book.putusan(case).resmi
    with contextlib.closing(BlobCopier(office.blobs, folder)) as copier:
        await copier.copy_unnamed()
        await snapshot(folder)
        await office.published(case)
        assert not await office.blobs.exists(attached)
        await copier.copy_unnamed()
    assert (folder / BLOBS / attached).exists()


async def snapshot(folder: Path) -> list[Tabel]:
    """Write the tables as they are now."""
    async with one_instant() as connection:
        return [await write_table(connection, one, folder) for one in schema()]
