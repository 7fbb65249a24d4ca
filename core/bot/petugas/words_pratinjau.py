"""What officers read of the applicant's look before signing. The group's lines name nobody."""

DISETUJUI = (
    "{nomor} disetujui. Pemohon melihat pratinjaunya lebih dulu; dokumen diterbitkan sesudah ia "
    "menyatakan benar, atau paling lambat sesudah {jam} jam."
)
SANGGAHAN = (
    "<b>Pratinjau: pemohon menyebut ada yang salah</b>\n{isi}\n\nCatatan pemohon: {catatan}"
)
TANPA_ISIAN = "Isian tidak disebut"
TANPA_CATATAN = "tidak ditulis"
