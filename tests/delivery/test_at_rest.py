"""The rows of the threat table that this floor can prove, on the files as they lie on disk."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest

from core.store import Database
from delivery.models import Dokumen, KodeLoket, Tautan
from tests.basis import content_of
from tests.delivery.dunia import PDF, Dunia, Peramban
from tests.delivery.test_page_ticket import NAME
from vault import (
    CounterWrap,
    KunciWeb,
    LinkWrap,
    Sealer,
    WrongKey,
    new_password,
    new_token,
    normalise_code,
    normalise_password,
    open_document,
    open_from_archive,
)


def on_disk(folder: Path, database: Database) -> bytes:
    """Everything a thief of the database, its WAL and the storage holds. Keys lie elsewhere."""
    files = [
        file for file in sorted(folder.rglob("*")) if file.is_file() and "kunci" not in file.parts
    ]
    content = content_of(database.url)
    assert files, "an empty walk proves nothing"
    assert NAME.removesuffix(".pdf").encode() in content, (
        "a database that holds nothing proves nothing"
    )
    return content + b"".join(file.read_bytes() for file in files)


async def test_d39_the_disk_holds_no_token_password_ticket_code_name_nik_or_pdf(
    dunia: Dunia, peramban: Peramban, basis_data: Database
) -> None:
    await dunia.penerbit.prepare(
        dunia.dokumen_id, jenis="kk", nama_berkas=NAME.removesuffix(".pdf")
    )
    await dunia.penerbit.put_draft(dunia.dokumen_id, PDF)
    during = on_disk(dunia.folder, basis_data)
    terbit = await dunia.publish()
    kode = (await dunia.penerbit.mint_loket(dunia.dokumen_id)).kode
    door = urlsplit(terbit.url).path
    async with peramban.post(door, "kata_sandi", terbit.kata_sandi) as answer:
        page = urlsplit(answer.headers["Location"]).path
    async with peramban.get(f"{page}/{NAME}") as answer:
        assert await answer.read() == PDF
    stolen = during + on_disk(dunia.folder, basis_data)
    token, ticket = door.removeprefix("/d/"), page.removeprefix("/b/")
    symbols = normalise_password(terbit.kata_sandi) or ""
    words = [token, ticket, terbit.kata_sandi, symbols, kode, kode.replace("-", "")]
    words += ["BUDI", "3319010101010001", "%PDF", "127.0.0.1"]
    for word in words:
        assert word.encode() not in stolen
        assert word.lower().encode() not in stolen
        assert word.encode().hex().encode() not in stolen.lower()


async def test_the_database_and_the_storage_alone_open_nothing(dunia: Dunia) -> None:
    await dunia.publish()
    await dunia.penerbit.mint_loket(dunia.dokumen_id)
    row, tautan, kode = await Dokumen.get(), await Tautan.get(), await KodeLoket.get()
    blob = await dunia.blobs.get(f"dokumen/{row.id}")
    thief = bytes(32)
    with pytest.raises(WrongKey):
        Sealer(thief).open(row.persiapan or b"", table="dokumen", column="persiapan", row=row.id)
    with pytest.raises(WrongKey):
        open_document(thief, blob, document=row.id)
    wrap = LinkWrap(link=tautan.id, document=row.id, salt=tautan.garam)
    with pytest.raises(WrongKey):
        wrap.open(tautan.bungkus or b"", token=new_token(), stretched=thief)
    counter = CounterWrap(code=kode.id, document=row.id, salt=kode.garam, site_key=thief)
    with pytest.raises(WrongKey):
        counter.open(kode.bungkus or b"", stretched=thief)


async def test_the_letter_alone_opens_nothing(dunia: Dunia, peramban: Peramban) -> None:
    terbit = await dunia.publish()
    door = urlsplit(terbit.url).path
    async with peramban.get(door) as answer:
        assert answer.status == 200
    async with peramban.post(door, "kata_sandi", new_password()) as answer:
        assert answer.status == 403


async def test_the_chat_alone_names_no_link(dunia: Dunia) -> None:
    terbit = await dunia.publish()
    shown = await dunia.penerbit.kata_sandi(dunia.dokumen_id)
    assert not hasattr(shown, "url")
    assert terbit.url.rpartition("/")[2] not in terbit.kata_sandi


async def test_database_storage_and_letter_still_need_the_password(dunia: Dunia) -> None:
    terbit = await dunia.publish()
    tautan = await Tautan.get()
    wrap = LinkWrap(link=tautan.id, document=dunia.dokumen_id, salt=tautan.garam)
    token = terbit.url.rpartition("/")[2]
    guess = await dunia.stretcher.stretch(normalise_password(new_password()) or "", tautan.garam)
    with pytest.raises(WrongKey):
        wrap.open(tautan.bungkus or b"", token=token, stretched=guess)


async def test_the_sites_key_opens_neither_the_archive_nor_the_preparation(dunia: Dunia) -> None:
    await dunia.publish()
    row = await Dokumen.get()
    web = KunciWeb.load(dunia.folder / "kunci" / "web")
    assert set(vars(web)) == {"k_web"}
    with pytest.raises(WrongKey):
        Sealer(web.k_web).open(
            row.persiapan or b"", table="dokumen", column="persiapan", row=row.id
        )
    with pytest.raises(WrongKey):
        open_document(web.k_web, await dunia.blobs.get(f"dokumen/{row.id}"), document=row.id)


async def test_the_worker_with_its_keys_opens_everything(dunia: Dunia) -> None:
    await dunia.publish()
    row = await Dokumen.get()
    key = open_from_archive(dunia.kunci.arsip_sk, row.kunci_arsip or b"", document=row.id)
    blob = await dunia.blobs.get(f"dokumen/{row.id}")
    assert open_document(key, blob, document=row.id) == PDF


async def test_a_used_counter_code_leaves_nothing_to_guess_at(
    dunia: Dunia, peramban: Peramban, basis_data: Database
) -> None:
    await dunia.store()
    kode = (await dunia.penerbit.mint_loket(dunia.dokumen_id)).kode
    assert normalise_code(kode)
    wrap = (await KodeLoket.get()).bungkus or b""
    async with peramban.post("/loket", "kode", kode) as answer:
        assert answer.status == 303
    assert wrap
    assert await KodeLoket.all().values_list("bungkus", flat=True) == [None]
