"""What the Telegram room works with. Built once by core.app; every room gets the same."""

import logging
from collections.abc import Awaitable, Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Protocol
from uuid import UUID

from core.api import HasilCari, Keluarga, Orang
from core.api.bacaan import Bacaan, Terbaca
from core.bahasa import INDONESIA, Bahasa, present
from core.bot.codes import EmailCodes
from core.bot.mint import Mint
from core.dialog import Alih, CariWilayah, Draft, Konteks, MigrasiGagal, Rencana, opened
from core.janji import BukuJanji
from core.kantor import Kantor
from core.meja import Desk
from core.permohonan import BukuPenilaian, Cases, Permohonan, Products, Produk
from core.registry import Katalog, LayananSiap

log = logging.getLogger(__name__)


class Papers(Protocol):
    """Takes a citizen's paper in: checks it, keeps it sealed."""

    def too_large(self, ukuran: int) -> str | None:
        """Refuse a size before anything is downloaded."""

    async def take(
        self, case_id: UUID, path: str, content: bytes, mime: str, *, cara: "Cara"
    ) -> "Paper | Tolakan":
        """Check and keep a paper, or say why it was refused."""

    def blob(self, berkas: UUID) -> str:
        """Return the name of the sealed blob that holds a paper."""

    async def keep_only(self, case_id: UUID, wanted: Collection[UUID]) -> None:
        """Discard every other paper of a case, in the caller's unit of work."""


@dataclass(frozen=True)
class Cara:
    """How a paper is looked at."""

    kertas: bool = True
    """Whether it must be legible; a portrait need not be."""
    terdahulu: tuple[str, ...] = ()
    """By what the other papers of the case are known again."""
    terakhir: bool = False
    """Whether to keep it even if an officer could hardly read it."""
    baca: tuple[Terbaca, ...] = ()
    """What to read on it, if there is a machine that can."""


@dataclass(frozen=True)
class Paper:
    """A paper that was kept."""

    berkas: UUID
    mime: str
    jejak: str = ""
    """By what it is known again; to be sealed with the answers."""
    cacat: str = ""
    """The fault it was kept in spite of."""
    bacaan: Bacaan | None = None
    """What was read on it; to be sealed with the answers."""


@dataclass(frozen=True)
class Tolakan:
    """A paper that was not kept: why, and with which example picture to say so."""

    kalimat: str
    contoh: str = ""
    lunak: bool = False
    """Whether the third such paper is kept all the same."""
    netral: bool = False
    """Whether the fault is ours."""


class Population(Protocol):
    """The registry, as the room needs it."""

    async def search(self, jenis: str, nomor: str, *, nama: str, lahir: date) -> HasilCari:
        """Tell whether a number belongs to whom the citizen says."""

    async def fetch(self, jenis: str, nomor: str) -> Keluarga | Orang | None:
        """Return what the registry holds under a number: for officers and for the page only."""


class Pratinjau(Protocol):
    """A picture of the page that would be issued, kept as a sealed blob; or why there is none."""

    @property
    def blob(self) -> str:
        """The name of the sealed blob."""

    @property
    def sebelumnya(self) -> tuple[str, ...]:
        """The blobs of the pages before it, if several things come out."""

    @property
    def halangan(self) -> str:
        """What the officer must do first; empty when there is a picture."""

    @property
    def penduduk(self) -> str:
        """What the registry held when the page was drawn; just that is issued."""


class Issuing(Protocol):
    """What the room asks of the issuing room."""

    async def preview(self, case: Permohonan) -> Pratinjau:
        """Draw the page marked PRATINJAU."""

    async def start(self, case_id: UUID) -> None:
        """Begin to issue an approved case; beginning twice is nothing."""

    async def retry(self, case_id: UUID) -> None:
        """Go on with a case whose issuing was given up."""

    async def is_given_up(self, case_id: UUID) -> bool:
        """Tell whether issuing was given up; False: it is under way, or will be begun."""

    async def check_official(self, content: bytes) -> str | None:
        """Say why an official PDF cannot be issued, or None."""

    async def keep_official(self, case_id: UUID, content: bytes) -> str:
        """Keep an official PDF sealed, and return the name of its blob."""

    async def forget(self, blob: str) -> None:
        """Erase a preview, or an official PDF that is no longer wanted."""

    async def password(self, dokumen_id: UUID) -> str | None:
        """Return the password of an active link, to be shown again until the link expires."""

    async def mail_again(self, produk: Produk) -> bool:
        """Write a lost letter with a link anew, in the caller's unit of work; False: none was."""

    async def letter_accepted(self, dokumen_id: UUID) -> None:
        """The link is on its way: forget it, in the caller's unit of work."""

    async def counter_code(self, dokumen_id: UUID) -> str:
        """Make the single-use code by which the office prints."""


class Pernyataan(Protocol):
    """A letter that lies ready as a sealed blob; or none, and perhaps why."""

    @property
    def blob(self) -> str:
        """The name of the sealed blob; empty if there is no letter."""

    @property
    def halangan(self) -> str:
        """What the plugin tells the citizen; empty if the fault is ours."""


class LetterRoom(Protocol):
    """Makes the letters that citizens sign."""

    async def draw(self, service: LayananSiap[Rencana], draft: Draft, path: str) -> Pernyataan:
        """Draw the letter of a question from what was answered before it; never raises."""


@dataclass(frozen=True)
class Alat:
    """The tools of the room."""

    kantor: Kantor
    katalog: Katalog[Rencana]
    cases: Cases
    products: Products
    janji: BukuJanji
    desk: Desk
    papers: Papers
    population: Population
    codes: EmailCodes
    issuing: Issuing
    letters: LetterRoom
    mint: Mint
    download: Callable[[str], Awaitable[bytes]]
    username: Callable[[], str]
    site: str
    wilayah: CariWilayah | None = None
    bahasa: Mapping[str, Bahasa] = field(default_factory=lambda: {INDONESIA.kode: INDONESIA})
    """The languages that citizens may choose, by code."""

    @property
    def now(self) -> Callable[[], datetime]:
        """The clock."""
        return self.mint.now

    @property
    def penilaian(self) -> BukuPenilaian:
        """What citizens thought of the services."""
        return BukuPenilaian(self.cases.book, now=self.now)

    @property
    def admin_chat(self) -> int:
        """The office's admin chat."""
        return self.kantor.telegram.admin

    @property
    def today(self) -> date:
        """The office's date."""
        return self.kantor.tanggal_setempat(self.now())

    def konteks(self) -> Konteks:
        """Return what a dialog may know of the world today, in the language spoken now."""
        return Konteks(
            self.today,
            self.kantor.desa,
            self.kantor.nama_dinas,
            wilayah=self.wilayah,
            bahasa=present(),
        )

    def service(self, case: Permohonan) -> LayananSiap[Rencana]:
        """Return the service of a case, in the version that serves it now (Katalog.of).

        LookupError if its plugin is not loaded, or is older than the case.
        """
        return self.katalog.of(case.layanan, case.versi, terkirim=case.nomor is not None)

    def draft(self, case: Permohonan) -> Draft:
        """Return the dialog's state of a case, as its service has it now; raises MigrasiGagal."""
        return self.opened(case).draft

    def opened(self, case: Permohonan) -> Alih:
        """Return the state, and what was done to it if it had to be carried over."""
        service, tulisan = self.service(case), self.cases.book.isian(case)
        filed = case.nomor is not None
        return opened(service.layanan, service.rencana, tulisan, terkirim=filed)

    def is_ready(self, case: Permohonan) -> bool:
        """Tell whether the service of a case is loaded and can read what the case holds."""
        try:
            if self.service(case).layanan.versi != case.versi:
                self.opened(case)
        except (LookupError, MigrasiGagal) as cause:
            log.error("permohonan %s: layanan %s: %s", case.id, case.layanan, cause)
            return False
        return True
