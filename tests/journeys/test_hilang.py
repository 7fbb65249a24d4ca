"""KK hilang and KK rusak, from hello to the file."""

import hashlib
from collections.abc import Callable

import pytest

from tests.journeys.dunia import Dunia, paper

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_a_lost_card_by_mail_ends_in_the_file_that_was_signed(
    dunia: Dunia, put_on_record: Callable[[str], None]
) -> None:
    warga, nomor = await dunia.filed()
    put_on_record(f"KK hilang: {warga.count} messages of the citizen, at most 12")
    assert warga.count <= 12
    await dunia.rina.approves(nomor)
    pdf = await dunia.downloaded(warga)
    assert hashlib.sha256(pdf).hexdigest() in await dunia.stored_hashes()
    await warga.wait("sudah diunduh", after=0)
    await dunia.rina.card(nomor, "Selesai")


async def test_who_is_not_of_the_family_is_asked_for_the_power_of_attorney(dunia: Dunia) -> None:
    warga = await dunia.warga("Agus Salim")
    ask = await warga.opens("KK hilang", first="Mengapa")
    await warga.tap(ask, "KK rusak", "Kartu Keluarga")
    await warga.say("3319990108160001", "nama lengkap")
    await warga.say("Agus Salim", "tanggal lahir")
    relation = await warga.say("02-02-1980", "hubungan")
    await warga.tap(relation, "Saya diberi kuasa", "F-1.07")
    await warga.photo(paper("SURAT KUASA F-1.07"), "KTP-el")
    await warga.photo(paper("KTP"), "rusak")
    ask = await warga.photo(paper("KARTU KELUARGA"), "e-mail")
    summary = await warga.tap(ask, "Tidak punya e-mail", "Periksa")
    assert "F-1.07" in summary.teks
    nomor = await warga.submits(summary)
    await dunia.rina.takes(nomor)
    await dunia.rina.private(nomor, "Surat kuasa F-1.07")
