"""The people of a journey: a citizen who files, an officer who decides."""

import asyncio
import re
from dataclasses import dataclass

from core.demo.pictures import draw_paper
from core.demo.player import Player
from sandbox import Klien, Notis, Pesan

PATIENCE = 60.0
_PHOTO = draw_paper(("DOKUMEN CONTOH",))
_LETTER = draw_paper(("SURAT CONTOH",), upright=True)


@dataclass(frozen=True)
class Diri:
    """What a citizen of the CSV types about himself."""

    nomor_kk: str
    nama: str
    lahir: str


BUDI = Diri("3319990108160001", "Budi Santoso", "17-08-1990")
SARIJAH = Diri("3319990303080001", "Sarijah", "01-07-1931")


class Warga(Player):
    """A citizen with a phone and perhaps a mailbox."""

    def __init__(self, klien: Klien, who: int, *, surel: str) -> None:
        super().__init__(klien, who)
        self.klien = klien
        self.surel = surel

    async def opens(self, layanan: str, *, first: str) -> Pesan:
        """Say hello, choose a service, begin; return the first question."""
        menu = await self.say("/start", "Pilih layanan")
        intro = await self.tap(menu, layanan, "Siapkan")
        return await self.tap(intro, "Mulai", first)

    async def fills_hilang(self, diri: Diri = BUDI) -> Pesan:
        """Answer everything that KK hilang asks, up to the e-mail address."""
        ask = await self.opens("KK hilang", first="Mengapa")
        await self.tap(ask, "KK hilang", "Kartu Keluarga")
        await self.say(diri.nomor_kk, "nama lengkap")
        await self.say(diri.nama, "anggal lahir")
        await self.say(diri.lahir, "KTP-el")
        await self.photo(_PHOTO, "kehilangan")
        return await self.photo(_LETTER, "e-mail")

    async def submits(self, summary: Pesan) -> str:
        """Send the summary off and return the case's number."""
        receipt = await self.tap(summary, "✅ Kirim", "Nomor Anda")
        return number_in(receipt)

    async def settles(self) -> None:
        """Wait until the keyboard of the last question is the only one left."""
        seen = 0
        async with asyncio.timeout(PATIENCE):
            while len([one for one in await self.klien.pesan(self.who) if one.tombol]) > 1:
                seen = (await self.klien.perubahan(seen, tunggu=1)).seq

    async def presses(self, message: Pesan, label: str = "", *, data: str = "") -> Notis:
        """Press a button, perhaps an old or forged one, and return the toast."""
        pressed = await self.klien.tekan(self.who, message, label, data=data)
        return await self.klien.tunggu_notis(self.who, sesudah=pressed.rev, batas=PATIENCE)


class Petugas:
    """An officer: in the group, and in private with the bot."""

    def __init__(self, klien: Klien, who: int, group: int) -> None:
        self.klien = klien
        self.who = who
        self.group = group
        self.pribadi = Player(klien, who)
        self._grup = Player(klien, who, group)

    async def card(self, nomor: str, label: str = "", *, after: int = 0) -> Pesan:
        """Return the group's card of a case, once it shows a button or line."""
        return await self.klien.tunggu(
            self.group,
            lambda one: nomor in one.teks and (label in one.teks or label in " ".join(one.label)),
            sesudah=after,
            batas=PATIENCE,
        )

    async def private(self, *parts: str, beyond: int = 0, also: int = 0) -> Pesan:
        """Wait for a message of the private chat that holds all parts, in text or labels.

        It must be later than the message `beyond`, or be the message `also`, drawn anew.
        """

        def is_it(one: Pesan) -> bool:
            text = one.teks + "\n" + "\n".join(one.label)
            fits = all(part in text for part in parts)
            return one.dari_bot and fits and (one.id > beyond or one.id == also)

        return await self.klien.tunggu(self.who, is_it, batas=PATIENCE)

    async def presses(self, message: Pesan, label: str = "", *, data: str = "") -> Notis:
        """Press a button, perhaps an old or forged one, and return the toast."""
        if label:
            label = next(one for one in message.label if one.startswith(label))
        pressed = await self.klien.tekan(self.who, message, label, data=data)
        return await self.klien.tunggu_notis(self.who, sesudah=pressed.rev, batas=PATIENCE)

    async def taps(self, message: Pesan, label: str, *parts: str) -> Pesan:
        """Press a button and wait for what it brings into the private chat."""
        newest = max((one.id for one in await self.klien.pesan(self.who)), default=0)
        label = next(one for one in message.label if one.startswith(label))
        await self.klien.tekan(self.who, message, label)
        also = message.id if message.chat == self.who else 0
        return await self.private(*parts, beyond=newest, also=also)

    async def takes(self, nomor: str) -> Pesan:
        """Take a case and return its checklist."""
        return await self.taps(await self.card(nomor, "Ambil"), "Ambil", f"Daftar periksa {nomor}")

    async def ticks(self, nomor: str, *, leave: str = "") -> Pesan:
        """Tick every line of the checklist but one; return the checklist."""
        card = await self.private(f"Daftar periksa {nomor}")
        while True:
            open_ = (one for one in card.label if one.startswith("☐"))
            left = [one for one in open_ if not leave or leave not in one]
            if not left:
                return card
            card = await self.taps(card, left[0], f"Daftar periksa {nomor}", f"☑{left[0][1:]}")

    async def proposes(self, nomor: str) -> Pesan:
        """Press Setujui and return the preview."""
        return await self.taps(await self.card(nomor, "Setujui"), "✅ Setujui", "PRATINJAU", nomor)

    async def approves(self, nomor: str) -> Pesan:
        """Take, tick, look at the preview, mean it."""
        await self.takes(nomor)
        await self.ticks(nomor)
        return await self.issues(nomor)

    async def issues(self, nomor: str) -> Pesan:
        """Look at the preview and mean it."""
        return await self.taps(await self.proposes(nomor), "✅ Ya", nomor, "disetujui")

    async def has_no_buttons(self, nomor: str) -> None:
        """Wait until nothing in the private chat about a case can be pressed any more."""
        seen = 0
        async with asyncio.timeout(PATIENCE):
            while any(
                nomor in one.teks and one.tombol for one in await self.klien.pesan(self.who)
            ):
                seen = (await self.klien.perubahan(seen, tunggu=1)).seq


def number_in(message: Pesan) -> str:
    """Return the case number in a message."""
    found = re.search(r"REG-3319-\d{8}-\d{4}", message.teks)
    assert found is not None
    return found[0]
