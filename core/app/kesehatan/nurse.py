"""Puts the looks of one process together, serves them, and feels the pulse of its loop."""

import asyncio
import contextlib
import logging
from collections.abc import Callable, Mapping

from prometheus_client import CollectorRegistry, Gauge, generate_latest

from core.app.kesehatan.look import Ask, Look, Sabar, all_of
from core.app.kesehatan.meter import Meter
from core.web.kesehatan import HealthServer, Keadaan, Tanya

_BEAT_SECONDS = 1.0
Needs = Mapping[str, tuple[Ask, Sabar]]


class Nurse:
    """Answers for one process from start to stop."""

    def __init__(
        self,
        proses: str,
        needs: Needs,
        *,
        meter: Meter,
        registry: CollectorRegistry,
        host: str,
        port: int,
        dead: Callable[[], tuple[str, ...]] = tuple,
    ) -> None:
        self._looks = {hal: Look(ask, sabar) for hal, (ask, sabar) in needs.items()}
        self._registry = registry
        self._listens = bool(port)
        self._well = Gauge(
            "adminduk_baik", "1 bila baik, 0 bila tidak.", ("hal",), registry=registry
        )
        self._lag = Gauge(
            "adminduk_jeda_detik", "Keterlambatan terakhir simpul kejadian.", registry=registry
        )
        self._lines = meter.counting_lines()
        self._beat: asyncio.Task[None] | None = None
        tanya = Tanya(proses, dead=dead, ready=self.ready, metrics=self.metrics)
        self._server = HealthServer(tanya, host=host, port=port)

    async def start(self) -> None:
        """Listen, if a port was chosen, and begin to count."""
        if self._listens:
            logging.getLogger().addHandler(self._lines)
            self._beat = asyncio.create_task(self._pulse())
            await self._server.start()

    async def stop(self) -> None:
        """Close the door and give up what is being asked."""
        logging.getLogger().removeHandler(self._lines)
        await self._server.stop()
        if self._beat is not None:
            self._beat.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._beat
        for look in self._looks.values():
            await look.stop()

    async def ready(self) -> Mapping[str, Keadaan]:
        """Ask everything that this process needs."""
        found = await all_of(self._looks)
        for hal, one in found.items():
            self._well.labels(hal).set(one.baik)
        return found

    async def metrics(self) -> bytes:
        """Ask, then write all numbers down."""
        await self.ready()
        return generate_latest(self._registry)

    async def _pulse(self) -> None:
        """Note how much later than asked for the loop comes back to us."""
        loop = asyncio.get_running_loop()
        while True:
            asked = loop.time()
            await asyncio.sleep(_BEAT_SECONDS)
            self._lag.set(max(0.0, loop.time() - asked - _BEAT_SECONDS))
