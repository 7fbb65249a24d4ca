"""SECURITY.md 13: the letters."""

import dataclasses
import email
import email.policy
from datetime import UTC, datetime
from email.message import EmailMessage

import pytest

from delivery.letter import Amplop, LetterRefused, PenulisSurat
from tests.delivery.dunia import KOP, START

AMPLOP = Amplop(
    dari="layanan@contoh.go.id",
    nama="Disdukcapil Contoh",
    kepada="budi.santoso@contoh.id",
    message_id="0192@contoh.go.id",
    tanggal=START,
    pembatas="batas-0192",
)
URL = "https://layanan.contoh.go.id/d/0123456789abcdefghjkmnpqrs"


def link(dokumen: str = "Kartu Keluarga") -> bytes:
    return PenulisSurat(KOP).link(
        AMPLOP,
        dokumen=dokumen,
        url=URL,
        berlaku_sampai=datetime(2026, 12, 6, 3, 4, tzinfo=UTC),
    )


def parse(raw: bytes) -> EmailMessage:
    return email.message_from_bytes(raw, policy=email.policy.default)


def test_the_same_letter_is_the_same_bytes() -> None:
    assert link() == link()


def test_the_headers_are_those_of_a_transactional_letter() -> None:
    letter = parse(link())
    assert dict(letter.items()) == {
        "Subject": "Dokumen Anda siap diunduh",
        "From": "Disdukcapil Contoh <layanan@contoh.go.id>",
        "To": "budi.santoso@contoh.id",
        "Reply-To": "Disdukcapil Kabupaten Contoh <halo@contoh.go.id>",
        "Date": "Sun, 22 Nov 2026 03:04:05 +0000",
        "Message-ID": "<0192@contoh.go.id>",
        "Auto-Submitted": "auto-generated",
        "X-Auto-Response-Suppress": "All",
        "Content-Language": "id",
        "MIME-Version": "1.0",
        "Content-Type": 'multipart/alternative; boundary="batas-0192"',
    }


def test_the_text_comes_first_and_the_link_stands_whole_on_one_line() -> None:
    text, html = parse(link()).iter_parts()
    assert text.get_content_type() == "text/plain"
    assert html.get_content_type() == "text/html"
    assert f"\r\n   {URL}\r\n".encode() in link()
    assert f'<a href="{URL}">{URL}</a>' in html.get_content()
    assert "6 Desember 2026 pukul 10.04 WIB" in text.get_content()


def test_the_letter_says_which_document_it_brings_and_its_subject_does_not() -> None:
    letter = parse(link("Akta <b> & lain"))
    text, html = (part.get_content() for part in letter.iter_parts())
    assert "Akta <b> & lain Anda sudah selesai" in text
    assert "<strong>Akta &lt;b&gt; &amp; lain</strong> Anda sudah selesai" in html
    assert letter["Subject"] == "Dokumen Anda siap diunduh"


def test_there_is_one_link_no_picture_and_no_password() -> None:
    text, html = (part.get_content() for part in parse(link()).iter_parts())
    assert text.count("http") == 1
    assert html.count("http") == 2
    assert "<img" not in html
    assert "Telegram" in text
    assert "budi" not in (text + html).lower()


def test_the_code_letter_has_the_code_and_no_link() -> None:
    text, html = (
        part.get_content()
        for part in parse(PenulisSurat(KOP).code(AMPLOP, kode="012345")).iter_parts()
    )
    for part in (text, html):
        assert "012345" in part
        assert "http" not in part
        assert "10 menit" in part


@pytest.mark.parametrize("evil", ["x\r\nBcc: evil@x.id", "x\nBcc: evil@x.id"])
def test_x10_a_header_never_grows_a_second_one(evil: str) -> None:
    for changed in (
        dataclasses.replace(AMPLOP, nama=evil),
        dataclasses.replace(AMPLOP, message_id=evil),
    ):
        with pytest.raises(LetterRefused):
            PenulisSurat(KOP).code(changed, kode="012345")


@pytest.mark.parametrize(
    "evil", ["a@x.id, b@x.id", "a\x00@x.id", "\u202ea@x.id", "a@x.id\r\nB: c"]
)
def test_x10_an_address_is_exactly_one_address(evil: str) -> None:
    with pytest.raises(LetterRefused):
        PenulisSurat(KOP).code(dataclasses.replace(AMPLOP, kepada=evil), kode="012345")


def test_what_the_office_calls_itself_is_escaped_in_html() -> None:
    kop = dataclasses.replace(KOP, nama_dinas="<b>Dinas</b>")
    _, html = parse(PenulisSurat(kop).code(AMPLOP, kode="012345")).iter_parts()
    assert "<b>Dinas" not in html.get_content()
