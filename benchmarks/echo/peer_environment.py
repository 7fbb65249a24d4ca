"""The peer's own virtual environment: made once, in a cache folder, from exact versions."""

import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

VERSIONS = Path(__file__).parent / "peer.txt"
_INSTALL_SECONDS = 600


class NoPeer(RuntimeError):
    """The peer could not be installed; its text says why."""


def folder() -> Path:
    """Where it is: $ADMINDUK_BENCH_VENV, or a folder of the user's cache."""
    if given := os.environ.get("ADMINDUK_BENCH_VENV"):
        return Path(given)
    cache = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(cache) / "adminduk" / "bench-peer"


def python_of_peer() -> Path:
    """Return its interpreter, having made the environment if it is not there or is another."""
    place = folder()
    python, stamp = place / "bin" / "python", place / "versions.txt"
    wanted = f"# Python {sys.version}\n{VERSIONS.read_text()}"
    if stamp.exists() and stamp.read_text() == wanted and python.exists():
        return python
    if place.exists() and any(place.iterdir()) and not (place / "pyvenv.cfg").exists():
        raise NoPeer(f"{place} holds something else")
    print(f"installing the peer ({VERSIONS.name}) into {place}", flush=True)
    shutil.rmtree(place, ignore_errors=True)
    venv.create(place, with_pip=True)
    _install(python)
    stamp.write_text(wanted)
    return python


def _install(python: Path) -> None:
    command = [
        str(python),
        "-m",
        "pip",
        "install",
        "-qq",
        "--disable-pip-version-check",
        "--no-input",
    ]
    try:
        subprocess.run(
            [*command, "--only-binary", ":all:", "-r", str(VERSIONS)],
            check=True,
            timeout=_INSTALL_SECONDS,
            env={**os.environ, "PIP_USER": "0"},
        )
    except (OSError, subprocess.SubprocessError) as cause:
        raise NoPeer("the peer's packages could not be installed (pip says why above)") from cause
