"""A letter that was lost is sent anew at an officer's word: the mail server is well again, or the
citizen says that nothing came."""

from core.bot.petugas import board, words
from core.bot.petugas.gate import Admitted
from core.bot.tools import Alat
from core.bot.turn import Act, Turn, toast

AGAIN = "surat_lagi"


class Posting:
    """What the button "Kirim e-mail lagi" does."""

    def __init__(self, alat: Alat) -> None:
        self._alat = alat

    async def again(self, press: Admitted) -> Act:
        """Put every lost letter of the case down anew."""
        alat, case = self._alat, press.case
        lost = await board.lost(await alat.cases.products(case.id))
        if not lost:
            return toast(press.query_id, words.KARTU_BERUBAH)

        async def act(turn: Turn) -> None:
            sent = [await alat.issuing.mail_again(produk) for produk in lost]
            if not any(sent):
                await turn.toast(press.query_id, words.KARTU_BERUBAH)
                return
            await alat.cases.tell(case, AGAIN, by=press.petugas.id)
            await turn.toast(press.query_id, words.TERCATAT)
            await board.redraw(alat, turn, case.id)

        return act
