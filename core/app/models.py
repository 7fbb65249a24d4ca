"""Which modules hold tables, and the database they live in."""

from core.settings import Settings
from core.store import Database

MODELS = (
    "core.store.models",
    "delivery.models",
    "core.berkas.models",
    "core.permohonan.models",
    "core.meja.models",
    "core.bot.models",
)


def database(settings: Settings) -> Database:
    """Return the database of a process."""
    return Database(settings.database_url, MODELS)
