"""Family cards of five people: a warm worker of ours against plain WeasyPrint in the loop.

Run from the project's root: python -m benchmarks.render. Only the ratios of one run mean anything.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import jinja2
import segno
import weasyprint
from markupsafe import Markup

from benchmarks.closing import closing_line
from core.api import Keluarga, KepalaSurat, Orang
from delivery.render import Renderer
from plugins.kk import halaman

PAGES = 20
WORKERS = 2
BEAT = 0.005


def main() -> None:
    """Print pages per second and the longest time the loop stood still, of both."""
    asyncio.run(_compare(_page()))


async def _compare(html: str) -> None:
    async def plain(html: str) -> bytes:
        pdf: bytes = weasyprint.HTML(string=html).write_pdf()
        return pdf

    await plain(html)
    naive = html.replace("table-layout: fixed", "table-layout: auto")
    in_loop, in_loop_stall = await _measure(plain, naive)
    renderer = Renderer(workers=WORKERS)
    await renderer.start()
    try:
        ours, stall = await _measure(renderer.render, html)
    finally:
        await renderer.stop()
    print(f"plain WeasyPrint in the loop: {in_loop:5.1f}/s, loop still {in_loop_stall:4.0f} ms")
    print(f"{WORKERS} warm workers:               {ours:5.1f}/s, loop still {stall:4.0f} ms")
    print(
        closing_line(
            "render",
            ratio_pages=ours / in_loop,
            ratio_calm=in_loop_stall / stall,
            ours=ours,
            in_loop=in_loop,
            stall_ms=stall,
            stall_in_loop_ms=in_loop_stall,
        )
    )


async def _measure(render: Callable[[str], Awaitable[bytes]], html: str) -> tuple[float, float]:
    """Give pages per second, and the longest pause of the loop in milliseconds."""
    pauses = [BEAT]
    beating = asyncio.create_task(_beat(pauses))
    start = time.perf_counter()
    await asyncio.gather(*(render(html) for _ in range(PAGES)))
    took = time.perf_counter() - start
    await asyncio.sleep(0)
    beating.cancel()
    return PAGES / took, (max(pauses) - BEAT) * 1000


async def _beat(pauses: list[float]) -> None:
    """Note how long each short sleep really took."""
    while True:
        start = time.perf_counter()
        try:
            await asyncio.sleep(BEAT)
        finally:
            pauses.append(time.perf_counter() - start)


def _page() -> str:
    """Write the HTML of a card of five fictional people."""
    pages = jinja2.Environment(
        loader=jinja2.FileSystemLoader(Path(halaman.__file__).parent), autoescape=True
    )
    kantor = KepalaSurat("Dinas Contoh", "Contoh", "Jawa Tengah", "Rukmini", "-", "Contoh")
    isi = halaman.family_card(_family(), kantor, date(2026, 5, 8))
    qr = segno.make("https://dukcapil.contoh.id/v/0123456789", error="m")
    cetak = SimpleNamespace(
        contoh=True,
        pratinjau=False,
        qr_svg=Markup(qr.svg_inline(omitsize=True, border=4)),
        alamat_verifikasi="https://dukcapil.contoh.id/v",
        catatan_tte="Contoh.",
    )
    return pages.get_template("kk.html").render(isi=isi, cetak=cetak)


def _family() -> Keluarga:
    kepala = Orang(
        nik="3319991708900001",
        nama="BUDI SANTOSO",
        jenis_kelamin="LAKI-LAKI",
        tempat_lahir="KUDUS",
        tanggal_lahir=date(1990, 8, 17),
        agama="ISLAM",
        pendidikan="SLTA/SEDERAJAT",
        pekerjaan="KARYAWAN SWASTA",
        golongan_darah="O",
        status_perkawinan="KAWIN TERCATAT",
        tanggal_perkawinan=date(2016, 8, 1),
        shdk="KEPALA KELUARGA",
        ayah="SUROSO",
        ibu="KARTINAH",
        nomor_kk="3319990108160001",
    )
    anggota = tuple(replace(kepala, nik=f"331999170890000{n}") for n in range(1, 6))
    return Keluarga(
        nomor_kk=kepala.nomor_kk,
        kepala=kepala.nama,
        alamat="Jl. Kenari 5",
        rt="002",
        rw="005",
        kode_pos="59327",
        desa="Bae",
        kecamatan="Bae",
        kabupaten="Contoh",
        provinsi="Jawa Tengah",
        anggota=anggota,
    )


if __name__ == "__main__":
    main()
