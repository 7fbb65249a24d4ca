"""A letter is drawn from what was answered so far; whatever fails, the citizen can go on."""

import asyncio
import logging
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Annotated, Any, cast

import pytest
from pydantic import BaseModel

from core.api import Bahan, Formulir, Surat, Tanya, jenis, tolak
from core.dialog import Draft, compile_form
from core.issuing import LetterRoom, Pernyataan
from core.kantor import load_kantor
from core.registry import LayananSiap
from delivery.render import RenderFailed
from vault import Blobs, SealedBlobs, Sealer

OFFICES = Path(__file__).resolve().parents[3] / "offices"
NOW = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
ANI = Draft("uji", 1, {"nama": "ANI LESTARI", "telepon": "+62812345678"})


class Isi(BaseModel):
    """The context of a page."""

    nama: str


class Press:
    """Hands the page back instead of drawing it; or fails, or never comes to an end."""

    def __init__(self, *, fails: Exception | None = None, hangs: bool = False) -> None:
        self._fails = fails
        self._hangs = hangs

    async def render(self, html: str) -> bytes:
        if self._hangs:
            await asyncio.Event().wait()
        if self._fails is not None:
            raise self._fails
        return html.encode()


class Room:
    """A room of letters with one service, whose letter is made by `isi`."""

    def __init__(self, folder: Path, isi: Callable[[Bahan], BaseModel]) -> None:
        lembar = Surat("surat.html", isi=isi, nama="Surat Pernyataan")

        class Isian(Formulir):
            nama: jenis.Nama
            surat: Annotated[jenis.Foto, Tanya("Foto suratnya", surat=lembar)]
            telepon: jenis.Telepon

        (folder / "surat.html").write_text("{{ isi.nama }}|{{ cetak.contoh }}|{{ catatan_tte }}")
        layanan = cast(Any, SimpleNamespace(kode="uji"))
        self.service = LayananSiap(layanan, compile_form(Isian, kontak=False), None, folder)
        self.blobs = SealedBlobs(Blobs(folder / "berkas"), Sealer(bytes(32)))

    async def draw(self, press: Press, *, deadline: float = 30.0) -> Pernyataan:
        room = LetterRoom(
            kantor=load_kantor(OFFICES / "contoh.toml"),
            renderer=press,
            blobs=self.blobs,
            now=lambda: NOW,
            deadline=deadline,
        )
        return await room.draw(self.service, ANI, "surat")


def filled(bahan: Bahan) -> Isi:
    return Isi(nama=cast(Any, bahan.isian).nama)


def test_nothing_is_marked_and_nobody_signs(tmp_path: Path) -> None:
    async def drawn() -> bytes:
        room = Room(tmp_path, filled)
        return await room.blobs.get((await room.draw(Press())).blob)

    assert asyncio.run(drawn()) == b"ANI LESTARI|False|"


def test_the_plugin_is_given_no_later_answer_no_officer_and_no_registry(tmp_path: Path) -> None:
    seen: list[Bahan] = []

    def looking(bahan: Bahan) -> Isi:
        seen.append(bahan)
        return Isi(nama="x")

    asyncio.run(Room(tmp_path, looking).draw(Press()))
    (bahan,) = seen
    assert cast(Any, bahan.isian).telepon is None
    assert cast(Any, bahan.isian).surat is None
    assert bahan.petugas is None
    assert bahan.penduduk == {}
    assert bahan.kantor.nama_dinas


def test_what_a_plugin_refuses_with_is_told_to_the_citizen(tmp_path: Path) -> None:
    def refuse(bahan: Bahan) -> Isi:
        tolak("Nama ayah belum diisi.")

    made = asyncio.run(Room(tmp_path, refuse).draw(Press()))
    assert made == Pernyataan(halangan="Nama ayah belum diisi.")


def faulty(bahan: Bahan) -> Isi:
    return Isi(nama=cast(Any, {"rahasia": cast(Any, bahan.isian).nama}))


def broken(bahan: Bahan) -> Isi:
    raise RuntimeError(cast(Any, bahan.isian).nama)


@pytest.mark.parametrize(
    ("isi", "press", "deadline"),
    [
        (faulty, Press(), 30.0),
        (broken, Press(), 30.0),
        (filled, Press(fails=RenderFailed("the page took longer than 30 seconds")), 30.0),
        (filled, Press(hangs=True), 0.05),
    ],
)
def test_a_fault_of_ours_gives_no_letter_and_names_nobody(
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    isi: Callable[[Bahan], BaseModel],
    press: Press,
    deadline: float,
) -> None:
    with caplog.at_level(logging.INFO):
        made = asyncio.run(Room(tmp_path, isi).draw(press, deadline=deadline))
    assert made == Pernyataan()
    (record,) = (one for one in caplog.records if one.name == "core.issuing.pernyataan")
    assert "layanan uji: surat surat tidak jadi" in record.getMessage()
    assert "ANI" not in caplog.text
