"""The core's own last questions: by which way the document leaves (SECURITY.md 8, 9)."""

from dataclasses import dataclass, replace
from typing import Annotated, Literal

from core.api import F, Formulir, Tanya, jenis
from core.bahasa import kata
from core.dialog import words
from core.dialog.rencana import Butir, KodeSurel, Soal

JalanKeluar = Literal["email", "ambil"]


@dataclass(frozen=True)
class Kontak:
    """Where the document goes: to a proven e-mail address, or it waits at the office."""

    email: str | None
    jalan_keluar: JalanKeluar


class FormKontak(Formulir):
    """Asked after the plugin's own questions."""

    email: Annotated[jenis.Email | None, Tanya(words.TANYA_EMAIL, lewati=words.TANPA_EMAIL)] = None


def dress(isi: tuple[Butir, ...], dokumen: str) -> tuple[Butir, ...]:
    """Name the document in the question, and ask for the code that proves the address."""
    (soal,) = isi
    assert isinstance(soal, Soal)
    tanya = replace(soal.tanya, teks=kata(words.TANYA_EMAIL, dokumen=dokumen))
    kode = KodeSurel("kode", alamat="email", bila=F.email.terisi)
    return replace(soal, tanya=tanya, kosong=kata(words.AMBIL_DI_KANTOR)), kode


def read(jawaban: dict[str, object]) -> Kontak:
    """Give the way out that was chosen."""
    email = jawaban.get("email")
    return Kontak(None, "ambil") if email is None else Kontak(str(email), "email")
