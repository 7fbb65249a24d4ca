"""A citizen who does anything: a long random walk that no form may break.

After every step these must hold: nothing crashed, there is a way on, every message fits, no word
of English or of the machine leaks, every button is a valid address, and no wrong answer and no old
button changed anything. At the end the form can still be filled in and submitted.
"""

import random
from dataclasses import dataclass

from core.api import HasilCari, Layanan
from core.dialog import Rencana, Tekan, compile_form, finish
from core.kit.janji import check, unchanged
from core.kit.penuntun import guide
from core.kit.ucapan import UCAPAN
from core.kit.walk import Naskah, Walk

_LANGKAH_AKHIR = 600
_TUTUP = ("terkirim", "batal")


@dataclass
class Jejak:
    """What a random walk went through."""

    langkah: int = 0
    terkirim: int = 0
    batal: int = 0
    tombol_lama: int = 0
    ditolak: int = 0


def jalan_acak(layanan: Layanan, langkah: int, benih: int) -> Jejak:
    """Walk a service at random, and its officer's form after it; AssertionError if it breaks."""
    acak = random.Random(benih)  # noqa: S311  # a test that must repeat, not a secret
    jejak = Jejak()
    terkirim = layanan.terkirim
    janji = layanan.tatap_muka is not None
    rencana = compile_form(layanan.formulir, kontak=bool(terkirim), dokumen=terkirim, janji=janji)
    _wander(rencana, langkah, acak, jejak)
    if layanan.formulir_petugas is not None:
        _wander(compile_form(layanan.formulir_petugas, kontak=False), langkah, acak, jejak)
    return jejak


def _wander(rencana: Rencana, langkah: int, acak: random.Random, jejak: Jejak) -> None:
    walk = _begin(rencana, acak)
    for _ in range(langkah):
        if walk.draft.status in _TUTUP:
            _count_end(walk, jejak)
            walk = _begin(rencana, acak)
        _anything(walk, acak, jejak)
        check(walk)
        jejak.langkah += 1
    _to_the_end(walk if walk.draft.status not in _TUTUP else _begin(rencana, acak), acak, jejak)


def _begin(rencana: Rencana, acak: random.Random) -> Walk:
    naskah = Naskah(
        cari=acak.choice(list(HasilCari)),
        foto_ditolak=acak.choice(["", "", "Foto buram. Foto ulang di tempat terang."]),
    )
    return Walk(rencana, naskah=naskah)


def _anything(walk: Walk, acak: random.Random, jejak: Jejak) -> None:
    """Do one thing: mostly sensible, often not."""
    apa = acak.random()
    sebelum = walk.draft
    if apa < 0.5:
        guide(walk, acak)
    elif apa < 0.75:
        walk.say(acak.choice(UCAPAN))
        jejak.ditolak += unchanged(sebelum, walk.draft)
    elif apa < 0.9 and walk.tombol:
        walk.play(Tekan(walk.draft.rev, acak.choice(walk.tombol).aksi))
    elif apa < 0.95:
        walk.play(Tekan(walk.draft.rev - acak.choice((1, 2, -1)), acak.choice(_AKSI_LAMA)))
        assert walk.draft == sebelum, "an old button changed something"
        jejak.tombol_lama += 1
    else:
        walk.send(mime=acak.choice(("image/jpeg", "application/pdf", "video/mp4", "")))


_AKSI_LAMA = ("submit", "skip", "back", "done", "add", "del!", "cancel!", "v:ya", "e:0", "salah")


def _to_the_end(walk: Walk, acak: random.Random, jejak: Jejak) -> None:
    """Fill the form in sensibly from wherever the walk ended."""
    walk.naskah = Naskah(cari=walk.naskah.cari)
    for _ in range(_LANGKAH_AKHIR):
        if walk.draft.status == "terkirim":
            _count_end(walk, jejak)
            return
        guide(walk, acak, straight=True)
        check(walk)
    raise AssertionError(f"no way to the end from:\n{walk.teks}\n{walk.label}")


def _count_end(walk: Walk, jejak: Jejak) -> None:
    if walk.draft.status == "terkirim":
        finish(walk.rencana, walk.draft)
        jejak.terkirim += 1
    else:
        jejak.batal += 1
