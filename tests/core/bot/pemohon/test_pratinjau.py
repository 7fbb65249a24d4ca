"""The applicant looks before the document is signed: shown, confirmed, objected to, passed."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from core.bot.petugas.board import MACET
from core.permohonan import KeadaanPratinjau
from core.store.models import Riwayat
from tests.core.bot.ruang import BUDI, GROUP, RINA, Ruang
from tests.core.bot.rumah_pratinjau import JAM, Rumah, opened_proofs

BENAR, SALAH = "✅ Sudah benar", "✋ Ada yang salah"
NOMOR_KK = "3319990108160001"


@pytest.fixture
async def rumah(ruang: Ruang) -> AsyncIterator[Rumah]:
    async with opened_proofs(ruang) as opened:
        yield opened


async def acts(aksi: str) -> int:
    return await Riwayat.filter(aksi=aksi).count()


async def test_an_approved_case_is_shown_and_not_issued(rumah: Rumah) -> None:
    nomor = await rumah.approved()
    proof = await rumah.shown()
    assert nomor in proof.teks
    assert proof.label == (BENAR, SALAH)
    await rumah.issuing.sweep()
    assert rumah.engine.started == []
    assert await acts("pratinjau_dikirim") == 1


async def test_the_proof_can_be_neither_saved_nor_passed_on(rumah: Rumah) -> None:
    await rumah.approved()
    await rumah.shown()
    calls = await rumah.ruang.klien.panggilan("sendPhoto")
    proofs = [one.isi for one in calls if "PRATINJAU" in one.isi.get("caption", "")]
    mine = [one for one in proofs if one["chat_id"] == str(BUDI)]
    assert [one["protect_content"] for one in mine] == ["true"]


async def test_the_page_is_marked_and_shows_no_number_and_no_code(rumah: Rumah) -> None:
    await rumah.approved()
    await rumah.shown()
    page = rumah.renderer.pages[-1]
    assert "PRATINJAU" in page
    assert NOMOR_KK not in page
    assert "3319••••••••••••" in page
    assert "<svg" not in page


async def test_who_confirms_gets_his_document_at_once(rumah: Rumah) -> None:
    nomor = await rumah.approved()
    proof = await rumah.shown()
    await rumah.warga.tap(proof, BENAR, f"{nomor} sedang kami terbitkan")
    case = await rumah.case()
    assert case.pratinjau == KeadaanPratinjau.BENAR
    await rumah.issuing.sweep()
    assert rumah.engine.started == [case.id]


async def test_who_objects_names_a_field_and_the_case_is_back_with_his_note(
    rumah: Rumah,
) -> None:
    nomor = await rumah.approved()
    await rumah.objects(await rumah.shown(), "Nama istri saya SITI AMINAH")
    case = await rumah.case()
    assert case.status == "diajukan"
    await rumah.rina.takes(nomor)
    told = await rumah.rina.private("Pratinjau: pemohon", "Yang lain di dokumen")
    assert "Nama istri saya SITI AMINAH" in told.teks
    await rumah.issuing.sweep()
    assert rumah.engine.started == []


async def test_what_the_applicant_wrote_never_stands_in_the_group(rumah: Rumah) -> None:
    nomor = await rumah.approved()
    await rumah.objects(await rumah.shown(), "SITI AMINAH")
    await rumah.rina.card(nomor, "✋ Pemohon menyebut ada yang salah")
    group = "\n".join(one.teks for one in await rumah.ruang.klien.pesan(GROUP))
    assert "SITI" not in group


async def test_without_a_word_it_goes_on_after_the_hours_and_not_before(rumah: Rumah) -> None:
    await rumah.approved()
    proof = await rumah.shown()
    rumah.ruang.clock.forward(hours=JAM, seconds=-1)
    await rumah.issuing.sweep()
    assert rumah.engine.started == []
    rumah.ruang.clock.forward(seconds=1)
    await rumah.issuing.sweep()
    case = await rumah.case()
    assert rumah.engine.started == [case.id]
    assert case.pratinjau == KeadaanPratinjau.LEWAT
    toast = await rumah.warga.presses(proof, BENAR)
    assert "tidak berlaku" in toast.teks
    assert (await rumah.case()).pratinjau == KeadaanPratinjau.LEWAT


async def test_an_objection_that_was_begun_goes_to_the_officers_when_the_hours_are_over(
    rumah: Rumah,
) -> None:
    await rumah.approved()
    asked = await rumah.warga.tap(await rumah.shown(), SALAH, "Apa yang salah")
    await rumah.edits(asked, "Yang lain", "☑")
    rumah.ruang.clock.forward(hours=JAM)
    await rumah.issuing.sweep()
    rumah.room.wake()
    await rumah.warga.wait("kembali ke petugas")
    assert (await rumah.case()).status == "diajukan"
    assert rumah.engine.started == []


async def test_who_takes_his_objection_back_may_still_confirm(rumah: Rumah) -> None:
    nomor = await rumah.approved()
    proof = await rumah.shown()
    asked = await rumah.warga.tap(proof, SALAH, "Apa yang salah")
    await rumah.warga.tap(asked, "Tidak jadi", "Tidak ada yang diubah")
    await rumah.warga.tap(proof, BENAR, f"{nomor} sedang kami terbitkan")


async def test_a_document_is_shown_twice_and_the_third_approval_goes_on_without(
    rumah: Rumah,
) -> None:
    nomor, seen = await rumah.approved(), 0
    for _ in range(2):
        proof = await rumah.shown(beyond=seen)
        seen = proof.id
        await rumah.objects(proof, "Masih salah")
        await rumah.approved(nomor)
    await rumah.issuing.sweep()
    assert rumah.engine.started == [(await rumah.case()).id]


async def test_a_button_of_the_first_proof_counts_for_nothing_at_the_second(
    rumah: Rumah,
) -> None:
    nomor = await rumah.approved()
    first = await rumah.shown()
    await rumah.objects(first, "Masih salah")
    await rumah.approved(nomor)
    second = await rumah.shown(beyond=first.id)
    toast = await rumah.warga.presses(first, BENAR)
    assert "tidak berlaku" in toast.teks
    old = next(one.data for row in first.tombol for one in row if one.label == BENAR)
    await rumah.warga.presses(second, data=old)
    await rumah.warga.wait("sudah tidak berlaku. Ketik /status", beyond=second.id)
    assert (await rumah.case()).pratinjau == KeadaanPratinjau.DITUNGGU


@pytest.mark.parametrize("data", ["m1.pbenar", "m1.pbenar.x-1-2-3", "m1.pisi.aaaaaaaa-1-99999"])
async def test_a_forged_button_changes_nothing(rumah: Rumah, data: str) -> None:
    await rumah.approved()
    proof = await rumah.shown()
    await rumah.warga.presses(proof, data=data)
    await rumah.warga.wait("sudah tidak berlaku. Ketik /status", beyond=proof.id)
    assert (await rumah.case()).pratinjau == KeadaanPratinjau.DITUNGGU


async def test_a_citizen_who_blocked_us_gets_his_document_after_the_hours(rumah: Rumah) -> None:
    await rumah.approved()
    await rumah.ruang.klien.blokir(BUDI)
    await rumah.issuing.sweep()
    rumah.ruang.clock.forward(hours=JAM)
    await rumah.issuing.sweep()
    assert rumah.engine.started == [(await rumah.case()).id]


async def test_a_process_that_was_killed_while_drawing_is_made_up_for_by_the_next(
    rumah: Rumah,
) -> None:
    await rumah.approved()
    rumah.renderer.broken = True
    await rumah.issuing.sweep()
    assert (await rumah.case()).pratinjau == KeadaanPratinjau.DIMINTA
    rumah.renderer.broken = False
    rumah.issuing = rumah.restarted()
    await rumah.shown()
    assert await acts("pratinjau_dikirim") == 1


async def test_a_process_that_was_killed_before_it_committed_leaves_no_picture_behind(
    rumah: Rumah, monkeypatch: pytest.MonkeyPatch
) -> None:
    await rumah.approved()
    with monkeypatch.context() as broken:

        async def killed(*_: object) -> None:
            raise OSError("killed here")

        broken.setattr(rumah.room.tidings, "proof", killed)
        await rumah.issuing.sweep()
    assert (await rumah.case()).pratinjau == KeadaanPratinjau.DIMINTA
    assert rumah.shelf.held == {}
    await rumah.shown()
    assert await acts("pratinjau_dikirim") == 1


async def test_a_press_and_the_clock_at_the_same_moment_have_one_outcome_and_one_document(
    rumah: Rumah,
) -> None:
    await rumah.approved()
    proof = await rumah.shown()
    rumah.ruang.clock.forward(hours=JAM)
    await asyncio.gather(rumah.warga.presses(proof, BENAR), rumah.issuing.sweep())
    assert await acts("pratinjau_benar") + await acts("pratinjau_lewat") == 1
    await rumah.issuing.sweep()
    assert rumah.engine.started == [(await rumah.case()).id]


async def test_two_processes_that_draw_at_once_send_one_proof(rumah: Rumah) -> None:
    await rumah.approved()
    await asyncio.gather(rumah.issuing.sweep(), rumah.restarted().sweep())
    await rumah.shown()
    assert await acts("pratinjau_dikirim") == 1
    assert len(rumah.shelf.held) == 1


async def test_an_attached_official_pdf_is_issued_without_a_proof(rumah: Rumah) -> None:
    nomor = await rumah.filed()
    await rumah.rina.takes(nomor)
    case = await rumah.case()
    cases = rumah.ruang.alat.cases
    noted = replace(cases.book.putusan(case), resmi="resmi/satu")
    await cases.note(case, noted, by=RINA)
    await rumah.rina.ticks(nomor)
    await rumah.rina.issues(nomor)
    assert (await rumah.case()).pratinjau == KeadaanPratinjau.TIADA


async def test_a_note_is_no_answer_to_a_draft_that_is_open_beside_it(rumah: Rumah) -> None:
    await rumah.approved()
    proof = await rumah.shown()
    ask = await rumah.warga.opens("KK hilang", first="Mengapa")
    await rumah.warga.tap(ask, "KK hilang", "Kartu Keluarga")
    await rumah.objects(proof, "3319990108160001")
    await rumah.warga.wait("Kartu Keluarga", beyond=proof.id)
    (draft,) = await rumah.ruang.alat.cases.drafts(rumah.ruang.mint.ruang(BUDI))
    assert "3319990108160001" not in rumah.ruang.alat.cases.book.isian(draft)


async def asked_for_a_note(rumah: Rumah) -> None:
    asked = await rumah.warga.tap(await rumah.shown(), SALAH, "Apa yang salah")
    picked = await rumah.edits(asked, "Yang lain di dokumen", "☑ Yang lain")
    await rumah.edits(picked, "Lanjut", "Tulis dengan singkat")


async def test_what_answers_a_draft_that_was_opened_after_the_note_was_asked_is_no_note(
    rumah: Rumah,
) -> None:
    await rumah.approved()
    await asked_for_a_note(rumah)
    ask = await rumah.warga.opens("KK hilang", first="Mengapa")
    await rumah.warga.tap(ask, "KK hilang", "Kartu Keluarga")
    await rumah.warga.say(NOMOR_KK, "✓ Nomor KK")
    case = await rumah.case()
    assert case.status == "disetujui"
    assert NOMOR_KK not in rumah.ruang.alat.cases.book.sanggahan(case).catatan


@pytest.mark.parametrize("typed", ["batal", "Tidak jadi", "BATAL."])
async def test_the_word_for_the_cancel_button_is_no_note(rumah: Rumah, typed: str) -> None:
    await rumah.approved()
    await asked_for_a_note(rumah)
    await rumah.warga.say(typed, "Tidak ada yang diubah")
    assert (await rumah.case()).pratinjau == KeadaanPratinjau.DITUNGGU


async def test_a_page_that_cannot_be_drawn_for_ten_minutes_is_issued_without_a_proof(
    rumah: Rumah,
) -> None:
    await rumah.approved()
    rumah.renderer.broken = True
    rumah.ruang.clock.forward(minutes=11)
    await rumah.issuing.sweep()
    assert rumah.engine.started == [(await rumah.case()).id]
    assert await acts("pratinjau_gagal") == 1


async def failing(*_: object) -> None:
    raise OSError("a disk is full")


@pytest.mark.parametrize("what", ["keeping", "telling"])
async def test_a_page_that_cannot_be_handed_over_for_ten_minutes_is_issued_without_a_proof(
    rumah: Rumah, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    await rumah.approved()
    if what == "keeping":
        monkeypatch.setattr(rumah.shelf, "put", failing)
    else:
        monkeypatch.setattr(rumah.room.tidings, "proof", failing)
    rumah.ruang.clock.forward(minutes=9)
    await rumah.issuing.sweep()
    assert rumah.engine.started == []
    rumah.ruang.clock.forward(minutes=2)
    await rumah.issuing.sweep()
    assert rumah.engine.started == [(await rumah.case()).id]
    assert await acts("pratinjau_gagal") == 1


async def test_a_case_that_stays_held_because_something_fails_is_told_of_once(
    rumah: Rumah, monkeypatch: pytest.MonkeyPatch
) -> None:
    await rumah.approved()
    await rumah.shown()
    monkeypatch.setattr(rumah.room.tidings, "proof_over", failing)
    rumah.ruang.clock.forward(hours=JAM, minutes=9)
    await rumah.issuing.sweep()
    assert await acts(MACET) == 0
    rumah.ruang.clock.forward(minutes=2)
    await rumah.issuing.sweep()
    await rumah.issuing.sweep()
    assert await acts(MACET) == 1


async def test_an_office_that_switched_proofs_off_meanwhile_issues_what_waited(
    rumah: Rumah,
) -> None:
    await rumah.approved()
    off = rumah.ruang.alat.kantor.pratinjau.model_copy(update={"pemohon_jam": 0})
    kantor = rumah.ruang.alat.kantor.model_copy(update={"pratinjau": off})
    rumah.ruang.alat = type(rumah.ruang.alat)(**(vars(rumah.ruang.alat) | {"kantor": kantor}))
    await rumah.restarted().sweep()
    assert rumah.engine.started == [(await rumah.case()).id]
