"""Pindah: a family, or a part of it, leaves the kabupaten (Perpres 96/2018 Pasal 25)."""

from plugins.pindah.keluar import KELUAR

LAYANAN = (KELUAR,)
