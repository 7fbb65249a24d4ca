"""The checklist card of an officer: what he must look at, his form, the official PDF."""

from core.bot.keyboard import Rows
from core.bot.models import Kartu
from core.bot.petugas import cards, words
from core.bot.petugas.cards import To
from core.bot.text import bullets
from core.bot.tools import Alat
from core.bot.turn import Turn
from core.permohonan import Permohonan, Putusan, ticks


async def put(alat: Alat, turn: Turn, officer: int, case: Permohonan) -> None:
    """Send the checklist anew; the one before it counts no more."""
    card, _ = await cards.put(turn, officer, case, cards.PERIKSA)
    text, rows = _draw(alat, case, card)
    await turn.say(officer, text, rows, card=card, subject=case.id)


async def redraw(alat: Alat, turn: Turn, case: Permohonan, card: Kartu) -> None:
    """Draw the checklist anew in its place."""
    fresh = await turn.refresh(card)
    await turn.redraw(fresh, *_draw(alat, case, fresh))


def _draw(alat: Alat, case: Permohonan, card: Kartu) -> tuple[str, Rows]:
    layanan, done, to = alat.service(case).layanan, ticks(case), To(case, card)
    putusan = alat.cases.book.putusan(case)
    rows = []
    for line in layanan.periksa:
        box = words.CENTANG if line.kode in done else words.KOSONG
        star = words.WAJIB if line.wajib else ""
        rows.append([(f"{box} {line.teks}{star}", to("chk", line.kode))])
    if layanan.formulir_petugas is not None:
        rows.append([(words.ISI_FORMULIR, to("form"))])
    rows.append([(words.LEPAS_PDF, to("pdfx")) if putusan.resmi else (words.LAMPIRKAN, to("pdf"))])
    # Telegram cuts a long label; the whole line stands in the message.
    lines = bullets([f"{line.teks}{words.WAJIB * line.wajib}" for line in layanan.periksa])
    text = words.PERIKSA.format(nomor=case.nomor, daftar=lines, keadaan=_added(putusan))
    return text, rows


def _added(putusan: Putusan) -> str:
    """Say what the officer has added to the case so far."""
    form = words.FORMULIR_TERISI if putusan.petugas else ""
    return form + (words.RESMI_TERLAMPIR if putusan.resmi else "")
