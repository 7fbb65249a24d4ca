"""Who stands on the stage at the start: people, a group, sample papers, all with fixed ids."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Bekal:
    """What a person knows by heart, such as numbers; the page types each text with one tap."""

    label: str
    isi: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tokoh:
    """A fictional person with a Telegram account."""

    id: int
    nama: str
    username: str = ""
    keterangan: str = ""
    """A few words for the page: who this is in the rehearsal."""
    bekal: tuple[Bekal, ...] = ()
    mulai: bool = False
    """Whether the bot may write first: it met this person in an earlier rehearsal."""


@dataclass(frozen=True, slots=True)
class Grup:
    """A group chat; its members are the stage's officers. Telegram's group ids are negative."""

    id: int
    judul: str


@dataclass(frozen=True, slots=True)
class Contoh:
    """A sample picture or document that a person on the page can send with one tap."""

    label: str
    path: Path
    sebagai: str = "foto"
    """"foto" sends it as a photo, "dokumen" as a file."""
    milik: tuple[int, ...] = ()
    """The ids of those whom the page offers it to; empty means everybody."""


@dataclass(frozen=True, slots=True)
class Bot:
    """The bot's own account, as getMe tells it."""

    id: int = 990000001
    nama: str = "Layanan Adminduk"
    username: str = "adminduk_peragaan_bot"


TOKEN = "990000001:PERAGAAN-bukan-token-sungguhan-00001"
"""What the bot uses when the host names no token. It opens nothing but this sandbox."""


@dataclass(frozen=True, slots=True)
class Panggung:
    """The stage that the host hands over at the start."""

    warga: tuple[Tokoh, ...] = ()
    petugas: tuple[Tokoh, ...] = ()
    grup: Grup | None = None
    contoh: tuple[Contoh, ...] = ()
    bot: Bot = Bot()
    nomor_awal: int = 1
    """The first number of messages and files. Telegram gives none twice, so a bot that remembers
    an earlier rehearsal needs numbers beyond those it knows."""


def stage_for_hand_tests() -> Panggung:
    """Two citizens, two officers, one group: what `python -m sandbox` opens with."""
    return Panggung(
        warga=(
            Tokoh(910000001, "Siti Aminah", "siti_peraga", "warga"),
            Tokoh(910000002, "Budi Santoso", "budi_peraga", "warga"),
        ),
        petugas=(
            Tokoh(920000001, "Rina Wulandari", "rina_peraga", "petugas"),
            Tokoh(920000002, "Agus Pranoto", "agus_peraga", "petugas"),
        ),
        grup=Grup(-1009900000001, "Petugas Adminduk"),
    )
