"""The bot as it is connected: on our transport, and with sentences instead of tracebacks."""

from collections.abc import AsyncIterator

import httpx
import pytest
from aiohttp import web
from telegram.request import HTTPXRequest

from core.bot import Files, connect, introduce
from core.bot.connect import COMMANDS
from core.settings import SettingsFault
from tests.core.bot.peladen_api import TOKEN, PeladenApi, peladen_api, refusal, result


@pytest.fixture
async def api() -> AsyncIterator[PeladenApi]:
    async with peladen_api() as server:
        yield server


async def test_the_bot_opens_no_httpx_client(
    api: PeladenApi, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*arguments: object, **named: object) -> None:
        raise AssertionError("the running bot must not open an httpx client")

    monkeypatch.setattr(httpx.AsyncClient, "__init__", refuse)
    with pytest.raises(AssertionError):
        HTTPXRequest()
    bot = connect(TOKEN, base_url=api.base_url, base_file_url=api.base_file_url)
    async with bot:
        assert (await bot.get_me()).username == "layanan_bot"


async def test_the_bot_introduces_itself_once_and_names_its_commands(api: PeladenApi) -> None:
    bot = connect(TOKEN, base_url=api.base_url, base_file_url=api.base_file_url)
    assert await introduce(bot) == "layanan_bot"
    await bot.shutdown()
    asked = {each.method: each for each in api.asked}
    assert [each.method for each in api.asked].count("getMe") == 1
    assert [each["command"] for each in asked["setMyCommands"].parameters["commands"]] == [
        name for name, _ in COMMANDS
    ]


async def test_a_refused_token_is_a_sentence_without_the_token(api: PeladenApi) -> None:
    api.answers["getMe"] = refusal(401, "Unauthorized")
    bot = connect(TOKEN, base_url=api.base_url, base_file_url=api.base_file_url)
    with pytest.raises(SettingsFault, match="telegram_token") as caught:
        await introduce(bot)
    await bot.shutdown()
    assert TOKEN not in str(caught.value)
    assert caught.value.__context__ is None


async def test_what_a_citizen_sent_is_fetched(api: PeladenApi) -> None:
    async def found(request: web.Request) -> web.Response:
        return result({"file_id": "b", "file_unique_id": "u", "file_path": "photos/1.jpg"})

    async def give(request: web.Request) -> web.Response:
        return web.Response(body=b"isi")

    api.answers["getFile"], api.answers["1.jpg"] = found, give
    bot = connect(TOKEN, base_url=api.base_url, base_file_url=api.base_file_url)
    async with bot:
        assert await Files(bot)("b") == b"isi"
