"""What the group can read and what the processes log names no citizen."""

import pytest

from tests.journeys.dunia import PASSWORD, Dunia
from tests.journeys.rahasia import leaks_in

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_group_and_log_name_nobody(dunia: Dunia) -> None:
    warga, nomor = await dunia.filed()
    rina = dunia.rina
    await rina.takes(nomor)
    await rina.ticks(nomor)
    await rina.issues(nomor)
    await dunia.downloaded(warga)
    await rina.card(nomor, "Selesai")

    told = await warga.wait("sudah terbit", after=0)
    letter = await dunia.letter(warga.surel, "siap diunduh")
    secrets = (*PASSWORD.findall(told.teks), *(link[-26:] for link in letter.tautan))
    assert len(secrets) == 2
    group = "\n".join(one.teks for one in await dunia.group_messages())
    log = dunia.log.read_text("utf-8")
    assert nomor in group
    assert nomor in log
    names = (str(warga.who), warga.surel, *secrets)
    assert leaks_in(group, *names) == []
    assert leaks_in(log, *names) == []


async def test_letters_carry_no_name_no_number_and_no_password(dunia: Dunia) -> None:
    warga, nomor = await dunia.filed()
    await dunia.rina.approves(nomor)
    told = await warga.wait("sudah terbit", after=0)
    for letter in (
        await dunia.letter(warga.surel, "siap diunduh"),
        await dunia.letter(warga.surel, "Kode"),
    ):
        whole = (await dunia.klien.eml(letter.id)).decode()
        assert leaks_in(whole, nomor, *PASSWORD.findall(told.teks)) == []
