"""The Telegram room: the only place that knows Telegram."""

from core.bot.acquaintance import Acquaintance
from core.bot.codes import EmailCodes, LetterBox
from core.bot.connect import Files, connect, introduce
from core.bot.hello import Diam, Diterima, Ditolak, hello
from core.bot.house import TelegramRoom
from core.bot.mint import Mint
from core.bot.pace import Pace, pace_towards
from core.bot.tidings import Tidings, alert
from core.bot.tools import (
    Alat,
    Cara,
    Issuing,
    LetterRoom,
    Paper,
    Papers,
    Pernyataan,
    Population,
    Pratinjau,
    Tolakan,
)
from core.bot.webhook import Postman

__all__ = [
    "Acquaintance",
    "Alat",
    "Cara",
    "Diam",
    "Diterima",
    "Ditolak",
    "EmailCodes",
    "Files",
    "Issuing",
    "LetterBox",
    "LetterRoom",
    "Mint",
    "Pace",
    "Paper",
    "Papers",
    "Pernyataan",
    "Population",
    "Postman",
    "Pratinjau",
    "TelegramRoom",
    "Tidings",
    "Tolakan",
    "alert",
    "connect",
    "hello",
    "introduce",
    "pace_towards",
]
