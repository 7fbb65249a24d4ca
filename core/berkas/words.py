"""Every sentence a citizen reads about a paper: what is wrong, what is allowed, how to fix it."""

_MB = 1024 * 1024

BOLEH = "Yang diterima: foto (JPG, PNG, WEBP) atau PDF, paling besar 10 MB."

KOSONG = f"Berkas yang Anda kirim kosong. {BOLEH} Kirim sekali lagi."

BUKAN_FOTO = (
    f"Berkas ini bukan foto dan bukan PDF. {BOLEH} Foto kertas aslinya dengan kamera ponsel,"
    " lalu kirim fotonya."
)
ARSIP = (
    f"Berkas ini arsip atau dokumen Office, bukan foto atau PDF. {BOLEH} Simpan dulu sebagai PDF,"
    " atau foto kertasnya, lalu kirim."
)
VIDEO = f"Berkas ini video atau animasi. {BOLEH} Ambil foto kertasnya, lalu kirim fotonya."
HEIC = (
    f"Foto ini berformat HEIC dari iPhone dan belum dapat kami baca. {BOLEH} Kirim ulang sebagai"
    " foto biasa lewat tombol galeri (bukan sebagai berkas), maka Telegram mengubahnya ke JPG."
)
RUSAK = (
    f"Berkas ini tidak dapat dibuka sampai selesai, mungkin rusak atau terpotong. {BOLEH}"
    " Foto ulang kertas aslinya, lalu kirim."
)
TERLALU_RUMIT = (
    f"Berkas ini terlalu rumit untuk dibuka. {BOLEH} Foto kertas aslinya dengan kamera ponsel,"
    " lalu kirim fotonya."
)
TERLALU_LEBAR = (
    "Gambar ini terlalu besar ukurannya: paling banyak 40 juta titik (40 MP). Kirim sebagai foto"
    " biasa lewat tombol galeri, bukan sebagai berkas."
)
TERLALU_KECIL = (
    "Gambar ini terlalu kecil untuk dibaca: sisi panjangnya paling sedikit 600 titik. Foto kertas"
    " aslinya dari dekat sampai memenuhi layar, lalu kirim."
)
PDF_TERKUNCI = (
    "PDF ini terkunci kata sandi sehingga tidak dapat dibuka petugas. Kirim PDF tanpa kata sandi,"
    " atau foto kertasnya, lalu kirim fotonya."
)
PDF_TEBAL = (
    "PDF ini terlalu banyak halamannya: paling banyak 10 halaman. Kirim hanya halaman yang"
    " diminta, atau foto halaman itu."
)
PDF_BERISI = (
    "PDF ini memuat isian atau perintah yang tidak dapat kami terima. Cetak ke PDF baru, atau foto"
    " kertasnya, lalu kirim."
)


def too_large(ukuran: int) -> str:
    """Say how large the file is and how large it may be."""
    # Rounded up, so that nobody reads "10,0 MB; paling besar 10 MB".
    tenths = -(-ukuran * 10 // _MB)
    return (
        f"Berkas Anda terlalu besar: {tenths // 10},{tenths % 10} MB, sedangkan paling besar"
        " 10 MB. Kirim sebagai foto biasa lewat tombol galeri (bukan sebagai berkas), atau"
        " perkecil dulu PDF-nya."
    )
