"""The applicant's look before signing: he confirms, or names what is wrong and writes a note."""

from dataclasses import dataclass, replace

from telegram import Message

from core.bahasa import INDONESIA, kata, speaking
from core.bot import talks
from core.bot import words_pratinjau as words
from core.bot.callback import TombolMenu, short
from core.bot.keyboard import Rows
from core.bot.models import Kartu
from core.bot.pemohon.commands import Commands
from core.bot.petugas import board, cards
from core.bot.text import bullets
from core.bot.tools import Alat
from core.bot.turn import Act, Turn, held
from core.dialog import Pertanyaan, papers, questions, spoken
from core.permohonan import Permohonan, Sanggahan

PRATINJAU = "pratinjau"  # the kind of card: the masked pages with their two buttons
SANGGAHAN = "sanggahan"  # the kind of card: which fields are wrong, and the note
ACTS = frozenset({"pbenar", "psalah", "pisi", "phal", "pcatat", "pbatal"})
_PER_PAGE = 8
_LABEL = 60
_LONGEST = 500
_OTHER = "*"  # the path of what the form did not ask: it came from the registry


@dataclass(frozen=True)
class _Arah:
    """What a button's argument says: the case, which of its proofs, and one thing more."""

    ref: str
    kali: int
    lagi: int = 0

    @classmethod
    def of(cls, case: Permohonan) -> "_Arah":
        """Point to the present proof of a case."""
        return cls(short(case.id), case.pratinjau_kali)

    @classmethod
    def read(cls, text: str) -> "_Arah | None":
        """Read an argument; None for anything that we do not write."""
        ref, *numbers = text.split("-")
        if len(numbers) not in (1, 2) or not all(one.isdecimal() for one in numbers):
            return None
        return cls(ref, *(int(one[:4]) for one in numbers))

    def to(self, act: str, more: int | None = None) -> TombolMenu:
        """Give the button of an act."""
        tail = "" if more is None else f"-{more}"
        return TombolMenu(act, f"{self.ref}-{self.kali}{tail}")


def choices(case: Permohonan) -> Rows:
    """Give the two buttons under a proof."""
    to = _Arah.of(case).to
    return [[(kata(words.BENAR), to("pbenar"))], [(kata(words.SALAH), to("psalah"))]]


class ProofDesk:
    """What presses and words about a proof do. What is too late changes nothing."""

    def __init__(self, alat: Alat, commands: Commands) -> None:
        self._alat = alat
        self._commands = commands

    async def choose(self, turn: Turn, chat_id: int, button: TombolMenu) -> None:
        """Do what a button says, if the proof it stands under is still waited for."""
        aim = _Arah.read(button.arg)
        case = await self._find(turn, chat_id, aim) if aim else None
        if aim is None or case is None:
            await turn.say(chat_id, kata(words.LEWAT))
            return
        said = self._alat.cases.book.sanggahan(case)
        match button.aksi:
            case "pbenar":
                await self._confirm(turn, chat_id, case)
            case "psalah":
                begun = held(await self._alat.cases.draw_up(case, Sanggahan()))
                await self._list(turn, begun, Sanggahan(), 0, anew=True)
            case "pisi":
                await self._pick(turn, case, said, aim.lagi)
            case "phal":
                await self._list(turn, case, said, aim.lagi)
            case "pcatat" if said.isian:
                await self._ask_note(turn, case, said)
            case "pbatal":
                await self._take_back(turn, chat_id, case)

    async def written(self, message: Message) -> Act | None:
        """Take typed words as the note, if it is what was asked last; None if it is not."""
        note = " ".join((message.text or "").split())[:_LONGEST]
        if not note:
            return None
        alat, chat_id = self._alat, message.chat_id
        ruang = alat.mint.ruang(chat_id)
        asked = await talks.question(ruang)
        if asked is None or not asked.aktif or asked.jenis != SANGGAHAN:
            return None
        for case in await alat.cases.shown_to(ruang):
            said = alat.cases.book.sanggahan(case)
            if case.id == asked.permohonan_id and said.menulis:
                if _is_cancel(note):
                    return self._cancel(chat_id, case)
                return self._object(chat_id, case, replace(said, catatan=note))
        return None

    def _cancel(self, chat_id: int, case: Permohonan) -> Act:
        async def act(turn: Turn) -> None:
            await self._take_back(turn, chat_id, case)

        return act

    async def _take_back(self, turn: Turn, chat_id: int, case: Permohonan) -> None:
        held(await self._alat.cases.take_back(case))
        await cards.strip(turn, case, SANGGAHAN)
        await turn.say(chat_id, kata(words.DITUNGGU_LAGI))
        await self._go_on(turn, chat_id)

    async def _confirm(self, turn: Turn, chat_id: int, case: Permohonan) -> None:
        async def begin_issuing() -> None:
            await self._alat.issuing.start(case.id)

        held(await self._alat.cases.confirm(case))
        await cards.strip(turn, case, PRATINJAU, SANGGAHAN)
        await turn.say(chat_id, kata(words.TERIMA_KASIH, nomor=case.nomor), subject=case.id)
        await board.redraw(self._alat, turn, case.id)
        turn.afterwards.append(begin_issuing)
        await self._go_on(turn, chat_id)

    def _object(self, chat_id: int, case: Permohonan, said: Sanggahan) -> Act:
        alat = self._alat

        async def act(turn: Turn) -> None:
            due = alat.kantor.tenggat(case.layanan, alat.now())
            back = held(await alat.cases.object_to(case, said, batas_at=due))
            await tell_objected(alat, turn, back)
            await self._go_on(turn, chat_id)

        return act

    async def _pick(self, turn: Turn, case: Permohonan, said: Sanggahan, number: int) -> None:
        """Tick or untick a field; the last is what the form did not ask.

        What is kept is for the officer, and so Indonesian.
        """
        with speaking(INDONESIA):
            fields = self._fields(case)
        if number > len(fields):
            return
        path, label = _OTHER, words.LAINNYA
        if number < len(fields):
            path, label = fields[number].path, fields[number].label
        picked = {key: name for key, name in said.isian.items() if key != path}
        if path not in said.isian:
            picked[path] = label
        now = replace(said, isian=picked, menulis=False)
        await self._list(
            turn, held(await self._alat.cases.draw_up(case, now)), now, number // _PER_PAGE
        )

    async def _list(
        self, turn: Turn, case: Permohonan, said: Sanggahan, page: int, *, anew: bool = False
    ) -> None:
        """Show a page of fields, as a new message or in place."""
        to, fields = _Arah.of(case).to, self._fields(case)
        named = [*((one.path, one.label) for one in fields), (_OTHER, kata(words.LAINNYA))]
        pages = -(-len(named) // _PER_PAGE)
        first = page % pages * _PER_PAGE
        rows: Rows = [
            [(_label(label, ticked=path in said.isian), to("pisi", first + n))]
            for n, (path, label) in enumerate(named[first : first + _PER_PAGE])
        ]
        if pages > 1:
            rows = [*rows, [(kata(words.BERIKUTNYA), to("phal", (page + 1) % pages))]]
        if said.isian:
            rows = [*rows, [(kata(words.LANJUT), to("pcatat"))]]
        rows = [*rows, [(kata(words.TIDAK_JADI), to("pbatal"))]]
        await self._draw(turn, case, kata(words.PILIH, nomor=case.nomor), rows, anew=anew)

    async def _ask_note(self, turn: Turn, case: Permohonan, said: Sanggahan) -> None:
        held(await self._alat.cases.draw_up(case, replace(said, menulis=True)))
        labels = {one.path: one.label for one in self._fields(case)}
        named = [labels.get(path) or kata(label) for path, label in said.isian.items()]
        text = kata(words.TULIS, nomor=case.nomor, daftar=bullets(named))
        rows: Rows = [[(kata(words.TIDAK_JADI), _Arah.of(case).to("pbatal"))]]
        card = await self._draw(turn, case, text, rows)
        before = await talks.question(case.warga)
        await talks.set_question(case.warga, card.id)
        if before is not None and before.id != card.id:
            await turn.strip(before)

    async def _draw(
        self, turn: Turn, case: Permohonan, text: str, rows: Rows, *, anew: bool = False
    ) -> Kartu:
        held_ = Kartu.filter(permohonan_id=case.id, jenis=SANGGAHAN, aktif=True)
        card = None if anew else await held_.order_by("-id").first()
        if card is not None:
            await turn.redraw(card, text, rows)
            return card
        await cards.strip(turn, case, SANGGAHAN)
        chat_id = self._alat.cases.book.chat(case)
        card = await turn.new_card(SANGGAHAN, chat_id, case_id=case.id)
        await turn.say(chat_id, text, rows, card=card, subject=case.id)
        return card

    def _fields(self, case: Permohonan) -> list[Pertanyaan]:
        """Give the fields that may be named: what was asked, but for the papers."""
        plan, draft = spoken(self._alat.service(case).rencana), self._alat.draft(case)
        sent = {one.path for one in papers(plan, draft)}
        return [one for one in questions(plan, draft) if one.path not in sent]

    async def _find(self, turn: Turn, chat_id: int, aim: _Arah) -> Permohonan | None:
        for case in await self._alat.cases.shown_to(turn.mint.ruang(chat_id)):
            if (short(case.id), case.pratinjau_kali) == (aim.ref, aim.kali):
                return case
        return None

    async def _go_on(self, turn: Turn, chat_id: int) -> None:
        """Ask again what the proof came in between."""
        draft = await self._commands.current(chat_id)
        if draft is not None:
            await self._commands.go_on(turn, chat_id, draft)


async def tell_objected(alat: Alat, turn: Turn, case: Permohonan) -> None:
    """Say that a case went back to the officers; what could be pressed about it goes."""
    await cards.strip(turn, case, PRATINJAU, SANGGAHAN)
    due = alat.kantor.kalimat_waktu(case.batas_at or alat.now())
    text = kata(words.DITERUSKAN, nomor=case.nomor, batas=due)
    await turn.say(alat.cases.book.chat(case), text, subject=case.id)
    await board.redraw(alat, turn, case.id)


def _is_cancel(note: str) -> bool:
    typed = note.casefold().strip(" .!")
    return any(
        typed in (said.casefold(), kata(said).casefold())
        for said in (words.TIDAK_JADI, words.BATAL)
    )


def _label(label: str, *, ticked: bool) -> str:
    text = kata(words.TERPILIH, label=label) if ticked else label
    return text if len(text) <= _LABEL else text[: _LABEL - 1] + "…"
