from uuid import UUID

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from vault import (
    CounterWrap,
    LinkWrap,
    TicketWrap,
    WrongKey,
    new_document_key,
    new_salt,
    new_token,
    open_document,
    open_draft,
    open_from_archive,
    seal_document,
    seal_draft,
    seal_for_archive,
)

DOCUMENT, OTHER = UUID(int=1), UUID(int=2)
ARCHIVE = X25519PrivateKey.generate()
KEY = new_document_key()
SALT = new_salt()
TOKEN = new_token()
stretched = st.binary(min_size=32, max_size=32)


@given(st.binary(max_size=5000))
def test_a_document_opens_with_its_key_and_for_its_id_only(pdf: bytes) -> None:
    blob = seal_document(KEY, pdf, document=DOCUMENT)
    assert open_document(KEY, blob, document=DOCUMENT) == pdf
    with pytest.raises(WrongKey):
        open_document(KEY, blob, document=OTHER)
    with pytest.raises(WrongKey):
        open_document(new_document_key(), blob, document=DOCUMENT)


def test_a_draft_never_opens_as_a_document() -> None:
    blob = seal_draft(KEY, b"%PDF", document=DOCUMENT)
    assert open_draft(KEY, blob, document=DOCUMENT) == b"%PDF"
    with pytest.raises(WrongKey):
        open_document(KEY, blob, document=DOCUMENT)


def test_a_sealed_document_shows_nothing_of_a_pdf() -> None:
    blob = seal_document(KEY, b"%PDF-1.7 BUDI SANTOSO" * 100, document=DOCUMENT)
    assert b"PDF" not in blob
    assert b"BUDI" not in blob


@pytest.mark.parametrize("cut", [0, 1, 5, 12, 13, 20])
def test_a_torn_blob_is_a_wrong_key_and_never_another_error(cut: int) -> None:
    blob = seal_document(KEY, b"%PDF", document=DOCUMENT)
    with pytest.raises(WrongKey):
        open_document(KEY, blob[:cut], document=DOCUMENT)


def test_the_archive_opens_what_was_sealed_to_it_for_this_document() -> None:
    sealed = seal_for_archive(ARCHIVE.public_key(), KEY, document=DOCUMENT)
    assert open_from_archive(ARCHIVE, sealed, document=DOCUMENT) == KEY
    with pytest.raises(WrongKey):
        open_from_archive(ARCHIVE, sealed, document=OTHER)
    with pytest.raises(WrongKey):
        open_from_archive(X25519PrivateKey.generate(), sealed, document=DOCUMENT)
    with pytest.raises(WrongKey):
        open_from_archive(ARCHIVE, sealed[:-1] + bytes([sealed[-1] ^ 1]), document=DOCUMENT)


@given(stretched, stretched)
def test_a_link_opens_with_its_token_and_password_only(right: bytes, wrong: bytes) -> None:
    wrap = LinkWrap(link=UUID(int=3), document=DOCUMENT, salt=SALT)
    closed = wrap.close(KEY, token=TOKEN, stretched=right)
    assert wrap.open(closed, token=TOKEN, stretched=right) == KEY
    with pytest.raises(WrongKey):
        wrap.open(closed, token=new_token(), stretched=right)
    if wrong != right:
        with pytest.raises(WrongKey):
            wrap.open(closed, token=TOKEN, stretched=wrong)


@pytest.mark.parametrize(
    "moved",
    [
        LinkWrap(link=UUID(int=4), document=DOCUMENT, salt=SALT),
        LinkWrap(link=UUID(int=3), document=OTHER, salt=SALT),
        LinkWrap(link=UUID(int=3), document=DOCUMENT, salt=bytes(16)),
    ],
)
def test_a_wrap_moved_to_another_row_does_not_open(moved: LinkWrap) -> None:
    wrap = LinkWrap(link=UUID(int=3), document=DOCUMENT, salt=SALT)
    closed = wrap.close(KEY, token=TOKEN, stretched=bytes(32))
    with pytest.raises(WrongKey):
        moved.open(closed, token=TOKEN, stretched=bytes(32))


def test_d27_a_ticket_opens_its_own_row_only() -> None:
    secret = new_token()
    wrap = TicketWrap(ticket=UUID(int=5), document=DOCUMENT)
    closed = wrap.close(KEY, secret=secret)
    assert wrap.open(closed, secret=secret) == KEY
    with pytest.raises(WrongKey):
        wrap.open(closed, secret=new_token())
    with pytest.raises(WrongKey):
        TicketWrap(ticket=UUID(int=6), document=DOCUMENT).open(closed, secret=secret)


def test_a_counter_code_needs_the_sites_key_as_well() -> None:
    code = UUID(int=9)
    wrap = CounterWrap(code=code, document=DOCUMENT, salt=SALT, site_key=bytes(32))
    closed = wrap.close(KEY, stretched=bytes(32))
    assert wrap.open(closed, stretched=bytes(32)) == KEY
    thief = CounterWrap(code=code, document=DOCUMENT, salt=SALT, site_key=bytes(31) + b"\x01")
    with pytest.raises(WrongKey):
        thief.open(closed, stretched=bytes(32))
