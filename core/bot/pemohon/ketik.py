"""Chooses from a menu by typing: a button may be dead on an old phone, or hard to hit (U8).

Within a form the dialog does this itself; here are the menus around it.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass

from core.bot.callback import TombolMenu, data, parse
from core.bot.keyboard import Rows
from core.bot.mint import Mint
from core.bot.models import Percakapan

_FEWEST = 2  # letters of a beginning that is understood
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Pilihan:
    """A button of a menu as it was shown."""

    label: str
    tombol: TombolMenu


async def remember(mint: Mint, chat_id: int, rows: Rows) -> None:
    """Keep what the buttons of a menu say, sealed: a label may hint at who a draft is for."""
    shown = [
        (label, data(button))
        for row in rows
        for label, button in row
        if isinstance(button, TombolMenu)
    ]
    ruang = mint.ruang(chat_id)
    sealed = mint.sealer.seal(json.dumps(shown), table="percakapan", column="pilihan", row=ruang)
    await Percakapan.filter(ruang=ruang).update(pilihan=sealed)


async def recall(mint: Mint, chat_id: int) -> Sequence[Pilihan]:
    """Return the buttons of the last menu of a chat."""
    ruang = mint.ruang(chat_id)
    talk = await Percakapan.get_or_none(ruang=ruang)
    if talk is None or talk.pilihan is None:
        return ()
    opened = mint.sealer.open_text(
        bytes(talk.pilihan), table="percakapan", column="pilihan", row=ruang
    )
    found = ((label, parse(button)) for label, button in json.loads(opened))
    return [Pilihan(label, button) for label, button in found if isinstance(button, TombolMenu)]


def chosen(menu: Sequence[Pilihan], text: str) -> TombolMenu | None:
    """Return the one button that was typed: by its number, its words, or how only it begins."""
    typed = _plain(text)
    if typed.isascii() and typed.isdigit() and 1 <= int(typed[:3]) <= len(menu):
        return menu[int(typed[:3]) - 1].tombol
    same = [one for one in menu if _plain(one.label) == typed]
    begun = [one for one in menu if f"{_plain(one.label)} ".startswith(f"{typed} ")]
    for found in (same, begun):
        if len(found) == 1 and len(typed) >= _FEWEST:
            return found[0].tombol
    return None


def _plain(text: str) -> str:
    """Leave words and numbers only: no signs, no case."""
    return " ".join(_WORD.findall(text.casefold()))
