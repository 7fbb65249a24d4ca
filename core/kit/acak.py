"""A citizen who does anything: a long random walk that no form may break.

After every step these must hold: nothing crashed, there is a way on, every message fits, no word
of English or of the machine leaks, every button is a valid address, no wrong answer and no old
button changed anything, and a restart would have changed nothing. From states on the way, and from
the last one, the form can still be filled in and submitted.
"""

import random

from core.api import HasilCari, Layanan
from core.dialog import Draft, Rencana, compile_form, finish, questions, send_back
from core.kit.janji import check
from core.kit.kembar import Kembar
from core.kit.penuntun import guide
from core.kit.tingkah import Jejak, anything
from core.kit.walk import Naskah

_LANGKAH_AKHIR = 2000
"""A rule may point at one answer where another is wrong; which one, is found by trying."""
_TUTUP = ("terkirim", "batal")
_SETIAP = 50
"""From every state of so many it is tried whether there is a way to the end."""
_JALAN_KELUAR = 40
"""So many tries are enough for one form, however long the walk: a family of twenty, pasted in one
block, has three hundred questions left."""


def jalan_acak(layanan: Layanan, langkah: int, benih: int) -> Jejak:
    """Walk a service at random, and its officer's form after it; AssertionError if it breaks."""
    acak = random.Random(benih)  # noqa: S311  # a test that must repeat, not a secret
    jejak = Jejak(benih=benih)
    terkirim = layanan.terkirim
    janji = layanan.tatap_muka is not None
    rencana = compile_form(layanan.formulir, kontak=bool(terkirim), dokumen=terkirim, janji=janji)
    _wander(rencana, langkah, acak, jejak)
    if layanan.formulir_petugas is not None:
        _wander(compile_form(layanan.formulir_petugas, kontak=False), langkah, acak, jejak)
    return jejak


def _wander(rencana: Rencana, langkah: int, acak: random.Random, jejak: Jejak) -> None:
    walk = Kembar(rencana, naskah=Naskah(cari=acak.choice(list(HasilCari))))
    setiap = max(_SETIAP, langkah // _JALAN_KELUAR)
    for nomor in range(langkah):
        try:
            if walk.draft.status in _TUTUP:
                walk = _after(walk, acak, jejak)
            diam = anything(walk, acak, jejak)
            check(walk, diam=diam)
            if nomor % setiap == setiap - 1 and walk.draft.status not in _TUTUP:
                to_the_end(walk, acak, jejak)
        except Exception as sebab:
            nama, benih = rencana.model.__name__, jejak.benih
            sebab.add_note(f"at step {nomor} of a walk of {nama}, seed {benih}")
            raise
        jejak.langkah += 1
    if walk.draft.status in _TUTUP:
        walk = _after(walk, acak, jejak)
    to_the_end(walk, acak, jejak)


def _after(walk: Kembar, acak: random.Random, jejak: Jejak) -> Kembar:
    """Count a form that came to its end; an officer may send it back, else another is begun."""
    if walk.draft.status == "batal":
        jejak.batal += 1
    else:
        finish(walk.rencana, walk.draft)
        jejak.terkirim += 1
        ditanya = [satu.path for satu in questions(walk.rencana, walk.draft)]
        if ditanya and not walk.rencana.janji and acak.random() < 0.5:
            salah = acak.sample(ditanya, min(len(ditanya), acak.randint(1, 3)))
            catatan = dict.fromkeys(salah, "Mohon diperbaiki <sekali lagi>.")
            walk.place(send_back(walk.rencana, walk.draft, catatan))
            jejak.kembali += 1
            return walk
    return Kembar(walk.rencana, naskah=Naskah(cari=acak.choice(list(HasilCari))))


def to_the_end(walk: Kembar, acak: random.Random, jejak: Jejak) -> None:
    """Fill the form in sensibly from where a walk stands, on a copy; AssertionError: no way."""
    salin = Kembar(walk.rencana, walk.konteks, Naskah(cari=walk.naskah.cari))
    salin.place(Draft.load(walk.draft.dump()))
    for _ in range(_LANGKAH_AKHIR):
        if salin.draft.status == "terkirim":
            finish(salin.rencana, salin.draft)
            jejak.terkirim += 1
            jejak.jalan_keluar += 1
            return
        guide(salin, acak, straight=True)
        check(salin)
    raise AssertionError(f"no way to the end from:\n{salin.teks}\n{salin.label}")
