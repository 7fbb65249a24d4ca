"""A program that migrates a database and dies right before its n-th statement of a schema.

Arguments: the database's URL and n; 0 lives. Prints how many statements there were.
"""

import asyncio
import os
import signal
import sys
from typing import Any

from tortoise.migrations.schema_editor.base import BaseSchemaEditor
from tortoise.migrations.schema_editor.sqlite import SqliteSchemaEditor

from core.app.models import MODELS
from core.store import Database, opened


class Hitung:
    """Counts what the schema editors run, and dies before one of them."""

    def __init__(self, last: int) -> None:
        self._last = last
        self.count = 0

    def watch(self, editor: type[BaseSchemaEditor]) -> None:
        """Wrap the one method through which an editor changes the schema."""
        run_sql = editor._run_sql

        async def counted(one: Any, sql: str) -> None:
            self.count += 1
            if self.count == self._last:
                os.kill(os.getpid(), signal.SIGKILL)
            await run_sql(one, sql)

        setattr(editor, "_run_sql", counted)  # noqa: B010  a method is assigned


async def main(url: str, last: int) -> int:
    """Migrate."""
    hitung = Hitung(last)
    hitung.watch(SqliteSchemaEditor if url.startswith("sqlite:") else BaseSchemaEditor)
    async with opened(Database(url, MODELS)) as store:
        await store.migrate()
    return hitung.count


if __name__ == "__main__":
    print(asyncio.run(main(sys.argv[1], int(sys.argv[2]))))
