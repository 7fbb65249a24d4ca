"""Signs a PDF, and checks its own signature first of all (PAdES B-B, SECURITY.md 14).

Whether a document is official is decided here and nowhere else: by a certificate that leads to a
root which the office configured for production. Anything less is an example, and the page says so.
"""

import asyncio
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Protocol

from cryptography import x509
from pyhanko.keys.internal import (
    translate_pyca_cryptography_cert_to_asn1,
    translate_pyca_cryptography_key_to_asn1,
)
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import signers
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
from pyhanko.sign.general import SigningError
from pyhanko.sign.validation import async_validate_pdf_signature
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.registry import SimpleCertificateStore

from delivery.sertifikat import (
    Sertifikat,
    SertifikatDitolak,
    create_sample_certificate,
    read_certificate,
    read_roots,
)

FIELD = "TandaTanganElektronik"


class SigningFailed(Exception):
    """A PDF could not be signed, or the signature did not stand up to our own look at it."""


class Signer(Protocol):
    """Signs documents of the office."""

    @property
    def resmi(self) -> bool:
        """Whether what it signs is official. Asked before the page is made: the page says it."""
        ...

    @property
    def penerbit(self) -> str:
        """Who issued the signer's certificate. The page names him."""
        ...

    async def is_official(self, pdf: bytes) -> bool:
        """Whether a PDF from elsewhere bears a whole signature that leads to a production root."""
        ...

    async def sign(self, pdf: bytes) -> bytes:
        """Sign, check, and return the signed PDF; raise SigningFailed otherwise."""
        ...


@dataclass(frozen=True)
class TandaTangan:
    """What a look at the signature of a PDF found. All three must hold."""

    intact: bool
    whole_file: bool
    trusted: bool

    @property
    def good(self) -> bool:
        """Whether the file is as it was signed, all of it, by somebody we trust."""
        return self.intact and self.whole_file and self.trusted


class ContohSigner:
    """Signs with a PKCS#12 file. Without ``production_roots`` all it signs is an example."""

    def __init__(
        self,
        p12_path: Path,
        passphrase: str,
        *,
        production_roots: Sequence[x509.Certificate] = (),
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._certificate = read_certificate(p12_path, passphrase)
        self._roots = tuple(production_roots)
        self._now = now

    @property
    def resmi(self) -> bool:
        """Whether the certificate leads, today, to a root that the office configured."""
        return self._certificate.leads_to(self._roots, self._now())

    @property
    def penerbit(self) -> str:
        """Who issued the signer's certificate."""
        return self._certificate.penerbit

    async def is_official(self, pdf: bytes) -> bool:
        """Look at the signature of an official PDF; without a production root there is none."""
        return bool(self._roots) and (await examine(pdf, self._roots, self._now())).good

    async def sign(self, pdf: bytes) -> bytes:
        """Sign in a thread: elliptic curves and hashes are CPU work."""
        moment = self._now()
        if not self._certificate.covers(moment):
            raise SigningFailed("the signing certificate is not valid today")
        roots = self._roots if self.resmi else (self._certificate.leaf,)
        signed = await asyncio.to_thread(_sign, pdf, self._certificate)
        if not (await examine(signed, roots, moment)).good:
            raise SigningFailed("the signature just made does not hold")
        return signed


async def examine(pdf: bytes, roots: Sequence[x509.Certificate], moment: datetime) -> TandaTangan:
    """Look at a PDF's last signature as of a moment, trusting only these roots."""
    return await asyncio.to_thread(_examine, pdf, roots, moment)


def _sign(pdf: bytes, certificate: Sertifikat) -> bytes:
    chain = _asn1(*certificate.between)
    between = SimpleCertificateStore.from_certs(chain)  # type: ignore[no-untyped-call]
    signer = signers.SimpleSigner(
        signing_cert=_asn1(certificate.leaf)[0],
        signing_key=translate_pyca_cryptography_key_to_asn1(certificate.key),
        cert_registry=between,
    )
    metadata = signers.PdfSignatureMetadata(
        field_name=FIELD,
        md_algorithm="sha256",
        subfilter=SigSeedSubFilter.PADES,
        certify=True,
        docmdp_permissions=MDPPerm.NO_CHANGES,
    )
    try:
        writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
        signed = asyncio.run(signers.async_sign_pdf(writer, metadata, signer))
    except (PdfError, SigningError) as cause:
        raise SigningFailed("this PDF cannot be signed") from cause
    return bytes(signed.getvalue())


def _examine(pdf: bytes, roots: Sequence[x509.Certificate], moment: datetime) -> TandaTangan:
    nothing = TandaTangan(intact=False, whole_file=False, trusted=False)
    # allow_fetching=False: no signature check of ours asks the network.
    trust = ValidationContext(_asn1(*roots), moment=moment, allow_fetching=False)
    try:
        signatures = PdfFileReader(io.BytesIO(pdf)).embedded_signatures
        if not signatures:
            return nothing
        status = asyncio.run(async_validate_pdf_signature(signatures[-1], trust))
    except (PdfError, SignatureValidationError, ValueError):
        return nothing
    return TandaTangan(
        intact=status.intact and status.valid,
        whole_file=status.coverage is SignatureCoverageLevel.ENTIRE_FILE,
        trusted=status.trusted,
    )


def _asn1(*certificates: x509.Certificate) -> list[Any]:
    """The same certificates in the form that pyHanko wants."""
    return [translate_pyca_cryptography_cert_to_asn1(each) for each in certificates]


__all__ = [
    "ContohSigner",
    "SertifikatDitolak",
    "Signer",
    "SigningFailed",
    "TandaTangan",
    "create_sample_certificate",
    "examine",
    "read_roots",
]
