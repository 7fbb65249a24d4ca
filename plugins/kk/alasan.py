"""Why a paper is sent back or a request refused, in the citizen's words (DOMAIN.md 11.2)."""

from core.api import Alasan

ALASAN_KEMBALI = (
    Alasan("tidak_terbaca", "Foto {dok} buram, gelap, terpotong, atau silau."),
    Alasan("bukan_asli", "{dok} harus difoto dari dokumen asli, bukan fotokopi."),
    Alasan("tidak_lengkap", "{dok} belum dilampirkan."),
    Alasan("salah_dokumen", "Dokumen yang dikirim bukan {dok}."),
    Alasan("data_beda", "Data di {dok} berbeda dengan formulir: {rincian}."),
    Alasan("perlu_meterai", "{dok} belum bermeterai atau belum ditandatangani."),
)

ALASAN_TOLAK = (
    Alasan("tidak_berhak", "Pemohon bukan anggota keluarga dan tidak membawa surat kuasa F-1.07."),
    Alasan("nik_tidak_ada", "NIK tidak ditemukan, atau bukan penduduk kabupaten ini."),
    Alasan("belum_rekam", "Belum perekaman KTP-el. Datanglah ke Dinas atau kecamatan."),
    Alasan("sudah_diproses", "Permohonan yang sama sudah diproses ({rincian})."),
    Alasan("bukan_wewenang", "Permohonan ini bukan kewenangan Dinas. Ajukan ke {rincian}."),
    Alasan("harus_datang", "Layanan ini harus diurus langsung di kantor."),
)
