"""The shapes of the control API's JSON, shared by the server and by `sandbox.klien`."""

import re
from datetime import datetime

from pydantic import BaseModel, ConfigDict

_URL = re.compile(r"https?://[^\s<>\"]*[^\s<>\".,;:!?)\]]")


class Bentuk(BaseModel):
    """Frozen, and nothing unforeseen comes in."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Orang(Bentuk):
    """A person. `mulai` tells whether the bot may write first."""

    id: int
    nama: str
    username: str = ""
    mulai: bool = False
    blokir: bool = False


class Kelompok(Bentuk):
    """A group with its members."""

    id: int
    judul: str
    anggota: tuple[int, ...] = ()


class Tombol(Bentuk):
    """An inline button."""

    label: str
    data: str = ""
    url: str = ""
    salin: str = ""
    gaya: str = ""


class Penanda(Bentuk):
    """A marked stretch of the text, in UTF-16 units, with Telegram's type names."""

    jenis: str
    awal: int
    panjang: int
    url: str = ""


class BerkasPesan(Bentuk):
    """A photo or document in a message; its bytes are at `/kendali/berkas/<id>`."""

    id: str
    nama: str
    mime: str
    ukuran: int
    lebar: int = 0
    tinggi: int = 0


class Pesan(Bentuk):
    """A message as its readers see it. `rev` grows with each change of anything."""

    id: int
    chat: int
    dari: int
    nama: str
    dari_bot: bool
    waktu: datetime
    teks: str
    html: str
    penanda: tuple[Penanda, ...] = ()
    tombol: tuple[tuple[Tombol, ...], ...] = ()
    foto: BerkasPesan | None = None
    dokumen: BerkasPesan | None = None
    dilindungi: bool = False
    tersamar: bool = False
    balas: int | None = None
    diubah: datetime | None = None
    dihapus: bool = False
    rev: int

    @property
    def label(self) -> tuple[str, ...]:
        """The labels of all buttons, in reading order."""
        return tuple(tombol.label for baris in self.tombol for tombol in baris)

    def bagian(self, jenis: str) -> tuple[str, ...]:
        """The stretches marked so, e.g. "spoiler" or "code"."""
        units = self.teks.encode("utf-16-le")
        return tuple(
            units[2 * each.awal : 2 * (each.awal + each.panjang)].decode("utf-16-le")
            for each in self.penanda
            if each.jenis == jenis
        )


class Obrolan(Bentuk):
    """One chat with its messages."""

    id: int
    jenis: str
    judul: str
    sibuk: str = ""
    rev: int
    pesan: tuple[Pesan, ...]


class Notis(Bentuk):
    """A toast: the answer to a press. `penting` asks for an OK."""

    orang: int
    chat: int
    teks: str
    penting: bool
    url: str = ""
    waktu: datetime
    rev: int


class Ditekan(Bentuk):
    """A press was passed to the bot; its answer will have a higher rev."""

    id: str
    rev: int


class Lampiran(Bentuk):
    """An attachment of a mail."""

    nama: str
    mime: str
    ukuran: int


class Surat(Bentuk):
    """A caught mail; the raw one is at `/kendali/surat/<id>.eml`."""

    id: int
    dari: str
    kepada: tuple[str, ...]
    subjek: str
    teks: str
    lampiran: tuple[Lampiran, ...] = ()
    waktu: datetime
    rev: int

    @property
    def tautan(self) -> tuple[str, ...]:
        """The web addresses in the text, in order."""
        return tuple(_URL.findall(self.teks))


class Perubahan(Bentuk):
    """What is newer than the number asked about."""

    seq: int
    obrolan: tuple[int, ...]
    notis: tuple[Notis, ...]
    surat: bool


class Panggilan(Bentuk):
    """One call that the bot made."""

    nomor: int
    metode: str
    isi: dict[str, str]
    berkas: tuple[str, ...]
    waktu: datetime
    kode: int
    keterangan: str


class Webhook(Bentuk):
    """Where updates go; an empty address means getUpdates. `tertunda` are not confirmed yet."""

    alamat: str = ""
    berahasia: bool = False
    sambungan: int = 0
    tertunda: int
    galat: str = ""


class Antaran(Bentuk):
    """One POST of an update to the webhook; `kode` 0 means that no answer came."""

    nomor: int
    pembaruan: int
    kode: int
    keterangan: str
    waktu: datetime


class Pembaruan(Bentuk):
    """An update: its id and the name of its field, such as "message"."""

    id: int
    jenis: str


class Keadaan(Bentuk):
    """The sandbox itself: where it listens and who plays."""

    bot_id: int
    bot_nama: str
    bot_username: str
    smtp_port: int
    seq: int
    perintah: tuple[tuple[str, str], ...] = ()
    orang: tuple[Orang, ...]
    grup: tuple[Kelompok, ...]
