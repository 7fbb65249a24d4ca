"""The mail room: takes letters from the outbox, sends them in two phases (SECURITY.md 10, 11)."""

import asyncio
import logging
import secrets
from collections.abc import Awaitable, Callable, Collection, Sequence
from datetime import datetime
from typing import Protocol
from uuid import UUID

from core.store import JenisKeluar, KeadaanKeluar, Lanes, Locks, outbox
from core.store.about import about_row
from core.store.models import Outbox
from delivery import gerbang, jeda
from delivery.bukti_tiba import was_opened
from delivery.buku_surat import BukuSurat, DiTangan
from delivery.gerbang import Gerbang
from delivery.jejak import Jejak
from delivery.kabar_surat import KabarDiam, KabarSurat
from delivery.laci import LetterUnreadable, Surat, open_letter, put_letter
from delivery.mailer import SuratKeluar
from delivery.smtp_outcome import Outcome, Ragu, Sementara
from vault import Sealer

__all__ = ["KabarSurat", "Pos", "Surat", "open_letter", "put_letter"]

log = logging.getLogger(__name__)

_GALAT = "galat"
_MOST_FAILURES = 5


def _throw() -> float:
    return secrets.SystemRandom().random()


# What is to be written down about a letter, in whichever book.
_Catatan = Callable[[BukuSurat], Awaitable[None]]


class Kurir(Protocol):
    """Carries one letter to the server."""

    async def send(self, surat: SuratKeluar, on_data: Callable[[], Awaitable[None]]) -> Outcome:
        """Send a letter; `on_data` has committed before the server can have it."""


class Pos:
    """Sends letters, one after the other per address.

    A letter may be out there from the moment phase `data` is committed. Only the server's answer,
    or an opened link, says so. Without either it is in doubt, and is sent once more, the same
    bytes; a second doubt is for people. A letter that is found in phase `data`, and of which this
    process has heard nothing, was left by somebody who died: whoever sends holds its lane.
    `pauses`: seconds between the first tries to write down what was heard.
    """

    def __init__(
        self,
        sealer: Sealer,
        mailer: Kurir,
        kabar: KabarSurat,
        *,
        now: Callable[[], datetime],
        opened: Callable[[str], Awaitable[bool]] = was_opened,
        locks: Locks | None = None,
        dice: jeda.Dice = _throw,
        pauses: Sequence[float] = (0.2, 1, 3, 6),
    ) -> None:
        self._sealer = sealer
        self._mailer = mailer
        self._now = now
        self._opened = opened
        self._buku = BukuSurat(kabar, now=now, dice=dice)
        self._quietly = BukuSurat(KabarDiam(), now=now, dice=dice)
        self._heard: dict[UUID, _Catatan] = {}
        self._pauses = pauses
        self._failures: dict[UUID, int] = {}
        self._gate = Gerbang()
        self.lanes: Lanes[Outbox] = Lanes(
            "pengirim surat",
            self._take,
            about_row(self._send),
            lane=outbox.lane,
            again=outbox.again,
            locks=locks,
            width=4,
        )

    async def _take(self, busy: Collection[str]) -> Outbox | None:
        if self._gate.rests(self._now()):
            return None
        return await outbox.next_due(JenisKeluar.EMAIL, now=self._now(), busy=busy)

    async def _send(self, row: Outbox) -> None:
        """Look what is to be written down about a letter, and write it down.

        Where that fails again and again although the row can be read, the fault lies with who is
        told: the letter is then settled without telling, so that it neither leaves again nor
        holds others back.
        """
        if row.keadaan == KeadaanKeluar.ANTRE:  # what was heard of it is written down
            self._heard.pop(row.id, None)
        note = self._heard.get(row.id) or await self._look(row)
        try:
            await self._write_down(row, note)
        except outbox.Overtaken:
            self._forget(row)  # somebody else goes on with it
            raise
        except Exception as cause:
            failures = self._failures[row.id] = self._failures.get(row.id, 0) + 1
            if failures < _MOST_FAILURES:
                raise
            log.error("surat %s dicatat tanpa kabar (%s)", row.id, type(cause).__name__)
            await note(self._quietly)
        self._forget(row)

    async def _write_down(self, row: Outbox, note: _Catatan) -> None:
        """Write down, at first with patience: its lane is ours meanwhile, so that no other process
        finds the letter in phase `data` and doubts what we have heard."""
        for pause in self._pauses if row.id not in self._failures else ():
            try:
                return await note(self._buku)
            except outbox.Overtaken:
                raise
            except Exception as cause:
                log.warning("surat %s belum tercatat (%s)", row.id, type(cause).__name__)
                await asyncio.sleep(pause)
        return await note(self._buku)

    def _forget(self, row: Outbox) -> None:
        self._heard.pop(row.id, None)
        self._failures.pop(row.id, None)

    async def _look(self, row: Outbox) -> _Catatan:
        jejak = Jejak.load(row.sebab)
        handed_over = jejak.ragu or row.keadaan == KeadaanKeluar.DATA
        if handed_over and await self._opened(row.kunci):
            return lambda buku: buku.sent(row, "dibuka")
        if row.keadaan == KeadaanKeluar.DATA:
            return lambda buku: buku.doubt(row, jejak)
        try:
            at_hand = DiTangan(row, open_letter(self._sealer, row), jejak)
        except LetterUnreadable:
            return lambda buku: buku.unreadable(row)
        if at_hand.surat.is_dead(self._now()):
            return lambda buku: buku.expire(row)
        if not (gate := self._gate).admits(self._now()):
            return lambda buku: buku.wait_for_mending(at_hand, gate)
        return await self._try(at_hand)

    async def _try(self, at_hand: DiTangan) -> _Catatan:
        """Send a letter; what was heard is kept until it is written down."""
        self._gate = self._gate.knocking(self._now())
        await outbox.advance(at_hand.row, KeadaanKeluar.AMPLOP)
        outcome = await self._carry(at_hand)
        before, gate = self._gate, gerbang.after(self._gate, outcome, now=self._now())
        self._gate = gate

        async def note(buku: BukuSurat) -> None:
            await buku.conclude(at_hand, outcome, before=before, gate=gate)

        self._heard[at_hand.row.id] = note
        return note

    async def _carry(self, at_hand: DiTangan) -> Outcome:
        """Hand a letter to the mailer; an error nobody expects is an outcome by its phase."""
        row, surat = at_hand.row, at_hand.surat

        async def on_data() -> None:
            await outbox.advance(row, KeadaanKeluar.DATA)

        letter = SuratKeluar(surat.dari, surat.kepada, surat.mime, nomor=row.id.hex)
        try:
            return await self._mailer.send(letter, on_data)
        except outbox.Overtaken:
            raise
        except Exception as cause:
            # Only the class: the text of a foreign error may carry an address.
            log.error("surat %s: galat tak terduga (%s)", row.id, type(cause).__name__)
            handed_over = row.keadaan == KeadaanKeluar.DATA
            return Ragu(_GALAT) if handed_over else Sementara(_GALAT)
