"""Gives the letter that comes with a question: made before the turn, sent before the question."""

import re
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from core.bahasa import INDONESIA, kata, speaking
from core.bot import words
from core.bot.text import plain
from core.bot.tools import Alat
from core.bot.turn import Turn
from core.dialog import Balasan, Draft, letter
from core.permohonan import Permohonan

MOST_PER_HOUR = 5
_HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class Lembar:
    """A letter that lies ready, sealed, and how it is called."""

    blob: str
    nama: str

    @property
    def berkas(self) -> str:
        """The name of the file. It is made of the letter's name only, never of an answer."""
        return "-".join(re.findall("[A-Za-z0-9]+", self.nama)) + ".pdf"


@dataclass(frozen=True)
class Kiriman:
    """What a turn says: perhaps a letter, then the replies."""

    balasan: tuple[Balasan, ...]
    lembar: Lembar | None = None

    async def send_letter(self, turn: Turn, chat_id: int, case: Permohonan) -> None:
        """Put the letter down, to be sent before the replies; it may be saved and passed on."""
        if self.lembar is not None:
            await turn.show(
                chat_id,
                self.lembar.blob,
                kata(words.PERNYATAAN_CETAK, nama=plain(kata(self.lembar.nama))),
                photo=False,
                name=self.lembar.berkas,
                once=True,
                protect=False,
                subject=case.id,
            )


class LetterDesk:
    """Has letters made, outside any transaction, and not without end for one draft."""

    def __init__(self, alat: Alat) -> None:
        self._alat = alat
        # Lost with the process, which only gives somebody a few letters more.
        self._made: dict[UUID, deque[datetime]] = {}

    async def fetch(self, case: Permohonan, draft: Draft, replies: Sequence[Balasan]) -> Kiriman:
        """Have the letter made that the replies call for; without one, say so and ask anyway."""
        path = next((one.surat for one in reversed(replies) if one.surat), "")
        if not path:
            return Kiriman(tuple(replies))
        if not self._may(case.id):
            return _without(replies, kata(words.PERNYATAAN_SERING))
        service = self._alat.service(case)
        with speaking(INDONESIA):  # what is signed is Indonesian, whoever signs it
            made = await self._alat.letters.draw(service, draft, path)
        if not made.blob:
            return _without(
                replies,
                " ".join((plain(kata(made.halangan)), kata(words.PERNYATAAN_GAGAL))).strip(),
            )
        return Kiriman(tuple(replies), Lembar(made.blob, letter(service.rencana, path).nama))

    def _may(self, case_id: UUID) -> bool:
        """Count a letter of a draft, unless it had its share of this hour."""
        now = self._alat.now()
        for known, times in list(self._made.items()):
            while times and times[0] <= now - _HOUR:
                times.popleft()
            if not times:
                del self._made[known]
        times = self._made.setdefault(case_id, deque())
        if len(times) >= MOST_PER_HOUR:
            return False
        times.append(now)
        return True


def _without(replies: Sequence[Balasan], kalimat: str) -> Kiriman:
    """Say why there is no letter, right before the question."""
    *before, question = replies
    return Kiriman((*before, Balasan(f"⚠️ {kalimat}", tanya=False), question))
