"""A typed client of the control API: plays citizens and officers from Python."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar
from uuid import uuid4

from pydantic import TypeAdapter

from sandbox.kendali.bentuk import (
    Antaran,
    Ditekan,
    Keadaan,
    Kelompok,
    Notis,
    Obrolan,
    Orang,
    Perubahan,
    Pesan,
    Surat,
)
from sandbox.klien_telegram import Telegram

T = TypeVar("T")

_DAFTAR_NOTIS = TypeAdapter(tuple[Notis, ...])
_DAFTAR_SURAT = TypeAdapter(tuple[Surat, ...])

MOST_IN_ALBUM = 10
POLL = 5.0  # seconds of one long poll while waiting


class TakKunjung(Exception):
    """What was waited for did not come in time."""


class Klien(Telegram):
    """Speaks to one sandbox. Use as `async with Klien(url) as klien`.

    Every answer carries a `rev`; pass the rev of an act as `sesudah` to wait for what came after.
    """

    async def keadaan(self) -> Keadaan:
        """Who plays, and where the sandbox listens."""
        return Keadaan.model_validate_json(await self._saluran.get(""))

    async def orang(self, nama: str, username: str = "", *, id: int | None = None) -> Orang:
        """Create a person."""
        asked = {"id": id, "nama": nama, "username": username}
        return Orang.model_validate_json(await self._saluran.post("/orang", asked))

    async def grup(
        self, judul: str, anggota: tuple[int, ...], *, id: int | None = None
    ) -> Kelompok:
        """Create a group with its members."""
        asked = {"id": id, "judul": judul, "anggota": anggota}
        return Kelompok.model_validate_json(await self._saluran.post("/grup", asked))

    async def tulis(
        self, dari: int, teks: str, *, chat: int | None = None, balas: int | None = None
    ) -> Pesan:
        """Write a text or command; without `chat`, in the private chat with the bot."""
        asked = {"dari": dari, "chat": chat, "teks": teks, "balas": balas}
        return Pesan.model_validate_json(await self._saluran.post("/tulis", asked))

    async def mulai(self, dari: int, muatan: str = "") -> Pesan:
        """Press /start, perhaps with the payload of a deep link."""
        return await self.tulis(dari, f"/start {muatan}".strip())

    async def ubah(self, dari: int, pesan: Pesan, teks: str) -> Pesan:
        """Correct an own message."""
        asked = {"dari": dari, "chat": pesan.chat, "pesan": pesan.id, "teks": teks}
        return Pesan.model_validate_json(await self._saluran.post("/ubah", asked))

    async def hapus(self, dari: int, pesan: Pesan) -> Pesan:
        """Delete an own message; the bot is not told."""
        asked = {"dari": dari, "chat": pesan.chat, "pesan": pesan.id}
        return Pesan.model_validate_json(await self._saluran.post("/hapus", asked))

    async def tekan(self, dari: int, pesan: Pesan, label: str = "", *, data: str = "") -> Ditekan:
        """Press a button: by label (also a removed one), or by raw data (also a forged one)."""
        asked = {"dari": dari, "chat": pesan.chat, "pesan": pesan.id}
        pressed = await self._saluran.post("/tekan", {**asked, "label": label, "data": data})
        return Ditekan.model_validate_json(pressed)

    async def foto(
        self, dari: int, isi: bytes, *, chat: int | None = None, teks: str = "", album: str = ""
    ) -> Pesan:
        """Send a JPEG or PNG as a photo."""
        fields = {"dari": str(dari), "chat": str(chat or dari), "teks": teks, "album": album}
        sent = await self._saluran.upload(
            "/foto", fields, isi=isi, nama="foto", mime="application/octet-stream"
        )
        return Pesan.model_validate_json(sent)

    async def album(
        self, dari: int, isi: Sequence[bytes], *, teks: str = "", jeda: float = 0.0
    ) -> tuple[Pesan, ...]:
        """Send photos as one album: an update each, `jeda` seconds apart; caption on the first.

        Telegram does not say which one is the last, and takes two to ten.
        """
        if not 2 <= len(isi) <= MOST_IN_ALBUM:
            raise ValueError("an album has two to ten photos")
        nama, sent = str(uuid4().int)[:17], []
        for nomor, satu in enumerate(isi):
            if nomor and jeda:
                await asyncio.sleep(jeda)
            sent.append(await self.foto(dari, satu, teks="" if nomor else teks, album=nama))
        return tuple(sent)

    async def foto_contoh(self, dari: int, label: str, *, chat: int | None = None) -> Pesan:
        """Send one of the stage's sample pictures as a photo."""
        asked = {"dari": dari, "chat": chat, "contoh": label}
        return Pesan.model_validate_json(await self._saluran.post("/foto", asked))

    async def dokumen(
        self,
        dari: int,
        isi: bytes,
        *,
        nama: str,
        mime: str = "application/octet-stream",
        chat: int | None = None,
        teks: str = "",
        album: str = "",
    ) -> Pesan:
        """Send a file as a document."""
        fields = {"dari": str(dari), "chat": str(chat or dari), "teks": teks, "album": album}
        sent = await self._saluran.upload("/dokumen", fields, isi=isi, nama=nama, mime=mime)
        return Pesan.model_validate_json(sent)

    async def blokir(self, dari: int) -> Orang:
        """Block the bot."""
        return Orang.model_validate_json(await self._saluran.post("/blokir", {"dari": dari}))

    async def buka_blokir(self, dari: int) -> Orang:
        """Unblock the bot."""
        return Orang.model_validate_json(await self._saluran.post("/buka-blokir", {"dari": dari}))

    async def obrolan(self, chat: int, *, sesudah: int = 0) -> Obrolan:
        """A chat, with the messages new or changed since `sesudah`, deleted ones too."""
        found = await self._saluran.get(f"/pesan/{chat}", sesudah=sesudah)
        return Obrolan.model_validate_json(found)

    async def pesan(self, chat: int, *, sesudah: int = 0) -> tuple[Pesan, ...]:
        """The messages that a reader of the chat sees."""
        found = await self.obrolan(chat, sesudah=sesudah)
        return tuple(each for each in found.pesan if not each.dihapus)

    async def notis(self, orang: int, *, sesudah: int = 0) -> tuple[Notis, ...]:
        """The toasts that a person got."""
        found = await self._saluran.get(f"/notis/{orang}", sesudah=sesudah)
        return _DAFTAR_NOTIS.validate_json(found)

    async def surat(self, *, sesudah: int = 0) -> tuple[Surat, ...]:
        """The mails that were caught."""
        return _DAFTAR_SURAT.validate_json(await self._saluran.get("/surat", sesudah=sesudah))

    async def eml(self, surat: int) -> bytes:
        """A mail byte for byte."""
        return await self._saluran.get(f"/surat/{surat}.eml")

    async def berkas(self, id: str) -> bytes:
        """The bytes of a photo or document in a message."""
        return await self._saluran.get(f"/berkas/{id}")

    async def perubahan(self, sesudah: int, *, tunggu: float = 0) -> Perubahan:
        """What is newer than `sesudah`, waiting up to `tunggu` seconds for something."""
        answer = await self._saluran.get("/perubahan", sesudah=sesudah, tunggu=tunggu)
        return Perubahan.model_validate_json(answer)

    async def tolak_surat(self, kode: int = 451, *, kali: int = 1) -> None:
        """Refuse the next mails; code 0 closes the connection, `kali=0` accepts again."""
        await self._saluran.post("/surat/tolak", {"kode": kode, "kali": kali})

    async def tunggu(
        self,
        chat: int,
        syarat: Callable[[Pesan], bool] = lambda pesan: pesan.dari_bot,
        *,
        sesudah: int = 0,
        batas: float = 10.0,
    ) -> Pesan:
        """The newest message for which `syarat` holds, waiting for it if there is none yet."""

        async def look() -> Pesan | None:
            found = [each for each in await self.pesan(chat, sesudah=sesudah) if syarat(each)]
            return max(found, key=lambda each: each.rev, default=None)

        return await self._until(look, batas=batas, what=f"a message in chat {chat}")

    async def tunggu_notis(self, orang: int, *, sesudah: int = 0, batas: float = 10.0) -> Notis:
        """The newest toast of a person, waiting for one."""

        async def look() -> Notis | None:
            return next(reversed(await self.notis(orang, sesudah=sesudah)), None)

        return await self._until(look, batas=batas, what=f"a toast for {orang}")

    async def tunggu_surat(
        self,
        syarat: Callable[[Surat], bool] = lambda surat: True,
        *,
        sesudah: int = 0,
        batas: float = 10.0,
    ) -> Surat:
        """The newest mail for which `syarat` holds, waiting for it."""

        async def look() -> Surat | None:
            found = [each for each in await self.surat(sesudah=sesudah) if syarat(each)]
            return found[-1] if found else None

        return await self._until(look, batas=batas, what="a mail")

    async def tunggu_antaran(
        self,
        syarat: Callable[[Antaran], bool] = lambda antaran: 200 <= antaran.kode <= 299,
        *,
        sesudah: int = 0,
        batas: float = 10.0,
    ) -> Antaran:
        """The first delivery to the webhook for which `syarat` holds, waiting for it."""

        async def look() -> Antaran | None:
            return next(filter(syarat, await self.antaran(sesudah=sesudah)), None)

        return await self._until(look, batas=batas, what="a delivery to the webhook")

    async def _until(
        self, look: Callable[[], Awaitable[T | None]], *, batas: float, what: str
    ) -> T:
        seen = 0
        try:
            async with asyncio.timeout(batas):
                while True:
                    seen = (await self.perubahan(seen, tunggu=POLL if seen else 0)).seq
                    found = await look()
                    if found is not None:
                        return found
        except TimeoutError:
            raise TakKunjung(f"{what} did not come within {batas:g} s") from None
