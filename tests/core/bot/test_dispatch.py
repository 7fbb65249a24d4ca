"""What cannot be handled is apologised for; what nobody asked for is ignored."""

import json

import pytest
from telegram import Update

from core.bot import words
from core.bot.dispatch import Dispatcher
from core.bot.pemohon.filing import Filing
from core.bot.pemohon.room import CitizenRoom
from core.bot.petugas import words as officer_words
from core.bot.petugas.room import OfficerRoom
from core.bot.turn import Act, Turn
from core.store import new_id, unit_of_work
from core.store.models import Outbox
from tests.core.bot.ruang import BUDI, GROUP, TAMU, Ruang

WHO = {"id": BUDI, "is_bot": False, "first_name": "Budi"}
PRIVATE = {"id": BUDI, "type": "private", "first_name": "Budi"}
CARD = {"message_id": 1, "date": 1, "chat": PRIVATE, "text": "x"}


@pytest.fixture
def hallway(ruang: Ruang) -> Dispatcher:
    alat = ruang.alat
    return Dispatcher(alat, CitizenRoom(alat, Filing(alat)), OfficerRoom(alat))


async def _act(ruang: Ruang, act: Act) -> list[tuple[str, str]]:
    """Do an act, and return the methods and texts of everything that was ever put down."""

    @unit_of_work
    async def commit() -> None:
        await act(Turn(ruang.mint, str(new_id())))

    await commit()
    rows = await Outbox.all().order_by("id")
    sealer = ruang.mint.sealer
    calls = [
        json.loads(
            sealer.open_text(bytes(row.muatan or b""), table="outbox", column="muatan", row=row.id)
        )
        for row in rows
    ]
    return [(one["method"], one["params"].get("text", "")) for one in calls]


def _update(ruang: Ruang, **content: object) -> Update:
    update = Update.de_json({"update_id": 1, **content}, ruang.bot)
    assert update is not None
    return update


async def test_a_press_that_cannot_be_handled_gets_a_toast_a_sentence_and_the_office_an_alert(
    ruang: Ruang, hallway: Dispatcher
) -> None:
    query = {"id": "1", "from": WHO, "chat_instance": "1", "message": CARD, "data": "x"}
    said = await _act(ruang, hallway.give_up(_update(ruang, callback_query=query)))
    assert [method for method, _ in said] == [
        "answerCallbackQuery",
        "sendMessage",
        "sendMessage",
    ]
    texts = [text for _, text in said]
    assert texts[0] == words.GANGGUAN_TOMBOL
    assert "belum dapat kami proses" in texts[1]
    assert texts[2] == officer_words.DISISIHKAN


async def test_the_office_hears_of_it_once_a_day(ruang: Ruang, hallway: Dispatcher) -> None:
    update = _update(ruang, message={**CARD, "from": WHO})
    await _act(ruang, hallway.give_up(update))
    said = await _act(ruang, hallway.give_up(update))
    assert len(said) == 3, "two apologies and one alert"
    ruang.clock.forward(days=1)
    assert len(await _act(ruang, hallway.give_up(update))) == 5


async def test_an_update_that_cannot_even_be_read_alerts_the_office_alone(
    ruang: Ruang, hallway: Dispatcher
) -> None:
    said = await _act(ruang, hallway.give_up(None))
    assert [text for _, text in said] == [officer_words.DISISIHKAN]


@pytest.mark.parametrize(
    "content",
    [
        {"hologram": {"from": WHO}},
        {"channel_post": {**CARD, "chat": {"id": -1, "type": "channel", "title": "x"}}},
        {"inline_query": {"id": "1", "from": WHO, "query": "x", "offset": ""}},
        {"poll": {}},
        {"message": {**CARD, "chat": {"id": GROUP, "type": "group", "title": "x"}}},
        {"message": {**CARD, "chat": {"id": -5, "type": "group", "title": "asing"}}},
    ],
    ids=lambda content: next(iter(content)),
)
async def test_t21_t15_what_is_not_for_us_is_ignored(
    ruang: Ruang, hallway: Dispatcher, content: dict[str, object]
) -> None:
    content = {key: value for key, value in content.items() if value}
    assert await _act(ruang, await hallway.plan(_update(ruang, **content))) == []


async def test_a_guest_who_edits_in_the_group_is_ignored(
    ruang: Ruang, hallway: Dispatcher
) -> None:
    group = {"id": GROUP, "type": "supergroup", "title": "x"}
    guest = {**CARD, "chat": group, "from": {**WHO, "id": TAMU}, "edit_date": 2}
    assert await _act(ruang, await hallway.plan(_update(ruang, edited_message=guest))) == []


@pytest.mark.parametrize(("group", "loud"), [(GROUP, True), (-5, False)])
async def test_being_put_out_of_the_officers_group_is_said_aloud(
    ruang: Ruang,
    hallway: Dispatcher,
    caplog: pytest.LogCaptureFixture,
    group: int,
    loud: bool,
) -> None:
    bot = {"id": 1, "is_bot": True, "first_name": "x"}
    change = {
        "chat": {"id": group, "type": "supergroup", "title": "x"},
        "from": WHO,
        "date": 1,
        "old_chat_member": {"status": "member", "user": bot},
        "new_chat_member": {"status": "left", "user": bot},
    }
    assert await _act(ruang, await hallway.plan(_update(ruang, my_chat_member=change))) == []
    assert ("dikeluarkan dari grup petugas" in caplog.text) is loud
