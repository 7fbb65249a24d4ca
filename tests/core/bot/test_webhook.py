"""How Telegram is told where updates go, over a real socket."""

import logging
from collections.abc import AsyncIterator

import pytest
from telegram import Bot
from telegram.error import RetryAfter

from core.bot import connect, introduce
from core.bot.polling import ALLOWED
from core.bot.webhook import keep_webhook, listen_by_polling, listen_by_webhook
from core.settings import SettingsFault
from sandbox import Klien, Panggung, Sandbox, Tokoh

SITI = 101
URL = "http://127.0.0.1:9/telegram"
SECRET = "rahasia-webhook-untuk-uji-saja-000001"


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    stage = Panggung(warga=(Tokoh(SITI, "Siti"),))
    # Whatever is delivered more than twice does not come from waiting.
    async with Sandbox(stage, webhook_pause=600) as running:
        yield running


@pytest.fixture
async def klien(sandbox: Sandbox) -> AsyncIterator[Klien]:
    async with Klien(sandbox.url) as opened:
        yield opened


@pytest.fixture
async def bot(sandbox: Sandbox) -> AsyncIterator[Bot]:
    opened = connect(sandbox.token, base_url=sandbox.base_url, base_file_url=sandbox.base_file_url)
    await introduce(opened)
    yield opened
    await opened.shutdown()


async def test_a_webhook_is_set_with_our_secret_and_our_kinds(bot: Bot, klien: Klien) -> None:
    await klien.mulai(SITI)
    await listen_by_webhook(bot, URL, SECRET)
    found = await klien.webhook()
    assert (found.alamat, found.berahasia, found.sambungan) == (URL, True, 40)
    assert found.tertunda == 1  # what waited is kept
    assert set((await bot.get_webhook_info()).allowed_updates) == set(ALLOWED)


async def test_after_a_failure_setting_it_again_does_not_wait_for_telegrams_pause(
    bot: Bot, klien: Klien
) -> None:
    await listen_by_webhook(bot, URL, SECRET)
    await klien.mulai(SITI)
    await klien.tunggu_antaran(lambda antaran: antaran.nomor == 2, batas=30)
    await listen_by_webhook(bot, URL, SECRET)
    await klien.tunggu_antaran(lambda antaran: antaran.nomor == 4, batas=30)


async def test_polling_takes_the_webhook_away_and_keeps_what_waits(bot: Bot, klien: Klien) -> None:
    await listen_by_webhook(bot, URL, SECRET)
    await klien.mulai(SITI)
    await listen_by_polling(bot)
    assert (await klien.webhook()).alamat == ""
    assert len(await bot.get_updates()) == 1


async def test_introducing_the_bot_leaves_the_webhook_alone(bot: Bot, klien: Klien) -> None:
    await listen_by_webhook(bot, URL, SECRET)
    await introduce(bot)
    assert (await klien.webhook()).alamat == URL


async def test_an_address_that_telegram_refuses_is_said(bot: Bot) -> None:
    with pytest.raises(SettingsFault, match=r"menolak telegram\.webhook") as refused:
        await listen_by_webhook(bot, "https://contoh.go.id:9999/telegram", SECRET)
    assert SECRET not in str(refused.value)


async def test_told_too_often_it_is_told_again_later(bot: Bot, klien: Klien) -> None:
    slept: list[float] = []

    async def sleep(seconds: float) -> None:
        slept.append(seconds)

    await klien.ganggu("setWebhook", 429, kali=2, tunda=7)
    await listen_by_webhook(bot, URL, SECRET, sleep=sleep)
    assert slept == [7, 7]
    assert (await klien.webhook()).alamat == URL


async def test_not_for_ever(bot: Bot, klien: Klien) -> None:
    async def sleep(seconds: float) -> None:
        return

    await klien.ganggu("setWebhook", 429, kali=99, tunda=7)
    with pytest.raises(RetryAfter):
        await listen_by_webhook(bot, URL, SECRET, sleep=sleep)


class Rounds:
    """A sleep that lets so many rounds pass and then ends the watch."""

    def __init__(self, rounds: int) -> None:
        self._left = rounds

    async def __call__(self, seconds: float) -> None:
        if self._left == 0:
            raise Enough
        self._left -= 1


class Enough(Exception):
    """The watch has gone round often enough."""


async def watched(bot: Bot, rounds: int) -> None:
    with pytest.raises(Enough):
        await keep_webhook(bot, URL, SECRET, sleep=Rounds(rounds))


async def test_a_webhook_that_was_taken_away_is_set_again(
    bot: Bot, klien: Klien, caplog: pytest.LogCaptureFixture
) -> None:
    await listen_by_webhook(bot, URL, SECRET)
    await bot.delete_webhook()
    await watched(bot, 1)
    assert (await klien.webhook()).alamat == URL
    assert "dipasang lagi" in caplog.text


async def test_one_that_stands_is_left_alone(
    bot: Bot, klien: Klien, caplog: pytest.LogCaptureFixture
) -> None:
    await listen_by_webhook(bot, URL, SECRET)
    await watched(bot, 3)
    assert len(await klien.panggilan("setWebhook")) == 1
    assert [one for one in caplog.records if one.levelno >= logging.WARNING] == []


async def test_why_telegram_cannot_deliver_is_logged(
    bot: Bot, klien: Klien, caplog: pytest.LogCaptureFixture
) -> None:
    await listen_by_webhook(bot, URL, SECRET)
    await klien.mulai(SITI)
    await klien.tunggu_antaran(lambda antaran: antaran.kode == 0, batas=30)
    await watched(bot, 1)
    assert "gagal diantar (Connection refused); menunggu: 1" in caplog.text
    assert SECRET not in caplog.text


async def test_a_telegram_that_does_not_answer_is_asked_again(bot: Bot, klien: Klien) -> None:
    await klien.ganggu("getWebhookInfo", 502, kali=2)
    await watched(bot, 3)
    assert (await klien.webhook()).alamat == URL
