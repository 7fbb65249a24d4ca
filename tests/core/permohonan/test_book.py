"""What a case holds about a person opens in its own row and stands nowhere in the database."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.permohonan import Kejadian, Permohonan, Putusan
from core.permohonan.models import Produk
from core.store import Database, new_id
from tests.basis import content_of
from tests.core.permohonan.dunia import ANI, CHAT, NAMA, NIK, PENGAMBIL, SUREL, Dunia, won
from vault import WrongKey

PERSONAL = (NIK, NAMA, SUREL, PENGAMBIL, str(CHAT), "SITI", "siti.aminah")


async def test_the_database_of_a_whole_life_holds_nothing_of_a_person(
    dunia: Dunia, basis_data: Database
) -> None:
    row = await dunia.taken()
    putusan = Putusan(petugas=f'{{"nik": "{NIK}"}}', alasan=(NAMA,), perbaikan={"ktp": NAMA})
    row = won(await dunia.cases.note(row, putusan, by=ANI))
    row = won(await dunia.cases.send_back(row, f'{{"nama": "{NAMA}"}}', putusan, by=ANI))
    row = won(await dunia.cases.take(await dunia.submit(row), by=ANI))
    await dunia.cases.approve(row, putusan, by=ANI)
    (produk,) = await dunia.cases.products(row.id)
    await Produk.filter(id=produk.id).update(status="siap_diambil")
    sealed = dunia.book.seal_penerima(produk.id, PENGAMBIL)
    await dunia.products.hand_over(await Produk.get(id=produk.id), sealed, by=ANI)
    content = content_of(basis_data.url)
    assert str(row.nomor).encode() in content, "a database that holds nothing proves nothing"
    for secret in PERSONAL:
        assert secret.encode() not in content
        assert secret.encode("utf-16-le") not in content


async def test_what_was_sealed_for_one_case_opens_in_no_other(dunia: Dunia) -> None:
    mine, other = await dunia.draft(), await dunia.draft()
    await Permohonan.filter(id=mine.id).update(isian=other.isian, chat=other.chat)
    moved = await Permohonan.get(id=mine.id)
    with pytest.raises(WrongKey):
        dunia.book.isian(moved)
    with pytest.raises(WrongKey):
        dunia.book.chat(moved)


async def test_what_was_sealed_for_one_column_opens_in_no_other(dunia: Dunia) -> None:
    row = await dunia.draft()
    row.isian = row.chat
    with pytest.raises(WrongKey):
        dunia.book.isian(row)


async def test_a_product_that_is_collected_has_no_address_and_no_collector(dunia: Dunia) -> None:
    produk = Produk(id=new_id())
    assert (dunia.book.alamat(produk), dunia.book.penerima(produk)) == ("", "")


TEXTS = st.text(max_size=30)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.builds(
        Putusan,
        petugas=TEXTS,
        resmi=TEXTS,
        alasan=st.lists(TEXTS, max_size=3).map(tuple),
        tindak_lanjut=st.lists(TEXTS, max_size=3).map(tuple),
        perbaikan=st.dictionaries(TEXTS, TEXTS, max_size=3),
    )
)
def test_whatever_an_officer_added_is_read_back(dunia: Dunia, putusan: Putusan) -> None:
    row = Permohonan(id=new_id())
    row.putusan = dunia.book.seal_putusan(row.id, putusan)
    assert dunia.book.putusan(row) == putusan


def test_a_notice_is_read_back_and_holds_an_id_and_a_code() -> None:
    notice = Kejadian("diunduh", new_id())
    assert Kejadian.load(notice.dump()) == notice
