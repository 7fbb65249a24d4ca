"""What is free, by a clock that stands still."""

from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from core.janji import Slot, Terisi, free
from tests.core.janji.jadwal import HOLIDAY, JADWAL, NOW, at, hours


def found(
    *terisi: Terisi, menit: int = 15, paling_cepat: int = 2, tempat: int = 2
) -> tuple[Slot, ...]:
    jadwal = replace(JADWAL, paling_cepat_jam=paling_cepat, tempat_per_slot=tempat)
    return free(jadwal, terisi, menit=menit, now=NOW)


def begins(slots: tuple[Slot, ...], day: int) -> list[str]:
    local = (slot.mulai.astimezone(JADWAL.zona) for slot in slots)
    return [f"{moment:%H.%M}" for moment in local if moment.day == day]


def test_places_lie_in_the_hours_of_the_office() -> None:
    tuesday = begins(found(), 24)
    assert tuesday[0] == "07.30"
    assert tuesday[-1] == "15.15"
    assert "11.45" in tuesday
    assert "12.00" not in tuesday, "nobody is served at noon"
    assert len(tuesday) == 18 + 10


def test_a_closed_day_has_none() -> None:
    slots = found()
    assert begins(slots, HOLIDAY.day) == []
    assert begins(slots, 28) == []
    assert begins(slots, 29) == []


def test_some_hours_lie_between_booking_and_appointment() -> None:
    assert begins(found(), 23)[0] == "09.00"
    assert begins(found(paling_cepat=0), 23)[0] == "07.30"
    assert begins(found(paling_cepat=48), 24) == []


def test_the_last_day_is_the_one_that_the_office_says() -> None:
    last = found()[-1].mulai.astimezone(JADWAL.zona)
    assert f"{last:%Y-%m-%d}" == "2026-12-07"


def test_a_place_that_is_held_is_not_offered() -> None:
    held = Terisi(at(24, 9), at(24, 9, 15), 1)
    (slot,) = [one for one in found(held) if one.mulai == at(24, 9)]
    assert slot.tempat == (2,)


def test_a_slot_without_a_place_is_not_offered() -> None:
    held = [Terisi(at(24, 9), at(24, 9, 15), place) for place in (1, 2)]
    assert "09.00" not in begins(found(*held), 24)
    assert "09.15" in begins(found(*held), 24)


def test_a_longer_appointment_needs_its_place_for_all_of_it() -> None:
    held = [Terisi(at(24, 9), at(24, 9, 15), 1), Terisi(at(24, 9, 15), at(24, 9, 30), 2)]
    times = begins(found(*held, menit=30), 24)
    assert "09.00" not in times, "each place is held for a part of it"
    assert "08.45" in times, "the second place is free until 09.15"
    assert "11.45" not in times, "it would last into the break"


def test_a_changed_slot_length_gives_nothing_away_twice() -> None:
    old = Terisi(at(24, 9, 10), at(24, 9, 30), 1)
    assert "09.00" not in begins(found(old, tempat=1), 24)
    assert "09.15" not in begins(found(old, tempat=1), 24)
    assert "09.30" in begins(found(old, tempat=1), 24)


def test_another_zone_has_its_own_morning() -> None:
    makassar = replace(JADWAL, zona=ZoneInfo("Asia/Makassar"), paling_cepat_jam=0)
    first = free(makassar, (), menit=15, now=NOW)[0].mulai
    assert first == NOW, "07.30 has passed there; 08.00 is now"


held_places = st.lists(
    st.builds(
        lambda quarter, length, place: Terisi(
            at(23, 0) + timedelta(minutes=5 * quarter),
            at(23, 0) + timedelta(minutes=5 * (quarter + length)),
            place,
        ),
        st.integers(0, 12 * 24 * 3),
        st.integers(1, 24),
        st.integers(1, 4),
    ),
    max_size=40,
)


@given(
    held_places,
    st.integers(5, 240),
    st.integers(1, 4),
    st.integers(1, 120),
    st.integers(0, 30),
    st.integers(0, 60 * 24 * 5),
)
def test_whatever_is_offered_is_open_late_enough_and_held_by_nobody(
    held: list[Terisi], slot: int, tempat: int, menit: int, cepat: int, passed: int
) -> None:
    jadwal = replace(
        JADWAL, slot_menit=slot, tempat_per_slot=tempat, paling_cepat_jam=cepat, hari_ke_depan=5
    )
    now = NOW + timedelta(minutes=passed)
    slots = free(jadwal, held, menit=menit, now=now)
    assert list(slots) == sorted(slots, key=lambda one: one.mulai)
    assert len({one.mulai for one in slots}) == len(slots)
    for one in slots:
        begin, end = (moment.astimezone(JADWAL.zona) for moment in (one.mulai, one.selesai))
        assert any(
            span.buka <= begin.time() and end.time() <= span.tutup
            for span in hours(begin.date())
            if begin.date() == end.date()
        )
        assert one.mulai >= now + timedelta(hours=cepat)
        assert one.selesai - one.mulai >= timedelta(minutes=menit)
        for place in one.tempat:
            assert 1 <= place <= tempat
            assert not any(
                other.tempat == place and other.mulai < one.selesai and one.mulai < other.selesai
                for other in held
            )
