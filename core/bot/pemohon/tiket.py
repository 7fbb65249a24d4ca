"""The ticket of an appointment: booked and filed together, shown, and told again."""

from core.api import TatapMuka
from core.bahasa import kata
from core.bot import talks, words_janji
from core.bot.callback import TombolMenu, short
from core.bot.keyboard import Rows
from core.bot.pemohon import menu, waktu
from core.bot.pemohon.ask import drop_question
from core.bot.petugas import board, cards
from core.bot.text import bullets, plain
from core.bot.tools import Alat
from core.bot.turn import ChangedMeanwhile, Turn, held
from core.dialog import Draft, finish
from core.janji import Janji
from core.permohonan import Permohonan, StatusPermohonan

TIKET = "tiket"  # the kind of card: a ticket with its buttons, which no question replaces
_MOST_SHOWN = 3


async def issue(
    alat: Alat, turn: Turn, case: Permohonan, draft: Draft, temu: TatapMuka, desa: str
) -> None:
    """Book the chosen place and file the draft, both or neither; give the citizen his ticket.

    A place that somebody else has taken: ChangedMeanwhile. The turn is planned again, and the
    dialog, which then sees what is free, asks for another time.
    """
    chat_id = alat.cases.book.chat(case)
    chosen = finish(alat.service(case).rencana, draft).janji
    if chosen is None:
        raise ValueError(f"permohonan {case.id} was filed without a time")
    janji = await alat.janji.book(case.id, waktu.moment(alat, chosen), menit=temu.menit)
    if janji is None:
        raise ChangedMeanwhile
    filed = held(await alat.cases.schedule(case, draft.dump(), desa=desa))
    await talks.focus_chat(turn.mint, chat_id, None)
    await drop_question(turn, chat_id)
    await show(alat, turn, filed, janji)
    await board.redraw(alat, turn, filed.id)


async def show(alat: Alat, turn: Turn, case: Permohonan, janji: Janji) -> None:
    """Send a ticket; the buttons of the one before it go."""
    await cards.strip(turn, case, TIKET)
    chat_id, ref = alat.cases.book.chat(case), short(case.id)
    card = await turn.new_card(TIKET, chat_id, case_id=case.id)
    rows: Rows = [
        [
            (kata(words_janji.LEPAS), TombolMenu("lepas", ref)),
            (kata(words_janji.GESER), TombolMenu("geser", ref)),
        ]
    ]
    text = worded(alat, case, janji, words_janji.TIKET)
    await turn.say(chat_id, text, rows, card=card, lasting=True, subject=case.id)


async def show_open(alat: Alat, turn: Turn, chat_id: int) -> None:
    """Send the tickets of a chat that are still to be used, with their buttons."""
    cases = await alat.cases.filed(turn.mint.ruang(chat_id))
    held_ = [one for one in cases if one.status == StatusPermohonan.TERJADWAL]
    for case in reversed(held_[:_MOST_SHOWN]):
        janji = await alat.janji.of(case.id)
        if janji is not None:
            await show(alat, turn, case, janji)


def worded(alat: Alat, case: Permohonan, janji: Janji, sentence: str) -> str:
    """Fill a sentence with what there is to say about a ticket; a text is escaped here."""
    service = alat.katalog.layanan.get(case.layanan)
    temu = service.layanan.tatap_muka if service else None
    return kata(
        sentence,
        nomor=case.nomor,
        judul=menu.title(alat, case),
        waktu=alat.kantor.kalimat_janji(janji.mulai_at),
        alamat=plain(alat.kantor.alamat),
        bawa=bullets([kata(satu) for satu in temu.bawa] if temu else []),
        menit=temu.menit if temu else "",
    )


async def state(alat: Alat, case: Permohonan) -> str | None:
    """Say where a ticket stands; None for a case that is none."""
    janji = await alat.janji.of(case.id)
    sentence = words_janji.KEADAAN.get(case.status)
    return worded(alat, case, janji, sentence) if janji and sentence else None
