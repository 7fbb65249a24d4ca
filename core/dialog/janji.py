"""The core's last questions for what is done in person: on which day, at what time.

The choices are the places that are free now; they come with the context. An answer holds nothing:
the place is taken when the form is filed, and one that is gone by then is asked for again.
"""

from dataclasses import dataclass, replace
from datetime import date, time
from typing import Annotated, Any, Final

from core.api import Formulir, Tanya, date_in_words
from core.bahasa import kata
from core.dialog import words
from core.dialog.draft import Draft
from core.dialog.events import Konteks
from core.dialog.moved import moved
from core.dialog.rencana import Butir, Opsi, Rencana, Rupa, Soal
from core.dialog.show import day_in_words
from core.dialog.walk import KONTAK

HARI: Final = "hari"
JAM: Final = "jam"


@dataclass(frozen=True)
class Terpilih:
    """The day and the time that the citizen chose, by the office's clock."""

    hari: date
    jam: time


class FormJanji(Formulir):
    """Asked after the plugin's own questions."""

    hari: Annotated[str, Tanya(words.TANYA_HARI, bantuan=words.BANTUAN_HARI)]
    jam: Annotated[str, Tanya(words.TANYA_JAM)]


def dress(isi: tuple[Butir, ...]) -> tuple[Butir, ...]:
    """Make the two questions choices among what is free."""
    hari, jam = isi
    assert isinstance(hari, Soal)
    assert isinstance(jam, Soal)
    return (
        replace(hari, rupa=Rupa.PILIHAN, waktu=HARI),
        replace(jam, rupa=Rupa.PILIHAN, waktu=JAM),
    )


def options(soal: Soal, konteks: Konteks) -> tuple[Opsi, ...]:
    """Give the days with free places, or the free times of the chosen day."""
    if soal.waktu == HARI:
        return tuple(
            _day(hari, sum(satu.tempat for satu in konteks.janji[hari]))
            for hari in sorted(konteks.janji)
            if konteks.janji[hari]
        )
    bebas = konteks.janji.get(konteks.hari_janji, ()) if konteks.hari_janji else ()
    return tuple(_time(satu.jam) for satu in bebas)


def on_its_day(konteks: Konteks, draft: Draft) -> Konteks:
    """Let the context know which day was chosen: its times are offered."""
    hari = _stored(draft).get(HARI)
    return replace(konteks, hari_janji=date.fromisoformat(hari)) if hari else konteks


def chosen(draft: Draft) -> Terpilih:
    """Give what was chosen; KeyError while it was not."""
    isi = _stored(draft)
    return Terpilih(date.fromisoformat(isi[HARI]), _clock(isi[JAM]))


def follow(lama: Draft, draft: Draft) -> Draft:
    """Forget the time when another day was chosen: it was a time of that other day."""
    dulu, kini = _stored(lama).get(HARI), _stored(draft).get(HARI)
    return _without(draft, JAM) if dulu is not None and dulu != kini else draft


def without_what_is_gone(rencana: Rencana, draft: Draft, konteks: Konteks) -> Draft | None:
    """Take back a day or a time that is no longer free; None if all still is."""
    isi = _stored(draft) if rencana.janji else {}
    if HARI not in isi:
        return None
    bebas = konteks.janji.get(date.fromisoformat(isi[HARI]), ())
    if not bebas:
        return moved(_without(draft, HARI, JAM), status="tanya", di=None)
    if JAM in isi and all(satu.jam != _clock(isi[JAM]) for satu in bebas):
        return moved(_without(draft, JAM), status="tanya", di=None)
    return None


def _day(hari: date, tempat: int) -> Opsi:
    nama, tanggal = kata(words.NAMA_HARI[hari.weekday()]), date_in_words(hari)
    singkat = f"{nama[:3]} {hari.day} {tanggal.split()[1][:3]}"
    angka = (f"{hari.day}/{hari.month}", f"{hari:%d-%m-%Y}")
    return Opsi(
        hari.isoformat(),
        day_in_words(hari),
        (singkat, tanggal, *angka, f"{words.NAMA_HARI[hari.weekday()]}, {tanggal}"),
        pendek=kata(words.HARI_KOSONG, hari=singkat, banyak=tempat),
    )


def _time(jam: time) -> Opsi:
    nama = (f"{jam.hour}.{jam:%M}", *((str(jam.hour), f"{jam:%H}") if not jam.minute else ()))
    sebutan = tuple(kata + satu for satu in (f"{jam:%H.%M}", *nama) for kata in words.KATA_JAM)
    return Opsi(f"{jam:%H%M}", f"{jam:%H.%M}", (*nama, *sebutan))


def _clock(teks: str) -> time:
    return time(int(teks[:2]), int(teks[2:]))


def _stored(draft: Draft) -> dict[str, Any]:
    return dict(draft.jawaban.get(KONTAK) or {})


def _without(draft: Draft, *nama: str) -> Draft:
    hilang = {*nama, *(f"{satu}#" for satu in nama)}
    isi = {kunci: nilai for kunci, nilai in _stored(draft).items() if kunci not in hilang}
    return replace(draft, jawaban=draft.jawaban | {KONTAK: isi})
