"""A family leaves the kabupaten: filed from the phone, approved, mailed, and opened."""

import pytest

from sandbox import Pesan
from tests.journeys.baca import text_of
from tests.journeys.dunia import Dunia, paper
from tests.journeys.pemain import BUDI, Petugas, Warga

pytestmark = pytest.mark.asyncio(loop_scope="session")

NOMOR = "SKPWNI/3319/22112026/0001"
TUJUAN = "Meteseh, Tembalang, Kota Semarang"


async def _says_who(warga: Warga, siapa: str) -> Pesan:
    ask = await warga.opens("Pindah ke kabupaten", first="Siapa yang pindah")
    await warga.tap(ask, siapa, "Kartu Keluarga")
    await warga.say(BUDI.nomor_kk, "nama lengkap")
    await warga.say(BUDI.nama, "anggal lahir")
    return await warga.say(BUDI.lahir, "Ke desa atau kelurahan mana")


async def _says_where(warga: Warga, alasan: str, expect: str) -> Pesan:
    await warga.say(TUJUAN, "alamat tujuannya")
    ask = await warga.say("Jl. Ngesrep 12 RT 4 RW 2", "kode pos")
    ask = await warga.tap(ask, "Tidak tahu", "alasan pindah")
    return await warga.tap(ask, alasan, expect)


async def _mails_and_sends(dunia: Dunia, warga: Warga) -> str:
    await warga.photo(paper("KTP"), "e-mail")
    await warga.say(warga.surel, "kode")
    summary = await warga.say(await dunia.code(warga.surel), "Periksa")
    return await warga.submits(summary)


async def _fills_officers_form(officer: Petugas, nomor: str) -> None:
    await officer.takes(nomor)
    await officer.ticks(nomor)
    await officer.taps(await officer.card(nomor, "Setujui"), "✅ Setujui", "nomor SKPWNI")
    ask = await officer.pribadi.say(NOMOR, "Tanggal berapa")
    ask = await officer.taps(ask, "Hari ini", "Sampai tanggal berapa")
    summary = await officer.taps(ask, "Tidak dicantumkan", "Periksa")
    await officer.taps(summary, "✅ Kirim", f"Daftar periksa {nomor}", "sudah diisi")


async def test_a_whole_family_moves_with_a_letter_from_the_download_page(dunia: Dunia) -> None:
    warga = await dunia.warga("Budi Santoso")
    await _says_who(warga, "Semua orang")
    await warga.say("Bae, Bae, Kudus", "tanpa SKPWNI")
    ask = await _says_where(warga, "Pekerjaan", "KK apa")
    await warga.tap(ask, "KK dengan nomor yang sama", "KTP-el")
    nomor = await _mails_and_sends(dunia, warga)

    await _fills_officers_form(dunia.rina, nomor)
    closing = await dunia.rina.issues(nomor)
    assert "tidak ditarik di sini" in closing.teks

    page = text_of(await dunia.downloaded(warga))
    for part in (
        "ANTAR KABUPATEN/KOTA",
        NOMOR,
        "KOTA SEMARANG",
        "METESEH",
        "BUDI SANTOSO",
        "SITI AMINAH",
        "RIZKY PRATAMA SANTOSO",
        "AISYAH PUTRI SANTOSO",
        "2. KEPALA KELUARGA DAN SELURUH ANGGOTA KELUARGA",
    ):
        assert part in page, part


async def test_a_child_moves_alone_with_the_letter_that_the_bot_made(dunia: Dunia) -> None:
    warga = await dunia.warga("Budi Santoso")
    await _says_who(warga, "Anggota saja, kepala keluarga tetap tinggal")
    ask = await _says_where(warga, "Pendidikan", "selain kepala keluarga")
    await warga.tap(ask, "✅ Lanjut", "Hanya anak")
    await warga.say("Rizky Pratama Santoso", "lahir")
    ask = await warga.say("03-02-2017", "1. RIZKY PRATAMA SANTOSO")
    await warga.tap(ask, "✅ Lanjut", "F-1.03A")
    ask = await warga.photo(paper("SURAT KUASA"), "KK apa")
    await warga.tap(ask, "Menumpang di KK orang lain", "KTP-el")
    nomor = await _mails_and_sends(dunia, warga)

    await _fills_officers_form(dunia.rina, nomor)
    closing = await dunia.rina.issues(nomor)
    assert "nomornya tetap" in closing.teks
    page = text_of(await dunia.downloaded(warga))
    assert "RIZKY PRATAMA SANTOSO" in page
    assert "4. ANGGOTA KELUARGA" in page
    assert "SITI AMINAH" not in page
