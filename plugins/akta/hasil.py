"""What comes out of a reported birth, and the law that it rests on."""

from core.api import Cetak
from plugins.akta.halaman import excerpt

AKTA = Cetak("akta.html", isi=excerpt, nama="Kutipan Akta Kelahiran", jenis="akta", milik="akta")
DASAR_HUKUM = (
    "UU 24/2013 Pasal 27 dan Pasal 32",
    "Perpres 96/2018 Pasal 33",
    "Permendagri 108/2019",
    "Permendagri 73/2022 Pasal 4 dan Pasal 5",
)
