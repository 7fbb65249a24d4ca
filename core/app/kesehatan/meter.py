"""Counts what a process does, in a registry that is its own, and remembers when it last did it."""

import logging
import time
from collections.abc import Callable

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector

# As they are counted: what, and how it ended.
PESAN_MASUK, TELEGRAM, SURAT = "pesan_masuk", "telegram", "surat"
BAIK = "baik"
_DRAWING = (0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30)


class Meter:
    """Numbers of one process; none of them is about a person."""

    def __init__(
        self,
        registry: CollectorRegistry,
        *,
        restarts: int = 0,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._clock = clock
        self._seen: dict[tuple[str, str], float] = {}
        ProcessCollector(registry=registry)
        self._counted = Counter(
            "adminduk_hasil", "Yang dikerjakan proses ini, menurut hasilnya.",
            ("apa", "hasil"), registry=registry,
        )  # fmt: skip
        self._calls = Counter(
            "adminduk_telegram", "Panggilan ke Bot API, menurut metode dan hasilnya.",
            ("metode", "hasil"), registry=registry,
        )  # fmt: skip
        self._lines = Counter(
            "adminduk_catatan", "Baris log, menurut tingkatnya.", ("tingkat",), registry=registry
        )
        self._drawn = Histogram(
            "adminduk_gambar_detik", "Lamanya menggambar satu halaman.",
            buckets=_DRAWING, registry=registry,
        )  # fmt: skip
        births = Gauge(
            "adminduk_dimulai_ulang", "Berapa kali pengawas memulai ulang proses ini.",
            registry=registry,
        )  # fmt: skip
        births.set(restarts)
        for level in ("warning", "error", "critical"):
            self._lines.labels(level)

    def count(self, what: str, outcome: str) -> None:
        """Count one thing that was done."""
        self._counted.labels(what, outcome).inc()
        self._seen[what, outcome] = self._clock()

    def call(self, method: str, outcome: str) -> None:
        """Count one call of the Bot API."""
        self._calls.labels(method, outcome).inc()
        self._seen[method, outcome] = self._clock()
        self._seen[TELEGRAM, outcome] = self._clock()

    def drawing(self, seconds: float) -> None:
        """Record how long a page took."""
        self._drawn.observe(seconds)

    def age(self, what: str, outcome: str) -> float | None:
        """Return the seconds since this last happened here, or None if it never did."""
        seen = self._seen.get((what, outcome))
        return None if seen is None else self._clock() - seen

    def counting_lines(self) -> logging.Handler:
        """Return a log handler that counts warnings and errors."""
        return _LineCounter(self._lines)


class _LineCounter(logging.Handler):
    def __init__(self, lines: Counter) -> None:
        super().__init__(logging.WARNING)
        self._lines = lines

    def emit(self, record: logging.LogRecord) -> None:
        """Count one line."""
        self._lines.labels(record.levelname.lower()).inc()
