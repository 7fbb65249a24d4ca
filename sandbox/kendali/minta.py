"""What the control API may be asked for: one shape per request body."""

from pydantic import Field

from sandbox.faults import Way
from sandbox.kendali.bentuk import Bentuk


class OrangBaru(Bentuk):
    """A new person; without an id, the next free one."""

    id: int | None = None
    nama: str = Field(min_length=1)
    username: str = ""


class GrupBaru(Bentuk):
    """A new group; without an id, the next free one."""

    id: int | None = Field(default=None, lt=0)
    judul: str = Field(min_length=1)
    anggota: tuple[int, ...] = ()


class GrupDipilih(Bentuk):
    """A group."""

    chat: int


class GrupPindah(Bentuk):
    """A group that is made a supergroup. Without `kabar` the bot is told only when it calls."""

    chat: int
    ke: int | None = Field(default=None, lt=0)
    kabar: bool = True


class Tulisan(Bentuk):
    """A text or command; `chat` is a group's id, or absent for the private chat."""

    dari: int
    chat: int | None = None
    teks: str
    balas: int | None = None


class Ubahan(Bentuk):
    """A correction of an own message."""

    dari: int
    chat: int | None = None
    pesan: int
    teks: str


class Hapusan(Bentuk):
    """An own message, to be deleted for everybody."""

    dari: int
    chat: int | None = None
    pesan: int


class Tekanan(Bentuk):
    """A press of a button, by label or by raw data."""

    dari: int
    chat: int | None = None
    pesan: int
    label: str = ""
    data: str = ""


class Kiriman(Bentuk):
    """The fields beside a file; the file is in `berkas`, or `contoh` names a sample."""

    dari: int
    chat: int | None = None
    teks: str = ""
    album: str = ""
    contoh: str = ""


class Pemblokir(Bentuk):
    """Who blocks or unblocks the bot."""

    dari: int


class Gangguan(Bentuk):
    """The next `kali` calls of `metode` ("*": any) go wrong in the way of `cara`.

    `kode` and `tunda` (retry_after) belong to "tolak", `detik` to "lambat" and "diam".
    """

    metode: str = "*"
    kode: int = Field(default=502, ge=400, le=599)
    kali: int = Field(default=1, ge=1)
    tunda: int = Field(default=1, ge=0)
    cara: Way = Way.REFUSE
    detik: float = Field(default=0.0, ge=0, le=3600)


class Ulangan(Bentuk):
    """An update is delivered `kali` more times; without an id the newest."""

    kali: int = Field(default=1, ge=1, le=1000)
    pembaruan: int | None = None


class NomorBaru(Bentuk):
    """The next update's id; absent means any."""

    mulai: int | None = Field(default=None, ge=1, le=2**31 - 1)


class Penolakan(Bentuk):
    """The next `kali` mails are refused with `kode`; 0 closes the connection. `kali` 0 ends it."""

    kode: int = Field(default=451, ge=0, le=599)
    kali: int = Field(default=1, ge=0)
