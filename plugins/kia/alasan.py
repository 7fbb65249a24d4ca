"""Why a paper is sent back or a request refused, in the citizen's words (DOMAIN.md 11.2)."""

from core.api import Alasan

ALASAN_KEMBALI = (
    Alasan("tidak_terbaca", "Foto {dok} buram, gelap, terpotong, atau silau."),
    Alasan("bukan_asli", "{dok} harus difoto dari dokumen asli, bukan fotokopi."),
    Alasan("tidak_lengkap", "{dok} belum dilampirkan."),
    Alasan("salah_dokumen", "Dokumen yang dikirim bukan {dok}."),
    Alasan("data_beda", "Data di {dok} berbeda dengan formulir: {rincian}."),
    Alasan(
        "pas_foto",
        "Pas foto belum sesuai. Latarnya merah untuk tahun lahir ganjil, biru untuk yang genap.",
    ),
    Alasan("genap_lima", "Anak sudah genap 5 tahun, jadi KIA-nya memerlukan pas foto."),
)

ALASAN_TOLAK = (
    Alasan("tidak_berhak", "Pemohon bukan orang tua, wali, atau pemegang surat kuasa F-1.07."),
    Alasan("nik_tidak_ada", "NIK tidak ditemukan, atau bukan penduduk kabupaten ini."),
    Alasan("sudah_kawin", "Anak sudah kawin, jadi dokumennya KTP-el. Datanglah ke {rincian}."),
    Alasan("sudah_17", "Anak sudah 17 tahun, jadi dokumennya KTP-el. Datanglah ke {rincian}."),
    Alasan("belum_ada_akta", "Anak belum punya akta kelahiran. Ajukan akta kelahiran dahulu."),
    Alasan("sudah_diproses", "Permohonan yang sama sudah diproses ({rincian})."),
    Alasan("bukan_wewenang", "Permohonan ini bukan kewenangan Dinas. Ajukan ke {rincian}."),
)
