"""The certificate that signs: read it, make a sample of it, and decide whether it is official."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.types import PrivateKeyTypes
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
from cryptography.x509.oid import NameOID
from cryptography.x509.verification import (
    ExtensionPolicy,
    PolicyBuilder,
    Store,
    VerificationError,
)

# Every sample names itself so, and no certificate of this name is official, whatever the roots.
CONTOH = "CONTOH - BUKAN SERTIFIKAT RESMI"
SAMPLE_LIFETIME = timedelta(days=3 * 365)
# X.520 ub-organization-name
LONGEST_ORGANISATION = 64


class SertifikatDitolak(Exception):
    """A certificate file cannot be used; the sentence tells the operator what to do."""


@dataclass(frozen=True)
class Sertifikat:
    """A signing certificate with its key and the certificates between it and its root."""

    leaf: x509.Certificate
    key: PrivateKeyTypes
    between: tuple[x509.Certificate, ...]

    @property
    def penerbit(self) -> str:
        """Who issued it, as the certificate itself says: the organisation, else the name."""
        for kind in (NameOID.ORGANIZATION_NAME, NameOID.COMMON_NAME):
            if found := self.leaf.issuer.get_attributes_for_oid(kind):
                return str(found[0].value)
        return "penerbit tanpa nama"

    def covers(self, moment: datetime) -> bool:
        """Whether the certificate is valid at that moment."""
        return self.leaf.not_valid_before_utc <= moment <= self.leaf.not_valid_after_utc

    def leads_to(self, roots: Sequence[x509.Certificate], moment: datetime) -> bool:
        """Whether it leads to one of these roots. No root, no name, no path: no."""
        names = self.leaf.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
        if not roots or not names or str(names[0].value).startswith("CONTOH"):
            return False
        # A document certificate has no host name: the web's rules are kept for its issuers only.
        policy = PolicyBuilder().store(Store(list(roots))).time(moment.replace(tzinfo=None))
        policy = policy.extension_policies(
            ca_policy=ExtensionPolicy.webpki_defaults_ca(), ee_policy=ExtensionPolicy.permit_all()
        )
        try:
            policy.build_client_verifier().verify(self.leaf, list(self.between))
        except VerificationError:
            return False
        return True


def read_certificate(path: Path, passphrase: str) -> Sertifikat:
    """Read a PKCS#12 file, or raise SertifikatDitolak."""
    try:
        store = pkcs12.load_pkcs12(path.read_bytes(), passphrase.encode())
    except OSError as cause:
        raise SertifikatDitolak(f"Sertifikat {path.name} tidak dapat dibaca.") from cause
    except ValueError as cause:
        raise SertifikatDitolak(
            f"Sertifikat {path.name} tidak terbuka: kata sandinya salah atau berkasnya rusak."
        ) from cause
    if store.key is None or store.cert is None:
        raise SertifikatDitolak(f"Sertifikat {path.name} tidak memuat kunci dan sertifikatnya.")
    between = tuple(other.certificate for other in store.additional_certs)
    leaf = store.cert.certificate
    if not _may_sign(leaf):
        raise SertifikatDitolak(f"Sertifikat {path.name} bukan untuk menandatangani dokumen.")
    return Sertifikat(leaf, store.key, between)


def read_roots(path: Path) -> tuple[x509.Certificate, ...]:
    """Read the roots that the office configured for production: one PEM file."""
    try:
        return tuple(x509.load_pem_x509_certificates(path.read_bytes()))
    except (OSError, ValueError) as cause:
        raise SertifikatDitolak(f"Sertifikat induk {path.name} tidak dapat dibaca.") from cause


def create_sample_certificate(
    path: Path, passphrase: str, nama_dinas: str, *, now: datetime | None = None
) -> None:
    """Make a certificate that signs itself, for trying things out. It replaces no file."""
    begin = (now or datetime.now(UTC)) - timedelta(days=1)
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "ID"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, nama_dinas[:LONGEST_ORGANISATION]),
            x509.NameAttribute(NameOID.COMMON_NAME, CONTOH),
        ]
    )
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(begin)
        .not_valid_after(begin + SAMPLE_LIFETIME)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_signing_usage(), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(key, hashes.SHA256())
    )
    locked = BestAvailableEncryption(passphrase.encode())
    content = pkcs12.serialize_key_and_certificates(b"contoh", key, certificate, None, locked)
    # Born readable to its owner only; a file that is there may be somebody's real key.
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)


def _signing_usage() -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=True,
        content_commitment=True,  # its older name is nonRepudiation
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )


def _may_sign(leaf: x509.Certificate) -> bool:
    """PAdES readers ask for nonRepudiation (pyHanko issue 10)."""
    try:
        return leaf.extensions.get_extension_for_class(x509.KeyUsage).value.content_commitment
    except x509.ExtensionNotFound:
        return False
