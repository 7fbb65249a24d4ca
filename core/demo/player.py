"""Plays one person over the sandbox's control API: waits for an answer, then taps or types."""

from sandbox import Klien, Pesan

_PATIENCE = 30.0


class Player:
    """A person with a chat. Counts what he sends and taps."""

    def __init__(self, klien: Klien, who: int, chat: int | None = None) -> None:
        self._klien = klien
        self.who = who
        self.chat = chat or who
        self.count = 0

    async def say(self, text: str, expect: str) -> Pesan:
        """Type something, and wait for an answer that contains `expect`."""
        self.count += 1
        sent = await self._klien.tulis(self.who, text, chat=self.chat)
        return await self.wait(expect, beyond=sent.id)

    async def photo(self, content: bytes, expect: str) -> Pesan:
        """Send a photo, and wait for an answer."""
        self.count += 1
        sent = await self._klien.foto(self.who, content, chat=self.chat)
        return await self.wait(expect, beyond=sent.id)

    async def document(self, content: bytes, name: str, mime: str, expect: str) -> Pesan:
        """Send a file, and wait for an answer."""
        self.count += 1
        sent = await self._klien.dokumen(self.who, content, nama=name, mime=mime, chat=self.chat)
        return await self.wait(expect, beyond=sent.id)

    async def tap(
        self, message: Pesan, label: str, expect: str, *, chat: int | None = None
    ) -> Pesan:
        """Press a button whose label begins so; wait for an answer, here or in another chat."""
        self.count += 1
        there = await self._klien.pesan(chat or self.chat)
        newest = max((one.id for one in there), default=0)
        full = next(one for one in message.label if one.startswith(label))
        await self._klien.tekan(self.who, message, full)
        return await self.wait(expect, beyond=newest, chat=chat)

    async def wait(
        self, expect: str, *, after: int = 0, beyond: int = 0, chat: int | None = None
    ) -> Pesan:
        """Wait for a message of the bot that contains `expect`.

        `after`: new or changed after this rev. `beyond`: later than this message; an older one
        whose keyboard was taken off does not count.
        """

        def is_it(message: Pesan) -> bool:
            return message.dari_bot and message.id > beyond and expect in message.teks

        return await self._klien.tunggu(chat or self.chat, is_it, sesudah=after, batas=_PATIENCE)
