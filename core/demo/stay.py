"""`./adminduk demo`: opens the rehearsal for hands, until Ctrl-C."""

import asyncio
import signal
import tempfile
from pathlib import Path

import typer

from core.demo.house import LOG, DemoFailed, House, last_line, opened_house


async def stay(*, data: Path | None, port: int) -> int:
    """Run the rehearsal until it is interrupted; without a folder nothing is kept after it."""
    told = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, told.set)
    with tempfile.TemporaryDirectory(prefix="adminduk-peragaan-") as scratch:
        folder = (data or Path(scratch)).resolve()
        folder.mkdir(parents=True, exist_ok=True)
        typer.echo("Menyiapkan peragaan ... (Ctrl-C untuk berhenti)")
        async with opened_house(folder, port=port, told=told) as house:
            if not told.is_set():
                typer.echo(f"\n  Buka {house.sandbox.url}/\n")
                typer.echo(f"Semua data fiktif. Catatan proses: {folder / LOG}")
                await _until_told(house, told, folder / LOG)
            typer.echo("Menghentikan peragaan ...")
    return 0


async def _until_told(house: House, told: asyncio.Event, log: Path) -> None:
    """Wait for Ctrl-C; a bot or site that ended for good before it is said."""
    ended = asyncio.create_task(house.supervisor.wait())
    waiting = asyncio.create_task(told.wait())
    try:
        await asyncio.wait({ended, waiting}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        ended.cancel()
        waiting.cancel()
    if not told.is_set():
        raise DemoFailed(f"Bot atau situs berhenti: {last_line(log)}")
