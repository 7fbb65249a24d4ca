"""Stores files the way Telegram does: a photo as a list of sizes, a document as it is."""

import mimetypes

from sandbox.pictures import Picture, sizes
from sandbox.records import StoredFile
from sandbox.store import Store


def keep_photo(store: Store, content: bytes, picture: Picture) -> tuple[StoredFile, ...]:
    """One file per size. All carry the same bytes: the sandbox does not resample."""
    return tuple(
        store.add_file(
            StoredFile(
                id=f"AgACAgUAAxkBAAI{number:08d}",
                unique_id=f"AQAD{number:08d}",
                path=f"photos/file_{number}.{picture.suffix}",
                content=content,
                mime=picture.mime,
                width=width,
                height=height,
            )
        )
        for width, height in sizes(picture)
        for number in [store.number()]
    )


def keep_document(store: Store, content: bytes, *, name: str, mime: str) -> StoredFile:
    """A document keeps its name and kind; without a kind, the name tells it."""
    number = store.number()
    guessed, _ = mimetypes.guess_type(name)
    suffix = name.rpartition(".")[2] if "." in name else "bin"
    return store.add_file(
        StoredFile(
            id=f"BQACAgUAAxkBAAI{number:08d}",
            unique_id=f"AgAD{number:08d}",
            path=f"documents/file_{number}.{suffix}",
            content=content,
            mime=mime or guessed or "application/octet-stream",
            name=name,
        )
    )
