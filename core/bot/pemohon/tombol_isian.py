"""The buttons about drafts that wait: go on, begin anew, one more, delete, the next page."""

from core.bot.callback import TombolMenu, short
from core.bot.pemohon import menu
from core.bot.pemohon.commands import Commands
from core.bot.pemohon.filing import Filing
from core.bot.tools import Alat
from core.bot.turn import Turn, held

ACTS = frozenset({"lanjut", "ulang", "hapus", "simpan", "baru", "daftar"})


class DraftButtons:
    """Does what these buttons say; a draft that is gone brings the front desk instead."""

    def __init__(self, alat: Alat, filing: Filing, commands: Commands) -> None:
        self._alat = alat
        self._filing = filing
        self._commands = commands

    async def choose(self, turn: Turn, chat_id: int, button: TombolMenu) -> None:
        """Do what was pressed."""
        match button.aksi:
            case "simpan" | "baru":
                await self._commands.open_beside(turn, chat_id, button.arg)
            case "daftar":
                await self._commands.list_drafts(turn, chat_id, button.arg)
            case _:
                await self._one(turn, chat_id, button)

    async def _one(self, turn: Turn, chat_id: int, button: TombolMenu) -> None:
        alat = self._alat
        drafts = await alat.cases.drafts(turn.mint.ruang(chat_id))
        chosen = next((one for one in drafts if short(one.id) == button.arg), None)
        match button.aksi:
            case "lanjut" if chosen is not None:
                await self._commands.go_on(turn, chat_id, chosen)
            case "ulang" if chosen is not None and chosen.nomor is None:
                held(await alat.cases.withdraw(chosen))
                await alat.papers.keep_only(chosen.id, ())
                await menu.introduce(alat, turn, chat_id, chosen.layanan)
            case "hapus" if chosen is not None:
                await self._filing.give_up(turn, chat_id, chosen)
            case _:
                await menu.greet(alat, turn, chat_id, first=False)
