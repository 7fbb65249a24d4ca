"""Lets units of work that count something pass one at a time."""

from tortoise.connection import get_connection


async def one_at_a_time(name: str) -> None:
    """Wait until no other unit of work is past the turnstile `name`, and keep it until our end.

    On SQLite a unit of work holds the only write lock from its first statement: nothing to do.
    """
    connection = get_connection("default")
    if connection.capabilities.dialect == "postgres":
        await connection.execute_query("SELECT pg_advisory_xact_lock(hashtext($1))", [name])
