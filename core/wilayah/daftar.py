"""The list of areas as the rest of the program asks it. Read on first use, and then once."""

from collections.abc import Iterable
from functools import cached_property
from itertools import islice

from core.wilayah.baca import Dahulu
from core.wilayah.cari import Lingkup, Pencari
from core.wilayah.isi import Isi, kind, read_all
from core.wilayah.lipat import fold
from core.wilayah.rentang import SEMUA, Tempat, merged
from core.wilayah.wilayah import (
    JENIS_DESA,
    TINGKAT,
    Jenis,
    Tingkat,
    Wilayah,
    bertitik,
    bilangan,
    tingkat,
)

BATAS = 8


class Daftar:
    """All areas of the country. Making it costs nothing; the first question reads the files."""

    @cached_property
    def _isi(self) -> Isi:
        return read_all()

    @cached_property
    def _pencari(self) -> Pencari:
        return Pencari(self._isi)

    def load(self) -> "Daftar":
        """Read the files now, for example in a thread, so that no citizen waits for it."""
        _ = self._pencari
        return self

    def find(self, kode: str) -> Wilayah | None:
        """Return the area of a dotted code, also a retired one; None when there never was one."""
        try:
            level = tingkat(kode)
        except ValueError:
            return None
        if self._isi.lapis[level].place(bilangan(kode)) is not None:
            return self._area(Tempat(level, bilangan(kode)))
        dicabut = self._isi.dicabut.get(kode)
        return None if dicabut is None else _retired(dicabut)

    def lineage(self, kode: str) -> tuple[Wilayah, ...]:
        """Return the area and those that hold it, from below; raise ValueError if unknown."""
        found: list[Wilayah] = []
        while kode:
            satu = self.find(kode)
            if satu is None:
                raise ValueError("no area has this code")
            found.append(satu)
            kode = satu.induk
        return tuple(found)

    def path(self, kode: str) -> str:
        """Write "Desa Bae, Kec. Bae, Kab. Kudus, Jawa Tengah"; raise ValueError if unknown."""
        return ", ".join(satu.sebutan for satu in self.lineage(kode))

    def children(self, kode: str = "") -> tuple[Wilayah, ...]:
        """Return the areas of today one level below, by code; without a code the provinces."""
        level = TINGKAT[0] if not kode else _below(tingkat(kode))
        if level is None:
            return ()
        lapis = self._isi.lapis[level]
        codes = Tempat(tingkat(kode), bilangan(kode)).codes(level) if kode else SEMUA[0]
        return tuple(
            self._area(Tempat(level, lapis.kode[tempat])) for tempat in range(*lapis.places(codes))
        )

    def search(
        self,
        teks: str,
        tingkat: Tingkat = Tingkat.DESA,
        *,
        dalam: str | None = None,
        dahulu: Iterable[str] = (),
        dekat: str | None = None,
        batas: int = BATAS,
    ) -> tuple[Wilayah, ...]:
        """Return what the text may mean, the best first; only areas of today.

        Spaces, case, hyphens and diacritics do not count; words after the name may name the areas
        around it ("bakalan kaliwungu kudus"). A whole label stands alone. Else: those within the
        codes `dahulu` before all others, and in each group whole names before beginnings before
        parts, then by code; equally good ones within `dekat` come first. `dalam` confines the
        answers to one area.
        """
        batasan = SEMUA if dalam is None else (_place(dalam).codes(tingkat),)
        utama = merged(_place(kode).codes(tingkat) for kode in dahulu)
        sekitar = () if dekat is None else (_place(dekat).codes(tingkat),)
        lingkup = Lingkup(utama, sekitar, batasan)
        found = islice(self._pencari.search(teks, tingkat, lingkup), max(batas, 2))
        hasil = tuple(self._area(Tempat(tingkat, kode)) for kode in found)
        # A desa and a kelurahan of one kecamatan may share their name: the kind then decides.
        tepat = tuple(satu for satu in hasil if fold(self.path(satu.kode)) == fold(teks))
        return (tepat or hasil)[:batas]

    def of_nik(self, nik: str) -> Wilayah | None:
        """Return the kecamatan of a NIK or No. KK, also a retired one; None when not known.

        It is where the number was given, not where the person lives (DOMAIN 8.1).
        """
        awal = nik[: Tingkat.KECAMATAN.angka]
        return self.find(bertitik(awal)) if len(awal) == Tingkat.KECAMATAN.angka else None

    def _area(self, satu: Tempat) -> Wilayah:
        lapis = self._isi.lapis[satu.tingkat]
        tempat = lapis.place(satu.kode)
        assert tempat is not None
        kode = bertitik(str(satu.kode))
        match satu.tingkat:
            case Tingkat.PROVINSI:
                jenis = Jenis.PROVINSI
            case Tingkat.KABUPATEN:
                jenis = self._isi.jenis_kabupaten[satu.kode]
            case Tingkat.KECAMATAN:
                jenis = Jenis.KECAMATAN
            case Tingkat.DESA:
                jenis = JENIS_DESA[kode[9]]
        return Wilayah(kode, lapis.nama(tempat), jenis, lapis.kode_pos(tempat))


def _retired(satu: Dahulu) -> Wilayah:
    jenis, nama = kind(satu.kode, satu.nama)
    return Wilayah(satu.kode, nama, jenis, berlaku=False, kini=satu.kini)


def _place(kode: str) -> Tempat:
    return Tempat(tingkat(kode), bilangan(kode))


def _below(level: Tingkat) -> Tingkat | None:
    lower = TINGKAT[TINGKAT.index(level) + 1 :]
    return lower[0] if lower else None
