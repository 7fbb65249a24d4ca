"""Small pieces of Telegram's HTML."""

import html
from collections.abc import Sequence


def plain(text: str) -> str:
    """Escape a text that people or plugins wrote."""
    return html.escape(text, quote=False)


def bullets(lines: Sequence[str]) -> str:
    """Write lines as a list; they are escaped here."""
    return "\n".join(f"• {plain(line)}" for line in lines)
