"""A service that can only be given in person: what comes out of it is a place at the counter."""

from dataclasses import dataclass


@dataclass(frozen=True)
class TatapMuka:
    """The citizen books a day and a time, comes, and is served; nothing is drawn or mailed."""

    nama: str
    """What is done at the counter, as people call it."""
    jenis: str
    """Short stable key of it."""
    bawa: tuple[str, ...]
    """What to bring, told before the first question and on the ticket."""
    menit: int = 15
    """How long it takes at the counter; so long one place is held."""
