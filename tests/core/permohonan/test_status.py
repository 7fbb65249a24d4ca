import pytest

from core.permohonan.status import (
    EDITABLE,
    NEXT,
    OPEN,
    StatusPermohonan,
    StatusProduk,
    allowed,
    allowed_produk,
)

ENDS = {StatusPermohonan.DITOLAK, StatusPermohonan.DIBATALKAN, StatusPermohonan.KEDALUWARSA}


def reachable(start: str, roads: dict[str, set[str]]) -> set[str]:
    seen, ahead = {start}, [start]
    while ahead:
        new = roads.get(ahead.pop(), set()) - seen
        seen |= new
        ahead.extend(new)
    return seen


def test_what_is_not_listed_does_not_exist() -> None:
    assert not allowed(StatusPermohonan.DRAF, StatusPermohonan.DISETUJUI)
    assert not allowed(StatusPermohonan.DITOLAK, StatusPermohonan.DIAJUKAN)
    assert not allowed_produk(StatusProduk.DIGANTI, StatusProduk.TERBIT)


@pytest.mark.parametrize("status", StatusPermohonan)
def test_no_case_moves_to_where_it_is(status: StatusPermohonan) -> None:
    assert not allowed(status, status)


@pytest.mark.parametrize("status", StatusProduk)
def test_no_product_moves_to_where_it_is(status: StatusProduk) -> None:
    assert not allowed_produk(status, status)


def test_every_status_of_a_case_is_reached_from_the_draft() -> None:
    roads = {str(old): {str(new) for new in news} for old, news in NEXT.items()}
    assert reachable("draf", roads) == {str(one) for one in StatusPermohonan}


@pytest.mark.parametrize("end", sorted(ENDS | {StatusPermohonan.SELESAI}))
def test_no_road_leads_out_of_an_end(end: StatusPermohonan) -> None:
    assert end not in NEXT


def test_what_is_open_or_editable_is_no_end() -> None:
    assert not (set(OPEN) | set(EDITABLE)) & ENDS


def test_nothing_skips_the_officer_on_its_way_to_approval() -> None:
    before = {old for old, news in NEXT.items() if StatusPermohonan.DISETUJUI in news}
    assert before == {StatusPermohonan.DIPERIKSA}
