"""A language, and which one is spoken now."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

NAMA: Mapping[str, str] = {"id": "Bahasa Indonesia", "jv": "Basa Jawa", "en": "English"}
"""The languages by code (ISO 639), each by its own name."""


@dataclass(frozen=True)
class Bahasa:
    """One language: its code, and its sentences by their Indonesian ones."""

    kode: str
    kalimat: Mapping[str, str] = field(default_factory=dict, repr=False, hash=False)

    def say(self, kalimat: str) -> str:
        """Give a sentence in this language; in Indonesian where it was never translated."""
        return self.kalimat.get(kalimat, kalimat)


INDONESIA = Bahasa("id")
_KINI: ContextVar[Bahasa] = ContextVar("bahasa", default=INDONESIA)


def present() -> Bahasa:
    """Give the language that is spoken now."""
    return _KINI.get()


def kata(kalimat: str, /, **isi: object) -> str:
    """Give a sentence in the language that is spoken now, its {fields} filled with `isi`.

    Without `isi` the fields and all other braces stay as they are.
    """
    teks = _KINI.get().say(kalimat)
    return teks.format(**isi) if isi else teks


@contextmanager
def speaking(bahasa: Bahasa) -> Iterator[None]:
    """Speak a language until the block ends."""
    dulu = _KINI.set(bahasa)
    try:
        yield
    finally:
        _KINI.reset(dulu)
