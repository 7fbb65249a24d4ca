"""What became of the letters with a link: opened, so arrived; or lost, so to be written anew."""

from collections.abc import AsyncIterator
from uuid import UUID

import pytest

from core.store import Database, new_id, opened
from core.store.models import Outbox
from delivery import bukti_tiba
from delivery.bukti_tiba import letter_key
from delivery.models import StatusTautan, Tautan
from tests.delivery.dunia import START, Dunia

SUBJECT = new_id()


@pytest.fixture
async def basis_data(database_url: str) -> AsyncIterator[Database]:
    models = ["core.store.models", "delivery.models"]
    async with opened(Database(database_url, models)) as database:
        yield database


async def letter(keadaan: str, sebab: str = "", muatan: bytes | None = None) -> None:
    await Outbox.create(
        id=new_id(),
        jenis="email",
        jalur="surat:1",
        kunci=f"tautan:{new_id()}",
        muatan=muatan,
        subjek=SUBJECT,
        keadaan=keadaan,
        sebab=sebab,
        mulai_at=START,
    )


@pytest.mark.parametrize(
    ("keadaan", "sebab", "muatan", "lost"),
    [
        ("gagal", "sambungan 28", None, True),
        ("gagal", "kotak_penuh 3", None, True),
        ("ragu", "ragu 1 ragu", None, True),
        ("gagal", "alamat", None, False),
        ("ragu", "ragu 1 ragu", b"x", False),
        ("antre", "", b"x", False),
        ("data", "", b"x", False),
        ("terkirim", "", None, False),
    ],
)
async def test_lost_is_what_was_given_up_or_is_in_doubt_for_good(
    basis_data: Database, keadaan: str, sebab: str, muatan: bytes | None, lost: bool
) -> None:
    await letter(keadaan, sebab, muatan)
    assert await bukti_tiba.lost_letters(SUBJECT) == int(lost)


async def test_the_last_letter_decides_and_all_are_counted(basis_data: Database) -> None:
    assert await bukti_tiba.lost_letters(SUBJECT) == 0
    await letter("gagal", "sambungan 28")
    await letter("gagal", "sambungan 28")
    assert await bukti_tiba.lost_letters(SUBJECT) == 2
    await letter("antre", muatan=b"x")
    assert await bukti_tiba.lost_letters(SUBJECT) == 0


@pytest.mark.parametrize("kali", [1, 2, 17])
async def test_an_opened_link_is_evidence_for_each_letter_with_it(dunia: Dunia, kali: int) -> None:
    await dunia.publish()
    kunci = letter_key(dunia.dokumen_id, kali)
    assert not await bukti_tiba.was_opened(kunci)
    await Tautan.all().update(dibuka_at=START)
    assert await bukti_tiba.was_opened(kunci)


async def test_a_letter_is_needed_until_its_document_is_downloaded(dunia: Dunia) -> None:
    await dunia.publish()
    kunci = letter_key(dunia.dokumen_id)
    assert await bukti_tiba.is_still_needed(kunci)
    await Tautan.all().update(diunduh_at=START)
    assert not await bukti_tiba.is_still_needed(kunci)


async def test_a_letter_with_a_dead_link_is_not_needed(dunia: Dunia) -> None:
    await dunia.publish()
    await Tautan.all().update(status=StatusTautan.KEDALUWARSA.value)
    assert not await bukti_tiba.is_still_needed(letter_key(dunia.dokumen_id))


@pytest.mark.parametrize("kunci", ["kode:1", "tautan:x", "", f"tautan:{UUID(int=0)}"])
async def test_what_carries_no_link_of_ours_has_no_evidence(
    basis_data: Database, kunci: str
) -> None:
    assert not await bukti_tiba.was_opened(kunci)
    assert await bukti_tiba.is_still_needed(kunci)


async def test_the_link_is_given_again_until_a_letter_was_accepted(dunia: Dunia) -> None:
    first = await dunia.publish()
    assert await dunia.penerbit.unsent_link(dunia.dokumen_id) == first
    await dunia.penerbit.forget_token(dunia.dokumen_id)
    assert await dunia.penerbit.unsent_link(dunia.dokumen_id) is None
