import itertools
import threading
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from core.store import new_id
from core.store.ids import IdSource


@given(st.lists(st.integers(min_value=0, max_value=2**60), min_size=2, max_size=50))
def test_ids_strictly_increase_whatever_the_clock_does(instants: list[int]) -> None:
    clock = iter(instants)
    source = IdSource(lambda: next(clock))
    made = [source() for _ in instants]
    assert all(one < other for one, other in itertools.pairwise(made))


def test_ids_increase_within_one_standing_instant_beyond_the_counter() -> None:
    source = IdSource(lambda: 1_790_000_000_000_000_000)
    made = [source() for _ in range(5000)]
    assert made == sorted(set(made))


def test_an_id_is_a_version_7_uuid_of_its_millisecond() -> None:
    made = IdSource(lambda: 1_790_000_000_123_456_789)()
    assert (made.version, made.variant) == (7, UUID(int=0x8 << 60).variant)
    assert made.int >> 80 == 1_790_000_000_123


def test_threads_never_get_the_same_id() -> None:
    made: list[UUID] = []
    threads = [
        threading.Thread(target=lambda: made.extend([new_id() for _ in range(500)]))
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(made)) == 2000
