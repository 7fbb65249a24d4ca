"""PDFs: pages come through as they look; whatever acts, hides or reaches out does not."""

import io
import zlib
from collections.abc import Callable

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String

from core.berkas import Diterima, words
from core.berkas.hasil import Ditolak
from core.berkas.pdf import rewrite_pdf

Buat = Callable[..., bytes]


def accepted(isi: bytes) -> tuple[Diterima, Pdf]:
    hasil = rewrite_pdf(isi)
    assert isinstance(hasil, Diterima), hasil
    return hasil, pikepdf.open(io.BytesIO(hasil.isi))


def script(paper: Pdf) -> pikepdf.Object:
    return paper.make_indirect(Dictionary(S=Name.JavaScript, JS=String("app.alert(1)")))


def test_pages_come_through_as_they_were(pdf: Buat) -> None:
    hasil, copy = accepted(pdf(3))
    assert (hasil.mime, hasil.halaman, len(copy.pages)) == ("application/pdf", 3, 3)
    assert copy.pages[0].mediabox.as_list() == [0, 0, 595, 842]
    assert copy.pages[2].Contents.read_bytes() == b"0 0 100 100 re f"


def test_what_a_page_inherits_from_its_tree_is_kept(pdf: Buat) -> None:
    def inherit(paper: Pdf) -> None:
        page = paper.pages[0].obj
        paper.Root.Pages.MediaBox = Array([0, 0, 300, 400])
        paper.Root.Pages.Rotate = 90
        del page.MediaBox

    _, copy = accepted(pdf(1, inherit))
    assert copy.pages[0].mediabox.as_list() == [0, 0, 300, 400]
    assert copy.pages[0].obj.Rotate == 90


@pytest.mark.parametrize(("pages", "kept"), [(10, True), (11, False)])
def test_a_pdf_has_at_most_ten_pages(pdf: Buat, pages: int, kept: bool) -> None:
    hasil = rewrite_pdf(pdf(pages))
    assert isinstance(hasil, Diterima) if kept else hasil == Ditolak(words.PDF_TEBAL)


def test_a_pdf_without_a_page_is_refused(pdf: Buat) -> None:
    assert rewrite_pdf(pdf(0)) == Ditolak(words.RUSAK)


@pytest.mark.parametrize("user", ["rahasia", ""])
def test_an_encrypted_pdf_is_refused_even_if_it_opens(pdf: Buat, user: str) -> None:
    locked = pdf(1, encryption=pikepdf.Encryption(owner="kunci", user=user))
    assert rewrite_pdf(locked) == Ditolak(words.PDF_TERKUNCI)


def open_action(paper: Pdf) -> None:
    paper.Root.OpenAction = script(paper)


def open_launch(paper: Pdf) -> None:
    paper.Root.OpenAction = Dictionary(S=Name.Launch, F=String("cmd.exe"))


def document_actions(paper: Pdf) -> None:
    paper.Root.AA = Dictionary(WC=script(paper))


def named_script(paper: Pdf) -> None:
    paper.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("x"), script(paper)])))


def page_actions(paper: Pdf) -> None:
    paper.pages[0].obj.AA = Dictionary(O=script(paper))


def attachment(paper: Pdf) -> None:
    paper.attachments["virus.exe"] = b"MZ" + b"\0" * 100


def associated_file(paper: Pdf) -> None:
    attachment(paper)
    paper.Root.AF = Array([paper.attachments["virus.exe"].obj])
    paper.pages[0].obj.AF = Array([paper.attachments["virus.exe"].obj])


def xfa(paper: Pdf) -> None:
    form = paper.make_stream(b"<xdp/>")
    paper.Root.AcroForm = Dictionary(Fields=Array([]), XFA=form)


def link(paper: Pdf) -> None:
    action = Dictionary(S=Name.URI, URI=String("https://contoh.example/"))
    annotation = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), A=action)
    paper.pages[0].obj.Annots = Array([paper.make_indirect(annotation)])


def outline(paper: Pdf) -> None:
    with paper.open_outline() as entries:
        entry = pikepdf.OutlineItem("klik", action=Dictionary(S=Name.URI, URI=String("x:")))
        entries.root.append(entry)


HOSTILE = [
    open_action,
    open_launch,
    document_actions,
    named_script,
    page_actions,
    attachment,
    associated_file,
    xfa,
    link,
    outline,
]


@pytest.mark.parametrize("spoil", HOSTILE, ids=lambda spoil: spoil.__name__)
def test_u12_whatever_acts_is_stripped(pdf: Buat, spoil: Callable[[Pdf], None]) -> None:
    isi = pdf(2, spoil)
    _, copy = accepted(isi)
    assert len(copy.pages) == 2
    assert set(copy.Root.keys()) == {"/Type", "/Pages"}
    raw = plain(copy)
    for word in (b"JavaScript", b"Launch", b"/AA", b"EmbeddedFile", b"XFA", b"URI", b"MZ"):
        assert word not in raw


@pytest.mark.parametrize("spoil", HOSTILE, ids=lambda spoil: spoil.__name__)
def test_u12_the_spoiled_papers_really_are_spoiled(
    pdf: Buat, spoil: Callable[[Pdf], None]
) -> None:
    assert plain(pikepdf.open(io.BytesIO(pdf(1, spoil)))) != plain(
        pikepdf.open(io.BytesIO(pdf(1)))
    )


def plain(paper: Pdf) -> bytes:
    """Write a PDF without any packing, so that it can be searched."""
    out = io.BytesIO()
    paper.save(
        out,
        compress_streams=False,
        object_stream_mode=pikepdf.ObjectStreamMode.disable,
        stream_decode_level=pikepdf.StreamDecodeLevel.all,
        static_id=True,
    )
    return out.getvalue()


def test_u12_an_action_hidden_among_the_resources_refuses_the_paper(pdf: Buat) -> None:
    def hide(paper: Pdf) -> None:
        paper.pages[0].obj.Resources = Dictionary(
            Properties=Dictionary(P1=Dictionary(Deep=Array([Dictionary(AA=script(paper))])))
        )

    assert rewrite_pdf(pdf(1, hide)) == Ditolak(words.PDF_BERISI)


def test_a_font_or_a_glyph_may_be_called_what_it_likes(pdf: Buat) -> None:
    def name(paper: Pdf) -> None:
        glyphs = Dictionary(A=paper.make_stream(b""), AA=paper.make_stream(b""))
        font = Dictionary(Type=Name.Font, Subtype=Name.Type3, CharProcs=glyphs)
        fonts = Dictionary(JS=paper.make_indirect(font), AF=paper.make_indirect(font))
        paper.pages[0].obj.Resources = Dictionary(Font=fonts)

    assert isinstance(rewrite_pdf(pdf(1, name)), Diterima)


def test_u12_a_stream_that_lies_outside_refuses_the_paper(pdf: Buat) -> None:
    def outside(paper: Pdf) -> None:
        paper.pages[0].Contents.F = String("/etc/passwd")

    assert rewrite_pdf(pdf(1, outside)) == Ditolak(words.PDF_BERISI)


def test_the_name_of_whoever_made_it_is_gone(pdf: Buat) -> None:
    def sign(paper: Pdf) -> None:
        paper.docinfo["/Author"] = "PENULIS-RAHASIA"
        with paper.open_metadata() as metadata:
            metadata["dc:creator"] = ["XMP-RAHASIA"]

    hasil, copy = accepted(pdf(1, sign))
    assert "/Info" not in copy.trailer
    assert b"RAHASIA" not in plain(copy)
    assert hasil.halaman == 1


def test_a_filled_form_stays_readable(pdf: Buat) -> None:
    def fill(paper: Pdf) -> None:
        look = paper.make_stream(b"1 0 0 rg 0 0 50 20 re f")
        look.update(Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 50, 20])))
        field = Dictionary(
            Type=Name.Annot,
            Subtype=Name.Widget,
            FT=Name.Tx,
            T=String("nama"),
            V=String("BUDI"),
            Rect=Array([10, 10, 60, 30]),
            AP=Dictionary(N=look),
            F=4,
        )
        field = paper.make_indirect(field)
        paper.pages[0].obj.Annots = Array([field])
        paper.Root.AcroForm = Dictionary(Fields=Array([field]))

    _, copy = accepted(pdf(1, fill))
    assert "/Annots" not in copy.pages[0].obj
    assert b"1 0 0 rg" in plain(copy)


def test_a_stream_that_unpacks_to_a_hundred_megabytes_is_not_unpacked(pdf: Buat) -> None:
    def bomb(paper: Pdf) -> None:
        packed = zlib.compress(b"\0" * 100_000_000, 9)
        paper.pages[0].obj.Contents = paper.make_stream(packed, Filter=Name.FlateDecode)

    isi = pdf(1, bomb)
    assert len(isi) < 200_000
    hasil, _ = accepted(isi)
    assert len(hasil.isi) < 200_000
