"""What was answered, as a page to check."""

from collections.abc import Iterator

from core.bahasa import kata
from core.dialog import words
from core.dialog.draft import Draft
from core.dialog.jawaban import rows
from core.dialog.rencana import Kelompok, Rencana, Soal
from core.dialog.show import fill, row_title, shown
from core.dialog.walk import KONTAK, Tempat, answered, walk


def summary(rencana: Rencana, draft: Draft, mask: bool = True, *, kontak: bool = True) -> str:
    """Give all visible answers as Telegram HTML; with `mask`, private numbers are hidden.

    Without `kontak` the way out is left to whoever says it better.
    """
    return "\n".join(lines(rencana, draft, mask=mask, kontak=kontak))


def lines(rencana: Rencana, draft: Draft, *, mask: bool, kontak: bool = True) -> list[str]:
    """Give the summary line by line, grouped: the form, each group, the way out."""
    semua = [t for t in walk(rencana, draft.jawaban) if kontak or t.awalan != f"{KONTAK}."]
    bagian: list[list[str]] = [[]]
    for tempat in semua:
        match tempat.butir:
            case Kelompok() as kelompok:
                bagian += [list(_group(kelompok, tempat, semua, mask=mask)), []]
            case Soal() as soal if tempat.kelompok is None and answered(tempat):
                if tempat.awalan == f"{KONTAK}." and tempat.butir is rencana.kontak[0]:
                    judul = kata(words.WAKTU_DATANG) if rencana.janji else kata(words.CARA_TERIMA)
                    bagian.append([f"<b>{judul}</b>"])
                bagian[-1].append("• " + _line(soal, tempat, mask=mask))
    return "\n\n".join("\n".join(satu) for satu in bagian if satu).splitlines()


def _group(
    kelompok: Kelompok, tempat: Tempat, semua: list[Tempat], *, mask: bool
) -> Iterator[str]:
    baris = rows(kelompok.nama, tempat.rumah)
    yield fill("<b>{label}</b>: {banyak}", label=kelompok.label, banyak=len(baris))
    for nomor, row in enumerate(baris):
        judul = row_title(kelompok, row, nomor)
        yield fill("{nomor}. <b>{judul}</b>", nomor=nomor + 1, judul=judul)
        for lain in semua:
            milik = lain.kelompok is kelompok and lain.baris == nomor
            if milik and isinstance(lain.butir, Soal) and answered(lain):
                yield "    " + _line(lain.butir, lain, mask=mask)


def _line(soal: Soal, tempat: Tempat, *, mask: bool) -> str:
    nilai = shown(soal, tempat.rumah, masked=mask)
    if tempat.nilai is None and soal.kosong is not None:
        return nilai
    return fill("{label}: {nilai}", label=soal.label, nilai=nilai)
