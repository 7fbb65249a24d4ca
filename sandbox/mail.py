"""Catches mail: an SMTP server on loopback that keeps every byte, and refuses when told to."""

import asyncio
import html
import re
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage

from aiosmtpd.smtp import SMTP, Envelope, Session

from sandbox.records import Mail
from sandbox.store import Store


@dataclass(slots=True)
class Refusing:
    """How the next mails are refused. `code` 0 closes the connection without a word."""

    code: int
    times: int


class Catcher:
    """The server's sink, and the tap that closes it."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._refusing: Refusing | None = None

    def refuse(self, code: int, *, times: int) -> None:
        """Answer the next `times` mails with `code`, or close the connection when it is 0."""
        self._refusing = Refusing(code, times) if times > 0 else None

    def protocol(self) -> asyncio.BaseProtocol:
        """A protocol for one connection."""
        if self._refusing is not None and self._refusing.code == 0:
            self._use_up()
            return _Closed()
        return SMTP(self, hostname="localhost", enable_SMTPUTF8=True, ident="adminduk sandbox")

    async def handle_DATA(  # noqa: N802 - aiosmtpd calls it so
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        """Keep the mail, or refuse it."""
        if self._refusing is not None:
            code = self._refusing.code
            self._use_up()
            return f"{code} refused by the sandbox, as asked"
        raw = envelope.original_content or b""
        self._store.mails.append(
            Mail(
                id=len(self._store.mails) + 1,
                sender=envelope.mail_from or "",
                recipients=tuple(envelope.rcpt_tos),
                raw=raw,
                date=self._store.now(),
                rev=self._store.touch(),
            )
        )
        return "250 OK"

    def _use_up(self) -> None:
        if self._refusing is not None:
            self._refusing.times -= 1
            if self._refusing.times <= 0:
                self._refusing = None


class _Closed(asyncio.Protocol):
    """A connection that ends before the greeting."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        transport.close()


def parse(mail: Mail) -> EmailMessage:
    """The mail as the standard library reads it."""
    parsed = message_from_bytes(mail.raw, policy=policy.default)
    assert isinstance(parsed, EmailMessage), "policy.default makes EmailMessage"
    return parsed


def readable(message: EmailMessage) -> str:
    """The body as plain text; of an HTML-only mail, the text between the tags."""
    body = message.get_body(("plain", "html"))
    if body is None:
        return ""
    content = str(body.get_content())
    if body.get_content_type() == "text/html":
        content = re.sub(r"(?is)<(script|style).*?</\1>", "", content)
        content = html.unescape(re.sub(r"<[^>]+>", "", content))
    return content.strip()
