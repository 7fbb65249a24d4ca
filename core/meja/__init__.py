"""The officer's desk: which case lies on it, and what the office's bot waits for him to send."""

from core.meja.desk import Desk, Langkah, Lembar
from core.meja.models import Meja

__all__ = ["Desk", "Langkah", "Lembar", "Meja"]
