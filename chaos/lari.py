"""One run: an office under load, killed again and again, brought to rest, and balanced."""

import asyncio
import contextlib
import random
import time
from collections.abc import AsyncIterator, Coroutine, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import typer

from chaos import buka, neraca
from chaos.beban import Beban
from chaos.denyut import Denyut
from chaos.laporan import Laporan, never_hit
from chaos.layar import Layar
from chaos.orang import ISSUED
from chaos.pembunuh import Pembunuh
from chaos.penjaga import Penjaga
from chaos.rumah import Rumah, opened_rumah
from chaos.sambung import gaps
from chaos.tenang import until_quiet, workflows
from chaos.titik import KERJA, TITIK, WEB
from core.app.models import database
from core.store import opened

_START_SECONDS = 90.0
_REST_SECONDS = 180.0
_SAY_SECONDS = 15.0
_LOOK_SECONDS = 0.1
_POINTS_FACTOR = 5  # with so many kills per point, every point must have been hit


@dataclass(frozen=True)
class Ukuran:
    """How large a run is. `basis_data` empty: an SQLite file."""

    kills: int
    kasus: int
    seed: int
    replika: int = 1
    serentak: int = 24
    basis_data: str = ""


async def run(ukuran: Ukuran, folder: Path) -> Laporan:
    """Play, kill, balance."""
    dadu = random.Random(ukuran.seed)  # noqa: S311  dice that fall the same way again
    jenis = "PostgreSQL" if ukuran.basis_data else "SQLite"
    laporan = Laporan(f"{jenis}, {ukuran.replika} kerja, {ukuran.kasus} cases, seed {ukuran.seed}")
    begun = time.monotonic()
    async with opened_rumah(folder, basis_data=ukuran.basis_data, dadu=dadu) as rumah:
        beban = Beban(rumah, kasus=ukuran.kasus, serentak=ukuran.serentak, dadu=dadu)
        async with kept(rumah, ukuran.replika) as penjaga:
            pembunuh = Pembunuh(
                kills=ukuran.kills,
                medan=rumah.medan,
                penjaga=penjaga,
                peladen=rumah.peladen,
                progress=lambda: beban.kemajuan.share,
                dadu=dadu,
            )
            denyut = Denyut(rumah.store)
            async with beside(_talk(beban, pembunuh, begun), denyut.listen()):
                await asyncio.gather(beban.run(), pembunuh.run())
            rumah.peladen.tenang = True
            async with opened(database(rumah.settings)):
                rest = await until_quiet(rumah.settings, seconds=_REST_SECONDS)
        laporan.butir.append(
            neraca.none("no worker outlived its process", yatim=await rumah.induk.orphans())
        )
        laporan.kematian = pembunuh.kematian
        laporan.kena = rumah.medan.hits()
        laporan.pelan = denyut.after(
            one.saat for one in laporan.kematian if one.peran == KERJA and one.dibunuh
        )
        took = time.monotonic() - begun
        laporan.catatan["duration"] = f"{took:.0f} s, at rest after {rest:.1f} s"
        laporan.catatan["mail server"] = ", ".join(
            f"{ulah} {times}" for ulah, times in rumah.kotak.ulah.items() if times
        )
        laporan.catatan["pressed again"] = (
            f"officers {beban.meja.buku.ulang}, citizens {sum(one.ulang for one in beban.warga)}"
        )
        async with opened(database(rumah.settings)):
            await _balance(laporan, rumah, beban)
    _judge_points(laporan)
    return laporan


@contextlib.asynccontextmanager
async def beside(*work: Coroutine[Any, Any, None]) -> AsyncIterator[None]:
    """Let something go on for the length of the block."""
    tasks = [asyncio.create_task(one) for one in work]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


@contextlib.asynccontextmanager
async def kept(rumah: Rumah, replika: int) -> AsyncIterator[Sequence[Penjaga]]:
    """Keep `kerja` and `web` alive for the length of the block, then stop them politely."""
    roles = [*[KERJA] * replika, WEB]
    penjaga = [Penjaga(rumah.induk, rumah.medan, peran) for peran in roles]
    tasks = [asyncio.create_task(one.keep()) for one in penjaga]
    try:
        await _until_heard(rumah)
        yield penjaga
    finally:
        await asyncio.gather(*(one.stop() for one in penjaga))
        await asyncio.gather(*tasks, return_exceptions=True)


async def _until_heard(rumah: Rumah) -> None:
    """Wait until the bot has introduced itself."""
    async with asyncio.timeout(_START_SECONDS):
        while not rumah.store.commands:  # noqa: ASYNC110  the stand-in tells nobody
            await asyncio.sleep(_LOOK_SECONDS)


async def _balance(laporan: Laporan, rumah: Rumah, beban: Beban) -> None:
    warga = beban.warga
    surat = neraca.Surat(rumah.kotak, laporan.kematian)
    group = Layar(rumah.store, rumah.kantor.daftar_petugas[0].id, rumah.kantor.telegram.admin)
    doubt, in_doubt = await surat.in_doubt(group.all_text())
    laporan.butir += await neraca.cases(warga, in_doubt=in_doubt)
    laporan.butir += await neraca.documents(warga)
    laporan.butir += [*surat.all(warga, in_doubt=in_doubt), doubt]
    laporan.butir.append(await buka.opened(warga, rumah.kotak, rumah.settings))
    laporan.butir.append(neraca.stops(laporan.kematian))
    laporan.butir += await neraca.rest()
    laporan.sambung = await gaps(rumah.medan)
    work = await workflows(rumah.settings)
    issued = sum(one.akhir == ISSUED for one in warga)
    laporan.butir.append(
        neraca.same(
            "every workflow ended well", terbit=issued, sukses=work["SUCCESS"],
            semua=work.total(),
        )
    )  # fmt: skip
    for one in warga:
        if one.keluh:
            said = " | ".join(Layar(rumah.store, one.who).last(4))
            laporan.catatan[f"{one.who} ({one.nomor or 'no number'})"] = f"{one.keluh}: {said}"
            if one.nomor:
                laporan.catatan[f"officers on {one.nomor}"] = _officers_on(rumah, one.nomor)
    if beban.meja.buku.menyerah:
        laporan.catatan["officers gave up"] = "; ".join(beban.meja.buku.menyerah)


def _officers_on(rumah: Rumah, nomor: str) -> str:
    """Return what stands about a case in the group and in the officers' private chats."""
    officers = [one.id for one in rumah.kantor.daftar_petugas]
    group = Layar(rumah.store, officers[0], rumah.kantor.telegram.admin)
    chats = [group, *(Layar(rumah.store, one) for one in officers if one in rumah.store.chats)]
    return " | ".join(line for chat in chats for line in chat.about(nomor, 5))


def _judge_points(laporan: Laporan) -> None:
    missed = never_hit(laporan.kena)
    must = laporan.kills >= _POINTS_FACTOR * len(TITIK)
    laporan.butir.append(
        neraca.Butir(
            "every named point was hit", not (missed and must),
            f"titik {len(TITIK)}, tidak kena {', '.join(missed) or '0'}",
        )
    )  # fmt: skip


async def _talk(beban: Beban, pembunuh: Pembunuh, begun: float) -> None:
    while True:
        await asyncio.sleep(_SAY_SECONDS)
        done = beban.kemajuan
        typer.echo(
            f"{time.monotonic() - begun:6.0f} s  sent {done.terkirim}, through {done.selesai} "
            f"of {done.kasus}; kills {pembunuh.done}"
        )
