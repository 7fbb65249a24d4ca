"""Each way in which a press may fail to count, one by one."""

from dataclasses import replace
from uuid import UUID

import pytest
from telegram import CallbackQuery, Chat, Message, User

from core.bot import talks
from core.bot.callback import TombolPetugas, short
from core.bot.models import Kartu
from core.bot.petugas import cards, words
from core.bot.petugas.gate import Admitted, Refused, admit
from core.bot.turn import Turn, held
from core.kantor import Peran, Petugas
from core.permohonan import Permohonan
from core.registry import Katalog
from tests.core.bot.ruang import AGUS, BUDI, GROUP, RINA, TAMU, Ruang

MESSAGE = 77


@pytest.fixture
async def case(ruang: Ruang) -> Permohonan:
    """A case that Rina examines."""
    return await a_case(ruang, BUDI)


async def a_case(ruang: Ruang, chat: int) -> Permohonan:
    cases = ruang.alat.cases
    row = await cases.open(chat, layanan="kk-ganti", versi=1, isian="{}", persetujuan="x")
    filed = await cases.submit(row, "{}", desa="", produk=[], batas_at=ruang.clock())
    for officer in (RINA, AGUS):
        await talks.meet(ruang.mint, officer)
    return held(await cases.take(held(filed), by=RINA))


async def a_card(
    ruang: Ruang, case: Permohonan, jenis: str = cards.GRUP, chat: int = GROUP, revisi: int = 0
) -> Kartu:
    card = await Turn(ruang.mint, "x").new_card(jenis, chat, case_id=case.id, revisi=revisi)
    await Kartu.filter(id=card.id).update(pesan_id=MESSAGE)
    return await Kartu.get(id=card.id)


async def press(
    ruang: Ruang,
    card: Kartu,
    act: str,
    *,
    who: int = RINA,
    chat: int = GROUP,
    kasus: UUID | None = None,
    rev: int | None = None,
    nonce: str = "",
) -> Admitted | Refused:
    """Press a button of a card, perhaps a forged one."""
    button = TombolPetugas(
        short(kasus or card.permohonan_id or UUID(int=0)),
        card.revisi if rev is None else rev,
        nonce or card.nonce,
        act,
    )
    kind = Chat.SUPERGROUP if chat < 0 else Chat.PRIVATE
    message = Message(MESSAGE, ruang.clock(), Chat(chat, kind))
    query = CallbackQuery("1", User(who, "X", is_bot=False), "1", message=message)
    return await admit(ruang.alat, query, button)


def refused(answer: Admitted | Refused) -> Refused:
    assert isinstance(answer, Refused)
    return answer


async def test_the_holder_may(ruang: Ruang, case: Permohonan) -> None:
    answer = await press(ruang, await a_card(ruang, case), "rej")
    assert isinstance(answer, Admitted)
    assert (answer.petugas.id, answer.case.id) == (RINA, case.id)


async def test_who_is_not_on_the_roster_may_not(ruang: Ruang, case: Permohonan) -> None:
    answer = refused(await press(ruang, await a_card(ruang, case), "ok", who=TAMU))
    assert answer.intruder
    assert answer.kalimat == words.TIDAK_DIIZINKAN


async def test_who_was_taken_off_the_roster_may_not(ruang: Ruang, case: Permohonan) -> None:
    card = await a_card(ruang, case)
    kantor = ruang.alat.kantor
    left = tuple(one for one in kantor.daftar_petugas if one.id != RINA)
    ruang.alat = replace(ruang.alat, kantor=kantor.model_copy(update={"daftar_petugas": left}))
    assert refused(await press(ruang, card, "ok")).intruder


async def test_a_message_that_is_no_card_counts_for_nothing(
    ruang: Ruang, case: Permohonan
) -> None:
    card = await a_card(ruang, case)
    await Kartu.filter(id=card.id).update(pesan_id=MESSAGE + 1)
    assert refused(await press(ruang, card, "ok", nonce="00000000")).intruder


async def test_a_copy_of_a_card_counts_like_the_card_and_for_nobody_else(
    ruang: Ruang, case: Permohonan
) -> None:
    card = await a_card(ruang, case)
    await Kartu.filter(id=card.id).update(pesan_id=MESSAGE + 1)
    answer = await press(ruang, card, "ok")
    assert isinstance(answer, Admitted)
    assert answer.twin is not None
    assert answer.twin.message_id == MESSAGE
    assert refused(await press(ruang, card, "ok", who=TAMU)).intruder
    assert refused(await press(ruang, card, "ok", chat=RINA)).intruder
    assert refused(await press(ruang, card, "ok", rev=9)).kalimat == words.KARTU_BERUBAH


async def test_a_card_counts_in_its_own_chat_only(ruang: Ruang, case: Permohonan) -> None:
    card = await a_card(ruang, case)
    assert refused(await press(ruang, card, "ok", chat=RINA)).intruder
    private = await a_card(ruang, case, cards.PERIKSA, RINA)
    assert refused(await press(ruang, private, "form", who=AGUS, chat=RINA)).intruder


async def test_a_card_counts_for_its_own_case_only(ruang: Ruang, case: Permohonan) -> None:
    card = await a_card(ruang, case)
    assert refused(await press(ruang, card, "ok", kasus=UUID(int=1))).intruder


@pytest.mark.parametrize("act", ["ya", "yatolak", "chk", "isi", "kirim", "apa"])
async def test_an_act_counts_on_its_own_kind_of_card_only(
    ruang: Ruang, case: Permohonan, act: str
) -> None:
    assert refused(await press(ruang, await a_card(ruang, case), act)).intruder


async def test_yes_to_a_rejection_is_no_yes_to_an_approval(ruang: Ruang, case: Permohonan) -> None:
    card = await a_card(ruang, case, cards.TOLAK, RINA, case.revisi)
    assert refused(await press(ruang, card, "ya", chat=RINA)).intruder


@pytest.mark.parametrize(("rev", "nonce"), [(9, ""), (0, "00000000")])
async def test_an_older_drawing_of_a_card_is_stale(
    ruang: Ruang, case: Permohonan, rev: int, nonce: str
) -> None:
    card = await a_card(ruang, case)
    answer = refused(await press(ruang, card, "ok", rev=rev, nonce=nonce))
    assert answer.kalimat == words.KARTU_BERUBAH
    assert answer.card is not None
    assert answer.card.id == card.id


async def test_a_card_without_keyboard_is_stale(ruang: Ruang, case: Permohonan) -> None:
    card = await a_card(ruang, case)
    await Kartu.filter(id=card.id).update(aktif=False)
    assert refused(await press(ruang, card, "ok")).kalimat == words.KARTU_BERUBAH


async def test_an_act_needs_its_role(ruang: Ruang, case: Permohonan) -> None:
    kantor = ruang.alat.kantor
    counter = Petugas(id=RINA, nama="Rina", peran=frozenset({Peran.LOKET}))
    changed = kantor.model_copy(update={"daftar_petugas": (counter,)})
    ruang.alat = replace(ruang.alat, kantor=changed)
    answer = refused(await press(ruang, await a_card(ruang, case), "ok"))
    assert answer.kalimat == "Langkah ini hanya untuk kepala / penyetuju."


async def test_nobody_decides_his_own_case(ruang: Ruang) -> None:
    own = await a_case(ruang, RINA)
    answer = refused(await press(ruang, await a_card(ruang, own), "ok"))
    assert answer.kalimat == words.PERMOHONAN_SENDIRI


async def test_a_service_that_is_not_loaded_is_said_so(ruang: Ruang, case: Permohonan) -> None:
    card = await a_card(ruang, case)
    ruang.alat = replace(ruang.alat, katalog=Katalog({}, ()))
    assert refused(await press(ruang, card, "ok")).kalimat == words.LAYANAN_HILANG


async def test_only_the_holder_decides(ruang: Ruang, case: Permohonan) -> None:
    answer = refused(await press(ruang, await a_card(ruang, case), "ok", who=AGUS))
    assert answer.kalimat == "Sedang ditangani Rina."


async def test_a_case_that_waits_is_decided_by_nobody(ruang: Ruang, case: Permohonan) -> None:
    card = await a_card(ruang, case)
    await ruang.alat.cases.release(case, by=RINA)
    assert "diajukan" in refused(await press(ruang, card, "ok")).kalimat


async def test_a_confirmation_expires_after_two_minutes(ruang: Ruang, case: Permohonan) -> None:
    card = await a_card(ruang, case, cards.TERBITKAN, RINA, case.revisi)
    ruang.clock.forward(minutes=2)
    assert isinstance(await press(ruang, card, "ya", chat=RINA), Admitted)
    ruang.clock.forward(seconds=1)
    assert refused(await press(ruang, card, "ya", chat=RINA)).kalimat == words.TEGAS_LEWAT
    assert isinstance(await press(ruang, card, "tidak", chat=RINA), Admitted)


async def test_a_confirmation_counts_for_the_case_as_it_was_shown(
    ruang: Ruang, case: Permohonan
) -> None:
    card = await a_card(ruang, case, cards.TERBITKAN, RINA, case.revisi)
    await ruang.alat.cases.tick(case, "ktp", by=RINA)
    assert refused(await press(ruang, card, "ya", chat=RINA)).kalimat == words.TEGAS_BERUBAH


async def test_an_officer_without_a_private_chat_is_shown_the_way(
    ruang: Ruang, case: Permohonan
) -> None:
    await talks.block(ruang.mint.ruang(RINA))
    answer = refused(await press(ruang, await a_card(ruang, case), "fix"))
    assert answer.kalimat == words.MULAI_DULU
    assert answer.url.startswith("https://t.me/")


async def test_a_press_without_message_is_refused(ruang: Ruang) -> None:
    query = CallbackQuery("1", User(RINA, "Rina", is_bot=False), "1")
    button = TombolPetugas("a" * 8, 0, "b" * 8, "take")
    assert refused(await admit(ruang.alat, query, button)).intruder
