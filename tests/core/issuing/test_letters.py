"""Letters put down: their key, their envelope sender, the same bytes for the same letter."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from core.issuing import Letters
from core.settings import Mail
from core.store import Database, new_id, opened, unit_of_work
from core.store.models import Outbox
from delivery.kop import Kop
from delivery.laci import SuratTersimpan, open_letter
from delivery.verp import Verp
from vault import Index, Sealer

NOW = datetime(2026, 11, 22, 3, 4, 5, tzinfo=UTC)
KOP = Kop("Disdukcapil Kabupaten Contoh", "(0291) 000000", "halo@contoh.go.id", "Asia/Jakarta")
SETELAN = Mail(host="localhost", dari="layanan@contoh.go.id")
SEALER = Sealer(bytes(32))
VERP = Verp.derived(bytes(32), "pantulan@contoh.go.id")


@pytest.fixture(autouse=True)
async def basis_data(database_url: str) -> AsyncIterator[None]:
    async with opened(Database(database_url, ["core.store.models"])):
        yield


def desk(verp: Verp | None = None) -> Letters:
    return Letters(KOP, SETELAN, SEALER, digest=Index(bytes(32)).digest, verp=verp)


async def put_link(letters: Letters, document: UUID) -> tuple[Outbox, SuratTersimpan]:
    @unit_of_work
    async def put() -> None:
        await letters.put_link(
            dokumen_id=document,
            produk_id=new_id(),
            kepada="budi@contoh.id",
            dokumen="Kartu Keluarga",
            url="https://contoh.go.id/d/token",
            berlaku_sampai=NOW + timedelta(days=14),
            now=NOW,
        )

    await put()
    row = await Outbox.get()
    return row, open_letter(SEALER, row)


async def test_a_letter_comes_back_to_our_own_mailbox_under_its_own_mark() -> None:
    row, letter = await put_link(desk(VERP), new_id())
    assert letter.dari.startswith("pantulan+")
    assert VERP.letter(letter.dari) == row.id


async def test_without_a_mailbox_it_comes_back_to_the_sender() -> None:
    _, letter = await put_link(desk(), new_id())
    assert letter.dari == SETELAN.dari


async def test_the_mark_stands_on_the_envelope_only() -> None:
    _, letter = await put_link(desk(VERP), new_id())
    assert b"pantulan" not in letter.mime


async def test_a_link_is_put_down_once_and_knows_since_when() -> None:
    document = new_id()
    await put_link(desk(), document)
    row, letter = await put_link(desk(), document)
    assert row.kunci == f"tautan:{document}"
    assert letter.sejak == NOW


async def test_a_code_dies_with_its_letter() -> None:
    @unit_of_work
    async def put() -> None:
        await desk().put_code(
            kunci="kode:1", kepada="budi@contoh.id", kode="123456", subjek=new_id(), now=NOW
        )

    await put()
    letter = open_letter(SEALER, await Outbox.get())
    assert letter.sampai == NOW + timedelta(minutes=10)


async def test_a_letter_after_a_loss_is_another_row_with_the_same_message_id() -> None:
    document = new_id()
    for kali in (1, 2):

        @unit_of_work
        async def put(kali: int = kali) -> None:
            await desk().put_link(
                dokumen_id=document,
                produk_id=new_id(),
                kepada="budi@contoh.id",
                dokumen="Kartu Keluarga",
                url="https://contoh.go.id/d/token",
                berlaku_sampai=NOW + timedelta(days=14),
                now=NOW,
                kali=kali,
            )

        await put()
    letters = [open_letter(SEALER, row).mime for row in await Outbox.all().order_by("id")]
    assert len(letters) == 2
    assert letters[0] == letters[1]
