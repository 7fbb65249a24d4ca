"""Service pindah-keluar: a move to another kabupaten or province, with an SKPWNI."""

from core.api import Cetak, Layanan, Periksa
from plugins.pindah.alasan import ALASAN_KEMBALI, ALASAN_TOLAK
from plugins.pindah.cermat import follow_up, remarks
from plugins.pindah.halaman import halaman_skpwni
from plugins.pindah.isian import PindahKeluar
from plugins.pindah.petugas import PindahPetugas

KELUAR = Layanan(
    api=1,
    kode="pindah-keluar",
    judul="Pindah ke kabupaten atau kota lain",
    ringkas="Surat Keterangan Pindah (SKPWNI) untuk keluarga atau anggota keluarga yang pindah ke "
    "kabupaten, kota, atau provinsi lain.",
    versi=1,
    formulir=PindahKeluar,
    formulir_petugas=PindahPetugas,
    dasar_hukum=("Perpres 96/2018 Pasal 25", "Permendagri 108/2019 Pasal 30"),
    hasil=Cetak(
        "skpwni.html", isi=halaman_skpwni, nama="Surat Keterangan Pindah WNI", jenis="skpwni"
    ),
    periksa=(
        Periksa("berhak", "Pemohon berhak: anggota keluarga atau pemegang surat kuasa F-1.07"),
        Periksa("ktp", "Nama dan tanggal lahir pemohon cocok dengan KTP-el"),
        Periksa("daftar", "Semua yang pindah ada di KK, dan tidak ada yang terlewat"),
        Periksa("anak", "Anak yang pindah tanpa orang tua punya surat kuasa F-1.03A"),
        Periksa("tinggal", "Yang tetap tinggal punya kepala keluarga yang dewasa"),
        Periksa("nomor", "Nomor SKPWNI sudah diterbitkan SIAK"),
    ),
    alasan_kembali=ALASAN_KEMBALI,
    alasan_tolak=ALASAN_TOLAK,
    menit=10,
    cermati=remarks,
    tindak_lanjut=follow_up,
)
