"""What the officer of a child's card should look at twice."""

from datetime import date

from plugins.kia.isian import Isian
from plugins.kia.umur import remarks


def near(isian: Isian, hari_ini: date) -> tuple[str, ...]:
    """Warn of a switch of kind that has come, or is near."""
    return remarks(isian.tanggal_lahir, hari_ini, berfoto=isian.pas_foto is not None)
