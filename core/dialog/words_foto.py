"""What the citizen reads about photos and pages that arrive."""

HALAMAN_DITERIMA = "✓ {label}: halaman {daftar} diterima."
ALBUM_SATU_DOKUMEN = (
    "Foto yang dikirim bersama menjadi halaman satu dokumen itu. "
    "Dokumen lain kami minta tersendiri."
)
HALAMAN_DITOLAK = "⚠️ Halaman {nomor} dari {label} belum dapat dipakai. {kalimat}"
HALAMAN_PENUH = "Paling banyak {banyak} halaman untuk {label}. Halaman lain tidak dipakai."
KIRIM_HALAMAN = (
    "Kirim halaman {nomor}. Bila tidak ada halaman lain, tekan “Tetap pakai jawaban ini”."
)
TAMBAH_HALAMAN = "➕ Tambah halaman"
BERHALAMAN = "{isi}, {banyak} halaman"
BERTANDA = (
    "Foto ini kami terima walaupun mungkin sulit dibaca. Petugas diberi tahu, dan mungkin meminta "
    "foto yang lebih jelas."
)
