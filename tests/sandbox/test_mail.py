"""Mail over a real SMTP connection."""

from email.message import EmailMessage

import aiosmtplib
import pytest

from sandbox import Klien, Sandbox


def letter(
    body: str = "Buka https://kudus.contoh.id/d/abc#x.\n", *, html: bool = False
) -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Disdukcapil <layanan@kudus.contoh.id>"
    message["To"] = "siti@contoh.id"
    message["Subject"] = "Dokumen Anda – sudah terbit"
    message.set_content(body, subtype="html" if html else "plain")
    return message


async def send(sandbox: Sandbox, message: EmailMessage) -> None:
    await aiosmtplib.send(message, hostname="127.0.0.1", port=sandbox.smtp_port, timeout=10)


async def test_a_mail_is_kept_with_its_envelope_and_every_byte(
    sandbox: Sandbox, klien: Klien
) -> None:
    message = letter()
    message.add_attachment(b"123", maintype="application", subtype="pdf", filename="surat.pdf")
    await send(sandbox, message)
    surat = await klien.tunggu_surat()
    assert surat.subjek == "Dokumen Anda – sudah terbit"
    assert surat.kepada == ("siti@contoh.id",)
    assert surat.tautan == ("https://kudus.contoh.id/d/abc#x",)
    assert [(each.nama, each.ukuran) for each in surat.lampiran] == [("surat.pdf", 3)]
    raw = await klien.eml(surat.id)
    assert raw.startswith(b"From: Disdukcapil")
    assert b"\r\n" in raw


async def test_a_mail_of_html_is_read_without_running_it(sandbox: Sandbox, klien: Klien) -> None:
    await send(sandbox, letter("<script>x()</script><p>Halo &amp; <b>hai</b></p>", html=True))
    assert (await klien.tunggu_surat()).teks == "Halo & hai"


async def test_mails_are_refused_as_often_as_asked(sandbox: Sandbox, klien: Klien) -> None:
    await klien.tolak_surat(451, kali=1)
    with pytest.raises(aiosmtplib.SMTPDataError) as refused:
        await send(sandbox, letter())
    assert refused.value.code == 451
    await send(sandbox, letter())
    assert len(await klien.surat()) == 1


async def test_a_closed_mail_server_says_nothing(sandbox: Sandbox, klien: Klien) -> None:
    await klien.tolak_surat(0)
    with pytest.raises(aiosmtplib.SMTPException):
        await send(sandbox, letter())
    await send(sandbox, letter())
    assert len(await klien.surat()) == 1
