"""setWebhook, deleteWebhook and getWebhookInfo: as strict as Telegram, in its words."""

import asyncio
from typing import Any

import pytest

from sandbox import Klien
from tests.sandbox.conftest import BUDI, SITI, Wire

DEADLINE = 30.0
HERE = "http://127.0.0.1:9/telegram"  # the discard port: nobody listens


@pytest.mark.parametrize(
    ("params", "reason"),
    [
        ({"url": "http://contoh.go.id/"},
         "bad webhook: An HTTPS URL must be provided for webhook"),
        ({"url": "ftp://127.0.0.1/"}, "bad webhook: An HTTPS URL must be provided for webhook"),
        ({"url": "https://contoh.go.id:8080/"},
         "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443"),
        ({"url": "https://contoh.go.id:port/"}, "invalid webhook URL specified"),
        ({"url": "https://"}, "invalid webhook URL specified"),
        ({"url": "contoh"}, "invalid webhook URL specified"),
        ({"url": "https://contoh.go.id:8443/x"},
         "bad webhook: the sandbox delivers to this machine only"),
        ({"url": HERE, "secret_token": "x" * 257}, "secret token is too long"),
        ({"url": HERE, "secret_token": "ada spasi"}, "secret token contains unallowed characters"),
        ({"url": HERE, "secret_token": "titik."}, "secret token contains unallowed characters"),
        ({"url": HERE, "secret_token": "é"}, "secret token contains unallowed characters"),
    ],
)  # fmt: skip
async def test_a_bad_webhook_is_refused(
    wire: Wire, params: dict[str, object], reason: str
) -> None:
    reply = await wire("setWebhook", **params)
    assert (reply.status, reply.description) == (400, f"Bad Request: {reason}")
    assert (await wire("getWebhookInfo")).result["url"] == ""


async def info(wire: Wire) -> Any:
    return (await wire("getWebhookInfo")).result


async def test_a_webhook_is_set_told_of_and_removed(wire: Wire) -> None:
    asked: dict[str, object] = {
        "url": HERE,
        "secret_token": "aZ09_-" * 42,
        "allowed_updates": ["message"],
    }
    assert (await wire("setWebhook", **asked)).result is True
    assert await info(wire) == {
        "url": HERE,
        "has_custom_certificate": False,
        "pending_update_count": 0,
        "max_connections": 40,
        "allowed_updates": ["message"],
    }
    assert (await wire("setWebhook", url="")).result is True
    assert (await info(wire))["url"] == ""
    assert (await wire("deleteWebhook")).result is True


@pytest.mark.parametrize(("asked", "taken"), [(1, 1), (100, 100), (0, 1), (101, 100)])
async def test_connections_are_between_one_and_a_hundred(
    wire: Wire, asked: int, taken: int
) -> None:
    await wire("setWebhook", url=HERE, max_connections=asked)
    assert (await info(wire))["max_connections"] == taken


async def test_nothing_is_fetched_while_a_webhook_is_set(wire: Wire, klien: Klien) -> None:
    await wire("setWebhook", url=HERE)
    await klien.mulai(SITI)
    reply = await wire("getUpdates")
    assert (reply.status, reply.description) == (
        409,
        (
            "Conflict: can't use getUpdates method while webhook is active; "
            "use deleteWebhook to delete the webhook first"
        ),
    )
    assert (await info(wire))["pending_update_count"] == 1
    await wire("deleteWebhook")
    assert len((await wire("getUpdates")).result) == 1


async def test_setting_a_webhook_ends_the_poll_that_waits(wire: Wire, klien: Klien) -> None:
    polling = asyncio.create_task(wire("getUpdates", timeout=50, allowed_updates=["message"]))
    async with asyncio.timeout(DEADLINE):
        while "allowed_updates" not in await info(wire):  # until the poll has come in
            await wire("getMe")
        await wire("setWebhook", url=HERE)
        reply = await polling
    assert (reply.status, reply.description) == (
        409,
        "Conflict: terminated by setWebhook request",
    )


async def test_what_waits_is_dropped_only_when_asked_for(wire: Wire, klien: Klien) -> None:
    await klien.mulai(SITI)
    await wire("setWebhook", url=HERE)
    assert (await info(wire))["pending_update_count"] == 1
    await wire("deleteWebhook", drop_pending_updates=True)
    assert (await info(wire))["pending_update_count"] == 0


async def test_the_kinds_of_an_earlier_call_hold_on(wire: Wire, klien: Klien) -> None:
    await wire("setWebhook", url=HERE, allowed_updates=["callback_query"])
    await klien.mulai(SITI)
    assert (await info(wire))["pending_update_count"] == 0
    await wire("setWebhook", url=f"{HERE}/lagi", allowed_updates=[])
    await klien.mulai(BUDI)
    assert (await info(wire))["pending_update_count"] == 1
