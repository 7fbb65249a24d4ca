"""The mail room: takes letters from the outbox, sends them in two phases (SECURITY.md 10, 11)."""

import base64
import json
import logging
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol
from uuid import UUID

from core.store import JenisKeluar, KeadaanKeluar, Keluar, Lanes, new_id, outbox, unit_of_work
from core.store.models import Outbox
from delivery.mailer import Konfigurasi, Mailer, Ragu, Sementara, SuratKeluar, Terkirim, Tetap
from vault import Sealer, VaultError

log = logging.getLogger(__name__)

# Minutes after the first, second ... failure; then hourly, until a day has passed.
_PAUSES = (1, 5, 15, 30, 60)
_MOST_TRIES = 28


@dataclass(frozen=True)
class Surat:
    """A letter as it lies in the outbox: the complete bytes, so that a repeat is identical."""

    dari: str
    kepada: str
    mime: bytes
    sampai: datetime | None = None
    """After this instant the letter is worth nothing and is not sent any more."""


class KabarSurat(Protocol):
    """Is told, inside the mail room's unit of work, what became of a letter."""

    async def sent(self, subjek: UUID | None, kunci: str) -> None:
        """The receiving server took the letter."""

    async def delayed(self, subjek: UUID | None, kunci: str, attempts: int) -> None:
        """The letter waits: the server is down or said later."""

    async def refused(self, subjek: UUID | None, kunci: str) -> None:
        """The receiving server refused the address for good."""

    async def doubtful(self, subjek: UUID | None, kunci: str) -> None:
        """Nobody knows whether the letter was taken."""


class Pos:
    """Puts letters down and sends them, one after the other per address."""

    def __init__(
        self,
        sealer: Sealer,
        mailer: Mailer,
        kabar: KabarSurat,
        *,
        now: Callable[[], datetime],
    ) -> None:
        self._sealer = sealer
        self._mailer = mailer
        self._kabar = kabar
        self._now = now
        self.lanes: Lanes[Outbox] = Lanes(
            "pengirim surat", self._take, self._send, lane=outbox.lane, width=4
        )

    async def _take(self, busy: Collection[str]) -> Outbox | None:
        return await outbox.next_due(JenisKeluar.EMAIL, now=self._now(), busy=busy)

    async def _send(self, row: Outbox) -> None:
        try:
            surat = open_letter(self._sealer, row)
        except (VaultError, ValueError):
            log.error("surat %s tidak dapat dibuka", row.id)
            await self._drop(row, "tidak dapat dibuka")
            return
        if surat.sampai is not None and self._now() > surat.sampai:
            await self._drop(row, "kedaluwarsa")
            return
        await outbox.advance(row, KeadaanKeluar.AMPLOP)

        async def on_data() -> None:
            await outbox.advance(row, KeadaanKeluar.DATA)

        outcome = await self._mailer.send(
            SuratKeluar(dari=surat.dari, kepada=surat.kepada, mime=surat.mime), on_data
        )
        await self._settle(row, outcome)

    @unit_of_work
    async def _settle(
        self, row: Outbox, outcome: Terkirim | Sementara | Tetap | Konfigurasi | Ragu
    ) -> None:
        now = self._now()
        match outcome:
            case Terkirim():
                await outbox.settle(row, KeadaanKeluar.TERKIRIM, now=now)
                await self._kabar.sent(row.subjek, row.kunci)
            case Tetap():
                await outbox.settle(row, KeadaanKeluar.GAGAL, now=now, sebab="ditolak")
                await self._kabar.refused(row.subjek, row.kunci)
            case Ragu():
                await outbox.settle(row, KeadaanKeluar.RAGU, now=now, sebab="terputus")
                await self._kabar.doubtful(row.subjek, row.kunci)
            case Sementara(sebab, menit, maksimal):
                if row.percobaan + 1 >= (maksimal or _MOST_TRIES):
                    await outbox.settle(row, KeadaanKeluar.GAGAL, now=now, sebab=sebab)
                    await self._kabar.refused(row.subjek, row.kunci)
                    return
                await self._later(row, sebab, menit or 0)
            case Konfigurasi(sebab):
                await self._later(row, f"setelan: {sebab}", 0)

    async def _later(self, row: Outbox, sebab: str, menit: int) -> None:
        """Try again after a growing pause, or after the longer one that the server asked for."""
        pause = max(_PAUSES[min(row.percobaan, len(_PAUSES) - 1)], menit)
        log.warning("surat %s tertunda (%s)", row.id, sebab)
        until = self._now() + timedelta(minutes=pause)
        await outbox.postpone(row, until=until, sebab=sebab)
        await self._kabar.delayed(row.subjek, row.kunci, row.percobaan + 1)

    @unit_of_work
    async def _drop(self, row: Outbox, sebab: str) -> None:
        await outbox.settle(row, KeadaanKeluar.GAGAL, now=self._now(), sebab=sebab)


async def put_letter(
    sealer: Sealer, surat: Surat, *, kunci: str, jalur: str, subjek: UUID | None, now: datetime
) -> None:
    """Put a letter down in the caller's unit of work; the same key is put down once."""
    letter_id = new_id()
    body = json.dumps(
        {
            "dari": surat.dari,
            "kepada": surat.kepada,
            "mime": base64.b64encode(surat.mime).decode("ascii"),
            "sampai": surat.sampai.isoformat() if surat.sampai else None,
        }
    )
    await outbox.put(
        Keluar(
            id=letter_id,
            jenis=JenisKeluar.EMAIL,
            jalur=jalur,
            kunci=kunci,
            muatan=sealer.seal(body, table="outbox", column="muatan", row=letter_id),
            mulai_at=now,
            subjek=subjek,
        )
    )


def open_letter(sealer: Sealer, row: Outbox) -> Surat:
    """Open a letter that waits; ValueError if it was already erased."""
    if row.muatan is None:
        raise ValueError(f"outbox {row.id} waits without a letter")
    text = sealer.open_text(bytes(row.muatan), table="outbox", column="muatan", row=row.id)
    body = json.loads(text)
    sampai = datetime.fromisoformat(body["sampai"]) if body["sampai"] else None
    return Surat(body["dari"], body["kepada"], base64.b64decode(body["mime"]), sampai)
