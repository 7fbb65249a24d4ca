"""The Bot API as Telegram answers it, on loopback."""

from sandbox.botapi.route import BotApi

__all__ = ["BotApi"]
