"""The reading desk, from a photo to what stands on it, or nothing."""

import io
import logging
import time

import pytest
from PIL import Image

from benchmarks.baca.kartu import content, generator
from benchmarks.baca.potret import portrait
from core.api.bacaan import Bacaan
from core.baca import Mesin, Pembaca
from core.berkas import LimitedWorker
from tests.core.baca.conftest import MakeProgram

PATIENT = 60.0
JPEG = "image/jpeg"


@pytest.fixture(scope="module")
def photo() -> bytes:
    """A good photo of a fictional card."""
    return portrait(1, "ktp", "baik")[1]


async def test_a_card_is_read(mesin: Mesin, worker: LimitedWorker, photo: bytes) -> None:
    isi = content(generator(1))
    found = await Pembaca(mesin, worker, detik=PATIENT).baca(photo, JPEG, ("nik", "nama"))
    assert found == Bacaan(nik=isi.kepala.nik, nama=isi.kepala.nama)


async def test_a_family_cards_number_is_read(mesin: Mesin, worker: LimitedWorker) -> None:
    isi, photo = portrait(1, "kk", "baik")
    found = await Pembaca(mesin, worker, detik=PATIENT).baca(photo, JPEG, ("nomor_kk",))
    assert found == Bacaan(nomor_kk=isi.nomor_kk)


async def test_only_what_is_asked_for_is_read(
    mesin: Mesin, worker: LimitedWorker, photo: bytes
) -> None:
    found = await Pembaca(mesin, worker, detik=PATIENT).baca(photo, JPEG, ("nik",))
    assert found.nik is not None
    assert found.nama is None


async def test_what_is_no_picture_is_not_read(mesin: Mesin, worker: LimitedWorker) -> None:
    pembaca = Pembaca(mesin, worker, detik=PATIENT)
    assert await pembaca.baca(b"not a photo", JPEG, ("nik",)) == Bacaan()


async def test_one_that_is_late_has_read_nothing_and_nobody_waits(
    program: MakeProgram, worker: LimitedWorker, photo: bytes
) -> None:
    hurried = Pembaca(program("exec sleep 600"), worker, detik=1.0)
    await hurried.warm_up()
    start = time.monotonic()
    assert await hurried.baca(photo, JPEG, ("nik",)) == Bacaan()
    assert time.monotonic() - start < 30
    pid = worker.pid
    await hurried.close()
    assert pid, "the worker was not ended over it"


async def test_a_number_that_reads_otherwise_the_second_time_is_not_read(
    program: MakeProgram, worker: LimitedWorker, photo: bytes
) -> None:
    row = r"5\t1\t1\t1\t1\t{n}\t{x}\t100\t200\t30\t95\t{text}\n"
    page = row.format(n=1, x=10, text="NIK") + row.format(n=2, x=300, text="3319991708900001")
    line = row.format(n=1, x=10, text="3319991708900007")
    machine = program(
        f"cat >/dev/null\ncase $* in *whitelist*) printf '{line}';; *) printf '{page}';; esac"
    )
    assert await Pembaca(machine, worker, detik=PATIENT).baca(photo, JPEG, ("nik",)) == Bacaan()


async def test_a_program_that_was_removed_is_no_trouble(
    worker: LimitedWorker, photo: bytes
) -> None:
    pembaca = Pembaca(Mesin("/nowhere/tesseract"), worker, detik=PATIENT)
    assert await pembaca.baca(photo, JPEG, ("nik",)) == Bacaan()


async def test_what_was_read_stays_out_of_the_log(
    mesin: Mesin, worker: LimitedWorker, photo: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        found = await Pembaca(mesin, worker, detik=PATIENT).baca(photo, JPEG, ("nik", "nama"))
        logging.getLogger().info("%s %r", found, found)
    assert found.nik is not None
    assert found.nik not in caplog.text
    assert "nik" in caplog.text


async def test_a_pdf_is_read_by_its_first_page(
    mesin: Mesin, worker: LimitedWorker, photo: bytes
) -> None:
    paper = _pdf_of(photo)
    found = await Pembaca(mesin, worker, detik=PATIENT).baca(paper, "application/pdf", ("nik",))
    assert found.nik == content(generator(1)).kepala.nik


def _pdf_of(photo: bytes) -> bytes:
    out = io.BytesIO()
    Image.open(io.BytesIO(photo)).save(out, "PDF")
    return out.getvalue()
