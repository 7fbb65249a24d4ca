"""The body of a call with files, byte for byte."""

import io

import pytest
from telegram import InputFile
from telegram.request import RequestData
from telegram.request._requestparameter import RequestParameter

from core.bot.multipart import Multipart


def body_of(**values: object) -> Multipart:
    return Multipart(
        RequestData([RequestParameter.from_input(name, value) for name, value in values.items()])
    )


async def whole(body: Multipart) -> bytes:
    return b"".join([bytes(piece) async for piece in body.pieces()])


async def test_it_is_what_the_standard_says() -> None:
    body = body_of(chat_id=1, document=InputFile(b"isi", filename="a.pdf"))
    rule = "--" + body.type.partition("boundary=")[2]
    field, name = "Content-Disposition: form-data; name=", '"document"; filename="a.pdf"'
    expected = (
        f'{rule}\r\n{field}"chat_id"\r\n\r\n1\r\n'
        f"{rule}\r\n{field}{name}\r\nContent-Type: application/pdf\r\n\r\nisi\r\n{rule}--\r\n"
    )
    assert await whole(body) == expected.encode()


@pytest.mark.parametrize("size", [0, 1, 65_535, 65_536, 65_537, 300_000])
@pytest.mark.parametrize("on_disk", [True, False])
async def test_the_announced_length_is_the_length(size: int, on_disk: bool) -> None:
    content = b"x" * size
    file = InputFile(io.BytesIO(content), filename="é.bin", read_file_handle=not on_disk)
    body = body_of(caption="Halo 👋", document=file)
    said = await whole(body)
    assert len(said) == body.size
    assert content in said


async def test_a_large_file_is_given_in_pieces_of_itself() -> None:
    content = bytes(500_000)
    pieces = [piece async for piece in body_of(document=InputFile(content)).pieces()]
    views = [piece for piece in pieces if isinstance(piece, memoryview)]
    assert sum(view.nbytes for view in views) >= len(content)
    assert all(view.nbytes <= 65_536 for view in views)
    assert {id(view.obj) for view in views if view.nbytes > 100} == {id(content)}, "a copy"


async def test_a_file_name_cannot_add_a_header_or_a_part() -> None:
    body = body_of(document=InputFile(b"isi", filename='a"\r\nX-Lain: 1\r\n\r\n--.pdf'))
    said = await whole(body)
    assert b'filename="a%22%0D%0AX-Lain: 1%0D%0A%0D%0A--.pdf"' in said
    assert b"\r\nX-Lain" not in said
