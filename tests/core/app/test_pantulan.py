"""FAULTS M12 and M14: what a returned letter changes, and what never changes anything."""

import logging
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest

from core.app.models import SITE_MODELS
from core.app.pantulan import EX_TEMPFAIL, Tindakan, ingest, take_in, verp_of
from core.permohonan import Hal, Kejadian
from core.settings import load
from core.store import Database, JenisKeluar, new_id, opened, outbox, riwayat, unit_of_work
from core.store.models import Outbox
from delivery.bukti_tiba import letter_key
from delivery.laci import Surat, put_letter
from delivery.models import Dokumen, StatusTautan, Tautan
from delivery.verp import Verp
from tests.delivery.surat_kembali import notice
from vault import Sealer

VERP = Verp.derived(bytes(range(32)), "pantulan@contoh.go.id")
NOW = datetime(2026, 11, 22, 3, 4, 5, tzinfo=UTC)


def clock() -> datetime:
    return NOW


@pytest.fixture
async def basis_data(database_url: str) -> AsyncIterator[None]:
    async with opened(Database(database_url, SITE_MODELS)):
        yield


@pytest.fixture
def produk_id() -> UUID:
    return new_id()


@pytest.fixture
async def tautan(basis_data: None) -> Tautan:
    dokumen = await Dokumen.create(
        id=new_id(), jenis="kk", nama_berkas="kk", disiapkan_at=NOW, disimpan_at=NOW
    )
    return await Tautan.create(
        id=new_id(),
        dokumen_id=dokumen.id,
        generasi=1,
        token_hash="0" * 64,
        garam=b"",
        berlaku_sampai=NOW,
        terbit_at=NOW,
    )


@pytest.fixture
async def sender(tautan: Tautan, produk_id: UUID) -> str:
    """The envelope sender of a letter that a server has taken."""
    sealer = Sealer(bytes(32))
    surat = Surat("kantor@contoh.go.id", "budi@contoh.id", b"x")

    @unit_of_work
    async def put() -> None:
        await put_letter(
            sealer,
            surat,
            kunci=letter_key(tautan.dokumen_id),
            jalur="surat:1",
            subjek=produk_id,
            now=NOW,
            pengirim=VERP.sender,
        )

    await put()
    return VERP.sender((await Outbox.get()).id)


async def told() -> list[Kejadian]:
    rows = await Outbox.filter(jenis=JenisKeluar.PERISTIWA.value)
    return [Kejadian.load(bytes(row.muatan or b"")) for row in rows]


async def test_m12_a_failure_after_acceptance_is_told_once_and_the_link_stays(
    sender: str, produk_id: UUID, tautan: Tautan
) -> None:
    assert await ingest(notice(sender), VERP, now=clock) is Tindakan.DIKABARKAN
    assert await ingest(notice(sender), VERP, now=clock) is Tindakan.SUDAH_DIKENAL
    assert await told() == [Kejadian(Hal.KEMBALI, produk_id)]
    assert (await Tautan.get(id=tautan.id)).status == StatusTautan.AKTIF.value
    (line,) = await riwayat.of(produk_id)
    assert line.aksi == "surat_kembali"
    assert "5.1.1" in line.rincian


async def test_m14_a_delay_is_one_line_of_history(sender: str, produk_id: UUID) -> None:
    late = notice(sender, action="delayed", status="4.4.7")
    assert await ingest(late, VERP, now=clock) is Tindakan.DICATAT
    assert await ingest(late, VERP, now=clock) is Tindakan.SUDAH_DIKENAL
    assert await told() == []
    assert [line.aksi for line in await riwayat.of(produk_id)] == ["surat_tertunda"]


async def test_m14_news_of_success_changes_nothing(sender: str) -> None:
    fine = notice(sender, action="delivered", status="2.0.0")
    assert await ingest(fine, VERP, now=clock) is Tindakan.TIDAK_PERLU
    assert await told() == []


async def test_a_bounce_after_the_download_changes_nothing(
    sender: str, tautan: Tautan, produk_id: UUID
) -> None:
    await Tautan.filter(id=tautan.id).update(diunduh_at=NOW)
    assert await ingest(notice(sender), VERP, now=clock) is Tindakan.TIDAK_PERLU
    assert await told() == []
    assert await riwayat.of(produk_id) == []


@pytest.mark.parametrize("status", ["diganti", "dicabut", "kedaluwarsa"])
async def test_m14_a_bounce_of_an_older_link_changes_nothing(
    sender: str, tautan: Tautan, status: str
) -> None:
    await Tautan.filter(id=tautan.id).update(status=status)
    assert await ingest(notice(sender), VERP, now=clock) is Tindakan.TIDAK_PERLU
    assert await told() == []


async def test_m14_a_mark_of_somebody_else_is_ignored_and_counted(
    sender: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    forged = Verp.derived(bytes(32), VERP.kotak).sender((await Outbox.get()).id)
    for to in (forged, "pantulan@contoh.go.id", "", VERP.sender(new_id())):
        assert await ingest(notice(to), VERP, now=clock) is Tindakan.BUKAN_MILIK_KITA
    assert caplog.text.count("surat kembali: bukan milik kita") == 4
    assert await told() == []


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(b"Auto-Submitted: auto-replied\r\n\r\nSaya cuti.", id="auto-reply"),
        pytest.param(b"\xff" * 1000, id="malformed"),
        pytest.param(b"x" * 5 * 1024 * 1024, id="5 MB"),
    ],
)
async def test_m14_what_is_no_notice_is_ignored_and_counted(
    basis_data: None, raw: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    assert await ingest(raw, VERP, now=clock) is Tindakan.BUKAN_LAPORAN
    assert "surat kembali: bukan laporan" in caplog.text


async def test_a_message_to_a_chat_is_no_letter(basis_data: None) -> None:
    message = outbox.Keluar(
        new_id(), JenisKeluar.TELEGRAM, "chat", "k", b"x", NOW, subjek=new_id()
    )
    await outbox.put(message)
    sender = VERP.sender(message.id)
    assert await ingest(notice(sender), VERP, now=clock) is Tindakan.BUKAN_MILIK_KITA


def _with_mailbox(config: Path) -> Path:
    text = config.read_text("utf-8")
    config.write_text(text.replace("[surat]\n", '[surat]\npantulan = "pantulan@contoh.go.id"\n'))
    return config


def test_the_pipe_ends_well_for_what_is_ignored(config: Path) -> None:
    assert take_in(load(_with_mailbox(config)), b"halo", now=clock) == 0


def test_a_database_that_is_not_ready_loses_no_mail(config: Path) -> None:
    settings = load(_with_mailbox(config))
    for part in settings.data.glob("adminduk.sqlite3*"):
        part.unlink()
    assert take_in(settings, b"halo", now=clock) == EX_TEMPFAIL


def test_without_a_mailbox_letters_have_no_mark(config: Path) -> None:
    assert verp_of(load(config).surat, bytes(32)) is None
