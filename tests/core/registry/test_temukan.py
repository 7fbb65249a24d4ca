"""Installed packages offer services through an entry point."""

import sys
from importlib.metadata import EntryPoint, EntryPoints
from pathlib import Path

import pytest

from core.dialog import compile_form
from core.registry import muat, temukan
from tests.core.registry.conftest import SEHAT


def test_an_entry_point_is_loaded_like_a_folder(
    rak: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paket = tmp_path / "layanan_luar"
    paket.mkdir()
    (paket / "__init__.py").write_text(SEHAT.replace("{kode}", "luar"))
    (paket / "uji.html").write_text("<p></p>")
    titik = EntryPoints([EntryPoint("luar", "layanan_luar", temukan.GRUP)])
    monkeypatch.setattr(temukan, "entry_points", lambda group: titik.select(group=group))
    monkeypatch.syspath_prepend(str(tmp_path))
    katalog = muat(rak, compile_form)
    assert katalog.gagal == ()
    assert katalog.layanan["luar"].folder == paket
    sys.modules.pop("layanan_luar")


def test_folders_come_in_order_of_name(rak: Path) -> None:
    for nama in ("b", "a"):
        (rak / nama).mkdir()
        (rak / nama / "__init__.py").touch()
    (rak / "bukan_plugin").mkdir()
    assert [calon.nama for calon in temukan.candidates(rak)] == ["a", "b"]
