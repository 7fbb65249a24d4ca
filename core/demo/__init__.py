"""The rehearsal: sandbox, bot and site on this machine, with people who do not exist."""

from core.demo.auto import play
from core.demo.house import DemoFailed
from core.demo.stay import stay

__all__ = ["DemoFailed", "play", "stay"]
