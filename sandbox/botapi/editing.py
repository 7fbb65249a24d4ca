"""The methods that change or remove a message of the bot."""

from dataclasses import replace

from sandbox.botapi import shapes
from sandbox.botapi.keyboard import read_keyboard
from sandbox.botapi.params import Params
from sandbox.botapi.refusal import NOT_MODIFIED, bad
from sandbox.botapi.sending import reachable
from sandbox.botapi.text import read_caption, read_text
from sandbox.records import PRIVATE, Body, Chat, Keyboard, Message
from sandbox.store import Store


def edit_text(store: Store, params: Params) -> object:
    """editMessageText. As on Telegram, a keyboard that is not given again is removed."""
    place, sent = _own(store, params)
    if sent.body.has_media:
        raise bad("there is no text in the message to edit")
    return _change(store, place, sent, read_text(params), read_keyboard(params))


def edit_caption(store: Store, params: Params) -> object:
    """editMessageCaption."""
    place, sent = _own(store, params)
    if not sent.body.has_media:
        raise bad("there is no caption in the message to edit")
    new = read_caption(params)
    body = replace(sent.body, text=new.text, raw=new.raw, entities=new.entities)
    return _change(store, place, sent, body, read_keyboard(params))


def edit_keyboard(store: Store, params: Params) -> object:
    """editMessageReplyMarkup."""
    place, sent = _own(store, params)
    return _change(store, place, sent, sent.body, read_keyboard(params))


def delete(store: Store, params: Params) -> object:
    """deleteMessage. In a group the bot is an ordinary member and may delete only its own."""
    place = reachable(store, params)
    sent = place.messages.get(params.integer("message_id"))
    if sent is None or sent.deleted:
        raise bad("message to delete not found")
    if place.kind != PRIVATE and sent.sender_id != store.bot.id:
        raise bad("message can't be deleted")
    sent.deleted = True
    store.mark(place, sent)
    return True


def _own(store: Store, params: Params) -> tuple[Chat, Message]:
    place = reachable(store, params)
    if not params.integer("message_id"):
        raise bad("message identifier is not specified")
    sent = place.messages.get(params.integer("message_id"))
    if sent is None or sent.deleted:
        raise bad("message to edit not found")
    if sent.sender_id != store.bot.id:
        raise bad("message can't be edited")
    return place, sent


def _change(
    store: Store, place: Chat, sent: Message, body: Body, keyboard: Keyboard
) -> dict[str, object]:
    same_text = (body.text, body.entities) == (sent.body.text, sent.body.entities)
    if same_text and keyboard == sent.keyboard:
        raise bad(NOT_MODIFIED)
    if sent.keyboard and keyboard != sent.keyboard:
        sent.earlier_keyboards.append(sent.keyboard)
    if not same_text:
        sent.edited = store.now()
    sent.body, sent.keyboard = body, keyboard
    store.mark(place, sent)
    return shapes.message(store, sent)
