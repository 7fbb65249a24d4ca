"""Signatures that hold, and those that must not be believed."""

import io
import stat
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pikepdf
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    pkcs12,
)
from cryptography.x509.oid import NameOID

from delivery.sertifikat import CONTOH, read_certificate
from delivery.sign import (
    ContohSigner,
    SertifikatDitolak,
    SigningFailed,
    create_sample_certificate,
    examine,
    read_roots,
)

PASSPHRASE = "kata sandi contoh"
NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


def now() -> datetime:
    return NOW


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    path = tmp_path / "contoh.p12"
    create_sample_certificate(path, PASSPHRASE, "DINAS KEPENDUDUKAN CONTOH", now=NOW)
    return path


@pytest.fixture
def page() -> bytes:
    pdf = pikepdf.Pdf.new()
    pdf.add_blank_page()
    content = io.BytesIO()
    pdf.save(content, static_id=True)
    return content.getvalue()


class Authority:
    """A certificate authority of a test: a root, and what it signs."""

    def __init__(self, nama: str) -> None:
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._name = _name(nama)
        self.root = self._build(self._name, self._key, ca=True)

    def issue(
        self, path: Path, nama: str, *, ca: bool = False, may_sign: bool = True
    ) -> x509.Certificate:
        key = ec.generate_private_key(ec.SECP256R1())
        leaf = self._build(_name(nama), key, ca=ca, may_sign=may_sign)
        locked = BestAvailableEncryption(PASSPHRASE.encode())
        path.write_bytes(pkcs12.serialize_key_and_certificates(b"x", key, leaf, None, locked))
        return leaf

    def _build(
        self, name: x509.Name, key: ec.EllipticCurvePrivateKey, *, ca: bool, may_sign: bool = True
    ) -> x509.Certificate:
        usage = x509.KeyUsage(
            digital_signature=True,
            content_commitment=may_sign,
            key_encipherment=False,
            data_encipherment=False,
            key_agreement=False,
            key_cert_sign=ca,
            crl_sign=ca,
            encipher_only=False,
            decipher_only=False,
        )
        issuer = x509.AuthorityKeyIdentifier.from_issuer_public_key(self._key.public_key())
        subject = x509.SubjectKeyIdentifier.from_public_key(key.public_key())
        return (
            x509.CertificateBuilder()
            .subject_name(name)
            .issuer_name(self._name)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(NOW - timedelta(days=1))
            .not_valid_after(NOW + timedelta(days=365))
            .add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
            .add_extension(usage, critical=True)
            .add_extension(subject, critical=False)
            .add_extension(issuer, critical=False)
            .sign(self._key, hashes.SHA256())
        )


def _name(nama: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, nama)])


async def test_a_signed_page_holds_and_covers_the_whole_file(sample: Path, page: bytes) -> None:
    signed = await ContohSigner(sample, PASSPHRASE, now=now).sign(page)
    look = await examine(signed, [read_certificate(sample, PASSPHRASE).leaf], NOW)
    assert (look.intact, look.whole_file, look.trusted) == (True, True, True)
    assert signed.startswith(page), "signing only ever adds to a file"


async def test_the_signature_forbids_every_later_change(sample: Path, page: bytes) -> None:
    signed = await ContohSigner(sample, PASSPHRASE, now=now).sign(page)
    with pikepdf.open(io.BytesIO(signed)) as pdf:
        signature = pdf.Root.Perms.DocMDP
        assert signature.SubFilter == "/ETSI.CAdES.detached"
        assert signature.Reference[0].TransformParams.P == 1
        assert pdf.Root.AcroForm.Fields[0].get("/Rect", [0, 0, 0, 0]) == [0, 0, 0, 0]


async def test_one_flipped_byte_anywhere_in_the_page_is_noticed(sample: Path, page: bytes) -> None:
    signed = await ContohSigner(sample, PASSPHRASE, now=now).sign(page)
    roots = [read_certificate(sample, PASSPHRASE).leaf]
    for place in range(20, len(page), 50):
        spoiled = signed[:place] + bytes([signed[place] ^ 1]) + signed[place + 1 :]
        assert not (await examine(spoiled, roots, NOW)).good


async def test_what_was_added_later_is_not_covered(sample: Path, page: bytes) -> None:
    signed = await ContohSigner(sample, PASSPHRASE, now=now).sign(page)
    look = await examine(
        signed + b"\n% kemudian\n", [read_certificate(sample, PASSPHRASE).leaf], NOW
    )
    assert not look.whole_file
    assert not look.good


async def test_a_stranger_is_not_trusted(sample: Path, page: bytes) -> None:
    signed = await ContohSigner(sample, PASSPHRASE, now=now).sign(page)
    look = await examine(signed, [Authority("Lain").root], NOW)
    assert look.intact
    assert not look.trusted


@pytest.mark.parametrize("content", [b"", b"bukan PDF"])
async def test_a_file_without_a_signature_is_not_good(content: bytes, page: bytes) -> None:
    assert not (await examine(content, [], NOW)).good
    assert not (await examine(page, [], NOW)).good


def test_a_wrong_passphrase_is_one_sentence(sample: Path) -> None:
    with pytest.raises(SertifikatDitolak) as fault:
        ContohSigner(sample, "salah")
    assert str(fault.value) == (
        "Sertifikat contoh.p12 tidak terbuka: kata sandinya salah atau berkasnya rusak."
    )


def test_a_missing_or_unfit_file_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(SertifikatDitolak, match=r"tidak dapat dibaca\.$"):
        ContohSigner(tmp_path / "tiada.p12", PASSPHRASE)
    Authority("Induk").issue(tmp_path / "server.p12", "Situs", may_sign=False)
    with pytest.raises(SertifikatDitolak, match=r"bukan untuk menandatangani dokumen\.$"):
        ContohSigner(tmp_path / "server.p12", PASSPHRASE)


def test_the_sample_calls_itself_a_sample_and_belongs_to_its_owner_alone(sample: Path) -> None:
    leaf = read_certificate(sample, PASSPHRASE).leaf
    assert leaf.subject.get_attributes_for_oid(NameOID.COMMON_NAME)[0].value == CONTOH
    assert isinstance(leaf.public_key(), ec.EllipticCurvePublicKey)
    assert leaf.not_valid_after_utc - NOW > timedelta(days=3 * 365 - 2)
    assert stat.S_IMODE(sample.stat().st_mode) == 0o600


def test_the_sample_replaces_no_file(sample: Path) -> None:
    before = sample.read_bytes()
    with pytest.raises(FileExistsError):
        create_sample_certificate(sample, PASSPHRASE, "DINAS", now=NOW)
    assert sample.read_bytes() == before


def test_a_long_office_name_still_makes_a_sample(tmp_path: Path) -> None:
    name = "DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL KABUPATEN PENAJAM PASER UTARA"
    create_sample_certificate(tmp_path / "c.p12", PASSPHRASE, name, now=NOW)
    ContohSigner(tmp_path / "c.p12", PASSPHRASE)


def test_a_sample_is_never_official_not_even_under_its_own_root(sample: Path) -> None:
    leaf = read_certificate(sample, PASSPHRASE).leaf
    assert not ContohSigner(sample, PASSPHRASE, now=now).resmi
    assert not ContohSigner(sample, PASSPHRASE, production_roots=[leaf], now=now).resmi


async def test_a_certificate_under_a_configured_root_is_official(
    tmp_path: Path, page: bytes
) -> None:
    authority = Authority("Induk")
    authority.issue(tmp_path / "resmi.p12", "KEPALA DINAS")
    (tmp_path / "induk.pem").write_bytes(authority.root.public_bytes(Encoding.PEM))
    roots = read_roots(tmp_path / "induk.pem")
    signer = ContohSigner(tmp_path / "resmi.p12", PASSPHRASE, production_roots=roots, now=now)
    assert signer.resmi
    assert (await examine(await signer.sign(page), roots, NOW)).intact


@pytest.mark.parametrize("roots", [list, lambda: [Authority("Induk").root]])
def test_without_its_root_a_certificate_is_not_official(
    tmp_path: Path, roots: Callable[[], list[x509.Certificate]]
) -> None:
    Authority("Induk").issue(tmp_path / "resmi.p12", "KEPALA DINAS")
    signer = ContohSigner(tmp_path / "resmi.p12", PASSPHRASE, production_roots=roots(), now=now)
    assert not signer.resmi


async def test_an_expired_certificate_is_not_official_and_signs_nothing(
    tmp_path: Path, page: bytes
) -> None:
    authority = Authority("Induk")
    authority.issue(tmp_path / "resmi.p12", "KEPALA DINAS")
    signer = ContohSigner(
        tmp_path / "resmi.p12",
        PASSPHRASE,
        production_roots=[authority.root],
        now=lambda: NOW + timedelta(days=400),
    )
    assert not signer.resmi
    with pytest.raises(SigningFailed, match="not valid today"):
        await signer.sign(page)


async def test_what_is_no_pdf_or_is_signed_already_is_not_signed(
    sample: Path, page: bytes
) -> None:
    signer = ContohSigner(sample, PASSPHRASE, now=now)
    with pytest.raises(SigningFailed):
        await signer.sign(b"bukan PDF")
    with pytest.raises(SigningFailed):
        await signer.sign(await signer.sign(page))


def test_an_unreadable_root_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "induk.pem").write_text("bukan sertifikat", encoding="ascii")
    with pytest.raises(SertifikatDitolak, match=r"^Sertifikat induk induk\.pem tidak dapat"):
        read_roots(tmp_path / "induk.pem")


async def test_an_attached_pdf_is_official_only_by_its_own_signature(
    tmp_path: Path, sample: Path, page: bytes
) -> None:
    authority = Authority("Induk")
    authority.issue(tmp_path / "resmi.p12", "KEPALA DINAS")
    office = ContohSigner(
        tmp_path / "resmi.p12", PASSPHRASE, production_roots=[authority.root], now=now
    )
    by_another = await ContohSigner(sample, PASSPHRASE, now=now).sign(page)
    assert await office.is_official(await office.sign(page))
    assert not await office.is_official(by_another)
    assert not await office.is_official(page)


async def test_without_a_production_root_no_attached_pdf_is_official(
    tmp_path: Path, sample: Path, page: bytes
) -> None:
    signed = await ContohSigner(sample, PASSPHRASE, now=now).sign(page)
    assert not await ContohSigner(sample, PASSPHRASE, now=now).is_official(signed)
