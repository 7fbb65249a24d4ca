"""Writes the letters, as complete bytes: the same arguments give the same bytes, so a repeat after
a crash is the same letter. No name, no number, no picture, one link (SECURITY.md 13)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from delivery.address import Alamat, check_address
from delivery.kop import Kop


class LetterRefused(ValueError):
    """The letter cannot be written; says which part is wrong and never what it was."""


@dataclass(frozen=True)
class Amplop:
    """Everything on a letter that is not its text. Fixed by the caller once, for ever."""

    dari: str
    nama: str
    kepada: str
    message_id: str  # without angle brackets, in a domain of ours
    tanggal: datetime
    pembatas: str


class PenulisSurat:
    """Writes the letters of one office."""

    def __init__(self, kop: Kop) -> None:
        self._kop = kop
        self._templates = Environment(
            loader=FileSystemLoader(Path(__file__).parent / "surat"),
            autoescape=select_autoescape(["html"]),
            undefined=StrictUndefined,
            keep_trailing_newline=True,
        )

    def link(self, amplop: Amplop, *, dokumen: str, url: str, berlaku_sampai: datetime) -> bytes:
        """Write the letter with the link. The password goes another way.

        `dokumen` is what the document is called, so that two letters of one case are told apart.
        """
        values = {"dokumen": dokumen, "url": url, "sampai": self._kop.waktu(berlaku_sampai)}
        return self._compose(amplop, "Dokumen Anda siap diunduh", "tautan", values)

    def code(self, amplop: Amplop, *, kode: str) -> bytes:
        """Write the letter with the code that proves an address. No link, no name."""
        subject = "Kode untuk memastikan alamat e-mail"
        return self._compose(amplop, subject, "kode", {"kode": kode})

    def _compose(
        self, amplop: Amplop, subject: str, template: str, values: Mapping[str, str]
    ) -> bytes:
        message = EmailMessage(policy=SMTP)
        try:
            message["Subject"] = subject
            message["From"] = Address(display_name=amplop.nama, addr_spec=_one(amplop.dari))
            message["To"] = Address(addr_spec=_one(amplop.kepada))
            message["Reply-To"] = Address(self._kop.nama_dinas, addr_spec=_one(self._kop.surel))
            message["Date"] = format_datetime(amplop.tanggal)
            message["Message-ID"] = f"<{amplop.message_id}>"
        except ValueError as cause:
            raise LetterRefused("a header of the letter holds what a header may not") from cause
        message["Auto-Submitted"] = "auto-generated"
        message["X-Auto-Response-Suppress"] = "All"
        message.set_content(self._render(f"{template}.txt", values))
        message.add_alternative(self._render(f"{template}.html", values), subtype="html")
        message["Content-Language"] = "id"  # last: the parts would take it along
        message.set_boundary(amplop.pembatas)
        return message.as_bytes()

    def _render(self, template: str, values: Mapping[str, str]) -> str:
        return self._templates.get_template(template).render(kop=self._kop, **values)


def _one(address: str) -> str:
    checked = check_address(address)
    if not isinstance(checked, Alamat):
        raise LetterRefused("an address of the letter is not exactly one plain address")
    return checked.alamat
