"""An approved case that is not issued: shown on its card, and tried again at an officer's word."""

from uuid import UUID

from core.bot.petugas import board, words
from core.bot.petugas.gate import Admitted
from core.bot.tools import Alat
from core.bot.turn import Act, Turn, toast
from core.permohonan import SISTEM, Permohonan
from core.store import riwayat


async def tell(alat: Alat, case: Permohonan) -> None:
    """Say once, in the caller's unit of work, that a case is stuck, until somebody tries again."""
    if await board.is_stuck(case.id):
        return
    await riwayat.write(board.MACET, case.id, pelaku=SISTEM, now=alat.now())
    turn = Turn(alat.mint, f"macet:{case.id}:{await _times(case.id)}")
    await turn.say(alat.admin_chat, words.MACET.format(nomor=case.nomor), subject=case.id)
    await board.redraw(alat, turn, case.id)


class Retrying:
    """What the button "Coba terbitkan lagi" does."""

    def __init__(self, alat: Alat) -> None:
        self._alat = alat

    async def again(self, press: Admitted) -> Act:
        """Start the work again once this has committed; the steps that succeeded stay done."""
        alat, case = self._alat, press.case
        if not await board.is_stuck(case.id):
            return toast(press.query_id, words.KARTU_BERUBAH)

        async def retry() -> None:
            await alat.issuing.retry(case.id)

        async def act(turn: Turn) -> None:
            await alat.cases.tell(case, board.DICOBA_LAGI, by=press.petugas.id)
            await turn.toast(press.query_id, words.TERCATAT)
            await board.redraw(alat, turn, case.id)
            turn.afterwards.append(retry)

        return act


async def _times(case_id: UUID) -> int:
    return sum(entry.aksi == board.MACET for entry in await riwayat.of(case_id))
