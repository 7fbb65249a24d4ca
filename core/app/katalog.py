"""Loads the services, with the dialog's compiler for their forms."""

from pathlib import Path

from core.dialog import Rencana, compile_form
from core.registry import Katalog, muat

PLUGINS = Path(__file__).resolve().parents[2] / "plugins"


def catalogue(folder: Path = PLUGINS) -> Katalog[Rencana]:
    """Return every service that can be offered, and every plugin that was refused."""
    return muat(folder, compile_form)
