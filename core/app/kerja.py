"""The process `kerja`: bot, workflows and senders, with all keys."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime

from core.app.antaran import Antaran
from core.app.kesehatan.kerja import Ward
from core.app.lock import FolderLock
from core.app.parts import Parts, mail_settings
from core.baca import Pembaca
from core.berkas import WorkerUnavailable
from core.bot import TelegramRoom, alert, pace_towards
from core.citra import Pemeriksa
from core.issuing import Leftovers
from core.settings import Secrets, Settings
from core.store import Leader, NoRivals, open_locks, unit_of_work
from core.store.locks import SharedLocks
from core.tenggat import HouseKeeping
from delivery.pos import Pos

log = logging.getLogger(__name__)

_HOURLY = "17 * * * *"


class Kerja:
    """Starts the parts of the worker process and stops them, in order."""

    def __init__(
        self, settings: Settings, secrets: Secrets, *, now: Callable[[], datetime]
    ) -> None:
        self._settings, self._now = settings, now
        self._folder = FolderLock(settings.data)
        ward = Ward(settings, now=now)
        self._parts = Parts(settings, secrets, now=now, meter=ward.meter)
        self._nurse = ward.nurse(
            secrets,
            self._parts.database,
            mail_settings(settings, secrets),
            started=lambda: bool(self._tasks),
            polls=self._polls,
        )
        self._antaran = Antaran(settings, secrets, self._parts)
        self._locks: NoRivals | SharedLocks = NoRivals()
        self._room: TelegramRoom | None = None
        self._pos: Pos | None = None
        self._tasks: list[asyncio.Task[None]] = []
        self._warming: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Take the folder, open everything, and only then listen."""
        parts = self._parts
        if parts.alone:
            await asyncio.to_thread(self._folder.take)
        await parts.database.open()
        await self._nurse.start()
        await parts.database.require_current()
        self._locks = await open_locks(parts.database.url)
        await parts.renderer.start()
        self._warming = asyncio.create_task(_warmed(parts.pemeriksa, parts.pembaca))
        await asyncio.to_thread(parts.wilayah.load)
        alat = parts.tools(self._antaran.username)
        pace = pace_towards(self._settings.telegram.base_url, produksi=self._settings.produksi)
        self._room = TelegramRoom(
            parts.bot,
            alat,
            parts.sealed.get,
            locks=self._locks,
            polls=self._antaran.fetched,
            pace=pace,
            count=parts.meter.count,
        )
        parts.issuing.tell(self._room.tidings)
        self._pos = Pos(
            parts.outgoing, parts.mailer, self._room.tidings, now=self._now, locks=self._locks
        )
        parts.issuing.register()
        tidy = HouseKeeping(parts.masuk, now=self._now).tidy
        parts.jobs.schedule("bersih-bersih", _HOURLY, parts.kantor.zona, tidy)
        parts.jobs.schedule(
            "kepala-riwayat", _HOURLY, parts.kantor.zona, self._room.tidings.post_head
        )
        parts.jobs.schedule(
            "pengingat-janji", _HOURLY, parts.kantor.zona, self._room.reminder.remind
        )
        leftovers = Leftovers(parts.sealed, jam=parts.kantor.pratinjau.pemohon_jam, now=self._now)
        parts.jobs.schedule("sisa-pratinjau", _HOURLY, parts.kantor.zona, leftovers.erase)
        parts.jobs.schedule("isian-diam", _HOURLY, parts.kantor.zona, self._room.silent.look)
        await parts.jobs.launch(None if parts.alone else self._locks)
        await self._antaran.begin(self._room.intake.receive)
        self._room.start()
        sweeper = Leader(self._locks, "sapu penerbitan")
        self._tasks = [
            asyncio.create_task(self._pos.lanes.run()),
            asyncio.create_task(sweeper.run(parts.issuing.keep_sweeping)),
        ]
        for fault in parts.katalog.gagal:
            await unit_of_work(alert)(alat, f"⚠️ Layanan tidak dimuat: {fault.kalimat}")
        log.info("kerja siap: %s layanan", len(parts.katalog.layanan))

    async def watch(self) -> None:
        """Wait as long as all is well; raise what must not go on."""
        if self._room is None:
            return
        watched = [
            *self._tasks,
            asyncio.create_task(self._room.watch()),
            asyncio.create_task(self._antaran.watch()),
            asyncio.create_task(self._locks.watch()),
        ]
        try:
            done, _ = await asyncio.wait(watched, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for one in watched[len(self._tasks) :]:
                one.cancel()
        for one in done:
            one.result()

    async def stop(self) -> None:
        """Take nothing new, finish what is being sent, then stop in the reverse order.

        Whatever fails to stop is told of and keeps nothing else from stopping.
        """
        parts = self._parts
        if self._pos is not None:
            self._pos.lanes.close()
        for sweeping in self._tasks[1:]:
            sweeping.cancel()
        if self._room is not None:
            self._room.close()
            await _calmly(self._antaran.stop(), self._nurse.stop())
            await _calmly(self._room.stop(), *self._tasks)
            await _calmly(parts.jobs.stop())
        else:
            await _calmly(self._antaran.stop(), self._nurse.stop())
        await _calmly(parts.renderer.stop())
        if self._warming is not None:
            self._warming.cancel()
            await _calmly(self._warming)
        parts.pemeriksa.close()
        if parts.pembaca is not None:
            await _calmly(parts.pembaca.close())
        parts.stretcher.close()
        await _calmly(self._locks.close())
        await _calmly(parts.database.close())
        self._folder.release()

    def _polls(self) -> bool:
        """Whether it is this process's turn to fetch updates."""
        leads = self._room is not None and self._room.leader.leads
        return self._antaran.fetched and leads


async def _warmed(pemeriksa: Pemeriksa, pembaca: Pembaca | None) -> None:
    """Have the workers ready before the first photo; a machine too busy now starts them then."""
    try:
        await pemeriksa.warm_up()
    except WorkerUnavailable as cause:
        log.warning("pemeriksa foto belum siap: %s", cause)
    if pembaca is not None:
        await pembaca.warm_up()


async def _calmly(*ends: Awaitable[None]) -> None:
    """Wait for several ends beside each other; one that fails is told by its class."""
    for outcome in await asyncio.gather(*ends, return_exceptions=True):
        if isinstance(outcome, Exception):
            log.error("berhenti: satu bagian gagal (%s)", type(outcome).__name__)
