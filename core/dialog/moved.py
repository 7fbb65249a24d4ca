"""What one event changed, before the next question is worked out."""

from dataclasses import dataclass, replace
from typing import Any

from core.dialog import words
from core.dialog.draft import Draft
from core.dialog.events import Balasan, Efek, Konteks
from core.dialog.rencana import Rencana
from core.dialog.show import fill
from core.dialog.walk import Tempat


@dataclass(frozen=True)
class Saat:
    """The moment an event meets: the form, the draft, the question on screen, the world."""

    rencana: Rencana
    draft: Draft
    tempat: Tempat | None
    konteks: Konteks


@dataclass(frozen=True)
class Gerak:
    """The draft after an event, what to say first, and what to ask of the room."""

    draft: Draft
    notes: tuple[str, ...] = ()
    efek: tuple[Efek, ...] = ()
    diam: bool = False
    """Do not repeat the question: the room's answer comes first."""
    dahulu: tuple[Balasan, ...] = ()
    """Messages of their own, before the notes and the question."""
    contoh: bool = False
    """Show the picture of a good photo, also if it was shown before."""
    surat: bool = False
    """Give the letter of the question on screen, also if it was given before."""


def moved(draft: Draft, **ubahan: Any) -> Draft:
    """Change the screen: menus close, the revision rises, older buttons no longer count."""
    bersih: dict[str, Any] = {"layar": (), "saring": "", "gagal": 0, "rev": draft.rev + 1}
    return replace(draft, **(bersih | ubahan))


def refused(draft: Draft, kalimat: str) -> Gerak:
    """Keep everything, say what to do, and count; the keyboard on screen stays good."""
    return Gerak(replace(draft, gagal=draft.gagal + 1), (fill(words.PERINGATAN, kalimat=kalimat),))
