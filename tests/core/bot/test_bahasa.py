"""Citizens are spoken to in the language they choose; officers always in Indonesian."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from core.bahasa import INDONESIA, languages, present
from core.bot import talks
from core.bot.bahasa import hearing, named, of_chat
from core.bot.turn import Act, Turn
from core.demo.pictures import draw_paper
from tests.core.bot.ruang import BUDI, GROUP, RINA, Ruang, listening
from tests.journeys.pemain import PATIENCE, Petugas, Warga, number_in


@pytest.fixture
async def tutur(ruang: Ruang) -> AsyncIterator[Ruang]:
    """The room while it listens, with every language it has."""
    folders = [one.folder for one in ruang.alat.katalog.layanan.values()]
    ruang.alat = replace(ruang.alat, bahasa=languages(folders))
    async with listening(ruang):
        yield ruang


@pytest.mark.parametrize(
    ("teks", "kode"),
    [
        ("jv", "jv"),
        ("Basa  Jawa", "jv"),
        ("English", "en"),
        ("bahasa indonesia", "id"),
        ("Belanda", None),
        ("saya orang jawa", None),
    ],
)
def test_a_language_is_known_by_its_names(teks: str, kode: str | None) -> None:
    assert named(teks) == kode


async def test_before_the_first_word_the_telephone_says_which_language(ruang: Ruang) -> None:
    alat = replace(ruang.alat, bahasa=languages())
    for telegram, kode in (("en-GB", "en"), ("jv", "jv"), ("id", "id"), ("nl", "id"), ("", "id")):
        assert (await of_chat(alat, "a stranger", telegram)).kode == kode


async def test_what_was_chosen_counts_more_than_the_telephone(ruang: Ruang) -> None:
    alat = replace(ruang.alat, bahasa=languages())
    await talks.meet(ruang.mint, BUDI)
    digest = ruang.mint.ruang(BUDI)
    assert (await of_chat(alat, digest, "en")).kode == "id"
    await talks.choose_language(ruang.mint, BUDI, "jv")
    assert (await of_chat(alat, digest, "en")).kode == "jv"


async def test_a_turn_is_planned_and_said_in_the_language_of_its_chat(ruang: Ruang) -> None:
    alat, heard = replace(ruang.alat, bahasa=languages()), []

    async def plan() -> Act:
        heard.append(present().kode)

        async def act(turn: Turn) -> None:
            heard.append(present().kode)

        return act

    act = await hearing(alat, BUDI, "en", plan)
    await act(Turn(ruang.mint, "uji"))
    assert heard == ["en", "en"]
    assert present() is INDONESIA


async def test_a_citizen_files_in_english_and_the_office_reads_indonesian(tutur: Ruang) -> None:
    warga, rina = Warga(tutur.klien, BUDI, surel=""), Petugas(tutur.klien, RINA, GROUP)
    await rina.pribadi.say("/start petugas", "Halo")
    await warga.say("/bahasa", "Which language")
    menu = await warga.say("english", "Choose a service")
    intro = await warga.tap(menu, "KK lost or damaged", "Have ready")
    ask = await warga.tap(intro, "Start", "Why is the KK")
    await warga.tap(ask, "KK lost", "family card")
    await warga.say("3319990108160001", "full name")
    await warga.say("Budi Santoso", "born")
    await warga.say("17-08-1990", "KTP-el")
    await warga.photo(draw_paper(("DOKUMEN CONTOH",)), "police report")
    mail = await warga.photo(draw_paper(("SURAT CONTOH",), upright=True), "e-mail")
    summary = await warga.tap(mail, "No e-mail", "Check your answers")
    receipt = await warga.tap(summary, "✅ Send", "Your number")
    nomor = number_in(receipt)

    card = await rina.card(nomor, "Ambil")
    assert "KK hilang atau rusak" in card.teks
    await rina.takes(nomor)
    dossier = await rina.private("Nomor KK", "Alasan")
    assert "KK hilang" in dossier.teks
    assert "Collected" not in dossier.teks

    reasons = await rina.taps(await rina.card(nomor, "Tolak"), "⛔ Tolak", "Pilih alasan")
    assert reasons.label
    await rina.pribadi.say("Berkas milik orang lain.", "Pemohon akan membaca:")
    sure = await rina.private("Pemohon akan membaca:")
    await rina.taps(sure, "⛔ Ya", "ditolak")
    told = await tutur.klien.tunggu(BUDI, lambda one: "rejected" in one.teks, batas=PATIENCE)
    assert "Reason: Berkas milik orang lain." in told.teks


async def test_the_choice_is_remembered(tutur: Ruang) -> None:
    warga = Warga(tutur.klien, BUDI, surel="")
    await warga.say("/bahasa jawa", "Basa Jawi")
    await warga.say("/start", "Sugeng rawuh")
    await warga.say("/bahasa indonesia", "memakai Bahasa Indonesia")
    await warga.say("/start", "Selamat datang")
