"""What the Telegram room works with. Built once by core.app; every room gets the same."""

from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol
from uuid import UUID

from core.api import HasilCari, Keluarga, Orang
from core.bot.codes import EmailCodes
from core.bot.mint import Mint
from core.dialog import CariWilayah, Draft, Konteks, Rencana
from core.janji import BukuJanji
from core.kantor import Kantor
from core.meja import Desk
from core.permohonan import Cases, Permohonan, Products, Produk
from core.registry import Katalog, LayananSiap


class Papers(Protocol):
    """Takes a citizen's paper in: checks it, keeps it sealed."""

    def too_large(self, ukuran: int) -> str | None:
        """Refuse a size before anything is downloaded."""

    async def take(self, case_id: UUID, path: str, content: bytes, mime: str) -> "Paper | str":
        """Check and keep a paper; a sentence says why it was refused."""

    def blob(self, berkas: UUID) -> str:
        """Return the name of the sealed blob that holds a paper."""

    async def keep_only(self, case_id: UUID, wanted: Collection[UUID]) -> None:
        """Discard every other paper of a case, in the caller's unit of work."""


@dataclass(frozen=True)
class Paper:
    """A paper that was kept."""

    berkas: UUID
    mime: str


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

    @property
    def now(self) -> Callable[[], datetime]:
        """The clock."""
        return self.mint.now

    @property
    def admin_chat(self) -> int:
        """The office's admin chat."""
        return self.kantor.telegram.admin

    @property
    def today(self) -> date:
        """The office's date."""
        return self.kantor.tanggal_setempat(self.now())

    def konteks(self) -> Konteks:
        """Return what a dialog may know of the world today."""
        return Konteks(self.today, self.kantor.desa, self.kantor.nama_dinas, wilayah=self.wilayah)

    def service(self, case: Permohonan) -> LayananSiap[Rencana]:
        """Return the service of a case; LookupError if its plugin is not loaded now."""
        found = self.katalog.layanan.get(case.layanan)
        if found is None:
            raise LookupError(f"layanan {case.layanan} tidak dimuat")
        return found
