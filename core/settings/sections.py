"""The parts of `adminduk.toml`, each checked by itself."""

import re
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated, Literal, Self
from urllib.parse import SplitResult, urlsplit

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    model_validator,
)

_EMAIL = re.compile(r"[^@\s<>]+@[^@\s<>]+")
# A path without anything that a proxy or the router would read as more than itself.
_PATH = re.compile(r"(/[A-Za-z0-9_~-]+)+")
# "Ports currently supported for webhooks: 443, 80, 88, 8443": Bot API, setWebhook.
_WEBHOOK_PORTS = (443, 80, 88, 8443)
_MAILBOX = re.compile(r"[A-Za-z0-9._-]{1,26}@[A-Za-z0-9.-]+")
_YES, _NO = frozenset({"ya", "true", "1"}), frozenset({"tidak", "false", "0"})


def is_loopback(host: str) -> bool:
    """Tell whether a host name or address is this very machine."""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def _yes_or_no(value: object) -> bool:
    word = str(value).casefold()
    if word not in _YES | _NO:
        raise ValueError("harus ya atau tidak")
    return word in _YES


def _https(value: str) -> str:
    """Let an address through that nobody can listen to: https, or http on this machine."""
    parts = split(value)
    if parts.query or parts.fragment or parts.username is not None:
        raise ValueError("tidak boleh memuat ?, # atau nama pengguna")
    if parts.scheme == "https" and parts.hostname:
        return value
    if parts.scheme == "http" and parts.hostname and is_loopback(parts.hostname):
        return value
    raise ValueError("harus https:// (http:// hanya untuk mesin ini sendiri)")


def split(address: str) -> SplitResult:
    """Split an address; a ValueError in our own words if it is none."""
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError as cause:
        raise ValueError("bukan alamat yang sah") from cause
    return parts


def _webhook(value: str) -> str:
    """Let an address through that Telegram posts to; empty means that we fetch."""
    if not value:
        return value
    parts = split(_https(value))
    if not _PATH.fullmatch(parts.path):
        raise ValueError("harus memuat jalur, misalnya https://contoh.go.id/telegram")
    if parts.scheme == "https" and (parts.port or 443) not in _WEBHOOK_PORTS:
        raise ValueError("harus pada port 443, 80, 88, atau 8443 (aturan Telegram)")
    return value


def _email(value: str) -> str:
    if not _EMAIL.fullmatch(value):
        raise ValueError("harus satu alamat e-mail")
    return value


def _mailbox(value: str) -> str:
    """Let a mailbox through that still has room for a subaddress: 64 before the @, 38 ours."""
    if value and not _MAILBOX.fullmatch(value):
        raise ValueError("harus satu alamat e-mail tanpa +, paling panjang 26 huruf sebelum @")
    return value


def _ip(value: str) -> str:
    try:
        ip_address(value)
    except ValueError as cause:
        raise ValueError("harus berupa alamat IP") from cause
    return value


Port = Annotated[int, Field(ge=0, le=65535)]
Menit = Annotated[int, Field(ge=1, le=60 * 24 * 7)]
Teks = Annotated[str, Field(min_length=1)]
YaTidak = Annotated[bool, BeforeValidator(_yes_or_no)]
Alamat = Annotated[str, AfterValidator(_https)]
AlamatEmail = Annotated[str, AfterValidator(_email)]
AlamatIP = Annotated[str, AfterValidator(_ip)]


class Section(BaseModel):
    """A part of the file; unknown names are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)


class Telegram(Section):
    """Where the Bot API is. The token is a secret, and part of what is sent there."""

    base_url: Alamat = "https://api.telegram.org/bot"
    base_file_url: Alamat = "https://api.telegram.org/file/bot"
    # Empty: updates are fetched. Otherwise Telegram posts them to this address, whose TLS ends
    # in front of webhook_host:webhook_port.
    webhook: Annotated[str, AfterValidator(_webhook)] = ""
    webhook_host: Teks = "127.0.0.1"
    webhook_port: Port = 8081

    @property
    def webhook_path(self) -> str:
        """The path that is listened at; empty without a webhook."""
        return urlsplit(self.webhook).path


class Mail(Section):
    """The SMTP server that takes our mail. Without TLS only on loopback."""

    host: Teks
    port: Port = 587
    username: str = ""
    tls: Literal["starttls", "tls", "tanpa"] = "starttls"
    dari: AlamatEmail
    nama: str = ""
    # The mailbox that `bounce-ingest` reads, with subaddresses (pantulan+...@); empty: none.
    pantulan: Annotated[str, AfterValidator(_mailbox)] = ""
    batas_detik: Annotated[float, Field(gt=0, allow_inf_nan=False)] = 30.0

    @model_validator(mode="after")
    def _tls_outside_this_machine(self) -> Self:
        if self.tls == "tanpa" and not is_loopback(self.host):
            raise ValueError("tls = tanpa hanya boleh untuk server surat di mesin ini sendiri")
        return self


class Web(Section):
    """The public site: what citizens see (`alamat`) and where the process listens."""

    alamat: Alamat
    host: Teks = "127.0.0.1"
    port: Port = 8080
    proksi: tuple[AlamatIP, ...] = ()


class Signing(Section):
    """Who signs: a PKCS#12 file, and the roots that make a signature official."""

    sertifikat: Path = Path("kunci/kerja/penanda.p12")
    akar_resmi: tuple[Path, ...] = ()

    def anchored(self, folder: Path) -> Self:
        """Return these settings with their relative paths in a folder."""
        roots = tuple(folder / root for root in self.akar_resmi)
        return self.model_copy(
            update={"sertifikat": folder / self.sertifikat, "akar_resmi": roots}
        )


class Registry(Section):
    """Where population data is looked up: a CSV file, or nowhere (the officer types it)."""

    csv: Path | None = None

    def anchored(self, folder: Path) -> Self:
        """Return these settings with their relative paths in a folder."""
        return self.model_copy(update={"csv": folder / self.csv if self.csv else None})


class Health(Section):
    """Where each process tells how it is (port 0: nowhere), and what still counts as well."""

    host: AlamatIP = "127.0.0.1"
    kerja: Port = 0
    web: Port = 0
    # The page names no person, but nobody outside needs to know how busy an office is.
    terbuka: YaTidak = False
    ruang_mb: Annotated[int, Field(ge=1)] = 500
    # Minutes that the oldest one may wait before the process calls itself not ready.
    pesan_menit: Menit = 5
    telegram_menit: Menit = 15
    surat_menit: Menit = 60
    terbit_menit: Menit = 30

    @model_validator(mode="after")
    def _closed_unless_said(self) -> Self:
        if not self.terbuka and not is_loopback(self.host):
            raise ValueError("host di luar mesin ini hanya boleh dengan terbuka = ya")
        if self.kerja == self.web != 0:
            raise ValueError("kerja dan web harus pada port yang berbeda")
        return self
