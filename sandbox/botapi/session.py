"""The methods about the bot itself: who it is, its commands, what it is doing."""

import re
from datetime import timedelta

from pydantic import BaseModel, TypeAdapter, ValidationError

from sandbox.botapi import shapes
from sandbox.botapi.params import Params
from sandbox.botapi.refusal import QUERY_TOO_OLD, bad
from sandbox.botapi.sending import reachable
from sandbox.records import Toast
from sandbox.store import Store

QUERY_LIFETIME = timedelta(seconds=60)
TOAST_CHARACTERS = 200
ACTIONS = frozenset({"typing", "upload_photo", "upload_document", "choose_sticker"})
COMMANDS = 100


class _Command(BaseModel):
    command: str
    description: str


_COMMANDS = TypeAdapter(list[_Command])


def get_me(store: Store, params: Params) -> object:
    """getMe. Privacy mode is on, as it is for a new bot: see sandbox.acts."""
    return {
        **shapes.bot_user(store.bot),
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
    }


def set_commands(store: Store, params: Params) -> object:
    """setMyCommands; scope and language are taken and not told apart."""
    try:
        commands = _COMMANDS.validate_python(params.parsed("commands") or [])
    except ValidationError:
        raise bad("can't parse BotCommand: wrong field type") from None
    if len(commands) > COMMANDS:
        raise bad("BOT_COMMANDS_TOO_MUCH")
    for each in commands:
        if not re.fullmatch(r"[a-z0-9_]{1,32}", each.command):
            raise bad("BOT_COMMAND_INVALID")
        if not 1 <= len(each.description) <= 256:
            raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
    store.commands = [each.model_dump() for each in commands]
    store.touch()
    return True


def get_commands(store: Store, params: Params) -> object:
    """getMyCommands."""
    return store.commands


def chat_action(store: Store, params: Params) -> object:
    """sendChatAction: shown until the bot's next message, or for five seconds."""
    place = reachable(store, params)
    if params.text("action") not in ACTIONS:
        raise bad("wrong parameter action in request")
    place.action, place.action_at = params.text("action"), store.now()
    place.rev = store.touch()
    return True


def answer_query(store: Store, params: Params) -> object:
    """answerCallbackQuery: once per press, and soon enough."""
    query = store.queries.get(params.text("callback_query_id"))
    if query is None or query.answered or store.now() - query.pressed > QUERY_LIFETIME:
        raise bad(QUERY_TOO_OLD)
    if len(params.text("text")) > TOAST_CHARACTERS:
        raise bad("MESSAGE_TOO_LONG")
    url = params.text("url")
    if url and not url.startswith(f"https://t.me/{store.bot.username}?start="):
        raise bad("URL_INVALID")
    query.answered = True
    store.toasts.append(
        Toast(
            person_id=query.person_id,
            chat_id=query.chat_id,
            text=params.text("text"),
            alert=params.flag("show_alert"),
            url=url,
            date=store.now(),
            rev=store.touch(),
        )
    )
    return True


def get_file(store: Store, params: Params) -> object:
    """getFile: up to 20 MB, as on Telegram."""
    stored = store.files.get(params.text("file_id"))
    if stored is None:
        raise bad("invalid file_id")
    if len(stored.content) > 20 * 1024 * 1024:
        raise bad("file is too big")
    return {
        **shapes.file(stored),
        "file_size": len(stored.content),
        "file_path": stored.path,
    }
