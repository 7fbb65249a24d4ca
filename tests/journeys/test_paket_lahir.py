"""A birth: one filing, three papers, two by mail under passwords of their own, one at the counter.

The family on record is that of the demo's CSV, whose youngest child has a twin here.
"""

import hashlib
import re

import pytest

from core.demo.browser import download
from sandbox import Pesan, Surat
from tests.journeys.dunia import LINK, PASSWORD, Dunia, paper
from tests.journeys.loket import code_in, print_with
from tests.journeys.pemain import PATIENCE, Petugas, Warga

pytestmark = pytest.mark.asyncio(loop_scope="session")

AKTA, KK, KIA = "Kutipan Akta Kelahiran", "Kartu Keluarga", "Kartu Identitas Anak"
WITNESSES = (
    ("Joko Susilo", "3319990606860001", "3319992704190001"),
    ("Sarijah", "3319994107310001", "3319990303080001"),
)


async def _files(dunia: Dunia, warga: Warga) -> str:
    """Let a mother of the CSV file for her newborn; return the case's number."""
    ask = await warga.opens("Paket kelahiran", first="hubungan Anda")
    ask = await warga.tap(ask, "Saya ibunya", "Siapa yang dicatat")
    await warga.tap(ask, "Ayah dan ibu, ada bukti nikah", "KK) ibu")
    await warga.say("3319990108160001", "nama lengkap ibu")
    await warga.say("Siti Aminah", "lahir ibu")
    await warga.say("21-04-1992", "nama lengkap ayah")
    await warga.say("Budi Santoso", "lahir ayah")
    await warga.say("17-08-1990", "buku nikah")
    await warga.photo(paper("BUKU NIKAH"), "keterangan lahir")
    await warga.photo(paper("SURAT LAHIR"), "lahir anak")
    await warga.say("14-01-2026", "nama lengkap anak")
    return await _about_the_child(dunia, warga)


async def _about_the_child(dunia: Dunia, warga: Warga) -> str:
    ask = await warga.say("Gilang Putra Santoso", "kelamin anak")
    ask = await warga.tap(ask, "LAKI-LAKI", "tempat apa")
    await warga.tap(ask, "RS atau rumah bersalin", "kabupaten atau kota")
    await warga.say("Kudus", "Pukul berapa")
    ask = await warga.say("04:30", "tunggal atau kembar")
    await warga.tap(ask, "Kembar 2", "ke berapa")
    ask = await warga.say("3", "menolong")
    await warga.tap(ask, "Bidan atau perawat", "berat")
    await warga.say("3,2", "panjang")
    ask = await warga.say("49", "olongan darah")
    ask = await warga.tap(ask, "Tidak tahu", "agama")
    await warga.tap(ask, "Sama dengan ibunya", "KTP-el ibu")
    await warga.photo(paper("KTP", "Nama: SITI"), "KTP-el ayah")
    await warga.photo(paper("KTP", "NIK: 3319", "Nama: BUDI SANTOSO"), "nama lengkap saksi")
    for number, (nama, nik, kk) in enumerate(WITNESSES):
        await warga.say(nama, "NIK saksi")
        await warga.say(nik, "KK saksi")
        ask = await warga.say(kk, "kewarganegaraan saksi")
        ask = await warga.tap(ask, "WNI", "e-mail" if number else "nama lengkap saksi")
    await warga.say(warga.surel, "kode")
    return await warga.submits(await warga.say(await dunia.code(warga.surel), "Periksa"))


async def _fills_in(rina: Petugas, nomor: str) -> None:
    """The officer takes the case, types what SIAK gave, and ticks the checklist."""
    before = max(one.id for one in await rina.klien.pesan(rina.who))
    card = await rina.takes(nomor)
    shown = [one.teks for one in await rina.klien.pesan(rina.who) if one.id > before]
    assert sum("kepala BUDI SANTOSO" in one for one in shown) == 1, "one family, shown once"
    await rina.taps(card, "📝", "nomor akta")
    await rina.pribadi.say("3319-LU-20012026-0007", "dicatat")
    await rina.pribadi.say("20-01-2026", "NIK anak")
    ask = await rina.pribadi.say("3319991401260007", "Kalimat mana")
    ask = await rina.taps(ask, "Ayah dan ibu, perkawinan tercatat", "hubungan anak")
    ask = await rina.taps(ask, "Menurut hubungan ibunya", "Periksa jawaban")
    await rina.taps(ask, "✅ Kirim", f"Daftar periksa {nomor}", "sudah diisi")
    await rina.ticks(nomor)


async def _letter(dunia: Dunia, warga: Warga, dokumen: str) -> Surat:
    return await dunia.klien.tunggu_surat(
        lambda one: warga.surel in one.kepada and f"{dokumen} Anda sudah selesai" in one.teks,
        batas=PATIENCE,
    )


async def _opened(dunia: Dunia, warga: Warga, dokumen: str) -> bytes:
    """Match the letter with the chat's password by the document's name, and download."""
    told = await dunia.klien.tunggu(
        warga.who,
        lambda one: one.dari_bot and f"{dokumen} untuk permohonan" in one.teks,
        batas=2 * PATIENCE,  # three pages are drawn and signed before the first is out
    )
    link = LINK.search((await _letter(dunia, warga, dokumen)).teks)
    password = PASSWORD.search(told.teks)
    assert link is not None
    assert password is not None
    return await download(link[0], password[0])


async def _previews(dunia: Dunia, rina: Petugas, last: Pesan) -> list[str]:
    """Return the captions of the pictures up to the last one."""
    shown = [one.teks for one in await dunia.klien.pesan(rina.who) if one.id <= last.id]
    return [one for one in shown if one.startswith("PRATINJAU")][-3:]


async def test_three_papers_come_of_one_filing_each_on_its_own_way(dunia: Dunia) -> None:
    warga, rina = await dunia.warga("Siti Aminah"), dunia.rina
    nomor = await _files(dunia, warga)
    await _fills_in(rina, nomor)

    preview = await rina.proposes(nomor)
    captions = await _previews(dunia, rina, preview)
    assert captions[:2] == [f"PRATINJAU: {AKTA}", f"PRATINJAU: {KK}"]
    assert f"Terbitkan {AKTA}, {KK}, {KIA}?" in captions[2]
    await rina.taps(preview, "✅ Ya", nomor, "disetujui")

    deed = await _opened(dunia, warga, AKTA)
    card = await _opened(dunia, warga, KK)
    assert deed != card
    assert {hashlib.sha256(one).hexdigest() for one in (deed, card)} < await dunia.stored_hashes()
    told = [one for one in await dunia.klien.pesan(warga.who) if "sudah terbit" in one.teks]
    assert [AKTA in told[0].teks, KK in told[1].teks, len(told)] == [True, True, 2]
    assert len({_secret(one) for one in told}) == 2
    assert len([one for one in await dunia.klien.surat() if warga.surel in one.kepada]) == 3

    await warga.wait(f"{KK} ({nomor}) sudah diunduh", after=0)
    lines = (await warga.say("/status", nomor)).teks
    for line in (f"{AKTA}: sudah diunduh", f"{KK}: sudah diunduh", f"{KIA}: sedang dicetak"):
        assert line in lines
    await _handed_over(dunia, warga, nomor)


async def _handed_over(dunia: Dunia, warga: Warga, nomor: str) -> None:
    rina, ways = dunia.rina, "Kode cetak: Kartu Identitas Anak"
    ask = await rina.taps(await rina.card(nomor, ways), f"🖨 {ways}", KIA, nomor)
    assert isinstance(await print_with(dunia, code_in(ask)), bytes)
    await rina.presses(await rina.card(nomor, "Siap diambil"), "📦")
    await warga.wait(f"{KIA} ({nomor}) siap diambil", after=0)
    await rina.taps(await rina.card(nomor, "Diserahkan"), "🤝", "Tulis nama", KIA)
    await rina.pribadi.say("Siti Aminah, KTP-el, ibu anak", "tercatat")
    await warga.wait(f"{KIA} ({nomor}) sudah diserahkan", after=0)
    await rina.card(nomor, "Selesai")
    assert (await dunia.case(nomor)).status == "selesai"


def _secret(message: Pesan) -> str:
    found = re.search(PASSWORD, message.teks)
    assert found is not None
    return found[0]
