"""What delivery tells the cases. Implemented by whoever owns the case, passed in by the wiring."""

from typing import Protocol
from uuid import UUID


class Peristiwa(Protocol):
    """Called inside delivery's own unit of work: both changes commit, or neither."""

    async def opened(self, dokumen_id: UUID) -> None:
        """The right password was typed for the first time."""

    async def downloaded(self, dokumen_id: UUID) -> None:
        """The last byte of the file was handed to the citizen for the first time."""

    async def printed(self, dokumen_id: UUID) -> None:
        """The whole file was handed to the office's own printer page."""

    async def attacked(self, dokumen_id: UUID) -> None:
        """Wrong passwords closed the link for one address. Once per lock."""
