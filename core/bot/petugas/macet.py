"""An approved case that is not issued: shown on its card, and tried again at an officer's word."""

from core.bot.petugas import board, words
from core.bot.petugas.gate import Admitted
from core.bot.tools import Alat
from core.bot.turn import Act, Turn, toast
from core.permohonan import SISTEM, Permohonan
from core.store import riwayat


async def tell(alat: Alat, case: Permohonan) -> None:
    """Say once, in the caller's unit of work, that a case was given up, until somebody retries."""
    if not await board.is_stuck(case.id):
        await _note(alat, case, board.MACET, words.MACET)


async def tell_late(alat: Alat, case: Permohonan) -> None:
    """Say once, in the caller's unit of work, that a case is late but being worked on."""
    told = [entry.aksi for entry in await riwayat.of(case.id)]
    if board.MACET not in told and board.LAMBAT not in told:
        await _note(alat, case, board.LAMBAT, words.LAMBAT)


class Retrying:
    """What the button "Coba terbitkan lagi" does."""

    def __init__(self, alat: Alat) -> None:
        self._alat = alat

    async def again(self, press: Admitted) -> Act:
        """Start the work again once this has committed; the steps that succeeded stay done."""
        alat, case = self._alat, press.case
        if not await board.is_stuck(case.id):
            return toast(press.query_id, words.KARTU_BERUBAH)
        if not await alat.issuing.is_given_up(case.id):
            return toast(press.query_id, words.SEDANG_DIKERJAKAN)

        async def retry() -> None:
            await alat.issuing.retry(case.id)

        async def act(turn: Turn) -> None:
            await alat.cases.tell(case, board.DICOBA_LAGI, by=press.petugas.id)
            await turn.toast(press.query_id, words.TERCATAT)
            await board.redraw(alat, turn, case.id)
            turn.afterwards.append(retry)

        return act


async def _note(alat: Alat, case: Permohonan, aksi: str, sentence: str) -> None:
    await riwayat.write(aksi, case.id, pelaku=SISTEM, now=alat.now())
    times = sum(entry.aksi == aksi for entry in await riwayat.of(case.id))
    turn = Turn(alat.mint, f"{aksi}:{case.id}:{times}")
    await turn.say(alat.admin_chat, sentence.format(nomor=case.nomor), subject=case.id)
    await board.redraw(alat, turn, case.id)
