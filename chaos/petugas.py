"""The officers: take what waits in the group, tick, preview, approve; now and then refuse.

A press may be answered late, or fall on a card that has been drawn again: then an officer looks at
what stands there now and presses once more, as people do. How often is counted.
"""

import asyncio
import random
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from chaos.layar import Layar, labels
from chaos.orang import NUMBER
from sandbox.records import Message

_LOOK_SECONDS = 0.2
_PATIENCE = 12.0
_TRIES = 30
_OPEN = re.compile(r"^☐")
AGAIN = "📧 Kirim e-mail lagi"
APPROVE, MEND, REJECT = "setuju", "perbaiki", "tolak"


@dataclass
class Buku:
    """What the officers did, from their side of the screen."""

    keputusan: dict[str, list[str]] = field(default_factory=dict)
    ulang: int = 0
    menyerah: list[str] = field(default_factory=list)


class Meja:
    """What the officers share: whose case is whose, and what will be decided about it."""

    def __init__(self, dadu: random.Random) -> None:
        self._dadu = dadu
        self._taken: set[str] = set()
        self._callers: list[str] = []
        self.buku = Buku()

    def called(self, nomor: str) -> None:
        """A citizen says that his letter did not come."""
        self._callers.append(nomor)

    def caller(self) -> str | None:
        """Return whose letter must be sent again."""
        return self._callers.pop(0) if self._callers else None

    def choose(self, cards: list[Message]) -> Message | None:
        """Reserve the oldest case that nobody works on; of two cards the newer one counts."""
        newest = {number[0]: card for card in cards if (number := NUMBER.search(card.body.text))}
        for nomor, card in newest.items():
            if nomor not in self._taken and "Ambil" in labels(card):
                self._taken.add(nomor)
                return card
        return None

    def give_back(self, nomor: str) -> None:
        """The case is done, or sent back and may come again."""
        self._taken.discard(nomor)

    def decide(self, nomor: str) -> str:
        """Throw the dice over a case; what came back once is approved."""
        if nomor in self.buku.keputusan:
            return APPROVE
        return self._dadu.choices((APPROVE, MEND, REJECT), (90, 5, 5))[0]


class Petugas:
    """One officer: in the group, and in private with the bot."""

    def __init__(self, grup: Layar, pribadi: Layar, meja: Meja) -> None:
        self._grup = grup
        self._pribadi = pribadi
        self._meja = meja

    async def greet(self) -> None:
        """Open the private chat."""
        self._pribadi.write("/start petugas")
        await self._pribadi.wait("Halo", seconds=_PATIENCE * 4)

    async def work(self) -> None:
        """Decide cases for ever."""
        while True:
            if (nomor := self._meja.caller()) and not await self._send_again(nomor):
                self._meja.buku.menyerah.append(f"{nomor} e-mail")
            card = self._meja.choose(self._grup.messages("REG-", "⏱"))
            if card is None:
                await asyncio.sleep(_LOOK_SECONDS)
                continue
            nomor = str(NUMBER.findall(card.body.text)[0])
            try:
                await self._case(nomor)
            except Exception as cause:
                # The harness's own fault; told, or the case would only seem forgotten.
                self._meja.buku.menyerah.append(f"{nomor} {type(cause).__name__}")
            finally:
                self._meja.give_back(nomor)

    async def _case(self, nomor: str) -> None:
        decision = self._meja.decide(nomor)
        steps = {APPROVE: self._approve, MEND: self._mend, REJECT: self._reject}[decision]
        if await self._take(nomor) and await steps(nomor):
            self._meja.buku.keputusan.setdefault(nomor, []).append(decision)
        else:
            self._meja.buku.menyerah.append(f"{nomor} {decision}")

    # ---- what an officer presses

    async def _send_again(self, nomor: str) -> bool:
        """Press the button that puts a doubtful letter down anew, until it is gone."""

        def offered() -> Message | None:
            return self._grup.find(nomor, AGAIN)

        async def once() -> bool:
            card = offered()
            if card is not None:
                self._grup.press(card, AGAIN)
                await self._grup.until(lambda: None if offered() else card, seconds=_PATIENCE)
            return offered() is None

        return await self._until(lambda: offered() is None, once)

    async def _take(self, nomor: str) -> bool:
        return await self._insist(
            self._grup, (nomor, "Ambil"), "Ambil", self._pribadi, ("Daftar periksa " + nomor,)
        )

    async def _approve(self, nomor: str) -> bool:
        if not await self._tick(nomor):
            return False
        done = (nomor, "disetujui. Dokumen")

        async def once() -> bool:
            before = self._pribadi.newest
            if not self._press(self._grup, (nomor, "✅ Setujui"), "✅ Setujui"):
                return False
            shown = await self._pribadi.wait(
                "PRATINJAU " + nomor, beyond=before, seconds=_PATIENCE
            )
            if shown is not None:
                self._pribadi.press(shown, "✅ Ya")
                await self._pribadi.wait(*done, seconds=_PATIENCE)
            return False

        return await self._until(lambda: bool(self._pribadi.messages(*done)), once)

    async def _tick(self, nomor: str) -> bool:
        def left() -> list[str]:
            cards = self._pribadi.messages("Daftar periksa " + nomor)
            return [one for one in labels(cards[-1]) if _OPEN.match(one)] if cards else ["?"]

        async def once() -> bool:
            card = self._pribadi.messages("Daftar periksa " + nomor)[-1]
            line = left()[0]
            self._pribadi.press(card, line)
            await self._pribadi.until(
                lambda: card if line not in left() else None, seconds=_PATIENCE
            )
            return line not in left()

        return await self._until(lambda: not left(), once)

    async def _reject(self, nomor: str) -> bool:
        done = (nomor, "ditolak")

        async def once() -> bool:
            before = self._pribadi.newest
            self._press(self._grup, (nomor, "⛔ Tolak"), "⛔ Tolak")
            if await self._pribadi.wait("Tolak " + nomor, beyond=before, seconds=_PATIENCE):
                self._pribadi.write("Pemohon tidak berhak menurut berkas.")
                sure = await self._pribadi.wait(
                    "Pemohon akan membaca:", "⛔ Ya", beyond=before, seconds=_PATIENCE
                )
                if sure is not None:
                    self._pribadi.press(sure, "⛔ Ya")
                    await self._pribadi.wait(*done, beyond=before, seconds=_PATIENCE)
            return False

        return await self._until(lambda: bool(self._pribadi.messages(*done)), once)

    async def _mend(self, nomor: str) -> bool:
        done = (nomor, "sudah dikirim ke pemohon")

        async def once() -> bool:
            before = self._pribadi.newest
            self._press(self._grup, (nomor, "✏️ Perbaiki"), "✏️ Perbaiki")
            fields = await self._pribadi.wait(
                "Perbaikan " + nomor, "KTP-el", beyond=before, seconds=_PATIENCE
            )
            if fields is None:
                return False
            if self._pribadi.press(fields, "📨"):  # picked already, when the last press was lost
                await self._pribadi.wait(*done, beyond=before, seconds=_PATIENCE)
                return False
            if not self._pribadi.press(fields, "KTP-el"):
                return False
            if await self._pribadi.wait("Apa yang salah?", beyond=before, seconds=_PATIENCE):
                self._pribadi.write("Fotonya terpotong.")
                ready = await self._pribadi.wait(
                    "Akan diminta", "📨", beyond=before, seconds=_PATIENCE
                )
                if ready is not None:
                    self._pribadi.press(ready, "📨")
                    await self._pribadi.wait(*done, beyond=before, seconds=_PATIENCE)
            return False

        return await self._until(lambda: bool(self._pribadi.messages(*done)), once)

    # ---- patience

    async def _insist(
        self, at: Layar, card: tuple[str, ...], label: str, there: Layar, expect: tuple[str, ...]
    ) -> bool:
        before = there.newest

        async def once() -> bool:
            self._press(at, card, label)
            await there.wait(*expect, beyond=before, seconds=_PATIENCE)
            return False

        return await self._until(lambda: bool(there.messages(*expect, beyond=before)), once)

    async def _until(self, done: Callable[[], bool], once: Callable[[], Awaitable[bool]]) -> bool:
        """Do something until it is done; `once` tells whether it went on as it should."""
        went = True
        for _ in range(_TRIES):
            if done():
                return True
            if not went:
                self._meja.buku.ulang += 1
                await asyncio.sleep(_LOOK_SECONDS)
            went = await once()
        return done()

    def _press(self, at: Layar, card: tuple[str, ...], label: str) -> bool:
        """Press the newest card that looks so."""
        found = at.messages(*card)
        return bool(found) and at.press(found[-1], label)
