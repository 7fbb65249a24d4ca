"""What a person does with Telegram: write, send a file, press a button, block the bot.

Refuses what a Telegram client would not let the person do.
"""

from dataclasses import replace
from datetime import timedelta

from sandbox.botapi import shapes
from sandbox.botapi.markup import find_automatic
from sandbox.filing import keep_document, keep_photo
from sandbox.pictures import read_header
from sandbox.records import PRIVATE, Body, Button, Chat, Message, Person, Query
from sandbox.store import Store

# What Telegram's clients allow for a message of one's own in a chat with a bot.
EDITABLE_FOR = timedelta(hours=48)


class NotPossible(Exception):
    """The act cannot be done; the sentence says why, in Indonesian, for the page."""


def write(
    store: Store, person_id: int, chat_id: int, text: str, *, reply_to: int | None = None
) -> Message:
    """Send a text or a command."""
    if not text.strip():
        raise NotPossible("Pesan masih kosong.")
    body = Body(text=text.strip(), raw=text, entities=find_automatic(text.strip()))
    return _deliver(store, person_id, chat_id, body, reply_to=reply_to)


def send_photo(
    store: Store,
    person_id: int,
    chat_id: int,
    content: bytes,
    *,
    caption: str = "",
    album: str = "",
) -> Message:
    """Send a picture as a photo. Telegram clients only offer this for pictures."""
    picture = read_header(content)
    if picture is None:
        raise NotPossible("Berkas ini bukan gambar JPG atau PNG. Kirimlah sebagai dokumen.")
    body = Body(text=caption, raw=caption, photo=keep_photo(store, content, picture))
    return _deliver(store, person_id, chat_id, body, album=album)


def send_document(
    store: Store, person_id: int, chat_id: int, content: bytes, *, name: str, mime: str = "",
    caption: str = "", album: str = "",
) -> Message:  # fmt: skip
    """Send a file as it is."""
    document = keep_document(store, content, name=name, mime=mime)
    body = Body(text=caption, raw=caption, document=document)
    return _deliver(store, person_id, chat_id, body, album=album)


def edit(store: Store, person_id: int, chat_id: int, message_id: int, text: str) -> Message:
    """Correct an own message, or its caption, within two days; the bot hears of it."""
    _, chat = _present(store, person_id, chat_id)
    sent = _own(chat, person_id, message_id)
    if store.now() - sent.date > EDITABLE_FOR:
        raise NotPossible("Pesan yang lebih lama dari 48 jam tidak dapat diubah.")
    if not text.strip() and not sent.body.has_media:
        raise NotPossible("Pesan masih kosong.")
    sent.body = replace(sent.body, text=text, raw=text, entities=find_automatic(text))
    sent.edited = store.now()
    store.mark(chat, sent)
    if _heard(store, chat, sent):
        store.updates.put("edited_message", shapes.message(store, sent))
    return sent


def delete(store: Store, person_id: int, chat_id: int, message_id: int) -> Message:
    """Delete an own message for everybody. Telegram tells a bot nothing of it."""
    _, chat = _present(store, person_id, chat_id)
    sent = _own(chat, person_id, message_id)
    sent.deleted = True
    store.mark(chat, sent)
    return sent


def press(
    store: Store, person_id: int, chat_id: int, message_id: int, *, label: str = "", data: str = ""
) -> Query:
    """Press a button, by its label (also one that an edit has removed) or by its raw data.

    Data that no button carries is passed on too: a forged client can send anything.
    """
    person, chat = _present(store, person_id, chat_id)
    sent = chat.messages.get(message_id)
    if sent is None:
        raise NotPossible(f"Tidak ada pesan {message_id} di obrolan ini.")
    pressed = data or _find(sent, label).data
    if not pressed:
        raise NotPossible(f"Tombol “{label}” tidak mengirim apa pun ke bot.")
    query = Query(f"{store.number():018d}", person_id, chat_id, store.now())
    store.queries[query.id] = query
    store.touch()
    store.updates.put(
        "callback_query",
        {
            "id": query.id,
            "from": shapes.user(person),
            "message": shapes.message(store, sent),
            "chat_instance": str(chat_id),
            "data": pressed,
        },
    )
    return query


def set_blocked(store: Store, person_id: int, *, blocked: bool) -> None:
    """Block or unblock the bot; the bot hears of it as my_chat_member."""
    person = find_person(store, person_id)
    if person.blocked == blocked:
        return
    person.blocked = blocked
    store.chats[person.id].rev = store.touch()
    statuses = ("member", "kicked") if blocked else ("kicked", "member")
    old, new = (shapes.membership(store, status) for status in statuses)
    store.updates.put(
        "my_chat_member",
        {
            "chat": shapes.chat(store, store.chats[person.id]),
            "from": shapes.user(person),
            "date": shapes.timestamp(store.now()),
            "old_chat_member": old,
            "new_chat_member": new,
        },
    )


def find_person(store: Store, person_id: int) -> Person:
    """A person by id."""
    person = store.people.get(person_id)
    if person is None:
        raise NotPossible(f"Tidak ada orang dengan id {person_id}.")
    return person


def find_chat(store: Store, chat_id: int) -> Chat:
    """A chat by id."""
    chat = store.chats.get(chat_id)
    if chat is None:
        raise NotPossible(f"Tidak ada obrolan dengan id {chat_id}.")
    return chat


def _own(chat: Chat, person_id: int, message_id: int) -> Message:
    sent = chat.messages.get(message_id)
    if sent is None or sent.deleted or sent.sender_id != person_id:
        raise NotPossible("Hanya pesan sendiri yang dapat diubah atau dihapus.")
    return sent


def _present(store: Store, person_id: int, chat_id: int) -> tuple[Person, Chat]:
    person, chat = find_person(store, person_id), find_chat(store, chat_id)
    if person_id not in chat.members:
        raise NotPossible(f"{person.name} bukan anggota obrolan ini.")
    if chat.kind == PRIVATE and person.blocked:
        raise NotPossible("Bot ini sedang diblokir. Buka blokirnya dahulu.")
    return person, chat


def _deliver(
    store: Store,
    person_id: int,
    chat_id: int,
    body: Body,
    *,
    reply_to: int | None = None,
    album: str = "",
) -> Message:
    person, chat = _present(store, person_id, chat_id)
    if chat.kind == PRIVATE:
        person.started = True
    sent = store.post(chat, person_id, body, reply_to=reply_to)
    sent.album = album
    if _heard(store, chat, sent):
        store.updates.put("message", shapes.message(store, sent))
    return sent


def _heard(store: Store, chat: Chat, sent: Message) -> bool:
    """Privacy mode: in a group the bot gets commands and answers to its own messages, no more.

    https://core.telegram.org/bots/features#privacy-mode
    """
    if chat.kind == PRIVATE:
        return True
    first = sent.body.text.split(maxsplit=1)[:1]
    if first and first[0].startswith("/"):
        _, at, name = first[0].partition("@")
        return not at or name.lower() == store.bot.username.lower()
    answered = chat.messages.get(sent.reply_to or 0)
    return answered is not None and answered.sender_id == store.bot.id


def _find(sent: Message, label: str) -> Button:
    for keyboard in (sent.keyboard, *reversed(sent.earlier_keyboards)):
        for row in keyboard:
            for button in row:
                if button.label == label:
                    return button
    raise NotPossible(f"Pesan {sent.id} tidak punya tombol “{label}”.")
