"""Perbaiki: the citizen is asked for exactly what is wrong, and why; the number stays."""

import pytest

from tests.journeys.dunia import Dunia, paper
from tests.journeys.pemain import number_in

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_a_blurred_photo_is_asked_for_again_and_nothing_else(dunia: Dunia) -> None:
    warga, nomor = await dunia.filed()
    rina = dunia.rina
    await rina.takes(nomor)
    fields = await rina.taps(
        await rina.card(nomor, "Perbaiki"), "✏️ Perbaiki", f"Perbaikan {nomor}"
    )
    reasons = await rina.taps(fields, "KTP-el pemohon", "Apa yang salah?")
    fields = await rina.taps(reasons, "Foto KTP-el pemohon buram", "Akan diminta")
    assert "☑ KTP-el pemohon" in fields.label
    await rina.taps(fields, "📨", nomor, "sudah dikirim ke pemohon")

    asked = await warga.wait("Catatan petugas: Foto KTP-el pemohon buram", after=0)
    assert "Foto KTP-el Anda" in asked.teks
    summary = await warga.photo(paper("KTP"), "Periksa")
    again = await warga.tap(summary, "✅ Kirim", "Perbaikan terkirim")
    assert number_in(again) == nomor

    card = await rina.card(nomor, "Ambil")
    assert "Perbaikan diterima" in card.teks
    await dunia.agus.approves(nomor)
    await warga.wait("sudah terbit", after=0)


async def test_two_fields_with_the_officers_own_words(dunia: Dunia) -> None:
    warga, nomor = await dunia.filed()
    rina = dunia.rina
    await rina.takes(nomor)
    fields = await rina.taps(
        await rina.card(nomor, "Perbaiki"), "✏️ Perbaiki", f"Perbaikan {nomor}"
    )
    reasons = await rina.taps(fields, "KTP-el pemohon", "Apa yang salah?")
    await rina.taps(reasons, "Data di KTP-el pemohon", "Tulis rinciannya")
    fields = await rina.pribadi.say("tanggal lahirnya <17>", "berbeda dengan formulir")
    await rina.taps(fields, "Surat kehilangan", "Apa yang salah?")
    fields = await rina.pribadi.say("Suratnya milik orang lain.", "Akan diminta")
    await rina.taps(fields, "📨", nomor, "sudah dikirim ke pemohon")

    told = await warga.wait("perlu diperbaiki", after=0)
    assert "tanggal lahirnya <17>" in told.teks
    assert "Suratnya milik orang lain." in told.teks
    await warga.wait("Catatan petugas: Data di KTP-el pemohon", after=0)
    await warga.photo(paper("KTP"), "Catatan petugas: Suratnya milik orang lain.")
    summary = await warga.photo(paper("SURAT"), "Periksa")
    await warga.tap(summary, "✅ Kirim", "Perbaikan terkirim")


async def test_what_was_picked_for_one_case_never_reaches_another(dunia: Dunia) -> None:
    _, one = await dunia.filed(surel=False)
    _, other = await dunia.filed(surel=False)
    rina = dunia.rina
    await rina.takes(one)
    await rina.takes(other)
    fields = await rina.taps(await rina.card(one, "Perbaiki"), "✏️ Perbaiki", f"Perbaikan {one}")
    reasons = await rina.taps(fields, "KTP-el pemohon", "Apa yang salah?")
    ready = await rina.taps(reasons, "Foto KTP-el pemohon buram", "Akan diminta")
    await rina.taps(await rina.card(other, "Perbaiki"), "✏️ Perbaiki", f"Perbaikan {other}")
    toast = await rina.presses(ready, "📨")
    assert "Pilih dulu" in toast.teks
    assert (await dunia.case(one)).status == "diperiksa"
