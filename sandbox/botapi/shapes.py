"""Turns records into the JSON objects of the Bot API."""

from datetime import datetime

from sandbox.panggung import Bot
from sandbox.records import PRIVATE, Button, Chat, Entity, Keyboard, Message, Person, StoredFile
from sandbox.store import Store

Json = dict[str, object]


def bot_user(bot: Bot) -> Json:
    """The bot as a User."""
    return {"id": bot.id, "is_bot": True, "first_name": bot.nama, "username": bot.username}


def user(person: Person) -> Json:
    """A person as a User; every second word and on is the last name."""
    first, _, last = person.name.partition(" ")
    shape: Json = {"id": person.id, "is_bot": False, "first_name": first, "language_code": "id"}
    if last:
        shape["last_name"] = last
    if person.username:
        shape["username"] = person.username
    return shape


def chat(store: Store, place: Chat) -> Json:
    """A Chat."""
    if place.kind != PRIVATE:
        return {"id": place.id, "type": place.kind, "title": place.title}
    person = user(store.people[place.id])
    names: Json = {
        key: person[key] for key in ("first_name", "last_name", "username") if key in person
    }
    return {"id": place.id, "type": PRIVATE, **names}


def message(store: Store, sent: Message, *, with_reply: bool = True) -> Json:
    """A Message, or an inaccessible one if it was deleted."""
    place = store.chats[sent.chat_id]
    if sent.deleted:
        return {"message_id": sent.id, "date": 0, "chat": chat(store, place)}
    shape: Json = {
        "message_id": sent.id,
        "date": timestamp(sent.date),
        "chat": chat(store, place),
        "from": _sender(store, sent.sender_id),
        **_body(sent),
    }
    if sent.edited is not None:
        shape["edit_date"] = timestamp(sent.edited)
    if sent.keyboard:
        shape["reply_markup"] = {"inline_keyboard": keyboard(sent.keyboard)}
    if sent.protected:
        shape["has_protected_content"] = True
    if sent.album:
        shape["media_group_id"] = sent.album
    answered = place.messages.get(sent.reply_to or 0)
    if with_reply and answered is not None and not answered.deleted:
        shape["reply_to_message"] = message(store, answered, with_reply=False)
    return shape


def keyboard(rows: Keyboard) -> list[list[Json]]:
    """The rows of an InlineKeyboardMarkup."""
    return [[_button(button) for button in row] for row in rows]


def membership(store: Store, status: str) -> Json:
    """The bot as a ChatMember."""
    shape: Json = {"status": status, "user": bot_user(store.bot)}
    if status == "kicked":
        shape["until_date"] = 0
    return shape


def file(stored: StoredFile) -> Json:
    """What PhotoSize, Document and File share."""
    return {"file_id": stored.id, "file_unique_id": stored.unique_id}


def timestamp(moment: datetime) -> int:
    """Seconds since 1970."""
    return int(moment.timestamp())


def _sender(store: Store, sender_id: int) -> Json:
    if sender_id == store.bot.id:
        return bot_user(store.bot)
    return user(store.people[sender_id])


def _body(sent: Message) -> Json:
    body = sent.body
    text, marks = ("caption", "caption_entities") if body.has_media else ("text", "entities")
    shape: Json = {}
    if body.text:
        shape[text] = body.text
    if body.entities:
        shape[marks] = [_entity(entity) for entity in body.entities]
    if body.photo:
        # Only the largest has its true bytes, so only it says how many they are.
        *smaller, largest = body.photo
        shape["photo"] = [_picture(each) for each in smaller] + [
            {**_picture(largest), "file_size": len(largest.content)}
        ]
    if body.document is not None:
        shape["document"] = {
            **file(body.document),
            "file_name": body.document.name,
            "mime_type": body.document.mime,
            "file_size": len(body.document.content),
        }
    if body.spoiler:
        shape["has_media_spoiler"] = True
    return shape


def _picture(stored: StoredFile) -> Json:
    return {**file(stored), "width": stored.width, "height": stored.height}


def _entity(entity: Entity) -> Json:
    shape: Json = {"type": entity.type, "offset": entity.offset, "length": entity.length}
    if entity.url and entity.type == "text_link":
        shape["url"] = entity.url
    if entity.language:
        shape["language"] = entity.language
    return shape


def _button(button: Button) -> Json:
    shape: Json = {"text": button.label}
    if button.data:
        shape["callback_data"] = button.data
    if button.url:
        shape["url"] = button.url
    if button.copy:
        shape["copy_text"] = {"text": button.copy}
    if button.style:
        shape["style"] = button.style
    return shape
