"""Cancels a ticket or lets another time be chosen, after asking once."""

from core.bahasa import kata
from core.bot import words_janji
from core.bot.callback import TombolMenu, short
from core.bot.keyboard import Rows
from core.bot.pemohon import menu, tiket
from core.bot.pemohon.ask import drop_question, offer
from core.bot.pemohon.commands import Commands
from core.bot.pemohon.filing import Filing
from core.bot.petugas import board, cards
from core.bot.tools import Alat
from core.bot.turn import Turn, held
from core.janji import Janji
from core.permohonan import Permohonan, StatusPermohonan

_ASKED = {
    "lepas": (words_janji.TANYA_LEPAS, words_janji.YA_LEPAS, "yalepas"),
    "geser": (words_janji.TANYA_GESER, words_janji.YA_GESER, "yageser"),
}
ACTS = frozenset({*_ASKED, "yalepas", "yageser", "biar"})


class TicketButtons:
    """What the buttons under a ticket do."""

    def __init__(self, alat: Alat, filing: Filing, commands: Commands) -> None:
        self._alat = alat
        self._filing = filing
        self._commands = commands

    async def choose(self, turn: Turn, chat_id: int, button: TombolMenu) -> None:
        """Ask, or do what was asked; a ticket that is used or gone changes nothing."""
        found = await self._find(turn, chat_id, button.arg)
        if found is None:
            await drop_question(turn, chat_id)
            await turn.say(chat_id, kata(words_janji.TIADA))
            return
        case, janji = found
        match button.aksi:
            case "lepas" | "geser":
                await self._ask(turn, chat_id, case, janji, button.aksi)
            case "yalepas":
                await self._give_back(turn, chat_id, case)
                await self._go_on(turn, chat_id)
            case "yageser":
                await self._give_back(turn, chat_id, case)
                await self._begin_anew(turn, chat_id, case)
            case _:
                await drop_question(turn, chat_id)
                await turn.say(chat_id, kata(words_janji.TETAP, nomor=case.nomor))
                await self._go_on(turn, chat_id)

    async def _ask(
        self, turn: Turn, chat_id: int, case: Permohonan, janji: Janji, act: str
    ) -> None:
        sentence, yes, act_yes = _ASKED[act]
        ref = short(case.id)
        rows: Rows = [
            [(kata(yes), TombolMenu(act_yes, ref))],
            [(kata(words_janji.TIDAK), TombolMenu("biar", ref))],
        ]
        text = tiket.worded(self._alat, case, janji, sentence)
        await offer(turn, chat_id, text, rows, case)

    async def _give_back(self, turn: Turn, chat_id: int, case: Permohonan) -> None:
        """Withdraw the case and free its place, in one unit of work."""
        alat = self._alat
        held(await alat.cases.withdraw(case))
        await alat.janji.release(case.id)
        await alat.papers.keep_only(case.id, ())
        await drop_question(turn, chat_id)
        await cards.strip(turn, case, tiket.TIKET)
        await turn.say(chat_id, kata(words_janji.DILEPAS, nomor=case.nomor), subject=case.id)
        await board.redraw(alat, turn, case.id)

    async def _begin_anew(self, turn: Turn, chat_id: int, case: Permohonan) -> None:
        if menu.is_open(self._alat, case.layanan):
            await self._filing.begin(turn, chat_id, case.layanan)
        else:
            await menu.introduce(self._alat, turn, chat_id, case.layanan)

    async def _go_on(self, turn: Turn, chat_id: int) -> None:
        """Ask again what the ticket's question came in between."""
        draft = await self._commands.current(chat_id)
        if draft is not None:
            await self._commands.go_on(turn, chat_id, draft)

    async def _find(self, turn: Turn, chat_id: int, ref: str) -> tuple[Permohonan, Janji] | None:
        for case in await self._alat.cases.filed(turn.mint.ruang(chat_id)):
            if short(case.id) == ref and case.status == StatusPermohonan.TERJADWAL:
                janji = await self._alat.janji.of(case.id)
                return (case, janji) if janji else None
        return None
