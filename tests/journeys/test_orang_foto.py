"""People who are not us (3): those whose pictures come in another way."""

import io
from collections.abc import Callable

import pillow_heif
import pytest
from PIL import Image

from tests.journeys.dunia import Dunia, paper
from tests.journeys.pemain import BUDI, Warga

pytestmark = pytest.mark.asyncio(loop_scope="session")

Record = Callable[[str], None]


async def up_to_the_papers(dunia: Dunia) -> Warga:
    """Answer KK hilang up to the question for the identity card."""
    warga = await dunia.warga("Budi Santoso")
    ask = await warga.opens("KK hilang", first="Mengapa")
    await warga.tap(ask, "KK hilang", "Kartu Keluarga")
    await warga.say(BUDI.nomor_kk, "nama lengkap")
    await warga.say(BUDI.nama, "anggal lahir")
    await warga.say(BUDI.lahir, "KTP-el")
    return warga


async def to_the_paper(dunia: Dunia, warga: Warga) -> bytes:
    """Prove the address, file, let it be approved and download."""
    await warga.say(warga.surel, "kode")
    nomor = await warga.submits(await warga.say(await dunia.code(warga.surel), "Periksa"))
    await dunia.rina.approves(nomor)
    return await dunia.downloaded(warga)


def heic(picture: bytes) -> bytes:
    """Return a picture as an iPhone stores it."""
    out = io.BytesIO()
    pillow_heif.from_pillow(Image.open(io.BytesIO(picture)).convert("RGB")).save(out)
    return out.getvalue()


async def test_who_sends_photos_only_as_files_has_the_paper(
    dunia: Dunia, put_on_record: Record
) -> None:
    warga = await up_to_the_papers(dunia)
    await warga.document(paper("KTP"), "ktp.jpg", "image/jpeg", "kehilangan")
    await warga.document(paper("SURAT KEHILANGAN"), "IMG_1.jpg", "image/jpeg", "e-mail")
    assert (await to_the_paper(dunia, warga))[:5] == b"%PDF-"
    put_on_record(f"person with photos as files: {warga.count} messages and taps to the paper")


async def test_who_has_an_iphone_sends_heic_and_has_the_paper(
    dunia: Dunia, put_on_record: Record
) -> None:
    warga = await up_to_the_papers(dunia)
    await warga.document(heic(paper("KTP")), "IMG_0001.HEIC", "image/heic", "kehilangan")
    lost = heic(paper("SURAT KEHILANGAN"))
    await warga.document(lost, "IMG_0002.HEIC", "image/heic", "e-mail")
    assert (await to_the_paper(dunia, warga))[:5] == b"%PDF-"
    put_on_record(f"person with an iPhone: {warga.count} messages and taps to the paper")
