"""Under which names a pasted line may give an answer."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from core.dialog.options import fold
from core.dialog.rencana import Butir, Kelompok, Rencana, Rupa, Soal
from core.dialog.walk import KONTAK

_KATA = re.compile(r"[^\W_]+")
_PANJANG: Mapping[str, str] = {
    "nm": "nama", "nma": "nama", "tgl": "tanggal", "tg": "tanggal", "lhr": "lahir",
    "tmp": "tempat", "tmpt": "tempat", "tpt": "tempat", "no": "nomor", "nmr": "nomor",
    "nomer": "nomor", "jns": "jenis", "gol": "golongan", "goldar": "golongan darah",
    "drh": "darah", "pend": "pendidikan", "pekrjaan": "pekerjaan", "kerjaan": "pekerjaan",
    "stts": "status", "sts": "status", "hub": "hubungan", "bpk": "ayah", "bapak": "ayah",
    "bpak": "ayah", "mama": "ibu", "emak": "ibu", "almt": "alamat", "kelurahan": "desa",
    "sex": "jenis kelamin", "jk": "jenis kelamin", "wn": "kewarganegaraan",
    "warganegara": "kewarganegaraan",
}  # fmt: skip
"""How people shorten the words of official forms, or call the same thing."""
_HIASAN = frozenset(
    ("lengkap", "terakhir", "nya", "dalam", "keluarga", "anggota", "kandung", "sesuai", "ktp")
)
"""Words that may be left out of a label."""
_FRASA = {
    "nomorindukkependudukan": "nik",
    "warganegara": "kewarganegaraan",
    "statushubungan": "hubungan",
    "statuskawin": "statusperkawinan",
    "statusnikah": "statusperkawinan",
    "statuspernikahan": "statusperkawinan",
    "namaibu": "ibu",
    "namaayah": "ayah",
    "ibu": "namaibu",
    "ayah": "namaayah",
}

_KELAMIN: Mapping[str, str] = {
    **dict.fromkeys(
        ("l", "lk", "lakilaki", "laki2", "laki", "pria", "cowok", "male"), "laki-laki"
    ),
    **dict.fromkeys(("p", "pr", "wanita", "cewek", "perempuan", "female"), "perempuan"),
}


@dataclass(frozen=True)
class Kamus:
    """Names of the form's own questions, and of each group's."""

    atas: Mapping[str, str]
    kelompok: tuple[tuple[Kelompok, Mapping[str, str]], ...]

    def find(self, nama: str, di: Kelompok | None) -> tuple[Kelompok | None, str] | None:
        """Give group and field of a name; the group that we are in is asked first."""
        if di is not None and (milik := self.field(nama, di)) is not None:
            return di, milik
        if (atas := _first(self.atas, nama)) is not None:
            return None, atas
        for kelompok, isi in self.kelompok:
            if (milik := _first(isi, nama)) is not None:
                return kelompok, milik
        return None

    def field(self, nama: str, di: Kelompok | None) -> str | None:
        """Give the field of a name within one group, or of the form's own questions."""
        if di is None:
            return _first(self.atas, nama)
        return next((_first(isi, nama) for kelompok, isi in self.kelompok if kelompok is di), None)


def _first(isi: Mapping[str, str], nama: str) -> str | None:
    return next((isi[satu] for satu in readings(nama) if satu in isi), None)


def readings(teks: str) -> Iterator[str]:
    """Give a label as it is written, in full words, and without what may be left out."""
    yield fold(teks)
    kata = [_PANJANG.get(satu, satu) for satu in _KATA.findall(teks.casefold())]
    yield from _also(fold("".join(kata)))
    yield from _also(fold("".join(satu for satu in kata if satu not in _HIASAN)))


def _also(rapat: str) -> Iterator[str]:
    yield rapat
    if rapat in _FRASA:
        yield _FRASA[rapat]


def dictionary(rencana: Rencana) -> Kamus:
    """Collect the names of a form."""
    return Kamus(
        atas=_names([("", rencana.isi), (f"{KONTAK}.", rencana.kontak)]),
        kelompok=tuple(
            (butir, _names([("", butir.isi)]))
            for butir in rencana.isi
            if isinstance(butir, Kelompok)
        ),
    )


def _names(level: Iterable[tuple[str, tuple[Butir, ...]]]) -> dict[str, str]:
    """Give field by name. What a question is called itself goes before what its type is called;
    a name that two questions claim belongs to neither."""
    sendiri: list[tuple[str, str]] = []
    dari_jenis: list[tuple[str, str]] = []
    semua: set[tuple[str, str]] = set()
    for awalan, isi in level:
        for butir in isi:
            if isinstance(butir, Soal) and butir.rupa is not Rupa.UNGGAH:
                path = awalan + butir.nama
                milik = {butir.nama, butir.label, butir.tanya.teks, *butir.tanya.alias}
                sendiri += [(nama, path) for nama in {fold(satu) for satu in milik}]
                dari_jenis += [(nama, path) for nama in {fold(satu) for satu in butir.alias_jenis}]
                semua |= {(satu, path) for satu in (*milik, *butir.alias_jenis)}
    panjang = {(nama, path) for milik, path in semua for nama in readings(milik)}
    return _unique(sorted(panjang)) | _unique(dari_jenis) | _unique(sendiri)


def _unique(pasangan: list[tuple[str, str]]) -> dict[str, str]:
    banyak = Counter(nama for nama, _ in pasangan)
    return {nama: path for nama, path in pasangan if banyak[nama] == 1 and nama}


def called(soal: Soal, teks: str) -> str:
    """Give a value its official name: L, pria and cowok are all LAKI-LAKI on a form."""
    if soal.sifat is None or soal.sifat.kode != "jenis_kelamin":
        return teks
    return _KELAMIN.get(fold(teks), teks)
