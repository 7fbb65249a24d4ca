"""The contract of letters: whatever was answered before, the page is made, or a sentence says why.

Somebody may go back, skip and hurry, so the answers before a letter are seldom complete.
"""

import asyncio
import random
from datetime import UTC, datetime
from pathlib import Path

import pytest

from core.api import HasilCari
from core.app.katalog import catalogue
from core.dialog import Rencana
from core.issuing import LetterRoom
from core.kantor import load_kantor
from core.kit import KONTEKS, Naskah, Walk
from core.kit.penuntun import guide
from core.registry import Katalog, LayananSiap
from core.registry.surat import letters
from core.wilayah import Daftar, Penunjuk
from vault import Blobs, SealedBlobs, Sealer

OFFICES = Path(__file__).resolve().parents[2] / "offices"
NOW = datetime(2026, 5, 8, 3, 0, tzinfo=UTC)
STEPS = 90
WALKS = 6
CATALOGUE: Katalog[Rencana] = catalogue()
SERVICES = [kode for kode, one in CATALOGUE.layanan.items() if any(letters(one.layanan.formulir))]


class Press:
    """Looks at the page and draws nothing."""

    def __init__(self) -> None:
        self.pages: list[str] = []

    async def render(self, html: str) -> bytes:
        self.pages.append(html)
        return b"%PDF-"


def letter_room(press: Press, folder: Path) -> LetterRoom:
    kantor = load_kantor(OFFICES / "contoh.toml")
    return LetterRoom(
        kantor=kantor,
        renderer=press,
        blobs=SealedBlobs(Blobs(folder), Sealer(bytes(32))),
        now=lambda: NOW,
        wilayah=Penunjuk(Daftar(), kantor=kantor.kode_wilayah),
    )


async def wander(service: LayananSiap[Rencana], room: LetterRoom, seed: int) -> set[str]:
    """Go a long way through a form, and have every letter made that is given on it."""
    chance = random.Random(seed)  # a test that must repeat, not a secret
    walk = Walk(
        service.rencana,
        konteks=KONTEKS,
        naskah=Naskah(cari=chance.choice(list(HasilCari))),
    )
    given: set[str] = set()
    for _ in range(STEPS):
        if walk.draft.status not in ("tanya", "ringkas"):
            break
        guide(walk, chance)
        for path in filter(None, (one.surat for one in walk.balasan)):
            given.add(path)
            made = await room.draw(service, walk.draft, path)
            assert made.blob or made.halangan, f"the letter of {path} failed; see the log"
    return given


@pytest.mark.parametrize("kode", SERVICES)
def test_every_letter_is_made_of_whatever_was_answered(kode: str, tmp_path: Path) -> None:
    press = Press()
    service, room = CATALOGUE.layanan[kode], letter_room(press, tmp_path)

    async def wandered() -> set[str]:
        ways = [await wander(service, room, seed) for seed in range(WALKS)]
        return set().union(*ways)

    assert asyncio.run(wandered()), "a walk that meets no letter proves nothing"
    assert press.pages, "no letter was ever made"


def test_the_walk_found_services_with_letters() -> None:
    assert SERVICES, "an empty walk proves nothing"
