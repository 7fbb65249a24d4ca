"""What passes by itself is told from what we did wrong."""

import errno
import sqlite3

import asyncpg
import pytest
from telegram.error import BadRequest, NetworkError, RetryAfter, TimedOut
from tortoise.exceptions import DBConnectionError, IntegrityError, OperationalError

from core.bot.trouble import is_trouble
from core.store import LocksLost
from vault import BlobMissing, Busy, StorageTrouble, WrongKey


def _sqlite(code: int) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("x")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    "cause",
    [
        OperationalError(_sqlite(sqlite3.SQLITE_BUSY)),
        OperationalError(_sqlite(sqlite3.SQLITE_FULL)),
        OperationalError(_sqlite(sqlite3.SQLITE_IOERR_FSYNC)),
        _sqlite(sqlite3.SQLITE_READONLY_DBMOVED),
        asyncpg.AdminShutdownError("x"),
        asyncpg.ConnectionDoesNotExistError("x"),
        asyncpg.CannotConnectNowError("x"),
        asyncpg.TooManyConnectionsError("x"),
        asyncpg.DiskFullError("x"),
        asyncpg.LockNotAvailableError("x"),
        asyncpg.ReadOnlySQLTransactionError("x"),
        OperationalError(asyncpg.DeadlockDetectedError("x")),
        asyncpg.InterfaceError("connection is closed"),
        DBConnectionError("x"),
        OSError(errno.ENOSPC, "x"),
        OSError(errno.EFBIG, "x"),
        StorageTrouble("x"),
        ConnectionRefusedError(),
        TimeoutError(),
        LocksLost("x"),
        NetworkError("x"),
        TimedOut(),
        RetryAfter(5),
        Busy("x"),
    ],
    ids=lambda cause: f"{type(cause).__name__}-{cause}",
)
def test_trouble_of_the_ground_is_known(cause: Exception) -> None:
    assert is_trouble(cause)


@pytest.mark.parametrize(
    "cause",
    [
        OperationalError(_sqlite(sqlite3.SQLITE_ERROR)),
        OperationalError("no such column"),
        IntegrityError(sqlite3.IntegrityError("x")),
        OperationalError(asyncpg.UndefinedColumnError("x")),
        asyncpg.exceptions._base.DataError("wrong argument"),
        BadRequest("Chat not found"),
        FileNotFoundError(errno.ENOENT, "x"),
        BlobMissing("x"),
        WrongKey("x"),
        ValueError("x"),
        RuntimeError(TimeoutError),
    ],
    ids=lambda cause: f"{type(cause).__name__}-{cause}",
)
def test_a_fault_of_our_own_is_none(cause: Exception) -> None:
    assert not is_trouble(cause)
