"""The part of the control API that reads the mailbox, and closes it."""

from aiohttp import web

from sandbox.acts import NotPossible
from sandbox.kendali import minta, susun
from sandbox.kendali.jawab import answer, answer_list, number
from sandbox.mail import Catcher
from sandbox.records import Mail
from sandbox.store import Store


class KotakSurat:
    """Mails as JSON and byte for byte."""

    def __init__(self, store: Store, catcher: Catcher) -> None:
        self._store = store
        self._catcher = catcher

    def routes(self) -> list[web.AbstractRouteDef]:
        """What to hang into the web application."""
        return [
            web.get("/kendali/surat", self._daftar),
            web.get(r"/kendali/surat/{id:\d+}", self._surat),
            web.get(r"/kendali/surat/{id:\d+}.eml", self._eml),
            web.post("/kendali/surat/tolak", self._tolak),
        ]

    async def _daftar(self, request: web.Request) -> web.Response:
        after = number(request, "sesudah")
        return answer_list([susun.surat(mail) for mail in self._store.mails if mail.rev > after])

    async def _surat(self, request: web.Request) -> web.Response:
        return answer(susun.surat(self._find(request)))

    async def _eml(self, request: web.Request) -> web.Response:
        return web.Response(body=self._find(request).raw, content_type="message/rfc822")

    async def _tolak(self, request: web.Request) -> web.Response:
        asked = minta.Penolakan.model_validate_json(await request.read())
        self._catcher.refuse(asked.kode, times=asked.kali)
        return web.json_response({})

    def _find(self, request: web.Request) -> Mail:
        wanted = int(request.match_info["id"])
        if not 1 <= wanted <= len(self._store.mails):
            raise NotPossible(f"Tidak ada surat {wanted}.")
        return self._store.mails[wanted - 1]
