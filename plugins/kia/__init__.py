"""Kartu Identitas Anak: the services that end in a child's card (Permendagri 2/2016)."""

from plugins.kia.baru import BARU
from plugins.kia.ganti import GANTI

LAYANAN = (BARU, GANTI)
