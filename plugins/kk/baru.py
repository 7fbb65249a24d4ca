"""Service kk-baru: two people found a family; each leaves an older card."""

from dataclasses import replace
from datetime import date

from core.api import Bahan, Cetak, Layanan, Orang, Periksa, tolak
from plugins.kk.alasan import ALASAN_KEMBALI, ALASAN_TOLAK
from plugins.kk.baru_formulir import KKBaru
from plugins.kk.baru_isian import PASANGAN, AnggotaBaru, Baris, KKBaruPetugas
from plugins.kk.halaman import HalamanKK, family_card
from plugins.kk.keluarga import household
from plugins.kk.kode import SHDK
from plugins.kk.orang import Nikah

DEWASA = 17


def halaman_kk(bahan: Bahan) -> HalamanKK:
    """Make the page of the new family: head, spouse, children, others (F-1.01, order of rows)."""
    isian, petugas = bahan.read(KKBaru), bahan.read(KKBaruPetugas)
    baris = sorted(isian.semua, key=lambda satu: _rank(satu[1]))
    keluarga = household(
        bahan,
        tuple(_member(bahan, petugas, path, satu) for path, satu in baris),
        nomor_kk=petugas.nomor_kk,
        alamat=isian.alamat,
        rt_rw=isian.rt_rw,
        desa=isian.desa,
        kode_pos=petugas.kode_pos,
    )
    return family_card(keluarga, bahan.kantor, bahan.tanggal)


def remarks(isian: KKBaru, hari_ini: date) -> tuple[str, ...]:
    """Remark on what is unusual; it is the officer who decides."""
    kepala = isian.kepala[0]
    catatan = []
    if _age(kepala.tanggal_lahir, hari_ini) < DEWASA:
        catatan.append(f"Kepala keluarga belum berusia {DEWASA} tahun.")
    if not any(satu.shdk in PASANGAN for satu in isian.anggota):
        catatan.append("Tidak ada suami atau istri di antara anggota keluarga.")
    for nomor, satu in enumerate(isian.anggota, 1):
        if satu.shdk is SHDK.ANAK and satu.tanggal_lahir <= kepala.tanggal_lahir:
            catatan.append(f"Anggota {nomor} (anak) lebih tua dari kepala keluarga.")
    return tuple(catatan)


def follow_up(isian: KKBaru) -> tuple[str, ...]:
    """Name the older cards that change as well (DOMAIN.md 3.3)."""
    pihak = ("kepala keluarga", "pasangan")[: 1 + (isian.kk_lama_pasangan is not None)]
    return tuple(
        f"KK lama {satu}: keluarkan yang pindah, lalu terbitkan KK bagi yang ditinggalkan."
        for satu in pihak
    )


def _member(bahan: Bahan, petugas: KKBaruPetugas, path: str, satu: Baris) -> Orang:
    """Give one line of the card; relation and the couple's marriage are the new family's."""
    nikah = satu.nikah(Nikah(petugas.status_perkawinan, petugas.tanggal_perkawinan))
    orang = _person(bahan, petugas, path, satu, nikah)
    if nikah.status is not None:
        orang = replace(
            orang, status_perkawinan=nikah.status.label, tanggal_perkawinan=nikah.tanggal
        )
    return replace(orang, shdk=satu.hubungan, nomor_kk=petugas.nomor_kk)


def _person(bahan: Bahan, petugas: KKBaruPetugas, path: str, satu: Baris, nikah: Nikah) -> Orang:
    """Give a person as the officer typed them, as the registry holds them, or as filed."""
    for diketik in petugas.penduduk:
        if diketik.nik == satu.nik:
            return diketik.as_orang(petugas.nomor_kk)
    tercatat = bahan.penduduk.get(f"{path}.tercatat")
    if isinstance(tercatat, Orang) and satu.is_that(tercatat):
        return tercatat
    utuh = satu.whole(nikah)
    if utuh is None:
        tolak("Ada anggota yang datanya tidak lengkap. Ketik datanya, atau lampirkan PDF resmi.")
    return utuh.as_orang(petugas.nomor_kk)


def _rank(satu: Baris) -> int:
    return int(satu.shdk) if isinstance(satu, AnggotaBaru) else 0


def _age(lahir: date, hari_ini: date) -> int:
    belum_ulang_tahun = (hari_ini.month, hari_ini.day) < (lahir.month, lahir.day)
    return hari_ini.year - lahir.year - belum_ulang_tahun


BARU = Layanan(
    api=1,
    kode="kk-baru",
    judul="KK baru: membentuk keluarga baru",
    ringkas="Kartu Keluarga untuk keluarga yang baru terbentuk, misalnya karena menikah.",
    versi=1,
    formulir=KKBaru,
    formulir_petugas=KKBaruPetugas,
    dasar_hukum=(
        "Perpres 96/2018 Pasal 11",
        "Permendagri 108/2019 Pasal 10",
    ),
    hasil=Cetak("kk.html", isi=halaman_kk, nama="Kartu Keluarga", jenis="kk"),
    periksa=(
        Periksa("berhak", "Pemohon berhak atas KK ini (kepala keluarga baru atau pasangannya)"),
        Periksa("ktp", "Nama dan tanggal lahir cocok dengan KTP-el"),
        Periksa("bukti", "Bukti nikah asli, atau SPTJM F-1.05 bermeterai dengan dua saksi"),
        Periksa("kk_lama", "Setiap anggota cocok dengan KK lama atau bukti lain"),
        Periksa("nomor", "Nomor KK baru sudah diterbitkan SIAK"),
    ),
    alasan_kembali=ALASAN_KEMBALI,
    alasan_tolak=ALASAN_TOLAK,
    menit=15,
    cermati=remarks,
    tindak_lanjut=follow_up,
)
