"""The balance finds what it is there to find: a promise that is broken is not reported as kept."""

import signal
from collections.abc import Sequence

import pytest

from chaos.neraca import Butir, Surat, none, same, stops
from chaos.orang import ISSUED, Berkas
from chaos.penjaga import Kematian
from chaos.surat import Kotak

ADDRESS = "warga@warga.example"
LINK = b"Subject: Dokumen Anda siap diunduh\r\nMessage-ID: <tautan-%s@kudus.example>\r\n\r\n%s"


def kotak(*letters: tuple[bytes, bytes]) -> Kotak:
    """A mailbox with copies of letters, each by its number and its text."""
    box = Kotak()
    for number, text in letters:
        box.keep(ADDRESS, LINK % (number, text))
    return box


def citizen() -> Berkas:
    return Berkas(1, ADDRESS, nomor="REG-3319-20261122-0001", akhir=ISSUED, sandi="A")


def death(*in_data: str, kode: int = -signal.SIGKILL, sopan: bool = False) -> Kematian:
    return Kematian("kerja", "acak", kode, 0.0, 1.0, in_data, sopan)


def kept(box: Kotak, *deaths: Kematian, in_doubt: int = 0) -> list[bool]:
    """Return which of the three promises about letters were kept: lost, different, extra."""
    butir: Sequence[Butir] = Surat(box, deaths).all([citizen()], in_doubt=in_doubt)
    return [one.baik for one in butir]


def test_one_letter_once_is_what_was_promised() -> None:
    assert kept(kotak((b"1", b"isi"))) == [True, True, True]


def test_a_lost_letter_is_found() -> None:
    assert kept(kotak()) == [False, True, True]


def test_a_letter_that_people_were_told_of_is_not_lost() -> None:
    assert kept(kotak(), in_doubt=1) == [True, True, True]


def test_two_different_letters_for_one_document_are_found() -> None:
    assert kept(kotak((b"1", b"isi"), (b"2", b"isi"))) == [False, True, True]


def test_a_copy_with_other_bytes_is_found() -> None:
    box = kotak((b"1", b"isi"), (b"1", b"lain"))
    assert kept(box, death("tautan:1")) == [True, False, True]


def test_an_extra_copy_needs_a_line_that_broke_in_phase_data() -> None:
    box = kotak((b"1", b"isi"), (b"1", b"isi"))
    assert kept(box) == [True, True, False]
    assert kept(box, death("tautan:2")) == [True, True, False]
    assert kept(box, death("tautan:1")) == [True, True, True]


def test_two_extra_copies_need_two_broken_lines() -> None:
    box = kotak(*[(b"1", b"isi")] * 3)
    assert kept(box, death("tautan:1")) == [True, True, False]
    box.kabur["tautan-1@kudus.example"] = 1
    assert kept(box, death("tautan:1")) == [True, True, True]


@pytest.mark.parametrize(
    ("one", "good"),
    [
        (death(kode=0, sopan=True), True),
        (death(kode=-signal.SIGKILL, sopan=True), False),
        (death("tautan:1", kode=0, sopan=True), False),
        (death("tautan:1"), True),
    ],
)
def test_an_order_to_stop_must_be_obeyed_without_doubt(one: Kematian, *, good: bool) -> None:
    assert stops([one]).baik is good


def test_figures_must_agree_or_be_nothing() -> None:
    assert same("x", a=2, b=2).baik
    assert not same("x", a=2, b=1).baik
    assert none("x", a=0, b=0).baik
    assert not none("x", a=0, b=1).baik
