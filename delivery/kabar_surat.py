"""What the mail room tells. Implemented by whoever owns the cases, passed in by the wiring."""

from typing import Protocol
from uuid import UUID


class KabarSurat(Protocol):
    """Called inside the mail room's unit of work: both changes commit, or neither.

    `subjek` and `kunci` are what the letter was put down with. The room tells the same thing
    again after a restart or another failure; saying it once is up to whoever is told.
    """

    async def sent(self, subjek: UUID | None, kunci: str) -> None:
        """The letter has arrived: the server took it, or its link was opened."""

    async def delayed(self, subjek: UUID | None, kunci: str, sebab: str, *, lama: bool) -> None:
        """The letter waits; `lama`: longer than half an hour. `sebab`: see smtp_outcome."""

    async def refused(self, subjek: UUID | None, kunci: str) -> None:
        """The receiving server refused the address for good."""

    async def given_up(self, subjek: UUID | None, kunci: str, sebab: str) -> None:
        """The letter was not delivered and will not be tried again by itself."""

    async def expired(self, subjek: UUID | None, kunci: str) -> None:
        """The letter was not delivered while it was worth something: a code is dead."""

    async def doubtful(self, subjek: UUID | None, kunci: str) -> None:
        """Nobody knows whether the letter was taken; it will be sent once more."""

    async def unsettled(self, subjek: UUID | None, kunci: str) -> None:
        """Sent once more, and again nobody knows: somebody must ask the citizen."""

    async def troubled(self) -> None:
        """Mail is late: the server cannot be reached or puts us off."""

    async def disliked(self, sebab: str) -> None:
        """The server refuses our letters as such, whomever they are for."""

    async def stopped(self, sebab: str) -> None:
        """No letter leaves until our settings are mended; `sebab`: tls, masuk or pengirim.

        Told as often as a letter meets it.
        """

    async def resumed(self) -> None:
        """Letters leave again after a standstill: told for each letter that had waited."""


class KabarDiam:
    """Tells nobody: for a letter of which telling fails again and again (a KabarSurat)."""

    async def sent(self, subjek: UUID | None, kunci: str) -> None:
        """Say nothing."""

    async def delayed(self, subjek: UUID | None, kunci: str, sebab: str, *, lama: bool) -> None:
        """Say nothing."""

    async def refused(self, subjek: UUID | None, kunci: str) -> None:
        """Say nothing."""

    async def given_up(self, subjek: UUID | None, kunci: str, sebab: str) -> None:
        """Say nothing."""

    async def expired(self, subjek: UUID | None, kunci: str) -> None:
        """Say nothing."""

    async def doubtful(self, subjek: UUID | None, kunci: str) -> None:
        """Say nothing."""

    async def unsettled(self, subjek: UUID | None, kunci: str) -> None:
        """Say nothing."""

    async def troubled(self) -> None:
        """Say nothing."""

    async def disliked(self, sebab: str) -> None:
        """Say nothing."""

    async def stopped(self, sebab: str) -> None:
        """Say nothing."""

    async def resumed(self) -> None:
        """Say nothing."""
