"""Reads an update as Telegram wrote it, just far enough to store it.

Unknown kinds of updates are stored as well: what they mean is decided when they are handled, and
a body that PTB cannot read must not keep those after it from being stored.
"""

import json
from collections.abc import Mapping
from typing import Any

from core.bot.mint import Mint
from core.store import inbox, new_id

_NOBODY = "lain"
_LARGEST_ID = 2**63


class NotAnUpdate(ValueError):
    """This is nothing that Telegram would send, and never will be."""


def read(mint: Mint, payload: object) -> inbox.Masuk:
    """Return an update as the inbox keeps it, or raise NotAnUpdate."""
    if not isinstance(payload, dict):
        raise NotAnUpdate("an update is a JSON object")
    number = payload.get("update_id")
    if not isinstance(number, int) or isinstance(number, bool) or not 0 <= number < _LARGEST_ID:
        raise NotAnUpdate("an update has a number")
    # In one order, so that a repeat has the same digest however it came.
    body = json.dumps(payload, sort_keys=True, separators=(",", ":"))
    row_id = new_id()
    return inbox.Masuk(
        id=row_id,
        update_id=number,
        sidik=mint.index.digest(f"update|{body}"),
        jalur=_lane(mint, payload),
        muatan=mint.sealer.seal(body, table="inbox", column="muatan", row=row_id),
    )


def _lane(mint: Mint, payload: Mapping[str, Any]) -> str:
    """Keep a chat in order; a press belongs to who pressed, so that in a group nobody waits."""
    pressed = payload.get("callback_query")
    if isinstance(pressed, dict):
        return _room(mint, pressed.get("from"))
    content = next((one for one in payload.values() if isinstance(one, dict)), {})
    return _room(mint, content.get("chat") or content.get("from"))


def _room(mint: Mint, whose: object) -> str:
    number = whose.get("id") if isinstance(whose, dict) else None
    return mint.ruang(number) if isinstance(number, int) else _NOBODY
