"""The pre-flight desk: hands an upload to a warm, limited worker, and does not wait for ever."""

import os
from collections.abc import Iterable
from dataclasses import replace
from importlib import import_module

from core.berkas import LimitedWorker
from core.berkas.worker import WorkerGone, WorkerSlow
from core.citra.cacat import Cacat
from core.citra.hasil import Hasil
from core.citra.jejak import Jejak, is_same, sidik

EYES = "core.citra.mata"
_TRIES = 2
# A picture of 12 megapixels takes less than one; a PDF of ten pages not much more.
_CPU_SECONDS = 8


class Pemeriksa:
    """Judges uploads one at a time, in a worker of their own."""

    def __init__(self, worker: LimitedWorker, *, cpu_seconds: int = _CPU_SECONDS) -> None:
        self._worker = worker
        self._cpu_seconds = cpu_seconds

    async def warm_up(self) -> None:
        """Start the worker before the first citizen waits for it."""
        await self.periksa(b"", "")

    async def periksa(
        self,
        content: bytes,
        mime: str,
        *,
        terdahulu: Iterable[Jejak] = (),
        kertas: bool = True,
    ) -> Hasil:
        """Return the verdict on one upload. The content decides, not the declared type.

        `terdahulu` are the marks of what this case already holds; `kertas` is False for a portrait
        or a house, whose writing nobody reads. Raises WorkerUnavailable when the machine cannot
        start a worker: try again, the upload is not at fault.
        """
        found = await self._look(content, mime, kertas)
        if not found.keras and is_same(found.jejak, terdahulu):
            return replace(found, cacat=(Cacat.SAMA, *found.cacat))
        return found

    def close(self) -> None:
        """End the worker at once."""
        self._worker.close()

    async def _look(self, content: bytes, mime: str, kertas: bool) -> Hasil:
        for _ in range(_TRIES):
            try:
                return await self._worker.run(_in_worker, content, mime, kertas, self._cpu_seconds)
            except WorkerSlow:
                break
            except WorkerGone:
                # It may have died idle, of something else: this upload gets a fresh one.
                continue
        return Hasil(jejak=Jejak(sidik(content)), cacat=(Cacat.TERLALU_RUMIT,))


def _in_worker(content: bytes, mime: str, kertas: bool, cpu_seconds: int) -> Hasil:
    """Call the eyes by name: the process that imports this module never loads a decoder."""
    # Read when numpy is loaded: each thread would take a share of the worker's memory.
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    found = import_module(EYES).look_confined(content, mime, kertas, cpu_seconds)
    if not isinstance(found, Hasil):
        raise TypeError("the worker answered with something else")
    return found
