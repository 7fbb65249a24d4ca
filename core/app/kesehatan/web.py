"""How the process `web` is: its database, and the storage that it reads."""

import os

from prometheus_client import CollectorRegistry

from core.app.kesehatan.ground import DatabaseLook, StorageLook
from core.app.kesehatan.look import Sabar
from core.app.kesehatan.meter import Meter
from core.app.kesehatan.nurse import Needs, Nurse
from core.settings import Settings
from core.store import Database

# How often the supervisor has started this process anew; it tells us through the environment.
BIRTHS = "ADMINDUK_MULAI_KE"
DATABASE = Sabar(segar=1.0)
STORAGE = Sabar(segar=30.0)


def births() -> int:
    """Return how many times this process was started before."""
    said = os.environ.get(BIRTHS, "")
    return int(said) if said.isascii() and said.isdecimal() else 0


def site_nurse(settings: Settings, database: Database) -> Nurse:
    """Return who answers for the site."""
    registry = CollectorRegistry()
    storage = StorageLook(settings.data, ruang_mb=settings.kesehatan.ruang_mb, writes=False)
    needs: Needs = {
        "basis_data": (DatabaseLook(database), DATABASE),
        "penyimpanan": (storage, STORAGE),
    }
    return Nurse(
        "web",
        needs,
        meter=Meter(registry, restarts=births()),
        registry=registry,
        host=settings.kesehatan.host,
        port=settings.kesehatan.web,
    )
