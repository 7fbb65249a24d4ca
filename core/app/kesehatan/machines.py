"""The machines of `kerja`, counted: the same mailer and renderer, and a word about how it went."""

import time
from collections.abc import Awaitable, Callable

from core.app.kesehatan.meter import BAIK, SURAT, Meter
from delivery.mailer import Mailer, Outcome, SetelanSurat, SuratKeluar, Terkirim
from delivery.render import Renderer


class CountedMailer(Mailer):
    """A mailer whose outcomes are counted."""

    def __init__(self, setelan: SetelanSurat, meter: Meter) -> None:
        super().__init__(setelan)
        self._meter = meter

    async def send(self, surat: SuratKeluar, on_data: Callable[[], Awaitable[None]]) -> Outcome:
        """Send a letter and count what became of it."""
        outcome = await super().send(surat, on_data)
        name = BAIK if isinstance(outcome, Terkirim) else type(outcome).__name__.lower()
        self._meter.count(SURAT, name)
        return outcome


class CountedRenderer(Renderer):
    """A renderer whose pages are timed."""

    def __init__(self, meter: Meter) -> None:
        super().__init__()
        self._meter = meter

    async def render(self, html: str) -> bytes:
        """Make a page and record how long it took, the wait for a free worker included."""
        begun = time.perf_counter()
        try:
            return await super().render(html)
        finally:
            self._meter.drawing(time.perf_counter() - begun)
