"""The rehearsal as a process: two in a row on one folder, a port that is taken, how it ends."""

import re
import socket
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import pytest_asyncio

from core.app.processes import EX_CONFIG
from core.demo.stage import BUDI
from sandbox import Klien, Pesan
from tests.browser.peragaan import Peragaan

A_FEW_SECONDS = 15.0
PATIENCE = 30.0

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.timeout(240)]


@dataclass
class Riwayat:
    """What two rehearsals in a row left behind."""

    taken: int
    urls: list[str]
    codes: list[int]
    left: list[list[str]]
    said: str
    resumed: Pesan
    refused: tuple[int, str]


async def begin_a_form(klien: Klien) -> None:
    """Fill in the first two answers of KK hilang."""
    start = await klien.tulis(BUDI.id, "/start")
    for text, label in (
        ("Pilih layanan", "KK hilang atau rusak"),
        ("Siapkan", "Mulai"),
        ("Mengapa", "KK hilang"),
    ):
        shown = await answer(klien, text, after=start.rev)
        await klien.tekan(BUDI.id, shown, next(x for x in shown.label if x.startswith(label)))
    asked = await answer(klien, "Kartu Keluarga (KK)?", after=start.rev)
    await klien.tulis(BUDI.id, BUDI.bekal[0].isi[0])
    await answer(klien, "nama lengkap", after=asked.rev)


def contents(folder: Path) -> list[Path]:
    return list(folder.iterdir())


async def answer(klien: Klien, text: str, *, after: int) -> Pesan:
    return await klien.tunggu(
        BUDI.id, lambda one: one.dari_bot and text in one.teks, sesudah=after, batas=PATIENCE
    )


async def two_in_a_row(folder: Path, scratch: Path, started: list[Peragaan]) -> Riwayat:
    """Begin a form, press Ctrl-C, start again on the same folder, go on, terminate."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        first = await Peragaan.open("--data", str(folder), "--port", str(port), scratch=scratch)
        started.append(first)
        async with Klien(first.url) as klien:
            await begin_a_form(klien)
        other = await Peragaan.launch("--data", str(folder), scratch=scratch)
        refused = (await other.ended(within=PATIENCE), other.said)
        first.press_ctrl_c()
        codes, left = [await first.ended(within=A_FEW_SECONDS)], [first.left()]
    second = await Peragaan.open("--data", str(folder), "--port", "0", scratch=scratch)
    started.append(second)
    async with Klien(second.url) as klien:
        start = await klien.tulis(BUDI.id, "/start kk-ganti")
        resumed = await answer(klien, "belum selesai", after=start.rev)
        pressed = await klien.tekan(BUDI.id, resumed, resumed.label[0])
        await answer(klien, "nama lengkap", after=pressed.rev)
    second.terminate()
    codes.append(await second.ended(within=A_FEW_SECONDS))
    left.append(second.left())
    said = first.said + second.said
    return Riwayat(port, [first.url, second.url], codes, left, said, resumed, refused)


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def riwayat(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Riwayat]:
    folder = tmp_path_factory.mktemp("kantor") / "data"
    started: list[Peragaan] = []
    try:
        yield await two_in_a_row(folder, tmp_path_factory.mktemp("scratch"), started)
    finally:
        for each in started:
            each.kill()


async def test_ctrl_c_and_sigterm_end_it_with_0_and_without_a_traceback(riwayat: Riwayat) -> None:
    assert riwayat.codes == [0, 0], riwayat.said
    assert "Traceback" not in riwayat.said
    assert "Aborted" not in riwayat.said


async def test_no_process_is_left(riwayat: Riwayat) -> None:
    assert riwayat.left == [[], []]


async def test_a_port_that_is_taken_is_named_and_another_one_is_opened(riwayat: Riwayat) -> None:
    assert f"Port {riwayat.taken} sedang dipakai" in riwayat.said
    assert not riwayat.urls[0].endswith(f":{riwayat.taken}")


async def test_a_folder_in_use_is_refused_with_one_sentence(riwayat: Riwayat) -> None:
    code, said = riwayat.refused
    assert code == EX_CONFIG
    assert said.splitlines()[-1] == "Peragaan lain sedang memakai folder data."
    assert "Traceback" not in said


async def test_what_was_begun_goes_on_after_another_start(riwayat: Riwayat) -> None:
    assert riwayat.resumed.label[0].startswith("Lanjutkan")


async def test_ctrl_c_while_it_starts_leaves_no_process_and_no_folder(tmp_path: Path) -> None:
    begun = await Peragaan.launch("--port", "0", scratch=tmp_path)
    await begun.until(re.compile("Menyiapkan"))
    begun.press_ctrl_c()
    assert await begun.ended(within=PATIENCE) == 0
    assert "Traceback" not in begun.said
    assert "Buka" not in begun.said
    assert begun.left() == []
    assert contents(tmp_path) == []
