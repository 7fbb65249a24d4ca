"""The Telegram room: the only place that knows Telegram."""

from core.bot.codes import EmailCodes, LetterBox
from core.bot.connect import Files, connect, greet, introduce
from core.bot.house import TelegramRoom
from core.bot.mint import Mint
from core.bot.tidings import Tidings, alert
from core.bot.tools import Alat, Issuing, Paper, Papers, Population, Pratinjau

__all__ = [
    "Alat",
    "EmailCodes",
    "Files",
    "Issuing",
    "LetterBox",
    "Mint",
    "Paper",
    "Papers",
    "Population",
    "Pratinjau",
    "TelegramRoom",
    "Tidings",
    "alert",
    "connect",
    "greet",
    "introduce",
]
