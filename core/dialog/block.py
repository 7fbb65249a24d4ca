"""Cuts what was pasted into pairs of label and value, whatever stands around them.

Labels come with a colon, an equals sign or a tab ("Nama: Budi, NIK: 33…"), or bare in a line that
somebody typed in one breath ("nama budi santoso nik 33… lahir kudus 17-8-1990"). Bare labels count
only where a number or a date stands behind one of them: an ordinary answer has none.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

Kenal = Callable[[str], bool]
"""Says whether a text is the label of a question."""

_DITERUSKAN = re.compile(r"^\s*\[\d{1,2}[/.]\d{1,2}[^\]]{0,20}\]\s*[^:]{1,40}:\s*")
"""What WhatsApp puts before a copied message: [17/8 10.22] Budi:"""
_HIASAN = re.compile(r"[*~`\u200b-\u200f\u202a-\u202e\u2066-\u2069]|(?<![^\W_])_+|_+(?![^\W_])")
_AWAL = re.compile(r"^(?:[^\w+(]|_)+")
_PEMISAH = re.compile(r"[:=\t\uff1a]")
_SATUAN = re.compile(r"[^\s,;|:=\t\uff1a]+")
_TEPI = " \t,;|"
_KATA_LABEL = 6
_KATA = re.compile(r"[^\s:,;]+")
_PENGANTAR = frozenset(("saya", "adalah", "yaitu", "di", "pada", "tanggal", "tgl", "no", "nya"))
_NOMOR_ENAM_BELAS = re.compile(r"(?<!\d)\d(?:[ .-]?\d){15}(?!\d)")
_BULAN = r"(?:jan|feb|peb|mar|apr|mei|jun|jul|agu|ags|agt|sep|okt|nov|nop|des)[a-z]*"
_TANGGAL = re.compile(
    rf"(?<!\d)(?:\d{{1,2}}(?:\s*[-/.]\s*|\s+)(?:\d{{1,2}}|{_BULAN})(?:\s*[-/.]\s*|\s+)\d{{4}}"
    r"|\d{4}-\d{2}-\d{2})(?!\d)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Pasangan:
    """One label and what stands behind it."""

    label: str
    isi: str


@dataclass(frozen=True)
class Alinea:
    """Lines that belong together, and how many of them nobody knows."""

    isi: tuple[Pasangan, ...]
    asing: int = 0


def tidy(teks: str) -> list[str]:
    """Give the lines without bullets, bold, and what a forwarded message adds."""
    baris = (_DITERUSKAN.sub("", satu) for satu in teks.splitlines())
    return [_AWAL.sub("", _HIASAN.sub("", satu)).rstrip() for satu in baris]


def number(teks: str) -> re.Match[str] | None:
    """Find a number of sixteen digits, with spaces, dots or dashes in it or not."""
    return _NOMOR_ENAM_BELAS.search(teks)


def day(teks: str) -> re.Match[str] | None:
    """Find a date with its year in four digits."""
    return _TANGGAL.search(teks)


def paragraphs(teks: str, kenal: Kenal) -> tuple[Alinea, ...]:
    """Cut a text into paragraphs of labelled pairs; an empty answer when there is not one pair."""
    hasil: list[Alinea] = []
    pasangan: list[Pasangan] = []
    asing = 0
    for baris in [*tidy(teks), ""]:
        potongan = list(_labelled(baris, kenal))
        if (not baris or _is_heading(baris, potongan, kenal)) and (pasangan or asing):
            hasil.append(Alinea(tuple(pasangan), asing))
            pasangan, asing = [], 0
        elif baris and not _is_heading(baris, potongan, kenal):
            pasangan += potongan
            asing += not potongan
    ada = any(kenal(satu.label) for alinea in hasil for satu in alinea.isi)
    return tuple(hasil) if ada else _in_one_breath(teks, kenal)


def _is_heading(baris: str, potongan: list[Pasangan], kenal: Kenal) -> bool:
    """Say whether a line only announces what follows: "2.", "Data istri:"."""
    if re.fullmatch(r"\d{1,2}[.)]?", baris):
        return True
    return len(potongan) == 1 and not potongan[0].isi and not kenal(potongan[0].label)


def _labelled(baris: str, kenal: Kenal) -> Iterator[Pasangan]:
    """Cut a line at its labels; a first label that nobody knows keeps the whole line."""
    temu: list[tuple[int, int, str]] = []
    for pisah in _PEMISAH.finditer(baris):
        awal = temu[-1][1] if temu else 0
        mulai = _known_from(baris, awal, pisah.start(), kenal)
        if mulai is not None:
            temu.append((mulai, pisah.end(), baris[mulai : pisah.start()]))
    if not temu:
        kepala, pisah_kepala, isi = baris.partition(":")
        if pisah_kepala:
            yield Pasangan(kepala.strip(), isi.strip())
        return
    batas = [mulai for mulai, _, _ in temu[1:]] + [len(baris)]
    for (_, akhir, label), sampai in zip(temu, batas, strict=True):
        yield Pasangan(label.strip(), baris[akhir:sampai].strip(_TEPI))


def _known_from(baris: str, awal: int, akhir: int, kenal: Kenal) -> int | None:
    """Find where the longest known label begins that ends at a separator."""
    kata = [awal + satu.start() for satu in _SATUAN.finditer(baris[awal:akhir])]
    return next((n for n in kata[-_KATA_LABEL:] if kenal(baris[n:akhir])), None)


def _in_one_breath(teks: str, kenal: Kenal) -> tuple[Alinea, ...]:
    """Take bare labels, when there are two or more and a number or a date behind one of them."""
    utuh = "\n".join(tidy(teks))
    kata = list(_KATA.finditer(utuh))
    temu: list[tuple[int, int]] = []
    n = 0
    while n < len(kata):
        jendela = range(_KATA_LABEL, 0, -1)
        panjang = next((k for k in jendela if _names(utuh, kata[n : n + k], k, kenal)), 0)
        if panjang:
            temu.append((kata[n].start(), kata[n + panjang - 1].end()))
        n += panjang or 1
    if len(temu) < 2 or (kata and temu[0][0] != kata[0].start() and len(temu) < 3):
        return ()
    batas = [mulai for mulai, _ in temu[1:]] + [len(utuh)]
    pasangan = [
        Pasangan(utuh[mulai:akhir], _bare(utuh[akhir:sampai]))
        for (mulai, akhir), sampai in zip(temu, batas, strict=True)
    ]
    if not any(number(satu.isi) or day(satu.isi) for satu in pasangan):
        return ()
    return (Alinea(tuple(satu for satu in pasangan if satu.isi)),)


def _names(utuh: str, kata: list[re.Match[str]], banyak: int, kenal: Kenal) -> bool:
    """Say whether these words are one label, all in one line."""
    if len(kata) < banyak:
        return False
    teks = utuh[kata[0].start() : kata[-1].end()]
    if "\n" in teks or teks.casefold() in _PENGANTAR or any(c.isdigit() for c in teks):
        return False
    return kenal(teks)


def _bare(isi: str) -> str:
    """Take "saya", "adalah", "di" off the ends of a value."""
    kata = isi.strip(_TEPI + "\n").replace("\n", " ").split()
    while kata and kata[0].casefold() in _PENGANTAR:
        kata = kata[1:]
    while kata and kata[-1].casefold() in _PENGANTAR:
        kata = kata[:-1]
    return " ".join(kata).strip(_TEPI)
