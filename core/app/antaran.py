"""How updates come to `kerja`: fetched from Telegram, or brought by it to a door of our own."""

import asyncio
import contextlib

from core.app.parts import Parts
from core.bot import Acquaintance, Postman
from core.settings import Secrets, Settings, webhook_secret
from core.web.webhook import Receive, WebhookDoor, WebhookSite


class Antaran:
    """Makes the bot known to Telegram, and opens the door if there is one."""

    def __init__(self, settings: Settings, secrets: Secrets, parts: Parts) -> None:
        self._telegram = settings.telegram
        self._secret = webhook_secret(settings.telegram, secrets)
        self._bot = parts.bot
        self._door: WebhookSite | None = None
        self._keeping: asyncio.Task[None] | None = None
        if self._secret:
            self._postman = Postman(settings.telegram.webhook, self._secret)
            self._known = Acquaintance(parts.bot, listen=self._postman.listen)
        else:
            self._known = Acquaintance(parts.bot)

    @property
    def fetched(self) -> bool:
        """Whether updates are fetched; else Telegram brings them."""
        return not self._secret

    def username(self) -> str:
        """Return the bot's name; nothing as long as Telegram has not said it."""
        return self._known.username()

    async def begin(self, receive: Receive) -> None:
        """Open the door, and only then tell Telegram of it. Raises SettingsFault: refused."""
        if self._secret:
            path, telegram = self._telegram.webhook_path, self._telegram
            app = WebhookDoor(receive, self._secret).app(path)
            self._door = WebhookSite(app, telegram.webhook_host, telegram.webhook_port)
            await self._door.start()
            self._keeping = asyncio.create_task(self._postman.keep(self._bot))
        await self._known.begin()

    async def watch(self) -> None:
        """Wait as long as all is well; raise what ended the care for the webhook."""
        if self._keeping is None:
            await asyncio.Event().wait()
        else:
            await asyncio.shield(self._keeping)

    async def stop(self) -> None:
        """Close the door; what is being stored is answered first."""
        await self._known.stop()
        if self._keeping is not None:
            self._keeping.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._keeping
        if self._door is not None:
            await self._door.stop()
