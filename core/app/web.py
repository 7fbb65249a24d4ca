"""`python -m core.app.web`: the process `web`, a program of its own.

It loads neither bot nor signer nor workflow engine, so a fault in a page has none of them at hand.
"""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from core.app import logs
from core.app.processes import one_sentence, run_until_told, serve
from core.app.situs import SiteProcess
from core.settings import SettingsFault, load
from core.store import DatabaseBehind
from vault import KeyRefused

FAULTS = (SettingsFault, KeyRefused, DatabaseBehind)


def web(
    config: Annotated[Path, typer.Option(envvar="ADMINDUK_CONFIG", help="Berkas pengaturan.")],
    anak: Annotated[bool, typer.Option("--anak", help="Berhenti bila induknya mati.")] = False,
) -> None:
    """Jalankan halaman unduh saja."""
    logs.set_up()
    site = SiteProcess(load(config), now=lambda: datetime.now(UTC))
    serve(run_until_told(site, child=anak))


def main() -> None:
    """Run; a known fault ends it with one sentence."""
    with one_sentence(*FAULTS):
        typer.run(web)


if __name__ == "__main__":
    main()
