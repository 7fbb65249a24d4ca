"""A backup while the office works, and one that is killed."""

import asyncio
import contextlib
from collections import deque
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from core.app.backup import backup
from core.app.backup_blobs import Butir
from core.app.backup_files import lines
from core.app.backup_format import BLOBS, INVENTORY, MANIFEST, CadanganDitolak, Manifes, table_file
from core.app.backup_restore import restore
from core.app.backup_values import decode
from core.berkas.models import Berkas
from core.permohonan import Permohonan
from core.store import KeadaanKeluar, new_id, opened, outbox, riwayat
from core.store.models import Outbox
from tests.basis import KINDS, Rak
from tests.core.app.kantor_cadangan import KantorCadangan, elsewhere, rows_of

_HANDS = 3
_PIPELINE = 24
_PATIENCE = 300


@pytest.fixture(params=KINDS)
def urls(request: pytest.FixtureRequest, rak: Rak) -> Iterator[tuple[str, str]]:
    """Two databases of one kind: the office's, and one to restore into."""
    with rak.fresh(request.param) as source, rak.fresh(request.param) as target:
        yield source, target


class Work:
    """Files, approves, issues, sends and forgets, without a pause."""

    def __init__(self, office: KantorCadangan) -> None:
        self._office = office
        self._approved: deque[Permohonan] = deque()
        self._moved = asyncio.Condition()
        self._chat = 0
        self.issued = 0

    @contextlib.asynccontextmanager
    async def going_on(self) -> AsyncIterator[None]:
        """Work while the block runs; a fault in the work fails the test."""
        hands = [asyncio.create_task(self._hand()) for _ in range(_HANDS)]
        try:
            yield
        finally:
            for hand in hands:
                hand.cancel()
            ended = await asyncio.gather(*hands, return_exceptions=True)
        assert {type(one) for one in ended} == {asyncio.CancelledError}, ended

    async def until(self, issued: int) -> None:
        """Wait until so many documents have been issued."""
        async with asyncio.timeout(_PATIENCE), self._moved:
            await self._moved.wait_for(lambda: self.issued >= issued)

    async def _hand(self) -> None:
        while True:
            self._chat += 1
            self._approved.append(await self._office.approved(self._chat))
            if len(self._approved) > _PIPELINE:
                await self._finish(self._approved.popleft())

    async def _finish(self, case: Permohonan) -> None:
        await self._office.published(case)
        waiting = await Outbox.filter(keadaan=KeadaanKeluar.ANTRE.value).first()
        if waiting is not None:
            await outbox.settle(waiting, KeadaanKeluar.TERKIRIM, now=self._office.now())
        if self.issued % 3 == 0:
            papers = await Berkas.filter(permohonan_id=case.id)
            await self._office.papers.discard([paper.id for paper in papers])
            await self._office.papers.erase_discarded()
        async with self._moved:
            self.issued += 1
            self._moved.notify_all()


async def test_a_backup_under_load_is_of_one_instant_and_whole(
    tmp_path: Path, urls: tuple[str, str], put_on_record: Callable[[str], None]
) -> None:
    old = KantorCadangan(tmp_path, urls[0])
    folders = [tmp_path / f"cadangan-{count}" for count in range(3)]
    async with opened(old.database):
        work = Work(old)
        async with work.going_on():
            for folder in folders:
                await work.until(work.issued + 4)
                before = work.issued
                code, said = await old.verb("backup", folder)
                assert code == 0, said
                assert work.issued > before, "nobody worked meanwhile"
    put_on_record(f"{urls[0].partition(':')[0]} under load: {said.splitlines()[0]}")
    for folder in folders:
        assert_one_instant(folder)
    new = elsewhere(old, tmp_path / "baru", urls[1])
    done = await restore(new.settings, folders[-1], now=new.now)
    assert isinstance(done.riwayat, riwayat.Utuh)
    restored, source = rows_of(urls[1]), rows_of(urls[0])
    # The restored history is how the old one began, and the line that says so.
    assert len(set(restored["riwayat"]) - set(source["riwayat"])) == 1
    async with opened(new.database):
        found = await new.everything_opens()
        assert found.hilang == done.manifes.terhapus
        assert found.dokumen >= 8
        assert found.menunggu >= _PIPELINE


def assert_one_instant(folder: Path) -> None:
    """What one unit of work wrote is in the backup together or not at all."""
    manifes = Manifes.load(folder)
    table = {one.susunan.nama: rows(folder, manifes, one.susunan.nama) for one in manifes.tabel}
    keys = {row["kunci"] for row in table["outbox"]}
    links = {row["dokumen_id"] for row in table["tautan"]}
    acts = {(row["subjek"], row["aksi"]) for row in table["riwayat"]}
    status = {row["id"]: row["status"] for row in table["permohonan"]}
    issued = [row for row in table["produk"] if row["status"] == "terbit"]
    assert issued, "an empty walk proves nothing"
    for row in table["produk"]:
        document, is_issued = row["dokumen_id"], row["status"] == "terbit"
        assert (document in links) is is_issued
        assert (f"tautan:{document}" in keys) is is_issued
        assert (f"sandi:{document}" in keys) is is_issued
    for act, after in (("disetujui", {"disetujui"}), ("diambil", {"disetujui", "diperiksa"})):
        assert {one for one, done in acts if done == act} == {
            one for one, now in status.items() if now in after
        }
    numbers = [row["urut"] for row in table["riwayat"]]
    assert numbers == list(range(1, manifes.riwayat.urut + 1))
    assert table["riwayat"][-1]["sidik"] == manifes.riwayat.sidik
    kept = {Butir.load(line).nama for line in lines(folder / INVENTORY)}
    papers = {f"berkas/{one['id']}" for one in table["berkas"] if one["dibuang_at"] is None}
    documents = {f"dokumen/{one['id']}" for one in table["dokumen"] if one["sha256"]}
    assert documents <= kept
    assert len(papers - kept) == manifes.terhapus
    on_disk = {str(path.relative_to(folder / BLOBS)) for path in (folder / BLOBS).glob("*/*")}
    assert on_disk == kept


def rows(folder: Path, manifes: Manifes, nama: str) -> list[dict[str, Any]]:
    """Return the rows of a table in a backup."""
    (susunan,) = [one.susunan for one in manifes.tabel if one.susunan.nama == nama]
    names = [one.nama for one in susunan.kolom]
    return [
        dict(zip(names, decode(susunan.kolom, line, sqlite=True), strict=True))
        for line in lines(table_file(folder, nama))
    ]


@pytest.mark.parametrize("point", ["berkas/pratinjau/*", "tabel/*", "tabel/produk.jsonl"])
async def test_a_backup_that_was_killed_is_none(tmp_path: Path, rak: Rak, point: str) -> None:
    with rak.fresh("sqlite") as source, rak.fresh("sqlite") as target:
        old = await with_previews(tmp_path, source)
        half, whole = tmp_path / "separuh", tmp_path / "utuh"
        await killed(old.command("backup", half), lambda: any(half.glob(point)))
        new = elsewhere(old, tmp_path / "baru", target)
        if not (half / MANIFEST).exists():  # else it was quicker than we
            with pytest.raises(CadanganDitolak, match="bukan cadangan yang lengkap"):
                await restore(new.settings, half, now=new.now)
        with pytest.raises(CadanganDitolak, match="tidak kosong"):
            await backup(old.settings, half, now=old.now)
        await backup(old.settings, whole, now=old.now)
        await restore(new.settings, whole, now=new.now)


async def test_a_restore_that_was_killed_is_run_again(
    tmp_path: Path, urls: tuple[str, str]
) -> None:
    old = await with_previews(tmp_path, urls[0])
    await backup(old.settings, tmp_path / "cadangan", now=old.now)
    new = elsewhere(old, tmp_path / "baru", urls[1])
    storage = new.settings.data / "berkas"
    await killed(new.command("restore", tmp_path / "cadangan"), lambda: any(storage.glob("*/*")))
    await restore(new.settings, tmp_path / "cadangan", now=new.now)
    async with opened(new.database):
        assert (await new.everything_opens()).dokumen == 3


async def with_previews(folder: Path, url: str) -> KantorCadangan:
    """Return an office with so many blobs that copying them takes a moment."""
    office = KantorCadangan(folder, url)
    async with opened(office.database):
        await office.filled()
    previews = office.settings.data / "berkas" / "pratinjau"
    previews.mkdir()
    for _ in range(200):
        (previews / str(new_id())).write_bytes(bytes(50_000))
    return office


async def killed(command: list[str], soon: Callable[[], bool]) -> None:
    """Run a program and kill it as soon as something can be seen."""
    process = await asyncio.create_subprocess_exec(*command)
    async with asyncio.timeout(_PATIENCE):
        while not soon():
            assert process.returncode is None, "it ended before it could be killed"
            await asyncio.sleep(0.001)
    with contextlib.suppress(ProcessLookupError):
        process.kill()
    await process.wait()
