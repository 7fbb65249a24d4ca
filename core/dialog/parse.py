"""Understands one answer: text or file in, a storable value out, or one sentence of what to do."""

from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from core.bahasa import kata
from core.dialog import words
from core.dialog.events import Konteks, TitipanBerkas
from core.dialog.options import SEHALAMAN, found, numbered, options, shown, similar, sure
from core.dialog.rencana import Opsi, Rupa, Soal

# Telegram lets a bot fetch files up to 20 MB.
UKURAN_MAKSIMAL = 20 * 1024 * 1024
_TAK_BERNAMA = "application/octet-stream"


@dataclass(frozen=True)
class Terbaca:
    """A good answer, as JSON.

    `label`: what is kept beside it, as its name if it was taken from a list of the office.
    """

    nilai: Any
    label: str | None = None


@dataclass(frozen=True)
class Ditolak:
    """Not an answer yet: the sentence says what to do."""

    kalimat: str


@dataclass(frozen=True)
class Beberapa:
    """Several choices match: they are shown, to pick from."""

    kalimat: str


def read(
    soal: Soal, teks: str, konteks: Konteks, terlihat: tuple[Opsi, ...] | None = None
) -> Terbaca | Ditolak | Beberapa:
    """Read what was typed in answer to a question; a number is that of a choice on screen.

    Where the question is not on screen (`None`), only the numbers of a closed list are known.
    """
    if soal.rupa is Rupa.UNGGAH:
        return Ditolak(kata(words.MINTA_BERKAS))
    if soal.rupa is Rupa.PILIHAN:
        if terlihat is None:
            terlihat = () if soal.opsi_kantor else shown(soal, konteks, "")
        return _choice(soal, teks, konteks, terlihat)
    return _checked(soal, teks, konteks)


def read_file(soal: Soal, titipan: TitipanBerkas) -> str | None:
    """Look at a file's outside; give the sentence of refusal, or None."""
    if soal.rupa is not Rupa.UNGGAH:
        return kata(words.MINTA_TOMBOL) if soal.rupa is Rupa.PILIHAN else kata(words.MINTA_TEKS)
    if titipan.ukuran > UKURAN_MAKSIMAL:
        return kata(words.TERLALU_BESAR, mb=-(-titipan.ukuran // 1_000_000))
    if soal.terima and not _may_be(titipan.mime, soal.terima.mime):
        return kata(words.BUKAN_JENISNYA)
    return None


def _may_be(mime: str, diterima: tuple[str, ...]) -> bool:
    """Say whether a file may turn out to be what is taken: some phones do not name its kind."""
    gambar = mime.startswith("image/") and any(satu.startswith("image/") for satu in diterima)
    return mime in ("", _TAK_BERNAMA, *diterima) or gambar


def taken(soal: Soal, opsi: Opsi) -> Terbaca:
    """Give the answer that a choice stands for."""
    return Terbaca(opsi.nilai, opsi.label if soal.opsi_kantor else None)


def still_fits(soal: Soal, nilai: Any) -> bool:
    """Say whether a stored answer is still one, in a form that has changed since."""
    if nilai is None:
        return soal.opsional
    if soal.opsi:
        return nilai in {opsi.nilai for opsi in soal.opsi}
    try:
        soal.adapter.validate_python(nilai)
    except ValidationError:
        return False
    return True


def sentence(soal_galat: str | None, contoh: str | None, cacat: ErrorDetails) -> str:
    """Give the sentence of a refusal; pydantic's own English never comes through."""
    konteks = cacat.get("ctx", {})
    if cacat["type"] in ("tolak", "galat"):
        return str(konteks["kalimat"])
    if cacat["type"] == "value_error":
        return str(konteks["error"])
    if soal_galat:
        return soal_galat
    return kata(words.BELUM_SESUAI) + (kata(words.SEPERTI, contoh=contoh) if contoh else "")


def _checked(soal: Soal, teks: str, konteks: Konteks) -> Terbaca | Ditolak:
    try:
        nilai = soal.adapter.validate_python(teks)
    except ValidationError as salah:
        cacat = salah.errors(include_url=False, include_input=False)[0]
        return Ditolak(sentence(soal.tanya.galat, soal.tanya.contoh, cacat))
    if soal.sifat and soal.sifat.pada and (kalimat := soal.sifat.pada(nilai, konteks.hari_ini)):
        return Ditolak(kalimat)
    return Terbaca(soal.adapter.dump_python(nilai, mode="json"))


def _choice(
    soal: Soal, teks: str, konteks: Konteks, terlihat: tuple[Opsi, ...]
) -> Terbaca | Ditolak | Beberapa:
    # A number typed for a time is a time: "8" is eight o'clock, not the eighth choice.
    bernomor = () if soal.waktu == "jam" else terlihat
    if opsi := numbered(bernomor, teks) or sure(soal, konteks, teks):
        return taken(soal, opsi)
    cocok = found(soal, konteks, teks)
    if len(cocok) > SEHALAMAN and soal.opsi_nasional:
        return Beberapa(kata(words.ADA_BANYAK))
    if len(cocok) > 1:
        return Beberapa(kata(words.ADA_BEBERAPA, banyak=len(cocok)))
    semua = options(soal, konteks)
    if cocok or similar(semua, teks):
        return Beberapa(kata(words.MUNGKIN_MAKSUD))
    if not semua:
        return Ditolak(kata(words.WAKTU_HABIS) if soal.waktu else kata(words.DAFTAR_KOSONG))
    return Ditolak(kata(words.TIDAK_ADA_DI_DAFTAR))
