"""Opens the connection to the Bot API, real or stand-in, and fetches files from it."""

from telegram import Bot, BotCommand
from telegram.error import InvalidToken

from core.bot.counted import Count, CountedTransport, uncounted
from core.bot.proxy import proxy_towards
from core.bot.waits import Waits
from core.settings import SettingsFault

_CONNECTIONS = 32
_POLL_CONNECTIONS = 2
_POLL_READ_SECONDS = 10.0  # on top of the long poll's own time
COMMANDS = (
    ("start", "Mulai atau pilih layanan"),
    ("status", "Lihat permohonan Anda"),
    ("dokumen", "Kata sandi dokumen yang terbit"),
    ("batal", "Hapus isian yang sedang berjalan"),
    ("bahasa", "Indonesia, Basa Jawa, English"),
    ("kabar", "Pilih pengingat yang Anda terima"),
    ("bantuan", "Bantuan dan alamat kantor"),
)


def connect(token: str, *, base_url: str, base_file_url: str, count: Count = uncounted) -> Bot:
    """Make the bot. A proxy of the environment is used for Telegram, never for this machine.

    Raises SettingsFault for a proxy that cannot be used.
    """
    proxy = proxy_towards(base_url)
    return Bot(
        token,
        base_url=base_url,
        base_file_url=base_file_url,
        request=CountedTransport(connections=_CONNECTIONS, proxy=proxy, count=count),
        get_updates_request=CountedTransport(
            connections=_POLL_CONNECTIONS,
            waits=Waits(read=_POLL_READ_SECONDS),
            proxy=proxy,
            count=count,
        ),
    )


async def introduce(bot: Bot) -> str:
    """Say hello to the Bot API, name our commands; return the bot's name.

    Raises SettingsFault if the token is refused; the library's own error would quote it.
    """
    if not await _is_welcome(bot):
        raise SettingsFault("Telegram menolak token bot: periksa berkas telegram_token.")
    await bot.set_my_commands([BotCommand(name, text) for name, text in COMMANDS])
    return bot.username


async def _is_welcome(bot: Bot) -> bool:
    try:
        await bot.initialize()
    except InvalidToken:
        return False
    return True


class Files:
    """Fetches what citizens send."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot

    async def __call__(self, file_id: str) -> bytes:
        """Return the content of a file. Its address holds the token: it is never logged."""
        described = await self._bot.get_file(file_id)
        return bytes(await described.download_as_bytearray())
