"""What is said when a paper seems to show something else than was typed; never a reproach."""

NIK_BEDA = "NIK yang terbaca di foto ini tampak berbeda dari NIK yang diisi."
NOMOR_KK_BEDA = "Nomor KK yang terbaca di foto ini tampak berbeda dari nomor KK yang diisi."
NAMA_BEDA = "Nama yang terbaca di foto ini tampak berbeda dari nama yang diisi."
