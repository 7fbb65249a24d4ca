"""The roads as the verbs take them: for every status, every verb."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from core.permohonan import Cases, Kalah, Permohonan, Putusan, StatusPermohonan
from core.permohonan.status import NEXT, allowed
from core.store import riwayat
from tests.core.permohonan.dunia import ANI, BATAS, BUDI, ISIAN, KK_EMAIL, Dunia, won

S = StatusPermohonan
Verb = Callable[[Dunia, Permohonan], Awaitable[Permohonan | Kalah]]

# Each verb, as Ani who holds the case does it, and where it leads.
VERBS: dict[str, tuple[S, Verb]] = {
    "submit": (
        S.DIAJUKAN,
        lambda d, row: d.cases.submit(row, ISIAN, desa="", produk=(KK_EMAIL,), batas_at=BATAS),
    ),
    "withdraw": (S.DIBATALKAN, lambda d, row: d.cases.withdraw(row)),
    "take": (S.DIPERIKSA, lambda d, row: d.cases.take(row, by=ANI)),
    "release": (S.DIAJUKAN, lambda d, row: d.cases.release(row, by=ANI)),
    "send_back": (
        S.PERLU_PERBAIKAN,
        lambda d, row: d.cases.send_back(row, ISIAN, Putusan(), by=ANI),
    ),
    "approve": (S.DISETUJUI, lambda d, row: d.cases.approve(row, Putusan(), by=ANI)),
    "reject": (S.DITOLAK, lambda d, row: d.cases.reject(row, "tidak berhak", by=ANI)),
    "close": (S.SELESAI, lambda d, row: d.cases.close(row)),
    "schedule": (S.TERJADWAL, lambda d, row: d.cases.schedule(row, ISIAN, desa="")),
    "attended": (S.SELESAI, lambda d, row: d.cases.attended(row, by=ANI)),
    "missed": (S.KEDALUWARSA, lambda d, row: d.cases.missed(row, by=ANI)),
    "expire": (S.KEDALUWARSA, lambda d, row: d.cases.expire(row)),
}
# Several verbs lead to one place, each from places of its own.
FROM = {
    "submit": {S.DRAF, S.PERLU_PERBAIKAN},
    "release": {S.DIPERIKSA},
    "close": {S.DISETUJUI},
    "attended": {S.TERJADWAL},
    "missed": {S.TERJADWAL},
    "expire": {S.DRAF},
}
LISTED = {
    verb: {old for old in S if allowed(old, to) and old in FROM.get(verb, set(S))}
    for verb, (to, _) in VERBS.items()
}
ROADS = [(verb, old) for verb, places in LISTED.items() for old in sorted(places)]


def test_the_verbs_take_every_road_that_is_listed_but_two() -> None:
    taken = {(old, VERBS[verb][0]) for verb, old in ROADS}
    listed = {(old, new) for old, news in NEXT.items() for new in news}
    clock, objection = (S.PERLU_PERBAIKAN, S.KEDALUWARSA), (S.DISETUJUI, S.DIAJUKAN)
    assert listed - taken == {clock, objection}, "the latter in test_pratinjau"


def test_no_verb_hides_another_of_the_same_name() -> None:
    own = [name for base in Cases.__mro__[:-1] for name in vars(base) if name[0] != "_"]
    assert len(own) > 30, "an empty walk proves nothing"
    assert sorted(name for name in set(own) if own.count(name) > 1) == []


@pytest.mark.parametrize("verb", VERBS)
async def test_a_verb_succeeds_on_its_listed_roads_and_on_no_others(
    dunia: Dunia, verb: str
) -> None:
    to, act = VERBS[verb]
    succeeded = set()
    for old in S:
        row = await dunia.standing(old)
        outcome = await act(dunia, row)
        stands = S((await Permohonan.get(id=row.id)).status)
        if isinstance(outcome, Permohonan):
            succeeded.add(old)
            assert outcome.status == stands == to
        else:
            assert (outcome, stands) == (Kalah(old, ANI), old)
    assert succeeded == LISTED[verb]


@pytest.mark.parametrize("verb", VERBS)
async def test_a_refused_verb_writes_no_history(dunia: Dunia, verb: str) -> None:
    for old in set(S) - LISTED[verb]:
        row = await dunia.standing(old)
        await VERBS[verb][1](dunia, row)
        assert [line.aksi for line in await riwayat.of(row.id)] == ["dibuka"], old


@pytest.mark.parametrize(("verb", "old"), ROADS)
async def test_a_change_counts_the_revision_up_and_writes_one_line(
    dunia: Dunia, verb: str, old: S
) -> None:
    row = await dunia.standing(old)
    moved = won(await VERBS[verb][1](dunia, row))
    assert moved.revisi == row.revisi + 1
    _, line = await riwayat.of(row.id)
    assert line.rincian == f'{{"revisi":{moved.revisi}}}'


@pytest.mark.parametrize(("verb", "old"), ROADS)
async def test_a_verb_on_yesterday_s_row_is_lost(dunia: Dunia, verb: str, old: S) -> None:
    row = await dunia.standing(old)
    await Permohonan.filter(id=row.id).update(revisi=row.revisi + 1)
    assert await VERBS[verb][1](dunia, row) == Kalah(old, ANI)


async def test_exactly_one_of_many_officers_takes_a_case_and_the_others_hear_who(
    dunia: Dunia,
) -> None:
    row = await dunia.filed()
    officers = range(ANI, ANI + 8)
    outcomes = await asyncio.gather(*[dunia.cases.take(row, by=one) for one in officers])
    (winner,) = [one for one in outcomes if isinstance(one, Permohonan)]
    losers = [one for one in outcomes if isinstance(one, Kalah)]
    assert losers == [Kalah(S.DIPERIKSA, winner.petugas)] * 7


async def test_of_two_decisions_at_once_one_is_made(dunia: Dunia) -> None:
    row = await dunia.taken()
    outcomes = await asyncio.gather(
        dunia.cases.approve(row, Putusan(), by=ANI),
        dunia.cases.reject(row, "tidak berhak", by=ANI),
        dunia.cases.release(row, by=ANI),
    )
    assert sum(isinstance(one, Permohonan) for one in outcomes) == 1
    assert len(await riwayat.of(row.id)) == 4


@pytest.mark.parametrize("verb", ["release", "send_back", "approve", "reject"])
async def test_only_who_holds_a_case_decides_it(dunia: Dunia, verb: str) -> None:
    row = await dunia.taken(by=BUDI)
    assert await VERBS[verb][1](dunia, row) == Kalah(S.DIPERIKSA, BUDI)
