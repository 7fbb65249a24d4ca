"""The code that proves an address, with its memory in the database."""

from uuid import uuid4

from core.bot.codes import Putusan
from core.bot.models import KodeSurel
from core.bot.turn import Turn
from core.store import unit_of_work
from delivery.kode_email import KODE_SALAH
from tests.core.bot.ruang import Ruang

CHAT, CASE, ADDRESS = 5, uuid4(), "warga@contoh.id"


async def _does(ruang: Ruang, verdict: Putusan) -> Putusan:
    """Write what a verdict asks for, as the room does."""

    @unit_of_work
    async def commit() -> None:
        await verdict.act(Turn(ruang.mint, "x"))

    await commit()
    return verdict


async def _request(ruang: Ruang, *, chat: int = CHAT, address: str = ADDRESS) -> Putusan:
    return await _does(ruang, await ruang.alat.codes.request(chat, CASE, address))


async def _judge(ruang: Ruang, typed: str, **other: object) -> bool:
    bound = {"chat_id": CHAT, "case_id": CASE, "alamat": ADDRESS} | other
    verdict = await ruang.alat.codes.judge(**bound, typed=typed)  # type: ignore[arg-type]
    assert verdict.baik or verdict.kalimat == KODE_SALAH
    return (await _does(ruang, verdict)).baik


def _wrong(code: str) -> str:
    return f"{(int(code) + 1) % 1_000_000:06d}"


async def test_the_right_code_counts_once(ruang: Ruang) -> None:
    sent = await _request(ruang)
    assert "w" in sent.kalimat
    assert ADDRESS not in sent.kalimat
    ((address, code),) = ruang.letters.codes
    assert address == ADDRESS
    assert not await _judge(ruang, _wrong(code))
    assert await _judge(ruang, f"{code[:3]} {code[3:]}")
    assert not await _judge(ruang, code)


async def test_a_code_counts_in_its_chat_for_its_case_and_address_only(ruang: Ruang) -> None:
    await _request(ruang)
    ((_, code),) = ruang.letters.codes
    assert not await _judge(ruang, code, chat_id=6)
    assert not await _judge(ruang, code, case_id=uuid4())
    assert not await _judge(ruang, code, alamat="lain@contoh.id")
    assert await _judge(ruang, code)


async def test_after_five_wrong_codes_or_ten_minutes_the_right_one_is_refused(
    ruang: Ruang,
) -> None:
    await _request(ruang)
    code = ruang.letters.codes[-1][1]
    for _ in range(5):
        assert not await _judge(ruang, _wrong(code))
    assert not await _judge(ruang, code)
    ruang.clock.forward(minutes=1)
    await _request(ruang)
    ruang.clock.forward(minutes=10, seconds=1)
    assert not await _judge(ruang, ruang.letters.codes[-1][1])


async def test_a_new_code_kills_the_old_one(ruang: Ruang) -> None:
    await _request(ruang)
    ruang.clock.forward(minutes=1)
    await _request(ruang)
    old, new = (code for _, code in ruang.letters.codes)
    assert not await _judge(ruang, old) or old == new
    assert await _judge(ruang, new)


async def test_codes_are_not_sent_too_often_to_a_chat_or_an_address(ruang: Ruang) -> None:
    assert (await _request(ruang)).baik
    soon = await _request(ruang, address="lain@contoh.id")
    assert not soon.baik
    assert "60 detik" in soon.kalimat
    assert not (await _request(ruang, chat=6)).baik, "the address was written to just now"
    for _ in range(4):
        ruang.clock.forward(minutes=2)
        assert (await _request(ruang)).baik
    ruang.clock.forward(minutes=2)
    assert "sehari" in (await _request(ruang)).kalimat


async def test_what_is_no_address_gets_no_code(ruang: Ruang) -> None:
    refused = await _request(ruang, address="warga@contoh.id, lain@contoh.id")
    assert not refused.baik
    assert ruang.letters.codes == []


async def test_neither_code_nor_address_is_kept(ruang: Ruang) -> None:
    await _request(ruang)
    ((_, code),) = ruang.letters.codes
    row = await KodeSurel.get()
    kept = f"{row.ruang} {row.alamat} {row.sidik}"
    assert ADDRESS not in kept
    assert code not in row.sidik[:6]
