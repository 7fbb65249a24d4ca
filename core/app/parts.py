"""Everything that the process `kerja` is made of: built once, nothing started."""

import secrets
from collections.abc import Callable
from datetime import date, datetime

from core.app.adapters import PaperDesk, RegistryDesk, jadwal
from core.app.katalog import catalogue
from core.app.kesehatan.machines import CountedMailer, CountedRenderer
from core.app.kesehatan.meter import Meter
from core.app.models import database
from core.app.pantulan import verp_of
from core.baca import Pembaca, installed
from core.bahasa import languages
from core.berkas import BerkasMasuk, LimitedWorker
from core.bot import Alat, EmailCodes, Files, Mint, connect
from core.citra import Pemeriksa
from core.dialog import Rencana
from core.issuing import IssuingRoom, LetterRoom, Letters, Mesin
from core.janji import BukuJanji
from core.jobs import Jobs
from core.kantor import Kantor, load_kantor
from core.meja import Desk
from core.penduduk import BerbatasWaktu, DataPenduduk, PendudukCsv, PendudukDiam
from core.permohonan import Book, Cases, Products
from core.registry import Katalog
from core.settings import Secrets, Settings
from core.web.site import kop
from core.wilayah import Daftar, Penunjuk
from delivery.mailer import SetelanSurat
from delivery.penerbit import Penerbit
from delivery.sign import ContohSigner, read_roots
from vault import Blobs, Index, KunciKerja, SealedBlobs, Sealer, Stretcher


class Parts:
    """The objects of one worker process."""

    def __init__(
        self, settings: Settings, rahasia: Secrets, *, now: Callable[[], datetime], meter: Meter
    ) -> None:
        self._settings, self._now, self.meter = settings, now, meter
        self.database = database(settings)
        self.kantor: Kantor = load_kantor(settings.kantor)
        self.katalog: Katalog[Rencana] = catalogue()
        self.wilayah = Penunjuk(Daftar(), kantor=self.kantor.kode_wilayah)
        kunci = KunciKerja.load(settings.kunci / "kerja")
        self._sealer, self.index = Sealer(kunci.k_data), Index(kunci.k_idx)
        self.outgoing = Sealer(kunci.k_app)
        self.mint = Mint(self.outgoing, self.index, now)
        self.blobs = Blobs(settings.data / "berkas")
        self.sealed = SealedBlobs(self.blobs, self._sealer)
        self.stretcher = Stretcher()
        self.renderer = CountedRenderer(meter)
        self.pemeriksa = Pemeriksa(LimitedWorker())
        mesin = installed()
        self.pembaca = Pembaca(mesin, LimitedWorker()) if mesin else None
        self.masuk = BerkasMasuk(blobs=self.sealed, index=self.index, now=now)
        self.jobs = Jobs(settings.jobs_url, executor=_executor(alone=self.alone))
        self.cases = Cases(
            Book(self._sealer),
            digest=self.index.digest,
            now=now,
            today=self._today,
            awalan=f"REG-{self.kantor.kode_wilayah.replace('.', '')}",
        )
        self.products = Products(now=now)
        self._population = RegistryDesk(BerbatasWaktu(_registry(settings)))
        self._letters = Letters(
            kop(self.kantor),
            settings.surat,
            self.outgoing,
            digest=self.index.digest,
            verp=verp_of(settings.surat, kunci.k_app),
        )
        self.signer = signer(settings, rahasia, now)
        self.issuing = self._make_issuing(kunci)
        self._statements = LetterRoom(
            kantor=self.kantor,
            renderer=self.renderer,
            blobs=self.sealed,
            now=now,
            wilayah=self.wilayah,
        )
        self.mailer = CountedMailer(mail_settings(settings, rahasia), meter)
        self.bot = connect(
            rahasia.telegram_token.get_secret_value(),
            base_url=settings.telegram.base_url,
            base_file_url=settings.telegram.base_file_url,
            count=meter.call,
        )
        self._codes = EmailCodes(
            k_otp=kunci.k_otp, digest=self.index.digest, letters=self._letters, now=now
        )

    @property
    def alone(self) -> bool:
        """Whether there can be no other replica: on SQLite."""
        return self.database.file is not None

    def tools(self, username: Callable[[], str]) -> Alat:
        """Return what the rooms of the bot work with; `username` is the bot's own."""
        return Alat(
            kantor=self.kantor,
            katalog=self.katalog,
            cases=self.cases,
            products=self.products,
            janji=BukuJanji(jadwal(self.kantor), now=self._now),
            desk=Desk(self._sealer, now=self._now),
            papers=PaperDesk(self.masuk, self.pemeriksa, self.pembaca),
            population=self._population,
            codes=self._codes,
            issuing=self.issuing,
            letters=self._statements,
            mint=self.mint,
            download=Files(self.bot),
            username=username,
            site=self._settings.web.alamat.rstrip("/"),
            wilayah=self.wilayah,
            bahasa=languages(one.folder for one in self.katalog.layanan.values()),
        )

    def _today(self) -> date:
        return self.kantor.tanggal_setempat(self._now())

    def _make_issuing(self, kunci: KunciKerja) -> IssuingRoom:
        penerbit = Penerbit(
            kunci,
            self.blobs,
            self.stretcher,
            self._now,
            base_url=self._settings.web.alamat,
            hari_berlaku=self.kantor.berlaku_tautan_hari,
        )
        mesin = Mesin(penerbit, self.renderer, self.signer, self.sealed, self._letters)
        return IssuingRoom(
            kantor=self.kantor,
            katalog=self.katalog,
            cases=self.cases,
            products=self.products,
            population=self._population,
            mesin=mesin,
            jobs=self.jobs,
            now=self._now,
            wilayah=self.wilayah,
        )


def _executor(*, alone: bool) -> str:
    """Name this process: always the same where it is the only one, so that it finds its work."""
    return "kerja" if alone else f"kerja-{secrets.token_hex(4)}"


def _registry(settings: Settings) -> DataPenduduk:
    path = settings.penduduk.csv
    return PendudukCsv(path) if path is not None else PendudukDiam()


def signer(settings: Settings, secrets: Secrets, now: Callable[[], datetime]) -> ContohSigner:
    """Return who signs; raises SertifikatDitolak if the certificate cannot be used."""
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
