"""Proves an e-mail address: mails six digits, judges what is typed, keeps only keyed digests."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol
from uuid import UUID

from core.bahasa import kata
from core.bot import words
from core.bot.models import KodeSurel
from core.bot.turn import Act, Turn, nothing
from core.store import new_id
from delivery.address import Alamat, AlamatDitolak, check_address
from delivery.kode_email import (
    KODE_SALAH,
    SEHARI,
    Cocok,
    KeadaanKode,
    TungguKirim,
    code_hash,
    judge,
    may_send,
    read_code,
)
from vault import new_email_code

_PURPOSE = "pengajuan"
_KEEP = timedelta(days=2)


@dataclass(frozen=True)
class Putusan:
    """The verdict on a wish or a code, the sentence for the citizen, and what must be written."""

    baik: bool
    kalimat: str
    act: Act = nothing


class LetterBox(Protocol):
    """Puts down the letter with a code, in the caller's unit of work."""

    async def put_code(
        self, *, kunci: str, kepada: str, kode: str, subjek: UUID, now: datetime
    ) -> None:
        """Write and put down the letter; `subjek` is the case that waits for it."""


class EmailCodes:
    """Sends and judges codes."""

    def __init__(
        self,
        *,
        k_otp: bytes,
        digest: Callable[[str], str],
        letters: LetterBox,
        now: Callable[[], datetime],
        make: Callable[[], str] = new_email_code,
    ) -> None:
        self._k_otp = k_otp
        self._digest = digest
        self._letters = letters
        self._now = now
        self._make = make

    async def request(self, chat_id: int, case_id: UUID, typed: str) -> Putusan:
        """Send a code to an address, if it is one and not too many were sent."""
        found = check_address(typed)
        if isinstance(found, AlamatDitolak):
            return Putusan(False, kata(found.kalimat))
        ruang, ref, now = self._digest(f"chat|{chat_id}"), self._ref(found.alamat), self._now()
        for sent in (await self._times(ruang=ruang), await self._times(alamat=ref)):
            verdict = may_send(sent, now=now)
            if isinstance(verdict, TungguKirim):
                return Putusan(False, kata(verdict.kalimat))
        code, row_id = self._make(), new_id()

        async def act(turn: Turn) -> None:
            await KodeSurel.create(
                id=row_id,
                ruang=ruang,
                alamat=ref,
                sidik=self._hash(chat_id, case_id, found.alamat, code),
                dikirim_at=now,
            )
            await KodeSurel.filter(dikirim_at__lt=now - _KEEP).delete()
            await self._letters.put_code(
                kunci=f"kode:{row_id}",
                kepada=found.alamat,
                kode=code,
                subjek=case_id,
                now=now,
            )

        return Putusan(True, kata(words.KODE_DIKIRIM, alamat=found.samar), act)

    async def judge(self, chat_id: int, case_id: UUID, alamat: str, typed: str) -> Putusan:
        """Judge typed digits; the answer tells wrong, expired and foreign codes alike."""
        row = (
            await KodeSurel.filter(ruang=self._digest(f"chat|{chat_id}"), alamat=self._ref(alamat))
            .order_by("-id")
            .first()
        )
        code = read_code(typed)
        if row is None or code is None:
            return Putusan(False, kata(KODE_SALAH))
        state = KeadaanKode(row.sidik, row.dikirim_at, row.percobaan, row.terpakai)
        verdict = judge(state, sidik=self._hash(chat_id, case_id, alamat, code), now=self._now())
        after = verdict.keadaan or state

        async def act(turn: Turn) -> None:
            await KodeSurel.filter(id=row.id).update(
                percobaan=after.percobaan, terpakai=after.terpakai
            )

        good = isinstance(verdict, Cocok)
        return Putusan(good, "" if good else kata(KODE_SALAH), act)

    def masked(self, alamat: str) -> str:
        """Return an address as it may be shown later."""
        found = check_address(alamat)
        return found.samar if isinstance(found, Alamat) else "•••"

    async def _times(self, **by: str) -> tuple[datetime, ...]:
        rows = await KodeSurel.filter(dikirim_at__gt=self._now() - SEHARI, **by)
        return tuple(row.dikirim_at for row in rows)

    def _ref(self, alamat: str) -> str:
        return self._digest(f"alamat|{alamat.strip().lower()}")

    def _hash(self, chat_id: int, case_id: UUID, alamat: str, code: str) -> str:
        return code_hash(
            self._k_otp,
            chat=f"{chat_id}|{case_id}",
            alamat=alamat,
            keperluan=_PURPOSE,
            kode=code,
        )
