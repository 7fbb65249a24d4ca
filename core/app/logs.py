"""Log lines that name the case and never the citizen, as JSON for machines or as plain words.

Modules log through `logging.getLogger(__name__)`; structlog renders. What others wrote (libraries,
the texts of exceptions) may quote what was sent, so little of it is kept.
"""

import logging
import os
import re
import sys
import threading
from collections.abc import Mapping, MutableMapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, TextIO

import structlog
from structlog.typing import Processor

from core.app.redact import redact
from core.settings import SettingsFault
from core.store.about import of_case

__all__ = ["of_case", "redact", "set_up"]

SWITCH = "ADMINDUK_LOG"
_OURS = ("core", "delivery", "vault", "plugins", "sandbox", "__main__")
_ROOT = Path(__file__).resolve().parents[2]
_ORDER = ("time", "level", "logger", "event", "case", "subject", "row")
_NUMBER = re.compile(r"\bREG-\d{4}-\d{8}-\d{4,}\b")
_MOST_FRAMES = 8
_MOST_CAUSES = 4
_LONGEST_FOREIGN = 300
# They write addresses, or a line for every page.
_CHATTY = "httpx httpcore aiosqlite asyncio tortoise pyhanko weasyprint fontTools PIL".split()
# It prints by itself what it likes, unless it finds that somebody takes care of it.
_STUBBORN = "dbos"


def set_up(level: int = logging.INFO, *, stream: TextIO | None = None) -> None:
    """Send all logs to standard error: JSON, or words on a terminal; ADMINDUK_LOG decides.

    Raises SettingsFault if ADMINDUK_LOG is neither `json` nor `teks`.
    """
    out = stream or sys.stderr
    handler = _Handler(out)
    handler.setFormatter(formatter(as_json=_wants_json(out)))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    logging.captureWarnings(True)
    for name in _CHATTY:
        logging.getLogger(name).setLevel(logging.WARNING)
    stubborn = logging.getLogger(_STUBBORN)
    stubborn.handlers[:] = [logging.NullHandler()]
    stubborn.propagate = True
    sys.excepthook = _last_words
    sys.unraisablehook = _unraisable
    threading.excepthook = _thread_died


def formatter(*, as_json: bool) -> logging.Formatter:
    """Return what turns a record into one safe line."""
    words = structlog.processors.LogfmtRenderer(key_order=_ORDER, drop_missing=True)
    lines = structlog.processors.JSONRenderer(ensure_ascii=False)
    before: Sequence[Processor] = (
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True, key="time"),
    )
    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=before,
        processors=[_exception, _foreign, _case, _safe, lines if as_json else words],
    )


def frames(trace: TracebackType | None) -> str:
    """Say where an exception passed through our own code, innermost last."""
    found: list[str] = []
    while trace is not None:
        path = Path(trace.tb_frame.f_code.co_filename)
        if path.is_relative_to(_ROOT) and path.relative_to(_ROOT).parts[0] in _OURS:
            place = f"{path.relative_to(_ROOT)}:{trace.tb_lineno}"
            found.append(f"{place} {trace.tb_frame.f_code.co_name}")
        trace = trace.tb_next
    return " > ".join(found[-_MOST_FRAMES:])


def describe(error: BaseException) -> str:
    """Name the class of an exception and of its causes: their texts may quote what was sent."""
    names = [type(error).__name__]
    cause = error.__cause__ or error.__context__
    while cause is not None and len(names) < _MOST_CAUSES:
        names.append(type(cause).__name__)
        cause = cause.__cause__ or cause.__context__
    return " < ".join(names)


class _Handler(logging.StreamHandler[TextIO]):
    """Writes lines; one that cannot be written is replaced by a word about it."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802  logging's own name
        """Say where the line was to come from: logging itself would print all its values."""
        kind = sys.exc_info()[0]
        name = kind.__name__ if kind else "?"
        _write(f"catatan dari {record.name}:{record.lineno} tidak dapat ditulis ({name})")


def _wants_json(out: TextIO) -> bool:
    wanted = os.environ.get(SWITCH, "")
    if wanted not in ("", "json", "teks"):
        raise SettingsFault(f"Lingkungan: pengaturan {SWITCH} harus json atau teks.")
    return wanted == "json" or (not wanted and not out.isatty())


def _exception(_: Any, __: str, event: MutableMapping[str, Any]) -> Mapping[str, Any]:
    """Keep of an exception its class and where it passed through our code."""
    found = event.pop("exc_info", None)
    event.pop("stack_info", None)
    if found is True:
        found = sys.exc_info()
    error = found[1] if isinstance(found, tuple) else found
    if isinstance(error, BaseException):
        event["exception"] = describe(error)
        event["frames"] = frames(error.__traceback__)
    return event


def _foreign(_: Any, __: str, event: MutableMapping[str, Any]) -> Mapping[str, Any]:
    """Keep the first line of what a library says; asyncio adds the exception's text below it."""
    if str(event.get("logger", "")).partition(".")[0] not in _OURS:
        lines = str(event.get("event", "")).splitlines() or [""]
        event["event"] = lines[0][:_LONGEST_FOREIGN]
    return event


def _case(_: Any, __: str, event: MutableMapping[str, Any]) -> Mapping[str, Any]:
    """Take the case from the sentence where nobody bound one."""
    if "case" not in event and (number := _NUMBER.search(str(event.get("event", "")))):
        event["case"] = number.group()
    return event


def _safe(_: Any, __: str, event: MutableMapping[str, Any]) -> Mapping[str, Any]:
    """Put the fields in order, each blotted out and on one line."""
    kept = {name: event[name] for name in (*_ORDER, "exception", "frames") if event.get(name)}
    return {name: redact(str(value)) for name, value in kept.items()}


def _write(line: str) -> None:
    sys.stderr.write(f"{redact(line)}\n")


def _last_words(kind: type[BaseException], error: BaseException, trace: Any) -> None:
    """Say which class of error ended the process and where."""
    _write(f"Berhenti karena {describe(error)} di {frames(trace) or 'pustaka'}")


def _unraisable(found: Any) -> None:
    """Say so of an error that nobody could catch."""
    name = found.exc_type.__name__ if found.exc_type else "?"
    _write(f"Galat tanpa penangkap: {name} di {frames(found.exc_traceback) or 'pustaka'}")


def _thread_died(found: threading.ExceptHookArgs) -> None:
    """Say so of an error that ended a thread."""
    if found.exc_type is not SystemExit:
        place = frames(found.exc_traceback) or "pustaka"
        _write(f"Utas berhenti karena {found.exc_type.__name__} di {place}")
