"""The fault bench: the next calls of a method are answered with an error instead of being done."""

from dataclasses import dataclass

ANY = "*"

WORDING = {
    403: "Forbidden: bot was blocked by the user",
    429: "Too Many Requests: retry after {seconds}",
    500: "Internal Server Error",
    502: "Bad Gateway",
}


@dataclass(slots=True)
class Fault:
    """`method` is a Bot API method in any case, or "*"; `times` calls are left."""

    method: str
    code: int
    times: int = 1
    retry_after: int = 1

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
