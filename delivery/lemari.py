"""The cupboard of signed files: sealed, written once, read back and compared."""

import hashlib
from dataclasses import dataclass
from uuid import UUID

from vault import (
    BlobMissing,
    Blobs,
    WrongKey,
    open_document,
    open_draft,
    seal_document,
    seal_draft,
)


class StoredDifferently(Exception):
    """What was read back is not what was written."""


@dataclass(frozen=True)
class Tersimpan:
    """The document, as it lies in the cupboard."""

    sha256: str
    ukuran: int


class Lemari:
    """Puts and gets files by document id and document key; knows no table."""

    def __init__(self, blobs: Blobs) -> None:
        self._blobs = blobs

    async def put(self, dokumen_id: UUID, key: bytes, signed: bytes) -> Tersimpan:
        """Put the signed file unless there is one; say which one lies there in the end.

        Call it only while no hash is recorded: a blob that does not open was then torn by a
        power cut before it was synced, and gives way."""
        blob = seal_document(key, signed, document=dokumen_id)
        if await self._blobs.put(_document(dokumen_id), blob):
            if await self.get(dokumen_id, key) != signed:
                raise StoredDifferently(f"dokumen {dokumen_id} was read back differently")
            return _describe(signed)
        try:
            return _describe(await self.get(dokumen_id, key))
        except WrongKey:
            await self._blobs.delete(_document(dokumen_id))
            return await self.put(dokumen_id, key, signed)

    async def get(self, dokumen_id: UUID, key: bytes) -> bytes:
        """Return the signed file; raises `BlobMissing` or `WrongKey`."""
        blob = await self._blobs.get(_document(dokumen_id))
        return open_document(key, blob, document=dokumen_id)

    async def put_draft(self, dokumen_id: UUID, key: bytes, pdf: bytes) -> None:
        """Keep an unsigned page; a torn one gives way."""
        blob = seal_draft(key, pdf, document=dokumen_id)
        if await self.draft(dokumen_id, key) is None:
            await self.drop_draft(dokumen_id)
            await self._blobs.put(_draft(dokumen_id), blob)

    async def draft(self, dokumen_id: UUID, key: bytes) -> bytes | None:
        """Return the unsigned page, or None when none lies there whole."""
        try:
            return open_draft(key, await self._blobs.get(_draft(dokumen_id)), document=dokumen_id)
        except (BlobMissing, WrongKey):
            return None

    async def drop_draft(self, dokumen_id: UUID) -> None:
        """Forget the unsigned page."""
        await self._blobs.delete(_draft(dokumen_id))


def _describe(signed: bytes) -> Tersimpan:
    return Tersimpan(hashlib.sha256(signed).hexdigest(), len(signed))


def _document(dokumen_id: UUID) -> str:
    return f"dokumen/{dokumen_id}"


def _draft(dokumen_id: UUID) -> str:
    return f"draf/{dokumen_id}"
