"""The half of the client that plays Telegram itself: calls, failures, repeats, the webhook."""

from types import TracebackType
from typing import Self

from pydantic import TypeAdapter

from sandbox.kendali.bentuk import Antaran, Kelompok, Panggilan, Pembaruan, Webhook
from sandbox.kendali.saluran import Saluran

_DAFTAR_PANGGILAN = TypeAdapter(tuple[Panggilan, ...])
_DAFTAR_ANTARAN = TypeAdapter(tuple[Antaran, ...])

HOLD = 600.0  # seconds that a silent call is held open; a client gives up long before


class Telegram:
    """Speaks to one sandbox as long as it is entered."""

    def __init__(self, url: str) -> None:
        self._saluran = Saluran(url)

    async def __aenter__(self) -> Self:
        await self._saluran.__aenter__()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._saluran.__aexit__(kind, error, trace)

    async def panggilan(self, metode: str = "", *, sesudah: int = 0) -> tuple[Panggilan, ...]:
        """The calls that the bot made; `kode` 0 is a call that got no answer and was not done."""
        answer = await self._saluran.get("/panggilan", metode=metode, sesudah=sesudah)
        return _DAFTAR_PANGGILAN.validate_json(answer)

    async def ganggu(self, metode: str, kode: int, *, kali: int = 1, tunda: int = 1) -> None:
        """Let the next calls of a method fail with 429, 502, 403, ..."""
        asked = {"metode": metode, "kode": kode, "kali": kali, "tunda": tunda}
        await self._saluran.post("/gangguan", asked)

    async def lambat(self, metode: str, detik: float, *, kali: int = 1) -> None:
        """Do the next calls at once and answer them only after `detik` seconds."""
        await self._go_wrong(metode, "lambat", kali=kali, detik=detik)

    async def diam(self, metode: str, *, kali: int = 1, detik: float = HOLD) -> None:
        """Do nothing of the next calls and say nothing, until `detik` seconds are over."""
        await self._go_wrong(metode, "diam", kali=kali, detik=detik)

    async def putus(self, metode: str, *, kali: int = 1, dikerjakan: bool = True) -> None:
        """Drop the connection of the next calls, by default after the act: it is uncertain."""
        await self._go_wrong(metode, "putus" if dikerjakan else "hilang", kali=kali)

    async def tenang(self) -> None:
        """Forget the failures that have not happened yet."""
        await self._saluran.delete("/gangguan")

    async def ulangi(self, kali: int = 1, *, pembaruan: int | None = None) -> Pembaruan:
        """Deliver an update again, `kali` times, though it was confirmed; by default the newest.

        A getUpdates answer carries at most all repeats at once, a webhook gets each by itself.
        """
        asked = {"kali": kali, "pembaruan": pembaruan}
        return Pembaruan.model_validate_json(await self._saluran.post("/ulangi", asked))

    async def nomor_baru(self, mulai: int | None = None) -> None:
        """Let update ids go on elsewhere; refused while an update waits."""
        await self._saluran.post("/nomor-baru", {"mulai": mulai})

    async def pindah_grup(
        self, chat: int, ke: int | None = None, *, kabar: bool = True
    ) -> Kelompok:
        """Make a group a supergroup; without `kabar` the bot learns it from its next call."""
        asked = {"chat": chat, "ke": ke, "kabar": kabar}
        moved = await self._saluran.post("/grup/pindah", asked)
        return Kelompok.model_validate_json(moved)

    async def keluarkan_bot(self, chat: int) -> None:
        """Put the bot out of a group."""
        await self._saluran.post("/grup/keluarkan-bot", {"chat": chat})

    async def undang_bot(self, chat: int) -> None:
        """Let the bot into the group again."""
        await self._saluran.post("/grup/undang-bot", {"chat": chat})

    async def webhook(self) -> Webhook:
        """Where updates go, how many wait, and why the last delivery failed."""
        return Webhook.model_validate_json(await self._saluran.get("/webhook"))

    async def antaran(self, *, sesudah: int = 0) -> tuple[Antaran, ...]:
        """The deliveries to the webhook, failed ones too."""
        return _DAFTAR_ANTARAN.validate_json(await self._saluran.get("/antaran", sesudah=sesudah))

    async def _go_wrong(self, metode: str, cara: str, *, kali: int, detik: float = 0.0) -> None:
        asked = {"metode": metode, "cara": cara, "kali": kali, "detik": detik}
        await self._saluran.post("/gangguan", asked)
