"""The mail room: takes letters from the outbox, sends them in two phases (SECURITY.md 10, 11)."""

import logging
import secrets
from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from core.store import JenisKeluar, KeadaanKeluar, Lanes, Locks, outbox, unit_of_work
from core.store.about import about_row
from core.store.models import Outbox
from delivery import gerbang, jeda
from delivery.bukti_tiba import was_opened
from delivery.gerbang import KETUK, Gerbang
from delivery.jejak import Jejak
from delivery.kabar_surat import KabarSurat
from delivery.laci import (
    LetterUnreadable,
    Surat,
    SuratTersimpan,
    hold,
    open_letter,
    put_letter,
)
from delivery.mailer import SuratKeluar
from delivery.smtp_outcome import (
    KOTAK_PENUH,
    PENERIMA,
    Konfigurasi,
    Outcome,
    Ragu,
    Sementara,
    Terkirim,
    Tetap,
)
from vault import Sealer

__all__ = ["KabarSurat", "Pos", "Surat", "open_letter", "put_letter"]

log = logging.getLogger(__name__)

# Why one letter waits, and not the server.
_ITS_OWN = frozenset({PENERIMA, KOTAK_PENUH})


def _throw() -> float:
    return secrets.SystemRandom().random()


@dataclass(frozen=True)
class _AtHand:
    """A letter that is being dealt with: its row, what it says, how it fared until now."""

    row: Outbox
    surat: SuratTersimpan
    jejak: Jejak


class Kurir(Protocol):
    """Carries one letter to the server."""

    async def send(self, surat: SuratKeluar, on_data: Callable[[], Awaitable[None]]) -> Outcome:
        """Send a letter; `on_data` has committed before the server can have it."""


class Pos:
    """Sends letters, one after the other per address.

    A letter may be out there from the moment phase `data` is committed. Only the server's answer,
    or an opened link, says so. Without either it is in doubt, and is sent once more, the same
    bytes; a second doubt is for people. A letter that is found in phase `data` was left by
    somebody who died, for whoever sends holds its lane.
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
    ) -> None:
        self._sealer = sealer
        self._mailer = mailer
        self._kabar = kabar
        self._now = now
        self._opened = opened
        self._dice = dice
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
        jejak = Jejak.load(row.sebab)
        handed_over = jejak.ragu or row.keadaan == KeadaanKeluar.DATA
        if handed_over and await self._opened(row.kunci):
            await self._sent(row, "dibuka")
        elif row.keadaan == KeadaanKeluar.DATA:
            await self._doubt(row, jejak)
        elif (surat := self._read(row)) is None:
            await self._drop(row, "tidak dapat dibuka")
        elif surat.sampai is not None and self._now() > surat.sampai:
            await self._drop(row, "kedaluwarsa")
        elif not (gate := self._gate).admits(self._now()):
            await self._wait_for_mending(_AtHand(row, surat, jejak), gate)
        else:
            await self._try(_AtHand(row, surat, jejak))

    def _read(self, row: Outbox) -> SuratTersimpan | None:
        try:
            return open_letter(self._sealer, row)
        except LetterUnreadable:
            log.error("surat %s tidak dapat dibuka", row.id)
            return None

    async def _try(self, at_hand: _AtHand) -> None:
        row, surat = at_hand.row, at_hand.surat
        self._gate = self._gate.knocking(self._now())
        await outbox.advance(row, KeadaanKeluar.AMPLOP)

        async def on_data() -> None:
            await outbox.advance(row, KeadaanKeluar.DATA)

        letter = SuratKeluar(surat.dari, surat.kepada, surat.mime, nomor=row.id.hex)
        outcome = await self._mailer.send(letter, on_data)
        before, gate = self._gate, gerbang.after(self._gate, outcome, now=self._now())
        self._gate = gate
        await self._conclude(at_hand, outcome, before=before, gate=gate)

    @unit_of_work
    async def _conclude(
        self, at_hand: _AtHand, outcome: Outcome, *, before: Gerbang, gate: Gerbang
    ) -> None:
        """Write down what became of a letter, and what that says about the server."""
        await self._settle(at_hand, outcome, gate)
        if isinstance(outcome, Konfigurasi):
            await self._kabar.stopped(gate.setelan, gate.nomor)
        elif at_hand.jejak.was_stopped and gerbang.let_in(outcome):
            await self._kabar.resumed(at_hand.jejak.kali)
        if gate.tutup_sampai is not None and gate.tutup_sampai != before.tutup_sampai:
            await self._kabar.troubled()

    async def _settle(self, at_hand: _AtHand, outcome: Outcome, gate: Gerbang) -> None:
        match outcome:
            case Terkirim():
                await self._sent(at_hand.row)
            case Tetap(sebab):
                await self._refused(at_hand.row, sebab)
            case Ragu():
                await self._doubt(at_hand.row, at_hand.jejak)
            case Konfigurasi(sebab):
                log.error("surat berhenti: setelan %s", sebab)
                await self._wait_for_mending(at_hand, gate)
            case Sementara():
                await self._failed(at_hand, outcome)

    @unit_of_work
    async def _sent(self, row: Outbox, sebab: str = "") -> None:
        await outbox.settle(row, KeadaanKeluar.TERKIRIM, now=self._now(), sebab=sebab)
        await self._kabar.sent(row.subjek, row.kunci)

    @unit_of_work
    async def _refused(self, row: Outbox, sebab: str) -> None:
        await outbox.settle(row, KeadaanKeluar.GAGAL, now=self._now(), sebab=sebab)
        await self._kabar.refused(row.subjek, row.kunci)

    @unit_of_work
    async def _doubt(self, row: Outbox, jejak: Jejak) -> None:
        now, sebab = self._now(), jejak.doubted().dump()
        log.warning("surat %s ragu", row.id)
        if jejak.ragu:
            await outbox.settle(row, KeadaanKeluar.RAGU, now=now, sebab=sebab)
            await self._kabar.unsettled(row.subjek, row.kunci)
        else:
            await outbox.doubt(row, until=now + jeda.RAGU, sebab=sebab)
            await self._kabar.doubtful(row.subjek, row.kunci)

    async def _failed(self, at_hand: _AtHand, why: Sementara) -> None:
        """Try again after a growing pause, or give up."""
        row, now, jejak = at_hand.row, self._now(), at_hand.jejak.failed(why.sebab)
        if why.kabari is not None and jejak.kali >= why.kabari:
            await self._kabar.disliked(why.sebab)
        enough = why.maksimal is not None and jejak.kali >= why.maksimal
        if enough or jeda.is_over(at_hand.surat.sejak, row.percobaan + 1, now=now):
            log.warning("surat %s menyerah (%s)", row.id, why.sebab)
            await outbox.settle(row, KeadaanKeluar.GAGAL, now=now, sebab=jejak.dump())
            await self._kabar.given_up(row.subjek, row.kunci, why.sebab)
            return
        log.warning("surat %s tertunda (%s)", row.id, why.sebab)
        until = now + jeda.pause(row.percobaan + 1, why.menit, self._dice)
        await outbox.postpone(row, until=until, sebab=jejak.dump())
        late = jeda.is_late(at_hand.surat.sejak, next_try=until)
        await self._kabar.delayed(row.subjek, row.kunci, why.sebab, lama=late)
        if late and why.sebab not in _ITS_OWN:
            await self._kabar.troubled()

    @unit_of_work
    async def _wait_for_mending(self, at_hand: _AtHand, gate: Gerbang) -> None:
        """Our own settings are wrong: that is nobody's failure and uses up no try."""
        row, until = at_hand.row, gate.ketuk_at or self._now() + KETUK
        jejak = at_hand.jejak.stopped(gate.setelan, gate.nomor)
        await hold(row, until=until, sebab=jejak.dump())
        late = jeda.is_late(at_hand.surat.sejak, next_try=until)
        await self._kabar.delayed(row.subjek, row.kunci, gate.setelan, lama=late)

    @unit_of_work
    async def _drop(self, row: Outbox, sebab: str) -> None:
        await outbox.settle(row, KeadaanKeluar.GAGAL, now=self._now(), sebab=sebab)
