"""What a citizen may always say: /start, /status, /dokumen, /batal, /bantuan, and coming back."""

from core.bot import talks, words
from core.bot.pemohon import menu, status
from core.bot.pemohon.filing import Filing
from core.bot.tools import Alat
from core.bot.turn import Act, Turn
from core.permohonan import Permohonan


class Commands:
    """Obeys commands. Whatever is asked in between, the present question comes back (U25)."""

    def __init__(self, alat: Alat, filing: Filing) -> None:
        self._alat = alat
        self._filing = filing

    def command(self, chat_id: int, text: str) -> Act:
        """Plan what a command does."""
        name, _, argument = text[1:].partition(" ")
        name = name.split("@")[0].lower()

        async def act(turn: Turn) -> None:
            await self._obey(turn, chat_id, name, argument.strip())

        return act

    async def current(self, chat_id: int) -> Permohonan | None:
        """Return the draft that the words of this chat belong to, if it may still be filled in."""
        drafts = await self._alat.cases.drafts(self._alat.mint.ruang(chat_id))
        focus = await talks.focused(self._alat.mint, chat_id)
        return next((draft for draft in drafts if draft.id == focus), None)

    async def open_service(self, turn: Turn, chat_id: int, kode: str) -> None:
        """Introduce a service, or offer the draft of it that is already there."""
        drafts = await self._alat.cases.drafts(turn.mint.ruang(chat_id))
        same = next((draft for draft in drafts if draft.layanan == kode), None)
        if same is not None:
            await menu.offer_draft(self._alat, turn, chat_id, same)
        else:
            await menu.introduce(self._alat, turn, chat_id, kode)

    async def go_on(self, turn: Turn, chat_id: int, case: Permohonan) -> None:
        """Ask the present question of a draft again, or say that its service is out of order."""
        if case.layanan in self._alat.katalog.layanan:
            await self._filing.ask_again(turn, chat_id, case)
        else:
            await turn.say(chat_id, words.LAYANAN_GANGGUAN)

    async def welcome_back(self, turn: Turn, chat_id: int) -> None:
        """Tell who had blocked us what was not delivered: where cases stand, and passwords."""
        await talks.unblock(turn.mint, chat_id)
        await turn.say(chat_id, words.SELAMAT_KEMBALI)
        await status.status(self._alat, turn, chat_id)
        await status.passwords(self._alat, turn, chat_id)

    async def _obey(self, turn: Turn, chat_id: int, name: str, argument: str) -> None:
        alat = self._alat
        case = await self.current(chat_id)
        match name:
            case "start":
                await self._start(turn, chat_id, argument)
                return
            case "batal":
                if case is None:
                    await turn.say(chat_id, words.TIDAK_ADA_ISIAN)
                else:
                    await menu.ask_drop(alat, turn, chat_id, case)
                return
            case "status":
                await status.status(alat, turn, chat_id)
            case "dokumen":
                if not await status.passwords(alat, turn, chat_id):
                    await turn.say(chat_id, words.TIDAK_ADA_DOKUMEN)
            case _:
                await menu.help_(alat, turn, chat_id)
        if case is not None:
            await self.go_on(turn, chat_id, case)

    async def _start(self, turn: Turn, chat_id: int, payload: str) -> None:
        drafts = await self._alat.cases.drafts(turn.mint.ruang(chat_id))
        if payload in self._alat.katalog.layanan:
            await self.open_service(turn, chat_id, payload)
        elif drafts:
            await menu.offer_draft(self._alat, turn, chat_id, drafts[0])
        else:
            await menu.greet(self._alat, turn, chat_id, first=True)
