"""Lets a press through, or says why not. Data is an address, never an authority (DIALOG.md).

What counts: the message it was sent on, the roster now, the role, the card as last drawn, the
holder of the case. Each failure changes nothing.
"""

from dataclasses import dataclass
from datetime import timedelta

from telegram import CallbackQuery, Message

from core.bot import migration, talks
from core.bot.callback import TombolPetugas, short
from core.bot.models import Kartu
from core.bot.petugas import late, words
from core.bot.petugas.cards import GRUP, TERBITKAN, TOLAK
from core.bot.petugas.rules import RULES, Aturan
from core.bot.tools import Alat
from core.kantor import Petugas
from core.permohonan import Permohonan, StatusPermohonan

CONFIRM_WITHIN = timedelta(minutes=2)
_RECENT = 500  # cards of a chat among which a copy's case is looked for


@dataclass(frozen=True)
class Admitted:
    """A press that counts: who pressed which button, on which card of which case.

    `twin`: it was made on a copy of the card whose message id we never learned.
    """

    query_id: str
    petugas: Petugas
    card: Kartu
    case: Permohonan
    arg: str
    twin: Message | None = None


@dataclass(frozen=True)
class Refused:
    """A press that does not count: the toast, the card that is out of date, who had no right."""

    kalimat: str
    card: Kartu | None = None
    url: str = ""
    intruder: bool = False
    copy: Message | None = None
    """A message of ours that is nobody's card (any more): it is to be marked as old."""


async def admit(alat: Alat, query: CallbackQuery, button: TombolPetugas) -> Admitted | Refused:
    """Judge a press of an officer's button."""
    petugas, rule = alat.kantor.petugas(query.from_user.id), RULES.get(button.aksi)
    message = query.message
    if petugas is None or rule is None or message is None:
        return Refused(words.TIDAK_DIIZINKAN, intruder=True)
    card = await talks.card_at(alat.mint, message.chat.id, message.message_id)
    unknown = card is None
    card = card or await talks.twin_of(alat.mint, message.chat.id, button.nonce)
    if card is None and await _was_ours(alat, rule, button, petugas, message.chat.id):
        copy = message if isinstance(message, Message) else None
        return Refused(words.KARTU_BERUBAH, copy=copy)
    if card is None or not await _belongs(alat, card, rule, button, petugas, message.chat.id):
        return Refused(words.TIDAK_DIIZINKAN, card=card, intruder=True)
    case = await alat.cases.find(card.permohonan_id) if card.permohonan_id else None
    if case is None:
        return Refused(words.KARTU_BERUBAH)
    if not card.aktif or (card.revisi, card.nonce) != (button.rev, button.nonce):
        return Refused(await late.sentence(alat, case, petugas, rule), card=card)
    refusal = _may(alat, petugas, case, rule) or _in_time(alat, card, case, button.aksi)
    if refusal is not None:
        return refusal
    if rule.pribadi and not await talks.known(alat.mint, petugas.id):
        return Refused(words.MULAI_DULU, url=f"https://t.me/{alat.username()}?start=petugas")
    twin = message if unknown and isinstance(message, Message) else None
    return Admitted(query.id, petugas, card, case, button.arg, twin)


async def _was_ours(
    alat: Alat, rule: Aturan, button: TombolPetugas, petugas: Petugas, chat_id: int
) -> bool:
    """Tell whether an unknown message is a copy that was left behind: its case has a card here.

    A card stands there twice if we died before we knew of the first; once the other one has been
    drawn anew, nothing leads from this copy to it.
    """
    rooms = await migration.rooms(alat.mint, chat_id)
    cards = Kartu.filter(ruang__in=rooms, jenis__in=list(rule.kartu)).order_by("-id")
    for card in await cards.limit(_RECENT):
        drawn_since = button.rev < card.revisi
        if drawn_since and await _belongs(alat, card, rule, button, petugas, chat_id):
            return True
    return False


async def _belongs(
    alat: Alat, card: Kartu, rule: Aturan, button: TombolPetugas, petugas: Petugas, chat_id: int
) -> bool:
    """Tell whether this act can stand on this card, and the card in this chat."""
    home = petugas.id
    if card.jenis == GRUP:
        home = await migration.address(alat.mint, alat.admin_chat)
    same = card.permohonan_id is not None and short(card.permohonan_id) == button.kasus
    return same and chat_id == home and card.jenis in rule.kartu


def _may(alat: Alat, petugas: Petugas, case: Permohonan, rule: Aturan) -> Refused | None:
    if not any(petugas.berperan(role) for role in rule.peran):
        return Refused(words.BUKAN_PERAN.format(peran=" / ".join(sorted(rule.peran))))
    if alat.mint.ruang(petugas.id) == case.warga:
        return Refused(words.PERMOHONAN_SENDIRI)
    if not alat.is_ready(case):
        return Refused(words.LAYANAN_HILANG)
    if not rule.pemegang:
        return None
    if case.status != StatusPermohonan.DIPERIKSA:
        return Refused(words.SUDAH_BERUBAH.format(keadaan=case.status))
    if case.petugas != petugas.id:
        return Refused(words.SEDANG_DITANGANI.format(siapa=late.holder(alat, case)))
    return None


def _in_time(alat: Alat, card: Kartu, case: Permohonan, act: str) -> Refused | None:
    """A confirmation counts for two minutes, and for the case as it was when it was asked."""
    if card.jenis not in (TERBITKAN, TOLAK) or act == "tidak":
        return None
    if alat.now() - card.dibuat_at > CONFIRM_WITHIN:
        return Refused(words.TEGAS_LEWAT, card=card)
    if card.revisi != case.revisi:
        return Refused(words.TEGAS_BERUBAH, card=card)
    return None
