"""The whole privacy notice, as it stands in the version that a citizen accepts."""

from core.bahasa import kata
from core.bot import words, words_setelah
from core.bot.text import plain
from core.bot.tools import Alat
from core.bot.turn import Turn


async def notice(alat: Alat, turn: Turn, chat_id: int) -> None:
    """Say who keeps what, why, how long, and what a citizen may ask for (UU 27/2022 Pasal 21)."""
    kantor = alat.kantor
    days = kantor.isian.hapus_hari
    kept = kata(words_setelah.PRIVASI_LAMA) if days else kata(words_setelah.PRIVASI_LAMA_TETAP)
    text = kata(
        words_setelah.PRIVASI,
        versi=words.PRIVASI_VERSI,
        dinas=plain(kantor.nama_dinas),
        alamat=plain(kantor.alamat),
        lama=kept.format(hari=days),
        telepon=plain(kantor.telepon),
        surel=plain(kantor.surel),
    )
    await turn.say(chat_id, text)
