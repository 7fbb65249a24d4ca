"""Only plain addresses: nothing that could become a header or a second recipient."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from core.api.checks import email


@pytest.mark.parametrize("teks", ["budi@gmail.com", "b.s+kk_1-2@mail.kuduskab.go.id", "A@B.CO"])
def test_plain_addresses_are_taken(teks: str) -> None:
    lokal, domain = teks.split("@")
    assert email.email(f"  {teks} ") == f"{lokal}@{domain.lower()}"


@pytest.mark.parametrize(
    "teks",
    ["", "budi", "a@b", "a@b.c@d.id", "a@b.id,c@d.id", "a@b.id;c@d.id", "a@b.id c@d.id",
     '"a"@b.id', "a@[1.2.3.4]", "a@1.2.3.4", "a..b@c.id", ".a@b.id", "a@-b.id", "a@b..id",
     "Budi <a@b.id>", "a@b.id\r\nBcc: c@d.id", "bùdi@b.id", "a@\uff42.id", "a" * 65 + "@b.id",
     "a@" + "b" * 64 + ".id", "a@" + "b." * 130 + "id", "a\x00@b.id"],
)  # fmt: skip
def test_anything_else_is_refused_with_a_sentence(teks: str) -> None:
    with pytest.raises(PydanticCustomError) as caught:
        email.email(teks)
    assert caught.value.message().endswith(".")


@pytest.mark.parametrize(
    ("tulis", "maksud"),
    [
        ("a@gmial.com", "a@gmail.com"),
        ("a@yaho.com", "a@yahoo.com"),
        ("a@gmail.con", "a@gmail.com"),
        ("a@kantor.con", "a@kantor.com"),
    ],
)
def test_a_mistyped_domain_gets_a_suggestion(tulis: str, maksud: str) -> None:
    assert email.suggest(tulis) == maksud


@pytest.mark.parametrize("teks", ["a@gmail.com", "a@yahoo.co.id", "a@kuduskab.go.id"])
def test_a_good_domain_gets_none(teks: str) -> None:
    assert email.suggest(teks) is None


@given(st.text())
def test_what_is_taken_is_ascii_of_one_line_with_one_at(teks: str) -> None:
    try:
        alamat = email.email(teks)
    except PydanticCustomError:
        return
    assert alamat.isascii()
    assert alamat.count("@") == 1
    assert not any(tanda in alamat for tanda in ' ,;<>"\r\n')
