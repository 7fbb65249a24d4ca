"""`./adminduk demo`: opens the rehearsal for hands, until Ctrl-C."""

import asyncio
import signal
import tempfile
from pathlib import Path

import typer

from core.demo.house import LOG, opened_house


async def stay(*, data: Path | None, port: int) -> int:
    """Run the rehearsal until it is interrupted; without a folder nothing is kept after it."""
    with tempfile.TemporaryDirectory(prefix="adminduk-peragaan-") as scratch:
        folder = data or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        typer.echo("Menyiapkan peragaan ...")
        done = asyncio.Event()
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, done.set)
        async with opened_house(folder.resolve(), port=port) as house:
            typer.echo(f"\n  Buka {house.sandbox.url}/\n")
            typer.echo(
                f"Semua data fiktif. Catatan proses: {folder / LOG}. Ctrl-C untuk berhenti."
            )
            await done.wait()
            typer.echo("Menghentikan peragaan ...")
    return 0
