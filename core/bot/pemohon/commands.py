"""What a citizen may always say: /start, /status, /dokumen, /batal, /bantuan, and coming back."""

from core.bahasa import kata, speaking
from core.bot import talks, words
from core.bot.bahasa import named
from core.bot.pemohon import bahasa, isian, kabar, menu, privasi, status
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

    def language(self, chat_id: int, text: str) -> Act | None:
        """Plan another language, if a text is nothing but the name of one."""
        if named(text) is None:
            return None

        async def act(turn: Turn) -> None:
            await self.speak(turn, chat_id, text)

        return act

    async def speak(self, turn: Turn, chat_id: int, name: str) -> None:
        """Speak another language from now on, and go on in it; without its name, offer them."""
        chosen = await bahasa.switch(self._alat, turn, chat_id, name)
        if chosen is None:
            await bahasa.ask_language(self._alat, turn, chat_id)
            return
        with speaking(chosen):
            case = await self.current(chat_id)
            if case is not None:
                await self.go_on(turn, chat_id, case)
            else:
                await menu.greet(self._alat, turn, chat_id, first=False)

    async def current(self, chat_id: int) -> Permohonan | None:
        """Return the draft that the words of this chat belong to, if it may still be filled in."""
        drafts = await self._alat.cases.drafts(self._alat.mint.ruang(chat_id))
        focus = await talks.focused(self._alat.mint, chat_id)
        return next((draft for draft in drafts if draft.id == focus), None)

    async def open_service(self, turn: Turn, chat_id: int, kode: str) -> None:
        """Introduce a service, or offer the drafts of it that are already there.

        Amid another one that is to be given here: ask first whether that is to be kept (U27).
        """
        alat, current = self._alat, await self.current(chat_id)
        drafts = await alat.cases.drafts(turn.mint.ruang(chat_id))
        same = [draft for draft in drafts if draft.layanan == kode]
        if same:
            await isian.offer_drafts(alat, turn, chat_id, same)
        elif current is not None and menu.is_open(alat, kode):
            await isian.ask_save(alat, turn, chat_id, current, kode=kode)
        else:
            await menu.introduce(alat, turn, chat_id, kode)

    async def open_beside(self, turn: Turn, chat_id: int, kode: str) -> None:
        """Introduce a service beside what was begun before, which is kept as it is."""
        await isian.set_aside(turn, chat_id)
        await menu.introduce(self._alat, turn, chat_id, kode)

    async def list_drafts(self, turn: Turn, chat_id: int, page: str) -> None:
        """Show a page of what was begun; the front desk if there is nothing."""
        drafts = await self._alat.cases.drafts(turn.mint.ruang(chat_id))
        if drafts:
            number = int(page) if page.isdecimal() else 0
            await isian.offer_drafts(self._alat, turn, chat_id, drafts, page=number)
        else:
            await menu.greet(self._alat, turn, chat_id, first=True)

    async def go_on(self, turn: Turn, chat_id: int, case: Permohonan) -> None:
        """Ask the present question of a draft again, or say that its service is out of order."""
        if self._alat.is_ready(case):
            await self._filing.ask_again(turn, chat_id, case)
        else:
            await turn.say(chat_id, kata(words.LAYANAN_GANGGUAN))

    async def welcome_back(self, turn: Turn, chat_id: int) -> None:
        """Tell who had blocked us what was not delivered: where cases stand, and passwords."""
        await talks.unblock(turn.mint, chat_id)
        await turn.say(chat_id, kata(words.SELAMAT_KEMBALI))
        await status.status(self._alat, turn, chat_id)
        await status.passwords(self._alat, turn, chat_id)

    async def _obey(self, turn: Turn, chat_id: int, name: str, argument: str) -> None:
        alat = self._alat
        await alat.penilaian.leave(turn.mint.ruang(chat_id))
        case = await self.current(chat_id)
        match name:
            case "start":
                await self._start(turn, chat_id, argument)
                return
            case bahasa.AKSI:
                await self.speak(turn, chat_id, argument)
                return
            case "batal":
                await self._drop(turn, chat_id, case)
                return
            case "status":
                await status.status(alat, turn, chat_id)
            case kabar.AKSI:
                await kabar.show(turn, chat_id, argument)
            case "privasi":
                await privasi.notice(alat, turn, chat_id)
            case "dokumen":
                await self._documents(turn, chat_id)
            case _:
                await menu.help_(alat, turn, chat_id)
        if case is not None:
            await self.go_on(turn, chat_id, case)

    async def _drop(self, turn: Turn, chat_id: int, case: Permohonan | None) -> None:
        if case is None:
            await turn.say(chat_id, kata(words.TIDAK_ADA_ISIAN))
        else:
            await menu.ask_drop(self._alat, turn, chat_id, case)

    async def _documents(self, turn: Turn, chat_id: int) -> None:
        if not await status.passwords(self._alat, turn, chat_id):
            await turn.say(chat_id, kata(words.TIDAK_ADA_DOKUMEN))

    async def _start(self, turn: Turn, chat_id: int, payload: str) -> None:
        linked = await status.linked(self._alat, turn.mint.ruang(chat_id), payload)
        if linked is not None:
            await status.show(self._alat, turn, chat_id, linked)
            return
        if payload in self._alat.katalog.layanan:
            await self.open_service(turn, chat_id, payload)
        else:
            await self.list_drafts(turn, chat_id, "")
