"""`python -m core.app.web`: the process `web`, a program of its own.

It loads neither bot nor signer nor workflow engine, so a fault in a page has none of them at hand.
"""

import asyncio
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from core.app import logs
from core.app.checks.check import NotReady, Tempat, require
from core.app.checks.web import CHECKS_WEB
from core.app.processes import one_sentence, run_until_told, serve
from core.app.situs import SiteProcess
from core.settings import SettingsFault, load
from core.store import DatabaseBehind
from vault import KeyRefused

FAULTS = (SettingsFault, NotReady, KeyRefused, DatabaseBehind)


def web(
    config: Annotated[Path, typer.Option(envvar="ADMINDUK_CONFIG", help="Berkas pengaturan.")],
    anak: Annotated[bool, typer.Option("--anak", help="Berhenti bila induknya mati.")] = False,
) -> None:
    """Jalankan halaman unduh saja."""
    logs.set_up()
    settings = load(config)
    asyncio.run(require(CHECKS_WEB, Tempat(settings, os.environ, _now)))
    serve(run_until_told(SiteProcess(settings, now=_now), child=anak))


def _now() -> datetime:
    return datetime.now(UTC)


def main() -> None:
    """Run; a known fault ends it with one sentence."""
    with one_sentence(*FAULTS):
        typer.run(web)


if __name__ == "__main__":
    main()
