"""`python -m chaos`: the verb `chaos` of `./adminduk`. Exit code 0 only if every promise held."""

import asyncio
import contextlib
import logging
import secrets
import tempfile
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from chaos.lari import Ukuran, run
from core.app import logs
from sandbox.postgres import postgres

_SEEDS = 1_000_000


class Basis(StrEnum):
    """Which database."""

    SQLITE = "sqlite"
    POSTGRES = "postgres"


def chaos(
    kills: Annotated[int, typer.Option(help="Berapa kali proses dibunuh.")] = 100,
    cases: Annotated[int, typer.Option(help="Berapa permohonan diajukan.")] = 200,
    db: Annotated[Basis, typer.Option(help="Basis data.")] = Basis.SQLITE,
    seed: Annotated[int | None, typer.Option(help="Benih dadu; tanpa ini acak.")] = None,
    replicas: Annotated[int, typer.Option(help="Banyak kerja (hanya PostgreSQL).")] = 2,
    folder: Annotated[Path | None, typer.Option(help="Folder kosong (tanpa: sementara).")] = None,
    together: Annotated[int, typer.Option(help="Warga yang mengisi bersamaan.")] = 24,
) -> None:
    """Bunuh proses berulang kali di tengah pekerjaan, lalu hitung apakah semua janji ditepati."""
    logs.set_up(logging.ERROR)
    with _database(db) as url, _place(folder) as place:
        ukuran = Ukuran(
            kills,
            cases,
            seed if seed is not None else secrets.randbelow(_SEEDS),
            replika=replicas if db is Basis.POSTGRES else 1,
            serentak=together,
            basis_data=url,
        )
        laporan = asyncio.run(run(ukuran, place))
    laporan.say()
    raise typer.Exit(0 if laporan.baik else 1)


@contextlib.contextmanager
def _database(db: Basis) -> Iterator[str]:
    if db is Basis.SQLITE:
        yield ""
        return
    with postgres() as server:
        url = server.fresh()
        try:
            yield url
        finally:
            server.drop(url)


@contextlib.contextmanager
def _place(folder: Path | None) -> Iterator[Path]:
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
        yield folder.resolve()
        return
    with tempfile.TemporaryDirectory(prefix="adminduk-chaos-") as scratch:
        yield Path(scratch)


if __name__ == "__main__":
    typer.run(chaos)
