"""What a citizen reads about the notices that he may switch off."""

PILIH_KABAR = (
    "<b>Pengingat dari kami</b>\n{daftar}\n\n"
    "Tekan untuk menyalakan atau mematikan, atau ketik misalnya <code>/kabar 2</code>.\n"
    "Hasil permohonan, permintaan perbaikan, dan perubahan jadwal selalu kami kabarkan."
)
NAMA_KABAR = {
    "isian": "Isian yang belum selesai",
    "tiket": "Sehari sebelum jadwal di kantor",
    "nilai": "Permintaan penilaian layanan",
}
KABAR_NYALA = "✅ {nama}"
KABAR_MATI = "🔕 {nama}"
