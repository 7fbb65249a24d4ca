"""What an area is: its dotted code, its name, its level and kind (Permendagri 58/2021)."""

from dataclasses import dataclass
from enum import StrEnum


class Tingkat(StrEnum):
    """The four levels, from above."""

    PROVINSI = "provinsi"
    KABUPATEN = "kabupaten"
    KECAMATAN = "kecamatan"
    DESA = "desa"

    @property
    def angka(self) -> int:
        """How many digits a code of this level has."""
        return DIGIT[self]


DIGIT = {Tingkat.PROVINSI: 2, Tingkat.KABUPATEN: 4, Tingkat.KECAMATAN: 6, Tingkat.DESA: 10}
TINGKAT = tuple(Tingkat)


class Jenis(StrEnum):
    """The kinds, and how each is shortened in front of a name."""

    singkat: str

    def __new__(cls, kunci: str, singkat: str) -> "Jenis":
        """Keep the short form beside the key."""
        jenis = str.__new__(cls, kunci)
        jenis._value_ = kunci
        jenis.singkat = singkat
        return jenis

    PROVINSI = "provinsi", ""
    KABUPATEN = "kabupaten", "Kab."
    KABUPATEN_ADMINISTRASI = "kabupaten administrasi", "Kab. Adm."
    KOTA = "kota", "Kota"
    KOTA_ADMINISTRASI = "kota administrasi", "Kota Adm."
    KECAMATAN = "kecamatan", "Kec."
    KELURAHAN = "kelurahan", "Kel."
    DESA = "desa", "Desa"
    DESA_ADAT = "desa adat", "Desa Adat"


# The first digit of a village's own four.
JENIS_DESA = {"1": Jenis.KELURAHAN, "2": Jenis.DESA, "3": Jenis.DESA_ADAT}
# Longest first: "Kota" also begins "Kota Administrasi".
JENIS_KABUPATEN = (
    Jenis.KABUPATEN_ADMINISTRASI,
    Jenis.KOTA_ADMINISTRASI,
    Jenis.KABUPATEN,
    Jenis.KOTA,
)


@dataclass(frozen=True, slots=True)
class Wilayah:
    """One area, of today or retired."""

    kode: str
    """Dotted: 33, 33.19, 33.19.01, 33.19.01.2001."""
    nama: str
    """As the decree spells it, without its kind: "Kudus", not "Kabupaten Kudus"."""
    jenis: Jenis
    kode_pos: str = ""
    """Approximate, villages only; empty when not known."""
    berlaku: bool = True
    """False for a code that was given up."""
    kini: str = ""
    """The code of today of a retired area, as far as its name tells; empty when it does not."""

    @property
    def tingkat(self) -> Tingkat:
        """The level, which the code tells."""
        return tingkat(self.kode)

    @property
    def induk(self) -> str:
        """The code of the area that holds this one; empty for a province."""
        return self.kode.rpartition(".")[0]

    @property
    def sebutan(self) -> str:
        """The name with its kind, short: "Kab. Kudus", "Kel. Sunggingan", "Jawa Tengah"."""
        if self.nama.startswith(f"{self.jenis.singkat} "):
            return self.nama  # the decree itself writes "Desa Adat Yoboi"
        return f"{self.jenis.singkat} {self.nama}".lstrip()


def tingkat(kode: str) -> Tingkat:
    """Tell the level of a dotted code. Raise ValueError when it is not one."""
    bagian = kode.split(".")
    panjang = tuple(map(len, bagian))
    if panjang != (2, 2, 2, 4)[: len(panjang)] or not _digits("".join(bagian)):
        raise ValueError("not a dotted code of an area")
    return TINGKAT[len(panjang) - 1]


def bertitik(angka: str) -> str:
    """Write the digits of a code with its dots: 331901 becomes 33.19.01, nothing is checked."""
    return ".".join(part for part in (angka[:2], angka[2:4], angka[4:6], angka[6:]) if part)


def bilangan(kode: str) -> int:
    """Give a dotted code as the number by which lists are sorted."""
    return int(kode.replace(".", ""))


def _digits(teks: str) -> bool:
    return teks.isascii() and teks.isdigit()
