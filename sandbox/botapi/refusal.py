"""Telegram's refusals, word for word. The texts are those of the tdlib and Bot API sources."""


class Refusal(Exception):
    """An error answer of the Bot API."""

    def __init__(
        self,
        code: int,
        description: str,
        *,
        retry_after: int | None = None,
        migrate_to: int | None = None,
    ) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.retry_after = retry_after
        self.migrate_to = migrate_to

    def as_json(self) -> dict[str, object]:
        """The body of the answer."""
        answer: dict[str, object] = {
            "ok": False,
            "error_code": self.code,
            "description": self.description,
        }
        if self.retry_after is not None:
            answer["parameters"] = {"retry_after": self.retry_after}
        if self.migrate_to is not None:
            answer["parameters"] = {"migrate_to_chat_id": self.migrate_to}
        return answer


def bad(reason: str) -> Refusal:
    """400 with Telegram's usual prefix."""
    return Refusal(400, f"Bad Request: {reason}")


UNAUTHORIZED = (401, "Unauthorized")
NOT_FOUND = (404, "Not Found")
TOO_LARGE = (413, "Request Entity Too Large")
CONFLICT = (
    409,
    (
        "Conflict: terminated by other getUpdates request; "
        "make sure that only one bot instance is running"
    ),
)
CONFLICT_WITH_WEBHOOK = (
    409,
    (
        "Conflict: can't use getUpdates method while webhook is active; "
        "use deleteWebhook to delete the webhook first"
    ),
)
ENDED_BY_WEBHOOK = (409, "Conflict: terminated by setWebhook request")
BLOCKED = (403, "Forbidden: bot was blocked by the user")
PUT_OUT = (403, "Forbidden: bot was kicked from the supergroup chat")
MOVED = (400, "Bad Request: group chat was upgraded to a supergroup chat")
NEVER_STARTED = (403, "Forbidden: bot can't initiate conversation with a user")
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly "
    "the same as a current content and reply markup of the message"
)
QUERY_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
