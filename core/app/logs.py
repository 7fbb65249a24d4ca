"""Log lines that name the case and never the citizen: numbers and secrets are blotted out."""

import logging
import re
import sys
from types import TracebackType

_FORMAT = "%(asctime)s %(levelname)s %(name)s %(message)s"
# A NIK or No. KK (16 digits), a bot token, a link token or ticket, a password, an address.
_SECRETS = re.compile(
    r"(?<!\d)\d{16}(?!\d)"
    r"|\d{6,12}:[A-Za-z0-9_-]{30,}"
    r"|(?<![0-9a-z])[0-9a-hjkmnp-tv-z]{26}(?![0-9a-z])"
    r"|(?<![0-9A-Z])[0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4}){1,2}(?![0-9A-Z])"
    r"|[^\s@<>]+@[^\s@<>]+\.[A-Za-z]{2,}"
)
_CONTROL = re.compile(r"[\x00-\x1f\x7f]+")


def redact(text: str) -> str:
    """Blot out what must not stand in a log, and keep it on one line."""
    return _CONTROL.sub(" ", _SECRETS.sub("•••", text))


class RedactingFormatter(logging.Formatter):
    """Formats a record, then blots out; tracebacks are reduced to the class of the exception."""

    def format(self, record: logging.LogRecord) -> str:
        """Return one safe line."""
        line = redact(super().format(_without_traceback(record)))
        kind = record.exc_info[0] if record.exc_info else None
        return f"{line} [{kind.__name__}]" if kind else line


def set_up(level: int = logging.INFO) -> None:
    """Send all logs to standard error, redacted; libraries that write addresses are kept quiet."""
    handler = logging.StreamHandler()
    handler.setFormatter(RedactingFormatter(_FORMAT))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    sys.excepthook = _last_words
    for chatty in (
        "httpx",
        "httpcore",
        "aiosqlite",
        "asyncio",
        "tortoise",
        "pyhanko",
        "weasyprint",
    ):
        logging.getLogger(chatty).setLevel(logging.WARNING)


def _last_words(kind: type[BaseException], _: BaseException, trace: TracebackType | None) -> None:
    """Say which class of error ended the process and where; its text may quote what was sent."""
    place = ""
    while trace is not None:
        place = f"{trace.tb_frame.f_code.co_filename.rpartition('/')[2]}:{trace.tb_lineno}"
        trace = trace.tb_next
    sys.stderr.write(f"Berhenti karena {kind.__name__} di {place}\n")


def _without_traceback(record: logging.LogRecord) -> logging.LogRecord:
    plain = logging.makeLogRecord(record.__dict__)
    plain.exc_info = plain.exc_text = plain.stack_info = None
    return plain
