"""The fault bench: what happens to the next calls of a method instead of what should."""

from dataclasses import dataclass
from enum import StrEnum

ANY = "*"

WORDING = {
    403: "Forbidden: bot was blocked by the user",
    429: "Too Many Requests: retry after {seconds}",
    500: "Internal Server Error",
    502: "Bad Gateway",
}


class Way(StrEnum):
    """How a call goes wrong. After SLOW and CUT the act is done: the bot cannot know."""

    REFUSE = "tolak"
    """Not done; answered at once with the error."""
    SLOW = "lambat"
    """Done at once; answered after `seconds`."""
    SILENT = "diam"
    """Not done; nothing is said for `seconds`, then the connection drops."""
    CUT = "putus"
    """Done; then the connection drops without an answer."""
    LOST = "hilang"
    """Not done; the connection drops without an answer."""

    @property
    def done(self) -> bool:
        """Whether the act is done nevertheless."""
        return self in (Way.SLOW, Way.CUT)


@dataclass(slots=True)
class Fault:
    """`method` is a Bot API method in any case, or "*"; `times` calls are left."""

    method: str
    code: int
    times: int = 1
    retry_after: int = 1
    way: Way = Way.REFUSE
    seconds: float = 0.0

    @property
    def description(self) -> str:
        """Telegram's sentence for this code."""
        return WORDING.get(self.code, "Bad Request").format(seconds=self.retry_after)


class Faults:
    """The faults still to happen, in the order they were asked for."""

    def __init__(self) -> None:
        self._waiting: list[Fault] = []

    def add(self, fault: Fault) -> None:
        """Queue a fault."""
        self._waiting.append(fault)

    def clear(self) -> None:
        """Forget what has not happened yet."""
        self._waiting.clear()

    def take(self, method: str) -> Fault | None:
        """The fault that this call meets, if any; one of its times is used up."""
        for fault in self._waiting:
            if fault.method == ANY or fault.method.lower() == method.lower():
                fault.times -= 1
                if fault.times <= 0:
                    self._waiting.remove(fault)
                return fault
        return None
