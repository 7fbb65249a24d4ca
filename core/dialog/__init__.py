"""Asks a form, one question at a time. Pure: no clock, no Telegram, no database."""

from core.api import FormulirRusak
from core.dialog.compile import compile_form
from core.dialog.draft import Draft
from core.dialog.events import (
    Ajukan,
    Balasan,
    CariPenduduk,
    Dicari,
    Diperiksa,
    Efek,
    Hapus,
    Kejadian,
    Kirim,
    KirimKode,
    KodeCocok,
    KodeDikirim,
    KodeDitolak,
    KodeSalah,
    Konteks,
    Langkah,
    Lanjut,
    PeriksaBerkas,
    PeriksaKode,
    Sunting,
    Tekan,
    TitipanBerkas,
    Tombol,
    Tulis,
    WaktuKosong,
)
from core.dialog.fields import (
    Lampiran,
    Pertanyaan,
    area_codes,
    papers,
    private,
    questions,
    uploads,
)
from core.dialog.finish import BelumLengkap, Pencarian, Selesai, finish, searches
from core.dialog.janji import Terpilih
from core.dialog.kontak import Kontak
from core.dialog.letter import letter, so_far
from core.dialog.needs import needs
from core.dialog.remarks import catatan
from core.dialog.rencana import Rencana
from core.dialog.repair import send_back
from core.dialog.sebutan import how_far, whose
from core.dialog.show import mask
from core.dialog.sidik import fingerprints, reworded_only
from core.dialog.step import prompt, start, step
from core.dialog.summary import summary
from core.dialog.ucap import spoken
from core.dialog.upgrade import Alih, MigrasiGagal, carry, opened
from core.dialog.walk import meets
from core.dialog.wilayah import CariWilayah

__all__ = [
    "Ajukan",
    "Alih",
    "Balasan",
    "BelumLengkap",
    "CariPenduduk",
    "CariWilayah",
    "Dicari",
    "Diperiksa",
    "Draft",
    "Efek",
    "FormulirRusak",
    "Hapus",
    "Kejadian",
    "Kirim",
    "KirimKode",
    "KodeCocok",
    "KodeDikirim",
    "KodeDitolak",
    "KodeSalah",
    "Kontak",
    "Konteks",
    "Lampiran",
    "Langkah",
    "Lanjut",
    "MigrasiGagal",
    "Pencarian",
    "PeriksaBerkas",
    "PeriksaKode",
    "Pertanyaan",
    "Rencana",
    "Selesai",
    "Sunting",
    "Tekan",
    "Terpilih",
    "TitipanBerkas",
    "Tombol",
    "Tulis",
    "WaktuKosong",
    "area_codes",
    "carry",
    "catatan",
    "compile_form",
    "fingerprints",
    "finish",
    "how_far",
    "letter",
    "mask",
    "meets",
    "needs",
    "opened",
    "papers",
    "private",
    "prompt",
    "questions",
    "reworded_only",
    "searches",
    "send_back",
    "so_far",
    "spoken",
    "start",
    "step",
    "summary",
    "uploads",
    "whose",
]
