"""The control API's side of groups: new ones, moves, and the bot's place in them."""

from aiohttp import web

from sandbox import acts, groups
from sandbox.kendali import minta, susun
from sandbox.kendali.jawab import answer
from sandbox.records import GROUP, Chat
from sandbox.store import Store


class KotakGrup:
    """The routes and what they act on."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def routes(self) -> list[web.AbstractRouteDef]:
        """What to hang into the web application."""
        return [
            web.post("/kendali/grup", self._baru),
            web.post("/kendali/grup/pindah", self._pindah),
            web.post("/kendali/grup/keluarkan-bot", self._keluarkan),
            web.post("/kendali/grup/undang-bot", self._undang),
        ]

    async def _baru(self, request: web.Request) -> web.Response:
        asked = minta.GrupBaru.model_validate_json(await request.read())
        for member in asked.anggota:
            acts.find_person(self._store, member)
        chat_id = asked.id or self._free_id()
        if chat_id in self._store.chats:
            raise acts.NotPossible(f"Id {chat_id} sudah dipakai.")
        chat = Chat(chat_id, GROUP, asked.judul, set(asked.anggota))
        self._store.add_chat(chat)
        return answer(susun.kelompok(chat), status=201)

    async def _pindah(self, request: web.Request) -> web.Response:
        asked = minta.GrupPindah.model_validate_json(await request.read())
        new = groups.migrate(
            self._store, asked.chat, asked.ke or self._free_id(), told=asked.kabar
        )
        return answer(susun.kelompok(new), status=201)

    async def _keluarkan(self, request: web.Request) -> web.Response:
        return await self._set_out(request, out=True)

    async def _undang(self, request: web.Request) -> web.Response:
        return await self._set_out(request, out=False)

    async def _set_out(self, request: web.Request, *, out: bool) -> web.Response:
        asked = minta.GrupDipilih.model_validate_json(await request.read())
        return answer(susun.kelompok(groups.set_bot_out(self._store, asked.chat, out=out)))

    def _free_id(self) -> int:
        return -1009910000000 - self._store.number()
