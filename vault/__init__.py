"""Keeps what must not be read: seals fields, wraps keys, stretches passwords, holds blobs.

Imports nothing of ours, knows neither citizens nor tables. Nothing here is logged."""

from vault.blobs import Blobs, SealedBlobs
from vault.crockford import (
    TOKEN_PATTERN,
    Random,
    grouped,
    new_code,
    new_email_code,
    new_password,
    new_token,
    normalise_code,
    normalise_password,
    token_hash,
)
from vault.envelope import (
    CounterWrap,
    LinkWrap,
    TicketWrap,
    new_document_key,
    new_salt,
    open_document,
    open_draft,
    open_from_archive,
    seal_document,
    seal_draft,
    seal_for_archive,
)
from vault.errors import (
    BlobMissing,
    Busy,
    KeyRefused,
    StorageRefused,
    StorageTrouble,
    VaultError,
    WrongKey,
)
from vault.keys import (
    KunciKerja,
    KunciWeb,
    check_folders,
    create_keys,
    fingerprints,
    load_key,
)
from vault.probe import probe
from vault.seal import Index, Sealer
from vault.stretch import STRONG, Cost, Stretcher

__all__ = [
    "STRONG",
    "TOKEN_PATTERN",
    "BlobMissing",
    "Blobs",
    "Busy",
    "Cost",
    "CounterWrap",
    "Index",
    "KeyRefused",
    "KunciKerja",
    "KunciWeb",
    "LinkWrap",
    "Random",
    "SealedBlobs",
    "Sealer",
    "StorageRefused",
    "StorageTrouble",
    "Stretcher",
    "TicketWrap",
    "VaultError",
    "WrongKey",
    "check_folders",
    "create_keys",
    "fingerprints",
    "grouped",
    "load_key",
    "new_code",
    "new_document_key",
    "new_email_code",
    "new_password",
    "new_salt",
    "new_token",
    "normalise_code",
    "normalise_password",
    "open_document",
    "open_draft",
    "open_from_archive",
    "probe",
    "seal_document",
    "seal_draft",
    "seal_for_archive",
    "token_hash",
]
