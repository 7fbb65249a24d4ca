"""What a citizen reads about the language that we speak with them."""

PILIH_BAHASA = (
    "Bahasa apa yang Anda pakai?\n"
    "Basa punapa ingkang Panjenengan agem?\n"
    "Which language do you want to use?"
)
"""The one sentence that is the same in every language."""
BAHASA_DIPILIH = "Baik, kita memakai Bahasa Indonesia. Untuk menggantinya, ketik /bahasa."
