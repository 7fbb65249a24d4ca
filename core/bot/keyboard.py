"""What stands under a message: buttons that press, and buttons that copy a text."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from core.bot.callback import TombolMenu, TombolPetugas, TombolWarga, data

Tombol = TombolWarga | TombolPetugas | TombolMenu


@dataclass(frozen=True)
class Salin:
    """A button that copies a text."""

    teks: str


Rows = Sequence[Sequence[tuple[str, Tombol | Salin]]]


def markup(rows: Rows) -> dict[str, Any]:
    """Give the parameter that draws a keyboard; nothing for no rows."""
    if not rows:
        return {}
    drawn = [[_button(label, target) for label, target in row] for row in rows]
    return {"reply_markup": {"inline_keyboard": drawn}}


def _button(label: str, target: Tombol | Salin) -> dict[str, Any]:
    if isinstance(target, Salin):
        return {"text": label, "copy_text": {"text": target.teks}}
    return {"text": label, "callback_data": data(target)}
