"""Every sentence about what comes after: reminders, the way of a case, rating, privacy notice.

To citizens first, to officers below.
"""

# ---- the place in the queue; each is a whole sentence
ANTRE_PERTAMA = "Permohonan Anda berikutnya dalam antrean."
ANTRE_DEPAN = "Sekitar {depan} permohonan lain diperiksa lebih dahulu."
ANTRE_KIRAAN = "Giliran Anda sekitar {tanggal}, {bagian}. Ini perkiraan, bukan janji."
PAGI, SIANG, SORE = "pagi", "siang", "sore"

# ---- the way of a case
LANGKAH = {
    "diajukan": "Anda mengirim permohonan",
    "dijadwalkan": "Anda memesan tiket",
    "diambil": "Mulai diperiksa petugas",
    "dikembalikan": "Diminta diperbaiki",
    "diperbaiki": "Anda mengirim perbaikan",
    "disetujui": "Disetujui",
    "pratinjau_dikirim": "Pratinjau dikirim kepada Anda",
    "pratinjau_benar": "Anda menyatakan pratinjau benar",
    "pratinjau_salah": "Anda menyebut ada yang salah di pratinjau",
    "ditolak": "Ditolak",
    "dibatalkan": "Anda membatalkan permohonan",
    "hadir": "Anda dilayani di loket",
    "tidak_datang": "Tiket ditutup karena Anda belum datang",
    "selesai": "Selesai",
}
LANGKAH_PRODUK = {
    "produk_terbit": "{nama} terbit",
    "produk_terkirim": "Tautan {nama} dikirim ke e-mail Anda",
    "tautan_dibuka": "Tautan {nama} dibuka",
    "produk_diunduh": "{nama} diunduh",
    "produk_dicetak": "{nama} dicetak di kantor",
    "produk_siap_diambil": "{nama} siap diambil",
    "produk_diserahkan": "{nama} diserahkan",
}
LANGKAH_BARIS = "• {waktu} – {apa}"
LANGKAH_SEBAB = "   {sebab}"
LIHAT_SATU = "Tekan nomornya untuk melihat perjalanannya."

# ---- withdrawing
TARIK, YA_TARIK, TIDAK_TARIK = "Batalkan permohonan", "Ya, batalkan permohonan", "Tidak, biarkan"
TANYA_TARIK = (
    "Batalkan permohonan <b>{nomor}</b> ({judul})? Kami tidak memprosesnya lagi; "
    "isian dan fotonya dihapus."
)
TETAP_DIPROSES = "Permohonan {nomor} tetap diproses."
TERLAMBAT_TARIK = (
    "Permohonan {nomor} tidak dapat dibatalkan lagi. Ketik /status untuk melihat keadaannya."
)

# ---- reminders
INGAT_DRAF = (
    "⏰ Isian <b>{judul}</b> belum selesai. Yang sudah Anda isi tersimpan; tinggal dilanjutkan."
    "\n\nBila tidak dilanjutkan, isian itu dan fotonya kami hapus mulai {tanggal}."
)
INGAT_DRAF_SAJA = (
    "⏰ Isian <b>{judul}</b> belum selesai. Yang sudah Anda isi tersimpan; tinggal dilanjutkan."
)
INGAT_PERBAIKAN = (
    "⏰ Permohonan <b>{nomor}</b> ({judul}) masih menunggu perbaikan dari Anda. "
    "Yang lain tetap tersimpan. Selama belum diperbaiki, permohonan ini belum kami proses."
)
INGAT_LANJUT, INGAT_HAPUS = "Lanjutkan", "Hapus"
HAPUS_DIAM = (
    "Isian <b>{judul}</b> dan fotonya sudah kami hapus, karena {hari} hari tidak dilanjutkan. "
    "Anda dapat memulai lagi kapan saja: ketik /start."
)

# ---- rating
TANYA_NILAI = (
    "Bagaimana layanan kami untuk <b>{judul}</b> ({nomor})?\n"
    "1. Tidak baik\n2. Kurang baik\n3. Baik\n4. Sangat baik\n\n"
    "Boleh ditekan atau diketik, boleh juga dilewatkan."
)
NILAI = {1: "Tidak baik", 2: "Kurang baik", 3: "Baik", 4: "Sangat baik"}
TANYA_KOMENTAR = (
    "Terima kasih. Nilai Anda: {nilai}.\n\n"
    "Ada yang perlu kami perbaiki atau pertahankan? Tulis di sini, atau tekan Lewati."
)
LEWATI_KOMENTAR = "Lewati"
TERIMA_KOMENTAR = "Terima kasih, pendapat Anda sudah kami terima."
TERIMA_NILAI = "Terima kasih atas nilai Anda."
SUDAH_DINILAI = "Nilai untuk permohonan {nomor} sudah kami terima. Terima kasih."

# ---- privacy notice (UU 27/2022 Pasal 21), whole; its version is words.PRIVASI_VERSI
PRIVASI = (
    "<b>Pemberitahuan pelindungan data pribadi</b>, versi {versi}\n\n"
    "<b>Siapa:</b> {dinas}, {alamat}.\n"
    "<b>Dasar:</b> persetujuan Anda, dan tugas kami menurut UU 24/2013 tentang Administrasi "
    "Kependudukan.\n"
    "<b>Data:</b> isian, foto berkas, alamat e-mail, dan nomor obrolan Telegram ini.\n"
    "<b>Untuk apa:</b> hanya untuk memeriksa permohonan Anda, menerbitkan dokumennya, dan memberi "
    "kabar. Tidak dijual dan tidak dipakai untuk iklan.\n"
    "<b>Siapa yang melihat:</b> petugas yang menanganinya. Data disimpan tersandi.\n"
    "<b>Berapa lama:</b> {lama} Isian permohonan yang Anda batalkan dihapus segera. Catatan "
    "permohonan yang dikirim disimpan menurut aturan kearsipan.\n"
    "<b>Hak Anda:</b> melihat, membetulkan, dan menghapus data, serta menarik persetujuan: ketik "
    "/batal untuk isian, /status untuk permohonan, atau hubungi {telepon} atau {surel}.\n\n"
    "Pesan lewat Telegram juga melewati layanan Telegram."
)
PRIVASI_LAMA = "Isian yang tidak dilanjutkan selama {hari} hari dihapus beserta fotonya."
PRIVASI_LAMA_TETAP = "Isian yang belum dikirim disimpan sampai Anda menghapusnya."

# ---- to officers; none of them names a citizen
DITARIK = "🚫 {nomor} dibatalkan pemohonnya. Tidak ada lagi yang perlu diperiksa."
NILAI_BULAN = "<b>Nilai layanan sejak {tanggal}</b>\n{daftar}"
NILAI_BARIS = "{judul}: {banyak} penilai, rata-rata {rata}"
NILAI_KOMENTAR = "\n<b>Pendapat</b>\n{daftar}"
NILAI_KOMENTAR_BARIS = "• {judul} ({nilai}): {teks}"
NILAI_KOSONG = "Belum ada nilai sejak {tanggal}."
