"""The page about one process, by itself."""

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from dataclasses import replace

import pytest
from aiohttp import ClientSession, ClientTimeout

from core.demo.house import free_port
from core.web.kesehatan import HealthServer, Keadaan, Tanya

NIK = "3319990108160001"


class Patient:
    """Says what a test wants."""

    def __init__(self) -> None:
        self.mati: tuple[str, ...] = ()
        self.found: Mapping[str, Keadaan] = {"basis_data": Keadaan(True, "", 0.25)}

    def dead(self) -> tuple[str, ...]:
        return self.mati

    async def ready(self) -> Mapping[str, Keadaan]:
        return self.found

    async def metrics(self) -> bytes:
        return b"a 1\n"


@pytest.fixture
def patient() -> Patient:
    return Patient()


@pytest.fixture
def tanya(patient: Patient) -> Tanya:
    return Tanya("kerja", dead=patient.dead, ready=patient.ready, metrics=patient.metrics)


@pytest.fixture
async def port(tanya: Tanya) -> AsyncIterator[int]:
    port = free_port()
    server = HealthServer(tanya, host="127.0.0.1", port=port)
    await server.start()
    yield port
    await server.stop()


async def ask(port: int, path: str) -> tuple[int, str]:
    async with (
        ClientSession(timeout=ClientTimeout(total=30)) as session,
        session.get(f"http://127.0.0.1:{port}{path}") as answer,
    ):
        assert answer.headers["Cache-Control"] == "no-store"
        return answer.status, await answer.text()


async def test_all_well_is_200(port: int) -> None:
    status, text = await ask(port, "/readyz")
    assert status == 200
    assert json.loads(text) == {
        "siap": True,
        "proses": "kerja",
        "periksa": {"basis_data": {"baik": True, "kata": "", "umur_detik": 0.2}},
    }


async def test_one_that_is_not_well_is_503(port: int, patient: Patient) -> None:
    patient.found = {"a": Keadaan(True), "b": Keadaan(False, "lambat")}
    status, text = await ask(port, "/readyz")
    assert status == 503
    assert json.loads(text)["siap"] is False
    assert json.loads(text)["periksa"]["b"]["kata"] == "lambat"


async def test_nothing_known_is_not_ready(port: int, patient: Patient) -> None:
    patient.found = {}
    assert (await ask(port, "/readyz"))[0] == 503


async def test_a_part_that_died_is_told_by_name(port: int, patient: Patient) -> None:
    patient.mati = ("pengirim surat",)
    status, text = await ask(port, "/healthz")
    assert (status, json.loads(text)["mati"]) == (503, ["pengirim surat"])


async def test_numbers_have_prometheus_own_type(port: int) -> None:
    assert await ask(port, "/metrics") == (200, "a 1\n")


async def test_an_error_inside_quotes_nothing(tanya: Tanya) -> None:
    async def broken() -> bytes:
        raise LookupError(NIK)

    port = free_port()
    server = HealthServer(replace(tanya, metrics=broken), host="127.0.0.1", port=port)
    await server.start()
    async with (
        ClientSession(timeout=ClientTimeout(total=30)) as session,
        session.get(f"http://127.0.0.1:{port}/metrics") as answer,
    ):
        assert answer.status == 500
        assert answer.headers["Cache-Control"] == "no-store"
        assert await answer.text() == "500\n"
    await server.stop()


async def test_a_broken_request_is_answered_plainly(port: int) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"GET /{NIK}\x01 HTTP/9.9\r\n\r\n".encode())
    async with asyncio.timeout(30):
        answer = await reader.read()
    writer.close()
    assert b" 400 " in answer.partition(b"\r\n")[0]
    assert NIK.encode() not in answer


async def test_port_0_listens_nowhere(tanya: Tanya) -> None:
    server = HealthServer(tanya, host="127.0.0.1", port=0)
    await server.start()
    await server.stop()


async def test_a_port_that_is_taken_is_said(tanya: Tanya, port: int) -> None:
    server = HealthServer(tanya, host="127.0.0.1", port=port)
    with pytest.raises(OSError, match="in use"):
        await server.start()
    await server.stop()
