"""python-telegram-bot's own Bot speaks to the sandbox as it speaks to Telegram."""

import io
from collections.abc import AsyncIterator, Callable

import pytest
from telegram import Bot, BotCommand, CopyTextButton, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import BadRequest, Conflict, Forbidden, InvalidToken, RetryAfter

from sandbox import Klien, Sandbox
from tests.sandbox.conftest import GRUP, RINA, SITI

Make = Callable[[int, int, str], bytes]


@pytest.fixture
async def bot(sandbox: Sandbox) -> AsyncIterator[Bot]:
    opened = Bot(sandbox.token, base_url=sandbox.base_url, base_file_url=sandbox.base_file_url)
    async with opened:
        yield opened


async def test_a_wrong_token_does_not_get_in(sandbox: Sandbox) -> None:
    bot = Bot("1:salah", base_url=sandbox.base_url)
    with pytest.raises(InvalidToken):
        await bot.initialize()


async def test_a_conversation_reads_as_on_telegram(bot: Bot, klien: Klien) -> None:
    asked = await klien.mulai(SITI, "kk")
    (update,) = await bot.get_updates(timeout=1)
    assert update.message is not None
    assert update.message.text == "/start kk"
    assert update.message.from_user is not None
    assert update.message.from_user.full_name == "Siti Aminah"

    keyboard = InlineKeyboardMarkup(
        [
            [InlineKeyboardButton("Mulai", callback_data="go", style="success")],
            [InlineKeyboardButton("Salin", copy_text=CopyTextButton("rahasia"))],
            [InlineKeyboardButton("Buka", url="http://127.0.0.1:1/")],
        ]
    )
    sent = await bot.send_message(
        SITI,
        "<b>Halo</b>, ini <tg-spoiler>kata sandi</tg-spoiler>",
        parse_mode="HTML",
        reply_markup=keyboard,
        protect_content=True,
    )
    assert sent.reply_markup == keyboard
    assert sorted(sent.parse_entities().values()) == ["Halo", "kata sandi"]

    seen = await klien.tunggu(SITI, sesudah=asked.rev)
    assert seen.label == ("Mulai", "Salin", "Buka")
    assert seen.bagian("spoiler") == ("kata sandi",)
    assert seen.dilindungi

    await klien.tekan(SITI, seen, "Mulai")
    (update,) = await bot.get_updates(offset=update.update_id + 1, timeout=1)
    query = update.callback_query
    assert query is not None
    assert query.data == "go"
    await query.answer("siap", show_alert=True)
    await query.edit_message_text("Sudah")
    assert (await klien.pesan(SITI))[-1].teks == "Sudah"


async def test_an_old_and_a_forged_button_reach_the_bot(bot: Bot, klien: Klien) -> None:
    await klien.mulai(SITI)
    button = InlineKeyboardMarkup([[InlineKeyboardButton("Kirim", callback_data="lama")]])
    sent = await bot.send_message(SITI, "Ringkasan", reply_markup=button)
    await bot.edit_message_reply_markup(SITI, sent.message_id)
    seen = await klien.tunggu(SITI)
    assert seen.tombol == ()
    await klien.tekan(SITI, seen, "Kirim")
    await klien.tekan(SITI, seen, data="palsu")
    await bot.delete_message(SITI, sent.message_id)
    await klien.tekan(SITI, seen, "Kirim")
    presses = [each.callback_query for each in await bot.get_updates() if each.callback_query]
    assert [each.data for each in presses] == ["lama", "palsu", "lama"]
    assert presses[-1].message is not None
    assert not presses[-1].message.is_accessible


async def test_a_photo_comes_in_sizes_and_downloads_whole(
    bot: Bot, klien: Klien, picture: Make
) -> None:
    content = picture(1000, 500, "JPEG")
    await klien.foto(SITI, content, teks="KTP")
    (update,) = await bot.get_updates()
    assert update.message is not None
    sizes = update.message.photo
    assert [(each.width, each.height) for each in sizes] == [
        (100, 50), (320, 160), (800, 400), (1000, 500),
    ]  # fmt: skip
    assert update.message.caption == "KTP"
    assert len({each.file_unique_id for each in sizes}) == len(sizes)
    largest = await sizes[-1].get_file()
    assert largest.file_size == sizes[-1].file_size == len(content)
    assert bytes(await largest.download_as_bytearray()) == content


async def test_a_document_keeps_its_name_and_kind(bot: Bot, klien: Klien) -> None:
    content = b"%PDF-1.7 contoh"
    await klien.dokumen(SITI, content, nama="KK lama.pdf", mime="application/pdf")
    (update,) = await bot.get_updates()
    assert update.message is not None
    document = update.message.document
    assert document is not None
    assert (document.file_name, document.mime_type) == ("KK lama.pdf", "application/pdf")
    file = await document.get_file()
    assert bytes(await file.download_as_bytearray()) == content


async def test_the_bot_sends_photos_and_documents_as_multipart(
    bot: Bot, klien: Klien, picture: Make
) -> None:
    await klien.mulai(RINA)
    content = picture(640, 480, "PNG")
    photo = await bot.send_photo(
        RINA, content, caption="<i>pratinjau</i>", parse_mode="HTML", has_spoiler=True
    )
    document = await bot.send_document(
        RINA, io.BytesIO(b"isi"), filename="catatan.txt", protect_content=True
    )
    await bot.send_photo(RINA, photo.photo[-1].file_id)
    shown, paper, again = (await klien.pesan(RINA))[1:]
    assert shown.foto is not None
    assert (shown.foto.lebar, shown.foto.tinggi, shown.tersamar) == (640, 480, True)
    assert await klien.berkas(shown.foto.id) == content
    assert paper.dokumen is not None
    assert (paper.dokumen.nama, paper.dilindungi) == ("catatan.txt", True)
    assert document.has_protected_content
    assert again.foto == shown.foto
    await bot.edit_message_caption(RINA, photo.message_id, caption="selesai")


@pytest.mark.parametrize(
    ("content", "reason"),
    [(b"bukan gambar", "Image_process_failed"), (b"", "File must be non-empty")],
)
async def test_what_is_no_picture_is_not_sent_as_a_photo(
    bot: Bot, klien: Klien, content: bytes, reason: str
) -> None:
    await klien.mulai(RINA)
    with pytest.raises(BadRequest, match=reason):
        await bot.send_photo(RINA, io.BytesIO(content), filename="x.jpg")


async def test_refusals_become_the_librarys_errors(bot: Bot, klien: Klien) -> None:
    with pytest.raises(Forbidden):
        await bot.send_message(SITI, "x")
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(5, "x")
    await klien.ganggu("getMe", 429, tunda=3)
    with pytest.raises(RetryAfter, match="Retry in 3 seconds"):
        await bot.get_me()
    await klien.ganggu("getUpdates", 409)
    with pytest.raises(Conflict):
        await bot.get_updates()


async def test_an_edited_message_arrives_as_one(bot: Bot, klien: Klien) -> None:
    sent = await klien.tulis(SITI, "3319")
    await klien.ubah(SITI, sent, "3320")
    _, update = await bot.get_updates()
    assert update.edited_message is not None
    assert update.edited_message.text == "3320"
    assert update.edited_message.edit_date is not None


async def test_commands_actions_and_webhook_are_known(bot: Bot, klien: Klien) -> None:
    await bot.set_my_commands([BotCommand("status", "Lihat permohonan")])
    assert (await bot.get_my_commands())[0].command == "status"
    assert (await klien.keadaan()).perintah == (("status", "Lihat permohonan"),)
    await bot.send_chat_action(GRUP, "typing")
    assert (await klien.obrolan(GRUP)).sibuk == "typing"
    assert (await bot.get_webhook_info()).url == ""
    with pytest.raises(BadRequest, match="Bot_command_invalid"):
        await bot.set_my_commands([BotCommand("Besar", "x")])
