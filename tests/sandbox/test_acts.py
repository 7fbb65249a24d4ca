"""What a person does on a phone beyond writing: albums, corrections, deletions."""

from collections.abc import Callable

import pytest

from sandbox import Klien
from sandbox.kendali.saluran import Ditolak
from tests.sandbox.conftest import RINA, SITI, HeldClock, Wire

Picture = Callable[[int, int, str], bytes]


async def test_an_album_comes_as_separate_updates_with_one_id_and_one_caption(
    wire: Wire, klien: Klien, picture: Picture
) -> None:
    await klien.album(SITI, [picture(90 + n, 60, "JPEG") for n in range(3)], teks="KK", jeda=0.01)
    updates = (await wire("getUpdates")).result
    messages = [one["message"] for one in updates]
    assert len({one["update_id"] for one in updates}) == 3
    assert len({one["media_group_id"] for one in messages}) == 1
    assert [one.get("caption") for one in messages] == ["KK", None, None]
    assert [one["photo"][-1]["width"] for one in messages] == [90, 91, 92]


async def test_two_albums_are_told_apart_and_one_photo_is_none(
    wire: Wire, klien: Klien, picture: Picture
) -> None:
    photo = picture(90, 60, "JPEG")
    for _ in range(2):
        await klien.album(SITI, [photo, photo])
    messages = [one["message"] for one in (await wire("getUpdates")).result]
    assert len({one["media_group_id"] for one in messages}) == 2
    with pytest.raises(ValueError, match="two to ten"):
        await klien.album(SITI, [photo])


async def test_papers_come_in_albums_too(wire: Wire, klien: Klien) -> None:
    for nama in ("a.pdf", "b.pdf"):
        await klien.dokumen(SITI, b"%PDF-1.4", nama=nama, album="77")
    messages = [one["message"] for one in (await wire("getUpdates")).result]
    assert [one["media_group_id"] for one in messages] == ["77", "77"]


async def test_a_caption_can_be_corrected(wire: Wire, klien: Klien, picture: Picture) -> None:
    sent = await klien.foto(SITI, picture(90, 60, "JPEG"), teks="KTP")
    await klien.ubah(SITI, sent, "KK")
    update = (await wire("getUpdates")).result[-1]
    assert update["edited_message"]["caption"] == "KK"
    assert update["edited_message"]["message_id"] == sent.id


async def test_after_two_days_nothing_is_corrected(klien: Klien, clock: HeldClock) -> None:
    sent = await klien.tulis(SITI, "satu")
    clock.forward(hours=49)
    with pytest.raises(Ditolak, match="48 jam"):
        await klien.ubah(SITI, sent, "dua")


async def test_a_deleted_message_is_gone_and_the_bot_hears_nothing(
    wire: Wire, klien: Klien
) -> None:
    await klien.mulai(SITI)
    sent = await klien.tulis(SITI, "salah kirim")
    heard = len((await wire("getUpdates")).result)
    gone = await klien.hapus(SITI, sent)
    assert gone.dihapus
    assert len((await wire("getUpdates")).result) == heard
    answered = await wire("sendMessage", chat_id=SITI, text="x", reply_to_message_id=sent.id)
    assert answered.description == "Bad Request: message to be replied not found"


async def test_nobody_deletes_or_corrects_what_another_wrote(wire: Wire, klien: Klien) -> None:
    await klien.mulai(SITI)
    await wire("sendMessage", chat_id=SITI, text="dari bot")
    theirs = (await klien.pesan(SITI))[-1]
    for act in (klien.hapus(SITI, theirs), klien.ubah(SITI, theirs, "x")):
        with pytest.raises(Ditolak, match="pesan sendiri"):
            await act


async def test_a_reply_carries_what_it_answers(wire: Wire, klien: Klien) -> None:
    first = await klien.mulai(SITI)
    await klien.tulis(SITI, "ini", balas=first.id)
    update = (await wire("getUpdates")).result[-1]
    assert update["message"]["reply_to_message"]["message_id"] == first.id


async def test_a_file_over_twenty_megabytes_is_not_handed_out(wire: Wire, klien: Klien) -> None:
    await klien.dokumen(SITI, bytes(20 * 1024 * 1024 + 1), nama="besar.pdf")
    update = (await wire("getUpdates")).result[-1]
    asked = await wire("getFile", file_id=update["message"]["document"]["file_id"])
    assert (asked.status, asked.description) == (400, "Bad Request: file is too big")


async def test_an_edit_must_name_its_message(wire: Wire, klien: Klien) -> None:
    await klien.mulai(RINA)
    asked = await wire("editMessageText", chat_id=RINA, text="x")
    assert asked.description == "Bad Request: message identifier is not specified"


async def test_unblocking_is_told_and_the_bot_may_write_again(wire: Wire, klien: Klien) -> None:
    await klien.mulai(SITI)
    await klien.blokir(SITI)
    await klien.buka_blokir(SITI)
    changes = [
        (one["my_chat_member"]["old_chat_member"]["status"],
         one["my_chat_member"]["new_chat_member"]["status"])
        for one in (await wire("getUpdates")).result
        if "my_chat_member" in one
    ]  # fmt: skip
    assert changes == [("member", "kicked"), ("kicked", "member")]
    assert (await wire("sendMessage", chat_id=SITI, text="x")).status == 200
