"""Reads a returned letter: a delivery status notification (RFC 3464). Pure, and believes nothing.

Anybody can write to an address, so this only says what a notice claims; whether it is about a
letter of ours is decided by the mark in the address it was sent to (`delivery.verp`). Automatic
replies, human answers, and whatever is too long or malformed are no notices. No part is decoded,
no HTML is read, and nesting is not followed, so nothing here can be made to work long."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from email.parser import BytesParser
from email.policy import compat32
from enum import StrEnum

LIMIT = 256 * 1024
_LONGEST_HEAD = 32 * 1024
_MOST_PARTS = 20
_MOST_BLOCKS = 20  # one about the message, then one for each recipient: we send to one
_RECIPIENT_HEADERS = ("Delivered-To", "X-Original-To", "Envelope-To", "To")
_ADDRESS = re.compile(r"[^\s<>,;\"()\[\]]{1,128}@[^\s<>,;\"()\[\]]{1,253}")
_STATUS = re.compile(r"([245]\.\d{1,3}\.\d{1,3})\b")
_BLANK = re.compile(rb"\r?\n[ \t]*\r?\n")
_MOST_ADDRESSES = 20


class Aksi(StrEnum):
    """What a notice says has become of the letter (RFC 3464, 2.3.3)."""

    GAGAL = "failed"
    TERTUNDA = "delayed"
    LAIN = "other"


@dataclass(frozen=True)
class Pantulan:
    """What a notice claims."""

    alamat: tuple[str, ...]
    """The addresses that it was sent to, as its headers say."""
    aksi: Aksi
    status: str
    """The enhanced status, such as ``5.1.1``."""

    @property
    def tetap(self) -> bool:
        """Whether it says that the letter failed for good. A 4.x is never for good."""
        return self.aksi is Aksi.GAGAL and self.status.startswith("5.")

    @property
    def sementara(self) -> bool:
        """Whether it says that the letter is late, or failed for a passing reason."""
        return self.status.startswith("4.") or self.aksi is Aksi.TERTUNDA


def read_bounce(raw: bytes) -> Pantulan | None:
    """Read a mail; None for anything that is not a delivery status notification."""
    if len(raw) > LIMIT:
        return None
    head, body = _split(raw)
    if head.get_content_type() != "multipart/report":
        return None
    if _text(head.get_param("report-type")).lower() != "delivery-status":
        return None
    for part in _parts(body, _text(head.get_param("boundary"))):
        inner, content = _split(part)
        if inner.get_content_type() == "message/delivery-status":
            return _judge(_addresses(head), content)
    return None


def _judge(addresses: tuple[str, ...], content: bytes) -> Pantulan | None:
    """Find the first block about a recipient."""
    for block in _BLANK.split(content, _MOST_BLOCKS)[:_MOST_BLOCKS]:
        fields, _ = _split(block.lstrip(b"\r\n"))
        status = _STATUS.match(_text(fields["Status"]).strip())
        if status is not None:
            return Pantulan(addresses, _aksi(_text(fields["Action"])), status[1])
    return None


def _aksi(text: str) -> Aksi:
    word = text.strip().lower().partition(" ")[0]
    return Aksi(word) if word in (Aksi.GAGAL, Aksi.TERTUNDA) else Aksi.LAIN


def _addresses(head: Message) -> tuple[str, ...]:
    texts = (
        _text(value) for name in _RECIPIENT_HEADERS for value in head.get_all(name, failobj=[])
    )
    found = [address for text in texts for address in _ADDRESS.findall(text)]
    return tuple(dict.fromkeys(found[:_MOST_ADDRESSES]))


def _split(raw: bytes) -> tuple[Message, bytes]:
    """Separate the headers from the body, without looking into it."""
    found = _BLANK.search(raw)
    head, body = (raw, b"") if found is None else (raw[: found.start()], raw[found.end() :])
    if len(head) > _LONGEST_HEAD:
        return Message(), b""
    return BytesParser(policy=compat32).parsebytes(head, headersonly=True), body


def _parts(body: bytes, boundary: str) -> Iterator[bytes]:
    if not boundary or not boundary.isascii():
        return
    parts = (b"\n" + body).split(b"\n--" + boundary.encode("ascii"), _MOST_PARTS)
    for part in parts[1:_MOST_PARTS]:
        if part.startswith(b"--"):
            return
        yield part.partition(b"\n")[2]


def _text(value: object) -> str:
    """Return a header as text; a parameter may be a triple (RFC 2231), and wild input anything."""
    if isinstance(value, tuple):
        return str(value[-1] or "")
    return "" if value is None else str(value)
