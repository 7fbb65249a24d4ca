"""What the stand-in remembers: people, chats, messages, files, mail. Records without behaviour."""

from dataclasses import dataclass, field
from datetime import datetime

PRIVATE = "private"
GROUP = "supergroup"


@dataclass(slots=True)
class Person:
    """A Telegram account. A bot may write to it only after `started`, and not while `blocked`."""

    id: int
    name: str
    username: str = ""
    started: bool = False
    blocked: bool = False


@dataclass(frozen=True, slots=True)
class Entity:
    """A marked stretch of a text; offset and length count UTF-16 units, as Telegram does."""

    type: str
    offset: int
    length: int
    url: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Button:
    """One inline button: exactly one of data, url and copy is set."""

    label: str
    data: str = ""
    url: str = ""
    copy: str = ""
    style: str = ""


Keyboard = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file as getFile and the file route serve it. Width and height are 0 when not a picture."""

    id: str
    unique_id: str
    path: str
    content: bytes
    mime: str
    name: str = ""
    width: int = 0
    height: int = 0


@dataclass(frozen=True, slots=True)
class Body:
    """What a message says: the text as it was given, the text as read, and its attachment."""

    text: str = ""
    raw: str = ""
    entities: tuple[Entity, ...] = ()
    photo: tuple[StoredFile, ...] = ()
    document: StoredFile | None = None
    spoiler: bool = False

    @property
    def has_media(self) -> bool:
        """Whether the text is a caption."""
        return bool(self.photo) or self.document is not None


@dataclass(slots=True)
class Message:
    """One message of one chat. A deleted one stays, marked, so that its buttons can be tried."""

    id: int
    chat_id: int
    sender_id: int
    date: datetime
    body: Body
    keyboard: Keyboard = ()
    earlier_keyboards: list[Keyboard] = field(default_factory=list)
    protected: bool = False
    reply_to: int | None = None
    album: str = ""
    edited: datetime | None = None
    deleted: bool = False
    rev: int = 0


@dataclass(slots=True)
class Chat:
    """A private chat (its id is the person's) or a group."""

    id: int
    kind: str
    title: str
    members: set[int] = field(default_factory=set)
    messages: dict[int, Message] = field(default_factory=dict)
    action: str = ""
    action_at: datetime | None = None
    rev: int = 0
    moved_to: int = 0
    bot_out: bool = False


@dataclass(slots=True)
class Query:
    """One press of a button, waiting for answerCallbackQuery."""

    id: str
    person_id: int
    chat_id: int
    pressed: datetime
    answered: bool = False


@dataclass(frozen=True, slots=True)
class Toast:
    """What a person saw after pressing a button."""

    person_id: int
    chat_id: int
    text: str
    alert: bool
    url: str
    date: datetime
    rev: int


@dataclass(frozen=True, slots=True)
class Mail:
    """One accepted mail, byte for byte, with its envelope."""

    id: int
    sender: str
    recipients: tuple[str, ...]
    raw: bytes
    date: datetime
    rev: int


@dataclass(frozen=True, slots=True)
class Call:
    """One call of a Bot API method, with what it was answered."""

    number: int
    method: str
    values: dict[str, str]
    files: tuple[str, ...]
    date: datetime
    code: int
    description: str = ""


@dataclass(frozen=True, slots=True)
class Webhook:
    """Where updates are posted to instead of waiting for getUpdates."""

    url: str
    secret: str = ""
    connections: int = 40


@dataclass(frozen=True, slots=True)
class Attempt:
    """One POST of an update to the webhook. `code` is 0 when no answer came."""

    number: int
    update_id: int
    code: int
    description: str
    date: datetime

    @property
    def failed(self) -> bool:
        """Whether the update is posted again."""
        return not 200 <= self.code <= 299
