"""The citizens: each files one case, answers what comes back, and reads what he is told.

Patient, as people are: an answer may come late or twice, and a button may have to be pressed
again. Nobody writes or sends twice: nothing sent is lost, so an answer that does not come within
the patience is a fault of the run.
"""

import asyncio
import re
import time
from collections.abc import Callable
from dataclasses import dataclass

from chaos.layar import Layar
from chaos.surat import Kotak, Salinan
from sandbox.records import Message

_PATIENCE = 120.0
_CODE_SECONDS = 60.0
_CODES = 2
_TAPS = 8
_TAP_SECONDS = 20.0
_LOOK_SECONDS = 0.1
NUMBER = re.compile(r"REG-3319-\d{8}-\d{4,}")
PASSWORD = re.compile(r"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}")
LINK = re.compile(r"https?://\S+/d/[0-9a-z]{26}")
_CODE = re.compile(r"\b(\d{6})\b")
ISSUED, REJECTED, MEND = "sudah terbit", "ditolak", "perlu diperbaiki"
IN_DOUBT = "belum pasti sampai"
CODE_SUBJECT, LINK_SUBJECT = "Kode", "siap diunduh"


class HilangSabar(Exception):
    """An answer did not come; the text says at which step, and names nobody."""


@dataclass
class Berkas:
    """What the harness knows of one citizen, from his side of the screen."""

    who: int
    surel: str
    nomor: str = ""
    akhir: str = ""
    """The decision he has read: ISSUED or REJECTED."""
    sandi: str = ""
    unduh: bool = False
    ulang: int = 0
    """How often he pressed a button again."""
    keluh: str = ""
    """At which step his patience ended."""


class Warga:
    """One citizen with a phone and a mailbox."""

    def __init__(
        self,
        layar: Layar,
        kotak: Kotak,
        berkas: Berkas,
        *,
        foto: bytes,
        call: Callable[[str], None],
    ) -> None:
        self._layar = layar
        self._kotak = kotak
        self._foto = foto
        self._call = call
        self.berkas = berkas

    async def file(self) -> str:
        """File one case of the smallest service; return its number."""
        menu = await self._say("/start", "Pilih layanan")
        intro = await self._tap(menu, "Surat Keterangan Contoh", "Siapkan")
        await self._tap(intro, "Mulai", "1/")
        await self._say("Warga Contoh", "2/")
        await self._say("uji ketahanan", "KTP")
        await self._photo("e-mail")
        asked = await self._say(self.berkas.surel, "kode 6 angka")
        summary = await self._prove(asked)
        receipt = await self._tap(summary, "✅ Kirim", "Nomor Anda")
        self.berkas.nomor = _first(NUMBER, receipt)
        return self.berkas.nomor

    async def follow(self) -> str:
        """Read what becomes of the case until it is decided; send again what is asked for."""
        seen = 0
        while True:
            told = await self._until_told(seen)
            if MEND not in told.body.text:
                break
            seen = await self._mend(told)
        self.berkas.akhir = ISSUED if ISSUED in told.body.text else REJECTED
        if self.berkas.akhir == ISSUED:
            self.berkas.sandi = _first(PASSWORD, told)
        return self.berkas.akhir

    async def letter_link(self) -> str:
        """Wait for the letter with the link, and return the link.

        Who was told that his letter is in doubt, and does not find it, calls the office.
        """
        letter = await self._letter(LINK_SUBJECT, seconds=_PATIENCE)
        if letter is None and self._layar.messages(self.berkas.nomor, IN_DOUBT):
            self._call(self.berkas.nomor)
            letter = await self._letter(LINK_SUBJECT, seconds=_PATIENCE)
        found = LINK.search(letter.teks) if letter is not None else None
        if found is None:
            raise HilangSabar("surat tautan")
        return found[0]

    async def _until_told(self, seen: int) -> Message:
        def decided() -> Message | None:
            for word in (ISSUED, REJECTED, MEND):
                if found := self._layar.messages(self.berkas.nomor, word, beyond=seen):
                    return found[-1]
            return None

        told = await self._layar.until(decided, seconds=10 * _PATIENCE)
        return _came(told, "keputusan")

    async def _mend(self, told: Message) -> int:
        """Send what is asked for; what was told up to here, perhaps twice, is dealt with."""
        await self._layar.wait("Foto KTP-el", beyond=told.id, seconds=_PATIENCE)
        summary = await self._photo("Periksa jawaban")
        return (await self._tap(summary, "✅ Kirim", "Perbaikan terkirim")).id

    async def _prove(self, asked: Message) -> Message:
        """Type the code that was mailed; ask for another one if none comes."""
        for _ in range(_CODES):
            letter = await self._letter(CODE_SUBJECT, seconds=_CODE_SECONDS)
            found = _CODE.search(letter.teks) if letter is not None else None
            if found is not None:
                return await self._say(found[1], "Periksa jawaban")
            self._layar.press(asked, "Kirim ulang kode")
        raise HilangSabar("surat kode")

    async def _letter(self, subject: str, *, seconds: float) -> Salinan | None:
        """Wait for a letter about something; the newest counts."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            for letter in reversed(self._kotak.to(self.berkas.surel)):
                if subject in letter.subjek:
                    return letter
            await asyncio.sleep(_LOOK_SECONDS)  # a person looks into his mail now and then
        return None

    async def _say(self, text: str, expect: str) -> Message:
        before = self._layar.newest
        self._layar.write(text)
        return await self._answer(before, expect)

    async def _photo(self, expect: str) -> Message:
        before = self._layar.newest
        self._layar.photo(self._foto)
        return await self._answer(before, expect)

    async def _tap(self, message: Message, label: str, expect: str) -> Message:
        """Press; on a message that came twice the older one may be dead: then the newest."""
        before = self._layar.newest
        for attempt in range(_TAPS):
            newest = [message, *self._layar.messages(label)][-1]
            self.berkas.ulang += bool(attempt)
            self._layar.press(newest if attempt else message, label)
            told = await self._layar.wait(expect, beyond=before, seconds=_TAP_SECONDS)
            if told is not None:
                return told
        raise HilangSabar(f"tombol {label}")

    async def _answer(self, before: int, expect: str) -> Message:
        return _came(
            await self._layar.wait(expect, beyond=before, seconds=_PATIENCE), f"jawaban {expect}"
        )


def _came(message: Message | None, step: str) -> Message:
    if message is None:
        raise HilangSabar(step)
    return message


def _first(pattern: re.Pattern[str], message: Message) -> str:
    found = pattern.search(message.body.text)
    if found is None:
        raise HilangSabar(f"pesan tanpa {pattern.pattern}")
    return found[0]
