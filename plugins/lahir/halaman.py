"""The pages of the two cards: the recorded family with one child more, and the child alone."""

from dataclasses import replace

from core.api import Bahan, Keluarga, Orang, tolak
from plugins.akta import AktaPetugas, father, mother
from plugins.akta.kode import Kalimat
from plugins.kia import Biodata, HalamanKIA, childs_card
from plugins.kk import (
    SHDK,
    GolonganDarah,
    HalamanKK,
    Kewarganegaraan,
    Pekerjaan,
    Pendidikan,
    StatusPerkawinan,
    family_card,
)
from plugins.lahir.isian import PaketLahir, PaketPetugas

_KEPALA = "KEPALA KELUARGA"
_URUTAN = {_KEPALA: 1} | {satu.label.upper(): int(satu) for satu in SHDK}
_CUCU = ("ANAK", "MENANTU")
_ANAK = (_KEPALA, "ISTRI", "SUAMI")


def grown_family(bahan: Bahan) -> HalamanKK:
    """Draw the card of the mother's family, the child among them; its number is unchanged."""
    keluarga, anak = family(bahan), child(bahan)
    if all(satu.nik != anak.nik for satu in keluarga.anggota):
        keluarga = replace(keluarga, anggota=_joined(keluarga.anggota, anak))
    return family_card(keluarga, bahan.kantor, bahan.tanggal)


def childs_sheet(bahan: Bahan) -> HalamanKIA:
    """Draw the data sheet of the child's first card, which has no photo."""
    keluarga, anak = family(bahan), child(bahan)
    isian, petugas = bahan.read(PaketLahir), bahan.read(PaketPetugas)
    darah = isian.golongan_darah
    biodata = Biodata(
        nik=anak.nik,
        nama=anak.nama,
        jenis_kelamin=anak.jenis_kelamin,
        golongan_darah=darah.label if darah else "",
        tempat_lahir=anak.tempat_lahir,
        tanggal_lahir=anak.tanggal_lahir,
        nomor_kk=keluarga.nomor_kk,
        kepala_keluarga=keluarga.kepala,
        agama=anak.agama,
        kewarganegaraan=anak.kewarganegaraan,
        alamat=keluarga.alamat,
        rt_rw=f"{keluarga.rt}/{keluarga.rw}",
        desa=keluarga.desa,
        kecamatan=keluarga.kecamatan,
        nomor_akta=petugas.nomor_akta,
    )
    return childs_card(biodata, bahan.kantor, bahan.tanggal, berfoto=False)


def family(bahan: Bahan) -> Keluarga:
    """Give the mother's family; refuses, with a sentence for the officer, while it is unread."""
    keluarga = bahan.penduduk.get("ibu_tercatat")
    if not isinstance(keluarga, Keluarga):
        tolak("Catatan kependudukan keluarga ini belum dapat dibaca. Coba lagi sebentar lagi.")
    return keluarga


def child(bahan: Bahan) -> Orang:
    """Give the child as the registry will hold it: the deed's facts, the family's, a newborn's."""
    isian, petugas = bahan.read(PaketLahir), bahan.read(PaketPetugas)
    keluarga = family(bahan)
    ibu = mothers_row(bahan)
    darah = isian.golongan_darah
    return Orang(
        nik=petugas.nik_anak,
        nama=isian.nama,
        jenis_kelamin=isian.jenis_kelamin.label,
        tempat_lahir=bahan.tempat(isian.tempat_kelahiran).kabupaten,
        tanggal_lahir=isian.tanggal_lahir,
        agama=isian.agama.label if isian.agama else ibu.agama,
        pendidikan=Pendidikan.BELUM_SEKOLAH.label,
        pekerjaan=Pekerjaan.BELUM_TIDAK_BEKERJA.label,
        golongan_darah=darah.label if darah else GolonganDarah.TIDAK_TAHU.label,
        status_perkawinan=StatusPerkawinan.BELUM_KAWIN.label,
        tanggal_perkawinan=None,
        shdk=(petugas.hubungan or _relation(ibu)).label,
        ayah=_fathers_name(bahan, isian, petugas),
        ibu=ibu.nama,
        nomor_kk=keluarga.nomor_kk,
        kewarganegaraan=Kewarganegaraan.WNI.label,
    )


def mothers_row(bahan: Bahan) -> Orang:
    """Give the mother's line in her family."""
    nik = mother(bahan, bahan.read(PaketLahir)).nik
    for satu in family(bahan).anggota:
        if satu.nik == nik:
            return satu
    tolak("Ibu tidak ada lagi di KK itu menurut catatan. Periksa KK-nya sebelum menerbitkan.")


def _fathers_name(bahan: Bahan, isian: PaketLahir, petugas: AktaPetugas) -> str:
    """Give the father's name as the deed does; nothing where the deed names the mother only."""
    if petugas.kalimat is Kalimat.TEMUAN:
        tolak("Anak yang orang tuanya tidak diketahui tidak masuk ke KK ini. Pilih kalimat lain.")
    ayah = father(bahan, isian)
    return ayah.nama if ayah is not None and petugas.kalimat is not Kalimat.IBU else ""


def _relation(ibu: Orang) -> SHDK:
    """Say what the child is to the head of the family, from what its mother is."""
    shdk = ibu.shdk.upper()
    if shdk in _ANAK:
        return SHDK.ANAK
    return SHDK.CUCU if shdk in _CUCU else SHDK.FAMILI


def _joined(anggota: tuple[Orang, ...], anak: Orang) -> tuple[Orang, ...]:
    """Put the child below its elders of the same relation (F-1.01, order of rows)."""
    sampai = max(n for n, satu in enumerate(anggota, 1) if n == 1 or _rank(satu) <= _rank(anak))
    return (*anggota[:sampai], anak, *anggota[sampai:])


def _rank(orang: Orang) -> int:
    return _URUTAN.get(orang.shdk.upper(), len(_URUTAN))
