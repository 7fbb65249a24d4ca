"""What becomes of a group: it is made a supergroup, or the bot is put out of it and let in."""

from sandbox.acts import NotPossible, find_chat
from sandbox.botapi import shapes
from sandbox.records import PRIVATE, Chat
from sandbox.store import Store


def migrate(store: Store, chat_id: int, new_id: int, *, told: bool = True) -> Chat:
    """Give a group another id, as when it is made a supergroup; nothing of it comes along.

    Telegram tells the bot by a service message on either side (`told`), and answers a call to the
    old id with 400 and `migrate_to_chat_id`.
    """
    old = _group(store, chat_id)
    if new_id in store.chats:
        raise NotPossible(f"Id {new_id} sudah dipakai.")
    new = Chat(new_id, old.kind, old.title, set(old.members))
    store.add_chat(new)
    old.moved_to = new.id
    old.members.clear()
    old.rev = store.touch()
    if told:
        _service(store, old, "migrate_to_chat_id", new.id)
        _service(store, new, "migrate_from_chat_id", old.id)
    return new


def set_bot_out(store: Store, chat_id: int, *, out: bool) -> Chat:
    """Put the bot out of a group, or let it in again; the bot hears of it as my_chat_member."""
    chat = _group(store, chat_id)
    if chat.bot_out == out:
        return chat
    chat.bot_out = out
    chat.rev = store.touch()
    old, new = ("member", "kicked") if out else ("kicked", "member")
    store.updates.put(
        "my_chat_member",
        {
            "chat": shapes.chat(store, chat),
            "from": shapes.bot_user(store.bot),
            "date": shapes.timestamp(store.now()),
            "old_chat_member": shapes.membership(store, old),
            "new_chat_member": shapes.membership(store, new),
        },
    )
    return chat


def _group(store: Store, chat_id: int) -> Chat:
    chat = find_chat(store, chat_id)
    if chat.kind == PRIVATE or chat.moved_to:
        raise NotPossible(f"Obrolan {chat_id} bukan grup.")
    return chat


def _service(store: Store, chat: Chat, name: str, other: int) -> None:
    """Telegram's own message; no member can write one."""
    store.updates.put(
        "message",
        {
            "message_id": store.number(),
            "date": shapes.timestamp(store.now()),
            "chat": shapes.chat(store, chat),
            name: other,
        },
    )
