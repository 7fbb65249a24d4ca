"""What Telegram's refusals mean for a message. Its wording is all there is to go by (tdlib)."""

from telegram.error import BadRequest, Forbidden, TelegramError

# The wish is already true, or can no longer matter.
_SETTLED = ("message is not modified", "query is too old", "query id is invalid")
_GONE = (
    "message to edit not found",
    "message can't be edited",
    "message is not found",
    "message_id_invalid",
)
# Nobody can be reached there by us: no such chat, or we may not speak in it.
_UNREACHABLE = (
    "chat not found",
    "peer_id_invalid",
    "user is deactivated",
    "group chat was deactivated",
    "not enough rights",
    "have no rights",
    "chat_write_forbidden",
    "chat_restricted",
    "channel_private",
    "topic_closed",
)
# PTB knows no class of its own for 413.
_TOO_LARGE = "entity too large"


def is_settled(cause: TelegramError) -> bool:
    """Tell whether what was asked for is so, or can no longer matter."""
    return isinstance(cause, BadRequest) and _says(cause, _SETTLED)


def is_gone(cause: TelegramError) -> bool:
    """Tell whether the message that was to be changed is not there any more."""
    return isinstance(cause, BadRequest) and _says(cause, _GONE)


def is_unreachable(cause: TelegramError) -> bool:
    """Tell whether we may not write to this chat: blocked, deactivated, removed, unknown."""
    if isinstance(cause, Forbidden):
        return True
    return isinstance(cause, BadRequest) and _says(cause, _UNREACHABLE)


def is_final(cause: TelegramError) -> bool:
    """Tell whether this very message will never be taken."""
    return isinstance(cause, BadRequest) or _says(cause, (_TOO_LARGE,))


def _says(cause: TelegramError, parts: tuple[str, ...]) -> bool:
    reason = str(cause).lower()
    return any(part in reason for part in parts)
