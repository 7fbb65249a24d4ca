"""The real processes: backed up while they work, restored elsewhere, and the old link opens."""

import asyncio
import shutil
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from core.app.backup import backup
from core.app.backup_restore import restore
from core.app.models import database
from core.demo.browser import download
from core.demo.house import LOG, House, opened_house
from core.permohonan import Book, Cases, Permohonan, Produk
from core.settings import load
from core.store import opened
from delivery.models import Tautan
from sandbox import Klien
from tests.basis import Rak
from tests.journeys.dunia import LINK, PASSWORD, Dunia
from vault import Index, KunciKerja, Sealer

# The sweep that begins forgotten work runs once a minute.
_A_SWEEP = 150


@pytest.mark.timeout(600)
@pytest.mark.parametrize("ke", ["sqlite", pytest.param("postgres", marks=pytest.mark.long)])
async def test_an_office_that_is_restored_elsewhere_goes_on(
    tmp_path: Path, rak: Rak, ke: str
) -> None:
    old = tmp_path / "lama"
    old.mkdir()
    async with opened_house(old) as house, Klien(house.sandbox.url) as klien:
        dunia = await Dunia.opened(house, klien)
        first, nomor = await dunia.filed()
        await dunia.rina.approves(nomor)
        pdf = await dunia.downloaded(first)
        told = await first.wait("sudah terbit", after=0)
        letter = await dunia.letter(first.surel, "siap diunduh")
        link, password = both(letter.teks, told.teks)
        second, waiting = await dunia.filed()
        await dunia.rina.takes(waiting)
        await dunia.rina.ticks(waiting)
        await while_it_runs(house, tmp_path / "sambil-jalan")
        officer = dunia.rina.who
    # Nobody issues it: the processes have stopped.
    await approved(house, waiting, officer)
    await backup(house.settings, tmp_path / "cadangan", now=now)
    with rak.fresh(ke, migrated=False) as url:
        new = moved(house, tmp_path / "baru", url)
        await restore(load(new / house.config.name), tmp_path / "cadangan", now=now)
        async with opened_house(new, basis_data=url) as house, Klien(house.sandbox.url) as klien:
            token = link.rpartition("/")[2]
            again = await download(f"{house.settings.web.alamat}/d/{token}", password)
            assert again == pdf
            await klien.orang("Budi Santoso", id=second.who)
            await klien.tulis(second.who, "/start")
            letter = await klien.tunggu_surat(
                lambda one: "siap diunduh" in one.subjek and second.surel in one.kepada,
                batas=_A_SWEEP,
            )
            told = await klien.tunggu(
                second.who, lambda one: "sudah terbit" in one.teks, batas=_A_SWEEP
            )
            assert await download(*both(letter.teks, told.teks))
            assert [one.subjek for one in await klien.surat()] == [letter.subjek]
            async with opened(database(house.settings)):
                case = await Permohonan.get(nomor=waiting)
                (produk,) = await Produk.filter(permohonan_id=case.id)
                assert await Tautan.filter(dokumen_id=produk.dokumen_id).count() == 1
        assert "Traceback" not in (new / LOG).read_text("utf-8")


def now() -> datetime:
    return datetime.now(UTC)


def both(letter: str, told: str) -> tuple[str, str]:
    """Return the link in a letter and the password in a message."""
    link, password = LINK.search(letter), PASSWORD.search(told)
    assert link is not None
    assert password is not None
    return link[0], password[0]


async def while_it_runs(house: House, folder: Path) -> None:
    """Run the real verb beside bot and site."""
    command = (sys.executable, "-m", "core", "backup", str(folder), "--config", str(house.config))
    process = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE)
    said, _ = await process.communicate()
    assert process.returncode == 0
    assert said.startswith(b"Cadangan selesai: ")


async def approved(house: House, nomor: str, officer: int) -> None:
    """Let an officer approve a case while nobody is there to issue it."""
    kunci = KunciKerja.load(house.settings.kunci / "kerja")
    book, digest = Book(Sealer(kunci.k_data)), Index(kunci.k_idx).digest
    cases = Cases(book, digest=digest, now=now, today=lambda: now().date(), awalan="REG-3319")
    async with opened(database(house.settings)):
        case = await Permohonan.get(nomor=nomor)
        done = await cases.approve(case, book.putusan(case), by=officer)
        assert isinstance(done, Permohonan), done


def moved(house: House, folder: Path, url: str) -> Path:
    """Bring keys and settings to a new machine, by hand as the operator does."""
    folder.mkdir()
    shutil.copytree(house.settings.kunci, folder / "kunci")
    lines = house.config.read_text("utf-8").splitlines()
    own = [line for line in lines if not line.startswith("basis_data")]
    config = "\n".join([f'basis_data = "{url}"', *own])
    (folder / house.config.name).write_text(config, "utf-8")
    return folder
