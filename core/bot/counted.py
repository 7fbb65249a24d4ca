"""The transport, counted: method and outcome. The address holds the token and is never kept."""

from collections.abc import Callable
from typing import Any

from telegram.error import TelegramError
from telegram.request import BaseRequest, RequestData

from core.bot.transport import Transport

Count = Callable[[str, str], None]
BAIK = "baik"


def uncounted(method: str, outcome: str) -> None:
    """Count nothing."""


class CountedTransport(Transport):
    """Tells `count` of every call: `baik`, the status, or `putus`."""

    def __init__(self, *, count: Count = uncounted, **options: Any) -> None:
        super().__init__(**options)
        self._count = count

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: object = BaseRequest.DEFAULT_NONE,
        write_timeout: object = BaseRequest.DEFAULT_NONE,
        connect_timeout: object = BaseRequest.DEFAULT_NONE,
        pool_timeout: object = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Do one call and count it."""
        # A file's address ends in its name, which is the sender's.
        name = url.rpartition("/")[2] if method == "POST" else "getFile.isi"
        try:
            status, body = await super().do_request(
                url,
                method,
                request_data,
                read_timeout,
                write_timeout,
                connect_timeout,
                pool_timeout,
            )
        except TelegramError:
            self._count(name, "putus")
            raise
        self._count(name, BAIK if status == 200 else str(status))
        return status, body
