"""The two statements that stand in for a missing paper, filled in as far as anything is known.

F-2.03 for the letter of birth, F-2.04 for the proof of marriage (DOMAIN.md 5.6). The registry is
not asked, because nobody has looked at the case yet: what the citizen did not type is a dotted
line, to be written by hand before signing.
"""

from datetime import date

from pydantic import BaseModel

from core.api import Bahan, date_in_words
from plugins.akta.dasar import Dasar
from plugins.akta.kerabat import Kerabat
from plugins.akta.kode import Pelapor
from plugins.akta.silsilah import father, mother


class Titik(BaseModel):
    """A label and its value; without a value a dotted line."""

    label: str
    isi: str = ""


class Bagian(BaseModel):
    """A sentence, and the lines below it."""

    kalimat: str
    baris: tuple[Titik, ...]


class HalamanSPTJM(BaseModel):
    """Everything that the page of a statement prints."""

    kode: str
    judul: str
    bagian: tuple[Bagian, ...]
    penutup: str
    tempat: str
    pembuat: str
    saksi: tuple[tuple[Titik, ...], ...]


_TITIK = "." * 26
_PENUTUP = (
    "Demikian surat pernyataan ini saya buat dengan sebenar-benarnya. Apabila di kemudian hari "
    "pernyataan saya ini tidak benar, saya bersedia diproses secara hukum sesuai dengan peraturan "
    "perundang-undangan, dan dokumen yang terbit karena pernyataan ini menjadi tidak sah."
)


def birth_statement(bahan: Bahan) -> HalamanSPTJM:
    """Fill in F-2.03: the child was born as its reporter says."""
    isian = bahan.read(Dasar)
    ibu = mother(bahan, isian)
    tempat = bahan.wilayah.get(isian.tempat_kelahiran)
    kabupaten = tempat.kabupaten_kota if tempat else ""
    anak = (
        _line("Nama", isian.nama),
        _line("NIK"),
        _line("Tempat/tanggal lahir", _born(kabupaten, isian.tanggal_lahir)),
        _line("Anak ke", str(isian.kelahiran_ke)),
        _line("Alamat"),
    )
    penolong = (
        _line("Nama", isian.nama_penolong or ""),
        _line("NIK"),
        _line("Pekerjaan", isian.penolong.label),
        _line("Alamat"),
    )
    return _page(
        bahan,
        isian,
        kode="F-2.03",
        judul="Surat Pernyataan Tanggung Jawab Mutlak Kebenaran Data Kelahiran",
        tengah=(
            Bagian(kalimat="menyatakan dengan sesungguhnya bahwa anak:", baris=anak),
            Bagian(kalimat="benar lahir dari seorang ibu:", baris=_named(ibu)),
            Bagian(kalimat="dengan penolong kelahiran:", baris=penolong),
        ),
    )


def couple_statement(bahan: Bahan) -> HalamanSPTJM:
    """Fill in F-2.04: the parents are husband and wife."""
    isian = bahan.read(Dasar)
    ayah, ibu = father(bahan, isian) or Kerabat(nama=""), mother(bahan, isian)
    return _page(
        bahan,
        isian,
        kode="F-2.04",
        judul="Surat Pernyataan Tanggung Jawab Mutlak Kebenaran sebagai Pasangan Suami Istri",
        tengah=(
            Bagian(kalimat="menyatakan dengan sesungguhnya bahwa:", baris=_whole(ayah)),
            Bagian(kalimat="adalah suami dari:", baris=_whole(ibu)),
            Bagian(
                kalimat="sebagaimana tercantum dalam Kartu Keluarga:",
                baris=(_line("Nomor KK", isian.nomor_kk),),
            ),
        ),
    )


def _page(
    bahan: Bahan, isian: Dasar, *, kode: str, judul: str, tengah: tuple[Bagian, ...]
) -> HalamanSPTJM:
    pembuat = _declarant(bahan, isian)
    saya = Bagian(kalimat="Saya yang bertanda tangan di bawah ini:", baris=_whole(pembuat))
    return HalamanSPTJM(
        kode=kode,
        judul=judul,
        bagian=(saya, *tengah),
        penutup=_PENUTUP,
        tempat=bahan.kantor.tempat,
        pembuat=pembuat.nama.upper(),
        saksi=tuple(
            (_line("Nama", satu.nama), _line("NIK", satu.nik)) for satu in isian.saksi or ()
        ),
    )


def _declarant(bahan: Bahan, isian: Dasar) -> Kerabat:
    """Give the person who reports and signs."""
    if isian.pelapor is Pelapor.IBU:
        return mother(bahan, isian)
    if isian.pelapor is Pelapor.AYAH:
        return father(bahan, isian) or Kerabat(nama="")
    return Kerabat(nama=isian.nama_pelapor or "", nik=isian.nik_pelapor or "")


def _named(orang: Kerabat) -> tuple[Titik, ...]:
    return (_line("Nama", orang.nama), _line("NIK", orang.nik))


def _whole(orang: Kerabat) -> tuple[Titik, ...]:
    return (
        *_named(orang),
        _line("Tempat/tanggal lahir", _born(orang.tempat_lahir, orang.tanggal_lahir)),
        _line("Pekerjaan"),
        _line("Alamat"),
    )


def _born(tempat: str, tanggal: date | None) -> str:
    """Give place and day; a place that nobody typed leaves room for the pen."""
    if tanggal is None:
        return tempat
    return f"{tempat or _TITIK}, {date_in_words(tanggal)}"


def _line(label: str, isi: str = "") -> Titik:
    return Titik(label=label, isi=" ".join(isi.upper().split()))
