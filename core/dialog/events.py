"""What happens to a dialog, what it asks of the room, and what it says."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from typing import Literal

from core.api import Desa, HasilCari, Unggahan
from core.api.bacaan import Terbaca
from core.bahasa import INDONESIA, Bahasa
from core.dialog.draft import Draft
from core.dialog.wilayah import CariWilayah

# ---- what the citizen did


@dataclass(frozen=True)
class Tulis:
    """A text message; `pesan` is its id, by which an edit of it is known again."""

    teks: str
    pesan: int | None = None


@dataclass(frozen=True)
class Sunting:
    """A text message as it reads after the citizen edited it; `pesan` is the message's id."""

    pesan: int
    teks: str


@dataclass(frozen=True)
class Tekan:
    """A button, and the revision of the draft that its keyboard was made for."""

    rev: int
    aksi: str


@dataclass(frozen=True)
class TitipanBerkas:
    """A file as Telegram describes it, before anybody looked inside."""

    file_id: str
    file_unique_id: str
    mime: str
    ukuran: int
    lebar: int = 0
    tinggi: int = 0
    album: str = ""
    """Telegram's media_group_id, when several photos were sent together."""


@dataclass(frozen=True)
class Kirim:
    """A photo or document."""

    berkas: TitipanBerkas


# ---- what the room reports back

Lanjutan = Literal["", "album", "diminta"]
"""Whether a photo is a further page: of an album, or because the citizen wished to add one."""


@dataclass(frozen=True)
class Diperiksa:
    """The upload was looked at: kept as `unggahan`, or refused because of `sebab`."""

    path: str
    unggahan: Unggahan | None
    sebab: str = ""
    contoh: str = ""
    """The fault whose example picture goes with the sentence (`core.citra.Cacat`)."""
    lunak: bool = False
    """Whether the third such upload is accepted all the same."""
    netral: bool = False  # the fault is ours, and no try
    lanjut: Lanjutan = ""


@dataclass(frozen=True)
class Dicari:
    """The registry's answer to a look-up."""

    path: str
    hasil: HasilCari


@dataclass(frozen=True)
class KodeDikirim:
    """A code is on its way to the address."""

    path: str
    kalimat: str


@dataclass(frozen=True)
class KodeDitolak:
    """No code can be sent to this address (now)."""

    path: str
    kalimat: str


@dataclass(frozen=True)
class KodeCocok:
    """The code was right."""

    path: str


@dataclass(frozen=True)
class KodeSalah:
    """The code was wrong or too old."""

    path: str
    kalimat: str


@dataclass(frozen=True)
class Lanjut:
    """The draft was carried over to a newer form: do what comes next, and ask."""


Kejadian = (
    Tulis
    | Sunting
    | Tekan
    | Kirim
    | Lanjut
    | Diperiksa
    | Dicari
    | KodeDikirim
    | KodeDitolak
    | KodeCocok
    | KodeSalah
)

# ---- what the room is asked to do


@dataclass(frozen=True)
class PeriksaBerkas:
    """Look at this upload, keep it, answer with `Diperiksa`."""

    path: str
    titipan: TitipanBerkas
    kertas: bool = True
    """Whether it is a paper that must be legible."""
    terdahulu: tuple[str, ...] = ()
    """By what the other uploads of this draft are known again."""
    terakhir: bool = False
    """Whether to keep it even if an officer could hardly read it: two tries were made."""
    baca: tuple[Terbaca, ...] = ()
    """What to read on it, if there is a machine that can."""
    lanjut: Lanjutan = ""


@dataclass(frozen=True)
class CariPenduduk:
    """Look this up in the registry, answer with `Dicari`."""

    path: str
    jenis: Literal["keluarga", "orang"]
    nomor: str
    nama: str
    lahir: date


@dataclass(frozen=True)
class KirimKode:
    """Mail a code to this address, answer with `KodeDikirim` or `KodeDitolak`."""

    path: str
    alamat: str


@dataclass(frozen=True)
class PeriksaKode:
    """Compare this code, answer with `KodeCocok` or `KodeSalah`."""

    path: str
    alamat: str
    kode: str


@dataclass(frozen=True)
class Ajukan:
    """The citizen submitted: make it a case."""


@dataclass(frozen=True)
class Hapus:
    """The citizen cancelled: forget the draft and its files."""


Efek = PeriksaBerkas | CariPenduduk | KirimKode | PeriksaKode | Ajukan | Hapus

# ---- what the citizen sees


@dataclass(frozen=True)
class Tombol:
    """A button; `aksi` is short ASCII that the room wraps into callback data."""

    label: str
    aksi: str


@dataclass(frozen=True)
class Balasan:
    """One message, as Telegram HTML."""

    teks: str
    tombol: tuple[tuple[Tombol, ...], ...] = ()
    gambar: str | None = None
    tanya: bool = True
    """Whether it carries the current question, and with it the only live keyboard."""
    surat: str = ""
    """The path of the question whose letter must be given before this message."""
    contoh: str = ""
    """The fault whose example picture this text goes with (`core.citra.Cacat`)."""
    status: Literal["", "baru", "lanjut"] = ""
    """A line of its own about pages that arrive: a new one, or the last one edited in place."""


@dataclass(frozen=True)
class WaktuKosong:
    """A time of a day at which the counter still has places."""

    jam: time
    tempat: int


@dataclass(frozen=True)
class Konteks:
    """All that a dialog may know of the world."""

    hari_ini: date
    desa: tuple[Desa, ...] = ()
    kantor: str = ""
    janji: Mapping[date, tuple[WaktuKosong, ...]] = field(default_factory=dict)
    """What is free at the counter, for services that are given in person."""
    hari_janji: date | None = None
    """The day that was chosen of them."""
    wilayah: CariWilayah | None = None
    """The nation's areas; without them only the office's villages can be chosen."""
    bahasa: Bahasa = INDONESIA
    """The language that the citizen is spoken to in."""


@dataclass(frozen=True)
class Langkah:
    """One step forward: the draft after it, what to say, what to do."""

    draft: Draft
    balasan: tuple[Balasan, ...]
    efek: tuple[Efek, ...] = ()
