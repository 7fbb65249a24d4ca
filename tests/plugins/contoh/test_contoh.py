"""The smallest service, from its first question to its page."""

from datetime import date
from pathlib import Path

from core.api import Bahan, KepalaSurat
from core.app.katalog import catalogue
from core.dialog import compile_form
from core.issuing.page import context, html, stamp
from core.kit import Walk

CONTOH = catalogue().layanan["contoh"]
KANTOR = KepalaSurat("DINAS", "KUDUS", "JAWA TENGAH", "NAMA", "1", "Kudus")
BARIS_MAKSIMAL = 40


def test_it_is_filed_in_six_messages_and_fills_its_page() -> None:
    layanan = CONTOH.layanan
    jalan = Walk(compile_form(layanan.formulir, kontak=True, dokumen=layanan.terkirim))
    jalan.say("ani santoso", "melamar kerja").send().say("ani@desa.id", "123456").tap("Kirim")
    isian = jalan.done().selesai.isian
    assert jalan.kirim == 6
    hasil = layanan.keluar("contoh")
    isi = context(hasil, Bahan(isian, None, {}, KANTOR, date(2026, 5, 8)))
    page = html(CONTOH, hasil, isi, stamp(penerbit=None, pratinjau=True, alamat=None))
    for told in ("ANI SANTOSO", "melamar kerja", "PRATINJAU", "BUKAN DOKUMEN RESMI"):
        assert told in page


def test_it_is_small_with_its_page() -> None:
    folder = Path("plugins/contoh")
    assert {path.name for path in folder.iterdir() if path.is_file()} == {
        "__init__.py",
        "contoh.html",
        "versi.json",
    }
    lines = [
        len((folder / name).read_text().splitlines()) for name in ("__init__.py", "contoh.html")
    ]
    assert sum(lines) <= BARIS_MAKSIMAL
