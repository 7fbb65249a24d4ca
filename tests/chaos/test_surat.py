"""The scripted mail server: it counts what it takes, and owns up to what it leaves open."""

import asyncio
import random
from collections.abc import AsyncIterator, Awaitable, Callable
from email.message import EmailMessage

import aiosmtplib
import pytest
import pytest_asyncio

from chaos.surat import Kotak, Peladen, Ulah

TO = "warga@warga.example"
Make = Callable[[Ulah], Awaitable[tuple[Peladen, int]]]


class Loaded(random.Random):
    """Dice that always fall the same way."""

    def __init__(self, ulah: Ulah) -> None:
        super().__init__(0)
        self._ulah = ulah

    def choices(self, *_: object, **__: object) -> list[Ulah]:  # type: ignore[override]
        return [self._ulah]


@pytest_asyncio.fixture
async def make() -> AsyncIterator[Make]:
    servers: list[Peladen] = []

    async def started(ulah: Ulah) -> tuple[Peladen, int]:
        peladen = Peladen(Kotak(), Loaded(ulah), lambda: False)
        servers.append(peladen)
        return peladen, await peladen.start()

    yield started
    for one in servers:
        await one.stop()


def letter(name: str = "tautan-1@kudus.example") -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"] = "kantor@kudus.example", TO
    message["Subject"], message["Message-ID"] = "Dokumen Anda siap diunduh", f"<{name}>"
    message.set_content("isi\n.titik di depan\n")
    return message


async def send(port: int, message: EmailMessage) -> None:
    await aiosmtplib.send(message, hostname="127.0.0.1", port=port, start_tls=False, timeout=10)


async def test_a_polite_server_keeps_every_byte_once(make: Make) -> None:
    peladen, port = await make(Ulah.SOPAN)
    await send(port, letter())
    (copy,) = peladen.kotak.to(TO)
    assert (copy.message_id, copy.subjek) == (
        "tautan-1@kudus.example",
        "Dokumen Anda siap diunduh",
    )
    assert copy.teks.splitlines() == ["isi", ".titik di depan"]
    assert peladen.kotak.kabur == {}


async def test_a_message_id_on_a_line_of_its_own_is_read(make: Make) -> None:
    peladen, port = await make(Ulah.SOPAN)
    name = f"kode-{'0' * 36}@layanan.dukcapil-kudus.example"
    await send(port, letter(name))
    assert peladen.kotak.salinan[0].message_id == name


async def test_two_copies_of_a_letter_have_one_digest(make: Make) -> None:
    peladen, port = await make(Ulah.SOPAN)
    for _ in range(2):
        await send(port, letter())
    assert len({copy.sidik for copy in peladen.kotak.salinan}) == 1
    assert len(peladen.kotak.salinan) == 2


@pytest.mark.parametrize(
    ("ulah", "taken", "open_"),
    [
        (Ulah.PUTUS_SEBELUM, 0, 1),
        (Ulah.PUTUS_SESUDAH, 1, 1),
        (Ulah.TUNDA_ISI, 0, 0),
        (Ulah.GREYLIST, 0, 0),
        (Ulah.PENUH, 0, 0),
    ],
)
async def test_a_server_misbehaves_and_knows_what_it_left_open(
    make: Make, ulah: Ulah, taken: int, open_: int
) -> None:
    peladen, port = await make(ulah)
    with pytest.raises(aiosmtplib.SMTPException):
        await send(port, letter())
    assert len(peladen.kotak.salinan) == taken
    assert sum(peladen.kotak.kabur.values()) == open_
    assert peladen.kotak.ulah[ulah] == 1


async def test_one_letter_is_left_open_once(make: Make) -> None:
    peladen, port = await make(Ulah.PUTUS_SESUDAH)
    with pytest.raises(aiosmtplib.SMTPException):
        await send(port, letter())
    await send(port, letter())
    assert sum(peladen.kotak.kabur.values()) == 1


async def test_the_answer_to_the_next_letter_can_be_held_back(make: Make) -> None:
    peladen, port = await make(Ulah.SOPAN)
    taken = peladen.hold_next()
    sending = asyncio.create_task(send(port, letter()))
    async with asyncio.timeout(10):
        await taken.wait()
    assert len(peladen.kotak.salinan) == 1
    assert not sending.done()
    await sending
