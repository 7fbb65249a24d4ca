"""What is said about an edited message: plain Indonesian, "Anda", HTML."""

BUKAN_JAWABAN = (
    "Pesan yang disunting itu tidak mengubah jawaban. Gunakan Kembali, atau Ubah di ringkasan."
)
TIDAK_COCOK = (
    "Jawaban <b>{label}</b> belum diubah. ⚠️ {kalimat} Sunting lagi pesan Anda tadi, atau "
    "gunakan Ubah di ringkasan."
)
DIUBAH = "✏️ Pesan yang Anda sunting mengubah jawaban ini:"
