"""Makes the primary keys: UUIDs that sort by the moment they were made (RFC 9562, version 7)."""

import secrets
import threading
import time
from uuid import UUID

_COUNTER_BITS = 12


class IdSource:
    """Gives strictly increasing UUIDv7 within one process, also inside one millisecond."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._last = 0

    def __call__(self) -> UUID:
        """Return the next id: 48 bits of milliseconds, 12 of counter, 62 random."""
        with self._lock:
            tick = (time.time_ns() // 1_000_000) << _COUNTER_BITS
            self._last = max(self._last + 1, tick)
            tick = self._last
        millis, counter = tick >> _COUNTER_BITS, tick & ((1 << _COUNTER_BITS) - 1)
        value = (millis & (2**48 - 1)) << 80 | 0x7 << 76 | counter << 64 | 0b10 << 62
        return UUID(int=value | secrets.randbits(62))


new_id = IdSource()
