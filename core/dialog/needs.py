"""What a citizen should have at hand before beginning: the papers that will be asked for."""

from itertools import product
from typing import TypeGuard

from core.api import Atau, Bukan, Dan, SalahSatu, Syarat, Terisi, Usia
from core.bahasa import kata
from core.dialog import words
from core.dialog.rencana import Butir, Kelompok, Lacak, Rencana, Rupa, Soal
from core.dialog.ucap import spoken

_PANJANG = 75
"""A condition that takes more letters tells nobody anything before the first question."""


def needs(rencana: Rencana) -> tuple[str, ...]:
    """List the upload questions, conditional ones last and with their condition; plain text."""
    rencana = spoken(rencana)
    atas = {butir.nama: butir for butir in rencana.isi}
    daftar: list[tuple[bool, str]] = []
    for butir in rencana.isi:
        if _is_paper(butir):
            daftar.append((_may_be_left_out(butir), _paper(butir, atas)))
        elif isinstance(butir, Kelompok):
            dalam = atas | {isi.nama: isi for isi in butir.isi}
            for isi in filter(_is_paper, butir.isi):
                teks = kata(words.TIAP, teks=_paper(isi, dalam), label=butir.label)
                daftar.append((butir.bila is not None or _may_be_left_out(isi), teks))
    daftar.sort(key=lambda satu: satu[0])
    return tuple(dict.fromkeys(teks for _, teks in daftar))


def describe(syarat: Syarat, butir: dict[str, Butir]) -> str:
    """Put a condition into words: "alasan: KK hilang"."""
    jalan = _ways(syarat, butir)
    sempit = [satu for satu in jalan if not any({*lain} < {*satu} for lain in jalan)]
    return kata(words.ATAU).join(kata(words.DAN).join(satu) for satu in dict.fromkeys(sempit))


def _ways(syarat: Syarat, butir: dict[str, Butir]) -> list[tuple[str, ...]]:
    """Give the ways in which a condition comes to hold, each as what must all be so."""
    match syarat:
        case Atau(kiri, kanan):
            return _ways(kiri, butir) + _ways(kanan, butir)
        case Dan(kiri, kanan):
            semua = product(_ways(kiri, butir), _ways(kanan, butir))
            return [tuple(dict.fromkeys(a + b)) for a, b in semua]
        case _:
            return [(_words(syarat, butir),)]


def _words(syarat: Syarat, butir: dict[str, Butir]) -> str:
    """Put one plain condition into words; TypeError for a kind that is not known."""
    match syarat:
        case Bukan(SalahSatu(nama, nilai)) if isinstance(butir[nama], Lacak):
            return _found(*(hasil for hasil in words.BILA_HASIL if hasil not in nilai))
        case Bukan(SalahSatu(nama, nilai)):
            return kata(
                words.BILA_SELAIN, label=_label(butir[nama]), nilai=_values(butir[nama], nilai)
            )
        case Bukan(Terisi(nama)):
            return kata(words.BILA_TANPA, label=_label(butir[nama]))
        case Bukan(isi):
            return kata(words.BILA_BUKAN, syarat=describe(isi, butir))
        case Terisi(nama):
            return kata(words.BILA_TERISI, label=_label(butir[nama]))
        case SalahSatu(nama, nilai):
            return _choice(butir[nama], nilai)
        case Usia(nama, mulai, sampai):
            usia = words.BILA_USIA if sampai is None else words.BILA_DI_BAWAH
            return kata(usia, label=_label(butir[nama]), mulai=mulai, sampai=sampai)
    raise TypeError(f"unknown condition {type(syarat).__name__}")


def _found(*hasil: str) -> str:
    """Say what a look-up must have found; that the registry was silent, nobody can foresee."""
    return kata(words.ATAU).join(dict.fromkeys(kata(words.BILA_HASIL[satu]) for satu in hasil))


def _is_paper(butir: Butir) -> TypeGuard[Soal]:
    return isinstance(butir, Soal) and butir.rupa is Rupa.UNGGAH


def _may_be_left_out(kertas: Soal) -> bool:
    return kertas.bila is not None or kertas.opsional


def _paper(butir: Soal, dikenal: dict[str, Butir]) -> str:
    teks = butir.tanya.teks.rstrip(" .?:")
    if butir.tanya.surat is not None:
        teks = kata(words.DIBUATKAN, teks=teks)
    if butir.bila is not None:
        syarat = describe(butir.bila, dikenal)
        if len(syarat) > _PANJANG:
            teks = kata(words.BILA_DIMINTA, teks=teks)
        else:
            teks = kata(words.BILA, teks=teks, syarat=syarat)
    elif butir.opsional:
        teks = kata(words.BILA_ADA, teks=teks)
    return teks


def _choice(butir: Butir, nilai: tuple[object, ...]) -> str:
    if isinstance(butir, Lacak):
        return _found(*(str(satu) for satu in nilai))
    return kata(words.BILA_SAMA, label=_label(butir), nilai=_values(butir, nilai))


def _values(butir: Butir, nilai: tuple[object, ...]) -> str:
    """Name the answers by their labels."""
    label: dict[object, str] = {}
    if isinstance(butir, Soal):
        label |= {opsi.nilai: opsi.label for opsi in butir.opsi}
    return kata(words.ATAU).join(label.get(satu, str(satu)) for satu in nilai)


def _label(butir: Butir) -> str:
    """Give a label as it stands within a sentence: small, unless it begins with an acronym."""
    label = butir.label if isinstance(butir, Soal | Kelompok) else butir.nama
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]
