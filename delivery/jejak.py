"""What the outbox remembers of a letter's failures, in its column `sebab`. Pure."""

from dataclasses import dataclass, replace
from typing import Self

_RAGU = "ragu"
_SETELAN = "setelan:"


@dataclass(frozen=True)
class Jejak:
    """The class of the last failure, how often in a row, and whether a copy may be out there."""

    sebab: str = ""
    kali: int = 0
    ragu: bool = False

    @classmethod
    def load(cls, text: str) -> Self:
        """Read it back; what is not ours counts as nothing."""
        sebab, *rest = text.split() or [""]
        numbers = [int(one) for one in rest if one.isascii() and one.isdigit()]
        return cls(sebab, numbers[0] if numbers else 0, _RAGU in (sebab, *rest))

    def dump(self) -> str:
        """Write it down, such as ``kotak_penuh 2``."""
        return " ".join([self.sebab, str(self.kali), *([_RAGU] if self.ragu else [])])

    def failed(self, sebab: str) -> Self:
        """Count a failure; another class begins anew."""
        return replace(self, sebab=sebab, kali=self.kali + 1 if sebab == self.sebab else 1)

    def stopped(self, sebab: str) -> Self:
        """Remember that it waits for our settings to be mended. That is no failure of its own."""
        return replace(self, sebab=_SETELAN + sebab, kali=1)

    @property
    def was_stopped(self) -> bool:
        """Whether it waited for our settings."""
        return self.sebab.startswith(_SETELAN)

    def doubted(self) -> Self:
        """Remember that a copy may be out there."""
        return replace(self, sebab=_RAGU, kali=1, ragu=True)
