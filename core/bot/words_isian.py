"""What is said of drafts that wait, several of one chat among them: plain Indonesian, "Anda"."""

ADA_ISIAN = "Anda punya isian yang belum selesai:\n\n<b>{judul}</b>\n{ciri}\n\nMau dilanjutkan?"
DAFTAR_ISIAN = (
    "Anda punya {banyak} isian yang belum selesai:\n\n{daftar}\n\nPilih yang mau dilanjutkan."
)
BARIS_ISIAN = "{nomor}. <b>{judul}</b>\n{ciri}"
CIRI = "Dimulai {waktu}."
CIRI_NAMA = "Atas nama {nama}, dimulai {waktu}."
CIRI_PERBAIKAN = "Perlu perbaikan, nomor permohonan {nomor}."
LANJUTKAN_DI = "Lanjutkan ({maju})"
PILIH_ISIAN = "{nomor}. {judul}"
PILIH_ISIAN_NAMA = "{nomor}. {nama} · {judul}"
UNTUK_ORANG_LAIN = "Isi untuk orang lain"
ISIAN_BERIKUT = "Isian lainnya ›"
ISIAN_SEBELUM = "‹ Sebelumnya"
SIMPAN_DULU = (
    "Isian <b>{judul}</b> belum selesai. Simpan dulu, lalu buka <b>{baru}</b>?\n\n"
    "Isian yang disimpan tidak hilang: ketik /start untuk melanjutkannya."
)
YA_SIMPAN = "Ya, simpan dulu"
TETAP_DI_SINI = "Tidak, lanjutkan isian ini"
SUNTING_TANPA_ISIAN = (
    "Pesan yang disunting itu tidak mengubah apa pun: tidak ada isian yang sedang berjalan. "
    "Ketik /status untuk melihat permohonan Anda."
)
