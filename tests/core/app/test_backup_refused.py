"""What a backup and a restore refuse, before anything is written."""

import errno
import json
import os
import shutil
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from pathlib import Path

import asyncpg
import pytest

from core.app.backup import backup
from core.app.backup_blobs import Butir
from core.app.backup_files import lines
from core.app.backup_format import BLOBS, INVENTORY, MANIFEST, CadanganDitolak, Manifes, table_file
from core.app.backup_restore import restore
from core.app.lock import FolderLock, FolderTaken
from core.berkas.models import Berkas
from core.store import DatabaseBehind, opened
from delivery.models import Dokumen
from tests.basis import Rak
from tests.core.app.kantor_cadangan import KantorCadangan, elsewhere, rows_of
from vault import create_keys


@dataclass
class Adegan:
    """An office, its backup, and an empty installation."""

    old: KantorCadangan
    cadangan: Path
    new: KantorCadangan

    async def refused(self, sentence: str) -> None:
        """Prove that a restore is refused with a sentence, and that nothing was written."""
        with pytest.raises(CadanganDitolak, match=sentence):
            await restore(self.new.settings, self.cadangan, now=self.new.now)
        assert not any((self.new.settings.data / "berkas").glob("*/*"))
        assert not any(rows_of(self.new.url).values())


@pytest.fixture
async def adegan(tmp_path: Path, rak: Rak) -> AsyncIterator[Adegan]:
    with rak.fresh("sqlite") as source, rak.fresh("sqlite") as target:
        old = KantorCadangan(tmp_path, source)
        async with opened(old.database):
            await old.filled()
        await backup(old.settings, tmp_path / "cadangan", now=old.now)
        yield Adegan(old, tmp_path / "cadangan", elsewhere(old, tmp_path / "baru", target))


async def test_an_untouched_backup_is_taken(adegan: Adegan) -> None:
    await restore(adegan.new.settings, adegan.cadangan, now=adegan.new.now)


def _flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def _table(folder: Path) -> None:
    _flip(table_file(folder, "permohonan"))


def _history(folder: Path) -> None:
    path = table_file(folder, "riwayat")
    path.write_bytes(path.read_bytes().rstrip(b"\n").rpartition(b"\n")[0] + b"\n")


def _blob(folder: Path) -> None:
    _flip(next((folder / BLOBS / "dokumen").iterdir()))


def _no_blob(folder: Path) -> None:
    next((folder / BLOBS / "berkas").iterdir()).unlink()


def _list(folder: Path) -> None:
    path = folder / INVENTORY
    path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[1:]))


def _no_table(folder: Path) -> None:
    table_file(folder, "tautan").unlink()


@pytest.mark.parametrize("hurt", [_table, _history, _blob, _no_blob, _list, _no_table])
async def test_a_backup_that_was_touched_is_refused(
    adegan: Adegan, hurt: Callable[[Path], None]
) -> None:
    hurt(adegan.cadangan)
    await adegan.refused("hilang|berubah isinya")


async def test_a_blob_of_the_list_that_points_elsewhere_is_refused(adegan: Adegan) -> None:
    path = adegan.cadangan / INVENTORY
    first = Butir.load(next(lines(path)))
    outside = first.model_copy(update={"nama": "../../../etc/passwd"})
    rest = path.read_bytes().partition(b"\n")[2]
    path.write_bytes(outside.model_dump_json().encode() + b"\n" + rest)
    manifes = Manifes.load(adegan.cadangan)
    jejak = manifes.daftar_berkas.__class__.of(path.read_bytes())
    manifes.model_copy(update={"daftar_berkas": jejak}).save(adegan.cadangan)
    await adegan.refused("hilang dari cadangan")


@pytest.mark.parametrize("name", ["x; DROP TABLE inbox", "../../inbox", "Inbox", ""])
async def test_a_table_that_is_called_oddly_is_refused(adegan: Adegan, name: str) -> None:
    path = adegan.cadangan / MANIFEST
    content = json.loads(path.read_bytes())
    content["tabel"][0]["susunan"]["nama"] = name
    path.write_text(json.dumps(content))
    await adegan.refused("rusak")


async def test_a_backup_without_manifest_is_refused(adegan: Adegan) -> None:
    (adegan.cadangan / MANIFEST).unlink()
    await adegan.refused("bukan cadangan yang lengkap")


@pytest.mark.parametrize("change", [{"format": 2}, {"tambahan": 1}])
async def test_a_manifest_of_another_format_is_refused(
    adegan: Adegan, change: dict[str, int]
) -> None:
    path = adegan.cadangan / MANIFEST
    path.write_text(json.dumps(json.loads(path.read_bytes()) | change))
    await adegan.refused("lebih baru")


async def test_a_backup_of_a_newer_program_is_refused(adegan: Adegan) -> None:
    manifes = Manifes.load(adegan.cadangan)
    names = (*manifes.migrasi, "0099_kelak")
    manifes.model_copy(update={"migrasi": names}).save(adegan.cadangan)
    await adegan.refused("lebih baru.*0099_kelak")


async def test_an_older_backup_is_refused_by_a_database_that_is_further(adegan: Adegan) -> None:
    manifes = Manifes.load(adegan.cadangan)
    older = manifes.model_copy(update={"migrasi": manifes.migrasi[:-1]})
    older.save(adegan.cadangan)
    await adegan.refused("lebih tua")


async def test_the_wrong_keys_are_refused(adegan: Adegan) -> None:
    (adegan.new.folder / "kunci").unlink()
    create_keys(adegan.new.folder / "kunci")
    await adegan.refused("bukan kunci cadangan ini")


@pytest.mark.parametrize("nama", ["k_data", "k_app", "k_idx", "arsip"])
async def test_one_wrong_key_is_refused(adegan: Adegan, tmp_path: Path, nama: str) -> None:
    (adegan.new.folder / "kunci").unlink()
    shutil.copytree(adegan.old.folder / "kunci", adegan.new.folder / "kunci")
    create_keys(tmp_path / "lain")
    for strange in (tmp_path / "lain" / "kerja").glob(f"{nama}*"):
        own = adegan.new.folder / "kunci" / "kerja" / strange.name
        own.chmod(0o600)
        own.write_bytes(strange.read_bytes())
        own.chmod(0o400)
    await adegan.refused("bukan kunci cadangan ini")


async def test_an_installation_that_runs_is_refused(adegan: Adegan) -> None:
    lock = FolderLock(adegan.new.settings.data)
    lock.take()
    try:
        with pytest.raises(FolderTaken):
            await restore(adegan.new.settings, adegan.cadangan, now=adegan.new.now)
    finally:
        lock.release()


async def test_an_installation_that_was_used_is_refused(adegan: Adegan) -> None:
    await restore(adegan.new.settings, adegan.cadangan, now=adegan.new.now)
    before = rows_of(adegan.new.url)
    with pytest.raises(CadanganDitolak, match="Basis data tidak kosong"):
        await restore(adegan.new.settings, adegan.cadangan, now=adegan.new.now)
    assert rows_of(adegan.new.url) == before


async def test_what_is_left_of_old_workflows_is_refused(adegan: Adegan) -> None:
    (adegan.new.settings.data / "pekerjaan.sqlite3").touch()
    await adegan.refused("pekerjaan.sqlite3")


async def test_a_storage_with_other_blobs_is_refused(adegan: Adegan) -> None:
    async with opened(adegan.new.database):
        await adegan.new.sealed.put("berkas/00000000-0000-7000-8000-000000000000", b"lain")
    with pytest.raises(CadanganDitolak, match="Penyimpanan berkas tidak kosong"):
        await restore(adegan.new.settings, adegan.cadangan, now=adegan.new.now)
    assert not any(rows_of(adegan.new.url).values())


async def test_a_postgresql_that_others_use_is_refused(adegan: Adegan, postgres_url: str) -> None:
    new = KantorCadangan(adegan.new.folder, postgres_url)
    other = await asyncpg.connect(postgres_url)
    try:
        with pytest.raises(CadanganDitolak, match="Ada proses lain"):
            await restore(new.settings, adegan.cadangan, now=new.now)
        await other.execute("CREATE SCHEMA dbos; CREATE TABLE dbos.workflow_status (id int)")
    finally:
        await other.close()
    with pytest.raises(CadanganDitolak, match="skema dbos"):
        await restore(new.settings, adegan.cadangan, now=new.now)


async def test_a_blob_that_is_missing_without_a_reason_stops_a_backup(adegan: Adegan) -> None:
    async with opened(adegan.old.database):
        for row in (await Berkas.first(), await Dokumen.first()):
            assert row is not None
            kind = row._meta.db_table
            name = f"{kind}/{row.id}"
            content = await adegan.old.blobs.get(name)
            await adegan.old.blobs.delete(name)
            folder = adegan.cadangan.with_name(f"tanpa-{kind}")
            code, said = await adegan.old.verb("backup", folder)
            assert code == 78
            assert said.strip().endswith("cadangan tidak dibuat.")
            assert not (folder / MANIFEST).exists()
            await adegan.old.blobs.put(name, content)


async def test_a_paper_that_was_discarded_is_not_backed_up(adegan: Adegan) -> None:
    async with opened(adegan.old.database):
        row = await Berkas.first()
        assert row is not None
        await adegan.old.papers.discard([row.id])
    done = await backup(adegan.old.settings, adegan.cadangan.with_name("lagi"), now=adegan.old.now)
    assert done.manifes.terhapus == 0
    assert not (adegan.cadangan.with_name("lagi") / BLOBS / "berkas" / str(row.id)).exists()


async def test_a_folder_that_holds_something_is_refused(adegan: Adegan, tmp_path: Path) -> None:
    (tmp_path / "isi").mkdir()
    (tmp_path / "isi" / "penting.txt").write_text("x")
    with pytest.raises(CadanganDitolak, match="tidak kosong"):
        await backup(adegan.old.settings, tmp_path / "isi", now=adegan.old.now)
    assert [path.name for path in (tmp_path / "isi").iterdir()] == ["penting.txt"]


@pytest.mark.parametrize("inside", ["data/cadangan", "kunci/cadangan", "data/berkas/resmi"])
async def test_a_backup_never_lies_beside_the_keys_or_in_the_data(
    adegan: Adegan, inside: str
) -> None:
    with pytest.raises(CadanganDitolak, match="di tempat lain"):
        await backup(adegan.old.settings, adegan.old.folder / inside, now=adegan.old.now)


async def test_a_full_disk_is_told_in_one_sentence_and_leaves_no_manifest(
    adegan: Adegan, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = adegan.cadangan.with_name("penuh")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(CadanganDitolak, match="Pencadangan tidak selesai: No space left"):
        await backup(adegan.old.settings, folder, now=adegan.old.now)
    assert not (folder / MANIFEST).exists()


async def test_a_database_that_is_behind_is_not_backed_up(tmp_path: Path, rak: Rak) -> None:
    with rak.fresh("sqlite", migrated=False) as source:
        office = KantorCadangan(tmp_path, source)
        with pytest.raises(DatabaseBehind):
            await backup(office.settings, tmp_path / "cadangan", now=office.now)
        assert not (tmp_path / "cadangan").exists()


async def test_a_database_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    office = KantorCadangan(tmp_path, f"sqlite:{tmp_path / 'hilang.sqlite3'}")
    with pytest.raises(DatabaseBehind, match="tidak ada"):
        await backup(office.settings, tmp_path / "cadangan", now=office.now)
    assert not (tmp_path / "hilang.sqlite3").exists()
