"""The HTTP side of the Bot API: token, method, answer, call log; and the file route."""

from collections.abc import Callable, Mapping

from aiohttp import web

from sandbox.botapi import editing, sending, session, webhook
from sandbox.botapi.params import Params, read
from sandbox.botapi.refusal import (
    CONFLICT,
    CONFLICT_WITH_WEBHOOK,
    ENDED_BY_WEBHOOK,
    NOT_FOUND,
    TOO_LARGE,
    UNAUTHORIZED,
    Refusal,
    bad,
)
from sandbox.faults import Fault, Way
from sandbox.records import Call
from sandbox.store import Store
from sandbox.updates import Conflict, WebhookWasSet

Method = Callable[[Store, Params], object]

METHODS: Mapping[str, Method] = {
    "answercallbackquery": session.answer_query,
    "deletemessage": editing.delete,
    "deletewebhook": webhook.delete_webhook,
    "editmessagecaption": editing.edit_caption,
    "editmessagereplymarkup": editing.edit_keyboard,
    "editmessagetext": editing.edit_text,
    "getfile": session.get_file,
    "getme": session.get_me,
    "getmycommands": session.get_commands,
    "getwebhookinfo": webhook.webhook_info,
    "sendchataction": session.chat_action,
    "senddocument": sending.send_document,
    "sendmessage": sending.send_message,
    "sendphoto": sending.send_photo,
    "setmycommands": session.set_commands,
    "setwebhook": webhook.set_webhook,
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
        fault: Fault | None = None
        try:
            self._check_token(request)
            params = await self._read(request)
            fault = self._store.faults.take(method)
            if fault is not None and not fault.way.done:
                return await self._fail(request, fault, method, params)
            result = await self._perform(method, params)
        except Refusal as refusal:
            self._note(method, params, refusal.code, refusal.description)
            return web.json_response(refusal.as_json(), status=refusal.code)
        self._note(method, params, 200, "")
        if fault is not None and fault.way is Way.CUT:
            return _drop(request)
        if fault is not None:
            await self._store.rest(fault.seconds)
        return web.json_response({"ok": True, "result": result})

    async def _fail(
        self, request: web.Request, fault: Fault, method: str, params: Params
    ) -> web.Response:
        """Do nothing of what was asked: refuse it, or leave it without an answer."""
        if fault.way is Way.REFUSE:
            seconds = fault.retry_after if fault.code == 429 else None
            raise Refusal(fault.code, fault.description, retry_after=seconds)
        self._note(method, params, 0, "")
        if fault.way is Way.SILENT:
            await self._store.rest(fault.seconds)
        return _drop(request)

    async def _perform(self, method: str, params: Params) -> object:
        if method.lower() == "getupdates":
            return await self._poll(params)
        action = METHODS.get(method.lower())
        if action is None:
            raise Refusal(*NOT_FOUND)
        return action(self._store, params)

    async def _poll(self, params: Params) -> object:
        if self._store.webhook is not None:
            raise Refusal(*CONFLICT_WITH_WEBHOOK)
        webhook.allow(self._store, params)
        limit = params.integer("limit", 100)
        try:
            return await self._store.updates.poll(
                offset=params.integer("offset"),
                limit=limit if 1 <= limit <= 100 else 100,
                seconds=min(max(params.integer("timeout"), 0), LONGEST_POLL),
            )
        except Conflict:
            raise Refusal(*CONFLICT) from None
        except WebhookWasSet:
            raise Refusal(*ENDED_BY_WEBHOOK) from None

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


def _drop(request: web.Request) -> web.Response:
    """Close the connection; what is returned here reaches nobody."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response()
