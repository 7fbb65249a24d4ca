"""Looks at an installation and says, line by line, what is well and how to mend what is not."""

import os
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from core.app.checks.check import Check, Tempat, Temuan, find
from core.app.checks.kerja import CHECKS_KERJA
from core.app.checks.web import CHECKS_WEB
from core.settings import SettingsFault, load

# What the environment of this command says is no matter of the site's own.
ALL: Sequence[Check] = tuple(dict.fromkeys((*CHECKS_KERJA, *CHECKS_WEB[1:])))


async def examine(config: Path, *, now: Callable[[], datetime]) -> list[Temuan]:
    """Look at everything that the start of both processes looks at, without starting them."""
    try:
        settings = load(config)
    except SettingsFault as fault:
        return [Temuan("pengaturan", False, str(fault), wajib=True)]
    tempat = Tempat(settings, os.environ, now)
    return [Temuan("pengaturan", True), *[await find(check, tempat) for check in ALL]]


def line(found: Temuan) -> str:
    """Write a finding for the operator: ✓ well, ! to be mended, ✗ nothing starts before."""
    mark = "✓" if found.baik else "✗" if found.wajib else "!"
    return f"{mark} {found.hal}" + (f": {found.kalimat}" if found.kalimat else "")
