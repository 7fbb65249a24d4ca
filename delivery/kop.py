"""What a page and a letter say about the office, and how they write an instant in its zone."""

from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from zoneinfo import ZoneInfo

_BULAN = (
    "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember"
).split()
# Keppres 41/1987: three zones; people know them by these letters.
_SINGKATAN = MappingProxyType({7: "WIB", 8: "WITA", 9: "WIT"})


@dataclass(frozen=True)
class Kop:
    """The office, as it introduces itself."""

    nama_dinas: str
    kontak: str  # where a person answers, in words
    surel: str  # staffed address
    zona: str  # for example Asia/Jakarta

    def waktu(self, instant: datetime) -> str:
        """Write an instant as people here read it: ``6 Desember 2026 pukul 14.05 WIB``."""
        local = instant.astimezone(ZoneInfo(self.zona))
        offset = local.utcoffset()
        hours = int(offset.total_seconds() // 3600) if offset else 0
        name = _SINGKATAN.get(hours, "UTC" if not hours else f"UTC{hours:+d}")
        date = f"{local.day} {_BULAN[local.month - 1]} {local.year}"
        return f"{date} pukul {local.hour:02d}.{local.minute:02d} {name}"
