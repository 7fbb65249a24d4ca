"""The sheet on an officer's desk, as far as it belongs to the case at hand.

A desk holds one sheet. What lies there for another case must never flow into this one.
"""

from core.bot.tools import Alat
from core.meja import Lembar
from core.permohonan import Permohonan


async def of(alat: Alat, officer: int, case: Permohonan) -> Lembar:
    """Return the sheet of this case; a blank one if another case lies on the desk."""
    found = await alat.desk.of(officer)
    return found if found.kasus == case.id else Lembar(case.id)


async def clear(alat: Alat, officer: int, case: Permohonan) -> None:
    """Take the sheet of this case off the desk; what belongs to another case stays."""
    found = await alat.desk.of(officer)
    if found.kasus == case.id:
        await alat.desk.clear(officer)
