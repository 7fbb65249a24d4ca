"""The roads that a case and its products may take. A road that is not listed does not exist."""

from collections.abc import Mapping
from enum import StrEnum


class StatusPermohonan(StrEnum):
    """Where a case stands."""

    DRAF = "draf"
    TERJADWAL = "terjadwal"
    DIAJUKAN = "diajukan"
    DIPERIKSA = "diperiksa"
    PERLU_PERBAIKAN = "perlu_perbaikan"
    DISETUJUI = "disetujui"
    SELESAI = "selesai"
    DITOLAK = "ditolak"
    DIBATALKAN = "dibatalkan"
    KEDALUWARSA = "kedaluwarsa"


class StatusProduk(StrEnum):
    """Where one document or card of a case stands."""

    MENUNGGU = "menunggu"
    TERBIT = "terbit"
    TERKIRIM = "terkirim"
    DIUNDUH = "diunduh"
    SIAP_DICETAK = "siap_dicetak"
    DICETAK = "dicetak"
    DIKIRIM_KURIR = "dikirim_kurir"
    DI_KECAMATAN = "di_kecamatan"
    SIAP_DIAMBIL = "siap_diambil"
    DISERAHKAN = "diserahkan"
    DIGANTI = "diganti"
    DICABUT = "dicabut"


class JalanKeluar(StrEnum):
    """By which way a product reaches the citizen."""

    EMAIL = "email"
    AMBIL = "ambil"


S = StatusPermohonan
P = StatusProduk

NEXT: Mapping[StatusPermohonan, frozenset[StatusPermohonan]] = {
    S.DRAF: frozenset({S.DIAJUKAN, S.TERJADWAL, S.DIBATALKAN, S.KEDALUWARSA}),
    # In person: no examination, no decision and nothing to issue. Who did not come has lapsed.
    S.TERJADWAL: frozenset({S.SELESAI, S.DIBATALKAN, S.KEDALUWARSA}),
    S.DIAJUKAN: frozenset({S.DIPERIKSA, S.DIBATALKAN}),
    # Until it is approved, a case is its citizen's to withdraw.
    S.DIPERIKSA: frozenset({S.DIAJUKAN, S.DISETUJUI, S.PERLU_PERBAIKAN, S.DITOLAK, S.DIBATALKAN}),
    S.PERLU_PERBAIKAN: frozenset({S.DIAJUKAN, S.DIBATALKAN, S.KEDALUWARSA}),
    # Back: while nothing is issued yet, the applicant saw something wrong in what would be.
    S.DISETUJUI: frozenset({S.SELESAI, S.DIAJUKAN}),
}

NEXT_PRODUK: Mapping[StatusProduk, frozenset[StatusProduk]] = {
    P.MENUNGGU: frozenset({P.TERBIT, P.SIAP_DICETAK}),
    P.TERBIT: frozenset({P.TERKIRIM, P.DIUNDUH, P.DICABUT, P.DIGANTI}),
    P.TERKIRIM: frozenset({P.DIUNDUH, P.DICABUT, P.DIGANTI}),
    P.DIUNDUH: frozenset({P.DICABUT, P.DIGANTI}),
    P.SIAP_DICETAK: frozenset({P.DICETAK, P.DICABUT}),
    P.DICETAK: frozenset({P.SIAP_DIAMBIL, P.DICABUT}),
    P.SIAP_DIAMBIL: frozenset({P.DISERAHKAN, P.DICABUT}),
    P.DISERAHKAN: frozenset({P.DICABUT, P.DIGANTI}),
}

# A product that has reached the citizen, or is on a way that needs nothing more of the office.
ARRIVED = frozenset({P.TERKIRIM, P.DIUNDUH, P.DISERAHKAN})

OPEN = (S.TERJADWAL, S.DIAJUKAN, S.DIPERIKSA, S.PERLU_PERBAIKAN, S.DISETUJUI)
EDITABLE = (S.DRAF, S.PERLU_PERBAIKAN)


def allowed(old: StatusPermohonan, new: StatusPermohonan) -> bool:
    """Tell whether a case may go from one status to another."""
    return new in NEXT.get(old, frozenset())


def allowed_produk(old: StatusProduk, new: StatusProduk) -> bool:
    """Tell whether a product may go from one status to another."""
    return new in NEXT_PRODUK.get(old, frozenset())
