"""Kartu Identitas Anak: the services that end in a child's card (Permendagri 2/2016).

Others may borrow what is named here.
"""

from plugins.kia.anak import Biodata
from plugins.kia.baru import BARU
from plugins.kia.ganti import GANTI
from plugins.kia.halaman import HalamanKIA, childs_card
from plugins.kia.kode import GolonganDarah

__all__ = ["LAYANAN", "Biodata", "GolonganDarah", "HalamanKIA", "childs_card"]

LAYANAN = (BARU, GANTI)
