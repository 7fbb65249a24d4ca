"""Kartu Keluarga: the services that end in a family card."""

from plugins.kk.baru import BARU
from plugins.kk.ganti import GANTI

LAYANAN = (GANTI, BARU)
