"""The HTTP side of the Bot API: token, method, answer, call log; and the file route."""

from collections.abc import Callable, Mapping

from aiohttp import web

from sandbox.botapi import editing, sending, session
from sandbox.botapi.params import Params, read
from sandbox.botapi.refusal import (
    CONFLICT,
    NOT_FOUND,
    TOO_LARGE,
    UNAUTHORIZED,
    Refusal,
    bad,
)
from sandbox.records import Call
from sandbox.store import Store
from sandbox.updates import Conflict

Method = Callable[[Store, Params], object]

METHODS: Mapping[str, Method] = {
    "answercallbackquery": session.answer_query,
    "deletemessage": editing.delete,
    "deletewebhook": session.delete_webhook,
    "editmessagecaption": editing.edit_caption,
    "editmessagereplymarkup": editing.edit_keyboard,
    "editmessagetext": editing.edit_text,
    "getfile": session.get_file,
    "getme": session.get_me,
    "getmycommands": session.get_commands,
    "getwebhookinfo": session.webhook_info,
    "sendchataction": session.chat_action,
    "senddocument": sending.send_document,
    "sendmessage": sending.send_message,
    "sendphoto": sending.send_photo,
    "setmycommands": session.set_commands,
    "setwebhook": session.set_webhook,
}

LONGEST_POLL = 50  # seconds; what Telegram caps a longer wish to


class BotApi:
    """Answers `/bot<token>/<method>` and `/file/bot<token>/<path>`."""

    def __init__(self, store: Store, token: str) -> None:
        self._store = store
        self._token = token

    def routes(self) -> list[web.AbstractRouteDef]:
        """What to hang into the web application."""
        return [
            web.route("*", "/bot{token}/{method}", self._call),
            web.get("/file/bot{token}/{path:.+}", self._file),
        ]

    async def _call(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        params = Params({}, {})
        try:
            self._check_token(request)
            params = await self._read(request)
            self._meet_fault(method)
            result = await self._perform(method, params)
        except Refusal as refusal:
            self._note(method, params, refusal.code, refusal.description)
            return web.json_response(refusal.as_json(), status=refusal.code)
        self._note(method, params, 200, "")
        return web.json_response({"ok": True, "result": result})

    async def _perform(self, method: str, params: Params) -> object:
        if method.lower() == "getupdates":
            return await self._poll(params)
        action = METHODS.get(method.lower())
        if action is None:
            raise Refusal(*NOT_FOUND)
        return action(self._store, params)

    async def _poll(self, params: Params) -> object:
        updates = self._store.updates
        kinds = params.parsed("allowed_updates")
        if isinstance(kinds, list):
            updates.allow(frozenset(map(str, kinds)))
        limit = params.integer("limit", 100)
        try:
            return await updates.poll(
                offset=params.integer("offset"),
                limit=limit if 1 <= limit <= 100 else 100,
                seconds=min(max(params.integer("timeout"), 0), LONGEST_POLL),
            )
        except Conflict:
            raise Refusal(*CONFLICT) from None

    async def _read(self, request: web.Request) -> Params:
        try:
            return await read(request)
        except web.HTTPRequestEntityTooLarge:
            raise Refusal(*TOO_LARGE) from None
        except UnicodeDecodeError:
            raise bad("strings must be encoded in UTF-8") from None

    async def _file(self, request: web.Request) -> web.Response:
        try:
            self._check_token(request)
        except Refusal as refusal:
            return web.json_response(refusal.as_json(), status=refusal.code)
        path = request.match_info["path"]
        for stored in self._store.files.values():
            if stored.path == path:
                return web.Response(body=stored.content, content_type="application/octet-stream")
        return web.json_response(Refusal(*NOT_FOUND).as_json(), status=404)

    def _check_token(self, request: web.Request) -> None:
        if request.match_info["token"] != self._token:
            raise Refusal(*UNAUTHORIZED)

    def _meet_fault(self, method: str) -> None:
        fault = self._store.faults.take(method)
        if fault is not None:
            seconds = fault.retry_after if fault.code == 429 else None
            raise Refusal(fault.code, fault.description, retry_after=seconds)

    def _note(self, method: str, params: Params, code: int, description: str) -> None:
        calls = self._store.calls
        calls.append(
            Call(
                number=calls[-1].number + 1 if calls else 1,
                method=method,
                values=dict(params.values),
                files=tuple(params.files),
                date=self._store.now(),
                code=code,
                description=description,
            )
        )
