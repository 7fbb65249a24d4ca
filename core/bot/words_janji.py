"""Every sentence about tickets and appointments: to citizens first, to officers below."""

# ---- to citizens
PENGANTAR = (
    "<b>{judul}</b>\n{ringkas}\n\n"
    "<b>Tempat:</b> {alamat}\n<b>Buka:</b>\n{jam}\n\n"
    "<b>Bawa:</b>\n{bawa}\n\n"
    "Memesan tiket: sekitar {isi} menit. Di loket: sekitar {menit} menit. Gratis, tanpa biaya.\n\n"
    "<b>Data Anda</b> dipakai hanya untuk tiket ini, disimpan tersandi, dan dilihat petugas "
    "yang menanganinya. Dengan menekan Mulai, Anda menyetujuinya (UU 27/2022).\n"
    "Selengkapnya: /privasi, versi {versi}."
)
TIKET = (
    "🎫 <b>Tiket {nomor}</b>\n{judul}\n\n"
    "🗓 <b>{waktu}</b>\n📍 {alamat}\n\n"
    "<b>Bawa:</b>\n{bawa}\n\n"
    "Tunjukkan nomor tiket ini di loket. Di loket sekitar {menit} menit. Gratis.\n"
    "Berhalangan? Tekan tombol di bawah, atau ketik /status kapan saja."
)
LEPAS, GESER = "Batalkan tiket", "Ganti waktu"
TANYA_LEPAS = "Batalkan tiket <b>{nomor}</b> untuk {waktu}? Tempatnya diberikan kepada orang lain."
TANYA_GESER = (
    "Ganti waktu tiket <b>{nomor}</b>? Tiket untuk {waktu} dibatalkan dahulu, lalu Anda memesan "
    "waktu baru sekarang juga."
)
YA_LEPAS, YA_GESER, TIDAK = "Ya, batalkan tiket", "Ya, ganti waktu", "Tidak, biarkan"
DILEPAS = "Tiket {nomor} sudah dibatalkan. Untuk memesan lagi, ketik /start."
TETAP = "Tiket {nomor} tetap berlaku."
TIADA = "Tiket itu sudah tidak berlaku. Ketik /status untuk melihat tiket Anda."
INGAT = (
    "⏰ Besok: <b>{judul}</b>\n\nTiket {nomor}\n🗓 <b>{waktu}</b>\n📍 {alamat}\n\n"
    "<b>Bawa:</b>\n{bawa}\n\nBerhalangan? Ketik /status untuk membatalkan atau mengganti waktu."
)
HADIR = "✅ Kehadiran Anda untuk <b>{judul}</b> (tiket {nomor}) sudah dicatat. Terima kasih."
TIDAK_DATANG = (
    "Kami belum bertemu Anda pada {waktu} untuk <b>{judul}</b> (tiket {nomor}). Tidak apa-apa: "
    "tiket itu ditutup, dan Anda dapat memesan waktu baru kapan saja."
)
TIKET_LEWAT = (
    "Tiket {nomor} untuk <b>{judul}</b> pada {waktu} sudah kami tutup, karena waktunya sudah "
    "lewat. Bila Anda sudah dilayani, abaikan pesan ini. Bila belum, Anda dapat memesan waktu "
    "baru kapan saja."
)
PESAN_LAGI = "Pesan waktu baru"
KEADAAN = {
    "terjadwal": "Tiket untuk {waktu}",
    "selesai": "Selesai, Anda sudah dilayani di loket",
    "dibatalkan": "Tiket dibatalkan",
    "kedaluwarsa": "Tiket ditutup karena Anda belum datang. Ketik /start untuk memesan lagi",
}

# ---- to officers; none of them names a citizen
KARTU = "🎫 <b>{nomor}</b>\n{judul}\n🗓 {waktu}"
CATAT_HADIR, CATAT_TIDAK = "✅ Hadir", "🚫 Tidak datang"
BELUM_HARINYA = "Belum waktunya: tiket ini untuk {waktu}."
BELUM_LEWAT = "Belum waktunya: baru dapat dicatat tidak datang setelah pukul {jam}."
JADWAL = "<b>Tiket hari ini, {tanggal}</b>\n{daftar}"
JADWAL_BARIS = "{jam} · {nomor} · {judul}"
JADWAL_KOSONG = "Tidak ada tiket yang menunggu hari ini, {tanggal}."
