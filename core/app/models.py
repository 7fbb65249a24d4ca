"""Which modules hold tables, and the database they live in."""

from core.settings import Settings
from core.store import Database

# What the site touches; it must not load the bot for the sake of the bot's tables.
SITE_MODELS = ("core.store.models", "delivery.models", "core.permohonan.models")
MODELS = (
    *SITE_MODELS,
    "core.berkas.models",
    "core.meja.models",
    "core.janji.models",
    "core.bot.models",
)


def database(settings: Settings) -> Database:
    """Return the database as `kerja` sees it: every table."""
    return Database(settings.database_url, MODELS)


def site_database(settings: Settings) -> Database:
    """Return the database as `web` sees it."""
    return Database(settings.database_url, SITE_MODELS)
