"""Reads every table as of one instant while others write, and fills an empty database with them.

SQLite gives the instant by a read transaction on its WAL, PostgreSQL by REPEATABLE READ. Neither
holds a writer up.
"""

import contextlib
from collections.abc import AsyncIterator, Iterator, Sequence
from graphlib import TopologicalSorter
from itertools import islice
from pathlib import Path
from typing import Any

from tortoise import Model, Tortoise, fields
from tortoise.backends.base.client import BaseDBAsyncClient
from tortoise.connection import get_connection
from tortoise.migrations.recorder import MigrationRecorder
from tortoise.transactions import in_transaction

from core.app.backup_files import HashedFile, lines
from core.app.backup_format import (
    CadanganDitolak,
    JenisNilai,
    Kepala,
    Kolom,
    Susunan,
    Tabel,
    table_file,
)
from core.app.backup_values import decode, encode
from core.store import riwayat
from core.store.database import APP

_BATCH = 200
_JENIS: tuple[tuple[type[fields.Field[Any]], JenisNilai], ...] = (
    (fields.BooleanField, JenisNilai.YA_TIDAK),
    (fields.IntField, JenisNilai.ANGKA),
    (fields.UUIDField, JenisNilai.UUID),
    (fields.DatetimeField, JenisNilai.WAKTU),
    (fields.BinaryField, JenisNilai.BITA),
    (fields.CharField, JenisNilai.TEKS),
    (fields.TextField, JenisNilai.TEKS),
)


def schema() -> tuple[Susunan, ...]:
    """Return every table of ours; one that another points to comes before it."""
    models = (Tortoise.apps or {})[APP]
    points_to = {
        model: [
            target
            for name in sorted(model._meta.fk_fields)
            if (target := model._meta.fields_map[name].related_model) is not model
        ]
        for model in models.values()
    }
    return tuple(_table(model) for model in TopologicalSorter(points_to).static_order())


@contextlib.asynccontextmanager
async def one_instant() -> AsyncIterator[BaseDBAsyncClient]:
    """Give a connection that sees the database as it is now, and no later change."""
    connection = get_connection("default")
    if is_sqlite(connection):
        # Not in_transaction(): ours takes the write lock.
        await connection.execute_query("BEGIN")
        try:
            yield connection
        finally:
            await connection.execute_query("ROLLBACK")
        return
    async with in_transaction() as connection:
        await connection.execute_query("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        # Blobs are copied in between: the instant must last, however long that takes.
        await connection.execute_query("SET LOCAL idle_in_transaction_session_timeout = 0")
        yield connection


async def write_table(connection: BaseDBAsyncClient, susunan: Susunan, folder: Path) -> Tabel:
    """Write the rows of a table into its file, a limited batch at a time."""
    file, count = HashedFile(table_file(folder, susunan.nama)), 0
    try:
        async for row in _rows(connection, susunan):
            file.write(encode(susunan.kolom, row))
            count += 1
    finally:
        jejak = file.close()
    return Tabel(susunan=susunan, baris=count, jejak=jejak)


async def read_table(connection: BaseDBAsyncClient, tabel: Tabel, folder: Path) -> None:
    """Put the rows of a file into their table, in the caller's transaction."""
    sqlite, susunan, count = is_sqlite(connection), tabel.susunan, 0
    insert = (
        f'INSERT INTO "{susunan.nama}" ({_columns(susunan)}) VALUES '  # noqa: S608  checked names
        f"({', '.join(_mark(sqlite, place) for place in range(1, len(susunan.kolom) + 1))})"
    )
    for batch in _batches(lines(table_file(folder, susunan.nama))):
        rows = [decode(susunan.kolom, line, sqlite=sqlite) for line in batch]
        await connection.execute_many(insert, rows)
        count += len(rows)
    if count != tabel.baris:
        raise CadanganDitolak(f"Tabel {susunan.nama} di cadangan tidak lengkap.")


async def head() -> Kepala:
    """Return the last line of the history, as the caller's transaction sees it."""
    last = await riwayat.head()
    return Kepala(urut=last.urut, sidik=last.sidik)


async def applied(connection: BaseDBAsyncClient) -> tuple[str, ...]:
    """Return the names of the migrations that the database has seen, in their order."""
    found = await MigrationRecorder(connection).applied_migrations()
    return tuple(sorted(one.name for one in found if one.app_label == APP))


def is_sqlite(connection: BaseDBAsyncClient) -> bool:
    """Tell the two databases apart."""
    return connection.capabilities.dialect == "sqlite"


async def _rows(
    connection: BaseDBAsyncClient, susunan: Susunan
) -> AsyncIterator[Sequence[object]]:
    """Walk a table along its primary key."""
    key, columns = susunan.kunci, _columns(susunan)
    names = [one.nama for one in susunan.kolom]
    walk = f'SELECT {columns} FROM "{susunan.nama}"'  # noqa: S608  our own names
    order = f' ORDER BY "{key}" LIMIT {_BATCH}'
    beyond = f' WHERE "{key}" > {_mark(is_sqlite(connection), 1)}'
    batch = await connection.execute_query_dict(walk + order)
    while batch:
        for row in batch:
            yield [row[name] for name in names]
        if len(batch) < _BATCH:
            return
        batch = await connection.execute_query_dict(walk + beyond + order, [batch[-1][key]])


def _batches(found: Iterator[bytes]) -> Iterator[list[bytes]]:
    while batch := list(islice(found, _BATCH)):
        yield batch


def _table(model: type[Model]) -> Susunan:
    meta = model._meta
    kolom = tuple(
        Kolom(nama=column, jenis=_kind(meta.db_table, meta.fields_map[field]))
        for field, column in meta.fields_db_projection.items()
    )
    return Susunan(nama=meta.db_table, kunci=meta.db_pk_column, kolom=kolom)


def _kind(table: str, field: fields.Field[Any]) -> JenisNilai:
    for sort, jenis in _JENIS:
        if isinstance(field, sort):
            return jenis
    raise TypeError(f"{table}.{field.model_field_name}: the backup has no word for this column")


def _columns(susunan: Susunan) -> str:
    return ", ".join(f'"{one.nama}"' for one in susunan.kolom)


def _mark(sqlite: bool, place: int) -> str:
    return "?" if sqlite else f"${place}"
