"""Tolak: a reason, a second press, and the citizen reads why."""

import pytest

from tests.journeys.dunia import Dunia

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_a_rejection_from_the_list_needs_a_second_press(dunia: Dunia) -> None:
    warga, nomor = await dunia.filed(surel=False)
    rina = dunia.rina
    await rina.takes(nomor)
    card = await rina.card(nomor, "Tolak")
    reasons = await rina.taps(card, "⛔ Tolak", f"Tolak {nomor}")
    sure = await rina.taps(reasons, "Pemohon bukan anggota", "Pemohon akan membaca:")
    assert (await dunia.case(nomor)).status == "diperiksa"
    await rina.taps(sure, "⛔ Ya", nomor, "ditolak")
    told = await warga.wait("ditolak", after=0)
    assert "Pemohon bukan anggota keluarga" in told.teks
    done = await rina.card(nomor, "Ditolak Rina")
    assert done.tombol == ()


async def test_a_typed_rejection_can_be_taken_back_before_it_is_meant(dunia: Dunia) -> None:
    warga, nomor = await dunia.filed(surel=False)
    rina = dunia.rina
    await rina.takes(nomor)
    await rina.taps(await rina.card(nomor, "Tolak"), "⛔ Tolak", f"Tolak {nomor}")
    sure = await rina.pribadi.say("KK ini <sudah> diganti kemarin.", "Pemohon akan membaca:")
    assert "KK ini <sudah> diganti kemarin." in sure.teks
    toast = await rina.presses(sure, "Tidak jadi")
    assert "Tidak jadi" in toast.teks
    assert (await dunia.case(nomor)).status == "diperiksa"

    await rina.taps(await rina.card(nomor, "Tolak"), "⛔ Tolak", f"Tolak {nomor}")
    sure = await rina.pribadi.say("KK ini sudah diganti kemarin.", "Pemohon akan membaca:")
    await rina.taps(sure, "⛔ Ya", nomor, "ditolak")
    told = await warga.wait("ditolak", after=0)
    assert "KK ini sudah diganti kemarin." in told.teks
