"""E-mail addresses: only the plain ones, so that no address can smuggle a header or a second
recipient. Whether the domain takes mail is asked elsewhere."""

import re

from core.api.checks.teks import clean
from core.api.formulir import tolak

_LOKAL = re.compile(r"[A-Za-z0-9_+\-]+(?:\.[A-Za-z0-9_+\-]+)*")
_LABEL = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?")
_DOMAIN_UMUM = (
    "gmail.com",
    "yahoo.com",
    "yahoo.co.id",
    "outlook.com",
    "hotmail.com",
    "icloud.com",
)
_SALAH_KETIK = {
    "gmial.com": "gmail.com", "gmai.com": "gmail.com", "gmal.com": "gmail.com",
    "gamil.com": "gmail.com", "gmil.com": "gmail.com", "gnail.com": "gmail.com",
    "gmail.co": "gmail.com", "gmail.co.id": "gmail.com", "gmaill.com": "gmail.com",
    "gmail.id": "gmail.com", "gmail.cm": "gmail.com", "gmail.om": "gmail.com",
    "yaho.com": "yahoo.com", "yahho.com": "yahoo.com", "yhoo.com": "yahoo.com",
    "yahoo.co": "yahoo.com", "yaho.co.id": "yahoo.co.id", "yahoo.id": "yahoo.co.id",
    "hotmial.com": "hotmail.com", "hotmai.com": "hotmail.com", "outlok.com": "outlook.com",
    "iclod.com": "icloud.com", "icloud.co": "icloud.com",
}  # fmt: skip
_AKHIRAN = {".con": ".com", ".cpm": ".com", ".vom": ".com", ".comm": ".com", ".xom": ".com"}


def email(nilai: object) -> str:
    """Take one address; the domain in lower case."""
    teks = clean(nilai)
    if not teks.isascii():
        tolak("Alamat e-mail hanya memuat huruf dan angka biasa. Contoh: budi@gmail.com.")
    if any(tanda in teks for tanda in ",; "):
        tolak("Kirim satu alamat e-mail saja, tanpa spasi. Contoh: budi@gmail.com.")
    if teks.count("@") != 1:
        tolak(
            "Alamat e-mail memuat satu tanda @; yang Anda kirim {banyak}. Contoh: budi@gmail.com.",
            banyak=teks.count("@"),
        )
    lokal, domain = teks.split("@")
    if not _LOKAL.fullmatch(lokal) or len(lokal) > 64:
        tolak("Bagian sebelum @ belum tepat. Contoh: budi@gmail.com.")
    label = domain.lower().split(".")
    utuh = len(label) > 1 and all(map(_LABEL.fullmatch, label)) and not label[-1].isdigit()
    if not utuh or len(teks) > 254:
        tolak("Bagian sesudah @ belum tepat. Contoh: budi@gmail.com.")
    return f"{lokal}@{domain.lower()}"


def suggest(alamat: str) -> str | None:
    """Offer the address that was probably meant, when the domain looks mistyped."""
    lokal, _, domain = alamat.partition("@")
    if domain in _DOMAIN_UMUM:
        return None
    for salah, benar in _AKHIRAN.items():
        if domain.endswith(salah):
            domain = domain.removesuffix(salah) + benar
    domain = _SALAH_KETIK.get(domain, domain)
    usul = f"{lokal}@{domain}"
    return None if usul == alamat else usul
