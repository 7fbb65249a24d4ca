"""Envelope senders that say which letter comes back, and prove that we wrote them."""

from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from core.store import new_id
from delivery.address import Alamat, check_address
from delivery.verp import Verp

VERP = Verp.derived(bytes(range(32)), "Pantulan@Disdukcapil.contoh.go.id")


@given(st.uuids())
def test_every_letter_is_found_again_whatever_the_case(letter: UUID) -> None:
    sender = VERP.sender(letter)
    assert VERP.letter(sender) == VERP.letter(sender.upper()) == letter


@given(st.uuids())
def test_it_is_an_address_that_every_server_takes(letter: UUID) -> None:
    local = VERP.sender(letter).partition("@")[0]
    assert len(local) <= 64
    assert isinstance(check_address(VERP.sender(letter)), Alamat)


@given(st.uuids(), st.integers(0, 35), st.sampled_from("0123456789abcdefghjkmnpqrstvwxyz"))
def test_one_changed_symbol_is_no_letter_of_ours(letter: UUID, place: int, symbol: str) -> None:
    head, _, tail = VERP.sender(letter).partition("+")
    place += place >= 26  # over the dot
    changed = f"{head}+{tail[:place]}{symbol}{tail[place + 1 :]}"
    found = VERP.letter(changed)
    assert found == letter if changed == VERP.sender(letter) else found is None


@given(st.text(max_size=120))
def test_any_text_is_no_letter_of_ours(text: str) -> None:
    assert VERP.letter(text) is None
    assert VERP.letter(f"pantulan+{text}@disdukcapil.contoh.go.id") is None


def test_another_key_or_another_mailbox_is_not_ours() -> None:
    letter = new_id()
    foreign = Verp.derived(bytes(32), VERP.kotak).sender(letter)
    elsewhere = VERP.sender(letter).replace("@disdukcapil", "@lain").replace("@Dis", "@lain")
    assert VERP.letter(foreign) is None
    assert VERP.letter(elsewhere) is None


def test_the_key_is_not_shown() -> None:
    assert "key" not in repr(VERP)
