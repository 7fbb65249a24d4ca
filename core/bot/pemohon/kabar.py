"""The command /kabar: which reminders a citizen gets, switched by button or by number."""

from core.bahasa import kata
from core.bot import talks, words_kabar
from core.bot.callback import TombolMenu
from core.bot.kabar import Kabar, switch, unwanted
from core.bot.keyboard import Rows
from core.bot.models import Kartu
from core.bot.turn import Turn

AKSI = "kabar"
KABAR = "kabar"  # the kind of card: it leaves the question of a draft alone
_KINDS = tuple(Kabar)
_ON, _OFF = "1", "0"


async def show(turn: Turn, chat_id: int, argument: str = "") -> None:
    """Say what is on and off, as a new message; a number turns its notice over first."""
    await talks.meet(turn.mint, chat_id)
    ruang = turn.mint.ruang(chat_id)
    if argument in {str(nomor) for nomor, _ in enumerate(_KINDS, 1)}:
        kind = _KINDS[int(argument) - 1]
        await switch(turn.mint, chat_id, kind, on=kind in await unwanted(ruang))
    for old in await Kartu.filter(ruang=ruang, jenis=KABAR, aktif=True):
        await turn.strip(old)
    card = await turn.new_card(KABAR, chat_id, case_id=None)
    text, rows = await _drawn(ruang)
    await turn.say(chat_id, text, rows, card=card)


async def press(turn: Turn, chat_id: int, argument: str) -> None:
    """Switch what a button says, and draw the list anew in its place."""
    kind, _, state = argument.partition("-")
    if kind in _KINDS and state in (_ON, _OFF):
        await switch(turn.mint, chat_id, Kabar(kind), on=state == _ON)
    ruang = turn.mint.ruang(chat_id)
    card = await Kartu.filter(ruang=ruang, jenis=KABAR, aktif=True).order_by("-id").first()
    if card is not None:
        await turn.redraw(card, *await _drawn(ruang))


async def _drawn(ruang: str) -> tuple[str, Rows]:
    off = await unwanted(ruang)
    lines, rows = [], []
    for nomor, kind in enumerate(_KINDS, 1):
        sentence = kata(words_kabar.KABAR_MATI if kind in off else words_kabar.KABAR_NYALA)
        label = sentence.format(nama=kata(words_kabar.NAMA_KABAR[kind]))
        lines.append(f"{nomor}. {label}")
        rows.append([(label, TombolMenu(AKSI, f"{kind}-{_ON if kind in off else _OFF}"))])
    return kata(words_kabar.PILIH_KABAR, daftar="\n".join(lines)), rows
