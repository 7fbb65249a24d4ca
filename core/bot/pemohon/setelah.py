"""What may be pressed or typed after filing: look at a case, withdraw it, rate it; reminders."""

from core.bahasa import kata
from core.bot import penilaian, talks, words, words_setelah
from core.bot.callback import TombolMenu, short
from core.bot.isian_diam import INGAT
from core.bot.keyboard import Rows
from core.bot.pemohon import menu, status
from core.bot.pemohon.ask import drop_question, offer
from core.bot.pemohon.commands import Commands
from core.bot.petugas import board, cards
from core.bot.tools import Alat
from core.bot.turn import Act, Turn, held
from core.permohonan import HIGHEST, LOWEST, Permohonan, StatusPermohonan

ACTS = frozenset({"lihat", "tarik", "yatarik", "biarkan", "terus", "buang", "nilai", "lewati"})


class AfterButtons:
    """Does what these buttons say."""

    def __init__(self, alat: Alat, commands: Commands) -> None:
        self._alat = alat
        self._commands = commands

    async def choose(self, turn: Turn, chat_id: int, button: TombolMenu) -> None:
        """Do what was pressed; what is no longer true changes nothing."""
        ref, _, arg = button.arg.partition("-")
        match button.aksi:
            case "terus" | "buang":
                await self._reminded(turn, chat_id, ref, button.aksi)
            case "nilai" | "lewati":
                await self._opinion(turn, chat_id, ref, arg)
            case _:
                await self._filed(turn, chat_id, ref, button.aksi)

    async def typed(self, chat_id: int, text: str) -> Act | None:
        """Plan what words mean that belong to no draft: a rating, a comment; None: neither."""
        alat, ruang = self._alat, self._alat.mint.ruang(chat_id)
        waiting = await alat.penilaian.uncommented(ruang)
        if waiting is not None:

            async def comment(turn: Turn) -> None:
                await penilaian.comment(alat, turn, chat_id, waiting, text)

            return comment
        nilai = penilaian.read_rating(text)
        asked = await alat.penilaian.unrated(ruang) if nilai is not None else None
        if nilai is None or asked is None:
            return None

        async def rate(turn: Turn) -> None:
            await penilaian.rate(alat, turn, chat_id, asked, nilai)

        return rate

    async def _reminded(self, turn: Turn, chat_id: int, ref: str, act: str) -> None:
        drafts = await self._alat.cases.drafts(turn.mint.ruang(chat_id))
        case = next((one for one in drafts if short(one.id) == ref), None)
        if case is None:
            await turn.say(chat_id, kata(words.TOMBOL_LAMA))
            return
        await cards.strip(turn, case, INGAT)
        if act == "terus":
            await self._commands.go_on(turn, chat_id, case)
        else:
            await menu.ask_drop(self._alat, turn, chat_id, case)

    async def _opinion(self, turn: Turn, chat_id: int, ref: str, arg: str) -> None:
        alat, case = self._alat, await self._find(turn, chat_id, ref)
        row = await alat.penilaian.of(case) if case is not None else None
        if row is None:
            await turn.say(chat_id, kata(words.TOMBOL_LAMA))
        elif not arg:
            await penilaian.comment(alat, turn, chat_id, row, "")
        elif arg in {str(one) for one in range(LOWEST, HIGHEST + 1)}:
            await penilaian.rate(alat, turn, chat_id, row, int(arg))

    async def _filed(self, turn: Turn, chat_id: int, ref: str, act: str) -> None:
        case = await self._find(turn, chat_id, ref)
        if case is None:
            await turn.say(chat_id, kata(words.TOMBOL_LAMA))
        elif act == "lihat":
            await status.show(self._alat, turn, chat_id, case)
        elif case.status not in status.WITHDRAWABLE:
            await drop_question(turn, chat_id)
            late = kata(words_setelah.TERLAMBAT_TARIK, nomor=case.nomor)
            await turn.say(chat_id, late, subject=case.id)
        elif act == "tarik":
            await self._ask(turn, chat_id, case)
            return
        elif act == "yatarik":
            await self._withdraw(turn, chat_id, case)
        else:
            await drop_question(turn, chat_id)
            await turn.say(chat_id, kata(words_setelah.TETAP_DIPROSES, nomor=case.nomor))
        await self._back_to_the_question(turn, chat_id)

    async def _ask(self, turn: Turn, chat_id: int, case: Permohonan) -> None:
        ref, judul = short(case.id), menu.title(self._alat, case)
        rows: Rows = [
            [(kata(words_setelah.YA_TARIK), TombolMenu("yatarik", ref))],
            [(kata(words_setelah.TIDAK_TARIK), TombolMenu("biarkan", ref))],
        ]
        text = kata(words_setelah.TANYA_TARIK, nomor=case.nomor, judul=judul)
        await offer(turn, chat_id, text, rows, case)

    async def _withdraw(self, turn: Turn, chat_id: int, case: Permohonan) -> None:
        """Withdraw a case; whoever examined it is told, and can press nothing more about it."""
        alat, official = self._alat, self._alat.cases.book.putusan(case).resmi
        held(await alat.cases.withdraw(case))
        await alat.papers.keep_only(case.id, ())
        if await talks.focused(turn.mint, chat_id) == case.id:
            await talks.focus_chat(turn.mint, chat_id, None)
        await drop_question(turn, chat_id)
        await cards.strip(turn, case, *cards.PRIVATE, INGAT)
        await turn.say(chat_id, kata(words.DIBATALKAN, nomor=case.nomor), subject=case.id)
        if case.status == StatusPermohonan.DIPERIKSA and case.petugas is not None:
            told = words_setelah.DITARIK.format(nomor=case.nomor)
            await turn.say(case.petugas, told, subject=case.id)
        await board.redraw(alat, turn, case.id)
        if official:

            async def forget() -> None:
                await alat.issuing.forget(official)

            turn.afterwards.append(forget)

    async def _back_to_the_question(self, turn: Turn, chat_id: int) -> None:
        draft = await self._commands.current(chat_id)
        if draft is not None:
            await self._commands.go_on(turn, chat_id, draft)

    async def _find(self, turn: Turn, chat_id: int, ref: str) -> Permohonan | None:
        return await status.filed_as(self._alat, turn.mint.ruang(chat_id), ref)
