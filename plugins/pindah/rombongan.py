"""Who moves, and from where: as the registry holds the family, or as the applicant typed it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NoReturn

from core.api import Bahan, HasilCari, Keluarga, Orang, age, tolak
from plugins.pindah.isian import PindahKeluar
from plugins.pindah.kode import JenisPindah, Siapa, Tinggal
from plugins.pindah.umur import DEWASA

KEPALA_KELUARGA = "Kepala Keluarga"
BELUM_KAWIN = "BELUM KAWIN"


@dataclass(frozen=True)
class Berpindah:
    """One line of the list of those who move."""

    nik: str
    nama: str
    shdk: str


@dataclass(frozen=True)
class Rombongan:
    """The family at its origin, and those of it who move."""

    kepala: str
    alamat: str
    rt_rw: str
    kode_desa: str
    nik_pemohon: str
    nama_pemohon: str
    jenis: JenisPindah
    pindah: tuple[Berpindah, ...]


def party(bahan: Bahan, isian: PindahKeluar) -> Rombongan:
    """Give those who move; refuses, with a sentence for the officer, what contradicts itself."""
    if isian.tercatat is not HasilCari.ADA:
        return _typed(bahan, isian)
    keluarga = bahan.penduduk.get("tercatat")
    if not isinstance(keluarga, Keluarga) or not keluarga.anggota:
        tolak("Catatan kependudukan keluarga ini belum dapat dibaca. Coba lagi sebentar lagi.")
    return _recorded(bahan, isian, keluarga)


def _recorded(bahan: Bahan, isian: PindahKeluar, keluarga: Keluarga) -> Rombongan:
    pemohon = _find(keluarga.anggota, isian.nama, isian.tanggal_lahir)
    pindah = _movers(isian, keluarga.anggota)
    tinggal = [satu for satu in keluarga.anggota if satu not in pindah]
    if isian.siapa is Siapa.KEPALA:
        _check_stayers(isian, tinggal, bahan.tanggal)
    if isian.siapa is Siapa.ANGGOTA and not isian.anak_sendiri:
        _check_children(any(_is_adult(satu, bahan.tanggal) for satu in pindah))
    return Rombongan(
        kepala=keluarga.kepala,
        alamat=keluarga.alamat,
        rt_rw=f"{keluarga.rt}/{keluarga.rw}",
        kode_desa=_village(bahan, keluarga),
        nik_pemohon=pemohon.nik,
        nama_pemohon=pemohon.nama,
        jenis=_kind(isian, len(pindah)),
        pindah=tuple(Berpindah(satu.nik, satu.nama, satu.shdk) for satu in pindah),
    )


def _typed(bahan: Bahan, isian: PindahKeluar) -> Rombongan:
    wajib = (isian.nik, isian.alamat, isian.rt_rw, isian.desa)
    nik, alamat, rt_rw, desa = (satu or _return("Data keluarga tidak lengkap.") for satu in wajib)
    pindah = [
        Berpindah(satu.nik or "", satu.nama, satu.shdk.label if satu.shdk else "")
        for satu in isian.semua
    ]
    if isian.siapa is not Siapa.ANGGOTA:
        nik_kepala = isian.nik_kepala if isian.kepala else nik
        pindah.insert(0, Berpindah(nik_kepala or "", isian.kepala or isian.nama, KEPALA_KELUARGA))
    elif not pindah:
        _return("Belum ada yang pindah.")
    elif not isian.anak_sendiri:
        umur = [age(satu.tanggal_lahir, bahan.tanggal) for satu in isian.semua]
        _check_children(any(satu >= DEWASA for satu in umur))
    if not all(satu.nik for satu in pindah):
        _return("NIK yang pindah tidak lengkap.")
    if len({satu.nik for satu in pindah}) < len(pindah):
        _return("Ada NIK yang tercantum dua kali di daftar yang pindah.")
    return Rombongan(
        kepala=isian.kepala or isian.nama,
        alamat=alamat,
        rt_rw=rt_rw,
        kode_desa=desa,
        nik_pemohon=nik,
        nama_pemohon=isian.nama,
        jenis=_kind(isian, len(pindah)),
        pindah=tuple(pindah),
    )


def _movers(isian: PindahKeluar, anggota: Sequence[Orang]) -> list[Orang]:
    """Give those who move, in the order of the family card, nobody twice."""
    if isian.siapa is Siapa.SEMUA:
        return list(anggota)
    disebut = [_find(anggota, satu.nama, satu.tanggal_lahir) for satu in isian.semua]
    kepala = anggota[0]
    if isian.siapa is Siapa.ANGGOTA and not disebut:
        _return("Belum ada yang pindah.")
    if isian.siapa is Siapa.KEPALA:
        disebut.append(kepala)
    elif kepala in disebut:
        _return("Kepala keluarga ada di daftar yang pindah, padahal dinyatakan tetap tinggal.")
    return [satu for satu in anggota if satu in disebut]


def _check_stayers(isian: PindahKeluar, tinggal: Sequence[Orang], pada: date) -> None:
    """Insist that those who stay are somebody, and that their new head is an adult of theirs."""
    if not tinggal:
        _return("Semua orang di KK ini ada di daftar yang pindah, jadi tidak ada yang tinggal.")
    if isian.tinggal is not Tinggal.KEPALA_BARU:
        return
    if isian.kepala_baru is None or isian.lahir_kepala_baru is None:
        _return("Kepala keluarga bagi yang tinggal belum diisi.")
    baru = _find(tinggal, isian.kepala_baru, isian.lahir_kepala_baru)
    if not _is_adult(baru, pada):
        _return(f"Kepala keluarga bagi yang tinggal belum {DEWASA} tahun.")


def _check_children(ada_dewasa: bool) -> None:
    """Insist on a letter where nobody moves but children."""
    if not ada_dewasa:
        _return(f"Hanya anak di bawah {DEWASA} tahun yang pindah, tanpa surat kuasa F-1.03A.")


def _find(anggota: Sequence[Orang], nama: str, lahir: date) -> Orang:
    """Find somebody whom the core has proven; it also knows titles and accents in a name."""
    sebaya = [satu for satu in anggota if satu.tanggal_lahir == lahir]
    senama = [satu for satu in sebaya if _letters(satu.nama) == _letters(nama)]
    calon = senama or sebaya  # twins alone need the name to be exact
    if len(calon) != 1:
        _return("Ada nama di permohonan ini yang tidak ditemukan di KK-nya.")
    return calon[0]


def _is_adult(orang: Orang, pada: date) -> bool:
    """Say whether somebody is 17, or is or was married (DOMAIN.md 9.2)."""
    kawin = orang.status_perkawinan.upper() not in ("", BELUM_KAWIN)
    return kawin or age(orang.tanggal_lahir, pada) >= DEWASA


def _kind(isian: PindahKeluar, banyak: int) -> JenisPindah:
    match isian.siapa:
        case Siapa.ANGGOTA:
            return JenisPindah.ANGGOTA
        case _ if banyak == 1:
            return JenisPindah.KEPALA
        case Siapa.KEPALA:
            return JenisPindah.SEBAGIAN
        case Siapa.SEMUA:
            return JenisPindah.SEMUA


def _village(bahan: Bahan, keluarga: Keluarga) -> str:
    """Find the code of the village that the registry names."""
    nama = (_letters(keluarga.desa), _letters(keluarga.kecamatan))
    for satu in bahan.desa.values():
        if (_letters(satu.nama), _letters(satu.kecamatan)) == nama:
            return satu.kode
    tolak("Desa di catatan keluarga ini tidak ada di daftar kantor.")


def _letters(teks: str) -> str:
    return "".join(huruf for huruf in teks.upper() if huruf.isalnum())


def _return(kalimat: str) -> NoReturn:
    tolak("{kalimat} Kembalikan permohonan ini.", kalimat=kalimat)
