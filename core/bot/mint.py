"""Seals what goes to a chat, and gives each chat the keyed digest that stands for it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from core.bot.models import GrupPindah, Kartu, Percakapan
from vault import Index, Sealer


@dataclass(frozen=True)
class Mint:
    """What is needed to seal a message and to number its chat."""

    sealer: Sealer
    index: Index
    now: Callable[[], datetime]

    def ruang(self, chat_id: int) -> str:
        """Return the keyed digest that stands for a chat."""
        return self.index.digest(f"chat|{chat_id}")

    def seal_chat(self, table: str, row: UUID | str, chat_id: int) -> bytes:
        """Seal a chat id for a row."""
        return self.sealer.seal(str(chat_id), table=table, column="chat", row=row)

    def chat(self, row: Kartu | Percakapan | GrupPindah) -> int:
        """Return the chat id of a card, of a conversation, or of a group that moved."""
        table = row._meta.db_table
        key: UUID | str = row.id if isinstance(row, Kartu) else row.ruang
        return int(self.sealer.open_text(bytes(row.chat), table=table, column="chat", row=key))
