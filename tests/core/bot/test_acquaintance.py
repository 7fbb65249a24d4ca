"""The bot is introduced when Telegram listens, and the start does not wait for it."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from core.bot import connect
from core.bot.acquaintance import Acquaintance
from core.bot.connect import COMMANDS
from core.settings import SettingsFault
from tests.core.bot.peladen_api import TOKEN, PeladenApi, peladen_api, refusal


@pytest.fixture
async def api() -> AsyncIterator[PeladenApi]:
    async with peladen_api() as server:
        yield server


async def test_s10_an_outage_at_the_start_is_outlasted(api: PeladenApi) -> None:
    api.answers["getMe"] = refusal(502, "Bad Gateway")
    bot = connect(TOKEN, base_url=api.base_url, base_file_url=api.base_file_url)
    pauses: list[float] = []
    done = asyncio.Event()

    async def pause(seconds: float) -> None:
        pauses.append(seconds)
        if len(pauses) == 8:
            del api.answers["getMe"]
            done.set()

    known = Acquaintance(bot, pause=pause)
    await known.begin()
    assert known.username() == ""
    async with asyncio.timeout(30):
        await done.wait()
        while not known.username():  # noqa: ASYNC110  the last try is under way
            await asyncio.sleep(0.01)
    assert known.username() == "layanan_bot"
    assert pauses == [1, 2, 4, 8, 16, 32, 60, 60]
    commands = [each for each in api.asked if each.method == "setMyCommands"]
    assert len(commands) == 1
    assert len(COMMANDS) == len(commands[0].parameters["commands"])
    await known.stop()
    await bot.shutdown()


async def test_a_refused_token_is_no_outage(api: PeladenApi) -> None:
    api.answers["getMe"] = refusal(401, "Unauthorized")
    bot = connect(TOKEN, base_url=api.base_url, base_file_url=api.base_file_url)
    with pytest.raises(SettingsFault, match="telegram_token"):
        await Acquaintance(bot).begin()
    await bot.shutdown()
