"""Keeps which private chats have spoken to us, and what each is about now."""

from uuid import UUID

from core.bot.models import Kartu, Percakapan
from core.bot.turn import Mint


async def meet(mint: Mint, chat_id: int) -> Percakapan:
    """Return the conversation with a chat, begun now if it is new; whoever writes has us unblocked."""
    ruang = mint.ruang(chat_id)
    row, made = await Percakapan.get_or_create(
        ruang=ruang,
        defaults={
            "chat": mint.seal_chat("percakapan", ruang, chat_id),
            "mulai_at": mint.now(),
        },
    )
    if not made and row.diblokir:
        await Percakapan.filter(ruang=ruang).update(diblokir=False)
    return row


async def known(mint: Mint, chat_id: int) -> bool:
    """Tell whether we may write to this chat: it has spoken to us and has not blocked us."""
    return await Percakapan.exists(ruang=mint.ruang(chat_id), diblokir=False)


async def block(mint: Mint, chat_id: int) -> None:
    """Note that a chat has blocked us."""
    await Percakapan.filter(ruang=mint.ruang(chat_id)).update(diblokir=True)


async def focus_chat(mint: Mint, chat_id: int, case_id: UUID | None) -> None:
    """Let the words of a chat belong to a draft, or to none."""
    await Percakapan.filter(ruang=mint.ruang(chat_id)).update(aktif=case_id)


async def focused(mint: Mint, chat_id: int) -> UUID | None:
    """Return the draft that the words of a chat belong to."""
    talk = await Percakapan.get_or_none(ruang=mint.ruang(chat_id))
    return talk.aktif if talk else None


async def question(talk_ruang: str) -> Kartu | None:
    """Return the card of the last question of a chat, if it still stands."""
    talk = await Percakapan.get_or_none(ruang=talk_ruang)
    return await Kartu.get_or_none(id=talk.tanya) if talk and talk.tanya else None


async def set_question(talk_ruang: str, card_id: UUID | None) -> None:
    """Remember the card of the last question."""
    await Percakapan.filter(ruang=talk_ruang).update(tanya=card_id)


async def card_at(mint: Mint, chat_id: int, message_id: int) -> Kartu | None:
    """Return the card that is this message of this chat."""
    return await Kartu.get_or_none(ruang=mint.ruang(chat_id), pesan_id=message_id)
