"""The instant that a backup sees."""

from core.app.backup_tables import one_instant
from core.app.models import MODELS
from core.store import Database, opened

_ASK = "SELECT current_setting('idle_in_transaction_session_timeout') AS wait"


async def test_the_instant_lasts_while_blobs_are_copied(postgres_url: str) -> None:
    async with opened(Database(postgres_url, MODELS)):
        async with one_instant() as connection:
            assert await connection.execute_query_dict(_ASK) == [{"wait": "0"}]
        async with one_instant() as connection:
            await connection.execute_query("RESET idle_in_transaction_session_timeout")
            assert await connection.execute_query_dict(_ASK) == [{"wait": "1min"}]
