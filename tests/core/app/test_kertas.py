"""The desk for papers: looked at in the worker, kept sealed, counted per case; both databases."""

import io
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar, TypeVarTuple, cast
from uuid import UUID, uuid4

import pillow_heif
import pytest
from PIL import Image, ImageFilter

from core.app.adapters import PaperDesk
from core.berkas import BerkasMasuk, IsiBerkas, LimitedWorker, WorkerUnavailable, aturan, words
from core.bot import Cara, Paper, Tolakan
from core.citra import Cacat, Pemeriksa
from core.citra.mata import look
from core.demo.pictures import draw_paper
from core.store import Database, opened
from vault import Blobs, Index, SealedBlobs, Sealer

CASE = UUID(int=7)
PHOTO = draw_paper(("SURAT CONTOH", "Nama: BUDI SANTOSO", "Alamat: JL. KENARI NO. 5"))
T = TypeVar("T")
Ts = TypeVarTuple("Ts")


@dataclass
class Desk:
    """The desk, and the drawer behind it."""

    papers: PaperDesk
    masuk: BerkasMasuk

    async def take(
        self, content: bytes, mime: str = "image/jpeg", cara: Cara | None = None
    ) -> Paper | Tolakan:
        """Hand in a file for one question of one case."""
        return await self.papers.take(CASE, "ktp", content, mime, cara=cara or Cara())


@pytest.fixture
async def masuk(tmp_path: Path, database_url: str) -> AsyncIterator[BerkasMasuk]:
    async with opened(Database(database_url, ["core.berkas.models"])):
        yield BerkasMasuk(
            blobs=SealedBlobs(Blobs(tmp_path / "berkas"), Sealer(b"k" * 32)),
            index=Index(b"i" * 32),
            now=lambda: datetime(2026, 11, 22, 6, 4, tzinfo=UTC),
        )


@pytest.fixture
def desk(masuk: BerkasMasuk) -> Desk:
    return Desk(PaperDesk(masuk, Pemeriksa(Here())), masuk)


def written(picture: Image.Image, kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


def photo() -> Image.Image:
    return Image.open(io.BytesIO(PHOTO))


async def test_a_good_photo_is_kept_and_can_be_known_again(desk: Desk) -> None:
    kept = await desk.take(PHOTO)
    assert isinstance(kept, Paper)
    assert isinstance(await desk.masuk.read(kept.berkas), IsiBerkas)
    again = await desk.take(
        written(photo(), "JPEG", quality=60), cara=Cara(terdahulu=(kept.jejak,))
    )
    assert again == Tolakan(Cacat.SAMA.kalimat, contoh="sama", lunak=True)


async def test_a_blurred_photo_is_kept_only_at_the_last_try(desk: Desk) -> None:
    blurred = written(photo().filter(ImageFilter.GaussianBlur(8)), "JPEG")
    assert await desk.take(blurred) == Tolakan(Cacat.KABUR.kalimat, contoh="kabur", lunak=True)
    assert await desk.masuk.used(CASE) == 0
    kept = await desk.take(blurred, cara=Cara(terakhir=True))
    assert isinstance(kept, Paper)
    assert kept.cacat == "kabur"


async def test_of_a_portrait_no_sharp_writing_is_asked(desk: Desk) -> None:
    blurred = written(photo().filter(ImageFilter.GaussianBlur(8)), "JPEG")
    assert isinstance(await desk.take(blurred, cara=Cara(kertas=False)), Paper)


async def test_what_cannot_be_opened_is_refused_at_every_try(desk: Desk) -> None:
    refused = await desk.take(b"PK\x03\x04", "application/zip", Cara(terakhir=True))
    assert refused == Tolakan(Cacat.ARSIP.kalimat)


async def test_a_photo_of_an_iphone_is_kept_as_a_jpeg_without_its_place(desk: Desk) -> None:
    pillow_heif.register_heif_opener()
    exif = Image.Exif()
    exif[0x010E] = "RAHASIA"
    exif.get_ifd(0x8825)[2] = (6.0, 48.0, 0.0)
    kept = await desk.take(written(photo(), "HEIF", quality=80, exif=exif), "image/heic")
    assert isinstance(kept, Paper)
    found = await desk.masuk.read(kept.berkas)
    assert isinstance(found, IsiBerkas)
    assert (kept.mime, found.isi[:3]) == ("image/jpeg", b"\xff\xd8\xff")
    assert b"RAHASIA" not in found.isi
    assert not Image.open(io.BytesIO(found.isi)).getexif()


async def test_the_papers_of_a_case_have_a_limit_that_is_told(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert isinstance(await desk.take(PHOTO), Paper)
    used = await desk.masuk.used(CASE)
    monkeypatch.setattr(aturan, "MAX_CASE_BYTES", used + 10)
    assert await desk.take(PHOTO) == Tolakan(words.case_full(used))
    await desk.papers.keep_only(CASE, ())
    assert isinstance(await desk.take(PHOTO), Paper)


async def test_another_case_has_a_limit_of_its_own(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert isinstance(await desk.take(PHOTO), Paper)
    monkeypatch.setattr(aturan, "MAX_CASE_BYTES", await desk.masuk.used(CASE) + 10)
    kept = await desk.papers.take(uuid4(), "ktp", PHOTO, "image/jpeg", cara=Cara())
    assert isinstance(kept, Paper)


class Here(LimitedWorker):
    """Looks in this process: tests/core/citra has the worker at work, and its start takes long."""

    async def run(self, work: Callable[[*Ts], T], *args: *Ts) -> T:
        content, mime, kertas, _ = cast("tuple[bytes, str, bool, int]", args)
        return cast("T", look(content, mime, kertas))


class NoWorker(LimitedWorker):
    """A machine that cannot start one."""

    async def run(self, work: Callable[[*Ts], T], *args: *Ts) -> T:
        raise WorkerUnavailable


async def test_a_machine_without_a_worker_asks_for_the_photo_again(masuk: BerkasMasuk) -> None:
    desk = Desk(PaperDesk(masuk, Pemeriksa(NoWorker())), masuk)
    assert await desk.take(PHOTO) == Tolakan(words.SIBUK, netral=True)
    assert await masuk.used(CASE) == 0
