"""The Bot API over a real socket: strict, with Telegram's words."""

import asyncio

import aiohttp
import pytest

from sandbox import Klien, Sandbox
from sandbox.botapi.refusal import NOT_MODIFIED, QUERY_TOO_OLD
from tests.sandbox.conftest import BUDI, GRUP, RINA, SITI, HeldClock, Wire

BUTTON = {"inline_keyboard": [[{"text": "Ya", "callback_data": "y"}]]}


async def test_a_wrong_token_is_unauthorized(
    sandbox: Sandbox, session: aiohttp.ClientSession
) -> None:
    async with session.get(f"{sandbox.base_url}1:salah/getMe") as answer:
        assert answer.status == 401
        assert await answer.json() == {
            "ok": False,
            "error_code": 401,
            "description": "Unauthorized",
        }


async def test_an_unknown_method_is_not_found(wire: Wire) -> None:
    reply = await wire("sendTelegram")
    assert (reply.status, reply.description) == (404, "Not Found")


async def test_parameters_come_in_the_query_in_a_form_and_in_json(
    sandbox: Sandbox, session: aiohttp.ClientSession, klien: Klien
) -> None:
    await klien.mulai(SITI)
    url = f"{sandbox.base_url}{sandbox.token}/sendmessage"
    asked = {"chat_id": str(SITI), "text": "halo"}
    async with session.get(url, params=asked) as by_query:
        assert by_query.status == 200
    async with session.post(url, data=asked) as by_form:
        assert by_form.status == 200
    async with session.post(url, json={**asked, "chat_id": SITI}) as by_json:
        assert by_json.status == 200
    assert [each.teks for each in await klien.pesan(SITI)][1:] == ["halo"] * 3


@pytest.mark.parametrize(
    ("params", "reason"),
    [
        ({"text": ""}, "message text is empty"),
        ({"text": "  \n"}, "message text is empty"),
        ({"text": "x" * 4097}, "message is too long"),
        ({"text": "<h1>x</h1>", "parse_mode": "HTML"},
         "can't parse entities: Unsupported start tag \"h1\" at byte offset 0"),
        ({"text": "x", "parse_mode": "Markdown"}, "unsupported parse_mode"),
        ({"text": "x", "chat_id": 999}, "chat not found"),
        ({"text": "x", "chat_id": "@siapa"}, "chat not found"),
        ({"text": "x", "chat_id": ""}, "chat_id is empty"),
        ({"text": "x", "message_thread_id": 7}, "message thread not found"),
        ({"text": "x", "reply_parameters": {"message_id": 77}}, "message to be replied not found"),
        ({"text": "x", "reply_markup":
          {"inline_keyboard": [[{"text": "A", "callback_data": ""}]]}},
         "BUTTON_DATA_INVALID"),
        ({"text": "x", "reply_markup":
          {"inline_keyboard": [[{"text": "A", "callback_data": "é" * 33}]]}},
         "BUTTON_DATA_INVALID"),
        ({"text": "x", "reply_markup": {"inline_keyboard": [[{"text": "A"}]]}},
         "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"),
        ({"text": "x", "reply_markup":
          {"inline_keyboard": [[{"text": "A", "url": "http://localhost:80/"}]]}},
         "inline keyboard button URL 'http://localhost:80/' is invalid: Wrong HTTP URL"),
        ({"text": "x", "reply_markup": "{"}, "can't parse reply markup JSON object"),
    ],
)  # fmt: skip
async def test_a_bad_message_is_refused_in_telegrams_words(
    wire: Wire, klien: Klien, params: dict[str, object], reason: str
) -> None:
    await klien.mulai(SITI)
    reply = await wire("sendMessage", **{"chat_id": SITI, **params})
    assert (reply.status, reply.description) == (400, f"Bad Request: {reason}")
    assert len(await klien.pesan(SITI)) == 1


async def test_the_longest_text_and_the_longest_data_pass(wire: Wire, klien: Klien) -> None:
    await klien.mulai(SITI)
    markup = {"inline_keyboard": [[{"text": "A", "callback_data": "x" * 64}]]}
    text = "<b>" + "x" * 4096 + "</b>"
    reply = await wire(
        "sendMessage", chat_id=SITI, text=text, parse_mode="HTML", reply_markup=markup
    )
    assert reply.status == 200


async def test_nobody_is_written_to_before_start_or_after_blocking(
    wire: Wire, klien: Klien
) -> None:
    before = await wire("sendMessage", chat_id=SITI, text="x")
    assert (before.status, before.description) == (
        403,
        "Forbidden: bot can't initiate conversation with a user",
    )
    await klien.mulai(SITI)
    await klien.blokir(SITI)
    blocked = await wire("sendMessage", chat_id=SITI, text="x")
    assert (blocked.status, blocked.description) == (
        403,
        "Forbidden: bot was blocked by the user",
    )
    await klien.buka_blokir(SITI)
    assert (await wire("sendMessage", chat_id=SITI, text="x")).status == 200


async def test_the_bot_hears_that_it_was_blocked(wire: Wire, klien: Klien) -> None:
    await klien.blokir(SITI)
    (update,) = (await wire("getUpdates")).result
    assert update["my_chat_member"]["new_chat_member"]["status"] == "kicked"


async def test_an_edit_must_change_something_of_the_bots_own(wire: Wire, klien: Klien) -> None:
    mine = await klien.mulai(SITI)
    sent = await wire("sendMessage", chat_id=SITI, text="satu", reply_markup=BUTTON)
    number = sent.result["message_id"]

    async def edit(message_id: object, **params: object) -> object:
        asked = {"chat_id": SITI, "message_id": message_id, **params}
        return (await wire("editMessageText", **asked)).description

    assert await edit(number, text="satu", reply_markup=BUTTON) == f"Bad Request: {NOT_MODIFIED}"
    assert await edit(mine.id, text="x") == "Bad Request: message can't be edited"
    assert await edit(99, text="x") == "Bad Request: message to edit not found"
    assert await edit(number, text="dua") is None
    after = (await klien.pesan(SITI))[-1]
    assert (after.teks, after.tombol) == ("dua", ())


async def test_a_deleted_message_is_gone_for_everybody(wire: Wire, klien: Klien) -> None:
    await klien.mulai(SITI)
    sent = await wire("sendMessage", chat_id=SITI, text="x")
    number = sent.result["message_id"]
    assert (await wire("deleteMessage", chat_id=SITI, message_id=number)).result is True
    again = await wire("deleteMessage", chat_id=SITI, message_id=number)
    assert again.description == "Bad Request: message to delete not found"
    assert len(await klien.pesan(SITI)) == 1


async def test_in_a_group_the_bot_may_not_delete_what_others_wrote(
    wire: Wire, klien: Klien
) -> None:
    sent = await klien.tulis(RINA, "halo", chat=GRUP)
    reply = await wire("deleteMessage", chat_id=GRUP, message_id=sent.id)
    assert reply.description == "Bad Request: message can't be deleted"


async def test_a_press_is_answered_once_and_in_time(
    wire: Wire, klien: Klien, clock: HeldClock
) -> None:
    await wire("sendMessage", chat_id=GRUP, text="Kartu", reply_markup=BUTTON)
    (card,) = await klien.pesan(GRUP)
    pressed = await klien.tekan(RINA, card, "Ya")
    assert (
        await wire("answerCallbackQuery", callback_query_id=pressed.id, text="ok")
    ).status == 200
    toast = await klien.tunggu_notis(RINA, sesudah=pressed.rev)
    assert (toast.teks, toast.chat) == ("ok", GRUP)
    again = await wire("answerCallbackQuery", callback_query_id=pressed.id)
    assert again.description == f"Bad Request: {QUERY_TOO_OLD}"
    late = await klien.tekan(RINA, card, "Ya")
    clock.forward(minutes=5)
    reply = await wire("answerCallbackQuery", callback_query_id=late.id)
    assert reply.description == f"Bad Request: {QUERY_TOO_OLD}"


async def test_a_toast_may_only_open_this_bot(wire: Wire, klien: Klien) -> None:
    await wire("sendMessage", chat_id=GRUP, text="Kartu", reply_markup=BUTTON)
    (card,) = await klien.pesan(GRUP)
    pressed = await klien.tekan(RINA, card, "Ya")
    refused = await wire(
        "answerCallbackQuery", callback_query_id=pressed.id, url="https://contoh.id/"
    )
    assert refused.description == "Bad Request: URL_INVALID"
    name = (await klien.keadaan()).bot_username
    deep = f"https://t.me/{name}?start=petugas"
    assert (
        await wire("answerCallbackQuery", callback_query_id=pressed.id, url=deep)
    ).status == 200
    assert (await klien.notis(RINA))[-1].url == deep


async def test_a_second_poll_ends_the_first_with_a_conflict(wire: Wire, klien: Klien) -> None:
    polls = [asyncio.create_task(wire("getUpdates", timeout=20)) for _ in range(2)]
    (ended,), (waiting,) = await asyncio.wait(polls, return_when=asyncio.FIRST_COMPLETED)
    reply = ended.result()
    assert reply.status == 409
    assert str(reply.description).startswith("Conflict: terminated by other getUpdates request")
    await klien.mulai(SITI)
    assert len((await waiting).result) == 1


async def test_in_a_group_only_commands_and_answers_to_the_bot_are_heard(
    wire: Wire, klien: Klien
) -> None:
    await wire("sendMessage", chat_id=GRUP, text="Kartu")
    (card,) = await klien.pesan(GRUP)
    for text in ("obrolan biasa", "/antrean", "/antrean@bot_lain"):
        await klien.tulis(RINA, text, chat=GRUP)
    await klien.tulis(RINA, "ini jawaban", chat=GRUP, balas=card.id)
    updates = (await wire("getUpdates")).result
    assert [each["message"]["text"] for each in updates] == [
        "/antrean",
        "ini jawaban",
    ]


@pytest.mark.parametrize(
    ("code", "description"),
    [
        (429, "Too Many Requests: retry after 7"),
        (502, "Bad Gateway"),
        (403, "Forbidden: bot was blocked by the user"),
    ],
)
async def test_the_fault_bench_fails_the_next_calls_only(
    wire: Wire, klien: Klien, code: int, description: str
) -> None:
    await klien.mulai(BUDI)
    await klien.ganggu("sendMessage", code, kali=2, tunda=7)
    for _ in range(2):
        reply = await wire("sendMessage", chat_id=BUDI, text="x")
        assert (reply.status, reply.description) == (code, description)
        waits = {"retry_after": 7} if code == 429 else None
        assert reply.body.get("parameters") == waits
    assert (await wire("sendMessage", chat_id=BUDI, text="x")).status == 200
    assert [each.kode for each in await klien.panggilan("sendMessage")] == [code, code, 200]
    assert len(await klien.pesan(BUDI)) == 2
