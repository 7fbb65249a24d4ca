"""Is this an e-mail address that we can write to? Strict, because a lenient answer reaches a
stranger; and helpful, because most wrong addresses are slips of a finger (SECURITY.md 8)."""

import asyncio
import unicodedata
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from email_validator import EmailNotValidError, validate_email

from core.bahasa import kata

MxLookup = Callable[[str], Awaitable[bool]]  # has this domain a mail server?
_MX_SECONDS = 3.0

_PENYEDIA: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("gmial", "gmil", "gmai", "gamil", "gmal", "gnail", "gmaill"), "gmail"),
        **dict.fromkeys(("yaho", "yahooo", "yhoo", "yahho"), "yahoo"),
        **dict.fromkeys(("hotmial", "hotmal", "hotmai", "hotmil"), "hotmail"),
        **dict.fromkeys(("outlok", "outloook", "oulook", "outllok"), "outlook"),
        **dict.fromkeys(("iclod", "icoud"), "icloud"),
    }
)
_AKHIRAN: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys((".con", ".cm", ".cmo", ".vom", ".comm", ".ocm"), ".com"),
        **dict.fromkeys((".co.idd", ".coid", ".co.i"), ".co.id"),
        **dict.fromkeys((".go.idd", ".goid"), ".go.id"),
    }
)
_SATU_SAJA = "Tulis satu alamat saja, tanpa koma dan tanpa spasi. Contoh: nama@gmail.com"
_KELIRU = "Alamat e-mail itu belum lengkap atau keliru. Contoh yang benar: nama@gmail.com"


@dataclass(frozen=True)
class Alamat:
    """An address in the form that we send to."""

    alamat: str
    saran: str | None = None  # what was probably meant; the citizen may insist
    peringatan: str | None = None

    @property
    def samar(self) -> str:
        """The address as it may be shown later: ``b•••i@gmail.com``."""
        local, _, domain = self.alamat.partition("@")
        return f"{local[0]}•••{local[-1] if len(local) > 1 else ''}@{domain}"


@dataclass(frozen=True)
class AlamatDitolak:
    """No address of ours; the sentence says how to write one."""

    kalimat: str


def check_address(typed: str) -> Alamat | AlamatDitolak:
    """Judge what was typed. Pure: asks no name server."""
    text = typed.strip()
    if (kalimat := _refusal(text)) is not None:
        return AlamatDitolak(kalimat)
    try:
        found = validate_email(text, allow_smtputf8=False, strict=True, check_deliverability=False)
    except EmailNotValidError:
        return AlamatDitolak(kata(_KELIRU))
    local, domain = found.local_part, found.ascii_domain.lower()
    if "xn--" in domain:
        kalimat = kata("Bagian sesudah tanda @ memuat huruf yang tidak lazim.")
        return AlamatDitolak(f"{kalimat} {kata(_KELIRU)}")
    meant = _suggest(domain)
    return Alamat(f"{local}@{domain}", saran=f"{local}@{meant}" if meant else None)


async def check_mail_server(alamat: Alamat, lookup: MxLookup) -> Alamat | AlamatDitolak:
    """Ask whether the domain takes mail. No answer within three seconds is only a warning."""
    domain = alamat.alamat.rpartition("@")[2]
    try:
        async with asyncio.timeout(_MX_SECONDS):
            takes_mail = await lookup(domain)
    except (TimeoutError, OSError):
        warning = "Alamat itu belum dapat kami periksa. Pastikan ejaannya benar."
        return replace(alamat, peringatan=warning)
    if not takes_mail:
        return AlamatDitolak(f"{domain} tidak menerima e-mail. Periksa ejaan sesudah tanda @.")
    return alamat


def _refusal(text: str) -> str | None:
    if len(text) > 254:
        kalimat = kata("Alamat e-mail itu terlalu panjang.")
        return f"{kalimat} {kata(_KELIRU)}"
    if any(unicodedata.category(symbol) in {"Cc", "Cf", "Zl", "Zp"} for symbol in text):
        return kata("Ada tanda yang tidak terlihat di alamat itu. Ketik ulang, jangan disalin.")
    if any(symbol in ",; <>" for symbol in text) or text.count("@") > 1:
        return kata(_SATU_SAJA)
    if "@" not in text:
        return kata("Alamat e-mail harus memuat tanda @. Contoh: nama@gmail.com")
    if not text.isascii():
        return kata("Pakai huruf a–z, angka, titik, atau garis saja. Contoh: nama@gmail.com")
    if len(text.partition("@")[0]) > 64:
        kalimat = kata("Bagian sebelum tanda @ terlalu panjang.")
        return f"{kalimat} {kata(_KELIRU)}"
    return None


def _suggest(domain: str) -> str | None:
    meant = domain
    for wrong, right in _AKHIRAN.items():
        if meant.endswith(wrong):
            meant = meant.removesuffix(wrong) + right
    name, dot, rest = meant.partition(".")
    meant = _PENYEDIA.get(name, name) + dot + rest
    return meant if meant != domain else None
