"""Keeps which private chats have spoken to us, and what each is about now."""

from uuid import UUID

from core.bot import migration
from core.bot.mint import Mint
from core.bot.models import Kartu, Percakapan
from core.store import outbox


async def meet(mint: Mint, chat_id: int, bahasa: str = "") -> None:
    """Begin the conversation with a chat, if it is new: in this language."""
    ruang = mint.ruang(chat_id)
    await Percakapan.get_or_create(
        ruang=ruang,
        defaults={
            "chat": mint.seal_chat("percakapan", ruang, chat_id),
            "bahasa": bahasa,
            "mulai_at": mint.now(),
        },
    )


async def language(ruang: str) -> str | None:
    """Return the code of a chat's language, empty for Indonesian; None if we never met."""
    talk = await Percakapan.get_or_none(ruang=ruang)
    return talk.bahasa if talk else None


async def choose_language(mint: Mint, chat_id: int, kode: str) -> None:
    """Speak another language with a chat from now on."""
    await Percakapan.filter(ruang=mint.ruang(chat_id)).update(bahasa=kode)


async def known(mint: Mint, chat_id: int) -> bool:
    """Tell whether we may write to this chat: it has spoken to us and has not blocked us."""
    return await Percakapan.exists(ruang=mint.ruang(chat_id), diblokir=False)


async def block(ruang: str) -> bool:
    """Note that a chat has blocked us; True if that is news."""
    return bool(await Percakapan.filter(ruang=ruang, diblokir=False).update(diblokir=True))


async def has_blocked(ruang: str) -> bool:
    """Tell whether a chat has blocked us, as far as we know."""
    return await Percakapan.exists(ruang=ruang, diblokir=True)


async def unblock(mint: Mint, chat_id: int) -> None:
    """Note that a chat is back (whoever writes has us unblocked), and let go what it missed."""
    ruang = mint.ruang(chat_id)
    if await Percakapan.filter(ruang=ruang, diblokir=True).update(diblokir=False):
        await outbox.release(ruang, now=mint.now())


async def focus_chat(mint: Mint, chat_id: int, case_id: UUID | None) -> None:
    """Let the words of a chat belong to a draft, or to none."""
    await Percakapan.filter(ruang=mint.ruang(chat_id)).update(aktif=case_id)


async def focused(mint: Mint, chat_id: int) -> UUID | None:
    """Return the draft that the words of a chat belong to."""
    talk = await Percakapan.get_or_none(ruang=mint.ruang(chat_id))
    return talk.aktif if talk else None


async def question(ruang: str) -> Kartu | None:
    """Return the card of the last question of a chat, if there is one."""
    talk = await Percakapan.get_or_none(ruang=ruang)
    return await Kartu.get_or_none(id=talk.tanya) if talk and talk.tanya else None


async def set_question(ruang: str, card_id: UUID | None) -> None:
    """Remember the card of the last question."""
    await Percakapan.filter(ruang=ruang).update(tanya=card_id)


async def card_at(mint: Mint, chat_id: int, message_id: int) -> Kartu | None:
    """Return the card that is this message of this chat."""
    rooms = await migration.rooms(mint, chat_id)
    return await Kartu.get_or_none(ruang__in=rooms, pesan_id=message_id)


async def twin_of(mint: Mint, chat_id: int, nonce: str) -> Kartu | None:
    """Return the card that was last drawn with this nonce in this chat, on whatever message."""
    rooms = await migration.rooms(mint, chat_id)
    return await Kartu.filter(ruang__in=rooms, nonce=nonce, aktif=True).first()
