"""The test kit of a plugin: walk through its dialog without Telegram, database or event loop."""

from core.kit.acak import jalan_acak
from core.kit.tingkah import Jejak
from core.kit.ucapan import UCAPAN
from core.kit.walk import DESA, KONTEKS, WILAYAH, Naskah, Walk

__all__ = ["DESA", "KONTEKS", "UCAPAN", "WILAYAH", "Jejak", "Naskah", "Walk", "jalan_acak"]
