"""What is said to the applicant who may see an approved document before it is signed."""

LIHAT = (
    "<b>PRATINJAU {nomor}</b>\n"
    "Permohonan Anda disetujui. Ini isi {nama} yang akan kami terbitkan. Belum resmi; "
    "nomor-nomornya kami samarkan.\n\n"
    "Periksa nama, tanggal, dan isian lain. Bila Anda tidak menjawab sampai {batas}, "
    "dokumen kami terbitkan seperti ini."
)
LIHAT_LAIN = "PRATINJAU: {nama}"
BENAR, SALAH = "✅ Sudah benar", "✋ Ada yang salah"
PILIH = (
    "<b>Apa yang salah di {nomor}?</b>\n"
    "Ketuk isian yang salah; boleh lebih dari satu. Lalu tekan Lanjut."
)
LAINNYA = "Yang lain di dokumen"
TERPILIH = "☑ {label}"
LANJUT, BERIKUTNYA, TIDAK_JADI = "Lanjut ➡️", "Berikutnya ›", "Tidak jadi"
BATAL = "batal"  # typed instead of that button
TULIS = (
    "<b>{nomor}: yang salah</b>\n{daftar}\n\n"
    "Tulis dengan singkat yang benar. Contoh: tanggal lahir Budi 17-08-1990."
)
TERIMA_KASIH = "Terima kasih. Dokumen {nomor} sedang kami terbitkan."
DITERUSKAN = (
    "Terima kasih. {nomor} kembali ke petugas bersama catatan Anda; belum ada yang diterbitkan. "
    "Petugas memeriksa lagi paling lambat {batas}."
)
DITUNGGU_LAGI = "Tidak ada yang diubah. Tekan Sudah benar atau Ada yang salah di pratinjau tadi."
LEWAT = "Pratinjau itu sudah tidak berlaku. Ketik /status untuk melihat keadaannya."
KEADAAN = "Disetujui. Kami menunggu Anda memeriksa pratinjaunya sampai {batas}"
