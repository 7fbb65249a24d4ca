"""People who are not us (1): those whose paper leaves by another way. Each ends with it in hand,
with a ticket, or is told where, when and with what to come. Messages and taps are counted.
"""

import hashlib
from collections.abc import Callable

import pytest
from aiohttp import ClientSession

from tests.journeys.dunia import LINK, PASSWORD, Dunia, paper
from tests.journeys.loket import counter_print
from tests.journeys.pemain import number_in

pytestmark = pytest.mark.asyncio(loop_scope="session")

Record = Callable[[str], None]


async def test_who_has_no_e_mail_collects_the_print_at_the_counter(
    dunia: Dunia, put_on_record: Record
) -> None:
    warga, nomor = await dunia.filed(surel=False)
    put_on_record(f"person without e-mail: {warga.count} messages and taps to the paper in hand")
    await dunia.rina.approves(nomor)
    await warga.wait("sedang dicetak", after=0)
    assert hashlib.sha256(await counter_print(dunia, nomor)).hexdigest() in (
        await dunia.stored_hashes()
    )
    await dunia.rina.presses(await dunia.rina.card(nomor, "Siap diambil"), "📦")
    ready = await warga.wait("siap diambil.", after=0)
    assert "Jl. Contoh No. 1" in ready.teks, "where"
    assert "07.30" in ready.teks, "when"
    assert "KTP" in ready.teks, "with what"


async def test_who_must_come_in_person_has_a_ticket_that_says_where_when_and_with_what(
    dunia: Dunia, put_on_record: Record
) -> None:
    warga = await dunia.warga("Sekar Ayu")
    menu = await warga.say("/start", "Pilih layanan")
    why = await warga.tap(menu, "Perekaman KTP-el", "sidik jari")
    await warga.tap(why, "Mulai", "tanggal lahir")
    day = await warga.say("17-08-1999", "Hari apa")
    time = await warga.tap(day, day.label[2], "Pukul berapa")
    summary = await warga.tap(time, time.label[0], "Periksa")
    ticket = await warga.tap(summary, "✅ Kirim", "Tiket REG-3319")
    put_on_record(f"person who must come: {warga.count} messages and taps to the ticket")
    for part in ("Jl. Contoh No. 1", "pukul", "WIB", "Kartu Keluarga (KK)", "Gratis"):
        assert part in ticket.teks
    await dunia.rina.card(number_in(ticket), "Hadir")


async def test_who_prints_at_a_shop_leaves_nothing_on_its_computer(
    dunia: Dunia, put_on_record: Record
) -> None:
    warga, nomor = await dunia.filed()
    put_on_record(f"person at a print shop: {warga.count} messages and taps to the paper in hand")
    await dunia.rina.approves(nomor)
    told = await warga.wait("sudah terbit", after=0)
    letter = await dunia.letter(warga.surel, "siap diunduh")
    link, password = LINK.search(letter.teks), PASSWORD.search(told.teks)
    assert link is not None
    assert password is not None
    assert password[0] not in letter.teks, "who reads the mail on the shop's computer has no key"
    async with ClientSession() as computer:
        async with computer.post(link[0], data={"kata_sandi": password[0]}) as page:
            assert page.status == 200
            assert "no-store" in page.headers["Cache-Control"]
            assert nomor not in str(page.url)
        async with computer.get(link[0]) as again:
            assert ".pdf" not in await again.text(), "the next customer is asked for the password"
    assert (await dunia.downloaded(warga))[:5] == b"%PDF-"
    await dunia.rina.card(nomor, "Selesai")


async def test_who_files_for_a_neighbour_brings_the_power_of_attorney(
    dunia: Dunia, put_on_record: Record
) -> None:
    warga = await dunia.warga("Agus Salim")
    ask = await warga.opens("KK hilang", first="Mengapa")
    await warga.tap(ask, "KK hilang", "Kartu Keluarga")
    await warga.say("3319990108160001", "nama lengkap")
    await warga.say("Agus Salim", "tanggal lahir")
    relation = await warga.say("02-02-1980", "hubungan")
    await warga.tap(relation, "Saya diberi kuasa", "F-1.07")
    await warga.photo(paper("SURAT KUASA F-1.07"), "KTP-el")
    await warga.photo(paper("KTP"), "kehilangan")
    await warga.photo(paper("SURAT KEHILANGAN"), "e-mail")
    await warga.say(warga.surel, "kode")
    nomor = await warga.submits(await warga.say(await dunia.code(warga.surel), "Periksa"))
    put_on_record(f"person who files for another: {warga.count} messages and taps to the paper")
    await dunia.rina.takes(nomor)
    await dunia.rina.private(nomor, "Surat kuasa F-1.07")
    await dunia.rina.ticks(nomor)
    await dunia.rina.issues(nomor)
    assert (await dunia.downloaded(warga))[:5] == b"%PDF-"
