"""Looks over a service that is given in person: it has a ticket, and nothing about papers."""

import re
from collections.abc import Iterator

from core.api import Layanan, TatapMuka

_JENIS = re.compile(r"[a-z][a-z0-9_]{0,15}")
_UNTUK_BERKAS = (
    "periksa",
    "alasan_kembali",
    "alasan_tolak",
    "formulir_petugas",
    "cermati",
    "tindak_lanjut",
)
NAMA_MAKSIMAL = 48
BAWAAN_MAKSIMAL = 120
MENIT_MAKSIMAL = 240


def mixes_meeting(layanan: Layanan) -> bool:
    """Tell whether a meeting stands among other results; it can only stand alone."""
    daftar: tuple[object, ...] = layanan.keluaran
    return any(isinstance(satu, TatapMuka) for satu in daftar)


def meeting_faults(layanan: Layanan, temu: TatapMuka) -> Iterator[str]:
    """Give every fault of such a service, each as the end of a sentence that names it."""
    if not 0 < len(temu.nama) <= NAMA_MAKSIMAL:
        yield f"TatapMuka: nama harus 1 sampai {NAMA_MAKSIMAL} huruf"
    if not _JENIS.fullmatch(temu.jenis):
        yield f"TatapMuka: jenis {temu.jenis!r} harus 1 sampai 16 huruf kecil"
    if not 0 < temu.menit <= MENIT_MAKSIMAL:
        yield f"TatapMuka: menit harus 1 sampai {MENIT_MAKSIMAL}"
    if not temu.bawa:
        yield "TatapMuka: bawa tidak boleh kosong; sebut apa yang dibawa warga"
    for nomor, teks in enumerate(temu.bawa, 1):
        if not 0 < len(teks) <= BAWAAN_MAKSIMAL:
            yield f"TatapMuka: bawa nomor {nomor} harus 1 sampai {BAWAAN_MAKSIMAL} huruf"
    for nama in _UNTUK_BERKAS:
        if getattr(layanan, nama):
            yield f"{nama} tidak dipakai oleh TatapMuka; berkasnya diperiksa di loket"
