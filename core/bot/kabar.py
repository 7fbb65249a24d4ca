"""Which notices a citizen wants: what he need not act on can be switched off (FEATURES F63)."""

from enum import StrEnum

from core.bot.mint import Mint
from core.bot.models import Percakapan


class Kabar(StrEnum):
    """What can be switched off. What a case needs, and what protects him, is always said."""

    ISIAN = "isian"
    TIKET = "tiket"
    NILAI = "nilai"


async def unwanted(ruang: str) -> frozenset[Kabar]:
    """Return what a chat has switched off."""
    talk = await Percakapan.get_or_none(ruang=ruang)
    return frozenset(one for one in Kabar if talk and one in talk.tanpa.split(","))


async def wanted(ruang: str, kabar: Kabar) -> bool:
    """Tell whether a chat wants this notice."""
    return kabar not in await unwanted(ruang)


async def switch(mint: Mint, chat_id: int, kabar: Kabar, *, on: bool) -> None:
    """Switch a notice on or off. In the caller's unit of work, as all that one chat wants is."""
    ruang = mint.ruang(chat_id)
    off = await unwanted(ruang) - {kabar} if on else await unwanted(ruang) | {kabar}
    await Percakapan.filter(ruang=ruang).update(tanpa=",".join(sorted(off)))
