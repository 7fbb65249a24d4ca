"""Pieces of an address: street, RT/RW, village. A line that holds several can be taken apart."""

import re

from core.api.checks.teks import clean
from core.api.formulir import tolak
from core.api.sifat import Potongan

JALAN_MAKSIMAL = 120
_RT_RW = re.compile(
    r"\bRT[\s.:]*0*([0-9]{1,3})[\s,./-]*RW[\s.:]*0*([0-9]{1,3})\b"
    r"|\bRT\s*/\s*RW\b[\s.:]*([0-9]{1,3})\s*[/.-]\s*([0-9]{1,3})\b",
    re.IGNORECASE,
)
_PASANGAN = re.compile(r"0*([0-9]{1,3})\s*[/\s.,-]\s*0*([0-9]{1,3})")
_DESA = re.compile(
    r"[\s,]*\b(?:desa|ds|kelurahan|kel)\b[.:\s]+(?P<nama>[^,]+?)"
    r"(?:[\s,]+(?:kecamatan|kec)\b[.:\s]+(?P<kecamatan>[^,]+?))?"
    r"(?:[\s,]+(?:kabupaten|kab|kota)\b.*)?\s*$",
    re.IGNORECASE,
)
_KODE_DESA = re.compile(r"[0-9]{2}\.[0-9]{2}\.[0-9]{2}\.[0-9]{4}")


def jalan(nilai: object) -> str:
    """Take the street line of an address."""
    teks = clean(nilai).strip(" ,;")
    if len(teks) < 3:
        tolak("Tulis nama jalan, dukuh, atau perumahan beserta nomornya. Contoh: Jl. Kenari 5.")
    if len(teks) > JALAN_MAKSIMAL:
        tolak(
            "Alamat paling panjang {maksimal} huruf; yang Anda kirim {banyak} huruf.",
            maksimal=JALAN_MAKSIMAL,
            banyak=len(teks),
        )
    return teks


def rt_rw(nilai: object) -> str:
    """Take RT and RW in any usual writing; give 002/005."""
    teks = clean(nilai)
    cocok = _RT_RW.fullmatch(teks) or _PASANGAN.fullmatch(teks)
    if cocok is None:
        tolak("Tulis RT dan RW dengan garis miring. Contoh: 002/005.")
    rt, rw = (angka for angka in cocok.groups() if angka is not None)
    return f"{int(rt):03d}/{int(rw):03d}"


def kode_desa(nilai: object) -> str:
    """Take the code of a village; the dialog finds it from the name."""
    teks = clean(nilai)
    if not _KODE_DESA.fullmatch(teks):
        tolak("Ketik nama desa atau kelurahan, lalu pilih dari daftar.")
    return teks


def pick_rt_rw(baris: str) -> Potongan | None:
    """Find "RT 02 RW 05" inside a line."""
    cocok = _RT_RW.search(baris)
    return None if cocok is None else Potongan(cocok[0], _without(baris, cocok))


def pick_desa(baris: str) -> Potongan | None:
    """Find "Desa Bae" (with its kecamatan, if named) at the end of a line."""
    cocok = _DESA.search(baris)
    if cocok is None:
        return None
    nama = cocok["nama"].strip()
    kecamatan = cocok["kecamatan"]
    return Potongan(
        f"{nama}, Kec. {kecamatan.strip()}" if kecamatan else nama, _without(baris, cocok)
    )


def _without(baris: str, cocok: re.Match[str]) -> str:
    return " ".join(f"{baris[: cocok.start()]} {baris[cocok.end() :]}".split()).strip(" ,;")
