"""The smallest service, from its first question to the context of its page."""

from datetime import date
from pathlib import Path

from core.api import Bahan, KepalaSurat
from core.dialog import compile_form
from core.kit import Walk
from plugins.contoh import LAYANAN, Halaman

(CONTOH,) = LAYANAN
KANTOR = KepalaSurat("DINAS", "KUDUS", "JAWA TENGAH", "NAMA", "1", "Kudus")
BARIS_MAKSIMAL = 40


def test_it_is_filed_in_six_messages_and_fills_its_page() -> None:
    jalan = Walk(compile_form(CONTOH.formulir, kontak=True, dokumen=CONTOH.terkirim))
    jalan.say("ani santoso", "melamar kerja").send().say("ani@desa.id", "123456").tap("Kirim")
    isian = jalan.done().selesai.isian
    assert jalan.kirim == 6
    bahan = Bahan(isian, None, {}, KANTOR, date(2026, 5, 8))
    assert CONTOH.keluar("contoh").isi(bahan) == Halaman(
        nama="ANI SANTOSO", keperluan="melamar kerja", tanggal="8 Mei 2026"
    )


def test_it_is_small() -> None:
    sumber = Path("plugins/contoh/__init__.py").read_text().splitlines()
    assert len([baris for baris in sumber if baris.strip()]) <= BARIS_MAKSIMAL
