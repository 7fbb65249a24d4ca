"""What a citizen may do at any moment: sensible, absent-minded, hostile; and what the world does.

Each act takes the walk and the dice. It returns whether silence is an answer to it.
"""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta

from core.api import HasilCari
from core.dialog import (
    Kirim,
    Lanjut,
    Sunting,
    Tekan,
    TitipanBerkas,
    Tulis,
    carry,
)
from core.kit.janji import unchanged
from core.kit.kembar import Kembar
from core.kit.penuntun import guide
from core.kit.ucapan import UCAPAN
from core.kit.walk import KODE, KOSONG

_MIME = ("image/jpeg", "image/png", "image/heic", "application/pdf", "video/mp4", "text/plain", "")
_AKSI_LAMA = ("submit", "skip", "back", "done", "add", "del!", "cancel!", "v:ya", "e:0", "salah")
_PERINTAH = ("cancel", "help")
"""What /batal and /bantuan press."""
_HURUF = (
    (0x20, 0x7E), (0xA0, 0x24F), (0x300, 0x36F), (0x600, 0x6FF), (0x2000, 0x206F),
    (0x4E00, 0x9FFF), (0xD800, 0xDFFF), (0xFE00, 0xFE0F), (0x1F300, 0x1FAFF), (0x0, 0x1F),
)  # fmt: skip
_BURAM = "Foto buram. Foto ulang di tempat terang."
_TUNGGU = "Tunggu 1 menit sebelum meminta kode lagi."
_TERJAUH = 400
"""Days that one draft may see go by."""


@dataclass
class Jejak:
    """What a random walk went through."""

    benih: int = 0
    langkah: int = 0
    terkirim: int = 0
    batal: int = 0
    tombol_lama: int = 0
    ditolak: int = 0
    kembali: int = 0
    """Finished forms that an officer sent back."""
    jalan_keluar: int = 0
    """States from which a sensible citizen was led to the end."""
    hari: int = 0
    laku: dict[str, int] = field(default_factory=dict)
    """How often each act was done."""


Laku = Callable[[Kembar, random.Random, Jejak], bool]


def anything(walk: Kembar, acak: random.Random, jejak: Jejak) -> bool:
    """Do one thing, mostly sensible, often not; say whether it may be answered by silence."""
    (laku,) = acak.choices(list(_LAKU), weights=list(_LAKU.values()))
    nama = laku.__name__.strip("_")
    jejak.laku[nama] = jejak.laku.get(nama, 0) + 1
    return laku(walk, acak, jejak)


def _sensible(walk: Kembar, acak: random.Random, jejak: Jejak) -> bool:
    guide(walk, acak)
    return False


def _known_words(walk: Kembar, acak: random.Random, jejak: Jejak) -> bool:
    return _write(walk, acak.choice(UCAPAN), jejak)


def _wild_words(walk: Kembar, acak: random.Random, jejak: Jejak) -> bool:
    panjang = acak.choice((1, 5, 40, 200, 1000, 4096))
    dari, sampai = acak.choice(_HURUF)
    jauh = acak.random() < 0.5
    rentang: Sequence[tuple[int, int]] = _HURUF if jauh else ((dari, sampai),)
    pilih = (acak.randint(*acak.choice(rentang)) for _ in range(panjang))
    return _write(walk, "".join(map(chr, pilih)), jejak)


def _paste(walk: Kembar, acak: random.Random, jejak: Jejak) -> bool:
    """Send a block of lines, some of which are answers."""
    label = [butir.label for butir in walk.rencana.isi if hasattr(butir, "label")]
    pemisah = acak.choice((": ", " : ", " = ", "\t", " "))
    baris = [
        f"{acak.choice(label)}{pemisah}{acak.choice(UCAPAN)[:200]}"
        for _ in range(acak.randint(1, 9))
    ]
    return _write(walk, "\n".join(baris), jejak)


def _write(walk: Kembar, teks: str, jejak: Jejak) -> bool:
    sebelum = walk.draft
    walk.play(Tulis(teks, pesan=walk.kirim + 1))
    jejak.ditolak += unchanged(sebelum, walk.draft)
    return False


def _edit(walk: Kembar, acak: random.Random, jejak: Jejak) -> bool:
    """Edit an earlier message, or one that never was."""
    pesan = acak.randint(1, walk.kirim + 2)
    walk.play(Sunting(pesan, acak.choice(UCAPAN)))
    return False


def _live_button(walk: Kembar, acak: random.Random, jejak: Jejak) -> bool:
    if walk.tombol:
        walk.play(Tekan(walk.draft.rev, acak.choice(walk.tombol).aksi))
    return False


def _stale_button(walk: Kembar, acak: random.Random, jejak: Jejak) -> bool:
    sebelum = walk.draft
    walk.play(Tekan(walk.draft.rev - acak.choice((1, 2, -1)), acak.choice(_AKSI_LAMA)))
    assert walk.draft.jawaban == sebelum.jawaban, "an old button changed something"
    jejak.tombol_lama += 1
    return False


def _command(walk: Kembar, acak: random.Random, jejak: Jejak) -> bool:
    walk.play(Tekan(walk.draft.rev, acak.choice(_PERINTAH)))
    return False


def _file(walk: Kembar, acak: random.Random, jejak: Jejak) -> bool:
    walk.send(mime=acak.choice(_MIME), ukuran=acak.choice((0, 300_000, 300_000, 10**9)))
    return False


def _album(walk: Kembar, acak: random.Random, jejak: Jejak) -> bool:
    """Send several photos at once; the last of them is looked at by the caller."""
    nama = f"album{acak.randrange(10**6)}"
    for nomor in range(acak.randint(2, 5)):
        foto = f"foto{walk.nomor_foto + nomor + 1}"
        walk.play(Kirim(TitipanBerkas(foto, foto, "image/jpeg", 300_000, 1200, 900, nama)))
        if walk.draft.status in ("terkirim", "batal"):
            break
    walk.nomor_foto += 5
    return True


def _day_passes(walk: Kembar, acak: random.Random, jejak: Jejak) -> bool:
    """Let days go by; the counter's free places go by with them."""
    lewat = timedelta(days=acak.choice((1, 1, 7, 31, 366)))
    kemarin = walk.konteks
    if (kemarin.hari_ini + lewat - min(KOSONG)).days < _TERJAUH:
        janji = {hari + lewat: waktu for hari, waktu in kemarin.janji.items()}
        walk.konteks = replace(kemarin, hari_ini=kemarin.hari_ini + lewat, janji=janji)
        jejak.hari += lewat.days
    guide(walk, acak)
    return False


def _world_changes(walk: Kembar, acak: random.Random, jejak: Jejak) -> bool:
    """The registry, the mail and the eye that looks at photos answer in another way from now."""
    walk.naskah = replace(
        walk.naskah,
        cari=acak.choice(list(HasilCari)),
        foto_ditolak=acak.choice(("", "", _BURAM)),
        foto_cacat=acak.choice(("", "", "buram")),
        kode_ditolak=acak.choice(("", "", _TUNGGU)),
        kode=acak.choice((KODE, KODE, "654321")),
    )
    guide(walk, acak)
    return False


def _version_rises(walk: Kembar, acak: random.Random, jejak: Jejak) -> bool:
    """A newer version of the very same form: no answer goes, and none is asked again."""
    sebelum = walk.draft
    alih = carry(walk.rencana, sebelum, sebelum.versi + 1, {})
    assert (alih.draft.jawaban, alih.ulang) == (sebelum.jawaban, 0), "a new version lost something"
    walk.place(alih.draft)
    walk.play(Lanjut())
    return False


_LAKU: dict[Laku, float] = {
    _sensible: 46,
    _known_words: 16,
    _wild_words: 4,
    _paste: 3,
    _edit: 3,
    _live_button: 13,
    _stale_button: 5,
    _command: 2,
    _file: 3,
    _album: 1,
    _day_passes: 1,
    _world_changes: 2,
    _version_rises: 1,
}
