"""Tortoise's SQLite backend with BEGIN IMMEDIATE: a writer takes the write lock before it reads.

Tortoise begins deferred transactions; two processes that read and then write then fail with
"database is locked", which no busy time-out can mend. Also safe against cancellation: a task that
is cancelled while a transaction begins or ends leaves neither the lock nor the transaction behind.
"""

import sqlite3
from typing import Any, cast

from tortoise.backends.base.client import TransactionalDBClient, TransactionContext
from tortoise.backends.sqlite.client import (
    SqliteClient,
    SqliteTransactionContext,
    SqliteTransactionWrapper,
)
from tortoise.connection import get_connections
from tortoise.exceptions import OperationalError, TransactionManagementError

from core.store.finish import finish


class ImmediateTransaction(SqliteTransactionWrapper):
    """One transaction that holds SQLite's write lock from its first statement."""

    async def begin(self) -> None:
        """Take the write lock, or raise OperationalError if it is not free within busy_timeout."""
        try:
            await self._connection.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as cause:
            raise OperationalError(cause) from cause


class ImmediateContext(SqliteTransactionContext):
    """Enters and leaves an ImmediateTransaction, releasing the lock on every path."""

    async def __aenter__(self) -> TransactionalDBClient:
        await self._trxlock.acquire()
        try:
            await self.ensure_connection()
            await finish(self.connection.begin())
        except BaseException:
            await self._abandon()
            raise
        self.token = get_connections().set(self.connection_name, self.connection)
        return cast(TransactionalDBClient, self.connection)

    async def __aexit__(self, exc_type: Any, exc_val: Any, exc_tb: Any) -> None:
        connection = self.connection
        try:
            if connection._finalized:
                return
            if exc_type is None:
                await self._commit()
            elif exc_type is not TransactionManagementError:
                await finish(connection.rollback())
        finally:
            get_connections().reset(self.token)
            self._trxlock.release()

    async def _commit(self) -> None:
        try:
            await finish(self.connection.commit())
        except sqlite3.OperationalError as cause:
            await finish(self.connection._connection.rollback())
            raise OperationalError(cause) from cause

    async def _abandon(self) -> None:
        try:
            raw = self.connection._connection
            if raw is not None and raw.in_transaction:
                await finish(raw.rollback())
        finally:
            self._trxlock.release()


class ImmediateClient(SqliteClient):
    """The client that Tortoise finds through `client_class`."""

    def _in_transaction(self) -> TransactionContext:
        return ImmediateContext(ImmediateTransaction(self), self._lock)


client_class = ImmediateClient
