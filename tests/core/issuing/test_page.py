"""What a page says about itself, and what may flow into it."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from pydantic import BaseModel

from core.issuing import page
from core.issuing.page import PageNotReady
from core.registry import LayananSiap

ADDRESS = "https://layanan.contoh.go.id/v/abc"


class Isi(BaseModel):
    """The context of a page."""

    nama: str


def service(folder: Path, template: str) -> Any:
    (folder / "kk.html").write_text(template)
    hasil = SimpleNamespace(templat="kk.html", milik="", isi=lambda bahan: Isi(nama=bahan))
    layanan = SimpleNamespace(hasil=hasil)
    return LayananSiap(cast(Any, layanan), None, None, folder)


def test_without_an_official_signer_a_page_is_a_sample() -> None:
    stamp = page.stamp(penerbit=None, pratinjau=False, alamat=ADDRESS)
    assert stamp.contoh
    assert "contoh" in stamp.catatan_tte


def test_an_official_page_names_who_vouches_and_a_preview_never_does() -> None:
    issued = page.stamp(penerbit="BSrE", pratinjau=False, alamat=ADDRESS)
    preview = page.stamp(penerbit="BSrE", pratinjau=True, alamat=None)
    assert "BSrE" in issued.catatan_tte
    assert not issued.contoh
    assert "BSrE" not in preview.catatan_tte
    assert preview.qr_svg is None


def test_values_are_text_and_never_markup(tmp_path: Path) -> None:
    made = service(tmp_path, "<p>{{ isi.nama }}</p>")
    stamp = page.stamp(penerbit=None, pratinjau=True, alamat=None)
    for name in ("<b>x</b>", "{{ 7 * 7 }}", "{% include 'kk.html' %}", ";}*{display:none}"):
        drawn = page.html(made, made.layanan.hasil, Isi(nama=name), stamp)
        assert "<b>" not in drawn
        assert "49" not in drawn
        assert drawn.count("<p>") == 1


def test_the_code_on_paper_is_drawn_as_it_is(tmp_path: Path) -> None:
    made = service(tmp_path, "{{ qr_svg }} {{ alamat_verifikasi }}")
    stamp = page.stamp(penerbit=None, pratinjau=False, alamat=ADDRESS)
    drawn = page.html(made, made.layanan.hasil, Isi(nama="x"), stamp)
    assert "<svg" in drawn
    assert ADDRESS in drawn


def test_a_page_may_include_files_of_its_own_folder_only(tmp_path: Path) -> None:
    (tmp_path / "rahasia.html").write_text("rahasia")
    folder = tmp_path / "plugin"
    folder.mkdir()
    made = service(folder, "{% include '../rahasia.html' %}")
    with pytest.raises(Exception, match="rahasia"):
        page.html(
            made,
            made.layanan.hasil,
            Isi(nama="x"),
            page.stamp(penerbit=None, pratinjau=True, alamat=None),
        )


def test_what_the_plugin_misses_is_a_sentence_for_the_officer(tmp_path: Path) -> None:
    def refuse(bahan: object) -> Isi:
        raise ValueError("Nomor KK belum diisi.")

    made = service(tmp_path, "")
    made.layanan.hasil.isi = refuse
    bahan: Any = None
    with pytest.raises(PageNotReady, match="Nomor KK belum diisi"):
        page.context(made.layanan.hasil, bahan)
