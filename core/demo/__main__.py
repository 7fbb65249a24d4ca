"""`python -m core.demo`: the verb `demo`, its own program: production needs no sandbox."""

import asyncio
import logging
from pathlib import Path
from typing import Annotated

import typer

from core.app import logs
from core.app.processes import one_sentence
from core.demo.auto import play
from core.demo.house import DemoFailed
from core.demo.stay import stay
from core.settings import SettingsFault
from sandbox import PortTerpakai

PAGE_PORT = 8090


def demo(
    auto: Annotated[bool, typer.Option("--auto", help="Mainkan seluruh alur sendiri.")] = False,
    out: Annotated[Path, typer.Option(help="Folder hasil untuk --auto.")] = Path("demo-out"),
    data: Annotated[
        Path | None, typer.Option(help="Folder data; tanpa ini semua dilupakan sesudahnya.")
    ] = None,
    port: Annotated[int, typer.Option(help="Port halaman peragaan.")] = PAGE_PORT,
) -> None:
    """Peragaan di mesin ini: tanpa token, tanpa internet, data fiktif."""
    logs.set_up(logging.WARNING)
    if auto:
        out.mkdir(parents=True, exist_ok=True)
    work = play(out, data=data) if auto else stay(data=data, port=port)
    raise typer.Exit(asyncio.run(work))


def main() -> None:
    """Run the rehearsal; a known fault ends it with one sentence."""
    with one_sentence(DemoFailed, PortTerpakai, SettingsFault):
        typer.run(demo)


if __name__ == "__main__":
    main()
