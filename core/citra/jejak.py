"""Knows an upload again: by its bytes, or by its looks after a messenger squeezed it anew."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from core.citra.ambang import AMBANG


@dataclass(frozen=True)
class Jejak:
    """By what a picture is known again. Seal it like the picture: it is made of it."""

    sidik: str
    """SHA-256 of the bytes that were sent, in hexadecimal."""
    rupa: int | None = None
    """Perceptual hash, 1024 bits; None when there is no picture to hash."""

    def dump(self) -> str:
        """Write it as one line."""
        return self.sidik if self.rupa is None else f"{self.sidik}:{self.rupa:x}"

    @classmethod
    def load(cls, line: str) -> Self:
        """Read what `dump` wrote; ValueError if it is something else."""
        digest, _, looks = line.partition(":")
        return cls(digest, int(looks, 16) if looks else None)


def sidik(content: bytes) -> str:
    """Return the exact digest of an upload."""
    return hashlib.sha256(content).hexdigest()


def is_same(one: Jejak, others: Iterable[Jejak], bits: int = AMBANG.sama_bit) -> bool:
    """Tell whether a picture was sent before."""
    return any(one.sidik == other.sidik or _alike(one.rupa, other.rupa, bits) for other in others)


def _alike(one: int | None, other: int | None, bits: int) -> bool:
    return one is not None and other is not None and (one ^ other).bit_count() <= bits
