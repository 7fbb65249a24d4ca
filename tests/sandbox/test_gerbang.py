"""Who may speak to the sandbox."""

import aiohttp
import pytest

from sandbox import Sandbox


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"Origin": "{own}"}, 200),
        ({"Origin": "https://contoh.id"}, 403),
        ({"Origin": "null"}, 403),
        ({"Host": "contoh.id"}, 403),
        ({"Host": "localhost"}, 200),
    ],
)
async def test_only_this_computer_and_this_page_are_served(
    sandbox: Sandbox, session: aiohttp.ClientSession, headers: dict[str, str], status: int
) -> None:
    given = {name: value.format(own=sandbox.url) for name, value in headers.items()}
    async with session.get(f"{sandbox.url}/kendali", headers=given) as answer:
        assert answer.status == status
