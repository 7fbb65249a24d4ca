"""What the list holds in memory, made of the files once: levels, other names, retired codes."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from core.wilayah.baca import Dahulu, Kolom, read_country, read_former
from core.wilayah.lapis import Lapis
from core.wilayah.rentang import SEMUA, Rentang
from core.wilayah.singkatan import SINGKATAN
from core.wilayah.wilayah import (
    JENIS_DESA,
    JENIS_KABUPATEN,
    TINGKAT,
    Jenis,
    Tingkat,
    bilangan,
    tingkat,
)

_PANJANG = {jenis: len(jenis) + 1 for jenis in JENIS_KABUPATEN}


@dataclass(frozen=True)
class Isi:
    """Everything that is known; nothing in it changes after it was made."""

    lapis: Mapping[Tingkat, Lapis]
    nama_lain: Mapping[Tingkat, Lapis]
    """Names by which areas of today are also found: former ones, abbreviations, with the kind."""
    jenis_kabupaten: Mapping[int, Jenis]
    dicabut: Mapping[str, Dahulu]

    def matches(
        self, tingkat: Tingkat, pola: bytes, codes: Sequence[Rentang] = SEMUA
    ) -> Iterator[int]:
        """Yield codes of areas of a level that carry a name, today's before other ones."""
        for lapis in (self.lapis[tingkat], self.nama_lain[tingkat]):
            for satu in codes:
                yield from lapis.matches(pola, satu)


def read_all() -> Isi:
    """Read the files and pack them. Takes a tenth of a second, so it is done once."""
    kolom = read_country()
    dahulu = tuple(read_former())
    penuh = kolom[Tingkat.KABUPATEN]
    bare = [split_kind(nama) for nama in penuh.nama]
    lain = _other_names(penuh, bare, dahulu)
    penuh.nama = [nama for _, nama in bare]
    return Isi(
        lapis={tingkat: _pack(tingkat, kolom[tingkat]) for tingkat in TINGKAT},
        nama_lain={tingkat: _pack(tingkat, lain[tingkat]) for tingkat in TINGKAT},
        jenis_kabupaten={kode: jenis for kode, (jenis, _) in zip(penuh.kode, bare, strict=True)},
        dicabut={satu.kode: satu for satu in dahulu if satu.dicabut},
    )


def split_kind(nama: str) -> tuple[Jenis, str]:
    """Part "Kabupaten Kudus" into its kind and its name."""
    for jenis in JENIS_KABUPATEN:
        if nama.lower().startswith(f"{jenis.value} "):
            return jenis, nama[_PANJANG[jenis] :]
    raise ValueError("a kabupaten or kota without its kind")


def kind(kode: str, nama: str) -> tuple[Jenis, str]:
    """Tell kind and bare name of an area from its code and its full name."""
    match tingkat(kode):
        case Tingkat.PROVINSI:
            return Jenis.PROVINSI, nama
        case Tingkat.KABUPATEN:
            return split_kind(nama)
        case Tingkat.KECAMATAN:
            return Jenis.KECAMATAN, nama
        case Tingkat.DESA:
            return JENIS_DESA[kode[9]], nama


def _other_names(
    kabupaten: Kolom, bare: Iterable[tuple[Jenis, str]], dahulu: Iterable[Dahulu]
) -> Mapping[Tingkat, Kolom]:
    """Collect former names, everyday abbreviations, and kabupaten with their kind in front."""
    found: dict[Tingkat, set[tuple[int, str]]] = {tingkat: set() for tingkat in TINGKAT}
    for satu in dahulu:
        if not satu.dicabut:
            found[tingkat(satu.kode)].add((bilangan(satu.kode), kind(satu.kode, satu.nama)[1]))
    for kode, singkatan in SINGKATAN.items():
        found[Tingkat.PROVINSI].update((kode, nama) for nama in singkatan)
    for kode, penuh, (jenis, nama) in zip(kabupaten.kode, kabupaten.nama, bare, strict=True):
        # "Kota Administrasi Jakarta Utara" is called Kota Jakarta Utara.
        pendek = jenis.partition(" ")[0]
        found[Tingkat.KABUPATEN].update({(kode, penuh), (kode, f"{pendek} {nama}")})
    return {tingkat: _columns(sorted(names)) for tingkat, names in found.items()}


def _columns(names: Iterable[tuple[int, str]]) -> Kolom:
    kolom = Kolom()
    for kode, nama in names:
        kolom.kode.append(kode)
        kolom.nama.append(nama)
    return kolom


def _pack(tingkat: Tingkat, kolom: Kolom) -> Lapis:
    return Lapis(tingkat, kolom.kode, kolom.nama, kolom.pos)
