"""The excerpt of a birth deed, in two languages (DOMAIN.md 7.2, 7.3)."""

from pydantic import BaseModel

from core.api import Bahan, HasilCari, KepalaSurat, jenis, tolak
from plugins.akta.bilangan import cardinal, date_spelled, tanggal_terbilang, terbilang
from plugins.akta.dasar import Dasar
from plugins.akta.isian import AktaPetugas
from plugins.akta.kerabat import Kerabat
from plugins.akta.kode import Kalimat
from plugins.akta.silsilah import father, mother

_UKURAN = ((30, "besar"), (60, "sedang"))
"""Longest text of a class, in signs; what is longer is small and wraps."""
_KELAMIN = {
    jenis.Kelamin.LAKI_LAKI: ("laki-laki", "male"),
    jenis.Kelamin.PEREMPUAN: ("perempuan", "female"),
}
_BELUM_TERCATAT = (
    "yang perkawinannya belum tercatat sesuai dengan peraturan perundang-undangan",
    "whose marriage has not been registered in accordance with the law",
)
_TANPA_ORANG_TUA = (
    "yang tidak diketahui asal usul atau keberadaan orang tuanya",
    "whose origin or whose parents' whereabouts are not known",
)


class Baris(BaseModel):
    """A phrase in both languages, and what it says; without a value it stands alone."""

    id: str
    en: str
    isi: str = ""
    inggris: str = ""
    """The value in English, where it is words."""
    kelas: str = "biasa"


class HalamanAkta(BaseModel):
    """Everything that the template prints."""

    nik: str
    baris: tuple[Baris, ...]
    penutup: tuple[Baris, ...]
    pejabat: str
    officer: str
    kepala_dinas: str
    nip: str


def excerpt(bahan: Bahan) -> HalamanAkta:
    """Make the page; refuses, with a sentence for the officer, what contradicts itself."""
    isian, petugas = bahan.read(Dasar), bahan.read(AktaPetugas)
    if petugas.tanggal_pencatatan < isian.tanggal_lahir:
        tolak("Tanggal pencatatan lebih awal dari tanggal lahir anak. Periksa formulir petugas.")
    if petugas.nik_anak in {
        satu.nik for satu in (mother(bahan, isian), father(bahan, isian)) if satu
    }:
        tolak("NIK anak sama dengan NIK orang tuanya. Periksa formulir petugas.")
    kantor = bahan.kantor
    return HalamanAkta(
        nik=petugas.nik_anak,
        baris=(*_birth(bahan, isian, petugas), *_parents(bahan, isian, petugas.kalimat)),
        penutup=_closing(bahan),
        pejabat=_capitals(f"Pejabat Pencatatan Sipil {kantor.kabupaten}"),
        officer=f"Officer of Civil Registration of {kantor.kabupaten}",
        kepala_dinas=_name_of(kantor),
        nip=_grouped(kantor.kepala_nip),
    )


def _birth(bahan: Bahan, isian: Dasar, petugas: AktaPetugas) -> tuple[Baris, ...]:
    tempat = bahan.tempat(isian.tempat_kelahiran)
    lahir = isian.tanggal_lahir
    return (
        _line(
            "Berdasarkan Akta Kelahiran Nomor",
            "By virtue of Birth Certificate Number",
            petugas.nomor_akta,
        ),
        _line("bahwa di", "that in", tempat.kabupaten_kota),
        _line("pada tanggal", "on date", tanggal_terbilang(lahir), date_spelled(lahir)),
        _line("telah lahir", "was born", isian.nama, nama=True),
        _order(isian, petugas.kalimat),
    )


def _order(isian: Dasar, kalimat: Kalimat) -> Baris:
    """Say which child, and its sex; of a foundling nobody knows the order."""
    kelamin, sex = _KELAMIN[isian.jenis_kelamin]
    if kalimat is Kalimat.TEMUAN:
        return _line("seorang anak", "a child", kelamin, sex)
    ke, order = terbilang(isian.kelahiran_ke), cardinal(isian.kelahiran_ke)
    return _line("anak ke", "child number", f"{ke}, {kelamin}", f"{order}, {sex}")


def _parents(bahan: Bahan, isian: Dasar, kalimat: Kalimat) -> tuple[Baris, ...]:
    if kalimat is Kalimat.TEMUAN:
        return (_sentence(*_TANPA_ORANG_TUA),)
    ibu = _certain(mother(bahan, isian), isian.ibu_tercatat)
    if kalimat is Kalimat.IBU:
        return (_line("dari seorang ibu", "of a mother", ibu.nama, nama=True),)
    ayah = father(bahan, isian)
    if ayah is None:
        tolak("Nama ayah tidak diisi pemohon. Pilih kalimat anak seorang ibu.")
    berdua = (
        _line("dari ayah", "of the father", _certain(ayah, isian.ayah_tercatat).nama, nama=True),
        _line("dan ibu", "and the mother", ibu.nama, nama=True),
    )
    return berdua if kalimat is Kalimat.NIKAH else (*berdua, _sentence(*_BELUM_TERCATAT))


def _certain(orang: Kerabat, hasil: HasilCari | None) -> Kerabat:
    """Insist on the record of whoever was recorded when the case was filed."""
    if hasil is HasilCari.ADA and not orang.tercatat:
        tolak("Catatan kependudukan orang tua belum dapat dibaca. Coba lagi sebentar lagi.")
    return orang


def _closing(bahan: Bahan) -> tuple[Baris, ...]:
    hari = bahan.tanggal
    return (
        _line("Kutipan ini dikeluarkan di", "The excerpt is issued in", bahan.kantor.tempat),
        _line("pada tanggal", "on date", tanggal_terbilang(hari), date_spelled(hari)),
    )


def _line(id: str, en: str, isi: str, inggris: str = "", *, nama: bool = False) -> Baris:
    teks = _capitals(isi)
    ukuran = next((kelas for batas, kelas in _UKURAN if len(teks) <= batas), "kecil")
    return Baris(id=id, en=en, isi=teks, inggris=inggris, kelas=ukuran if nama else "biasa")


def _sentence(id: str, en: str) -> Baris:
    return Baris(id=id, en=en)


def _capitals(teks: str) -> str:
    return " ".join(teks.upper().split())


def _name_of(kantor: KepalaSurat) -> str:
    """Give the signer's name as it is written; its titles have small letters."""
    return " ".join(kantor.kepala_nama.split())


def _grouped(nip: str) -> str:
    """Write an official's number as it is read: 8-6-1-3 digits (DOMAIN.md 8.6)."""
    angka = nip.replace(" ", "")
    if len(angka) != 18:
        return nip
    return f"{angka[:8]} {angka[8:14]} {angka[14]} {angka[15:]}"
