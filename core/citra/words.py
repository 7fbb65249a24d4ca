"""What a citizen reads about an upload: what is wrong and how to retake it, in one sentence."""

KOSONG = "Berkas ini kosong; ambil foto kertasnya, lalu kirim lagi."
TERLALU_BESAR = (
    "Berkas ini lebih dari 10 MB; kirim sebagai foto biasa lewat galeri, bukan sebagai berkas."
)
TERLALU_LEBAR = (
    "Gambar ini lebih dari 40 juta titik; kirim sebagai foto biasa lewat galeri, bukan sebagai"
    " berkas."
)
TITIK = "Gambar ini hanya beberapa titik; foto kertas aslinya dengan kamera ponsel, lalu kirim."
BUKAN_FOTO = (
    "Berkas ini bukan foto dan bukan PDF; foto kertas aslinya dengan kamera ponsel, lalu kirim."
)
HALAMAN_WEB = (
    "Berkas ini halaman web atau gambar SVG yang diberi nama foto; foto kertas aslinya dengan"
    " kamera ponsel, lalu kirim."
)
GANDA = (
    "Berkas ini memuat berkas lain di dalamnya; foto kertas aslinya dengan kamera ponsel, lalu"
    " kirim."
)
ARSIP = (
    "Berkas ini arsip atau dokumen Office; simpan dulu sebagai PDF, atau foto kertasnya, lalu"
    " kirim."
)
BERGERAK = (
    "Berkas ini video atau gambar bergerak; ambil satu foto diam dari kertasnya, lalu kirim."
)
TERPUTUS = (
    "Foto ini tidak sampai seluruhnya; tunggu sinyal membaik, lalu kirim sekali lagi foto yang"
    " sama."
)
RUSAK = "Foto ini rusak dan tidak dapat dibuka; foto ulang kertas aslinya, lalu kirim."
TERLALU_RUMIT = (
    "Berkas ini terlalu rumit untuk dibuka; foto kertas aslinya dengan kamera ponsel, lalu kirim."
)
PDF_RUSAK = "PDF ini rusak dan tidak dapat dibuka; simpan ulang PDF-nya, atau foto kertasnya."
PDF_TERKUNCI = (
    "PDF ini terkunci kata sandi; kirim PDF tanpa kata sandi, atau foto kertasnya, lalu kirim."
)
PDF_KOSONG = (
    "PDF ini tidak berisi apa-apa; pindai ulang kertasnya, atau foto kertasnya, lalu kirim."
)
PDF_TEBAL = (
    "PDF ini lebih dari 10 halaman; kirim hanya halaman yang diminta, atau foto halaman itu."
)
PDF_BERISI = (
    "PDF ini memuat isian, lampiran, atau perintah; cetak ke PDF baru, atau foto kertasnya, lalu"
    " kirim."
)

KECIL = (
    "Gambar ini terlalu kecil sehingga hurufnya tidak terbaca; foto dari dekat sampai kertas"
    " memenuhi layar."
)
KABUR = (
    "Foto ini kabur; pegang ponsel dengan dua tangan, ketuk tulisan di layar sampai tajam, lalu"
    " foto ulang."
)
GELAP = "Foto ini gelap; pindah ke tempat yang terang atau dekat jendela, lalu foto ulang."
SILAU = (
    "Ada pantulan cahaya yang menutupi tulisan; matikan lampu kilat, miringkan sedikit ponselnya,"
    " lalu foto ulang."
)
TERPOTONG = (
    "Tepi kertasnya terpotong; mundur sedikit sampai keempat sudut kertas terlihat, lalu foto"
    " ulang."
)
BERBINTIK = "Foto ini penuh bintik; pindah ke tempat yang lebih terang, lalu foto ulang."
POLOS = "Tidak tampak tulisan di foto ini; arahkan kamera ke kertasnya, lalu foto ulang."
SAMA = "Foto ini sama dengan yang sudah Anda kirim; kirim foto halaman atau kertas yang lain."
