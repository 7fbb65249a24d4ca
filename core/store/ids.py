"""Makes the primary keys: UUIDs that sort by the moment they were made (RFC 9562, version 7)."""

import secrets
import threading
import time
from collections.abc import Callable
from uuid import UUID

_COUNTER_BITS = 12


class IdSource:
    """Gives strictly increasing UUIDv7 in one process, also if the clock stands or steps back."""

    def __init__(self, nanoseconds: Callable[[], int] = time.time_ns) -> None:
        self._nanoseconds = nanoseconds
        self._lock = threading.Lock()
        self._last = 0

    def __call__(self) -> UUID:
        """Return the next id: 48 bits of milliseconds, 12 of counter, 62 random."""
        with self._lock:
            tick = (self._nanoseconds() // 1_000_000) << _COUNTER_BITS
            self._last = tick = max(self._last + 1, tick)
        millis, counter = tick >> _COUNTER_BITS, tick & ((1 << _COUNTER_BITS) - 1)
        value = (millis & (2**48 - 1)) << 80 | 0x7 << 76 | counter << 64 | 0b10 << 62
        return UUID(int=value | secrets.randbits(62))


new_id = IdSource()
