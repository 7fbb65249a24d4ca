"""The part of the control API that carries files: a person sends one, a watcher reads one."""

import asyncio
from urllib.parse import quote

from aiohttp import web

from sandbox import acts
from sandbox.kendali import minta, susun
from sandbox.kendali.jawab import answer
from sandbox.panggung import Contoh, Panggung
from sandbox.store import Store


class Kotak:
    """Photos and documents in and out."""

    def __init__(self, store: Store, panggung: Panggung) -> None:
        self._store = store
        self._contoh = {contoh.label: contoh for contoh in panggung.contoh}

    async def foto(self, request: web.Request) -> web.Response:
        """A person sends a photo: multipart `berkas`, or JSON with a sample's label."""
        asked, _, _, content = await self._read(request)
        sent = acts.send_photo(
            self._store,
            asked.dari,
            asked.chat or asked.dari,
            content,
            caption=asked.teks,
            album=asked.album,
        )
        return answer(susun.pesan(self._store, sent), status=201)

    async def dokumen(self, request: web.Request) -> web.Response:
        """A person sends a file as it is."""
        asked, name, mime, content = await self._read(request)
        sent = acts.send_document(
            self._store,
            asked.dari,
            asked.chat or asked.dari,
            content,
            name=name,
            mime=mime,
            caption=asked.teks,
            album=asked.album,
        )
        return answer(susun.pesan(self._store, sent), status=201)

    async def berkas(self, request: web.Request) -> web.Response:
        """The bytes of a file that was sent, by either side. Never run as a page."""
        stored = self._store.files.get(request.match_info["id"])
        if stored is None:
            raise acts.NotPossible("Berkas itu tidak ada.")
        shown = stored.mime in ("image/jpeg", "image/png", "application/pdf")
        return web.Response(
            body=stored.content,
            content_type=stored.mime if shown else "application/octet-stream",
            headers={
                "X-Content-Type-Options": "nosniff",
                "Content-Disposition": f"inline; filename*=UTF-8''{quote(stored.name)}",
            },
        )

    async def _read(self, request: web.Request) -> tuple[minta.Kiriman, str, str, bytes]:
        if request.content_type == "application/json":
            asked = minta.Kiriman.model_validate_json(await request.read())
            contoh = self._find(asked.contoh)
            return asked, contoh.path.name, "", await asyncio.to_thread(contoh.path.read_bytes)
        form = await request.post()
        asked = minta.Kiriman.model_validate(
            {name: value for name, value in form.items() if isinstance(value, str)}
        )
        part = form.get("berkas")
        if not isinstance(part, web.FileField):
            raise acts.NotPossible("Sertakan berkasnya di bagian “berkas”.")
        return asked, part.filename, part.content_type, part.file.read()

    def _find(self, label: str) -> Contoh:
        if label not in self._contoh:
            raise acts.NotPossible(f"Tidak ada contoh “{label}”.")
        return self._contoh[label]
