"""Shows answers to people: labels instead of keys, dates in words, private numbers masked."""

from collections.abc import Mapping
from datetime import date
from html import escape
from typing import Any

from core.api import date_in_words
from core.bahasa import kata
from core.dialog import words, words_foto
from core.dialog.rencana import Kelompok, Rupa, Soal

_PENDEK = 300
_TITIK = "•"
PESAN_MAKSIMAL = 4096
LABEL_MAKSIMAL = 60
HALAMAN_MAKSIMAL = 3
"""Pages of one paper."""


def fill(templat: str, **nilai: object) -> str:
    """Fill a sentence with values that people typed: cut to a sane length, escaped for HTML."""
    return kata(templat).format(**{nama: plain(str(isi)) for nama, isi in nilai.items()})


def plain(teks: str) -> str:
    """Escape a text for Telegram's HTML."""
    pendek = teks if len(teks) <= _PENDEK * 2 else teks[: _PENDEK * 2] + "…"
    return escape(pendek, quote=False)


def mask(teks: str) -> str:
    """Hide the middle of a private number: 3319••••••••0001."""
    tampak = 4 if len(teks) >= 12 else len(teks) // 4
    return teks[:tampak] + _TITIK * (len(teks) - 2 * tampak) + teks[len(teks) - tampak :]


def day_in_words(hari: date) -> str:
    """Write a day with its name: Senin, 11 Mei 2026."""
    return f"{kata(words.NAMA_HARI[hari.weekday()])}, {date_in_words(hari)}"


def shown(soal: Soal, rumah: Mapping[str, Any], *, masked: bool) -> str:
    """Give the text of a stored answer; a skipped one says what its button said."""
    nilai = rumah.get(soal.nama)
    if nilai is None:
        return soal.kosong or soal.tanya.lewati or kata(words.TIDAK_DIISI)
    if soal.rupa is Rupa.UNGGAH:
        isi = kata(words.LAMPIRAN.get(nilai["mime"], words.FOTO_TERLAMPIR))
        banyak = 1 + len(nilai.get("lanjutan", ()))
        return kata(words_foto.BERHALAMAN, isi=isi, banyak=banyak) if banyak > 1 else isi
    if soal.waktu == "hari":
        return day_in_words(date.fromisoformat(nilai))
    if soal.opsi_kantor:
        return str(rumah.get(soal.nama + "#", nilai))
    if soal.rupa is Rupa.PILIHAN:
        return next((opsi.label for opsi in soal.opsi if opsi.nilai == nilai), str(nilai))
    if soal.tipe is date:
        return date_in_words(date.fromisoformat(nilai))
    return mask(str(nilai)) if masked and soal.tanya.pribadi else str(nilai)


def row_title(kelompok: Kelompok, row: Mapping[str, Any], nomor: int) -> str:
    """Name a row for a list: as its form says, else by its first answer, else by its number."""
    tampil = {
        butir.nama: shown(butir, row, masked=True)
        for butir in kelompok.isi
        if isinstance(butir, Soal) and row.get(butir.nama) is not None
    }
    judul = kelompok.ulang.judul
    try:
        teks = judul(tampil) if callable(judul) else judul.format_map(tampil)
    except (
        KeyError,
        IndexError,
        AttributeError,
        TypeError,
    ):  # the answers that the title is made of are still missing
        teks = ""
    teks = teks or tampil.get(kelompok.pertama.nama, "")
    return teks or kata(words.BARIS_KE, label=kelompok.label, nomor=nomor + 1)


def cut(label: str) -> str:
    """Shorten a button's label to what telephones show; the text above it says all of it."""
    return label if len(label) <= LABEL_MAKSIMAL else label[: LABEL_MAKSIMAL - 1].rstrip() + "…"


def fit(baris: list[str]) -> list[str]:
    """Spread lines over as many messages as Telegram's limit needs."""
    pesan: list[str] = []
    for satu in baris:
        if pesan and _units(pesan[-1]) + _units(satu) + 1 <= PESAN_MAKSIMAL:
            pesan[-1] += "\n" + satu
        else:
            pesan.append(satu)
    return pesan


def _units(teks: str) -> int:
    """Count as Telegram does, in UTF-16 code units."""
    return len(teks.encode("utf-16-le", "surrogatepass")) // 2
