"""The page behind the QR: what it says of a document, and what it never says."""

from urllib.parse import urlsplit

from delivery.models import Dokumen, StatusDokumen
from tests.delivery.dunia import PDF, Dunia, Peramban
from vault import new_token


def path_of(dunia: Dunia) -> str:
    return urlsplit(dunia.penerbit.verification_url(dunia.dokumen_id)).path


async def test_a_sample_says_that_it_is_no_official_document(
    dunia: Dunia, peramban: Peramban
) -> None:
    await dunia.store()
    async with peramban.get(path_of(dunia)) as answer:
        assert answer.status == 200
        assert "CONTOH, BUKAN DOKUMEN RESMI" in await answer.text()


async def test_v14_an_official_document_is_called_genuine_without_any_name(
    dunia: Dunia, peramban: Peramban
) -> None:
    await dunia.store()
    await Dokumen.filter(id=dunia.dokumen_id).update(resmi=True)
    async with peramban.get(path_of(dunia)) as answer:
        body = await answer.text()
    assert "ASLI DAN BERLAKU" in body
    assert "BUDI" in PDF.decode()
    assert "BUDI" not in body
    assert "3319010101010001" not in body


async def test_v14_a_withdrawn_document_is_called_withdrawn(
    dunia: Dunia, peramban: Peramban
) -> None:
    await dunia.store()
    await Dokumen.filter(id=dunia.dokumen_id).update(
        resmi=True, status=StatusDokumen.DICABUT.value
    )
    async with peramban.get(path_of(dunia)) as answer:
        assert "DICABUT" in await answer.text()


async def test_v14_an_unknown_code_gets_the_same_frame(dunia: Dunia, peramban: Peramban) -> None:
    async with peramban.get(f"/v/{new_token()}") as answer:
        assert answer.status == 404
        assert "TIDAK DIKENAL" in await answer.text()


async def test_v16_a_code_on_paper_opens_no_link(dunia: Dunia, peramban: Peramban) -> None:
    await dunia.store()
    async with peramban.get(path_of(dunia).replace("/v/", "/d/")) as answer:
        assert answer.status == 404


async def test_the_code_stays_the_same_for_a_document_and_differs_between_two(
    dunia: Dunia,
) -> None:
    from_now = dunia.penerbit.verification_url(dunia.dokumen_id)
    assert from_now == dunia.penerbit.verification_url(dunia.dokumen_id)
    await dunia.store()
    row = await Dokumen.get(id=dunia.dokumen_id)
    assert row.verifikasi_hash
    assert from_now.rsplit("/", 1)[1] not in row.verifikasi_hash
