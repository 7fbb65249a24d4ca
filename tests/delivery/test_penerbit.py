"""Issuing: every verb may be repeated, and the first stored file is the document."""

import asyncio
import hashlib
from uuid import uuid4

import pytest

from delivery.models import Dokumen, KodeLoket, StatusDokumen, Tautan
from delivery.terbitan import KataSandiAktif, KataSandiTiada, NotReady
from tests.delivery.dunia import PDF, Dunia
from vault import Sealer, normalise_code, normalise_password


async def test_a_published_link_has_an_address_a_password_and_a_last_day(dunia: Dunia) -> None:
    terbit = await dunia.publish()
    assert terbit.url.startswith("https://layanan.contoh.go.id/d/")
    assert normalise_password(terbit.kata_sandi)
    assert (terbit.berlaku_sampai - dunia.clock()).days == 14


async def test_every_verb_gives_the_same_again(dunia: Dunia) -> None:
    first = await dunia.publish()
    dunia.clock.forward(hours=5)
    assert await dunia.publish(b"%PDF another signature") == first
    assert await Tautan.all().count() == 1
    assert await dunia.penerbit.open_archive(dunia.dokumen_id) == PDF


async def test_prepare_by_two_at_once_fixes_one_set_of_secrets(dunia: Dunia) -> None:
    async def prepare() -> None:
        await dunia.penerbit.prepare(dunia.dokumen_id, jenis="kk", nama_berkas="KK")

    await asyncio.gather(*(prepare() for _ in range(8)))
    before = await Dokumen.get(id=dunia.dokumen_id)
    await prepare()
    after = await Dokumen.get(id=dunia.dokumen_id)
    assert (before.kunci_arsip, before.persiapan) == (after.kunci_arsip, after.persiapan)


async def test_k09_the_first_stored_file_wins_over_a_second_signature(dunia: Dunia) -> None:
    await dunia.penerbit.prepare(dunia.dokumen_id, jenis="kk", nama_berkas="KK")
    stored = await dunia.penerbit.store(dunia.dokumen_id, PDF)
    again = await dunia.penerbit.store(dunia.dokumen_id, b"%PDF signed a second time")
    assert stored == again
    assert stored.sha256 == hashlib.sha256(PDF).hexdigest()


async def test_k10_a_file_stored_before_the_crash_is_the_document(dunia: Dunia) -> None:
    await dunia.store()
    # The process died after the blob was synced and before its hash was committed.
    await Dokumen.filter(id=dunia.dokumen_id).update(sha256=None, ukuran=None, status="disiapkan")
    stored = await dunia.penerbit.store(dunia.dokumen_id, b"%PDF signed a second time")
    assert stored.sha256 == hashlib.sha256(PDF).hexdigest()
    assert (await Dokumen.get(id=dunia.dokumen_id)).status == StatusDokumen.TERSIMPAN


@pytest.mark.parametrize("torn", [b"", b"\x01", b"\x01" + bytes(40)])
async def test_k24_a_file_torn_by_a_power_cut_gives_way(dunia: Dunia, torn: bytes) -> None:
    await dunia.penerbit.prepare(dunia.dokumen_id, jenis="kk", nama_berkas="KK")
    await dunia.blobs.put(f"dokumen/{dunia.dokumen_id}", torn)
    await dunia.penerbit.store(dunia.dokumen_id, PDF)
    assert await dunia.penerbit.open_archive(dunia.dokumen_id) == PDF


async def test_a_draft_survives_a_restart_and_goes_when_the_file_is_stored(dunia: Dunia) -> None:
    await dunia.penerbit.prepare(dunia.dokumen_id, jenis="kk", nama_berkas="KK")
    assert await dunia.penerbit.draft(dunia.dokumen_id) is None
    await dunia.penerbit.put_draft(dunia.dokumen_id, b"%PDF unsigned")
    await dunia.penerbit.put_draft(dunia.dokumen_id, b"%PDF unsigned")
    assert await dunia.penerbit.draft(dunia.dokumen_id) == b"%PDF unsigned"
    await dunia.penerbit.store(dunia.dokumen_id, PDF)
    assert await dunia.penerbit.draft(dunia.dokumen_id) is None
    assert not await dunia.blobs.exists(f"draf/{dunia.dokumen_id}")


async def test_a_torn_draft_gives_way(dunia: Dunia) -> None:
    await dunia.penerbit.prepare(dunia.dokumen_id, jenis="kk", nama_berkas="KK")
    await dunia.blobs.put(f"draf/{dunia.dokumen_id}", b"\x01torn")
    await dunia.penerbit.put_draft(dunia.dokumen_id, b"%PDF unsigned")
    assert await dunia.penerbit.draft(dunia.dokumen_id) == b"%PDF unsigned"


async def test_a_file_that_changed_on_disk_is_not_published(dunia: Dunia) -> None:
    await dunia.store()
    await Dokumen.filter(id=dunia.dokumen_id).update(sha256="0" * 64)
    with pytest.raises(NotReady, match="not stored as it was recorded"):
        await dunia.penerbit.derive_link(dunia.dokumen_id)


async def test_a_step_before_its_time_is_refused(dunia: Dunia) -> None:
    for early in (dunia.penerbit.derive_link, dunia.penerbit.mint_loket):
        with pytest.raises(NotReady):
            await early(dunia.dokumen_id)


@pytest.mark.parametrize("name", ["", "../x", "a b", "a.pdf", "-a", "é", "a\n", "a" * 81, 'a"'])
async def test_a_file_name_with_a_strange_sign_is_refused(dunia: Dunia, name: str) -> None:
    with pytest.raises(ValueError, match="named with letters"):
        await dunia.penerbit.prepare(uuid4(), jenis="kk", nama_berkas=name)


async def test_the_password_is_shown_again_until_the_link_expires(dunia: Dunia) -> None:
    terbit = await dunia.publish()
    shown = await dunia.penerbit.kata_sandi(dunia.dokumen_id)
    assert shown == KataSandiAktif(terbit.kata_sandi, terbit.berlaku_sampai)
    dunia.clock.forward(days=14)
    assert await dunia.penerbit.kata_sandi(dunia.dokumen_id) == KataSandiTiada()


async def test_an_erased_preparation_is_gone_and_the_archive_still_opens(dunia: Dunia) -> None:
    await dunia.publish()
    await dunia.penerbit.erase_preparation(dunia.dokumen_id)
    assert await dunia.penerbit.kata_sandi(dunia.dokumen_id) == KataSandiTiada()
    with pytest.raises(NotReady, match="erased"):
        await dunia.penerbit.derive_link(dunia.dokumen_id)
    assert await dunia.penerbit.open_archive(dunia.dokumen_id) == PDF
    await dunia.penerbit.prepare(dunia.dokumen_id, jenis="kk", nama_berkas="KK")
    assert (await Dokumen.get(id=dunia.dokumen_id)).persiapan is None


async def test_a_new_counter_code_kills_the_one_before(dunia: Dunia) -> None:
    await dunia.store()
    first = await dunia.penerbit.mint_loket(dunia.dokumen_id)
    second = await dunia.penerbit.mint_loket(dunia.dokumen_id)
    assert first.kode != second.kode
    assert normalise_code(second.kode)
    assert second.url == "https://layanan.contoh.go.id/loket"
    assert await KodeLoket.all().count() == 1


async def test_what_is_issued_never_prints_its_secrets(dunia: Dunia) -> None:
    terbit = await dunia.publish()
    kode = await dunia.penerbit.mint_loket(dunia.dokumen_id)
    shown = await dunia.penerbit.kata_sandi(dunia.dokumen_id)
    printed = repr([terbit, kode, shown])
    assert terbit.kata_sandi not in printed
    assert kode.kode not in printed
    assert terbit.url.rpartition("/")[2] not in printed


async def test_an_accepted_letter_leaves_the_password_and_no_link(dunia: Dunia) -> None:
    link = await dunia.publish()
    await dunia.penerbit.forget_token(dunia.dokumen_id)
    shown = await dunia.penerbit.kata_sandi(dunia.dokumen_id)
    assert isinstance(shown, KataSandiAktif)
    assert shown.kata_sandi == link.kata_sandi
    row = await Dokumen.get(id=dunia.dokumen_id)
    kept = Sealer(dunia.kunci.k_app).open_text(
        bytes(row.persiapan or b""), table="dokumen", column="persiapan", row=row.id
    )
    assert link.url.rsplit("/", 1)[1] not in kept
