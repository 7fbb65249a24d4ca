"""The officers' group: one winner, honest answers to everybody else, and nothing forged counts."""

import asyncio

import pytest

from sandbox import Pesan
from tests.journeys.dunia import WULAN, Dunia
from tests.journeys.pemain import Petugas

pytestmark = pytest.mark.asyncio(loop_scope="session")


def _data(card: Pesan, label: str) -> str:
    return next(t.data for row in card.tombol for t in row if t.label.startswith(label))


async def test_exactly_one_of_two_officers_wins_and_the_other_learns_who(dunia: Dunia) -> None:
    _, nomor = await dunia.filed(surel=False)
    rina, agus = dunia.rina, dunia.agus
    card = await rina.card(nomor, "Ambil")
    toasts = await asyncio.gather(rina.presses(card, "Ambil"), agus.presses(card, "Ambil"))
    winner, loser = (rina, agus) if "Lanjutkan" in toasts[0].teks else (agus, rina)
    name = "Rina" if winner is rina else "Agus"
    assert f"Sedang ditangani {name}." in {toast.teks for toast in toasts}
    assert (await dunia.case(nomor)).petugas == winner.who

    card = await winner.card(nomor, "Lepas")
    refused = await loser.presses(card, "✅ Setujui")
    assert refused.teks == f"Sedang ditangani {name}."
    await winner.presses(card, "Lepas")
    await winner.card(nomor, "Ambil")
    await loser.takes(nomor)
    assert (await dunia.case(nomor)).petugas == loser.who


async def test_an_officer_who_never_pressed_start_is_shown_the_way(dunia: Dunia) -> None:
    _, nomor = await dunia.filed(surel=False)
    wulan = Petugas(dunia.klien, WULAN, dunia.house.group)
    toast = await wulan.presses(await wulan.card(nomor, "Ambil"), "Ambil")
    assert "Ambil" not in toast.teks
    assert toast.url.endswith("?start=petugas")
    assert (await dunia.case(nomor)).status == "diajukan"


async def test_setujui_waits_for_every_mandatory_check(dunia: Dunia) -> None:
    _, nomor = await dunia.filed(surel=False)
    rina = dunia.rina
    await rina.takes(nomor)
    await rina.ticks(nomor, leave="Pemohon berhak")
    toast = await rina.presses(await rina.card(nomor, "Setujui"), "✅ Setujui")
    assert toast.penting
    assert "pemeriksaan wajib" in toast.teks
    assert (await dunia.case(nomor)).status == "diperiksa"


async def test_a_double_tap_has_one_effect(dunia: Dunia) -> None:
    warga, nomor = await dunia.filed()
    rina = dunia.rina
    card = await rina.card(nomor, "Ambil")
    first, second = await rina.presses(card, "Ambil"), await rina.presses(card, "Ambil")
    assert "Lanjutkan" in first.teks
    assert "Sudah tercatat" in second.teks
    await rina.private(f"Daftar periksa {nomor}")
    await rina.ticks(nomor)
    preview = await rina.proposes(nomor)
    await rina.presses(preview, "✅ Ya")
    again = await rina.presses(preview, "✅ Ya")
    assert "Sudah tercatat" in again.teks
    await dunia.letter(warga.surel, "siap diunduh")
    letters = [one for one in await dunia.klien.surat() if warga.surel in one.kepada]
    assert len([one for one in letters if "siap diunduh" in one.subjek]) == 1


async def test_what_is_forged_changes_nothing_and_is_answered(dunia: Dunia) -> None:
    warga, nomor = await dunia.filed(surel=False)
    rina = dunia.rina
    await rina.takes(nomor)
    await rina.ticks(nomor)
    card = await rina.card(nomor, "Setujui")
    real = _data(card, "✅ Setujui")
    head, case, rev, nonce, _ = real.split(".")
    stale = f"{head}.{case}.{rev}.{'0' * 8}.ok"
    for data, said in (
        (stale, "Kartu ini sudah berubah"),
        (f"{head}.{case}.{rev}.{nonce}.ya", "Tidak diizinkan"),  # no confirmation was shown
        (f"{head}.{case}.{rev}.{nonce}.chk.berhak", "Tidak diizinkan"),
        (f"{head}.{case}.{rev}.{nonce}.apa", "Tidak diizinkan"),
        (f"{head}.{'0' * 8}.{rev}.{nonce}.ok", "Tidak diizinkan"),
        (f"o2.{case}.{rev}.{nonce}.ok", "tidak berlaku"),
        ("x" * 64, "tidak berlaku"),
    ):
        toast = await rina.presses(card, data=data)
        assert said in toast.teks
    assert (await dunia.case(nomor)).status == "diperiksa"
    # The same bytes, replayed by the citizen on a message of his own chat.
    own = await warga.wait("Nomor Anda", after=0)
    replayed = await warga.presses(own, data=real)
    assert "Tidak diizinkan" in replayed.teks
    # And by the officer himself, in private, where no such card is.
    mine = await rina.private(f"Daftar periksa {nomor}")
    moved = await rina.presses(mine, data=real)
    assert "Tidak diizinkan" in moved.teks
    assert (await dunia.case(nomor)).status == "diperiksa"


async def test_a_preview_counts_only_for_the_case_as_it_was_shown(dunia: Dunia) -> None:
    _, nomor = await dunia.filed(surel=False)
    rina = dunia.rina
    await rina.takes(nomor)
    card = await rina.ticks(nomor)
    preview = await rina.proposes(nomor)
    await rina.taps(card, "☑ Nama dan", f"Daftar periksa {nomor}", "☐ Nama dan")
    toast = await rina.presses(preview, "✅ Ya")
    assert "berubah sejak" in toast.teks
    assert (await dunia.case(nomor)).status == "diperiksa"


async def test_a_decision_tidies_the_officers_private_chat(dunia: Dunia) -> None:
    _, nomor = await dunia.filed(surel=False)
    await dunia.rina.approves(nomor)
    await dunia.rina.card(nomor, "Disetujui Rina")
    await dunia.rina.has_no_buttons(nomor)
