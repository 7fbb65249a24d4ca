"""The methods that put a new message into a chat."""

from dataclasses import replace

from sandbox.botapi import shapes
from sandbox.botapi.keyboard import read_keyboard
from sandbox.botapi.params import Params, Upload
from sandbox.botapi.refusal import (
    BLOCKED,
    MOVED,
    NEVER_STARTED,
    PUT_OUT,
    TOO_LARGE,
    Refusal,
    bad,
)
from sandbox.botapi.text import read_caption, read_text
from sandbox.filing import keep_document, keep_photo
from sandbox.pictures import read_header
from sandbox.records import PRIVATE, Body, Chat, StoredFile
from sandbox.store import Store

PHOTO_BYTES = 10 * 1024 * 1024
DOCUMENT_BYTES = 50 * 1024 * 1024
# "The photo's width and height must not exceed 10000 in total. Width and height ratio must be at
# most 20": Bot API, sendPhoto.
PHOTO_PERIMETER = 10_000
PHOTO_RATIO = 20


def reachable(store: Store, params: Params) -> Chat:
    """The chat of `chat_id`, if the bot may write there."""
    if not params.text("chat_id"):
        raise bad("chat_id is empty")
    try:
        place = store.chats.get(int(params.text("chat_id")))
    except ValueError:
        place = None
    if place is None:
        raise bad("chat not found")
    if place.kind == PRIVATE:
        person = store.people[place.id]
        if person.blocked:
            raise Refusal(*BLOCKED)
        if not person.started:
            raise Refusal(*NEVER_STARTED)
    if place.moved_to:
        raise Refusal(*MOVED, migrate_to=place.moved_to)
    if place.bot_out:
        raise Refusal(*PUT_OUT)
    return place


def send_message(store: Store, params: Params) -> object:
    """sendMessage."""
    place = reachable(store, params)
    return _post(store, place, read_text(params), params)


def send_photo(store: Store, params: Params) -> object:
    """sendPhoto: an upload, or the file_id of a photo that is already here."""
    place = reachable(store, params)
    body = read_caption(params)
    sizes = _photo(store, params)
    spoiler = params.flag("has_spoiler")
    return _post(store, place, replace(body, photo=sizes, spoiler=spoiler), params)


def send_document(store: Store, params: Params) -> object:
    """sendDocument: an upload, or the file_id of a document that is already here."""
    place = reachable(store, params)
    body = read_caption(params)
    upload = params.upload("document")
    if upload is None:
        document = _known(store, params.text("document"))
    else:
        _check_size(upload, DOCUMENT_BYTES)
        document = keep_document(store, upload.content, name=upload.name, mime=upload.mime)
    return _post(store, place, replace(body, document=document), params)


def _post(store: Store, place: Chat, body: Body, params: Params) -> object:
    if params.integer("message_thread_id"):
        raise bad("message thread not found")
    sent = store.post(
        place,
        store.bot.id,
        body,
        keyboard=read_keyboard(params),
        protected=params.flag("protect_content"),
        reply_to=_reply(place, params),
    )
    return shapes.message(store, sent)


def _reply(place: Chat, params: Params) -> int | None:
    given = params.parsed("reply_parameters")
    wanted = given.get("message_id") if isinstance(given, dict) else None
    wanted = wanted or params.integer("reply_to_message_id") or None
    if wanted is None:
        return None
    answered = place.messages.get(int(wanted))
    if answered is not None and not answered.deleted:
        return answered.id
    if isinstance(given, dict) and given.get("allow_sending_without_reply"):
        return None
    raise bad("message to be replied not found")


def _photo(store: Store, params: Params) -> tuple[StoredFile, ...]:
    upload = params.upload("photo")
    if upload is None:
        known = _known(store, params.text("photo"))
        if not known.width:
            raise bad("can't use file of type Document as Photo")
        return tuple(each for each in store.files.values() if each.content is known.content)
    _check_size(upload, PHOTO_BYTES)
    picture = read_header(upload.content)
    if picture is None:
        raise bad("IMAGE_PROCESS_FAILED")
    short, long = sorted((picture.width, picture.height))
    if short + long > PHOTO_PERIMETER or long > PHOTO_RATIO * short:
        raise bad("PHOTO_INVALID_DIMENSIONS")
    return keep_photo(store, upload.content, picture)


def _known(store: Store, file_id: str) -> StoredFile:
    if file_id in store.files:
        return store.files[file_id]
    raise bad("wrong file identifier/HTTP URL specified" if file_id else "there is no file")


def _check_size(upload: Upload, most: int) -> None:
    if not upload.content:
        raise bad("file must be non-empty")
    if len(upload.content) > most:
        raise Refusal(*TOO_LARGE)
