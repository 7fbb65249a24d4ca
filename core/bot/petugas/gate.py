"""Lets a press through, or says why not. Data is an address, never an authority (DIALOG.md).

What counts: the message it was sent on, the roster now, the role, the card as last drawn, the
holder of the case. Each failure changes nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from telegram import CallbackQuery

from core.bot import talks
from core.bot.callback import TombolPetugas, short
from core.bot.models import Kartu
from core.bot.petugas import words
from core.bot.petugas.board import GRUP
from core.bot.tools import Alat
from core.kantor import Peran, Petugas
from core.permohonan import Permohonan, StatusPermohonan

PRIBADI = "petugas"
TEGAS = "tegas"
FORMULIR = "formulir"
PILIH = "pilih"
PRIVATE_CARDS = (PRIBADI, TEGAS, FORMULIR, PILIH)
CONFIRM_WITHIN = timedelta(minutes=2)
_DESK = frozenset({Peran.VERIFIKATOR, Peran.PENYETUJU})
_SIGN = frozenset({Peran.PENYETUJU, Peran.KEPALA})
_COUNTER = frozenset({Peran.LOKET, Peran.VERIFIKATOR, Peran.PENYETUJU})

# Who may press what. What is not listed does not exist.
ROLES: Mapping[str, frozenset[Peran]] = {
    "take": _DESK,
    "rel": _DESK,
    "chk": _DESK,
    "form": _DESK,
    "isi": _DESK,
    "pdf": _DESK,
    "pdfx": _DESK,
    "fix": _DESK,
    "f": _DESK,
    "a": _DESK,
    "hal": _DESK,
    "kirim": _DESK,
    "ok": _SIGN,
    "rej": _SIGN,
    "r": _SIGN,
    "ya": _SIGN,
    "yatolak": _SIGN,
    "tidak": _DESK,
    "cetak": _COUNTER,
    "siap": _COUNTER,
    "serah": _COUNTER,
}
_OPEN_TO_ALL = frozenset({"take", "cetak", "siap", "serah"})


@dataclass(frozen=True)
class Admitted:
    """A press that counts."""

    petugas: Petugas
    card: Kartu
    case: Permohonan


@dataclass(frozen=True)
class Refused:
    """A press that does not count: the toast, and what to tidy up."""

    kalimat: str
    stale: Kartu | None = None
    intruder: bool = False


async def admit(alat: Alat, query: CallbackQuery, button: TombolPetugas) -> Admitted | Refused:
    """Judge a press of an officer's button."""
    message = query.message
    if message is None:
        return Refused(words.KARTU_BERUBAH)
    petugas = alat.kantor.petugas(query.from_user.id)
    if petugas is None:
        return Refused(words.TIDAK_DIIZINKAN, intruder=True)
    card = await talks.card_at(alat.mint, message.chat.id, message.message_id)
    if card is None or card.permohonan_id is None or short(card.permohonan_id) != button.kasus:
        return Refused(words.TIDAK_DIIZINKAN, intruder=True)
    home = alat.admin_chat if card.jenis == GRUP else petugas.id
    if message.chat.id != home:
        return Refused(words.TIDAK_DIIZINKAN, intruder=True)
    if not card.aktif or (card.revisi, card.nonce) != (button.rev, button.nonce):
        return Refused(words.KARTU_BERUBAH, stale=card)
    case = await alat.cases.find(card.permohonan_id)
    if case is None:
        return Refused(words.KARTU_BERUBAH)
    refusal = _may(alat, petugas, case, card, button.aksi)
    return refusal or Admitted(petugas, card, case)


def _may(alat: Alat, petugas: Petugas, case: Permohonan, card: Kartu, act: str) -> Refused | None:
    roles = ROLES.get(act)
    if roles is None:
        return Refused(words.TIDAK_DIIZINKAN, intruder=True)
    if not any(petugas.berperan(role) for role in roles):
        return Refused(words.BUKAN_PERAN.format(peran=" / ".join(sorted(r.value for r in roles))))
    if alat.mint.ruang(petugas.id) == case.warga:
        return Refused(words.PERMOHONAN_SENDIRI)
    if act in _OPEN_TO_ALL:
        return None
    if case.status != StatusPermohonan.DIPERIKSA:
        return Refused(words.SUDAH_BERUBAH.format(keadaan=case.status), stale=card)
    if case.petugas != petugas.id:
        return Refused(words.BUKAN_PEMEGANG.format(siapa=holder(alat, case.petugas)))
    if card.jenis == TEGAS and alat.now() - card.dibuat_at > CONFIRM_WITHIN and act != "tidak":
        return Refused(words.TEGAS_LEWAT, stale=card)
    return None


def holder(alat: Alat, petugas_id: int | None) -> str:
    """Return the name of who holds a case."""
    found = alat.kantor.petugas(petugas_id) if petugas_id is not None else None
    return found.nama if found else "petugas lain"
