"""People who are not us (4): one who says all at once, one who leaves, three with one phone."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from core.app.models import database
from core.permohonan import Permohonan
from core.store import opened
from sandbox import Pesan
from tests.journeys.dunia import Dunia, paper
from tests.journeys.loket import counter_print
from tests.journeys.pemain import BUDI, SARIJAH, Diri, Warga

pytestmark = pytest.mark.asyncio(loop_scope="session")

Record = Callable[[str], None]
DEWI = Diri("3319992210100001", "Dewi Lestari", "05-09-2002")


async def days_pass(dunia: Dunia, days: int) -> None:
    """Let the newest draft be older."""
    async with opened(database(dunia.house.settings)):
        for row in await Permohonan.filter(status="draf").order_by("-id").limit(1):
            earlier = row.diubah_at - timedelta(days=days)
            await Permohonan.filter(id=row.id).update(dibuat_at=earlier, diubah_at=earlier)


async def up_to_birth(warga: Warga, ask: Pesan, diri: Diri) -> None:
    """Answer KK hilang up to the date of birth."""
    await warga.tap(ask, "KK hilang", "Kartu Keluarga")
    await warga.say(diri.nomor_kk, "nama lengkap")
    await warga.say(diri.nama, "anggal lahir")


async def mails_and_sends(dunia: Dunia, warga: Warga) -> str:
    """Prove the address and file."""
    await warga.say(warga.surel, "kode")
    return await warga.submits(await warga.say(await dunia.code(warga.surel), "Periksa"))


async def test_an_elder_who_says_everything_in_one_message_has_the_paper(
    dunia: Dunia, put_on_record: Record
) -> None:
    warga = await dunia.warga("Budi Santoso")
    await warga.say("Assalamualaikum, KK saya hilang, mohon dibantu", "Pilih layanan")
    await warga.say("KK hilang", "Siapkan")
    await warga.say("mulai", "Mengapa")
    await warga.say("KK hilang", "Kartu Keluarga")
    await warga.say(
        f"No KK {BUDI.nomor_kk} nama {BUDI.nama} tanggal lahir 17 Agustus 1990", "KTP-el"
    )
    await warga.photo(paper("KTP"), "kehilangan")
    await warga.photo(paper("SURAT KEHILANGAN"), "e-mail")
    nomor = await mails_and_sends(dunia, warga)
    put_on_record(f"elder who says all at once: {warga.count} messages, no tap but Kirim")
    await dunia.rina.approves(nomor)
    assert (await dunia.downloaded(warga))[:5] == b"%PDF-"


async def test_who_leaves_for_a_week_goes_on_where_he_was(
    dunia: Dunia, put_on_record: Record
) -> None:
    warga = await dunia.warga("Budi Santoso")
    ask = await warga.opens("KK hilang", first="Mengapa")
    await warga.tap(ask, "KK hilang", "Kartu Keluarga")
    await warga.say(BUDI.nomor_kk, "nama lengkap")
    await days_pass(dunia, 6)
    back = await warga.say("/start", "belum selesai")
    await warga.tap(back, "Lanjutkan", "nama lengkap")
    await warga.say(BUDI.nama, "anggal lahir")
    await warga.say(BUDI.lahir, "KTP-el")
    await warga.photo(paper("KTP"), "kehilangan")
    await warga.photo(paper("SURAT KEHILANGAN"), "e-mail")
    nomor = await mails_and_sends(dunia, warga)
    put_on_record(f"person who left for a week: {warga.count} messages and taps to the paper")
    await dunia.rina.approves(nomor)
    assert (await dunia.downloaded(warga))[:5] == b"%PDF-"


async def test_three_people_with_one_phone_each_have_their_paper(
    dunia: Dunia, put_on_record: Record
) -> None:
    warga = await dunia.warga("Keluarga Santoso")
    await up_to_birth(warga, await warga.opens("KK hilang", first="Mengapa"), BUDI)
    for diri in (SARIJAH, DEWI):
        offered = await warga.say("/start kk-ganti", "belum selesai")
        intro = await warga.tap(offered, "Isi untuk orang lain", "Siapkan")
        await up_to_birth(warga, await warga.tap(intro, "Mulai", "Mengapa"), diri)
    for left, diri in zip((3, 2, 1), (BUDI, SARIJAH, DEWI), strict=True):
        offered = await warga.say("/start", "belum selesai")
        if left > 1:
            own = next(one for one in offered.label if f" {diri.nama[:2].upper()}••" in one)
            await warga.tap(offered, own, "anggal lahir")
        else:
            await warga.tap(offered, "Lanjutkan", "anggal lahir")
        await warga.say(diri.lahir, "KTP-el")
        await warga.photo(paper("KTP", diri.nama), "kehilangan")
        ask = await warga.photo(paper("SURAT KEHILANGAN", diri.nama), "e-mail")
        nomor = await warga.submits(await warga.tap(ask, "Tidak punya e-mail", "Periksa"))
        await dunia.rina.approves(nomor)
        await dunia.klien.tunggu(
            warga.who, lambda one, n=nomor: n in one.teks and "sedang dicetak" in one.teks
        )
        assert (await counter_print(dunia, nomor))[:5] == b"%PDF-"
        await dunia.rina.presses(await dunia.rina.card(nomor, "Siap diambil"), "📦")
        ready = await dunia.klien.tunggu(
            warga.who, lambda one, n=nomor: f"({n}) siap diambil" in one.teks
        )
        assert "Jl. Contoh No. 1" in ready.teks
    put_on_record(f"three people with one phone: {warga.count} messages and taps for three papers")
