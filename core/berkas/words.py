"""Every sentence a citizen reads about a paper: what is wrong, what is allowed, how to fix it."""

from core.bahasa import kata

_MB = 1024 * 1024

BOLEH = "Yang diterima: foto (JPG, PNG, WEBP) atau PDF, paling besar 10 MB."

RUSAK = (
    f"Berkas ini tidak dapat dibuka sampai selesai, mungkin rusak atau terpotong. {BOLEH}"
    " Foto ulang kertas aslinya, lalu kirim."
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
SIBUK = (
    "Foto belum sempat kami periksa karena mesin sedang sibuk. Kirim sekali lagi foto yang sama."
)
PENUH = (
    "Foto dan berkas permohonan ini sudah {mb} MB, sedangkan paling banyak 60 MB. Kirim sebagai"
    " foto biasa lewat tombol galeri (bukan sebagai berkas)."
)
TERLALU_BESAR = (
    "Berkas Anda terlalu besar: {mb} MB, sedangkan paling besar 10 MB. Kirim sebagai foto biasa"
    " lewat tombol galeri (bukan sebagai berkas), atau perkecil dulu PDF-nya."
)


def too_large(ukuran: int) -> str:
    """Say how large the file is and how large it may be."""
    # Rounded up, so that nobody reads "10,0 MB; paling besar 10 MB".
    tenths = -(-ukuran * 10 // _MB)
    return kata(TERLALU_BESAR, mb=f"{tenths // 10},{tenths % 10}")


def case_full(used: int) -> str:
    """Say how much a case holds already and how much it may hold."""
    return kata(PENUH, mb=-(-used // _MB))
