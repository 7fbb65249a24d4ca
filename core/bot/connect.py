"""Opens the connection to the Bot API, real or stand-in, and fetches files from it."""

from urllib.parse import urlsplit

from telegram import Bot, BotCommand
from telegram.error import InvalidToken, TelegramError
from telegram.request import HTTPXRequest

from core.settings import SettingsFault

_READ_SECONDS = 20.0
_POLL_READ_SECONDS = 10.0  # on top of the long poll's own time
_LOOPBACK = ("127.0.0.1", "localhost", "::1")
COMMANDS = (
    ("start", "Mulai atau pilih layanan"),
    ("status", "Lihat permohonan Anda"),
    ("dokumen", "Kata sandi dokumen yang terbit"),
    ("batal", "Hapus isian yang sedang berjalan"),
    ("bantuan", "Bantuan dan alamat kantor"),
)


def connect(token: str, *, base_url: str, base_file_url: str) -> Bot:
    """Make the bot. A proxy of the environment is used for Telegram, never for this machine."""
    trust = {"trust_env": urlsplit(base_url).hostname not in _LOOPBACK}
    return Bot(
        token,
        base_url=base_url,
        base_file_url=base_file_url,
        request=HTTPXRequest(
            connection_pool_size=32,
            read_timeout=_READ_SECONDS,
            write_timeout=_READ_SECONDS,
            connect_timeout=_READ_SECONDS,
            pool_timeout=_READ_SECONDS,
            httpx_kwargs=trust,
        ),
        get_updates_request=HTTPXRequest(
            connection_pool_size=2, read_timeout=_POLL_READ_SECONDS, httpx_kwargs=trust
        ),
    )


async def introduce(bot: Bot) -> str:
    """Say hello to the Bot API, allow polling, name our commands; return the bot's name.

    Raises SettingsFault if the token is refused; the library's own error would quote it.
    """
    if not await _is_welcome(bot):
        raise SettingsFault("Telegram menolak token bot: periksa berkas telegram_token.")
    await bot.delete_webhook(drop_pending_updates=False)
    await bot.set_my_commands([BotCommand(name, text) for name, text in COMMANDS])
    return bot.username


async def _is_welcome(bot: Bot) -> bool:
    try:
        await bot.initialize()
    except InvalidToken:
        return False
    return True


async def greet(bot: Bot) -> str:
    """Say why the Bot API does not answer this bot, or nothing."""
    try:
        async with bot:
            await bot.get_me()
    except InvalidToken:
        return "menolak token: periksa berkas telegram_token"
    except TelegramError as cause:
        return f"tidak menjawab ({type(cause).__name__}): periksa jaringan dan base_url"
    return ""


class Files:
    """Fetches what citizens send."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot

    async def __call__(self, file_id: str) -> bytes:
        """Return the content of a file. Its address holds the token: it is never logged."""
        described = await self._bot.get_file(file_id)
        return bytes(await described.download_as_bytearray())
