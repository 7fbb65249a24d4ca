"""In which language a chat is spoken to: the one it chose, at first the one its Telegram has."""

from collections.abc import Awaitable, Callable

from core.bahasa import INDONESIA, Bahasa, speaking
from core.bot import talks
from core.bot.tools import Alat
from core.bot.turn import Act, Turn
from core.permohonan import Permohonan

_SEBUTAN = {
    "id": ("indonesia", "indonesian", "bahasa indonesia"),
    "jv": ("jawa", "jawi", "javanese", "bahasa jawa", "basa jawa", "basa jawi"),
    "en": ("inggris", "english", "bahasa inggris"),
}
"""How people call a language, besides its code."""


def named(teks: str) -> str | None:
    """Give the code of the language that a text names, and nothing else."""
    ketik = " ".join(teks.casefold().split())
    return next((kode for kode, lain in _SEBUTAN.items() if ketik in (kode, *lain)), None)


async def of_chat(alat: Alat, ruang: str, telegram: str = "") -> Bahasa:
    """Give the language of a chat; before it has spoken to us, that of its Telegram (`telegram`).

    A language that we do not speak is Indonesian.
    """
    dipilih = await talks.language(ruang)
    kode = telegram.partition("-")[0].lower() if dipilih is None else dipilih
    return alat.bahasa.get(kode, INDONESIA)


async def of_case(alat: Alat, case: Permohonan) -> Bahasa:
    """Give the language in which the applicant of a case is spoken to."""
    return await of_chat(alat, case.warga)


async def hearing(
    alat: Alat, chat_id: int, telegram: str | None, plan: Callable[[], Awaitable[Act]]
) -> Act:
    """Plan a turn, and let it be said, in the language of a chat."""
    bahasa = await of_chat(alat, alat.mint.ruang(chat_id), telegram or "")
    with speaking(bahasa):
        planned = await plan()

    async def act(turn: Turn) -> None:
        with speaking(bahasa):
            await planned(turn)

    return act
