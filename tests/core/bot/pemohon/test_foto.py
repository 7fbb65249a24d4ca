"""Photos in the citizen's chat, over HTTP: example pictures, albums as pages, three tries."""

from collections.abc import AsyncIterator

import pytest

from core.bot.models import Kartu
from core.bot.pemohon.halaman import HALAMAN
from core.citra import Cacat
from core.demo.pictures import draw_paper
from core.store import KeadaanKeluar
from core.store.models import Outbox
from sandbox import Pesan
from tests.core.bot.ruang import BUDI, GROUP, RINA, PapersThatAreFine, Ruang, listening
from tests.journeys.pemain import BUDI as DIRI
from tests.journeys.pemain import PATIENCE, Petugas, Warga

PHOTO = draw_paper(("DOKUMEN CONTOH",))
HEIC = b"\0\0\0\x18ftypheic"


@pytest.fixture
async def warga(ruang: Ruang) -> AsyncIterator[Warga]:
    """A citizen who is asked for the photo of his KTP-el."""
    async with listening(ruang):
        one = Warga(ruang.klien, BUDI, surel="")
        ask = await one.opens("KK hilang", first="Mengapa")
        await one.tap(ask, "KK hilang", "Kartu Keluarga")
        await one.say(DIRI.nomor_kk, "nama lengkap")
        await one.say(DIRI.nama, "anggal lahir")
        await one.say(DIRI.lahir, "KTP-el")
        yield one


def papers(ruang: Ruang) -> PapersThatAreFine:
    assert isinstance(ruang.alat.papers, PapersThatAreFine)
    return ruang.alat.papers


async def said(warga: Warga, part: str, *, after: int = 0) -> Pesan:
    return await warga.klien.tunggu(
        warga.who,
        lambda one: one.dari_bot and part in one.teks,
        sesudah=after,
        batas=PATIENCE,
    )


async def test_a_blurred_photo_is_answered_with_an_example_and_asked_again(
    ruang: Ruang, warga: Warga
) -> None:
    papers(ruang).faults = ["kabur"]
    ask = await warga.photo(PHOTO, "KTP-el Anda")
    example = await said(warga, Cacat.KABUR.kalimat)
    assert example.foto is not None
    assert await warga.klien.berkas(example.foto.id) == Cacat.KABUR.contoh.read_bytes()
    assert example.id < ask.id
    await warga.photo(PHOTO, "kehilangan")


async def test_the_third_unreadable_photo_is_accepted_and_the_officer_sees_why(
    ruang: Ruang, warga: Warga
) -> None:
    rina = Petugas(ruang.klien, RINA, GROUP)
    await rina.pribadi.say("/start petugas", "Halo")
    papers(ruang).faults = ["kabur", "silau", "gelap"]
    await warga.photo(PHOTO, "KTP-el Anda")
    await warga.photo(PHOTO, "KTP-el Anda")
    await warga.photo(PHOTO, "mungkin sulit dibaca")
    ask = await warga.photo(PHOTO, "e-mail")
    nomor = await warga.submits(await warga.tap(ask, "Tidak punya e-mail", "Periksa"))
    await rina.takes(nomor)
    await rina.private("KTP-el pemohon", "gelap")


async def test_an_album_is_taken_page_by_page_under_one_line_that_is_edited(
    ruang: Ruang, warga: Warga
) -> None:
    for _ in range(4):
        await warga.klien.foto(warga.who, PHOTO, album="77")
    line = await said(warga, "halaman 1, 2, 3 diterima")
    await said(warga, "Paling banyak 3 halaman")
    lines = [one for one in await warga.klien.pesan(warga.who) if "diterima." in one.teks]
    assert [one.id for one in lines] == [line.id]
    assert len(papers(ruang).asked) == 3
    later = [one for one in await warga.klien.pesan(warga.who) if one.id > line.id]
    assert len([one for one in later if "kehilangan" in one.teks]) == 1
    assert await Kartu.filter(jenis=HALAMAN).count() == 1


async def test_the_officer_sees_all_pages_in_order_and_none_is_thrown_away(
    ruang: Ruang, warga: Warga
) -> None:
    rina = Petugas(ruang.klien, RINA, GROUP)
    await rina.pribadi.say("/start petugas", "Halo")
    for _ in range(2):
        await warga.klien.foto(warga.who, PHOTO, album="77")
    await said(warga, "halaman 1, 2 diterima")
    ask = await warga.photo(PHOTO, "e-mail")
    nomor = await warga.submits(await warga.tap(ask, "Tidak punya e-mail", "Periksa"))
    assert len(papers(ruang).wanted) == 3
    await rina.takes(nomor)
    captions = [
        one.teks for one in await ruang.klien.pesan(RINA) if one.foto and "KTP-el pem" in one.teks
    ]
    assert ["halaman 1 dari 2" in captions[0], "halaman 2 dari 2" in captions[1]] == [True, True]


async def test_u18_a_photo_sent_as_a_file_is_taken(ruang: Ruang, warga: Warga) -> None:
    sent = await warga.klien.dokumen(warga.who, HEIC, nama="IMG_1.HEIC", mime="image/heic")
    await said(warga, "kehilangan", after=sent.rev)


async def test_a_replaced_photo_is_thrown_away_at_once(ruang: Ruang, warga: Warga) -> None:
    await warga.photo(PHOTO, "kehilangan")
    (first,) = papers(ruang).wanted
    ask = await warga.photo(PHOTO, "e-mail")
    summary = await warga.tap(ask, "Tidak punya e-mail", "Periksa")
    menu = await warga.tap(summary, "✏️ Ubah", "ingin Anda ubah")
    await warga.tap(menu, "KTP-el", "Jawaban sekarang")
    await warga.photo(PHOTO, "Periksa")
    assert first not in papers(ruang).wanted
    assert len(papers(ruang).wanted) == 2


async def test_nothing_is_left_over_in_the_outbox(ruang: Ruang, warga: Warga) -> None:
    papers(ruang).faults = ["kabur"]
    await warga.photo(PHOTO, "KTP-el Anda")
    await warga.settles()
    assert await Outbox.filter(keadaan=KeadaanKeluar.GAGAL.value).count() == 0
