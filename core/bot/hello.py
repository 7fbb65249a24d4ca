"""Asks the Bot API who we are, for whoever wants to know whether it answers: one plain call.

Not through PTB: it hides the answer's Date, and its errors quote the token.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from aiohttp import ClientError, ClientSession, ClientTimeout

from core.bot.proxy import proxy_towards

# What the Bot API answers to a token that it does not know, or no longer.
_UNKNOWN = (401, 404)


@dataclass(frozen=True)
class Diterima:
    """The token is known; `jam` is the clock over there, if it said so."""

    jam: datetime | None


@dataclass(frozen=True)
class Ditolak:
    """The token is not known."""


@dataclass(frozen=True)
class Diam:
    """No answer; `sebab` is a class of error or a status."""

    sebab: str


async def hello(token: str, base_url: str, *, seconds: float = 5.0) -> Diterima | Ditolak | Diam:
    """Call getMe. Raises SettingsFault only for a proxy that cannot be used."""
    proxy = proxy_towards(base_url)
    try:
        async with (
            ClientSession(timeout=ClientTimeout(total=seconds)) as session,
            session.get(
                f"{base_url}{token}/getMe",
                allow_redirects=False,
                proxy=proxy.url if proxy else None,
                proxy_headers=proxy.headers if proxy else None,
            ) as answer,
        ):
            if answer.status in _UNKNOWN:
                return Ditolak()
            if answer.status != 200:
                return Diam(str(answer.status))
            return Diterima(_date(answer.headers.get("Date", "")))
    except (TimeoutError, ClientError, OSError, ValueError) as cause:
        return Diam(type(cause).__name__)


def _date(value: str) -> datetime | None:
    try:
        return parsedate_to_datetime(value).astimezone(UTC)
    except ValueError:
        return None
