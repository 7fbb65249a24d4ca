"""What a dialog asks the nation's list of areas; the list itself is passed in."""

from collections.abc import Sequence
from typing import Protocol

from core.api import Tempat
from core.api.sifat import OpsiNasional


class CariWilayah(Protocol):
    """The nation's areas, as one office's dialog sees them. Answers never change in a run."""

    def nearby(self, opsi: OpsiNasional) -> Sequence[Tempat]:
        """Give what is offered before anything is typed, the office's own first."""

    def search(self, opsi: OpsiNasional, teks: str) -> Sequence[Tempat]:
        """Give what a text may mean, the best first."""

    def exact(self, opsi: OpsiNasional, teks: str) -> Tempat | None:
        """Give what a text means for sure; None when the citizen must choose."""

    def tempat(self, kode: str) -> Tempat | None:
        """Give an area by its dotted code, also a retired one; None when it is not known."""
