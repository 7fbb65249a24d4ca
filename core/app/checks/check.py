"""A check: what is looked at, and the sentence that says what is wrong and how to mend it."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from core.settings import Settings, SettingsFault

log = logging.getLogger(__name__)

DEADLINE_SECONDS = 10.0


@dataclass(frozen=True)
class Tempat:
    """What a check may know: the settings, the environment, the clock."""

    settings: Settings
    environ: Mapping[str, str]
    now: Callable[[], datetime]


@dataclass(frozen=True)
class Peringatan:
    """Something that should be mended and keeps nobody from starting: an outage, say."""

    kalimat: str


@dataclass(frozen=True)
class Keterangan:
    """Something good to know about this machine; there is nothing to mend."""

    kalimat: str


# Nothing, a sentence that refuses the start, a warning, or a piece of information.
Hasil = str | Peringatan | Keterangan
BAIK = ""


@dataclass(frozen=True)
class Check:
    """One line of doctor. `faults` are errors whose text is a sentence for the operator.

    `at_start` is False where the start itself does the very same thing anyway.
    """

    hal: str
    look: Callable[[Tempat], Awaitable[Hasil]]
    faults: tuple[type[Exception], ...] = (SettingsFault,)
    at_start: bool = True
    seconds: float = DEADLINE_SECONDS


@dataclass(frozen=True)
class Temuan:
    """One finding: what was looked at, whether it is well, whether the start is refused."""

    hal: str
    baik: bool
    kalimat: str = ""
    wajib: bool = False


class NotReady(RuntimeError):
    """A process may not start; the text is one sentence."""


async def find(check: Check, tempat: Tempat) -> Temuan:
    """Look, within the check's deadline. Whatever cannot be looked at is not well."""
    try:
        async with asyncio.timeout(check.seconds):
            found = await check.look(tempat)
    except TimeoutError:
        found = f"{check.hal}: tidak menjawab dalam {check.seconds:g} detik."
    except check.faults as fault:
        found = str(fault)
    except OSError as cause:
        found = f"{check.hal}: {cause.strerror or type(cause).__name__}."
    except Exception as cause:
        # Its text may quote what it met.
        found = f"{check.hal}: tidak dapat diperiksa ({type(cause).__name__})."
    if isinstance(found, Keterangan):
        return Temuan(check.hal, True, found.kalimat)
    if isinstance(found, Peringatan):
        return Temuan(check.hal, False, found.kalimat)
    return Temuan(check.hal, not found, found, wajib=bool(found))


async def require(checks: Iterable[Check], tempat: Tempat) -> None:
    """Run what a start runs: raise NotReady at the first refusal, log the warnings."""
    for check in checks:
        if not check.at_start:
            continue
        found = await find(check, tempat)
        if found.wajib:
            raise NotReady(found.kalimat)
        if not found.baik:
            log.warning("%s", found.kalimat)
