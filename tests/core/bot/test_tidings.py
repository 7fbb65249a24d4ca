"""What is said when something happens away from the chat."""

import asyncio
import json
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from core.bot.models import KodeSurel
from core.bot.tidings import Tidings
from core.bot.turn import held
from core.dialog.words import KIRIM_ULANG
from core.permohonan import (
    Hal,
    JalanKeluar,
    Kejadian,
    Permohonan,
    Produk,
    ProdukBaru,
    StatusProduk,
    leave_notice,
)
from core.store import new_id, riwayat, unit_of_work
from core.store.models import Outbox
from delivery.bukti_tiba import letter_key
from tests.core.bot.ruang import BUDI, GROUP, Ruang


@pytest.fixture
def tidings(ruang: Ruang) -> Tidings:
    return Tidings(ruang.alat)


async def _issued(ruang: Ruang) -> tuple[Permohonan, Produk]:
    """An approved case whose link lies in the outbox."""
    cases = ruang.alat.cases
    row = await cases.open(BUDI, layanan="kk-ganti", versi=1, isian="{}", persetujuan="x")
    produk = [ProdukBaru("kk", "Kartu Keluarga", JalanKeluar.EMAIL, "warga@contoh.id")]
    filed = held(await cases.submit(row, "{}", desa="", produk=produk, batas_at=ruang.clock()))
    taken = held(await cases.take(filed, by=1))
    case = held(await cases.approve(taken, cases.book.putusan(taken), by=1))
    (one,) = await cases.products(case.id)
    await ruang.alat.products.move(one, StatusProduk.TERBIT)
    return case, one


async def _said(ruang: Ruang, chat: int) -> list[str]:
    rows = await Outbox.filter(jalur=ruang.mint.ruang(chat)).order_by("id")
    opened = [
        ruang.mint.sealer.open_text(
            bytes(row.muatan or b""), table="outbox", column="muatan", row=row.id
        )
        for row in rows
    ]
    return [json.loads(one)["params"]["text"] for one in opened]


async def test_trouble_with_the_mail_is_told_the_office_once_an_hour(
    ruang: Ruang, tidings: Tidings
) -> None:
    for _ in range(3):
        await unit_of_work(tidings.troubled)()
    assert len(await _said(ruang, GROUP)) == 1
    ruang.clock.forward(hours=1)
    await unit_of_work(tidings.troubled)()
    told = await _said(ruang, GROUP)
    assert len(told) == 2
    assert "tertunda" in told[0]


@pytest.mark.parametrize("sebab", ["masuk", "tls", "pengirim"])
async def test_a_standstill_is_told_once_says_what_to_mend_and_when_it_is_over(
    ruang: Ruang, tidings: Tidings, sebab: str
) -> None:
    for _ in range(3):
        await unit_of_work(tidings.stopped)(sebab)
    for _ in range(3):
        await unit_of_work(tidings.resumed)()
    stopped, resumed = await _said(ruang, GROUP)
    assert "berhenti" in stopped
    assert "[surat]" in stopped
    assert "berjalan lagi" in resumed


async def test_a_standstill_is_told_once_an_hour_by_all_processes_together(
    ruang: Ruang, tidings: Tidings
) -> None:
    for replica in (tidings, Tidings(ruang.alat)):
        await unit_of_work(replica.stopped)("masuk")
        ruang.clock.forward(minutes=1)
    assert len(await _said(ruang, GROUP)) == 1
    ruang.clock.forward(hours=1)
    await unit_of_work(tidings.stopped)("masuk")
    assert len(await _said(ruang, GROUP)) == 2


@pytest.mark.parametrize("sebab", ["isi", "ditolak"])
async def test_letters_that_are_disliked_are_told_the_office_once_a_day(
    ruang: Ruang, tidings: Tidings, sebab: str
) -> None:
    for _ in range(2):
        await unit_of_work(tidings.disliked)(sebab)
        await unit_of_work(tidings.disliked)(sebab)
        ruang.clock.forward(days=1)
    assert len(await _said(ruang, GROUP)) == 2


async def test_a_citizen_hears_of_a_delayed_link_after_half_an_hour_once(
    ruang: Ruang, tidings: Tidings
) -> None:
    _, produk = await _issued(ruang)
    await unit_of_work(tidings.delayed)(produk.id, "tautan:x", "sambungan", lama=False)
    assert await _said(ruang, BUDI) == []
    for _ in range(3):
        await unit_of_work(tidings.delayed)(produk.id, "tautan:x", "sambungan", lama=True)
    (told,) = await _said(ruang, BUDI)
    assert "•••" in told
    assert "warga@contoh.id" not in told


async def test_the_owner_of_a_full_mailbox_is_asked_to_empty_it(
    ruang: Ruang, tidings: Tidings
) -> None:
    _, produk = await _issued(ruang)
    await unit_of_work(tidings.delayed)(produk.id, "tautan:x", "kotak_penuh", lama=True)
    await unit_of_work(tidings.delayed)(produk.id, "tautan:x", "kotak_penuh", lama=True)
    await unit_of_work(tidings.given_up)(produk.id, "tautan:x", "kotak_penuh")
    first, last = await _said(ruang, BUDI)
    assert "Kosongkan" in first
    assert "tetap penuh" in last


async def _waiting(ruang: Ruang) -> tuple[Permohonan, str]:
    """A draft that waits for a code, and the key of the letter with it."""
    draft = await ruang.alat.cases.open(
        BUDI, layanan="kk-ganti", versi=1, isian="{}", persetujuan="x"
    )
    return draft, await _code(ruang)


async def _code(ruang: Ruang) -> str:
    code = await KodeSurel.create(
        id=new_id(), ruang="budi", alamat="x", sidik="x", dikirim_at=ruang.clock()
    )
    return f"kode:{code.id}"


async def test_who_waits_for_a_code_hears_at_once(ruang: Ruang, tidings: Tidings) -> None:
    draft, kunci = await _waiting(ruang)
    await unit_of_work(tidings.delayed)(draft.id, kunci, "sambungan", lama=False)
    await unit_of_work(tidings.delayed)(draft.id, kunci, "sambungan", lama=True)
    await unit_of_work(tidings.refused)(draft.id, kunci)
    delayed, refused = await _said(ruang, BUDI)
    assert "belum dapat dikirim" in delayed
    assert "menolak" in refused


@pytest.mark.parametrize(
    ("what", "more", "sentence"),
    [
        ("expired", (), "Kode tadi tidak dapat dipakai"),
        ("doubtful", (), "belum pasti sampai"),
        ("unsettled", (), "belum pasti sampai"),
        ("given_up", ("isi",), "tidak berhasil dikirim"),
    ],
)
async def test_who_waits_for_a_code_hears_the_end_of_it_once_and_what_to_press(
    ruang: Ruang, tidings: Tidings, what: str, more: tuple[str, ...], sentence: str
) -> None:
    draft, kunci = await _waiting(ruang)
    for _ in range(2):
        await unit_of_work(getattr(tidings, what))(draft.id, kunci, *more)
    (told,) = await _said(ruang, BUDI)
    assert sentence in told
    assert KIRIM_ULANG in told
    assert "menolak" not in told
    assert "coba lagi" not in told


async def test_who_waits_for_that_code_no_more_hears_nothing_of_it(
    ruang: Ruang, tidings: Tidings
) -> None:
    draft, kunci = await _waiting(ruang)
    newer = await _code(ruang)
    await unit_of_work(tidings.expired)(draft.id, kunci)
    await KodeSurel.filter(id=UUID(newer.removeprefix("kode:"))).update(terpakai=True)
    await unit_of_work(tidings.expired)(draft.id, newer)
    assert await _said(ruang, BUDI) == []


async def test_who_has_given_his_draft_up_hears_nothing_of_its_code(
    ruang: Ruang, tidings: Tidings
) -> None:
    draft, kunci = await _waiting(ruang)
    await Permohonan.filter(id=draft.id).update(status="dibatalkan")
    await unit_of_work(tidings.expired)(draft.id, kunci)
    assert await _said(ruang, BUDI) == []


@pytest.mark.parametrize(
    ("what", "office", "citizen"),
    [
        ("refused", "ditolak", "menolak"),
        ("unsettled", "Tanyakan", "belum pasti sampai"),
        ("bounced", "dikembalikan", "kembali kepada kami"),
    ],
)
async def test_a_letter_that_needs_somebody_is_told_to_both_once(
    ruang: Ruang, tidings: Tidings, what: str, office: str, citizen: str
) -> None:
    case, produk = await _issued(ruang)
    for _ in range(2):
        await unit_of_work(getattr(tidings, what))(produk.id, "tautan:x")
    (officers,) = [text for text in await _said(ruang, GROUP) if text.startswith("⚠️")]
    (told,) = await _said(ruang, BUDI)
    assert office in officers
    assert str(case.nomor) in officers
    assert "•••" not in officers, "the group reads no address"
    assert citizen in told


async def test_m15_giving_up_is_told_to_both(ruang: Ruang, tidings: Tidings) -> None:
    _, produk = await _issued(ruang)
    await unit_of_work(tidings.given_up)(produk.id, "tautan:x", "sambungan")
    (officers,) = [text for text in await _said(ruang, GROUP) if text.startswith("⚠️")]
    assert "tidak dicoba lagi" in officers
    assert "tidak berhasil" in (await _said(ruang, BUDI))[-1]


async def _in_doubt(produk: Produk, document: UUID) -> None:
    """The letter with a document's link is in doubt."""
    await Produk.filter(id=produk.id).update(dokumen_id=document)
    await Outbox.create(
        id=new_id(),
        jenis="email",
        jalur="surat:1",
        kunci=letter_key(document),
        muatan=b"x",
        subjek=produk.id,
        keadaan="ragu",
        mulai_at=datetime.max.replace(tzinfo=UTC) - timedelta(days=1),
    )


@pytest.mark.parametrize("kode", [Hal.DIBUKA, Hal.DIUNDUH])
async def test_an_opened_link_settles_the_doubt_about_its_letter_at_once(
    ruang: Ruang, tidings: Tidings, kode: Hal
) -> None:
    case, produk = await _issued(ruang)
    document = new_id()
    await _in_doubt(produk, document)

    @unit_of_work
    async def notice() -> None:
        await leave_notice(Kejadian(kode, produk.id), "k", now=ruang.clock())

    await notice()
    running = asyncio.create_task(tidings.lanes.run())
    async with asyncio.timeout(60):
        while await Outbox.filter(kunci="k", keadaan="antre").exists():  # noqa: ASYNC110
            await asyncio.sleep(0)
    await tidings.lanes.stop()
    await running
    letter = await Outbox.get(kunci=letter_key(document))
    assert (letter.keadaan, letter.sebab, letter.muatan) == ("terkirim", "dibuka", None)
    assert (await Permohonan.get(id=case.id)).status == "selesai"


async def test_a_mailed_link_ends_the_case_and_a_repeat_says_nothing_more(
    ruang: Ruang, tidings: Tidings
) -> None:
    case, produk = await _issued(ruang)
    await unit_of_work(tidings.sent)(produk.id, "tautan:x")
    first = await _said(ruang, GROUP)
    assert "Selesai" in first[-1]
    await unit_of_work(tidings.sent)(produk.id, "tautan:x")
    assert await _said(ruang, GROUP) == first
    assert (await Permohonan.get(id=case.id)).status == "selesai"


async def test_a_letter_of_a_product_that_is_gone_is_nobodys_news(
    ruang: Ruang, tidings: Tidings
) -> None:
    await unit_of_work(tidings.sent)(new_id(), "tautan:x")
    await unit_of_work(tidings.refused)(None, "tautan:x")
    await unit_of_work(tidings.doubtful)(new_id(), "tautan:x")
    assert await Outbox.all().count() == 0


async def test_the_head_of_the_history_is_posted_once_for_each_growth_and_rings_nobody(
    ruang: Ruang, tidings: Tidings
) -> None:
    await _issued(ruang)
    head = await riwayat.head()
    for _ in range(2):
        await tidings.post_head()
    assert [head.sidik in one for one in await _said(ruang, GROUP)] == [True]
    await riwayat.write("diperiksa", new_id(), pelaku="sistem", now=ruang.clock())
    await tidings.post_head()
    assert len(await _said(ruang, GROUP)) == 2
    row = await Outbox.filter(jalur=ruang.mint.ruang(GROUP)).order_by("id").first()
    assert row is not None
    body = ruang.mint.sealer.open_text(
        bytes(row.muatan or b""), table="outbox", column="muatan", row=row.id
    )
    assert json.loads(body)["params"]["disable_notification"] is True
