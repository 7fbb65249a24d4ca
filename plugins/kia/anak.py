"""Who the child is: as the registry holds them, or as the applicant typed them."""

from dataclasses import dataclass
from datetime import date

from core.api import Bahan, HasilCari, Keluarga, Orang, tolak
from plugins.kia.isian import Isian, KIAPetugas

BELUM_KAWIN = "BELUM KAWIN"
_TIDAK_LENGKAP = "Data anak tidak lengkap. Kembalikan permohonan ini agar datanya diisi pemohon."


@dataclass(frozen=True)
class Biodata:
    """What a card says of a child and its home (DOMAIN.md 7.9)."""

    nik: str
    nama: str
    jenis_kelamin: str
    golongan_darah: str
    tempat_lahir: str
    tanggal_lahir: date
    nomor_kk: str
    kepala_keluarga: str
    agama: str
    kewarganegaraan: str
    alamat: str
    rt_rw: str
    desa: str
    kecamatan: str
    nomor_akta: str


def child(bahan: Bahan, isian: Isian) -> Biodata:
    """Give the child; refuses, with a sentence for the officer, what cannot become a card."""
    keluarga = bahan.penduduk.get("tercatat")
    if isinstance(keluarga, Keluarga) and (orang := _member(keluarga, isian)):
        return _recorded(bahan, isian, keluarga, orang)
    return _typed(bahan, isian)


def _recorded(bahan: Bahan, isian: Isian, keluarga: Keluarga, orang: Orang) -> Biodata:
    status = orang.status_perkawinan.upper()
    if status not in ("", BELUM_KAWIN):
        tolak(
            "Status anak menurut catatan: {status}. KIA hanya untuk anak yang belum kawin.",
            status=status,
        )
    return Biodata(
        nik=orang.nik,
        nama=orang.nama,
        jenis_kelamin=orang.jenis_kelamin,
        golongan_darah=isian.golongan_darah.label if isian.golongan_darah else _group(orang),
        tempat_lahir=orang.tempat_lahir,
        tanggal_lahir=orang.tanggal_lahir,
        nomor_kk=keluarga.nomor_kk,
        kepala_keluarga=keluarga.kepala,
        agama=orang.agama,
        kewarganegaraan=orang.kewarganegaraan,
        alamat=keluarga.alamat,
        rt_rw=f"{keluarga.rt}/{keluarga.rw}",
        desa=keluarga.desa,
        kecamatan=keluarga.kecamatan,
        nomor_akta=_certificate(bahan, isian),
    )


def _typed(bahan: Bahan, isian: Isian) -> Biodata:
    if isian.tercatat is HasilCari.ADA:
        tolak("Catatan kependudukan anak ini belum dapat dibaca. Coba lagi sebentar lagi.")
    wajib = (isian.nik, isian.tempat_lahir, isian.kepala_keluarga, isian.alamat, isian.rt_rw)
    nik, tempat_lahir, kepala, alamat, rt_rw = (satu or tolak(_TIDAK_LENGKAP) for satu in wajib)
    if isian.jenis_kelamin is None or isian.agama is None:
        tolak(_TIDAK_LENGKAP)
    desa = bahan.desa.get(isian.desa or "")
    if desa is None:
        tolak("Desa di permohonan ini tidak ada lagi di daftar kantor.")
    return Biodata(
        nik=nik,
        nama=isian.nama,
        jenis_kelamin=isian.jenis_kelamin.label,
        golongan_darah=isian.golongan_darah.label if isian.golongan_darah else "",
        tempat_lahir=tempat_lahir,
        tanggal_lahir=isian.tanggal_lahir,
        nomor_kk=isian.nomor_kk,
        kepala_keluarga=kepala,
        agama=isian.agama.label,
        kewarganegaraan="WNI",
        alamat=alamat,
        rt_rw=rt_rw,
        desa=desa.nama,
        kecamatan=desa.kecamatan,
        nomor_akta=_certificate(bahan, isian),
    )


def _member(keluarga: Keluarga, isian: Isian) -> Orang | None:
    """Find the child in the family: the core has proven them, or number and name are the same."""
    sebaya = [satu for satu in keluarga.anggota if satu.tanggal_lahir == isian.tanggal_lahir]
    senama = [satu for satu in sebaya if _letters(satu.nama) == _letters(isian.nama)]
    if isian.tercatat is HasilCari.ADA:
        # The core also knows titles and accents in a name; twins alone need it to be exact.
        calon = senama or sebaya
        return calon[0] if len(calon) == 1 else None
    return next((satu for satu in senama if satu.nik == isian.nik), None)


def _certificate(bahan: Bahan, isian: Isian) -> str:
    petugas = bahan.petugas
    ditulis = petugas.nomor_akta if isinstance(petugas, KIAPetugas) else None
    nomor = ditulis or isian.nomor_akta
    if nomor is None:
        tolak("Nomor akta kelahiran belum diisi. Ketik nomornya di formulir petugas.")
    return nomor


def _group(orang: Orang) -> str:
    """Give the recorded blood group; "unknown" is a dash on the card."""
    return "" if orang.golongan_darah.upper() == "TIDAK TAHU" else orang.golongan_darah


def _letters(nama: str) -> str:
    return "".join(huruf for huruf in nama.upper() if huruf.isalnum())
