"""What a PDF may not carry. Each case is a PDF that does carry it."""

import io
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String

from delivery.lint import UnsafePDF, check_pdf
from delivery.sign import ContohSigner, create_sample_certificate

OURS = "https://dukcapil.contoh.id/v/"


def made(change: Callable[[Pdf], None] = lambda pdf: None, *, pages: int = 1) -> bytes:
    pdf = Pdf.new()
    for _ in range(pages):
        pdf.add_blank_page()
    change(pdf)
    content = io.BytesIO()
    pdf.save(content, static_id=True)
    return content.getvalue()


def link(action: Dictionary) -> Callable[[Pdf], None]:
    def change(pdf: Pdf) -> None:
        note = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), A=action)
        pdf.pages[0].obj["/Annots"] = Array([pdf.make_indirect(note)])

    return change


def root(**entries: object) -> Callable[[Pdf], None]:
    def change(pdf: Pdf) -> None:
        for key, value in entries.items():
            pdf.Root[f"/{key}"] = value

    return change


def attach(pdf: Pdf) -> None:
    pdf.attachments["rahasia.txt"] = b"isi"


def hidden(pdf: Pdf) -> None:
    """Put a script where no page leads to it, but where it is kept."""
    script = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
    pdf.Root["/Tersembunyi"] = Array([Array([pdf.make_indirect(script)])])


JS = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
HARMFUL = {
    "a script when opened": root(OpenAction=JS),
    "a launch when opened": root(OpenAction=Dictionary(S=Name.Launch, F=String("cmd.exe"))),
    "a form sent when opened": root(OpenAction=Dictionary(S=Name.SubmitForm)),
    "additional actions": root(AA=Dictionary(WC=JS)),
    "named scripts": root(Names=Dictionary(JavaScript=Dictionary(Names=Array([])))),
    "an attached file": attach,
    "an XFA form": root(AcroForm=Dictionary(XFA=String("x"), Fields=Array([]))),
    "a link that launches": link(Dictionary(S=Name.Launch, F=String("cmd.exe"))),
    "a link to another file": link(Dictionary(S=Name.GoToR, F=String("lain.pdf"))),
    "a second action": link(Dictionary(S=Name.GoTo, Next=Dictionary(S=Name.ImportData))),
    "a script nobody points at": hidden,
    "a link elsewhere": link(Dictionary(S=Name.URI, URI=String("https://jahat.example/"))),
    "a link that begins like ours": link(
        Dictionary(S=Name.URI, URI=String("https://dukcapil.contoh.id.jahat.example/v/"))
    ),
    "a link to a file": link(Dictionary(S=Name.URI, URI=String("file:///etc/passwd"))),
    "a base for relative links": root(URI=Dictionary(Base=String(OURS))),
}


@pytest.mark.parametrize("what", HARMFUL)
def test_a_pdf_with_something_active_or_hidden_is_refused(what: str) -> None:
    with pytest.raises(UnsafePDF, match=r"^PDF ini .*\.$"):
        check_pdf(made(HARMFUL[what]), pages=None, allowed_uri_prefix=OURS)


HARMLESS = {
    "nothing": lambda pdf: None,
    "a place to open at": root(OpenAction=Array([0, Name.Fit])),
    "a way to open at a place": root(OpenAction=Dictionary(S=Name.GoTo, D=Array([0, Name.Fit]))),
    "our own link": link(Dictionary(S=Name.URI, URI=String(OURS + "abc"))),
    "a transparency group": root(Contoh=Dictionary(S=Name.Transparency)),
}


@pytest.mark.parametrize("what", HARMLESS)
def test_what_a_page_on_paper_may_have_is_let_through(what: str) -> None:
    check_pdf(made(HARMLESS[what]), pages=range(1, 2), allowed_uri_prefix=OURS)


def test_without_a_prefix_no_link_is_let_through() -> None:
    linked = made(link(Dictionary(S=Name.URI, URI=String(OURS))))
    with pytest.raises(UnsafePDF, match="tautan"):
        check_pdf(linked, pages=None, allowed_uri_prefix=None)


def test_a_prefix_that_another_host_could_begin_with_is_a_mistake_of_ours() -> None:
    with pytest.raises(ValueError, match="must end in"):
        check_pdf(made(), pages=None, allowed_uri_prefix="https://dukcapil.contoh.id")


def test_the_number_of_pages_must_be_the_expected_one() -> None:
    check_pdf(made(pages=2), pages=range(1, 4), allowed_uri_prefix=None)
    with pytest.raises(UnsafePDF, match="2 halaman; seharusnya 1 halaman"):
        check_pdf(made(pages=2), pages=range(1, 2), allowed_uri_prefix=None)
    with pytest.raises(UnsafePDF, match="seharusnya 3 sampai 5 halaman"):
        check_pdf(made(pages=2), pages=range(3, 6), allowed_uri_prefix=None)


@pytest.mark.parametrize("user", ["", "kata sandi"])
def test_a_locked_pdf_is_refused_even_if_it_opens(user: str) -> None:
    content = io.BytesIO()
    with pikepdf.open(io.BytesIO(made())) as pdf:
        pdf.save(content, encryption=pikepdf.Encryption(owner="pemilik", user=user))
    with pytest.raises(UnsafePDF, match="terkunci kata sandi"):
        check_pdf(content.getvalue(), pages=None, allowed_uri_prefix=None)


@pytest.mark.parametrize("content", [b"", b"bukan PDF", made()[:200], b"x" * 5000])
def test_what_cannot_be_read_is_refused(content: bytes) -> None:
    with pytest.raises(UnsafePDF, match="rusak atau tidak terbaca"):
        check_pdf(content, pages=None, allowed_uri_prefix=None)


def test_a_pdf_of_very_many_objects_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("delivery.lint.MAX_OBJECTS", 3)
    with pytest.raises(UnsafePDF, match="terlalu rumit"):
        check_pdf(made(pages=9), pages=None, allowed_uri_prefix=None)


async def test_a_signature_is_no_fault(tmp_path: Path) -> None:
    create_sample_certificate(tmp_path / "contoh.p12", "rahasia", "DINAS CONTOH")
    signed = await ContohSigner(tmp_path / "contoh.p12", "rahasia").sign(made())
    check_pdf(signed, pages=range(1, 2), allowed_uri_prefix=None)
