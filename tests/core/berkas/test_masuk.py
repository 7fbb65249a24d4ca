"""Papers are kept sealed, opened for those who ask by id, and forgotten when told."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from core.berkas import (
    Berkas,
    BerkasMasuk,
    Diterima,
    IsiBerkas,
    SudahDibuang,
)
from core.store import Database, opened
from vault import Blobs, Index, SealedBlobs, Sealer

NOW = datetime(2026, 11, 22, 6, 4, tzinfo=UTC)
FOTO = Diterima(b"\xff\xd8\xff sebuah foto", "image/jpeg", lebar=1280, tinggi=960)


@pytest.fixture
async def masuk(tmp_path: Path, database_url: str) -> AsyncIterator[BerkasMasuk]:
    async with opened(Database(database_url, ["core.berkas.models"])):
        yield BerkasMasuk(
            blobs=SealedBlobs(Blobs(tmp_path / "berkas"), Sealer(b"k" * 32)),
            index=Index(b"i" * 32),
            now=lambda: NOW,
        )


def stored(folder: Path) -> list[Path]:
    return [path for path in (folder / "berkas").rglob("*") if path.is_file()]


async def test_a_paper_is_kept_and_read_again(masuk: BerkasMasuk) -> None:
    berkas_id = await masuk.save(FOTO, permohonan_id=None, jalur="ktp")
    assert await masuk.read(berkas_id) == IsiBerkas(FOTO.isi, "image/jpeg")


async def test_what_a_case_holds_is_counted_without_what_was_discarded(masuk: BerkasMasuk) -> None:
    mine, other = uuid4(), uuid4()
    first = await masuk.save(FOTO, permohonan_id=mine, jalur="ktp")
    await masuk.save(FOTO, permohonan_id=mine, jalur="kk")
    await masuk.save(FOTO, permohonan_id=other, jalur="ktp")
    assert await masuk.used(mine) == 2 * len(FOTO.isi)
    await masuk.discard([first])
    assert await masuk.used(mine) == len(FOTO.isi)


async def test_the_row_tells_what_the_paper_is_but_not_what_it_shows(masuk: BerkasMasuk) -> None:
    permohonan_id = uuid4()
    berkas_id = await masuk.save(FOTO, permohonan_id=permohonan_id, jalur="anggota[2].ktp")
    row = await Berkas.get(id=berkas_id)
    assert (row.permohonan_id, row.jalur, row.mime) == (
        permohonan_id,
        "anggota[2].ktp",
        "image/jpeg",
    )
    assert (row.ukuran, row.lebar, row.tinggi, row.halaman) == (len(FOTO.isi), 1280, 960, 1)
    assert (row.dibuat_at, row.dibuang_at) == (NOW, None)


async def test_the_same_paper_has_the_same_digest_under_one_key_only(
    masuk: BerkasMasuk, tmp_path: Path
) -> None:
    other = BerkasMasuk(
        blobs=SealedBlobs(Blobs(tmp_path / "berkas"), Sealer(b"k" * 32)),
        index=Index(b"j" * 32),
        now=lambda: NOW,
    )
    ids = [
        await desk.save(FOTO, permohonan_id=None, jalur="ktp") for desk in (masuk, masuk, other)
    ]
    first, second, third = [(await Berkas.get(id=each)).sidik for each in ids]
    assert first == second != third


async def test_nothing_of_a_paper_lies_open_on_the_disk(
    masuk: BerkasMasuk, tmp_path: Path
) -> None:
    await masuk.save(FOTO, permohonan_id=None, jalur="ktp")
    assert len(stored(tmp_path)) == 1
    assert b"sebuah foto" not in stored(tmp_path)[0].read_bytes()


async def test_a_paper_is_not_printed_by_accident() -> None:
    assert "sebuah foto" not in repr(FOTO)
    assert "sebuah foto" not in repr(IsiBerkas(FOTO.isi, FOTO.mime))


async def test_an_unknown_paper_reads_like_a_discarded_one(masuk: BerkasMasuk) -> None:
    assert await masuk.read(UUID(int=0)) == SudahDibuang()


async def test_what_a_case_wants_no_more_is_discarded_and_nobody_elses(
    masuk: BerkasMasuk,
) -> None:
    mine, other = uuid4(), uuid4()
    old = await masuk.save(FOTO, permohonan_id=mine, jalur="ktp")
    new = await masuk.save(FOTO, permohonan_id=mine, jalur="ktp")
    foreign = await masuk.save(FOTO, permohonan_id=other, jalur="ktp")
    assert await masuk.discard_others(mine, [new]) == 1
    assert await masuk.read(old) == SudahDibuang()
    assert isinstance(await masuk.read(new), IsiBerkas)
    assert isinstance(await masuk.read(foreign), IsiBerkas)


async def test_a_case_that_is_given_up_keeps_no_paper(masuk: BerkasMasuk) -> None:
    mine = uuid4()
    for path in ("ktp", "kk"):
        await masuk.save(FOTO, permohonan_id=mine, jalur=path)
    assert await masuk.discard_others(mine, ()) == 2
    assert await masuk.erase_discarded() == 2


async def test_a_discarded_paper_stays_closed_and_then_its_blob_goes(
    masuk: BerkasMasuk, tmp_path: Path
) -> None:
    kept = await masuk.save(FOTO, permohonan_id=None, jalur="kk")
    thrown = await masuk.save(FOTO, permohonan_id=None, jalur="ktp")
    assert await masuk.discard([thrown]) == 1
    assert await masuk.discard([thrown]) == 0
    assert await masuk.read(thrown) == SudahDibuang()
    assert await masuk.erase_discarded() == 1
    assert await masuk.erase_discarded() == 0
    assert [path.name for path in stored(tmp_path)] == [str(kept)]
    assert isinstance(await masuk.read(kept), IsiBerkas)


async def test_a_paper_whose_blob_is_gone_reads_as_discarded(
    masuk: BerkasMasuk, tmp_path: Path
) -> None:
    berkas_id = await masuk.save(FOTO, permohonan_id=None, jalur="ktp")
    (tmp_path / "berkas" / "berkas" / str(berkas_id)).unlink()
    assert await masuk.read(berkas_id) == SudahDibuang()
