"""A letter stands only where it can be given and sent back."""

from typing import Annotated

import pytest
from pydantic import BaseModel

from core.api import Bahan, Formulir, FormulirRusak, Surat, Tanya, Ulang, jenis
from core.dialog import compile_form


class Isi(BaseModel):
    """The context of a page."""


def isi(bahan: Bahan) -> Isi:
    return Isi()


SURAT = Surat("pernyataan.html", isi=isi, nama="Surat Pernyataan")
KOSONG = Surat("pernyataan.html", isi=isi, nama="")
MESIN = Surat("pernyataan.html", isi=isi, nama="<b>Surat</b>")


class Tertulis(Formulir):
    nama: jenis.Nama
    alasan: Annotated[str, Tanya("Apa alasannya?", surat=SURAT)]


class Pertama(Formulir):
    surat: Annotated[jenis.Foto, Tanya("Foto suratnya", surat=SURAT)]
    nama: jenis.Nama


class TanpaNama(Formulir):
    nama: jenis.Nama
    surat: Annotated[jenis.Foto, Tanya("Foto suratnya", surat=KOSONG)]


class Bertanda(Formulir):
    nama: jenis.Nama
    surat: Annotated[jenis.Foto, Tanya("Foto suratnya", surat=MESIN)]


class Baris(Formulir):
    nama: jenis.Nama
    surat: Annotated[jenis.Foto, Tanya("Foto suratnya", surat=SURAT)]


class Berulang(Formulir):
    nama: jenis.Nama
    anggota: Annotated[list[Baris], Ulang("Siapa saja?")]


class Baik(Formulir):
    nama: jenis.Nama
    surat: Annotated[jenis.Berkas, Tanya("Foto suratnya", surat=SURAT)]


@pytest.mark.parametrize(
    ("formulir", "sebab"),
    [
        (Tertulis, "Tertulis.alasan: surat hanya untuk pertanyaan yang dijawab dengan foto"),
        (Pertama, "Pertama.surat: surat dibuat dari jawaban sebelumnya"),
        (TanpaNama, "TanpaNama.surat: nama Surat harus 1 sampai 60"),
        (Bertanda, "Bertanda.surat: nama Surat harus 1 sampai 60"),
        (Berulang, "Baris.surat: surat hanya untuk pertanyaan di luar kelompok"),
    ],
)
def test_a_letter_in_a_wrong_place_is_refused(formulir: type[Formulir], sebab: str) -> None:
    with pytest.raises(FormulirRusak, match=sebab):
        compile_form(formulir, kontak=False)


def test_a_letter_belongs_to_an_upload() -> None:
    compile_form(Baik, kontak=False)
