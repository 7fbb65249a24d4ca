"""Takes in one returned letter from the mail server's pipe (SECURITY.md 12).

Only a notice to an address that we wrote ourselves counts. A permanent failure leaves a notice
for `kerja`, which tells the citizen and the office; a passing one is a line in the history.
Everything else is ignored, with a line in the log that says why."""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime
from enum import StrEnum

from core.app.models import database
from core.permohonan import SISTEM, Hal, Kejadian, leave_notice
from core.settings import Mail, Settings, SettingsFault
from core.store import JenisKeluar, opened, riwayat, unit_of_work
from core.store.models import Outbox
from delivery.bukti_tiba import is_still_needed
from delivery.pantulan import Pantulan, read_bounce
from delivery.verp import Verp
from vault import KunciKerja

log = logging.getLogger(__name__)

# sysexits.h: the mail server keeps the mail and brings it again.
EX_TEMPFAIL = 75
_SECONDS = 50  # the mail server waits longer: Postfix 1000 s
_LATE = "surat_tertunda"
_RETURNED = "surat_kembali"


class Tindakan(StrEnum):
    """What was done with a mail that came back."""

    DIKABARKAN = "dikabarkan"
    DICATAT = "dicatat"
    BUKAN_LAPORAN = "bukan laporan"
    BUKAN_MILIK_KITA = "bukan milik kita"
    SUDAH_DIKENAL = "sudah dikenal"
    TIDAK_PERLU = "tidak perlu"


def verp_of(surat: Mail, k_app: bytes) -> Verp | None:
    """Return the envelope senders of an office; None if nobody takes in what comes back."""
    return Verp.derived(k_app, surat.pantulan) if surat.pantulan else None


def take_in(settings: Settings, raw: bytes, *, now: Callable[[], datetime]) -> int:
    """Take in one mail and return the exit code of the pipe.

    Whatever fails here, such as a database that is away, must not lose the mail.
    """
    verp = verp_of(settings.surat, KunciKerja.load(settings.kunci / "kerja").k_app)
    if verp is None:
        raise SettingsFault("surat.pantulan belum diisi: tidak ada kotak untuk surat kembali.")

    async def work() -> None:
        async with asyncio.timeout(_SECONDS), opened(database(settings)) as store:
            await store.require_current()
            await ingest(raw, verp, now=now)

    try:
        asyncio.run(work())
    except Exception as cause:
        log.error("surat kembali: belum dapat diterima (%s)", type(cause).__name__)
        return EX_TEMPFAIL
    return 0


async def ingest(raw: bytes, verp: Verp, *, now: Callable[[], datetime]) -> Tindakan:
    """Take in one mail. Taking in the same one again changes nothing."""
    done = await _judge(raw, verp, now())
    log.info("surat kembali: %s", done.value)
    return done


async def _judge(raw: bytes, verp: Verp, now: datetime) -> Tindakan:
    notice = read_bounce(raw)
    if notice is None:
        return Tindakan.BUKAN_LAPORAN
    letters = (verp.letter(address) for address in notice.alamat)
    letter_id = next((found for found in letters if found is not None), None)
    letter = await Outbox.get_or_none(id=letter_id) if letter_id else None
    if letter is None or letter.subjek is None or letter.jenis != JenisKeluar.EMAIL:
        return Tindakan.BUKAN_MILIK_KITA
    if not await is_still_needed(letter.kunci):
        return Tindakan.TIDAK_PERLU
    return await _write_down(letter, notice, now)


@unit_of_work
async def _write_down(letter: Outbox, notice: Pantulan, now: datetime) -> Tindakan:
    if letter.subjek is None:
        return Tindakan.BUKAN_MILIK_KITA
    if notice.tetap:
        told = Kejadian(Hal.KEMBALI, letter.subjek)
        if not await leave_notice(told, f"kembali:{letter.id}", now=now):
            return Tindakan.SUDAH_DIKENAL
        aksi, done = _RETURNED, Tindakan.DIKABARKAN
    elif notice.sementara:
        if _LATE in {line.aksi for line in await riwayat.of(letter.subjek)}:
            return Tindakan.SUDAH_DIKENAL
        aksi, done = _LATE, Tindakan.DICATAT
    else:
        return Tindakan.TIDAK_PERLU
    details = {"status": notice.status, "surat": str(letter.id)}
    await riwayat.write(aksi, letter.subjek, pelaku=SISTEM, now=now, rincian=details)
    return done
