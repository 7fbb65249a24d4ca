"""Where the admin chat is now. Telegram gives a group that becomes a supergroup another id.

The office's file keeps the id it knows: it names the chat, and `address` says where that is. The
digest of the first id stays the chat's lane and the home of its cards. A move is taken from
Telegram alone (its service message, or its answer to a call of ours), and once.
"""

from core.bot.mint import Mint
from core.bot.models import GrupPindah
from core.store import one_at_a_time


async def address(mint: Mint, chat_id: int) -> int:
    """Return the id under which Telegram knows this chat now. Only groups move."""
    if chat_id >= 0:
        return chat_id
    moved = await GrupPindah.get_or_none(ruang=mint.ruang(chat_id))
    return mint.chat(moved) if moved else chat_id


async def rooms(mint: Mint, chat_id: int) -> list[str]:
    """Return the digests under which cards of this chat are kept: its own, and earlier ones."""
    own = mint.ruang(chat_id)
    if chat_id >= 0:
        return [own]
    earlier = await GrupPindah.filter(kini=own).values_list("ruang", flat=True)
    return [own, *map(str, earlier)]


async def record(mint: Mint, *, old: int, new: int) -> bool:
    """Note in the caller's unit of work that a group has moved; False if that was known."""
    ruang = mint.ruang(old)
    await one_at_a_time("grup_pindah")
    if await GrupPindah.exists(ruang=ruang):
        return False
    await GrupPindah.create(
        ruang=ruang,
        kini=mint.ruang(new),
        chat=mint.seal_chat("grup_pindah", ruang, new),
        pindah_at=mint.now(),
    )
    return True
