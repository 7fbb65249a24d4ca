"""Finds the services, reads them, and keeps the faulty ones out with one sentence each."""

from core.registry.katalog import Katalog, LayananSiap, PluginGagal, Susun
from core.registry.muat import muat

__all__ = ["Katalog", "LayananSiap", "PluginGagal", "Susun", "muat"]
