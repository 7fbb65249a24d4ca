"""Why a paper is sent back or a request refused, in the citizen's words (DOMAIN.md 11.2)."""

from core.api import Alasan

ALASAN_KEMBALI = (
    Alasan("tidak_terbaca", "Foto {dok} buram, gelap, terpotong, atau silau."),
    Alasan("bukan_asli", "{dok} harus difoto dari dokumen asli, bukan fotokopi."),
    Alasan("tidak_lengkap", "{dok} belum dilampirkan."),
    Alasan("salah_dokumen", "Dokumen yang dikirim bukan {dok}."),
    Alasan("perlu_meterai", "{dok} belum bermeterai atau belum ditandatangani."),
    Alasan("data_beda", "Data di {dok} berbeda dengan formulir: {rincian}."),
    Alasan("daftar_salah", "Daftar yang pindah belum cocok dengan KK: {rincian}."),
    Alasan("perlu_kuasa", "Anak yang pindah tanpa orang tua memerlukan surat kuasa F-1.03A."),
)

ALASAN_TOLAK = (
    Alasan("tidak_berhak", "Pemohon bukan anggota keluarga dan tidak membawa surat kuasa F-1.07."),
    Alasan("dalam_kabupaten", "Tujuan masih satu kabupaten atau kota: tanpa SKPWNI, cukup KK."),
    Alasan("nik_tidak_ada", "NIK tidak ditemukan, atau bukan penduduk kabupaten ini."),
    Alasan("ke_luar_negeri", "Pindah ke luar negeri memakai SKPLN. Datanglah ke kantor."),
    Alasan("sudah_diproses", "Permohonan yang sama sudah diproses ({rincian})."),
    Alasan("harus_datang", "Permohonan ini harus diurus langsung di kantor: {rincian}."),
)
