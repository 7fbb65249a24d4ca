"""The statements that a move may need, pre-filled: F-1.03A and F-1.03B (DOMAIN.md 5.6).

What nobody was asked for stays an empty line, to be written by hand before it is signed.
"""

from pydantic import BaseModel

BARIS_ORANG = 5
"""Lines for people, at least, so that those who were not named can be written in."""


class Pihak(BaseModel):
    """One who signs, or receives: a title and what is known, label by label."""

    judul: str
    baris: tuple[tuple[str, str], ...]


class Pernyataan(BaseModel):
    """Everything that the letter prints."""

    kode: str
    judul: str
    pihak: tuple[Pihak, ...]
    kalimat: str
    orang: tuple[tuple[str, str], ...]
    penutup: str
    penerima: str
    """Who signs on the left, empty if nobody does."""
    penanda_tangan: str
    """Who signs on the right, over the duty stamp."""


def power_of_care(
    nomor_kk: str, anak: tuple[tuple[str, str], ...], *, wali: tuple[str, str] = ("", "")
) -> Pernyataan:
    """Make F-1.03A: a father, a mother or a guardian gives a child into somebody's care."""
    return Pernyataan(
        kode="F-1.03A",
        judul="SURAT KUASA PENGASUHAN ANAK DARI ORANG TUA/WALI",
        pihak=(
            _party("Saya yang bertanda tangan di bawah ini (pemberi kuasa):", nomor_kk=nomor_kk),
            _party("memberi kuasa pengasuhan kepada (penerima kuasa):", *wali),
        ),
        kalimat="atas anak:",
        orang=_people(anak),
        penutup="Surat kuasa ini dibuat dengan sebenarnya untuk pelayanan administrasi "
        "kependudukan.",
        penerima="Penerima kuasa",
        penanda_tangan="Pemberi kuasa",
    )


def welcome(kepala: str, nomor_kk: str) -> Pernyataan:
    """Make F-1.03B: the head of a family takes others into the family's card."""
    return Pernyataan(
        kode="F-1.03B",
        judul="SURAT PERNYATAAN BERSEDIA MENERIMA SEBAGAI ANGGOTA KELUARGA",
        pihak=(
            _party(
                "Saya yang bertanda tangan di bawah ini, kepala keluarga:",
                kepala,
                nomor_kk=nomor_kk,
            ),
        ),
        kalimat="menyatakan bersedia menerima sebagai anggota di dalam KK saya:",
        orang=_people(()),
        penutup="Surat pernyataan ini dibuat dengan sebenarnya untuk pelayanan administrasi "
        "kependudukan.",
        penerima="",
        penanda_tangan="Yang membuat pernyataan",
    )


def _party(judul: str, nama: str = "", nik: str = "", *, nomor_kk: str = "") -> Pihak:
    baris = (("Nama", nama), ("NIK", nik), ("Nomor KK", nomor_kk), ("Alamat", ""))
    return Pihak(judul=judul, baris=baris)


def _people(orang: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    return (*orang, *((("", ""),) * max(0, BARIS_ORANG - len(orang))))
