"""The drawer of the mail room: letters as they lie in the outbox, sealed and complete."""

import base64
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from core.store import JenisKeluar, KeadaanKeluar, Keluar, new_id, outbox
from core.store.models import Outbox
from vault import Sealer, VaultError

Sender = Callable[[UUID], str]


class LetterUnreadable(ValueError):
    """What lies in the outbox is not a letter of ours any more."""


@dataclass(frozen=True)
class Surat:
    """A letter: the complete bytes, so that a repeat is identical."""

    dari: str
    kepada: str
    mime: bytes
    sampai: datetime | None = None
    """From this instant on the letter is worth nothing and is not sent any more."""


@dataclass(frozen=True)
class SuratTersimpan(Surat):
    """A letter in the drawer, and since when it lies there."""

    sejak: datetime = field(kw_only=True)

    def is_dead(self, now: datetime) -> bool:
        """Tell whether the letter is worth nothing any more."""
        return self.sampai is not None and now >= self.sampai


async def put_letter(
    sealer: Sealer,
    surat: Surat,
    *,
    kunci: str,
    jalur: str,
    subjek: UUID | None,
    now: datetime,
    pengirim: Sender | None = None,
) -> None:
    """Put a letter down in the caller's unit of work; the same key is put down once.

    `pengirim` makes an envelope sender out of the letter's id; without it that is `surat.dari`.
    """
    letter_id = new_id()
    body = json.dumps(
        {
            "dari": pengirim(letter_id) if pengirim else surat.dari,
            "kepada": surat.kepada,
            "mime": base64.b64encode(surat.mime).decode("ascii"),
            "sampai": surat.sampai.isoformat() if surat.sampai else None,
            "sejak": now.isoformat(),
        }
    )
    await outbox.put(
        Keluar(
            id=letter_id,
            jenis=JenisKeluar.EMAIL,
            jalur=jalur,
            kunci=kunci,
            muatan=sealer.seal(body, table="outbox", column="muatan", row=letter_id),
            mulai_at=now,
            subjek=subjek,
        )
    )


def open_letter(sealer: Sealer, row: Outbox) -> SuratTersimpan:
    """Open a letter that waits, or raise LetterUnreadable."""
    if row.muatan is None:
        raise LetterUnreadable(f"outbox {row.id} waits without a letter")
    try:
        sealed = bytes(row.muatan)
        body = json.loads(sealer.open_text(sealed, table="outbox", column="muatan", row=row.id))
        mime = base64.b64decode(body["mime"])
        sampai = datetime.fromisoformat(body["sampai"]) if body["sampai"] else None
        since = datetime.fromisoformat(body["sejak"]) if "sejak" in body else row.mulai_at
        return SuratTersimpan(body["dari"], body["kepada"], mime, sampai, sejak=since)
    except (VaultError, ValueError, KeyError, TypeError) as cause:
        raise LetterUnreadable(f"outbox {row.id} does not open") from cause


async def hold(row: Outbox, *, until: datetime, sebab: str) -> None:
    """Let a letter wait where it is, without counting a try against it."""
    state = row.keadaan if row.keadaan == KeadaanKeluar.RAGU else KeadaanKeluar.ANTRE.value
    await Outbox.filter(id=row.id, keadaan=row.keadaan).update(
        keadaan=state, mulai_at=until, sebab=sebab
    )
