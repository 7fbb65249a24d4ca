"""The command /bahasa: which language we speak, by button or by its name."""

from core.bahasa import INDONESIA, NAMA, Bahasa, kata, speaking
from core.bot import talks, words_bahasa
from core.bot.bahasa import named
from core.bot.callback import TombolMenu
from core.bot.keyboard import Rows
from core.bot.pemohon.ask import drop_question, offer
from core.bot.tools import Alat
from core.bot.turn import Turn

AKSI = "bahasa"


async def ask_language(alat: Alat, turn: Turn, chat_id: int) -> None:
    """Show the languages that we speak, each by its own name."""
    rows: Rows = [[(NAMA[kode], TombolMenu(AKSI, kode))] for kode in NAMA if kode in alat.bahasa]
    await offer(turn, chat_id, kata(words_bahasa.PILIH_BAHASA), rows)


async def switch(alat: Alat, turn: Turn, chat_id: int, sebutan: str) -> Bahasa | None:
    """Remember the language that was named and say so in it; None if it names none of ours."""
    kode = named(sebutan)
    if kode is None or kode not in alat.bahasa:
        return None
    bahasa = alat.bahasa.get(kode, INDONESIA)
    await talks.meet(turn.mint, chat_id)
    await talks.choose_language(turn.mint, chat_id, kode)
    await drop_question(turn, chat_id)
    with speaking(bahasa):
        await turn.say(chat_id, kata(words_bahasa.BAHASA_DIPILIH))
    return bahasa
