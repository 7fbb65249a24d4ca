from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vault import Index, Sealer, WrongKey

KEY, OTHER = bytes(range(32)), bytes(range(1, 33))
ROW = UUID(int=7)


@given(st.binary())
def test_a_value_opens_in_the_place_it_was_sealed_for(value: bytes) -> None:
    sealer = Sealer(KEY)
    sealed = sealer.seal(value, table="permohonan", column="isian", row=ROW)
    assert sealer.open(sealed, table="permohonan", column="isian", row=ROW) == value


@pytest.mark.parametrize(
    ("table", "column", "row"),
    [("berkas", "isian", ROW), ("permohonan", "nama", ROW), ("permohonan", "isian", UUID(int=8))],
)
def test_a_value_moved_to_another_place_does_not_open(table: str, column: str, row: UUID) -> None:
    sealer = Sealer(KEY)
    sealed = sealer.seal("BUDI", table="permohonan", column="isian", row=ROW)
    with pytest.raises(WrongKey):
        sealer.open(sealed, table=table, column=column, row=row)


def test_another_key_does_not_open_and_a_previous_one_does() -> None:
    sealed = Sealer(KEY).seal("BUDI", table="t", column="c", row=ROW)
    with pytest.raises(WrongKey):
        Sealer(OTHER).open(sealed, table="t", column="c", row=ROW)
    assert Sealer(OTHER, KEY).open_text(sealed, table="t", column="c", row=ROW) == "BUDI"


@pytest.mark.parametrize("cut", [0, 1, 4, 5, 16, 20, 32])
def test_a_cut_or_flipped_value_is_a_wrong_key_and_never_another_error(cut: int) -> None:
    sealer = Sealer(KEY)
    sealed = sealer.seal("BUDI", table="t", column="c", row=ROW)
    with pytest.raises(WrongKey):
        sealer.open(sealed[:cut], table="t", column="c", row=ROW)
    flipped = sealed[:cut] + bytes([sealed[cut] ^ 1]) + sealed[cut + 1 :]
    with pytest.raises(WrongKey):
        sealer.open(flipped, table="t", column="c", row=ROW)


def test_the_same_value_is_never_sealed_to_the_same_bytes() -> None:
    sealer = Sealer(KEY)
    assert len({sealer.seal("x", table="t", column="c", row=ROW) for _ in range(50)}) == 50


def test_a_separator_in_a_place_is_refused() -> None:
    with pytest.raises(ValueError, match=r"\|"):
        Sealer(KEY).seal("x", table="a|b", column="c", row=uuid4())


def test_an_index_is_keyed_and_hides_the_value() -> None:
    digest = Index(KEY).digest("3319010101010001")
    assert digest == Index(KEY).digest("3319010101010001")
    assert digest != Index(OTHER).digest("3319010101010001")
    assert len(digest) == 64
