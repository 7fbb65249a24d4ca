"""A registry that is slow or broken is one that does not answer; the case goes on by hand."""

import asyncio
import logging
from pathlib import Path

import pytest

from core.api import Keluarga
from core.penduduk import (
    BerbatasWaktu,
    JawabanKeluarga,
    JawabanOrang,
    PendudukCsv,
    TidakAda,
    TidakMenjawab,
)

NIK = "3319991708900001"


class Hanging:
    """Never answers."""

    async def keluarga(self, nomor_kk: str) -> JawabanKeluarga:
        await asyncio.Event().wait()
        return TidakAda()

    async def orang(self, nik: str) -> JawabanOrang:
        await asyncio.Event().wait()
        return TidakAda()


class Broken:
    """Fails with a message that holds what it was asked."""

    async def keluarga(self, nomor_kk: str) -> JawabanKeluarga:
        raise ConnectionError(f"no route for {nomor_kk}")

    async def orang(self, nik: str) -> JawabanOrang:
        raise KeyError(nik)


async def test_an_answer_in_time_passes_through() -> None:
    port = BerbatasWaktu(PendudukCsv(Path("offices/contoh_penduduk.csv")))
    assert isinstance(await port.keluarga("3319990108160001"), Keluarga)
    assert await port.orang("3319990000000000") == TidakAda()


async def test_a_registry_that_hangs_does_not_answer() -> None:
    port = BerbatasWaktu(Hanging(), detik=0.01)
    assert await port.keluarga(NIK) == TidakMenjawab()
    assert await port.orang(NIK) == TidakMenjawab()


async def test_a_registry_that_breaks_does_not_answer_and_logs_no_number(
    caplog: pytest.LogCaptureFixture,
) -> None:
    port = BerbatasWaktu(Broken())
    with caplog.at_level(logging.DEBUG):
        assert await port.orang(NIK) == TidakMenjawab()
        assert await port.keluarga(NIK) == TidakMenjawab()
    assert "KeyError" in caplog.text
    assert NIK not in caplog.text


async def test_whoever_stops_waiting_is_not_held_back() -> None:
    waiting = asyncio.create_task(BerbatasWaktu(Hanging(), detik=60).orang(NIK))
    await asyncio.sleep(0)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
