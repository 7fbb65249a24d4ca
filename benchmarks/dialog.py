"""Full dialog updates per second, on SQLite and on PostgreSQL, in one process.

Run from the project's root: python -m benchmarks.dialog. Citizens fill in the request for a lost
family card as far as the first photo. A full update is: fetched, stored in the inbox, confirmed,
handled in its chat's order by the real dispatcher and dialog, and committed in one transaction:
draft changed, reply in the outbox, update done. Nothing is sent. Both databases keep every
commit on the disk before it counts (SQLite synchronous=FULL, PostgreSQL fsync and
synchronous_commit on), take turns, and begin every round empty.
"""

import argparse
import asyncio
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.closing import closing_line
from benchmarks.room import Room, opened_room
from sandbox.postgres import postgres

_FIRST_CHAT = 700_000
# What a citizen does: words of his own, or a button that has these words.
_OPENING = (("tulis", "/start"), ("tekan", "KK hilang"))
_FILLING = (
    ("tekan", "Mulai"),
    ("tekan", "KK hilang"),
    ("tulis", "3319990108160001"),
    ("tulis", "BUDI SANTOSO"),
    ("tulis", "17-08-1990"),
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print a table and the closing line."""
    asked = _parser().parse_args(arguments)
    rates: dict[str, list[float]] = {"sqlite": [], "postgres": []}
    with tempfile.TemporaryDirectory() as folder, postgres(durable=True) as server:
        for number in range(asked.rounds):
            sqlite = f"sqlite:{Path(folder) / f'{number}.sqlite3'}"
            rates["sqlite"].append(asyncio.run(_round(sqlite, asked.chats)))
            fresh = server.fresh()
            rates["postgres"].append(asyncio.run(_round(fresh, asked.chats)))
            server.drop(fresh)
    _report(rates, asked.chats)
    return 0


def _report(rates: dict[str, list[float]], chats: int) -> None:
    print(f"{chats} citizens, {len(_FILLING)} full updates of each; updates per second:")
    for name, found in rates.items():
        between = f"{min(found):.0f} .. {max(found):.0f}"
        print(f"  {name:10} {statistics.median(found):5.0f}  (rounds {between})")
    ratio = statistics.median(
        postgres / sqlite
        for sqlite, postgres in zip(rates["sqlite"], rates["postgres"], strict=True)
    )
    medians = {name: statistics.median(found) for name, found in rates.items()}
    print(closing_line("dialog", **medians, ratio_postgres=ratio))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="adminduk bench dialog", description=__doc__)
    parser.add_argument("--rounds", type=int, default=3, help="repetitions (default 3)")
    parser.add_argument("--chats", type=int, default=100, help="citizens (default 100)")
    return parser


async def _round(url: str, citizens: int) -> float:
    """Return the full updates per second of one round on an empty database."""
    chats = range(_FIRST_CHAT, _FIRST_CHAT + citizens)
    async with opened_room(url) as room:
        for act in _OPENING:
            await room.play([await _update(room, chat, *act) for chat in chats])
        seconds = 0.0
        for act in _FILLING:
            updates = [await _update(room, chat, *act) for chat in chats]
            start = time.perf_counter()
            await room.play(updates)
            seconds += time.perf_counter() - start
        await _prove(room, citizens)
    return citizens * len(_FILLING) / seconds


async def _prove(room: Room, citizens: int) -> None:
    """Nothing was skipped: every citizen is asked for the photo, every update is kept."""
    assert await room.stored() == citizens * (len(_OPENING) + len(_FILLING))
    for chat in range(_FIRST_CHAT, _FIRST_CHAT + citizens):
        asked = (await room.last_said(chat)).params["text"]
        assert "KTP-el" in asked, asked


async def _update(room: Room, chat: int, act: str, words: str) -> dict[str, Any]:
    if act == "tulis":
        return {"message": _message(chat, 1, words)}
    said = await room.last_said(chat)
    return {
        "callback_query": {
            "id": str(chat),
            "from": _person(chat),
            "chat_instance": "1",
            "message": _message(chat, said.message_id, "-"),
            "data": _button(said.params, words),
        }
    }


def _message(chat: int, message_id: int, words: str) -> dict[str, Any]:
    return {
        "message_id": message_id,
        "date": int(time.time()),
        "chat": {"id": chat, "type": "private", "first_name": "Budi"},
        "from": _person(chat),
        "text": words,
    }


def _person(chat: int) -> dict[str, Any]:
    return {"id": chat, "is_bot": False, "first_name": "Budi"}


def _button(params: dict[str, Any], words: str) -> str:
    for row in params["reply_markup"]["inline_keyboard"]:
        for button in row:
            if words in button["text"] and "callback_data" in button:
                return str(button["callback_data"])
    raise LookupError(f"no button says {words}")


if __name__ == "__main__":
    sys.exit(main())
