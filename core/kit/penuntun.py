"""A sensible citizen: reads what is on screen, and does what it asks for."""

import random
import re

from core.dialog import Tekan, words
from core.kit.walk import KODE, Walk

_CONTOH = re.compile(r"Contoh: <code>(.*?)</code>")
_MAJU = ("usul", "close", "keep", "submit", "done", "add", "skip")
"""Buttons that lead on, in the order in which a person in a hurry would press them."""


def guide(walk: Walk, acak: random.Random, *, straight: bool = False) -> None:
    """Answer what is asked; `straight`: without adding rows or looking around."""
    aksi = [tombol.aksi for tombol in walk.tombol]
    pilihan = [satu for satu in aksi if satu.startswith("v:")]
    if pilihan:
        walk.play(Tekan(walk.draft.rev, acak.choice(pilihan)))
    elif words.CARA_KIRIM in walk.teks:
        walk.send()
    elif words.TANYA_KODE in walk.teks:
        walk.say(KODE)
    elif "add" in aksi and "done" in aksi and not straight and acak.random() < 0.5:
        walk.play(Tekan(walk.draft.rev, "add"))
    elif contoh := _CONTOH.findall(walk.teks):
        walk.say(_varied(contoh[-1], acak))
    elif maju := next((satu for satu in _MAJU if satu in aksi), None):
        walk.play(Tekan(walk.draft.rev, maju))
    else:
        walk.say("Kudus")


def _varied(contoh: str, acak: random.Random) -> str:
    """Make an example one's own: no two people have one NIK."""
    if re.fullmatch(r"[0-9]{16}", contoh):
        return contoh[:12] + f"{acak.randrange(1, 10_000):04d}"
    return contoh
