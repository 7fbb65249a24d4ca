"""Puts a deadline around a registry: one that is slow or broken is one that does not answer."""

import asyncio
import logging
from collections.abc import Awaitable
from typing import TypeVar

from core.penduduk.port import DataPenduduk, JawabanKeluarga, JawabanOrang, TidakMenjawab

log = logging.getLogger(__name__)

DETIK = 5.0
T = TypeVar("T")


class BerbatasWaktu:
    """A registry that answers within `detik`, or not at all; it never raises."""

    def __init__(self, port: DataPenduduk, *, detik: float = DETIK) -> None:
        self._port = port
        self._detik = detik

    async def keluarga(self, nomor_kk: str) -> JawabanKeluarga:
        """Return the family of a No. KK, or silence."""
        return await self._answer(self._port.keluarga(nomor_kk))

    async def orang(self, nik: str) -> JawabanOrang:
        """Return the person of a NIK, or silence."""
        return await self._answer(self._port.orang(nik))

    async def _answer(self, question: Awaitable[T]) -> T | TidakMenjawab:
        try:
            async with asyncio.timeout(self._detik):
                return await question
        except TimeoutError:
            log.warning("the population registry did not answer in %s s", self._detik)
        except Exception as cause:
            # Only the class: a foreign message may quote the number that was asked for.
            log.error("the population registry failed: %s", type(cause).__name__)
        return TidakMenjawab()
