"""Every shape of service by hand on the page of `./adminduk demo`, once to its end.

POTRET=FOLDER keeps the pictures of the stations and of the papers that came out.
"""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import expect

from tests.browser.alur import Alur, Langkah
from tests.browser.layar import PATIENCE, Halaman, Potret

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.timeout(400)]

# Recorded later than sixty days after the birth, and so by a decision of the head.
LAHIR = datetime.now(UTC).date() - timedelta(days=90)
DICATAT = LAHIR + timedelta(days=80)
PARENTS: tuple[Langkah, ...] = (
    ("tekan", "Saya ayahnya", "orang tua anak"),
    ("tekan", "Ayah dan ibu, ada bukti nikah", "KK) ibu"),
    ("ketik", "3319990108160001", "nama lengkap ibu"),
    ("ketik", "Siti Aminah", "tanggal lahir ibu"),
    ("ketik", "21-04-1992", "nama lengkap ayah"),
    ("ketik", "Budi Santoso", "tanggal lahir ayah"),
    ("ketik", "17-08-1990", "buku nikah"),
    ("foto", "BUKU NIKAH", "keterangan lahir"),
)
WITNESSES: tuple[Langkah, ...] = (
    ("ketik", "Joko Susilo", "NIK saksi"),
    ("ketik", "3319990606860001", "KK saksi"),
    ("ketik", "3319992704190001", "kewarganegaraan"),
    ("tekan", "WNI", "nama lengkap saksi"),
    ("ketik", "Hadi Wibowo", "NIK saksi"),
    ("ketik", "3319991405720001", "KK saksi"),
    ("ketik", "3319992210100001", "kewarganegaraan"),
)


@pytest_asyncio.fixture(loop_scope="module")
async def alur(
    halaman: Halaman, potret: Potret, tmp_path: Path, request: pytest.FixtureRequest
) -> Alur:
    return Alur(halaman, potret, tmp_path, request.node.name.split("_")[1])


async def test_perekaman_is_a_ticket_for_a_time_at_the_counter(alur: Alur) -> None:
    await alur.opens("Perekaman KTP-el", "tanggal lahir")
    await alur.warga.says("17-08-1999", "Hari apa")
    await alur.keep("hari")
    await alur.warga.taps_nth(1, "Pukul berapa")
    await alur.keep("waktu")
    await alur.warga.taps_nth(0, "Periksa")
    await alur.sends()
    await alur.warga.reads("Tiket REG-3319")
    await expect(alur.card()).to_contain_text("Perekaman", timeout=PATIENCE)
    await alur.keep("tiket")
    await alur.presses("Hadir")
    said = alur.page.locator("[data-uji=penting]")
    await expect(said).to_contain_text("Belum waktunya", timeout=PATIENCE)
    await alur.keep("belum-waktunya")
    await said.locator("[data-uji=penting-ok]").click()
    await alur.warga.says("/status", "Tiket")
    await alur.keep("status")
    await alur.tells_nobody("1999")


@pytest.mark.long
async def test_kia_is_printed_at_the_counter_and_handed_over(alur: Alur) -> None:
    await alur.opens("KIA baru", "KK")
    await alur.walks(
        alur.warga,
        ("ketik", "3319990108160001", "nama"),
        ("ketik", "Aisyah Putri Santoso", "lahir"),
        ("ketik", "14-01-2026", "akta"),
        ("ketik", "3319-LT-20012026-0015", "olongan darah"),
        ("tekan", "AB", "KTP-el ayah"),
        ("foto", "KTP-EL AYAH", "satu lagi"),
        ("tekan", "Hanya satu orang tua atau wali", "Periksa"),
    )
    await alur.sends()
    await alur.takes()
    await alur.rina.ticks_all()
    await alur.issues()
    await alur.warga.reads("sedang dicetak")
    words = alur.shows_pages(await alur.prints("Kode cetak", "Kode cetak"))
    assert "AISYAH PUTRI SANTOSO" in words
    await alur.hands_over()
    await alur.tells_nobody("aisyah")


@pytest.mark.long
async def test_pindah_ends_in_a_letter_from_the_download_page(alur: Alur) -> None:
    await alur.opens("Pindah ke kabupaten", "Siapa yang pindah")
    await alur.walks(
        alur.warga,
        ("tekan", "Semua orang", "Kartu Keluarga"),
        ("ketik", "3319990108160001", "nama lengkap"),
        ("ketik", "Budi Santoso", "anggal lahir"),
        ("ketik", "17-08-1990", "Ke desa atau kelurahan mana"),
        ("ketik", "Bae, Bae, Kudus", "tanpa SKPWNI"),
    )
    await alur.keep("dalam-kabupaten")
    await alur.walks(
        alur.warga,
        ("ketik", "Meteseh, Tembalang, Kota Semarang", "alamat tujuannya"),
        ("ketik", "Jl. Ngesrep 12 RT 4 RW 2", "kode pos"),
        ("tekan", "Tidak tahu", "alasan pindah"),
        ("tekan", "Pekerjaan", "KK apa"),
        ("tekan", "KK dengan nomor yang sama", "KTP-el"),
        ("foto", "KTP-EL", "e-mail"),
    )
    await alur.mails_and_sends()
    await alur.takes()
    await alur.rina.ticks_all()
    async with alur.told("nomor SKPWNI"):
        await alur.presses("Setujui")
    await alur.walks(
        alur.rina,
        ("ketik", "SKPWNI/3319/22112026/0001", "Tanggal berapa"),
        ("tekan", "Hari ini", "Sampai tanggal berapa"),
        ("tekan", "Tidak dicantumkan", "Periksa"),
        ("tekan", "✅ Kirim", "sudah diisi"),
    )
    await alur.issues()
    words = alur.shows_pages(await alur.downloads("Surat Keterangan Pindah WNI"))
    for part in ("ANTAR KABUPATEN/KOTA", "SKPWNI/3319/22112026/0001", "METESEH", "SITI AMINAH"):
        assert part in words, part
    await alur.keep("selesai")
    await alur.tells_nobody("meteseh", "ngesrep")


@pytest.mark.long
async def test_akta_begins_with_a_statement_to_sign_and_ends_in_a_deed(alur: Alur) -> None:
    await alur.opens("Akta kelahiran", "hubungan Anda", as_="Andi Prasetyo")
    await alur.walks(alur.warga, *PARENTS)
    await alur.walks(
        alur.warga,
        ("tekan", "Tidak punya surat lahir", "tanggal lahir anak"),
        ("ketik", f"{LAHIR:%d-%m-%Y}", "nama lengkap anak"),
        ("ketik", "Bagas Putra Nugroho", "jenis kelamin anak"),
        ("tekan", "LAKI-LAKI", "tempat apa"),
        ("tekan", "Rumah", "kabupaten atau kota"),
        ("ketik", "kudus", "Pukul berapa"),
        ("ketik", "04.30", "tunggal atau kembar"),
        ("tekan", "Tunggal", "ke berapa"),
        ("ketik", "3", "menolong kelahirannya"),
        ("ketik", "dukun", "nama penolong"),
        ("ketik", "Wagirah", "berat"),
        ("ketik", "3,2", "panjang"),
        ("ketik", "49", "nama lengkap saksi"),
        *WITNESSES,
        ("tekan", "WNI", "F-2.03"),
    )
    statement = await alur.letter_words()
    for part in ("F-2.03", "SITI AMINAH", "BAGAS PUTRA NUGROHO", "WAGIRAH", "HADI WIBOWO"):
        assert part in statement, part
    await alur.walks(alur.warga, ("foto", "SPTJM F-2.03", "e-mail"))
    await alur.mails_and_sends()
    await alur.takes()
    await alur.rina.ticks_all()
    async with alur.told("nomor akta"):
        await alur.presses("Setujui")
    await alur.walks(
        alur.rina,
        ("ketik", f"3319-LT-{DICATAT:%d%m%Y}-0007", "dicatat"),
        ("ketik", f"{DICATAT:%d-%m-%Y}", "NIK anak"),
        ("ketik", "3319990305260001", "Kalimat mana"),
        ("tekan", "Ayah dan ibu, perkawinan tercatat", "Periksa"),
        ("tekan", "✅ Kirim", "sudah diisi"),
    )
    await alur.issues()
    words = alur.shows_pages(await alur.downloads("Kutipan Akta Kelahiran"))
    for part in ("BAGAS PUTRA NUGROHO", "BUDI SANTOSO", "KABUPATEN KUDUS"):
        assert part in words, part
    await alur.keep("selesai")
    await alur.tells_nobody("bagas", "wagirah", "joko")


@pytest.mark.long
async def test_paket_brings_two_links_and_a_card(alur: Alur) -> None:
    await alur.opens("Paket kelahiran", "hubungan Anda", as_="Sarijah")
    await alur.walks(alur.warga, *PARENTS)
    await alur.walks(
        alur.warga,
        ("foto", "SURAT LAHIR", "lahir anak"),
        ("ketik", "14-01-2026", "nama lengkap anak"),
        ("ketik", "Gilang Putra Santoso", "kelamin anak"),
        ("tekan", "LAKI-LAKI", "tempat apa"),
        ("tekan", "RS atau rumah bersalin", "kabupaten atau kota"),
        ("ketik", "Kudus", "Pukul berapa"),
        ("ketik", "04:30", "tunggal atau kembar"),
        ("tekan", "Kembar 2", "ke berapa"),
        ("ketik", "3", "menolong"),
        ("tekan", "Bidan atau perawat", "berat"),
        ("ketik", "3,2", "panjang"),
        ("ketik", "49", "olongan darah"),
        ("tekan", "Tidak tahu", "agama"),
        ("tekan", "Sama dengan ibunya", "KTP-el ibu"),
        ("foto", "KTP-EL IBU", "KTP-el ayah"),
        ("foto", "KTP-EL AYAH", "nama lengkap saksi"),
        *WITNESSES,
        ("tekan", "WNI", "e-mail"),
    )
    await alur.mails_and_sends()
    await alur.takes()
    async with alur.told("nomor akta"):
        await alur.rina.press("📝")
    await alur.walks(
        alur.rina,
        ("ketik", "3319-LU-20012026-0007", "dicatat"),
        ("ketik", "20-01-2026", "NIK anak"),
        ("ketik", "3319991401260007", "Kalimat mana"),
        ("tekan", "Ayah dan ibu, perkawinan tercatat", "hubungan anak"),
        ("tekan", "Menurut hubungan ibunya", "Periksa jawaban"),
        ("tekan", "✅ Kirim", "sudah diisi"),
    )
    await alur.rina.ticks_all()
    await alur.issues()
    for dokumen in ("Kutipan Akta Kelahiran", "Kartu Keluarga"):
        words = alur.shows_pages(await alur.downloads(dokumen, of=2))
        assert "GILANG PUTRA SANTOSO" in words, dokumen
    words = alur.shows_pages(await alur.prints("Kode cetak", "Kartu Identitas Anak"))
    assert "GILANG PUTRA SANTOSO" in words
    await alur.warga.says("/status", alur.nomor)
    await alur.keep("status")
    await alur.hands_over()
    await alur.tells_nobody("gilang", "joko", "hadi")
