"""Reads a Telegram message as an answer of the dialog."""

from telegram import Document, Message, PhotoSize

from core.dialog import Kejadian, Kirim, TitipanBerkas, Tulis


def read(message: Message) -> Kejadian | None:
    """Read text, photo (the largest size) or document; None for a sticker, a voice, a place."""
    album = message.media_group_id or ""
    if message.text:
        return Tulis(message.text, message.message_id)
    if message.photo:
        return Kirim(_photo(message.photo[-1], album))
    if message.document:
        return Kirim(_document(message.document, album))
    return None


def _photo(photo: PhotoSize, album: str) -> TitipanBerkas:
    return TitipanBerkas(
        photo.file_id,
        photo.file_unique_id,
        "image/jpeg",
        photo.file_size or 0,
        photo.width,
        photo.height,
        album,
    )


def _document(paper: Document, album: str) -> TitipanBerkas:
    return TitipanBerkas(
        paper.file_id,
        paper.file_unique_id,
        paper.mime_type or "application/octet-stream",
        paper.file_size or 0,
        album=album,
    )
