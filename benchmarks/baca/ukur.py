"""Reads many photos and counts: read rightly, wrongly, not at all; differences true and false."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from benchmarks.baca.kartu import Isi
from benchmarks.baca.potret import portrait
from core.api.bacaan import Bacaan, Terbaca
from core.baca import Mesin, Pembaca
from core.berkas import LimitedWorker
from core.citra import Pemeriksa
from core.dialog.bandingan import names_differ, numbers_differ

SOUGHT: Mapping[str, tuple[Terbaca, ...]] = {"ktp": ("nik", "nama"), "kk": ("nomor_kk", "nama")}
PATIENCE = 60.0


@dataclass(frozen=True)
class Terukur:
    """One field of one photo: what it said, what was read, and how long the photo took."""

    lembaran: str
    jenis: str
    isian: Terbaca
    benar: str
    terbaca: str | None
    detik: float

    @property
    def tepat(self) -> bool:
        """Read, and rightly."""
        return self.terbaca == self.benar

    @property
    def salah(self) -> bool:
        """Read, and wrongly."""
        return self.terbaca is not None and not self.tepat

    def differs_from(self, typed: str) -> bool:
        """Tell whether the citizen who typed this would be asked."""
        if self.terbaca is None:
            return False
        differ = names_differ if self.isian == "nama" else numbers_differ
        return differ(self.terbaca, typed)


def mistyped(right: str) -> str:
    """Return what a citizen might type by mistake: one digit off, or another person's name."""
    if right.isdigit():
        return right[:-2] + str((int(right[-2]) + 1) % 10) + right[-1]
    return "MARIA PATTIASINA"


async def read_all(
    mesin: Mesin, wanted: Sequence[tuple[int, str, str]]
) -> tuple[list[Terukur], int]:
    """Look at and read photos (seed, sheet, kind); also tell how many the pre-flight refused."""
    eyes = Pemeriksa(LimitedWorker())
    reader = Pembaca(mesin, LimitedWorker(detik=PATIENCE), detik=PATIENCE)
    await eyes.warm_up()
    await reader.warm_up()
    measured, refused = [], 0
    try:
        for seed, sheet, kind in wanted:
            isi, photo = portrait(seed, sheet, kind)
            clean = (await eyes.periksa(photo, "image/jpeg")).bersih
            if clean is None:
                refused += 1
                continue
            start = time.perf_counter()
            found = await reader.baca(clean.isi, clean.mime, SOUGHT[sheet])
            seconds = time.perf_counter() - start
            for field in SOUGHT[sheet]:
                right, read = _truth(isi, field), _of(found, field)
                measured.append(Terukur(sheet, kind, field, right, read, seconds))
    finally:
        await reader.close()
        eyes.close()
    return measured, refused


def _truth(isi: Isi, field: Terbaca) -> str:
    return {"nik": isi.kepala.nik, "nomor_kk": isi.nomor_kk, "nama": isi.kepala.nama}[field]


def _of(found: Bacaan, field: Terbaca) -> str | None:
    return {"nik": found.nik, "nomor_kk": found.nomor_kk, "nama": found.nama}[field]
