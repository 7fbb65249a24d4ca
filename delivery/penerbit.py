"""Issues one document: prepares its secrets once, stores the signed file once, publishes one link.

Every verb may be repeated after a crash and then gives what it gave before. Lives in ``kerja``."""

import hashlib
import json
import re
from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from core.store import new_id, unit_of_work
from delivery.lemari import Lemari, Tersimpan
from delivery.loket import KodeLoketTerbit, PencetakKode
from delivery.models import Dokumen, StatusDokumen, StatusTautan, Tautan
from delivery.terbitan import (
    CalonTautan,
    KataSandiAktif,
    KataSandiTiada,
    NotReady,
    Persiapan,
    TautanTerbit,
)
from vault import (
    Blobs,
    KunciKerja,
    LinkWrap,
    Sealer,
    Stretcher,
    new_document_key,
    new_password,
    new_salt,
    new_token,
    normalise_password,
    open_from_archive,
    seal_for_archive,
    token_hash,
)

_NAMA_BERKAS = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,79}")


class Penerbit:
    """Issues documents and their links."""

    def __init__(
        self,
        kunci: KunciKerja,
        blobs: Blobs,
        stretcher: Stretcher,
        now: Callable[[], datetime],
        *,
        base_url: str,
        hari_berlaku: int = 14,
    ) -> None:
        self._kunci = kunci
        self._lemari = Lemari(blobs)
        self._stretcher = stretcher
        self._now = now
        self._base_url = base_url.rstrip("/")
        self._masa = timedelta(days=hari_berlaku)
        self._sealer = Sealer(kunci.k_app)
        self._loket = PencetakKode(k_web=kunci.k_web, stretcher=stretcher, now=now)

    @unit_of_work
    async def prepare(self, dokumen_id: UUID, *, jenis: str, nama_berkas: str) -> None:
        """Fix the document's key, token and password. Whoever comes second changes nothing."""
        if not _NAMA_BERKAS.fullmatch(nama_berkas):
            raise ValueError("a file is named with letters, digits, '-' and '_', without '.pdf'")
        row = Dokumen(
            id=dokumen_id,
            jenis=jenis,
            nama_berkas=nama_berkas,
            verifikasi_hash=token_hash(self._verification_code(dokumen_id)).hex(),
            disiapkan_at=self._now(),
        )
        await Dokumen.bulk_create([row], ignore_conflicts=True)
        key = seal_for_archive(self._kunci.arsip_pk, new_document_key(), document=dokumen_id)
        secrets = json.dumps([new_token(), new_password()])
        await Dokumen.filter(id=dokumen_id, kunci_arsip__isnull=True).update(
            kunci_arsip=key,
            persiapan=self._sealer.seal(
                secrets, table="dokumen", column="persiapan", row=dokumen_id
            ),
        )

    def verification_url(self, dokumen_id: UUID) -> str:
        """Return the address in the QR on the page. Its code is public: it opens nothing."""
        return f"{self._base_url}/v/{self._verification_code(dokumen_id)}"

    async def put_draft(self, dokumen_id: UUID, pdf: bytes) -> None:
        """Keep a page that is rendered and not yet signed, for a restart."""
        await self._lemari.put_draft(dokumen_id, self._key(await self._row(dokumen_id)), pdf)

    async def draft(self, dokumen_id: UUID) -> bytes | None:
        """Return the page that was kept, or None when there is none to go on with."""
        return await self._lemari.draft(dokumen_id, self._key(await self._row(dokumen_id)))

    async def is_stored(self, dokumen_id: UUID) -> bool:
        """Tell whether the signed file is stored, so that nothing is left to draw or to sign."""
        return (await self._row(dokumen_id)).sha256 is not None

    async def store(self, dokumen_id: UUID, signed: bytes, *, resmi: bool = False) -> Tersimpan:
        """Store the signed file. The first one stored is the document, whatever is given later."""
        row = await self._row(dokumen_id)
        if row.sha256 is None:
            stored = await self._lemari.put(dokumen_id, self._key(row), signed)
            await self._mark_stored(dokumen_id, stored, resmi=resmi)
            row = await self._row(dokumen_id)
        await self._lemari.drop_draft(dokumen_id)
        return Tersimpan(sha256=row.sha256 or "", ukuran=row.ukuran or 0)

    async def derive_link(self, dokumen_id: UUID) -> CalonTautan:
        """Work out the link's wrap (slow: Argon2) and prove that it opens the stored file."""
        row = await self._row(dokumen_id)
        secrets = self._secrets(row)
        link, salt = new_id(), new_salt()
        symbols = normalise_password(secrets.kata_sandi) or ""
        stretched = await self._stretcher.stretch(symbols, salt)
        wrap = LinkWrap(link=link, document=dokumen_id, salt=salt)
        closed = wrap.close(self._key(row), token=secrets.token, stretched=stretched)
        opened = wrap.open(closed, token=secrets.token, stretched=stretched)
        pdf = await self._lemari.get(dokumen_id, opened)
        if hashlib.sha256(pdf).hexdigest() != row.sha256:
            raise NotReady(f"dokumen {dokumen_id} is not stored as it was recorded")
        return CalonTautan(dokumen_id, link, salt, closed)

    @unit_of_work
    async def publish(self, calon: CalonTautan) -> TautanTerbit:
        """Make the link valid. Fast, so that it joins the unit of work that writes the mail and
        the message; a repeat gives the link that is already there."""
        row = await self._row(calon.dokumen_id)
        secrets = self._secrets(row)
        now = self._now()
        tautan = Tautan(
            id=calon.id,
            dokumen_id=row.id,
            generasi=1,
            token_hash=token_hash(secrets.token).hex(),
            garam=calon.garam,
            bungkus=calon.bungkus,
            berlaku_sampai=now + self._masa,
            terbit_at=now,
        )
        await Tautan.bulk_create([tautan], ignore_conflicts=True)
        await Dokumen.filter(id=row.id, status=StatusDokumen.TERSIMPAN.value).update(
            status=StatusDokumen.TERBIT.value
        )
        winner = await Tautan.get(dokumen_id=row.id, generasi=1)
        return TautanTerbit(self._url(secrets), secrets.kata_sandi, winner.berlaku_sampai)

    async def kata_sandi(self, dokumen_id: UUID) -> KataSandiAktif | KataSandiTiada:
        """Return the password again, as long as its link is open."""
        found = await self._open_link(dokumen_id)
        if found is None:
            return KataSandiTiada()
        secrets, sampai = found
        return KataSandiAktif(secrets.kata_sandi, sampai)

    async def unsent_link(self, dokumen_id: UUID) -> TautanTerbit | None:
        """Return the open link again, as long as no letter with it was accepted."""
        found = await self._open_link(dokumen_id)
        if found is None or not found[0].token:
            return None
        secrets, sampai = found
        return TautanTerbit(self._url(secrets), secrets.kata_sandi, sampai)

    async def _open_link(self, dokumen_id: UUID) -> tuple[Persiapan, datetime] | None:
        row = await Dokumen.get_or_none(id=dokumen_id)
        tautan = await Tautan.get_or_none(
            dokumen_id=dokumen_id, status=StatusTautan.AKTIF.value, berlaku_sampai__gt=self._now()
        )
        if row is None or row.persiapan is None or tautan is None:
            return None
        return self._secrets(row), tautan.berlaku_sampai

    def _url(self, secrets: Persiapan) -> str:
        return f"{self._base_url}/d/{secrets.token}"

    async def mint_loket(self, dokumen_id: UUID) -> KodeLoketTerbit:
        """Make a code with which the office prints this document once, within 15 minutes."""
        row = await self._row(dokumen_id)
        if row.sha256 is None:
            raise NotReady(f"dokumen {dokumen_id} is not stored yet")
        kode, sampai = await self._loket.mint(dokumen_id, self._key(row))
        return KodeLoketTerbit(f"{self._base_url}/loket", kode, sampai)

    async def open_archive(self, dokumen_id: UUID) -> bytes:
        """Return the signed file, opened with the archive's private key."""
        return await self._lemari.get(dokumen_id, self._key(await self._row(dokumen_id)))

    @unit_of_work
    async def forget_token(self, dokumen_id: UUID) -> None:
        """Once the letter is accepted only its hash is kept; the password may be shown on."""
        row = await self._row(dokumen_id)
        if row.persiapan is None:
            return
        kept = json.dumps(["", self._secrets(row).kata_sandi])
        await Dokumen.filter(id=dokumen_id).update(
            persiapan=self._sealer.seal(kept, table="dokumen", column="persiapan", row=dokumen_id)
        )

    @unit_of_work
    async def erase_preparation(self, dokumen_id: UUID) -> None:
        """Forget token and password; the document stays in the archive."""
        await Dokumen.filter(id=dokumen_id).update(persiapan=None)

    @unit_of_work
    async def _mark_stored(self, dokumen_id: UUID, stored: Tersimpan, *, resmi: bool) -> None:
        await Dokumen.filter(id=dokumen_id, sha256__isnull=True).update(
            sha256=stored.sha256,
            ukuran=stored.ukuran,
            status=StatusDokumen.TERSIMPAN.value,
            resmi=resmi,
            disimpan_at=self._now(),
        )

    def _verification_code(self, dokumen_id: UUID) -> str:
        """Derive the code on paper from the document's id: nothing more has to be kept."""

        def derived(length: int) -> bytes:
            info = b"verifikasi/v1|" + dokumen_id.bytes
            return HKDF(SHA256(), length, salt=None, info=info).derive(self._kunci.k_app)

        return new_token(derived)

    async def _row(self, dokumen_id: UUID) -> Dokumen:
        row = await Dokumen.get_or_none(id=dokumen_id)
        if row is None or row.kunci_arsip is None:
            raise NotReady(f"dokumen {dokumen_id} is not prepared")
        return row

    def _key(self, row: Dokumen) -> bytes:
        return open_from_archive(self._kunci.arsip_sk, row.kunci_arsip or b"", document=row.id)

    def _secrets(self, row: Dokumen) -> Persiapan:
        if row.persiapan is None:
            raise NotReady(f"the prepared secrets of dokumen {row.id} are erased")
        sealed = self._sealer.open_text(
            row.persiapan, table="dokumen", column="persiapan", row=row.id
        )
        token, kata_sandi = json.loads(sealed)
        return Persiapan(token, kata_sandi)
