import json
from datetime import timedelta

import pytest

from core.permohonan import (
    JalanKeluar,
    Kalah,
    Permohonan,
    ProdukBaru,
    Putusan,
    StatusPermohonan,
    StatusProduk,
)
from core.store import riwayat
from tests.core.permohonan.dunia import (
    ANI,
    BATAS,
    CHAT,
    ISIAN,
    KK_AMBIL,
    KK_EMAIL,
    START,
    SUREL,
    Dunia,
    won,
)

S = StatusPermohonan
AKTA = ProdukBaru("akta", "Akta Kelahiran", JalanKeluar.EMAIL, SUREL)


async def test_a_draft_keeps_its_answers_and_its_chat(dunia: Dunia) -> None:
    row = await dunia.draft()
    assert (row.status, row.nomor, row.revisi) == (S.DRAF, None, 0)
    assert (dunia.book.isian(row), dunia.book.chat(row)) == (ISIAN, CHAT)


async def test_an_answer_is_kept_without_a_line_of_history(dunia: Dunia) -> None:
    row = await dunia.draft()
    kept = won(await dunia.cases.keep(row, '{"nik": "-"}'))
    assert dunia.book.isian(kept) == '{"nik": "-"}'
    assert [line.aksi for line in await riwayat.of(row.id)] == ["dibuka"]


@pytest.mark.parametrize("status", [one for one in S if one not in (S.DRAF, S.PERLU_PERBAIKAN)])
async def test_the_answers_of_a_filed_case_cannot_be_changed(dunia: Dunia, status: S) -> None:
    row = await dunia.standing(status)
    assert await dunia.cases.keep(row, "{}") == Kalah(status, ANI)
    found = await dunia.cases.find(row.id)
    assert found is not None
    assert dunia.book.isian(found) == ISIAN


async def test_a_filed_case_has_a_number_a_village_a_deadline_and_products(dunia: Dunia) -> None:
    row = await dunia.filed(AKTA, KK_AMBIL)
    assert (row.nomor, row.desa, row.batas_at) == (
        "REG-3319-20261122-0001",
        "33.19.01.2001",
        BATAS,
    )
    products = await dunia.cases.products(row.id)
    assert [(one.jenis, one.jalan, dunia.book.alamat(one)) for one in products] == [
        ("akta", "email", SUREL),
        ("kk", "ambil", ""),
    ]
    assert {one.status for one in products} == {StatusProduk.MENUNGGU}


async def sent_back(dunia: Dunia) -> Permohonan:
    row = await dunia.taken(KK_EMAIL)
    ticked = won(await dunia.cases.tick(row, "ktp", by=ANI))
    putusan = Putusan(perbaikan={"ktp": "Foto KTP buram."})
    return won(await dunia.cases.send_back(ticked, ISIAN, putusan, by=ANI))


async def test_what_was_sent_back_has_no_deadline_no_holder_and_no_ticks(dunia: Dunia) -> None:
    row = await sent_back(dunia)
    assert (row.batas_at, row.petugas, row.periksa) == (None, None, "")


async def test_filing_again_keeps_number_and_date_and_gives_a_new_deadline(dunia: Dunia) -> None:
    row = await sent_back(dunia)
    dunia.instant += timedelta(days=1)
    again = await dunia.submit(row)
    assert (again.nomor, again.diajukan_at) == ("REG-3319-20261122-0001", START)
    assert again.batas_at == BATAS


async def test_filing_again_makes_the_products_anew(dunia: Dunia) -> None:
    again = await dunia.submit(await sent_back(dunia), KK_AMBIL)
    (produk,) = await dunia.cases.products(again.id)
    assert (produk.jalan, produk.alamat) == ("ambil", None)


async def test_the_history_tells_filing_from_filing_again(dunia: Dunia) -> None:
    again = await dunia.submit(await sent_back(dunia))
    acts = [line.aksi for line in await riwayat.of(again.id)]
    assert acts == ["dibuka", "diajukan", "diambil", "dicentang", "dikembalikan", "diperbaiki"]


async def test_who_withdraws_leaves_no_answers(dunia: Dunia) -> None:
    row = won(await dunia.cases.withdraw(await dunia.filed()))
    assert dunia.book.isian(row) == "{}"


async def test_a_submission_that_is_lost_makes_no_products_anew(dunia: Dunia) -> None:
    draft = await dunia.draft()
    row = await dunia.submit(draft, KK_EMAIL)
    lost = await dunia.cases.submit(draft, ISIAN, desa="", produk=(KK_AMBIL,), batas_at=BATAS)
    assert lost == Kalah(S.DIAJUKAN, None)
    assert [one.jalan for one in await dunia.cases.products(row.id)] == ["email"]


async def test_the_version_of_the_notice_and_the_moment_of_consent_are_on_record(
    dunia: Dunia,
) -> None:
    row = await dunia.draft()
    (line,) = await riwayat.of(row.id)
    assert (row.persetujuan, row.dibuat_at) == ("2026-11", START)
    assert (json.loads(line.rincian)["persetujuan"], line.waktu) == ("2026-11", START)
