"""Who may press what, on which card. What is not listed does not exist."""

from collections.abc import Mapping
from dataclasses import dataclass

from core.bot.petugas.cards import FORMULIR, GRUP, PERIKSA, PILIH, TERBITKAN, TOLAK
from core.kantor import Peran

_DESK = frozenset({Peran.VERIFIKATOR, Peran.PENYETUJU})
_SIGN = frozenset({Peran.PENYETUJU, Peran.KEPALA})
_COUNTER = frozenset({Peran.LOKET, Peran.VERIFIKATOR, Peran.PENYETUJU})
_ANY = frozenset(Peran)


@dataclass(frozen=True)
class Aturan:
    """What an act asks for."""

    kartu: tuple[str, ...]
    """The kinds of cards that it may be pressed on."""
    peran: frozenset[Peran] = _DESK
    pemegang: bool = True
    """Only for the officer who is examining the case."""
    pribadi: bool = False
    """It goes on in the private chat, which must have been opened."""
    bekas: str = ""
    """How the history calls it once it is done."""


RULES: Mapping[str, Aturan] = {
    # on the group's card
    "take": Aturan((GRUP,), pemegang=False, pribadi=True, bekas="diambil"),
    "rel": Aturan((GRUP,), bekas="dilepas"),
    "ok": Aturan((GRUP,), _SIGN, pribadi=True),
    "fix": Aturan((GRUP,), pribadi=True),
    "rej": Aturan((GRUP,), _SIGN, pribadi=True),
    "ulang": Aturan((GRUP,), pemegang=False),
    "surat": Aturan((GRUP,), pemegang=False),
    "cetak": Aturan((GRUP,), _COUNTER, pemegang=False, pribadi=True),
    "siap": Aturan((GRUP,), _COUNTER, pemegang=False),
    "serah": Aturan((GRUP,), _COUNTER, pemegang=False, pribadi=True),
    "hadir": Aturan((GRUP,), _COUNTER, pemegang=False, bekas="hadir"),
    "absen": Aturan((GRUP,), _COUNTER, pemegang=False, bekas="tidak_datang"),
    # in private
    "chk": Aturan((PERIKSA,)),
    "form": Aturan((PERIKSA,)),
    "pdf": Aturan((PERIKSA,)),
    "pdfx": Aturan((PERIKSA,)),
    "isi": Aturan((FORMULIR,)),
    "f": Aturan((PILIH,)),
    "hal": Aturan((PILIH,)),
    "a": Aturan((PILIH,)),
    "kirim": Aturan((PILIH,), bekas="dikembalikan"),
    "r": Aturan((PILIH,), _SIGN),
    "ya": Aturan((TERBITKAN,), _SIGN, bekas="disetujui"),
    "yatolak": Aturan((TOLAK,), _SIGN, bekas="ditolak"),
    "tidak": Aturan((PILIH, TERBITKAN, TOLAK), _ANY, pemegang=False),
}
