"""Times the steps of a played journey, prints each, and keeps them for langkah.json."""

import json
import time
from pathlib import Path

import typer


class Watch:
    """A stopwatch with a list."""

    def __init__(self) -> None:
        self._start = self._last = time.monotonic()
        self.steps: list[dict[str, str | float]] = []

    def step(self, what: str) -> None:
        """Note that a step is done."""
        now = time.monotonic()
        took, total = now - self._last, now - self._start
        self._last = now
        self.steps.append(
            {"langkah": what, "detik": round(took, 3), "sejak_awal": round(total, 3)}
        )
        typer.echo(f"{total:7.2f} s  (+{took:5.2f})  {what}")

    def save(self, path: Path) -> None:
        """Write the list."""
        path.write_text(json.dumps(self.steps, indent=2, ensure_ascii=False) + "\n", "utf-8")
