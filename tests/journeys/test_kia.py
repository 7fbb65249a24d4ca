"""A child's card: filed from the phone, made by the office, collected with an identity."""

import pytest

from tests.journeys.dunia import Dunia, paper
from tests.journeys.loket import code_in, print_with

pytestmark = pytest.mark.asyncio(loop_scope="session")

AKTA = "3319-LT-20012026-0015"


async def test_a_childs_card_is_never_mailed_and_is_handed_over(dunia: Dunia) -> None:
    warga, rina = await dunia.warga("Budi Santoso"), dunia.rina
    await warga.opens("KIA baru", first="KK")
    await warga.say("3319990108160001", "nama")
    await warga.say("Aisyah Putri Santoso", "lahir")
    await warga.say("14-01-2026", "akta")
    ask = await warga.say(AKTA, "olongan darah")
    await warga.tap(ask, "AB", "KTP-el ayah")
    ask = await warga.photo(paper("KTP"), "satu lagi")
    summary = await warga.tap(ask, "Hanya satu orang tua atau wali", "Periksa")
    nomor = await warga.submits(summary)
    letters = len(await dunia.klien.surat())

    await rina.approves(nomor)
    await warga.wait("sedang dicetak", after=0)
    code = code_in(await rina.taps(await rina.card(nomor, "Kode cetak"), "🖨", "Kode cetak", nomor))
    sheet = await print_with(dunia, code)
    assert isinstance(sheet, bytes)
    await rina.presses(await rina.card(nomor, "Siap diambil"), "📦")
    await warga.wait("siap diambil.", after=0)
    await rina.taps(await rina.card(nomor, "Diserahkan"), "🤝", "Tulis nama", nomor)
    await rina.pribadi.say("Siti Aminah, KTP-el, ibu anak", "tercatat")
    await warga.wait("sudah diserahkan", after=0)
    await rina.card(nomor, "Selesai")
    assert len(await dunia.klien.surat()) == letters, "nothing is mailed for a card"
    assert (await dunia.case(nomor)).status == "selesai"
