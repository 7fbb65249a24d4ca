"""The wiring: builds every object once, starts them in order, stops them in the reverse order."""

from core.app.kerja import Kerja
from core.app.models import MODELS, database
from core.app.situs import SiteProcess

__all__ = ["MODELS", "Kerja", "SiteProcess", "database"]
