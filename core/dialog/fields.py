"""Lists what was asked, for those who look at a finished form: an officer."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from core.api import Unggahan
from core.dialog.draft import Draft
from core.dialog.rencana import Rencana, Rupa, Soal
from core.dialog.show import row_title
from core.dialog.walk import KONTAK, Tempat, answered, walk


@dataclass(frozen=True)
class Pertanyaan:
    """A question of the plugin's form, as it was answered; its path is what `send_back` takes."""

    path: str
    label: str


@dataclass(frozen=True)
class Lampiran:
    """A paper that was sent."""

    path: str
    label: str
    unggahan: Unggahan


def questions(rencana: Rencana, draft: Draft) -> tuple[Pertanyaan, ...]:
    """Give every visible answered question, papers first: they are wrong most often."""
    found = sorted(_asked(rencana, draft), key=lambda one: one[1].rupa is not Rupa.UNGGAH)
    return tuple(Pertanyaan(tempat.path, label_at(tempat)) for tempat, _ in found)


def papers(rencana: Rencana, draft: Draft) -> tuple[Lampiran, ...]:
    """Give every paper that was sent, in the order of the form."""
    return tuple(
        Lampiran(tempat.path, label_at(tempat), Unggahan.model_validate(tempat.nilai))
        for tempat, soal in _asked(rencana, draft)
        if soal.rupa is Rupa.UNGGAH and tempat.nilai is not None
    )


def uploads(draft: Draft) -> frozenset[UUID]:
    """Give every page that a draft still knows, also where its question is not visible now."""
    return frozenset(_pages([draft.jawaban, draft.semula]))


def _pages(isi: object) -> Iterator[UUID]:
    if isinstance(isi, list):
        for satu in isi:
            yield from _pages(satu)
    elif isinstance(isi, dict):
        if "mime" in isi and "berkas" in isi:
            yield UUID(str(isi["berkas"]))
        yield from _pages(list(isi.values()))


def area_codes(rencana: Rencana, draft: Draft) -> tuple[str, ...]:
    """Give every code of an area that stands in the answers, in the order of the form."""
    return tuple(
        str(tempat.nilai)
        for tempat in walk(rencana, draft.jawaban)
        if isinstance(tempat.butir, Soal) and tempat.butir.opsi_kantor and tempat.nilai is not None
    )


def private(rencana: Rencana, draft: Draft) -> frozenset[str]:
    """Give every private number that stands in the answers: NIK, No. KK, passport."""
    return frozenset(
        str(tempat.nilai)
        for tempat in walk(rencana, draft.jawaban)
        if isinstance(tempat.butir, Soal) and tempat.butir.tanya.pribadi and tempat.nilai
    )


def _asked(rencana: Rencana, draft: Draft) -> Iterator[tuple[Tempat, Soal]]:
    for tempat in walk(rencana, draft.jawaban):
        if isinstance(tempat.butir, Soal) and tempat.awalan != f"{KONTAK}." and answered(tempat):
            yield tempat, tempat.butir


def label_at(tempat: Tempat) -> str:
    """Name a question; in a group, with the row it belongs to: "BUDI SANTOSO: NIK"."""
    soal = tempat.butir
    assert isinstance(soal, Soal)
    if tempat.kelompok is None:
        return soal.label
    # A row's place lives among its own answers; its title is made of them.
    title = row_title(tempat.kelompok, tempat.rumah, tempat.baris)
    return f"{title}: {soal.label}"
