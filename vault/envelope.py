"""One random key per document, and the few ways in which that key is wrapped (SECURITY.md 4).

Verification *is* decryption: no password hash exists, a wrong secret is a `WrongKey`. What is
wrapped for one document, link or ticket opens for no other."""

import os
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes, hpke
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from vault.errors import WrongKey
from vault.seal import key_id

SALT_LENGTH = 16
_KEY_LENGTH = 32
_NONCE = 12
_VERSION = b"\x01"
_SUITE = hpke.Suite(hpke.KEM.X25519, hpke.KDF.HKDF_SHA256, hpke.AEAD.AES_256_GCM)


def new_document_key() -> bytes:
    """Return the random key of one version of one document."""
    return os.urandom(_KEY_LENGTH)


def new_salt() -> bytes:
    """Return a salt for one wrap."""
    return os.urandom(SALT_LENGTH)


def seal_document(key: bytes, pdf: bytes, *, document: UUID) -> bytes:
    """Seal the signed file."""
    return _encrypt(key, pdf, b"doc/v1|" + document.bytes)


def open_document(key: bytes, blob: bytes, *, document: UUID) -> bytes:
    """Open the signed file."""
    return _decrypt(key, blob, b"doc/v1|" + document.bytes)


def seal_draft(key: bytes, pdf: bytes, *, document: UUID) -> bytes:
    """Seal a page that is rendered and not yet signed; it never opens as a document."""
    return _encrypt(key, pdf, b"draf/v1|" + document.bytes)


def open_draft(key: bytes, blob: bytes, *, document: UUID) -> bytes:
    """Open a page that is rendered and not yet signed."""
    return _decrypt(key, blob, b"draf/v1|" + document.bytes)


def seal_for_archive(archive: X25519PublicKey, key: bytes, *, document: UUID) -> bytes:
    """Seal a document key to the archive: version, id of the archive key, 80 bytes of HPKE."""
    sealed = _SUITE.encrypt(key, archive, info=b"arsip/v1|" + document.bytes)
    return _VERSION + key_id(archive.public_bytes_raw()) + sealed


def open_from_archive(archive: X25519PrivateKey, sealed: bytes, *, document: UUID) -> bytes:
    """Open a document key with the archive's private key; only ``kerja`` holds it."""
    head = _VERSION + key_id(archive.public_key().public_bytes_raw())
    if not sealed.startswith(head):
        raise WrongKey("this document key was not sealed to this archive key")
    try:
        return _SUITE.decrypt(sealed[len(head) :], archive, info=b"arsip/v1|" + document.bytes)
    except (InvalidTag, ValueError) as cause:
        raise WrongKey("the archive key does not open this document's key") from cause


class LinkWrap:
    """A document key under a link's token and its stretched password."""

    def __init__(self, *, link: UUID, document: UUID, salt: bytes) -> None:
        self._salt = salt
        self._info = b"unduh/v1|" + link.bytes
        self._bound = b"link/v1|" + link.bytes + b"|" + document.bytes

    def close(self, key: bytes, *, token: str, stretched: bytes) -> bytes:
        """Wrap the document key."""
        return _encrypt(self._key(token, stretched), key, self._bound)

    def open(self, wrap: bytes, *, token: str, stretched: bytes) -> bytes:
        """Unwrap the document key, or raise `WrongKey`."""
        return _decrypt(self._key(token, stretched), wrap, self._bound)

    def _key(self, token: str, stretched: bytes) -> bytes:
        return _derive(token.encode("ascii") + stretched, self._salt, self._info)


class TicketWrap:
    """A document key under a download ticket, for fifteen minutes."""

    def __init__(self, *, ticket: UUID, document: UUID) -> None:
        self._bound = b"tiket/v1|" + ticket.bytes + b"|" + document.bytes

    def close(self, key: bytes, *, secret: str) -> bytes:
        """Wrap the document key."""
        return _encrypt(self._key(secret), key, self._bound)

    def open(self, wrap: bytes, *, secret: str) -> bytes:
        """Unwrap the document key, or raise `WrongKey`."""
        return _decrypt(self._key(secret), wrap, self._bound)

    def _key(self, secret: str) -> bytes:
        # 130 random bits: no stretching, no salt.
        return _derive(secret.encode("ascii"), None, self._bound)


class CounterWrap:
    """A document key under a counter code. Forty bits are few, so the site's own key joins in:
    who holds the database alone has nothing to guess at."""

    def __init__(self, *, code: UUID, document: UUID, salt: bytes, site_key: bytes) -> None:
        self._salt = salt
        self._site_key = site_key
        self._bound = b"loket/v1|" + code.bytes + b"|" + document.bytes

    def close(self, key: bytes, *, stretched: bytes) -> bytes:
        """Wrap the document key."""
        return _encrypt(self._key(stretched), key, self._bound)

    def open(self, wrap: bytes, *, stretched: bytes) -> bytes:
        """Unwrap the document key, or raise `WrongKey`."""
        return _decrypt(self._key(stretched), wrap, self._bound)

    def _key(self, stretched: bytes) -> bytes:
        return _derive(self._site_key + stretched, self._salt, self._bound)


def _derive(secret: bytes, salt: bytes | None, info: bytes) -> bytes:
    return HKDF(hashes.SHA256(), _KEY_LENGTH, salt, info).derive(secret)


def _encrypt(key: bytes, plain: bytes, bound: bytes) -> bytes:
    nonce = os.urandom(_NONCE)
    return _VERSION + nonce + AESGCM(key).encrypt(nonce, plain, _VERSION + bound)


def _decrypt(key: bytes, sealed: bytes, bound: bytes) -> bytes:
    nonce, body = sealed[1 : 1 + _NONCE], sealed[1 + _NONCE :]
    if sealed[:1] != _VERSION:
        raise WrongKey("unknown version of envelope")
    try:
        return AESGCM(key).decrypt(nonce, body, _VERSION + bound)
    except (InvalidTag, ValueError) as cause:
        raise WrongKey("this key does not open this envelope") from cause
