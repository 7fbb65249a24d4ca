"""People who are not us (2): those whom a letter or a message does not reach at once."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from core.app.models import database
from core.bot.models import KodeSurel
from core.store import opened
from tests.journeys.dunia import PASSWORD, Dunia

pytestmark = pytest.mark.asyncio(loop_scope="session")

Record = Callable[[str], None]


async def a_minute_passes(dunia: Dunia) -> None:
    """Let the codes that were mailed be a minute older: between two of them a minute must pass."""
    async with opened(database(dunia.house.settings)):
        for row in await KodeSurel.all():
            earlier = row.dikirim_at - timedelta(seconds=61)
            await KodeSurel.filter(id=row.id).update(dikirim_at=earlier)


async def test_who_gives_a_wrong_address_notices_it_and_gives_the_right_one(
    dunia: Dunia, put_on_record: Record
) -> None:
    warga = await dunia.warga("Budi Santoso")
    await warga.fills_hilang()
    slip = await warga.say("warga@gmial.com", "gmail.com")
    ask = await warga.tap(slip, "Alamat saya sudah benar", "kode")
    await dunia.letter("warga@gmial.com", "Kode")  # which nobody reads
    await a_minute_passes(dunia)
    await warga.tap(ask, "Ganti alamat e-mail", "e-mail")
    await warga.say(warga.surel, "kode")
    nomor = await warga.submits(await warga.say(await dunia.code(warga.surel), "Periksa"))
    put_on_record(f"person with a wrong address: {warga.count} messages and taps to the paper")
    await dunia.rina.approves(nomor)
    assert (await dunia.downloaded(warga))[:5] == b"%PDF-"
    letters = [one for one in await dunia.klien.surat() if "warga@gmial.com" in one.kepada]
    assert [one.subjek for one in letters if "Kode" not in one.subjek] == []


async def test_whose_mail_lies_in_spam_is_told_to_look_there(
    dunia: Dunia, put_on_record: Record
) -> None:
    warga = await dunia.warga("Budi Santoso")
    await warga.fills_hilang()
    ask = await warga.say(warga.surel, "spam")
    first = await dunia.code(warga.surel)
    await a_minute_passes(dunia)
    await warga.tap(ask, "Kirim ulang kode", "spam")
    second = await dunia.klien.tunggu_surat(
        lambda one: warga.surel in one.kepada and "Kode" in one.subjek and first not in one.teks
    )
    assert second is not None
    summary = await warga.say(await dunia.code(warga.surel), "Periksa")
    nomor = await warga.submits(summary)
    await dunia.rina.approves(nomor)
    told = await warga.wait("sudah terbit", after=0)
    assert "spam" in told.teks
    reminded = await warga.say("/dokumen", "Kata sandi")
    put_on_record(f"person with mail in spam: {warga.count} messages and taps to the paper")
    assert PASSWORD.search(reminded.teks)
    assert (await dunia.downloaded(warga))[:5] == b"%PDF-"


async def test_who_blocked_the_bot_and_came_back_has_the_paper(
    dunia: Dunia, put_on_record: Record
) -> None:
    warga, nomor = await dunia.filed()
    await dunia.klien.blokir(warga.who)
    await dunia.rina.card(nomor, "memblokir bot")
    await dunia.rina.approves(nomor)
    await dunia.letter(warga.surel, "siap diunduh")
    await dunia.klien.buka_blokir(warga.who)
    sent = await dunia.klien.mulai(warga.who)
    warga.count += 1
    await warga.wait("Selamat datang kembali", after=sent.rev)
    put_on_record(f"person who had blocked the bot: {warga.count} messages and taps to the paper")
    assert (await dunia.downloaded(warga, told_by="Kata sandi"))[:5] == b"%PDF-"
    await dunia.rina.card(nomor, "Selesai")
