"""Issuing as its neighbours see it: preview, official PDF, begin, password, counter code."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import datetime, timedelta
from uuid import UUID

from core.dialog import CariWilayah, Rencana
from core.issuing.again import mail_again
from core.issuing.gambar import Gambar, Previews
from core.issuing.page import Population
from core.issuing.pages import Pages
from core.issuing.pratinjau import Proofs, is_overdue
from core.issuing.steps import MAX_PAGES, Kabar, Mesin, Steps
from core.jobs import BERJALAN, GAGAL, Jobs, Pekerjaan
from core.kantor import Kantor
from core.permohonan import (
    Cases,
    Permohonan,
    Products,
    Produk,
    StatusPermohonan,
    is_held,
    issuable_since,
)
from core.registry import Katalog
from core.store import new_id
from core.store.about import about_case
from delivery.lint import UnsafePDF
from delivery.terbitan import KataSandiAktif

log = logging.getLogger(__name__)

WORK = "terbit"
_FAILING = timedelta(minutes=10)
_TOO_LONG = timedelta(minutes=15)
_AN_HOUR = timedelta(hours=1)
_LOOK_SECONDS = 10.0
# Signing and Argon2 take a processor for a second; who waits long for Argon2 is turned away.
_HEAVY_AT_ONCE = 4


class IssuingRoom:
    """Turns an approved case into a document and a way to it."""

    def __init__(
        self,
        *,
        kantor: Kantor,
        katalog: Katalog[Rencana],
        cases: Cases,
        products: Products,
        population: Population,
        mesin: Mesin,
        jobs: Jobs,
        now: Callable[[], datetime],
        wilayah: CariWilayah | None = None,
    ) -> None:
        self._cases = cases
        self._mesin = mesin
        self._jobs = jobs
        self._now = now
        self._pages = Pages(
            kantor=kantor,
            katalog=katalog,
            book=cases.book,
            population=population,
            renderer=mesin.renderer,
            signer=mesin.signer,
            blobs=mesin.blobs,
            now=now,
            wilayah=wilayah,
        )
        self._previews = Previews(
            cases=cases, pages=self._pages, renderer=mesin.renderer, blobs=mesin.blobs
        )
        self._steps = Steps(
            cases=cases, products=products, pages=self._pages, mesin=mesin, now=now
        )
        self._proofs = Proofs(
            cases=cases,
            pages=self._pages,
            renderer=mesin.renderer,
            blobs=mesin.blobs,
            jam=kantor.pratinjau.pemohon_jam,
            tenggat=kantor.tenggat,
            now=now,
        )
        self._due = asyncio.Event()

    def tell(self, kabar: Kabar) -> None:
        """Say whom to tell; called once by the wiring, before the first work starts."""
        self._steps.tell(kabar)
        self._proofs.tell(kabar)

    def register(self) -> None:
        """Name the work. Before the engine is launched."""
        turns = asyncio.Semaphore(_HEAVY_AT_ONCE)
        steps = (
            ("siapkan", about_case(self._steps.prepare)),
            ("gambar", about_case(self._steps.render)),
            ("tandatangani", about_case(_in_turn(turns, self._steps.sign))),
            ("terbitkan", about_case(_in_turn(turns, self._steps.publish))),
        )
        self._jobs.register(WORK, steps)

    async def start(self, case_id: UUID) -> None:
        """Begin to issue an approved case; beginning twice is nothing.

        One that its applicant may look at first is only shown to him, by the next sweep.
        """
        case = await self._cases.find(case_id)
        if case is not None and is_held(case):
            self._due.set()
        else:
            await self._jobs.start(WORK, case_id)

    async def retry(self, case_id: UUID) -> None:
        """Go on with a case whose issuing was given up; steps whose result is there stay done."""
        found = await self._jobs.find(WORK, case_id)
        if found is None:
            await self.start(case_id)
        elif found.gagal:
            await self._jobs.retry(WORK, case_id)

    async def is_given_up(self, case_id: UUID) -> bool:
        """Tell whether issuing was given up; False: it is under way, or will be begun."""
        found = await self._jobs.find(WORK, case_id)
        return found is not None and found.gagal

    async def keep_sweeping(self) -> None:
        """Sweep for ever, at once and then every few seconds; one process at a time will do."""
        while True:
            try:
                await self.sweep()
            except Exception as cause:
                log.error("sapu penerbitan gagal (%s)", type(cause).__name__)
            with suppress(TimeoutError):
                async with asyncio.timeout(_LOOK_SECONDS):
                    await self._due.wait()
            self._due.clear()

    async def sweep(self) -> None:
        """Look after every approved case that is not issued; one that fails stops no other."""
        work = await self._jobs.all(WORK, keadaan=(*GAGAL, *BERJALAN))
        known = {one.id: one for one in work}
        for case in await self._cases.waiting():
            if case.status == StatusPermohonan.DISETUJUI:
                try:
                    await self._look_after(case, known.get(case.id))
                except Exception as cause:
                    failure = type(cause).__name__
                    log.error("permohonan %s: sapu penerbitan gagal (%s)", case.id, failure)

    async def _look_after(self, case: Permohonan, work: Pekerjaan | None) -> None:
        """Begin what was, after a crash, never begun; try again what was given up.

        Here are the long pauses between tries, where they hold no place in the queue: half the
        time since the decision, an hour at most. So each is twice the one before, and how often
        it was tried need not be known. The office is told once, before the citizen asks: of what
        has failed for ten minutes, and of what is only late.
        """
        if not await self._steps.is_open(case.id):
            return
        try:
            ready = await self._proofs.look_after(case)
        except Exception:
            if is_overdue(case, now=self._now()):
                await self._steps.tell_stuck(case)
            raise
        if ready is None:
            return
        now, since = self._now(), issuable_since(ready)
        age = now - since if since is not None else _AN_HOUR
        if work is not None and work.gagal:
            if now - work.sejak > min(_AN_HOUR, age / 2):
                await self._jobs.retry(WORK, case.id)
            elif age > _FAILING:
                await self._steps.tell_stuck(case)
            return
        if work is None:
            await self._jobs.start(WORK, case.id)
        if age > _TOO_LONG:
            await self._steps.tell_late(case)

    async def preview(self, case: Permohonan) -> Gambar:
        """Draw the pages marked PRATINJAU, or the first page of the attached official PDF."""
        return await self._previews.draw(case)

    async def check_official(self, content: bytes) -> str | None:
        """Say why an official PDF cannot be issued, or None. It is never rewritten."""
        try:
            await self._mesin.renderer.check(content, pages=MAX_PAGES)
        except UnsafePDF as cause:
            return str(cause)
        return None

    async def keep_official(self, case_id: UUID, content: bytes) -> str:
        """Keep an official PDF sealed, and return the name of its blob."""
        blob = f"resmi/{new_id()}"
        await self._mesin.blobs.put(blob, content)
        return blob

    async def forget(self, blob: str) -> None:
        """Erase a preview, or an official PDF that is no longer wanted."""
        await self._mesin.blobs.delete(blob)

    async def password(self, dokumen_id: UUID) -> str | None:
        """Return the password of an active link, to be shown again until the link expires."""
        found = await self._mesin.penerbit.kata_sandi(dokumen_id)
        return found.kata_sandi if isinstance(found, KataSandiAktif) else None

    async def mail_again(self, produk: Produk) -> bool:
        """Write a lost letter with a link anew, in the caller's unit of work; False: none was."""
        return await mail_again(self._mesin, self._cases.book, produk, now=self._now())

    async def letter_accepted(self, dokumen_id: UUID) -> None:
        """The link is on its way: forget it, in the caller's unit of work."""
        await self._mesin.penerbit.forget_token(dokumen_id)

    async def counter_code(self, dokumen_id: UUID) -> str:
        """Make the single-use code by which the office prints."""
        return (await self._mesin.penerbit.mint_loket(dokumen_id)).kode


def _in_turn(
    turns: asyncio.Semaphore, step: Callable[[UUID], Awaitable[None]]
) -> Callable[[UUID], Awaitable[None]]:
    """Let a few run at once. A turn ends with the try: nobody has one while he waits to retry."""

    async def run(case_id: UUID) -> None:
        async with turns:
            await step(case_id)

    return run
