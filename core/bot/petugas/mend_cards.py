"""The two cards of Perbaiki: which fields are wrong, and what is wrong with one."""

from collections.abc import Mapping, Sequence

from core.api import Alasan
from core.bot.keyboard import Rows
from core.bot.petugas import cards, words
from core.bot.text import bullets, plain
from core.bot.turn import Turn
from core.dialog import Pertanyaan
from core.permohonan import Permohonan

_PER_PAGE = 8
_LABEL = 60


async def fields(
    turn: Turn,
    case: Permohonan,
    officer: int,
    asked: Sequence[Pertanyaan],
    picked: Mapping[str, str],
    page: int,
) -> None:
    """Show a page of fields, what was picked so far, and the button that sends it."""
    card, to = await cards.put(turn, officer, case, cards.PILIH)
    pages = max(-(-len(asked) // _PER_PAGE), 1)
    first = page % pages * _PER_PAGE
    rows: Rows = [
        [(_tick(one.label) if one.path in picked else _cut(one.label), to("f", str(first + n)))]
        for n, one in enumerate(asked[first : first + _PER_PAGE])
    ]
    if pages > 1:
        rows = [*rows, [(words.BERIKUTNYA, to("hal", str((page + 1) % pages)))]]
    if picked:
        rows = [*rows, [(words.KIRIM_PERBAIKAN, to("kirim"))]]
    rows = [*rows, [(words.TIDAK, to("tidak"))]]
    so_far = words.SEJAUH_INI.format(daftar=bullets(list(picked.values()))) if picked else ""
    text = words.PILIH_ISIAN.format(nomor=case.nomor, sejauh_ini=so_far)
    await turn.say(officer, text, rows, card=card)


async def reasons(
    turn: Turn, case: Permohonan, officer: int, field: Pertanyaan, known: Sequence[Alasan]
) -> None:
    """Show what can be wrong with a field; typed words are a reason as well."""
    card, to = await cards.put(turn, officer, case, cards.PILIH)
    rows: Rows = [
        *([(_sentence(reason.teks, field.label), to("a", reason.kode))] for reason in known),
        [(words.KEMBALI, to("hal", "0"))],
    ]
    await turn.say(officer, words.PILIH_ALASAN.format(label=plain(field.label)), rows, card=card)


def _sentence(pattern: str, label: str) -> str:
    text = pattern.replace("{dok}", label).replace(": {rincian}", " …").replace("{rincian}", "…")
    return _cut(text)


def _tick(label: str) -> str:
    return _cut(f"{words.CENTANG} {label}")


def _cut(text: str) -> str:
    return text if len(text) <= _LABEL else text[: _LABEL - 1] + "…"
