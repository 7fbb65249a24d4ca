"""A backup, restored: the same office, on either database."""

import itertools
import os
from datetime import timedelta
from pathlib import Path

import pytest
from tortoise.connection import get_connection

from core.app.backup import backup
from core.app.backup_format import MANIFEST, Manifes, table_file
from core.app.backup_restore import DOUBT, restore
from core.app.backup_tables import schema
from core.app.models import MODELS
from core.store import Database, JenisKeluar, opened, outbox, riwayat
from core.store.models import Outbox, Riwayat
from delivery.jejak import Jejak
from delivery.laci import open_letter
from tests.basis import KINDS, Rak
from tests.core.app import kantor_cadangan as k
from tests.core.app.cadangan_lama import aged, columns, known_to_the_first
from tests.core.app.kantor_cadangan import KantorCadangan, elsewhere, rows_of


@pytest.mark.parametrize(("dari", "ke"), list(itertools.product(KINDS, KINDS)))
async def test_what_is_restored_is_what_was_backed_up_also_in_the_other_database(
    tmp_path: Path, rak: Rak, dari: str, ke: str
) -> None:
    with rak.fresh(dari) as source, rak.fresh(ke, migrated=False) as target:
        old = await filled(tmp_path, source)
        await backup(old.settings, tmp_path / "cadangan", now=old.now)
        new = elsewhere(old, tmp_path / "baru", target)
        await restore(new.settings, tmp_path / "cadangan", now=new.now)
        await backup(new.settings, tmp_path / "lagi", now=new.now)
        tables = Manifes.load(tmp_path / "cadangan").tabel
        assert len(tables) >= 14, "an empty walk proves nothing"
        for one in tables:
            nama = one.susunan.nama
            first, second = (
                table_file(tmp_path / each, nama).read_bytes() for each in ("cadangan", "lagi")
            )
            if nama == "riwayat":  # one line more: that it was restored
                assert second.startswith(first)
                assert second.count(b"\n") == one.baris + 1
            elif nama == "outbox":  # mails are in doubt now
                assert second.count(b"\n") == one.baris == 6
            else:
                assert second == first, nama


async def test_rows_come_back_as_the_database_had_them(
    tmp_path: Path, rak: Rak, database_url: str
) -> None:
    kind = "sqlite" if database_url.startswith("sqlite:") else "postgres"
    old = await filled(tmp_path, database_url)
    before = rows_of(database_url)
    await backup(old.settings, tmp_path / "cadangan", now=old.now)
    assert rows_of(database_url) == before, "a backup changes nothing"
    with rak.fresh(kind) as target:
        new = elsewhere(old, tmp_path / "baru", target)
        await restore(new.settings, tmp_path / "cadangan", now=new.now)
        after = dict(rows_of(target))
    assert before.keys() == after.keys()
    for nama in before.keys() - {"outbox", "riwayat"}:
        assert after[nama] == before[nama]
    assert set(before["riwayat"]) < set(after["riwayat"])
    assert len(after["outbox"]) == len(before["outbox"])


async def test_papers_documents_and_letters_open_with_the_keys(
    tmp_path: Path, rak: Rak, database_url: str
) -> None:
    old = await filled(tmp_path, database_url)
    await backup(old.settings, tmp_path / "cadangan", now=old.now)
    with rak.fresh("sqlite") as target:
        new = elsewhere(old, tmp_path / "baru", target)
        await restore(new.settings, tmp_path / "cadangan", now=new.now)
        async with opened(new.database):
            assert await new.everything_opens() == k.Terbuka(4, 0, 3, 1)
            letter = await Outbox.filter(jenis="email").first()
            assert letter is not None
            assert open_letter(new.outgoing, letter).mime == k.ISI_SURAT.encode()


async def test_waiting_mails_are_doubted_and_messages_are_not(
    tmp_path: Path, rak: Rak, database_url: str
) -> None:
    old = await filled(tmp_path, database_url)
    async with opened(old.database):
        for phase in ("antre", "amplop", "data", "ragu", "terkirim", "gagal"):
            await old.letter(phase)
            await Outbox.filter(kunci=phase).update(keadaan=phase)
        await Outbox.filter(kunci__in=("terkirim", "gagal")).update(muatan=None)
    await backup(old.settings, tmp_path / "cadangan", now=old.now)
    with rak.fresh("sqlite") as target:
        new = elsewhere(old, tmp_path / "baru", target)
        done = await restore(new.settings, tmp_path / "cadangan", now=new.now)
        assert done.ragu == 3 + 4
        async with opened(new.database):
            for phase in ("antre", "amplop", "data", "ragu"):
                row = await Outbox.get(kunci=phase)
                assert row.keadaan == "ragu"
                assert row.mulai_at == k.START + DOUBT
                assert row.muatan is not None
            assert Jejak.load((await Outbox.get(kunci="antre")).sebab).ragu
            soon, due = k.START + DOUBT - timedelta(seconds=1), k.START + DOUBT
            assert await outbox.next_due(JenisKeluar.EMAIL, now=soon, busy=()) is None
            assert await outbox.next_due(JenisKeluar.EMAIL, now=due, busy=()) is not None
            assert (await Outbox.get(kunci="terkirim")).keadaan == "terkirim"
            assert (await Outbox.get(kunci="gagal")).keadaan == "gagal"
            chats = await Outbox.filter(jenis="telegram")
            assert [row.keadaan for row in chats] == ["antre"] * 3
            last = await Riwayat.all().order_by("-urut").first()
            assert last is not None
            assert (last.aksi, last.subjek, last.rincian) == (
                "dipulihkan", done.manifes.id, '{"ragu":7}'
            )  # fmt: skip
            assert isinstance(done.riwayat, riwayat.Utuh)


async def test_a_history_that_was_broken_before_is_restored_and_told_of(
    tmp_path: Path, rak: Rak
) -> None:
    with rak.fresh("sqlite") as source, rak.fresh("sqlite") as target:
        old = await filled(tmp_path, source)
        async with opened(old.database):
            connection = get_connection("default")
            await connection.execute_query("DROP TRIGGER riwayat_tanpa_ubah")
            await connection.execute_query("UPDATE riwayat SET aksi = 'palsu' WHERE urut = 5")
        await backup(old.settings, tmp_path / "cadangan", now=old.now)
        new = elsewhere(old, tmp_path / "baru", target)
        done = await restore(new.settings, tmp_path / "cadangan", now=new.now)
        assert done.riwayat == riwayat.Putus(5, riwayat.Sebab.ISI)


async def test_no_secret_and_no_name_stands_in_a_backup(tmp_path: Path, database_url: str) -> None:
    old = await filled(tmp_path, database_url)
    await backup(old.settings, tmp_path / "cadangan", now=old.now)
    files = [path for path in (tmp_path / "cadangan").rglob("*") if path.is_file()]
    assert len(files) > 20, "an empty walk proves nothing"
    content = b"\n".join(path.read_bytes() for path in files)
    keys = [path.read_bytes() for path in (old.folder / "kunci").rglob("*") if path.is_file()]
    assert len(keys) >= 9
    words = [k.NAMA, k.NIK, k.SUREL, k.ISI_SURAT, k.ISI_PESAN, k.TOKEN, "%PDF", "foto KTP"]
    for secret in [*keys, *(word.encode() for word in words)]:
        assert secret not in content
    password = database_url.partition("@")[0].rpartition(":")[2]
    if not database_url.startswith("sqlite:"):
        assert password.encode() not in content


async def test_a_backup_is_closed_to_others(tmp_path: Path, sqlite_url: str) -> None:
    old = await filled(tmp_path, sqlite_url)
    code, _ = await old.verb("backup", tmp_path / "cadangan")
    assert code == 0
    for path in [tmp_path / "cadangan", *(tmp_path / "cadangan").rglob("*")]:
        assert path.stat().st_mode & 0o077 == 0, path.name


async def test_everything_is_on_disk_before_there_is_a_manifest(
    tmp_path: Path, sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[Path] = []
    real = os.fsync

    def record(descriptor: int) -> None:
        synced.append(Path(f"/proc/self/fd/{descriptor}").readlink())
        real(descriptor)

    old = await filled(tmp_path, sqlite_url)
    folder = tmp_path / "cadangan"
    monkeypatch.setattr(os, "fsync", record)
    await backup(old.settings, folder, now=old.now)
    written = {path for path in folder.rglob("*") if path.name != MANIFEST}
    assert len(written) > 20, "an empty walk proves nothing"
    assert synced[-2:] == [folder / f"{MANIFEST}.baru", folder]
    assert written | {folder, folder.parent} <= set(synced[:-2])


async def test_every_table_of_the_database_is_in_a_backup(database_url: str) -> None:
    async with opened(Database(database_url, MODELS)):
        assert {one.nama for one in schema()} == set(rows_of(database_url))


async def test_tables_come_after_what_they_point_to(sqlite_url: str) -> None:
    async with opened(Database(sqlite_url, MODELS)):
        names = [one.nama for one in schema()]
    for first, second in (
        ("permohonan", "produk"), ("dokumen", "tautan"), ("tautan", "tiket"),
        ("dokumen", "kode_loket"),
    ):  # fmt: skip
        assert names.index(first) < names.index(second)


@pytest.mark.parametrize("ke", KINDS)
async def test_an_older_backup_is_migrated_forward(tmp_path: Path, rak: Rak, ke: str) -> None:
    with rak.fresh("sqlite") as source, rak.fresh(ke, migrated=False) as target:
        old = await filled(tmp_path, source)
        await backup(old.settings, tmp_path / "cadangan", now=old.now)
        with rak.fresh("sqlite", migrated=False) as first:
            known = await known_to_the_first(first)
        whole = Manifes.load(tmp_path / "cadangan")
        aged(tmp_path / "cadangan", known)
        cut = Manifes.load(tmp_path / "cadangan")
        assert (len(cut.migrasi), cut.baris) == (1, whole.baris)
        assert len(columns(cut)) < len(columns(whole)), "nothing cut proves nothing"
        new = elsewhere(old, tmp_path / "baru", target)
        await restore(new.settings, tmp_path / "cadangan", now=new.now)
        async with opened(new.database) as store:
            assert await store.pending() == []
        await backup(new.settings, tmp_path / "lagi", now=new.now)
        again = Manifes.load(tmp_path / "lagi")
        assert (again.migrasi, columns(again)) == (whole.migrasi, columns(whole))
        aged(tmp_path / "lagi", known)
        for one in cut.tabel:
            nama = one.susunan.nama
            first_rows, second_rows = (
                table_file(tmp_path / each, nama).read_bytes() for each in ("cadangan", "lagi")
            )
            if nama == "riwayat":  # one line more: that it was restored
                assert second_rows.startswith(first_rows)
            elif nama == "outbox":  # mails are in doubt now
                assert second_rows.count(b"\n") == one.baris > 0
            else:
                assert second_rows == first_rows, nama


async def filled(folder: Path, url: str) -> KantorCadangan:
    """Return an office with something in every important table."""
    office = KantorCadangan(folder, url)
    async with opened(office.database):
        await office.filled()
    return office
