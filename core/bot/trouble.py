"""Tells trouble of the ground (database, disk, network) from a fault of our own code.

Trouble passes: what met it is tried again without counting. Everything else is ours to mend.
"""

import errno
import sqlite3

import asyncpg
from telegram.error import BadRequest, NetworkError, RetryAfter
from tortoise.exceptions import DBConnectionError

from vault import Busy, StorageTrouble

# https://www.sqlite.org/rescode.html, primary codes: the low eight bits.
_SQLITE = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_NOMEM,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_PROTOCOL,
    }
)
# https://www.postgresql.org/docs/current/errcodes-appendix.html: connection, resources, operator,
# system; a lock that was not free, one sacrificed to others, a standby that takes no writes.
_POSTGRES_CLASSES = ("08", "53", "57", "58")
_POSTGRES = frozenset({"55P03", "40001", "40P01", "25006"})
# What a full, broken or worn-out machine answers. A file that is missing is our own fault.
_MACHINE = frozenset(
    {
        errno.ENOSPC,
        errno.EFBIG,
        errno.EDQUOT,
        errno.EIO,
        errno.EROFS,
        errno.EMFILE,
        errno.ENFILE,
        errno.ENOMEM,
        errno.EAGAIN,
        errno.ENETUNREACH,
        errno.EHOSTUNREACH,
    }
)

_PASSING = (NetworkError, RetryAfter, DBConnectionError, Busy, StorageTrouble)


def is_trouble(cause: Exception) -> bool:
    """Look at an error, and at the driver's own, which Tortoise hands on as it is or wraps."""
    return any(_passes(one) for one in (cause, *cause.args))


def _passes(one: object) -> bool:
    match one:
        case sqlite3.Error():
            return getattr(one, "sqlite_errorcode", -1) & 0xFF in _SQLITE
        case asyncpg.PostgresError():
            state = one.sqlstate or ""
            return state.startswith(_POSTGRES_CLASSES) or state in _POSTGRES
        case asyncpg.InterfaceError():
            return not isinstance(one, ValueError)  # a wrong argument is ours
        case BadRequest():
            return False  # PTB counts it among the network's errors
        case OSError():
            return isinstance(one, (ConnectionError, TimeoutError)) or one.errno in _MACHINE
    return isinstance(one, _PASSING)
