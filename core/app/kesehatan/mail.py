"""Whether the mail server takes letters: from what was sent, else by a knock now and then."""

from collections.abc import Awaitable, Callable

from core.app.kesehatan.meter import BAIK, SURAT, Meter
from core.web.kesehatan import Keadaan
from delivery.mailer import Konfigurasi, Outcome, Terkirim

_FRESH_SECONDS = 600.0


class MailLook:
    """A letter that was taken proves it; a refused one proves nothing: it may be the address."""

    def __init__(self, meter: Meter, knock: Callable[[], Awaitable[Outcome]]) -> None:
        self._meter = meter
        self._knock = knock

    async def __call__(self) -> Keadaan:
        """Look at the last letter, or knock."""
        good = self._meter.age(SURAT, BAIK)
        if good is not None and good <= _FRESH_SECONDS:
            return Keadaan(True, "", good)
        match await self._knock():
            case Terkirim():
                return Keadaan(True, "", 0.0)
            case Konfigurasi():
                return Keadaan(False, "menolak masuk atau tanpa TLS", good)
            case _:
                return Keadaan(False, "tidak menjawab", good)
