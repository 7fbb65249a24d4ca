"""The process `kerja`: bot, workflows and senders, with all keys."""

import asyncio
import contextlib
import logging
from collections.abc import Callable
from datetime import date, datetime

from core.app.adapters import PaperDesk, RegistryDesk
from core.app.katalog import catalogue
from core.app.lock import FolderLock
from core.app.models import database
from core.berkas import BerkasMasuk, LimitedWorker
from core.bot import (
    Alat,
    EmailCodes,
    Files,
    Mint,
    TelegramRoom,
    Tidings,
    alert,
    connect,
    introduce,
)
from core.dialog import Rencana
from core.issuing import IssuingRoom, Letters, Mesin
from core.jobs import Jobs
from core.kantor import Kantor, load_kantor
from core.meja import Desk
from core.penduduk import BerbatasWaktu, DataPenduduk, PendudukCsv, PendudukDiam
from core.permohonan import Book, Cases, Products
from core.registry import Katalog
from core.settings import Secrets, Settings, SettingsFault
from core.store import outbox, unit_of_work
from core.tenggat import HouseKeeping
from core.web.site import kop
from delivery.mailer import Mailer, SetelanSurat
from delivery.penerbit import Penerbit
from delivery.pos import Pos
from delivery.render import Renderer
from delivery.sign import ContohSigner, read_roots
from vault import Blobs, Index, KunciKerja, SealedBlobs, Sealer, Stretcher

log = logging.getLogger(__name__)

_HOURLY = "17 * * * *"


class Kerja:
    """Builds every object of the worker process once; starts and stops them in order."""

    def __init__(
        self, settings: Settings, secrets: Secrets, *, now: Callable[[], datetime]
    ) -> None:
        self._settings, self._now = settings, now
        self._lock = FolderLock(settings.data)
        self._database = database(settings)
        self.kantor: Kantor = load_kantor(settings.kantor)
        self.katalog: Katalog[Rencana] = catalogue()
        kunci = KunciKerja.load(settings.kunci / "kerja")
        self._sealer, self._index = Sealer(kunci.k_data), Index(kunci.k_idx)
        self._outgoing = Sealer(kunci.k_app)
        self._mint = Mint(self._outgoing, self._index, now)
        self._blobs = Blobs(settings.data / "berkas")
        self._sealed = SealedBlobs(self._blobs, self._sealer)
        self._stretcher = Stretcher()
        self._renderer = Renderer()
        self._papers = LimitedWorker()
        self._masuk = BerkasMasuk(
            blobs=self._sealed, index=self._index, worker=self._papers, now=now
        )
        self._jobs = Jobs(settings.jobs_url, executor="kerja")
        self._cases = Cases(
            Book(self._sealer),
            digest=self._index.digest,
            now=now,
            today=self._today,
            awalan=f"REG-{self.kantor.kode_wilayah.replace('.', '')}",
        )
        self._products = Products(now=now)
        self._population = RegistryDesk(BerbatasWaktu(_registry(settings)))
        self._letters = Letters(
            kop(self.kantor), settings.surat, self._outgoing, digest=self._index.digest
        )
        self._signer = _signer(settings, secrets, now)
        self._issuing = self._make_issuing(kunci, self._signer)
        self._mailer = Mailer(mail_settings(settings, secrets))
        self._bot = connect(
            secrets.telegram_token.get_secret_value(),
            base_url=settings.telegram.base_url,
            base_file_url=settings.telegram.base_file_url,
        )
        self._codes = EmailCodes(
            k_otp=kunci.k_otp, digest=self._index.digest, letters=self._letters, now=now
        )
        self._room: TelegramRoom | None = None
        self._pos: Pos | None = None
        self._tasks: list[asyncio.Task[None]] = []

    async def start(self) -> None:
        """Take the folder, open everything, and only then listen."""
        self._refuse_unready()
        await asyncio.to_thread(self._lock.take)
        await self._database.open()
        await self._database.require_current()
        await self._renderer.start()
        alat = self._tools(await introduce(self._bot))
        self._room = TelegramRoom(self._bot, alat, self._sealed.get)
        self._issuing.tell(self._room.tidings)
        self._pos = Pos(self._outgoing, self._mailer, self._room.tidings, now=self._now)
        self._issuing.register()
        tidy = HouseKeeping(self._masuk, now=self._now).tidy
        self._jobs.schedule("bersih-bersih", _HOURLY, self.kantor.zona, tidy)
        await self._jobs.launch()
        await self._report_doubts(self._room.tidings)
        self._room.start()
        self._tasks = [asyncio.create_task(self._pos.lanes.run())]
        await self._report_faults(alat)
        log.info("kerja siap: %s layanan", len(self.katalog.layanan))

    async def stop(self) -> None:
        """Stop in the reverse order; what is being sent is finished first."""
        if self._room is not None:
            await self._room.stop()
        if self._pos is not None:
            await self._pos.lanes.stop()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._room is not None:
            await self._jobs.stop()
        await self._renderer.stop()
        self._papers.close()
        self._stretcher.close()
        with contextlib.suppress(Exception):
            await self._database.close()
        self._lock.release()

    def _refuse_unready(self) -> None:
        """Closed by default: an office lacks nothing, and in production it signs officially."""
        lacks = self.kantor.kekurangan()
        if lacks:
            raise SettingsFault(f"{self._settings.kantor.name}: {lacks[0]}.")
        if self._settings.produksi and not self._signer.resmi:
            raise SettingsFault(
                "tanda_tangan.akar_resmi: sertifikat penanda tidak menuju akar resmi; "
                "pakai produksi = false untuk dokumen CONTOH."
            )

    def _today(self) -> date:
        return self.kantor.tanggal_setempat(self._now())

    def _make_issuing(self, kunci: KunciKerja, signer: ContohSigner) -> IssuingRoom:
        penerbit = Penerbit(
            kunci,
            self._blobs,
            self._stretcher,
            self._now,
            base_url=self._settings.web.alamat,
            hari_berlaku=self.kantor.berlaku_tautan_hari,
        )
        mesin = Mesin(penerbit, self._renderer, signer, self._sealed, self._letters)
        return IssuingRoom(
            kantor=self.kantor,
            katalog=self.katalog,
            cases=self._cases,
            products=self._products,
            population=self._population,
            mesin=mesin,
            jobs=self._jobs,
            now=self._now,
        )

    def _tools(self, username: str) -> Alat:
        return Alat(
            kantor=self.kantor,
            katalog=self.katalog,
            cases=self._cases,
            products=self._products,
            desk=Desk(self._sealer, now=self._now),
            papers=PaperDesk(self._masuk),
            population=self._population,
            codes=self._codes,
            issuing=self._issuing,
            mint=self._mint,
            download=Files(self._bot),
            username=username,
            site=self._settings.web.alamat.rstrip("/"),
        )

    async def _report_doubts(self, tidings: Tidings) -> None:
        """A letter that was on its way when we died may have arrived: tell the office."""

        @unit_of_work
        async def say() -> None:
            for row in await outbox.doubt_interrupted():
                await tidings.doubtful(row.subjek, row.kunci)

        await say()

    async def _report_faults(self, alat: Alat) -> None:
        """Tell the admin chat which plugins were refused, and why."""

        @unit_of_work
        async def say() -> None:
            for fault in self.katalog.gagal:
                await alert(alat, f"⚠️ Layanan tidak dimuat: {fault.kalimat}")

        await say()


def _registry(settings: Settings) -> DataPenduduk:
    path = settings.penduduk.csv
    return PendudukCsv(path) if path is not None else PendudukDiam()


def _signer(settings: Settings, secrets: Secrets, now: Callable[[], datetime]) -> ContohSigner:
    roots = [root for path in settings.tanda_tangan.akar_resmi for root in read_roots(path)]
    return ContohSigner(
        settings.tanda_tangan.sertifikat,
        secrets.penanda_sandi.get_secret_value(),
        production_roots=roots,
        now=now,
    )


def mail_settings(settings: Settings, secrets: Secrets) -> SetelanSurat:
    """Return how letters leave, with the password that only `kerja` knows."""
    surat = settings.surat
    return SetelanSurat(
        host=surat.host,
        port=surat.port,
        username=surat.username,
        password=secrets.surat_sandi.get_secret_value(),
        tls=surat.tls,
        timeout=surat.batas_detik,
        helo=surat.dari.partition("@")[2],
    )
