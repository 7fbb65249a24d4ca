"""The desk and its worker: who computes too long, takes too much, or tries to break out."""

import os
import resource
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from core.berkas import LimitedWorker
from core.citra import Cacat, Pemeriksa
from core.citra.kurung import is_shut_in, shut_in

Tulis = Callable[..., bytes]
ROOT = Path(__file__).parents[3]
SECONDS = 90


async def test_a_photo_goes_through_the_worker_and_comes_back_clean(
    pemeriksa: Pemeriksa,
    surat: Image.Image,
    tulis: Tulis,
    record_property: Callable[[str, object], None],
) -> None:
    await pemeriksa.warm_up()
    photo = tulis(surat.resize((3024, 4032)), quality=90)
    start = time.perf_counter()
    found = await pemeriksa.periksa(photo, "image/jpeg")
    # How long 12 megapixels took is noted, not asked: the machine may have other things to do.
    record_property("seconds_12_megapixels", round(time.perf_counter() - start, 2))
    assert found.cacat == ()
    assert found.ukuran.tinggi == 4032
    assert found.bersih is not None
    assert found.bersih.tinggi == 2400


@pytest.mark.parametrize("name", ["PNG", "WEBP", "HEIF"])
async def test_every_kind_of_photo_can_be_opened_behind_the_bars(
    pemeriksa: Pemeriksa, surat: Image.Image, tulis: Tulis, name: str
) -> None:
    assert (await pemeriksa.periksa(tulis(surat, name), "")).cacat == ()


async def test_a_pdf_can_be_opened_behind_the_bars(
    pemeriksa: Pemeriksa, pdf: Callable[..., bytes]
) -> None:
    found = await pemeriksa.periksa(pdf(2), "application/pdf")
    assert found.cacat == ()
    assert found.bersih is not None
    assert found.bersih.halaman == 2


async def test_a_picture_that_was_sent_before_is_told_and_can_be_kept(
    pemeriksa: Pemeriksa, surat: Image.Image, tulis: Tulis
) -> None:
    first = await pemeriksa.periksa(tulis(surat, quality=90), "")
    again = await pemeriksa.periksa(tulis(surat, quality=60), "", terdahulu=[first.jejak])
    assert again.utama is Cacat.SAMA
    assert again.bersih is not None


async def test_what_was_refused_is_not_called_a_repetition(pemeriksa: Pemeriksa) -> None:
    first = await pemeriksa.periksa(b"halo", "")
    again = await pemeriksa.periksa(b"halo", "", terdahulu=[first.jejak])
    assert again.cacat == (Cacat.BUKAN_FOTO,)


async def test_who_wants_more_memory_than_there_is_gets_a_fault_and_the_next_one_is_seen(
    surat: Image.Image, tulis: Tulis
) -> None:
    worker = LimitedWorker(detik=SECONDS)
    desk = Pemeriksa(worker, cpu_seconds=SECONDS)
    await desk.warm_up()
    limit = size(worker.pid) + 48 * 1024 * 1024
    resource.prlimit(worker.pid, resource.RLIMIT_AS, (limit, limit))
    hungry = tulis(Image.new("RGB", (7000, 5000), "grey"), "PNG")
    assert (await desk.periksa(hungry, "")).cacat == (Cacat.TERLALU_RUMIT,)
    assert (await desk.periksa(tulis(surat.resize((240, 320))), "")).bersih is not None
    desk.close()


def size(pid: int) -> int:
    """Return how much address space a process has."""
    status = Path(f"/proc/{pid}/status").read_text()
    return 1024 * int(status.partition("VmSize:")[2].split()[0])


async def test_the_kernel_ends_whoever_computes_too_long(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    worker = LimitedWorker(detik=SECONDS)
    desk = Pemeriksa(worker)
    monkeypatch.setattr("core.citra.pemeriksa._in_worker", spin)
    found = await desk.periksa(b"x", "")
    assert found.cacat == (Cacat.TERLALU_RUMIT,)
    desk.close()


def spin(content: bytes, mime: str, kertas: bool, cpu_seconds: int) -> None:
    """Stand for a decoder that never ends."""
    shut_in(0)
    while True:
        pass


async def test_whoever_sleeps_for_ever_is_killed_by_the_clock(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    desk = Pemeriksa(LimitedWorker(detik=0.5))
    monkeypatch.setattr("core.citra.pemeriksa._in_worker", doze)
    assert (await desk.periksa(b"x", "")).cacat == (Cacat.TERLALU_RUMIT,)
    desk.close()


def doze(content: bytes, mime: str, kertas: bool, cpu_seconds: int) -> None:
    """Stand for a decoder that waits."""
    time.sleep(SECONDS)


def attempts() -> dict[str, bool]:
    """Shut this process in, and tell which ways out are open."""
    shut_in(SECONDS)
    ways: dict[str, Callable[[], object]] = {
        "read": lambda: Path("/etc/passwd").read_bytes(),
        "connect": lambda: socket.create_connection(("127.0.0.1", 9), timeout=1),
        "socket": lambda: socket.socket(socket.AF_UNIX),
        "exec": lambda: os.execv("/bin/true", ["/bin/true"]),
        "kill": lambda: os.kill(os.getppid(), 0),
        "remove": lambda: Path("tidak-ada-citra").unlink(),
    }
    found = {"shut": not is_shut_in()}
    for name, way in ways.items():
        try:
            way()
        except PermissionError:
            found[name] = False
        except OSError as fault:
            found[name] = not str(fault).startswith("[Errno 24]")
        else:
            found[name] = True
    return found


async def test_from_behind_the_bars_there_is_no_way_out() -> None:
    worker = LimitedWorker(detik=SECONDS)
    assert not any((await worker.run(attempts)).values())
    # Shut in once more, for the next upload: it goes on working.
    assert not any((await worker.run(attempts)).values())
    worker.close()


def test_who_imports_the_desk_loads_no_decoder() -> None:
    code = (
        "import sys, core.citra;"
        "print([m for m in ('numpy', 'pillow_heif', 'pypdfium2') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
