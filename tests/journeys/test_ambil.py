"""Without e-mail: the office prints, the citizen collects."""

import hashlib

import pytest

from tests.journeys.dunia import Dunia
from tests.journeys.loket import code_for, print_with

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_a_print_is_collected_with_an_identity_and_ends_the_case(dunia: Dunia) -> None:
    warga, nomor = await dunia.filed(surel=False)
    rina = dunia.rina
    await rina.approves(nomor)
    await warga.wait("sedang dicetak", after=0)

    code = await code_for(dunia, nomor)
    pdf = await print_with(dunia, code)
    assert isinstance(pdf, bytes)
    assert hashlib.sha256(pdf).hexdigest() in await dunia.stored_hashes()
    assert await print_with(dunia, code) == 403, "a used code is dead"

    await rina.presses(await rina.card(nomor, "Siap diambil"), "📦")
    ready = await warga.wait("siap diambil.", after=0)
    assert "Jl. Contoh No. 1" in ready.teks
    assert "07.30" in ready.teks

    await rina.taps(await rina.card(nomor, "Diserahkan"), "🤝", "Tulis nama", nomor)
    await rina.pribadi.say("Siti", "paling sedikit")
    await rina.pribadi.say("Siti Aminah, KTP-el, istri pemohon", "tercatat")
    await warga.wait("sudah diserahkan", after=0)
    await rina.card(nomor, "Selesai")
    assert (await dunia.case(nomor)).status == "selesai"
    assert await dunia.collectors(nomor) == ["Siti Aminah, KTP-el, istri pemohon"]
