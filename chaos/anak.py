"""`python -m chaos.anak --config FILE --medan FOLDER kerja|web`: a process that can be killed.

It lays the traps and then goes on as the very program that `./adminduk run` starts.
"""

import runpy
import sys
from pathlib import Path
from typing import Annotated

import typer

from chaos.jebakan import lay
from chaos.medan import Medan
from chaos.percepat import hurry
from core.app.processes import PROGRAMS


def become(peran: str, config: Path, medan: Path) -> None:
    """Go on as `kerja` or `web`, with traps."""
    lay(peran, Medan(medan))
    hurry()
    program, *arguments = PROGRAMS[peran]
    sys.argv = [program, *arguments, "--anak", "--config", str(config)]
    runpy.run_module(program, run_name="__main__", alter_sys=True)


def main(
    peran: str,
    config: Annotated[Path, typer.Option()],
    medan: Annotated[Path, typer.Option()],
) -> None:
    """Start one process of the office."""
    become(peran, config, medan)


if __name__ == "__main__":
    typer.run(main)
