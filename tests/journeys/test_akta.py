"""Akta kelahiran of a child without a letter of birth: the statement goes out and comes back."""

from datetime import UTC, datetime, timedelta

import pytest

from plugins.akta.bilangan import date_spelled, tanggal_terbilang
from sandbox import Pesan
from tests.journeys.baca import text_of
from tests.journeys.dunia import Dunia, paper
from tests.journeys.pemain import PATIENCE, Petugas, Warga

pytestmark = pytest.mark.asyncio(loop_scope="session")

# A child younger than a year, whenever this is played: an older one may be on the card already.
LAHIR = datetime.now(UTC).date() - timedelta(days=90)
DICATAT = LAHIR + timedelta(days=80)
NOMOR_AKTA = f"3319-LT-{DICATAT:%d%m%Y}-0007"
ANAK = "Bagas Putra Nugroho"
CHILD = (
    (ANAK, "jenis kelamin anak"),
    ("laki-laki", "tempat apa"),
    ("Rumah", "kabupaten atau kota"),
    ("kudus", "Pukul berapa"),
    ("04.30", "tunggal atau kembar"),
    ("tunggal", "Anak ke berapa"),
    ("3", "menolong kelahirannya"),
    ("dukun", "nama penolong"),
    ("Wagirah", "berat"),
    ("3,2", "panjang"),
    ("49", "nama lengkap saksi"),
    ("Joko Susilo", "NIK saksi"),
    ("3319990606860001", "KK saksi"),
    ("3319992704190001", "kewarganegaraan"),
    ("WNI", "Dua saksi"),
    ("Hadi Wibowo", "NIK saksi"),
    ("3319991405720001", "KK saksi"),
    ("3319992210100001", "kewarganegaraan"),
)
OFFICERS_BLOCK = f"""\
Nomor akta: {NOMOR_AKTA}
Tanggal pencatatan: {DICATAT:%d-%m-%Y}
NIK anak: 3319990305260001
Kalimat: Ayah dan ibu, perkawinan tercatat"""


async def _up_to_the_statement(warga: Warga) -> Pesan:
    """Answer everything; return the question for the signed statement."""
    ask = await warga.opens("Akta kelahiran", first="hubungan Anda")
    ask = await warga.tap(ask, "Saya ibunya", "orang tua anak")
    await warga.tap(ask, "Ayah dan ibu, ada bukti nikah", "KK) ibu")
    for answer, expect in (
        ("3319990108160001", "nama lengkap ibu"),
        ("Siti Aminah", "tanggal lahir ibu"),
        ("21-04-1992", "nama lengkap ayah"),
        ("Budi Santoso", "tanggal lahir ayah"),
        ("17-08-1990", "buku nikah"),
    ):
        await warga.say(answer, expect)
    ask = await warga.photo(paper("BUKU NIKAH"), "keterangan lahir")
    await warga.tap(ask, "Tidak punya surat lahir", "tanggal lahir anak")
    await warga.say(f"{LAHIR:%d-%m-%Y}", "nama lengkap anak")
    for answer, expect in CHILD:
        await warga.say(answer, expect)
    return await warga.say("WNI", "F-2.03")


async def _statement(dunia: Dunia, warga: Warga) -> tuple[Pesan, str]:
    """Wait for the letter; return its message, and the words on its one page."""
    sent = await dunia.klien.tunggu(
        warga.who, lambda one: one.dari_bot and one.dokumen is not None, batas=PATIENCE
    )
    assert sent.dokumen is not None
    return sent, text_of(await dunia.klien.berkas(sent.dokumen.id))


async def _fills_officers_form(officer: Petugas, nomor: str) -> None:
    """Setujui asks for the form; a pasted block fills it."""
    await officer.takes(nomor)
    await officer.private("lewat 60 hari", "keputusan Kepala Dinas")
    await officer.ticks(nomor)
    await officer.taps(await officer.card(nomor, "Setujui"), "✅ Setujui", "nomor akta")
    summary = await officer.pribadi.say(OFFICERS_BLOCK, "Periksa")
    await officer.taps(summary, "✅ Kirim", f"Daftar periksa {nomor}", "sudah diisi")


async def test_a_birth_without_a_letter_ends_in_a_deed_in_two_languages(dunia: Dunia) -> None:
    warga, rina = await dunia.warga("Siti Aminah"), dunia.rina
    await _up_to_the_statement(warga)
    letter, words = await _statement(dunia, warga)
    assert not letter.dilindungi, "a letter that must be printed may be passed on"
    for part in ("F-2.03", "SITI AMINAH", ANAK.upper(), "WAGIRAH", "HADI WIBOWO"):
        assert part in words
    assert "3319996104920001" not in words, "nothing of the registry is in an unseen letter"
    ask = await warga.photo(paper("SPTJM F-2.03"), "e-mail")
    assert "Kutipan Akta Kelahiran" in ask.teks
    await warga.say(warga.surel, "kode")
    nomor = await warga.submits(await warga.say(await dunia.code(warga.surel), "Periksa"))

    await _fills_officers_form(rina, nomor)
    await rina.issues(nomor)
    # A long date is set in two lines, and PDFium drops the space between them.
    deed = text_of(await dunia.downloaded(warga)).replace(" ", "")
    for part in (
        NOMOR_AKTA,
        ANAK.upper(),
        "BUDI SANTOSO",
        "SITI AMINAH",
        "KABUPATEN KUDUS",
        tanggal_terbilang(LAHIR).upper(),
        date_spelled(LAHIR),
        "TIGA, LAKI-LAKI",
        "EXCERPT OF BIRTH CERTIFICATE",
    ):
        assert part.replace(" ", "") in deed, part
    await warga.wait("sudah diunduh", after=0)
    assert (await dunia.case(nomor)).status == "selesai"


async def test_a_letter_is_given_again_when_it_is_asked_for(dunia: Dunia) -> None:
    warga = await dunia.warga("Siti Aminah")
    ask = await _up_to_the_statement(warga)
    first, words = await _statement(dunia, warga)
    await warga.tap(ask, "📄 Kirim surat lagi", "F-2.03")
    again = await dunia.klien.tunggu(
        warga.who, lambda one: one.dokumen is not None and one.id > first.id, batas=PATIENCE
    )
    assert again.dokumen is not None
    assert text_of(await dunia.klien.berkas(again.dokumen.id)) == words
