"""The applicant's look at the document before it is signed: asked for, shown, answered or passed.

Exactly one of confirm, object and lapse wins: each is a compare-and-set on the case. Issuing
begins when `is_held` is false, and from then on none of them is a road any more.
"""

from datetime import datetime
from enum import StrEnum

from core.permohonan.book import Sanggahan
from core.permohonan.changes import Changes, Kalah
from core.permohonan.models import Permohonan
from core.permohonan.pelaku import SISTEM, WARGA
from core.permohonan.status import StatusPermohonan
from core.store import unit_of_work

MOST_TIMES = 2
"""How often one case is shown to its applicant: at the third approval it goes on without."""


class KeadaanPratinjau(StrEnum):
    """Where the applicant's look at an approved document stands."""

    TIADA = ""
    DIMINTA = "diminta"
    """Approved; it is still to be drawn and sent."""
    DITUNGGU = "ditunggu"
    """Sent; his word is waited for."""
    DISANGGAH = "disanggah"
    """He says that something is wrong and is naming it."""
    BENAR = "benar"
    KELIRU = "keliru"
    LEWAT = "lewat"
    GAGAL = "gagal"
    """It could not be drawn: issuing goes on without."""


K = KeadaanPratinjau
HELD = frozenset({K.DIMINTA, K.DITUNGGU, K.DISANGGAH})
ANSWERABLE = frozenset({K.DITUNGGU, K.DISANGGAH})


def is_due(row: Permohonan, *, jam: int, resmi: bool) -> bool:
    """Tell whether an approval lets the applicant look first.

    `jam`: the office's setting, 0 is off. `resmi`: an official PDF is attached; nothing is drawn.
    """
    return jam > 0 and not resmi and row.pratinjau_kali < MOST_TIMES


def is_held(row: Permohonan) -> bool:
    """Tell whether an approved case still waits for its applicant's look."""
    return row.pratinjau in HELD


class Proofing(Changes):
    """What happens between approval and issuing, if the applicant may look first."""

    async def shown_to(self, warga: str) -> list[Permohonan]:
        """Return the cases of a citizen whose word is waited for, newest first."""
        waits = Permohonan.filter(
            warga=warga,
            status=StatusPermohonan.DISETUJUI.value,
            pratinjau__in=[one.value for one in ANSWERABLE],
        )
        return await waits.order_by("-id")

    @unit_of_work
    async def show_proof(self, row: Permohonan, *, batas_at: datetime) -> Permohonan | Kalah:
        """Note that the pages lie in the outbox, and until when his word is waited for."""
        if row.pratinjau != K.DIMINTA:
            return await self._lost(row)
        return await self._turn(
            row,
            K.DITUNGGU,
            "pratinjau_dikirim",
            SISTEM,
            pratinjau_kali=row.pratinjau_kali + 1,
            pratinjau_batas_at=batas_at,
        )

    @unit_of_work
    async def skip_proof(self, row: Permohonan) -> Permohonan | Kalah:
        """Go on without: the pages cannot be drawn for the applicant."""
        if row.pratinjau != K.DIMINTA:
            return await self._lost(row)
        return await self._turn(row, K.GAGAL, "pratinjau_gagal", SISTEM)

    @unit_of_work
    async def confirm(self, row: Permohonan) -> Permohonan | Kalah:
        """The applicant says that all is right."""
        if row.pratinjau not in ANSWERABLE:
            return await self._lost(row)
        return await self._turn(row, K.BENAR, "pratinjau_benar", WARGA)

    @unit_of_work
    async def draw_up(self, row: Permohonan, sanggahan: Sanggahan) -> Permohonan | Kalah:
        """Keep what the applicant has named so far. Like a draft it is his own: no history."""
        if row.pratinjau not in ANSWERABLE:
            return await self._lost(row)
        sealed = self.book.seal_sanggahan(row.id, sanggahan)
        return await self._keep(row, K.DISANGGAH, sanggahan=sealed)

    @unit_of_work
    async def take_back(self, row: Permohonan) -> Permohonan | Kalah:
        """The applicant names nothing after all: his word is waited for as before."""
        if row.pratinjau != K.DISANGGAH:
            return await self._lost(row)
        return await self._keep(row, K.DITUNGGU, sanggahan=None)

    @unit_of_work
    async def object_to(
        self, row: Permohonan, sanggahan: Sanggahan, *, batas_at: datetime
    ) -> Permohonan | Kalah:
        """Put the case back into the officers' queue, with what the applicant says is wrong.

        Nothing is changed silently: answers, and what the officer added, stay as they were.
        """
        if row.status != StatusPermohonan.DISETUJUI or row.pratinjau not in ANSWERABLE:
            # The road from DISETUJUI to DIAJUKAN is the applicant's alone.
            return await self._lost(row)
        return await self._move(
            row,
            StatusPermohonan.DIAJUKAN,
            "pratinjau_salah",
            WARGA,
            pratinjau=K.KELIRU.value,
            pratinjau_batas_at=None,
            sanggahan=self.book.seal_sanggahan(row.id, sanggahan),
            petugas=None,
            periksa="",
            diputus_at=None,
            batas_at=batas_at,
        )

    @unit_of_work
    async def lapse(self, row: Permohonan) -> Permohonan | Kalah:
        """Go on without the applicant's word: his hours are over.

        Who was naming what is wrong has spoken: his case is not to go on, see `object_to`.
        """
        due = row.pratinjau_batas_at is not None and row.pratinjau_batas_at <= self._now()
        if row.pratinjau != K.DITUNGGU or not due:
            return await self._lost(row)
        return await self._turn(row, K.LEWAT, "pratinjau_lewat", SISTEM)

    async def _turn(
        self, row: Permohonan, to: KeadaanPratinjau, aksi: str, pelaku: str, **changes: object
    ) -> Permohonan | Kalah:
        """Change where the look stands, and write the history."""
        changed = await self._keep(row, to, **changes)
        if isinstance(changed, Permohonan):
            await self._tell(row, aksi, pelaku, {"revisi": changed.revisi})
        return changed

    async def _keep(
        self, row: Permohonan, to: KeadaanPratinjau, **changes: object
    ) -> Permohonan | Kalah:
        if row.status != StatusPermohonan.DISETUJUI:
            return await self._lost(row)
        return await self._change(row, pratinjau=to.value, **changes)
