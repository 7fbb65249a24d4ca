"""Service kk-ganti: the family card is lost or damaged; the family itself is unchanged."""

from core.api import Bahan, Cetak, Keluarga, Layanan, Periksa, tolak
from plugins.kk.alasan import ALASAN_KEMBALI, ALASAN_TOLAK
from plugins.kk.ganti_isian import GantiKK, GantiKKPetugas, Sumber
from plugins.kk.halaman import HalamanKK, family_card
from plugins.kk.keluarga import household


def halaman_kk(bahan: Bahan) -> HalamanKK:
    """Make the page of the family as the registry holds it, or as the officer typed it."""
    petugas = bahan.petugas
    if isinstance(petugas, GantiKKPetugas) and petugas.sumber is Sumber.KETIK:
        keluarga = _typed_family(bahan, petugas)
    else:
        keluarga = _recorded_family(bahan)
    return family_card(keluarga, bahan.kantor, bahan.tanggal)


def _recorded_family(bahan: Bahan) -> Keluarga:
    tercatat = bahan.penduduk.get("keanggotaan")
    if not isinstance(tercatat, Keluarga):
        tolak("Keluarga ini tidak ada di catatan. Ketik datanya, atau lampirkan PDF resmi.")
    return tercatat


def _typed_family(bahan: Bahan, petugas: GantiKKPetugas) -> Keluarga:
    alamat, rt_rw, desa = petugas.alamat, petugas.rt_rw, petugas.desa
    if alamat is None or rt_rw is None or desa is None or not petugas.kepala:
        tolak("Data keluarga belum lengkap.")
    nomor_kk = bahan.read(GantiKK).nomor_kk
    anggota = (*petugas.kepala, *(petugas.anggota or ()))
    return household(
        bahan,
        tuple(satu.as_orang(nomor_kk) for satu in anggota),
        nomor_kk=nomor_kk,
        alamat=alamat,
        rt_rw=rt_rw,
        desa=desa,
        kode_pos=petugas.kode_pos,
    )


GANTI = Layanan(
    api=1,
    kode="kk-ganti",
    judul="KK hilang atau rusak",
    ringkas="Cetak ulang Kartu Keluarga yang hilang atau rusak. Datanya tidak berubah.",
    versi=1,
    formulir=GantiKK,
    formulir_petugas=GantiKKPetugas,
    dasar_hukum=("Perpres 96/2018 Pasal 13",),
    hasil=Cetak("kk.html", isi=halaman_kk, nama="Kartu Keluarga", jenis="kk"),
    periksa=(
        Periksa(
            "berhak", "Pemohon berhak atas KK ini (anggota keluarga atau pemegang kuasa F-1.07)"
        ),
        Periksa("ktp", "Nama dan tanggal lahir cocok dengan KTP-el"),
        Periksa("bukti", "Surat kehilangan asli dan masih berlaku, atau KK rusak cocok nomornya"),
        Periksa("data", "Data keluarga yang dicetak sudah diperiksa"),
    ),
    alasan_kembali=ALASAN_KEMBALI,
    alasan_tolak=ALASAN_TOLAK,
    menit=5,
)
