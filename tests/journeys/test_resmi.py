"""Lampirkan PDF resmi: the document of the national system takes the same way out."""

import io

import pikepdf
import pytest

from tests.journeys.dunia import Dunia

pytestmark = pytest.mark.asyncio(loop_scope="session")


def _pdf(*, script: bool = False) -> bytes:
    """Return a PDF of one page, perhaps with a program in it."""
    document = pikepdf.new()
    document.add_blank_page(page_size=(842, 595))
    if script:
        document.Root.OpenAction = pikepdf.Dictionary(
            S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)")
        )
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


async def test_what_the_officer_attached_is_what_the_citizen_downloads(dunia: Dunia) -> None:
    warga, nomor = await dunia.filed()
    rina = dunia.rina
    card = await rina.takes(nomor)
    await rina.taps(card, "📎", "Kirim PDF resmi")
    pribadi, kind = rina.pribadi, "application/pdf"
    await pribadi.say("nanti ya", "Kirim PDF resmi")
    await pribadi.document(b"bukan pdf", "kk.pdf", kind, "rusak atau tidak terbaca")
    await pribadi.document(_pdf(script=True), "kk.pdf", kind, "menjalankan sesuatu")
    official = _pdf()
    await pribadi.document(official, "kk.pdf", kind, "PDF resmi terlampir")

    await rina.ticks(nomor)
    await rina.issues(nomor)
    assert await dunia.downloaded(warga) == official
    assert dunia.blobs("resmi") == [], "the archive holds it under the document's own key"
    assert dunia.blobs("pratinjau") == []


async def test_an_attached_pdf_can_be_taken_off_again(dunia: Dunia) -> None:
    _, nomor = await dunia.filed(surel=False)
    rina = dunia.rina
    await rina.taps(await rina.takes(nomor), "📎", "Kirim PDF resmi")
    await rina.pribadi.document(_pdf(), "kk.pdf", "application/pdf", "PDF resmi terlampir")
    card = await rina.private(f"Daftar periksa {nomor}", "Batalkan PDF resmi")
    await rina.taps(card, "Batalkan PDF", f"Daftar periksa {nomor}", "Lampirkan PDF")
    assert (await dunia.putusan(nomor)).resmi == ""
    assert dunia.blobs("resmi") == []
