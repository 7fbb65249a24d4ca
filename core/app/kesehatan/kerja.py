"""How the process `kerja` is: what it needs to take, decide, issue and send."""

from collections.abc import Callable
from datetime import datetime

from prometheus_client import CollectorRegistry

from core.app.kesehatan.ground import DatabaseLook, StorageLook
from core.app.kesehatan.look import Sabar
from core.app.kesehatan.mail import MailLook
from core.app.kesehatan.meter import Meter
from core.app.kesehatan.nurse import Needs, Nurse
from core.app.kesehatan.queues import QueueLook, QueueNumbers
from core.app.kesehatan.telegram import TelegramLook
from core.app.kesehatan.web import DATABASE, STORAGE, births
from core.bot import hello
from core.settings import Secrets, Settings
from core.store import Database
from core.web.kesehatan import Keadaan
from delivery.mailer import Mailer, SetelanSurat

_QUEUES = Sabar(segar=3.0)
_TELEGRAM = Sabar(segar=10.0, basi=60.0)
# A knock logs in: once in three minutes is not impolite, and an outage is seen soon enough.
_MAIL = Sabar(segar=180.0, basi=600.0)


class Ward:
    """What `kerja` counts with from its making on, and who answers for it."""

    def __init__(self, settings: Settings, *, now: Callable[[], datetime]) -> None:
        self._settings = settings
        self._now = now
        self._registry = CollectorRegistry()
        self.meter = Meter(self._registry, restarts=births())

    def nurse(
        self,
        secrets: Secrets,
        database: Database,
        surat: SetelanSurat,
        *,
        started: Callable[[], bool],
        polls: Callable[[], bool],
    ) -> Nurse:
        """Return who answers; `polls` tells whether it is this process's turn to fetch."""

        async def begun() -> Keadaan:
            return Keadaan(started())

        settings, health = self._settings, self._settings.kesehatan
        token = secrets.telegram_token.get_secret_value()
        queues = QueueLook(health, now=self._now)
        self._registry.register(QueueNumbers(queues))
        telegram = TelegramLook(
            self.meter, lambda: hello(token, settings.telegram.base_url), polls=polls
        )
        needs: Needs = {
            "mulai": (begun, Sabar(segar=0.0)),
            "basis_data": (DatabaseLook(database), DATABASE),
            "penyimpanan": (StorageLook(settings.data, ruang_mb=health.ruang_mb), STORAGE),
            "antrean": (queues, _QUEUES),
            "telegram": (telegram, _TELEGRAM),
            "surat": (MailLook(self.meter, Mailer(surat).knock), _MAIL),
        }
        return Nurse(
            "kerja",
            needs,
            meter=self.meter,
            registry=self._registry,
            host=health.host,
            port=health.kerja,
        )
