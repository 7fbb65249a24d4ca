"""A sensible citizen: reads what is on screen, and does what it asks for."""

import random
import re
from collections.abc import Sequence
from datetime import date, timedelta

from core.dialog import Tekan, words
from core.kit.walk import KODE, Walk

_CONTOH = re.compile(r"<code>(.*?)</code>")
_MAJU = ("usul", "close", "keep", "submit", "done", "add", "skip")
"""Buttons that lead on, in the order in which a person in a hurry would press them."""

AGES = (0, 2, 4, 5, 12, 16, 17, 20, 35, 50, 75)
"""Whole years on either side of those that the law asks about."""

WILAYAH = ("Bae", "Semarang", "Sidorejo", "kota sema", "Menteng, Jakarta", "3319012001", "33.74")
"""Areas that people type: certain ones, ambiguous ones, parts of names, codes."""


def guide(walk: Walk, acak: random.Random, *, straight: bool = False) -> None:
    """Answer what is asked; `straight`: without adding rows or looking around."""
    aksi = [tombol.aksi for tombol in walk.tombol]
    pilihan = [satu for satu in aksi if satu.startswith("v:")]
    say = walk.konteks.bahasa.say
    nasional = any(say(kalimat) in walk.teks for kalimat in words.KETIK_WILAYAH.values())
    if nasional and not walk.draft.saring and acak.random() < 0.5:
        walk.say(acak.choice(WILAYAH))
    elif "skip" in aksi and not straight and acak.random() < 0.3:
        walk.play(Tekan(walk.draft.rev, "skip"))
    elif pilihan:
        walk.play(Tekan(walk.draft.rev, acak.choice(pilihan)))
    elif any(say(satu) in walk.teks for satu in (words.CARA_KIRIM, words.CARA_PAS_FOTO)):
        walk.send()
    elif say(words.TANYA_KODE) in walk.teks:
        walk.say(KODE)
    elif "add" in aksi and "done" in aksi and not straight and acak.random() < 0.5:
        walk.play(Tekan(walk.draft.rev, "add"))
    elif lain := _another(aksi, acak):
        walk.play(Tekan(walk.draft.rev, lain))
    elif contoh := _CONTOH.findall(walk.teks):
        walk.say(_varied(contoh[-1], walk.konteks.hari_ini, acak))
    elif maju := next((satu for satu in _MAJU if satu in aksi), None):
        walk.play(Tekan(walk.draft.rev, maju))
    else:
        walk.say("Kudus")


def _another(aksi: Sequence[str], acak: random.Random) -> str:
    """Choose to change another answer, where a rule that is broken leaves that way."""
    if menu := [satu for satu in aksi if satu.startswith(("e:", "r:"))]:
        return acak.choice(menu)
    offered = "edit" in aksi and "submit" not in aksi
    return "edit" if offered and acak.random() < 0.5 else ""


def _varied(contoh: str, hari_ini: date, acak: random.Random) -> str:
    """Make an example one's own: no two people have one NIK, and not all have one age."""
    if re.fullmatch(r"[0-9]{16}", contoh):
        return contoh[:12] + f"{acak.randrange(1, 10_000):04d}"
    if re.fullmatch(r"[0-9]{1,2}-[0-9]{1,2}-[0-9]{4}", contoh) and acak.random() < 0.5:
        umur = timedelta(days=366 * acak.choice(AGES) + acak.randrange(340))
        return (hari_ini - umur).strftime("%d-%m-%Y")
    return contoh
