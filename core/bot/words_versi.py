"""What is said when a form has changed while somebody fills it in, or after it was filed."""

FORMULIR_BERUBAH = (
    "Formulir layanan ini baru saja diperbarui: {banyak} jawaban Anda ditanyakan lagi, "
    "yang lain tetap tersimpan."
)
FORMULIR_TETAP = "Formulir layanan ini baru saja diperbarui; semua jawaban Anda tetap tersimpan."

# For officers.
FORMULIR_BARU = (
    "⚠️ Formulir layanan ini berubah sejak permohonan diajukan, dan ada jawaban yang belum terisi. "
    "Tekan Perbaiki, lalu pilih isian apa saja: pemohon juga diminta melengkapi yang baru."
)
FORMULIR_BARU_SINGKAT = "Formulir berubah dan ada jawaban yang belum terisi. Tekan Perbaiki."
