"""The desk where papers arrive has them read, when somebody can and something is to be read."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import pytest

from benchmarks.baca.kartu import content, generator
from benchmarks.baca.potret import portrait
from core.api.bacaan import Bacaan
from core.app.adapters import PaperDesk
from core.baca import Pembaca, installed
from core.berkas import BerkasMasuk, LimitedWorker
from core.bot import Cara, Paper
from core.citra import Pemeriksa
from core.store import Database, opened
from vault import Blobs, Index, SealedBlobs, Sealer

NOW = datetime(2026, 11, 22, 6, 4, tzinfo=UTC)
SECONDS = 90.0


@pytest.fixture
async def masuk(tmp_path: Path, database_url: str) -> AsyncIterator[BerkasMasuk]:
    async with opened(Database(database_url, ["core.berkas.models"])):
        yield BerkasMasuk(
            blobs=SealedBlobs(Blobs(tmp_path / "berkas"), Sealer(b"k" * 32)),
            index=Index(b"i" * 32),
            now=lambda: NOW,
        )


@pytest.fixture
async def pemeriksa() -> AsyncIterator[Pemeriksa]:
    one = Pemeriksa(LimitedWorker(detik=SECONDS))
    yield one
    one.close()


@pytest.fixture
async def pembaca() -> AsyncIterator[Pembaca]:
    mesin = installed()
    if mesin is None:
        pytest.skip("tesseract is not installed")
    one = Pembaca(mesin, LimitedWorker(detik=SECONDS), detik=SECONDS)
    yield one
    await one.close()


async def take(desk: PaperDesk, cara: Cara) -> Paper:
    photo = portrait(1, "ktp", "baik")[1]
    kept = await desk.take(uuid4(), "ktp", photo, "image/jpeg", cara=cara)
    assert isinstance(kept, Paper), kept
    return kept


async def test_a_card_is_read_on_its_clean_copy(
    masuk: BerkasMasuk, pemeriksa: Pemeriksa, pembaca: Pembaca
) -> None:
    kept = await take(PaperDesk(masuk, pemeriksa, pembaca), Cara(baca=("nik", "nama")))
    one = content(generator(1)).kepala
    assert kept.bacaan == Bacaan(nik=one.nik, nama=one.nama)


async def test_a_paper_of_which_nothing_is_to_be_read_is_not(
    masuk: BerkasMasuk, pemeriksa: Pemeriksa, pembaca: Pembaca
) -> None:
    assert (await take(PaperDesk(masuk, pemeriksa, pembaca), Cara())).bacaan is None


async def test_without_tesseract_the_paper_is_kept_all_the_same(
    masuk: BerkasMasuk, pemeriksa: Pemeriksa
) -> None:
    assert (await take(PaperDesk(masuk, pemeriksa), Cara(baca=("nik",)))).bacaan is None
