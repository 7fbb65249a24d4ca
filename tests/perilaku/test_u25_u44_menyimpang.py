"""U25 to U27, and a phone shared by three: leaving a form, and coming back to the right one."""

import re
from uuid import UUID

from core.dialog import Draft
from core.permohonan import Permohonan
from sandbox import Pesan
from tests.core.bot.ruang import BUDI, Ruang
from tests.journeys.pemain import BUDI as DIRI
from tests.journeys.pemain import SARIJAH, Diri, Warga

DEWI = Diri("3319990108160001", "Dewi Lestari", "02-02-1992")


async def drafts(ruang: Ruang) -> list[Permohonan]:
    return await ruang.alat.cases.drafts(ruang.mint.ruang(BUDI))


async def answers(ruang: Ruang, case_id: UUID) -> dict[str, object]:
    case = await ruang.alat.cases.find(case_id)
    assert case is not None
    return Draft.load(ruang.alat.cases.book.isian(case)).jawaban


async def answers_of_gone(ruang: Ruang, case_id: UUID) -> str:
    case = await ruang.alat.cases.find(case_id)
    assert case is not None
    return ruang.alat.cases.book.isian(case)


async def at_name(warga: Warga) -> Pesan:
    """Answer KK hilang up to the question for the name."""
    first = await warga.opens("KK hilang", first="Mengapa")
    await warga.tap(first, "KK hilang", "Kartu Keluarga")
    return await warga.say(DIRI.nomor_kk, "nama lengkap")


async def test_u25_commands_answer_and_the_question_comes_back_with_nothing_changed(
    ruang: Ruang, warga: Warga
) -> None:
    await at_name(warga)
    (draft,) = await drafts(ruang)
    before = await answers(ruang, draft.id)
    for command in ("/status", "/bantuan", "/dokumen", "/privasi", "/apasaja"):
        sent = await ruang.klien.tulis(warga.who, command)
        await warga.wait("nama lengkap", after=sent.rev)
    assert await answers(ruang, draft.id) == before
    await warga.say(DIRI.nama, "anggal lahir")


async def test_u26_batal_asks_once_and_deletes_the_draft_and_its_files(
    ruang: Ruang, warga: Warga
) -> None:
    await at_name(warga)
    (draft,) = await drafts(ruang)
    sure = await warga.say("/batal", "Hapus isian")
    await warga.tap(sure, "Tidak, lanjutkan", "nama lengkap")
    assert await answers(ruang, draft.id)
    sure = await warga.say("/batal", "Hapus isian")
    await warga.tap(sure, "Ya, hapus", "Isian dihapus")
    assert await drafts(ruang) == []
    assert await answers_of_gone(ruang, draft.id) == "{}"
    await warga.say("/batal", "Tidak ada isian")


async def test_u26_the_word_batal_asks_once_too(ruang: Ruang, warga: Warga) -> None:
    await at_name(warga)
    sure = await warga.say("batal", "Hapus isian ini beserta foto")
    await warga.tap(sure, "Ya", "Isian dihapus")
    assert await drafts(ruang) == []


async def test_u27_another_service_amid_a_form_asks_to_save_first_and_both_go_on(
    ruang: Ruang, warga: Warga
) -> None:
    await at_name(warga)
    (first,) = await drafts(ruang)
    asked = await warga.say("/start kk-baru", "Simpan dulu")
    await warga.tap(asked, "Tidak, lanjutkan", "nama lengkap")
    asked = await warga.say("/start kk-baru", "Simpan dulu")
    intro = await warga.tap(asked, "Ya, simpan dulu", "Siapkan")
    await warga.tap(intro, "Mulai", "[1/")
    second, same = await drafts(ruang)
    assert (same.id, second.layanan) == (first.id, "kk-baru")
    both = await warga.say("/start", "2 isian yang belum selesai")
    await warga.tap(both, "2. ", "nama lengkap")
    await warga.say(DIRI.nama, "anggal lahir")
    both = await warga.say("/start", "2 isian yang belum selesai")
    await warga.tap(both, "1. ", "[1/")


async def test_u27_between_the_two_a_word_belongs_to_neither(ruang: Ruang, warga: Warga) -> None:
    await at_name(warga)
    (draft,) = await drafts(ruang)
    before = await answers(ruang, draft.id)
    asked = await warga.say("/start kk-baru", "Simpan dulu")
    await warga.tap(asked, "Ya, simpan dulu", "Siapkan")
    await warga.say(DIRI.nama, "belum selesai")
    assert await answers(ruang, draft.id) == before


async def up_to_birth(warga: Warga, ask: Pesan, diri: Diri) -> None:
    await warga.tap(ask, "KK hilang", "Kartu Keluarga")
    await warga.say(diri.nomor_kk, "nama lengkap")
    await warga.say(diri.nama, "anggal lahir")


async def test_a_phone_shared_by_three_keeps_three_filings_apart(
    ruang: Ruang, warga: Warga
) -> None:
    first = await warga.opens("KK hilang", first="Mengapa")
    await up_to_birth(warga, first, DIRI)
    for diri in (SARIJAH, DEWI):
        offered = await warga.say("/start kk-ganti", "belum selesai")
        intro = await warga.tap(offered, "Isi untuk orang lain", "Siapkan")
        await up_to_birth(warga, await warga.tap(intro, "Mulai", "Mengapa"), diri)
    listed = await warga.say("/start", "3 isian yang belum selesai")
    for masked in ("BU•• SA•••••", "SA•••••", "DE•• LE•••••"):
        assert masked in listed.teks
        assert any(masked in label for label in listed.label)
    assert not any(name in listed.teks for name in ("BUDI", "SARIJAH", "DEWI", "3319"))
    budi = next(label for label in listed.label if "BU••" in label)
    await warga.tap(listed, budi, "anggal lahir")
    await warga.say("17-08-1990", "KTP-el")
    born = {}
    for draft in await drafts(ruang):
        told = await answers(ruang, draft.id)
        born[str(told["nama"]).title()] = told.get("tanggal_lahir")
    assert born == {"Budi Santoso": "1990-08-17", "Sarijah": None, "Dewi Lestari": None}


async def test_many_drafts_come_in_pages_of_at_most_eight_buttons(
    ruang: Ruang, warga: Warga
) -> None:
    await warga.opens("KK hilang", first="Mengapa")
    for _ in range(8):
        offered = await warga.say("/start kk-ganti", "belum selesai")
        intro = await warga.tap(offered, "Isi untuk orang lain", "Siapkan")
        await warga.tap(intro, "Mulai", "Mengapa")
    page = await warga.say("/start", "9 isian")
    numbers: list[str] = []
    while True:
        assert len(page.label) <= 8
        numbers += [found[0] for one in page.label if (found := re.match(r"\d+", one))]
        if "Isian lainnya ›" not in page.label:
            break
        page = await warga.tap(page, "Isian lainnya", "9 isian")
    assert numbers == [str(n) for n in range(1, 10)]
