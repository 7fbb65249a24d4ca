"""What the project asks of a population registry, and the three things it may answer.

"No such number" and "no answer" are values: the first is a fact about a citizen, the second one
about the registry, and a case goes on by hand (DESIGN 4).
"""

from dataclasses import dataclass
from typing import Protocol, TypeAlias

from core.api import Keluarga, Orang


@dataclass(frozen=True)
class TidakAda:
    """The registry answered: it holds no such number."""


@dataclass(frozen=True)
class TidakMenjawab:
    """The registry gave no answer that can be relied on."""


JawabanKeluarga: TypeAlias = Keluarga | TidakAda | TidakMenjawab
JawabanOrang: TypeAlias = Orang | TidakAda | TidakMenjawab


class DataPenduduk(Protocol):
    """Looks a family or a person up by number. It never judges who may see the answer."""

    async def keluarga(self, nomor_kk: str) -> JawabanKeluarga:
        """Return the family of a No. KK."""
        ...

    async def orang(self, nik: str) -> JawabanOrang:
        """Return the person of a NIK."""
        ...
