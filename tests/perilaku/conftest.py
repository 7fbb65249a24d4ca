"""The citizen's room with its clock held, for the behaviours that are the room's."""

from collections.abc import AsyncIterator

import pytest

from tests.core.bot.conftest import bench, limits, ruang
from tests.core.bot.ruang import BUDI, Ruang, listening
from tests.journeys.pemain import Warga

__all__ = ["bench", "limits", "ruang", "warga"]


@pytest.fixture
async def warga(ruang: Ruang) -> AsyncIterator[Warga]:
    """A citizen, while the room listens."""
    async with listening(ruang):
        yield Warga(ruang.klien, BUDI, surel="warga@contoh.id")
