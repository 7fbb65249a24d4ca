"""Sizes from headers."""

from collections.abc import Callable

import pytest

from sandbox.pictures import read_header, sizes

Make = Callable[[int, int, str], bytes]


@pytest.mark.parametrize(("kind", "mime"), [("JPEG", "image/jpeg"), ("PNG", "image/png")])
def test_the_header_tells_kind_and_size(picture: Make, kind: str, mime: str) -> None:
    found = read_header(picture(1600, 900, kind))
    assert found is not None
    assert (found.mime, found.width, found.height) == (mime, 1600, 900)


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xd8", b"%PDF-1.7", b"\xff\xd8\xff\xe0\x00", b"x" * 99]
)
def test_what_is_no_picture_has_no_size(content: bytes) -> None:
    assert read_header(content) is None


def test_a_cut_off_picture_never_raises(picture: Make) -> None:
    whole = picture(64, 48, "JPEG")
    for length in range(len(whole)):
        read_header(whole[:length])


def test_a_large_picture_is_offered_in_telegrams_boxes(picture: Make) -> None:
    found = read_header(picture(2000, 1000, "JPEG"))
    assert found is not None
    assert sizes(found) == ((100, 50), (320, 160), (800, 400), (1280, 640), (2000, 1000))


def test_a_small_picture_is_offered_as_it_is(picture: Make) -> None:
    found = read_header(picture(60, 90, "PNG"))
    assert found is not None
    assert sizes(found) == ((60, 90),)
