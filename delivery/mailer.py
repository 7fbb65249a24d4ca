"""Speaks SMTP, step by step, so that we always know whether a letter can have been accepted.

The caller commits "about to send DATA" in `on_data`. Before it, a failure is harmless; after it,
only the server's answer tells, and a broken line means `Ragu` (SECURITY.md 10, 11). Nothing that
a server says is passed on: its texts quote addresses."""

import asyncio
import contextlib
import ssl
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from ipaddress import ip_address
from typing import Literal

import aiosmtplib

from delivery.address import Alamat, check_address
from delivery.smtp_outcome import (
    PENGIRIM,
    Konfigurasi,
    Outcome,
    Ragu,
    Sementara,
    Terkirim,
    Tetap,
    after_auth,
    after_connect,
    after_data,
    after_recipient,
    after_sender,
)

__all__ = [
    "Konfigurasi",
    "Mailer",
    "Outcome",
    "Ragu",
    "Sementara",
    "SetelanSurat",
    "SetelanSuratDitolak",
    "SuratKeluar",
    "Terkirim",
    "Tetap",
]


class SetelanSuratDitolak(ValueError):
    """The mail settings would send secrets in the clear; the sentence says which."""


@dataclass(frozen=True)
class SetelanSurat:
    """Where our mail leaves."""

    host: str
    port: int
    username: str = ""
    password: str = field(default="", repr=False)
    tls: Literal["starttls", "tls", "tanpa"] = "starttls"
    timeout: float = 30.0
    total: float = 0.0
    """Seconds for all steps up to DATA together, and again for the content; 0: four timeouts.
    A server may say one line a second for a long time; all lines together may not (FAULTS M18)."""
    helo: str = "localhost"  # how we introduce ourselves; a name of the office
    tls_context: ssl.SSLContext | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        if self.tls not in ("starttls", "tls", "tanpa"):
            raise SetelanSuratDitolak("Setelan surat: tls harus starttls, tls, atau tanpa.")
        if self.tls == "tanpa" and not _is_loopback(self.host):
            raise SetelanSuratDitolak(
                "Setelan surat: tls = tanpa hanya boleh untuk server surat di mesin ini sendiri."
            )

    @property
    def patience(self) -> float:
        """Seconds for all steps together."""
        return self.total or 4 * self.timeout


@dataclass(frozen=True)
class SuratKeluar:
    """One letter: envelope and complete bytes."""

    dari: str
    kepada: str
    mime: bytes
    nomor: str = ""
    """Our own number of it, which comes back in a delivery status notification (RFC 3461)."""


class _Stop(Exception):
    """Ends the conversation with an outcome."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__(type(outcome).__name__)
        self.outcome = outcome


class Mailer:
    """Sends one letter per connection."""

    def __init__(self, setelan: SetelanSurat) -> None:
        self._setelan = setelan

    async def send(self, surat: SuratKeluar, on_data: Callable[[], Awaitable[None]]) -> Outcome:
        """Send a letter; `on_data` is awaited right before DATA and must have committed when it
        returns. What `on_data` raises is raised here, and what nobody expected."""
        if not _is_exactly_one(surat.kepada):
            return Tetap("alamat")
        client = self._client()
        try:
            try:
                async with asyncio.timeout(self._setelan.patience):
                    await self._envelope(client, surat)
            except TimeoutError:
                return Sementara("lambat")
            await on_data()
            return await self._content(client, surat)
        except _Stop as stop:
            return stop.outcome
        finally:
            client.close()

    async def knock(self) -> Outcome:
        """Connect, secure the line, log in, leave: `Terkirim` means letters would be taken."""
        client = self._client()
        try:
            async with asyncio.timeout(self._setelan.timeout):
                await self._enter(client)
        except TimeoutError:
            return Sementara("lambat")
        except _Stop as stop:
            return stop.outcome
        else:
            await _say_goodbye(client)
            return Terkirim()
        finally:
            client.close()

    async def _enter(self, client: aiosmtplib.SMTP) -> None:
        try:
            await client.connect()
            await _greet(client)
        except aiosmtplib.SMTPException as fault:
            raise _Stop(after_connect(_code(fault), no_tls=_lacks_tls(fault))) from fault
        except (OSError, ValueError) as fault:
            raise _Stop(after_connect(None, no_tls=isinstance(fault, ssl.SSLError))) from fault
        if self._setelan.username:
            try:
                await client.login(self._setelan.username, self._setelan.password)
            except (aiosmtplib.SMTPException, OSError, ValueError) as fault:
                raise _Stop(after_auth(_code(fault), lost=_is_lost(fault))) from fault

    async def _envelope(self, client: aiosmtplib.SMTP, surat: SuratKeluar) -> None:
        await self._enter(client)
        notices = surat.nomor and client.supports_extension("dsn")
        try:
            await client.mail(surat.dari, options=_envelope_id(surat) if notices else ())
        except (aiosmtplib.SMTPException, OSError) as fault:
            raise _Stop(after_sender(_code(fault))) from fault
        except ValueError as fault:  # the library will not say this sender: written anew, it may
            raise _Stop(Sementara(PENGIRIM, maksimal=1)) from fault
        try:
            await client.rcpt(surat.kepada, options=_notices(surat) if notices else ())
        except (aiosmtplib.SMTPException, OSError) as fault:
            raise _Stop(after_recipient(_code(fault), _text(fault))) from fault
        except ValueError as fault:
            raise _Stop(Tetap("alamat")) from fault

    async def _content(self, client: aiosmtplib.SMTP, surat: SuratKeluar) -> Outcome:
        try:
            async with asyncio.timeout(self._setelan.patience):
                await client.data(surat.mime)
        except aiosmtplib.SMTPDataError as fault:
            return after_data(fault.code)
        except (aiosmtplib.SMTPException, OSError) as fault:
            return Ragu(type(fault).__name__)
        await _say_goodbye(client)
        return Terkirim()

    def _client(self) -> aiosmtplib.SMTP:
        setelan = self._setelan
        return aiosmtplib.SMTP(
            hostname=setelan.host,
            port=setelan.port,
            local_hostname=setelan.helo,
            timeout=setelan.timeout,
            use_tls=setelan.tls == "tls",
            start_tls=setelan.tls == "starttls",
            tls_context=setelan.tls_context,
        )


async def _greet(client: aiosmtplib.SMTP) -> None:
    """Learn what the server offers. Who refuses EHLO is greeted in the old way by the library."""
    if client.is_ehlo_or_helo_needed:
        with contextlib.suppress(aiosmtplib.SMTPHeloError):
            await client.ehlo()


async def _say_goodbye(client: aiosmtplib.SMTP) -> None:
    """The letter is accepted; what happens at QUIT changes nothing (FAULTS M11)."""
    with contextlib.suppress(Exception):
        await client.quit(timeout=2)


def _envelope_id(surat: SuratKeluar) -> tuple[str, ...]:
    """RFC 3461: of a letter that fails only the headers come back, and our number for it."""
    return "RET=HDRS", f"ENVID={surat.nomor}"


def _notices(surat: SuratKeluar) -> tuple[str, ...]:
    """RFC 3461: tell us of failure and delay; the address is written as xtext."""
    address = surat.kepada.replace("+", "+2B").replace("=", "+3D")
    return "NOTIFY=FAILURE,DELAY", f"ORCPT=rfc822;{address}"


def _code(fault: BaseException) -> int | None:
    return fault.code if isinstance(fault, aiosmtplib.SMTPResponseException) else None


def _text(fault: BaseException) -> str:
    return fault.message if isinstance(fault, aiosmtplib.SMTPResponseException) else ""


def _is_lost(fault: BaseException) -> bool:
    return isinstance(fault, aiosmtplib.SMTPTimeoutError | aiosmtplib.SMTPServerDisconnected)


def _lacks_tls(fault: aiosmtplib.SMTPException) -> bool:
    """No STARTTLS offered, or a certificate that does not verify: nobody's letter goes there."""
    return type(fault) is aiosmtplib.SMTPException or isinstance(fault.__cause__, ssl.SSLError)


def _is_exactly_one(address: str) -> bool:
    """The library cuts ``a@x.id> NOTIFY=NEVER`` to ``a@x.id``; we send to what was verified."""
    checked = check_address(address)
    return isinstance(checked, Alamat) and checked.alamat == address


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
