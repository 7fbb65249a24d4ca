"""The book of the mail room: what became of a letter, written down and told in one transaction."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from core.store import KeadaanKeluar, outbox, unit_of_work
from core.store.models import Outbox
from delivery import gerbang, jeda
from delivery.gerbang import KETUK, Gerbang
from delivery.jejak import Jejak
from delivery.kabar_surat import KabarSurat
from delivery.laci import SuratTersimpan, hold
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

log = logging.getLogger(__name__)

# Why one letter waits, and not the server.
_ITS_OWN = frozenset({PENERIMA, KOTAK_PENUH})
TIDAK_TERBUKA = "tidak dapat dibuka"
KEDALUWARSA = "kedaluwarsa"


@dataclass(frozen=True)
class DiTangan:
    """A letter that is being dealt with: its row, what it says, how it fared until now."""

    row: Outbox
    surat: SuratTersimpan
    jejak: Jejak


class BukuSurat:
    """Writes down what became of letters. Every verb may be repeated if it did not commit."""

    def __init__(self, kabar: KabarSurat, *, now: Callable[[], datetime], dice: jeda.Dice) -> None:
        self._kabar = kabar
        self._now = now
        self._dice = dice

    @unit_of_work
    async def conclude(
        self, at_hand: DiTangan, outcome: Outcome, *, before: Gerbang, gate: Gerbang
    ) -> None:
        """Write down what the server said, and what that says about the server."""
        await self._settle(at_hand, outcome, gate)
        if isinstance(outcome, Konfigurasi):
            await self._kabar.stopped(gate.setelan)
        elif at_hand.jejak.was_stopped and gerbang.let_in(outcome):
            await self._kabar.resumed()
        if gate.tutup_sampai is not None and gate.tutup_sampai != before.tutup_sampai:
            await self._kabar.troubled()

    async def _settle(self, at_hand: DiTangan, outcome: Outcome, gate: Gerbang) -> None:
        match outcome:
            case Terkirim():
                await self.sent(at_hand.row)
            case Tetap(sebab):
                await self._refused(at_hand.row, sebab)
            case Ragu():
                await self.doubt(at_hand.row, at_hand.jejak)
            case Konfigurasi(sebab):
                log.error("surat berhenti: setelan %s", sebab)
                await self.wait_for_mending(at_hand, gate)
            case Sementara():
                await self._failed(at_hand, outcome)

    @unit_of_work
    async def sent(self, row: Outbox, sebab: str = "") -> None:
        """It has arrived."""
        await outbox.settle(row, KeadaanKeluar.TERKIRIM, now=self._now(), sebab=sebab)
        await self._kabar.sent(row.subjek, row.kunci)

    async def _refused(self, row: Outbox, sebab: str) -> None:
        await outbox.settle(row, KeadaanKeluar.GAGAL, now=self._now(), sebab=sebab)
        await self._kabar.refused(row.subjek, row.kunci)

    @unit_of_work
    async def doubt(self, row: Outbox, jejak: Jejak) -> None:
        """Nobody knows whether it was taken: once it waits, a second time people must ask."""
        now, sebab = self._now(), jejak.doubted().dump()
        log.warning("surat %s ragu", row.id)
        if jejak.ragu:
            await outbox.settle(row, KeadaanKeluar.RAGU, now=now, sebab=sebab)
            await self._kabar.unsettled(row.subjek, row.kunci)
        else:
            await outbox.doubt(row, until=now + jeda.RAGU, sebab=sebab)
            await self._kabar.doubtful(row.subjek, row.kunci)

    async def _failed(self, at_hand: DiTangan, why: Sementara) -> None:
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
        until = now + jeda.pause(row.percobaan + 1, why.menit, self._dice)
        if at_hand.surat.is_dead(until):
            await self.expire(row)
            return
        log.warning("surat %s tertunda (%s)", row.id, why.sebab)
        await outbox.postpone(row, until=until, sebab=jejak.dump())
        late = jeda.is_late(at_hand.surat.sejak, next_try=until)
        await self._kabar.delayed(row.subjek, row.kunci, why.sebab, lama=late)
        if late and why.sebab not in _ITS_OWN:
            await self._kabar.troubled()

    @unit_of_work
    async def wait_for_mending(self, at_hand: DiTangan, gate: Gerbang) -> None:
        """Our own settings are wrong: that is nobody's failure and uses up no try."""
        row, until = at_hand.row, gate.ketuk_at or self._now() + KETUK
        if at_hand.surat.is_dead(until):
            await self.expire(row)
            return
        jejak = at_hand.jejak.stopped(gate.setelan)
        await hold(row, until=until, sebab=jejak.dump())
        late = jeda.is_late(at_hand.surat.sejak, next_try=until)
        await self._kabar.delayed(row.subjek, row.kunci, gate.setelan, lama=late)

    @unit_of_work
    async def expire(self, row: Outbox) -> None:
        """It is worth nothing any more, or will be at the next try: ended now, and told."""
        log.warning("surat %s kedaluwarsa", row.id)
        await outbox.settle(row, KeadaanKeluar.GAGAL, now=self._now(), sebab=KEDALUWARSA)
        await self._kabar.expired(row.subjek, row.kunci)

    @unit_of_work
    async def unreadable(self, row: Outbox) -> None:
        """It does not open: its bytes help nobody, an officer may have it written anew."""
        log.error("surat %s tidak dapat dibuka", row.id)
        await outbox.settle(row, KeadaanKeluar.GAGAL, now=self._now(), sebab=TIDAK_TERBUKA)
        await self._kabar.given_up(row.subjek, row.kunci, TIDAK_TERBUKA)
