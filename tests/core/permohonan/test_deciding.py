import pytest

from core.permohonan import Kalah, Putusan, StatusPermohonan, ticks
from core.store import riwayat
from tests.core.permohonan.dunia import ANI, BUDI, START, Dunia, won

S = StatusPermohonan
NOTED = Putusan(
    petugas='{"nomor_kk": "-"}',
    resmi="resmi/1",
    alasan=("a",),
    tindak_lanjut=("KK lama",),
    perbaikan={"ktp": "buram"},
)


async def test_a_case_that_is_taken_is_held(dunia: Dunia) -> None:
    assert (await dunia.taken(by=BUDI)).petugas == BUDI


async def test_a_tick_is_set_and_taken_back(dunia: Dunia) -> None:
    row = won(await dunia.cases.tick(await dunia.taken(), "ktp", by=ANI))
    row = won(await dunia.cases.tick(row, "berhak", by=ANI))
    assert ticks(row) == {"ktp", "berhak"}
    row = won(await dunia.cases.tick(row, "ktp", by=ANI))
    assert ticks(row) == {"berhak"}


async def test_ticks_go_when_the_case_is_released(dunia: Dunia) -> None:
    row = won(await dunia.cases.tick(await dunia.taken(), "ktp", by=ANI))
    released = won(await dunia.cases.release(row, by=ANI))
    assert (released.petugas, ticks(released)) == (None, set())


async def test_a_case_without_ticks_has_none(dunia: Dunia) -> None:
    assert ticks(await dunia.filed()) == set()


async def test_what_an_officer_notes_is_kept(dunia: Dunia) -> None:
    row = won(await dunia.cases.note(await dunia.taken(), NOTED, by=ANI))
    assert dunia.book.putusan(row) == NOTED


async def test_a_case_without_notes_has_an_empty_decision(dunia: Dunia) -> None:
    assert dunia.book.putusan(await dunia.filed()) == Putusan()


@pytest.mark.parametrize("status", [one for one in S if one is not S.DIPERIKSA])
async def test_outside_the_examination_nothing_is_ticked_or_noted(dunia: Dunia, status: S) -> None:
    row = await dunia.standing(status)
    assert await dunia.cases.tick(row, "ktp", by=ANI) == Kalah(status, ANI)
    assert await dunia.cases.note(row, NOTED, by=ANI) == Kalah(status, ANI)


async def test_who_does_not_hold_a_case_ticks_and_notes_nothing(dunia: Dunia) -> None:
    row = await dunia.taken(by=BUDI)
    assert await dunia.cases.tick(row, "ktp", by=ANI) == Kalah(S.DIPERIKSA, BUDI)
    assert await dunia.cases.note(row, NOTED, by=ANI) == Kalah(S.DIPERIKSA, BUDI)


async def test_a_rejection_keeps_what_was_noted_and_its_reason(dunia: Dunia) -> None:
    row = won(await dunia.cases.note(await dunia.taken(), NOTED, by=ANI))
    rejected = won(await dunia.cases.reject(row, "Pemohon tidak berhak.", by=ANI))
    putusan = dunia.book.putusan(rejected)
    assert (putusan.alasan, putusan.tindak_lanjut) == (("Pemohon tidak berhak.",), ("KK lama",))


async def test_a_decision_is_dated(dunia: Dunia) -> None:
    row = won(await dunia.cases.approve(await dunia.taken(), NOTED, by=ANI))
    assert row.diputus_at == START


async def test_the_history_names_the_officer_and_the_line_of_the_checklist(dunia: Dunia) -> None:
    row = won(await dunia.cases.tick(await dunia.taken(), "ktp", by=ANI))
    last = (await riwayat.of(row.id))[-1]
    assert (last.aksi, last.pelaku, last.rincian) == (
        "dicentang",
        f"petugas:{ANI}",
        '{"kode":"ktp"}',
    )


async def test_an_act_that_changes_nothing_is_written_down_all_the_same(dunia: Dunia) -> None:
    row = await dunia.filed()
    await dunia.cases.tell(row, "kode_cetak", by=BUDI)
    last = (await riwayat.of(row.id))[-1]
    assert (last.aksi, last.pelaku) == ("kode_cetak", f"petugas:{BUDI}")
