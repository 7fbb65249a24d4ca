"""Shelves of plugins to load, written on the spot."""

from collections.abc import Callable
from pathlib import Path

import pytest

SEHAT = '''
"""A small service."""

from typing import Annotated
from pydantic import BaseModel
from core.api import Alasan, Bahan, Cetak, F, Formulir, Layanan, Periksa, Tanya, jenis


class Isian(Formulir):
    nama: jenis.Nama


class Halaman(BaseModel):
    nama: str


def halaman(bahan: Bahan) -> Halaman:
    return Halaman(nama=bahan.read(Isian).nama)


LAYANAN = (
    Layanan(
        api=1, kode="{kode}", judul="Uji", ringkas="Uji saja.", versi=1, menit=2,
        formulir=Isian, dasar_hukum=("Perpres 96/2018",),
        hasil=Cetak("uji.html", isi=halaman, nama="Uji", jenis="uji"),
        periksa=(Periksa("berhak", "Berhak"),),
        alasan_kembali=(Alasan("buram", "Buram."),),
        alasan_tolak=(Alasan("tidak", "Tidak."),),
    ),
)
'''

Tulis = Callable[..., Path]


@pytest.fixture
def rak(tmp_path: Path) -> Path:
    """An empty shelf, under a name that no other test uses."""
    folder = tmp_path / f"rak_{tmp_path.name.replace('-', '_')}"
    folder.mkdir()
    return folder


@pytest.fixture
def write(rak: Path) -> Tulis:
    """Put a plugin on the shelf; `ganti` changes its source."""

    def _write(nama: str, *ganti: tuple[str, str], **berkas: str) -> Path:
        isi = SEHAT.replace("{kode}", nama)
        for dari, menjadi in ganti:
            assert dari in isi
            isi = isi.replace(dari, menjadi)
        folder = rak / nama
        folder.mkdir()
        (folder / "__init__.py").write_text(isi)
        (folder / "uji.html").write_text("<p>{{ isi.nama }}</p>")
        for lain, teks in berkas.items():
            (folder / f"{lain}.py").write_text(teks)
        return folder

    return _write
