from datetime import UTC, datetime, timedelta

import pytest

from delivery.models import StatusTautan
from delivery.tautan import (
    Expired,
    Gone,
    KeadaanTautan,
    Locked,
    Openable,
    Revoked,
    Superseded,
    UsedUp,
    judge,
)

NOW = datetime(2026, 11, 22, 3, tzinfo=UTC)
LATER = NOW + timedelta(seconds=1)


@pytest.mark.parametrize(
    ("status", "until", "sessions", "decision"),
    [
        (StatusTautan.AKTIF, LATER, 0, Openable(LATER)),
        (StatusTautan.AKTIF, LATER, 9, Openable(LATER)),
        (StatusTautan.AKTIF, LATER, 10, UsedUp()),
        (StatusTautan.AKTIF, NOW, 0, Expired()),
        (StatusTautan.KEDALUWARSA, LATER, 0, Expired()),
        (StatusTautan.DIGANTI, LATER, 0, Superseded()),
        (StatusTautan.DICABUT, LATER, 0, Revoked()),
        (StatusTautan.TERKUNCI, LATER, 0, Locked()),
        (StatusTautan.DICABUT, NOW, 10, Revoked()),
    ],
)
def test_a_link_is_open_when_everything_says_so(
    status: StatusTautan, until: datetime, sessions: int, decision: Openable | Gone
) -> None:
    assert judge(KeadaanTautan(status, until, sessions), now=NOW) == decision


def test_every_status_is_judged_and_only_one_can_be_open() -> None:
    judged = {status: judge(KeadaanTautan(status, LATER, 0), now=NOW) for status in StatusTautan}
    openable = [status for status, state in judged.items() if isinstance(state, Openable)]
    assert openable == [StatusTautan.AKTIF]
    assert len(judged) == 5, "an empty walk proves nothing"
