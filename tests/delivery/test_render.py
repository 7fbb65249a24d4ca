"""The warm workers: what they make, what they refuse, and what happens when one dies."""

import asyncio
import hashlib
import io
import os
import select
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Mapping
from pathlib import Path

import pikepdf
import pytest
import pytest_asyncio
from PIL import Image

from delivery import render
from delivery.lint import UnsafePDF
from delivery.render import Renderer, RenderFailed

pytestmark = pytest.mark.asyncio(loop_scope="module")

PAGE = (
    "<!doctype html><style>@page { size: 297mm 210mm } b { color: #123 }"
    "body { font-family: 'Liberation Sans' }</style>"
    "<p>Halo <b>Kudus</b>"
    "<svg width='20' height='20' viewBox='0 0 2 2'><rect width='1' height='1'/></svg>"
)
ENDLESS = "<style>table { table-layout: auto }</style><table>" + "<tr><td>a b c" * 50_000


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def renderer() -> AsyncIterator[Renderer]:
    renderer = Renderer()
    await renderer.start()
    yield renderer
    await renderer.stop()


async def test_a_page_becomes_a_pdf_with_its_font_inside(renderer: Renderer) -> None:
    pdf = await renderer.render(PAGE)
    with pikepdf.open(io.BytesIO(pdf)) as document:
        assert len(document.pages) == 1
        fonts = document.pages[0].Resources.Font
        names = {str(font.BaseFont) for font in fonts.as_dict().values()}
    assert all("Liberation-Sans" in name for name in names), names


async def test_the_same_page_gives_the_same_bytes_in_any_process(renderer: Renderer) -> None:
    ours = hashlib.sha256(await renderer.render(PAGE)).hexdigest()
    program = (
        "import hashlib, sys; from delivery.render_worker import to_pdf;"
        "print(hashlib.sha256(to_pdf(sys.stdin.read())).hexdigest())"
    )
    for seed in ("1", "2"):
        other = {"PYTHONHASHSEED": seed, "TZ": f"Etc/GMT+{seed}"}
        made = await asyncio.to_thread(_python, program, PAGE, other)
        assert made.stdout.strip() == ours


@pytest.mark.parametrize(
    "html",
    [
        "<img src='file:///etc/hostname'>",
        "<img src='foto.png'>",
        "<img src='data:image/png;base64,iVBORw0KGgo='>",
        "<link rel='stylesheet' href='http://127.0.0.1/gaya.css'>",
        "<style>@import 'gaya.css';</style>",
        "<p style=\"background: url('http://127.0.0.1/x.png')\">x",
        "<link rel='attachment' href='file:///etc/hostname'>",
        "<svg width='9' height='9'><image width='9' height='9' href='file:///etc/hostname'/></svg>",
    ],
)
async def test_a_page_that_asks_for_any_address_is_refused(renderer: Renderer, html: str) -> None:
    with pytest.raises(RenderFailed, match="outside address"):
        await renderer.render(html)


async def test_the_text_of_every_page_can_be_read_back(renderer: Renderer) -> None:
    two = "<p>satu 3319</p><p style='break-before: page'>dua</p>"
    assert await renderer.texts(await renderer.render(two)) == ("satu 3319", "dua")


async def test_what_is_no_pdf_has_no_text(renderer: Renderer) -> None:
    with pytest.raises(RenderFailed):
        await renderer.texts(b"bukan PDF")


async def test_a_page_becomes_a_picture_of_the_width_asked_for(renderer: Renderer) -> None:
    png = await renderer.picture(await renderer.render(PAGE), width=600)
    with Image.open(io.BytesIO(png)) as picture:
        assert picture.format == "PNG"
        assert picture.size == (600, 425)


async def test_a_page_that_is_not_there_cannot_be_drawn(renderer: Renderer) -> None:
    pdf = await renderer.render(PAGE)
    for asked in (1, -2):
        with pytest.raises(RenderFailed):
            await renderer.picture(pdf, page=asked)
    with pytest.raises(RenderFailed):
        await renderer.picture(b"bukan PDF")


async def test_the_lint_runs_in_the_worker_and_its_sentence_comes_back(renderer: Renderer) -> None:
    pdf = await renderer.render(PAGE)
    await renderer.check(pdf, pages=range(1, 2))
    with pytest.raises(UnsafePDF, match="seharusnya 2 halaman"):
        await renderer.check(pdf, pages=range(2, 3))


async def test_a_worker_that_was_killed_is_replaced_and_the_page_is_made(
    renderer: Renderer,
) -> None:
    before = renderer.pids
    for pid in before:
        os.kill(pid, signal.SIGKILL)
    assert (await renderer.render(PAGE)).startswith(b"%PDF")
    assert renderer.pids != before


async def test_a_page_past_its_deadline_costs_the_worker_its_life_and_nobody_else() -> None:
    renderer = Renderer(deadline=3)
    await renderer.start()
    try:
        before = renderer.pids
        with pytest.raises(RenderFailed, match="longer than 3 seconds"):
            await renderer.render(ENDLESS)
        assert (await renderer.render(PAGE)).startswith(b"%PDF")
        assert renderer.pids != before
        for pid in before:
            _await_end(pid)
    finally:
        await renderer.stop()


async def test_a_page_of_absurd_length_is_not_even_tried(renderer: Renderer) -> None:
    with pytest.raises(RenderFailed, match="too long"):
        await renderer.render("x" * (render.PAGE_LIMIT + 1))


async def test_a_worker_may_not_take_more_memory_than_it_was_given(renderer: Renderer) -> None:
    await renderer.render(PAGE)
    (pid,) = renderer.pids
    limits = Path(f"/proc/{pid}/limits").read_text(encoding="utf-8")  # noqa: ASYNC240
    (line,) = [line for line in limits.splitlines() if line.startswith("Max address space")]
    assert line.split()[3] == str(512 * 1024 * 1024)


async def test_a_page_that_nobody_waits_for_any_more_is_not_finished(renderer: Renderer) -> None:
    before = renderer.pids
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.1):
            await renderer.render(ENDLESS)
    assert (await renderer.render(PAGE)).startswith(b"%PDF")
    assert renderer.pids != before


async def test_a_worker_dies_with_its_parent() -> None:
    program = (
        "import asyncio, os; from delivery.render import Renderer\n"
        "async def main():\n"
        "    renderer = Renderer(); await renderer.start()\n"
        "    print(*renderer.pids, flush=True); os.kill(os.getpid(), 9)\n"
        "asyncio.run(main())"
    )
    made = await asyncio.to_thread(_python, program)
    pids = [int(pid) for pid in made.stdout.split()]
    assert pids
    for pid in pids:
        _await_end(pid)


async def test_a_renderer_that_is_not_running_says_so() -> None:
    with pytest.raises(RenderFailed, match="not running"):
        await Renderer().render(PAGE)


async def test_the_parent_never_loads_weasyprint() -> None:
    program = "import sys, delivery.render; sys.exit('weasyprint' in sys.modules)"
    made = await asyncio.to_thread(_python, program)
    assert made.returncode == 0


def _python(
    program: str, stdin: str = "", environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a program in an interpreter of its own, from the project's root."""
    return subprocess.run(
        [sys.executable, "-c", program],
        input=stdin,
        env=os.environ | dict(environment or {}),
        cwd=Path(render.__file__).parents[1],
        capture_output=True,
        text=True,
        check=False,
    )


def _await_end(pid: int) -> None:
    """Wait until a process that is not our child has ended; fail after ten seconds."""
    try:
        handle = os.pidfd_open(pid)
    except ProcessLookupError:
        return
    try:
        ended, _, _ = select.select([handle], [], [], 10)
        assert ended, f"process {pid} lives on"
    finally:
        os.close(handle)
