"""Writes letters and puts them into the outbox; the bytes are fixed here, for every repeat."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from core.settings import Mail
from delivery.bukti_tiba import letter_key
from delivery.kode_email import MASA_BERLAKU
from delivery.kop import Kop
from delivery.laci import Surat, put_letter
from delivery.letter import Amplop, PenulisSurat
from delivery.verp import Verp
from vault import Sealer


class Letters:
    """The desk where letters are written. With `verp` they come back to a mailbox of their own."""

    def __init__(
        self,
        kop: Kop,
        setelan: Mail,
        sealer: Sealer,
        *,
        digest: Callable[[str], str],
        verp: Verp | None = None,
    ) -> None:
        self._writer = PenulisSurat(kop)
        self._setelan = setelan
        self._sealer = sealer
        self._digest = digest
        self._sender = verp.sender if verp else None
        self._name = setelan.nama or kop.nama_dinas

    async def put_link(
        self,
        *,
        dokumen_id: UUID,
        produk_id: UUID,
        kepada: str,
        dokumen: str,
        url: str,
        berlaku_sampai: datetime,
        now: datetime,
        kali: int = 1,
    ) -> None:
        """Put down the letter with a link, in the caller's unit of work.

        `dokumen` is what the document is called. `kali` counts the letters, if earlier ones were
        lost. All have the same Message-ID.
        """
        envelope = self._envelope(f"tautan-{dokumen_id}", kepada, now)
        mime = self._writer.link(envelope, dokumen=dokumen, url=url, berlaku_sampai=berlaku_sampai)
        surat = Surat(dari=self._setelan.dari, kepada=kepada, mime=mime)
        kunci = letter_key(dokumen_id, kali)
        await self._put(surat, lane="surat", kunci=kunci, subjek=produk_id, now=now)

    async def put_code(
        self, *, kunci: str, kepada: str, kode: str, subjek: UUID, now: datetime
    ) -> None:
        """Put down the letter with a code, in the caller's unit of work."""
        mime = self._writer.code(self._envelope(kunci.replace(":", "-"), kepada, now), kode=kode)
        # A code that arrives when it is dead helps nobody; it holds back no other letter either.
        surat = Surat(self._setelan.dari, kepada, mime, sampai=now + MASA_BERLAKU)
        await self._put(surat, lane="kode", kunci=kunci, subjek=subjek, now=now)

    def _envelope(self, name: str, kepada: str, now: datetime) -> Amplop:
        domain = self._setelan.dari.partition("@")[2]
        return Amplop(
            dari=self._setelan.dari,
            nama=self._name,
            kepada=kepada,
            message_id=f"{name}@{domain}",
            tanggal=now,
            pembatas=f"=_{self._digest(name)[:32]}",
        )

    async def _put(
        self, surat: Surat, *, lane: str, kunci: str, subjek: UUID, now: datetime
    ) -> None:
        address = self._digest(f"alamat|{surat.kepada.lower()}")[:40]
        await put_letter(
            self._sealer,
            surat,
            kunci=kunci,
            jalur=f"{lane}:{address}",
            subjek=subjek,
            now=now,
            pengirim=self._sender,
        )
