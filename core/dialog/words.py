"""Every sentence of the dialog that a citizen reads, in one place."""

import re

YA = "Ya"
TIDAK = "Tidak"

# ---- buttons
KEMBALI = "⬅️ Kembali"
LEWATI = "Lewati"
BANTUAN = "❓ Bantuan"
UBAH_LAIN = "✏️ Ubah jawaban lain"
TETAP = "➡️ Tetap pakai jawaban ini"
TAMBAH = "➕ Tambah"
UBAH_BARIS = "✏️ Ubah atau hapus"
KIRIM = "✅ Kirim"
UBAH = "✏️ Ubah"
BATAL = "❌ Batal"
TIDAK_LANJUT = "Tidak, lanjutkan"
HAPUS_BARIS = "🗑 Hapus dari daftar"
YA_HAPUS = "Ya, hapus"
TIDAK_HAPUS = "Tidak, biarkan"
TUTUP = "⬅️ Kembali"
MAJU = "›"
MUNDUR = "‹"
PAKAI = "Pakai {usul}"
BENAR = "Alamat saya sudah benar"
KIRIM_ULANG = "Kirim ulang kode"
KIRIM_SURAT = "📄 Kirim surat lagi"
GANTI_ALAMAT = "Ganti alamat e-mail"

# ---- typed words that mean a button wherever they are shown
KATA = {"lewati": "skip", "kembali": "back", "bantuan": "help", "batal": "cancel"}
SEBUTAN_YA = "ya, y, iya"
SEBUTAN_TIDAK = "tidak, t, bukan, enggak"
"""Other words for yes and no, with commas between them."""

# ---- around a question
CONTOH = "Contoh: <code>{contoh}</code>"
SEPERTI = " Contoh: {contoh}."
CARA_KIRIM = "Kirim foto yang terang, seluruh lembar terlihat, atau PDF."
CARA_PAS_FOTO = "Kirim foto yang terang, wajah terlihat jelas."
CONTOH_FOTO = (
    "Seperti ini foto yang baik: seluruh lembar terlihat, terang, dan semua tulisan terbaca."
)
CARA_SURAT = (
    "Surat “{nama}” sudah diisi dari jawaban Anda. Cetak, tanda tangani di atas nama yang "
    "tertulis (dengan meterai bila suratnya meminta), foto, lalu kirim kembali di sini. "
    "Tidak punya printer? Minta kantor desa mencetaknya."
)
SURAT_LAMA = (
    "Ada jawaban yang diubah setelah surat ini dibuat. Bila isi surat ikut berubah, cetak dan "
    "tanda tangani surat yang baru."
)
PILIH = "Pilih dengan tombol, atau ketik nomornya:"
KETIK_CARI = "Ketik sebagian namanya, atau pilih dengan tombol:"
KETIK_WILAYAH = {
    "desa_nasional": "Ketik sebagian nama desa atau kelurahan, boleh ditambah nama kecamatan atau "
    "kabupatennya. Atau pilih dengan tombol:",
    "kabupaten_nasional": "Ketik sebagian nama kabupaten atau kota, atau pilih dengan tombol:",
}
JAWABAN_SEKARANG = "Jawaban sekarang: {nilai}"
TERCATAT = "✓ {label}: {nilai}"
TIDAK_DIISI = "Tidak diisi"
DARI_PETUGAS = "📌 Catatan petugas: {kalimat}"
PERINGATAN = "⚠️ {kalimat}"
CATATAN = "👀 {label}. {kalimat} Bila sudah benar, lanjutkan saja."
CATATAN_SAJA = "👀 {kalimat} Bila sudah benar, lanjutkan saja."
BANTUAN_UMUM = "Jawab satu per satu. Jawaban Anda tersimpan dan dapat diubah sebelum dikirim."
MASIH_SULIT = "Bila masih sulit, hubungi petugas{kantor}."
LAMPIRAN = {"application/pdf": "PDF terlampir"}
FOTO_TERLAMPIR = "foto terlampir"

# ---- refusals
MINTA_BERKAS = "Pertanyaan ini dijawab dengan foto atau berkas PDF, bukan tulisan."
MINTA_TEKS = "Pertanyaan ini dijawab dengan tulisan, bukan foto atau berkas."
MINTA_TOMBOL = "Pertanyaan ini dijawab dengan memilih, bukan dengan foto atau berkas."
TERLALU_BESAR = "Berkas {mb} MB terlalu besar; paling besar 20 MB. Kirim sebagai foto biasa."
BUKAN_JENISNYA = "Kirim foto (JPG atau PNG) atau PDF. Berkas lain tidak dapat dibaca petugas."
BELUM_SESUAI = "Jawaban belum sesuai dengan pertanyaan."
ADA_BEBERAPA = "Ada {banyak} yang cocok. Pilih salah satu, atau ketik lebih lengkap."
ADA_BANYAK = "Ada banyak yang cocok. Pilih salah satu, atau tambahkan nama kabupatennya."
MUNGKIN_MAKSUD = "Tidak ada yang persis sama. Mungkin yang Anda maksud:"
TIDAK_ADA_DI_DAFTAR = "Tidak ada yang cocok di daftar. Ketik sebagian namanya saja."
DAFTAR_KOSONG = "Daftar pilihannya belum diisi oleh kantor. Hubungi petugas."
TOMBOL_LAMA = "Tombol itu sudah tidak berlaku. Silakan lanjut dari sini."
TOMBOL_LAIN = "Tombol itu bukan untuk pertanyaan ini. Silakan lanjut dari sini."
PILIH_TOMBOL = "Pilih salah satu tombol di bawah."
SATU_FOTO = "Satu foto saja untuk tiap pertanyaan. Foto pertama yang dipakai."
BERKAS_DITOLAK = "Foto belum dapat dipakai. Foto ulang seluruh lembar, terang dan tidak buram."
TIDAK_BERJALAN = "Tidak ada isian yang sedang berjalan."
DIBATALKAN = "Isian dihapus. Ketik /start bila ingin memulai lagi."
YAKIN_BATAL = "Hapus isian ini beserta foto yang sudah dikirim?"

# ---- groups
BANYAK = "{label}: {banyak}"
BELUM_ADA = "{label}: belum ada"
BERIKUT = "Untuk menambah, langsung jawab: {soal}"
SUDAH_SEMUA = "Sudah semua? Tekan {tombol}."
PALING_SEDIKIT = "Paling sedikit {minimal}; sekarang {banyak}. Tambah lagi."
PALING_BANYAK = "Paling banyak {maksimal}. Hapus satu bila perlu mengganti."
YAKIN_HAPUS = "Hapus {judul} dari daftar?"
DIHAPUS = "✓ {judul} dihapus dari daftar."
PILIH_BARIS = "Yang mana?"
BARIS_KE = "{label} {nomor}"

# ---- paste
TERISI = "✓ Terisi: {daftar}"
BELUM_TERISI = "⚠️ {label}: {kalimat}"
BARIS_ASING = "{banyak} baris tidak dikenali, jadi tidak dipakai."
TAK_DITANYA = "Tidak dipakai karena tidak ditanyakan: {daftar}."

# ---- summary
PERIKSA = "Periksa jawaban Anda"
SUDAH_BENAR = "Sudah benar? Tekan Kirim."
UBAH_YANG_MANA = "Apa yang ingin Anda ubah?"
CARA_TERIMA = "Cara menerima"

# ---- look-ups and e-mail
SEDANG_DICOCOKKAN = "Data sedang dicocokkan. Tunggu sebentar."
TANYA_EMAIL = "Ke alamat e-mail mana {dokumen} dikirim?"
TANPA_EMAIL = "Tidak punya e-mail: ambil di kantor"
AMBIL_DI_KANTOR = "Diambil di kantor"
TERCATAT_AMBIL = "✓ Cara menerima: diambil di kantor"
USUL = "Apakah maksud Anda <b>{usul}</b>?"
TANYA_KODE = "Berapa kode 6 angka di e-mail itu?"
KODE_SEDANG_DIKIRIM = "Kode sedang dikirim ke alamat e-mail Anda. Tunggu sebentar."
KODE_COCOK = "✓ Alamat e-mail sudah terbukti milik Anda."
KODE_PANJANG = "Kode terdiri dari 6 angka; yang Anda kirim {banyak} angka."
KODE_ANGKA = "Kode hanya berisi angka. Lihat e-mail dari kami, lalu ketik 6 angka itu."

# ---- a day and a time at the counter
NAMA_HARI = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
TANYA_HARI = "Hari apa Anda datang ke kantor?"
BANTUAN_HARI = (
    "Angka di dalam kurung adalah banyaknya tempat yang masih kosong hari itu. "
    "Tempat menjadi milik Anda setelah permohonan dikirim."
)
TANYA_JAM = "Pukul berapa Anda datang?"
HARI_KOSONG = "{hari} ({banyak} tempat)"
KATA_JAM = ("jam ", "pukul ")
PILIH_JAM = "Pilih dengan tombol, atau ketik jamnya, misalnya 09.15."
WAKTU_HABIS = (
    "Belum ada waktu kosong untuk hari-hari ini. Jawaban Anda tersimpan; coba lagi besok dengan "
    "mengetik /start, atau datang langsung ke kantor."
)
TEMPAT_DIAMBIL = (
    "⚠️ Waktu yang Anda pilih sudah tidak kosong. Jawaban Anda yang lain tersimpan; "
    "silakan pilih waktu lain."
)
WAKTU_DATANG = "Waktu datang"

# ---- what to bring
TIAP = "{teks} (untuk setiap isian {label})"
BILA = "{teks} (bila {syarat})"
BILA_DIMINTA = "{teks} (bila nanti diminta)"
BILA_ADA = "{teks} (bila ada)"
DIBUATKAN = "{teks} (suratnya kami buatkan)"
BILA_TERISI = "ada {label}"
BILA_TANPA = "tidak ada {label}"
BILA_SELAIN = "{label} selain {nilai}"
BILA_SAMA = "{label}: {nilai}"
BILA_BUKAN = "bukan {syarat}"
BILA_USIA = "berusia {mulai} tahun atau lebih menurut {label}"
BILA_DI_BAWAH = "berusia di bawah {sampai} tahun menurut {label}"
BILA_HASIL = {
    "ada": "datanya kami temukan",
    "tidak": "datanya tidak kami temukan",
    "diam": "datanya tidak kami temukan",
}
ATAU = " atau "
DAN = " dan "

_SINGKATAN = re.compile(
    r"\b(nik|kk|ktp|rt|rw|kia|wni|wna|sptjm|shdk|kitap|kitas|skpwni|pdf|bpjs|hp)\b", re.IGNORECASE
)


def label_of(nama: str) -> str:
    """Make a label of a field's name: its words are those of the official form."""
    kata = nama.replace("_", " ")
    return _SINGKATAN.sub(lambda cocok: cocok[0].upper(), kata[:1].upper() + kata[1:])
