"""What the officer checks, and why a paper is sent back or a request refused (DOMAIN.md 11.2)."""

from core.api import Alasan, Periksa

PERIKSA = (
    Periksa("berhak", "Pelapor berhak: orang tua, keluarga, atau pemegang kuasa F-1.07"),
    Periksa("orang_tua", "Nama dan tanggal lahir orang tua cocok dengan KK"),
    Periksa("lahir", "Surat keterangan lahir, atau SPTJM F-2.03 dengan dua saksi"),
    Periksa(
        "nikah", "Bukti nikah, atau SPTJM F-2.04 dan di KK tertulis suami istri, atau hanya ibu"
    ),
    Periksa("nama", "Penulisan nama anak sesuai Permendagri 73/2022"),
    Periksa("saksi", "Dua saksi disebut, dan bukan orang yang sama"),
    Periksa("nomor", "Nomor akta dan NIK anak sudah diterbitkan SIAK"),
)

ALASAN_KEMBALI = (
    Alasan("tidak_terbaca", "Foto {dok} buram, gelap, terpotong, atau silau."),
    Alasan("bukan_asli", "{dok} harus difoto dari dokumen asli, bukan fotokopi."),
    Alasan("tidak_lengkap", "{dok} belum dilampirkan."),
    Alasan("salah_dokumen", "Dokumen yang dikirim bukan {dok}."),
    Alasan("data_beda", "Data di {dok} berbeda dengan formulir: {rincian}."),
    Alasan("sptjm_kurang", "{dok} belum lengkap: harus ditandatangani pembuat dan dua saksi."),
    Alasan("nama_anak", "Penulisan nama tidak sesuai Permendagri 73/2022: {rincian}."),
    Alasan("bukan_suami", "Di KK ayah dan ibu tidak tertulis suami istri. Pilih hanya ibu."),
)

ALASAN_TOLAK = (
    Alasan("tidak_berhak", "Pelapor bukan keluarga dan tidak membawa surat kuasa F-1.07."),
    Alasan("nik_tidak_ada", "Orang tua tidak ditemukan, atau bukan penduduk kabupaten ini."),
    Alasan("sudah_berakta", "Anak ini sudah punya akta kelahiran ({rincian})."),
    Alasan("sudah_diproses", "Permohonan yang sama sudah diproses ({rincian})."),
    Alasan("bukan_wewenang", "Permohonan ini bukan kewenangan Dinas. Ajukan ke {rincian}."),
    Alasan("harus_datang", "Kelahiran ini harus didaftarkan langsung di kantor: {rincian}."),
)
