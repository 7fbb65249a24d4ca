"""Nothing is lost: a process that is killed, a mail server that is down."""

import asyncio
import os
import signal
from pathlib import Path

import pytest

from tests.journeys.dunia import Dunia, paper
from tests.journeys.pemain import BUDI

pytestmark = pytest.mark.asyncio(loop_scope="session")


def _pid_of(role: str) -> int:
    """Return our own child that plays this role."""
    task = Path("/proc/self/task") / str(os.getpid()) / "children"
    for pid in task.read_text().split():
        if role in (Path("/proc") / pid / "cmdline").read_text().split("\0"):
            return int(pid)
    raise LookupError(role)


async def test_a_kill_in_mid_dialog_loses_and_doubles_nothing(dunia: Dunia) -> None:
    warga = await dunia.warga("Budi Santoso")
    ask = await warga.opens("KK hilang", first="Mengapa")
    await warga.tap(ask, "KK hilang", "Kartu Keluarga")
    await warga.say(BUDI.nomor_kk, "nama lengkap")
    await warga.settles()
    before = len(await dunia.klien.pesan(warga.who))

    os.kill(_pid_of("kerja"), signal.SIGKILL)
    await warga.say(BUDI.nama, "anggal lahir")  # written while nobody listens
    assert len(await dunia.klien.pesan(warga.who)) == before + 2
    await warga.say(BUDI.lahir, "KTP-el")
    sent = await dunia.klien.foto(warga.who, paper("KTP"))
    await asyncio.sleep(0.02)  # somewhere inside of taking the photo in
    os.kill(_pid_of("kerja"), signal.SIGKILL)
    await warga.wait("kehilangan", after=sent.rev)
    ask = await warga.photo(paper("SURAT"), "e-mail")
    summary = await warga.tap(ask, "Tidak punya e-mail", "Periksa")
    nomor = await warga.submits(summary)
    await dunia.rina.card(nomor, "Ambil")
    cards = [one for one in await dunia.group_messages() if nomor in one.teks]
    assert len(cards) == 1


@pytest.mark.long
async def test_a_mail_server_that_is_down_delays_and_loses_nothing(dunia: Dunia) -> None:
    warga = await dunia.warga("Budi Santoso")
    await warga.fills_hilang()
    await dunia.klien.tolak_surat(451, kali=1)
    await warga.say(warga.surel, "kode")
    await dunia.rina.card("e-mail yang tertunda")
    letter = await dunia.klien.tunggu_surat(
        lambda one: "Kode" in one.subjek and warga.surel in one.kepada, batas=110
    )
    assert letter.id
    told = [one for one in await dunia.group_messages() if "tertunda" in one.teks]
    assert len(told) == 1
    await warga.say(await dunia.code(warga.surel), "Periksa")
