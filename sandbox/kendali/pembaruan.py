"""The control API's side of updates: the webhook and its deliveries, repeats, new numbers."""

import secrets

from aiohttp import web

from sandbox import acts
from sandbox.kendali import minta, susun
from sandbox.kendali.bentuk import Pembaruan
from sandbox.kendali.jawab import answer, answer_list, number
from sandbox.store import Store
from sandbox.updates import StillWaiting, UnknownUpdate

LARGEST_ID = 2**31 - 1


class KotakPembaruan:
    """The routes and what they act on."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def routes(self) -> list[web.AbstractRouteDef]:
        """What to hang into the web application."""
        return [
            web.get("/kendali/webhook", self._webhook),
            web.get("/kendali/antaran", self._antaran),
            web.post("/kendali/ulangi", self._ulangi),
            web.post("/kendali/nomor-baru", self._nomor_baru),
        ]

    async def _webhook(self, request: web.Request) -> web.Response:
        return answer(susun.webhook(self._store))

    async def _antaran(self, request: web.Request) -> web.Response:
        after = number(request, "sesudah")
        found = (each for each in self._store.attempts if each.number > after)
        return answer_list([susun.antaran(each) for each in found])

    async def _ulangi(self, request: web.Request) -> web.Response:
        asked = minta.Ulangan.model_validate_json(await request.read())
        try:
            update = self._store.updates.repeat(asked.kali, update_id=asked.pembaruan)
        except UnknownUpdate:
            raise acts.NotPossible("Tidak ada pembaruan yang dapat diulangi.") from None
        return answer(Pembaruan(id=update.id, jenis=update.kind), status=201)

    async def _nomor_baru(self, request: web.Request) -> web.Response:
        asked = minta.NomorBaru.model_validate_json(await request.read())
        first = asked.mulai or 1 + secrets.randbelow(LARGEST_ID)
        try:
            self._store.updates.restart_ids(first)
        except StillWaiting:
            raise acts.NotPossible("Masih ada pembaruan yang belum diambil bot.") from None
        return web.json_response({"mulai": first}, status=201)
