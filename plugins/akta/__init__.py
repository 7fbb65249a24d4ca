"""Akta kelahiran: a birth is reported, and the excerpt of its deed goes out.

For a plugin that issues more than the deed from one filing: `AktaLahir` and `AktaPetugas` are
forms to inherit from (`Dasar` has no statements), `AKTA` the result, `PERIKSA` and both lists of
reasons to join, `near` and `follow_up` to call from its own, `mother` and `father` to print.
"""

from core.api import Layanan
from plugins.akta.alasan import ALASAN_KEMBALI, ALASAN_TOLAK, PERIKSA
from plugins.akta.cermat import follow_up, near
from plugins.akta.dasar import Dasar
from plugins.akta.halaman import excerpt
from plugins.akta.hasil import AKTA, DASAR_HUKUM
from plugins.akta.isian import AktaLahir, AktaPetugas
from plugins.akta.kerabat import Kerabat
from plugins.akta.silsilah import father, mother
from plugins.akta.telat import late

__all__ = [
    "AKTA",
    "ALASAN_KEMBALI",
    "ALASAN_TOLAK",
    "DASAR_HUKUM",
    "LAYANAN",
    "PERIKSA",
    "AktaLahir",
    "AktaPetugas",
    "Dasar",
    "Kerabat",
    "excerpt",
    "father",
    "follow_up",
    "late",
    "mother",
    "near",
]

LAHIR = Layanan(
    api=1,
    kode="akta-lahir",
    judul="Akta kelahiran",
    ringkas="Kutipan akta kelahiran anak. Lapor paling lambat 60 hari sejak lahir; lewat dari itu "
    "tetap dapat, tanpa sidang. Anak yang orang tuanya tidak diketahui didaftarkan di kantor.",
    versi=1,
    formulir=AktaLahir,
    formulir_petugas=AktaPetugas,
    dasar_hukum=DASAR_HUKUM,
    hasil=AKTA,
    periksa=PERIKSA,
    alasan_kembali=ALASAN_KEMBALI,
    alasan_tolak=ALASAN_TOLAK,
    menit=12,
    cermati=near,
    tindak_lanjut=follow_up,
)

LAYANAN = (LAHIR,)
