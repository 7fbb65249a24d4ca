"""Every sentence that the room says to officers. What stands in the group names no citizen."""

KARTU = "<b>{nomor}</b>\n{judul}\n📍 {desa}\n⏱ Masuk {masuk} · menunggu {tunggu}{batas}"
BATAS = " · batas {batas}"
DESA_TIDAK_DIKETAHUI = "desa belum diketahui"
JEJAK = {
    "diambil": "👤 Diperiksa {siapa} sejak {jam}",
    "dilepas": "↩️ Dilepas {siapa} {jam}",
    "dikembalikan": "✏️ Minta perbaikan · {siapa} {jam}",
    "diperbaiki": "📥 Perbaikan diterima {jam}",
    "disetujui": "✅ Disetujui {siapa} {jam}",
    "pratinjau_dikirim": "👀 Pratinjau dikirim ke pemohon {jam}",
    "pratinjau_benar": "👍 Pratinjau dinyatakan benar oleh pemohon {jam}",
    "pratinjau_salah": "✋ Pemohon menyebut ada yang salah di pratinjau {jam}",
    "pratinjau_lewat": "⌛ Pratinjau tidak dijawab; diterbitkan {jam}",
    "pratinjau_gagal": "⚠️ Tanpa pratinjau untuk pemohon; diterbitkan {jam}",
    "ditolak": "⛔ Ditolak {siapa} {jam}",
    "macet": "⚠️ Belum terbit, dicatat {jam}",
    "lambat": "⏳ Terbit terlambat, masih dikerjakan, dicatat {jam}",
    "dicoba_lagi": "🔁 Dicoba lagi {siapa} {jam}",
    "surat_lagi": "📧 E-mail dikirim lagi {siapa} {jam}",
    "dibatalkan": "🚫 Dibatalkan pemohon {jam}",
    "hadir": "✅ Hadir, dicatat {siapa} {jam}",
    "tidak_datang": "🚫 Tidak datang, dicatat {siapa} {jam}",
    "selesai": "🏁 Selesai {jam}",
}
JEJAK_PRODUK = {
    "terbit": "📄 Terbit, e-mail menunggu dikirim",
    "terkirim": "📧 Tautan terkirim lewat e-mail",
    "diunduh": "📥 Sudah diunduh",
    "siap_dicetak": "🖨 Siap dicetak di loket",
    "dicetak": "🖨 Sudah dicetak",
    "siap_diambil": "📦 Siap diambil",
    "diserahkan": "🤝 Sudah diserahkan",
}
WARGA_MEMBLOKIR = "🔕 Pemohon memblokir bot; kabar kami tidak sampai"
AMBIL, SETUJUI, PERBAIKI, TOLAK, LEPAS = "Ambil", "✅ Setujui", "✏️ Perbaiki", "⛔ Tolak", "Lepas"
CETAK, SIAP, SERAH = "🖨 Kode cetak", "📦 Siap diambil", "🤝 Diserahkan"
PRODUK_INI = "{teks}: {nama}"  # which of several documents of one case is meant

TIDAK_DIIZINKAN = "Tidak diizinkan."
KARTU_BERUBAH = "Kartu ini sudah berubah. Lihat kartu yang terbaru."
KARTU_LAMA = "Kartu ini terkirim dua kali. Pakai kartu yang satunya."
SEDANG_DITANGANI = "Sedang ditangani {siapa}."
SUDAH_TERCATAT = "Sudah tercatat {jam}."
SUDAH_DIPUTUS = {
    "dikembalikan": "Sudah dikembalikan ke pemohon oleh {siapa} {jam}.",
    "disetujui": "Sudah disetujui oleh {siapa} {jam}.",
    "ditolak": "Sudah ditolak oleh {siapa} {jam}.",
    "hadir": "Sudah dicatat hadir oleh {siapa} {jam}.",
    "tidak_datang": "Sudah dicatat tidak datang oleh {siapa} {jam}.",
}
PETUGAS_LAIN = "petugas lain"
SUDAH_BERUBAH = "Permohonan ini sudah berubah: {keadaan}."
BUKAN_PERAN = "Langkah ini hanya untuk {peran}."
MULAI_DULU = "Buka obrolan pribadi dengan bot ini dan tekan Mulai, lalu ulangi."
PERMOHONAN_SENDIRI = "Anda tidak boleh menangani permohonan Anda sendiri."
CENTANG_DULU = "Centang dulu semua pemeriksaan wajib di obrolan pribadi."
LIHAT_PRIBADI = "Lanjutkan di obrolan pribadi dengan bot."
TERCATAT = "Tercatat."
TIDAK_JADI = "Tidak jadi."
TANPA_WEWENANG = (
    "⚠️ Seseorang yang bukan petugas {kali} kali menekan tombol petugas dalam satu jam. "
    "Tidak ada yang berubah."
)
LAYANAN_HILANG = "Layanan ini sedang tidak dimuat. Hubungi pengelola sistem."

BERKAS = (
    "<b>{nomor}</b> · {judul}\n\n<b>Isian pemohon</b>\n{isian}\n\n<b>Cara menerima</b>\n{jalan}"
)
BERKAS_TERLAMPIR = "<b>{nomor}</b> · {label}"
JALAN_EMAIL = "{nama}: e-mail {alamat}"
JALAN_AMBIL = "{nama}: diambil di kantor"
PENDUDUK = "<b>Data kependudukan</b> ({nama})\n{isi}"
PENDUDUK_TIADA = (
    "<b>Data kependudukan</b>\n"
    "Belum ada jawaban. Isi lewat formulir petugas, atau lampirkan PDF resmi."
)
CATATAN = "<b>Perlu dicermati</b>\n{isi}"
LANJUTAN = "<b>Tindak lanjut</b>\n{isi}"
PERIKSA = (
    "<b>Daftar periksa {nomor}</b>\nKetuk untuk mencentang. Bertanda * wajib.\n\n{daftar}{keadaan}"
)
CENTANG, KOSONG, WAJIB = "☑", "☐", " *"
RESMI_TERLAMPIR = "\n\n📎 PDF resmi terlampir; itulah yang akan diterbitkan."
FORMULIR_TERISI = "\n\n📝 Formulir petugas sudah diisi."
ISI_FORMULIR, LAMPIRKAN, LEPAS_PDF = (
    "📝 Isi formulir petugas",
    "📎 Lampirkan PDF resmi",
    "Batalkan PDF resmi",
)
KIRIM_PDF = "Kirim PDF resmi dari sistem nasional sebagai berkas ke sini."
PDF_DITERIMA = "PDF resmi untuk {nomor} tersimpan. Tekan Setujui di kartu grup untuk melanjutkan."
PDF_BANYAK = (
    "Permohonan ini menghasilkan beberapa dokumen; satu PDF tidak dapat menggantikan semuanya."
)
PDF_DILEPAS = "PDF resmi dibatalkan; dokumen akan dibuat dari data."
PDF_BESAR = "Ukurannya lebih dari 20 MB."
BUKAN_PDF = "Yang diminta berkas PDF. {sebab}"
PRATINJAU_LAIN = "PRATINJAU: {nama}"
PRATINJAU = (
    "<b>PRATINJAU {nomor}</b>\nPeriksa setiap isian. Terbitkan {nama}?\n"
    "Pilihan ini berlaku 2 menit."
)
YA_TERBITKAN, TIDAK = "✅ Ya, terbitkan", "Tidak jadi"
TEGAS_LEWAT = "Sudah lebih dari 2 menit. Mulai lagi dari kartu grup."
TEGAS_BERUBAH = "Permohonan berubah sejak pertanyaan ini. Mulai lagi dari kartu grup."
HALANGAN = "Pratinjau {nomor} belum dapat dibuat: {sebab}"
DISETUJUI = "{nomor} disetujui. Dokumen sedang diterbitkan."
LANJUTAN_DISETUJUI = "\n\n<b>Tindak lanjut</b> (tersimpan bersama permohonan)\n{isi}"
FORMULIR_SELESAI = "Formulir petugas untuk {nomor} tersimpan. Tekan Setujui di kartu grup."

PILIH_ISIAN = "<b>Perbaikan {nomor}</b>\nPilih isian yang perlu diperbaiki.{sejauh_ini}"
SEJAUH_INI = "\n\nAkan diminta:\n{daftar}"
KIRIM_PERBAIKAN = "📨 Kirim ke pemohon"
PILIH_ALASAN = "<b>{label}</b>\nApa yang salah? Pilih, atau ketik sendiri."
TULIS_RINCIAN = "Tulis rinciannya untuk pemohon (satu kalimat)."
PERBAIKAN_TERKIRIM = "Permintaan perbaikan {nomor} sudah dikirim ke pemohon."
TANPA_ALASAN = "Pilih dulu paling sedikit satu isian dan alasannya."
PILIH_TOLAK = "<b>Tolak {nomor}</b>\nPilih alasan, atau ketik sendiri. Pemohon akan membacanya."
TEGAS_TOLAK = (
    "<b>Tolak {nomor}?</b>\n\nPemohon akan membaca:\n{alasan}\n\nPilihan ini berlaku 2 menit."
)
YA_TOLAK = "⛔ Ya, tolak"
DITOLAK = "{nomor} ditolak; pemohon sudah diberi tahu."
KEMBALI = "⬅️ Kembali"
BERIKUTNYA = "Berikutnya ›"

KODE_CETAK = (
    "<b>Kode cetak {nomor}</b>\n<code>{kode}</code>\n{nama}\n\n"
    "Buka {alamat} di komputer loket dan ketik kode itu. Sekali pakai, berlaku 15 menit."
)
TULIS_PENERIMA = (
    "<b>Penyerahan {nomor}</b>\n{nama}\nTulis nama dan nomor identitas yang mengambil, "
    "serta hubungannya dengan pemohon. Contoh: Siti Aminah, KTP 3319…, istri pemohon."
)
PENERIMA_PENDEK = "Tulis paling sedikit nama dan jenis identitasnya (10 huruf atau lebih)."
SUDAH_DISERAHKAN = "{nomor} tidak sedang menunggu diambil; tidak ada yang dicatat."
DISERAHKAN = "Penyerahan {nomor} tercatat."
SURAT_TERTUNDA = (
    "⚠️ Ada e-mail yang tertunda: server e-mail tidak dapat dihubungi atau menolak sementara. "
    "Suratnya tersimpan dan dicoba lagi sendiri; kabar ini diulang setiap jam selama tertunda."
)
SURAT_DITOLAK = "⚠️ Alamat e-mail untuk {nomor} ditolak server penerima. Pemohon sudah diberi tahu."
SURAT_RAGU = (
    "⚠️ Surat untuk {nomor} terputus saat dikirim; belum pasti sampai. Bila dalam 15 menit "
    "tautannya belum dibuka, surat yang sama dikirim sekali lagi."
)
SURAT_RAGU_LAGI = (
    "⚠️ Surat untuk {nomor} dua kali terputus saat dikirim dan tidak dikirim lagi. "
    "Tanyakan kepada pemohon apakah e-mailnya sudah masuk; bila belum, tekan Kirim e-mail lagi "
    "di kartunya."
)
SURAT_MENYERAH = (
    "⚠️ Surat untuk {nomor} tidak berhasil dikirim dan tidak dicoba lagi; pemohon sudah diberi "
    "tahu. Bila gangguannya sudah selesai, tekan Kirim e-mail lagi di kartunya."
)
SURAT_KEMBALI = (
    "⚠️ Surat untuk {nomor} dikembalikan server penerima. Tautannya tetap berlaku; "
    "pemohon sudah diberi tahu."
)
SURAT_TIDAK_DISUKAI = {
    "ditolak": (
        "⚠️ Server e-mail menolak sambungan kita (554). Tanyakan kepada pengelolanya apakah "
        "alamat mesin ini diblokir. Suratnya tersimpan dan dicoba lagi sendiri."
    ),
    "isi": (
        "⚠️ Surat kita ditolak karena isinya atau nama pengirimnya, bukan karena alamat "
        "penerima. Periksa SPF, DKIM, dan daftar blokir untuk domain pengirim."
    ),
}
SURAT_BERHENTI = (
    "⛔ Semua e-mail berhenti: {sebab} Tidak ada surat yang hilang; pengiriman berjalan lagi "
    "sendiri sesudah diperbaiki. Bila pengaturan di mesin ini yang diubah, jalankan ulang "
    "proses kerja. Kabar ini diulang setiap jam sampai berjalan lagi."
)
SEBAB_BERHENTI = {
    "masuk": (
        "server e-mail menolak nama pengguna atau kata sandi kita. Periksa username di bagian "
        "[surat] dan berkas surat_sandi."
    ),
    "tls": (
        "sambungan ke server e-mail tidak dapat diamankan. Periksa host, port, dan tls di "
        "bagian [surat], serta sertifikat server itu."
    ),
    "pengirim": (
        "server e-mail menolak alamat pengirim kita. Periksa dari dan pantulan di bagian "
        "[surat], dan apakah akun itu boleh mengirim atas nama alamat tersebut."
    ),
}
SURAT_JALAN_LAGI = "✅ E-mail berjalan lagi. Surat yang tertahan sedang dikirim."
KEPALA_RIWAYAT = (
    "🔏 Catatan riwayat sampai baris {urut}, untuk mencocokkan bila perlu:\n<code>{sidik}</code>"
)
MACET = (
    "⚠️ {nomor} sudah disetujui, tetapi dokumennya belum terbit: penerbitan terhenti. Sebabnya "
    "ada di catatan proses kerja. Sesudah diperbaiki, tekan Coba terbitkan lagi di kartunya; "
    "tanpa ditekan pun dicoba lagi sendiri, paling jarang setiap jam."
)
LAMBAT = (
    "⏳ {nomor} sudah disetujui, tetapi dokumennya belum terbit. Penerbitannya masih dikerjakan "
    "atau menunggu giliran; tidak ada yang perlu ditekan. Bila tetap begini, periksa catatan "
    "proses kerja."
)
SEDANG_DIKERJAKAN = "Penerbitannya sedang dikerjakan. Tunggu sebentar."
TERBITKAN_LAGI = "🔁 Coba terbitkan lagi"
KIRIM_LAGI = "📧 Kirim e-mail lagi"
GRUP_PINDAH = (
    "⚠️ Grup ini menjadi supergrup. Kartu permohonan yang terbuka dikirim ulang di sini; "
    "tombol di kartu lama tidak berlaku lagi."
)
DISISIHKAN = (
    "⚠️ Ada pesan warga yang gagal diproses dan disisihkan; pengirimnya sudah diberi tahu. "
    "Sebabnya ada di catatan proses kerja. Kabar ini paling banyak sekali sehari."
)
PESAN_GAGAL = (
    "⚠️ Ada pesan yang tidak dapat dikirim: kartu permohonan, atau kabar untuk warga. "
    "Yang mana dan sebabnya ada di catatan proses kerja. Kabar ini paling banyak sekali sehari."
)
SAPA_PETUGAS = (
    "Halo {nama}. Obrolan ini tempat Anda memeriksa permohonan.\n"
    "Permohonan baru muncul di grup petugas; tekan Ambil di sana. "
    "Tiket hari ini: ketik /jadwal. Nilai dari warga: ketik /nilai.\n\n"
    "Untuk mengurus dokumen Anda sendiri, kirim pesan apa saja ke sini."
)
