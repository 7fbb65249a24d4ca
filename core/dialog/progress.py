"""Counts: "3/7". The total is that of the longest way still open, so it never grows."""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import product

from core.api import HARI_INI, Atau, Bukan, Dan, SalahSatu, Syarat, Terisi, Usia, birthday
from core.dialog.draft import Draft
from core.dialog.rencana import Butir, Kelompok, Lacak, Rencana, Soal
from core.dialog.walk import KONTAK, Tempat, answered, value, walk

# More ways than this, and everything that could be asked is counted instead.
_JALAN_MAKSIMAL = 512
_LAIN = "\0lain"
"""An answer that no condition names."""


def progress(rencana: Rencana, draft: Draft, tempat: Tempat) -> str:
    """Say where the citizen is: "3/7", or "5/7 · Anggota 2, 3/5" within a group."""
    semua = list(walk(rencana, draft.jawaban))
    atas = [lain for lain in semua if lain.awalan == ""]
    urutan = [lain.nama for lain in atas if _counts(lain.butir)] + [KONTAK]
    hari = {HARI_INI: draft.jawaban.get(HARI_INI)}
    banyak = _longest(rencana.isi, atas, hari, draft.jawaban) + bool(rencana.kontak)
    bagian = tempat.path.split(".")[0].split("[")[0]
    di_atas = f"{min(urutan.index(bagian) + 1, banyak)}/{banyak}"
    if tempat.kelompok is None:
        return di_atas
    sebaris = [lain for lain in semua if lain.awalan == tempat.awalan]
    ke = [lain.nama for lain in sebaris if _counts(lain.butir)].index(tempat.nama) + 1
    dari = _longest(tempat.kelompok.isi, sebaris, sebaris[0].lingkup, tempat.rumah)
    return f"{di_atas} · {tempat.kelompok.label} {tempat.baris + 1}, {ke}/{dari}"


def _counts(butir: Butir) -> bool:
    return isinstance(butir, Soal | Kelompok)


def _longest(
    isi: tuple[Butir, ...],
    terlihat: list[Tempat],
    luar: Mapping[str, object],
    rumah: Mapping[str, object],
) -> int:
    """Count the questions on the longest way that the answers given so far leave open."""
    luar = {nama: nilai for nama, nilai in luar.items() if nama not in {b.nama for b in isi}}
    tetap = {b.nama: rumah[b.nama] for b in isi if isinstance(b, Soal) and b.nama in rumah}
    tetap |= {t.nama: value(t) for t in terlihat if isinstance(t.butir, Lacak) and answered(t)}
    terbuka: dict[str, set[object]] = {}
    for syarat in (butir.bila for butir in isi):
        for nama, nilai in _named(syarat, luar.get(HARI_INI)):
            if nama not in tetap and nama not in luar:
                terbuka.setdefault(nama, {_LAIN}).add(nilai)
    jalan = 1
    for nilai_terbuka in terbuka.values():
        jalan *= len(nilai_terbuka)
    if jalan > _JALAN_MAKSIMAL:
        return sum(map(_counts, isi))
    return max(
        _count(isi, luar, tetap | dict(zip(terbuka, andai, strict=True)))
        for andai in product(*terbuka.values())
    )


def _count(
    isi: tuple[Butir, ...], luar: Mapping[str, object], jawaban: Mapping[str, object]
) -> int:
    """Count what these answers would make visible."""
    lingkup = dict(luar)
    banyak = 0
    for butir in isi:
        lingkup[butir.nama] = None
        if butir.bila is None or butir.bila.holds(lingkup) or _is_open(butir.bila, jawaban):
            banyak += _counts(butir)
            lingkup[butir.nama] = jawaban.get(butir.nama, _LAIN)
    return banyak


def _is_open(syarat: Syarat, jawaban: Mapping[str, object]) -> bool:
    """Say whether a condition of a plugin's own making may still come to hold."""
    own = not isinstance(syarat, SalahSatu | Terisi | Bukan | Dan | Atau | Usia)
    return own and any(jawaban.get(nama, _LAIN) is _LAIN for nama in syarat.names())


def _named(syarat: Syarat | None, hari_ini: object) -> Iterator[tuple[str, object]]:
    """Give the answers that a condition tells apart."""
    match syarat:
        case SalahSatu(nama, nilai):
            yield from ((nama, satu) for satu in nilai)
        case Terisi(nama):
            yield nama, None
        case Bukan(isi):
            yield from _named(isi, hari_ini)
        case Dan(kiri, kanan) | Atau(kiri, kanan):
            yield from _named(kiri, hari_ini)
            yield from _named(kanan, hari_ini)
        case Usia(nama, mulai) if hari_ini is not None:
            yield nama, birthday(date.fromisoformat(str(hari_ini)), -mulai).isoformat()
