"""What the outbox remembers of a letter's failures."""

from hypothesis import given
from hypothesis import strategies as st

from delivery.jejak import Jejak

WORD = st.text("abcdefghijklmnopqrstuvwxyz_:", min_size=1, max_size=20)


@given(WORD, st.integers(0, 10**10), st.booleans())
def test_it_reads_back_what_it_wrote(sebab: str, kali: int, ragu: bool) -> None:
    kept = Jejak(sebab, kali, ragu)
    assert Jejak.load(kept.dump()) == Jejak(sebab, kali, ragu or sebab == "ragu")
    assert len(kept.dump()) <= 120, "the column holds no more"


@given(st.text(max_size=120))
def test_it_reads_anything(text: str) -> None:
    Jejak.load(text)


def test_the_same_failure_counts_up_and_another_begins_anew() -> None:
    kept = Jejak().failed("kotak_penuh").failed("kotak_penuh")
    assert (kept.kali, kept.failed("sambungan").kali) == (2, 1)


def test_a_doubt_is_never_forgotten() -> None:
    kept = Jejak().doubted().failed("sambungan").stopped("masuk")
    assert Jejak.load(kept.dump()).ragu
