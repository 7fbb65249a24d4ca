"""Menus: at most eight buttons on a page, and a way out of each (U32)."""

from pydantic import create_model

from core.api import Formulir, jenis
from core.dialog import compile_form
from core.kit import Walk

BANYAK = 12
Lebar = create_model(
    "Lebar", __base__=Formulir, **{f"nama_{n}": (jenis.Nama, ...) for n in range(BANYAK)}
)  # type: ignore[call-overload]


def test_every_page_of_a_long_menu_has_at_most_eight_buttons_and_all_fields_are_reached() -> None:
    jalan = Walk(compile_form(Lebar, kontak=False)).say(*["ANI"] * BANYAK).tap("Ubah")
    terlihat: set[str] = set()
    while True:
        assert len(jalan.tombol) <= 8
        terlihat |= {tombol.aksi for tombol in jalan.tombol if tombol.aksi.startswith("e:")}
        if "›" not in jalan.label:
            break
        jalan.tap("›")
    assert len(terlihat) == BANYAK
    jalan.tap("Nama 11").expect("Jawaban sekarang: ANI")
