"""What a citizen should have at hand before beginning: the papers that will be asked for."""

from core.api import Atau, Bukan, Dan, SalahSatu, Syarat, Terisi, Usia
from core.dialog import words
from core.dialog.rencana import Butir, Kelompok, Lacak, Rencana, Rupa, Soal


def needs(rencana: Rencana) -> tuple[str, ...]:
    """List the upload questions, conditional ones with their condition; plain text."""
    atas = {butir.nama: butir for butir in rencana.isi}
    daftar: list[str] = []
    for butir in rencana.isi:
        if isinstance(butir, Soal):
            daftar.extend(_paper(butir, atas))
        elif isinstance(butir, Kelompok):
            dalam = atas | {isi.nama: isi for isi in butir.isi}
            for isi in butir.isi:
                daftar.extend(
                    words.TIAP.format(teks=teks, label=butir.label) for teks in _paper(isi, dalam)
                )
    return tuple(dict.fromkeys(daftar))


def describe(syarat: Syarat, butir: dict[str, Butir]) -> str:
    """Put a condition into words: "alasan: KK hilang"."""
    match syarat:
        case Dan(kiri, kanan):
            return words.DAN.join((describe(kiri, butir), describe(kanan, butir)))
        case Atau(kiri, kanan):
            return words.ATAU.join((describe(kiri, butir), describe(kanan, butir)))
        case Bukan(SalahSatu(nama, nilai)) if isinstance(butir[nama], Lacak):
            lain = [hasil for hasil in words.BILA_HASIL if hasil not in nilai]
            return words.ATAU.join(words.BILA_HASIL[hasil] for hasil in lain)
        case Bukan(SalahSatu(nama, nilai)):
            return words.BILA_SELAIN.format(
                label=_label(butir[nama]), nilai=_values(butir[nama], nilai)
            )
        case Bukan(Terisi(nama)):
            return words.BILA_TANPA.format(label=_label(butir[nama]))
        case Bukan(isi):
            return words.BILA_BUKAN.format(syarat=describe(isi, butir))
        case Terisi(nama):
            return words.BILA_TERISI.format(label=_label(butir[nama]))
        case SalahSatu(nama, nilai):
            return _choice(butir[nama], nilai)
        case Usia(nama, mulai, sampai):
            kata = words.BILA_USIA if sampai is None else words.BILA_DI_BAWAH
            return kata.format(label=_label(butir[nama]), mulai=mulai, sampai=sampai)
    raise TypeError(f"unknown condition {type(syarat).__name__}")


def _paper(butir: Butir, dikenal: dict[str, Butir]) -> list[str]:
    if not isinstance(butir, Soal) or butir.rupa is not Rupa.UNGGAH:
        return []
    teks = butir.tanya.teks.rstrip(" .?:")
    if butir.tanya.surat is not None:
        teks = words.DIBUATKAN.format(teks=teks)
    if butir.bila is not None:
        teks = words.BILA.format(teks=teks, syarat=describe(butir.bila, dikenal))
    elif butir.opsional:
        teks = words.BILA_ADA.format(teks=teks)
    return [teks]


def _choice(butir: Butir, nilai: tuple[object, ...]) -> str:
    if isinstance(butir, Lacak):
        return words.ATAU.join(words.BILA_HASIL[str(satu)] for satu in nilai)
    return words.BILA_SAMA.format(label=_label(butir), nilai=_values(butir, nilai))


def _values(butir: Butir, nilai: tuple[object, ...]) -> str:
    """Name the answers by their labels."""
    label: dict[object, str] = {}
    if isinstance(butir, Soal):
        label |= {opsi.nilai: opsi.label for opsi in butir.opsi}
    return words.ATAU.join(label.get(satu, str(satu)) for satu in nilai)


def _label(butir: Butir) -> str:
    """Give a label as it stands within a sentence: small, unless it begins with an acronym."""
    label = butir.label if isinstance(butir, Soal | Kelompok) else butir.nama
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]
