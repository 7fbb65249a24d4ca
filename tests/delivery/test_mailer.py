"""FAULTS section 7: what every answer of a mail server comes to, over real sockets."""

import asyncio
import datetime
import logging
import ssl
from dataclasses import replace
from pathlib import Path

import pytest
from aiosmtpd.smtp import SMTP
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from delivery.mailer import (
    Konfigurasi,
    Mailer,
    Outcome,
    Ragu,
    Sementara,
    SetelanSurat,
    SetelanSuratDitolak,
    SuratKeluar,
    Terkirim,
    Tetap,
)
from tests.delivery.smtp_server import DROP, HANG, ScriptedServer, scripted

SURAT = SuratKeluar(
    dari="layanan@contoh.go.id",
    kepada="warga@contoh.id",
    mime=b"Subject: uji\r\nMessage-ID: <1@contoh.go.id>\r\n\r\nisi\r\n.titik di awal\r\n",
)


class Commit:
    """Remembers whether "about to send DATA" was committed, and what was said until then."""

    def __init__(self, server: ScriptedServer) -> None:
        self.server = server
        self.before: list[str] | None = None

    async def __call__(self) -> None:
        self.before = list(self.server.verbs)


async def send(
    server: ScriptedServer, *, username: str = "", surat: SuratKeluar = SURAT
) -> tuple[Outcome, Commit]:
    mailer = Mailer(
        SetelanSurat(
            "127.0.0.1", server.port, username=username, password="p", tls="tanpa", timeout=0.5
        )
    )
    commit = Commit(server)
    return await mailer.send(surat, commit), commit


async def test_a_letter_arrives_byte_for_byte_and_the_commit_comes_right_before_data() -> None:
    async with scripted() as server:
        outcome, commit = await send(server)
    assert outcome == Terkirim()
    assert server.letters == [SURAT.mime.replace(b"\r\n.titik", b"\r\n..titik") + b".\r\n"]
    assert commit.before is not None
    assert commit.before[-1] == "RCPT TO:<warga@contoh.id>"
    assert server.verbs[len(commit.before)] == "DATA"


async def test_m01_nobody_listens() -> None:
    async with scripted() as server:
        pass
    outcome, commit = await send(server)
    assert isinstance(outcome, Sementara)
    assert commit.before is None


@pytest.mark.parametrize(
    ("script", "expected"),
    [
        pytest.param({"banner": HANG}, Sementara, id="M01 hang at the banner"),
        pytest.param({"banner": DROP}, Sementara, id="M01 drop at the banner"),
        pytest.param({"banner": "421 nanti"}, Sementara, id="M02 421 banner"),
        pytest.param({"banner": "554 tidak"}, Sementara, id="M02 554 banner"),
        pytest.param({"AUTH": "535 5.7.8 salah"}, Konfigurasi, id="M04 535 AUTH"),
        pytest.param({"AUTH": "454 4.7.0 nanti"}, Sementara, id="M04 454 AUTH"),
        pytest.param({"AUTH": DROP}, Sementara, id="M04 drop at AUTH"),
        pytest.param({"MAIL": "451 nanti"}, Sementara, id="M05 451 MAIL"),
        pytest.param({"MAIL": "550 tidak"}, Konfigurasi, id="M05 550 MAIL"),
        pytest.param({"MAIL": DROP}, Sementara, id="drop at MAIL"),
        pytest.param({"RCPT": "450 4.2.0 nanti"}, Sementara, id="M06 greylisted"),
        pytest.param({"RCPT": "550 5.1.1 tidak ada"}, Tetap, id="M07 unknown user"),
        pytest.param({"RCPT": "553 5.1.3 nama"}, Tetap, id="M07 553"),
        pytest.param({"RCPT": "552 5.2.2 penuh"}, Sementara, id="M08 full"),
        pytest.param({"RCPT": DROP}, Sementara, id="drop at RCPT"),
        pytest.param({"RCPT": HANG}, Sementara, id="hang at RCPT"),
    ],
)
async def test_a_failure_before_data_is_never_in_doubt(
    script: dict[str, str], expected: type[Outcome]
) -> None:
    async with scripted(**script) as server:
        outcome, commit = await send(server, username="layanan")
    assert type(outcome) is expected
    assert commit.before is None
    assert server.letters == []


@pytest.mark.parametrize(
    ("script", "expected"),
    [
        pytest.param({"DATA": "451 nanti"}, Sementara, id="M09 451 to DATA"),
        pytest.param({"dot": "452 4.3.1 penuh"}, Sementara, id="M09 452 after the dot"),
        pytest.param({"dot": "554 5.7.1 isi"}, Sementara, id="M09 554 after the dot"),
        pytest.param({"DATA": DROP}, Ragu, id="drop at DATA"),
        pytest.param({"dot": DROP}, Ragu, id="drop after the dot"),
        pytest.param({"dot": HANG}, Ragu, id="hang after the dot"),
        pytest.param({"QUIT": DROP}, Terkirim, id="M11 drop at QUIT"),
        pytest.param({"QUIT": HANG}, Terkirim, id="M11 hang at QUIT"),
        pytest.param({"QUIT": "500 apa"}, Terkirim, id="M11 500 to QUIT"),
    ],
)
async def test_after_data_only_the_servers_answer_counts(
    script: dict[str, str], expected: type[Outcome]
) -> None:
    async with scripted(**script) as server:
        outcome, commit = await send(server)
    assert type(outcome) is expected
    assert commit.before is not None


async def test_m06_a_greylisted_letter_is_delivered_once_at_the_second_try() -> None:
    async with scripted(RCPT="450 4.2.0 nanti") as server:
        outcome, _ = await send(server)
        assert isinstance(outcome, Sementara)
        assert outcome.menit == 5
        server.script = {}
        assert (await send(server))[0] == Terkirim()
        assert len(server.letters) == 1


async def test_m08_m09_some_failures_say_when_to_ask_a_person() -> None:
    async with scripted(RCPT="552 5.2.2 penuh") as server:
        full, _ = await send(server)
    async with scripted(dot="554 5.7.1 isi") as server:
        content, _ = await send(server)
    assert isinstance(full, Sementara)
    assert full.maksimal == 3
    assert isinstance(content, Sementara)
    assert content.kabari == 1


async def test_a_server_that_offers_it_is_asked_for_notices_without_the_content() -> None:
    surat = replace(SURAT, kepada="budi+kk=1@contoh.id", nomor="0a1b")
    async with scripted() as server:
        outcome, _ = await send(server, surat=surat)
    assert outcome == Terkirim()
    assert f"MAIL FROM:<{SURAT.dari}> RET=HDRS ENVID=0a1b" in server.verbs
    asked = "NOTIFY=FAILURE,DELAY ORCPT=rfc822;budi+2Bkk+3D1@contoh.id"
    assert f"RCPT TO:<budi+kk=1@contoh.id> {asked}" in server.verbs


async def test_a_server_without_notices_is_not_asked_for_them() -> None:
    async with scripted(EHLO="250 contoh") as server:
        outcome, _ = await send(server, surat=replace(SURAT, nomor="0a1b"))
    assert outcome == Terkirim()
    assert not [line for line in server.verbs if "NOTIFY" in line or "ENVID" in line]


async def test_what_the_commit_raises_stops_the_letter() -> None:
    async def broken() -> None:
        raise RuntimeError("disk full")

    async with scripted() as server:
        mailer = Mailer(SetelanSurat("127.0.0.1", server.port, tls="tanpa", timeout=0.5))
        with pytest.raises(RuntimeError, match="disk full"):
            await mailer.send(SURAT, broken)
    assert server.letters == []


@pytest.mark.parametrize(
    "address",
    ["a@x.id> NOTIFY=NEVER", "a@x.id,b@x.id", "Budi <a@x.id>", "a@x.id\r\nRSET", "", "a"],
)
async def test_an_envelope_that_the_library_would_cut_never_leaves(address: str) -> None:
    async with scripted() as server:
        outcome, _ = await send(server, surat=SuratKeluar("b@contoh.id", address, b"x"))
    assert outcome == Tetap("alamat")
    assert server.verbs == []


async def test_a_sender_that_the_library_will_not_say_ends_this_letter_only() -> None:
    async with scripted() as server:
        outcome, commit = await send(server, surat=replace(SURAT, dari="ü@x.id"))
    assert outcome == Sementara("pengirim", maksimal=1)
    assert commit.before is None
    assert server.letters == []


async def test_a_recipient_that_the_library_will_not_say_is_no_address(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("delivery.mailer._is_exactly_one", lambda _: True)
    async with scripted() as server:
        outcome, commit = await send(server, surat=replace(SURAT, kepada="ü@x.id"))
    assert outcome == Tetap("alamat")
    assert commit.before is None


@pytest.mark.parametrize(
    "host", ["surat.contoh.go.id", "10.0.0.1", "0.0.0.0", "localhost.evil.id"]
)
def test_without_tls_only_this_machine_is_a_mail_server(host: str) -> None:
    with pytest.raises(SetelanSuratDitolak, match="hanya boleh"):
        SetelanSurat(host, 25, tls="tanpa")


async def test_a_server_without_starttls_gets_no_letter() -> None:
    async with scripted() as server:
        mailer = Mailer(SetelanSurat("127.0.0.1", server.port, timeout=0.5))
        outcome = await mailer.send(SURAT, Commit(server))
    assert outcome == Konfigurasi("tls")
    assert not [line for line in server.verbs if line.startswith(("MAIL", "AUTH"))]


class Sink:
    """Takes letters for aiosmtpd."""

    def __init__(self) -> None:
        self.contents: list[bytes] = []

    async def handle_DATA(self, _server: object, _session: object, envelope: object) -> str:  # noqa: N802
        self.contents.append(envelope.content)  # type: ignore[attr-defined]
        return "250 OK"


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """A certificate for localhost that nobody has signed but itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.datetime.now(datetime.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    file = tmp_path / "surat.pem"
    private = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    file.write_bytes(private + made.public_bytes(serialization.Encoding.PEM))
    return file


@pytest.mark.parametrize("trusted", [True, False])
async def test_starttls_needs_a_certificate_that_verifies(
    certificate: Path, trusted: bool
) -> None:
    server_side = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    server_side.load_cert_chain(certificate)
    client_side = ssl.create_default_context(cafile=str(certificate) if trusted else None)
    sink = Sink()
    listening = await asyncio.get_running_loop().create_server(
        lambda: SMTP(sink, tls_context=server_side, require_starttls=True), "127.0.0.1", 0
    )
    port = listening.sockets[0].getsockname()[1]
    mailer = Mailer(
        SetelanSurat("localhost", port, tls="starttls", timeout=5, tls_context=client_side)
    )

    async def commit() -> None:
        return None

    outcome = await mailer.send(SURAT, commit)
    listening.close()
    if trusted:
        assert outcome == Terkirim()
        assert sink.contents
    else:
        assert outcome == Konfigurasi("tls")
        assert sink.contents == []


async def test_m20_no_log_and_no_outcome_holds_an_address_or_a_password(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    for script in ({}, {"RCPT": "550 5.1.1 <warga@contoh.id> tidak ada"}, {"AUTH": "535 p"}):
        async with scripted(**script) as server:
            outcome, _ = await send(server, username="layanan")
        assert "warga" not in repr(outcome)
    assert "warga" not in caplog.text
    assert "password='p'" not in repr(SetelanSurat("127.0.0.1", 1, password="p", tls="tanpa"))
