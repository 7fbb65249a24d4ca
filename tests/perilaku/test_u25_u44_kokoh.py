"""U34 to U39: submitting, restarts, repeats, haste and old buttons; both databases, over HTTP."""

import asyncio
import contextlib
import re

from core.dialog import Draft, Tekan, Tulis, compile_form, start, step
from core.kit import Walk
from core.kit.walk import KONTEKS
from core.permohonan import Permohonan
from sandbox import Pesan
from tests.core.bot.ruang import BUDI, Ruang, listening
from tests.core.dialog.forms import Keluarga
from tests.journeys.pemain import BUDI as DIRI
from tests.journeys.pemain import Warga, number_in

STEPS = (
    ("/start kk-ganti", "Siapkan"), ("Mulai", "Mengapa"), ("KK hilang", "Kartu Keluarga"),
    (DIRI.nomor_kk, "nama lengkap"), (DIRI.nama, "anggal lahir"),
)  # fmt: skip
NIK = "331999170890000{}"


async def told(ruang: Ruang) -> list[str]:
    return [one.teks for one in await ruang.klien.pesan(BUDI) if one.dari_bot]


async def summary(warga: Warga) -> Pesan:
    """Fill in KK hilang, to be collected, up to its summary."""
    ask = await warga.fills_hilang()
    return await warga.tap(ask, "Tidak punya e-mail", "Periksa")


async def test_u34_submit_twice_makes_one_case(ruang: Ruang, warga: Warga) -> None:
    page = await summary(warga)
    send = next(label for label in page.label if "Kirim" in label)
    await asyncio.gather(*(ruang.klien.tekan(BUDI, page, send) for _ in range(3)))
    await warga.wait("Nomor Anda")
    last = await ruang.klien.tekan(BUDI, page, send)
    await ruang.klien.tunggu_notis(BUDI, sesudah=last.rev, batas=30)
    assert len(await ruang.alat.cases.filed(ruang.mint.ruang(BUDI))) == 1
    assert await Permohonan.all().count() == 1
    assert sum("Nomor Anda" in one for one in await told(ruang)) == 1


async def test_u35_receipt_has_number_deadline_how_to_check_and_a_link(
    ruang: Ruang, warga: Warga
) -> None:
    await warga.submits(await summary(warga))
    receipt = await warga.wait("Nomor Anda")
    assert number_in(receipt)
    assert re.search(r"Paling lambat \d+ \w+ \d{4} pukul", receipt.teks)
    assert "/status" in receipt.teks
    links = [mark.url for mark in receipt.penanda if mark.jenis == "text_link"]
    (link,) = [one for one in links if "?start=" in one]
    opened = await warga.say(f"/start {link.partition('?start=')[2]}", number_in(receipt))
    assert "diperiksa" in opened.teks.lower()


def test_u36_a_dialog_saved_and_reloaded_at_every_step_reads_the_same() -> None:
    """Walk writes the draft out before each event; the same road without that is the measure."""
    said = [NIK.format(1), "ANI", "guru", NIK.format(2), "DEWI", "petani", "selesai"]
    jalan = Walk.of(Keluarga).say(*said).tap("Kirim").done()
    plan = compile_form(Keluarga, kontak=False)
    here = start(plan, "uji", 1, KONTEKS)
    texts = [one.teks for one in here.balasan]
    for word in said:
        here = step(plan, here.draft, Tulis(word), KONTEKS)
        texts += [one.teks for one in here.balasan]
    here = step(plan, here.draft, Tekan(here.draft.rev, "submit"), KONTEKS)
    texts += [one.teks for one in here.balasan]
    assert texts == [one.teks for one in jalan.semua]
    assert here.draft == jalan.draft == Draft.load(jalan.draft.dump())


async def filled(ruang: Ruang, who: int, *, restart: bool) -> list[str]:
    """Fill in a part of KK hilang, the room listening on or restarted before every message."""
    warga, shown = Warga(ruang.klien, who, surel=""), None
    async with contextlib.AsyncExitStack() as on:
        if not restart:
            await on.enter_async_context(listening(ruang))
        for word, answer in STEPS:
            async with contextlib.AsyncExitStack() as once:
                if restart:
                    await once.enter_async_context(listening(ruang))
                known = shown is not None and word in shown.label
                shown = await (
                    warga.tap(shown, word, answer) if known and shown else warga.say(word, answer)
                )
    return [one.teks for one in await ruang.klien.pesan(who) if one.dari_bot]


async def test_u36_a_room_restarted_at_every_step_says_the_same(ruang: Ruang) -> None:
    await ruang.klien.orang("Budi Kedua", id=BUDI + 1)
    without = await filled(ruang, BUDI, restart=False)
    assert len(without) == len(STEPS)
    assert await filled(ruang, BUDI + 1, restart=True) == without


async def test_u37_a_redelivered_update_has_no_second_effect(ruang: Ruang, warga: Warga) -> None:
    first = await warga.opens("KK hilang", first="Mengapa")
    await warga.tap(first, "KK hilang", "Kartu Keluarga")
    await warga.say(DIRI.nomor_kk, "nama lengkap")
    before = await told(ruang)
    (draft,) = await ruang.alat.cases.drafts(ruang.mint.ruang(BUDI))
    await ruang.klien.ulangi(3)
    await warga.say(DIRI.nama, "anggal lahir")
    after = await told(ruang)
    assert after[: len(before)] == before
    assert len(after) == len(before) + 1
    (now,) = await ruang.alat.cases.drafts(ruang.mint.ruang(BUDI))
    assert now.revisi == draft.revisi + 1


async def test_u38_two_messages_within_50_ms_are_taken_in_order(
    ruang: Ruang, warga: Warga
) -> None:
    first = await warga.opens("KK hilang", first="Mengapa")
    await warga.tap(first, "KK hilang", "Kartu Keluarga")
    sent = [await ruang.klien.tulis(BUDI, word) for word in (DIRI.nomor_kk, DIRI.nama, DIRI.lahir)]
    await warga.wait("17 Agustus 1990", beyond=sent[-1].id)
    (draft,) = await ruang.alat.cases.drafts(ruang.mint.ruang(BUDI))
    answers = Draft.load(ruang.alat.cases.book.isian(draft)).jawaban
    assert answers["nomor_kk"] == DIRI.nomor_kk
    assert str(answers["nama"]).title() == DIRI.nama


async def test_u39_a_stale_button_never_changes_data(ruang: Ruang, warga: Warga) -> None:
    first = await warga.opens("KK hilang", first="Mengapa")
    await warga.tap(first, "KK hilang", "Kartu Keluarga")
    await warga.say(DIRI.nomor_kk, "nama lengkap")
    (before,) = await ruang.alat.cases.drafts(ruang.mint.ruang(BUDI))
    toast = await warga.presses(first, "KK rusak")
    assert "tidak berlaku" in toast.teks
    await warga.presses(first, data="d1.zzzzzzzz.1.v:rusak")
    (after,) = await ruang.alat.cases.drafts(ruang.mint.ruang(BUDI))
    assert (after.revisi, bytes(after.isian)) == (before.revisi, bytes(before.isian))
    await warga.say(DIRI.nama, "anggal lahir")
