"""Every sentence that the room itself says to citizens: plain Indonesian, "Anda", HTML."""

PRIVASI_VERSI = "2026-11"

SAPA = (
    "Selamat datang di <b>{kantor}</b>.\n"
    "Di sini Anda dapat mengurus dokumen kependudukan dari telepon. "
    "Semua layanan <b>gratis</b>.\n\n"
    "Pilih layanan:"
)
MENU = "Pilih layanan:"
TIDAK_ADA_LAYANAN = (
    "Saat ini belum ada layanan yang dibuka di sini. Silakan datang ke kantor:\n{alamat}"
)
LAYANAN_TATAP_MUKA = (
    "<b>{judul}</b> dilayani langsung di kantor.\n\nTempat: {alamat}\nTelepon: {telepon}"
)
LAYANAN_TUTUP = "Layanan <b>{judul}</b> sedang ditutup. Silakan coba lagi lain hari."
PENGANTAR = (
    "<b>{judul}</b>\n{ringkas}\n\n"
    "<b>Siapkan:</b>\n{perlu}\n\n"
    "Waktu mengisi: sekitar {menit} menit. Gratis, tanpa biaya.\n"
    "Dokumen yang lengkap kami proses dalam {jam} jam pada hari kerja.\n\n"
    "<b>Data Anda</b> dipakai hanya untuk permohonan ini, disimpan tersandi, dan dilihat petugas "
    "yang menanganinya. Dengan menekan Mulai, Anda menyetujuinya (UU 27/2022).\n"
    "Selengkapnya: /privasi, versi {versi}."
)
MULAI = "Mulai"
LAYANAN_LAIN = "Layanan lain"
LANJUTKAN = "Lanjutkan"
MULAI_ULANG = "Mulai ulang"
TANYA_HAPUS = "Hapus isian <b>{judul}</b> beserta foto yang sudah dikirim?"
TANYA_BATALKAN = "Batalkan permohonan <b>{nomor}</b>? Permohonan yang dibatalkan tidak diproses."
YA_HAPUS = "Ya, hapus"
YA_BATALKAN = "Ya, batalkan"
TIDAK_JADI = "Tidak, lanjutkan"
DIHAPUS = "Isian dihapus. Ketik /start bila ingin memulai lagi."
DIBATALKAN = "Permohonan {nomor} sudah dibatalkan."
TIDAK_ADA_ISIAN = "Tidak ada isian yang sedang berjalan. Ketik /start untuk memulai."
TOMBOL_LAMA = "Tombol itu sudah tidak berlaku."
BANTUAN = (
    "<b>Bantuan</b>\n"
    "/start – mulai atau pilih layanan\n"
    "/status – lihat permohonan Anda\n"
    "/dokumen – kata sandi dokumen yang sudah terbit\n"
    "/batal – hapus isian yang sedang berjalan\n"
    "/privasi – bagaimana data Anda dijaga\n"
    "/bahasa – ganti bahasa (Indonesia, Jawa, Inggris)\n"
    "/kabar – pilih pengingat yang Anda terima\n\n"
    "Jawab satu pertanyaan setiap kali. Pilihan boleh ditekan, diketik, atau dijawab dengan "
    "nomornya. Salah isi? Tekan Kembali, atau Ubah di ringkasan.\n\n"
    "Kantor: {alamat}\nTelepon: {telepon}\nE-mail: {surel}\n\n"
    "Kami tidak pernah meminta uang, PIN, atau kode OTP bank, dan tidak pernah menyuruh Anda "
    "memasang aplikasi. Satu-satunya kode yang kami tanyakan ialah 6 angka dari e-mail kami."
)
STATUS_KOSONG = "Anda belum punya permohonan. Ketik /start untuk memulai."
STATUS_KEPALA = "<b>Permohonan Anda</b>"
STATUS_BARIS = "\n\n<b>{nomor}</b>\n{judul}\n{keadaan}"
STATUS_BATAS = "\nPaling lambat {batas}"
KEADAAN = {
    "draf": "Belum dikirim",
    "terjadwal": "Menunggu Anda datang ke kantor",
    "diajukan": "Menunggu diperiksa petugas",
    "diperiksa": "Sedang diperiksa petugas",
    "perlu_perbaikan": "Menunggu perbaikan dari Anda",
    "disetujui": "Disetujui, dokumen sedang disiapkan",
    "selesai": "Selesai",
    "ditolak": "Ditolak",
    "dibatalkan": "Dibatalkan",
    "kedaluwarsa": "Ditutup karena terlalu lama tidak dilengkapi",
}
KEADAAN_PRODUK = {
    "siap_dicetak": "{nama}: sedang dicetak di kantor",
    "dicetak": "{nama}: sedang disiapkan di kantor",
    "siap_diambil": "{nama}: siap diambil di kantor",
    "diserahkan": "{nama}: sudah diserahkan",
    "terbit": "{nama}: terbit, e-mail sedang dikirim",
    "terkirim": "{nama}: tautan sudah dikirim ke e-mail Anda",
    "diunduh": "{nama}: sudah diunduh",
}
PRODUK_MENUNGGU = "{nama}: sedang disiapkan"
RESI = (
    "✅ Permohonan terkirim.\n\nNomor Anda: <b>{nomor}</b>\n{judul}\n\n"
    "Lewat telepon, cukup sebutkan: <b>{tanggal}, nomor {urut}</b>.\n\n"
    "Paling lambat {batas} kami beri kabar di sini. {antre}\n\n"
    "Untuk melihat perkembangannya, ketik /status kapan saja, "
    'atau buka <a href="{tautan}">tautan permohonan ini</a>.'
)
TUNGGU_AMBIL = "Tunggu kabar “siap diambil” sebelum datang."
RESI_PERBAIKAN = (
    "✅ Perbaikan terkirim untuk <b>{nomor}</b>.\n"
    "Petugas memeriksa lagi paling lambat {batas}. {antre}"
)
PERBAIKI = (
    "Permohonan <b>{nomor}</b> perlu diperbaiki:\n{daftar}\n\n"
    "Yang lain tetap tersimpan. Silakan kirim yang diminta di bawah ini."
)
DITOLAK = (
    "Permohonan <b>{nomor}</b> ditolak.\n\nAlasan: {alasan}\n\n"
    "Ada pertanyaan? Hubungi {telepon} atau {surel}, sebutkan nomor permohonan."
)
TERBIT_EMAIL = (
    "🎉 <b>{nama}</b> untuk permohonan {nomor} sudah terbit.\n\n"
    "Tautan unduh kami kirim ke e-mail {alamat}. Belum ada? Lihat juga folder spam.\n"
    "Kata sandinya (ketuk untuk membuka):\n<tg-spoiler><code>{sandi}</code></tg-spoiler>\n\n"
    "Berlaku sampai {berlaku}. Jangan berikan kata sandi ini kepada siapa pun; "
    "petugas tidak pernah memintanya."
)
SANDI_LAGI = (
    "Kata sandi <b>{nama}</b> ({nomor}):\n<tg-spoiler><code>{sandi}</code></tg-spoiler>\n"
    "Tautannya ada di e-mail {alamat}. Belum ada? Lihat juga folder spam, "
    "atau hubungi {telepon}."
)
SALIN = "Salin kata sandi"
SANDI_HABIS = "Tautan {nama} ({nomor}) sudah berakhir. Hubungi kantor dan sebutkan nomor itu."
TIDAK_ADA_DOKUMEN = "Belum ada dokumen dengan kata sandi. Ketik /status untuk melihat permohonan."
TERBIT_AMBIL = (
    "🎉 <b>{nama}</b> untuk permohonan {nomor} sudah disetujui dan sedang dicetak di kantor. "
    "Tunggu kabar berikutnya sebelum datang."
)
SIAP_DIAMBIL = (
    "📄 <b>{nama}</b> ({nomor}) siap diambil.\n\n"
    "Tempat: {alamat}\n{jam}\nBawa KTP-el asli. Bila diwakilkan, bawa juga surat kuasa."
)
DISERAHKAN = "<b>{nama}</b> ({nomor}) sudah diserahkan. Terima kasih."
DIUNDUH = "<b>{nama}</b> ({nomor}) sudah diunduh. Bila bukan Anda, segera hubungi {telepon}."
DISERANG = (
    "⚠️ Ada yang beberapa kali salah mengetik kata sandi <b>{nama}</b> ({nomor}). "
    "Bila bukan Anda, hubungi {telepon}."
)
SURAT_GAGAL = (
    "E-mail untuk {nomor} belum dapat dikirim ke {alamat}. Kami terus mencoba; "
    "Anda tidak perlu melakukan apa-apa."
)
KODE_TERTUNDA = (
    "Kode belum dapat dikirim karena gangguan e-mail. Kami coba lagi dalam beberapa menit. "
    "Tekan Ganti alamat e-mail di atas bila ingin memakai alamat lain."
)
KODE_DITOLAK = (
    "Alamat e-mail itu menolak surat kami. "
    "Tekan Ganti alamat e-mail di atas, lalu ketik alamat lain."
)
KODE_MENYERAH = (
    "Kode tidak berhasil dikirim ke alamat e-mail itu. "
    "Tekan Kirim ulang kode di atas, atau Ganti alamat e-mail untuk memakai alamat lain."
)
KODE_KEDALUWARSA = (
    "Kode tadi tidak dapat dipakai karena gangguan e-mail. Tekan Kirim ulang kode di atas untuk "
    "meminta kode baru, atau Ganti alamat e-mail untuk memakai alamat lain."
)
KODE_RAGU = (
    "Sambungan terputus saat kode dikirim, jadi kodenya belum pasti sampai. Lihat juga folder "
    "spam. Bila tidak ada, tekan Kirim ulang kode di atas."
)
SURAT_DITOLAK = (
    "Alamat e-mail {alamat} untuk {nomor} menolak surat kami. "
    "Hubungi {telepon} agar alamatnya diganti."
)
SURAT_PENUH = (
    "Kotak surat {alamat} penuh, jadi e-mail untuk {nomor} belum dapat masuk. "
    "Kosongkan sebagian isinya; kami coba lagi sekitar 8 jam lagi."
)
SURAT_TETAP_PENUH = (
    "Kotak surat {alamat} tetap penuh, jadi e-mail untuk {nomor} tidak dapat dikirim. "
    "Hubungi {telepon} agar dikirim lagi atau alamatnya diganti."
)
SURAT_MENYERAH = (
    "E-mail untuk {nomor} tidak berhasil dikirim ke {alamat}. "
    "Hubungi {telepon} agar dikirim lagi atau alamatnya diganti."
)
SURAT_KEMBALI = (
    "E-mail untuk {nomor} kembali kepada kami: {alamat} tidak dapat menerimanya. "
    "Hubungi {telepon} agar alamatnya diganti."
)
SURAT_RAGU = (
    "E-mail untuk {nomor} ke {alamat} belum pasti sampai. Lihat juga folder spam. "
    "Bila tidak ada, hubungi {telepon}."
)
UNDUH_GAGAL = "Berkas belum dapat kami ambil dari Telegram. Silakan kirim sekali lagi."
PERNYATAAN_CETAK = "<b>{nama}</b>\nCetak lembar ini, lalu tanda tangani."
PERNYATAAN_GAGAL = (
    "Suratnya belum dapat kami buatkan sekarang. Tekan “📄 Kirim surat lagi” beberapa saat lagi, "
    "atau minta suratnya di kantor kami."
)
PERNYATAAN_SERING = (
    "Surat ini sudah beberapa kali dibuat dalam satu jam terakhir. "
    "Tekan “📄 Kirim surat lagi” satu jam lagi, atau minta suratnya di kantor kami."
)
BUKAN_PESAN = "Maaf, pesan seperti itu belum dapat kami baca."
GANGGUAN = (
    "Maaf, pesan Anda tadi belum dapat kami proses karena gangguan di pihak kami. "
    "Isian Anda aman. Silakan kirim sekali lagi, atau hubungi {telepon}."
)
GANGGUAN_TOMBOL = "Belum dapat diproses karena gangguan di pihak kami. Silakan coba sekali lagi."
LAYANAN_GANGGUAN = (
    "Layanan ini sedang ada gangguan. Isian Anda aman; silakan coba lagi nanti atau ketik /start."
)
SELAMAT_KEMBALI = (
    "Selamat datang kembali. Selama bot ini Anda blokir, kabar kami tidak sampai. "
    "Inilah keadaan terakhirnya, dan kata sandi yang masih berlaku bila ada."
)
KODE_DIKIRIM = (
    "Kode 6 angka sudah dikirim ke {alamat}. Ketik kodenya di sini. "
    "Belum ada? Tunggu 1 menit, lalu lihat juga folder spam."
)
